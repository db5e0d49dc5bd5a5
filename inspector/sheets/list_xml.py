"""Read the two catalogues of the national hand-over layout back, guarded against hostile XML."""

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring


def read_list(content: bytes) -> list[dict[str, str]]:
    """Give the rows of a catalogue as (element, text) each; a ValueError where it is no XML."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise ValueError(str(error)) from None
    return [{cell.tag: (cell.text or "").strip() for cell in row} for row in root]
