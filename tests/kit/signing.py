"""A meeting whose verdict is read out, ready to be signed."""

from inspector.core.checklists import AnswerState
from inspector.core.conclusion import ConclusionKind
from inspector.core.ink import Ink, InkPoint
from inspector.core.meetings import Presence, Stance
from inspector.core.projects import PartyRole, PlaceKind
from inspector.operations.inspecting import set_result
from inspector.operations.meetings import (
    AttendanceDraft,
    MeetingDraft,
    create_meeting,
    declare_verdict,
    note_attendance,
)
from inspector.operations.opinions import OpinionDraft, give_opinion
from inspector.operations.signing import SignatureDraft, show_signatures, sign
from tests.kit.builders import (
    FIRST_DAY,
    make_defect,
    make_party,
    make_place,
    make_project,
    make_spot,
    make_visit,
)

INK = Ink(2000, 800, ((InkPoint(100, 100, 0, 400), InkPoint(900, 500, 60, 700)),))
OTHER_INK = Ink(2000, 800, ((InkPoint(50, 60, 0), InkPoint(700, 300, 40)),))


class Held:
    """A meeting that passed in principle, with all that can change after."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.project = make_project(workspace)
        kind = PlaceKind.COMMUNITY
        self.place = make_place(workspace, self.project, kind=kind, code="JF2", name="解放二村")
        self.visit = make_visit(workspace, self.project)
        self.spot = make_spot(workspace, self.project, self.place, self.visit, "RD-005")
        set_result(workspace, self.visit, self.spot, AnswerState.PASS)
        self.defect = make_defect(workspace, self.project, self.place)
        self.owner = make_party(workspace, self.project, "建设街道", role=PartyRole.OWNER)
        self.builder = make_party(workspace, self.project, "市政集团")
        self.residents = make_party(workspace, self.project, "居民", role=PartyRole.RESIDENTS)
        draft = MeetingDraft(held_on=FIRST_DAY, chair="周主任")
        self.meeting = create_meeting(workspace, self.project.id, draft).value
        for party, name in ((self.owner, "陈敏"), (self.builder, "王强"), (self.residents, "赵姨")):
            self.attend(party, representative=name)
            self.say(party)
        declare_verdict(workspace, self.meeting.id, kind=ConclusionKind.PASS, reason="当场整改完毕")

    def attend(self, party, presence=Presence.PRESENT, **more):
        draft = AttendanceDraft(presence=presence, **more)
        note_attendance(self.workspace, self.meeting.id, party.id, draft)

    def say(self, party, stance=Stance.AGREE, **more):
        draft = OpinionDraft(stance=stance, **more)
        give_opinion(self.workspace, self.meeting.id, party.id, draft)

    def show(self, workspace=None):
        return show_signatures(workspace or self.workspace, self.meeting.id)

    def sign(self, party=None, ink=INK, workspace=None, **more):
        draft = SignatureDraft(
            party_id=(party or self.owner).id, shown=self.show(workspace).shown, ink=ink, **more
        )
        return sign(workspace or self.workspace, self.meeting.id, draft).value
