"""The conditions from completion on (gates G12 to G20; S1, S2, S4, GB 50300)."""

from collections.abc import Iterable

from inspector.core.aftercare.account import account_lacks
from inspector.core.checklists import Severity
from inspector.core.defects import DefectState
from inspector.core.inspections import VisitKind
from inspector.core.process.facts import DefectFact, ProcessFacts, Seen, Why, lacking, met
from inspector.core.process.names import Condition, DocumentKind, DocumentOpinion
from inspector.core.process.planning import agreeing, confirmed, papers
from inspector.core.process.preconditions import lacking_preconditions

_WAITING = frozenset({DefectState.ISSUED, DefectState.REPAIRING, DefectState.RECHECK_FAILED})
_ANSWERED = frozenset({DefectState.REPLIED, DefectState.CLOSED})


# -- G12 to G13: completion and the call for acceptance ----------


def content_complete(facts: ProcessFacts) -> Seen:
    """Ask for a statement that the content of the contract is complete (S1)."""
    return confirmed(facts, Condition.CONTENT_COMPLETE)


def self_checked(facts: ProcessFacts) -> Seen:
    """Ask for the contractor's own report of completion (GB 50300, 6.0.5)."""
    return papers(facts, DocumentKind.COMPLETION_REPORT)


def pre_acceptance_closed(facts: ProcessFacts) -> Seen:
    """Ask for a pre-acceptance whose findings are closed (GB 50300, 6.0.5)."""
    if not facts.has(DocumentKind.PRE_ACCEPTANCE_RECORD):
        return lacking(Why.VISIT_MISSING, kind=VisitKind.PRELIMINARY)
    return _closed(one for one in facts.defects if one.found_at is VisitKind.PRELIMINARY)


def spot_checks_closed(facts: ProcessFacts) -> Seen:
    """Ask for spot checks of the bureau whose findings are closed (S1)."""
    if not facts.has(DocumentKind.SPOT_CHECK_RECORD):
        return lacking(Why.VISIT_MISSING, kind=VisitKind.SPOT_CHECK)
    return _closed(one for one in facts.defects if one.found_at is VisitKind.SPOT_CHECK)


def preconditions_met(facts: ProcessFacts) -> Seen:
    """Ask that each precondition of the acceptance is met, or waived in writing (guide 2.4)."""
    lack = lacking_preconditions(facts)
    if lack:
        return lacking(Why.PRECONDITIONS_LACKING, numbers=lack, count=len(lack))
    return met(Why.PRECONDITIONS_THERE)


def meeting_called(facts: ProcessFacts) -> Seen:
    """Ask for the notice of the meeting (建质〔2013〕171号, 6)."""
    return papers(facts, DocumentKind.MEETING_NOTICE)


# -- G14 to G17: the acceptance ----------


def no_open_critical(facts: ProcessFacts) -> Seen:
    """Ask that no critical defect is open (S1)."""
    count = facts.figures.open_critical
    if count:
        return lacking(Why.DEFECTS_OPEN, count=count, severity=Severity.CRITICAL)
    return met(Why.NO_DEFECT_OPEN, severity=Severity.CRITICAL)


def dominant_qualified(facts: ProcessFacts) -> Seen:
    """Ask that every dominant item qualified (GB 50300, 5.0.1)."""
    figures = facts.figures
    return _qualified(facts, figures.dominant_failed, figures.dominant_conceded)


def general_qualified(facts: ProcessFacts) -> Seen:
    """Ask that every general item qualified by its own pass rate (GB 50300, 5.0.1).

    Once a meeting was judged by its rule table, reaching the share of that table is enough.
    """
    failed = facts.figures.general_failed
    seen = _qualified(facts, failed, facts.figures.general_conceded)
    if seen.why is Why.ITEMS_FAILED and facts.general_reached:
        return met(Why.SHARE_REACHED, count=failed)
    return seen


def mandatory_done(facts: ProcessFacts) -> Seen:
    """Ask that every mandatory item is done; one waived in the review is out of scope (S1)."""
    figures = facts.figures
    return _qualified(facts, figures.mandatory_failed, figures.mandatory_conceded)


def parties_signed(facts: ProcessFacts) -> Seen:
    """Ask that every required party signed what stands now (GB 50300, 6.0.6).

    Who signed on paper alone is for a person to state; a content that changed after it was signed
    is not stated away.
    """
    signing = facts.signing
    if signing is None:
        return confirmed(facts, Condition.PARTIES_SIGNED)
    if signing.changed:
        return lacking(Why.CHANGED_SINCE_SIGNED, names=signing.changed)
    owing = (*signing.lacking, *signing.unknown)
    if not owing:
        return met(Why.ALL_SIGNED, count=signing.signed, number=signing.number)
    said = confirmed(facts, Condition.PARTIES_SIGNED)
    return said if said.is_met else lacking(Why.NOT_SIGNED, count=signing.signed, names=owing)


def defects_listed(facts: ProcessFacts) -> Seen:
    """Ask that there are open defects, each with a party and a day."""
    opened = [one for one in facts.defects if one.is_open]
    if not opened:
        return lacking(Why.NO_DEFECT_OPEN)
    loose = [one.number for one in opened if not one.is_assigned]
    if loose:
        return lacking(Why.DEFECTS_NOT_ASSIGNED, count=len(loose), numbers=tuple(loose))
    return met(Why.DEFECTS_ASSIGNED, count=len(opened))


def nothing_forbids(facts: ProcessFacts) -> Seen:
    """Ask that nobody found what forbids the acceptance."""
    found = acceptance_forbidden(facts)
    return lacking(Why.FORBIDDEN, **found.facts) if found.is_met else met(Why.NOT_FORBIDDEN)


def defects_answered(facts: ProcessFacts) -> Seen:
    """Ask that every defect of a notice was answered with a photo."""
    issued = [one for one in facts.defects if one.is_issued]
    if not issued:
        return lacking(Why.NOTHING_ISSUED)
    waiting = [one.number for one in issued if one.state in _WAITING]
    if waiting:
        return lacking(Why.DEFECTS_UNANSWERED, count=len(waiting), numbers=tuple(waiting))
    bare = [one.number for one in issued if one.state in _ANSWERED and not one.has_photo_after]
    if bare:
        return lacking(Why.DEFECTS_WITHOUT_PHOTO, count=len(bare), numbers=tuple(bare))
    return met(Why.DEFECTS_ALL_ANSWERED, count=len(issued))


def supervisor_checked(facts: ProcessFacts) -> Seen:
    """Ask that the supervisor's opinion on the repairs agrees (GB/T 50319, B.0.9)."""
    return agreeing(facts, DocumentKind.RECHECK_OPINION)


def acceptance_forbidden(facts: ProcessFacts) -> Seen:
    """Ask for a statement that the acceptance failed.

    Safety or main function are not met, the content is not complete, or papers are false.
    """
    return confirmed(facts, Condition.ACCEPTANCE_FORBIDDEN)


# -- G18 to G20: afterwards ----------


def settlement_audited(facts: ProcessFacts) -> Seen:
    """Ask for the audited sum of the settlement in the final account (S1)."""
    settled = facts.account.settled_yuan if facts.account else None
    if settled is None:
        return lacking(Why.NOT_SETTLED)
    return met(Why.SETTLED, yuan=settled)


def final_account_approved(facts: ProcessFacts) -> Seen:
    """Ask for a final account whose sums meet and that was approved (S1, 财建〔2016〕503号)."""
    account = facts.account
    if account is None:
        return lacking(Why.ACCOUNT_MISSING)
    lacks = account_lacks(account)
    if lacks:
        return lacking(Why.ACCOUNT_LACKING, lacks=lacks)
    paper = facts.document(DocumentKind.FINAL_ACCOUNT)
    if paper is not None and paper.opinion not in {None, DocumentOpinion.AGREE}:
        return lacking(Why.OPINION_OTHER, kind=paper.kind, opinion=paper.opinion)
    return met(
        Why.ACCOUNT_APPROVED,
        yuan=account.final_yuan,
        day=account.approved_on,
        authority=account.approved_by,
    )


def archive_accepted(facts: ProcessFacts) -> Seen:
    """Ask for a sealed bundle and the signed handover of the archive (S1)."""
    if not facts.bundles:
        return lacking(Why.BUNDLE_MISSING)
    return papers(facts, DocumentKind.ARCHIVE_HANDOVER)


def assets_handed_over(facts: ProcessFacts) -> Seen:
    """Ask that everything on the list was handed over (S1: 移交)."""
    if not facts.handover:
        return lacking(Why.HANDOVER_MISSING)
    waiting = [row.item for row in facts.handover if not row.is_done]
    if waiting:
        return lacking(Why.HANDOVER_OPEN, count=len(waiting), names=tuple(waiting))
    return met(Why.HANDED_OVER, count=len(facts.handover))


def body_signed(facts: ProcessFacts) -> Seen:
    """Ask for a managing body whose signed agreement runs (S1, S2, S4)."""
    management = facts.management
    if management is None or not management.body:
        return lacking(Why.BODY_MISSING)
    if management.signed_on is None:
        return lacking(Why.BODY_UNSIGNED, name=management.body)
    until = management.until_on
    if until is not None and until < facts.today:
        return lacking(Why.AGREEMENT_OVER, name=management.body, day=until)
    return met(Why.BODY_SIGNED, name=management.body, day=management.signed_on)


def rules_in_force(facts: ProcessFacts) -> Seen:
    """Ask that fund and rules are in force by their days, or for a statement of it (S1, S2, S4)."""
    management = facts.management
    if management and management.fund_on and management.rules_on:
        return met(Why.IN_FORCE, fund=management.fund_on, rules=management.rules_on)
    return confirmed(facts, Condition.RULES_IN_FORCE)


# -- what several conditions ask ----------


def _closed(defects: Iterable[DefectFact]) -> Seen:
    found = list(defects)
    opened = [one.number for one in found if one.is_open]
    if opened:
        return lacking(Why.DEFECTS_OPEN, count=len(opened), numbers=tuple(opened))
    return met(Why.DEFECTS_CLOSED, count=len(found))


def _qualified(facts: ProcessFacts, failed: int, conceded: int) -> Seen:
    """Judge items by how many failed; nothing that nobody looked at qualifies.

    What was formally accepted in spite of its failure does not count against them (让步接收,
    GB 50300, 5.0.6), as the meeting's verdict has it.
    """
    figures = facts.figures
    if not figures.due:
        return lacking(Why.NOTHING_TO_CHECK)
    if figures.unchecked:
        return lacking(Why.ITEMS_UNCHECKED, count=figures.unchecked, due=figures.due)
    if failed:
        return lacking(Why.ITEMS_FAILED, count=failed)
    if conceded:
        return met(Why.ITEMS_CONCEDED, count=conceded)
    return met(Why.ITEMS_QUALIFIED)
