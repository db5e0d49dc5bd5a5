"""Each thing that a paper shows differently than wished has its sentence."""

import pytest

from inspector.core.papers import PaperWarning, WarningCode
from inspector.words.reports import warning_sentence


@pytest.mark.parametrize("code", WarningCode)
def test_every_warning_names_its_subject(code):
    assert "P-0007" in warning_sentence(PaperWarning(code, "P-0007", "找不到预览文件"))


def test_a_warning_about_a_photo_says_why():
    sentence = warning_sentence(PaperWarning(WarningCode.PHOTO_MISSING, "P-7", "原件不在本机"))
    assert "原件不在本机" in sentence
