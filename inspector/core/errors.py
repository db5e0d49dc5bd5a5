"""The endings an operation can have besides success."""

from enum import StrEnum, auto


class Problem(StrEnum):
    """Facts that stop an operation and that a person can act on.

    A code states what is so, never what to do; `words` turns it into a sentence.
    """

    # -- workspace and store
    WORKSPACE_MISSING = auto()
    WORKSPACE_EXISTS = auto()
    WORKSPACE_IN_USE = auto()
    WORKSPACE_READ_ONLY = auto()
    WORKSPACE_ON_NETWORK_SHARE = auto()
    DATABASE_NEWER = auto()
    DATABASE_DAMAGED = auto()
    DATABASE_FOREIGN = auto()
    DATABASE_BUSY = auto()
    BACKUP_DAMAGED = auto()
    DISK_FULL = auto()
    SM3_ABSENT = auto()
    FOLDER_NOT_WRITABLE = auto()
    FOLDER_NOT_EMPTY = auto()
    FILE_MISSING = auto()
    FOLDER_MISSING = auto()
    SHELF_EMPTY = auto()
    FILE_EXISTS = auto()
    FILE_AMONG_RECORDS = auto()
    FILE_NAME_TOO_LONG = auto()
    FILE_FAILS = auto()
    RECORD_MISSING = auto()
    RECORD_NOT_YET = auto()
    RECORD_AMBIGUOUS = auto()
    ID_TOO_SHORT = auto()
    LINK_MISSING = auto()
    NOTHING_TO_UNDO = auto()
    CHANGED_SINCE = auto()
    RECORD_DELETED = auto()
    CAME_MEANWHILE = auto()
    VALUE_FIXED = auto()
    VALUE_STANDS = auto()
    VALUE_ABSENT = auto()

    # -- people and projects
    NAME_EMPTY = auto()
    TEXT_TOO_LONG = auto()
    CODE_INVALID = auto()
    MACHINE_CODE_INVALID = auto()
    CODE_TAKEN = auto()
    NAME_TAKEN = auto()
    YEARS_UNFIT = auto()
    FIELD_INVALID = auto()
    FIELD_UNKNOWN = auto()
    AMOUNT_INVALID = auto()
    PROJECT_NOT_NAMED = auto()
    PARTY_DISMISSED = auto()

    # -- working days
    CALENDAR_YEAR_UNKNOWN = auto()
    CALENDAR_INVALID = auto()
    CALENDAR_UNREADABLE = auto()
    CALENDAR_NOT_READ = auto()

    # -- after acceptance
    WARRANTY_TOO_SHORT = auto()
    WARRANTY_END_UNKNOWN = auto()
    NOT_A_CARE_VISIT = auto()
    CARE_NOT_ANSWERED = auto()
    CLAIM_NOT_REPAIRED = auto()
    CLAIM_OWN_REPAIR = auto()
    CLAIM_CLOSED = auto()
    REGION_CODE_WRONG = auto()
    UNIT_CODE_WRONG = auto()

    # -- process
    VOTE_OVERCOUNTED = auto()
    VOTE_AREA_INCOMPLETE = auto()
    DAYS_UNORDERED = auto()
    DAY_TO_COME = auto()
    TARGET_UNKNOWN = auto()
    SAID_ALREADY = auto()
    STATE_NOT_ASSERTABLE = auto()
    FILE_KIND_UNFIT = auto()

    # -- inspecting
    REASON_NEEDED = auto()
    READING_INVALID = auto()
    ITEM_NOT_IN_SCHEME = auto()
    VARIANT_UNKNOWN = auto()
    ITEM_HIDDEN = auto()

    # -- defects
    DEFECT_STEP_FORBIDDEN = auto()
    DEFECT_CLOSER_REPAIRED = auto()
    DEFECT_HAS_NO_PHOTO = auto()
    DEFECT_DAY_NOT_LATER = auto()
    DEFECT_STEP_SETS_NO_DAY = auto()
    NOTICE_EMPTY = auto()
    VISIT_FROZEN = auto()
    VISIT_NOT_FROZEN = auto()
    NOTHING_TO_TELL = auto()
    TOLD_ALREADY = auto()
    DEFECT_OF_OTHER_VISIT = auto()
    NOTICE_TERM_UNCLEAR = auto()
    REPLY_KIND_UNKNOWN = auto()
    REPLY_DAMAGED = auto()
    REPLY_ENCRYPTED = auto()
    REPLY_TOO_LARGE = auto()
    REPLY_FOREIGN = auto()
    REPLY_NOTICE_MISSING = auto()
    REPLY_NOTICE_UNKNOWN = auto()
    REPLY_OTHER_NOTICE = auto()
    REPLY_INVALID = auto()
    REPLY_EMPTY = auto()
    REPLY_LACKS_PHOTOS = auto()
    REPLY_NOT_OWED = auto()
    REPLY_PHOTOS_UNREADABLE = auto()
    NOTICE_WITHDRAWN = auto()

    # -- photos
    NOT_A_PHOTO = auto()
    FILE_IS_FOLDER = auto()
    FILE_UNREADABLE = auto()
    PHOTO_LOST = auto()
    PHOTO_DAMAGED = auto()
    PHOTO_UNDECODABLE = auto()
    MASK_TOO_SMALL = auto()
    MASK_UNREADABLE = auto()

    # -- checklists
    PACK_INVALID = auto()
    PACK_VERSION_TAKEN = auto()

    # -- sheets
    SHEET_NOT_XLSX = auto()
    SHEET_DAMAGED = auto()
    SHEET_ENCRYPTED = auto()
    SHEET_TOO_LARGE = auto()
    SHEET_INVALID = auto()
    PACK_SHEET_MISSING = auto()
    PACK_COLUMN_UNKNOWN = auto()
    PACK_OWNER_UNKNOWN = auto()
    FORM_NOT_TAKEN = auto()

    # -- reports
    EDITION_UNKNOWN = auto()
    BATCH_FOREIGN = auto()
    BATCH_EMPTY = auto()
    LAYOUT_NOT_READ = auto()
    LAYOUT_PICTURE_UNFIT = auto()
    LAYOUT_KEY_UNKNOWN = auto()
    LAYOUT_VALUE_WRONG = auto()

    # -- archive
    ORIGINALS_ABSENT = auto()
    PHOTOS_NOT_REVIEWED = auto()
    PUBLIC_COPY_DISPUTED = auto()
    RELEASE_UNKNOWN = auto()
    BUNDLE_IS_PUBLIC_COPY = auto()
    BUNDLE_EMPTY = auto()
    BUNDLE_EXISTS = auto()
    BUNDLE_NAME_UNFIT = auto()
    BUNDLE_TARGET_LIMIT = auto()
    BUNDLE_SOURCE_MISSING = auto()
    BUNDLE_SOURCE_CHANGED = auto()
    BUNDLE_SOURCE_DIFFERS = auto()
    RECORD_UNREADABLE = auto()
    COPY_OF_ANOTHER = auto()
    COPY_TOO_DAMAGED = auto()
    BUNDLE_NOT_OURS = auto()
    BUNDLE_DISK_LOST = auto()
    BUNDLE_NOT_SIGNED = auto()
    BUNDLE_UNLISTED = auto()
    BUNDLE_SIGNED_TWICE = auto()
    FILING_NOT_READ = auto()
    FILING_VALUE_WRONG = auto()
    ARCHIVE_INCOMPLETE = auto()
    ORIGINAL_UNLIKE_INTAKE = auto()
    PART_TOO_SMALL = auto()
    PARTS_ABSENT = auto()
    BUNDLE_UNREADABLE = auto()
    BUNDLE_DAMAGED = auto()
    BUNDLE_DATA_UNREADABLE = auto()
    HANDOVER_DAMAGED = auto()
    CHECK_VALUE_LENGTH = auto()
    CHECK_VALUE_DIGIT = auto()

    # -- packages between laptops
    PACKAGE_FOREIGN = auto()
    PACKAGE_CUT = auto()
    PACKAGE_CHANGED = auto()
    PACKAGE_INVALID = auto()
    PACKAGE_NEWER = auto()
    PACKAGE_SEALED = auto()
    PACKAGE_CONFLICT_COPY = auto()
    PACKAGE_SOURCE_MISSING = auto()
    PACKAGE_SOURCE_DIFFERS = auto()
    PACKAGE_SEGMENT_DAMAGED = auto()
    PACKAGE_RECEIVER_INVALID = auto()
    MEDIUM_READ_ONLY = auto()
    MEDIUM_FAILED = auto()
    MEDIUM_UNRELIABLE = auto()
    PACKAGE_OTHER_ORGANISATION = auto()

    # -- the organisation and what people left open
    ORGANISATION_NOT_JOINED = auto()
    ORGANISATION_EXISTS = auto()
    ORGANISATION_NOT_FOUNDED = auto()
    OWN_LAPTOP_KEPT = auto()
    LAPTOP_REVOKED = auto()
    PASSPHRASE_SHORT = auto()
    PASSPHRASE_WRONG = auto()
    ROOT_KEY_MISSING = auto()
    REQUEST_INVALID = auto()
    REQUEST_TEXT_INVALID = auto()
    ANSWER_TEXT_INVALID = auto()
    ANSWER_TOO_LONG = auto()
    SUPERVISOR_NEEDED = auto()
    CONFLICT_CLOSED = auto()
    WORK_DONE_SINCE = auto()
    SPLIT_IMPOSSIBLE = auto()
    MERGE_IMPOSSIBLE = auto()

    # -- the joint acceptance meeting
    RULES_NOT_READ = auto()
    RULES_KEY_UNKNOWN = auto()
    RULES_VALUE_WRONG = auto()
    MEETING_EXISTS = auto()
    MEETING_DAYS_CROSS = auto()
    OPINION_NEEDS_TEXT = auto()
    OPINION_NEEDS_CONDITION = auto()
    OPINION_WITH_CONDITIONS = auto()
    OPINION_WHILE_ABSENT = auto()
    ABSENT_WITH_OPINION = auto()
    CONDITION_TWICE = auto()
    VERDICT_UNDECIDED = auto()
    VERDICT_UNKNOWN = auto()
    EVIDENCE_KIND_UNKNOWN = auto()
    EVIDENCE_TOO_LARGE = auto()

    # -- signatures
    INK_INVALID = auto()
    INK_TOO_LONG = auto()
    INK_EMPTY = auto()
    INK_FILE_INVALID = auto()
    SIGN_BEFORE_VERDICT = auto()
    SIGN_CONTENT_CHANGED = auto()
    SIGN_CONTENT_OTHER = auto()
    PARTY_NOT_AT_MEETING = auto()
    SIGN_TWICE = auto()
    SIGN_WHILE_ABSENT = auto()
    SIGN_WITHDRAWN = auto()
    SCAN_CODE_UNKNOWN = auto()
    SCAN_OTHER_MEETING = auto()
    SCAN_TWICE = auto()
    CERTIFICATE_MISSING = auto()
    TRUST_UNREADABLE = auto()
    CERTIFICATE_LOCKED = auto()
    CERTIFICATE_UNREADABLE = auto()
    CERTIFICATE_EXPIRED = auto()
    CERTIFICATE_EARLY = auto()
    CERTIFICATE_OTHER_UNIT = auto()
    CERTIFICATE_SHARED = auto()
    PDF_UNREADABLE = auto()
    PDF_NOT_ISSUED = auto()
    PDF_CHANGED = auto()
    PDF_OLDER = auto()
    PDF_CONTENT_OLD = auto()


class InspectorError(Exception):
    """Something that the person can act on: a problem and the facts that name it."""

    def __init__(self, problem: Problem, **facts: object) -> None:
        super().__init__(problem, facts)
        self.problem = problem
        self.facts = facts

    def __str__(self) -> str:
        """Give the code and facts for the log; `words.explain` makes the sentence."""
        return f"{self.problem}: {self.facts}"


class Cancelled(Exception):  # noqa: N818 - not an error: the person's wish
    """The person asked to stop; nothing half done is left behind."""
