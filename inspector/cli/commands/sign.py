"""`sign`: what a meeting shows to be signed, and who signed it."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.lookup import (
    add_project_option,
    meeting_meant,
    party_meant,
    project_meant,
    signature_meant,
)
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.passphrases import add_passphrase, passphrase_given
from inspector.cli.session import Session
from inspector.cli.signatures import (
    certificate_told,
    checked_told,
    signature_told,
    signing_told,
    trusted_told,
)
from inspector.cli.telling import Told
from inspector.core.errors import InspectorError, Problem
from inspector.core.ink import Ink, read_ink
from inspector.operations.scans import ScanDraft, add_scan
from inspector.operations.sealing import (
    SealDraft,
    create_certificate,
    office_certificate,
    seal_file,
    verify_pdf,
)
from inspector.operations.signing import (
    SignatureDraft,
    show_signatures,
    sign,
    withdraw_signature,
)
from inspector.operations.trusting import office_trusted, take_trusted
from inspector.words.language import _
from inspector.words.records import field_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    _on_meeting(add_action(actions, "list", _("查看要签的内容、校验码和各方签字情况"), list_all))
    _declare_add(actions)
    scan = _on_meeting(add_action(actions, "scan", _("收入纸质签字页的扫描件"), scan_page))
    scan.add_argument("file", type=Path, help=_("扫描件（PDF、JPEG、PNG）"))
    scan.add_argument("--code", required=True, help=_("扫描页页脚的校验码"))
    scan.add_argument(
        "--party", action="append", default=[], metavar="P", help=_("签字单位，可多次；缺省：全部")
    )
    _declare_sealing(actions)
    withdraw = add_action(actions, "withdraw", _("撤回一个签名，须写明理由"), withdraw_one)
    withdraw.add_argument("signature", metavar="ID", help=_("签名的 id 或其开头几位"))
    withdraw.add_argument("--reason", required=True, help=field_name("reason"))


def _declare_add(actions: Actions) -> None:
    add = _on_meeting(add_action(actions, "add", _("登记一方的手写签名"), add_one))
    add.add_argument("party", help=_("参加方（单位、角色或 id）"))
    add.add_argument("--ink", required=True, type=Path, metavar="FILE", help=_("笔迹文件（JSON）"))
    add.add_argument("--shown", required=True, metavar="CODE", help=_("出示内容的校验码或校验值"))
    add.add_argument("--signer", help=_("签字人（缺省：到会代表）"))
    add.add_argument("--post", help=field_name("post"))


def _declare_sealing(actions: Actions) -> None:
    make = add_action(actions, "certificate", _("制作单位自己的签名证书"), make_one)
    make.add_argument("--holder", required=True, help=field_name("signer"))
    make.add_argument("--unit", required=True, help=field_name("unit"))
    make.add_argument(
        "--out", type=Path, metavar="FILE", help=_("证书文件（缺省：本人的配置文件夹）")
    )
    pdf = _on_meeting(add_action(actions, "pdf", _("用证书在验收报告的 PDF 上签名"), seal_one))
    pdf.add_argument("file", type=Path, help=_("报告的 PDF 文件；签名追加在其后"))
    pdf.add_argument("--party", required=True, metavar="P", help=_("签名单位（单位、角色或 id）"))
    pdf.add_argument(
        "--certificate", type=Path, metavar="P12", help=_("证书文件（缺省：自己制作的证书）")
    )
    pdf.add_argument(
        "--confirmed",
        action="store_true",
        help=_("确认代签：证书单位与签名单位不同，或同一证书已为另一方签名"),
    )
    for parser in (make, pdf):
        add_passphrase(parser, _("证书的口令"))
    verify = add_action(actions, "verify", _("离线校验 PDF 上的证书签名"), verify_one)
    verify.add_argument("file", type=Path, help=_("PDF 文件"))
    add_trust(verify)
    trust = add_action(
        actions, "trust", _("查看或换用本单位信任的证书（发证机构的根证书）"), trust_one
    )
    trust.add_argument(
        "--take",
        type=Path,
        metavar="FILE",
        help=_("收入这个文件里的证书（PEM 或 DER），换下原来的"),
    )


def _on_meeting(parser: Parser) -> Parser:
    parser.add_argument("--meeting", metavar="M", help=_("会议（编号或 id；缺省：最近一轮）"))
    add_project_option(parser)
    return parser


def list_all(session: Session, given: Namespace) -> Told:
    """Show what there is to sign and who signed."""
    with session.reading() as workspace:
        signing = show_signatures(
            workspace, meeting_meant(workspace, given.project, given.meeting).id
        )
    return signing_told(signing)


def add_one(session: Session, given: Namespace) -> Told:
    """Keep a drawn signature."""
    ink = _ink(given.ink)
    with session.writing() as workspace:
        meeting = meeting_meant(workspace, given.project, given.meeting)
        project = project_meant(workspace, meeting.project_id)
        party = party_meant(workspace, project, given.party)
        draft = SignatureDraft(
            party_id=party.id, shown=given.shown, ink=ink, signer=given.signer, post=given.post
        )
        signature = sign(workspace, meeting.id, draft).value
        signing = show_signatures(workspace, meeting.id)
    return signature_told(signing, signature.id)


def _ink(file: Path) -> Ink:
    """Read a file of strokes; what is wrong with it is said with its name and form."""
    if not file.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=file)
    try:
        return read_ink(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise InspectorError(Problem.INK_FILE_INVALID, file=file, detail="UTF-8") from error
    except InspectorError as error:
        if error.problem is not Problem.INK_INVALID:
            raise
        raise InspectorError(Problem.INK_FILE_INVALID, file=file, **error.facts) from error


def scan_page(session: Session, given: Namespace) -> Told:
    """Take in a scan of a page that was signed on paper."""
    with session.writing() as workspace:
        meeting = meeting_meant(workspace, given.project, given.meeting)
        project = project_meant(workspace, meeting.project_id)
        parties = tuple(party_meant(workspace, project, one).id for one in given.party)
        draft = ScanDraft(file=given.file, code=given.code, party_ids=parties)
        add_scan(workspace, meeting.id, draft)
        signing = show_signatures(workspace, meeting.id)
    return signing_told(signing)


def withdraw_one(session: Session, given: Namespace) -> Told:
    """Take a signature back."""
    with session.writing() as workspace:
        signature = signature_meant(workspace, given.signature)
        withdraw_signature(workspace, signature.id, given.reason)
        signing = show_signatures(workspace, signature.meeting_id)
    return signature_told(signing, signature.id)


def make_one(session: Session, given: Namespace) -> Told:
    """Make a certificate of one's own."""
    phrase = passphrase_given(given)
    with session.reading() as workspace:
        out = given.out.absolute() if given.out else None
        path, made = create_certificate(workspace, given.holder, given.unit, phrase, out)
    return certificate_told(path, made)


def seal_one(session: Session, given: Namespace) -> Told:
    """Sign a report's PDF with a certificate."""
    phrase = passphrase_given(given)
    with session.writing() as workspace:
        meeting = meeting_meant(workspace, given.project, given.meeting)
        project = project_meant(workspace, meeting.project_id)
        draft = SealDraft(
            party_id=party_meant(workspace, project, given.party).id,
            certificate=given.certificate or office_certificate(workspace),
            passphrase=phrase,
            is_confirmed=given.confirmed,
        )
        seal_file(workspace, meeting.id, given.file.absolute(), draft)
    return checked_told(verify_pdf(given.file))


def add_trust(parser: Parser) -> None:
    """Let a command be told whom to trust besides those whom the office trusts."""
    parser.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="CER",
        help=_("信任的证书（发证机构的或签名人的，PEM 或 DER）：签名须出自它；可多次"),
    )


def verify_one(_session: Session, given: Namespace) -> Told:
    """Verify the certificate signatures of a PDF."""
    checked = verify_pdf(given.file, given.trust)
    return checked_told(checked, trust_asked=bool(given.trust))


def trust_one(session: Session, given: Namespace) -> Told:
    """List whom the office trusts, or take over another file of them."""
    if given.take is None:
        with session.reading() as workspace:
            return trusted_told(office_trusted(workspace))
    with session.writing() as workspace:
        return trusted_told(take_trusted(workspace, given.take))
