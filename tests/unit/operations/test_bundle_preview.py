"""The bundle to come: terms and pages of its volumes, and their own papers as they will print."""

import pytest

from inspector.core.marks import TextMark
from inspector.operations.bundle_preview import OWN_NAMES, draw_paper, preview_whole
from inspector.operations.bundles import preview_bundle
from inspector.operations.completeness import completeness
from tests.kit.sample import sample_workspace


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with sample_workspace(tmp_path_factory.mktemp("preview"), is_strict=True) as made:
        yield made


@pytest.fixture(scope="module")
def preview(sample):
    return preview_whole(sample.workspace, sample.project_id)


def words(pages):
    return "".join(mark.text for page in pages for mark in page.marks if isinstance(mark, TextMark))


def test_it_names_what_sealing_names_and_lists_what_is_asked_for(sample, preview):
    assert preview.names == preview_bundle(sample.workspace, sample.project_id)
    assert preview.completeness == completeness(sample.workspace, sample.project_id)


def test_every_note_lies_in_the_tree(preview):
    assert set(preview.papers) <= set(preview.names)
    for folder, note in preview.volumes.items():
        inside = [name for name in preview.names if name.startswith(f"{folder}/")]
        assert inside
        own = [path for path in preview.papers if path.startswith(f"{folder}/")]
        assert len(own) == note.papers + len(OWN_NAMES)
        assert sum(preview.papers[path].pages for path in own) == note.pages
        assert sum("/照片/" in name for name in inside) == note.photos


def test_the_papers_of_each_volume_are_drawn_with_what_they_will_say(preview):
    for folder, note in preview.volumes.items():
        code = folder.rpartition("/")[2]
        cover, contents, closing = (
            draw_paper(preview, f"{folder}/{name}") for name in OWN_NAMES.values()
        )
        assert len(cover) == 1
        assert code in words(cover)
        assert note.retention in words(cover)
        assert contents
        assert str(note.pages) in words(closing)


def test_other_files_are_not_drawn(preview):
    assert draw_paper(preview, preview.names[0]) == ()
    assert draw_paper(preview, "nowhere") == ()
