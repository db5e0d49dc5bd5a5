"""The conditions up to the start of works (gates G1 to G11; S1, S2, S4)."""

from datetime import date

from inspector.core.errors import InspectorError
from inspector.core.process.facts import Posted, ProcessFacts, Seen, Why, lacking, met
from inspector.core.process.names import Condition, DocumentKind, DocumentOpinion, VoteSubject
from inspector.core.process.votes import count_vote
from inspector.core.projects import PartyRole

LEAST_WORKING_DAYS = 5
"""公示时间不少于5个工作日 (S1)."""
ISSUING_BUREAUS = ("住建", "发改", "财政")
"""区住建局、区发改经信局、区财政局联合下发 (S1), by what their names have in common."""
SCHEME_PAPERS = (
    DocumentKind.DRAFT_SCHEME,
    DocumentKind.BUDGET,
    DocumentKind.RESIDENT_FUNDING,
    DocumentKind.MAINTENANCE_FUND,
    DocumentKind.PROPERTY_SERVICE,
)
REVIEW_PAPERS = (DocumentKind.REVIEW_MINUTES, DocumentKind.ESTIMATE_OPINION)


# -- G1: the place and the will of its residents ----------


def built_before_cutoff(facts: ProcessFacts) -> Seen:
    """Ask that every community was built by the programme's year (S1: 建成年份)."""
    cutoff = facts.programme.cutoff_year if facts.programme else None
    if cutoff is None:
        return lacking(Why.CUTOFF_UNKNOWN)
    if not facts.built_years or None in facts.built_years:
        return lacking(Why.BUILT_YEAR_UNKNOWN, cutoff=cutoff)
    youngest = max(year for year in facts.built_years if year is not None)
    if youngest > cutoff:
        return lacking(Why.BUILT_TOO_LATE, year=youngest, cutoff=cutoff)
    return met(Why.BUILT_IN_TIME, year=youngest, cutoff=cutoff)


def not_lately_renovated(facts: ProcessFacts) -> Seen:
    """Ask for a statement that it was not renovated in the last five years (S1)."""
    return confirmed(facts, Condition.NOT_LATELY_RENOVATED)


def not_to_be_demolished(facts: ProcessFacts) -> Seen:
    """Ask for a statement that it is in no demolition plan of the next five years (S1)."""
    return confirmed(facts, Condition.NOT_TO_BE_DEMOLISHED)


def residents_willing(facts: ProcessFacts) -> Seen:
    """Ask that the vote on renovating passes (S1: 同意率达2/3)."""
    return voted(facts, VoteSubject.WILLINGNESS)


# -- G2 to G3: first scheme and first review ----------


def designer_commissioned(facts: ProcessFacts) -> Seen:
    """Ask for a design unit among the parties (S1)."""
    return taking_part(facts, PartyRole.DESIGN)


def scheme_papers_present(facts: ProcessFacts) -> Seen:
    """Ask for the scheme with its four plans (S1)."""
    return papers(facts, *SCHEME_PAPERS)


def office_agreed(facts: ProcessFacts) -> Seen:
    """Ask that the opinion of the office says 同意 (S1: 初审)."""
    return agreeing(facts, DocumentKind.OFFICE_REVIEW)


# -- G4: publicity ----------


def publicized_long_enough(facts: ProcessFacts) -> Seen:
    """Ask for five working days of publicity that are over; the first day does not count (S1)."""
    posted = facts.newest_posted()
    if posted is None:
        return lacking(Why.PUBLICITY_MISSING)
    start, end = posted.publicity.start_on, posted.publicity.end_on
    try:
        days = facts.calendar.working_days(start, end)
    except InspectorError as error:
        return lacking(Why.YEAR_WITHOUT_TABLE, **error.facts)
    told = {"days": days, "least": LEAST_WORKING_DAYS, "start": start, "end": end}
    if days < LEAST_WORKING_DAYS:
        return lacking(Why.PUBLICITY_SHORT, **told)
    if end >= facts.today:
        return lacking(Why.PUBLICITY_RUNNING, **told)
    return met(Why.PUBLICITY_LASTED, **told)


def posted_with_photos(facts: ProcessFacts) -> Seen:
    """Ask for photos of the first and the last day, taken on those days (S1)."""
    posted = facts.newest_posted()
    if posted is None:
        return lacking(Why.PUBLICITY_MISSING)
    if not posted.first_photos or not posted.last_photos:
        return lacking(
            Why.PHOTOS_MISSING,
            is_first=not posted.first_photos,
            is_last=not posted.last_photos,
            place=posted.publicity.place,
        )
    strange = _of_other_days(posted)
    if strange is not None:
        return lacking(Why.PHOTO_OF_OTHER_DAY, taken=strange[0], wanted=strange[1])
    return met(Why.PHOTOS_THERE, place=posted.publicity.place)


def _of_other_days(posted: Posted) -> tuple[date, date] | None:
    """Give (taken, wanted) where no photo of an end of the period can be of its day."""
    ends = (
        (posted.first_photos, posted.publicity.start_on),
        (posted.last_photos, posted.publicity.end_on),
    )
    for photos, day in ends:
        taken = [one for one in photos if one is not None]
        if len(taken) == len(photos) and day not in taken:
            return taken[0], day
    return None


def objections_answered(facts: ProcessFacts) -> Seen:
    """Ask that every objection was answered (S1)."""
    posted = facts.newest_posted()
    if posted is None:
        return lacking(Why.PUBLICITY_MISSING)
    waiting = sum(1 for one in posted.objections if not one.answer)
    if waiting:
        return lacking(Why.OBJECTIONS_OPEN, count=waiting)
    if not posted.objections:
        return met(Why.NO_OBJECTION)
    return met(Why.OBJECTIONS_ANSWERED, count=len(posted.objections))


# -- G5 to G7: declared, decided, planned ----------


def scheme_approved(facts: ProcessFacts) -> Seen:
    """Ask that the vote on the scheme passes (S1: 认可率达2/3)."""
    return voted(facts, VoteSubject.SCHEME)


def declared_in_time(facts: ProcessFacts) -> Seen:
    """Ask that the declaration is dated by the deadline of the yearly plan (S1: 5月30日前)."""
    declared = facts.document(DocumentKind.DECLARATION)
    if declared is None:
        return lacking(Why.PAPERS_MISSING, kinds=(DocumentKind.DECLARATION,))
    deadline = facts.plan.declare_by if facts.plan else None
    if deadline is None:
        return lacking(Why.DEADLINE_UNKNOWN, year=facts.project.plan_year)
    if declared.issued_on is None:
        return lacking(Why.DAY_UNKNOWN, kind=DocumentKind.DECLARATION)
    told = {"day": declared.issued_on, "deadline": deadline}
    late = declared.issued_on > deadline
    return lacking(Why.DECLARED_LATE, **told) if late else met(Why.DECLARED_BY, **told)


def office_checked(facts: ProcessFacts) -> Seen:
    """Ask for a statement that type, budget and fund matching were checked (S1)."""
    return confirmed(facts, Condition.OFFICE_CHECKED)


def group_minuted(facts: ProcessFacts) -> Seen:
    """Ask for the minutes of the leading group (S1)."""
    return papers(facts, DocumentKind.GROUP_MINUTES)


def government_approved(facts: ProcessFacts) -> Seen:
    """Ask for the number of the district government's approval, or a statement of it (S1)."""
    if facts.project.approval_number:
        return met(Why.APPROVAL_NUMBERED, number=facts.project.approval_number)
    return confirmed(facts, Condition.GOVERNMENT_APPROVED)


def issued_jointly(facts: ProcessFacts) -> Seen:
    """Ask that the yearly plan names the three bureaus as its issuers (S1)."""
    plan = facts.document(DocumentKind.ANNUAL_PLAN_PAPER)
    if plan is None:
        return lacking(Why.PAPERS_MISSING, kinds=(DocumentKind.ANNUAL_PLAN_PAPER,))
    lack = tuple(bureau for bureau in ISSUING_BUREAUS if bureau not in (plan.issuer or ""))
    if lack:
        return lacking(Why.ISSUERS_LACKING, names=lack)
    return met(Why.ISSUERS_COMPLETE, issuer=plan.issuer)


# -- G8 to G11: review, tender, permit, start ----------


def design_deepened(facts: ProcessFacts) -> Seen:
    """Ask for the deepened scheme of the design unit (S1: 扩初)."""
    return papers(facts, DocumentKind.DEEPENED_DESIGN)


def departments_reviewed(facts: ProcessFacts) -> Seen:
    """Ask for a statement that departments and experts reviewed it (S1)."""
    return confirmed(facts, Condition.DEPARTMENTS_REVIEWED)


def review_issued(facts: ProcessFacts) -> Seen:
    """Ask for the minutes of the joint review and the opinion on the estimate (S1)."""
    return papers(facts, *REVIEW_PAPERS)


def review_handed_in(facts: ProcessFacts) -> Seen:
    """Ask that both papers of the review are no younger than the filing of the tender (S1, S4)."""
    lack = facts.missing((*REVIEW_PAPERS, DocumentKind.TENDER_FILING))
    if lack:
        return lacking(Why.PAPERS_MISSING, kinds=lack)
    filed = facts.document(DocumentKind.TENDER_FILING)
    filed_on = filed.issued_on if filed else None
    for kind in REVIEW_PAPERS:
        paper = facts.document(kind)
        if paper and paper.issued_on and filed_on and paper.issued_on > filed_on:
            return lacking(Why.HANDED_IN_AFTER, kind=kind, day=paper.issued_on, filed=filed_on)
    return met(Why.PAPERS_THERE, kinds=REVIEW_PAPERS)


def builders_chosen(facts: ProcessFacts) -> Seen:
    """Ask for contractor and supervisor among the parties (S1; EPC counts as contractor)."""
    return taking_part(facts, PartyRole.CONTRACTOR, PartyRole.SUPERVISOR)


def permit_issued(facts: ProcessFacts) -> Seen:
    """Ask for the construction permit or its local substitute (S4)."""
    return papers(facts, DocumentKind.PERMIT)


def illegal_structures_cleared(facts: ProcessFacts) -> Seen:
    """Ask for a statement that illegal structures were cleared before the start (S2)."""
    return confirmed(facts, Condition.ILLEGAL_STRUCTURES_CLEARED)


def watch_group_set_up(facts: ProcessFacts) -> Seen:
    """Ask for the residents' supervision group among the parties (S1)."""
    return taking_part(facts, PartyRole.WATCH)


def start_ordered(facts: ProcessFacts) -> Seen:
    """Ask for the start order (S1)."""
    return papers(facts, DocumentKind.START_ORDER)


# -- what several conditions ask ----------


def confirmed(facts: ProcessFacts, condition: Condition) -> Seen:
    """Ask that the newest statement on a condition says that it holds."""
    said = facts.said(condition)
    if said is None:
        return lacking(Why.NOT_CONFIRMED)
    told = {"authority": said.authority, "paper": said.paper, "day": said.said_on}
    return met(Why.CONFIRMED, **told) if said.holds else lacking(Why.DENIED, **told)


def voted(facts: ProcessFacts, subject: VoteSubject) -> Seen:
    """Ask that the newest vote on a subject passes by its rule."""
    vote = facts.newest_vote(subject)
    if vote is None:
        return lacking(Why.VOTE_MISSING, subject=subject)
    lines = count_vote(vote)
    return Seen(all(line.is_met for line in lines), Why.VOTE_COUNTED, {"lines": lines})


def taking_part(facts: ProcessFacts, *roles: PartyRole) -> Seen:
    """Ask for a party of each role."""
    lack = tuple(role for role in roles if role not in facts.roles)
    return lacking(Why.PARTY_MISSING, roles=lack) if lack else met(Why.PARTY_KNOWN, roles=roles)


def papers(facts: ProcessFacts, *kinds: DocumentKind) -> Seen:
    """Ask for a document of each kind."""
    lack = facts.missing(kinds)
    return lacking(Why.PAPERS_MISSING, kinds=lack) if lack else met(Why.PAPERS_THERE, kinds=kinds)


def agreeing(facts: ProcessFacts, kind: DocumentKind) -> Seen:
    """Ask that the newest document of a kind agrees without conditions."""
    paper = facts.document(kind)
    if paper is None:
        return lacking(Why.PAPERS_MISSING, kinds=(kind,))
    if paper.opinion is DocumentOpinion.AGREE:
        return met(Why.OPINION_AGREES, kind=kind)
    return lacking(Why.OPINION_OTHER, kind=kind, opinion=paper.opinion)
