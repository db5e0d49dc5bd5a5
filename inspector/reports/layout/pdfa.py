"""What makes a PDF an archival one: metadata, output intent, and text that can be read back.

PDF/A-2u (ISO 19005-2): XMP metadata (6.6.2), an sRGB output intent (6.2.3), Unicode values for
every glyph (6.2.11.7.2). Everything comes from the data, so that equal data give equal bytes.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

PRODUCER = "ReportLab 5.1.0"
_FORBIDDEN = frozenset({0, 0xFEFF, 0xFFFE})
_BLOCK = 100
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What a file says about itself; the subject is never empty (signing needs one)."""

    title: str
    author: str
    subject: str
    keywords: str
    program: str
    made_at: datetime
    snapshot: str
    language: str


def to_unicode(subset: Sequence[int]) -> str:
    """Give the ToUnicode map of a font subset, as UTF-16BE beyond U+FFFF too.

    ReportLab 5.1.0 writes such values with five digits, which readers take for two characters.
    The values that 6.2.11.7.2 forbids are left out.
    """
    rows = [
        f"<{at:02X}> <{_utf16(code)}>" for at, code in enumerate(subset) if code not in _FORBIDDEN
    ]
    blocks: list[str] = []
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([_CMAP_HEAD, *blocks, _CMAP_TAIL])


def _utf16(code: int) -> str:
    return "FFFD" if code in _SURROGATES else chr(code).encode("utf-16-be").hex().upper()


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""

_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def xmp(facts: FileFacts) -> bytes:
    """Give the metadata packet."""
    when = facts.made_at.isoformat(timespec="seconds")
    packet = _XMP.format(
        begin="\ufeff",
        title=_xml(facts.title),
        author=_xml(facts.author),
        subject=_xml(facts.subject),
        keywords=_xml(facts.keywords),
        program=_xml(facts.program),
        producer=PRODUCER,
        language=facts.language,
        when=when,
        snapshot=facts.snapshot,
        padding=(" " * 99 + "\n") * 20,
    )
    return packet.encode("utf-8")


def _xml(text: str) -> str:
    """Escape a text; what XML 1.0 cannot hold is shown by the replacement character."""
    held = "".join(char if _is_xml(ord(char)) else "\ufffd" for char in text)
    return escape(held)


def _is_xml(code: int) -> bool:
    """Tell whether XML 1.0 holds a character (2.2: Char)."""
    return code in {0x9, 0xA, 0xD} or any(code in part for part in _XML_CHARS)


_XML_CHARS = (range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))


_XMP = """<?xpacket begin="{begin}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:identifier>sha256:{snapshot}</dc:identifier>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{when}</xmp:CreateDate>
<xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
{padding}<?xpacket end="w"?>"""


def pdf_date(at: datetime) -> str:
    """Spell a time as PDF does: D:20261122154200+08'00'."""
    offset = f"{at:%z}" or "+0000"
    return f"D:{at:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


# -- the output intent


def srgb_profile() -> bytes:
    """Give an sRGB display profile (IEC 61966-2-1 primaries and curve, ICC.1:2001-04)."""
    curve = _curve()
    tags: list[tuple[bytes, bytes]] = [
        (b"cprt", _text("No copyright, use freely")),
        (b"desc", _description("sRGB IEC61966-2.1")),
        (b"wtpt", _xyz(0.95045, 1.0, 1.08905)),
        (b"rXYZ", _xyz(0.43607, 0.22249, 0.01392)),
        (b"gXYZ", _xyz(0.38515, 0.71687, 0.09708)),
        (b"bXYZ", _xyz(0.14307, 0.06061, 0.71410)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    for name, data in tags:
        if data not in placed:
            placed[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", placed[data], len(data))
    return _profile_head(start + len(body)) + struct.pack(">I", len(tags)) + table + body


def _profile_head(size: int) -> bytes:
    made = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    light = struct.pack(">3i", 63190, 65536, 54061)
    head = struct.pack(">I4sI", size, b"\0\0\0\0", 0x02100000) + b"mntrRGB XYZ " + made + b"acsp"
    head += b"\0" * 28 + light
    return head.ljust(128, b"\0")


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _text(text: str) -> bytes:
    return b"text\0\0\0\0" + text.encode("ascii") + b"\0"


def _description(text: str) -> bytes:
    held = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(held)) + held + b"\0" * (4 + 4 + 2 + 1 + 67)


_KNEE = 0.04045
"""Where the sRGB curve turns from straight to bent."""


def _curve(steps: int = 256) -> bytes:
    """Give the sRGB curve at even steps (IEC 61966-2-1, 5.2)."""
    points = [_linear(step / (steps - 1)) for step in range(steps)]
    values = struct.pack(f">{steps}H", *(round(65535 * point) for point in points))
    return b"curv\0\0\0\0" + struct.pack(">I", steps) + values


def _linear(value: float) -> float:
    linear: float = value / 12.92 if value <= _KNEE else ((value + 0.055) / 1.055) ** 2.4
    return linear
