"""Sentences for the problems of archive, and for what a check of a bundle finds."""

from collections.abc import Mapping

from inspector.core.bundles import NameFault, PhotoElement
from inspector.core.errors import Problem
from inspector.core.faults import Fault, FaultCode, FileState
from inspector.core.proofs import CheckName, CheckState, Proof
from inspector.core.rechecks import BundleState
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.ORIGINALS_ABSENT: N_(
        "没有封存：{count} 张照片的原件不在本机（{names}），其中 {elsewhere} 张在其他电脑，"
        "{missing} 张下落不明。请收带照片的同步包，或从备份、拍摄者处取回。"
    ),
    Problem.PHOTOS_NOT_REVIEWED: N_(
        "没有制作公开副本：{count} 张照片无人审看过是否要遮挡人脸、车牌（{names}）。"
        "请先在照片里逐张审看，或选择不收入未审看的照片。"
    ),
    Problem.PUBLIC_COPY_DISPUTED: N_(
        "没有制作公开副本：本项目还有 {count} 处冲突没有裁定。请先在同步中逐处裁定。"
    ),
    Problem.RELEASE_UNKNOWN: N_(
        "没有制作公开副本：要放行的文件“{file}”不在本项目的收文中，或原件不在本机。"
        "请用文件校验值的前 6 位以上指明。"
    ),
    Problem.BUNDLE_IS_PUBLIC_COPY: N_(
        "“{file}”是公开副本，个人信息已删除，也没有变更记录，不能用来重建工作区。请使用归档包原件。"
    ),
    Problem.ORIGINAL_UNLIKE_INTAKE: N_(
        "没有封存：照片“{name}”的原件（{file}）读不出，或与收入时登记的校验值不一致，"
        "可能已损坏或被改动。请从备份、其他电脑或拍摄者处取回原件，再封存。"
    ),
    Problem.ARCHIVE_INCOMPLETE: N_(
        "没有封存：应归档的材料还缺 {count} 项（{names}）。请补齐，或在流程里豁免；"
        "仍要封存的，请写明理由（bundle seal --gaps-reason），理由随归档包移交。"
    ),
    Problem.BUNDLE_EMPTY: N_("归档包“{root}”里还没有任何文件，不能封存。请先生成验收报告。"),
    Problem.SM3_ABSENT: N_(
        "这台电脑上的程序没有 SM3 算法，没有封存。请不选 SM3，或换一台电脑封存。"
    ),
    Problem.BUNDLE_EXISTS: N_("文件“{file}”已经存在。请换一个文件名，或确认替换原文件。"),
    Problem.BUNDLE_NAME_UNFIT: N_(
        "归档包内的文件名“{name}”不能用于移交（{fault}）。请修改题名或档号后再封存。"
    ),
    Problem.BUNDLE_TARGET_LIMIT: N_(
        "目标盘放不下“{file}”这么大的一个文件（FAT32 格式最大 4 GB）。没有生成归档包。"
        "请换 exFAT 或 NTFS 格式的盘，或用 --part-size 分盘。"
    ),
    Problem.BUNDLE_SOURCE_MISSING: N_(
        "找不到或无法读取要归档的文件“{file}”（包内名称：{member}）。没有生成归档包。"
    ),
    Problem.BUNDLE_SOURCE_CHANGED: N_(
        "文件“{file}”在封存过程中被改动（包内名称：{member}）。没有生成归档包，请稍后重新封存。"
    ),
    Problem.BUNDLE_SOURCE_DIFFERS: N_(
        "文件“{file}”与收入时登记的校验值不一致（包内名称：{member}），可能已损坏或被改动。"
        "没有生成归档包，请从备份恢复原件。"
    ),
    Problem.RECORD_UNREADABLE: N_(
        "复查记录“{file}”第 {row} 行不是本程序写的，没有改动它。请用 --record 另指定一个文件，"
        "或恢复这份记录。"
    ),
    Problem.COPY_OF_ANOTHER: N_(
        "“{copy}”不是“{file}”的另一份：两者的校验值不同。没有写出任何文件。"
        "请换一份，或用 --sha256 给出移交书上登记的校验值。"
    ),
    Problem.COPY_TOO_DAMAGED: N_(
        "没有写出任何文件：有 {count} 个文件在两份中都已损坏或缺少（{names}）。请再找一份。"
    ),
    Problem.FILING_NOT_READ: N_(
        "归档模板“{file}”第 {line} 行第 {column} 列起读不懂，不是 TOML 文本（{detail}）。"
        "请对照随附的模板改正。"
    ),
    Problem.FILING_VALUE_WRONG: N_(
        "归档模板“{file}”第 {line} 行：“{key}”的值“{value}”不合要求，可用：{allowed}。"
    ),
    Problem.PART_TOO_SMALL: N_(
        "文件“{member}”有 {bytes} 字节，一盘 {part} 字节放不下。请选更大的分盘容量。"
    ),
    Problem.PARTS_ABSENT: N_(
        "“{file}”是一个分盘归档包的一部分，还缺第 {numbers} 部分，或混有别的归档包。"
        "请把同一归档包的各部分放在一起。"
    ),
    Problem.BUNDLE_UNREADABLE: N_(
        "“{file}”不是完整的 ZIP 文件，读不出其中的文件。请换一份，或先用解压软件尽量解压成文件夹。"
    ),
    Problem.BUNDLE_DAMAGED: N_(
        "归档包“{file}”有 {count} 处问题，没有恢复任何内容。请先校验，或用另一份修复。"
    ),
    Problem.HANDOVER_DAMAGED: N_(
        "归档包“{file}”有 {count} 处问题，没有出具移交登记表。请先校验，或用另一份修复。"
    ),
    Problem.CHECK_VALUE_LENGTH: N_(
        "校验值应有 {wanted} 位，给出的有 {count} 位。请照移交登记表逐组核对后再输入。"
    ),
    Problem.CHECK_VALUE_DIGIT: N_(
        "校验值只含数字 0-9 和字母 a-f；第 {group} 组（第 {place} 位）是“{digit}”。"
        "请照移交登记表逐组核对后再输入。"
    ),
    Problem.BUNDLE_DATA_UNREADABLE: N_(
        "归档包“{file}”中的数据文件“{member}”不存在或不是本程序写的，没有恢复任何内容。"
    ),
    Problem.BUNDLE_DISK_LOST: N_(
        "写“{file}”时磁盘没有响应或已被拔出（{detail}），没有生成归档包。"
        "请检查磁盘和连接线后重新封存，或另选位置。"
    ),
    Problem.BUNDLE_NOT_SIGNED: N_(
        "归档包“{file}”有 {count} 处问题，没有签名。请先校验，换一份完好的再签。"
    ),
    Problem.BUNDLE_UNLISTED: N_(
        "归档包“{file}”里没有可用的 {member}，无从签名。请换用本程序封存的归档包。"
    ),
    Problem.BUNDLE_SIGNED_TWICE: N_("“{signer}”已经用这张证书签过归档包“{file}”，没有再签。"),
    Problem.BUNDLE_NOT_OURS: N_(
        "“{file}”不是由本程序封存的归档包，不能按原样重新写出。请从另一份中逐个复制损坏的文件。"
    ),
}

NAME_FAULTS: Mapping[NameFault, str] = {
    NameFault.EMPTY: N_("名称为空"),
    NameFault.NOT_NFC: N_("名称的字符写法不统一"),
    NameFault.UNFIT_CHARACTER: N_('含有 \\ / : * ? " < > | % 或不可见字符'),
    NameFault.TOO_LONG: N_("超过 60 个字"),
    NameFault.OUTER_DOT_OR_SPACE: N_("开头或结尾有空格，或结尾有句点"),
    NameFault.DEVICE_NAME: N_("是 Windows 保留的名称"),
    NameFault.TAKEN: N_("与另一文件重名"),
}

FAULTS: Mapping[FaultCode, str] = {
    FaultCode.NOT_A_BUNDLE: N_("这不是归档包：没有 bagit.txt。"),
    FaultCode.ZIP_DAMAGED: N_("“{member}”不是完整的 ZIP 文件，可能没有复制完或已损坏。"),
    FaultCode.BAGIT_WRONG: N_("“{member}”的内容不符合 BagIt 规范。"),
    FaultCode.INFO_WRONG: N_("“{member}”的内容无法识别。"),
    FaultCode.MANIFEST_MISSING: N_("缺少校验清单（manifest-sha256.txt）。"),
    FaultCode.MANIFEST_WRONG: N_("校验清单“{member}”的内容无法识别。"),
    FaultCode.MANIFEST_SHORT: N_("校验清单“{member}”没有列出另一份清单列出的文件“{name}”。"),
    FaultCode.TAG_MANIFEST_MISSING: N_(
        "缺少“tagmanifest-sha256.txt”：没有它，校验清单本身是否被换过无从查证。"
    ),
    FaultCode.FETCH_LISTED: N_("归档包不完整：有文件列在“{member}”中，需要另行下载。"),
    FaultCode.NAME_HOSTILE: N_("文件名“{member}”指向归档包以外，没有读取。"),
    FaultCode.NAME_TWICE: N_("文件“{member}”在归档包中出现不止一次。"),
    FaultCode.NAMES_ALIKE: N_(
        "文件“{member}”与另一个文件的名称只差大小写或字符写法，在 Windows 上会互相覆盖。"
    ),
    FaultCode.TOO_LARGE: N_("“{member}”展开后异常庞大（{bytes} 字节），没有读取。"),
    FaultCode.MEMBER_MISSING: N_("缺少文件“{member}”。"),
    FaultCode.MEMBER_EXTRA: N_("多出文件“{member}”，校验清单中没有它。"),
    FaultCode.MEMBER_RENAMED: N_("文件“{was}”被改名为“{member}”，内容未变。"),
    FaultCode.MEMBER_SWAPPED: N_("“{member}”的位置上放的是文件“{other}”的内容。"),
    FaultCode.MEMBER_ENCRYPTED: N_("文件“{member}”被加密，无法读取；归档文件不应加密。"),
    FaultCode.MEMBER_UNREADABLE: N_("文件“{member}”无法读取。"),
    FaultCode.HASH_DIFFERS: N_("文件“{member}”的内容已改变（{algorithm} 校验值不一致）。"),
    FaultCode.CRC_DIFFERS: N_("文件“{member}”的 CRC-32 校验值不一致。"),
    FaultCode.OXUM_DIFFERS: N_("文件总量不一致：登记为 {said}，实际为 {found}（字节数.文件数）。"),
    FaultCode.ORDER_DIFFERS: N_("ZIP 中文件的排列与封存时不同。"),
    FaultCode.HEADER_DIFFERS: N_("文件“{member}”前的 ZIP 文件头与封存时不同。"),
    FaultCode.DIRECTORY_DIFFERS: N_("ZIP 的目录部分与封存时不同。"),
    FaultCode.BYTES_BEHIND: N_("ZIP 的末尾多出 {bytes} 字节，不属于任何文件。"),
    FaultCode.LOCAL_DIFFERS: N_(
        "文件“{member}”在 ZIP 中有两种说法：它前面的文件头与目录中登记的名称、长度或校验值不同。"
    ),
    FaultCode.MEMBERS_OVERLAP: N_("文件“{member}”与另一个文件在 ZIP 中占用同一段内容。"),
    FaultCode.LIST_ABSENT: N_("有档案文件，却没有登记它们的目录“{member}”。"),
    FaultCode.LIST_UNREADABLE: N_("“{member}”的内容读不懂，无法与文件核对。"),
    FaultCode.ENTRY_WITHOUT_FILE: N_("目录“{source}”登记了“{member}”，归档包里却没有它。"),
    FaultCode.FILE_WITHOUT_ENTRY: N_("文件“{member}”没有登记在目录“{source}”中。"),
    FaultCode.ENTRY_DIFFERS: N_(
        "“{member}”与目录“{source}”不符：{field}登记为 {said}，实际为 {found}。"
    ),
    FaultCode.PAGES_DIFFER: N_(
        "“{member}”的页数与目录“{source}”不符：登记为 {said} 页，实际为 {found} 页。"
    ),
    FaultCode.PDF_UNREADABLE: N_("“{member}”不是完整的 PDF 文件，打不开。"),
    FaultCode.PDF_ENCRYPTED: N_("“{member}”加了密码，日后可能无法打开；归档文件不应加密。"),
    FaultCode.PDF_SCRIPT: N_("“{member}”含有脚本或会自行执行的动作，不宜长期保存。"),
    FaultCode.PDF_OUTSIDE: N_("“{member}”引用了文件以外的内容，日后可能显示不全。"),
    FaultCode.PDF_FONT_ABSENT: N_("“{member}”没有嵌入字体“{font}”，在别的电脑上文字可能变样。"),
    FaultCode.PDF_INTENT_ABSENT: N_("“{member}”没有注明颜色的依据（输出意图）。"),
    FaultCode.PDF_NOT_ARCHIVAL: N_("“{member}”没有按 PDF/A 制作，长期可读性没有保证。"),
    FaultCode.PDF_REFUSED: N_("“{member}”自称 PDF/A，但没有通过 veraPDF 的检验。"),
    FaultCode.PDF_SEAL_CHANGED: N_("“{member}”上“{holder}”的证书签名不成立：签名以后内容被改动。"),
    FaultCode.PDF_SEAL_BROKEN: N_("“{member}”上“{holder}”的证书签名不成立：签名值与证书不符。"),
    FaultCode.PDF_SEAL_ADDED: N_(
        "“{member}”上“{holder}”的证书签名不成立：签名以后又加入了签名以外的内容。"
    ),
    FaultCode.PDF_SEAL_OUT_OF_TERM: N_("“{member}”上“{holder}”签名时，证书不在有效期内。"),
    FaultCode.PHOTO_UNKNOWN: N_("照片“{member}”不是收入时登记过的任何一张。"),
    FaultCode.PHOTO_ABSENT: N_("收入时登记过的照片“{name}”（SHA-256 {digest}）不在归档包里。"),
    FaultCode.SEGMENT_CHANGED: N_("变更历史“{member}”与登记的校验值不符，内容被改动过。"),
    FaultCode.SEGMENT_UNSIGNED: N_("变更历史“{member}”的签名不是登记的那台电脑签的。"),
    FaultCode.SEGMENT_OUT_OF_CHAIN: N_(
        "变更历史“{member}”接不上前一段：中间缺了一段，或这一段是后来塞进去的。"
    ),
    FaultCode.HEADS_DIFFER: N_("变更历史的最后一段与封存时登记的不同，可能被截短。"),
    FaultCode.RECORDS_DIFFER: N_(
        "数据表合起来的校验值与封存时登记的不同：登记为 {said}，实际为 {found}。"
    ),
    FaultCode.RECORD_DIFFERS: N_(
        "“{member}”里记录 {record} 的“{column}”与变更历史得出的不同，可能被改动过。"
    ),
    FaultCode.REPACKED: N_("重新打包：ZIP 由其他程序重新写过，但每个文件的内容都与封存时一致。"),
    FaultCode.PART_OF_SEVERAL: N_(
        "这是归档包 {group} 的第 {number} 部分，共 {count} 部分；请把各部分一并校验。"
    ),
    FaultCode.SEAL_CHANGED: N_(
        "“{signer}”的签名“{member}”不成立：tagmanifest-sha256.txt 不是签名时的那一份。"
    ),
    FaultCode.SEAL_BROKEN: N_(
        "签名“{member}”（{signer}）不成立：签名值与证书不符，或文件不是可读的签名。"
    ),
    FaultCode.SEAL_EXPIRED: N_("“{signer}”的签名“{member}”不成立：签名时证书已到期。"),
    FaultCode.SEAL_EARLY: N_("“{signer}”的签名“{member}”不成立：签名时证书尚未生效。"),
    FaultCode.SEAL_UNTRUSTED: N_("没有一个成立的签名出自指定的证书。"),
    FaultCode.SEAL_MISSING: N_(
        "缺少封存时的签名“{member}”（证书 SHA-256 {certificate}，见 bag-info.txt）。"
    ),
    FaultCode.PUBLIC_COPY: N_(
        "这是公开副本：已删除个人信息，照片重新编码，不含变更记录，不能代替归档包原件。"
    ),
    FaultCode.FOREIGN: N_("此归档包不是由本程序封存的（{agent}），未比对 ZIP 自身的结构。"),
}

ELEMENTS: Mapping[PhotoElement, str] = {
    PhotoElement.MATTER: N_("事由"),
    PhotoElement.TAKEN: N_("时间"),
    PhotoElement.PLACE: N_("地点"),
    PhotoElement.PEOPLE: N_("人物"),
    PhotoElement.BACKGROUND: N_("背景"),
    PhotoElement.PHOTOGRAPHER: N_("摄影者"),
}


def element_name(element: PhotoElement) -> str:
    """Name a caption element of a photo (DA/T 50-2014)."""
    return _(ELEMENTS[element])


FILE_STATES: Mapping[FileState, str] = {
    FileState.OK: N_("完好"),
    FileState.DAMAGED: N_("已损坏"),
    FileState.MISSING: N_("缺少"),
    FileState.EXTRA: N_("多出"),
    FileState.NOT_LISTED: N_("不在清单中"),
}


CHECKS: Mapping[CheckName, str] = {
    CheckName.SUMS: N_("每个文件的校验值"),
    CheckName.CATALOGUE: N_("目录与文件"),
    CheckName.PAGES: N_("页数"),
    CheckName.PDFA: N_("PDF 的长期保存要求"),
    CheckName.SEALS: N_("PDF 上的证书签名"),
    CheckName.PHOTOS: N_("照片与收入时的登记"),
    CheckName.HISTORY: N_("变更历史的校验值、签名和先后"),
    CheckName.RECORDS: N_("数据表与变更历史"),
}

_STATES: Mapping[CheckState, str] = {
    CheckState.OK: N_("完好（{count}）"),
    CheckState.REMARK: N_("完好（{count}），有说明"),
    CheckState.FAULT: N_("有问题（{faults} 处）"),
    CheckState.ABSENT: N_("归档包里没有可查的内容"),
}


def check_line(proof: Proof) -> tuple[str, str]:
    """Name a check, and say how it ended."""
    text = _(_STATES[proof.state])
    return _(CHECKS[proof.check]), text.format(count=proof.looked_at, faults=len(proof.faults))


def file_state_name(state: FileState) -> str:
    """Name what a check says of one file."""
    return _(FILE_STATES[state])


FILE_MEANINGS: Mapping[FileState, str] = {
    FileState.OK: N_("与封存时逐字节一致。"),
    FileState.DAMAGED: N_("与封存时不同，不能作为凭证；可用另一份修复。"),
    FileState.MISSING: N_("封存时有，现在没有；可用另一份修复。"),
    FileState.EXTRA: N_("封存时没有，是后来放入的，请勿采信。"),
    FileState.NOT_LISTED: N_("校验清单不含它，由移交登记表上的校验值核对。"),
}


def file_meaning(state: FileState) -> str:
    """Say what it means for an archivist that a file is in this state."""
    return _(FILE_MEANINGS[state])


BUNDLE_STATES: Mapping[BundleState, str] = {
    BundleState.SOUND: N_("完好"),
    BundleState.REPACKED: N_("重新打包，内容完好"),
    BundleState.DAMAGED: N_("已损坏"),
    BundleState.REPLACED: N_("不是首次登记的那一份"),
    BundleState.MISSING: N_("缺失"),
    BundleState.NOT_A_BUNDLE: N_("不是归档包"),
}


def bundle_state_name(state: BundleState) -> str:
    """Name what a recheck says of a bundle."""
    return _(BUNDLE_STATES[state])


def fault_sentence(fault: Fault) -> str:
    """Say in one sentence what is wrong with which file of a bundle."""
    return _(FAULTS[fault.code]).format(member=fault.member, **fault.facts)


def name_fault_text(fault: NameFault) -> str:
    """Say why a name is unfit."""
    return _(NAME_FAULTS[fault])
