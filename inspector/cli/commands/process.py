"""`process`: record votes, publicity, papers and what people say of a project's gates."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from inspector.cli.lookup import add_project_option, day, project_meant
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.process_shapes import (
    calendar_shape,
    document_shape,
    objection_shape,
    publicity_shape,
    record_lines,
    record_shape,
    records_shape,
    vote_lines,
    vote_shape,
)
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoRole
from inspector.core.holidaynotice import read_notice
from inspector.core.process.gates import STATED
from inspector.core.process.names import (
    DocumentKind,
    DocumentOpinion,
    EventKind,
    ProjectState,
    VoteSubject,
)
from inspector.core.process.votes import (
    DEFAULT_RULES,
    Ballot,
    VoteBase,
    VoteMeasure,
    VoteRule,
    area_ballot,
)
from inspector.core.progress import Progress
from inspector.core.verdicts import parse_reading
from inspector.core.workdays import spell_days
from inspector.operations.process import process_of
from inspector.operations.recording import (
    DocumentDraft,
    PublicityDraft,
    Saying,
    VoteDraft,
    answer_objection,
    attach_publicity_photos,
    edit_publicity,
    file_document,
    record_objection,
    record_publicity,
    record_vote,
    remove_process_record,
    say,
)
from inspector.operations.workdays import own_years, set_year, work_calendar
from inspector.operations.workspace import Workspace
from inspector.words.language import _
from inspector.words.records import field_name

_ENDS = (("first_photo", PhotoRole.FIRST_DAY), ("last_photo", PhotoRole.LAST_DAY))


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    _declare_vote(actions)
    _declare_publicity(actions)
    _declare_document(actions)
    _declare_sayings(actions)
    add_project_option(add_action(actions, "list", _("列出流程的全部记录"), list_all))
    remove = add_action(actions, "remove", _("删除一条误录的流程记录"), remove_one)
    remove.add_argument("record", help="id")
    calendar = add_action(actions, "calendar", _("查看或填写一年的放假和调休"), tell_calendar)
    calendar.add_argument("--year", type=int, metavar="YEAR", help=field_name("year"))
    for name, text in (("--off", _("放假的日期")), ("--work", _("调休上班的日期"))):
        calendar.add_argument(name, nargs="+", metavar="DATE", help=text)
    told = _("国务院办公厅放假通知全文（文本文件）；--year 缺省为今年")
    calendar.add_argument("--notice", type=Path, metavar="FILE", help=told)


def _declare_vote(actions: Actions) -> None:
    vote = add_action(actions, "vote", _("登记一次居民表决"), vote_one)
    add_project_option(vote)
    subjects = [one.value for one in VoteSubject]
    vote.add_argument("--subject", required=True, choices=subjects, help=field_name("subject"))
    for name in ("entitled", "agreeing", "taking_part"):
        option, is_owed = f"--{name.replace('_', '-')}", name != "taking_part"
        vote.add_argument(option, type=int, required=is_owed, metavar="N", help=_count_help(name))
        vote.add_argument(f"{option}-area", metavar="N", help=_area_help(name))
    for name in ("first_on", "last_on"):
        option = f"--{name.removesuffix('_on')}"
        vote.add_argument(option, type=day, required=True, metavar="DATE", help=field_name(name))
    vote.add_argument("--share", type=Fraction, metavar="2/3", help=field_name("threshold"))
    bases = [one.value for one in VoteBase]
    vote.add_argument("--base", choices=bases, help=_("比例以谁为基数"))
    measures = [one.value for one in VoteMeasure]
    vote.add_argument("--measure", nargs="+", choices=measures, help=_("按户数、面积或两者"))
    vote.add_argument("--more-than", action="store_true", help=_("须超过比例，达到还不够"))
    vote.add_argument("--quorum", type=Fraction, metavar="2/3", help=_("须参加的比例"))
    vote.add_argument("--method", default="", help=field_name("method"))
    vote.add_argument("--note", default="", help=field_name("note"))


def _count_help(name: str) -> str:
    return _("{what}（户）").format(what=field_name(name))


def _area_help(name: str) -> str:
    return _("{what}（㎡）").format(what=field_name(name))


def _declare_publicity(actions: Actions) -> None:
    post = add_action(actions, "publicity", _("登记或修改一次公示"), post_one)
    add_project_option(post)
    post.add_argument("--edit", metavar="ID", help=_("要修改的公示"))
    for name in ("start_on", "end_on"):
        option = f"--{name.removesuffix('_on')}"
        post.add_argument(option, type=day, required=True, metavar="DATE", help=field_name(name))
    post.add_argument("--place", required=True, help=_("张贴地点"))
    post.add_argument("--title", default="", help=field_name("title"))
    _photo_options(post)
    photos = add_action(actions, "photos", _("为公示加上首日和末日的照片"), photos_of)
    photos.add_argument("publicity", help="id")
    _photo_options(photos)
    objection = add_action(actions, "objection", _("登记公示期间的一条异议"), object_one)
    objection.add_argument("publicity", help="id")
    objection.add_argument("--text", required=True, help=_("异议内容（不写姓名）"))
    objection.add_argument("--on", type=day, required=True, metavar="DATE", help=_("提出日期"))
    answer = add_action(actions, "answer", _("登记对一条异议的答复"), answer_one)
    answer.add_argument("objection", help="id")
    answer.add_argument("--text", required=True, help=field_name("answer_text"))
    answer.add_argument("--on", type=day, required=True, metavar="DATE", help=_("答复日期"))


def _photo_options(parser: Parser) -> None:
    for option, text in (("--first-photo", _("首日照片")), ("--last-photo", _("末日照片"))):
        parser.add_argument(option, nargs="+", type=Path, default=[], metavar="FILE", help=text)


def _declare_document(actions: Actions) -> None:
    document = add_action(actions, "document", _("归入一份文件"), file_one)
    add_project_option(document)
    kinds = [one.value for one in DocumentKind]
    document.add_argument("--kind", required=True, choices=kinds, help=field_name("kind"))
    for name in ("number", "issuer", "title"):
        document.add_argument(f"--{name}", default="", help=field_name(name))
    document.add_argument("--date", type=day, metavar="DATE", help=field_name("issued_on"))
    opinions = [one.value for one in DocumentOpinion]
    document.add_argument("--opinion", choices=opinions, help=_("意见"))
    document.add_argument("--file", type=Path, metavar="FILE", help=_("扫描件或电子文件"))


def _declare_sayings(actions: Actions) -> None:
    confirm = _saying(actions, EventKind.CONFIRM, _("确认一项条件"))
    confirm.add_argument("target", choices=sorted(STATED), help=_("条件"))
    confirm.add_argument("--not", dest="denied", action="store_true", help=_("不符合"))
    waive = _saying(actions, EventKind.WAIVE, _("豁免一道关口或一项前置条件"))
    waive.add_argument("target", help=_("关口（如 G4）或前置条件（如 P20）"))
    waive.add_argument("--end", dest="denied", action="store_true", help=_("豁免不再有效"))
    asserted = _saying(actions, EventKind.ASSERT, _("认定中途接入的项目所处的状态"))
    states = [one.value for one in ProjectState]
    asserted.add_argument("target", choices=states, help=field_name("state"))
    _saying(actions, EventKind.SUSPEND, _("暂停项目"))
    _saying(actions, EventKind.WITHDRAW, _("撤回项目"))
    _saying(actions, EventKind.RESUME, _("恢复项目"))


def _saying(actions: Actions, kind: EventKind, text: str) -> Parser:
    parser = add_action(actions, kind.value, text, say_one)
    parser.set_defaults(kind=kind, target="", denied=False)
    add_project_option(parser)
    for name in ("authority", "paper", "reason"):
        parser.add_argument(f"--{name}", default="", help=field_name(name))
    parser.add_argument("--date", type=day, metavar="DATE", help=field_name("said_on"))
    return parser


def vote_one(session: Session, given: Namespace) -> Told:
    """Put a vote on record and tell how it counts."""
    draft = VoteDraft(
        subject=VoteSubject(given.subject),
        households=_ballot(given.entitled, given.taking_part, given.agreeing),
        area_m2=_area(given),
        rule=_rule(given),
        first_on=given.first,
        last_on=given.last,
        method=given.method,
        note=given.note,
    )
    with session.writing() as workspace:
        vote = record_vote(workspace, project_meant(workspace, given.project).id, draft).value
    return Told(data=vote_shape(vote), lines=vote_lines(vote))


def post_one(session: Session, given: Namespace) -> Told:
    """Put a publicity on record, or correct one, with the photos of its ends."""
    draft = PublicityDraft(
        start_on=given.start, end_on=given.end, place=given.place, title=given.title
    )
    with session.writing() as workspace:
        if given.edit:
            publicity = edit_publicity(workspace, given.edit, draft).value
        else:
            project = project_meant(workspace, given.project)
            publicity = record_publicity(workspace, project.id, draft).value
        count = _attach(workspace, publicity.id, given, session.progress)
    data = {**publicity_shape(publicity), "photos": count}
    return Told(data=data, lines=_named(data))


def photos_of(session: Session, given: Namespace) -> Told:
    """Add photos to a publicity."""
    with session.writing() as workspace:
        count = _attach(workspace, given.publicity, given, session.progress)
    return Told(data={"id": given.publicity, "photos": count}, lines=(str(count),))


def object_one(session: Session, given: Namespace) -> Told:
    """Put an objection on record."""
    with session.writing() as workspace:
        objection = record_objection(workspace, given.publicity, given.text, given.on).value
    data = objection_shape(objection)
    return Told(data=data, lines=_named(data))


def answer_one(session: Session, given: Namespace) -> Told:
    """Put the answer to an objection on record."""
    with session.writing() as workspace:
        objection = answer_objection(workspace, given.objection, given.text, given.on).value
    data = objection_shape(objection)
    return Told(data=data, lines=_named(data))


def file_one(session: Session, given: Namespace) -> Told:
    """Put a paper on record."""
    draft = DocumentDraft(
        kind=DocumentKind(given.kind),
        title=given.title,
        number=given.number,
        issued_on=given.date,
        issuer=given.issuer,
        opinion=DocumentOpinion(given.opinion) if given.opinion else None,
        file=given.file,
    )
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        document = file_document(workspace, project.id, draft).value
    data = document_shape(document)
    return Told(data=data, lines=_named(data))


def say_one(session: Session, given: Namespace) -> Told:
    """Put on record what somebody says."""
    target = given.target.upper() if given.kind is EventKind.WAIVE else given.target
    saying = Saying(
        kind=given.kind,
        target=target,
        authority=given.authority,
        paper=given.paper,
        reason=given.reason,
        holds=not given.denied,
        said_on=given.date,
    )
    with session.writing() as workspace:
        record = say(workspace, project_meant(workspace, given.project).id, saying).value
    data = record_shape(record)
    return Told(data=data, lines=_named(data))


def list_all(session: Session, given: Namespace) -> Told:
    """List everything on record of a project's way."""
    with session.reading() as workspace:
        view = process_of(workspace, project_meant(workspace, given.project).id)
    return Told(data=records_shape(view.facts), lines=record_lines(view.facts))


def remove_one(session: Session, given: Namespace) -> Told:
    """Take a record off."""
    with session.writing() as workspace:
        remove_process_record(workspace, given.record)
    return Told(data={"id": given.record, "deleted": True}, lines=(given.record,))


def tell_calendar(session: Session, given: Namespace) -> Told:
    """Tell the years that are known, or set one."""
    if given.notice:
        with session.writing() as workspace:
            year = given.year or workspace.today().year
            table = read_notice(_text_of(given.notice), year)
            days = (spell_days(table.off), spell_days(table.work))
            calendar, own = set_year(workspace, year, *days), own_years(workspace)
    elif given.off or given.work:
        with session.writing() as workspace:
            year = given.year or int((given.off or given.work)[0][:4])
            calendar = set_year(workspace, year, given.off or [], given.work or [])
            own = own_years(workspace)
    else:
        with session.reading() as workspace:
            calendar, own = work_calendar(workspace), own_years(workspace)
    data = calendar_shape(calendar, own, given.year)
    lines = (
        f"{one['year']}  {_('本单位') if one['is_own'] else _('随程序')}"
        f"  {_('放假')} {len(one['off'])}  {_('调休上班')} {len(one['work'])}"
        for one in data
    )
    return Told(data=data, lines=tuple(lines))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise InspectorError(Problem.CALENDAR_UNREADABLE, file=path, detail=error) from error


_FOR_PROGRAMS = frozenset({"code", "by", "holds"})
"""What `--json` tells beside its words: a code, who by an identifier, a truth value."""


def _named(data: Mapping[str, object]) -> tuple[str, ...]:
    shown = {name: value for name, value in data.items() if name not in _FOR_PROGRAMS}
    count = shown.pop("photos", None)
    denied = _("否") if data.get("holds") is False else None
    pairs = ((field_name(name), value) for name, value in shown.items())
    return facts((*pairs, (field_name("holds"), denied), (_("照片"), count)))


def _ballot(entitled: int, taking_part: int | None, agreeing: int) -> Ballot:
    counts = (parse_reading(str(one)) for one in (entitled, agreeing))
    whole, part = counts
    taking = None if taking_part is None else parse_reading(str(taking_part))
    return Ballot(entitled=whole, agreeing=part, taking_part=taking)


def _area(given: Namespace) -> Ballot | None:
    typed = (given.entitled_area, given.agreeing_area, given.taking_part_area)
    entitled, agreeing, taking = (None if one is None else parse_reading(one) for one in typed)
    return area_ballot(entitled, agreeing, taking)


def _rule(given: Namespace) -> VoteRule | None:
    """Give the rule that was typed; what was not is as the rule of the subject has it."""
    typed = {
        "share": given.share,
        "base": VoteBase(given.base) if given.base else None,
        "measures": tuple(map(VoteMeasure, given.measure)) if given.measure else None,
        "exceeds": given.more_than or None,
        "quorum": given.quorum,
    }
    told = {name: value for name, value in typed.items() if value is not None}
    return replace(DEFAULT_RULES[VoteSubject(given.subject)], **told) if told else None


def _attach(workspace: Workspace, publicity_id: str, given: Namespace, progress: Progress) -> int:
    count = 0
    for name, role in _ENDS:
        paths = getattr(given, name)
        if paths:
            came = attach_publicity_photos(workspace, publicity_id, role, paths, progress).value
            for refused in came.refused:
                raise refused.error
            count += len(came.taken) + len(came.known)
    return count
