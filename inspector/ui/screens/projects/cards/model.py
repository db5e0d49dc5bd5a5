"""What a project's card says: its stage and its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.operations.projects import ProjectSummary
from inspector.ui.kit.style.tokens import Tone
from inspector.words.language import _


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a project is on its way, and what comes next."""

    text: str
    next_step: str
    tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that opens its list."""

    key: str
    name: str
    value: str
    tone: Tone = Tone.PLAIN

    @property
    def text(self) -> str:
        """Give name and value together."""
        return f"{self.name} {self.value}"


def stage_of(summary: ProjectSummary) -> Stage:
    """Tell by the records alone how far a project is."""
    if summary.due == 0:
        return _before_the_scheme(summary)
    if summary.answered < summary.due:
        return _inspecting(summary)
    if summary.accepted_on is not None:
        return _after_acceptance(summary)
    if summary.open_critical or summary.failed or summary.open_defects:
        return Stage(_("整改中"), _("下一步：复验并销项"), Tone.WARN)
    return Stage(_("待验收"), _("查验齐全，可以出具验收报告"), Tone.PASS)


def _inspecting(summary: ProjectSummary) -> Stage:
    if summary.answered == 0:
        return Stage(_("待查验"), _("下一步：开始第一次查验"))
    left = summary.due - summary.answered
    return Stage(_("查验中"), _("还有 {count} 项未查").format(count=left))


def _after_acceptance(summary: ProjectSummary) -> Stage:
    if summary.open_defects:
        left = _("遗留 {count} 条问题，须按期销项").format(count=summary.open_defects)
        return Stage(_("已验收"), left, Tone.PASS)
    return Stage(_("已验收"), _("下一步：决算、移交和长效管理"), Tone.PASS)


def _before_the_scheme(summary: ProjectSummary) -> Stage:
    if summary.buildings == 0:
        return Stage(_("建档"), _("下一步：录入楼栋与部位"))
    return Stage(_("编制方案"), _("下一步：把检查项放到各部位"))


def place_line(summary: ProjectSummary) -> str:
    """Say where and when a project is, leaving out what is not known."""
    project = summary.project
    year = _("{year} 年度").format(year=project.plan_year) if project.plan_year else ""
    buildings = _("{count} 幢楼").format(count=summary.buildings) if summary.buildings else ""
    parts = (project.district, project.subdistrict, project.address, year, buildings)
    return _(" · ").join(part for part in parts if part)


def numbers_of(summary: ProjectSummary) -> Sequence[Number]:
    """Give the numbers of a card in their order."""
    fail = Tone.FAIL if summary.failed else Tone.MUTED
    critical = Tone.FAIL if summary.open_critical else Tone.MUTED
    opened = Tone.WARN if summary.open_defects else Tone.MUTED
    disputed = str(summary.conflicts)
    opening = (Number(key="conflicts", name=_("待定"), value=disputed, tone=Tone.WARN),)
    return (
        *(opening if summary.conflicts else ()),
        Number(key="answered", name=_("已查"), value=f"{summary.answered}/{summary.due}"),
        Number(key="failed", name=_("不合格"), value=str(summary.failed), tone=fail),
        Number(key="critical", name=_("严重问题"), value=str(summary.open_critical), tone=critical),
        Number(key="defects", name=_("未销项"), value=str(summary.open_defects), tone=opened),
        Number(key="photos", name=_("照片"), value=str(summary.photos)),
        Number(key="visits", name=_("查验"), value=str(summary.visits)),
    )


def sentence_of(summary: ProjectSummary) -> str:
    """Say a whole card, for screen readers and for finding it by typing."""
    project = summary.project
    numbers = _("，").join(number.text for number in numbers_of(summary))
    return f"{project.name} {project.code} {stage_of(summary).text} {numbers}"


@dataclass(frozen=True, slots=True)
class Lead:
    """A screen and what to show there."""

    screen: str
    target: tuple[tuple[str, str], ...]


def lead_of(key: str, project_id: str) -> Lead | None:
    """Tell which list a number opens; None for one that this screen shows itself."""
    leads = {
        "answered": ("acceptance", (("items", "answered"),)),
        "failed": ("acceptance", (("items", "failed"),)),
        "critical": ("defects", (("state", "open"), ("severity", "critical"))),
        "defects": ("defects", (("state", "open"),)),
        "conflicts": ("sync", (("show", "inbox"),)),
        "photos": ("photos", (("shelf", "own"),)),
    }
    if key not in leads:
        return None
    screen, more = leads[key]
    return Lead(screen, (("project", project_id), *more))
