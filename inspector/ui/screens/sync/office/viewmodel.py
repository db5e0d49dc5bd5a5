"""The organisation: reads how this workspace stands to it, and acts with its key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Outcome
from inspector.core.devices import DeviceView, EnrolRequest
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG
from inspector.core.progress import Progress
from inspector.operations.laptops import Laptop, list_laptops
from inspector.operations.offices import OfficeView, put_root_key, save_root_key, view_office
from inspector.operations.organisation import (
    Enrolment,
    enrol,
    found_organisation,
    load_request,
    request_in,
    request_of_known,
    revoke,
    withdraw,
    write_request,
)
from inspector.operations.packing import Packed, PackOrder, pack_into
from inspector.operations.pasting import (
    Dots,
    answer_as_text,
    code_of,
    request_as_text,
    take_answer,
)
from inspector.operations.taking import Intake
from inspector.operations.watching import watch_folder, watched_folder
from inspector.ui.kit.ask import FileQuestion, Question
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import InMegabytes, Job
from inspector.words.language import _

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

REQUEST_KIND = "JSON (*.json)"
KEY_KIND = "PEM (*.pem)"
OnRefused = Callable[[InspectorError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """The laptops around this one, the organisation, and the shared folder."""

    laptops: Sequence[Laptop] = ()
    office: OfficeView = field(default_factory=OfficeView)
    watched: Path | None = None


def gather_circle(workspace: "Workspace") -> Circle:
    """Read them all."""
    return Circle(
        laptops=list_laptops(workspace),
        office=view_office(workspace),
        watched=watched_folder(workspace),
    )


class OfficeBoard(QObject):
    """Reads for the laptops and the organisation, and acts for the person.

    Signals:
        read(): the circle was read anew.
        requested(object): a request to be enrolled was read (EnrolRequest).
        enrolled(str): the laptop with this key was enrolled.
        request_spelled(str, object): this laptop's request as text, and as the dots of a code.
        answer_spelled(str): the answer to an enrolled laptop as text.
        done(): an act with the key is done: forms close.
        watching_changed(): another shared folder is looked into, or none.
    """

    read = Signal()
    requested = Signal(object)
    enrolled = Signal(str)
    request_spelled = Signal(str, object)
    answer_spelled = Signal(str)
    done = Signal()
    watching_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self.circle = Circle()

    def reread(self) -> None:
        """Read again, beside the person's acts: it looks which photos are here."""
        workspace = self._workspace
        self._desk.jobs.long.start(
            Job(
                work=lambda _progress: gather_circle(workspace),
                on_success=self._take,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def _take(self, circle: Circle) -> None:
        self.circle = circle
        self.read.emit()

    def devices(self) -> list[DeviceView]:
        """List the laptops that are known."""
        return [one.device for one in self.circle.laptops]

    # -- with the organisation's key ----------

    def found(self, name: str, phrase: str, admit: Sequence[str], on_refused: OnRefused) -> None:
        """Found the organisation; then its key file must go to a safe."""
        work = partial(found_organisation, self._workspace, name, phrase, admit)
        self._act(work, _("单位“{name}”已建立").format(name=name), on_refused)

    def enrol(self, key: str, phrase: str, wish: "EnrolWish", on_refused: OnRefused) -> None:
        """Enrol a laptop, by its request or by what is here of it."""
        workspace = self._workspace

        def work() -> Any:
            request = wish.request or request_of_known(workspace, key)
            enrolment = Enrolment(request=request, code=wish.code, supervises=wish.supervises)
            return enrol(workspace, enrolment, phrase)

        def done(_mandate: str) -> None:
            self._desk.toast(_("已登记，它的记录会收入"))
            self.done.emit()
            self.enrolled.emit(key)

        self._desk.act(work, done, on_refused)

    def revoke(self, key: str, reason: str, phrase: str, on_refused: OnRefused) -> None:
        """Revoke a laptop."""
        work = partial(revoke, self._workspace, key, reason, phrase)
        self._act(work, _("已撤销，已收入的记录保留"), on_refused)

    def withdraw(self, person_id: str, reason: str, phrase: str, on_refused: OnRefused) -> None:
        """Take the right to settle from a person."""
        work = partial(withdraw, self._workspace, person_id, reason, phrase)
        self._act(work, _("已收回，已作的裁定保留"), on_refused)

    def _act(self, work: Callable[[], Any], said: str, on_refused: OnRefused) -> None:
        def done(_value: object) -> None:
            self._desk.toast(said)
            self.done.emit()

        self._desk.act(work, done, on_refused)

    # -- files ----------

    def ask_request(self) -> None:
        """Ask for another laptop's request to be enrolled."""
        question = FileQuestion(title=_("读取登记申请"), kinds=REQUEST_KIND)
        self._desk.ask.files(question, self._read_request)

    def _read_request(self, paths: Sequence[Path]) -> None:
        try:
            self.requested.emit(load_request(paths[0]))
        except InspectorError as error:
            self._desk.ask.refuse(error)

    def give_request(self) -> None:
        """Write this laptop's own request."""
        own = next((one.code for one in self.devices()), "")
        question = FileQuestion(
            title=_("导出登记申请"),
            kinds=REQUEST_KIND,
            name=_("登记申请-{code}.json").format(code=own),
        )
        self._save(question, ".json", partial(write_request, self._workspace))

    def save_key(self) -> None:
        """Copy the key file to where the person wants it."""
        root = self.circle.office.root
        question = FileQuestion(
            title=_("另存单位密钥文件"), kinds=KEY_KIND, name=f"organisation-{root[:16]}.pem"
        )
        self._save(question, ".pem", partial(save_root_key, self._workspace))

    def _save(self, question: FileQuestion, ending: str, write: Callable[[Path], Path]) -> None:
        def saved(path: Path) -> None:
            try:
                made = write(path if path.suffix else path.with_suffix(ending))
            except InspectorError as error:
                self._desk.ask.refuse(error)
            else:
                self._desk.toast(_("已保存：{file}").format(file=made.name))

        self._desk.ask.save_as(question, saved)

    def ask_key(self) -> None:
        """Ask for the key file that another computer keeps."""
        question = FileQuestion(title=_("放入单位密钥文件"), kinds=KEY_KIND)
        self._desk.ask.files(question, self._put_key)

    def _put_key(self, paths: Sequence[Path]) -> None:
        try:
            put_root_key(self._workspace, paths[0])
        except InspectorError as error:
            self._desk.ask.refuse(error)
        self.reread()

    def answer(self, key: str) -> None:
        """Write the answer to a laptop that was enrolled: the organisation, sealed for it."""
        workspace = self._workspace
        order = PackOrder(projects=(ORG,), receiver=key)

        def into(folder: Path) -> None:
            def work(progress: Progress) -> Sequence[Packed]:
                return pack_into(workspace, folder, [order], InMegabytes(progress))

            def done(made: Sequence[Packed]) -> None:
                name = made[0].paths[0].name
                self._desk.toast(_("答复已写好：{name}，可以拔出 U 盘").format(name=name))

            self._desk.long_work(_("正在写答复"), Job(work=work, on_success=done))

        self._desk.ask.folder(FileQuestion(title=_("把答复写到")), into)

    # -- text that is pasted ----------

    def spell_request(self) -> None:
        """Give this laptop's request as text and as a code."""
        workspace = self._workspace

        def work(_progress: Progress) -> tuple[str, Dots]:
            text = request_as_text(workspace)
            return text, code_of(text)

        self._desk.jobs.acts.start(
            Job(
                work=work,
                on_success=lambda made: self.request_spelled.emit(*made),
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def read_pasted(self, text: str, on_refused: OnRefused) -> None:
        """Read a request that was pasted."""
        try:
            self.requested.emit(request_in(text))
        except InspectorError as error:
            on_refused(error)

    def spell_answer(self, key: str) -> None:
        """Give the answer to a laptop that was enrolled as text."""
        workspace = self._workspace
        self._desk.jobs.long.start(
            Job(
                work=lambda _progress: answer_as_text(workspace, key),
                on_success=self.answer_spelled.emit,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def take_pasted(self, text: str, on_refused: OnRefused, *, join: bool = False) -> None:
        """Take in an answer that was pasted; joining without having asked needs a word."""
        workspace = self._workspace

        def done(outcome: Outcome[Intake]) -> None:
            self._desk.hub.tell_outcome(outcome)
            self._desk.toast(_("已收取答复，本机加入了单位"))
            self.done.emit()

        def refused(error: InspectorError) -> None:
            if error.problem is Problem.ORGANISATION_NOT_JOINED and not join:
                again = partial(self.take_pasted, text, on_refused, join=True)
                self._desk.ask.confirm(_joining(error), again)
            else:
                on_refused(error)

        work = partial(take_answer, workspace, text, join=join)
        self._desk.long_work(_("正在收取答复"), Job(work=work, on_success=done, on_refusal=refused))

    # -- the shared folder ----------

    def ask_watched(self) -> None:
        """Ask for the shared folder to look into."""
        question = FileQuestion(title=_("选择共享文件夹"))
        self._desk.ask.folder(question, self.watch)

    def watch(self, folder: Path | None) -> None:
        """Look into this folder from now on, or into none."""
        try:
            watch_folder(self._workspace, folder)
        except InspectorError as error:
            self._desk.ask.refuse(error)
            return
        self.circle = replace(self.circle, watched=folder)
        self.read.emit()
        self.watching_changed.emit()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolWish:
    """How a laptop is enrolled; without a request: by what is here of it."""

    request: EnrolRequest | None = None
    code: str = ""
    supervises: bool = False


def _joining(error: InspectorError) -> Question:
    return Question(
        title=_("加入这个单位？"),
        text=_("本机没有向单位（{organisation}…）申请过登记。请先与单位核对，再加入。").format(
            organisation=error.facts.get("organisation", "")
        ),
        yes=_("加入"),
    )
