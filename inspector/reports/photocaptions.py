"""What stands below a photo: number, what it shows, when, where, which way, by whom."""

from collections.abc import Iterator

from inspector.core.papers import CaptionField, PaperPhoto
from inspector.reports.composer import DASH, Composer
from inspector.reports.layout.prose import Prose
from inspector.reports.styles import PHOTO_ABSENCE, PHOTO_NOTE, PHOTO_TITLE
from inspector.words.language import _

_LINES = (
    (CaptionField.TAKEN, CaptionField.PHOTOGRAPHER),
    (CaptionField.PLACE, CaptionField.DIRECTION),
    (CaptionField.POSITION,),
)


def caption_lines(composer: Composer, photo: PaperPhoto, role: str | None = None) -> list[Prose]:
    """Set the caption elements that DA/T 50-2014 asks for, those that the office wants.

    Number and role always stand there, and so does where an absent original lies.
    """
    wanted = composer.look.caption
    title = _("照片 {number}").format(number=photo.number)
    if role:
        title = _("{title}（{role}）").format(title=title, role=role)
    if photo.caption and CaptionField.CAPTION in wanted:
        title = f"{title}　{photo.caption}"
    told = dict(_told(photo))
    lines = ("　　".join(told[one] for one in line if one in wanted) for line in _LINES)
    notes = composer.paragraphs((line for line in lines if line), PHOTO_NOTE)
    if photo.absence:
        notes.append(composer.text(photo.absence, PHOTO_ABSENCE))
    return [composer.text(title, PHOTO_TITLE), *notes]


def _told(photo: PaperPhoto) -> Iterator[tuple[CaptionField, str]]:
    yield CaptionField.TAKEN, _("时间 {taken}").format(taken=photo.taken or DASH)
    by = photo.photographer or DASH
    yield CaptionField.PHOTOGRAPHER, _("摄影 {photographer}").format(photographer=by)
    yield CaptionField.PLACE, _("地点 {place}").format(place=photo.place or DASH)
    yield CaptionField.DIRECTION, photo.direction or _("朝向 —")
    yield CaptionField.POSITION, _("位置 {position}").format(position=photo.position or DASH)
