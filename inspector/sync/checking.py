"""Whether a foreign segment's body is well formed, before anything of it is believed.

Everything that follows from the bytes alone is decided here; what needs the segments that it
refers to is decided when it is merged (`store.merging`).
"""

import json
import re
from typing import Any

from inspector.core.ids import ORG, TRAY
from inspector.core.segments import FORMAT, Op, Segment, segment_from

MAX_OPS = 20_000
_MAX_MS = 1 << 45
_MAX_RANK_MS = 1 << 46
"""No chain gets there: an operation outranks the one before by one, or has the clock's time."""
_MAX_INDEX = 1 << 20
_LONGEST_VERSION = 40
_HASH = re.compile("[0-9a-f]{64}")
_REPLICA = re.compile("[0-9a-f]{32}")
_ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_COLUMN = re.compile(r"[a-z_]{1,40}\.([a-z_0-9]{1,40}|\*)")
_NAME = re.compile("[a-z_0-9]{1,40}")
_FIXED = frozenset({"id", "project_id"})
"""What a record is born with and keeps."""
_Scalar = str | int | float | None


class MalformedSegmentError(ValueError):
    """A body that no program of ours wrote, with what is wrong in it."""


def checked_segment(body: bytes) -> Segment:
    """Read a foreign body, or say what is wrong with it."""
    try:
        head = json.loads(body, parse_constant=_refuse_constant)
        _check_head(head)
        segment = segment_from(head)
        _check_ops(head, segment)
    except MalformedSegmentError:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise MalformedSegmentError(str(error)) from error
    except RecursionError as error:
        message = "nested too deep"
        raise MalformedSegmentError(message) from error
    return segment


def _refuse_constant(name: str) -> None:
    _demand(holds=False, what=name)


def _demand(holds: object, what: str, index: int | None = None) -> None:
    if not holds:
        raise MalformedSegmentError(what if index is None else f"{what} {index}")


def _check_head(head: dict[str, Any]) -> None:
    _demand(type(head) is dict and type(head["v"]) is int, "format")
    _demand(head["v"] == FORMAT, "format")
    project = head["project"]
    _demand(project in (ORG, TRAY) or _ID.fullmatch(project), "project")
    _demand(_REPLICA.fullmatch(head["replica"]), "replica")
    _demand(type(head["height"]) is int and 0 < head["height"] < 1 << 31, "height")
    _demand((head["prev"] is None) == (head["height"] == 1), "prev")
    _demand(head["prev"] is None or _HASH.fullmatch(head["prev"]), "prev")
    _demand(head["user"] is None or _ID.fullmatch(head["user"]), "user")
    _demand(_HASH.fullmatch(head["key"]), "key")
    _demand(type(head["schema"]) is int and 0 < head["schema"] < 1 << 31, "schema")
    _demand(type(head["app"]) is str and len(head["app"]) <= _LONGEST_VERSION, "app")
    _demand(type(head["t0"]) is int and 0 <= head["t0"] < _MAX_MS, "t0")
    _demand(all(_COLUMN.fullmatch(name) for name in head["cols"]), "cols")
    _demand(all(name.partition(".")[2] not in _FIXED for name in head["cols"]), "cols")
    _demand(all(_ID.fullmatch(row) for row in head["rows"]), "rows")
    _demand(all(_HASH.fullmatch(ref) for ref in head["refs"]), "refs")
    _demand(len(set(head["refs"])) == len(head["refs"]), "refs")
    _demand(0 < len(head["ops"]) <= MAX_OPS, "ops")
    head["app"].encode()


def _check_ops(head: dict[str, Any], segment: Segment) -> None:
    count, used = len(head["refs"]), set()
    for index, (spelled, op) in enumerate(zip(head["ops"], segment.ops, strict=True)):
        column, row, elapsed, drank, ref, place, value, *rest = spelled
        _demand(set(map(type, (column, row, elapsed, drank, ref, place))) == {int}, "op", index)
        _demand(column >= 0 and row >= 0, "op", index)
        in_time = 0 <= op.at_ms < _MAX_MS and 0 <= op.rank_ms < _MAX_RANK_MS
        _demand(in_time, "time of op", index)
        _check_reference(ref, place, count, index)
        _demand(len(rest) <= 1, "op", index)
        used.add(ref)
        for parent_ref, parent_place in rest[0] if rest else ():
            _demand(type(parent_ref) is int and type(parent_place) is int, "op", index)
            _demand(parent_ref >= 0, "parent of op", index)
            _check_reference(parent_ref, parent_place, count, index)
            used.add(parent_ref)
        _check_value(op, value, segment.project, index)
    _demand(used >= set(range(1, count + 1)), "refs")


def _check_reference(ref: int, place: int, count: int, index: int) -> None:
    what = "reference of op"
    _demand(-1 <= ref <= count, what, index)
    if ref >= 0:
        _demand(0 <= place < (index if ref == 0 else _MAX_INDEX), what, index)


def _check_value(op: Op, value: object, project: str, index: int) -> None:
    what, is_insert = "value of op", op.column.endswith(".*")
    _demand(is_insert == (op.prev is None), what, index)
    _demand(not is_insert or op.rank_ms <= op.at_ms, what, index)
    if not is_insert:
        _demand(isinstance(value, _Scalar) and not isinstance(value, bool), what, index)
        is_delete = op.column.endswith(".deleted")
        _demand(not is_delete or (type(value) is int and value in (0, 1)), what, index)
    else:
        _demand(type(value) is dict and value.get("project_id") == project, what, index)
        assert isinstance(value, dict)  # noqa: S101 - demanded the line before, for the reader
        for name, item in value.items():
            _demand(_NAME.fullmatch(name) and name != "deleted", what, index)
            _demand(isinstance(item, _Scalar) and not isinstance(item, bool), what, index)
    op.value.encode()  # a lone surrogate cannot be stored
