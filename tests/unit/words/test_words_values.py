"""Values of the journal read as the trade says them."""

import pytest

from inspector.words.values import value_text


@pytest.mark.parametrize(
    ("table", "column", "value", "text"),
    [
        ("defect", "text", None, "空"),
        ("defect", "severity", "critical", "严重"),
        ("defect", "state", '{"state":"closed"}', "已销项"),
        ("answer", "result", '{"state":"pass"}', "合格"),
        ("answer", "result", '{"reason":"无此项","state":"not_applicable"}', "不适用（无此项）"),
        ("visit", "days", '{"first":"2026-05-11","last":"2026-05-11"}', "2026-05-11"),
        ("visit", "inspectors", '{"names":["李工","王工"]}', "李工、王工"),
        ("scheme_row", "planned", '{"quantity":"120","unit":"m"}', "120 m"),
        ("place", "has_lift", 1, "有"),
        ("place", "kind", "building", "楼栋"),
        ("defect", "party_id", "019e", "市政建设集团"),
        ("reading", "value", "-7.4", "−7.4"),
        ("opinion", "said", '{"stance":"agree","text":null}', "同意"),
        ("opinion", "said", '{"stance":"disagree","text":"未完成"}', "不同意（未完成）"),
        ("attendance", "presence", "left_early", "早退"),
        ("meeting", "verdict", '{"kind":"rework","reason":"改期再议"}', "整改后复验（改期再议）"),
        ("meeting_group", "items", '["RD-005","PP-008"]', "RD-005、PP-008"),
        ("meeting_group", "kind", "papers", "资料"),
        ("resident_voice", "level", "fairly", "基本满意"),
        ("signature", "shown", '{"form":1,"parts":{"project":"ab"}}', "92C7-B903-C89F"),
        ("signature", "kind", "ink", "手写签名"),
        ("signature", "ink", "9f86d081", "有"),
        ("signature", "withdrawn", '{"at":1,"by":"019e","reason":"签错栏"}', "签错栏"),
    ],
)
def test_a_value_reads_as_the_trade_says_it(table, column, value, text):
    assert value_text(table, column, value, {"019e": "市政建设集团"}) == text


@pytest.mark.parametrize(
    ("column", "value"),
    [("severity", "appalling"), ("state", '{"state":"postponed"}'), ("state", "[]")],
)
def test_what_a_newer_program_wrote_is_shown_as_it_stands(column, value):
    assert value_text("defect", column, value) == value


def test_a_whole_record_is_told_field_by_field():
    said = value_text("defect", "*", {"id": "1", "text": "渗水", "severity": "minor"})
    assert said == "问题描述 渗水，严重程度 轻微"
