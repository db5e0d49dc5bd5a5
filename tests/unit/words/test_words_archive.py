"""Every finding of a bundle's check has its sentence."""

import string

import pytest

from inspector.core.bundles import NameFault
from inspector.core.faults import Fault, FaultCode
from inspector.words.archive import FAULTS, NAME_FAULTS, fault_sentence, name_fault_text

FACTS = {
    "source": "文件目录.XML",
    "field": "页数",
    "font": "SimSun",
    "holder": "王强",
    "name": "IMG_1.jpg",
    "digest": "0" * 64,
    "record": "1" * 36,
    "column": "text",
    "was": "data/乙.pdf",
    "other": "data/乙.pdf",
    "bytes": 5,
    "algorithm": "sha256",
    "said": "1.1",
    "found": "2.1",
    "agent": "bagit.py",
    "group": "DA",
    "number": 2,
    "count": 3,
    "signer": "张三",
    "certificate": "ab12",
}


@pytest.mark.parametrize("code", FaultCode)
def test_every_finding_has_a_sentence_that_names_the_file(code):
    sentence = fault_sentence(Fault(code, "data/甲.pdf", FACTS))
    wants_member = "member" in {name for _, name, _, _ in string.Formatter().parse(FAULTS[code])}
    assert ("data/甲.pdf" in sentence) is wants_member
    assert sentence.endswith("。")


def test_every_unfit_name_has_its_reason():
    assert set(NAME_FAULTS) == set(NameFault)
    assert name_fault_text(NameFault.TAKEN) == "与另一文件重名"
