"""Which photos lack caption elements, and what some chosen photos have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inspector.core.bundles import ArchivePhoto, PhotoElement
from inspector.core.projects import Place
from inspector.operations.photos import PhotoWords
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.chips import ChipSpec
from inspector.words.archive import element_name
from inspector.words.language import _

LACKING, ALL = "lacking", "all"
_FIELDS = {
    PhotoElement.MATTER: "caption",
    PhotoElement.TAKEN: "taken_said",
    PhotoElement.PLACE: "place_id",
    PhotoElement.PEOPLE: "people",
    PhotoElement.BACKGROUND: "background",
    PhotoElement.PHOTOGRAPHER: "photographer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionRow:
    """One photo with what it lacks of what the template wants."""

    photo: ArchivePhoto
    lacking: tuple[PhotoElement, ...]

    @property
    def told(self) -> str:
        """Say what lacks, or that nothing does."""
        if not self.lacking:
            return _("著录齐全")
        return _("缺：{names}").format(names=_("、").join(map(element_name, self.lacking)))

    @property
    def tone(self) -> Tone:
        """Give the tone of that."""
        return Tone.FAIL if self.lacking else Tone.MUTED

    def spoken(self) -> str:
        """Say the row for those who hear it."""
        words = (self.photo.original_name, self.photo.matter, self.told)
        return _("，").join(word for word in words if word)


def caption_rows(
    photos: Iterable[ArchivePhoto], wanted: Sequence[PhotoElement]
) -> list[CaptionRow]:
    """Hold each photo against what the template wants."""
    return [CaptionRow(photo=photo, lacking=photo.lacking(wanted)) for photo in photos]


def caption_filters(rows: Sequence[CaptionRow]) -> list[ChipSpec]:
    """Give the filters that show something, what lacks first."""
    lacking = sum(bool(row.lacking) for row in rows)
    specs = [ChipSpec(key=ALL, text=_("全部"), count=len(rows))]
    if lacking:
        text = _("有欠缺")
        specs.insert(0, ChipSpec(key=LACKING, text=text, count=lacking, tone=Tone.FAIL))
    for element in PhotoElement:
        count = sum(element in row.lacking for row in rows)
        if count:
            text = _("缺{name}").format(name=element_name(element))
            specs.append(ChipSpec(key=element, text=text, count=count))
    return specs


def kept_captions(rows: Sequence[CaptionRow], key: str) -> list[CaptionRow]:
    """Give the rows that a filter shows."""
    if key == ALL:
        return list(rows)
    if key == LACKING:
        return [row for row in rows if row.lacking]
    return [row for row in rows if key in row.lacking]


def in_common(photos: Sequence[ArchivePhoto], element: PhotoElement) -> tuple[str, bool]:
    """Give what all these photos say of an element, and whether they differ."""
    texts = {str(getattr(photo, element.value)) for photo in photos}
    return (texts.pop(), False) if len(texts) == 1 else ("", True)


def words_of(changed: Mapping[PhotoElement, str]) -> PhotoWords:
    """Say only what was changed."""
    return PhotoWords(**{_FIELDS[element]: text for element, text in changed.items()})


def place_options(tree: Iterable[tuple[int, Place]]) -> list[tuple[str, str]]:
    """Name the places of a project, indented by their depth; the first leaves it as it is."""
    named = [(place.id, "　" * depth + place.name) for depth, place in tree]
    return [("", _("（不改）")), *named]
