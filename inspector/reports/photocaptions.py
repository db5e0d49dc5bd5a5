"""What stands below a photo: number, what it shows, when, where, which way, by whom."""

from inspector.core.papers import PaperPhoto
from inspector.reports.composer import DASH, Composer
from inspector.reports.layout.prose import Prose
from inspector.reports.styles import PHOTO_ABSENCE, PHOTO_NOTE, PHOTO_TITLE
from inspector.words.language import _


def caption_lines(composer: Composer, photo: PaperPhoto, role: str | None = None) -> list[Prose]:
    """Set the caption elements that DA/T 50-2014 asks for, each known one in its place."""
    title = _("照片 {number}").format(number=photo.number)
    if role:
        title = _("{title}（{role}）").format(title=title, role=role)
    if photo.caption:
        title = f"{title}　{photo.caption}"
    direction = photo.direction or _("朝向 —")
    photographer = _("摄影 {photographer}").format(photographer=photo.photographer or DASH)
    taken = _("时间 {taken}").format(taken=photo.taken or DASH)
    place = _("地点 {place}").format(place=photo.place or DASH)
    lines = [
        f"{taken}　　{photographer}",
        f"{place}　　{direction}",
        _("位置 {position}").format(position=photo.position or DASH),
    ]
    notes = composer.paragraphs(lines, PHOTO_NOTE)
    if photo.absence:
        notes.append(composer.text(photo.absence, PHOTO_ABSENCE))
    return [composer.text(title, PHOTO_TITLE), *notes]
