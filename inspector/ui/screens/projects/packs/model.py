"""Checklist packs as a list shows them, and what differs between two."""

from inspector.core.checklists import Pack
from inspector.operations.packs import PackLine
from inspector.words.language import _, local


def pack_title(line: PackLine) -> str:
    """Name a pack."""
    return local(line.title_zh, line.title_en)


def pack_text(line: PackLine) -> str:
    """Name one version of a pack."""
    return f"{pack_title(line)} {line.ref.version}"


def facts_of(pack: Pack) -> list[tuple[str, str]]:
    """Give what a pack says of itself."""
    head = pack.head
    return [
        (_("编号"), f"{head.id}@{head.version}"),
        (_("检查项"), _("{count} 项").format(count=len(pack.items))),
        (_("专业"), _("{count} 个").format(count=len(pack.disciplines))),
        (_("适用地区"), head.region),
        (_("依据"), local(head.basis_zh, head.basis_en)),
        (_("核对日期"), head.checked_on.isoformat()),
        (_("注意"), local(head.caution_zh or "", head.caution_en or "")),
        (_("校验值"), pack.hash[:16]),
    ]
