"""What is filled in at a meeting: its data, who stands for a party, groups, conditions, voices."""

from datetime import date, timedelta

from inspector.core.checklists import Severity
from inspector.core.meetings import (
    GroupKind,
    Meeting,
    MeetingGroup,
    Presence,
    ResidentVoice,
    Satisfaction,
    Stance,
)
from inspector.core.projects import PartyRole
from inspector.operations.meetings import AttendanceDraft, GroupDraft, MeetingEdit, ResidentDraft
from inspector.operations.opinions import ConditionDraft, OpinionDraft
from inspector.operations.projects import PartyDraft
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.days import DayField, day_of
from inspector.ui.kit.widgets.fields import ChoiceBox, text_edit
from inspector.ui.screens.acceptance.meeting.model import (
    NONE,
    Choices,
    PartyRow,
    group_kinds,
    levels,
    party_roles,
    presences,
    severities,
    split_list,
    stances,
)
from inspector.ui.screens.acceptance.meeting.sheet.view import Choose, FileField, Form
from inspector.words.language import _
from inspector.words.records import field_name

_USUAL_TERM = timedelta(days=15)
"""How long a condition may take unless the person says otherwise."""


def _personal_hint() -> str:
    return _("个人信息：不印入报告，不进公开副本，可以清除。")


class SettingsForm(Form):
    """Day, place, chair and rules of the meeting."""

    def __init__(self, meeting: Meeting, rules: str, today: date, choose: Choose) -> None:
        super().__init__("settings", _("会议设置"), _("保存"))
        self.day = DayField(today, meeting.held_on)
        self.chair = self.line("chair", meeting.chair)
        self.venue = self.line("venue", meeting.venue)
        self.agenda = text_edit(meeting.agenda or "", lines=4)
        self.rules = FileField("settings_rules", rules, choose)
        self._day_row = self.add(field_name("held_on"), self.day)
        self.add(field_name("chair"), self.chair)
        self.add(field_name("venue"), self.venue, is_wide=True)
        self.add(field_name("agenda"), self.agenda, is_wide=True)
        self.add(_("判定规则"), self.rules, _("另选一份规则文件（TOML），只用于本次会议。"))

    def draft(self) -> MeetingEdit | None:
        """Give what was filled in, or say what is wrong."""
        is_right, day = day_of(self._day_row, self.day, is_owed=True)
        if not is_right:
            return None
        return MeetingEdit(
            held_on=day,
            venue=self.venue.text(),
            chair=self.chair.text(),
            agenda=self.agenda.toPlainText(),
            rules=self.rules.path,
        )


class AttendanceForm(Form):
    """Who stands for a party, in which post, by which letter."""

    def __init__(self, row: PartyRow, choose: Choose) -> None:
        super().__init__("attendance", _("签到：{unit}").format(unit=row.unit), _("保存"))
        self.presence = Segmented(presences()[1:], _("到会情况"))
        self.presence.choose(row.presence or Presence.PRESENT)
        self.person = self.line("representative", row.person)
        self.post = self.line("post", row.post)
        self.letter = FileField("attendance_letter", row.letter, choose)
        hint = _personal_hint() if row.is_personal else ""
        self.add(field_name("presence"), self.presence, is_wide=True)
        self.add(field_name("representative"), self.person, hint)
        self.add(field_name("post"), self.post)
        self.add(_("授权书"), self.letter, _("PDF、JPEG 或 PNG，原样保存。"), is_wide=True)

    def draft(self) -> AttendanceDraft:
        """Give what was filled in."""
        return AttendanceDraft(
            presence=Presence(self.presence.current()),
            representative=self.person.text(),
            post=self.post.text(),
            letter=self.letter.path,
        )


class PartyForm(Form):
    """A party that came without being on record."""

    def __init__(self) -> None:
        super().__init__("party", _("登记参加方"), _("登记"))
        self.role = ChoiceBox(party_roles())
        self.role.choose(PartyRole.DEPARTMENT)
        self.unit = self.line("unit")
        self.person = self.line("representative")
        self.phone = self.line("phone")
        self.add(field_name("role"), self.role)
        self._unit_row = self.add(_("单位名称"), self.unit, _("与合同和公章一致。"))
        hint = _("居民代表、监督小组的姓名是个人信息，不印入报告。")
        self.add(field_name("representative"), self.person, hint)
        self.add(field_name("phone"), self.phone, _personal_hint())

    def draft(self) -> PartyDraft | None:
        """Give what was filled in, or say what is missing."""
        self._unit_row.clear_error()
        if not self.unit.text().strip():
            self._unit_row.show_error(_("请填写单位名称。"))
            return None
        return PartyDraft(
            role=PartyRole(self.role.current()),
            unit=self.unit.text(),
            representative=self.person.text() or None,
            phone=self.phone.text() or None,
        )


class GroupForm(Form):
    """A group of the meeting: its scope, what it sampled, what it found and says."""

    def __init__(self, group: MeetingGroup | None) -> None:
        super().__init__("group", _("验收分组"), _("保存"))
        self.group = group
        self.name = self.line("name", group.name if group else "")
        self.name.setEnabled(group is None)
        self.kind = Segmented(group_kinds(), _("类型"))
        self.scope = self.line("scope", group.scope if group else "")
        self.members = self.line("members", group.members if group else "")
        self.items = self.line("items", _("、").join(group.items) if group else "")
        self.stance = Segmented(stances(), _("分组意见"))
        self.text = self.line("text", group.text if group else "")
        self.missing = self.line("missing", _("、").join(group.missing) if group else "")
        self.remove = KeyButton(_("撤去这个组"), icon="trash", kind=Kind.QUIET)
        self.remove.setObjectName("group_remove")
        self.more.addWidget(self.remove)
        self.remove.setVisible(group is not None)
        self._place()
        self.kind.choose(group.kind if group else GroupKind.SITE)
        self.stance.choose(group.stance if group and group.stance else NONE)

    def _place(self) -> None:
        self._name_row = self.add(_("分组名称"), self.name)
        self.add(_("类型"), self.kind)
        self.add(field_name("scope"), self.scope, _("如：室外道路和管线；1～6 幢"))
        self.add(field_name("members"), self.members, _("用顿号分开"))
        self.add(field_name("items"), self.items, _("检查项编号，用顿号分开，如 RD-005、FS-001"))
        self.add(_("分组意见"), self.stance)
        self.add(_("意见内容"), self.text)
        self.add(_("缺少的资料"), self.missing, _("资料组填写，用顿号分开"))

    def draft(self) -> GroupDraft | None:
        """Give what was filled in, or say what is missing."""
        self._name_row.clear_error()
        if not self.name.text().strip():
            self._name_row.show_error(_("请填写组名。"))
            return None
        said = self.stance.current()
        return GroupDraft(
            kind=GroupKind(self.kind.current()),
            name=self.name.text(),
            scope=self.scope.text(),
            items=split_list(self.items.text()),
            members=self.members.text(),
            stance=Stance(said) if said else None,
            text=self.text.text(),
            missing=split_list(self.missing.text()),
        )


class ConditionForm(Form):
    """A condition of a consent: a defect on record, or what, by whom, until when, how grave."""

    def __init__(self, row: PartyRow, owners: Choices, defects: Choices, today: date) -> None:
        heading = _("{unit}：有条件同意").format(unit=row.unit)
        super().__init__("condition", heading, _("加上这个条件"))
        self.defect = ChoiceBox([("", _("新的条件，填写如下")), *defects])
        self.text = self.line("text", placeholder=_("须做什么，做到什么程度"))
        self.owner = ChoiceBox(owners)
        self.due = DayField(today, today + _USUAL_TERM)
        self.due.editor.setObjectName("condition_due")
        self.due.editor.returnPressed.connect(self.given)
        self.severity = Segmented(severities(), _("严重程度"))
        self.severity.choose(Severity.MINOR)
        self.said = self.line("said", row.said)
        self._place()
        self.defect.chosen.connect(self._choose)

    def _place(self) -> None:
        hint = _("成为一条问题，销项前验收为附条件。要加几个条件，就填几次。")
        self._text_row = self.add(_("条件"), self.text, hint)
        self.add(_("或以已有的问题为条件"), self.defect)
        self.add(_("责任单位"), self.owner)
        self._due_row = self.add(_("期限"), self.due)
        self.add(_("严重程度"), self.severity)
        self.add(_("意见内容"), self.said)

    def _choose(self, defect_id: str) -> None:
        """Let nothing be filled in that the defect has already."""
        for editor in (self.text, self.owner, self.due, self.severity):
            editor.setEnabled(not defect_id)

    def draft(self) -> OpinionDraft | None:
        """Give what was filled in, or say what is missing."""
        self._text_row.clear_error()
        said, defect_id = self.said.text(), self.defect.current()
        if defect_id:
            return OpinionDraft(stance=Stance.CONDITIONAL, text=said, defect_ids=(defect_id,))
        if not self.text.text().strip():
            self._text_row.show_error(_("请写明条件。"))
            return None
        is_right, due = day_of(self._due_row, self.due, is_owed=True)
        if not is_right or due is None:
            return None
        condition = ConditionDraft(
            text=self.text.text(),
            owner_id=self.owner.current(),
            due_on=due,
            severity=Severity(self.severity.current()),
        )
        return OpinionDraft(stance=Stance.CONDITIONAL, text=said, conditions=(condition,))


class ResidentForm(Form):
    """What one resident says, and who it was."""

    def __init__(self, voice: ResidentVoice | None) -> None:
        super().__init__("resident", _("居民意见"), _("记下"))
        self.voice = voice
        self.level = Segmented(levels(), _("满意程度"))
        self.home = self.line("home", voice.home if voice else "", _("如 12 幢 2 单元"))
        self.comment = self.line("comment", voice.comment if voice else "")
        self.name = self.line("name", voice.name if voice else "")
        self.phone = self.line("phone", voice.phone if voice else "")
        self.remove = KeyButton(_("撤回这条意见"), icon="trash", kind=Kind.QUIET)
        self.remove.setObjectName("resident_remove")
        self.more.addWidget(self.remove)
        self.remove.setVisible(voice is not None)
        if voice is not None:
            self.level.choose(voice.level)
        self.add(_("满意程度"), self.level)
        self.add(field_name("home"), self.home)
        self.add(field_name("comment"), self.comment, is_wide=True)
        self.add(_("姓名"), self.name, _personal_hint())
        self.add(field_name("phone"), self.phone)

    def draft(self) -> ResidentDraft:
        """Give what was filled in."""
        return ResidentDraft(
            level=Satisfaction(self.level.current()),
            home=self.home.text(),
            comment=self.comment.text(),
            name=self.name.text(),
            phone=self.phone.text(),
        )
