"""What a check of a bundle found, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.core.bundles import fit_part
from inspector.core.checkvalues import GROUP, Comparison, Likeness, grouped
from inspector.core.faults import Fault, FaultCode, FileState, Verification
from inspector.core.issued import SealedBundle
from inspector.core.proofs import CheckState
from inspector.operations.bundle_checks import BundleCheck, FileLine, file_lines
from inspector.operations.unbundling import Restored
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.chips import ChipSpec
from inspector.ui.kit.widgets.lines import Line
from inspector.words.archive import check_line, fault_sentence, file_state_name
from inspector.words.language import _
from inspector.words.signatures import detached_line
from inspector.words.sizes import size_text

_NUMBER = "External-Identifier"
_HALF = 8
"""Groups of a check value on one line."""
AMISS, ALL = "amiss", "all"
_WRONG = frozenset({None, FileState.DAMAGED, FileState.MISSING, FileState.EXTRA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A finished check, as the screen tells it."""

    check: BundleCheck
    path: Path
    name: str
    is_sound: bool
    word: str
    sentence: str
    record: str
    record_tone: Tone
    facts: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, str], ...]
    """Check values by the name of the bag."""
    rows: tuple[FileLine, ...]
    remarks: tuple[str, ...]
    checks: tuple[Line, ...] = ()

    @property
    def tone(self) -> Tone:
        """Give the tone of the word."""
        return Tone.PASS if self.is_sound else Tone.FAIL

    @property
    def sha256(self) -> str:
        """Give the check value of a bundle that is one bag."""
        return self.values[0][1] if len(self.values) == 1 else ""

    def report(self) -> str:
        """Write it all down, to be sent to somebody."""
        lines = (self.name, f"{self.word} {self.sentence}", self.record)
        wrong = (row_words(row) for row in self.rows if is_amiss(row))
        return "\n".join((*(line for line in lines if line), *wrong))


def result_of(check: BundleCheck, sealed: Sequence[SealedBundle]) -> Result:
    """Say what was found; a bundle that was sealed here is compared with its record."""
    record, tone = _record(check, sealed)
    first, found = check.found[0]
    count = len(check.found)
    several = _("{name} 等 {count} 部分").format(name=first.name, count=count)
    return Result(
        check=check,
        path=first,
        name=several if count > 1 else first.name,
        is_sound=check.ok,
        word=_("通过") if check.ok else _("不通过"),
        sentence=_sentence(check),
        record=record,
        record_tone=tone,
        facts=tuple(_facts(dict(found.info))),
        values=tuple((path.name, one.sha256) for path, one in check.found if one.sha256),
        rows=file_lines(check),
        remarks=tuple(dict.fromkeys(_remarks(check))),
        checks=tuple(_check_lines(check)),
    )


_MARKS = {
    CheckState.OK: Mark.PASS,
    CheckState.REMARK: Mark.PASS,
    CheckState.FAULT: Mark.FAIL,
    CheckState.ABSENT: Mark.NONE,
}


def _check_lines(check: BundleCheck) -> Iterable[Line]:
    """Say how each check ended; of a bundle in parts, for each part."""
    for proven in check.proven:
        for proof in proven.lines:
            name, word = check_line(proof)
            told = f"{proven.path.name} {name}" if len(check.proven) > 1 else name
            yield Line(
                key=f"{proven.path.name}_{proof.check}",
                text=told,
                word=word,
                mark=_MARKS[proof.state],
                is_loud=proof.state is CheckState.FAULT,
                word_tone=Tone.FAIL if proof.state is CheckState.FAULT else Tone.MUTED,
                is_tall=False,
            )


def _remarks(check: BundleCheck) -> Iterable[str]:
    """Say the remarks; that a bag is a part needs no saying where all parts were checked."""
    is_whole = len(check.found) > 1 and not check.absent
    for _path, one in check.found:
        yield from map(detached_line, one.seals)
        for remark in one.remarks:
            if not (is_whole and remark.code is FaultCode.PART_OF_SEVERAL):
                yield remark_sentence(remark)


def remark_sentence(remark: Fault) -> str:
    """Say a remark; a bundle that names no program is said to come from an unknown one."""
    if remark.code is FaultCode.FOREIGN and not remark.facts.get("agent"):
        return fault_sentence(Fault(remark.code, facts={"agent": _("未注明程序")}))
    return fault_sentence(remark)


def same_bundle(found: Verification, sealed: Iterable[SealedBundle]) -> SealedBundle | None:
    """Find the record of exactly this bundle."""
    return next((one for one in sealed if found.sha256 and one.sha256 == found.sha256), None)


def _record(check: BundleCheck, sealed: Sequence[SealedBundle]) -> tuple[str, Tone]:
    found = [one for _path, one in check.found]
    same = [same_bundle(one, sealed) for one in found]
    if same and all(same) and check.ok and same[0] is not None:
        text = _("与本机的封存记录 {number}（{time}）一致。")
        time = same[0].made_at[:16].replace("T", " ")
        return text.format(number=same[0].number, time=time), Tone.PASS
    for one, record in zip(found, same, strict=True):
        number = dict(one.info).get(_NUMBER, "")
        if record is None and any(each.number == number for each in sealed):
            text = _("本机有 {number} 的封存记录，但 SHA-256 不同：这不是当时封存的那一份。")
            return text.format(number=number), Tone.WARN
    return "", Tone.PLAIN


def _sentence(check: BundleCheck) -> str:
    if check.files == 0 and not check.ok:
        return _("没有读到归档内容。")
    rows = file_lines(check)
    faults = sum(len(one.faults) for _path, one in check.found) + len(check.absent)
    facts: Mapping[str, object] = {
        "files": check.files,
        "size": size_text(check.bytes),
        "count": faults,
        "members": sum(is_amiss(row) and row.state is not None for row in rows),
    }
    if check.ok:
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
    """Write a hash in groups of four on two lines, so that eyes can compare it."""
    half = _HALF * GROUP
    return f"{grouped(sha256[:half])}\n{grouped(sha256[half:])}" if sha256 else ""


# -- files ----------


def is_amiss(row: FileLine) -> bool:
    """Tell whether something is wrong with a file."""
    return row.state in _WRONG


def row_words(row: FileLine) -> str:
    """Say a file and what was found."""
    return _("，").join(text for text in (row.name, state_word(row), row.meaning) if text)


def state_word(row: FileLine) -> str:
    """Name the state; what concerns no single file concerns the whole."""
    return file_state_name(row.state) if row.state else _("整包")


def state_tone(row: FileLine) -> Tone:
    """Give the tone of a state."""
    if is_amiss(row):
        return Tone.FAIL
    return Tone.PASS if row.state is FileState.OK else Tone.PLAIN


def filters(rows: Sequence[FileLine]) -> list[ChipSpec]:
    """Give the filters that show something, with what is amiss first."""
    wrong = sum(map(is_amiss, rows))
    specs = [ChipSpec(key=AMISS, text=_("有问题"), count=wrong, tone=Tone.FAIL)] if wrong else []
    specs.append(ChipSpec(key=ALL, text=_("全部"), count=len(rows)))
    for state in FileState:
        count = sum(row.state is state for row in rows)
        if count:
            specs.append(ChipSpec(key=state, text=file_state_name(state), count=count))
    return specs


def kept_rows(rows: Sequence[FileLine], key: str) -> list[int]:
    """Give the places of the rows that a filter shows."""
    return [
        place
        for place, row in enumerate(rows)
        if key == ALL or (is_amiss(row) if key == AMISS else row.state == key)
    ]


# -- the value of the paper ----------


def comparison_words(found: Comparison) -> tuple[str, Tone]:
    """Say how what was typed stands to the check value."""
    said = {
        Likeness.NOTHING: (_("照移交登记表输入，空格可有可无。"), Tone.MUTED),
        Likeness.SAME: (_("与纸上的一致：这就是登记的那一份。"), Tone.PASS),
        Likeness.SO_FAR: (_("已输入的部分一致，第 {group} 组还没有输完。"), Tone.MUTED),
        Likeness.DIFFERS: (
            _("第 {group} 组不同。请核对输入；若无误，这不是登记的那一份。"),
            Tone.FAIL,
        ),
    }
    text, tone = said[found.likeness]
    return text.format(group=found.group), tone


# -- what was done ----------


def report_name(result: Result, at: datetime) -> str:
    """Name the report of a check after the bundle and the day."""
    return fit_part(
        _("{name}_校验报告_{day}").format(name=result.path.stem, day=f"{at:%Y%m%d}"), ".xlsx"
    )


def restored_words(made: Restored, folder: Path) -> tuple[str, str]:
    """Say whether the records that were made again are those that were sealed."""
    title = _("已恢复，与封存时一致") if made.is_equal else _("恢复的记录与封存时不一致，请勿使用")
    lines = [
        _("工作区：{folder}").format(folder=folder),
        _("内容校验值：{hash}").format(hash=grouped(made.content_hash)),
        _("封存时登记：{hash}").format(hash=grouped(made.stated_hash)),
    ]
    if made.absent:
        lines.append(_("归档包中没有的照片和文件：{count} 个").format(count=len(made.absent)))
    lines.append(_("在终端用 --workspace 打开这个文件夹，即可查看。"))
    return title, "\n".join(lines)
