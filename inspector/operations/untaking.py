"""Take back what a package brought: records are as if it had never come, own work stays.

Records follow from the segments that are here, so leaving out those of one package is exact,
in whatever order packages came. What other packages brought as well stays. Refused where this
laptop has worked on what would go: that work would be out of sight.
"""

from collections.abc import Sequence
from dataclasses import replace

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Receipt
from inspector.operations.workspace import Workspace
from inspector.store.checks import dangling_links
from inspector.store.office import Office
from inspector.sync.taking import forget


def take_back(workspace: Workspace, receipt: Receipt) -> Outcome[Receipt]:
    """Undo the taking in of a package; photos that came stay, nobody else may have them.

    An erasure that came stays obeyed: what it removed is not here any more.
    """
    workspace.seal()
    with workspace.act() as writing:
        office = writing.office
        others = _standing(office, receipt)
        receipt = _with_its_backup(office, receipt)
        before = set(dangling_links(office.db))
        _leave_organisation(office, receipt, others)
        gone = forget(office, workspace.key(), _brought(office, receipt, others))
        _refuse_if_own_work_suffers(workspace, office, receipt, gone)
        links = set(dangling_links(office.db)) - before
        _refuse_if_own_work_dangles(workspace, office, receipt, {row for _t, row, *_l in links})
        _forget_the_rest(office, receipt, others)
        office.peers.take_back(receipt.id, workspace.now_ms())
        done = next(one for one in office.peers.receipts() if one.id == receipt.id)
    return Outcome(done, Changes(frozenset(Topic)))


def find_receipt(workspace: Workspace, wanted: str | None = None) -> Receipt:
    """Find the receipt of a package by its id or file name; without one, the newest that stands."""
    with workspace.read() as office:
        found = [one for one in office.peers.receipts() if not one.taken_back_ms]
    named = [one for one in found if wanted is None or wanted in (one.id, one.name)]
    if not named:
        problem = Problem.NOTHING_TO_UNDO if wanted is None else Problem.RECORD_MISSING
        raise InspectorError(problem, record="package", id=wanted)
    return named[0]


def _standing(office: Office, receipt: Receipt) -> list[Receipt]:
    """List the receipts of the other packages that still count."""
    receipts = office.peers.receipts()
    if not any(one.id == receipt.id and not one.taken_back_ms for one in receipts):
        raise InspectorError(Problem.NOTHING_TO_UNDO)
    return [one for one in receipts if one.id != receipt.id and not one.taken_back_ms]


def _with_its_backup(office: Office, receipt: Receipt) -> Receipt:
    """Give the copy from before the package first came: when it came again, none was made."""
    same = [one for one in office.peers.receipts() if one.id == receipt.id]
    backups = [one.backup for one in same if one.backup and not one.taken_back_ms]
    return replace(receipt, backup=backups[-1]) if backups else receipt


def _brought(office: Office, receipt: Receipt, others: Sequence[Receipt]) -> set[str]:
    """Name the segments that are here by this package alone."""
    came = office.segments.brought_by({one.id for one in office.peers.receipts()})
    kept = {digest for one in others for digest in one.segments}
    kept |= office.segments.brought_by({one.id for one in others if not one.segments})
    own = office.segments.brought_by({receipt.id})
    return ((set(receipt.segments) & came) | own) - kept


def _refuse_if_own_work_suffers(
    workspace: Workspace, office: Office, receipt: Receipt, gone: set[str]
) -> None:
    """Refuse where segments of this laptop stand on those that go."""
    own_key = workspace.key().public.hex()
    own = [one for one in office.segments.all() if one.hash in gone and one.key == own_key]
    if own:
        raise _refusal(receipt, sum(one.count for one in own))


def _refuse_if_own_work_dangles(
    workspace: Workspace, office: Office, receipt: Receipt, rows: set[str]
) -> None:
    """Refuse where records of this laptop point to records that go."""
    own = office.segments.rows_written_by(workspace.key().public.hex(), rows)
    if own:
        raise _refusal(receipt, len(own))


def _refusal(receipt: Receipt, count: int) -> InspectorError:
    return InspectorError(
        Problem.WORK_DONE_SINCE, name=receipt.name, count=count, backup=receipt.backup
    )


def _leave_organisation(office: Office, receipt: Receipt, others: Sequence[Receipt]) -> None:
    """Belong to no organisation again, where this package alone was the reason to join."""
    if receipt.joined and all(one.organisation != receipt.organisation for one in others):
        office.segments.unpin()


def _forget_the_rest(office: Office, receipt: Receipt, others: Sequence[Receipt]) -> None:
    """Forget sender and personal values, as far as nothing else vouches for them."""
    if all(one.sender != receipt.sender for one in others):
        office.peers.forget(receipt.sender)
    office.peers.drop_strangers_values()
