"""Make a public copy where the disk of the workspace is full; Linux, as root.

unshare -m python -m tests.kit.full_exports DIR KILOBYTES    prints what came of it as JSON
"""

import json
import subprocess
import sys
from pathlib import Path

from PIL import Image

from inspector.core.errors import InspectorError
from inspector.operations.masks import list_masked, review_photo
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.public_copy import list_public_copies, seal_public_copy
from inspector.words.problems import explain
from tests.kit.builders import make_place, make_project, make_workspace


def main(folder: Path, kilobytes: int) -> None:
    """Take large photos in, make the disk small, and tell the refusal and what was left behind."""
    workspace = make_workspace(folder)
    project = make_project(workspace)
    make_place(workspace, project)
    files = [folder / f"{number}.jpg" for number in range(3)]
    for file in files:
        Image.effect_noise((1800, 1400), 120).convert("RGB").save(file, quality=95)
    import_photos(workspace, files, IntakeOrder(project_id=project.id))
    for one in list_masked(workspace, project.id):
        review_photo(workspace, one.photo.id)
    exports = workspace.folder / "exports"
    options = f"size={kilobytes}k"
    subprocess.run(  # noqa: S603 - a fixed program with our own arguments
        ["/bin/mount", "-t", "tmpfs", "-o", options, "none", str(exports)], check=True
    )
    out = folder / "公开.zip"
    try:
        seal_public_copy(workspace, project.id, out)
        told = {"problem": "", "sentence": ""}
    except InspectorError as error:
        told = {"problem": error.problem, "sentence": explain(error)}
    left = [*(path.name for path in exports.iterdir()), *([out.name] if out.exists() else [])]
    count = len(list_public_copies(workspace, project.id))
    workspace.close()
    sys.stdout.write(json.dumps(told | {"left": left, "copies": count}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
