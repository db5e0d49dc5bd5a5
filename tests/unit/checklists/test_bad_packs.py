"""Packs with something wrong: each fault is named by file, item and field, all of them at once."""

import pytest

from inspector.checklists.load import load_bytes, load_file, load_folder, load_path
from inspector.core.errors import InspectorError, Problem
from inspector.core.packs import FaultCode
from inspector.words.packs import fault_lines
from inspector.words.problems import explain

HEAD = """\
id = "cn-test"
version = "1"
title_zh = "试用清单"
title_en = "Trial checklist"
basis_zh = "自编"
basis_en = "Own words"
checked_on = 2026-01-31
region = "CN"
disciplines = [{ code = "RD", title_zh = "道路", title_en = "Roads" }]
tools = [{ code = "eye", title_zh = "观察", title_en = "visual check" }]
standards = [
  { key = "CJJ1", code = "CJJ 1-2008", title_zh = "规范", title_en = "Code", confidence = "known" },
]
sources = [{ code = "S01", text = "a page" }]
"""
ITEM = """
[[items]]
id = "RD-001"
discipline = "RD"
group = "沥青面层"
level = "project"
title_zh = "平整度"
title_en = "Evenness"
requirement_zh = "平整。"
duty = "mandatory"
duty_basis = "suggested"
control = "general"
control_basis = "standard"
tier = "basic"
answer = { type = "measure", unit = "mm", decimals = 1, points = true, limits = { maximum = 5 } }
method_zh = "观察"
tools = ["eye"]
sampling_zh = "每20m测1点"
sampling = { per_m = 20, points = 1 }
evidence = ["photo"]
refs = [{ std = "CJJ 1-2008", std_key = "CJJ1", clause = "8.5.1", confidence = "known" }]
severity_default = "minor"
confidence = "known"
confidence_basis = "memory"
"""
MEASURE = (
    'answer = { type = "measure", unit = "mm", decimals = 1, points = true, '
    "limits = { maximum = 5 } }"
)
SAMPLING = "sampling = { per_m = 20, points = 1 }"


def answer(text):
    return (MEASURE, f"answer = {{ {text} }}")


def more(text):
    return ('confidence_basis = "memory"\n', f'confidence_basis = "memory"\n{text}\n')


def faults_of(text, name="trial.toml"):
    with pytest.raises(InspectorError) as refused:
        load_bytes(text.encode(), name)
    assert refused.value.problem is Problem.PACK_INVALID
    assert refused.value.facts["count"] == len(refused.value.facts["faults"])
    return refused.value.facts["faults"]


def test_the_pack_that_the_tables_start_from_is_in_order():
    assert load_bytes((HEAD + ITEM).encode(), "trial.toml").item("RD-001").tools == ("eye",)


ITEM_FAULTS = [
    (('level = "project"\n', ""), FaultCode.FIELD_MISSING, "level"),
    (more('colour = "red"'), FaultCode.FIELD_UNKNOWN, "colour"),
    (('title_zh = "平整度"', "title_zh = 7"), FaultCode.TYPE_WRONG, "title_zh"),
    (('title_zh = "平整度"', 'title_zh = ""'), FaultCode.TEXT_EMPTY, "title_zh"),
    (('title_zh = "平整度"', 'title_zh = " 平整度"'), FaultCode.TEXT_UNCLEAN, "title_zh"),
    (('title_zh = "平整度"', r'title_zh = "平\u202e整"'), FaultCode.TEXT_UNCLEAN, "title_zh"),
    (('title_en = "Evenness"', 'title_en = "Even "'), FaultCode.TEXT_UNCLEAN, "title_en"),
    (('duty = "mandatory"', 'duty = "必改"'), FaultCode.VALUE_UNKNOWN, "duty"),
    (('duty = "mandatory"', "duty = 1"), FaultCode.TYPE_WRONG, "duty"),
    (('tools = ["eye"]', 'tools = "eye"'), FaultCode.TYPE_WRONG, "tools"),
    (('tools = ["eye"]', "tools = [3]"), FaultCode.TYPE_WRONG, "tools[1]"),
    (('tools = ["eye"]', 'tools = ["eye", "ear"]'), FaultCode.REFERENCE_UNKNOWN, "tools[2]"),
    (('discipline = "RD"', 'discipline = "XX"'), FaultCode.REFERENCE_UNKNOWN, "discipline"),
    (('std_key = "CJJ1"', 'std_key = "GB1"'), FaultCode.REFERENCE_UNKNOWN, "refs[1].std_key"),
    (
        ('clause = "8.5.1"', 'source = "S99"'),
        FaultCode.REFERENCE_UNKNOWN,
        "refs[1].source",
    ),
    (('clause = "8.5.1"', "clause = 8.5"), FaultCode.TYPE_WRONG, "refs[1].clause"),
    (('id = "RD-001"', 'id = "路 1"'), FaultCode.CODE_INVALID, "id"),
    (('control_basis = "standard"', 'control_basis = "none"'), None, "control_basis"),
    (('control = "general"\n', ""), FaultCode.CONTROL_WITHOUT_BASIS, "control_basis"),
    (answer('type = "measure", points = true'), FaultCode.LIMITS_MISSING, "answer.limits"),
    (
        answer('type = "measure", limits = { }'),
        FaultCode.LIMITS_MISSING,
        "answer.limits",
    ),
    (
        answer('type = "measure", limits = { minimum = 900, maximum = 850 }'),
        FaultCode.LIMITS_REVERSED,
        "answer.limits",
    ),
    (
        answer('type = "measure", limits = { minimum = 5, maximum = 5.0, strict_minimum = true }'),
        FaultCode.LIMITS_REVERSED,
        "answer.limits",
    ),
    (
        answer('type = "measure", limits = { maximum = 5, strict_minimum = true }'),
        FaultCode.LIMITS_MISSING,
        "answer.limits.minimum",
    ),
    (
        answer('type = "measure", limits = { minimum = 4, design = "minimum" }'),
        FaultCode.LIMITS_TWICE,
        "answer.limits.design",
    ),
    (
        answer('type = "measure", limits = { maximum = "five" }'),
        FaultCode.TYPE_WRONG,
        "answer.limits.maximum",
    ),
    (
        answer('type = "measure", limits = { maximum = inf }'),
        FaultCode.TYPE_WRONG,
        "answer.limits.maximum",
    ),
    (
        answer('type = "measure", limits = { maximum = 1e999999999 }'),
        FaultCode.TYPE_WRONG,
        "answer.limits.maximum",
    ),
    (
        answer('type = "measure", limits = { maximum = true }'),
        FaultCode.TYPE_WRONG,
        "answer.limits.maximum",
    ),
    (
        answer('type = "measure", limits = { maximum = 5 }, decimals = 9'),
        FaultCode.NUMBER_OUT_OF_RANGE,
        "answer.decimals",
    ),
    (
        answer('type = "measure", limits = { maximum = 5 }, decimals = 1.0'),
        FaultCode.TYPE_WRONG,
        "answer.decimals",
    ),
    (
        answer('type = "measure", tolerance = { minus = -5 }, limits = { maximum = 5 }'),
        FaultCode.LIMITS_UNWANTED,
        "answer.tolerance",
    ),
    (answer('type = "deviation"'), FaultCode.LIMITS_MISSING, "answer.tolerance"),
    (
        answer('type = "deviation", tolerance = { }'),
        FaultCode.LIMITS_MISSING,
        "answer.tolerance",
    ),
    (
        answer('type = "deviation", tolerance = { minus = 5, plus = 10 }'),
        FaultCode.TOLERANCE_SIGN,
        "answer.tolerance.minus",
    ),
    (
        answer('type = "deviation", tolerance = { minus = -5, plus = -1 }'),
        FaultCode.TOLERANCE_SIGN,
        "answer.tolerance.plus",
    ),
    (
        answer('type = "pass_fail_na", limits = { maximum = 5 }'),
        FaultCode.LIMITS_UNWANTED,
        "answer.limits",
    ),
    (
        answer('type = "pass_fail_na", options = ["甲"]'),
        FaultCode.OPTIONS_UNWANTED,
        "answer.options",
    ),
    (
        answer('type = "choice", pass_options = ["甲"], options = ["乙"]'),
        FaultCode.REFERENCE_UNKNOWN,
        "answer.pass_options",
    ),
    (
        answer('type = "choice", pass_options = ["甲"]'),
        FaultCode.OPTIONS_MISSING,
        "answer.options",
    ),
    (
        answer('type = "choice", options = ["乙"]'),
        FaultCode.OPTIONS_MISSING,
        "answer.pass_options",
    ),
    (
        answer('type = "choice", options = ["乙", "乙"], pass_options = ["乙"]'),
        FaultCode.DUPLICATE,
        "answer.options",
    ),
    (answer('type = "guess"'), FaultCode.VALUE_UNKNOWN, "answer.type"),
    (
        more('variants = [{ key = "A", label_zh = "沥青" }]'),
        FaultCode.LIMITS_MISSING,
        "variants[1]",
    ),
    (
        more(
            'variants = [{ key = "A", label_zh = "沥青", '
            "limits = { maximum = 5 }, tolerance = { plus = 5 } }]"
        ),
        FaultCode.LIMITS_TWICE,
        "variants[1]",
    ),
    (
        more(
            'variants = [{ key = "A", label_zh = "沥青", limits = { maximum = 5 } }, '
            '{ key = "A", label_zh = "水泥", limits = { minimum = 5, maximum = 3 } }]'
        ),
        FaultCode.DUPLICATE,
        "variants.key",
    ),
    (
        (SAMPLING, "sampling = { per_m = 0 }"),
        FaultCode.NUMBER_OUT_OF_RANGE,
        "sampling.per_m",
    ),
    (
        (SAMPLING, "sampling = { percent = 101 }"),
        FaultCode.NUMBER_OUT_OF_RANGE,
        "sampling.percent",
    ),
    (
        (SAMPLING, 'sampling = { per = [{ part = "unit" }] }'),
        FaultCode.FIELD_MISSING,
        "sampling.per[1].points",
    ),
    (
        (SAMPLING, 'sampling = { per = [{ part = "unit", points = 0 }] }'),
        FaultCode.NUMBER_OUT_OF_RANGE,
        "sampling.per[1].points",
    ),
    (
        (
            SAMPLING,
            "sampling = { by_width = { under_9_m = 0, from_9_to_15_m = 1, over_15_m = 1 } }",
        ),
        FaultCode.NUMBER_OUT_OF_RANGE,
        "sampling.by_width.under_9_m",
    ),
    (
        more('shown_when = { item = "RD-404", state = "pass" }'),
        FaultCode.REFERENCE_UNKNOWN,
        "shown_when.item",
    ),
    (
        more('shown_when = { item = "RD-001", state = "pass" }'),
        FaultCode.RULE_IN_CIRCLE,
        "shown_when.item",
    ),
]


@pytest.mark.parametrize(("change", "code", "field"), ITEM_FAULTS)
def test_a_faulty_item_is_refused_with_file_item_and_field(change, code, field):
    assert change[0] in ITEM
    (fault,) = [f for f in faults_of(HEAD + ITEM.replace(*change)) if f.field == field]
    assert (fault.file, fault.code) == ("trial.toml", code or FaultCode.CONTROL_WITHOUT_BASIS)
    assert fault.item == ("路 1" if field == "id" else "RD-001")
    (line,) = fault_lines([fault])
    assert line.startswith(f"trial.toml · {fault.item} · {field}：")


def test_variants_on_an_answer_without_numbers_are_refused():
    text = ITEM.replace(*answer('type = "pass_fail_na"')).replace(
        *more('variants = [{ key = "A", label_zh = "甲", limits = { maximum = 5 } }]')
    )
    assert [(f.code, f.field) for f in faults_of(HEAD + text)] == [
        (FaultCode.LIMITS_UNWANTED, "variants")
    ]


def test_an_item_without_an_id_is_named_by_its_place():
    (fault,) = faults_of(HEAD + ITEM + ITEM.replace('id = "RD-001"\n', ""))
    assert (fault.item, fault.field, fault.code) == ("#2", "id", FaultCode.FIELD_MISSING)


def test_a_repeated_id_names_where_it_stood_first():
    (fault,) = faults_of(HEAD + ITEM + ITEM)
    assert (fault.code, dict(fault.facts)["first"]) == (FaultCode.DUPLICATE, "trial.toml #1")


HEAD_FAULTS = [
    (('id = "cn-test"', 'id = "CN 测试"'), FaultCode.CODE_INVALID, "id"),
    (('version = "1"', 'version = "../1"'), FaultCode.CODE_INVALID, "version"),
    (('version = "1"', "version = 1"), FaultCode.TYPE_WRONG, "version"),
    (("checked_on = 2026-01-31", 'checked_on = "soon"'), FaultCode.TYPE_WRONG, "checked_on"),
    (
        ("checked_on = 2026-01-31", "checked_on = 2026-01-31T10:00:00"),
        FaultCode.TYPE_WRONG,
        "checked_on",
    ),
    (('region = "CN"\n', ""), FaultCode.FIELD_MISSING, "region"),
    (('region = "CN"\n', 'region = "CN"\nprofiles = 3\n'), FaultCode.TYPE_WRONG, "profiles"),
    (
        ('region = "CN"\n', 'region = "CN"\nprofiles = [3]\n'),
        FaultCode.TYPE_WRONG,
        "profiles[1]",
    ),
    (
        (
            'region = "CN"\n',
            (
                'region = "CN"\nprofiles = [{ code = "x", title_zh = "某地", levels = ["甲"], '
                'overrides = [{ target = "ZZ", name = "甲" }] }]\n'
            ),
        ),
        FaultCode.REFERENCE_UNKNOWN,
        "profiles[1].overrides",
    ),
    (
        (
            'sources = [{ code = "S01", text = "a page" }]',
            'sources = [{ code = "S01", text = "a" }, { code = "S01", text = "b" }]',
        ),
        FaultCode.DUPLICATE,
        "sources",
    ),
    (('code = "eye"', 'code = "眼"'), FaultCode.CODE_INVALID, "tools"),
]


@pytest.mark.parametrize(("change", "code", "field"), HEAD_FAULTS)
def test_a_faulty_head_is_refused_with_file_and_field(change, code, field):
    assert change[0] in HEAD
    found = faults_of(HEAD.replace(*change) + ITEM)
    assert (code, field) in {(fault.code, fault.field) for fault in found}


def test_disciplines_must_not_be_empty():
    text = HEAD.replace(
        'disciplines = [{ code = "RD", title_zh = "道路", title_en = "Roads" }]', "disciplines = []"
    )
    (fault,) = faults_of(text + ITEM)
    assert (fault.code, fault.field) == (FaultCode.TEXT_EMPTY, "disciplines")


def test_every_fault_is_found_at_once():
    first = ITEM.replace('level = "project"\n', "").replace('duty = "mandatory"', 'duty = "x"')
    second = ITEM.replace("RD-001", "RD-002").replace('tools = ["eye"]', 'tools = ["ear"]')
    found = faults_of(HEAD.replace('version = "1"', 'version = "?"') + first + second)
    assert {(fault.item, fault.field) for fault in found} == {
        ("RD-001", "level"),
        ("RD-001", "duty"),
        ("RD-002", "tools[1]"),
        ("", "version"),
    }


# -- show rules --------------------------------------------------------------------------------


def item(number, rule="", **changes):
    text = ITEM.replace("RD-001", f"RD-00{number}")
    return text.replace(*more(rule)) if rule else text


def shown(number, state="pass"):
    return f'shown_when = {{ item = "RD-00{number}", state = "{state}" }}'


def test_a_circle_of_rules_is_shown_from_each_of_its_items():
    text = HEAD + item(1, shown(2)) + item(2, shown(3)) + item(3, shown(1)) + item(4, shown(1))
    ways = {fault.item: dict(fault.facts)["value"] for fault in faults_of(text)}
    assert ways == {
        "RD-001": "RD-001 → RD-002 → RD-003 → RD-001",
        "RD-002": "RD-002 → RD-003 → RD-001 → RD-002",
        "RD-003": "RD-003 → RD-001 → RD-002 → RD-003",
    }


def test_a_chain_of_rules_is_in_order():
    text = HEAD + item(1) + item(2, shown(1)) + item(3, shown(2, "not_applicable"))
    assert load_bytes(text.encode(), "x").item("RD-003").shown_when.item == "RD-002"


@pytest.mark.parametrize(
    "text",
    [item(1) + item(2, shown(1, "unchecked")), item(1, "retired = true") + item(2, shown(1))],
)
def test_an_item_that_can_never_show_is_refused(text):
    (fault,) = faults_of(HEAD + text)
    assert (fault.item, fault.code) == ("RD-002", FaultCode.RULE_NEVER_SHOWS)


# -- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'id = "x\n', FaultCode.SYNTAX),
        (b"\xff\xfe", FaultCode.UNREADABLE),
        (b"{ broken json", FaultCode.SYNTAX),
        (b"x = " + b"[" * 100_000, FaultCode.UNREADABLE),
        (b"#" * (16 * 1024 * 1024 + 1), FaultCode.TOO_LARGE),
        (b'{"items": 3}', FaultCode.TYPE_WRONG),
        (b'{"\\ud800": 3}', FaultCode.FIELD_UNKNOWN),
        (b'{"items": [{"id": "\\ud800"}]}', FaultCode.TEXT_UNCLEAN),
        (b"x = 1e99999999999999999999999", FaultCode.UNREADABLE),
        (b"items = [3]", FaultCode.TYPE_WRONG),
        (HEAD.encode(), FaultCode.ITEMS_MISSING),
        (b"", FaultCode.ITEMS_MISSING),
    ],
)
def test_a_file_that_is_no_pack_is_refused_by_name(data, code):
    with pytest.raises(InspectorError) as refused:
        load_bytes(data, "trial.toml")
    faults = refused.value.facts["faults"]
    assert code in {fault.code for fault in faults}
    assert all(line.startswith("trial.toml") for line in fault_lines(faults))
    assert "\n".join(fault_lines(faults)).encode()
    assert "trial.toml" in explain(refused.value)


def test_a_syntax_fault_tells_line_and_column():
    (fault,) = faults_of('id = "cn-test"\nversion = \n')
    assert fault_lines([fault]) == ["trial.toml：第 2 行第 11 列附近的写法有误，无法往下读。"]
    (fault,) = faults_of('{"id":\n ?}')
    assert fault_lines([fault]) == ["trial.toml：第 2 行第 2 列附近的写法有误，无法往下读。"]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InspectorError) as refused:
        load_path(tmp_path / "none.toml")
    assert refused.value.problem is Problem.FILE_MISSING
    assert "none.toml" in explain(refused.value)


def test_a_folder_and_a_single_file_of_the_same_content_are_one_pack(tmp_path):
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "pack.toml").write_text("# a comment\n" + HEAD, "utf-8")
    (folder / "RD.toml").write_text("\n\n" + ITEM + item(2), "utf-8")
    single = tmp_path / "pack.toml"
    single.write_text("\ufeff" + HEAD + ITEM + item(2), "utf-8")
    assert load_folder(folder) == load_file(single)
    assert load_path(folder).hash == load_path(single).hash


def test_in_a_folder_the_faulty_file_is_named_and_says_nothing_false_of_others(tmp_path):
    profile = (
        'profiles = [{ code = "x", title_zh = "某地", levels = ["甲"], '
        'overrides = [{ target = "RD-001", name = "甲" }] }]\n'
    )
    (tmp_path / "pack.toml").write_text(HEAD + profile, "utf-8")
    (tmp_path / "RD.toml").write_text(ITEM + "broken", "utf-8")
    (tmp_path / "FS.toml").write_text('note = "stray"\n' + item(2, shown(1)), "utf-8")
    with pytest.raises(InspectorError) as refused:
        load_folder(tmp_path)
    found = [(fault.file, fault.code, fault.field) for fault in refused.value.facts["faults"]]
    assert found == [
        ("RD.toml", FaultCode.SYNTAX, ""),
        ("FS.toml", FaultCode.FIELD_UNKNOWN, "note"),
    ]


def test_a_faulty_head_file_does_not_hide_faulty_items(tmp_path):
    (tmp_path / "pack.toml").write_text("broken", "utf-8")
    (tmp_path / "RD.toml").write_text(ITEM.replace('level = "project"\n', ""), "utf-8")
    with pytest.raises(InspectorError) as refused:
        load_folder(tmp_path)
    found = {(fault.file, fault.field) for fault in refused.value.facts["faults"]}
    assert found == {("pack.toml", ""), ("RD.toml", "level")}
