"""`filing`: what the filing of the acceptance asks for (竣工验收备案); the form is a `paper`."""

from argparse import Namespace

from inspector.cli.lookup import add_project_option, day, project_meant
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts
from inspector.core.verdicts import parse_reading
from inspector.operations.filings import STATED, FilingView, filing_of, state_filing
from inspector.words.language import _
from inspector.words.records import field_name

_NUMBERS = ("latitude", "longitude")
_DAYS = ("filed_on",)


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    show = add_action(actions, "show", _("查看备案信息和备案期限"), show_one)
    add_project_option(show)
    setting = add_action(actions, "set", _("填写备案信息"), set_some)
    add_project_option(setting)
    for name in STATED:
        option = f"--{name.replace('_', '-')}"
        if name in _DAYS:
            setting.add_argument(option, type=day, metavar="DATE", help=field_name(name))
        else:
            setting.add_argument(option, help=field_name(name))
    setting.add_argument("--clear", nargs="+", default=[], choices=STATED, help=_("清空这些字段"))


def show_one(session: Session, given: Namespace) -> Told:
    """Show the filing of a project."""
    with session.reading() as workspace:
        return _told(filing_of(workspace, project_meant(workspace, given.project).id))


def set_some(session: Session, given: Namespace) -> Told:
    """Set fields of the filing."""
    told: dict[str, object] = dict.fromkeys(given.clear)
    for name in STATED:
        value = getattr(given, name)
        if value is not None:
            told[name] = parse_reading(value) if name in _NUMBERS else value
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        state_filing(workspace, project.id, told)
        return _told(filing_of(workspace, project.id))


def _told(view: FilingView) -> Told:
    stated = {name: getattr(view.filing, name) for name in STATED}
    shown = [(field_name(name), value) for name, value in stated.items()]
    lines = facts([*shown, (_("验收日期"), view.accepted_on), (_("备案期限"), view.due_on)])
    data = {
        "project_id": view.filing.project_id,
        **stated,
        "accepted_on": view.accepted_on,
        "due_on": view.due_on,
        "photos_at": view.photos_at,
    }
    return Told(data=data, lines=lines)
