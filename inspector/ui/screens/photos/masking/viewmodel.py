"""The photos of a project one by one: which were looked at, and the boxes on the one at hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from inspector.core.masks import Box, MaskKind, PhotoMask
from inspector.operations.masks import (
    MaskedPhoto,
    add_mask,
    change_mask,
    list_masked,
    remove_mask,
    review_photo,
)
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Sequence


class MaskBoard:
    """Reads for the pane and acts for the person; holds no widget."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._photos: Sequence[MaskedPhoto] = ()
        self._at = 0
        self._turn = 0
        self.kind = MaskKind.FACE
        """What the next box hides."""

    # -- reading ----------

    def read(self, project_id: str, photo_id: str, on_ready: Callable[[], object]) -> None:
        """Read the photos of a project off the screen's thread; stay at one of them."""
        self._turn += 1
        turn, workspace = self._turn, self._desk.workspace
        wanted = photo_id or self.current_id()

        def ready(found: "Sequence[MaskedPhoto]") -> None:
            if turn != self._turn:
                return
            self._photos = found
            ids = [one.photo.id for one in found]
            self._at = ids.index(wanted) if wanted in ids else min(self._at, max(len(ids) - 1, 0))
            on_ready()

        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: list_masked(workspace, project_id),
                on_success=ready,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def current(self) -> MaskedPhoto | None:
        """Give the photo at hand."""
        return self._photos[self._at] if self._photos else None

    def current_id(self) -> str:
        """Give its id; nothing where there is no photo."""
        now = self.current()
        return now.photo.id if now else ""

    def place(self) -> tuple[int, int]:
        """Tell which photo of how many it is."""
        return (self._at + 1, len(self._photos)) if self._photos else (0, 0)

    def unseen(self) -> int:
        """Count the photos that nobody looked at."""
        return sum(one.review is None for one in self._photos)

    def page(self, by: int) -> bool:
        """Turn to another photo; at the ends it stays."""
        to = min(max(self._at + by, 0), max(len(self._photos) - 1, 0))
        moved, self._at = to != self._at, to
        return moved

    def to_unseen(self) -> bool:
        """Turn to the next photo that nobody looked at, from here on and then from the first."""
        count = len(self._photos)
        order = [(self._at + step) % count for step in range(1, count + 1)] if count else []
        found = next((at for at in order if self._photos[at].review is None), None)
        if found is None:
            return False
        self._at = found
        return True

    # -- acting ----------

    def add(self, box: Box) -> None:
        """Draw a box on the photo at hand."""
        workspace, photo_id, kind = self._desk.workspace, self.current_id(), self.kind
        self._desk.act(lambda: add_mask(workspace, photo_id, box, kind))

    def change(self, mask: PhotoMask, *, box: Box | None = None, kind: Any = None) -> None:
        """Move a box, give it another size, or say that it hides something else."""
        workspace = self._desk.workspace
        self._desk.act(lambda: change_mask(workspace, mask.id, box, kind))

    def remove(self, mask: PhotoMask) -> None:
        """Take a box away."""
        workspace = self._desk.workspace
        self._desk.act(lambda: remove_mask(workspace, mask.id))

    def review(self, *, done: bool, on_done: Callable[[], object]) -> None:
        """Say that the photo at hand was looked at and has all the boxes that it needs."""
        workspace, photo_id = self._desk.workspace, self.current_id()
        if photo_id:
            self._desk.act(
                lambda: review_photo(workspace, photo_id, done=done), lambda _none: on_done()
            )
