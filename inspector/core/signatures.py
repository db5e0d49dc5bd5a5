"""What a signature is bound to: the content that was shown, part by part, as digests.

The content of a meeting is told in named parts. Each part has the SHA-256 of its canonical
spelling, and all of them together have one: the digest that is signed. So whoever compares what
was signed with what stands now learns not only that something changed but which part.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inspector.core.canonical import canonical
from inspector.core.ink import Ink
from inspector.core.meetings import Letter

FORM = 1
"""Which parts there are and what each tells; whoever changes that must raise it."""


class Part(StrEnum):
    """A part of what is signed, in the order in which a meeting goes through it."""

    PROJECT = "project"
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    RESULTS = "results"
    DEFECTS = "defects"
    PROGRESS = "progress"
    """How far the defects are: it moves after most meetings."""
    GROUPS = "groups"
    OPINIONS = "opinions"
    RESIDENTS = "residents"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Shown:
    """The digests of what was shown, by part; the order of the parts does not count."""

    parts: tuple[tuple[str, str], ...]
    form: int = FORM

    @property
    def sha256(self) -> str:
        """Give the digest of the whole: SHA-256 of form and digests in canonical JSON."""
        return hashlib.sha256(spell_shown(self).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Printed:
    """That a paper shows a meeting, and its content as it stood when the paper was made.

    Who signs that paper signs this, however much later the signed page is taken in.
    """

    meeting_id: str
    shown: Shown


def spell_shown(one: Shown) -> str:
    """Spell digests in their one form."""
    return canonical({"form": one.form, "parts": dict(one.parts)})


def read_shown(text: str) -> Shown:
    """Read digests back."""
    told = json.loads(text)
    return Shown(tuple(sorted(told["parts"].items())), told["form"])


def shown(contents: Mapping[Part, object]) -> Shown:
    """Take the digest of each part of a content."""
    return Shown(tuple(sorted((part.value, _digest(told)) for part, told in contents.items())))


def _digest(content: object) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def changed_parts(then: Shown, now: Shown) -> tuple[Part, ...]:
    """Name the parts that are not now what they were then.

    Between two forms of the content every part counts as changed: they cannot be compared.
    """
    before, after = dict(then.parts), dict(now.parts)
    same_form = then.form == now.form
    return tuple(
        part for part in Part if not same_form or before.get(part.value) != after.get(part.value)
    )


class SignatureKind(StrEnum):
    """Drawn on the pad, on paper and taken in as a scan, or by certificate on the report's PDF."""

    INK = "ink"
    SCAN = "scan"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That a signature was taken back: by whom, when and why. It stays on record."""

    by: str
    at_ms: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature for a party, bound to what was shown.

    `signed_at` carries the offset of the wall clock, `device` the code of the laptop. Of residents
    the signer's name is personal, as every drawing is: where it did not come to, or was erased,
    there is none. Scan and signed PDF are kept by their hash and name the issued paper.
    """

    id: str
    project_id: str
    meeting_id: str
    party_id: str
    kind: SignatureKind
    shown: Shown
    signed_at: str
    device: str
    signer: str | None = None
    post: str | None = None
    ink: Ink | None = None
    scan: Letter | None = None
    report_id: str | None = None
    withdrawn: Withdrawal | None = None
