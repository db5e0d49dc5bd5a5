"""What is said of a party's work in the acceptance report (建质〔2013〕171号, article 7)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """The appraisal of one party: one text for each, the newest counts."""

    id: str
    project_id: str
    party_id: str
    text: str
    said_on: date
    by: str = ""
