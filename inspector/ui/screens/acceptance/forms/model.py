"""What the list of papers says of each, and what a new one will be called."""

from collections.abc import Collection
from dataclasses import dataclass

from inspector.core.bundles import fit_part
from inspector.core.issued import EDITIONS, IssuedReport, PaperKind
from inspector.core.papers import check_code
from inspector.core.projects import Project
from inspector.operations.papers import PaperLine
from inspector.words.language import _
from inspector.words.records import paper_name

KINDS = "PDF (*.pdf);;Word (*.docx);;Excel (*.xlsx)"
"""The editions as a file dialog offers them."""
_MOST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """A paper as its line shows it; `report_id` is empty where none was made."""

    kind: PaperKind
    title: str
    told: str
    report_id: str = ""
    is_here: bool = False


def form_line(line: PaperLine, *, is_here: bool) -> FormLine:
    """Say a paper and the newest that was made of it."""
    newest = line.newest
    return FormLine(
        kind=line.kind,
        title=paper_name(line.kind),
        told=_told(newest, is_here=is_here) if newest else _("还没有生成"),
        report_id=newest.id if newest else "",
        is_here=is_here,
    )


def _told(report: IssuedReport, *, is_here: bool) -> str:
    told = _("第 {version} 版 · {time} · {name} · 校验码 {code}").format(
        version=report.version,
        time=report.made_at[:16].replace("T", " "),
        name=report.name,
        code=check_code(report.snapshot),
    )
    return told if is_here else _("{told} · 本机没有它的文件").format(told=told)


def proposed_file(
    project: Project, kind: PaperKind, newest: IssuedReport | None, taken: Collection[str]
) -> str:
    """Name the next paper of a kind so that it overwrites none."""
    version = 1 + (newest.version if newest else 0)
    stem = _("{name}{paper}_第{version}版").format(
        name=project.name, paper=paper_name(kind), version=version
    )
    names = (fit_part(stem, f"-{copy}.pdf" if copy > 1 else ".pdf") for copy in range(1, _MOST))
    return next(name for name in names if name not in taken)


def with_ending(name: str) -> str:
    """Give a file's name its ending where the person left it out."""
    return name if name.lower().endswith(EDITIONS) else f"{name}{EDITIONS[0]}"
