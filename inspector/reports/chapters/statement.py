"""Annex E: what the report rests on, so that it can be checked against the data."""

from collections.abc import Iterator, Sequence

from inspector.core.papers import AcceptancePaper, PaperPhoto, check_code
from inspector.reports.chapter import Chapter
from inspector.reports.composer import Composer, Numbered, in_points
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.grid import Row, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.layout.prose import Align
from inspector.reports.styles import PHOTO_NOTE
from inspector.reports.wording import grouped, moment_text
from inspector.words.language import _

_PACK_MM = (44, 22, 70, 24)
_FACT_MM = (40, 120)
_HASH_MM = (10, 43.3)
_ABREAST, _HALF = 3, 32
_HASH = PHOTO_NOTE.but(size=6.2, leading=9)


def statement_chapter(composer: Composer, paper: AcceptancePaper, snapshot: str) -> Chapter:
    """Set annex E."""
    anchor = Anchor("annex-e", _("附件 E　数据说明"))
    facts = composer.numbered(_("报告与数据"))
    packs = composer.numbered(_("检查清单版本")) if paper.statement.packs else None
    hashes = composer.numbered(_hashes_title(paper)) if paper.photos else None
    tables = [one for one in (facts, packs, hashes) if one]
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, paper, snapshot, (anchor, facts, packs, hashes)),
        count=len(tables),
        tables=tuple(one.anchor for one in tables),
        on_new_page=True,
    )


def _pieces(
    composer: Composer,
    paper: AcceptancePaper,
    snapshot: str,
    parts: tuple[Anchor, Numbered, Numbered | None, Numbered | None],
) -> Iterator[list[Block]]:
    anchor, facts, packs, hashes = parts
    rows = [
        (composer.label(label), composer.cell(value)) for label, value in _facts(paper, snapshot)
    ]
    table = grid(in_points(_FACT_MM), rows, caption=facts.caption, least=7 * MM)
    yield [Led([composer.heading(anchor)], table)]
    if packs:
        yield [_packs(composer, paper, packs)]
    if hashes:
        yield [_hashes(composer, paper.photos, hashes)]


def _facts(paper: AcceptancePaper, snapshot: str) -> Iterator[tuple[str, str | None]]:
    identity, statement = paper.identity, paper.statement
    yield _("报告编号"), identity.number
    yield _("版本"), str(identity.version)
    yield _("生成时间"), moment_text(identity.made_at)
    yield _("编制人"), identity.made_by
    yield _("编制单位"), identity.unit
    yield _("程序"), identity.program
    if statement.schema_version is not None:
        yield _("数据版本"), str(statement.schema_version)
    yield _("快照 SHA-256"), snapshot
    yield _("校验码"), check_code(snapshot)
    yield _("项目数据 SHA-256"), statement.content_sha256
    yield (
        _("文件"),
        _("{count} 个，共 {size} 字节").format(
            count=statement.file_count, size=grouped(statement.file_bytes)
        ),
    )
    yield _("文件清单 SHA-256"), statement.file_list_sha256
    for label, count in statement.counts:
        yield label, grouped(count)


def _packs(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    head = (_("清单"), _("版本"), _("SHA-256"), _("标准核对日期"))
    rows: list[Row] = [
        (
            composer.cell(pack.title),
            composer.centred(pack.version),
            composer.cell(pack.sha256),
            composer.centred(
                pack.editions_checked_on.isoformat() if pack.editions_checked_on else None
            ),
        )
        for pack in paper.statement.packs
    ]
    return composer.table(_PACK_MM, head, rows, numbered, _how_to_check(paper))


def _hashes(composer: Composer, photos: Sequence[PaperPhoto], numbered: Numbered) -> Block:
    """List the originals by hash, three in a row, each hash in two lines of one width."""
    cells = [
        (
            composer.cell(photo.number, style=_HASH.but(align=Align.CENTRE)),
            composer.cell(f"{photo.sha256[:_HALF]}\n{photo.sha256[_HALF:]}", style=_HASH),
        )
        for photo in photos
    ]
    blank = (composer.cell(" ", style=_HASH), composer.cell(" ", style=_HASH))
    cells += [blank] * (-len(cells) % _ABREAST)
    rows: list[Row] = [
        tuple(cell for pair in cells[at : at + _ABREAST] for cell in pair)
        for at in range(0, len(cells), _ABREAST)
    ]
    head = (_("编号"), _("SHA-256")) * _ABREAST
    widths = in_points(_HASH_MM * _ABREAST)
    return grid(widths, rows, head=composer.head(*head), caption=numbered.caption)


def _hashes_title(paper: AcceptancePaper) -> str:
    """Say what was hashed: in a public copy the pictures that it shows, for originals stay out."""
    return _("公开照片 SHA-256") if paper.identity.mark else _("照片原件 SHA-256")


def _how_to_check(paper: AcceptancePaper) -> str:
    if paper.identity.mark:
        return _(
            "快照是本报告所显示的全部数据；数据相同则校验码相同。本报告由删除个人信息后的数据生成，"
            "校验码与原报告不同；照片以公开副本中的文件计入。"
        )
    return _(
        "快照是本报告所显示的全部数据；数据相同则校验码相同，任何改动都会使校验码不同。"
        "照片以原始文件的 SHA-256 计入快照，报告中的照片由原始文件缩小而成。"
    )
