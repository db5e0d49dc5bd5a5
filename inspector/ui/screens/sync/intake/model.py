"""Receipts and refusals as the log of what came says them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Receipt, ReceiptLine, SetAside
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.screens.sync.model import fast_clock, moment, sender_title
from inspector.words.language import _

MOST = 50
"""How many packages the log shows."""
Refusals = Sequence[tuple[Path, InspectorError]]


@dataclass(frozen=True, slots=True)
class Term:
    """One part of the sum that a receipt is."""

    word: str
    count: int
    sign: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """What became of one package."""

    key: str
    title: str
    when: str
    name: str
    terms: tuple[Term, ...] = ()
    remarks: tuple[str, ...] = ()
    aside: tuple[tuple[Mark, ReceiptLine], ...] = ()
    refusal: str = ""
    receipt: Receipt | None = None

    @property
    def may_take_back(self) -> bool:
        """Tell whether what it brought can be taken back."""
        receipt = self.receipt
        return receipt is not None and not receipt.taken_back_ms and receipt.same < receipt.received

    @property
    def word(self) -> str:
        """Give the one word for it."""
        if self.refusal:
            return _("没有收入")
        if self.receipt is not None and self.receipt.taken_back_ms:
            return _("已撤回")
        return _("有待处理") if self.aside else _("已收齐")

    @property
    def tone(self) -> Tone:
        """Give the tone of the word."""
        if self.refusal:
            return Tone.FAIL
        if self.receipt is not None and self.receipt.taken_back_ms:
            return Tone.MUTED
        return Tone.WARN if self.aside else Tone.PASS


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinQuestion:
    """Packages of an organisation to which this workspace does not belong yet."""

    organisation: str
    paths: tuple[Path, ...] = field(default=())

    def text(self) -> str:
        """Ask it."""
        names = _("、").join(path.name for path in self.paths[:3])
        return _(
            "“{names}”来自单位 {organisation}…。本电脑还不属于任何单位；一个工作区"
            "只能加入一个单位，加入后只收入该单位登记过的电脑的记录。请先与对方核对这几位编号。"
        ).format(names=names, organisation=self.organisation)


def terms_of(receipt: Receipt) -> tuple[Term, ...]:
    """Say a receipt as the sum that it is."""
    warn = {True: Tone.WARN, False: Tone.PLAIN}
    return (
        _term(_("收到"), receipt.received),
        _term(_("采用"), receipt.applied, "＝"),
        _term(_("已有"), receipt.same, "＋"),
        _term(_("待定"), receipt.conflict, "＋", warn[receipt.conflict > 0]),
        _term(_("等候"), receipt.waiting, "＋", warn[receipt.waiting > 0]),
        _term(_("隔离"), receipt.quarantined, "＋", warn[receipt.quarantined > 0]),
    )


def _term(word: str, count: int, sign: str = "", tone: Tone = Tone.PLAIN) -> Term:
    """Make a part of the sum; within it no word is a heading."""
    return Term(word.lower(), count, sign, tone)


def entry_of(receipt: Receipt, now: datetime, still: Collection[str]) -> LogEntry:
    """Say what came of a package; `still` names the segments that are set aside to this day."""
    left = [] if receipt.taken_back_ms else [one for one in receipt.lines if one.hash in still]
    return LogEntry(
        key=f"{receipt.id}_{receipt.taken_at_ms}",
        title=sender_title(receipt.sender_name or receipt.sender[:8]),
        when=moment(receipt.taken_at_ms, now),
        name=receipt.name,
        terms=terms_of(receipt),
        remarks=tuple(_remarks(receipt, came_in=len(left) < len(receipt.lines))),
        aside=tuple((_mark(line), line) for line in _by_laptop(left)),
        receipt=receipt,
    )


def _by_laptop(lines: Sequence[ReceiptLine]) -> list[ReceiptLine]:
    """Say once of each laptop why so much of it was set aside."""
    found: dict[tuple[str, SetAside], ReceiptLine] = {}
    for line in lines:
        before = found.get((line.key, line.reason))
        count = line.count + (before.count if before else 0)
        found[line.key, line.reason] = replace(line, count=count)
    return list(found.values())


def _mark(line: ReceiptLine) -> Mark:
    return Mark.OPEN if line.reason is SetAside.MISSING else Mark.WARN


def _remarks(receipt: Receipt, *, came_in: bool) -> list[str]:
    said = []
    if receipt.photos_received:
        text = _("照片 {count} 张，其中新增 {new} 张")
        said.append(text.format(count=receipt.photos_received, new=receipt.photos_new))
    if clock := fast_clock(receipt.skew_ms):
        said.append(_("对方{clock}").format(clock=clock))
    if came_in and not receipt.taken_back_ms:
        said.append(_("当时等候或隔离的，之后已收入"))
    if receipt.new_stream:
        said.append(_("本机的数据曾被复制或恢复过，从此另起一段记录，两段都保留"))
    return said


def refused_entries(refused: Refusals, explain: Callable[[InspectorError], str]) -> list[LogEntry]:
    """Say which files were passed over and why."""
    return [
        LogEntry(key=f"refused_{number}", title=path.name, when="", name="", refusal=explain(error))
        for number, (path, error) in enumerate(refused)
    ]


def question_of(refused: Refusals) -> tuple[JoinQuestion | None, Refusals]:
    """Part what only waits for joining from what is refused; one organisation at a time."""
    waiting = [one for one in refused if one[1].problem is Problem.ORGANISATION_NOT_JOINED]
    if not waiting:
        return None, refused
    first = str(waiting[0][1].facts["organisation"])
    ours = [one for one in waiting if one[1].facts["organisation"] == first]
    rest = [one for one in refused if one not in ours]
    paths = tuple(path for path, _error in ours)
    return JoinQuestion(organisation=first, paths=paths), rest
