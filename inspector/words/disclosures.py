"""What is said of frozen lists: their problems, and the marks that reports bear."""

from collections.abc import Mapping

from inspector.core.disclosures import LateMark
from inspector.core.errors import Problem
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.VISIT_FROZEN: N_(
        "查验 {number} 的问题清单已于 {day} 一次性告知（{list}），不能再次固定。"
        "后来增加的问题请作补充告知，并写明原因。"
    ),
    Problem.VISIT_NOT_FROZEN: N_("查验 {number} 还没有一次性告知，不能补充。请先固定问题清单。"),
    Problem.NOTHING_TO_TELL: N_("查验 {number} 没有尚未告知的问题。"),
    Problem.TOLD_ALREADY: N_("问题 {defect} 已经告知过（{list}），没有重复列入。"),
    Problem.DEFECT_OF_OTHER_VISIT: N_("问题 {defect} 不是查验 {number} 登记的，不能列入。"),
}


def late_text(mark: LateMark) -> str:
    """Say why a defect is marked in reports."""
    if mark.supplement is None:
        return _("未列入一次性告知")
    return _("补充告知 {number}，原因：{reason}").format(
        number=mark.supplement.number, reason=mark.supplement.reason
    )
