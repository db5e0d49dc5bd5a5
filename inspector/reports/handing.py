"""The papers by which volumes are handed over: list of volumes, letter (GB/T 50328)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from inspector.core.papers import (
    SignBox,
    TransferPaper,
    VolumeListPaper,
    Written,
    snapshot_sha256,
)
from inspector.core.volumelist import FormSet, Holdings, VolumeRow
from inspector.reports.composer import Composer, in_points
from inspector.reports.forms import sign_boxes
from inspector.reports.layout.blocks import Block, NewPage
from inspector.reports.layout.fitting import fitted
from inspector.reports.layout.flow import Frame
from inspector.reports.layout.grid import Cell, Grid, Row, filled, grid
from inspector.reports.layout.measures import MM
from inspector.reports.press import Press
from inspector.reports.styles import (
    BODY,
    CELL,
    CELL_BOLD,
    CELL_CENTRE_BOLD,
    FORM_TITLE,
    HEAD,
    PLAIN,
)
from inspector.reports.volume import no_furniture
from inspector.words.language import _

_FRAME = Frame(side=15 * MM)
_LIST_MM = (10, 28, 43, 10, 10, 10, 20, 17, 11, 10.5, 10.5)
_SHORT_MM = (12, 36, 72, 16, 18, 26)
_FACT_MM = (34, 146)
_LEAST = 9 * MM


def write_volume_list(paper: VolumeListPaper, out: Path, fonts: Path) -> Written:
    """Write the list of volumes (案卷目录)."""
    press = Press(fonts, snapshot_sha256(paper))
    press.fill(volume_list(press.composer, paper), no_furniture, _FRAME)
    return press.finish(out, paper.identity, _("案卷目录"), paper.project_name)


def write_transfer(paper: TransferPaper, out: Path, fonts: Path) -> Written:
    """Write the letter of hand-over (移交书), the list of volumes behind it."""
    press = Press(fonts, snapshot_sha256(paper))
    blocks = [
        *_transfer(press.composer, paper),
        NewPage(),
        *volume_list(press.composer, paper.listed, _("附：案卷目录")),
    ]
    press.fill(blocks, no_furniture, _FRAME)
    return press.finish(out, paper.identity, _("移交书"), paper.listed.project_name)


# -- 案卷目录 -------------------------------------------------------------------------------------


def volume_list(
    composer: Composer, paper: VolumeListPaper, title: str | None = None
) -> Iterator[Block]:
    """Set the list of volumes with its sums."""
    yield composer.text(title or _("案卷目录"), FORM_TITLE)
    told = _("工程名称：{name}（{code}）　　编号：{number}").format(
        name=paper.project_name, code=paper.project_code, number=paper.identity.number
    )
    yield composer.text(told, PLAIN)
    is_short = paper.forms is FormSet.SCIENCE
    head, rows = (_short_list if is_short else _full_list)(composer, paper)
    widths = fitted(in_points(_SHORT_MM if is_short else _LIST_MM), [*head, *rows])
    yield grid(widths, rows, head=head, least=_LEAST)


def _full_list(composer: Composer, paper: VolumeListPaper) -> tuple[tuple[Row, ...], list[Row]]:
    """Set the list as GB/T 50328 has it."""
    rows = [_list_row(composer, row) for row in paper.rows]
    return _list_head(composer), [*rows, _sums(composer, paper.holdings)]


def _short_list(composer: Composer, paper: VolumeListPaper) -> tuple[tuple[Row, ...], list[Row]]:
    """Set the list as GB/T 11822 has it; photos, which have no pages, are told as a remark."""
    head = composer.head(_("序号"), _("档号"), _("案卷题名"), _("总页数"), _("保管期限"), _("备注"))
    rows: list[Row] = [
        (
            composer.centred(str(row.number)),
            Cell(composer.text(row.code, CELL)),
            Cell(composer.text(row.title, CELL)),
            composer.centred(str(row.pages)),
            composer.centred(row.retention),
            Cell(composer.text(_photos_told(row.photos, row.remark), CELL)),
        )
        for row in paper.rows
    ]
    held = paper.holdings
    total = _("合计　共 {volumes} 卷，{pages} 页").format(volumes=held.volumes, pages=held.pages)
    rows.append(
        (
            filled(composer.cell(total, span=3, style=HEAD)),
            composer.cell(str(held.pages), style=CELL_CENTRE_BOLD),
            Cell(composer.text("", CELL)),
            Cell(composer.text(_photos_told(held.photos), CELL_BOLD)),
        )
    )
    return head, rows


def _photos_told(photos: int, remark: str = "") -> str:
    told = _("照片 {photos} 张").format(photos=photos) if photos else ""
    return "；".join(part for part in (told, remark) if part)


def _list_head(composer: Composer) -> tuple[Row, ...]:
    """Set the head: the contents in numbers are of three kinds (文字, 图样, 照片)."""
    return composer.head(
        _("案卷号"),
        _("档号"),
        _("案卷题名"),
        _("文字\n页数"),
        _("图样\n页数"),
        _("照片\n张数"),
        _("编制单位"),
        _("编制日期"),
        _("保管\n期限"),
        _("密\n级"),
        _("备注"),
    )


def _list_row(composer: Composer, row: VolumeRow) -> Row:
    return (
        composer.centred(str(row.number)),
        Cell(composer.text(row.code, CELL)),
        Cell(composer.text(row.title, CELL)),
        composer.centred(str(row.text_pages)),
        composer.centred(str(row.drawing_pages)),
        composer.centred(str(row.photos)),
        Cell(composer.text(row.unit, CELL)),
        composer.centred(row.day8),
        composer.centred(row.retention),
        composer.centred(row.secrecy),
        Cell(composer.text(row.remark, CELL)),
    )


def _sums(composer: Composer, held: Holdings) -> Row:
    """Set the last row: the sums of all volumes."""
    total = _("合计　共 {volumes} 卷，{pages} 页").format(volumes=held.volumes, pages=held.pages)
    counts = (held.text_pages, held.drawing_pages, held.photos)
    return (
        filled(composer.cell(total, span=3, style=HEAD)),
        *(composer.cell(str(count), style=CELL_CENTRE_BOLD) for count in counts),
        Cell(composer.text("", CELL), span=5),
    )


# -- 移交书 ---------------------------------------------------------------------------------------


def transfer_facts(paper: TransferPaper) -> list[tuple[str, str]]:
    """Give what the letter says, name and value; an empty value is left for a pen."""
    listed, held = paper.listed, paper.listed.holdings
    return [
        (_("编号"), paper.identity.number),
        (_("移交单位"), listed.unit),
        (_("接收单位"), paper.receiver),
        (_("工程名称"), f"{listed.project_name}（{listed.project_code}）"),
        (_("案卷数"), _("共 {volumes} 卷").format(volumes=held.volumes)),
        (_("张数"), sheets_told(held)),
        (_("电子文件"), _("共 {files} 件").format(files=held.files)),
        (_("载体"), ""),
        (
            _("附件"),
            _("案卷目录一份（共 {volumes} 卷）；移交与接收登记表一份").format(volumes=held.volumes),
        ),
        (_("说明"), ""),
    ]


def sheets_told(held: Holdings) -> str:
    """Say how many pages and photos there are."""
    return _(
        "文字材料 {text} 页，图样材料 {drawings} 页，合计 {pages} 页；照片 {photos} 张"
    ).format(
        text=held.text_pages, drawings=held.drawing_pages, pages=held.pages, photos=held.photos
    )


def _transfer(composer: Composer, paper: TransferPaper) -> Iterator[Block]:
    yield composer.text(_("工程档案移交书"), FORM_TITLE)
    yield fact_table(composer, transfer_facts(paper))
    told = _(
        "移交单位将上列工程档案移交接收单位。双方按所附案卷目录逐卷清点，核对无误后签字盖章。"
        "本移交书一式两份，双方各执一份。"
    )
    yield composer.text(told, BODY.but(before=6, after=6))
    lines = (_("负责人（签字）："), _("经办人（签字）："), _("日期：　　　年　　月　　日"))
    sides = (
        (_("移交单位（盖章）"), paper.listed.unit),
        (_("接收单位（盖章）"), paper.receiver),
    )
    boxes = [SignBox(title=title, told=(unit,), lines=lines) for title, unit in sides]
    yield from sign_boxes(composer, boxes, _FRAME.width / 2)


def fact_table(
    composer: Composer,
    facts: Sequence[tuple[str, str]],
    columns_mm: Sequence[float] = _FACT_MM,
    least: float = _LEAST,
) -> Grid:
    """Set names and values; what is empty stays empty, for a pen."""
    rows = [
        (composer.label(name), Cell(composer.text(value, CELL_BOLD if value else CELL)))
        for name, value in facts
    ]
    made = grid(in_points(columns_mm), rows, least=least)
    return replace(made, after=4)
