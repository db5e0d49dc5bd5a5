"""What the list and the sheet of defects say, made of records alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from inspector.core.checklists import Severity
from inspector.core.defects import DefectEvent, DefectState, DefectStep, steps_from
from inspector.core.evidence import PhotoRole
from inspector.core.photos import distance_m, taken_at
from inspector.core.projects import Party
from inspector.operations.defects import DefectFilter, DefectLine, DefectSheet, LinkedPhoto
from inspector.ui.kit.style.tokens import Tone
from inspector.words.checklists import severity_name
from inspector.words.conflicts import dispute_sentence, shared_number_sentence, short_values
from inspector.words.language import _
from inspector.words.photos import absence_text
from inspector.words.records import address_text, role_name, state_name, step_name

_SEVERITY_TONES = {
    Severity.CRITICAL: Tone.FAIL,
    Severity.MAJOR: Tone.WARN,
    Severity.MINOR: Tone.MUTED,
}
_SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_STATE_TONES = {
    DefectState.REPLIED: Tone.WARN,
    DefectState.RECHECK_FAILED: Tone.FAIL,
    DefectState.CLOSED: Tone.PASS,
}
_STEP_TONES = {
    DefectStep.ISSUE: Tone.ACCENT,
    DefectStep.REPLY: Tone.WARN,
    DefectStep.RECHECK_PASS: Tone.PASS,
    DefectStep.RECHECK_FAIL: Tone.FAIL,
}
_NEXT = (DefectStep.ISSUE, DefectStep.RECHECK_PASS, DefectStep.REPLY, DefectStep.REOPEN)
_BESIDE = (DefectStep.RECHECK_FAIL, DefectStep.START_REPAIR)
AFTER_ROLES = frozenset({PhotoRole.AFTER, PhotoRole.RECHECK})
_SOON_DAYS = 2


class Shelf(StrEnum):
    """Which of the defects are listed."""

    OPEN = "open"
    RECHECK = "recheck"
    OVERDUE = "overdue"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Said:
    """A word with its tone."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One defect as the list paints it."""

    id: str
    number: str
    text: str
    place: str
    party: str
    severity: Said
    state: Said
    due: Said

    def spoken(self) -> str:
        """Say the row for those who hear it."""
        parts = (self.severity.text, self.number, self.text, self.state.text, self.due.text)
        return _("，").join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Acts:
    """What can be done next: the one that leads on, its counterpart, and the rest."""

    primary: DefectStep | None
    beside: DefectStep | None
    others: tuple[DefectStep, ...]


# -- the list ----------


def belongs(line: DefectLine, shelf: Shelf) -> bool:
    """Tell whether a defect lies on a shelf."""
    return {
        Shelf.OPEN: line.defect.is_open,
        Shelf.RECHECK: line.defect.state is DefectState.REPLIED,
        Shelf.OVERDUE: line.overdue,
        Shelf.ALL: True,
    }[shelf]


def counts(lines: Sequence[DefectLine]) -> dict[Shelf, int]:
    """Count the defects of each shelf."""
    return {shelf: sum(belongs(line, shelf) for line in lines) for shelf in Shelf}


def waiting(lines: Iterable[DefectLine]) -> int:
    """Count what somebody still owes: open ones, those that wait for a re-check among them."""
    return sum(line.defect.is_open for line in lines)


def by_urgency(lines: Iterable[DefectLine]) -> list[DefectLine]:
    """Order by what presses most: open before ended, worse first, due sooner first, then newer."""
    newest = sorted(lines, key=lambda line: line.defect.standing.at_ms, reverse=True)
    return sorted(newest, key=_urgency)


def _urgency(line: DefectLine) -> tuple[bool, int, date]:
    defect = line.defect
    if not defect.is_open:
        return True, 0, date.max
    return False, _SEVERITY_RANK[defect.severity], defect.due_on or date.max


def row_of(line: DefectLine, today: date) -> Row:
    """Make the list's row of a defect."""
    defect = line.defect
    return Row(
        id=defect.id,
        number=defect.number,
        text=defect.text,
        place=address_text(line.address),
        party=party_text(line.party),
        severity=severity_shown(line),
        state=state_shown(line),
        due=due_said(line, today),
    )


def filters_on(wanted: DefectFilter) -> int:
    """Count the fields of the filter panel that narrow the list."""
    return sum(
        (bool(wanted.severities), bool(wanted.party_id), bool(wanted.place_id), bool(wanted.text))
    )


# -- words ----------


def severity_said(severity: Severity) -> Said:
    """Name how bad it is."""
    return Said(severity_name(severity), _SEVERITY_TONES[severity])


def state_said(state: DefectState) -> Said:
    """Name where it stands."""
    return Said(state_name(state), _STATE_TONES.get(state, Tone.PLAIN))


def severity_shown(line: DefectLine) -> Said:
    """Name how bad it is; where people differ, by all that they say."""
    return _disputed(line, "severity") or severity_said(line.defect.severity)


def state_shown(line: DefectLine) -> Said:
    """Name where it stands; where people differ, by all that they say."""
    found = _disputed(line, "state") or _disputed(line, "deleted")
    return found or state_said(line.defect.state)


def disputes(line: DefectLine) -> list[str]:
    """Say what is in dispute, with each one's value, and that others bear the number."""
    said = [dispute_sentence(conflict) for conflict in line.conflicts]
    if line.bearers > 1:
        number = line.defect.number
        said.append(shared_number_sentence("defect", "number", number, line.bearers))
    return said


def _disputed(line: DefectLine, column: str) -> Said | None:
    found = next((one for one in line.conflicts if one.column == column), None)
    if found is None:
        return None
    text = _("删除有争议") if column == "deleted" else short_values(found)
    return Said(_("冲突 {values}").format(values=text), Tone.FAIL)


def due_said(line: DefectLine, today: date) -> Said:
    """Say how many days are left, or by how many it is late."""
    defect = line.defect
    if not defect.is_open or defect.due_on is None:
        return Said("" if not defect.is_open else _("未定期限"), Tone.MUTED)
    left = (defect.due_on - today).days
    if left < 0:
        if not line.overdue:
            return Said(_("期限 {day}").format(day=f"{defect.due_on:%m-%d}"), Tone.MUTED)
        return Said(_("超期 {days} 天").format(days=-left), Tone.FAIL)
    if left == 0:
        return Said(_("今天到期"), Tone.WARN)
    tone = Tone.WARN if left <= _SOON_DAYS else Tone.PLAIN
    return Said(_("还有 {days} 天").format(days=left), tone)


def party_text(party: Party | None) -> str:
    """Name who owes the repair, with the part that it has in the project."""
    if party is None:
        return _("未定责任单位")
    text = _("{role}：{unit}").format(role=role_name(party.role), unit=party.unit)
    return text if party.dismissed is None else _("{party}（已移出名册）").format(party=text)


# -- what comes next ----------


def acts_from(state: DefectState) -> Acts:
    """Sort the steps that a state allows into the next one, its counterpart and the rest."""
    allowed = steps_from(state)
    primary = next((step for step in _NEXT if step in allowed), None)
    beside = next((step for step in _BESIDE if step in allowed), None)
    others = tuple(step for step in allowed if step not in {primary, beside})
    return Acts(primary, beside, others)


def step_label(step: DefectStep) -> str:
    """Say a step on a button: … where something is asked first."""
    asks = {
        DefectStep.ISSUE,
        DefectStep.REPLY,
        DefectStep.EXTEND,
        DefectStep.CONCEDE,
        DefectStep.LEAVE_OPEN,
        DefectStep.VOID,
        DefectStep.REOPEN,
    }
    return f"{step_name(step)}…" if step in asks else step_name(step)


# -- the story ----------


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One event of the timeline; `act` offers to give a value back."""

    when: str
    text: str
    detail: str
    tone: Tone
    act: str = ""
    key: str = ""


def clock(at_ms: int, zone: tzinfo | None, *, year: bool = False) -> str:
    """Write a moment as the wall clock here showed it."""
    at = datetime.fromtimestamp(at_ms / 1000, tz=zone)
    return f"{at:%Y-%m-%d %H:%M}" if year else f"{at:%m-%d %H:%M}"


def story(sheet: DefectSheet, parties: dict[str, Party], zone: tzinfo | None) -> list[StoryLine]:
    """Tell what happened, oldest first."""
    return [
        StoryLine(
            when=clock(event.at_ms, zone),
            text=_happened(event, sheet, parties),
            detail=_detail(event, sheet),
            tone=_STEP_TONES.get(event.step, Tone.MUTED),
        )
        for event in sheet.events
    ]


def _detail(event: DefectEvent, sheet: DefectSheet) -> str:
    """Say why, when it was done by a reply sheet, and how many photos came with it."""
    photos = sum(one.link.event_id == event.id for one in sheet.photos)
    parts = (
        event.reason,
        _("{day} 完成").format(day=event.done_on.isoformat()) if event.done_on else "",
        _("{name} 收入回复单").format(name=sheet.people.get(event.by, "")) if event.done_by else "",
        _("照片 {count} 张").format(count=photos) if photos else "",
    )
    return _("；").join(part for part in parts if part)


def _happened(event: DefectEvent, sheet: DefectSheet, parties: dict[str, Party]) -> str:
    who = event.done_by or sheet.people.get(event.by, "")
    said = _("{who} {step}").format(who=who, step=step_name(event.step)).strip()
    if event.step in {DefectStep.RECHECK_PASS, DefectStep.RECHECK_FAIL} and event.round:
        said = _("{said}（第 {round} 次复验）").format(said=said, round=event.round)
    if event.step is DefectStep.ISSUE and sheet.notice_numbers:
        said = f"{said} {_('、').join(sheet.notice_numbers)}"
    unit = parties.get(event.party_id or "")
    if unit is not None:
        said = f"{said} · {unit.unit}"
    if event.due_on is not None:
        said = _("{said}，期限 {day}").format(said=said, day=event.due_on.isoformat())
    return said


# -- before and after ----------


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A photo of a pair: the original's hash, and what stands under the picture."""

    photo_id: str
    sha256: str
    name: str
    caption: str
    photographer: str
    absence: str = ""
    """Where the original is, if not on this computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Before and after of one spot; `warning` says why the two do not fit together."""

    before: Shown | None
    after: Shown | None
    warning: str = ""


def pairs_of(photos: Sequence[LinkedPhoto]) -> list[Pair]:
    """Set the n-th photo before beside the n-th after, as the papers do."""
    before = [one for one in photos if one.link.role not in AFTER_ROLES]
    after = [one for one in photos if one.link.role in AFTER_ROLES]
    return [
        _pair(before[n] if n < len(before) else None, after[n] if n < len(after) else None)
        for n in range(max(len(before), len(after), 1))
    ]


def _pair(before: LinkedPhoto | None, after: LinkedPhoto | None) -> Pair:
    return Pair(
        before=_shown(before, _("整改前"), _accuracy(before)) if before else None,
        after=_shown(after, _after_name(after), _apart(before, after)) if after else None,
        warning=_warning(before, after),
    )


def _after_name(after: LinkedPhoto) -> str:
    return _("复验") if after.link.role is PhotoRole.RECHECK else _("整改后")


def _shown(one: LinkedPhoto, role: str, where: str) -> Shown:
    when = _wall_time(one) or _("无拍摄时间")
    return Shown(
        photo_id=one.photo.id,
        sha256=one.photo.sha256,
        name=one.photo.name,
        caption="\u3000".join(part for part in (role, when, where) if part),
        photographer=one.photo.photographer or "",
        absence=absence_text(one.where),
    )


def _accuracy(one: LinkedPhoto) -> str:
    position = one.photo.facts.position
    if position is None:
        return _("无位置")
    return "" if position.accuracy_m is None else f"±{position.accuracy_m:.0f} m"


def _apart(before: LinkedPhoto | None, after: LinkedPhoto) -> str:
    here = before.photo.facts.position if before else None
    there = after.photo.facts.position
    if here is None or there is None:
        return _accuracy(after)
    return _("相距 {metres} m").format(metres=distance_m(here, there))


def _warning(before: LinkedPhoto | None, after: LinkedPhoto | None) -> str:
    if before is None or after is None:
        return ""
    first, second = taken_at(before.photo.facts), taken_at(after.photo.facts)
    if first is None or second is None or second >= first:
        return ""
    return _("整改后照片的拍摄时间早于整改前（{after} < {before}），请核对。").format(
        after=_wall_time(after), before=_wall_time(before)
    )


def _wall_time(one: LinkedPhoto) -> str:
    """Write when a photo was taken, as its file says it."""
    taken = one.photo.facts.taken_local
    return f"{datetime.fromisoformat(taken):%m-%d %H:%M}" if taken else ""
