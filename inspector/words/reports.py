"""Sentences for the problems of reports, and for what a paper shows differently than wished."""

from collections.abc import Iterator, Mapping

from inspector.core.errors import Problem
from inspector.core.lookups import CheckedPaper, FileState, PaperState
from inspector.core.papers import PaperWarning, WarningCode, check_code
from inspector.words.language import N_, _
from inspector.words.records import paper_name
from inspector.words.signatures import seal_line

PROBLEMS: Mapping[Problem, str] = {
    Problem.EDITION_UNKNOWN: N_("不能写成“{file}”。文件名请以 {editions} 结尾。"),
    Problem.BATCH_FOREIGN: N_(
        "“{file}”不是这个项目、这种格式的批次清单，没有生成任何文件。请另选一个文件夹。"
    ),
    Problem.LAYOUT_PICTURE_UNFIT: N_(
        "抬头图片“{file}”不在版面文件旁边，或不是可用的 JPEG。"
        "请用 paper layout --picture 收入图片，或另存为 JPEG（RGB）。"
    ),
    Problem.LAYOUT_NOT_READ: N_(
        "版面文件“{file}”第 {line} 行不是可读的 TOML 文本：{detail}。请对照随附的文件改正。"
    ),
    Problem.LAYOUT_KEY_UNKNOWN: N_(
        "版面文件“{file}”第 {line} 行：“{key}”不是版面的项目。请对照随附的文件改正。"
    ),
    Problem.LAYOUT_VALUE_WRONG: N_(
        "版面文件“{file}”第 {line} 行：“{key}”的值“{value}”不合要求，可用：{allowed}。"
    ),
    Problem.BATCH_EMPTY: N_("项目“{name}”还没有楼栋，没有可以逐幢生成的记录。请先录入楼栋。"),
}

WARNINGS: Mapping[WarningCode, str] = {
    WarningCode.GLYPH_MISSING: N_(
        "随附字体中没有字符 {subject}，纸上印作〔{subject}〕。签署前请手写补正。"
    ),
    WarningCode.PHOTO_MISSING: N_("照片 {subject} 没有印出，位置已留空并注明：{detail}。"),
    WarningCode.PHOTO_BROKEN: N_(
        "照片 {subject} 没有印出：{detail}。请删除缓存中的预览后重新生成报告。"
    ),
}

_PARTS: Mapping[str, str] = {
    "project": N_("工程概况"),
    "conclusion": N_("验收结论"),
    "acceptance_day": N_("验收日期"),
    "parties": N_("参建单位和参加单位"),
    "scope": N_("改造内容与完成情况"),
    "visits": N_("现场查验批次"),
    "disciplines": N_("分专业查验汇总"),
    "total": N_("查验合计"),
    "result_lines": N_("查验情况说明"),
    "measured": N_("实测实量"),
    "not_applicable": N_("不适用的检查项"),
    "rule_note": N_("判定规则说明"),
    "defect_lines": N_("问题情况说明"),
    "defects": N_("问题台账"),
    "photos": N_("照片"),
    "is_final": N_("是否定稿"),
    "conflicts": N_("未裁定的冲突"),
    "meeting": N_("联合验收会议"),
    "visit": N_("查验概况"),
    "note": N_("备注"),
    "answers": N_("查验结果"),
    "sheets": N_("表格内容"),
    "title": N_("标题"),
    "is_parted": N_("分页"),
    "facts": N_("楼栋概况"),
    "content": N_("通知单内容"),
    "signed": N_("电子签名"),
    "way": N_("程序执行情况"),
    "builders": N_("参建单位报告与评价"),
    "papers": N_("资料核查"),
    "works": N_("工程完成情况"),
    "after": N_("长效管理和移交"),
}


def part_name(key: str) -> str:
    """Name a part of a paper; the parts of a form bear their own titles."""
    return _(_PARTS[key]) if key in _PARTS else key


def warning_sentence(warning: PaperWarning) -> str:
    """Say in one sentence what a paper shows differently than wished."""
    return _(WARNINGS[warning.code]).format(subject=warning.subject, detail=warning.detail)


_STATES: Mapping[PaperState, str] = {
    PaperState.SAME: N_("一致：这份报告的内容与现在的记录相同。"),
    PaperState.CHANGED: N_("之后有变化：生成这份报告以后，记录有改动，变化的部分是：{parts}。"),
    PaperState.ALTERED: N_("不符：查到了这份报告，但校验值与记录不同。所持的一份可能被改动过。"),
    PaperState.UNCOMPARED: N_(
        "查到了这份报告，但它没有留存各部分的校验值，不能判断内容是否有变化。"
    ),
    PaperState.UNKNOWN: N_("查不到：本机的记录里没有“{asked}”。请收齐同步包后再查，或核对号码。"),
}
_FILES: Mapping[FileState, str] = {
    FileState.EXACT: N_("文件与当时生成的逐字节相同。"),
    FileState.SIGNED: N_("文件在当时生成的内容之后加了电子签名，各签名均有效，原内容未变。"),
    FileState.EXTENDED: N_(
        "文件以当时生成的内容开头，其后有追加的内容，但没有签名证明它，或有签名无效。"
        "追加的内容可能改变所显示的，不能作准。"
    ),
    FileState.DIFFERS: N_("文件不是当时生成的那一份：校验码相同，但字节不同。请核对是否被改动过。"),
}


def checked_lines(look: CheckedPaper) -> Iterator[str]:
    """Say how a paper stands to the records, sentence by sentence."""
    report = look.report
    if report is not None:
        yield _("{paper} {number} 第 {version} 版，生成于 {made}，校验码 {code}").format(
            paper=paper_name(report.kind),
            number=report.number,
            version=report.version,
            made=report.made_at,
            code=check_code(report.snapshot),
        )
    elif look.paper is not None:
        yield look.paper
    parts = _("、").join(part_name(key) for key in look.changed)
    yield _(_STATES[look.state]).format(parts=parts, asked=look.asked)
    if look.file is not None:
        yield _(_FILES[look.file])
    for seal in look.seals:
        yield seal_line(seal)
    if look.newer is not None:
        yield _("之后又生成过第 {version} 版。").format(version=look.newer)
    if look.program is not None and look.changed:
        yield _("这份报告由 {program} 生成，与本程序版本不同，措辞的变化也会算作变化。").format(
            program=look.program
        )


def batch_line(total: int, failed: int) -> str:
    """Say what came of a batch."""
    if not failed:
        return _("共 {total} 份，全部生成。").format(total=total)
    return _("共 {total} 份，生成 {made} 份，未能生成 {failed} 份：").format(
        total=total, made=total - failed, failed=failed
    )
