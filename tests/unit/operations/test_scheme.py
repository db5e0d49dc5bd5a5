"""What is in scope where."""

from decimal import Decimal

from inspector.core.projects import PlaceKind
from inspector.operations.projects import PlaceDraft, add_place, create_project
from inspector.operations.scheme import (
    SchemeDraft,
    list_scheme,
    put_in_scope,
    record_done,
    take_out_of_scope,
)
from tests.kit.builders import make_workspace


def make_scene(tmp_path):
    workspace = make_workspace(tmp_path)
    project = create_project(workspace, "JF2", "景芳二区").value
    place = add_place(
        workspace, project.id, PlaceDraft(kind=PlaceKind.ROAD, code="1", name="一号路")
    ).value
    with workspace.read() as office:
        pack = office.packs.all()[0][0]
    return workspace, project, place, pack


def test_what_was_built_stays_when_the_plan_of_a_row_changes(tmp_path):
    workspace, project, place, pack = make_scene(tmp_path)
    draft = SchemeDraft(item_id="RD-005", place_id=place.id, planned_quantity=Decimal(100))
    (row,) = put_in_scope(workspace, project.id, pack, [draft]).value
    record_done(workspace, row.id, Decimal("98.5"))
    again = SchemeDraft(item_id="RD-005", place_id=place.id, planned_quantity=Decimal(120))
    put_in_scope(workspace, project.id, pack, [again])
    (kept,) = list_scheme(workspace, project.id)
    assert (kept.planned_quantity, kept.done_quantity) == (Decimal(120), Decimal("98.5"))
    workspace.close()


def test_a_row_taken_out_and_put_again_is_one_row(tmp_path):
    workspace, project, place, pack = make_scene(tmp_path)
    draft = SchemeDraft(item_id="RD-005", place_id=place.id)
    (row,) = put_in_scope(workspace, project.id, pack, [draft]).value
    take_out_of_scope(workspace, [row.id])
    assert list_scheme(workspace, project.id) == []
    put_in_scope(workspace, project.id, pack, [draft])
    assert [one.id for one in list_scheme(workspace, project.id)] == [row.id]
    workspace.close()
