"""The papers by which volumes are listed and handed over, one snapshot for each kind."""

from dataclasses import dataclass

from inspector.core.papers.completing import CompletenessPaper
from inspector.core.papers.kinds import PaperIdentity
from inspector.core.volumelist import FormSet, Holdings, VolumeRow, holdings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeListPaper:
    """The list of all volumes of a bundle (案卷目录, GB/T 50328)."""

    identity: PaperIdentity
    project_name: str
    project_code: str
    unit: str
    rows: tuple[VolumeRow, ...]
    forms: FormSet = FormSet.CONSTRUCTION

    @property
    def holdings(self) -> Holdings:
        """Add up the volumes."""
        return holdings_of(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPaper:
    """The letter of hand-over (移交书, GB/T 50328), to which the list of volumes is attached.

    An empty `receiver` is left for a pen.
    """

    identity: PaperIdentity
    listed: VolumeListPaper
    receiver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscRow:
    """One carrier of a bundle: its number, what is on it, the check value of all its files.

    `sha256` is that of the tag manifest, which covers every file of the carrier.
    """

    code: str
    content: str
    files: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPaper:
    """The register that both sides sign (移交与接收登记表, 电子档案移交与接收办法, annexes).

    It is made from the sealed bundle. `holdings` is None where the bundle lists no volumes; an
    empty text is left for a pen.
    """

    identity: PaperIdentity
    title: str
    sender: str
    discs: tuple[DiscRow, ...]
    holdings: Holdings | None = None
    receiver: str = ""
    medium: str = ""

    @property
    def bytes(self) -> int:
        """Add up the files of all carriers."""
        return sum(disc.bytes for disc in self.discs)

    @property
    def files(self) -> int:
        """Count the files of all carriers, those that are on each of them too."""
        return sum(disc.files for disc in self.discs)


HandedPaper = VolumeListPaper | TransferPaper | HandoverPaper | CompletenessPaper
