"""A new project by hand, and what is wrong with a workbook that was to be imported."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError, Problem
from inspector.core.projects import Project
from inspector.operations.programmes import list_programmes
from inspector.operations.projects import create_project
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.look import font, tokens
from inspector.ui.kit.style.tokens import SPACE_3, SPACE_4, SPACE_6
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.panels import Card, Ground
from inspector.ui.kit.widgets.texts import small, title
from inspector.ui.screens.projects.begin.model import fact_fields, identity_fields
from inspector.ui.screens.projects.forms.view import RecordForm
from inspector.words.language import _

_WIDEST = 820
_TWO_LINES = 56


class BeginPage(Ground):
    """The form of a new project.

    Signals:
        made(object): the project that is on record now.
        left(): the person does not want one after all.
    """

    made = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(canvas=True, parent=parent)
        self._desk = desk
        self.form = RecordForm((*identity_fields(), *fact_fields()), columns=2)
        self.form.entered.connect(self.give)
        card = Card()
        card.setMaximumWidth(_WIDEST)
        card.column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        card.column.setSpacing(SPACE_3)
        card.column.addWidget(title(_("新建项目")))
        card.column.addWidget(small(_("只有编码和名称必须填写，其余以后随时可补。")))
        card.column.addWidget(self.form)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        inner = QVBoxLayout()
        inner.addWidget(card)
        inner.addStretch(1)
        row.addStretch(1)
        row.addLayout(inner, 20)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(content, _("新建项目")), 1)
        column.addWidget(self._foot())

    def begin(self) -> None:
        """Show an empty form."""
        self.form.clear()
        known = list_programmes(self._desk.workspace)
        self.form.suggest("programme", [programme.name for programme in known])
        self.form.begin()

    def give(self) -> None:
        """Put the project on record, or say in place what is wrong."""
        values = self.form.read()
        if values is None:
            return
        code, name = str(values.pop("code")), str(values.pop("name"))
        workspace = self._desk.workspace
        self._desk.act(
            lambda: create_project(workspace, code, name, **values), self._done, self._refused
        )

    def _foot(self) -> Ground:
        """Keep the acts in reach below the form, however long it is."""
        no = KeyButton(_("返回"), keys="Esc", kind=Kind.QUIET)
        no.clicked.connect(self.left)
        yes = KeyButton(_("建立项目"), keys="Enter", kind=Kind.PRIMARY)
        yes.setObjectName("give_project")
        yes.clicked.connect(self.give)
        foot = Ground(edges="top")
        acts = QWidget()
        acts.setMaximumWidth(_WIDEST)
        inner = QHBoxLayout(acts)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(no)
        inner.addStretch(1)
        inner.addWidget(yes)
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_4, 6, SPACE_4, 6)
        row.addStretch(1)
        row.addWidget(acts, 20)
        row.addStretch(1)
        return foot

    def _done(self, project: Project) -> None:
        self.made.emit(project)

    def _refused(self, error: InspectorError) -> None:
        of_code = {Problem.CODE_TAKEN, Problem.CODE_INVALID}
        field = "code" if error.problem in of_code else str(error.facts.get("field", "name"))
        known = field if field in {"code", "name"} else "name"
        self.form.show_error(known, self._desk.ask.explain(error))


class SentenceDelegate(RowDelegate[str]):
    """Paints a sentence over two lines where one is too short for it."""

    def __init__(self) -> None:
        super().__init__(_TWO_LINES)

    def paint_row(self, painter: QPainter, area: QRectF, row: str, *, chosen: bool) -> None:
        """Paint the sentence."""
        painter.setFont(font(bold=chosen))
        painter.setPen(QColor(tokens().text))
        wrapped = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, wrapped, row)


class FaultsPage(Ground):
    """What has to be corrected in a file before it can be taken in.

    Signals:
        again_wanted(): the person has corrected the file.
        template_wanted(): the person wants the empty workbook.
        left(): back to where one came from.
    """

    again_wanted = Signal()
    template_wanted = Signal()
    left = Signal()

    def __init__(
        self, heading: str, *, with_template: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._lines: dict[str, str] = {}
        self._heading = title(heading)
        self._summary = small()
        self.model: PagedListModel[str] = PagedListModel(lambda _ids: self._lines, say=str)
        self.model.setParent(self)
        self.list = RowList(heading, SentenceDelegate())
        self.list.setModel(self.model)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        words = QVBoxLayout()
        words.addWidget(self._heading)
        words.addWidget(self._summary)
        head.addLayout(words, 1)
        head.addLayout(self._buttons(with_template=with_template))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_faults(self, summary: str, lines: Sequence[str]) -> None:
        """List what has to be corrected."""
        self._summary.set(summary)
        self._lines = {str(number): line for number, line in enumerate(lines)}
        self.model.show_ids(list(self._lines))
        self.model.refresh()
        self.list.choose(0)
        self.list.setFocus()

    def lines(self) -> list[str]:
        """Give what is listed."""
        return list(self._lines.values())

    def summary(self) -> str:
        """Give the sentence above the list."""
        return self._summary.words()

    def _buttons(self, *, with_template: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        left = KeyButton(_("返回"), keys="Esc", kind=Kind.QUIET)
        left.clicked.connect(self.left)
        row.addWidget(left)
        if with_template:
            template = KeyButton(_("保存模板"), icon="export")
            template.clicked.connect(self.template_wanted)
            row.addWidget(template)
        again = KeyButton(_("改好了，重新导入"), keys="Ctrl+I", kind=Kind.PRIMARY)
        again.clicked.connect(self.again_wanted)
        row.addWidget(again)
        return row
