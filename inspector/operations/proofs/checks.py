"""Every check of a bundle beyond its sums, in the order in which they are told."""

from collections.abc import Callable, Iterable

from inspector.archive.contents import Contents
from inspector.core.progress import Progress
from inspector.core.proofs import Proof
from inspector.operations.proofs.catalogue import prove_catalogue
from inspector.operations.proofs.history import prove_history
from inspector.operations.proofs.papers import prove_papers
from inspector.operations.proofs.photos import prove_photos

Check = Callable[[Contents, Progress], Iterable[Proof]]
"""Looks at the sound files of a bundle and gives one proof for each thing that it checks."""

CHECKS: tuple[Check, ...] = (prove_catalogue, prove_papers, prove_photos, prove_history)
