"""Builders of checklist items and packs."""

from datetime import date
from typing import Any

from inspector.core.checklists import (
    AnswerSpec,
    AnswerType,
    Confidence,
    ConfidenceBasis,
    Control,
    ControlBasis,
    Discipline,
    Duty,
    DutyBasis,
    Item,
    Level,
    PackHead,
    Severity,
    Tier,
)

BY_EYE = AnswerSpec(type=AnswerType.PASS_FAIL_NA)


def make_item(item_id: str = "RD-001", answer: AnswerSpec = BY_EYE, **fields: Any) -> Item:
    """Make an item that is in order, with the fields that a test is about."""
    given: dict[str, Any] = {
        "group": "沥青面层",
        "level": Level.PROJECT,
        "title_zh": "沥青路面平整度",
        "title_en": "Asphalt evenness",
        "requirement_zh": "表面平整。",
        "duty": Duty.MANDATORY,
        "duty_basis": DutyBasis.SUGGESTED,
        "control": Control.DOMINANT,
        "control_basis": ControlBasis.STANDARD,
        "tier": Tier.BASIC,
        "method_zh": "观察",
        "sampling_zh": "全数",
        "severity_default": Severity.MINOR,
        "confidence": Confidence.KNOWN,
        "confidence_basis": ConfidenceBasis.MEMORY,
    }
    return Item(id=item_id, discipline="RD", answer=answer, **{**given, **fields})


def make_head(**fields: Any) -> PackHead:
    """Make the head of a small pack."""
    given: dict[str, Any] = {
        "id": "cn-test",
        "version": "1",
        "title_zh": "试用清单",
        "title_en": "Trial checklist",
        "basis_zh": "自编",
        "basis_en": "Own words",
        "checked_on": date(2026, 1, 31),
        "region": "CN",
        "disciplines": (Discipline(code="RD", title_zh="道路", title_en="Roads"),),
    }
    return PackHead(**{**given, **fields})
