"""Papers that people bring (a letter of authority, a signed page): kept as they are, by hash."""

import hashlib
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.meetings import Letter
from inspector.core.text import clean
from inspector.folders import FILES
from inspector.operations.files import content_path, keep_content
from inspector.operations.workspace import Workspace
from inspector.photos.formats import JPEG, PNG, format_of

LARGEST = 64 << 20
"""Bytes; a scanned page has a few hundred thousand."""
_PDF_HEAD = b"%PDF-"
_SUFFIXES = (".pdf", ".jpg", ".png")


def keep_evidence(workspace: Workspace, source: Path) -> Letter:
    """Keep a scanned or printed paper (PDF, JPEG, PNG) under its hash, durable before its row."""
    if source.stat().st_size > LARGEST:
        raise InspectorError(Problem.EVIDENCE_TOO_LARGE, file=source.name, size=LARGEST >> 20)
    content = source.read_bytes()
    suffix = _suffix_of(content)
    if suffix is None:
        raise InspectorError(Problem.EVIDENCE_KIND_UNKNOWN, file=source.name)
    digest = hashlib.sha256(content).hexdigest()
    keep_content(workspace.folder / FILES, digest, suffix, content)
    return Letter(sha256=digest, name=clean(source.name))


def kept_evidence(workspace: Workspace, letter: Letter) -> Path | None:
    """Find a kept paper, if it is on this laptop."""
    folder = workspace.folder / FILES
    paths = (content_path(folder, letter.sha256, suffix) for suffix in _SUFFIXES)
    return next((path for path in paths if path.is_file()), None)


def _suffix_of(content: bytes) -> str | None:
    if content.startswith(_PDF_HEAD):
        return ".pdf"
    kind = format_of(content[:64])
    return f".{kind.ending}" if kind in {JPEG, PNG} and kind is not None else None
