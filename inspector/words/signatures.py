"""What is said of signatures: the parts of what was shown, what changed since, and refusals."""

from collections.abc import Iterable, Mapping

from inspector.core.certificates import DetachedSeal, PdfSeal, SealConcern, SealTrouble
from inspector.core.errors import Problem
from inspector.core.signatures import Part, SignatureKind
from inspector.core.times import CHINA
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.INK_INVALID: N_("签名笔迹不可用：{detail}。请清除后重签。"),
    Problem.INK_FILE_INVALID: N_(
        "笔迹文件“{file}”不可用，问题在：{detail}。须为 JSON，含 width、height、strokes；"
        "每点为 [x, y, 毫秒] 或 [x, y, 毫秒, 压力]，均为整数。没有签字。"
    ),
    Problem.INK_TOO_LONG: N_("签名笔迹超过 {most} 个点。请清除后重签，只写姓名。"),
    Problem.INK_EMPTY: N_("还没有写下签名。请在签名区写下姓名后再按“完成”。"),
    Problem.SIGN_BEFORE_VERDICT: N_("会议尚未宣布结论，还不能签字。请先宣布结论。"),
    Problem.SIGN_CONTENT_CHANGED: N_(
        "出示以后内容有变更：{parts}。没有签字；请核对现在的内容（校验码 {code}）后再签。"
    ),
    Problem.SIGN_CONTENT_OTHER: N_(
        "“{given}”不是现在内容的校验码。没有签字；请核对现在的内容（校验码 {code}）后再签。"
    ),
    Problem.PARTY_NOT_AT_MEETING: N_(
        "“{unit}”不在第 {round} 轮会议宣布结论时的参加方之内，没有签字。确实到会的，请先补记签到；"
        "否则在下一轮会议上签。"
    ),
    Problem.SIGN_TWICE: N_("该单位已于 {at} 就同一内容签字。如需重签，请先写明理由撤回。"),
    Problem.SIGN_WHILE_ABSENT: N_(
        "“{unit}”记为缺席，不能签字。到会的请先更正签到；书面同意的，请登记书面意见后收入签字页扫描件。"
    ),
    Problem.SIGN_WITHDRAWN: N_("这个签名已经撤回。"),
    Problem.SCAN_CODE_UNKNOWN: N_(
        "校验码“{code}”不是本项目任何一份验收报告或五方签署页的。请核对扫描页页脚的校验码。"
    ),
    Problem.SCAN_OTHER_MEETING: N_(
        "这一页属于 {number} 第 {version} 版，是第 {round} 轮会议的，不是第 {meant} 轮的，"
        "没有收入。请选那一轮会议再收，或请各方签这一轮的报告。"
    ),
    Problem.SCAN_TWICE: N_("“{file}”已于 {at} 为这些单位收入，没有再收。"),
    Problem.CERTIFICATE_MISSING: N_("找不到证书文件“{file}”。请另选文件，或先制作证书。"),
    Problem.TRUST_UNREADABLE: N_(
        "“{file}”不是证书文件（PEM 或 DER）。请选发证机构或签名人的证书文件。"
    ),
    Problem.CERTIFICATE_LOCKED: N_("口令不对，打不开证书“{file}”。没有签名，请重新输入口令。"),
    Problem.CERTIFICATE_UNREADABLE: N_(
        "“{file}”不是可用的证书文件（PKCS #12，RSA 或 ECDSA）。国密 SM2 证书不能用于签名。"
    ),
    Problem.CERTIFICATE_EXPIRED: N_("证书“{file}”已于 {day} 到期，不能再用来签名。请换用新证书。"),
    Problem.CERTIFICATE_EARLY: N_(
        "证书“{file}”从 {day} 起才有效，现在不能用来签名。请核对电脑的日期。"
    ),
    Problem.CERTIFICATE_OTHER_UNIT: N_(
        "证书属于“{unit}”（{holder}），不是签名单位“{party}”，没有签名。请换用该单位的证书；"
        "确由此证书代签的，请确认后再签（命令行加 --confirmed），校验时会注明。"
    ),
    Problem.CERTIFICATE_SHARED: N_(
        "证书“{unit}”（{holder}）已为“{others}”签名，没有再为“{party}”签名。请换用该单位的证书；"
        "确由此证书代签的，请确认后再签（命令行加 --confirmed），校验时会注明。"
    ),
    Problem.PDF_UNREADABLE: N_("“{file}”不是可读的 PDF 文件。"),
    Problem.PDF_NOT_ISSUED: N_(
        "“{file}”不是本项目生成的验收报告，或已被改动，没有签名。请用报告原件或各方已签的文件。"
    ),
    Problem.PDF_CHANGED: N_("“{file}”里已有的签名不成立，没有再签。请用报告原件重新签名。"),
    Problem.PDF_OLDER: N_("“{file}”少了已有的签名，没有签名。请用最近签名的那一份。"),
    Problem.PDF_CONTENT_OLD: N_(
        "报告“{file}”生成以后会议或查验的内容有变更，没有签名。请重新生成报告，核对后再签。"
    ),
}

_PARTS: Mapping[Part, str] = {
    Part.PROJECT: N_("工程概况"),
    Part.MEETING: N_("会议日期、地点、主持人或判定规则"),
    Part.ATTENDANCE: N_("参加单位和到会情况"),
    Part.RESULTS: N_("查验结果"),
    Part.DEFECTS: N_("问题清单"),
    Part.PROGRESS: N_("整改进展"),
    Part.GROUPS: N_("分组和资料核查"),
    Part.OPINIONS: N_("各方意见"),
    Part.RESIDENTS: N_("居民意见"),
    Part.VERDICT: N_("验收结论"),
}
_KINDS: Mapping[SignatureKind, str] = {
    SignatureKind.INK: N_("手写签名"),
    SignatureKind.SCAN: N_("纸质签字页扫描件"),
    SignatureKind.CERTIFICATE: N_("证书签名"),
}


_TROUBLES: Mapping[SealTrouble, str] = {
    SealTrouble.CHANGED: N_("签名所涵盖的内容已被改动"),
    SealTrouble.BROKEN: N_("签名值与证书不符"),
    SealTrouble.ADDED: N_("签名以后又加入了签名以外的内容"),
    SealTrouble.EXPIRED: N_("签名时证书已到期"),
    SealTrouble.EARLY: N_("签名时证书尚未生效"),
}


_CONCERNS: Mapping[SealConcern, str] = {
    SealConcern.OTHER_UNIT: N_("注意：证书单位与签名单位“{unit}”不同"),
    SealConcern.SHARED: N_("注意：同一证书还为其他单位签名"),
}


def seal_text(seal: PdfSeal) -> str:
    """Say how a certificate signature stands, and what makes one ask whose it is."""
    return _("；").join((_holding(seal), *concern_texts(seal)))


def concern_texts(seal: PdfSeal) -> tuple[str, ...]:
    """Say what makes one ask whose a signature is."""
    return tuple(_(_CONCERNS[one]).format(unit=seal.unit or "—") for one in seal.concerns)


def seal_line(seal: PdfSeal) -> str:
    """Say in one line who signed a PDF, when, and how that stands."""
    who = "—"
    if seal.certificate:
        who = _("、").join(filter(None, (seal.certificate.holder, seal.certificate.unit)))
    at = seal.signed_at.astimezone(CHINA).isoformat(" ", "minutes")[:16] if seal.signed_at else "—"
    return _("证书签名：{who}，{at}，{standing}").format(who=who, at=at, standing=seal_text(seal))


def detached_text(seal: DetachedSeal) -> str:
    """Say how a certificate signature on a bundle stands."""
    return _holding(seal)


def detached_line(seal: DetachedSeal) -> str:
    """Say in one line who signed a bundle, when, and how that stands."""
    who = "—"
    if seal.certificate:
        who = _("、").join(filter(None, (seal.certificate.holder, seal.certificate.unit)))
    at = seal.signed_at.astimezone(CHINA).isoformat(" ", "minutes")[:16] if seal.signed_at else "—"
    return _("签名“{file}”：{who}，{at}，{standing}；证书 SHA-256 {certificate}").format(
        file=seal.file,
        who=who,
        at=at,
        standing=detached_text(seal),
        certificate=seal.certificate.sha256 if seal.certificate else "—",
    )


def _holding(seal: PdfSeal | DetachedSeal) -> str:
    """Say whether it holds; a self-made certificate has nobody behind it."""
    if seal.troubles:
        return _("；").join(_(_TROUBLES[trouble]) for trouble in seal.troubles)
    if seal.is_trusted:
        return _("成立（出自指定的证书）")
    if seal.certificate and seal.certificate.is_self_made:
        return _("成立（自制证书：证明内容未改、由该密钥签名，不是可靠电子签名）")
    return _("成立（证书由“{issuer}”签发，发证机构未在线核对）").format(
        issuer=seal.certificate.issuer if seal.certificate else "—"
    )


def part_name(part: Part) -> str:
    """Name a part of what was shown."""
    return _(_PARTS[part])


def signature_kind_name(kind: SignatureKind) -> str:
    """Name a way of signing."""
    return _(_KINDS[kind])


def change_text(parts: Iterable[Part]) -> str:
    """Say which parts changed after signing; nothing where none did."""
    names = _("、").join(part_name(part) for part in parts)
    return _("签后有变更：{parts}").format(parts=names) if names else ""


def standing_text(parts: Iterable[Part], *, is_double: bool, withdrawn: str | None) -> str:
    """Say how a signature stands."""
    if withdrawn is not None:
        return _("已撤回：{reason}").format(reason=withdrawn)
    said = [*([_("重复签字")] if is_double else []), *([change_text(parts)] if parts else [])]
    return _("；").join(said) or _("有效")
