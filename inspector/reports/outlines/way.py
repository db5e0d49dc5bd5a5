"""Chapters 2, 3 and 5: the procedures, the parties that built, the papers."""

from inspector.core.papers import AcceptancePaper, BuilderRow, WayText
from inspector.reports.outline import OutlineTable, Section, stated, told_section, unrecorded
from inspector.words.language import _


def procedure_section(way: WayText) -> Section:
    """Draw chapter 2: gates, preconditions (T4), votes, publicity, what authorities said."""
    lines = list(way.lines)
    if not way.votes:
        lines.append(unrecorded(_("居民意愿和方案表决")))
    if not way.publicities:
        lines.append(unrecorded(_("方案公示")))
    if not way.sayings:
        lines.append(_("没有豁免、认定和确认。"))
    tables = (_preconditions(way), _votes(way), _publicities(way), _gates(way), _sayings(way))
    return told_section(_("二、程序执行情况"), lines, tables)


def _preconditions(way: WayText) -> OutlineTable:
    return OutlineTable(
        title=_("验收前置条件"),
        head=(
            *(_("序号"), _("资料或事项"), _("文号"), _("日期")),
            *(_("出具单位"), _("情况"), _("说明")),
        ),
        rows=tuple(
            (
                *(one.number, one.content, one.document, one.day, one.issuer),
                *(stated(one.status, against=one.is_against), one.note),
            )
            for one in way.preconditions
        ),
        widths=(10, 32, 26, 21, 26, 14, 31),
        middle=frozenset({3, 5}),
    )


def _votes(way: WayText) -> OutlineTable:
    return OutlineTable(
        title=_("居民表决"),
        head=(
            *(_("表决事项"), _("起止日期"), _("计量"), _("应参加"), _("参加")),
            *(_("同意"), _("比较"), _("结果")),
        ),
        rows=tuple(
            (
                *(one.subject, one.days, one.measure, one.entitled, one.taking_part),
                *(one.agreeing, one.comparison),
                stated(one.verdict, against=one.is_against) if one.verdict else None,
            )
            for one in way.votes
        ),
        widths=(24, 21, 22, 15, 15, 15, 34, 14),
        note=_(
            "比较用整数相乘，不用修约后的百分比；达到规定比例即为达标。表中只有合计数，没有个人意见。"
        ),
        middle=frozenset({1, 2, 3, 4, 5, 7}),
    )


def _publicities(way: WayText) -> OutlineTable:
    return OutlineTable(
        title=_("方案公示"),
        head=(
            *(_("公示内容"), _("起止日期"), _("时长")),
            *(_("地点"), _("照片"), _("异议")),
        ),
        rows=tuple(
            (one.title, one.days, one.workdays, one.place, one.photos, one.objections)
            for one in way.publicities
        ),
        widths=(36, 21, 22, 30, 28, 23),
        note=_("开始当日不计入（民法典第二百零一条）；没有当年节假日表的，时长不作推算。"),
        middle=frozenset({1, 2}),
    )


def _gates(way: WayText) -> OutlineTable:
    return OutlineTable(
        title=_("各环节办理情况"),
        head=(_("环节"), _("名称"), _("情况"), _("说明")),
        rows=tuple(
            (one.gate, one.name, stated(one.status, against=one.is_against), one.note)
            for one in way.gates
        ),
        widths=(14, 40, 22, 84),
        middle=frozenset({0, 2}),
    )


def _sayings(way: WayText) -> OutlineTable:
    return OutlineTable(
        title=_("豁免、认定和确认"),
        head=(_("类别"), _("事项"), _("单位"), _("依据文件"), _("理由"), _("日期")),
        rows=tuple(
            (one.kind, one.subject, one.authority, one.paper, one.reason, one.day)
            for one in way.sayings
        ),
        widths=(16, 36, 30, 28, 29, 21),
        middle=frozenset({0, 5}),
    )


def builders_section(builders: tuple[BuilderRow, ...]) -> Section:
    """Draw chapter 3: what designers, builders and supervisors reported, and how they did."""
    lines = [] if builders else [_("未登记勘察、设计、施工、监理单位，报告和评价未记录。")]
    table = OutlineTable(
        title=_("参建单位报告与评价"),
        head=(
            *(_("参与方"), _("单位名称"), _("本单位报告"), _("责任问题")),
            *(_("会议意见"), _("评价")),
        ),
        rows=tuple(
            (
                *(one.role, one.unit, one.report or _("未见"), one.defects),
                *(one.opinion, one.appraisal or _("未记录")),
            )
            for one in builders
        ),
        widths=(16, 34, 34, 22, 24, 30),
        middle=frozenset({0}),
    )
    return told_section(_("三、参建单位报告与评价"), lines, (table,))


def papers_section(paper: AcceptancePaper) -> Section:
    """Draw chapter 5: which papers were asked for and found (T6)."""
    table = OutlineTable(
        title=_("资料核查"),
        head=(_("资料"), _("要求"), _("查见"), _("核查意见")),
        rows=tuple(
            (one.name, one.required, one.found, stated(one.opinion, against=one.is_against))
            for one in paper.papers.rows
        ),
        widths=(42, 32, 58, 28),
        note=_("要求一栏为应在哪一环节提供，以及在验收前置条件中的序号。"),
        middle=frozenset({1, 3}),
    )
    return told_section(_("五、资料核查"), paper.papers.lines, (table,))
