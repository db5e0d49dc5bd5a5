"""Which template the office files by: taking one out, checking it, using it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from inspector.core.filing import FilingTemplate
from inspector.operations.filing_templates import (
    OWN,
    TemplateChoice,
    check_template,
    export_template,
    has_former,
    template_choices,
    use_former,
    use_shipped,
    use_template,
)
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.words.language import _

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

_KIND = "TOML (*.toml)"


class TemplateBoard(QObject):
    """Reads and changes the template in use.

    Signals:
        ready(object): the templates that there are (tuple of TemplateChoice).
        used(object): another template is in use (FilingTemplate).
        refused(object): a file is no template, and why (InspectorError).
        told(str): something was done, and where.
    """

    ready = Signal(object)
    used = Signal(object)
    refused = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace

    def read(self) -> None:
        """List the templates."""
        self._do(lambda: template_choices(self._workspace), self.ready.emit)

    def use(self, choice: TemplateChoice) -> None:
        """File by a template that comes with the program."""
        if choice.key != OWN:
            self._do(lambda: use_shipped(self._workspace, choice.key), self._taken)

    def take_file(self) -> None:
        """Ask for a file, check it, and file by it; a fault is named and nothing changes."""
        question = FileQuestion(title=_("选用一份归档模板"), kinds=_KIND)
        self._desk.ask.files(
            question,
            lambda paths: self._do(lambda: use_template(self._workspace, paths[0]), self._taken),
        )

    def check_file(self) -> None:
        """Ask for a file and check it only."""
        question = FileQuestion(title=_("检查一份归档模板"), kinds=_KIND)

        def sound(template: FilingTemplate) -> None:
            self.told.emit(
                _("“{name}”没有错误，共 {count} 类。").format(
                    name=template.name, count=len(template.classes)
                )
            )

        self._desk.ask.files(
            question, lambda paths: self._do(lambda: check_template(paths[0]), sound)
        )

    def take_out(self, choice: TemplateChoice) -> None:
        """Ask where to, and write a template as a file to be edited."""
        name = "" if choice.key == OWN else choice.key
        question = FileQuestion(title=_("取出一份供修改"), kinds=_KIND, name=_("归档模板.toml"))

        def to(out: Path) -> None:
            target = out if out.suffix else out.with_name(f"{out.name}.toml")
            self._do(lambda: export_template(self._workspace, target, name), self._written)

        self._desk.ask.save_as(question, to)

    def _written(self, path: Path) -> None:
        self.told.emit(
            _("已取出：{file}。用文本编辑器修改后，在这里“选用文件”。").format(file=path)
        )

    def _taken(self, template: FilingTemplate) -> None:
        text = _("此后按“{name}”立卷").format(name=template.name)
        if has_former(self._workspace):
            self._desk.toast(text, _("换回原来的"), self._take_back)
        else:
            self._desk.toast(text)
        self.used.emit(template)
        self.read()

    def _take_back(self) -> None:
        self._do(lambda: use_former(self._workspace), self._taken)

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: work(),
                on_success=done,
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
            )
        )
