"""The same report by WeasyPrint: one HTML document, the same fonts, texts and previews by path.

Previews are embedded as they are (no `optimize_images`), and no PDF variant is asked for, which
is in its favour.
"""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from inspector.core.papers import AcceptancePaper, DefectSheet, PaperPhoto

_DASH = "—"
_STYLE = """
@font-face { font-family: song; src: url(file://FONTS/NotoSerifSC-Regular.ttf) }
@font-face { font-family: hei; src: url(file://FONTS/NotoSansSC-Bold.ttf) }
@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 9pt song; }
h1 { font: 30pt hei; text-align: center; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 0.4pt solid black; padding: 3pt 4pt; vertical-align: top; }
td.photo { width: 50%; text-align: center; font-size: 8pt; }
img { width: 60mm; height: 45mm; object-fit: contain; }
tr { break-inside: avoid; }
.sheet { break-inside: avoid; margin-top: 6pt; }
"""


def write_report(paper: AcceptancePaper, out: Path, fonts: Path) -> None:
    """Write register, before/after pairs, photo sheets and the hashes of the originals."""
    configuration = FontConfiguration()
    style = CSS(string=_STYLE.replace("FONTS", str(fonts)), font_config=configuration)
    html = HTML(string="".join(_parts(paper)))
    html.write_pdf(str(out), stylesheets=[style], font_config=configuration)


def _parts(paper: AcceptancePaper) -> Iterator[str]:
    yield "<h1>联合竣工验收报告</h1>"
    yield from _register(paper.defects)
    for defect in paper.defects:
        yield from _defect(defect)
    yield from _pairs(paper.photos)
    yield from _hashes(paper.photos)


def _register(defects: Sequence[DefectSheet]) -> Iterator[str]:
    yield "<table><thead><tr>"
    for title in ("编号", "部位", "问题", "程度", "责任单位", "整改期限", "状态"):
        yield f"<th>{title}</th>"
    yield "</tr></thead>"
    for one in defects:
        cells = (one.number, one.place, one.text, one.severity, one.party, one.due, one.status)
        yield _row("td", cells)
    yield "</table>"


def _defect(defect: DefectSheet) -> Iterator[str]:
    yield "<div class=sheet><table>"
    head = (defect.number, defect.place, defect.party, defect.due, defect.severity)
    yield _row("th", head)
    yield f"<tr><td colspan=5>{escape(defect.text)}</td></tr>"
    told = (f"{one.at} {one.step} {one.by or ''} {one.note or ''}" for one in defect.events)
    yield f"<tr><td colspan=5>{'<br>'.join(escape(line) for line in told)}</td></tr></table>"
    for pair in defect.pairs:
        yield from _pairs([photo for photo in (pair.before, pair.after) if photo is not None])
    yield "</div>"


def _row(tag: str, cells: Sequence[str | None]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell or _DASH)}</{tag}>' for cell in cells)}</tr>"


def _pairs(photos: Sequence[PaperPhoto]) -> Iterator[str]:
    yield "<table>"
    for at in range(0, len(photos), 2):
        yield f"<tr>{''.join(_photo(photo) for photo in photos[at : at + 2])}</tr>"
    yield "</table>"


def _photo(photo: PaperPhoto) -> str:
    told = (
        *(photo.number, photo.caption, photo.taken, photo.photographer),
        *(photo.place, photo.direction, photo.position),
    )
    caption = escape("　".join(part for part in told if part))
    source = photo.preview.as_uri() if photo.preview else ""
    return f'<td class=photo><img src="{source}"><br>{caption}</td>'


def _hashes(photos: Sequence[PaperPhoto]) -> Iterator[str]:
    yield "<table><thead><tr><th>照片</th><th>SHA-256</th></tr></thead>"
    for photo in photos:
        yield f"<tr><td>{photo.number}</td><td>{photo.sha256}</td></tr>"
    yield "</table>"
