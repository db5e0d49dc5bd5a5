"""The tables that replicate, as data; SQL and triggers are generated from here.

Replicated tables carry no UNIQUE but the key and no CHECK, STRICT, FOREIGN KEY or NOT NULL beyond
id, project_id and deleted: a foreign value must not break a merge, and a child may arrive before
its parent (DESIGN, 8). Repositories check on the way in instead.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

APPLICATION_ID = 0x494E5350  # "INSP"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: TEXT unless whole; a personal one holds a salted hash, never the value."""

    name: str
    whole: bool = False
    personal: bool = False

    @property
    def type(self) -> str:
        """Give the SQL type."""
        return "INTEGER" if self.whole else "TEXT"


@dataclass(frozen=True, slots=True)
class Table:
    """A replicated table: `columns` besides id, project_id and deleted; `finders` are indexed."""

    name: str
    columns: tuple[Column, ...]
    finders: tuple[tuple[str, ...], ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """Give the names of the journaled columns, without `deleted`."""
        return tuple(column.name for column in self.columns)

    @property
    def personal(self) -> frozenset[str]:
        """Give the names of the personal columns."""
        return frozenset(column.name for column in self.columns if column.personal)


def _columns(text: str) -> tuple[Column, ...]:
    """Read a list of names; `#` marks a whole number, `!` a personal value."""
    return tuple(
        Column(name.rstrip("#!"), whole=name.endswith("#"), personal=name.endswith("!"))
        for name in text.split()
    )


FOUNDATION = (
    Table("person", _columns("name unit")),
    Table("device", _columns("code name key replica")),
    Table("programme", _columns("name district first_year# last_year# communities# buildings#")),
    Table("checklist_pack", _columns("pack_id version hash title_zh title_en region checked_on")),
    Table(
        "project",
        _columns(
            "code name programme_id plan_year# district subdistrict address approval_number"
            " investment_yuan planned_start_on planned_finish_on started_on finished_on"
        ),
    ),
    Table(
        "place",
        _columns(
            "parent_id kind code name position# built_year# storeys# units# households#"
            " floor_area_m2 height_m structure has_lift# address"
        ),
        (("project_id",),),
    ),
    Table("party", _columns("role unit representative phone! position#"), (("project_id",),)),
    Table(
        "scheme_row",
        _columns(
            "pack item_id place_id duty planned done_quantity design_value variant due_points# note"
        ),
        (("project_id", "place_id"),),
    ),
    Table("visit", _columns("number kind title days inspectors note"), (("project_id",),)),
    Table(
        "answer",
        _columns(
            "visit_id place_id item_id pack result variant choice design_value due_points# note"
        ),
        (("visit_id", "place_id", "item_id"), ("project_id",)),
    ),
    Table("reading", _columns("answer_id position# value"), (("answer_id",), ("project_id",))),
    Table(
        "defect",
        _columns(
            "number visit_id place_id item_id pack answer_id text severity party_id due_on"
            " measured demand state"
        ),
        (("project_id", "number"), ("answer_id",)),
    ),
    Table(
        "defect_event",
        _columns("defect_id step at_ms# by_id round# reason due_on party_id"),
        (("defect_id",), ("project_id",)),
    ),
    Table(
        "notice",
        _columns("number party_id issued_on due_on recheck_mode demand by_id"),
        (("project_id",),),
    ),
    Table(
        "notice_row", _columns("notice_id defect_id position#"), (("notice_id",), ("defect_id",))
    ),
    Table(
        "photo",
        _columns(
            "sha256 size# mime name width# height# orientation# position position_reason altitude_m"
            " direction taken make model software processing_method notes visit_id place_id"
            " photographer caption"
        ),
        (("project_id",), ("sha256",)),
    ),
    Table(
        "photo_link",
        _columns("photo_id target target_id role position#"),
        (("target_id",), ("photo_id",)),
    ),
    Table(
        "report",
        _columns("number version# kind title made_at name sha256 snapshot pages# conclusion"),
        (("project_id",),),
    ),
    Table(
        "sealed_bundle",
        _columns("number made_at name sha256 size# files# report_id"),
        (("project_id",),),
    ),
    Table("erasure", _columns("row_id column_name reason at_ms# by_id")),
)
"""The tables of schema 1."""

EXCHANGE = (
    Table("mandate", _columns("kind subject role name unit code seal_key at_ms# by_id")),
    Table("mandate_end", _columns("mandate_id accepts reason at_ms# by_id")),
)
"""What schema 2 adds: who may write and who may settle, said by the organisation's key."""

ANNUAL = (Table("annual_plan", _columns("programme_id year# communities# buildings#")),)
"""What schema 3 adds: the targets of a programme year by year."""

MEETINGS = (
    Table(
        "meeting", _columns("number round# held_on venue chair rules verdict"), (("project_id",),)
    ),
    Table(
        "attendance",
        _columns(
            "meeting_id party_id presence representative resident! post letter_sha256 letter_name"
        ),
        (("meeting_id",),),
    ),
    Table("opinion", _columns("meeting_id party_id said"), (("meeting_id",),)),
    Table("opinion_condition", _columns("meeting_id party_id defect_id"), (("meeting_id",),)),
    Table(
        "meeting_group",
        _columns("meeting_id kind name scope items members said missing position#"),
        (("meeting_id",),),
    ),
    Table(
        "resident_voice",
        _columns("meeting_id home level comment resident! phone!"),
        (("meeting_id",),),
    ),
)
"""What the meeting adds: rounds, who came, what each party says, what residents think."""

PROCESS = (
    Table(
        "vote",
        _columns("subject households area_m2 rule first_on last_on method note"),
        (("project_id",),),
    ),
    Table("publicity", _columns("title start_on end_on place"), (("project_id",),)),
    Table(
        "objection",
        _columns("publicity_id text raised_on answer answered_on"),
        (("project_id",), ("publicity_id",)),
    ),
    Table(
        "document",
        _columns("kind title number issued_on issuer opinion sha256 size# name"),
        (("project_id",),),
    ),
    Table(
        "gate_record",
        _columns("kind target said_on authority paper reason holds# by_id"),
        (("project_id",),),
    ),
)
"""What schema 6 adds: consent votes, publicity, papers of gates, and what people say of them."""

SIGNATURES = (
    Table(
        "signature",
        _columns(
            "meeting_id party_id kind shown signer resident! post signed_at device ink!"
            " scan_sha256 scan_name report_id withdrawn"
        ),
        (("meeting_id",),),
    ),
)
"""What schema 8 adds: who signed for which party, bound to what was shown."""

AFTERCARE = (
    Table(
        "final_account",
        _columns(
            "estimate_yuan contract_yuan settled_yuan final_yuan fiscal_yuan residents_yuan"
            " social_yuan explanation due_on approved_on approved_by approval_paper"
        ),
        (("project_id",),),
    ),
    Table(
        "warranty",
        _columns("kind part starts_on ends_on months# party_id paper position#"),
        (("project_id",),),
    ),
    Table(
        "handover_row",
        _columns("kind item quantity receiver handed_on paper note position#"),
        (("project_id",),),
    ),
    Table(
        "management",
        _columns("mode body agreement signed_on until_on fund_on rules_on note"),
        (("project_id",),),
    ),
    Table("care_answer", _columns("visit_id point state note"), (("visit_id",), ("project_id",))),
)
"""What follows an acceptance: final account, warranties, handover, long-term management."""

FILING = (
    Table(
        "filing",
        _columns(
            "works_code region_code owner_code filing_number filed_on latitude longitude"
            " archive_opinion"
        ),
        (("project_id",),),
    ),
    Table("appraisal", _columns("party_id text said_on by_id"), (("project_id",),)),
)
"""What the filing of an acceptance asks for, and what is said of the parties' work."""

MASKING = (
    Table(
        "photo_mask", _columns("photo_id kind box at_ms# by_id"), (("photo_id",), ("project_id",))
    ),
    Table("photo_review", _columns("photo_id at_ms# by_id"), (("photo_id",), ("project_id",))),
    Table(
        "public_copy",
        _columns("number made_at name sha256 size# files# photos# left_out# released by_id"),
        (("project_id",),),
    ),
)
"""What is taken out of photos before they are published, and the public copies made."""

CLAIMS = (
    Table(
        "warranty_claim",
        _columns(
            "number reported_on text place_id warranty_id party_id repaired_on repaired_by repair"
            " closed_on closed_by note position#"
        ),
        (("project_id",),),
    ),
)
"""Claims within warranties."""

CLAIM_COLUMNS = {"party": _columns("dismissed")}
"""With them: that a party left the register, who said so, when and why."""

PROCESS_COLUMNS = {
    "programme": _columns("flats# households# floor_area_m2# cutoff_year#"),
    "annual_plan": _columns("flats# households# floor_area_m2# declare_by document_number"),
}
"""What schema 6 adds to tables that were there."""

RECTIFICATION = (
    Table(
        "reply",
        _columns("notice_id sha256 size# name at_ms# by_id"),
        (("notice_id",), ("project_id",)),
    ),
)
"""What schema 7 adds: the reply sheets that were taken in."""

RECTIFICATION_COLUMNS = {
    "notice": _columns("term# withdrawn"),
    "defect_event": _columns("done_on done_by reply_id"),
}
"""What schema 7 adds to tables that were there."""

PAPER_COLUMNS = {"report": _columns("parts")}
"""What schema 10 adds: the digests of a paper's parts."""

DISCLOSURE = (
    Table(
        "disclosure",
        _columns("number visit_id issued_on reason note at_ms# by_id"),
        (("visit_id",), ("project_id",)),
    ),
    Table(
        "disclosure_row",
        _columns("disclosure_id defect_id position# told"),
        (("disclosure_id",), ("defect_id",)),
    ),
)
"""The frozen lists of what visits found, and their supplements."""

DISCLOSURE_COLUMNS = {"photo_link": _columns("event_id")}
"""With them: to which step of a defect a photo belongs."""

MEETING_COLUMNS = {"meeting": _columns("agenda"), "party": _columns("resident!")}
"""The agenda of a meeting; the name of who stands for residents, as a personal value."""

CAPTION_COLUMNS = {
    "photo": _columns("people background taken_said group_title"),
    "sealed_bundle": _columns("gaps# gaps_reason"),
}
"""Caption elements that a person said; what a bundle lacked when it was sealed, and why."""

OPINION_COLUMNS = {"opinion": _columns("letter_sha256 letter_name")}
"""The paper on which a party that did not come gave its opinion."""

_ADDED = (
    PROCESS_COLUMNS,
    RECTIFICATION_COLUMNS,
    PAPER_COLUMNS,
    DISCLOSURE_COLUMNS,
    MEETING_COLUMNS,
    CAPTION_COLUMNS,
    CLAIM_COLUMNS,
    OPINION_COLUMNS,
)


def _grown(tables: Iterable[Table]) -> Iterator[Table]:
    for table in tables:
        more = (column for added in _ADDED for column in added.get(table.name, ()))
        yield Table(table.name, (*table.columns, *more), table.finders)


TABLES: tuple[Table, ...] = tuple(
    _grown(
        (
            *FOUNDATION,
            *EXCHANGE,
            *ANNUAL,
            *MEETINGS,
            *PROCESS,
            *RECTIFICATION,
            *SIGNATURES,
            *AFTERCARE,
            *DISCLOSURE,
            *FILING,
            *MASKING,
            *CLAIMS,
        )
    )
)
"""The tables of the newest schema: FOUNDATION and what later migrations add."""

BY_NAME = {table.name: table for table in TABLES}


def create_table_sql(table: Table) -> list[str]:
    """Give the statements that create a replicated table and its indexes."""
    columns = "".join(f",\n  {column.name} {column.type}" for column in table.columns)
    head = (
        f"CREATE TABLE {table.name}(\n  id TEXT PRIMARY KEY NOT NULL,\n  project_id TEXT NOT NULL"
    )
    statements = [f"{head}{columns},\n  deleted INTEGER NOT NULL DEFAULT 0\n)"]
    for finder in table.finders:
        name = f"{table.name}_by_{'_'.join(finder)}"
        statements.append(f"CREATE INDEX {name} ON {table.name}({', '.join(finder)})")
    return statements
