"""A defect with everything that the item already tells filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Outcome
from inspector.core.checklists import Severity
from inspector.core.defects import Defect
from inspector.core.projects import PartyRole
from inspector.operations.defects import DefectDraft, record_defect
from inspector.operations.drafts import list_drafts
from inspector.operations.inspecting import Spot, draft_defect, set_note
from inspector.operations.projects import list_parties
from inspector.ui.screens.inspect.viewmodel import Board, Refused
from inspector.words.language import _
from inspector.words.records import role_name

_DAYS: Mapping[Severity, int] = {Severity.CRITICAL: 3, Severity.MAJOR: 7, Severity.MINOR: 15}
_OFFERED = (1, 3, 7, 15, 30)
NO_DAY = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectForm:
    """What the panel shows and the person may change.

    `half_typed` is what stood in the text when the program ended, kept under `key`.
    """

    text: str
    severity: Severity
    party_id: str
    days: str
    key: str = ""
    half_typed: str = ""


class DefectDesk(QObject):
    """Begins and records defects of the item that is looked at.

    Signals:
        recorded(object): the defect, on record with its number.
    """

    recorded = Signal(object)

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._spot: Spot | None = None
        self._draft: DefectDraft | None = None
        self._last_party = ""

    @property
    def spot(self) -> Spot | None:
        """Give what the defect is about."""
        return self._spot

    def begin(self) -> DefectForm | None:
        """Fill a defect in for the item; nothing where there is no item."""
        line, visit = self._board.line(), self._board.visit
        if line is None or visit is None:
            return None
        self._spot = line.spot
        draft = self._draft = draft_defect(self._board.workspace, visit, line.spot)
        key = f"answer/{self._board.answer_key(line.spot)}/defect"
        drafts = list_drafts(self._board.workspace)
        return DefectForm(
            text=draft.text,
            severity=draft.severity,
            party_id=self._usual_party(),
            days=self.days_for(draft.severity),
            key=key,
            half_typed=next((d.text for d in drafts if d.key == key), ""),
        )

    def demand(self) -> str:
        """Give what is demanded, from the item."""
        return (self._draft.demand or "") if self._draft else ""

    def photo_count(self) -> int:
        """Count the photos that go with it."""
        return len(self._draft.photo_ids) if self._draft else 0

    def parties(self) -> list[tuple[str, str]]:
        """Offer the parties of the project, and none."""
        project = self._board.project
        found = list_parties(self._board.workspace, project.id) if project else []
        named = [(party.id, f"{party.unit}（{role_name(party.role)}）") for party in found]
        return [("", _("暂不指定")), *named]

    def days(self) -> list[tuple[str, str]]:
        """Offer days to put it right in, each with its date."""
        today = self._board.workspace.today()
        dated = [
            (
                str(days),
                _("{day:%m-%d} · {days} 天").format(days=days, day=today + timedelta(days)),
            )
            for days in _OFFERED
        ]
        return [(NO_DAY, _("暂不限期")), *dated]

    def days_for(self, severity: Severity) -> str:
        """Suggest days by how bad it is (ours; the notice sets what holds)."""
        return str(_DAYS[severity])

    def record(self, form: DefectForm, on_refused: Refused) -> None:
        """Put the defect on record."""
        board, draft, spot = self._board, self._draft, self._spot
        visit, days = board.visit, int(form.days)
        if visit is None or draft is None or spot is None:
            return
        given = replace(
            draft,
            text=form.text,
            severity=form.severity,
            party_id=form.party_id or None,
            due_on=board.workspace.today() + timedelta(days) if days else None,
            answer_id=board.answer_key(spot),
        )
        self._last_party = form.party_id

        def work() -> Outcome[Defect]:
            if draft.answer_id is None:  # the defect hangs on an answer: let there be one
                set_note(board.workspace, visit, spot, "")
            return record_defect(board.workspace, visit.project_id, given)

        def done(defect: Defect) -> None:
            board.refresh(spot)
            self.recorded.emit(defect)

        board.act(work, done, on_refused)

    def _usual_party(self) -> str:
        """Give the party of the last defect, else the contractor."""
        project = self._board.project
        found = list_parties(self._board.workspace, project.id) if project else []
        if self._last_party in {party.id for party in found}:
            return self._last_party
        contractors = (party.id for party in found if party.role is PartyRole.CONTRACTOR)
        return next(contractors, "")
