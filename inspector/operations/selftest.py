"""Try every library that travels with the program, on real work in a folder of its own."""

import hashlib
import importlib
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.checklists.load import national
from inspector.core.bundles import BundlePlan, Member, Volume
from inspector.core.ids import uuid7
from inspector.core.packages import Manifest
from inspector.core.papers import DefectsPaper, NoteFormPaper, PaperIdentity, ProjectFacts
from inspector.core.progress import Unwatched
from inspector.folders import fonts, locale, resources
from inspector.photos.exif import ExifReader
from inspector.photos.intake import take_in
from inspector.photos.orders import PreviewKind
from inspector.photos.previews import PreviewMaker
from inspector.reports.pades import SealOrder, read_seals, seal_pdf
from inspector.sheets.template import write_template
from inspector.sheets.workbook import read_workbook
from inspector.store.engine import connect_memory, engine_version, tables_over
from inspector.sync.certificates import make_certificate, open_certificate
from inspector.sync.envelope import envelope_key
from inspector.sync.keys import device_key, signature_holds
from inspector.sync.opening import open_package
from inspector.sync.package import Contents, Sealing, write_package
from inspector.words.language import LANGUAGES, SOURCE_LANGUAGE

_MADE_AT = datetime(2026, 1, 31, 8, tzinfo=UTC)
_FONTS = ("NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-Regular", "NotoSerifSC-Bold")
_RARE = "㛃𠮷䶮𬭎"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of trying one part; `detail` is its version, its size, or what went wrong."""

    part: str
    works: bool
    detail: str


def try_everything() -> list[Trial]:
    """Try every part; one that fails does not stop the others."""
    with tempfile.TemporaryDirectory(prefix="inspector-selftest-") as place:
        return [_tried(part, work, Path(place)) for part, work in _PARTS.items()]


def _tried(part: str, work: Callable[[Path], str], place: Path) -> Trial:
    folder = place / part
    folder.mkdir()
    try:
        return Trial(part=part, works=True, detail=work(folder))
    except Exception as error:  # noqa: BLE001 - whatever a broken library raises is the finding
        return Trial(part=part, works=False, detail=f"{type(error).__name__}: {error}")


def _engine(_folder: Path) -> str:
    db = tables_over(connect_memory())
    db.table("trial").insert({"id": 1, "text": _RARE}, pk="id")
    _demand(db.execute("SELECT text FROM trial").fetchone()[0] == _RARE, "text came back changed")
    return engine_version()


def _cipher(_folder: Path) -> str:
    found = connect_memory().execute("PRAGMA cipher_version").fetchone()
    _demand(found is not None, "the engine cannot encrypt")
    return str(found[0])


def _keys(folder: Path) -> str:
    key = device_key(folder)
    _demand(signature_holds(key.public, key.sign(b"trial"), b"trial"), "a signature did not hold")
    return key.public.hex()[:16]


def _package(folder: Path) -> str:
    """Seal a package for this laptop, write it, open it again."""
    key, receiver = device_key(folder), envelope_key(folder)
    manifest = Manifest(
        id=uuid7(0, bytes(10)), made_at_ms=0, sender=bytes(16).hex(), sender_key=key.public.hex()
    )
    sealing = Sealing(key=key, recipients=(receiver.recipient,))
    (path,) = write_package(folder / "trial.ipkg", manifest, Contents(), sealing)
    with open_package(path, (receiver,), folder) as package:
        _demand(package.manifest == manifest, "a package came back changed")
    return f"{path.name} {path.stat().st_size}"


def _checklists(_folder: Path) -> str:
    pack = national()
    return f"{pack.id}@{pack.version} {len(pack.items)}"


def _photos(folder: Path) -> str:
    """Take a real HEIC photo in, read its EXIF, and make a preview in a process of its own."""
    photo = next(iter(sorted((resources() / "sample").glob("*.heic"))))
    with ExifReader() as reader:
        taken = take_in(photo, folder, reader)
    _demand(taken.facts.position is not None, "no position was read")
    with PreviewMaker(folder, workers=1) as maker:
        preview = maker.preview(taken.sha256, PreviewKind.PRINT)
    return f"{taken.facts.make} {taken.facts.model}, {preview.stat().st_size}"


def _sheets(folder: Path) -> str:
    sheets = read_workbook(write_template(folder / "template.xlsx"))
    return ", ".join(sheet.name for sheet in sheets)


def _fonts(_folder: Path) -> str:
    sizes = [(fonts() / f"{name}.ttf").stat().st_size for name in _FONTS]
    return f"{len(sizes)}, {sum(sizes)}"


def _paper(folder: Path) -> str:
    from inspector.reports.volume import write_note_form

    identity = PaperIdentity(number="T-1", made_at=_MADE_AT, program="selftest", unit=_RARE)
    volume = Volume(
        archive_number="T-2026-0001",
        title=_RARE,
        unit=_RARE,
        project_code="T",
        project_name=_RARE,
        year=_MADE_AT.year,
        made_at=_MADE_AT,
    )
    form = NoteFormPaper(identity=identity, volume=volume, text_pages=1)
    made = write_note_form(form, folder / "paper.pdf", fonts())
    return f"{made.pages}, {made.size}"


def _certificate(folder: Path) -> str:
    """Make a certificate, sign a paper with it, verify the signature."""
    _paper(folder)
    file, phrase = folder / "trial.p12", "selftest selftest"
    file.write_bytes(make_certificate(_RARE, _RARE, phrase, _MADE_AT))
    order = SealOrder(
        pkcs12=open_certificate(file, phrase)[0],
        passphrase=phrase,
        field="signature-1",
        at=_MADE_AT,
        reason=_RARE,
        name=_RARE,
    )
    sealed = seal_pdf((folder / "paper.pdf").read_bytes(), order)
    (found,) = read_seals(sealed, "paper.pdf")
    _demand(found.holds, f"troubles: {found.troubles}")
    return found.certificate.sha256[:16] if found.certificate else ""


def _document(folder: Path) -> str:
    from inspector.reports.editions import write_edition

    identity = PaperIdentity(number="T-1", made_at=_MADE_AT, program="selftest", unit=_RARE)
    paper = DefectsPaper(identity=identity, project=ProjectFacts(name=_RARE, code="T"))
    made = write_edition(paper, folder / "paper.docx", fonts(), Unwatched())
    return str(made.size)


def _bundle(folder: Path) -> str:
    content = _RARE.encode()
    member = Member("trial.txt", content, hashlib.sha256(content).hexdigest())
    plan = BundlePlan(
        root="trial",
        members=(member,),
        info=(("Bagging-Date", date(2026, 1, 31).isoformat()),),
        made_at=_MADE_AT,
    )
    sealed = seal(plan, folder / "bundle.zip", Unwatched())
    found = verify(sealed.path, Unwatched())
    _demand(found.ok, f"faults: {found.faults}")
    return sealed.sha256[:16]


def _catalogues(_folder: Path) -> str:
    others = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
    paths = [locale() / name / "LC_MESSAGES" / "inspector.mo" for name in others]
    return ", ".join(f"{path.parent.parent.name} {path.stat().st_size}" for path in paths)


def _libraries(_folder: Path) -> str:
    names = ("filelock", "platformdirs")
    return ", ".join(importlib.import_module(name).__name__ for name in names)


_PARTS: Mapping[str, Callable[[Path], str]] = {
    "engine": _engine,
    "cipher": _cipher,
    "keys": _keys,
    "package": _package,
    "checklists": _checklists,
    "photos": _photos,
    "sheets": _sheets,
    "fonts": _fonts,
    "paper": _paper,
    "certificate": _certificate,
    "document": _document,
    "bundle": _bundle,
    "catalogues": _catalogues,
    "libraries": _libraries,
}


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RuntimeError(otherwise)
