"""What an archive bundle holds, and which names it may carry."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, auto
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.photodata import PhotoGroup, ShotFacts
from inspector.core.volumelist import FormSet

MAX_PART = 60
"""Characters of one name: 240 bytes of UTF-8 at worst, under the 255 that file systems allow."""

# The percent sign is the escape of RFC 8493 manifests; bagit.py and sha256sum do not undo it.
_UNFIT = '\\/:*?"<>|%'
_LOOKALIKES = str.maketrans(_UNFIT, "＼／：＊？＂＜＞｜％")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}
)
_NAMELESS = "未命名"


class NameFault(StrEnum):
    """Why a name cannot travel to every system that may receive the bundle."""

    EMPTY = auto()
    NOT_NFC = auto()
    UNFIT_CHARACTER = auto()
    TOO_LONG = auto()
    OUTER_DOT_OR_SPACE = auto()
    DEVICE_NAME = auto()
    TAKEN = auto()


def part_fault(part: str) -> NameFault | None:
    """Tell what is wrong with one part of a path, or None."""
    if not part:
        return NameFault.EMPTY
    checks = {
        NameFault.NOT_NFC: not unicodedata.is_normalized("NFC", part),
        NameFault.UNFIT_CHARACTER: any(_is_unfit(char) for char in part),
        NameFault.TOO_LONG: len(part) > MAX_PART,
        NameFault.OUTER_DOT_OR_SPACE: part != part.strip() or part.endswith(".") or part == "..",
        NameFault.DEVICE_NAME: _is_device(part),
    }
    return next((fault for fault, found in checks.items() if found), None)


def name_fault(name: str) -> NameFault | None:
    """Tell what is wrong with a path whose parts are separated by `/`, or None."""
    faults = (part_fault(part) for part in name.split("/"))
    return next((fault for fault in faults if fault is not None), None)


def fit_part(text: str, suffix: str = "") -> str:
    """Make the nearest fit name of any text: the reader still knows what the file is.

    Characters that Windows refuses become their full-width twins, which read the same.
    """
    plain = unicodedata.normalize("NFC", text).translate(_LOOKALIKES)
    seen = "".join(char for char in plain if unicodedata.category(char) not in _UNSEEN)
    # Dropping a mark may bring two characters together that have one composed form.
    whole = unicodedata.normalize("NFC", " ".join(seen.split()))
    stem = whole[: MAX_PART - len(suffix)].strip().rstrip(". ") or _NAMELESS
    if _is_device(stem):
        stem = f"{stem.partition('.')[0]}_"
    return unicodedata.normalize("NFC", f"{stem}{suffix}")


def taken_names(names: Iterable[str]) -> tuple[str, ...]:
    """Give the names that another one already takes where case is ignored.

    A file that bears the name of another file's folder takes its place too.
    """
    files: set[str] = set()
    folders: set[str] = set()
    taken: list[str] = []
    for name in names:
        key = _folded(name)
        above = {key[:at] for at, char in enumerate(key) if char == "/"}
        if key in files or key in folders or above & files:
            taken.append(name)
        files.add(key)
        folders |= above
    return tuple(taken)


def _is_unfit(char: str) -> bool:
    return char in _UNFIT or unicodedata.category(char) in _UNSEEN


def _is_device(part: str) -> bool:
    return part.partition(".")[0].rstrip().upper() in _DEVICES


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the bundle: its name below `data/` and where its bytes are.

    One that is wanted `everywhere` goes into each part of a bundle that is dealt out over discs.
    """

    name: str
    source: Path | bytes
    expect_sha256: str | None = None
    everywhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BundlePlan:
    """Everything that goes into one bundle; equal plans give equal bytes."""

    root: str
    members: tuple[Member, ...]
    info: tuple[tuple[str, str], ...]
    made_at: datetime
    with_sm3: bool = False

    def __post_init__(self) -> None:
        """Refuse a plan that some system could not unpack."""
        if not self.members:
            raise InspectorError(Problem.BUNDLE_EMPTY, root=self.root)
        fault = part_fault(self.root)
        if fault is not None:
            raise InspectorError(Problem.BUNDLE_NAME_UNFIT, name=self.root, fault=fault)
        for member in self.members:
            fault = name_fault(member.name)
            if fault is not None:
                raise InspectorError(Problem.BUNDLE_NAME_UNFIT, name=member.name, fault=fault)
        for name in taken_names(member.name for member in self.members):
            raise InspectorError(Problem.BUNDLE_NAME_UNFIT, name=name, fault=NameFault.TAKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleSigner:
    """The certificate's file (PKCS #12) with which a bundle is signed, and what opens it."""

    certificate: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleForm:
    """How a bundle is written: one stored ZIP or a folder; in parts of at most so many bytes.

    With SM3 (GB/T 32905) each file is summed a second time, for offices that ask for it.
    """

    as_folder: bool = False
    part_bytes: int | None = None
    gaps_reason: str = ""
    """Why it is sealed although something that the archive asks for lacks."""
    with_sm3: bool = False
    signer: BundleSigner | None = None


BAG_COUNT, BAG_GROUP = "Bag-Count", "Bag-Group-Identifier"
"""Fields of bag-info.txt (RFC 8493, 2.2.2) that say which part of which bundle this is."""


EDITION = "Inspector-Edition"
"""Field of bag-info.txt of a bundle that is not the archive's own."""
PUBLIC_EDITION = "public copy 公开副本"


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Which part of how many a bag is, of the bundle whose archival number is `group`."""

    group: str
    count: int
    number: int

    @property
    def is_whole(self) -> bool:
        """Tell whether the bag is a bundle by itself."""
        return self.count == 1


def part_of(info: Mapping[str, str]) -> Part | None:
    """Read which part a bag says it is; None where it says nothing that can be understood."""
    match = re.fullmatch(r"(\d{1,4}) of (\d{1,4})", info.get(BAG_COUNT, ""))
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        return None
    return Part(info.get(BAG_GROUP, ""), int(match[2]), int(match[1]))


def absent_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Name the parts that lack of the bundles of which some part is there."""
    there = frozenset(parts)
    bundles = {(part.group, part.count) for part in there}
    wanted = {
        Part(group, count, number) for group, count in bundles for number in range(1, count + 1)
    }
    return tuple(sorted(wanted - there))


@dataclass(frozen=True, slots=True)
class Sealed:
    """A finished bundle.

    `sha256` is that of the tag manifest, which covers every file: the line to print and sign.
    """

    path: Path
    sha256: str
    files: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """The archival volume (案卷) that a bundle carries; fields after GB/T 50328 案卷封面."""

    archive_number: str
    title: str
    unit: str
    project_code: str
    project_name: str
    year: int
    made_at: datetime
    volume_number: int = 1
    category: str = "竣工验收"
    retention: str = "永久"
    secrecy: str = "公开"
    compiled_by: str = ""
    photo_pattern: str = "{volume}-{number:04d}"
    number: str = ""
    volumes_total: int = 1
    forms: FormSet = FormSet.CONSTRUCTION

    @property
    def code(self) -> str:
        """Give the volume's own archival number (档号): the office's, or LJ-2026-0137-001."""
        return self.number or f"{self.archive_number}-{self.volume_number:03d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One finished PDF of the volume, with what the catalogue says of it."""

    title: str
    number: str
    creator: str
    dated_on: date | None
    pages: int
    file: Path
    remark: str = ""
    size: int | None = None
    sha256: str | None = None


class PhotoElement(StrEnum):
    """The six caption elements (DA/T 50-2014): 事由, 时间, 地点, 人物, 背景, 摄影者."""

    MATTER = "matter"
    TAKEN = "taken"
    PLACE = "place"
    PEOPLE = "people"
    BACKGROUND = "background"
    PHOTOGRAPHER = "photographer"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePhoto:
    """One original photo, with the six caption elements of DA/T 50-2014 where known.

    事由, 时间, 地点, 人物, 背景, 摄影者; texts are finished, an unknown one is empty.
    """

    file: Path
    sha256: str
    size: int
    original_name: str
    matter: str = ""
    taken: str = ""
    taken_on: date | None = None
    place: str = ""
    people: str = ""
    background: str = ""
    photographer: str = ""
    longitude: str = ""
    latitude: str = ""
    datum: str = ""
    direction: str = ""
    remark: str = ""
    photo_id: str = ""
    group: PhotoGroup | None = None
    place_in_group: int = 0
    facts: ShotFacts = field(default_factory=ShotFacts)

    def lacking(self, wanted: Iterable[PhotoElement]) -> tuple[PhotoElement, ...]:
        """List the wanted caption elements that it does not have."""
        return tuple(one for one in wanted if not getattr(self, one.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeFiles:
    """All that goes into one volume, finished: papers and untouched photos.

    Of the pages of its papers, `drawing_pages` are drawings. `books` are the contact sheets of its
    photos.
    """

    volume: Volume
    papers: tuple[Paper, ...]
    photos: tuple[ArchivePhoto, ...] = ()
    cover: Path
    contents: Path
    closing: Path
    drawing_pages: int = 0
    books: tuple[Path, ...] = ()

    @property
    def pages(self) -> int:
        """Count the pages of its papers."""
        return sum(paper.pages for paper in self.papers)


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleFiles:
    """All that goes into one bundle: its volumes, and what lies below 其他/ and 其他/数据/.

    `head` names the bundle as a whole, as a volume of that title would be named.
    """

    head: Volume
    volumes: tuple[VolumeFiles, ...]
    attachments: tuple[tuple[str, Path, str], ...] = ()
    """Files that records name and no volume holds: name below 其他/, file, SHA-256."""
    others: tuple[tuple[str, Path | bytes], ...] = ()
    data: tuple[tuple[str, bytes], ...] = ()
    edition: str = ""
    """What it is where it is not the archive's own bundle."""
    remarks: tuple[str, ...] = ()
    """What 说明文件.TXT says beside what it always says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One row of the in-volume catalogue (卷内目录, GB/T 50328)."""

    sequence: int
    number: str
    creator: str
    title: str
    date8: str
    first_page: int | None = None
    last_page: int | None = None
    is_last: bool = False
    remark: str = ""
    file_name: str = ""
    size: int | None = None
    sha256: str | None = None
    is_unpaged: bool = False
    """It is a file whose pages nobody can count."""

    @property
    def pages_text(self) -> str:
        """Give 页次: the start page; of the last paged document start and end page.

        A file without pages has a dash, the photos of a volume have nothing.
        """
        if self.first_page is None:
            return "-" if self.is_unpaged else ""
        if self.is_last and self.last_page is not None:
            return f"{self.first_page}-{self.last_page}"
        return str(self.first_page)


def date8(day: date) -> str:
    """Spell a date with eight digits, as the catalogue wants it."""
    return f"{day:%Y%m%d}"
