"""The completeness list as a bundle carries it: paper, tables, data, and a line in 说明文件.TXT."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inspector.archive.texts import csv_bytes, day_of
from inspector.core.bundles import BundleFiles
from inspector.core.completeness import Completeness, Want, WantState
from inspector.core.errors import InspectorError, Problem
from inspector.core.papers import CompletenessPaper, WantRow
from inspector.core.text import LONGEST_TEXT, named
from inspector.folders import fonts
from inspector.operations.binders import Binder
from inspector.operations.completeness import completeness_of
from inspector.reports.completeness import write_completeness
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes
from inspector.words.completeness import (
    completeness_text,
    want_name,
    want_state_name,
    want_text,
)

_LIST, _DETAILS = "归档完整性清单", "归档欠缺明细"
COMPLETENESS_NAMES = (f"{_LIST}.pdf", f"{_LIST}.csv", f"{_LIST}.xlsx", f"{_DETAILS}.csv")
"""The files of the list, as they are named below 其他/."""
COMPLETENESS_DATA = "completeness.json"
_HEADERS = ("序号", "类别", "应归档的材料", "状态", "说明", "依据文件", "决定单位", "理由")
_WIDTHS = (8, 10, 36, 10, 80, 30, 24, 40)
_DETAIL_HEADERS = ("类别", "应归档的材料", "欠缺")
_DETAIL_WIDTHS = (10, 36, 90)
_EXAMPLES = 8
_MOST_IN_TABLES = 50


def accepted_reason(found: Completeness, reason: str) -> str:
    """Give the reason for sealing with gaps as it is kept; empty where nothing lacks.

    Raise InspectorError ARCHIVE_INCOMPLETE where something lacks and no reason is given.
    """
    if found.is_complete:
        return ""
    if not reason.strip():
        names = tuple(want_name(one.what) for one in found.gaps)
        raise InspectorError(
            Problem.ARCHIVE_INCOMPLETE,
            count=len(names),
            names=(*names[:_EXAMPLES], *(("…",) if len(names) > _EXAMPLES else ())),
        )
    return named(reason, "gaps_reason", LONGEST_TEXT)


def with_completeness(files: BundleFiles, binder: Binder) -> BundleFiles:
    """Give a bundle's files with the list, and with the reason for its gaps."""
    found = completeness_of(binder)
    return replace(
        files,
        others=(*files.others, *completeness_files(binder, found)),
        data=(*files.data, (COMPLETENESS_DATA, completeness_data(binder, found))),
        remarks=(*files.remarks, *completeness_remarks(binder, found)),
    )


def completeness_files(binder: Binder, found: Completeness) -> list[tuple[str, Path | bytes]]:
    """Write the list as paper, CSV and workbook; what lacks one by one beside it."""
    path = binder.folder / "completeness.pdf"
    written = write_completeness(_paper(binder, found), path, fonts()).path
    rows, details = _rows(found), _details(found)
    workbook = workbook_bytes(
        [
            _sheet(_LIST, _HEADERS, _WIDTHS, rows),
            _sheet(_DETAILS, _DETAIL_HEADERS, _DETAIL_WIDTHS, details),
        ]
    )
    contents = (
        written,
        csv_bytes(_HEADERS, rows),
        workbook,
        csv_bytes(_DETAIL_HEADERS, details),
    )
    return list(zip(COMPLETENESS_NAMES, contents, strict=True))


def completeness_data(binder: Binder, found: Completeness) -> bytes:
    """Give the list as data, with the reason for its gaps."""
    reason = {
        "reason": binder.gaps_reason,
        "by": binder.head.compiled_by,
        "unit": binder.identity.unit,
        "on": day_of(binder.head.made_at),
    }
    shown = {**completeness_shape(found), "gaps": reason if binder.gaps_reason else None}
    return json.dumps(shown, ensure_ascii=False, indent=1, sort_keys=True).encode()


def completeness_remarks(binder: Binder, found: Completeness) -> tuple[str, ...]:
    """Say in 说明文件.TXT how complete the bundle is, and why it was sealed with gaps."""
    counts = "，".join(
        f"{name}{found.count(state)}项"
        for name, state in (
            ("齐备", WantState.THERE),
            ("缺少", WantState.MISSING),
            ("已豁免", WantState.WAIVED),
            ("不适用", WantState.NOT_APPLICABLE),
        )
    )
    told = f"归档完整性：应归档{len(found.wants)}项，{counts}；见 其他/{COMPLETENESS_NAMES[0]}。"
    if not binder.gaps_reason:
        return (told,)
    reason = " ".join(binder.gaps_reason.split())
    by = f"{binder.head.compiled_by}，{day_of(binder.head.made_at)}"
    return (told, f"欠缺材料仍封存的理由：{reason}（{by}）")


def completeness_shape(found: Completeness) -> dict[str, object]:
    """Give the list as a program reads it."""
    return {
        "complete": found.is_complete,
        "template": found.template,
        "counts": {state.value: found.count(state) for state in WantState},
        "wants": [_want_shape(one) for one in found.wants],
    }


def _want_shape(one: Want) -> dict[str, object]:
    excuse = one.excuse
    return {
        "class": one.code,
        "what": one.what,
        "name": want_name(one.what),
        "state": one.state.value,
        "ground": one.ground.value,
        "text": want_text(one),
        "there": [
            {"title": held.title, "number": held.number, "sha256": held.sha256}
            for held in one.there
        ],
        "lacking": list(one.lacking),
        "authority": excuse.authority if excuse else None,
        "paper": excuse.paper if excuse else None,
        "reason": one.reason or (excuse.reason if excuse else None),
    }


def _paper(binder: Binder, found: Completeness) -> CompletenessPaper:
    head = binder.head
    return CompletenessPaper(
        identity=binder.identity,
        project_name=head.project_name,
        project_code=head.project_code,
        template=found.template,
        told=completeness_text(found),
        rows=tuple(
            WantRow(
                code=one.code,
                name=want_name(one.what),
                state=want_state_name(one.state),
                text=want_text(one),
                is_gap=one.state is WantState.MISSING,
            )
            for one in found.wants
        ),
        reason=binder.gaps_reason or None,
        said_by=head.compiled_by,
        said_on=day_of(head.made_at),
    )


def _rows(found: Completeness) -> list[tuple[str, ...]]:
    return [
        (
            str(number),
            one.code,
            want_name(one.what),
            want_state_name(one.state),
            want_text(one, _MOST_IN_TABLES),
            one.excuse.paper if one.excuse else "",
            one.excuse.authority if one.excuse else "",
            one.reason or (one.excuse.reason if one.excuse else ""),
        )
        for number, one in enumerate(found.wants, start=1)
    ]


def _details(found: Completeness) -> list[tuple[str, ...]]:
    """Name what lacks one by one, without a limit."""
    return [
        (one.code, want_name(one.what), lack)
        for one in found.gaps
        for lack in one.lacking or (want_name(one.what),)
    ]


def _sheet(
    title: str, headers: Sequence[str], widths: Sequence[int], rows: Sequence[tuple[str, ...]]
) -> SheetWritten:
    columns = tuple(
        ColumnWritten(header=header, width=width, is_text=True)
        for header, width in zip(headers, widths, strict=True)
    )
    return SheetWritten(title, columns, rows)
