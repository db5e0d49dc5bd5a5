"""`bundle verify`: every check of a bundle, each with its line; no workspace is needed."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from inspector.cli.handing import add_expect, expected_values, with_comparison
from inspector.cli.parsing import Actions, add_action
from inspector.cli.session import Session
from inspector.cli.signatures import detached_shape
from inspector.cli.telling import Told, facts
from inspector.core.faults import Fault, FaultCode, FileState
from inspector.core.proofs import Proof, Proven
from inspector.operations.bundle_checks import (
    BundleCheck,
    check_bundles,
    lacking_sentence,
    write_check_report,
)
from inspector.operations.bundles import bundles_meant
from inspector.words.archive import check_line, fault_sentence, file_state_name
from inspector.words.language import _
from inspector.words.signatures import detached_line


def declare_verify(actions: Actions) -> None:
    """Declare the action."""
    verify = add_action(actions, "verify", _("校验归档包，不需要工作区"), verify_all)
    verify.add_argument(
        "file", type=Path, nargs="+", help=_("归档包：ZIP 文件或文件夹，或存放各部分的文件夹")
    )
    add_expect(verify)
    verify.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="CER",
        help=_("信任的证书（发证机构的或签名人的，PEM 或 DER）：须有签名出自它；可多次"),
    )
    told = _("把校验结果逐个文件写成报告（xlsx 或 csv）")
    verify.add_argument("--report", type=Path, metavar="FILE", help=told)


def verify_all(session: Session, given: Namespace) -> Told:
    """Check bundles to the last; parts of one bundle also for completeness."""
    typed = expected_values(given)
    check = check_bundles(given.file, session.progress, given.trust)
    if given.report:
        write_check_report(check, given.report, session.clock())
    told = [_told(one) for one in check.proven]
    if len(given.file) == 1 and bundles_meant(given.file) == given.file:
        return with_comparison(told[0], typed, check.found)
    return with_comparison(_together(check, told), typed, check.found)


def _together(check: BundleCheck, told: Sequence[Told]) -> Told:
    lacking = tuple(map(lacking_sentence, check.absent))
    lines = tuple(
        line
        for one, each in zip(check.proven, told, strict=True)
        for line in (str(one.path), *each.lines)
    )
    settled = frozenset() if check.absent else frozenset(_told_of_parts(check))
    notes = tuple(note for each in told for note in each.sentences if note not in settled)
    data = {"ok": check.ok, "bundles": [each.data for each in told], "absent": list(lacking)}
    return Told(data=data, lines=lines, sentences=(*notes, *lacking), done=check.ok)


def _told_of_parts(check: BundleCheck) -> Iterator[str]:
    """Give what asks for the other parts: where all are there it has been done."""
    for _path, found in check.found:
        for remark in found.remarks:
            if remark.code is FaultCode.PART_OF_SEVERAL:
                yield fault_sentence(remark)


def _told(proven: Proven) -> Told:
    found = proven.found
    counts = Counter(one.state for one in found.members)
    data = {
        "ok": found.ok,
        "file": proven.path,
        "files": found.files,
        "bytes": found.bytes,
        "sha256": found.sha256,
        "info": [list(pair) for pair in found.info],
        "counts": {state.value: counts[state] for state in FileState},
        "members": [
            {"name": one.name, "state": one.state, "bytes": one.size} for one in found.members
        ],
        "signatures": [detached_shape(seal) for seal in found.seals],
        "checks": [_check_shape(proof) for proof in proven.lines],
        "faults": [_shown(fault) for fault in found.faults],
        "remarks": [_shown(fault) for fault in found.remarks],
    }
    verdict = (
        _("归档包完好：{files} 个文件，{bytes} 字节，校验值 {sha256}")
        if found.ok
        else _("归档包有问题，请勿使用。")
    ).format(files=found.files, bytes=found.bytes, sha256=found.sha256)
    states = [(file_state_name(state), counts[state]) for state in FileState if counts[state]]
    checks = [check_line(proof) for proof in proven.lines]
    seals = map(detached_line, found.seals)
    lines = (verdict, *facts(states), *facts(checks), *seals)
    notes = tuple(fault_sentence(fault) for fault in (*found.faults, *found.remarks))
    return Told(data=data, lines=lines, sentences=notes, done=found.ok)


def _check_shape(proof: Proof) -> dict[str, object]:
    return {
        "check": proof.check,
        "state": proof.state,
        "looked_at": proof.looked_at,
        "faults": [_shown(fault) for fault in proof.faults],
        "remarks": [_shown(fault) for fault in proof.remarks],
    }


def _shown(fault: Fault) -> dict[str, object]:
    return {"code": fault.code, "member": fault.member, "message": fault_sentence(fault)}
