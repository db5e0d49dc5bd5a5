"""A party answers by a reply sheet: filled in without the program, taken in by the office."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.core.defects import Notice
from inspector.operations.replies import reply_form, take_reply
from inspector.operations.workspace import Workspace
from inspector.sheets.reply_form import FilledRow, reply_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetAnswer:
    """What the party writes of one defect, with its photo."""

    defect_id: str
    number: str
    measure: str
    done_on: date
    done_by: str
    photo: Path


def reply_by_sheets(workspace: Workspace, project_id: str, answers: Sequence[SheetAnswer]) -> None:
    """Fill in the sheet of each notice that lists some of these defects, and take it in."""
    with workspace.read() as office:
        notices = office.notices.in_force(project_id)
    for notice in notices:
        own = [one for one in answers if one.defect_id in notice.defect_ids]
        if own:
            _reply(workspace, notice, own)


def _reply(workspace: Workspace, notice: Notice, answers: Sequence[SheetAnswer]) -> None:
    filled = {
        one.number: FilledRow(measure=one.measure, done_on=one.done_on, done_by=one.done_by)
        for one in answers
    }
    with workspace.read() as office:
        content = reply_workbook(reply_form(office, notice), filled)
    with tempfile.TemporaryDirectory(prefix="sample-reply-") as name:
        folder = Path(name) / "照片"
        folder.mkdir()
        for one in answers:
            shutil.copy(one.photo, folder / f"{one.number}-1{one.photo.suffix}")
        file = Path(name) / f"{notice.number} 整改回复单.xlsx"
        file.write_bytes(content)
        take_reply(workspace, file, folder, notice.id)
