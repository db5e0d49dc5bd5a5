"""Tell the story: day by day, everybody does what they do, at the hour at which they do it."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from inspector.core.checklists import AnswerState
from inspector.core.defects import Defect, DefectState, DefectStep
from inspector.core.evidence import Photo, PhotoRole
from inspector.core.inspections import Visit, VisitKind
from inspector.core.meetings import Meeting
from inspector.core.progress import Progress, Unwatched, tracked
from inspector.folders import resources
from inspector.operations.defects import MoveDraft, write_move
from inspector.operations.disclosures import freeze_visit
from inspector.operations.notices import NoticeDraft, issue_notice
from inspector.operations.packs import find_pack
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.sample.clock import StoryClock, moment
from inspector.operations.sample.darkroom import Darkroom
from inspector.operations.sample.days import VISITS, VisitPlan
from inspector.operations.sample.finding import Fate, Finding, Round
from inspector.operations.sample.ground import Ground, lay_ground
from inspector.operations.sample.meeting import FIRST, SECOND, RoundPlan, hold_round, put_rules
from inspector.operations.sample.people import CHIEF, CLERK, HEAD, REPAIRER, Actor
from inspector.operations.sample.pictures import PlannedPhoto, orders_for, photos_of
from inspector.operations.sample.plan import Plan, PlannedAnswer, SampleSize, Spot, make_plan
from inspector.operations.sample.replying import SheetAnswer, reply_by_sheets
from inspector.operations.sample.signing import sign_round
from inspector.operations.sample.way import call_for_acceptance
from inspector.operations.sample.writing import Pen, hang_photos, open_finding, write_answer
from inspector.operations.visits import VisitDraft, create_visit
from inspector.operations.workspace import Workspace, change_person
from inspector.store.database import Writing

SEED = 2026
BY_SHEET = "pipes"
"""The party that has no program and answers by reply sheets."""
_FIRST_DUE, _LAST_DUE = date(2026, 11, 18), date(2026, 11, 22)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What was made."""

    project_id: str
    plan: Plan
    photos: tuple[PlannedPhoto, ...]

    @property
    def answers(self) -> int:
        """Count the answers on record."""
        return self.plan.answer_count

    @property
    def defects(self) -> int:
        """Count the defects on record."""
        return len(self.plan.findings)


def make_sample(
    workspace: Workspace,
    clock: StoryClock,
    size: SampleSize = SampleSize.FULL,
    *,
    seed: int = SEED,
    progress: Progress | None = None,
    small_pictures: bool = False,
) -> Sample:
    """Make the sample community in a workspace that keeps the story's time.

    The same seed gives the same texts, values and pictures; only ids differ. Stopping leaves the
    story where it stands; the workspace is then whole but unfinished.
    """
    plan = make_plan(find_pack(workspace), size, seed)
    photos = photos_of(plan, small=small_pictures)
    with tempfile.TemporaryDirectory(prefix="sample-") as name:
        folder = Path(name)
        with Darkroom(orders_for(photos, folder)) as darkroom:
            story = _Story(workspace, clock, plan, _Album(photos, folder, darkroom))
            story.tell(progress or Unwatched())
    return Sample(project_id=story.ground.project.id, plan=plan, photos=photos)


@dataclass(frozen=True, slots=True)
class _Album:
    """The story's pictures on their way from the camera."""

    photos: tuple[PlannedPhoto, ...]
    folder: Path
    darkroom: Darkroom

    def of_day(self, day: date) -> list[PlannedPhoto]:
        return [photo for photo in self.photos if photo.day == day]

    def file(self, photo: PlannedPhoto) -> Path:
        if photo.heic is not None:
            return resources() / "sample" / photo.heic
        path = self.folder / photo.name
        self.darkroom.wait_for(path)
        return path


class _Story:
    """The telling: what has been put on record so far."""

    def __init__(self, workspace: Workspace, clock: StoryClock, plan: Plan, album: _Album) -> None:
        self._workspace = workspace
        self._clock = clock
        self._plan = plan
        self._album = album
        self._visits: dict[str, Visit] = {}
        self._defects: dict[Spot, Defect] = {}
        self._taken: dict[str, Photo] = {}
        self._acting: Actor | None = None
        self._pen: Pen | None = None

    @property
    def ground(self) -> Ground:
        """Give the project with its places and parties."""
        return self._hand.ground

    @property
    def _hand(self) -> Pen:
        if self._pen is None:
            message = "the ground was not laid"
            raise RuntimeError(message)
        return self._pen

    def tell(self, progress: Progress) -> None:
        """Tell all days in their order."""
        self._clock.reach(moment(VISITS[0].days[0], 8))
        self._let(CLERK)
        self._pen = Pen(
            workspace=self._workspace,
            clock=self._clock,
            ground=lay_ground(self._workspace, self._plan),
            pack=self._plan.pack,
        )
        days = [(visit, day) for visit in VISITS for day in visit.days]
        for visit, day in tracked(days, len(days), progress):
            self._day(visit, day)
        self._end()

    def _let(self, actor: Actor) -> None:
        """Let somebody act, unless they do already."""
        if self._acting != actor:
            change_person(self._workspace, actor.name, actor.unit)
            self._acting = actor

    def _day(self, visit: VisitPlan, day: date) -> None:
        self._clock.reach(moment(day, 8, 30))
        if day == visit.days[0]:
            self._begin(visit)
        if visit.kind is VisitKind.RECHECK:
            self._recheck_day(visit, day)
        else:
            self._inspect(visit, day)
            self._bring_photos(self._album.of_day(day), moment(day, 17))
            if day == visit.days[-1]:
                self._issue(visit)

    def _begin(self, visit: VisitPlan) -> None:
        if visit.round is Round.JOINT:
            self._let(CLERK)
            put_rules(self._workspace)
            call_for_acceptance(self._workspace, self.ground.project.id)
        self._let(visit.actors[0])
        draft = VisitDraft(
            kind=visit.kind,
            first_on=visit.days[0],
            last_on=visit.days[-1],
            title=visit.title,
            inspectors=tuple(actor.name for actor in visit.actors),
            note=visit.note,
        )
        made = create_visit(self._workspace, self.ground.project.id, draft)
        self._visits[visit.round] = made.value

    # -- inspecting ----------------------------------------------------------------------

    def _inspect(self, visit: VisitPlan, day: date) -> None:
        """Go from place to place; what was found at one place is written in one act."""
        answers = self._plan.of_day(visit.round, day)
        for (actor, _place), found in groupby(answers, lambda a: (a.by, a.scope.place.key)):
            self._let(actor)
            with self._workspace.act() as writing:
                for answer in found:
                    self._write(writing, answer)

    def _write(self, writing: Writing, answer: PlannedAnswer) -> None:
        visit = self._visits[answer.round]
        write_answer(self._hand, writing, visit, answer)
        if answer.opens and answer.finding is not None:
            defect = open_finding(self._hand, writing, visit, answer, answer.finding)
            self._defects[answer.spot] = defect

    def _bring_photos(self, photos: Sequence[PlannedPhoto], at: datetime) -> None:
        """Take photos in from the phones, and say what they show."""
        if not photos:
            return
        self._clock.reach(at)
        self._let(CLERK)
        order = IntakeOrder(
            project_id=self.ground.project.id, visit_id=self._visits[photos[0].round].id
        )
        files = [self._album.file(photo) for photo in photos]
        receipt = import_photos(self._workspace, files, order).value
        taken = {photo.name: photo for photo in (*receipt.taken, *receipt.known)}
        self._taken.update(taken)
        pairs = [(photo, taken[photo.name]) for photo in photos]
        hang_photos(self._hand, self._visits, self._defects, pairs)

    # -- defects ---------------------------------------------------------------------------

    def _move(self, finding: Finding, draft: MoveDraft) -> None:
        with self._workspace.act() as writing:
            self._write_move(writing, finding, draft)
        self._clock.tick(25)

    def _write_move(self, writing: Writing, finding: Finding, draft: MoveDraft) -> None:
        defect = writing.office.defects.get(self._defects[finding.spot].id)
        self._defects[finding.spot] = write_move(self._workspace, writing, defect, draft)

    def _issue(self, visit: VisitPlan) -> None:
        """Void what was recorded by mistake, then send each party its notice."""
        self._clock.reach(moment(visit.days[-1], 17, 20))
        self._let(CLERK)
        found = [f for f in self._plan.findings if f.found is visit.round]
        for finding in _of_fate(found, Fate.VOIDED):
            self._move(finding, MoveDraft(step=DefectStep.VOID, reason=finding.reason))
        owed = [f for f in found if f.fate is not Fate.VOIDED]
        if visit.round is Round.JOINT:
            freeze_visit(self._workspace, self._visits[visit.round].id)
        due_on = _LAST_DUE if visit.round is Round.JOINT else _FIRST_DUE
        for party in dict.fromkeys(finding.party for finding in owed):
            draft = NoticeDraft(
                party_id=self.ground.parties[party],
                due_on=due_on,
                defect_ids=tuple(self._defects[f.spot].id for f in owed if f.party == party),
                demand="请逐条整改，回复时附整改后照片；整改期间做好现场防护。",
            )
            issue_notice(self._workspace, self.ground.project.id, draft)
            self._clock.tick(180)
        self._start_repairs(owed)
        if visit.round is Round.JOINT:
            self._meet(FIRST, moment(visit.days[-1], 17, 50))

    def _start_repairs(self, findings: Iterable[Finding]) -> None:
        """Let the parties begin with two repairs of three; the rest is replied to at once."""
        self._clock.tick(900)
        chosen = [f for i, f in enumerate(findings) if f.rechecked and i % 3]
        for finding in sorted(chosen, key=lambda finding: finding.party):
            self._let(REPAIRER[finding.party])
            self._move(finding, MoveDraft(step=DefectStep.START_REPAIR))

    def _recheck_day(self, visit: VisitPlan, day: date) -> None:
        """Take the replies with their photos at noon, then check each repair on the spot."""
        answers = self._plan.of_day(visit.round, day)
        taken = self._album.of_day(day)
        photos = {photo.spot: photo for photo in taken if photo.role is PhotoRole.AFTER}
        self._bring_photos(list(photos.values()), moment(day, 11, 40))
        todays = [a.finding for a in answers if a.finding is not None]
        self._reply_by_sheet([f for f in todays if f.party == BY_SHEET], photos, day)
        for finding in sorted(todays, key=lambda finding: finding.party):
            if finding.party != BY_SHEET:
                self._reply(finding, self._taken[photos[finding.spot].name])
        self._let(visit.actors[0])
        for answer in answers:
            with self._workspace.act() as writing:
                self._write(writing, answer)
                self._check(writing, answer)
        evening = [photo for photo in taken if photo.role is PhotoRole.RECHECK]
        self._bring_photos(evening, moment(day, 17))
        if visit.round is Round.FIRST_RECHECK and day == visit.days[-1]:
            self._extend(day)

    def _reply_by_sheet(
        self, findings: Sequence[Finding], photos: Mapping[Spot, PlannedPhoto], day: date
    ) -> None:
        """Let the clerk take in what a party without the program has filled in."""
        self._let(CLERK)
        answers = [
            SheetAnswer(
                defect_id=self._defects[finding.spot].id,
                number=self._defects[finding.spot].number,
                measure=self._repair_of(finding),
                done_on=day,
                done_by=REPAIRER[finding.party].name,
                photo=self._album.file(photos[finding.spot]),
            )
            for finding in findings
        ]
        reply_by_sheets(self._workspace, self.ground.project.id, answers)
        with self._workspace.read() as office:
            for finding in findings:
                defect = self._defects[finding.spot]
                self._defects[finding.spot] = office.defects.get(defect.id)
        self._clock.tick(25 * len(findings))

    def _repair_of(self, finding: Finding) -> str:
        was_sent_back = self._defects[finding.spot].state is DefectState.RECHECK_FAILED
        return f"按复验意见返工：{finding.repair}" if was_sent_back else finding.repair

    def _reply(self, finding: Finding, photo: Photo) -> None:
        self._let(REPAIRER[finding.party])
        draft = MoveDraft(
            step=DefectStep.REPLY,
            reason=self._repair_of(finding),
            party_id=self.ground.parties[finding.party],
            photo_ids=(photo.id,),
        )
        self._move(finding, draft)

    def _check(self, writing: Writing, answer: PlannedAnswer) -> None:
        if answer.finding is None:
            return
        passes = answer.state is AnswerState.PASS
        step = DefectStep.RECHECK_PASS if passes else DefectStep.RECHECK_FAIL
        self._clock.tick(15)
        self._write_move(writing, answer.finding, MoveDraft(step=step, reason=answer.note))

    def _extend(self, day: date) -> None:
        self._clock.reach(moment(day, 17))
        self._let(CHIEF)
        for finding in _of_fate(self._plan.findings, Fate.EXTENDED):
            draft = MoveDraft(step=DefectStep.EXTEND, reason=finding.reason, due_on=finding.until)
            self._move(finding, draft)

    def _end(self) -> None:
        """Decide on what is left, and hand the laptop back to the office's clerk."""
        self._clock.reach(moment(VISITS[-1].days[-1], 16, 40))
        self._let(HEAD)
        for finding in _of_fate(self._plan.findings, Fate.CONCEDED):
            self._move(finding, MoveDraft(step=DefectStep.CONCEDE, reason=finding.reason))
        for finding in _of_fate(self._plan.findings, Fate.LEFT):
            draft = MoveDraft(
                step=DefectStep.LEAVE_OPEN, reason=finding.reason, due_on=finding.until
            )
            self._move(finding, draft)
        meeting = self._meet(SECOND, moment(VISITS[-1].days[-1], 17))
        sign_round(self._workspace, self._clock, meeting, self.ground.parties)

    def _meet(self, plan: RoundPlan, at: datetime) -> Meeting:
        """Let the clerk keep the records of a round of the meeting."""
        self._clock.reach(at)
        self._let(CLERK)
        ground = self.ground
        return hold_round(self._workspace, self._clock, ground.project.id, ground.parties, plan)


def _of_fate(findings: Iterable[Finding], fate: Fate) -> list[Finding]:
    return [finding for finding in findings if finding.fate is fate]
