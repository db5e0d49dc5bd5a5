"""Every part of a paper that may be said to have changed has a name."""

from dataclasses import fields

import pytest

from inspector.core.papers import (
    AcceptancePaper,
    BuildingPaper,
    DefectsPaper,
    FormPaper,
    VisitPaper,
)
from inspector.core.papers.parts import _NOT_CONTENT
from inspector.words.reports import part_name


@pytest.mark.parametrize(
    "paper", [AcceptancePaper, BuildingPaper, DefectsPaper, FormPaper, VisitPaper]
)
def test_each_part_has_a_name(paper):
    shown = (each for each in fields(paper) if each.metadata.get("hashed", True))
    keys = {each.name for each in shown} - _NOT_CONTENT
    assert [key for key in keys if part_name(key) == key] == []
