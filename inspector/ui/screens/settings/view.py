"""The room of settings: who acts, how it looks, and looking after the workspace."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.core.errors import InspectorError
from inspector.core.people import Person
from inspector.folders import BACKUPS
from inspector.operations.upkeep import WorkspaceInfo
from inspector.settings import Language, Mode
from inspector.ui.kit.actions import Action
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.screen import Crumb, Screen
from inspector.ui.kit.style.tokens import LARGE, SPACE_2, SPACE_3, SPACE_4, SPACE_6, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Banner, Card, Ground
from inspector.ui.kit.widgets.texts import Pairs, Words, body, small
from inspector.ui.screens.settings.viewmodel import (
    SettingsBoard,
    Verdict,
    backup_text,
    facts_of,
)
from inspector.words.language import N_, _

_WIDEST = 860
_MODES = (
    (Mode.SYSTEM, N_("跟随系统")),
    (Mode.LIGHT, N_("浅色")),
    (Mode.DARK, N_("深色")),
    (Mode.SUN, N_("阳光下")),
)
_LANGUAGES = (
    (Language.SYSTEM, N_("跟随系统")),
    (Language.CHINESE, "中文"),
    (Language.ENGLISH, "English"),
)
_LICENCES = N_(
    "Inspector（验收）按 Apache-2.0 许可发布。"
    "字体 Noto Sans SC、Noto Serif SC 按 SIL OFL 1.1 许可；"
    "窗口用 Qt（LGPL-3.0），数据库用 SQLite（公有领域）。完整清单见随附的 docs/dependencies.md。"
)


class SettingsScreen(Screen):
    """设置."""

    reads = frozenset(Topic)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = SettingsBoard(desk, self)
        content = QWidget()
        middle = QVBoxLayout()
        middle.setSpacing(SPACE_3)
        for card in (
            *(self._person_card(), self._look_card(), self._care_card()),
            *(self._workspace_card(), self._about_card()),
        ):
            card.setMaximumWidth(_WIDEST)
            middle.addWidget(card)
        middle.addStretch(1)
        row = QHBoxLayout(content)
        row.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        row.addStretch(1)
        row.addLayout(middle, 20)
        row.addStretch(1)
        ground = Ground(canvas=True)
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(scrolled(content, _("设置")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ground)
        desk.preferences.changed.connect(self._show_preferences)
        self._show_preferences()
        self.set_crumbs(Crumb(_("设置")))
        self.set_actions(
            Action(id="settings.backup", text=_("备份"), shortcut="Ctrl+B", slot=self._back_up),
            Action(id="settings.check", text=_("检查数据"), shortcut="Ctrl+R", slot=self._check),
            Action(
                id="settings.folder",
                text=_("打开数据文件夹"),
                shortcut="Ctrl+O",
                slot=self.board.open_folder,
            ),
        )

    def reread(self) -> None:
        """Read again what is shown."""
        person = self.board.person()
        if not (self._name.isModified() or self._unit.isModified()):
            self._show_person(person)
        people = [(one.id, f"{one.name}　{one.unit}") for one in self.board.people()]
        self._known.set_choices(people)
        self._known.choose(person.id)
        self._known_row.setVisible(len(people) > 1)
        self._backups.set(backup_text(self.board.backups()))
        self.board.read_info(self._show_info)

    # -- making ----------

    def _person_card(self) -> Card:
        card = _card(_("操作人"))
        card.column.addWidget(small(_("以后的记录都记在此人名下；此前的记录不变。")))
        self._known = ChoiceBox([], _("以前用过"))
        self._known.setObjectName("known_people")
        self._known.chosen.connect(self._take_known)
        self._known_row = FieldRow(_("以前用过"), self._known)
        self._name, self._unit = line_edit(), line_edit()
        self._name.setObjectName("settings_name")
        self._unit.setObjectName("settings_unit")
        self._name_row = FieldRow(_("姓名"), self._name)
        self._unit_row = FieldRow(_("单位"), self._unit)
        for editor in (self._name, self._unit):
            editor.returnPressed.connect(self._give_person)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE_4)
        for row in (self._name_row, self._unit_row):
            fields.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        card.column.addWidget(self._known_row)
        card.column.addLayout(fields)
        give = _button(_("换成此人操作"), self._give_person, name="give_person")
        card.column.addWidget(give, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _look_card(self) -> Card:
        card = _card(_("外观与语言"))
        self._mode = Segmented([(mode.value, _(text)) for mode, text in _MODES], _("外观"))
        self._mode.setObjectName("mode")
        self._mode.chosen.connect(lambda key: self.desk.preferences.change(mode=Mode(key)))
        self._language = Segmented([(one.value, _(text)) for one, text in _LANGUAGES], _("语言"))
        self._language.setObjectName("language")
        self._language.chosen.connect(self._choose_language)
        self._language_note = small(_("更换语言后，下次启动时生效。"))
        for text, control in ((_("外观"), self._mode), (_("语言"), self._language)):
            row = QHBoxLayout()
            label = body(text)
            label.setFixedWidth(72)
            row.addWidget(label)
            row.addWidget(control)
            row.addStretch(1)
            card.column.addLayout(row)
        card.column.addWidget(self._language_note)
        return card

    def _care_card(self) -> Card:
        card = _card(_("备份与检查"))
        self._backups = body()
        self._banner = Banner()
        self._findings = small()
        self._findings.hide()
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=SPACE_2, line_gap=0)
        for button in (
            _button(_("备份记录"), self._back_up, "Ctrl+B", icon="archive", name="back_up"),
            _button(_("连照片备份到…"), self._ask_target, icon="export", name="back_up_to"),
            _button(_("从备份恢复…"), self._ask_backup, icon="history", name="restore"),
            _button(_("检查数据"), self._check, "Ctrl+R", icon="refresh", name="check"),
        ):
            flow.addWidget(button)
        card.column.addWidget(self._backups)
        card.column.addWidget(buttons)
        card.column.addWidget(self._banner)
        card.column.addWidget(self._findings)
        return card

    def _workspace_card(self) -> Card:
        card = _card(_("本机数据"))
        self._folder = body(str(self.board.folder()))
        self._facts = Pairs()
        card.column.addWidget(self._folder)
        card.column.addWidget(self._facts)
        open_it = _button(_("打开文件夹"), self.board.open_folder, "Ctrl+O", icon="folder")
        card.column.addWidget(open_it, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _about_card(self) -> Card:
        card = _card(_("关于"))
        card.column.addWidget(small(_(_LICENCES)))
        keys = _button(_("按键一览"), self._show_keys, "F1", icon="keyboard", name="keys")
        card.column.addWidget(keys, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # -- who acts ----------

    def _show_person(self, person: Person) -> None:
        self._name.setText(person.name)
        self._unit.setText(person.unit)

    def _take_known(self, person_id: str) -> None:
        for person in self.board.people():
            if person.id == person_id:
                self._show_person(person)

    def _give_person(self) -> None:
        name, unit = self._name.text().strip(), self._unit.text().strip()
        for row, text in ((self._unit_row, unit), (self._name_row, name)):
            row.clear_error()
            if not text:
                row.show_error(_("请填写。"))
        if name and unit:
            self.board.change_person(name, unit, self._changed, self._refused)

    def _changed(self, person: Person) -> None:
        self._show_person(person)
        self.desk.toast(_("现在由 {name} 操作").format(name=person.name))

    def _refused(self, error: InspectorError) -> None:
        self._name_row.show_error(self.desk.ask.explain(error))

    # -- look ----------

    def _show_preferences(self) -> None:
        self._mode.choose(self.desk.preferences.value.mode.value)
        self._language.choose(self.desk.preferences.value.language.value)

    def _choose_language(self, key: str) -> None:
        self.desk.preferences.change(language=Language(key))
        self._language_note.set(_("已记下，下次启动时生效。"), Tone.ACCENT)

    # -- care ----------

    def _back_up(self) -> None:
        self.board.back_up(self._backed_up)

    def _ask_target(self) -> None:
        question = FileQuestion(title=_("备份到哪个文件夹"))
        self.desk.ask.folder(question, lambda path: self.board.back_up(self._backed_up, path))

    def _backed_up(self, folder: Path) -> None:
        self._backups.set(backup_text(self.board.backups()))
        self._banner.say(_("备份已完成并核对：{folder}").format(folder=folder), Tone.PASS)

    def _ask_backup(self) -> None:
        question = FileQuestion(title=_("选择备份"), folder=str(self.board.folder() / BACKUPS))
        self.desk.ask.folder(question, self._ask_new_folder)

    def _ask_new_folder(self, backup: Path) -> None:
        question = FileQuestion(title=_("恢复到哪个新文件夹"))
        self.desk.ask.folder(
            question, lambda folder: self.board.restore(backup, folder, self._restored)
        )

    def _restored(self, folder: Path) -> None:
        text = _("已恢复到 {folder}。关闭本窗口后，从那里打开即可。")
        self._banner.say(text.format(folder=folder), Tone.PASS)

    def _check(self) -> None:
        self._findings.hide()
        self.board.check(self._show_verdict)

    def _show_verdict(self, verdict: Verdict) -> None:
        tone = Tone.PASS if verdict.is_sound else Tone.FAIL
        self._banner.say(verdict.headline, tone)
        self._findings.set("\n".join(verdict.lines))
        self._findings.setVisible(bool(verdict.lines))

    def _show_info(self, info: WorkspaceInfo) -> None:
        self._facts.set(facts_of(info))

    def _show_keys(self) -> None:
        """Open the window's list of keys: its action is the one way to it."""
        for action in self.window().findChildren(QAction, "window.keys"):
            action.trigger()


def _card(heading: str) -> Card:
    card = Card()
    card.column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
    card.column.setSpacing(SPACE_2)
    card.column.addWidget(Words(heading, Pen(size=LARGE, bold=True)))
    return card


def _button(
    text: str, slot: Callable[[], object], keys: str = "", *, icon: str = "", name: str = ""
) -> KeyButton:
    made = KeyButton(text, keys=keys, icon=icon)
    made.setObjectName(name)
    made.clicked.connect(lambda _checked: slot())
    return made
