"""What the dialog of templates says of each."""

from collections.abc import Sequence

from inspector.core.filing import FilingClass, FilingTemplate
from inspector.operations.filing_templates import OWN, SHIPPED, TemplateChoice
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.lines import Line
from inspector.words.language import _

GBT, DAT = SHIPPED


def choice_name(choice: TemplateChoice) -> str:
    """Name a template."""
    titles = {
        GBT: _("GB/T 50328 建设工程文件归档"),
        DAT: _("DA/T 28 建设项目档案管理"),
        OWN: _("本办公室的模板"),
    }
    name = choice.template.name if choice.template and choice.key == OWN else ""
    return f"{titles[choice.key]} {name}".strip()


def choice_lines(choices: Sequence[TemplateChoice], chosen: str) -> list[Line]:
    """Say the templates; the one that is shown is loud."""
    return [
        Line(
            key=choice.key,
            text=choice_name(choice),
            word=_("在用") if choice.is_used else "",
            word_tone=Tone.FAIL if choice.fault else Tone.PASS,
            mark=Mark.FAIL if choice.fault else (Mark.PASS if choice.is_used else Mark.NONE),
            leads=True,
            is_loud=choice.key == chosen,
        )
        for choice in choices
    ]


def template_facts(template: FilingTemplate) -> list[tuple[str, str]]:
    """Say what a template rules."""
    most = _("{pages} 页").format(pages=template.pages_per_volume)
    if template.drawings_per_volume:
        most = _("{pages} 页；图样 {drawings} 页").format(
            pages=template.pages_per_volume, drawings=template.drawings_per_volume
        )
    return [
        (_("名称"), template.name),
        (_("档号"), template.number),
        (_("照片文件名"), template.photo),
        (_("一卷最多页数"), most),
        *((class_name(one), class_words(one)) for one in template.classes),
    ]


def class_name(one: FilingClass) -> str:
    """Name a class."""
    return f"{one.code} {one.title}"


def class_words(one: FilingClass) -> str:
    """Say terms and contents of a class."""
    words = [one.retention, one.secrecy]
    if one.kinds:
        words.append(_("{count} 种文件").format(count=len(one.kinds)))
    if one.required:
        words.append(_("应归 {count} 项").format(count=len(one.required)))
    if one.takes_photos:
        words.append(_("照片"))
    if one.takes_rest:
        words.append(_("其余文件"))
    return " · ".join(words)
