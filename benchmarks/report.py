"""The acceptance report: 300 defects, 600 photos, from ready previews."""

import json
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from benchmarks.measure import Cost, Table, judge, measured, say
from benchmarks.peers import copying
from benchmarks.pictures import draw_previews
from inspector.core.conclusion import ConclusionKind
from inspector.core.papers import (
    AcceptancePaper,
    ConclusionText,
    DataStatement,
    DefectSheet,
    EventRow,
    PaperIdentity,
    PaperPhoto,
    PhotoPair,
    ProjectFacts,
)
from inspector.core.progress import Unwatched
from inspector.folders import fonts

DEFECTS, PHOTOS = 300, 600
ROUNDS, SLOW_ROUNDS = 5, 2
TEXT = "疏散楼梯净宽实测小于规定，扶手安装后未复测；请移位或更换扶手，保证净宽。"


def run(folder: Path) -> None:
    """Build the same report by each in turn, in a process of its own.

    WeasyPrint, which takes minutes, goes in the first rounds only.
    """
    previews = draw_previews(folder / "ready", PHOTOS)
    floor = "copy the same bytes into one file (floor)"
    names = {"ours": "Inspector (streamed, PDF/A-2u)", "fpdf2": "fpdf2"}
    if _has_weasyprint():
        names["weasyprint"] = "WeasyPrint"
    table = Table(f"Report: {DEFECTS} defects, {PHOTOS} photos", floor)
    table.costs = {floor: [], **{name: [] for name in names.values()}}
    peaks: dict[str, list[float]] = {name: [] for name in names.values()}
    for number in range(ROUNDS):
        table.costs[floor].append(
            measured(lambda: copying.concatenate(previews, folder / "floor.bin"))
        )
        for who, name in names.items():
            if who == "weasyprint" and number >= SLOW_ROUNDS:
                continue
            told = _in_own_process(who, folder, number)
            table.costs[name].append(Cost(told["wall"], told["cpu"]))
            peaks[name].append(told["peak_mb"])
    for name, found in peaks.items():
        table.remarks[name] = f"peak {max(found):.0f} MB"
    table.show()
    judge("faster than fpdf2", table.ratio("fpdf2", names["ours"]), 3, at_least=True)
    if "weasyprint" in names:
        slowest = table.ratio(names["weasyprint"], names["ours"])
        judge("faster than WeasyPrint", slowest, 15, at_least=True)
    judge("peak memory", max(peaks[names["ours"]]), 120, "MB")


def _has_weasyprint() -> bool:
    """Tell whether WeasyPrint and the pango that it needs are here."""
    command = [sys.executable, "-c", "import weasyprint"]
    found = subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603
    if not found:
        say("   WeasyPrint is left out: it, or the pango that it needs, is not installed")
    return found


def _in_own_process(who: str, folder: Path, number: int) -> dict[str, float]:
    out = folder / f"{who}-{number}.pdf"
    command = [sys.executable, "-m", "benchmarks.report", who, str(folder / "ready"), str(out)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - own
    size = out.stat().st_size
    out.unlink()
    told: dict[str, float] = json.loads(done.stdout)
    if size < 1_000_000:  # noqa: PLR2004 - a report without its photos was not made
        say(f"   {who}: only {size} bytes")
    return told


def make_paper(previews: list[Path]) -> AcceptancePaper:
    """Make the data object that all contestants print."""
    photos = [_photo(number, path) for number, path in enumerate(previews, start=1)]
    defects = [_defect(number, photos) for number in range(DEFECTS)]
    made_at = datetime(2026, 11, 22, 15, 0, tzinfo=timezone(timedelta(hours=8)))
    return AcceptancePaper(
        identity=PaperIdentity(number="LJ-2026-JF2-K7-001", made_at=made_at, program="Inspector"),
        project=ProjectFacts(name="景芳二区老旧小区综合改造提升工程", code="JF2"),
        conclusion=ConclusionText(kind=ConclusionKind.REWORK, title="整改后复验", wording=TEXT),
        statement=DataStatement(),
        defects=tuple(defects),
        photos=tuple(photos),
    )


def _photo(number: int, path: Path) -> PaperPhoto:
    return PaperPhoto(
        number=f"P-{number:03d}",
        sha256=f"{number:064x}",
        caption="12幢二单元楼梯间扶手",
        taken="2026-11-19 09:41",
        place="12幢 二单元",
        position="30.27415°N 120.20201°E（照片自带，WGS-84 ±6 m）",
        direction="朝向 212°（真北）",
        photographer="李工",
        preview=path,
    )


def _defect(number: int, photos: list[PaperPhoto]) -> DefectSheet:
    return DefectSheet(
        number=f"JF2-12-K7-{number:04d}",
        place="12幢 二单元",
        text=TEXT,
        severity="一般",
        status="已销项",
        party="施工单位：××建设",
        due="2026-11-22",
        events=(
            EventRow(at="2026-11-19 09:42", step="记录", by="李工"),
            EventRow(at="2026-11-22 10:05", step="登记回复", by="王工", note="扶手内移"),
        ),
        pairs=(PhotoPair(before=photos[2 * number], after=photos[2 * number + 1]),),
    )


def main() -> None:
    """Build one report and tell what it cost: run by `_in_own_process`."""
    who, ready, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    paper = make_paper(sorted(ready.glob("*.jpg")))
    if who == "ours":
        from inspector.reports.acceptance import write_acceptance

        cost = measured(lambda: write_acceptance(paper, out, fonts(), Unwatched()))
    elif who == "fpdf2":
        from benchmarks.peers.fpdf2_report import write_report

        cost = measured(lambda: write_report(paper, out, fonts()))
    else:
        from benchmarks.peers.weasyprint_report import write_report

        cost = measured(lambda: write_report(paper, out, fonts()))
    sys.stdout.write(json.dumps({"wall": cost.wall, "cpu": cost.cpu, "peak_mb": _peak_mb()}))


def _peak_mb() -> float:
    """Give the largest resident size of this process (`VmHWM`); a child's start is not counted."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
