"""Small pictures: right way up, the same bytes each time, and no photo can stop the rest."""

import io
import multiprocessing
import shutil
import threading
import zlib

import pytest
from PIL import Image, ImageStat

from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.photos import decode
from inspector.photos.exif import ExifReader
from inspector.photos.intake import take_in
from inspector.photos.orders import Order, PreviewKind, Trouble
from inspector.photos.previews import PreviewMaker, preview_path
from inspector.photos.sample.exif import SHORT, tiff_block
from inspector.photos.worker import Limits
from tests.kit.photo_files import (
    encoded,
    make_block,
    make_image,
    make_jpeg,
    make_png,
    wide_flat_jpeg,
)


class Shelf:
    """A workspace with photos and a maker of previews."""

    def __init__(self, folder):
        self.folder = folder
        self.maker = PreviewMaker(folder, workers=1)
        self.reader = ExifReader()

    def put(self, data) -> str:
        source = self.folder / "source.jpg"
        source.write_bytes(data)
        return take_in(source, self.folder, self.reader).sha256

    def image(self, sha256, kind=PreviewKind.THUMBNAIL):
        with Image.open(self.maker.preview(sha256, kind)) as image:
            image.load()
            return image


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    one = Shelf(tmp_path_factory.mktemp("shelf"))
    one.image(one.put(make_jpeg()))  # threads start here, not in the first test
    yield one
    one.maker.close()
    one.reader.close()


def marked(size=(800, 600)):
    """Give a picture whose upper left quarter is red and the rest blue."""
    image = Image.new("RGB", size, (20, 20, 200))
    image.paste((220, 20, 20), (0, 0, size[0] // 2, size[1] // 2))
    return image


def laid(image, orientation):
    """Lay a picture as a camera that was held so would store it."""
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    turned = image.transpose(Image.Transpose(back[orientation])) if orientation in back else image
    jpeg = encoded(turned, "JPEG", quality=90)
    block = tiff_block({0x0112: (SHORT, [orientation])})
    segment = b"Exif\0\0" + block
    return jpeg[:2] + b"\xff\xe1" + (len(segment) + 2).to_bytes(2, "big") + segment + jpeg[2:]


def red(pixel):
    return pixel[0] > 150 and pixel[2] < 90


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", PreviewKind)
def test_every_orientation_is_shown_upright(shelf, orientation, kind):
    image = shelf.image(shelf.put(laid(marked(), orientation)), kind)
    wide, high = image.size
    assert wide > high
    assert red(image.getpixel((wide // 4, high // 4)))
    assert not red(image.getpixel((wide * 3 // 4, high // 4)))
    assert not red(image.getpixel((wide // 4, high * 3 // 4)))


@pytest.mark.parametrize(
    ("size", "screen", "printed"),
    [
        ((4032, 3024), (2016, 1512), (1008, 756)),
        ((3264, 2448), (1632, 1224), (1000, 750)),
        ((3024, 4032), (1512, 2016), (756, 1008)),
        ((1000, 750), (1000, 750), (1000, 750)),
        ((40, 30), (40, 30), (40, 30)),
    ],
)
def test_the_sizes_follow_the_scales_that_a_jpeg_offers(shelf, size, screen, printed):
    sha256 = shelf.put(make_jpeg(make_block(), size=size))
    assert shelf.image(sha256, PreviewKind.SCREEN).size == screen
    assert shelf.image(sha256, PreviewKind.PRINT).size == printed
    assert max(shelf.image(sha256).size) == min(256, max(size))


def thumbnail_of(size, colour=(20, 200, 20)):
    return encoded(Image.new("RGB", size, colour), "JPEG", quality=90)


@pytest.mark.parametrize(
    ("size", "serves"),
    [((512, 384), True), ((256, 192), True), ((160, 120), False), ((512, 288), False)],
)
def test_an_embedded_thumbnail_serves_if_large_and_of_the_same_shape(shelf, size, serves):
    block = make_block(thumbnail=thumbnail_of(size))
    pixel = shelf.image(shelf.put(make_jpeg(block, size=(800, 600)))).getpixel((200, 150))
    assert (pixel[1] > 150) is serves


def test_a_broken_embedded_thumbnail_is_passed_over(shelf):
    block = make_block(thumbnail=b"\xff\xd8\xff\xe0 no picture at all")
    sha256 = shelf.put(make_jpeg(block, size=(810, 600)))
    assert shelf.image(sha256).size == (256, 190)


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_every_colour_becomes_rgb(shelf, mode):
    data = encoded(Image.new(mode, (300, 200)), "JPEG")
    assert shelf.image(shelf.put(data), PreviewKind.PRINT).mode == "RGB"


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "I;16", "L"])
def test_every_kind_of_png_becomes_rgb(shelf, mode):
    sha256 = shelf.put(encoded(Image.new(mode, (300, 200)), "PNG"))
    assert shelf.image(sha256, PreviewKind.PRINT).mode == "RGB"


def test_what_is_transparent_is_shown_on_white(shelf):
    sha256 = shelf.put(encoded(Image.new("RGBA", (300, 200), (0, 0, 0, 0)), "PNG"))
    assert min(shelf.image(sha256).getpixel((10, 10))) > 250


@pytest.mark.parametrize("kind", ["TIFF", "WEBP", "AVIF"])
def test_other_formats_are_shown_too(shelf, kind):
    image = shelf.image(shelf.put(encoded(marked(), kind)), PreviewKind.SCREEN)
    assert red(image.getpixel((100, 100)))


def test_a_deleted_cache_is_made_again_to_the_same_bytes(shelf):
    sha256 = shelf.put(make_jpeg(make_block(), size=(1300, 900)))
    rounds = []
    for order in (list(PreviewKind), list(reversed(PreviewKind))):
        rounds.append({kind: shelf.maker.preview(sha256, kind).read_bytes() for kind in order})
        shutil.rmtree(shelf.folder / "cache")
    assert rounds[0] == rounds[1]


@pytest.mark.slow
def test_a_photo_of_200_megapixels_is_shown(shelf):
    sha256 = shelf.put(wide_flat_jpeg())
    assert shelf.image(sha256).size == (256, 192)
    assert shelf.image(sha256, PreviewKind.SCREEN).size == (2048, 1536)


def test_a_picture_beyond_all_cameras_is_refused_as_too_large(shelf):
    png = bytearray(make_png())
    png[16:24] = (20_000).to_bytes(4, "big") + (20_000).to_bytes(4, "big")
    png[29:33] = zlib.crc32(png[12:29]).to_bytes(4, "big")
    made = shelf.maker.submit(shelf.put(bytes(png)), PreviewKind.SCREEN).result()
    assert (made.path, made.trouble) == (None, Trouble.TOO_LARGE)


def test_a_photo_that_ends_too_early_is_shown_as_far_as_it_goes(shelf):
    whole = make_jpeg(make_block(), size=(1200, 900))
    made = shelf.maker.submit(shelf.put(whole[: len(whole) * 2 // 3]), PreviewKind.PRINT).result()
    assert made.trouble is Trouble.CUT_SHORT
    assert made.path is not None


def test_a_photo_that_cannot_be_decoded_says_so_and_is_remembered(shelf):
    sha256 = shelf.put(make_jpeg(make_block())[:700])
    for _try in range(2):
        made = shelf.maker.submit(sha256, PreviewKind.SCREEN).result()
        assert (made.path, made.trouble) == (None, Trouble.UNDECODABLE)
    with pytest.raises(InspectorError) as refused:
        shelf.maker.print_preview(sha256)
    assert refused.value.problem is Problem.PHOTO_UNDECODABLE


def test_a_lost_original_says_so(shelf):
    with pytest.raises(InspectorError) as refused:
        shelf.maker.print_preview("ab" * 32)
    assert refused.value.problem is Problem.PHOTO_LOST


def test_a_heic_is_turned_by_its_container_only(shelf):
    path = next(p for p in _sample_files() if p.name == "tree-pit-portrait.heic")
    image = shelf.image(shelf.put(path.read_bytes()), PreviewKind.PRINT)
    assert image.size == (672, 896)
    mulch = ImageStat.Stat(image.crop((200, 560, 320, 640))).mean
    paving = ImageStat.Stat(image.crop((200, 800, 460, 890))).mean
    assert mulch[0] - mulch[2] > 45 > paving[0] - paving[2]


def _sample_files():
    from pathlib import Path

    return sorted((Path(__file__).parents[3] / "resources" / "sample").glob("*.heic"))


def test_the_three_sample_heic_files_say_where_and_when(shelf):
    assert len(_sample_files()) == 3
    for path in _sample_files():
        facts = shelf.reader.facts(path)
        assert facts.position is not None
        assert facts.taken_local.startswith("2026-11-18T10:")
        assert path.stat().st_size <= 60_000


def test_many_are_made_with_news_of_each(shelf):
    class Watch:
        def __init__(self):
            self.told = []

        def report(self, done, total):
            self.told.append((done, total))

        def wants_stop(self):
            return False

    photos = [shelf.put(make_jpeg(make_block(), size=(70 + n, 48))) for n in range(3)]
    watch = Watch()
    made = shelf.maker.ensure(photos, PreviewKind.PRINT, watch)
    assert all(made[sha256].path for sha256 in photos)
    assert watch.told[-1] == (3, 3)


def test_stopping_cancels_what_is_not_made_yet(shelf):
    class Stop:
        def report(self, done, total):
            pass

        def wants_stop(self):
            return True

    photos = [shelf.put(make_jpeg(make_block(), size=(90 + n, 48))) for n in range(3)]
    with pytest.raises(Cancelled):
        shelf.maker.ensure(photos, PreviewKind.PRINT, Stop())


def test_a_photo_that_takes_too_long_is_ended_and_the_next_one_made(tmp_path):
    limits = Limits(deadline_s=0.02, memory_bytes=4 << 30)
    with PreviewMaker(tmp_path, workers=1, limits=limits) as maker, ExifReader() as reader:
        source = tmp_path / "slow.webp"
        source.write_bytes(encoded(make_image((2000, 2000)), "WEBP"))
        slow = take_in(source, tmp_path, reader).sha256
        assert maker.submit(slow, PreviewKind.SCREEN).result().trouble is Trouble.TOO_SLOW


def test_closing_leaves_no_thread_and_no_process(tmp_path):
    threads = threading.active_count()
    children = {child.pid for child in multiprocessing.active_children()}
    maker = PreviewMaker(tmp_path)
    waiting = [maker.submit(f"{n:064d}", PreviewKind.PRINT) for n in range(20)]
    maker.close()
    assert all(future.done() for future in waiting)
    assert threading.active_count() == threads
    assert {child.pid for child in multiprocessing.active_children()} <= children
    assert maker.submit("ab" * 32, PreviewKind.PRINT).cancelled()


def test_a_cache_that_cannot_be_written_is_said(tmp_path):
    decode.prepare()
    original = tmp_path / "one.jpg"
    original.write_bytes(make_jpeg(make_block()))
    (tmp_path / "cache").write_text("in the way")
    target = preview_path(tmp_path, "ab" * 32, PreviewKind.SCREEN)
    trouble = decode.fulfil(Order(original, {PreviewKind.SCREEN: target}))
    assert trouble is Trouble.NOT_WRITABLE
    assert io.BytesIO(original.read_bytes()).read(2) == b"\xff\xd8"
