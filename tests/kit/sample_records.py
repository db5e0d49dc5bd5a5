"""A register of defects and the record of a visit of the made-up community."""

from dataclasses import replace
from pathlib import Path

from inspector.core.papers import AnswerRow, BuildingPaper, DefectsPaper, VisitPaper, VisitRow
from tests.kit.sample_papers import IDENTITY, PROJECT, make_defect, make_photo


def make_defects(folder: Path, count: int = 3) -> DefectsPaper:
    """Make a register of defects with photos."""
    return DefectsPaper(
        identity=replace(IDENTITY, number="TZ-2026-0001"),
        project=PROJECT,
        defect_lines=(f"共记录问题 {count} 条。",),
        defects=tuple(make_defect(folder, number) for number in range(1, count + 1)),
    )


def make_visit(folder: Path, answers: int = 5) -> VisitPaper:
    """Make the record of a visit, its last answer against."""
    return VisitPaper(
        identity=replace(IDENTITY, number="JF2-V-K7-04"),
        project=PROJECT,
        visit=VisitRow(kind="抽检", day="2026-11-13", people="张㛃", answers=answers),
        answers=tuple(
            AnswerRow(
                item=f"RD-{number:03d} 平整度",
                place=f"{number}幢",
                verdict="不合格" if number == answers else "合格",
                readings="4.0　5.5",
                computation="合格点 1/2 = 50.0 %",
                note="<b>&备注" if number == 1 else None,
                is_against=number == answers,
            )
            for number in range(1, answers + 1)
        ),
        defects=(make_defect(folder, 1),),
        photos=(make_photo(folder, 31), make_photo(folder, 32)),
    )


def make_building(folder: Path) -> BuildingPaper:
    """Make the record of a building, from what a visit found in it."""
    visit = make_visit(folder)
    return BuildingPaper(
        identity=replace(IDENTITY, number="LD-JF2-12"),
        project=PROJECT,
        facts=(("部位", "12幢"), ("层数", 6), ("户数", None), ("应查（项次）", 5)),
        answers=visit.answers,
        defect_lines=visit.defect_lines,
        defects=visit.defects,
        photos=visit.photos,
    )
