"""Sentences for the problems of workspaces, projects, inspecting and defects."""

from collections.abc import Mapping

from inspector.core.checks import Finding, Flaw
from inspector.core.errors import Problem
from inspector.words.language import N_, _
from inspector.words.records import field_name

PROBLEMS: Mapping[Problem, str] = {
    Problem.WORKSPACE_MISSING: N_("“{folder}”里没有验收工作区。请选择已有的工作区，或新建一个。"),
    Problem.WORKSPACE_EXISTS: N_(
        "“{folder}”里已经有工作区，没有改动它。请直接打开，或另选文件夹。"
    ),
    Problem.WORKSPACE_IN_USE: N_(
        "工作区“{folder}”正由另一个程序使用（{host}，进程 {pid}）。请先关闭它，再重试。"
    ),
    Problem.WORKSPACE_READ_ONLY: N_(
        "“{file}”只能读取，不能写入。请检查文件夹权限或磁盘写保护开关。"
    ),
    Problem.WORKSPACE_ON_NETWORK_SHARE: N_(
        "“{folder}”在网络共享盘上，在那里直接工作会损坏数据。请把工作区放到本机硬盘。"
    ),
    Problem.DATABASE_NEWER: N_(
        "“{file}”由更新版本的程序建立（数据版本 {found}，本程序只认识到 {known}），没有改动它。"
        "请先升级本程序。"
    ),
    Problem.DATABASE_DAMAGED: N_("“{file}”已损坏，无法读取。请从备份恢复（backups 文件夹）。"),
    Problem.DATABASE_FOREIGN: N_("“{file}”不是验收工作区的数据库，没有改动它。"),
    Problem.DATABASE_BUSY: N_("“{file}”正被另一个程序占用，没有写入。请关闭那个程序，再重试。"),
    Problem.BACKUP_DAMAGED: N_("备份“{file}”没有通过核对，没有使用。请换一份备份。"),
    Problem.DISK_FULL: N_("磁盘已满，“{file}”没有写入；已记录的内容都在。请清出空间后重试。"),
    Problem.FOLDER_NOT_WRITABLE: N_("不能写入文件夹“{folder}”。请检查权限，或另选文件夹。"),
    Problem.FOLDER_NOT_EMPTY: N_(
        "文件夹“{folder}”里已有文件，没有改动它。请另给一个空文件夹，或先移走里面的内容。"
    ),
    Problem.FILE_MISSING: N_("找不到文件“{file}”。"),
    Problem.SHELF_EMPTY: N_("“{file}”里没有归档包，没有写复查记录。请选存放归档包的文件夹。"),
    Problem.FOLDER_MISSING: N_("找不到文件夹“{file}”。请先建好它，或另选一个。"),
    Problem.FILE_EXISTS: N_("“{file}”已经存在，没有覆盖它。请换一个文件名。"),
    Problem.FILE_AMONG_RECORDS: N_(
        "“{file}”在工作区自己的文件夹里，会和记录、原始照片混在一起，没有保存。请另选文件夹，例如“{exports}”。"
    ),
    Problem.FILE_NAME_TOO_LONG: N_("“{file}”的名称太长，磁盘不接受。请改用较短的名称。"),
    Problem.FILE_FAILS: N_("“{file}”读写出错（{detail}）。请检查磁盘和连接线，再重试。"),
    Problem.RECORD_MISSING: N_("找不到这条记录（{record} {id}）。它可能已被删除。"),
    Problem.RECORD_NOT_YET: N_("{time}时还没有这条记录（{record} {id}）。请给更晚的时间。"),
    Problem.RECORD_AMBIGUOUS: N_("“{code}”对应多条记录，请改用完整编号：{ids}"),
    Problem.ID_TOO_SHORT: N_("“{code}”太短，认不出是哪一个{record}。至少写编号的前 {least} 位。"),
    Problem.LINK_MISSING: N_("所指的{record}“{id}”不在本机，没有保存。"),
    Problem.NOTHING_TO_UNDO: N_("没有可以撤销的操作。"),
    Problem.CHANGED_SINCE: N_("这条记录后来又改过，不能直接撤销。请在“历史”里选择要恢复的值。"),
    Problem.CAME_MEANWHILE: N_(
        "没有保存：填写期间收入的同步包带来了别人填的“{field}”。请看过之后再改。"
    ),
    Problem.RECORD_DELETED: N_("这条{record}已经删除，请先恢复它，再恢复其中的值。"),
    Problem.VALUE_FIXED: N_("“{field}”不能从历史恢复：它不会改，或只能按步骤改。"),
    Problem.VALUE_STANDS: N_("“{field}”现在就是这个值，不用恢复。"),
    Problem.VALUE_ABSENT: N_("“{field}”的这个值已经抹除或不在本机，不能恢复。"),
    Problem.NAME_EMPTY: N_("“{field}”不能为空，请填写。"),
    Problem.TEXT_TOO_LONG: N_("“{field}”有 {length} 字，最多 {longest} 字，请缩短。"),
    Problem.MACHINE_CODE_INVALID: N_(
        "机号“{code}”不合要求：请用 2-3 位大写字母和数字，不用容易看错的 I、L、O、U（如 A1、K7）。"
    ),
    Problem.CODE_INVALID: N_("编码“{code}”不合要求：请用大写字母和数字（如 JF2、12）。"),
    Problem.CODE_TAKEN: N_("编码“{code}”已被使用，请换一个。"),
    Problem.PARTY_DISMISSED: N_(
        "{unit} 已移出参建单位名册（{why}），没有登记。需要时请先把它重新列入。"
    ),
    Problem.NAME_TAKEN: N_("已有名为“{name}”的记录，请换一个名称。"),
    Problem.YEARS_UNFIT: N_("年度 {year} 不在 {first} 至 {last} 之间；计划最长 {most} 年。"),
    Problem.FIELD_INVALID: N_("“{field}”的值“{value}”不合要求，请改正。"),
    Problem.AMOUNT_INVALID: N_(
        "“{field}”的值“{value}”不是数量。请用阿拉伯数字，可写万和单位，如 30000、3万、2.5万{unit}。"
    ),
    Problem.FIELD_UNKNOWN: N_("没有“{field}”这一项，或它不能这样修改。"),
    Problem.PROJECT_NOT_NAMED: N_("工作区里有多个项目，请用 --project 指明是哪一个：{codes}"),
    Problem.REASON_NEEDED: N_("请写明原因。"),
    Problem.ITEM_NOT_IN_SCHEME: N_("检查项“{item}”不在此部位的改造方案里。请先在“项目”中加入。"),
    Problem.VARIANT_UNKNOWN: N_("检查项“{item}”没有“{variant}”这一分档。"),
    Problem.ITEM_HIDDEN: N_(
        "检查项“{item}”按清单规则（{rule}）不适用，不能另填结论。请先改规则所问检查项的结论。"
    ),
    Problem.DEFECT_STEP_FORBIDDEN: N_("问题 {number} 目前是“{state}”，不能“{step}”。"),
    Problem.DEFECT_CLOSER_REPAIRED: N_("问题 {number} 的整改由您登记，销项须由他人复验。"),
    Problem.DEFECT_HAS_NO_PHOTO: N_("问题 {number} 还没有整改后的照片，不能销项。"),
    Problem.DEFECT_DAY_NOT_LATER: N_(
        "问题 {number} 的期限是 {due_on}，延期须晚于这一天，不能到 {day}。"
    ),
    Problem.DEFECT_STEP_SETS_NO_DAY: N_(
        "问题 {number} 的期限不随“{step}”改变：请不填期限，需要改期时用“延期”。"
    ),
    Problem.NOTICE_TERM_UNCLEAR: N_(
        "请写明整改期限：一个日期，或 1 至 {most} 个工作日，两者填一项。"
    ),
    Problem.NOTICE_WITHDRAWN: N_(
        "整改通知单 {number} 已于 {day} 撤回（{why}），没有改动。需要整改的问题请另行下发。"
    ),
    Problem.NOTICE_EMPTY: N_("没有可下发的问题：请先选择状态为“已记录”、已指定责任单位的问题。"),
}

_FLAWS: Mapping[Flaw, str] = {
    Flaw.DATABASE_DAMAGED: N_("数据库已损坏：{detail}。请从备份恢复。"),
    Flaw.STRUCTURE_CHANGED: N_("数据库的结构（{name}）被改动过，没有继续核对。请从备份恢复。"),
    Flaw.TRIGGER_CHANGED: N_("写入记录的规则“{name}”被改动过；下次打开时会恢复。"),
    Flaw.JOURNAL_SUSPENDED: N_("有别的程序关闭了写入记录；下次保存时会恢复。"),
    Flaw.SEGMENT_BROKEN: N_("一段历史记录与它的签名不符（{hash}）：有人改动过，或磁盘出错。"),
    Flaw.ROW_DIFFERS: N_("{record} {id} 与历史记录不符：有人绕过本程序改动过。"),
    Flaw.PRIVATE_VALUE_CHANGED: N_("{id} 的“{field}”与录入时不同：有人绕过本程序改动过。"),
    Flaw.LINK_DANGLING: N_("{record} {id} 的“{field}”所指的记录（{target}）不在本机，待到。"),
    Flaw.ORIGINALS_MISSING: N_("{count} 张照片的原件下落不明：{names}。请从备份或拍摄者处取回。"),
    Flaw.ORIGINALS_ELSEWHERE: N_("{count} 张照片的原件在其他电脑：{names}。"),
    Flaw.ORIGINAL_CHANGED: N_("照片“{name}”的原件与入库时不同（{hash}）。请从备份恢复。"),
    Flaw.CONTENT_MISSING: N_("文件“{name}”不在本机（{hash}）。"),
    Flaw.CONTENT_CHANGED: N_("文件“{name}”与入库时不同（{hash}）。请从备份恢复。"),
    Flaw.FILE_UNKNOWN: N_("“{file}”没有任何记录用到它。"),
    Flaw.FILE_UNFINISHED: N_("“{file}”没有写完；下次打开时会清理。"),
}


def finding_sentence(finding: Finding) -> str:
    """Say what a check found, and what follows from it."""
    facts = {name: _fact(name, value) for name, value in finding.facts.items()}
    return _(_FLAWS[finding.flaw]).format(**facts)


def _fact(name: str, value: object) -> object:
    if name in {"record", "field"}:
        return field_name(str(value))
    if isinstance(value, tuple):
        return _("、").join(str(one) for one in value)
    return value
