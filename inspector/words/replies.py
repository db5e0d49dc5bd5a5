"""Sentences for the problems of reply sheets, and what is said of one that was read or taken."""

from collections.abc import Mapping, Sequence

from inspector.core.errors import Problem
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.REPLY_KIND_UNKNOWN: N_(
        "“{file}”不是整改回复单：只收本程序生成的 .xlsx 或 .docx。请另存为其中一种再收。"
    ),
    Problem.REPLY_DAMAGED: N_(
        "“{file}”已损坏，或含有不该有的内容（{part}），没有收入任何内容。"
        "请在表格或文字软件中打开并另存，再收；或请对方重新发来。"
    ),
    Problem.REPLY_ENCRYPTED: N_("“{file}”设有打开密码，或不是新格式。请取消密码、另存后再收。"),
    Problem.REPLY_TOO_LARGE: N_(
        "“{file}”展开后过大（文字超过 {text} MB，或一张图片超过 {picture} MB），没有收入任何内容。"
        "请改用随通知单生成的回复单，照片另附文件夹。"
    ),
    Problem.REPLY_FOREIGN: N_(
        "“{file}”里没有“{sheet}”表，不是随通知单生成的整改回复单。请用原来的回复单填写。"
    ),
    Problem.REPLY_NOTICE_MISSING: N_(
        "“{file}”里没有“{label}”，不知道回复的是哪一份通知单。请用原来的回复单填写。"
    ),
    Problem.REPLY_NOTICE_UNKNOWN: N_(
        "“{file}”回复的通知单 {number} 不在本机。请先收取下发它的电脑的同步包，或核对编号。"
    ),
    Problem.REPLY_OTHER_NOTICE: N_(
        "“{file}”回复的是通知单 {number}，不是 {expected}，没有收入任何内容。"
    ),
    Problem.REPLY_INVALID: N_("“{file}”有 {count} 处需要修改，没有收入任何内容。"),
    Problem.REPLY_NOT_OWED: N_("通知单 {number} 没有等待回复的问题，不用出回复单。"),
    Problem.REPLY_EMPTY: N_("“{file}”里没有填写任何一行，没有可收的内容。"),
    Problem.REPLY_LACKS_PHOTOS: N_(
        "通知单要求照片复核，“{file}”里的回复（{numbers}）都没有照片，没有收入。"
        "请让对方补上照片，或把照片按行命名放在文件夹里一并选入。"
    ),
    Problem.REPLY_PHOTOS_UNREADABLE: N_(
        "“{file}”不是照片文件夹，也不是完整的 ZIP 文件，没有收入任何内容。请另选。"
    ),
}


def unplaced_text(count: int) -> str:
    """Say what becomes of pictures whose row nobody can tell."""
    return _("{count} 张图片看不出属于哪一行，收入后列在“照片”的“未归位”里。").format(count=count)


def bare_text(numbers: Sequence[str]) -> str:
    """Name the problems that were answered without a photo."""
    return _("没有照片的回复：{numbers}。请让对方补照片；复验前可再收一次。").format(
        numbers=_("、").join(numbers)
    )


def owing_text(numbers: Sequence[str]) -> str:
    """Name the problems whose answer does not count for want of a photo."""
    return _("通知单要求照片复核，下列回复没有照片，不算已整改，没有登记：{numbers}。").format(
        numbers=_("、").join(numbers)
    )


def unanswered_text(numbers: Sequence[str]) -> str:
    """Name the problems that still wait for a reply."""
    return _("还没有回复的问题：{numbers}。").format(numbers=_("、").join(numbers))


def receipt_text(number: str, answers: int, linked: int, loose: int) -> str:
    """Say what became of a reply."""
    if not (answers or linked or loose):
        return _("{number} 的这份回复以前收过，没有新内容。").format(number=number)
    return _("{number}：登记回复 {answers} 条，照片 {linked} 张，未归位 {loose} 张。").format(
        number=number, answers=answers, linked=linked, loose=loose
    )
