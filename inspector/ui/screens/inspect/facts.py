"""What the sheet says of an item: plain words, made from what was read."""

from dataclasses import dataclass
from decimal import Decimal

from inspector.core.bounds import allowed
from inspector.core.checklists import AnswerState, AnswerType, Duty, Item
from inspector.core.verdicts import Assessment, Contradiction, Rule, Status
from inspector.operations.inspecting import ItemLine
from inspector.ui.kit.style.tokens import Tone
from inspector.words.checklists import (
    contradiction_sentence,
    control_name,
    duty_name,
    evidence_name,
    limit_text,
    method,
    number_text,
    reference_text,
    sampling,
    state_name,
    tier_name,
    variant_label,
)
from inspector.words.conflicts import dispute_sentence, short_values
from inspector.words.language import N_, _
from inspector.words.verdicts import computation, status_name

NO_REASON = (
    N_("本部位没有这项内容"),
    N_("不在本次改造范围内"),
    N_("现场暂不具备检查条件"),
)
_PHOTOS_OF_A_FAILURE = 2
_RULES = {
    Rule.DOMINANT: N_("按主控项目，读数判定为{status}"),
    Rule.GENERAL: N_("按一般项目，读数判定为{status}"),
    Rule.UNCLASSED: N_("不分主控、一般，按全部合格要求，读数判定为{status}"),
    Rule.SINGLE: N_("读数判定为{status}"),
    Rule.CHOICE: N_("按所选项判定为{status}"),
}
_READING_TONES = {Status.PASS: Tone.PASS, Status.FAIL: Tone.FAIL}


@dataclass(frozen=True, slots=True)
class Judged:
    """The live computation: its steps, what follows, and how loud to say it."""

    steps: str
    result: str
    tone: Tone | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One reading as its cell shows it."""

    id: str
    text: str
    tone: Tone


def tags(line: ItemLine) -> list[str]:
    """Name duty, control and tier: three independent axes."""
    item = line.item
    control = [control_name(item.control)] if item.control else []
    return [duty_name(line.duty), *control, tier_name(item.tier)]


def basis(item: Item) -> str:
    """Cite what the item rests on."""
    return _("；").join(reference_text(ref) for ref in item.refs)


def manner(line: ItemLine) -> str:
    """Say how to look: method, how often, and what proves it."""
    item = line.item
    evidence = _("、").join(evidence_name(kind) for kind in item.evidence)
    parts = [method(item), sampling(item)]
    if evidence:
        parts.append(_("应附{evidence}").format(evidence=evidence))
    return "　·　".join(part for part in parts if part)


def takes_readings(item: Item) -> bool:
    """Tell whether numbers are read for an item."""
    return item.answer.type not in {AnswerType.PASS_FAIL_NA, AnswerType.CHOICE}


def needs_design(item: Item, variant: str | None) -> bool:
    """Tell whether the limits in force depend on a design value."""
    if item.variants and variant is None:
        return False
    limits, tolerance = allowed(item, variant)
    if tolerance is not None:
        return item.answer.type is not AnswerType.DEVIATION
    return limits is not None and limits.design is not None


def lacks_variant(line: ItemLine, state: AnswerState) -> bool:
    """Tell whether the case must be picked before a verdict."""
    judged = {AnswerState.PASS, AnswerState.FAIL}
    return state in judged and bool(line.item.variants) and line.variant is None


def limit(line: ItemLine) -> str:
    """Write the limit in force; nothing while the case is not picked."""
    if line.item.variants and line.variant is None:
        return ""
    design = Decimal(line.design_value) if line.design_value else None
    return limit_text(line.item, line.variant, design)


def variants(item: Item) -> list[tuple[str, str]]:
    """List the cases with their limits."""
    return [
        (one.key, f"{variant_label(one)}　{limit_text(item, one.key)}".strip())
        for one in item.variants
    ]


def readings(line: ItemLine) -> list[Shown]:
    """List the readings; a failing one has its tone."""
    return [
        Shown(reading.id, number_text(reading.value), reading_tone(line.assessment, place))
        for place, reading in enumerate(line.readings)
    ]


def reading_tone(seen: Assessment | None, place: int) -> Tone:
    """Give a failing reading its tone: amber if a general item may bear it, else red."""
    if seen is None or place not in seen.failing:
        return Tone.PLAIN
    bearable = seen.rule is Rule.GENERAL and seen.bounds is not None
    if bearable and seen.bounds and not seen.bounds.is_beyond_widest(seen.values[place]):
        return Tone.WARN
    return Tone.FAIL


def judged(line: ItemLine) -> Judged | None:
    """Say what the readings come to, so that one can repeat it by hand."""
    seen = line.assessment
    if seen is None:
        return None
    if seen.status is Status.INCOMPLETE:
        return Judged(computation(seen), "", Tone.WARN if seen.is_lost else None)
    result = _(_RULES[seen.rule]).format(status=status_name(seen.status))
    return Judged(computation(seen), result, _READING_TONES[seen.status])


def due_text(line: ItemLine) -> str:
    """Say how many points there are of how many due; else the unit."""
    seen = line.assessment
    if not line.item.answer.points or seen is None:
        return line.item.answer.unit or ""
    return _("已测 {measured}/{due} 点").format(measured=len(line.readings), due=seen.due)


def clash(line: ItemLine) -> tuple[str, AnswerState | None] | None:
    """Say how verdict and readings disagree, with the verdict that would agree."""
    found = line.contradiction
    if found is None:
        return None
    way_out = {
        Contradiction.PASS_BUT_FAILING: AnswerState.FAIL,
        Contradiction.FAIL_BUT_PASSING: AnswerState.PASS,
    }
    return contradiction_sentence(found), way_out.get(found)


def verdict(line: ItemLine) -> str:
    """Write the verdict as the list shows it, with its figures: 合格 4/5.

    Of a verdict in dispute all values: 合格／不合格.
    """
    disputed = next((one for one in line.conflicts if one.column == "result"), None)
    if disputed is not None:
        return short_values(disputed)
    seen, word = line.assessment, state_name(line.state)
    if seen is None or not line.item.answer.points or not line.readings:
        return word
    if seen.rate is None:
        return _("{word} 已测{measured}/{due}").format(
            word=word, measured=seen.measured, due=seen.due
        )
    return f"{word} {seen.rate.part}/{seen.rate.whole}"


def dispute(line: ItemLine) -> str:
    """Say what is in dispute of an item, with each one's value; nothing where nothing is."""
    return "\n".join(dispute_sentence(conflict) for conflict in line.conflicts)


def axes(line: ItemLine) -> str:
    """Write duty and control as the list shows them."""
    control = line.item.control
    duty = duty_name(line.duty)
    return f"{duty} · {control_name(control)}" if control else duty


def photos_owed(line: ItemLine) -> str:
    """Say which photos the verdict still owes (FEATURES, row 3); nothing if none."""
    if line.state is AnswerState.FAIL and line.photo_count < _PHOTOS_OF_A_FAILURE:
        return _("不合格应有远景、近景照片各 1 张，现有 {count} 张").format(count=line.photo_count)
    if line.state is AnswerState.PASS and line.duty is Duty.MANDATORY and not line.photo_count:
        return _("必改项判合格应有照片，现在没有")
    return ""
