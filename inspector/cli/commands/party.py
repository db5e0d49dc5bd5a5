"""`party`: list the units that take part in a project, add one."""

from argparse import Namespace

from inspector.cli.lookup import add_project_option, party_meant, project_meant
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import party_shape
from inspector.cli.telling import Told, facts, table
from inspector.core.projects import Party, PartyRole
from inspector.operations.filings import appraise_party
from inspector.operations.projects import (
    PartyDraft,
    add_party,
    dismiss_party,
    list_dismissed,
    list_parties,
    readmit_party,
)
from inspector.words.language import _
from inspector.words.records import field_name, role_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    listing = add_action(actions, "list", _("列出参建单位"), list_all)
    add_project_option(listing)
    adding = add_action(actions, "add", _("添加参建单位"), add_one)
    add_project_option(adding)
    adding.add_argument(
        "--role", required=True, choices=[role.value for role in PartyRole], help=_("角色")
    )
    adding.add_argument("--unit", required=True, help=_("单位名称"))
    adding.add_argument("--representative", help=field_name("representative"))
    adding.add_argument("--phone", help=_("电话（个人信息，只存本机）"))
    leaving = add_action(
        actions, "dismiss", _("把参建单位移出名册（意见和签名留在历史里）"), dismiss_one
    )
    leaving.add_argument("--reason", required=True, help=_("理由"))
    back = add_action(actions, "readmit", _("把移出的参建单位重新列入名册"), readmit_one)
    for one in (leaving, back):
        add_project_option(one)
        one.add_argument("party", help=_("参建单位（id、单位名称或角色）"))
    appraising = add_action(
        actions, "appraise", _("填写对参建单位的评价（印入报告第三章）"), appraise_one
    )
    add_project_option(appraising)
    appraising.add_argument("party", help=_("参建单位（id、单位名称或角色）"))
    appraising.add_argument("--text", required=True, help=_("评价；留空则删除"))


def list_all(session: Session, given: Namespace) -> Told:
    """List the parties of a project."""
    with session.reading() as workspace:
        project_id = project_meant(workspace, given.project).id
        gone = list_dismissed(workspace, project_id)
        found = [*list_parties(workspace, project_id), *gone]
    return _told(found, [party_shape(party) for party in found])


def add_one(session: Session, given: Namespace) -> Told:
    """Put a party on record."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        draft = PartyDraft(
            role=PartyRole(given.role),
            unit=given.unit,
            representative=given.representative,
            phone=given.phone,
        )
        party = add_party(workspace, project.id, draft).value
    return _told([party], party_shape(party))


def dismiss_one(session: Session, given: Namespace) -> Told:
    """Let a party leave the register."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        party = party_meant(workspace, project, given.party)
        party = dismiss_party(workspace, party.id, given.reason).value
    return _told([party], party_shape(party))


def readmit_one(session: Session, given: Namespace) -> Told:
    """Put a party that left back on the register."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        party = readmit_party(workspace, party_meant(workspace, project, given.party).id).value
    return _told([party], party_shape(party))


def appraise_one(session: Session, given: Namespace) -> Told:
    """Put on record what is said of a party's work."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        party = party_meant(workspace, project, given.party)
        appraisal = appraise_party(workspace, party.id, given.text).value
    data = {"party_id": party.id, "unit": party.unit, "text": appraisal and appraisal.text}
    return Told(data=data, lines=facts([(party.unit, data["text"])]))


def _told(parties: list[Party], data: object) -> Told:
    names = ("role", "unit", "representative")
    headers = (*(field_name(name) for name in names), "id", field_name("dismissed"))
    rows = (
        (role_name(one.role), one.unit, one.representative, one.id, _why(one)) for one in parties
    )
    return Told(data=data, lines=table(headers, rows))


def _why(party: Party) -> str | None:
    return party.dismissed.reason if party.dismissed else None
