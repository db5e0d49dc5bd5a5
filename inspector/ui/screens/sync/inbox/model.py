"""A conflict as its card says it: what stands against what, who said it, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from inspector.core.disputes import ValueKind
from inspector.core.exchange import Conflict, ConflictKind, ConflictValue
from inspector.core.ids import ORG
from inspector.core.splitting import can_split
from inspector.ui.screens.sync.model import fast_clock, moment
from inspector.words.exchange import laptop_name
from inspector.words.language import _
from inspector.words.records import field_name
from inspector.words.values import value_text

_SHORT = 14
"""How much of a value stands on a button or in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to settle: a value and who stands for it, or keeping or deleting a record."""

    text: str
    who: tuple[str, ...]
    act: str
    is_shown: bool = False
    chosen: ConflictValue | None = None
    keeps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """A conflict in words."""

    id: str
    title: str
    field: str
    where: str
    why: str
    origin: str
    options: tuple[Option, ...]
    people: str
    is_critical: bool
    conflict: Conflict
    writes: ValueKind

    def can_merge(self) -> bool:
        """Tell whether the texts can be put together."""
        return self.conflict.joined() is not None

    def can_split(self) -> bool:
        """Tell whether each value may get a record of its own."""
        conflict = self.conflict
        is_here = not any(one.is_withheld for one in conflict.values)
        is_field = conflict.kind is ConflictKind.FIELD
        return is_field and is_here and can_split(conflict.table, conflict.column)

    def together(self) -> tuple[str, str]:
        """Put the texts together, and say how: for the person to look through."""
        merged = self.conflict.suggestion()
        if merged is not None:
            return merged, _("各方改的不是同一句，已合在一起，请看一遍再采用。")
        joined = self.conflict.joined() or ""
        return joined, _("各方改了同一句，已一段段接在一起，请改成一段再采用。")

    def brief(self) -> str:
        """Give the values in one line."""
        return " ／ ".join(short(option.text) for option in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """What is open, how linked records are called, and whether this person may settle it."""

    conflicts: Sequence[Conflict] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    may_settle: bool = True
    person: str = ""


def short(text: str) -> str:
    """Cut a value to what fits a button."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"


def card_of(conflict: Conflict, names: Mapping[str, str], now: datetime) -> CardFacts:
    """Say a conflict."""
    is_field = conflict.kind is ConflictKind.FIELD
    options = _values(conflict, names, now) if is_field else _fates(conflict, names, now)
    people = dict.fromkeys(one.person or one.device for one in conflict.values)
    return CardFacts(
        id=conflict.id,
        title=conflict.title,
        field=field_name(conflict.column) if is_field else field_name(conflict.table),
        where="" if conflict.project_id == ORG else names.get(conflict.project_id, ""),
        why=why_of(conflict),
        origin=_origin(conflict, names, now),
        options=tuple(options),
        people=_("、").join(people),
        is_critical=conflict.is_critical,
        conflict=conflict,
        writes=conflict.writes,
    )


def why_of(conflict: Conflict) -> str:
    """Say in one sentence how it came to this."""
    if conflict.kind is ConflictKind.DELETED:
        return _("有人删除了这条记录，另有人在看到删除之前改了它。记录先保留着，等您决定。")
    devices = {one.device.partition("/")[0] for one in conflict.values}
    if len(devices) == 1:
        return _("同一台电脑的两份数据（复制过，或从备份恢复过）各改了同一处。")
    if conflict.origin is None:
        return _("{count} 台电脑在互相看到之前各填了同一处。").format(count=len(devices))
    return _("{count} 台电脑在互相看到之前各改了同一处。").format(count=len(devices))


def author(value: ConflictValue, now: datetime) -> str:
    """Say who wrote a value, where and when, with a warning where the clock is wrong."""
    said = (value.person, laptop_name(value.device), moment(value.at_ms, now))
    line = " · ".join(part for part in said if part)
    clock = fast_clock(value.skew_ms)
    return _("{line}（此机{clock}）").format(line=line, clock=clock) if clock else line


def said_text(conflict: Conflict, value: ConflictValue, names: Mapping[str, str]) -> str:
    """Write a value; one that is not on this laptop says so."""
    if value.is_withheld:
        return _("个人信息不在本机")
    return value_text(conflict.table, value.column, value.value, names)


def _origin(conflict: Conflict, names: Mapping[str, str], now: datetime) -> str:
    if conflict.kind is ConflictKind.DELETED:
        return ""
    if conflict.origin is None:
        return _("原来没有填")
    value = said_text(conflict, conflict.origin, names)
    return _("原值：{value}（{who}）").format(value=value, who=author(conflict.origin, now))


def _values(conflict: Conflict, names: Mapping[str, str], now: datetime) -> list[Option]:
    options = []
    for side in conflict.sides():
        text = said_text(conflict, side[0], names)
        options.append(
            Option(
                text=text,
                who=tuple(author(one, now) for one in side),
                act=_("采用“{value}”").format(value=short(text)),
                is_shown=any(one.is_shown for one in side),
                chosen=side[0],
            )
        )
    return options


def _fates(conflict: Conflict, names: Mapping[str, str], now: datetime) -> list[Option]:
    edits = [one for one in conflict.values if not one.deletes]
    deletes = [one for one in conflict.values if one.deletes]
    return [
        Option(
            text=_("保留"),
            who=tuple(_edit(conflict, one, names, now) for one in edits),
            act=_("保留记录"),
            is_shown=True,
            keeps=True,
        ),
        Option(
            text=_("删除"),
            who=tuple(author(one, now) for one in deletes),
            act=_("删除记录"),
        ),
    ]


def _edit(conflict: Conflict, value: ConflictValue, names: Mapping[str, str], now: datetime) -> str:
    said = said_text(conflict, value, names)
    if value.column == "*":
        return _("{who}：填写 {value}").format(who=author(value, now), value=said)
    return _("{who}：{field} 改为 {value}").format(
        who=author(value, now), field=field_name(value.column), value=said
    )
