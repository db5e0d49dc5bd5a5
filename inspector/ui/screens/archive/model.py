"""What goes into a bundle, part by part, and what is missing of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.core.completeness import Completeness
from inspector.core.issued import IssuedReport
from inspector.core.marks import DrawnPage
from inspector.core.publishing import Publishable
from inspector.operations.bundle_preview import BundlePreview, VolumeNote
from inspector.operations.photos import PhotoLine
from inspector.operations.projects import ProjectSummary
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.lines import Line
from inspector.words.completeness import completeness_text
from inspector.words.language import _
from inspector.words.photos import whereabouts_name
from inspector.words.sizes import size_text

_DATA_FOLDER = "/数据/"
HERE = "archive"
"""A lead to another page of this screen; `page` is one of those below."""
WANTS, TEMPLATE = "wants", "template"


@dataclass(frozen=True, slots=True)
class Lead:
    """A screen, and what to show there."""

    screen: str
    target: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A paper of the tree: its pages as they will be printed, or the file that it is already."""

    name: str
    pages: int = 0
    file: Path | None = None
    drawn: tuple[DrawnPage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the bundle: what it is, how much, and where to look where something is amiss."""

    key: str
    text: str
    value: str = ""
    mark: Mark = Mark.PASS
    lead: Lead | None = None


def line_of(part: Part) -> Line:
    """Say a part as a line of the list."""
    return Line(
        key=part.key,
        text=part.text,
        word=part.value,
        mark=part.mark,
        leads=part.lead is not None,
        is_loud=part.mark in {Mark.FAIL, Mark.WARN},
        tone=Tone.FAIL if part.mark is Mark.FAIL else Tone.PLAIN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What there is to archive."""

    summary: ProjectSummary
    report: IssuedReport | None
    notices: int
    defects: int
    photos: tuple[PhotoLine, ...] = ()
    tray: int = 0
    missing: tuple[PhotoLine, ...] = ()
    publishable: Publishable | None = None


def stock_missing(photos: Sequence[PhotoLine]) -> tuple[PhotoLine, ...]:
    """Give the photos whose originals are not on this computer."""
    return tuple(line for line in photos if not line.is_here)


def newest_kept(reports: Sequence[IssuedReport], kept: Mapping[str, bool]) -> IssuedReport | None:
    """Give the report that goes in: the newest whose file is here, as sealing chooses it."""
    own = [r for r in reports if r.is_sealed_report and kept.get(r.id, False)]
    return max(own, key=lambda report: (report.made_at, report.version), default=None)


def parts_of(stock: Stock, preview: BundlePreview | None) -> list[Part]:
    """Say part by part what the bundle will hold."""
    project = stock.summary.project.id
    names = preview.names if preview else ()
    parts = [
        *(_rule_parts(preview.completeness) if preview else ()),
        _report_part(stock.report, project),
        _notice_part(stock.notices),
        *_photo_parts(stock, project),
        _record_part(stock.summary),
        _defect_part(stock, project),
    ]
    data = sum(_DATA_FOLDER in name for name in names)
    if data:
        parts.append(
            Part(
                key="data",
                text=_("数据与操作记录（可由其他程序读取）"),
                value=_("{count} 个文件").format(count=data),
            )
        )
    return parts


def _rule_parts(found: Completeness) -> Iterator[Part]:
    """Say by which template it is filed, and what of that is missing."""
    yield Part(
        key="template",
        text=_("归档模板"),
        value=found.template,
        lead=Lead(HERE, {"page": TEMPLATE}),
    )
    gaps = len(found.gaps)
    if not found.wants:
        yield Part(key="wants", text=completeness_text(found), mark=Mark.NONE)
        return
    text = _("完整性：缺少 {count} 项，封存须写明理由").format(count=gaps)
    yield Part(
        key="wants",
        text=text if gaps else _("完整性：应归档的材料齐备"),
        value=_("应归档 {count} 项").format(count=len(found.wants)),
        mark=Mark.WARN if gaps else Mark.PASS,
        lead=Lead(HERE, {"page": WANTS}),
    )


def tree_notes(preview: BundlePreview) -> dict[str, str]:
    """Say beside a folder what its volume is, and beside a paper how many pages it has."""
    volumes = {path: _volume_note(note) for path, note in preview.volumes.items()}
    papers = {
        path: _("{pages} 页").format(pages=note.pages)
        for path, note in preview.papers.items()
        if note.pages
    }
    return volumes | papers


def _volume_note(note: VolumeNote) -> str:
    words = [note.retention, note.secrecy, _("{count} 件").format(count=note.papers)]
    if note.pages:
        words.append(_("{pages} 页").format(pages=note.pages))
    if note.photos:
        words.append(_("照片 {count} 张").format(count=note.photos))
    return " · ".join(words)


def _report_part(report: IssuedReport | None, project: str) -> Part:
    if report is None:
        return Part(
            key="report",
            text=_("还没有验收报告，封存时按此刻的记录生成"),
            mark=Mark.WARN,
            lead=Lead("acceptance", {"project": project}),
        )
    return Part(
        key="report",
        text=_("{title} 第 {version} 版（{number}）").format(
            title=report.title, number=report.number, version=report.version
        ),
        value=_("{pages} 页").format(pages=report.pages),
        lead=Lead("acceptance", {"project": project, "report": report.id}),
    )


def _notice_part(count: int) -> Part:
    if not count:
        return Part(key="notices", text=_("没有整改通知单"), mark=Mark.NONE)
    return Part(key="notices", text=_("整改通知单"), value=_("{count} 份").format(count=count))


def _photo_parts(stock: Stock, project: str) -> list[Part]:
    lead = Lead("photos", {"project": project, "shelf": "own"})
    photos, missing = stock.photos, stock.missing
    if not photos:
        parts = [Part(key="photos", text=_("没有照片"), mark=Mark.NONE)]
    else:
        size = size_text(sum(line.photo.size for line in photos))
        value = _("{count} 张 · {size}").format(count=len(photos), size=size)
        parts = [Part(key="photos", text=_("照片原件"), value=value, lead=lead)]
    if missing:
        text = _("缺少照片原件 {count} 张，补齐后才能封存").format(count=len(missing))
        lost = Lead("photos", {"project": project, "shelf": "missing"})
        parts.append(Part(key="missing", text=text, mark=Mark.FAIL, lead=lost))
    if stock.tray:
        text = _("未归位照片 {count} 张，不会放入").format(count=stock.tray)
        tray = Lead("photos", {"project": project, "shelf": "tray"})
        parts.append(Part(key="tray", text=text, mark=Mark.WARN, lead=tray))
    return parts


def _record_part(summary: ProjectSummary) -> Part:
    left = summary.due - summary.answered
    value = _("{answered}/{due} 项次").format(answered=summary.answered, due=summary.due)
    if left:
        text = _("查验记录，还有 {count} 项次未查").format(count=left)
        lead = Lead("acceptance", {"project": summary.project.id, "items": "unchecked"})
        return Part(key="records", text=text, value=value, mark=Mark.WARN, lead=lead)
    return Part(key="records", text=_("查验记录，全部已查"), value=value)


def _defect_part(stock: Stock, project: str) -> Part:
    if not stock.defects:
        return Part(key="defects", text=_("没有问题记录"), mark=Mark.NONE)
    value = _("{count} 条").format(count=stock.defects)
    if stock.summary.open_defects:
        text = _("问题记录，还有 {count} 条未销项").format(count=stock.summary.open_defects)
        lead = Lead("defects", {"project": project, "state": "open"})
        return Part(key="defects", text=text, value=value, mark=Mark.WARN, lead=lead)
    return Part(key="defects", text=_("问题记录，全部了结"), value=value)


def missing_text(missing: Sequence[PhotoLine], most: int = 12) -> str:
    """Name the photos without originals, and where these are as far as that is known."""
    names = _("、").join(
        _("{name}（{where}）").format(name=line.photo.name, where=whereabouts_name(line.where))
        for line in missing[:most]
    )
    if len(missing) > most:
        return _("{names} 等 {count} 张").format(names=names, count=len(missing))
    return names
