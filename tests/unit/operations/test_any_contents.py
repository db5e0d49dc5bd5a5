"""Whatever stands in a bundle's files, its checks give an answer: anybody may have made it."""

import io
import random
import re
from contextlib import contextmanager

import pytest

from inspector.archive.contents import DATA, Contents
from inspector.archive.opening import opened_bundle
from inspector.archive.verify import verify
from inspector.core.bundles import BundleForm
from inspector.core.progress import Unwatched
from inspector.operations.bundles import seal_bundle
from inspector.operations.proofs.catalogue import prove_catalogue
from inspector.operations.proofs.history import prove_history
from inspector.operations.proofs.photos import prove_photos
from inspector.reports.pdflook import look_at_pdf
from inspector.words.archive import check_line, fault_sentence
from tests.kit.sample import sample_workspace

QUIET = Unwatched()
PIECES = (
    b"null",
    b"[]",
    b"{}",
    b'"x"',
    b"-1",
    b"1e999",
    b"[[[[",
    b"\xff",
    b"\0",
    b"<",
    b"&x;",
    b'"',
)
PDF_PIECES = (b">>", b"<<", b" 1 0 R", b"endobj", b"stream", b"/Kids[1 0 R]", b"/Pages", b"[")
VALUE = re.compile(rb'"(?:[^"\\]|\\.)*"|-?\d+|null')


class Changed(Contents):
    """A sound bundle of which one file holds something else."""

    name, content_now = "", b""

    def content(self, name):
        return self.content_now if name == self.name else super().content(name)

    @contextmanager
    def stream(self, name):
        if name == self.name:
            yield io.BytesIO(self.content_now)
        else:
            with super().stream(name) as stream:
                yield stream


@pytest.fixture(scope="module")
def bag(tmp_path_factory):
    folder = tmp_path_factory.mktemp("any")
    with sample_workspace(folder) as sample:
        form = BundleForm(gaps_reason="试验")
        seal_bundle(sample.workspace, sample.project_id, folder / "b.zip", form=form)
    found = verify(folder / "b.zip", QUIET)
    with opened_bundle(folder / "b.zip") as shelf:
        yield Changed([shelf], [found], is_whole=True)


def harmed(content, choose, pieces):
    """Change a few places: flip, cut out, put in, cut off; or put another JSON value in."""
    found = list(VALUE.finditer(content))
    if found and choose.random() < 0.5:
        one = choose.choice(found)
        return content[: one.start()] + choose.choice(pieces) + content[one.end() :]
    at, length = choose.randrange(len(content)), choose.choice((1, 40, 4_000))
    kept = choose.choice((content[at + length :], content[at:], b""))
    return content[:at] + choose.choice((*pieces, b"")) + kept


def answered(proofs):
    for proof in proofs:
        assert all(check_line(proof))
        for fault in (*proof.faults, *proof.remarks):
            assert fault_sentence(fault)


def test_any_catalogue_gets_an_answer(bag):
    choose = random.Random(1)  # noqa: S311 - a sample, not a secret
    names = [*bag.below("data/", ".xml"), *bag.below("data/其他/", ".csv"), f"{DATA}photo.json"]
    for _ in range(200):
        bag.name = ""
        name = choose.choice(names)
        bag.content_now = harmed(bag.content(name), choose, PIECES)
        bag.name = name
        answered(prove_catalogue(bag, QUIET))
        answered(prove_photos(bag, QUIET))


@pytest.mark.slow
def test_any_history_gets_an_answer(bag):
    choose = random.Random(2)  # noqa: S311 - a sample, not a secret
    names = [f"{DATA}{name}.json" for name in ("bundle", "columns", "journal", "journal-org")]
    names += [*bag.below(f"{DATA}journal/")[:3], f"{DATA}defect.json", f"{DATA}project.json"]
    for _ in range(60):
        bag.name = ""
        name = choose.choice(names)
        bag.content_now = harmed(bag.content(name), choose, PIECES)
        bag.name = name
        answered(prove_history(bag, QUIET))


def test_any_pdf_gets_an_answer(bag):
    choose = random.Random(3)  # noqa: S311 - a sample, not a secret
    bag.name = ""
    name = bag.below("data/", "000_案卷封面.pdf")[0]
    for _ in range(150):
        look = look_at_pdf(io.BytesIO(harmed(bag.content(name), choose, PDF_PIECES)))
        assert look.pages is None or look.pages >= 0
