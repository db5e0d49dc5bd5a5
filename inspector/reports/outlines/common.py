"""Tables that several reports have."""

from collections.abc import Iterator, Sequence

from inspector.core.papers import (
    AcceptancePaper,
    DataStatement,
    DefectSheet,
    PaperIdentity,
    ProjectFacts,
    check_code,
)
from inspector.reports.outline import (
    OutlineTable,
    Section,
    Value,
    facts_table,
    pair_photos,
    unrecorded,
)
from inspector.reports.wording import day_text, grouped, investment_text, moment_text
from inspector.words.language import _


def project_table(project: ProjectFacts) -> OutlineTable:
    """Give the basic data of the project (T1)."""
    plan = None if project.plan_year is None else _("{year} 年").format(year=project.plan_year)
    facts: list[tuple[str, Value]] = [
        (_("工程名称"), project.name),
        (_("工程地址"), project.address),
        (_("项目编码"), project.code),
        (_("所在区域"), project.district),
        (_("建设单位"), project.owner_unit),
        (_("年度计划"), " ".join(filter(None, (plan, project.plan_number))) or None),
        (_("批准文号"), project.approval_number),
        (_("批准投资"), investment_text(project.investment_yuan)),
        (_("开工日期"), day_text(project.started_on)),
        (_("完工日期"), day_text(project.finished_on)),
        *project.renovation_types,
    ]
    return facts_table(_("工程基本情况"), facts)


def unrecorded_facts(paper: AcceptancePaper) -> tuple[str, ...]:
    """Say of the tables of chapter 1 that nobody put anything on record."""
    told = (
        (paper.project.communities, _("小区和楼栋情况")),
        (paper.parties, _("参建单位和参加单位")),
        (paper.scope, _("改造内容与完成情况")),
        (paper.works.quantities, _("分项工程量")),
    )
    return tuple(unrecorded(what) for rows, what in told if not rows)


def result_lines(paper: AcceptancePaper) -> tuple[str, ...]:
    """Say what was found on site, and which tables of chapter 6 have nothing to show."""
    told = (
        (paper.visits, _("现场查验批次")),
        (paper.measured, _("实测实量")),
        (paper.works.trials, _("功能性试验与检测")),
    )
    lines = paper.result_lines or ((_("尚无现场查验记录。"),) if not paper.disciplines else ())
    return (*lines, *(unrecorded(what) for rows, what in told if not rows))


def identity_table(
    identity: PaperIdentity, snapshot: str, statement: DataStatement | None = None
) -> OutlineTable:
    """Say which paper this is and what it rests on."""
    return facts_table(_("报告与数据"), list(_identity_facts(identity, snapshot, statement)))


def _identity_facts(
    identity: PaperIdentity, snapshot: str, statement: DataStatement | None
) -> Iterator[tuple[str, Value]]:
    yield _("报告编号"), identity.number
    yield _("版本"), identity.version
    yield _("生成时间"), moment_text(identity.made_at)
    yield _("编制人"), identity.made_by
    yield _("编制单位"), identity.unit
    yield _("程序"), identity.program
    yield _("快照 SHA-256"), snapshot
    yield _("校验码"), check_code(snapshot)
    if statement is None:
        return
    yield _("数据版本"), statement.schema_version
    yield _("项目数据 SHA-256"), statement.content_sha256
    yield (
        _("文件"),
        _("{count} 个，共 {size} 字节").format(
            count=statement.file_count, size=grouped(statement.file_bytes)
        ),
    )
    yield _("文件清单 SHA-256"), statement.file_list_sha256
    yield from statement.counts


def defects_section(title: str, lines: tuple[str, ...], defects: Sequence[DefectSheet]) -> Section:
    """Give the register, what happened to each defect, and the photos."""
    if not defects:
        return Section(title=title, lines=lines or (_("未登记问题。"),))
    photos = tuple(photo for each in defects for photo in pair_photos(each.number, each.pairs))
    return Section(
        title=title,
        lines=lines,
        tables=(_register(defects), _events(defects)),
        photos=photos,
    )


def _register(defects: Sequence[DefectSheet]) -> OutlineTable:
    head = (
        *(_("编号"), _("部位"), _("问题"), _("检查项"), _("实测"), _("要求"), _("依据")),
        *(_("程度"), _("责任单位"), _("整改期限"), _("状态"), _("复验")),
    )
    rows = (
        (
            *(each.number, each.place, _text(each), each.item, each.measured, each.demand),
            *(each.basis, each.severity, each.party, _due(each), each.status, each.recheck),
        )
        for each in defects
    )
    widths = (14, 14, 24, 14, 10, 14, 14, 8, 14, 12, 10, 12)
    return OutlineTable(title=_("问题台账"), head=head, rows=tuple(rows), widths=widths)


def _text(each: DefectSheet) -> str:
    return f"{each.text}\n〔{each.late}〕" if each.late else each.text


def _due(each: DefectSheet) -> str | None:
    return "\n".join(part for part in (each.due, each.overdue) if part) or None


def _events(defects: Sequence[DefectSheet]) -> OutlineTable:
    rows = (
        (each.number, event.at, event.step, event.by, event.note, event.photos)
        for each in defects
        for event in each.events
    )
    head = (_("编号"), _("时间"), _("步骤"), _("人员"), _("说明"), _("照片"))
    widths = (28, 28, 28, 20, 40, 16)
    return OutlineTable(title=_("问题的经过"), head=head, rows=tuple(rows), widths=widths)
