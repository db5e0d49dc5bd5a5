"""A snapshot's hash speaks of what the paper shows, and of nothing else."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from inspector.core.papers import PaperPhoto, check_code, snapshot_sha256
from tests.kit.sample_papers import IDENTITY, make_catalogue, make_empty_acceptance, make_note_form

PHOTO = PaperPhoto(number="P-1", sha256="ab" * 32)


def test_a_check_code_is_twelve_digits_in_groups_of_four():
    assert check_code("7f3a91c20b5d" + "0" * 52) == "7F3A-91C2-0B5D"


def test_equal_papers_have_equal_hashes():
    assert snapshot_sha256(make_empty_acceptance()) == snapshot_sha256(make_empty_acceptance())


def test_where_a_preview_lies_does_not_matter():
    here = make_empty_acceptance(photos=(replace(PHOTO, preview=Path("/here/a.jpg")),))
    there = make_empty_acceptance(photos=(replace(PHOTO, preview=None, trouble="x"),))
    assert snapshot_sha256(here) == snapshot_sha256(there)


def test_which_photo_it_is_matters():
    one = make_empty_acceptance(photos=(PHOTO,))
    other = make_empty_acceptance(photos=(replace(PHOTO, sha256="cd" * 32),))
    assert snapshot_sha256(one) != snapshot_sha256(other)


@given(text=st.text())
def test_any_change_of_a_text_changes_the_hash(text):
    told = make_empty_acceptance(result_lines=(text,))
    assert snapshot_sha256(told) != snapshot_sha256(
        make_empty_acceptance(result_lines=(text + "x",))
    )


def test_the_version_belongs_to_the_snapshot():
    later = make_empty_acceptance(identity=replace(IDENTITY, version=4))
    assert snapshot_sha256(later) != snapshot_sha256(make_empty_acceptance())


def test_papers_of_different_kinds_never_share_a_hash():
    assert snapshot_sha256(make_catalogue()) != snapshot_sha256(make_note_form())
