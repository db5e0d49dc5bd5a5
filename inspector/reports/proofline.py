"""The QR code of a signed paper: by it a copy on paper is compared with the records."""

from dataclasses import dataclass

from inspector.core.papers import PaperIdentity, qr_text
from inspector.reports.composer import Composer
from inspector.reports.layout.blocks import Block, Uncut
from inspector.reports.layout.grid import Grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Pen
from inspector.reports.layout.prose import Prose
from inspector.reports.layout.qrcode import QrCode
from inspector.reports.styles import REMARK
from inspector.words.language import _

_SIDE = 24 * MM
_TEXT_LEFT = 30 * MM


def proof_line(composer: Composer, identity: PaperIdentity, snapshot: str) -> "ProofLine":
    """Say how a signed copy is compared with the data."""
    text = _(
        "二维码含报告编号和校验码，可与数据库中的记录比对；内容如有改动，校验码不同。\n"
        "本章供手写签名和加盖公章，签署后请扫描归档。"
    )
    return ProofLine(proof_code(identity, snapshot, _SIDE), composer.text(text, REMARK))


def proof_code(identity: PaperIdentity, snapshot: str, side: float) -> QrCode:
    """Give the code of a paper in a given size, in points."""
    return QrCode(qr_text(identity, snapshot), side)


@dataclass(slots=True)
class Beside:
    """A table with the code at its right; the code stays with the first part of the table."""

    table: Grid
    code: QrCode
    left: float
    before: float = 6
    after: float = 8

    def height(self, width: float) -> float:
        """Give the height of the higher one."""
        return max(self.table.height(width), self.code.height(width))

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple["Block | None", "Block | None"]:
        """Cut the table."""
        head, rest = self.table.split(width, room, force=force)
        if head is None:
            return None, self
        return Beside(head, self.code, self.left), rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the table at the left edge, the code at the right one."""
        self.table.draw(pen, x, top, width)
        self.code.draw(pen, x + self.left, top, width - self.left)


@dataclass(slots=True)
class ProofLine(Uncut):
    """The code beside its explanation."""

    code: QrCode
    text: Prose
    before: float = 6
    after: float = 0

    def height(self, width: float) -> float:
        """Give the height of the code."""
        return max(_SIDE, self.text.height(width - _TEXT_LEFT))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the code at the left, the text in the middle of its height."""
        self.code.draw(pen, x, top, _SIDE)
        high = self.text.height(width - _TEXT_LEFT)
        self.text.draw(pen, x + _TEXT_LEFT, top - (_SIDE - high) / 2, width - _TEXT_LEFT)
