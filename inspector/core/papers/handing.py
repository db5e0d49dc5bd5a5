"""The papers by which volumes are listed and handed over, one snapshot for each kind."""

from dataclasses import dataclass

from inspector.core.papers.kinds import PaperIdentity
from inspector.core.volumelist import Holdings, VolumeRow, holdings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeListPaper:
    """The list of all volumes of a bundle (案卷目录, GB/T 50328)."""

    identity: PaperIdentity
    project_name: str
    project_code: str
    unit: str
    rows: tuple[VolumeRow, ...]

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


HandedPaper = VolumeListPaper | TransferPaper
