"""What the completeness list says line by line, and where each line leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector.core.completeness import Completeness, Subject, Want, WantState
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.chips import ChipSpec
from inspector.words.completeness import want_name, want_state_name, want_text
from inspector.words.language import _

_MARKS = {
    WantState.THERE: Mark.PASS,
    WantState.MISSING: Mark.FAIL,
    WantState.WAIVED: Mark.NONE,
    WantState.NOT_APPLICABLE: Mark.NONE,
}
_TONES = {WantState.THERE: Tone.PASS, WantState.MISSING: Tone.FAIL}
_ORDER = (
    WantState.MISSING,
    WantState.THERE,
    WantState.WAIVED,
    WantState.NOT_APPLICABLE,
)
ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantRow:
    """One thing that the archive asks for, as the list paints it."""

    key: str
    what: str
    name: str
    category: str
    word: str
    state: WantState
    text: str

    @property
    def mark(self) -> Mark:
        """Give the mark of its state."""
        return _MARKS[self.state]

    @property
    def tone(self) -> Tone:
        """Give the tone of its state."""
        return _TONES.get(self.state, Tone.PLAIN)

    def spoken(self) -> str:
        """Say the row for those who hear it."""
        return _("，").join((self.name, self.word, self.text, self.category))


def want_rows(found: Completeness) -> list[WantRow]:
    """Say the whole list, in the order of the template."""
    return [_row(number, want) for number, want in enumerate(found.wants)]


def _row(number: int, want: Want) -> WantRow:
    return WantRow(
        key=str(number),
        what=want.what,
        name=want_name(want.what),
        category=f"{want.code} {want.category}",
        word=want_state_name(want.state),
        state=want.state,
        text=want_text(want),
    )


def want_filters(rows: Sequence[WantRow]) -> list[ChipSpec]:
    """Give a filter for each state that occurs, what is missing first."""
    specs = []
    for state in _ORDER:
        count = sum(row.state is state for row in rows)
        if count:
            tone = Tone.FAIL if state is WantState.MISSING else Tone.PLAIN
            specs.append(ChipSpec(key=state, text=want_state_name(state), count=count, tone=tone))
    return [*specs, ChipSpec(key=ALL, text=_("全部"), count=len(rows))]


def kept_wants(rows: Sequence[WantRow], key: str) -> list[WantRow]:
    """Give the rows that a filter shows."""
    return [row for row in rows if key in {ALL, row.state}]


_LEADS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    Subject.SCOPE_CHECKED: ("acceptance", {"items": "unchecked"}),
    Subject.DISCIPLINE_PHOTOS: ("photos", {"shelf": "own"}),
    Subject.VISIT_DISCLOSURES: ("defects", {"state": "open"}),
    Subject.NOTICE_REPLIES: ("defects", {"state": "open"}),
    Subject.MEETING_VERDICT: ("acceptance", {}),
    Subject.PARTY_SIGNATURES: ("acceptance", {}),
}


def lead_of(what: str, project_id: str) -> tuple[str, dict[str, str]]:
    """Tell which screen helps with a thing that is missing: papers are kept with the process."""
    screen, target = _LEADS.get(what, ("projects", {"tab": "process"}))
    return screen, {"project": project_id, **target}
