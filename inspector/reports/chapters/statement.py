"""Annex E: what the report rests on, so that it can be checked against the data."""

from collections.abc import Iterator

from inspector.core.papers import AcceptancePaper, check_code
from inspector.reports.chapter import Chapter
from inspector.reports.composer import Composer, Numbered, in_points
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.grid import Row, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.wording import grouped, moment_text
from inspector.words.language import _

_PACK_MM = (44, 22, 70, 24)
_FACT_MM = (40, 120)


def statement_chapter(composer: Composer, paper: AcceptancePaper, snapshot: str) -> Chapter:
    """Set annex E."""
    anchor = Anchor("annex-e", _("附件 E　数据说明"))
    facts = composer.numbered(_("报告与数据"))
    packs = composer.numbered(_("检查清单版本")) if paper.statement.packs else None
    tables = (facts.anchor, packs.anchor) if packs else (facts.anchor,)
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, paper, snapshot, (anchor, facts, packs)),
        count=len(tables),
        tables=tables,
        on_new_page=True,
    )


def _pieces(
    composer: Composer,
    paper: AcceptancePaper,
    snapshot: str,
    parts: tuple[Anchor, Numbered, Numbered | None],
) -> Iterator[list[Block]]:
    anchor, facts, packs = parts
    rows = [
        (composer.label(label), composer.cell(value)) for label, value in _facts(paper, snapshot)
    ]
    table = grid(in_points(_FACT_MM), rows, caption=facts.caption, least=7 * MM)
    yield [Led([composer.heading(anchor)], table)]
    if packs:
        yield [_packs(composer, paper, packs)]


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
    return composer.table(_PACK_MM, head, rows, numbered, _how_to_check())


def _how_to_check() -> str:
    return _(
        "快照是本报告所显示的全部数据；数据相同则校验码相同，任何改动都会使校验码不同。"
        "照片以原始文件的 SHA-256 计入快照，报告中的照片由原始文件缩小而成。"
    )
