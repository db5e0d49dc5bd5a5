"""The register of a hand-over, made from the sealed bundle itself; values typed from paper."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.archive.carriers import Carrier, read_carriers
from inspector.archive.texts import csv_bytes
from inspector.archive.verify import verify
from inspector.core.bundles import absent_parts
from inspector.core.checkvalues import grouped
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import Verification
from inspector.core.papers import DiscRow, HandoverPaper, PaperIdentity
from inspector.core.progress import Progress, Unwatched
from inspector.core.volumelist import holdings_of
from inspector.folders import fonts
from inspector.operations.acceptance import program_name
from inspector.operations.files import write_whole
from inspector.reports.handover import handover_facts, write_handover
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes
from inspector.words.language import _

FORM_ENDS = (".pdf", ".csv", ".xlsx")
_HEADERS = ("项目", "内容")
_WIDTHS = (24, 100)
_NAME = "移交登记表"
_PART = re.compile(r"-\d+of\d+(?=(\.zip)?$)", re.IGNORECASE)
"""What sealing adds to the names of parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """What the register leaves for a pen unless somebody tells it."""

    receiver: str = ""
    medium: str = ""


def form_beside(out: Path) -> Path:
    """Give where the register of a bundle lies: beside it, `X-移交登记表.pdf`."""
    stem = out.stem if out.suffix.lower() == ".zip" else out.name
    return out.with_name(f"{stem}-{_NAME}.pdf")


def register_beside(bundle: Sequence[Path]) -> Path:
    """Give where sealing put the register of a bundle, or of all parts of one."""
    first = bundle[0]
    if len(bundle) == 1:
        return form_beside(first)
    return form_beside(first.with_name(_PART.sub("", first.name)))


def make_handover(
    bundle: Sequence[Path],
    out: Path,
    blanks: Blanks | None = None,
    progress: Progress | None = None,
) -> HandoverPaper:
    """Verify a bundle, all its parts together, and write its register; no workspace is needed.

    Refused where the bundle is damaged or lacks a part.
    """
    if out.suffix.lower() not in FORM_ENDS:
        raise InspectorError(Problem.EDITION_UNKNOWN, file=out, editions=" ".join(FORM_ENDS))
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    if not out.parent.is_dir():
        raise InspectorError(Problem.FILE_MISSING, file=out.parent)
    for path in bundle:
        found = verify(path, progress or Unwatched())
        if not found.ok:
            raise InspectorError(Problem.HANDOVER_DAMAGED, file=path, count=len(found.faults))
    return write_register(bundle, out, blanks)


def write_register(
    bundle: Sequence[Path], out: Path, blanks: Blanks | None = None
) -> HandoverPaper:
    """Write the register of a bundle that is known to be sound, in the edition of the name."""
    paper = _paper(read_carriers(bundle), blanks or Blanks())
    ending = out.suffix.lower()
    if ending == ".pdf":
        write_handover(paper, out, fonts())
        return paper
    rows = [*handover_facts(paper), *_digests(paper)]
    columns = tuple(
        ColumnWritten(header=header, width=width, is_text=True)
        for header, width in zip(_HEADERS, _WIDTHS, strict=True)
    )
    sheet = SheetWritten(_NAME, columns, rows)
    write_whole(out, csv_bytes(_HEADERS, rows) if ending == ".csv" else workbook_bytes([sheet]))
    return paper


def _digests(paper: HandoverPaper) -> list[tuple[str, str]]:
    label = _("数字摘要（SHA-256）{code}")
    return [(label.format(code=disc.code), grouped(disc.sha256)) for disc in paper.discs]


def _paper(carriers: Sequence[Carrier], blanks: Blanks) -> HandoverPaper:
    first = carriers[0]
    parts = [one.part for one in carriers]
    lacking = absent_parts(parts)
    if lacking or len({part.group for part in parts}) != 1 or len(set(parts)) != len(parts):
        numbers = "、".join(str(part.number) for part in lacking)
        raise InspectorError(Problem.PARTS_ABSENT, file=first.path, numbers=numbers or "?")
    number = first.info.get("External-Identifier", "")
    unit = first.info.get("Source-Organization", "")
    title = first.info.get("External-Description", "")
    return HandoverPaper(
        identity=PaperIdentity(
            number=number, made_at=first.sealed_at, program=program_name(), unit=unit
        ),
        title=title,
        sender=unit,
        discs=tuple(_disc(one, number, title) for one in carriers),
        holdings=None if first.rows is None else holdings_of(first.rows),
        receiver=blanks.receiver,
        medium=blanks.medium,
    )


def _disc(carrier: Carrier, number: str, title: str) -> DiscRow:
    part = carrier.part
    return DiscRow(
        code=number if part.is_whole else f"{number}-{part.number}of{part.count}",
        content=title,
        files=carrier.files,
        bytes=carrier.bytes,
        sha256=carrier.sha256,
    )


# -- a value typed from paper ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Values typed from registers beside those of bundles: which have no counterpart.

    `other` are bundles whose value nobody typed, `unmet` are typed values that no bundle has.
    """

    other: tuple[tuple[Path, str], ...]
    unmet: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Tell whether every bundle has a typed value and every typed value a bundle."""
        return not self.other and not self.unmet


def compare_values(typed: Iterable[str], found: Sequence[tuple[Path, Verification]]) -> Comparison:
    """Compare check values from paper with those of bundles."""
    values = list(dict.fromkeys(typed))
    there = {one.sha256 for _path, one in found}
    return Comparison(
        other=tuple((path, one.sha256) for path, one in found if one.sha256 not in values),
        unmet=tuple(value for value in values if value not in there),
    )
