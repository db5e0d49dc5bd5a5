"""The holidays of a year, read from the text in which they are announced."""

import tomllib

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.holidaynotice import read_notice
from inspector.core.workdays import YearTable
from inspector.folders import resources

TEXTS = {
    2025: """
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
""",
    2026: """
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
""",
}


@pytest.mark.parametrize("year", sorted(TEXTS))
def test_the_announcement_gives_the_table_that_is_shipped(year):
    path = resources() / "calendar" / "holidays.toml"
    shipped = tomllib.loads(path.read_text(encoding="utf-8"))[str(year)]
    assert read_notice(TEXTS[year], year) == YearTable.read(year, shipped)


def test_days_of_the_year_before_are_left_out():
    text = "元旦：2022年12月31日至2023年1月2日放假调休，共3天。"
    days = sorted(day.isoformat() for day in read_notice(text, 2023).off)
    assert days == ["2023-01-01", "2023-01-02"]
    assert {day.isoformat() for day in read_notice(text, 2022).off} == {"2022-12-31"}


@pytest.mark.parametrize("text", ["", "节假日安排另行通知。", "5月9日（周六）上班。"])
def test_a_text_without_days_off_is_refused(text):
    with pytest.raises(InspectorError) as refused:
        read_notice(text, 2027)
    assert refused.value.problem is Problem.CALENDAR_NOT_READ


@pytest.mark.parametrize(
    "text", ["2月30日放假", "5月5日至1日放假", "1日放假", "1月1日至12月1日放假"]
)
def test_days_that_cannot_be_are_refused_by_their_text(text):
    with pytest.raises(InspectorError) as refused:
        read_notice(text, 2027)
    assert refused.value.problem is Problem.CALENDAR_INVALID
    assert refused.value.facts["value"] in text
