"""The templates that an office may choose from; its own is never lost."""

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.operations.filing_templates import (
    FILING,
    OWN,
    SHIPPED,
    check_template,
    has_former,
    office_template,
    shipped_template,
    template_choices,
    use_former,
    use_shipped,
    use_template,
)
from tests.kit.builders import make_workspace

GBT, DAT = SHIPPED


@pytest.fixture
def workspace(tmp_path):
    made = make_workspace(tmp_path / "site")
    yield made
    made.close()


def used(workspace):
    return [one.key for one in template_choices(workspace) if one.is_used]


def own_file(tmp_path, name="我们的模板"):
    path = tmp_path / "own.toml"
    text = shipped_template(DAT)
    line = next(line for line in text.splitlines() if line.startswith("name ="))
    path.write_text(text.replace(line, f'name = "{name}"'), encoding="utf-8")
    return path


def test_without_a_file_the_national_one_is_in_use(workspace):
    assert used(workspace) == [GBT]
    assert [one.key for one in template_choices(workspace)] == list(SHIPPED)


def test_a_shipped_one_is_known_again_as_such(workspace):
    use_shipped(workspace, DAT)
    assert used(workspace) == [DAT]
    assert office_template(workspace) == template_choices(workspace)[1].template
    assert not has_former(workspace)


def test_an_own_one_that_is_replaced_can_be_taken_back(workspace, tmp_path):
    use_template(workspace, own_file(tmp_path))
    assert used(workspace) == [OWN]
    use_shipped(workspace, GBT)
    assert used(workspace) == [GBT]
    assert has_former(workspace)
    assert use_former(workspace).name == "我们的模板"
    assert used(workspace) == [OWN]


def test_an_own_one_with_a_fault_is_listed_with_it(workspace):
    path = workspace.folder / FILING
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("format = 1\nname = \n", encoding="utf-8")
    choice = template_choices(workspace)[-1]
    assert (choice.key, choice.template) == (OWN, None)
    assert "line 2" in str(choice.fault.facts["detail"])


def test_a_template_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(InspectorError) as refused:
        check_template(tmp_path / "none.toml")
    assert refused.value.problem is Problem.FILE_MISSING
