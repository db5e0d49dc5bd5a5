"""The final account of completion (竣工财务决算): sums in yuan, their differences, its due day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from inspector.core.days import check_not_later, months_after
from inspector.core.errors import InspectorError, Problem

DUE_MONTHS = 3
"""完工可投入使用后 3 个月内编报 (财建〔2016〕503号)."""
STAGES = ("estimate_yuan", "contract_yuan", "settled_yuan", "final_yuan")
"""概算, 合同价, 结算审定价, 决算 (guide 2.10)."""
SOURCES = ("fiscal_yuan", "residents_yuan", "social_yuan")
"""财政, 居民, 社会 (S1)."""
_FEN = -2
_MOST = Decimal(10) ** 13


class AccountLack(StrEnum):
    """What keeps a final account from being closed."""

    SUMS_MISSING = "sums_missing"
    FUNDING_MISSING = "funding_missing"
    FUNDING_DIFFERS = "funding_differs"
    UNEXPLAINED = "unexplained"
    NOT_APPROVED = "not_approved"


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much a sum differs from the one that it is held against, in yuan.

    `is_over` tells that it goes beyond what should bound it.
    """

    whole: str
    part: str
    amount: Decimal
    is_over: bool


_COMPARED = (
    ("estimate_yuan", "contract_yuan"),
    ("contract_yuan", "settled_yuan"),
    ("estimate_yuan", "final_yuan"),
)
"""Each later sum keeps within the earlier one: contract within the estimate, settlement within
the contract, final account within the estimate (guide 2.10; S48)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalAccount:
    """The final account of a project; a sum that nobody stated is None, never zero."""

    id: str
    project_id: str
    estimate_yuan: Decimal | None = None
    contract_yuan: Decimal | None = None
    settled_yuan: Decimal | None = None
    final_yuan: Decimal | None = None
    fiscal_yuan: Decimal | None = None
    residents_yuan: Decimal | None = None
    social_yuan: Decimal | None = None
    explanation: str | None = None
    due_on: date | None = None
    """A day that was agreed on; without one the rule gives it."""
    approved_on: date | None = None
    approved_by: str | None = None
    approval_paper: str | None = None

    def checked(self, today: date) -> "FinalAccount":
        """Return the account, or refuse sums that cannot be, and half an approval."""
        for field in (*STAGES, *SOURCES):
            value = getattr(self, field)
            if value is not None and not _is_money(value):
                raise InspectorError(Problem.FIELD_INVALID, field=field, value=value)
        if self.approved_on is not None:
            check_not_later("approved_on", self.approved_on, today)
            if not self.approved_by:
                raise InspectorError(Problem.NAME_EMPTY, field="approved_by")
            if self.final_yuan is None:
                raise InspectorError(Problem.NAME_EMPTY, field="final_yuan")
        return self

    @property
    def funded(self) -> Decimal | None:
        """Add up the sources that are stated; None where none is."""
        stated = [value for name in SOURCES if (value := getattr(self, name)) is not None]
        return sum(stated, Decimal(0)) if stated else None

    def due(self, finished_on: date | None) -> date | None:
        """Give the day by which it is owed, from the day on which the works were finished."""
        if self.due_on is not None or finished_on is None:
            return self.due_on
        return months_after(finished_on, DUE_MONTHS)

    def is_overdue(self, finished_on: date | None, today: date) -> bool:
        """Tell whether it is not approved though its day has passed."""
        due = self.due(finished_on)
        return self.approved_on is None and due is not None and due < today


def _is_money(value: Decimal) -> bool:
    """Tell whether a sum has at most fen and is neither negative nor endless."""
    exponent = value.normalize().as_tuple().exponent if value.is_finite() else None
    return isinstance(exponent, int) and exponent >= _FEN and 0 <= value < _MOST


def differences(account: FinalAccount) -> tuple[Difference, ...]:
    """Give how far each sum differs from the one before it, as far as both are stated."""
    found: list[Difference] = []
    for whole_name, part_name in _COMPARED:
        whole, part = getattr(account, whole_name), getattr(account, part_name)
        if whole is not None and part is not None:
            found.append(Difference(whole_name, part_name, part - whole, part > whole))
    if account.final_yuan is not None and account.funded is not None:
        amount = account.funded - account.final_yuan
        found.append(Difference("final_yuan", "funded", amount, amount != 0))
    return tuple(found)


def account_lacks(account: FinalAccount) -> tuple[AccountLack, ...]:
    """List what keeps the account from being closed, in the order in which one mends it."""
    unfunded = all(getattr(account, name) is None for name in SOURCES)
    found = differences(account)
    lacks = {
        AccountLack.SUMS_MISSING: any(getattr(account, name) is None for name in STAGES),
        AccountLack.FUNDING_MISSING: unfunded,
        AccountLack.FUNDING_DIFFERS: any(one.part == "funded" and one.is_over for one in found),
        AccountLack.UNEXPLAINED: not account.explanation
        and any(one.part != "funded" and one.is_over for one in found),
        AccountLack.NOT_APPROVED: account.approved_on is None,
    }
    return tuple(lack for lack, is_so in lacks.items() if is_so)
