"""Sentences for the problems of reports, and for what a paper shows differently than wished."""

from collections.abc import Mapping

from inspector.core.errors import Problem
from inspector.core.papers import PaperWarning, WarningCode
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.EDITION_UNKNOWN: N_("不能写成“{file}”。文件名请以 {editions} 结尾。"),
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


def warning_sentence(warning: PaperWarning) -> str:
    """Say in one sentence what a paper shows differently than wished."""
    return _(WARNINGS[warning.code]).format(subject=warning.subject, detail=warning.detail)
