"""What the list of a shelf says of each bundle."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.core.bundles import fit_part
from inspector.core.rechecks import BundleState, Recheck
from inspector.operations.rechecking import ShelfLine
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.chips import ChipSpec
from inspector.words.archive import bundle_state_name
from inspector.words.language import _

ALL, AMISS, NEVER = "all", "amiss", "never"
_TONES = {BundleState.SOUND: Tone.PASS, BundleState.REPACKED: Tone.PASS}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfRow:
    """One bundle as the list paints it."""

    place: str
    path: Path
    is_here: bool
    state: BundleState | None
    word: str
    tone: Tone
    title: str
    times: str
    remark: str

    @property
    def is_amiss(self) -> bool:
        """Tell whether the last check found something wrong."""
        return self.tone is Tone.FAIL

    def spoken(self) -> str:
        """Say the row for those who hear it."""
        words = (self.place, self.word, self.title, self.times, self.remark)
        return _("，").join(word for word in words if word)


def shelf_row(line: ShelfLine) -> ShelfRow:
    """Say how a bundle was last found."""
    newest = line.newest
    state = newest.state if newest else None
    is_gone = not line.is_here and state is not BundleState.MISSING
    word = bundle_state_name(state) if state else _("未复查")
    return ShelfRow(
        place=line.place,
        path=line.path,
        is_here=line.is_here,
        state=state,
        word=_("不在此处") if is_gone else word,
        tone=Tone.FAIL if is_gone else _tone(state),
        title=" ".join(text for text in (newest.number, newest.title) if text) if newest else "",
        times=_times(newest, line.former),
        remark=newest.remark if newest else "",
    )


def _tone(state: BundleState | None) -> Tone:
    if state is None:
        return Tone.PLAIN
    return _TONES.get(state, Tone.WARN if state is BundleState.NOT_A_BUNDLE else Tone.FAIL)


def _times(newest: Recheck | None, former: Recheck | None) -> str:
    if newest is None:
        return _("还没有复查过")
    this = _("本次 {time}").format(time=_time(newest.checked_at))
    if former is None:
        return _("{this} · 首次复查").format(this=this)
    last = _("上次 {time} {state}").format(
        time=_time(former.checked_at), state=bundle_state_name(former.state)
    )
    return _("{this} · {last}").format(this=this, last=last)


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def shelf_filters(rows: Sequence[ShelfRow]) -> list[ChipSpec]:
    """Give the filters that show something."""
    wrong = sum(row.is_amiss for row in rows)
    never = sum(row.state is None for row in rows)
    specs = [ChipSpec(key=ALL, text=_("全部"), count=len(rows))]
    if wrong:
        specs.append(ChipSpec(key=AMISS, text=_("有问题"), count=wrong, tone=Tone.FAIL))
    if never:
        specs.append(ChipSpec(key=NEVER, text=_("未复查"), count=never))
    for state in BundleState:
        count = sum(row.state is state for row in rows)
        if count:
            specs.append(ChipSpec(key=state, text=bundle_state_name(state), count=count))
    return specs


def kept(rows: Sequence[ShelfRow], key: str) -> list[ShelfRow]:
    """Give the rows that a filter shows, those amiss first."""
    shown = [row for row in rows if _is_kept(row, key)]
    return sorted(shown, key=lambda row: not row.is_amiss)


def _is_kept(row: ShelfRow, key: str) -> bool:
    if key == AMISS:
        return row.is_amiss
    if key == NEVER:
        return row.state is None
    return key in (ALL, row.state)


def shelf_line(rows: Sequence[ShelfRow]) -> tuple[str, Tone]:
    """Say in one line how the shelf stands."""
    if not rows:
        return _("这个文件夹里没有归档包。"), Tone.WARN
    wrong = sum(row.is_amiss for row in rows)
    never = sum(row.state is None for row in rows)
    text = _("共 {count} 个归档包：{sound} 个完好，{wrong} 个有问题，{never} 个未复查").format(
        count=len(rows),
        sound=sum(row.tone is Tone.PASS for row in rows),
        wrong=wrong,
        never=never,
    )
    return text, Tone.FAIL if wrong else Tone.PLAIN


def shelf_report_name(shelf: Path, at: datetime) -> str:
    """Name the report of a shelf after it and the day."""
    return fit_part(_("{name}_复查报告_{day}").format(name=shelf.name, day=f"{at:%Y%m%d}"), ".xlsx")
