"""The gate: veraPDF itself says that our papers are PDF/A-2u."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from inspector.core.progress import Unwatched
from inspector.reports.acceptance import write_acceptance
from inspector.reports.handing import write_transfer, write_volume_list
from inspector.reports.handover import write_handover
from inspector.reports.notice import write_notice
from inspector.reports.photobook import write_photo_book
from inspector.reports.volume import write_catalogue, write_cover, write_note_form
from tests.kit.pdf import quick_faults, verapdf_faults
from tests.kit.sample_papers import (
    FONTS,
    make_acceptance,
    make_catalogue,
    make_cover,
    make_empty_acceptance,
    make_handover,
    make_note_form,
    make_notice,
    make_photo_book,
    make_transfer,
    make_volume_list,
)


@pytest.mark.slow
def test_verapdf_finds_no_fault_in_our_papers_and_finds_those_of_a_plain_pdf(tmp_path):
    plain = Canvas(str(tmp_path / "plain.pdf"))
    plain.drawString(100, 100, "Helvetica, not embedded")
    plain.save()
    full = make_acceptance(tmp_path / "photos")
    write_acceptance(full, tmp_path / "full.pdf", FONTS, Unwatched())
    write_acceptance(make_empty_acceptance(), tmp_path / "empty.pdf", FONTS, Unwatched())
    write_notice(make_notice(tmp_path / "photos"), tmp_path / "notice.pdf", FONTS)
    write_cover(make_cover(), tmp_path / "cover.pdf", FONTS)
    write_catalogue(make_catalogue(), tmp_path / "catalogue.pdf", FONTS)
    write_note_form(make_note_form(), tmp_path / "note.pdf", FONTS)
    write_volume_list(make_volume_list(), tmp_path / "list.pdf", FONTS)
    write_transfer(make_transfer(), tmp_path / "transfer.pdf", FONTS)
    write_handover(make_handover(3), tmp_path / "handover.pdf", FONTS)
    book = make_photo_book(tmp_path / "photos", 7)
    write_photo_book(book, tmp_path / "book.pdf", FONTS, Unwatched())
    faults = verapdf_faults(*sorted(tmp_path.glob("*.pdf")))
    assert faults.pop("plain.pdf")
    assert set(faults) == {
        "full.pdf",
        "empty.pdf",
        "notice.pdf",
        "cover.pdf",
        "catalogue.pdf",
        "note.pdf",
        "list.pdf",
        "transfer.pdf",
        "handover.pdf",
        "book.pdf",
    }
    assert not any(faults.values()), faults


def test_the_quick_validator_finds_the_faults_of_a_plain_pdf(tmp_path):
    plain = Canvas(str(tmp_path / "plain.pdf"))
    plain.drawString(100, 100, "Helvetica, not embedded")
    plain.save()
    assert quick_faults(tmp_path / "plain.pdf")
