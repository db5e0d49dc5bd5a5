"""`find`: projects, places, defects, visits, parties, people and items that hold a text."""

from argparse import Namespace

from inspector.cli.parsing import Parser
from inspector.cli.session import Session
from inspector.cli.telling import Told, table
from inspector.operations.search import DEFAULT_LIMIT, HitKind, find
from inspector.words.language import _
from inspector.words.records import field_name


def declare(parser: Parser) -> None:
    """Declare the command."""
    parser.runs(find_some)
    parser.add_argument("text", help=_("要找的文字，不分大小写和全半角"))
    parser.add_argument("--limit", type=int, default=DEFAULT_LIMIT, help=_("最多列出多少条"))


def find_some(session: Session, given: Namespace) -> Told:
    """Find records by a piece of text."""
    with session.reading() as workspace:
        hits = find(workspace, given.text, given.limit)
    data = [
        {
            "id": hit.id,
            "code": hit.kind,
            "title": hit.title,
            "detail": hit.detail,
            "project_id": hit.project_id,
        }
        for hit in hits
    ]
    rows = ((_kind_name(hit.kind), hit.title, hit.detail, hit.id) for hit in hits)
    headers = (_("类型"), field_name("title"), _("说明"), "id")
    return Told(data=data, lines=table(headers, rows))


def _kind_name(kind: HitKind) -> str:
    return field_name("item_id" if kind is HitKind.ITEM else kind.value)
