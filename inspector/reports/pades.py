"""Certificate signatures on a PDF (PAdES B-B), one increment each; made and verified offline.

With `cades` the only door to pyHanko. It is loaded when it is used: it is large, and brings a
network library that nothing here calls. Signatures are invisible: no font, no picture, the file
stays PDF/A, and chapter 10 holds what is drawn. What a later increment may do to a signed file is
judged by pyHanko's rules for changes: further signatures only.
"""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from inspector.core.certificates import (
    SELF_MADE,
    Certificate,
    PdfSeal,
    SealTrouble,
    with_concerns,
)
from inspector.core.errors import InspectorError, Problem

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_CHUNK = 1 << 20
_BYTE_RANGE = b"/ByteRange"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealOrder:
    """How to sign: with which key, in which field, when, and what is said with it."""

    pkcs12: bytes
    passphrase: str
    field: str
    at: datetime
    reason: str
    name: str


def seal_pdf(content: bytes, order: SealOrder) -> bytes:
    """Give the PDF with one more signature appended; what was there stays byte for byte."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession

    class Clocked(PdfSigner):
        """Signs at the moment of the order rather than at the machine's."""

        def init_signing_session(self, *given: Any, **more: Any) -> PdfSigningSession:
            session = super().init_signing_session(*given, **more)
            session.system_time = order.at
            return session

    signer = SimpleSigner.load_pkcs12_data(order.pkcs12, [], order.passphrase.encode())
    meta = PdfSignatureMetadata(
        field_name=order.field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=order.reason,
        name=order.name,
    )
    out = io.BytesIO()
    Clocked(meta, signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content)), output=out)
    return out.getvalue()


def read_seals(content: bytes, name: str) -> tuple[PdfSeal, ...]:
    """Verify every signature of a PDF offline, in the order in which they were given."""
    return read_seals_of(io.BytesIO(content), name)


def may_be_sealed(stream: BinaryIO) -> bool:
    """Tell whether a PDF may hold signatures; nothing is parsed, a signature stands in the open."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        if _BYTE_RANGE in tail + chunk:
            return True
        tail = chunk[-len(_BYTE_RANGE) :]
    return False


def read_seals_of(stream: BinaryIO, name: str) -> tuple[PdfSeal, ...]:
    """Verify the signatures of a PDF that is read here and there, however long it is."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    # what it finds comes back as a status; what it logs would reach a person who asked nothing
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    length = stream.seek(0, io.SEEK_END)
    try:
        reader = PdfFileReader(stream)
        found = list(reader.embedded_regular_signatures)
        signed = max((_end(one) for one in reader.embedded_signatures), default=length)
    except (PdfError, ValueError, KeyError, IndexError, TypeError) as error:
        raise InspectorError(Problem.PDF_UNREADABLE, file=name) from error
    return with_concerns([_seal(one, has_tail=signed < length) for one in found])


def _end(signature: "EmbeddedPdfSignature") -> int:
    """Tell up to which byte a signature reaches."""
    *_first, begin, length = (int(number) for number in signature.byte_range)
    return begin + length


def _seal(signature: "EmbeddedPdfSignature", *, has_tail: bool) -> PdfSeal:
    """Verify one; bytes that no signature covers (`has_tail`) came after all of them."""
    from pyhanko.pdf_utils.misc import PdfError

    certificate, signed_at = None, None
    der: bytes = b""
    others: tuple[bytes, ...] = ()
    try:
        certificate = _certificate(signature.signer_cert)
        der, others = _embedded(signature)
        signed_at = signature.self_reported_timestamp
        troubles = list(_troubles(signature))
    except (PdfError, ValueError, KeyError, TypeError):
        troubles = [SealTrouble.BROKEN]
    if has_tail and not troubles:
        troubles = [SealTrouble.ADDED]
    if certificate and signed_at:
        late_or_early = certificate.out_of_term(signed_at)
        troubles += [late_or_early] if late_or_early else []
    reason = signature.sig_object.get("/Reason")
    return PdfSeal(
        field=signature.field_name,
        certificate=certificate,
        signed_at=signed_at,
        reason=str(reason) if reason else None,
        troubles=tuple(troubles),
        der=der,
        others=others,
    )


def _embedded(signature: Any) -> tuple[bytes, tuple[bytes, ...]]:
    """Give the signer's certificate and the others that came with it, in DER."""
    others = tuple(one.dump() for one in signature.other_embedded_certs)
    return signature.signer_cert.dump(), others


def _troubles(signature: "EmbeddedPdfSignature") -> Iterator[SealTrouble]:
    """Check digest, value and what came after; whom to trust is said by the person.

    No path of certificates is built: it would ask for a trusted root, and it fails over names
    with characters that came after Unicode 3.2.
    """
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    signature.compute_integrity_info()  # type: ignore[no-untyped-call]
    digest = signature.compute_digest()
    is_intact, is_valid = validate_sig_integrity(
        signature.signer_info, signature.signer_cert, "data", digest
    )
    if not is_intact:
        yield SealTrouble.CHANGED
    elif not is_valid:
        yield SealTrouble.BROKEN
    elif signature.coverage is not SignatureCoverageLevel.ENTIRE_FILE and not _only_signed(
        signature
    ):
        yield SealTrouble.ADDED


def _only_signed(signature: "EmbeddedPdfSignature") -> bool:
    """Tell whether nothing but further signatures came after a signature."""
    from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    found: Any = signature.diff_result
    is_whole = signature.coverage is SignatureCoverageLevel.ENTIRE_REVISION
    is_told = isinstance(found, DiffResult)
    return bool(is_whole and is_told) and (
        found.modification_level <= ModificationLevel.FORM_FILLING
    )


def _certificate(found: Any) -> Certificate:
    """Tell what a certificate says, from pyHanko's reading of it."""
    subject, issuer = found.subject.native, found.issuer.native
    return Certificate(
        holder=str(subject.get("common_name", "—")),
        unit=subject.get("organization_name"),
        issuer=str(issuer.get("common_name", "—")),
        sha256=found.sha256.hex(),
        not_before=found.not_valid_before,
        not_after=found.not_valid_after,
        is_self_made=issuer.get("common_name") == SELF_MADE or subject == issuer,
    )
