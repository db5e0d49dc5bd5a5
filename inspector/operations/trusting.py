"""Whom an office trusts: certificates of authorities in a file of the workspace, or named ad hoc.

Nothing is looked up on the network, so that a revoked certificate is not told from a good one.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inspector.core.certificates import Certificate, PdfSeal
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace
from inspector.sync.certificates import chain_of, read_certificate, read_trusted

TRUSTED = Path("rules") / "trusted.pem"
"""Where the office's file lies in the workspace; PEM or DER, whatever it is called."""


def take_trusted(workspace: Workspace, file: Path) -> tuple[Certificate, ...]:
    """Keep a file of certificates as those that the office trusts; it replaces the one before."""
    found = _described(read_trusted(file))
    write_whole(workspace.folder / TRUSTED, file.read_bytes())
    return found


def office_trusted(workspace: Workspace) -> tuple[Certificate, ...]:
    """List the certificates that the office trusts."""
    return _described(_office_ends(workspace))


def trusted_ends(workspace: Workspace | None, files: Sequence[Path] = ()) -> tuple[bytes, ...]:
    """Give the certificates to be trusted: those of the office, and those in files named now."""
    named = tuple(one for file in files for one in read_trusted(file))
    return (*(_office_ends(workspace) if workspace else ()), *named)


def with_issuers(seals: Sequence[PdfSeal], ends: Sequence[bytes]) -> tuple[PdfSeal, ...]:
    """Note on each signature who stands behind it, and whether that is trusted."""
    return tuple(_followed(seal, ends) for seal in seals)


def _followed(seal: PdfSeal, ends: Sequence[bytes]) -> PdfSeal:
    if not seal.der or seal.signed_at is None:
        return seal
    chain = chain_of(seal.der, seal.others, ends, seal.signed_at)
    return replace(seal, issuers=chain.issuers, is_trusted=chain.is_trusted)


def _office_ends(workspace: Workspace) -> tuple[bytes, ...]:
    path = workspace.folder / TRUSTED
    return read_trusted(path) if path.is_file() else ()


def _described(contents: Sequence[bytes]) -> tuple[Certificate, ...]:
    return tuple(one for one in map(read_certificate, contents) if one is not None)
