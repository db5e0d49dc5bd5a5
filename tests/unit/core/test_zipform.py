"""Headers at the borders of ZIP64, read back by zipfile."""

import io
import struct
import zipfile
from datetime import UTC, datetime

import pytest

from inspector.core import zipform
from inspector.core.zipform import Entry, Stamp

STAMP = Stamp.of(datetime(2026, 11, 22, tzinfo=UTC))
G4 = 0xFFFFFFFF


class Sparse(io.RawIOBase):
    """A file of any length of which only the tail holds bytes."""

    def __init__(self, start, tail):
        self._start, self._tail, self._at = start, tail, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self._at

    def seek(self, offset, whence=0):
        self._at = offset + (0, self._at, self._start + len(self._tail))[whence]
        return self._at

    def read(self, count=-1):
        begin = self._at - self._start
        end = len(self._tail) if count < 0 else begin + count
        piece = self._tail[begin:end]
        self._at += len(piece)
        return piece


@pytest.mark.parametrize(
    "sizes",
    [(G4 - 1, 5), (G4, 5), (G4 + 1, 5), (10, G4, 7), (G4 - 45, 5), (3 * G4, 2 * G4, 1)],
)
def test_sizes_and_offsets_beyond_four_gigabytes_are_read_back(sizes):
    files = [(f"文件{number}", size) for number, size in enumerate(sizes)]
    entries = zipform.placed(files)
    start = entries[-1].end
    with zipfile.ZipFile(Sparse(start, zipform.directory(entries, STAMP, start))) as archive:
        found = [(i.filename, i.file_size, i.header_offset) for i in archive.infolist()]
    assert found == [(entry.name, entry.size, entry.offset) for entry in entries]


@pytest.mark.parametrize("size", [0, G4 - 1, G4, G4 + 1])
def test_the_length_of_a_header_is_known_before_it_is_made(size):
    entry = Entry("验收.pdf", size, 0)
    assert len(zipform.local_header(entry, STAMP)) == zipform.local_length("验收.pdf", size)


def test_a_large_file_has_its_size_in_the_zip64_field():
    header = zipform.local_header(Entry("a", G4 + 5, 0), STAMP)
    assert struct.unpack("<LL", header[18:26]) == (G4, G4)
    assert struct.unpack("<HHQQ", header[31:]) == (1, 16, G4 + 5, G4 + 5)


def test_a_year_that_headers_cannot_hold_is_refused():
    with pytest.raises(ValueError, match="1980"):
        Stamp.of(datetime(1979, 1, 1, tzinfo=UTC))
