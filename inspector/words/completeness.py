"""What the completeness list says: what is asked for, how it stands, and why."""

from collections.abc import Mapping

from inspector.core.completeness import Completeness, Ground, Subject, Want, WantState
from inspector.core.issued import PaperKind
from inspector.core.process.names import DocumentKind
from inspector.words.language import N_, _
from inspector.words.process import document_name
from inspector.words.records import paper_name

_MOST_NAMES = 6

_SUBJECTS: Mapping[Subject, str] = {
    Subject.SCOPE_CHECKED: N_("方案各项的查验记录"),
    Subject.DISCIPLINE_PHOTOS: N_("方案各专业的照片"),
    Subject.PHOTO_ELEMENTS: N_("照片著录要素"),
    Subject.VISIT_DISCLOSURES: N_("检查发现的一次性告知"),
    Subject.NOTICE_REPLIES: N_("整改通知单的回复"),
    Subject.RECEIVED_FILES: N_("记录所指的文件原件"),
    Subject.MEETING_VERDICT: N_("联合验收结论"),
    Subject.PARTY_SIGNATURES: N_("应签各方的签署"),
}
_STATES: Mapping[WantState, str] = {
    WantState.THERE: N_("齐备"),
    WantState.MISSING: N_("缺少"),
    WantState.WAIVED: N_("已豁免"),
    WantState.NOT_APPLICABLE: N_("不适用"),
}
_GROUNDS: Mapping[Ground, str] = {
    Ground.HELD: N_("{there}"),
    Ground.BY_RECORDS: N_("由系统记录提供：{there}"),
    Ground.MADE_AT_SEALING: N_("封存时出具：{there}"),
    Ground.NOTHING_HELD: N_("没有这份材料"),
    Ground.PART_LACKS: N_("{count} 项欠缺：{lacking}"),
    Ground.NO_FILE: N_("只有登记，没有文件：{lacking}"),
    Ground.WAIVER: N_("{authority}依据“{paper}”豁免：{reason}"),
    Ground.ASSERTED: N_("接入时由{authority}依据“{paper}”认定"),
    Ground.BY_TEMPLATE: N_("归档模板写明不要求：{reason}"),
    Ground.OUT_OF_SCHEME: N_("方案没有相应的专业"),
    Ground.NOT_OWED: N_("没有发生应形成这份材料的事项"),
}


def want_name(what: str) -> str:
    """Name what is asked for: a paper, or what the records must tell."""
    if what in frozenset(Subject):
        return _(_SUBJECTS[Subject(what)])
    if what in frozenset(PaperKind):
        return paper_name(PaperKind(what))
    return document_name(DocumentKind(what))


def want_state_name(state: WantState) -> str:
    """Name how one thing that is asked for stands."""
    return _(_STATES[state])


def want_text(want: Want, most: int = _MOST_NAMES) -> str:
    """Say why it stands so, with at most so many names."""
    excuse = want.excuse
    there = (f"{one.number} {one.title}" if one.number else one.title for one in want.there)
    return _(_GROUNDS[want.ground]).format(
        there=_listed(tuple(dict.fromkeys(there)), most),
        lacking=_listed(want.lacking, most),
        count=len(want.lacking),
        authority=excuse.authority if excuse else "",
        paper=excuse.paper if excuse else "",
        reason=want.reason or (excuse.reason if excuse else ""),
    )


def completeness_text(found: Completeness) -> str:
    """Sum the list up in one sentence."""
    if not found.wants:
        return _("归档模板“{name}”没有写明应归档的材料（required），无从核对。").format(
            name=found.template
        )
    return _(
        "应归档 {total} 项：齐备 {there}，缺少 {missing}，已豁免 {waived}，不适用 {apart}。"
    ).format(
        total=len(found.wants),
        there=found.count(WantState.THERE),
        missing=found.count(WantState.MISSING),
        waived=found.count(WantState.WAIVED),
        apart=found.count(WantState.NOT_APPLICABLE),
    )


def _listed(names: tuple[str, ...], most: int) -> str:
    shown = _("；").join(names[:most])
    if len(names) <= most:
        return shown
    return _("{names} 等 {count} 项").format(names=shown, count=len(names))
