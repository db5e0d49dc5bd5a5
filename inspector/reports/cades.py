"""Detached certificate signatures over one file (CAdES B-B in DER), made and verified offline.

`openssl cms -verify -binary -inform DER -in FILE.p7s -content FILE` reads them. pyHanko is loaded
when it is used, as for PDF files (`pades`).
"""

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from inspector.core.certificates import SealTrouble

_DIGESTS = frozenset({"sha256", "sha384", "sha512"})
_SIGNER_VERSIONS = {"issuer_and_serial_number": "v1", "subject_key_identifier": "v3"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DetachedOrder:
    """How to sign: with which key and when."""

    pkcs12: bytes
    passphrase: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSignature:
    """One signer's signature as it was read: certificates in DER, and what speaks against it.

    Whether the certificate counted at that time, and who stands behind it, is not judged here.
    """

    certificate: bytes | None = None
    others: tuple[bytes, ...] = ()
    signed_at: datetime | None = None
    troubles: tuple[SealTrouble, ...] = ()


def sign_detached(content: bytes, order: DetachedOrder) -> bytes:
    """Sign bytes; the certificate and what the .p12 holds of its issuers go into the signature."""
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    signer = SimpleSigner.load_pkcs12_data(order.pkcs12, [], order.passphrase.encode())
    signed = signer.async_sign_general_data(
        content,
        "sha256",
        use_cades=True,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=order.at),
    )
    return bytes(asyncio.run(signed).dump())


def read_detached(signature: bytes, content: bytes) -> tuple[ReadSignature, ...]:
    """Verify every signature in a .p7s over these bytes; one that cannot be read is broken."""
    from asn1crypto import cms

    broken = (ReadSignature(troubles=(SealTrouble.BROKEN,)),)
    try:
        info = cms.ContentInfo.load(signature, strict=True)
        signed = info["content"]
        if info["content_type"].native != "signed_data" or not _is_whole(signed):
            return broken
        certificates = [one.chosen for one in signed["certificates"]]
        found = tuple(_read(one, certificates, content) for one in signed["signer_infos"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return broken
    return found or broken


def _is_whole(signed: Any) -> bool:
    """Tell whether the fields that no signature covers say what they must (RFC 5652, 5.1-5.3).

    Programs that verify pass over them; a damaged one shall be found all the same.
    """
    inner = signed["encap_content_info"]
    summed = {_digest(one) for one in signed["digest_algorithms"]}
    versions = {_SIGNER_VERSIONS[one["sid"].name] for one in signed["signer_infos"]}
    return (
        signed["version"].native == max(versions, default="")
        and inner["content_type"].native == "data"
        and inner["content"].native is None
        and all(
            one["version"].native == _SIGNER_VERSIONS[one["sid"].name]
            and _digest(one["digest_algorithm"]) in summed & _DIGESTS
            for one in signed["signer_infos"]
        )
    )


def _digest(algorithm: Any) -> str | None:
    """Name a digest; it has no parameters."""
    plain = algorithm["parameters"].native is None
    return str(algorithm["algorithm"].native) if plain else None


def _read(signer: Any, certificates: Sequence[Any], content: bytes) -> ReadSignature:
    own = next((one for one in certificates if _is_of(signer, one)), None)
    if own is None:
        return ReadSignature(troubles=(SealTrouble.BROKEN,))
    return ReadSignature(
        certificate=own.dump(),
        others=tuple(one.dump() for one in certificates if one is not own),
        signed_at=_signing_time(signer),
        troubles=tuple(_troubles(signer, own, content)),
    )


def _is_of(signer: Any, certificate: Any) -> bool:
    """Tell whether a signature names this certificate; names are compared as they are encoded.

    asn1crypto's own comparison fails over characters newer than Unicode 3.2.
    """
    named = signer["sid"].chosen
    if signer["sid"].name == "subject_key_identifier":
        return bool(named.native == certificate.key_identifier)
    is_issuer = named["issuer"].dump() == certificate.issuer.dump()
    return is_issuer and bool(named["serial_number"].native == certificate.serial_number)


def _signing_time(signer: Any) -> datetime | None:
    from pyhanko.sign.validation.generic_cms import extract_self_reported_ts

    return extract_self_reported_ts(signer)


def _troubles(signer: Any, certificate: Any, content: bytes) -> Iterator[SealTrouble]:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    algorithm = signer["digest_algorithm"]["algorithm"].native
    digest = hashlib.new(algorithm, content).digest()
    try:
        is_intact, is_valid = validate_sig_integrity(signer, certificate, "data", digest)
    except (PdfError, SignatureValidationError, ValueError, TypeError, KeyError):
        yield SealTrouble.BROKEN
        return
    if not is_valid:
        yield SealTrouble.BROKEN
    elif not is_intact:
        yield SealTrouble.CHANGED
