"""`device`: ask to be enrolled; found the organisation, enrol, revoke, list."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.parsing import Actions, Parser, UsageError, add_action
from inspector.cli.passphrases import add_passphrase, passphrase_given
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts, table
from inspector.core.devices import EnrolRequest
from inspector.core.ids import ORG
from inspector.core.spelled import SpelledKind, is_spelled
from inspector.operations.organisation import (
    Enrolment,
    enrol,
    found_organisation,
    list_devices,
    load_request,
    organisation_of,
    request_in,
    request_of_known,
    revoke,
    withdraw,
    write_request,
)
from inspector.operations.packing import PackOrder, pack
from inspector.operations.pasting import answer_as_text, request_as_text, take_answer
from inspector.words.exchange import (
    fork_sentence,
    later_sentence,
    receipt_sentence,
    standing_name,
)
from inspector.words.language import _
from inspector.words.records import field_name

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    request = add_action(actions, "request", _("申请由单位登记：写成文件，或文字"), ask)
    request.add_argument("--out", type=Path, metavar="FILE", help=_("要写的申请文件"))
    request.add_argument("--text", action="store_true", help=_("给出可以粘贴发送的文字"))
    join = add_action(actions, "join", _("收入文字形式的登记答复，加入单位"), join_one)
    join.add_argument("answer", metavar="TEXT|FILE", help=_("答复的文字，或存有它的文件"))
    found = add_action(actions, "found", _("建立单位：此后只收入已登记电脑的记录"), found_one)
    found.add_argument("--name", required=True, help=_("单位名称"))
    found.add_argument(
        "--admit", action="append", metavar="KEY", help=_("记录继续有效的电脑的公钥，可多次")
    )
    found.add_argument("--admit-all", action="store_true", help=_("本工作区已有记录的电脑全部登记"))
    add_passphrase(found, _("单位密钥的口令"))
    _declare_enrol(actions)
    revoking = add_action(actions, "revoke", _("撤销一台电脑：已收入的记录保留"), revoke_one)
    revoking.add_argument("device", metavar="DEVICE", help=_("机号或公钥"))
    revoking.add_argument("--reason", required=True, help=_("原因"))
    add_passphrase(revoking, _("单位密钥的口令"))
    withdrawing = add_action(actions, "withdraw", _("收回一个人的裁定权限"), withdraw_one)
    withdrawing.add_argument("person", metavar="PERSON", help=_("人员 id"))
    withdrawing.add_argument("--reason", required=True, help=_("原因"))
    add_passphrase(withdrawing, _("单位密钥的口令"))
    add_action(actions, "list", _("列出已知的电脑"), list_all)


def _declare_enrol(actions: Actions) -> None:
    parser = add_action(actions, "enrol", _("登记一台电脑：隔离中的记录随即收入"), enrol_one)
    parser.add_argument(
        "device",
        metavar="REQUEST|DEVICE",
        help=_("登记申请：文件或文字；或已有记录的电脑的机号、公钥"),
    )
    parser.add_argument("--code", help=_("给它的机号，2-3 位"))
    parser.add_argument("--supervisor", action="store_true", help=_("申请人可以裁定冲突"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=_("另写一个答复同步包给它"))
    parser.add_argument("--text", action="store_true", help=_("另给出可以粘贴发送的答复文字"))
    add_passphrase(parser, _("单位密钥的口令"))


def ask(session: Session, given: Namespace) -> Told:
    """Ask to be enrolled, by a file or as text."""
    if given.out is None and not given.text:
        raise UsageError("", _("请给出 --out 或 --text"))
    with session.writing() as workspace:
        path = write_request(workspace, given.out.absolute()) if given.out else None
        text = request_as_text(workspace) if given.text else None
        key = workspace.key().public.hex()
    lines = (*facts([(_("登记申请"), path)]), *([text] if text else ()))
    return Told(data={"file": path, "text": text, "key": key}, lines=lines)


def join_one(session: Session, given: Namespace) -> Told:
    """Join the organisation by the answer that it gave as text."""
    text = _text_in(given.answer)
    with session.writing() as workspace:
        intake = take_answer(workspace, text, session.progress).value
        pin = organisation_of(workspace)
    name = pin.name if pin else ""
    receipts = [receipt_sentence(one) for one in intake.receipts]
    lines = (*facts([(_("单位"), name)]), *receipts)
    return Told(data={"title": name, "joined": any(r.joined for r in intake.receipts)}, lines=lines)


def _text_in(given: str) -> str:
    """Give a text, or what stands in the file that it names."""
    try:
        path = Path(given)
        return path.read_text(encoding="utf-8") if path.is_file() else given
    except (OSError, ValueError):  # too long for a path, or no text in it
        return given


def found_one(session: Session, given: Namespace) -> Told:
    """Found the organisation."""
    phrase = passphrase_given(given)
    with session.writing() as workspace:
        admit = list(given.admit or ())
        if given.admit_all:
            admit += [one.key for one in list_devices(workspace)]
        made = found_organisation(workspace, given.name, phrase, admit).value
    shown = [(_("单位"), made.name), (_("单位公钥"), made.root), (_("单位密钥"), made.key_file)]
    note = _("请把单位密钥文件另存到安全的地方，口令与它分开保管：丢失后不能再登记或撤销电脑。")
    data = {"id": made.root, "code": made.root[:16], "title": made.name, "file": made.key_file}
    return Told(data=data, lines=(*facts(shown), note))


def enrol_one(session: Session, given: Namespace) -> Told:
    """Enrol a laptop by its request, or by what is here of it."""
    phrase = passphrase_given(given)
    with session.writing() as workspace:
        request = _request_meant(workspace, given.device)
        wanted = Enrolment(request=request, code=given.code or "", supervises=given.supervisor)
        mandate = enrol(workspace, wanted, phrase).value
        answer = None
        if given.out:
            order = PackOrder(projects=(ORG,), receiver=request.key)
            answer = pack(workspace, given.out.absolute(), order, session.progress).paths[0]
        text = answer_as_text(workspace, request.key) if given.text else None
    data = {"id": mandate, "code": given.code or request.code, "title": request.name}
    data |= {"key": request.key, "answer": answer, "text": text}
    shown = [(field_name("device"), request.name), (_("公钥"), request.key), (_("答复"), answer)]
    return Told(data=data, lines=(*facts(shown), *([text] if text else ())))


def _request_meant(workspace: "Workspace", given: str) -> EnrolRequest:
    """Find the request that was named: as text, as a file, or a laptop whose work is here."""
    if is_spelled(given, SpelledKind.REQUEST):
        return request_in(given)
    path = Path(given)
    return load_request(path) if path.is_file() else request_of_known(workspace, given)


def revoke_one(session: Session, given: Namespace) -> Told:
    """Revoke a laptop."""
    phrase = passphrase_given(given)
    with session.writing() as workspace:
        ended = revoke(workspace, given.device, given.reason, phrase).value
    return Told(data={"ended": ended}, lines=(_("已撤销。已收入的记录保留。"),))


def withdraw_one(session: Session, given: Namespace) -> Told:
    """Withdraw a person's right to settle."""
    phrase = passphrase_given(given)
    with session.writing() as workspace:
        ended = withdraw(workspace, given.person, given.reason, phrase).value
    return Told(data={"ended": ended}, lines=(_("已收回。已作的裁定保留。"),))


def list_all(session: Session, given: Namespace) -> Told:
    """List the laptops that are known here."""
    del given
    with session.reading() as workspace:
        found = list_devices(workspace)
    headers = (_("机号"), _("名称"), _("状态"), _("等待"), _("隔离"), _("公钥"))
    rows = (
        (one.code, one.name, standing_name(one.standing), one.waiting, one.quarantined, one.key)
        for one in found
    )
    data = [
        {
            "id": one.key,
            "code": one.code,
            "title": one.name,
            "standing": one.standing,
            "last_seen_ms": one.last_seen_ms,
            "skew_ms": one.skew_ms,
            "waiting": one.waiting,
            "quarantined": one.quarantined,
            "replicas": list(one.replicas),
            "forked": one.has_fork,
            "later": list(one.later),
        }
        for one in found
    ]
    notes = [f"{one.code or one.name}：{fork_sentence()}" for one in found if one.has_fork]
    notes += [f"{one.code or one.name}：{later_sentence(one.later)}" for one in found if one.later]
    return Told(data=data, lines=(*table(headers, rows), *notes))
