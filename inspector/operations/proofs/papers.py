"""The PDF files of a bundle: pages counted, fitness for keeping, certificate signatures."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from inspector.archive.contents import RECORDS, Contents
from inspector.archive.tags import PAYLOAD
from inspector.core.certificates import PdfSeal, SealTrouble
from inspector.core.errors import InspectorError
from inspector.core.faults import Fault, FaultCode
from inspector.core.pdflooks import PdfLook, PdfTrouble
from inspector.core.progress import Progress, tracked
from inspector.core.proofs import CheckName, Proof
from inspector.operations.proofs.lists import Lists, Stated, stated_pages
from inspector.reports.pades import may_be_sealed, read_seals_of
from inspector.reports.pdflook import look_at_pdf
from inspector.reports.verapdf import refused_by, validator

_FORMS = ("000_", "999_")
_ENDING = ".pdf"
_TROUBLES = {
    PdfTrouble.UNREADABLE: FaultCode.PDF_UNREADABLE,
    PdfTrouble.ENCRYPTED: FaultCode.PDF_ENCRYPTED,
    PdfTrouble.SCRIPT: FaultCode.PDF_SCRIPT,
    PdfTrouble.OUTSIDE: FaultCode.PDF_OUTSIDE,
    PdfTrouble.FONT_ABSENT: FaultCode.PDF_FONT_ABSENT,
    PdfTrouble.INTENT_ABSENT: FaultCode.PDF_INTENT_ABSENT,
}
_SEALS = {
    SealTrouble.CHANGED: FaultCode.PDF_SEAL_CHANGED,
    SealTrouble.BROKEN: FaultCode.PDF_SEAL_BROKEN,
    SealTrouble.ADDED: FaultCode.PDF_SEAL_ADDED,
    SealTrouble.EXPIRED: FaultCode.PDF_SEAL_OUT_OF_TERM,
    SealTrouble.EARLY: FaultCode.PDF_SEAL_OUT_OF_TERM,
}


@dataclass(slots=True)
class _Tally:
    """What one check has found so far."""

    check: CheckName
    looked_at: int = 0
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)

    def proof(self) -> Proof:
        return Proof(
            check=self.check,
            looked_at=self.looked_at,
            faults=tuple(self.faults),
            remarks=tuple(self.remarks),
        )


def prove_papers(bag: Contents, progress: Progress) -> Iterator[Proof]:
    """Open each PDF once and look at its pages, its structure and its signatures."""
    pages, kept, seals = map(_Tally, (CheckName.PAGES, CheckName.PDFA, CheckName.SEALS))
    stated = {one.file: one for one in stated_pages(Lists(bag))}
    names, claimed = bag.below(PAYLOAD, _ENDING), []
    for name in tracked(names, len(names), progress):
        with bag.stream(name) as stream:
            look = look_at_pdf(stream)
            stream.seek(0)
            if may_be_sealed(stream):
                _take_seals(seals, name, _seals(stream, name))
        _take_look(kept, name, look)
        if look.level:
            claimed.append(name)
        if name in stated and look.pages is not None:
            _take_pages(pages, stated[name], look.pages)
    kept.faults.extend(_refused(bag, claimed, progress))
    yield from (tally.proof() for tally in (pages, kept, seals))


def _refused(bag: Contents, names: Sequence[str], progress: Progress) -> Iterator[Fault]:
    """Have veraPDF judge what claims to be PDF/A, where it is installed."""
    program = validator()
    if program is None:
        return
    with tempfile.TemporaryDirectory(prefix="verapdf-") as folder:
        copies = {Path(folder) / f"{number}.pdf": name for number, name in enumerate(names)}
        for copy, name in copies.items():
            with bag.stream(name) as stream, copy.open("wb") as out:
                shutil.copyfileobj(stream, out)
        for copy in sorted(refused_by(program, list(copies), progress)):
            yield Fault(FaultCode.PDF_REFUSED, copies[copy])


def _take_pages(tally: _Tally, stated: Stated, counted: int) -> None:
    tally.looked_at += 1
    if counted != stated.pages:
        source = PurePosixPath(stated.source).name
        facts: dict[str, str | int] = {
            "source": source,
            "said": stated.pages,
            "found": counted,
        }
        tally.faults.append(Fault(FaultCode.PAGES_DIFFER, stated.file, facts))


def _take_look(tally: _Tally, name: str, look: PdfLook) -> None:
    """Demand that what claims to be PDF/A, and each form of a volume, is fit; remark on others.

    Papers that were received may be what they are: they are kept as they came.
    """
    tally.looked_at += 1
    is_form = name.startswith(RECORDS) and PurePosixPath(name).name.startswith(_FORMS)
    where = tally.faults if look.level or is_form else tally.remarks
    for trouble, detail in look.troubles:
        facts: dict[str, str | int] = {"font": detail} if detail else {}
        where.append(Fault(_TROUBLES[trouble], name, facts))
    if not look.level and not look.troubles:
        where.append(Fault(FaultCode.PDF_NOT_ARCHIVAL, name))


def _seals(stream: BinaryIO, name: str) -> tuple[PdfSeal, ...] | None:
    try:
        return read_seals_of(stream, name)
    except InspectorError:
        return None


def _take_seals(tally: _Tally, name: str, seals: tuple[PdfSeal, ...] | None) -> None:
    if seals is None:
        tally.looked_at += 1
        tally.faults.append(Fault(FaultCode.PDF_UNREADABLE, name))
        return
    for seal in seals:
        tally.looked_at += 1
        holder = seal.certificate.holder if seal.certificate else seal.field
        for trouble in dict.fromkeys(_SEALS[one] for one in seal.troubles):
            tally.faults.append(Fault(trouble, name, {"holder": holder}))
