"""`history`: what was written of one record, how it was on a day, giving a value back."""

from argparse import Namespace
from datetime import datetime

from inspector.cli.lookup import moment
from inspector.cli.parsing import Parser, UsageError
from inspector.cli.session import Session
from inspector.cli.shapes import history_shape, past_shape
from inspector.cli.telling import Told, as_text, table
from inspector.operations.history import HistoryLine, history_of
from inspector.operations.past import (
    PastRecord,
    record_as_of,
    restore_as_of,
    restore_written,
)
from inspector.operations.search import record_named
from inspector.words.history import brought_text
from inspector.words.language import _
from inspector.words.records import field_name


def declare(parser: Parser) -> None:
    """Declare the command."""
    parser.runs(tell)
    parser.add_argument("record", help=_("记录的 id、编码或编号"))
    parser.add_argument(
        "--at", type=moment, metavar="TIME", help=_("看它在这一天（或这一刻）的样子，如 2026-05-10")
    )
    parser.add_argument(
        "--restore", metavar="FIELD", help=_("把这个字段恢复为 --at 时的值，或 --entry 写入的值")
    )
    parser.add_argument(
        "--entry", type=int, metavar="N", help=_("历史中的一条（见 --json 的 entry）")
    )


def tell(session: Session, given: Namespace) -> Told:
    """Show the history, the record as it was, or give a value back."""
    if given.restore:
        return _restore_one(session, given)
    return _show_past(session, given) if given.at else _show_all(session, given)


def _show_all(session: Session, given: Namespace) -> Told:
    """Show who wrote what, when, on which laptop, and which package brought it."""
    with session.reading() as workspace:
        found = history_of(workspace, record_named(workspace, given.record))
    zone = session.clock().tzinfo
    headers = (
        *(_("时间"), _("人员"), field_name("device"), _("内容")),
        *(_("原值"), _("新值"), _("来自")),
    )
    rows = (
        (
            f"{datetime.fromtimestamp(one.at_ms / 1000, zone):%Y-%m-%d %H:%M:%S}",
            *(one.person, one.device, _what(one), _value(one.before), _value(one.after)),
            brought_text(one.origin.name, one.origin.sender) if one.origin else "",
        )
        for one in found
    )
    return Told(data=[history_shape(line) for line in found], lines=table(headers, rows))


def _what(line: HistoryLine) -> str:
    column = _("新记录") if line.column == "*" else field_name(line.column)
    said = f"{field_name(line.table)} · {column}"
    return _("{what}（裁定）").format(what=said) if line.settles else said


def _value(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else as_text(value)


def _at_ms(session: Session, given: Namespace) -> int:
    """Give the moment that is meant: of a day alone its end, in local time."""
    at: datetime | None = given.at
    if at is None:
        raise UsageError("--at", _("请用 --at 或 --entry 指明恢复哪个值"))
    if at.tzinfo is None:
        at = at.replace(tzinfo=session.clock().tzinfo)
    return int(at.timestamp() * 1000)


def _show_past(session: Session, given: Namespace) -> Told:
    at_ms = _at_ms(session, given)
    with session.reading() as workspace:
        found = record_as_of(workspace, record_named(workspace, given.record), at_ms)
    headers = (_("记录"), field_name("field"), _("值"))
    rows = [row for one in found for row in _past_rows(one)]
    lines = table(headers, rows) if found else (_("那时还没有这条记录。"),)
    return Told(data={"at_ms": at_ms, "records": [past_shape(one) for one in found]}, lines=lines)


def _past_rows(record: PastRecord) -> list[tuple[str, str, str]]:
    name = field_name(record.table)
    shown = [(name, _("已删除"), "")] if record.is_deleted else []
    return shown + [
        (name, field_name(column), _value(value))
        for column, value in record.fields.items()
        if value is not None and column != "project_id"
    ]


def _restore_one(session: Session, given: Namespace) -> Told:
    """Give a field a value that it once had; the restoring is on record itself."""
    with session.writing() as workspace:
        record = record_named(workspace, given.record)
        if given.entry is not None:
            done = restore_written(workspace, record, given.restore, given.entry).value
        else:
            at_ms = _at_ms(session, given)
            done = restore_as_of(workspace, record, given.restore, at_ms).value
    data = {
        "id": done.record_id,
        "code": f"{done.table}.{done.column}",
        "title": field_name(done.column),
        "before": done.before,
        "after": done.after,
    }
    said = _("已恢复“{field}”：{before} → {after}").format(
        field=field_name(done.column), before=_value(done.before), after=_value(done.after)
    )
    return Told(data=data, lines=(said,))
