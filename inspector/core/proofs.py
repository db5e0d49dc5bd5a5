"""What the checks of a bundle beyond its sums looked at, and what each of them found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from pathlib import Path

from inspector.core.faults import Fault, Verification


class CheckName(StrEnum):
    """What is checked, in the order in which it is told."""

    SUMS = auto()
    CATALOGUE = auto()
    PAGES = auto()
    PDFA = auto()
    SEALS = auto()
    PHOTOS = auto()
    HISTORY = auto()
    RECORDS = auto()


class CheckState(StrEnum):
    """How a check ended; `ABSENT` says that the bundle holds nothing for it to look at."""

    OK = auto()
    REMARK = auto()
    FAULT = auto()
    ABSENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One check: how many things it looked at, and what it found."""

    check: CheckName
    looked_at: int = 0
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()

    @property
    def state(self) -> CheckState:
        """Tell how it ended."""
        if self.faults:
            return CheckState.FAULT
        if self.looked_at == 0:
            return CheckState.ABSENT
        return CheckState.REMARK if self.remarks else CheckState.OK


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """A bundle, or a part of one, with its sums and every further check."""

    path: Path
    sums: Verification
    proofs: tuple[Proof, ...]

    @property
    def found(self) -> Verification:
        """Give all that was found as one: the sums first."""
        faults = tuple(fault for proof in self.proofs for fault in proof.faults)
        remarks = tuple(remark for proof in self.proofs for remark in proof.remarks)
        return replace(
            self.sums,
            faults=(*self.sums.faults, *faults),
            remarks=(*self.sums.remarks, *remarks),
        )

    @property
    def lines(self) -> tuple[Proof, ...]:
        """Give every check as a line, that of the sums first."""
        sums = Proof(
            check=CheckName.SUMS,
            looked_at=len(self.sums.members),
            faults=self.sums.faults,
            remarks=self.sums.remarks,
        )
        return (sums, *self.proofs)


def dealt(
    proofs: Iterable[Proof], parts: Sequence[tuple[Path, Verification]]
) -> tuple[Proven, ...]:
    """Give each part of a bundle its own: findings go to the part that holds the file they name.

    What names no file, or one that lies in no part, is said of the first.
    """
    home: dict[str, int] = {}
    for number, (_path, found) in enumerate(parts):
        for one in found.members:
            home.setdefault(one.name, number)
    told = list(proofs)

    def of_part(findings: Iterable[Fault], number: int) -> tuple[Fault, ...]:
        return tuple(one for one in findings if home.get(one.member, 0) == number)

    return tuple(
        Proven(
            path=path,
            sums=sums,
            proofs=tuple(
                replace(
                    proof,
                    faults=of_part(proof.faults, number),
                    remarks=of_part(proof.remarks, number),
                )
                for proof in told
            ),
        )
        for number, (path, sums) in enumerate(parts)
    )
