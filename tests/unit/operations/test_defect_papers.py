"""Defects on paper: each round with its own photos and person; an "after" that is older."""

from datetime import datetime

import pytest

from inspector.core.defects import DefectStep
from inspector.core.papers import PaperIdentity
from inspector.core.progress import Unwatched
from inspector.operations.defects import MoveDraft, move_defect
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.record_papers import gather_defects
from inspector.operations.workspace import change_person
from tests.kit.builders import make_defect, make_place, make_project
from tests.kit.photo_files import make_block, make_jpeg


@pytest.fixture
def site(workspace):
    project = make_project(workspace)
    return project, make_place(workspace, project)


def taken(workspace, project, tmp_path, at):
    path = tmp_path / f"{at[-8:].replace(':', '')}.jpg"
    path.write_bytes(make_jpeg(make_block(taken_local=datetime.fromisoformat(at))))
    order = IntakeOrder(project_id=project.id)
    (photo,) = import_photos(workspace, [path], order).value.taken
    return photo.id


def sheet_of(workspace, project):
    identity = PaperIdentity(number="TZ-1", made_at=workspace.now(), program="p")
    (sheet,) = gather_defects(workspace, project.id, identity, Unwatched()).defects
    return sheet


def test_every_round_has_its_verdict_person_and_photos(workspace, site, tmp_path, clock):
    project, place = site
    shots = [taken(workspace, project, tmp_path, f"2026-05-11T09:1{n}:00") for n in range(5)]
    defect = make_defect(workspace, project, place, photo_ids=(shots[0],))
    steps = (
        (DefectStep.ISSUE, None, ()),
        (DefectStep.REPLY, "已修补", (shots[1],)),
        (DefectStep.RECHECK_FAIL, "仍有空鼓", (shots[2],)),
        (DefectStep.REPLY, "重做", (shots[3],)),
    )
    for step, reason, photos in steps:
        clock.tick()
        draft = MoveDraft(step=step, reason=reason, photo_ids=photos)
        move_defect(workspace, defect.id, draft)
    change_person(workspace, "赵工", "监理")
    clock.tick()
    last = MoveDraft(step=DefectStep.RECHECK_PASS, photo_ids=(shots[4],))
    move_defect(workspace, defect.id, last)
    rows = [(row.step, row.by, row.photos) for row in sheet_of(workspace, project).events]
    assert rows == [
        ("记录", "李工", "P-001"),
        ("下发", "李工", None),
        ("登记回复", "李工", "P-002"),
        ("复验不合格，退回（第 1 次复验）", "李工", "P-003"),
        ("登记回复", "李工", "P-004"),
        ("复验合格，销项（第 2 次复验）", "赵工", "P-005"),
    ]


@pytest.mark.parametrize(
    ("after", "is_doubted"), [("2026-05-20T09:10:00", False), ("2026-05-10T18:00:00", True)]
)
def test_an_after_older_than_its_before_is_flagged(workspace, site, tmp_path, after, is_doubted):
    project, place = site
    first = taken(workspace, project, tmp_path, "2026-05-11T09:10:00")
    defect = make_defect(workspace, project, place, photo_ids=(first,))
    move_defect(workspace, defect.id, MoveDraft(step=DefectStep.ISSUE))
    second = taken(workspace, project, tmp_path, after)
    draft = MoveDraft(step=DefectStep.REPLY, reason="已修补", photo_ids=(second,))
    move_defect(workspace, defect.id, draft)
    (pair,) = sheet_of(workspace, project).pairs
    assert (pair.doubt is not None) is is_doubted
    assert pair.distance == "相距 0 m"
