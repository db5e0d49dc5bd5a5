"""Sign bundles with certificates, at sealing or later, and verify such signatures offline."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector.archive import tags
from inspector.archive.foldershelf import bag_folder
from inspector.archive.opening import opened_bundle
from inspector.archive.shelf import Shelf, Unreadable
from inspector.archive.verify import verify
from inspector.core.bundles import BundleSigner
from inspector.core.certificates import Certificate, DetachedSeal, SealTrouble
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import Fault, FaultCode, Verification
from inspector.core.progress import Progress, Unwatched
from inspector.operations.files import write_whole
from inspector.operations.sealing import check_term
from inspector.reports.cades import DetachedOrder, ReadSignature, read_detached, sign_detached
from inspector.sync.certificates import (
    chain_of,
    open_certificate,
    read_certificate,
    read_trusted,
)

_LARGEST = 1 << 20
"""Bytes of a signature or a tag manifest that are read: a few thousand are usual."""
_MOST_SIGNATURES = 100
_FAULTS = {
    SealTrouble.CHANGED: FaultCode.SEAL_CHANGED,
    SealTrouble.BROKEN: FaultCode.SEAL_BROKEN,
    SealTrouble.EXPIRED: FaultCode.SEAL_EXPIRED,
    SealTrouble.EARLY: FaultCode.SEAL_EARLY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBundle:
    """The signature that was written, and whose it is."""

    signature: Path
    certificate: Certificate
    signed_at: datetime


# -- signing --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OpenedSigner:
    """A certificate that counts now, opened, ready to sign any number of tag manifests."""

    certificate: Certificate
    order: DetachedOrder

    def signature(self, tag_manifest: bytes) -> bytes:
        """Sign a tag manifest."""
        return sign_detached(tag_manifest, self.order)

    def sealing(self, tag_manifest: bytes) -> Mapping[str, bytes]:
        """Give the signature that goes into a bundle at its sealing."""
        return {tags.SIGNATURE: self.signature(tag_manifest)}

    @property
    def announced(self) -> tuple[str, str]:
        """Give the line of `bag-info.txt` by which a removed signature is missed."""
        of_unit = f"，{self.certificate.unit}" if self.certificate.unit else ""
        said = f"{self.certificate.holder}{of_unit}；证书 SHA-256 {self.certificate.sha256}"
        return tags.SIGNED_BY, said


def opened_signer(signer: BundleSigner, now: datetime) -> OpenedSigner:
    """Open a certificate; refused where the passphrase is wrong or its term is not now."""
    pkcs12, certificate = open_certificate(signer.certificate, signer.passphrase)
    check_term(certificate, signer.certificate, now)
    order = DetachedOrder(pkcs12=pkcs12, passphrase=signer.passphrase, at=now)
    return OpenedSigner(certificate, order)


def sign_bundles(
    bundles: Sequence[Path],
    signer: BundleSigner,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
) -> tuple[SignedBundle, ...]:
    """Sign bundles that are sealed already, after verifying all of them; their own bytes stay.

    A signature lies in the folder beside the tag manifest, or beside the ZIP.
    """
    opened = opened_signer(signer, clock())
    watch = progress or Unwatched()
    manifests = [(bundle, _manifest_to_sign(bundle, opened, watch)) for bundle in bundles]
    made: list[SignedBundle] = []
    for bundle, manifest in manifests:
        target = next(path for path in _places(bundle) if not path.exists())
        write_whole(target, opened.signature(manifest))
        made.append(
            SignedBundle(
                signature=target, certificate=opened.certificate, signed_at=opened.order.at
            )
        )
    return tuple(made)


def _manifest_to_sign(bundle: Path, signer: OpenedSigner, progress: Progress) -> bytes:
    """Give the tag manifest of a sound bundle that this certificate has not signed."""
    found = with_seals(bundle, verify(bundle, progress))
    if not found.ok:
        raise InspectorError(Problem.BUNDLE_NOT_SIGNED, file=bundle, count=len(found.faults))
    holder = signer.certificate.holder
    if any(seal.certificate == signer.certificate for seal in found.seals):
        raise InspectorError(Problem.BUNDLE_SIGNED_TWICE, file=bundle, signer=holder)
    with opened_bundle(bundle) as shelf:
        manifest = _content(shelf, tags.TAG_MANIFEST)
    if not manifest:
        raise InspectorError(Problem.BUNDLE_UNLISTED, file=bundle, member=tags.TAG_MANIFEST)
    return manifest


def _places(bundle: Path) -> Iterator[Path]:
    """Name where signatures of a bundle may lie outside its ZIP, or in its folder, in order."""
    numbers = range(1, _MOST_SIGNATURES)
    if bundle.is_dir():
        folder = bag_folder(bundle)
        return (folder / tags.signature_name(number) for number in numbers)
    names = (tags.signature_name(number, bundle.name) for number in numbers)
    return (bundle.with_name(name) for name in names)


# -- verifying ------------------------------------------------------------------------------------


def with_seals(bundle: Path, found: Verification, trusted: Sequence[Path] = ()) -> Verification:
    """Add to what a check found how the signatures over the tag manifest stand.

    Where certificates to be trusted are named, some signature must come from one of them.
    """
    ends = tuple(one for path in trusted for one in read_trusted(path))
    beside = [] if bundle.is_dir() else [path for path in _places(bundle) if path.is_file()]
    inside = tags.signatures(one.name for one in found.members)
    announced = tags.signer_announced(dict(found.info))
    seals = _seals(bundle, inside, beside, ends) if inside or beside else ()
    faults = [*_faults(seals), *_missing(announced, seals)]
    if ends and not any(seal.is_trusted and seal.holds for seal in seals):
        faults.append(Fault(FaultCode.SEAL_UNTRUSTED))
    return replace(found, seals=seals, faults=(*found.faults, *faults))


def _seals(
    bundle: Path, inside: Sequence[str], beside: Sequence[Path], trusted: Sequence[bytes]
) -> tuple[DetachedSeal, ...]:
    with opened_bundle(bundle) as shelf:
        manifest = _content(shelf, tags.TAG_MANIFEST)
        files = {name: _content(shelf, name) for name in inside}
    files |= {path.name: _beside(path) for path in beside}
    return tuple(
        _seal(name, read, trusted)
        for name, text in files.items()
        for read in read_detached(text, manifest)
    )


def signature_holds(signature: bytes, tag_manifest: bytes) -> bool:
    """Tell whether every signature in a .p7s is one over this tag manifest."""
    return not any(read.troubles for read in read_detached(signature, tag_manifest))


def _seal(name: str, read: ReadSignature, trusted: Sequence[bytes]) -> DetachedSeal:
    certificate = read_certificate(read.certificate) if read.certificate else None
    if read.certificate is None or certificate is None or read.signed_at is None:
        return DetachedSeal(
            file=name, certificate=certificate, signed_at=None, troubles=(SealTrouble.BROKEN,)
        )
    chain = chain_of(read.certificate, read.others, trusted, read.signed_at)
    troubles = list(read.troubles)
    late_or_early = certificate.out_of_term(read.signed_at)
    troubles += [late_or_early] if late_or_early else []
    return DetachedSeal(
        file=name,
        certificate=certificate,
        signed_at=read.signed_at,
        issuers=chain.issuers,
        is_trusted=chain.is_trusted,
        troubles=tuple(troubles),
    )


def _faults(seals: Sequence[DetachedSeal]) -> Iterator[Fault]:
    for seal in seals:
        signer = seal.certificate.holder if seal.certificate else "—"
        for trouble in seal.troubles:
            yield Fault(_FAULTS[trouble], seal.file, {"signer": signer})


def _missing(announced: str, seals: Sequence[DetachedSeal]) -> Iterator[Fault]:
    """Miss the signature that was made at sealing, where no signature of that key is there."""
    there = {seal.certificate.sha256 for seal in seals if seal.certificate}
    if announced and announced not in there:
        yield Fault(FaultCode.SEAL_MISSING, tags.SIGNATURE, {"certificate": announced})


def _content(shelf: Shelf, name: str) -> bytes:
    """Read a file of the bundle; what is not there, or is too large, reads as nothing."""
    if not 0 < shelf.files.get(name, 0) <= _LARGEST:
        return b""
    try:
        return b"".join(bytes(chunk) for chunk in shelf.chunks(name))
    except Unreadable:
        return b""


def _beside(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as stream:
        return stream.read(_LARGEST)
    return b""
