"""What a defect's text can say by itself, from the item that failed."""

from inspector.core.checklists import Item
from inspector.core.verdicts import Assessment
from inspector.words.language import _, local


def suggested_defect_text(item: Item, seen: Assessment | None) -> str:
    """Suggest the text of a defect: the item, and the worst reading where there is one."""
    title = local(item.title_zh, item.title_en)
    if seen is None or seen.worst is None or not seen.failing:
        return _("{title}不符合要求").format(title=title)
    unit = item.answer.unit or ""
    return _("{title}：最差读数 {worst} {unit}，不符合要求").format(
        title=title, worst=seen.worst, unit=unit
    )
