"""The code of a signed paper, read off the printed page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.papers import qr_text, read_token, snapshot_sha256
from inspector.core.progress import Unwatched
from inspector.reports.editions import write_edition
from inspector.reports.layout.qrcode import QrCode
from tests.kit.qr import qr_on_page, read_matrix
from tests.kit.sample_forms import make_five, make_form
from tests.kit.sample_papers import FONTS

RECORD = "0191f7a0-1b2c-7d3e-8f40-5a6b7c8d9e0f"
BELOW_THE_TITLE, BELOW_TWO_LINES = (160, 20, 187, 57), (160, 20, 187, 66)


@pytest.mark.parametrize(
    ("make", "box"), [(make_form, BELOW_TWO_LINES), (make_five, BELOW_THE_TITLE)]
)
def test_every_sheet_of_a_form_carries_its_code(make, box, tmp_path):
    plain = make()
    paper = replace(plain, identity=replace(plain.identity, record_id=RECORD))
    written = write_edition(paper, tmp_path / "f.pdf", FONTS, Unwatched())
    for number in range(len(paper.sheets)):
        text = qr_on_page(written.path, number, box)
        assert text == qr_text(paper.identity, written.snapshot)
        assert read_token(text).record_id == RECORD
        assert snapshot_sha256(paper).startswith(read_token(text).shown)


@given(st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=1, max_size=80))
def test_any_text_of_its_letters_is_read_back(text):
    assert read_matrix(QrCode(f"A{text}", 60)._rows) == f"A{text}"
