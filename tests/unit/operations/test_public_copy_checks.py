"""A public copy passes every check, though none of its photos is as it was taken in."""

from inspector.operations.bundle_checks import check_bundles
from inspector.operations.public_copy import PublicWish, seal_public_copy
from tests.kit.sample import sample_workspace


def test_a_public_copy_passes_every_check(tmp_path):
    with sample_workspace(tmp_path / "site") as sample:
        out = tmp_path / "公开.zip"
        wish = PublicWish(leave_unreviewed=True)
        seal_public_copy(sample.workspace, sample.project_id, out, wish)
    assert [fault for _path, one in check_bundles([out]).found for fault in one.faults] == []
