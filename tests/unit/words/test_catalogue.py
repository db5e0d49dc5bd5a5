"""The English catalogue says everything that the program says, and both of its files agree."""

import importlib.util
import io
import re
import string
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from hypothesis import given
from hypothesis import strategies as st

from inspector import folders
from inspector.core.bundles import NameFault
from inspector.core.defects import DefectState, DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.words.language import SOURCE_LANGUAGE, speak
from inspector.words.problems import SENTENCES, explain

TOOL = Path(__file__).parents[3] / "tools" / "catalogue.py"
CHINESE = re.compile(r"[\u2e80-\u303e\u3041-\u9fff\uf900-\ufaff\uff00-\uffef]")

# Names of sheets are Chinese in every template, and the sign for an unprintable character is
# what stands on the paper.
LEFT_CHINESE = ("小区", "楼栋", "部位", "参建单位", "〔{subject}〕")


def _tool():
    spec = importlib.util.spec_from_file_location("catalogue_tool", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL_MODULE = _tool()


def _texts():
    return {message.id: message for message in TOOL_MODULE.read() if message.id}


TEXTS = _texts()


def _placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _is_template(text):
    try:
        return bool(_placeholders(text))
    except ValueError:  # a lone brace: a text that is never formatted
        return False


@pytest.fixture
def english():
    speak("en", folders.locale())
    yield
    speak(SOURCE_LANGUAGE, folders.locale())


def test_every_text_of_the_source_is_in_the_catalogue():
    missing = sorted(TOOL_MODULE.source_strings() - set(TEXTS))
    assert not missing, _listed(
        "not in inspector.po; run tools/catalogue.py and translate", missing
    )


def test_the_catalogue_keeps_no_text_that_the_source_dropped():
    dropped = sorted(set(TEXTS) - TOOL_MODULE.source_strings())
    assert not dropped, _listed("no longer in the source; run tools/catalogue.py", dropped)


def test_every_text_is_translated():
    untranslated = sorted(text for text, message in TEXTS.items() if not message.string)
    assert not untranslated, _listed("without English", untranslated)


def test_no_translation_is_a_guess():
    assert not sorted(text for text, message in TEXTS.items() if message.fuzzy)


def test_every_translation_takes_the_same_facts():
    differing = sorted(
        text
        for text, message in TEXTS.items()
        if _is_template(text) and _placeholders(text) != _placeholders(message.string)
    )
    assert not differing, _listed("with other placeholders in English", differing)


def test_english_is_written_without_chinese():
    chinese = []
    for message in TEXTS.values():
        english = message.string
        for kept in LEFT_CHINESE:
            english = english.replace(kept, "")
        if CHINESE.search(english):
            chinese.append(message.string)
    assert not chinese, _listed("with Chinese characters or punctuation left", chinese)


def test_the_compiled_file_is_the_catalogue_compiled():
    assert TOOL_MODULE.compiled(TOOL_MODULE.read()) == TOOL_MODULE.COMPILED.read_bytes()
    compiled = read_mo(io.BytesIO(TOOL_MODULE.COMPILED.read_bytes()))
    assert {m.id: m.string for m in compiled if m.id} == {
        text: message.string for text, message in TEXTS.items()
    }


def test_collecting_again_changes_nothing():
    collected = TOOL_MODULE.collected(TOOL_MODULE.read(), set(TEXTS))
    assert TOOL_MODULE.written(collected) == TOOL_MODULE.CATALOGUE.read_bytes()


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_has_a_sentence_in_both_languages(problem):
    assert SENTENCES[problem].endswith(("。", "：{ids}", "：{codes}"))
    assert TEXTS[SENTENCES[problem]].string.endswith((".", ": {ids}", ": {codes}"))


@pytest.mark.parametrize("problem", Problem)
def test_a_problem_without_facts_still_has_its_sentence(problem, english):
    assert explain(InspectorError(problem)).strip()


FACTS = st.one_of(
    st.text(),
    st.integers(),
    st.none(),
    st.decimals(),
    st.sampled_from(DefectState),
    st.sampled_from(DefectStep),
    st.sampled_from(NameFault),
    st.builds(Path, st.just("相册/IMG_0001.jpg")),
)


@given(problem=st.sampled_from(Problem), language=st.sampled_from(("zh", "en")), data=st.data())
def test_a_problem_is_told_whatever_its_facts(problem, language, data):
    names = sorted(_placeholders(SENTENCES[problem]))
    facts = {name: data.draw(FACTS, label=name) for name in names}
    speak(language, folders.locale())
    try:
        assert explain(InspectorError(problem, **facts))
    finally:
        speak(SOURCE_LANGUAGE, folders.locale())


def test_a_refusal_is_english_once_english_is_spoken(english):
    error = InspectorError(
        Problem.DEFECT_STEP_FORBIDDEN,
        number="JF2-12-RD-007",
        state=DefectState.RECORDED,
        step=DefectStep.RECHECK_PASS,
    )
    assert explain(error) == (
        "Defect JF2-12-RD-007 is “Recorded” now; “Pass and close” is not possible."
    )


def test_a_refusal_is_chinese_once_chinese_is_spoken():
    speak("zh", folders.locale())
    error = InspectorError(Problem.NAME_EMPTY, field="name")
    assert explain(error) == "“名称”不能为空，请填写。"


def _listed(what, texts):
    return f"{len(texts)} texts {what}:\n" + "\n".join(texts)
