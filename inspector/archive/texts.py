"""The plain files beside the papers: CSV, XML and the two text files for the receiver."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from xml.sax.saxutils import escape

from inspector.core.bundles import Volume
from inspector.core.text import clean
from inspector.core.volumelist import Holdings

CHINA = timezone(timedelta(hours=8))
"""The wall time of the papers; China has one."""

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"\A[+-]?\d+(\.\d+)?\Z")


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a CSV table that spreadsheet programs open with right characters.

    UTF-8 with a byte order mark; a text that such a program would take for a formula gets an
    apostrophe before it (OWASP, CSV injection).
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(cell) for cell in headers])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def guarded(cell: str) -> str:
    """Give a cell that no spreadsheet program runs as a formula; plain numbers stay."""
    if cell.lstrip(" ").startswith(_FORMULA_STARTS) and not _NUMBER.match(cell):
        return f"'{cell}"
    return cell


def list_xml(
    name: str, row_name: str, headers: Sequence[str], rows: Iterable[Sequence[str]]
) -> bytes:
    """Write one of the two catalogues of the national hand-over layout."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<{name}>"]
    for row in rows:
        cells = (
            f"<{tag}>{_xml_text(cell)}</{tag}>" for tag, cell in zip(headers, row, strict=True)
        )
        lines.append(f"  <{row_name}>{''.join(cells)}</{row_name}>")
    return "\n".join([*lines, f"</{name}>", ""]).encode()


def _xml_text(cell: str) -> str:
    """Escape a text, without the two characters that XML 1.0 forbids beside the controls."""
    return escape(clean(cell).replace("\ufffe", "").replace("\uffff", ""))


def day_of(made_at: datetime) -> str:
    """Give the day of a time, in China, with dashes."""
    return made_at.astimezone(CHINA).strftime("%Y-%m-%d")


_ORIGINAL = ("照片均为原始文件，未作任何修改；登记信息见 其他/照片目录.csv。",)
_PUBLIC = (
    "本包是公开副本，不是归档包原件，不能代替原件，也不能用来重建工作区。",
    "已删除个人信息：电话、证件号、签名、居民姓名等；文件均由删除后的数据重新生成。",
    "照片由像素重新编码，画框处的人脸、车牌等已换成单色，不含拍摄信息；",
    "照片登记信息见 其他/照片目录.csv。",
    "不含变更记录；没有收入的文件和原因见 其他/未公开文件清单.csv。",
)


def readme(
    volume: Volume, held: Holdings, remarks: Iterable[str] = (), *, is_public: bool = False
) -> bytes:
    """Write 说明文件.TXT (电子档案移交与接收办法, annex 2): what this is and how it is read."""
    return _text(
        f"载体编号：{volume.archive_number}",
        f"内容：{volume.title}",
        f"项目：{volume.project_code} {volume.project_name}",
        f"数量：案卷{held.volumes}卷，文件{held.files - held.photos}件，"
        f"共{held.pages}页，照片{held.photos}张",
        f"制作单位：{volume.unit}",
        f"制作日期：{day_of(volume.made_at)}",
        "存储结构：电子档案/年度/类别/案卷；目录数据见 案卷目录.XML、文件目录.XML、其他/。",
        "软硬件环境：PDF 阅读器、图片浏览器、文本编辑器，不限操作系统。",
        *(_PUBLIC if is_public else _ORIGINAL),
        *remarks,
        "完整性校验：见 其他/校验方法.txt。",
    )


CMS_CHECK = (
    "openssl cms -verify -binary -inform DER"
    " -in tagmanifest-sha256.txt.p7s -content tagmanifest-sha256.txt"
)
_BY_TOOLS = (
    "五、不用上面两个小程序，也可以用通用工具检查",
    "归档包按 BagIt 1.0（RFC 8493）组织：",
    "manifest-sha256.txt 列出每个文件的 SHA-256 校验值；",
    "tagmanifest-sha256.txt 列出该清单自身及说明文件的校验值。",
    "  ZIP 文件：unzip -t 归档包.zip",
    "  解压后，在含有 bagit.txt 的文件夹中：",
    "  Linux、macOS：sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt",
    "  Windows：certutil -hashfile 文件名 SHA256，与 manifest-sha256.txt 中的值比对",
    "  Python：python -m bagit --validate 文件夹",
    "  有 manifest-sm3.txt（国密 SM3）的：openssl dgst -sm3 文件名，与其中的值比对",
    "本程序：inspector bundle verify 归档包.zip（不需要工作区）",
    "",
)
_BY_SIGNATURE = (
    "六、怎样核对证书签名（归档包里或 ZIP 旁有 .p7s 文件的）",
    "tagmanifest-sha256.txt.p7s 是对 tagmanifest-sha256.txt 的签名，",
    "内含签名人的证书和签名时间。",
    "ZIP 旁的“归档包.zip.p7s”也是：先解压，再用它核对其中的 tagmanifest-sha256.txt。",
    "在含有 bagit.txt 的文件夹中输入（一行），显示 CMS Verification successful 即成立：",
    f"  {CMS_CHECK} -noverify -out 结果.txt -signer 签名人.pem",
    "这样只核对内容与签名。签名人是谁，看取出的证书：",
    "  openssl x509 -in 签名人.pem -noout -subject -issuer -dates -fingerprint -sha256",
    "连同发证机构一起核对（机构的证书要另从可靠的途径取得）：",
    f"  {CMS_CHECK} -purpose any -CAfile 机构.pem -out 结果.txt",
    "单位自制的证书没有发证机构，要与该单位核对证书的指纹；确认后可以这样核对：",
    f"  {CMS_CHECK} -partial_chain -CAfile 签名人.pem -out 结果.txt",
    "结果.txt、签名人.pem 是核对时写出的，不属于归档包，看完请删去。",
    "",
)


def how_to_check() -> bytes:
    """Write 校验方法.txt: how anybody checks the files without our program."""
    return _text(
        "怎样检查这份归档包是否完整、有没有被改动（不需要安装任何程序，不需要联网）",
        "",
        "一、准备",
        "归档包是一个不压缩的 ZIP 文件。先把它解压到硬盘上；已经是文件夹或光盘的，直接检查即可。",
        "",
        "二、在 Windows 上检查",
        "1. 打开“其他”文件夹，在空白处按住 Shift 键点鼠标右键，选“在此处打开 PowerShell 窗口”。",
        "2. 输入下面一行，按回车键：",
        "   powershell -ExecutionPolicy Bypass -File 校验.ps1",
        "",
        "三、在 Linux（麒麟、统信等）或 macOS 上检查",
        "在“其他”文件夹里打开终端，输入：",
        "   sh 校验.sh",
        "",
        "四、怎样看结果",
        "“归档包完好”：每个文件都在，内容与封存时一字不差。",
        "“已损坏”：文件内容变了；“缺少”：文件不见了；“多出”：放进了封存时没有的文件。",
        "结果最后一长串字符，要与移交登记表上的校验值逐字核对：两者相同，才说明清单本身没有被换过。",
        "",
        *_BY_TOOLS,
        *_BY_SIGNATURE,
        "移交登记表上印有 tagmanifest-sha256.txt 文件自身的 SHA-256 校验值，可证明整个归档包。",
    )


def _text(*lines: str) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")
