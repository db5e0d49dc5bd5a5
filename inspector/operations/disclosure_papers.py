"""The paper of a frozen list (一次性告知书): what was told, by whom and when, room to sign."""

from inspector.core.disclosures import Disclosure, ToldRow
from inspector.core.papers import (
    FormPaper,
    FormSheet,
    FormTable,
    FormValue,
    PaperIdentity,
    SignBox,
)
from inspector.core.projects import PartyRole
from inspector.operations.project_papers import project_facts
from inspector.store.office import Office
from inspector.words.checklists import severity_name
from inspector.words.language import _
from inspector.words.records import visit_kind_name

_TOLD_TO = (PartyRole.OWNER, PartyRole.CONTRACTOR, PartyRole.SUPERVISOR)


def disclosure_form(office: Office, told: Disclosure, identity: PaperIdentity) -> FormPaper:
    """Gather the paper of a list from what was frozen in it."""
    places = {place.id: place for place in office.places.of_project(told.project_id)}
    project = office.projects.get(told.project_id)
    title = disclosure_title(told)
    return FormPaper(
        identity=identity,
        project=project_facts(office, project, places),
        title=title,
        sheets=(_sheet(office, told, title),),
    )


def disclosure_title(told: Disclosure) -> str:
    """Name the paper of a list, or of its supplement."""
    return _("一次性告知书（补充）") if told.is_supplement else _("一次性告知书")


def _sheet(office: Office, told: Disclosure, title: str) -> FormSheet:
    visit = office.visits.get(told.visit_id)
    person = office.people.get(told.by)
    first, *_others = office.disclosures.of_visit(told.visit_id)
    units = [
        party.unit for party in office.parties.in_force(told.project_id) if party.role in _TOLD_TO
    ]
    facts: list[tuple[str, FormValue]] = [
        (_("编号"), told.number),
        (_("告知对象"), _("、").join(dict.fromkeys(units)) or None),
        (_("查验"), _("{title}（{number}）").format(title=visit.title, number=visit.number)),
        (_("查验类别"), visit_kind_name(visit.kind)),
        (_("查验人员"), _("、").join(visit.inspectors) or None),
        (_("告知日期"), told.issued_on.isoformat()),
    ]
    if told.is_supplement:
        facts += [(_("补充的清单"), first.number), (_("补充的原因"), told.reason)]
    if told.note:
        facts.append((_("备注"), told.note))
    return FormSheet(
        title=title,
        facts=tuple(facts),
        lines=(_opening(told),),
        tables=(_table(told),),
        signs=(
            SignBox(
                title=_("告知单位"),
                told=(person.unit, person.name),
                lines=(_("签名"), _("日期")),
            ),
            SignBox(title=_("签收单位"), lines=(_("签名"), _("日期"))),
        ),
    )


def _opening(told: Disclosure) -> str:
    count = len(told.rows)
    if told.is_supplement:
        return _(
            "一次性告知之后新增下列问题 {count} 条，作为补充一并告知；补充的问题在验收报告中标明。"
        ).format(count=count)
    return _(
        "本次查验发现下列问题 {count} 条，现一次性书面告知。清单自告知之日起固定，"
        "此后增加的问题另行编号补充，写明原因。"
    ).format(count=count)


def _table(told: Disclosure) -> FormTable:
    rows = (_row(number, row) for number, row in enumerate(told.rows, start=1))
    return FormTable(
        title=_("问题清单"),
        head=(
            *(_("序号"), _("问题编号"), _("部位"), _("问题描述")),
            *(_("程度"), _("实测与要求"), _("责任单位")),
        ),
        rows=tuple(rows),
        widths=(10, 28, 24, 42, 11, 25, 20),
    )


def _row(number: int, row: ToldRow) -> tuple[FormValue, ...]:
    stated = [
        _("实测 {measured}").format(measured=row.measured) if row.measured else "",
        _("要求 {demand}").format(demand=row.demand) if row.demand else "",
    ]
    text = row.text
    if row.basis:
        text = _("{text}\n依据：{basis}").format(text=row.text, basis=row.basis)
    return (
        *(number, row.number, row.place, text, severity_name(row.severity)),
        *("\n".join(part for part in stated if part) or None, row.party),
    )
