"""Read finished PDFs as their readers do: validators, text, outline, pictures."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import page
import pypdfium2

ROOT = Path(__file__).parents[2]


def quick_faults(path: Path) -> list[str]:
    """Validate against PDF/A-2u with a second, fast validator; list what it finds."""
    report = page.validate_pdf(str(path), profile="2u")
    faults = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return faults or ([] if report.is_compliant else ["not compliant"])


def verapdf_faults(*paths: Path) -> dict[str, dict[str, str]]:
    """Validate against PDF/A-2u with veraPDF; give the broken rules of each file."""
    command = [sys.executable, "-m", "tests.kit.verapdf", *map(str, paths)]
    done = subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    return {Path(path).name: faults for path, faults in found.items()}


def page_texts(path: Path) -> list[str]:
    """Give the text of each page, lines parted as the reader parts them."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_text(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _text(sheet) -> str:
    text_page = sheet.get_textpage()
    try:
        return text_page.get_text_range().replace("\r\n", "\n")
    finally:
        text_page.close()
        sheet.close()


def joined(text: str) -> str:
    """Take line ends and blanks out: what a text says, wherever its lines break."""
    return "".join(text.split())


def whole_text(path: Path) -> str:
    """Give the text of all pages without line ends and blanks."""
    return joined("\n".join(page_texts(path)))


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it looks: how much of it is inked, and whether ink lies outside the margins."""

    inked: float
    spill: int


def picture(path: Path, number: int, margin_mm: float = 10) -> Picture:
    """Draw a page, and look for ink beyond the outer margin."""
    document = pypdfium2.PdfDocument(path)
    try:
        image = document[number].render(scale=1).to_pil().convert("L")
    finally:
        document.close()
    ink = image.point(lambda tone: 255 if tone < 250 else 0)
    edge = round(margin_mm * 72 / 25.4)
    inner = ink.copy()
    inner.paste(0, (edge, edge, image.width - edge, image.height - edge))
    dark = ink.histogram()[255]
    return Picture(dark / (image.width * image.height), inner.histogram()[255])
