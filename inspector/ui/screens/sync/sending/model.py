"""What can be sent to whom, and what it comes to, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector.core.devices import DeviceStanding, DeviceView
from inspector.operations.packing import Packed, PackOrder, PackPlan
from inspector.ui.screens.sync.laptops.model import title_of
from inspector.words.language import _
from inspector.words.sizes import size_text

_REACHED = {DeviceStanding.ENROLLED, DeviceStanding.OPEN}


@dataclass(frozen=True, slots=True)
class Named:
    """A laptop by its key, or a project by its id, with what people call it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Who can be sent to, what can be sent, and how much nobody has yet."""

    receivers: Sequence[Named] = ()
    projects: Sequence[Named] = ()
    unsent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the person chose: no receiver means anybody, no project means all."""

    receivers: frozenset[str] = field(default=frozenset())
    projects: frozenset[str] = field(default=frozenset())
    photos: bool = True

    def orders(self) -> list[PackOrder]:
        """Give one order for each receiver."""
        projects = tuple(sorted(self.projects))
        return [
            PackOrder(projects=projects, receiver=key, photos=self.photos)
            for key in sorted(self.receivers) or [""]
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What all packages of a wish come to."""

    text: str
    closed: str
    size: int
    missing: int


def receivers_of(devices: Sequence[DeviceView]) -> list[Named]:
    """Name the laptops that a package can be made for."""
    return [Named(one.key, title_of(one)) for one in devices if one.standing in _REACHED]


def sum_of(plans: Sequence[PackPlan]) -> Sum:
    """Say what the packages hold, how large they are and who can open them."""
    size = sum(plan.size for plan in plans)
    parts = [
        _("{count} 项记录").format(count=sum(plan.operations for plan in plans)),
        _("{count} 张照片").format(count=sum(plan.photos for plan in plans)),
        _("共 {size}").format(size=size_text(size)),
    ]
    volumes = sum(plan.volumes for plan in plans)
    if volumes > 1:
        parts.append(_("{count} 个文件").format(count=volumes))
    return Sum(
        text=_("，").join(parts),
        closed=_closed(plans),
        size=size,
        missing=len({one for plan in plans for one in plan.missing}),
    )


def _closed(plans: Sequence[PackPlan]) -> str:
    if all(plan.is_sealed for plan in plans):
        return _("已加密，只有所选电脑能打开；含联系电话等个人信息")
    return _("不加密，谁都能打开；不含联系电话等个人信息")


def file_lines(made: Sequence[Packed]) -> list[str]:
    """List the files that were written, with their sizes."""
    return [f"{path.name}　{_size(path)}" for one in made for path in one.paths]


def _size(path: Path) -> str:
    try:
        return size_text(path.stat().st_size)
    except OSError:  # the stick is out already
        return ""
