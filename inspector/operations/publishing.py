"""Which photos and received files go into a public copy, and what is left out and why."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping

from inspector.core.errors import InspectorError, Problem
from inspector.core.privacy import FILE_NAMES
from inspector.core.progress import Progress, tracked
from inspector.core.publishing import LeftOut, Origin, Publishable, Received, Why
from inspector.folders import FILES
from inspector.operations.blobs import blob_path
from inspector.operations.files import content_path
from inspector.operations.masks import MaskedPhoto, list_masked
from inspector.operations.redacting import Redacted
from inspector.operations.workspace import Workspace
from inspector.photos.intake import original_path
from inspector.photos.masking import masked_jpeg
from inspector.photos.orders import PreviewKind
from inspector.store.office import Office

_MIME = "image/jpeg"
_ORIGINS = {
    "document": Origin.DOCUMENT,
    "reply": Origin.REPLY,
    "attendance": Origin.LETTER,
    "opinion": Origin.WRITTEN_OPINION,
    "signature": Origin.SIGNED_PAGE,
}
_SHORTEST = 6
_EXAMPLES = 6


# -- photos ----------------------------------------------------------------------------------------


def refuse_unreviewed(workspace: Workspace, project_id: str) -> None:
    """Refuse to publish while there are photos that nobody looked at for faces and plates."""
    photos = [one.photo for one in list_masked(workspace, project_id) if one.review is None]
    if photos:
        raise InspectorError(
            Problem.PHOTOS_NOT_REVIEWED,
            count=len(photos),
            names=tuple(photo.name for photo in photos[:_EXAMPLES]),
        )


def publish_photos(
    workspace: Workspace, redacted: Redacted, progress: Progress
) -> Iterator[LeftOut]:
    """Put the masked pictures of the reviewed photos in; give those that stay out."""
    photos = list_masked(workspace, redacted.project_id)
    other, published = redacted.workspace, dict[str, Mapping[str, object]]()
    for number, one in enumerate(tracked(photos, len(photos), progress), start=1):
        name = _public_name(number)
        seen = Why.NOT_REVIEWED if one.review is None else _picture(workspace, other, one, name)
        if isinstance(seen, Why):
            yield LeftOut(origin=Origin.PHOTO, title=name, sha256=one.photo.sha256, why=seen)
        else:
            published[one.photo.id] = seen
    with other.act() as writing:
        for photo_id, told in published.items():
            writing.office.rows("photo").set_columns(photo_id, told)


def _picture(
    workspace: Workspace, other: Workspace, one: MaskedPhoto, name: str
) -> Mapping[str, object] | Why:
    """Write the masked picture of a photo into the other workspace; give what its record says.

    Where there is none to be had, why it stays out.
    """
    try:
        preview = workspace.previews.preview(one.photo.sha256, PreviewKind.SCREEN)
    except InspectorError as error:
        if error.problem is Problem.DISK_FULL:
            raise
        return Why.NOT_HERE if error.problem is Problem.PHOTO_LOST else Why.UNDECODABLE
    content, (width, height) = masked_jpeg(preview, (mask.box for mask in one.masks))
    digest = hashlib.sha256(content).hexdigest()
    path = original_path(other.folder, digest, _MIME)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return {
        "sha256": digest,
        "size": len(content),
        "mime": _MIME,
        "name": name,
        "width": width,
        "height": height,
        "orientation": 1,
    }


def _public_name(number: int) -> str:
    """Name a photo by its place in the order of the photos: camera and people name them freely."""
    return f"photo-{number:04d}.jpg"


# -- received files --------------------------------------------------------------------------------


def publishable(workspace: Workspace, project_id: str) -> Publishable:
    """Tell what there is to publish; of received files those whose bytes are here."""
    photos = list_masked(workspace, project_id)
    with workspace.read() as office:
        received = dict.fromkeys(_received(office, project_id))
    return Publishable(
        project_id=project_id,
        photos=len(photos),
        unseen=sum(one.review is None for one in photos),
        received=tuple(one for one in received if blob_path(workspace.folder, one.sha256)),
    )


def publish_files(
    workspace: Workspace, redacted: Redacted, released: Iterable[str]
) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Put the received files in that somebody released; give their hashes, and all others.

    A file is released by the first six or more digits of its hash; one that nobody received here,
    or whose bytes are not here, is refused.
    """
    with redacted.workspace.read() as office:
        received = list(dict.fromkeys(_received(office, redacted.project_id)))
    wanted = {_meant(workspace, received, code) for code in released}
    for sha256 in sorted(wanted):
        _copy(workspace, redacted.workspace, sha256)
    left_out = tuple(
        LeftOut(origin=one.origin, title=one.title, sha256=one.sha256, why=Why.NOT_RELEASED)
        for one in received
        if one.sha256 not in wanted
    )
    return tuple(sorted(wanted)), left_out


def _received(office: Office, project_id: str) -> Iterator[Received]:
    """Give what `core.privacy` declares as received files, table by table."""
    numbers = {notice.id: notice.number for notice in office.notices.of_project(project_id)}
    for table, (name, digest) in FILE_NAMES.items():
        for row in office.rows(table).of_project(project_id, "ORDER BY id"):
            if row[digest]:
                told = numbers.get(row.get("notice_id") or "") or _title(row) or row[name]
                yield Received(_ORIGINS[table], told or "", row[digest])


def _title(row: Mapping[str, str | None]) -> str:
    return " ".join(filter(None, (row.get("title"), row.get("number"))))


def _meant(workspace: Workspace, received: list[Received], code: str) -> str:
    wanted = code.strip().lower()
    found = {one.sha256 for one in received if one.sha256.startswith(wanted)}
    if len(wanted) < _SHORTEST or len(found) != 1:
        raise InspectorError(Problem.RELEASE_UNKNOWN, file=code)
    (sha256,) = found
    if blob_path(workspace.folder, sha256) is None:
        raise InspectorError(Problem.RELEASE_UNKNOWN, file=code)
    return sha256


def _copy(workspace: Workspace, other: Workspace, sha256: str) -> None:
    source = blob_path(workspace.folder, sha256)
    if source is not None:
        target = content_path(other.folder / FILES, sha256, source.suffix)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
