"""`answer`: verdict, readings, note and all else of one item at one place, in one act."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.lookup import (
    add_project_option,
    item_meant,
    place_meant,
    project_meant,
    visit_meant,
)
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import answer_shape
from inspector.cli.telling import Told, facts
from inspector.core.checklists import AnswerState
from inspector.core.errors import InspectorError
from inspector.core.inspections import Visit
from inspector.operations.answering import AnswerDraft, answer_item
from inspector.operations.attaching import attach_photos
from inspector.operations.inspecting import ItemLine, Spot
from inspector.words.checklists import (
    contradiction_sentence,
    item_title,
    limit_text,
    reason_said,
    state_name,
)
from inspector.words.language import _
from inspector.words.problems import explain
from inspector.words.records import field_name
from inspector.words.verdicts import computation

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

_NA = "na"


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    fill = add_action(actions, "set", _("填写一个检查项在一个部位的查验结果"), set_one)
    add_project_option(fill)
    fill.add_argument("--visit", metavar="V", help=_("查验（编号或 id），缺省为最近一次"))
    fill.add_argument("--place", required=True, metavar="L", help=_("部位（编码、名称或 id）"))
    fill.add_argument("--item", required=True, metavar="I", help=_("检查项，如 RD-005"))
    states = [*(state.value for state in AnswerState), _NA]
    fill.add_argument("--state", choices=states, help=_("结论：合格、不合格、不适用、未查"))
    fill.add_argument("--reason", help=_("原因；不适用时必填"))
    fill.add_argument(
        "--reading", nargs="+", action="extend", default=[], metavar="N", help=_("读数，可多个")
    )
    fill.add_argument("--note", help=field_name("note"))
    fill.add_argument("--variant", help=_("分档的代号"))
    fill.add_argument("--design", metavar="N", help=field_name("design_value"))
    fill.add_argument("--due", type=int, metavar="N", help=field_name("due_points"))
    fill.add_argument("--choice", help=field_name("choice"))
    fill.add_argument(
        *("--photo", "--photos"),
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="F",
        help=_("照片文件，收入并关联，可多个"),
    )
    fill.add_argument(
        "--only-scheme", action="store_true", help=_("检查项不在改造方案里时拒绝（缺省：加入方案）")
    )


def set_one(session: Session, given: Namespace) -> Told:
    """Answer one item at one place."""
    draft = AnswerDraft(
        state=_state(given.state),
        reason=given.reason,
        readings=tuple(given.reading),
        note=given.note,
        variant=given.variant,
        choice=given.choice,
        design_value=given.design,
        due_points=given.due,
        widens_scheme=not given.only_scheme,
    )
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        visit = visit_meant(workspace, project, given.visit)
        place = place_meant(workspace, project, given.place)
        _ref, item_id = item_meant(workspace, project, given.item)
        spot = Spot(visit.id, place.id, item_id)
        line = answer_item(workspace, visit, spot, draft).value
        refused = _attach(session, workspace, visit, spot, given.photo)
    return Told(
        data=answer_shape(line),
        lines=_lines(line),
        sentences=(*_sentences(line), *(explain(error) for error in refused)),
        done=not refused,
    )


def _attach(
    session: Session, workspace: "Workspace", visit: Visit, spot: Spot, files: list[Path]
) -> list[InspectorError]:
    """Take photos in for the answer; one that is no photo is told, the others stay."""
    if not files:
        return []
    paths = [path.absolute() for path in files]
    receipt = attach_photos(workspace, visit, spot, paths, session.progress).value
    return [one.error for one in receipt.refused]


def _state(text: str | None) -> AnswerState | None:
    if text is None:
        return None
    return AnswerState.NOT_APPLICABLE if text == _NA else AnswerState(text)


def _sentences(line: ItemLine) -> tuple[str, ...]:
    return (contradiction_sentence(line.contradiction),) if line.contradiction else ()


def _lines(line: ItemLine) -> tuple[str, ...]:
    shown = [
        (field_name("item_id"), f"{line.item.id} {item_title(line.item)}"),
        (field_name("state"), state_name(line.state)),
        (field_name("reason"), line.answer and reason_said(line.item, line.answer.result)),
        (_("要求"), limit_text(line.item, line.variant)),
        (_("读数"), [str(reading.value) for reading in line.readings]),
        (_("判定"), computation(line.assessment) if line.assessment else None),
    ]
    return facts([(name, value) for name, value in shown if value])
