"""The register that both sides sign when a bundle is handed over (移交与接收登记表).

Fields: 电子档案移交与接收办法 (2012), annexes; guide 3.3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector.core.checkvalues import grouped, qr_of
from inspector.core.papers import DiscRow, HandoverPaper, Written, snapshot_sha256
from inspector.reports.composer import Composer, in_points
from inspector.reports.handing import fact_table, sheets_told
from inspector.reports.layout.blocks import Block, Led, Stack, Uncut
from inspector.reports.layout.grid import Cell, Row, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Pen
from inspector.reports.layout.prose import Align
from inspector.reports.layout.qrcode import QrCode
from inspector.reports.press import Press
from inspector.reports.styles import CAPTION, CELL, CELL_BOLD, FORM_TITLE
from inspector.words.language import _

_GB = 1_000_000_000
_FACT_MM = (36, 124)
_SIDES_MM = (36, 62, 62)
_DISC_MM = (42, 18, 68, 32)
_CHECK = 7 * MM
_SIGN = 10 * MM
_SEAL = 19 * MM
_QR = 23 * MM
_GROUPS_A_LINE = 20
"""Characters of four groups with their blanks: a check value takes four lines of four groups."""
_VALUE = CELL_BOLD.but(size=11, leading=17)
_DAY = "%Y-%m-%d %H:%M"


def write_handover(paper: HandoverPaper, out: Path, fonts: Path) -> Written:
    """Write the register; equal bundles give equal bytes."""
    press = Press(fonts, snapshot_sha256(paper))
    furniture = press.furniture(_("移交与接收登记表"), paper.identity.number)
    press.fill(_blocks(press.composer, paper), furniture)
    return press.finish(out, paper.identity, _("电子档案移交与接收登记表"), paper.title)


def handover_facts(paper: HandoverPaper) -> list[tuple[str, str]]:
    """Give what the register says of the whole, name and value; what is empty is for a pen."""
    held, count = paper.holdings, len(paper.discs)
    return [
        (_("交接工作名称"), _("{title}档案移交").format(title=paper.title)),
        (_("归档包编号"), paper.identity.number),
        (_("移交单位"), paper.sender),
        (_("接收单位"), paper.receiver),
        (_("内容描述"), sheets_told(held) if held else ""),
        (
            _("移交电子档案数量"),
            _("{volumes} 卷，{files} 件").format(volumes=held.volumes, files=held.files)
            if held
            else "",
        ),
        (
            _("移交数据量"),
            _("{size}（{bytes} 字节，{files} 个文件）").format(
                size=gigabytes(paper.bytes), bytes=f"{paper.bytes:,}", files=paper.files
            ),
        ),
        (_("载体起止顺序号"), "1" if count == 1 else f"1 – {count}"),
        (_("移交载体类型、规格"), paper.medium),
        (_("封存时间"), paper.identity.made_at.strftime(_DAY)),
    ]


def gigabytes(count: int) -> str:
    """Spell bytes as GB with three decimals, as the register asks; never as nothing."""
    thousandths = max((count * 1000 + _GB // 2) // _GB, min(count, 1))
    return f"{thousandths // 1000}.{thousandths % 1000:03d} GB"


def _blocks(composer: Composer, paper: HandoverPaper) -> Iterator[Block]:
    yield composer.text(_("电子档案移交与接收登记表"), FORM_TITLE)
    yield fact_table(composer, handover_facts(paper), _FACT_MM, _CHECK)
    yield _sides(composer)
    yield from _digests(composer, paper)


# -- what people tick and sign -------------------------------------------------------------------


def _sides(composer: Composer) -> Block:
    """Set the tests and the signatures, a column for either side (annex 1)."""
    head = composer.head(_("检验内容"), _("移交单位"), _("接收单位"))
    tests = (
        _("准确性检验"),
        _("完整性检验"),
        _("可用性检验"),
        _("安全性检验"),
        _("载体外观检验"),
    )
    choice = _("□ 合格　　□ 不合格")
    day = _("　　　　年　　月　　日")
    rows: list[Row] = [
        (composer.label(test), composer.centred(choice), composer.centred(choice)) for test in tests
    ]
    for name, room in (
        (_("填表人（签名）"), _SIGN),
        (_("审核人（签名）"), _SIGN),
        (_("单位（印章）"), _SEAL),
    ):
        cell = Cell(_Signed(composer.text(day, CELL.but(align=Align.RIGHT)), room))
        rows.append((composer.label(name), cell, cell))
    made = grid(in_points(_SIDES_MM), rows, head=head, least=_CHECK)
    return made.kept_whole()


@dataclass(slots=True)
class _Signed(Uncut):
    """Room for a signature, the date below it."""

    day: Block
    room: float
    before: float = 0
    after: float = 0

    def height(self, width: float) -> float:
        """Give the room and the line for the date."""
        return max(self.room, self.day.height(width))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Set the date at the lower edge."""
        high = self.day.height(width)
        self.day.draw(pen, x, top - self.height(width) + high, width)


# -- 数字摘要 -------------------------------------------------------------------------------------


def _digests(composer: Composer, paper: HandoverPaper) -> Iterator[Block]:
    """Set the check value of each carrier, in groups of four and as a code (annex 数字摘要)."""
    head = composer.head(_("载体编号、内容"), _("实际容量"), _("数字摘要（SHA-256）"), _("二维码"))
    rows = [_digest(composer, disc) for disc in paper.discs]
    title = composer.text(_("附：数字摘要"), CAPTION.but(size=11, leading=18, before=8, after=2))
    yield Led([title], grid(in_points(_DISC_MM), rows, head=head))
    yield composer.remark(
        _(
            "数字摘要是归档包中 tagmanifest-sha256.txt 的 SHA-256 校验值，覆盖包内每一个文件："
            "任何文件改动或缺少，此值即不同。核对：inspector bundle verify；"
            "或在该文件所在文件夹中用 certutil -hashfile tagmanifest-sha256.txt SHA256（Windows）、"
            "sha256sum tagmanifest-sha256.txt（Linux）求得此值，与本表逐组比对，"
            "再按“其他/校验方法.txt”校验各文件。本表不装入归档包，签字盖章后另行保存。"
        )
    )


def _digest(composer: Composer, disc: DiscRow) -> Row:
    groups = grouped(disc.sha256)
    lines = [groups[at : at + _GROUPS_A_LINE] for at in range(0, len(groups), _GROUPS_A_LINE)]
    count = _("{files} 个文件").format(files=disc.files)
    told = Stack(
        composer.text(disc.code, CELL_BOLD),
        composer.text(disc.content, CELL),
        composer.text(count, CELL),
    )
    return (
        Cell(told),
        composer.centred(gigabytes(disc.bytes)),
        composer.cell("\n".join(line.strip() for line in lines), style=_VALUE),
        Cell(QrCode(qr_of(disc.sha256), _QR), pad=2 * MM),
    )
