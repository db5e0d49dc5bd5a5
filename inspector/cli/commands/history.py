"""`history`: everything that was written of one record, oldest first."""

from argparse import Namespace
from datetime import datetime

from inspector.cli.parsing import Parser
from inspector.cli.session import Session
from inspector.cli.shapes import history_shape
from inspector.cli.telling import Told, as_text, table
from inspector.operations.history import HistoryLine, history_of
from inspector.operations.search import record_named
from inspector.words.language import _
from inspector.words.records import field_name


def declare(parser: Parser) -> None:
    """Declare the command."""
    parser.runs(show_one)
    parser.add_argument("record", help=_("记录的 id、编码或编号"))


def show_one(session: Session, given: Namespace) -> Told:
    """Show who wrote what, when and on which laptop."""
    with session.reading() as workspace:
        found = history_of(workspace, record_named(workspace, given.record))
    zone = session.clock().tzinfo
    headers = (_("时间"), _("人员"), field_name("device"), _("内容"), _("原值"), _("新值"))
    rows = (
        (
            f"{datetime.fromtimestamp(one.at_ms / 1000, zone):%Y-%m-%d %H:%M:%S}",
            *(one.person, one.device, _what(one), _value(one.before), _value(one.after)),
        )
        for one in found
    )
    return Told(data=[history_shape(line) for line in found], lines=table(headers, rows))


def _what(line: HistoryLine) -> str:
    column = _("新记录") if line.column == "*" else field_name(line.column)
    return f"{field_name(line.table)} · {column}"


def _value(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else as_text(value)
