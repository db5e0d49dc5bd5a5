"""How dates, areas, sums and shares are spelled on paper."""

from datetime import date, datetime
from decimal import Decimal

from inspector.core.canonical import spell_decimal
from inspector.core.papers import MeetingText, SignedText
from inspector.words.language import _

_TEN_THOUSAND = 10_000


def day_text(day: date | None) -> str | None:
    """Spell a date in words: 2026 年 11 月 22 日."""
    if day is None:
        return None
    return _("{year} 年 {month} 月 {day} 日").format(year=day.year, month=day.month, day=day.day)


def moment_text(at: datetime) -> str:
    """Spell a moment with its offset, as evidence needs: 2026-11-22 15:42 +08:00."""
    return f"{at:%Y-%m-%d %H:%M} {at:%z}"[:-2] + ":" + f"{at:%z}"[-2:]


def percent_text(percent: str | None) -> str | None:
    """Put the sign behind a share, never apart from it."""
    return None if percent is None else f"{percent}\u00a0%"


def area_text(area_m2: Decimal | None) -> str | None:
    """Spell an area without its unit, which stands in the head."""
    return None if area_m2 is None else grouped(area_m2)


def investment_text(yuan: Decimal | None) -> str | None:
    """Spell a sum in 万元, as approvals do."""
    if yuan is None:
        return None
    amount = (yuan / _TEN_THOUSAND).normalize()
    return _("{amount} 万元").format(amount=grouped(amount))


def grouped(value: Decimal | int) -> str:
    """Spell a number with thin groups of three digits left of the point: 53 200.5."""
    text = spell_decimal(Decimal(value))
    whole, point, rest = text.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    parts: list[str] = []
    while len(digits) > 3:  # noqa: PLR2004 - groups of three
        parts.insert(0, digits[-3:])
        digits = digits[:-3]
    return sign + "\u00a0".join([digits, *parts]) + point + rest


def without_meeting_note() -> str:
    """Say what a conclusion is worth that no meeting has taken."""
    return _(
        "本结论由程序根据现场查验、实测和问题记录计算得出，未经联合验收会议讨论和表决，"
        "不代替各参加单位的验收意见。"
    )


def meeting_line(meeting: MeetingText) -> str:
    """Say which meeting it was, and by which rules it judged."""
    parts = [
        _("{title}，{day}").format(title=meeting.title, day=meeting.day),
        *([_("地点：{venue}").format(venue=meeting.venue)] if meeting.venue else []),
        *([_("主持人：{chair}").format(chair=meeting.chair)] if meeting.chair else []),
        *([_("议程：{agenda}").format(agenda=meeting.agenda)] if meeting.agenda else []),
        _("判定规则：{rules}").format(rules=meeting.rules),
    ]
    return _("；").join(parts) + _("。")


def satisfaction_line(meeting: MeetingText) -> str:
    """Say how content the residents are, with the counts."""
    total = sum(count for _level, count in meeting.satisfaction)
    told = _("、").join(
        _("{level} {count} 人").format(level=level, count=count)
        for level, count in meeting.satisfaction
    )
    return _("共征询居民 {total} 人，其中{told}。姓名和电话属个人信息，不印入本报告。").format(
        total=total, told=told
    )


def signed_line(signed: SignedText) -> str:
    """Say to what the handwritten signatures are bound."""
    return _(
        "手写签名对应签字时出示的会议内容；现在的内容校验码为 {code}。"
        "签字以后内容有变更的，在单位名称下标明“签后有变更”及变更的部分。"
    ).format(code=signed.code)
