"""`bundle complete`: what the archive asks for of a project, and what of it is there."""

from argparse import Namespace

from inspector.cli.lookup import add_project_option, project_meant
from inspector.cli.parsing import Actions, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told, table
from inspector.operations.completeness import completeness
from inspector.operations.completeness_papers import completeness_shape
from inspector.words.completeness import (
    completeness_text,
    want_name,
    want_state_name,
    want_text,
)
from inspector.words.language import _


def declare_complete(actions: Actions) -> None:
    """Declare the action."""
    told = _("归档完整性清单：应归档的材料哪些已有、缺少、已豁免")
    complete = add_action(actions, "complete", told, tell_completeness)
    add_project_option(complete)
    complete.add_argument("--missing", action="store_true", help=_("只列缺少的"))


def tell_completeness(session: Session, given: Namespace) -> Told:
    """List what the archive asks for; refused where something is missing."""
    with session.reading() as workspace:
        project = project_meant(workspace, given.project)
        found = completeness(workspace, project.id)
    shown = found.gaps if given.missing else found.wants
    headers = (_("类别"), _("材料"), _("状态"), _("说明"))
    rows = (
        (one.code, want_name(one.what), want_state_name(one.state), want_text(one)) for one in shown
    )
    lines = (*(table(headers, rows) if shown else ()), completeness_text(found))
    return Told(data=completeness_shape(found), lines=lines, done=found.is_complete)
