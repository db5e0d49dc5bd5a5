"""Conflicts in the words of the trade: what is disputed, and who says what."""

from collections.abc import Mapping

from inspector.core.exchange import Conflict, ConflictKind, ConflictValue
from inspector.core.soft import SoftConflict, SoftKind
from inspector.core.times import wall_time
from inspector.words.exchange import laptop_name
from inspector.words.language import _
from inspector.words.records import field_name
from inspector.words.values import value_text

_LONGEST = 60


def conflict_field(conflict: Conflict) -> str:
    """Name what people disagree about."""
    if conflict.kind is ConflictKind.DELETED:
        return _("删除{record}").format(record=field_name(conflict.table))
    return f"{field_name(conflict.table)} · {field_name(conflict.column)}"


def conflict_values(conflict: Conflict, names: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Write all values of a conflict, each with who wrote it, where and when."""
    return tuple(
        _("{value}（{by}）").format(value=_value(conflict, said, names), by=said_by(said))
        for said in conflict.values
    )


def short_values(conflict: Conflict) -> str:
    """Write the values alone, as a row of a list has room for: 合格／不合格."""
    return _("／").join(dict.fromkeys(_value(conflict, said, None) for said in conflict.values))


def dispute_sentence(conflict: Conflict, names: Mapping[str, str] | None = None) -> str:
    """Say what is disputed, with each one's value."""
    return _("{field}有冲突：{values}。须裁定后才算数。").format(
        field=conflict_field(conflict), values=_(" ｜ ").join(conflict_values(conflict, names))
    )


def said_by(said: ConflictValue) -> str:
    """Say who wrote a value, on which laptop and when by its clock."""
    return _("{person}，{device}，{at}").format(
        person=said.person or "—",
        device=laptop_name(said.device),
        at=f"{wall_time(said.at_ms):%Y-%m-%d %H:%M}",
    )


def _value(conflict: Conflict, said: ConflictValue, names: Mapping[str, str] | None) -> str:
    if said.deletes:
        return _("删除")
    words = value_text(conflict.table, said.column, said.value, names)
    if conflict.kind is not ConflictKind.DELETED:
        return words
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return _("保留（{words}）").format(words=short)


def shared_number_sentence(table: str, column: str, number: str, count: int) -> str:
    """Say that several records bear one number."""
    return _("{field} {number} 有 {count} 条{record}共用，请核对是否同一件事。").format(
        field=field_name(column), number=number, count=count, record=field_name(table)
    )


def soft_sentence(soft: SoftConflict, names: Mapping[str, str] | None = None) -> str:
    """Say why a record wants a look; `names` resolves the ids of other records."""
    if soft.kind is SoftKind.NUMBER:
        count = len(soft.others) + 1
        return shared_number_sentence(soft.table, soft.column, soft.number, count)
    if soft.kind is SoftKind.ORPHAN:
        return _("所指的{field}已在另一台电脑上删除，请改指或恢复。").format(
            field=field_name(soft.column)
        )
    return _("两台电脑同时改了这条{record}的不同内容，都已收入：{values}").format(
        record=field_name(soft.table),
        values=_(" ｜ ").join(
            _("{field} {value}（{by}）").format(
                field=field_name(one.column),
                value=value_text(soft.table, one.column, one.value, names),
                by=said_by(one),
            )
            for one in soft.values
        ),
    )
