"""What the list of reports says of each, and what a new one will be called."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from inspector.core.bundles import fit_part
from inspector.core.conclusion import ConclusionKind
from inspector.core.issued import IssuedReport
from inspector.core.papers import PaperWarning, check_code
from inspector.core.projects import Project
from inspector.ui.kit.style.tokens import Tone
from inspector.words.acceptance import conclusion_title
from inspector.words.language import _
from inspector.words.reports import warning_sentence

_TONES = {
    ConclusionKind.PASS: Tone.PASS,
    ConclusionKind.IN_PRINCIPLE: Tone.WARN,
    ConclusionKind.REWORK: Tone.WARN,
    ConclusionKind.FAIL: Tone.FAIL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One report as the list paints it."""

    id: str
    head: str
    made: str
    code: str
    conclusion: str
    tone: Tone
    is_here: bool

    def spoken(self) -> str:
        """Say the row for those who hear it."""
        return _("，").join((self.head, self.conclusion, self.made, self.code))


def paper_row(report: IssuedReport, *, is_here: bool) -> PaperRow:
    """Say a report that was made."""
    kind = _conclusion(report)
    return PaperRow(
        id=report.id,
        head=_("第 {version} 版 · {number}").format(number=report.number, version=report.version),
        made=_("{time} · {pages} 页 · {name}").format(
            time=time_text(report.made_at), pages=report.pages, name=report.name
        ),
        code=_("校验码 {code}").format(code=check_code(report.snapshot)),
        conclusion=conclusion_title(kind) if kind else "",
        tone=_TONES.get(kind, Tone.PLAIN) if kind else Tone.PLAIN,
        is_here=is_here,
    )


def _conclusion(report: IssuedReport) -> ConclusionKind | None:
    known = {kind.value: kind for kind in ConclusionKind}
    return known.get(report.conclusion or "")


def time_text(made_at: str) -> str:
    """Write the local time that a record keeps, to the minute."""
    return made_at[:16].replace("T", " ")


def newest(reports: Sequence[IssuedReport]) -> IssuedReport | None:
    """Give the newest acceptance report."""
    own = [report for report in reports if report.is_sealed_report]
    return own[-1] if own else None


def last_line(reports: Sequence[IssuedReport]) -> str:
    """Say which report was made last."""
    report = newest(reports)
    if report is None:
        return _("还没有生成过报告")
    return _("上次：第 {version} 版，{time}，校验码 {code}").format(
        version=report.version, time=time_text(report.made_at), code=check_code(report.snapshot)
    )


def proposed_name(project: Project, reports: Sequence[IssuedReport], taken: Collection[str]) -> str:
    """Name the next report so that it overwrites none."""
    report = newest(reports)
    version = 1 + (report.version if report else 0)
    stem = _("{name}联合竣工验收报告_第{version}版").format(name=project.name, version=version)
    names = (fit_part(stem, ".pdf"), *(fit_part(stem, f"-{copy}.pdf") for copy in range(2, 1000)))
    return next(name for name in names if name not in taken)


def warning_lines(warnings: Sequence[PaperWarning | str]) -> list[str]:
    """Say what the paper shows differently than wished."""
    return [one if isinstance(one, str) else warning_sentence(one) for one in warnings]
