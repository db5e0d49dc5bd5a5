"""What a check of a bundle found, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.core.bundles import Fault, FaultCode, Verification
from inspector.core.issued import SealedBundle
from inspector.ui.kit.style.tokens import Tone
from inspector.words.archive import fault_sentence
from inspector.words.language import _
from inspector.words.sizes import size_text

_HALF = 32
_LONG = 36
_KEPT_PARTS = 2
_NUMBER = "External-Identifier"


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One fault: as a row says it, with the end of a long path, and whole."""

    text: str
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A finished check, as the screen tells it."""

    path: Path
    is_sound: bool
    word: str
    sentence: str
    record: str
    record_tone: Tone
    facts: tuple[tuple[str, str], ...]
    sha256: str
    faults: tuple[FaultRow, ...]
    remarks: tuple[str, ...]

    @property
    def tone(self) -> Tone:
        """Give the tone of the word."""
        return Tone.PASS if self.is_sound else Tone.FAIL

    def report(self) -> str:
        """Write it all down, to be sent to somebody."""
        lines = (str(self.path), f"{self.word} {self.sentence}", self.record)
        return "\n".join((*(line for line in lines if line), *(f.whole for f in self.faults)))


def result_of(path: Path, found: Verification, sealed: Sequence[SealedBundle]) -> Result:
    """Say what was found; a bundle that was sealed here is compared with its record."""
    record, tone = _record(found, sealed)
    return Result(
        path=path,
        is_sound=found.ok,
        word=_("通过") if found.ok else _("不通过"),
        sentence=_sentence(found),
        record=record,
        record_tone=tone,
        facts=tuple(_facts(dict(found.info))),
        sha256=found.sha256,
        faults=tuple(_fault_row(fault) for fault in found.faults),
        remarks=tuple(remark_sentence(remark) for remark in found.remarks),
    )


def _fault_row(fault: Fault) -> FaultRow:
    parts = fault.member.split("/")
    if len(fault.member) <= _LONG or len(parts) <= _KEPT_PARTS:
        return FaultRow(fault_sentence(fault), fault_sentence(fault))
    end = "/".join(("…", *parts[-_KEPT_PARTS:]))
    return FaultRow(fault_sentence(replace(fault, member=end)), fault_sentence(fault))


def remark_sentence(remark: Fault) -> str:
    """Say a remark; a bundle that names no program is said to come from an unknown one."""
    if remark.code is FaultCode.FOREIGN and not remark.facts.get("agent"):
        return fault_sentence(Fault(remark.code, facts={"agent": _("未注明程序")}))
    return fault_sentence(remark)


def same_bundle(found: Verification, sealed: Iterable[SealedBundle]) -> SealedBundle | None:
    """Find the record of exactly this bundle."""
    return next((one for one in sealed if found.sha256 and one.sha256 == found.sha256), None)


def _record(found: Verification, sealed: Sequence[SealedBundle]) -> tuple[str, Tone]:
    same = same_bundle(found, sealed)
    if same is not None and found.ok:
        text = _("与本机的封存记录 {number}（{time}）一致。")
        return text.format(number=same.number, time=same.made_at[:16].replace("T", " ")), Tone.PASS
    number = dict(found.info).get(_NUMBER, "")
    if same is None and any(one.number == number for one in sealed):
        text = _("本机有 {number} 的封存记录，但 SHA-256 不同：这不是当时封存的那一份。")
        return text.format(number=number), Tone.WARN
    return "", Tone.PLAIN


def _sentence(found: Verification) -> str:
    if found.files == 0 and not found.ok:
        return _("没有读到归档内容。")
    facts: Mapping[str, object] = {
        "files": found.files,
        "size": size_text(found.bytes),
        "count": len(found.faults),
        "members": len({fault.member for fault in found.faults if fault.member}),
    }
    if found.ok:
        return _("{files} 个文件、{size}，逐个读过，与校验清单一致。").format(**facts)
    return _("{files} 个文件、{size}，发现 {count} 处问题，涉及 {members} 个文件：").format(**facts)


def _facts(info: Mapping[str, str]) -> list[tuple[str, str]]:
    named = (
        (_("档号"), info.get(_NUMBER, "")),
        (_("题名"), info.get("External-Description", "")),
        (_("单位"), info.get("Source-Organization", "")),
        (_("封存日期"), info.get("Bagging-Date", "")),
        (_("封存程序"), info.get("Bag-Software-Agent", "")),
    )
    return [(name, value) for name, value in named if value]


def hash_lines(sha256: str) -> str:
    """Break a hash into two lines, so that eyes can compare it."""
    return f"{sha256[:_HALF]}\n{sha256[_HALF:]}" if sha256 else ""
