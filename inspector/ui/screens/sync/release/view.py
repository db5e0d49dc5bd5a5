"""The page of releasing: what would go, who holds it, what stays; the foot deletes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Mark, Pen
from inspector.ui.kit.style.tokens import LARGE, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import ChoiceBox
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.sync.page.view import Marked, Page, Stacked
from inspector.ui.screens.sync.release.model import ReleaseFacts
from inspector.ui.screens.sync.release.viewmodel import Projects, ReleaseBoard
from inspector.words.language import _

ALL = ""


class ReleasePage(Page):
    """腾出空间.

    Signals:
        asked(str): find out for this project, or for all.
        given(str): delete.
    """

    asked = Signal(str)
    given = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("腾出空间"))
        self.project = ChoiceBox(((ALL, _("全部项目")),), _("项目"))
        self.told = Words("", Pen(size=LARGE, bold=True))
        self._held, self._stays = Stacked(gap=SPACE_2), Stacked(gap=SPACE_2)
        self.give = KeyButton(_("删除原件"), keys="Ctrl+Enter", icon="trash", kind=Kind.PRIMARY)
        self.give.setObjectName("give_release")
        self._lay_out()
        self.project.chosen.connect(self.asked)
        self.give.clicked.connect(self.release)
        self.show_facts(None)

    def wanted(self) -> str:
        """Give the project that is chosen, nothing for all."""
        return self.project.current()

    def release(self) -> None:
        """Delete, if there is anything to."""
        if self.give.isEnabled():
            self.given.emit(self.wanted())

    def show_projects(self, projects: Projects) -> None:
        """Offer these projects."""
        self.project.set_choices([(ALL, _("全部项目")), *projects])

    def show_facts(self, facts: ReleaseFacts | None) -> None:
        """Say what would go; while that is not known, nothing can be deleted."""
        self.told.set(facts.told if facts else _("正在核对哪些原件别的电脑也有…"))
        self._held.show_parts([Marked(Mark.PASS, text) for text in facts.held] if facts else [])
        self._stays.show_parts([Marked(Mark.OPEN, text) for text in facts.stays] if facts else [])
        count = facts.count if facts else 0
        some = _("删除这 {count} 张原件").format(count=count)
        self.give.set_text(some if count else _("删除原件"))
        self.give.setEnabled(count > 0)

    def _lay_out(self) -> None:
        intro = _(
            "照片原件占地方。别的已登记电脑说存有的，可以从本机删除：照片的记录、看图和打印用的小图"
            "都保留，收对方带照片的同步包就补回原件。绝不删最后一份；删除不能撤销。"
        )
        chosen = QHBoxLayout()
        chosen.addWidget(self.project)
        chosen.addStretch(1)
        card = Card()
        for part in (self.told, self._held, self._stays):
            card.column.addWidget(part)
        self.body.addWidget(Words(intro))
        self.body.addLayout(chosen)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.give)
        self.show_foot()


class Releaser(QObject):
    """The page over its board."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = ReleaseBoard(desk, self)
        self.page = ReleasePage()
        board, page = self.board, self.page
        board.planned.connect(self._show)
        board.released.connect(lambda said: page.banner.say(said, Tone.PASS))
        board.refused.connect(lambda error: page.banner.say(desk.ask.explain(error), Tone.FAIL))
        page.asked.connect(board.plan)
        page.given.connect(board.release)

    def reread(self) -> None:
        """Plan anew."""
        self.board.plan(self.page.wanted())

    def _show(self) -> None:
        self.page.show_projects(self.board.projects)
        self.page.show_facts(self.board.facts)
