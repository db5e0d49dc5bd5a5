"""Collect the texts of the program and compile the English catalogue.

Run after texts changed: new ones appear untranslated in inspector.po, which a test refuses.
Both files are the same for the same source, whenever and wherever they are made: the header
carries constant dates, entries are sorted and lines never wrapped.
"""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "inspector.po"
COMPILED = CATALOGUE.with_suffix(".mo")
_SOURCE = ROOT / "inspector"
_KEYWORDS = ("_", "N_")
# A date of the run would change both files with every run, so they carry this one.
_SINCE = datetime(2026, 1, 1, tzinfo=UTC)
_HEAD = """\
# English texts of Inspector.
# Copyright (C) 2026 the Inspector authors
# This file is distributed under the same license as Inspector."""


def source_strings() -> set[str]:
    """Give every text that the source marks for translation."""
    found = extract_from_dir(str(_SOURCE), keywords=dict.fromkeys(_KEYWORDS))
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def collected(known: Catalog, sources: set[str]) -> Catalog:
    """Give the catalogue of these texts, with what is translated already."""
    catalogue = _empty()
    for text in sorted(sources):
        message = known.get(text)
        catalogue.add(text, message.string if message else "")
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Give the bytes of inspector.po."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return stream.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Give the bytes of inspector.mo."""
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def read() -> Catalog:
    """Read inspector.po; one that does not exist yet is empty."""
    if not CATALOGUE.exists():
        return _empty()
    with CATALOGUE.open("rb") as stream:
        return read_po(stream, locale="en")


def main() -> None:
    """Bring both files up to date with the source."""
    catalogue = collected(read(), source_strings())
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(written(catalogue))
    COMPILED.write_bytes(compiled(catalogue))


def _empty() -> Catalog:
    return Catalog(
        locale="en",
        project="inspector",
        version="1",
        header_comment=_HEAD,
        msgid_bugs_address="the Inspector authors",
        creation_date=_SINCE,
        revision_date=_SINCE,
        last_translator="the Inspector authors",
        language_team="en",
        fuzzy=False,
    )


if __name__ == "__main__":
    main()
