"""What the list of sealed bundles says of each."""

from dataclasses import dataclass
from pathlib import Path

from inspector.core.issued import SealedBundle
from inspector.words.language import _
from inspector.words.sizes import size_text


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleRow:
    """One sealed bundle; `path` is known where it was sealed or checked since the start."""

    id: str
    number: str
    made: str
    name: str
    sha256: str
    path: Path | None


def bundle_row(bundle: SealedBundle, path: Path | None) -> BundleRow:
    """Say a bundle that was sealed."""
    return BundleRow(
        id=bundle.id,
        number=bundle.number,
        made=_("{time} · {files} 个文件 · {size}").format(
            time=bundle.made_at[:16].replace("T", " "),
            files=bundle.files,
            size=size_text(bundle.size),
        ),
        name=bundle.name,
        sha256=bundle.sha256,
        path=path,
    )
