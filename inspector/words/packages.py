"""Sentences for the problems of packages between laptops."""

from collections.abc import Mapping

from inspector.core.errors import Problem
from inspector.words.language import N_

PROBLEMS: Mapping[Problem, str] = {
    Problem.PACKAGE_FOREIGN: N_(
        "“{file}”不是同步包，没有收入。请选择以 .ipkg 或 .ipkg.age 结尾的文件。"
    ),
    Problem.PACKAGE_CUT: N_(
        "“{file}”没有复制完，没有收入。请把它重新复制一次，等复制结束再拔出 U 盘。"
    ),
    Problem.PACKAGE_CHANGED: N_(
        "“{file}”与打包时不同（{member}），没有收入：可能没有复制完、存储盘出错，或被改动过。"
        "请重新复制，或请对方重新打包。"
    ),
    Problem.PACKAGE_INVALID: N_(
        "“{file}”的内容不合规定（{rule}），没有收入。请对方升级程序后重新打包。"
    ),
    Problem.PACKAGE_NEWER: N_(
        "“{file}”由更新版本的程序打包（格式 {found}，本程序只认识到 {known}），没有收入。"
        "请先升级本程序，再收入这个文件。"
    ),
    Problem.PACKAGE_SEALED: N_(
        "“{file}”是密封给别的电脑的，本机打不开，没有收入。请对方打包时把本机列为接收方。"
    ),
    Problem.PACKAGE_CONFLICT_COPY: N_(
        "“{file}”是文件同步软件产生的冲突副本，没有收入。请收入原来的文件，这个副本可以删除。"
    ),
    Problem.PACKAGE_SOURCE_MISSING: N_(
        "找不到或无法读取要打包的文件“{file}”，没有生成同步包。请从备份恢复它后重新打包。"
    ),
    Problem.PACKAGE_SOURCE_DIFFERS: N_(
        "文件“{file}”与收入时登记的校验值不一致，没有生成同步包。请从备份恢复它后重新打包。"
    ),
    Problem.PACKAGE_SEGMENT_DAMAGED: N_(
        "本机的一段历史记录（{hash}）与它的签名不符，没有生成同步包。请核对工作区，或从备份恢复。"
    ),
    Problem.PACKAGE_RECEIVER_INVALID: N_(
        "接收方的密封公钥“{value}”不可用，没有生成同步包。请让对方重新提出登记申请。"
    ),
    Problem.MEDIUM_READ_ONLY: N_(
        "“{folder}”有写保护，没有写入。请拨开 U 盘或存储卡的写保护开关，或另选位置。"
    ),
    Problem.MEDIUM_FAILED: N_(
        "写入“{folder}”时出错（{reason}）：U 盘可能已拔出或已损坏。没有生成同步包；"
        "如有以 .part 结尾的文件，可以删除。请插好 U 盘后重新打包。"
    ),
    Problem.PACKAGE_OTHER_ORGANISATION: N_(
        "“{file}”属于另一个单位（{organisation}…），没有收入。一个工作区只属于一个单位；"
        "请为那个单位另建工作区后收入。"
    ),
    Problem.ORGANISATION_NOT_JOINED: N_(
        "“{file}”来自单位（{organisation}…），本工作区还不属于任何单位，没有收入。"
        "请先核对单位，确认加入后再收入（命令行加 --join）。"
    ),
    Problem.ORGANISATION_EXISTS: N_("本工作区已经属于一个单位，不能再建立。"),
    Problem.ORGANISATION_NOT_FOUNDED: N_("本工作区还不属于任何单位。请先建立单位，再登记电脑。"),
    Problem.OWN_LAPTOP_KEPT: N_(
        "没有撤销：这是本机，撤销后它的新记录别的电脑都不再收入。请在另一台存有单位密钥的电脑上撤销它。"
    ),
    Problem.LAPTOP_REVOKED: N_("这台电脑的登记已经撤销过，不必再撤销。"),
    Problem.PASSPHRASE_SHORT: N_("口令至少 {shortest} 个字符。请换一个长一些的。"),
    Problem.PASSPHRASE_WRONG: N_("口令不对，打不开单位密钥“{file}”。请重新输入。"),
    Problem.ROOT_KEY_MISSING: N_(
        "这台电脑上没有单位密钥“{file}”。请在保存单位密钥的电脑上操作，或把密钥文件复制到这里。"
    ),
    Problem.REQUEST_INVALID: N_("“{file}”不是登记申请，或被改动过。请让对方重新导出登记申请。"),
    Problem.REQUEST_TEXT_INVALID: N_(
        "这段文字不是完整的登记申请。请让对方复制全部文字（以“INSPECTOR-REQUEST”开头，以句点结尾）再发一次，"
        "或改用申请文件。"
    ),
    Problem.ANSWER_TEXT_INVALID: N_(
        "这段文字不是完整的登记答复。请让单位复制全部文字（以“INSPECTOR-ANSWER”开头，以句点结尾）再发一次，"
        "或改用答复文件。"
    ),
    Problem.ANSWER_TOO_LONG: N_(
        "答复有 {count} 个字符，太长，聊天软件可能截断。"
        "请把答复写成文件，用 U 盘或共享文件夹交给对方。"
    ),
    Problem.SUPERVISOR_NEEDED: N_(
        "裁定冲突须由主管作出，{person}没有这个权限。请由主管裁定，或由单位授权。"
    ),
    Problem.SPLIT_IMPOSSIBLE: N_("“{field}”不能分成两条记录，请选用一个值，或改写。"),
    Problem.MERGE_IMPOSSIBLE: N_("“{field}”两边改了同一处，不能自动合并，请选用一个值，或改写。"),
    Problem.WORK_DONE_SINCE: N_(
        "没有撤回“{name}”：收入之后，本机又在它带来的内容上记了 {count} 项，撤回会使它们看不见。"
        "请改在“历史”里逐项恢复；收入前的备份在“{backup}”。"
    ),
    Problem.CONFLICT_CLOSED: N_("冲突“{id}”已经不在待裁定之列，请刷新后再看。"),
    Problem.MEDIUM_UNRELIABLE: N_(
        "写入“{folder}”后读回的内容与写入的不同，没有留下同步包。这个存储盘不可靠，请换一个。"
    ),
}
