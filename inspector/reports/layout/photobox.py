"""A photo in a frame of fixed size, or the drawn reason why it is not there."""

from inspector.core.papers import PaperPhoto, PaperWarning, WarningCode
from inspector.reports.layout.blocks import Block, Gap, Stack, Uncut
from inspector.reports.layout.colours import GREY, HEAD_FILL, PALE_LINE
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.jpegs import JpegFile, NotAJpeg, read_jpeg
from inspector.reports.layout.pen import Pen
from inspector.reports.layout.prose import Align, Prose, Style, prose
from inspector.reports.layout.typesetter import Typesetter
from inspector.words.language import _

_NOTE = Style(face=Face.HEI, size=9, leading=14, align=Align.CENTRE, colour=GREY)
_MARGIN = 8.0


class PhotoBox(Uncut):
    """Frames of one size stand in line, whatever the shape of the photos in them."""

    def __init__(self, setter: Typesetter, photo: PaperPhoto, frame: tuple[float, float]) -> None:
        self.before = self.after = 0.0
        self._width, self._height = frame
        self._jpeg: JpegFile | None = None
        self._note: Prose | None = None
        self._take(setter, photo)

    def _take(self, setter: Typesetter, photo: PaperPhoto) -> None:
        """Open the photo, or say on the paper and in the result why it cannot be shown."""
        code, reason = WarningCode.PHOTO_MISSING, photo.trouble
        if photo.preview is not None:
            try:
                self._jpeg = read_jpeg(photo.preview)
            except NotAJpeg:
                code, reason = WarningCode.PHOTO_BROKEN, _("预览文件已损坏")
            except OSError:
                reason = reason or _("找不到预览文件")
            else:
                return
        reason = reason or _("没有预览")
        setter.note(PaperWarning(code, photo.number, reason))
        text = _("照片 {number} 无法显示\n{reason}").format(number=photo.number, reason=reason)
        self._note = prose(setter, text, _NOTE)

    def height(self, width: float) -> float:  # noqa: ARG002 - the protocol's
        """Give the frame's height."""
        return self._height

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the photo as large as the frame takes it, centred."""
        left = x + (width - self._width) / 2
        bottom = top - self._height
        if self._jpeg is None:
            self._draw_note(pen, left, bottom)
            return
        scale = min(self._width / self._jpeg.width, self._height / self._jpeg.height)
        wide, high = self._jpeg.width * scale, self._jpeg.height * scale
        if wide < self._width - 1 or high < self._height - 1:
            pen.box((left, bottom, self._width, self._height), fill=HEAD_FILL)
        pen.photo(
            self._jpeg,
            left + (self._width - wide) / 2,
            bottom + (self._height - high) / 2,
            wide,
            high,
        )

    def _draw_note(self, pen: Pen, left: float, bottom: float) -> None:
        pen.box(
            (left, bottom, self._width, self._height), line=0.6, colour=PALE_LINE, fill=HEAD_FILL
        )
        if self._note is None:
            return
        room = self._width - 2 * _MARGIN
        shown, _rest = self._note.split(room, self._height - 2 * _MARGIN, force=True)
        if shown is not None:
            high = shown.height(room)
            shown.draw(pen, left + _MARGIN, bottom + (self._height + high) / 2, room)


def captioned(box: Block, *lines: Prose, gap: float = 3) -> Stack:
    """Put a photo and its caption together, for good."""
    return Stack(box, Gap(gap), *lines)
