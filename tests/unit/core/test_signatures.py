"""What is signed: every change in a part names exactly that part."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inspector.core.canonical import canonical
from inspector.core.signatures import FORM, Part, Shown, changed_parts, shown

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False, places=2) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
contents = st.fixed_dictionaries(dict.fromkeys(Part, values))


@given(contents, st.sampled_from(Part), values)
def test_a_change_in_a_part_names_exactly_that_part(content, part, other):
    assume(canonical(content[part]) != canonical(other))
    then, now = shown(content), shown({**content, part: other})
    assert changed_parts(then, now) == (part,)
    assert changed_parts(now, then) == (part,)
    assert then.sha256 != now.sha256


@given(contents)
def test_the_same_content_has_one_digest_whatever_its_order(content):
    again = {part: content[part] for part in reversed(content)}
    assert shown(content).sha256 == shown(again).sha256
    assert changed_parts(shown(content), shown(again)) == ()


@given(contents, st.sampled_from(Part), st.sampled_from(Part))
def test_parts_that_change_places_are_seen(content, one, other):
    assume(canonical(content[one]) != canonical(content[other]))
    swapped = {**content, one: content[other], other: content[one]}
    assert set(changed_parts(shown(content), shown(swapped))) == {one, other}


def test_forms_of_the_content_cannot_be_compared():
    content = dict.fromkeys(Part, 1)
    older = Shown(shown(content).parts, FORM + 1)
    assert changed_parts(older, shown(content)) == tuple(Part)
    assert older.sha256 != shown(content).sha256


def test_a_part_that_is_missing_counts_as_changed():
    content = dict.fromkeys(Part, 1)
    without = {part: 1 for part in Part if part is not Part.GROUPS}
    assert changed_parts(shown(without), shown(content)) == (Part.GROUPS,)


def test_a_float_is_refused():
    with pytest.raises(TypeError):
        shown({Part.RESULTS: 0.5})
