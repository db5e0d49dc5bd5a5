"""What exchange between laptops comes to, in words of the trade."""

from collections.abc import Mapping, Sequence

from inspector.core.devices import DeviceStanding
from inspector.core.exchange import Receipt, ReceiptLine, SetAside
from inspector.core.times import wall_time
from inspector.words.language import N_, _

_STANDINGS: Mapping[DeviceStanding, str] = {
    DeviceStanding.OWN: N_("本机"),
    DeviceStanding.OPEN: N_("未设单位"),
    DeviceStanding.ENROLLED: N_("已登记"),
    DeviceStanding.REVOKED: N_("已撤销"),
    DeviceStanding.UNKNOWN: N_("未登记"),
}
_REASONS: Mapping[SetAside, str] = {
    SetAside.MISSING: N_("{device} 的 {count} 项在等前面的记录：请再收一次它或其他电脑的同步包。"),
    SetAside.UNKNOWN_KEY: N_("{device} 还没有登记，{count} 项已隔离：登记后自动收入。"),
    SetAside.REVOKED: N_("{device} 已被撤销，其后的 {count} 项已隔离：重新登记后收入。"),
    SetAside.UNSOUND: N_("{device} 的 {count} 项前后不符，已隔离：请保留原同步包并报告。"),
}


def laptop_name(called: str) -> str:
    """Name a laptop by what it is called; what it wrote after a restore is told apart."""
    code, _slash, later = called.partition("/")
    name = _("{device} 机").format(device=code)
    return _("{laptop}（恢复后 {later}）").format(laptop=name, later=later) if later else name


def fork_sentence() -> str:
    """Say that two went on from the same data of one laptop."""
    return _(
        "这台电脑的数据被复制过，或从备份恢复过，两段记录都已保留。"
        "请与使用人核对：是否有两台电脑在用同一份数据。"
    )


def later_sentence(later: Sequence[str]) -> str:
    """Say under which names a laptop goes on since its data were restored or copied."""
    text = _("它的数据恢复或复制过，此后的记录写作“{names}”，与之前的分开列出，两段都保留。")
    return text.format(names=_("、").join(laptop_name(one) for one in later))


def standing_name(standing: DeviceStanding) -> str:
    """Name how a laptop stands."""
    return _(_STANDINGS[standing])


def reason_sentence(line: ReceiptLine) -> str:
    """Say why something of a package is not merged, and what to do."""
    is_code = " " not in line.device
    device = laptop_name(line.device) if is_code else line.device
    return _(_REASONS[line.reason]).format(device=device, count=line.count)


def refusal_sentence(name: str, at_ms: int, reason: str) -> str:
    """Say when a package was refused, and why."""
    return _("“{name}”：{time:%Y-%m-%d %H:%M} 没有收入。{reason}").format(
        name=name, time=wall_time(at_ms), reason=reason
    )


def receipt_sentence(receipt: Receipt) -> str:
    """Say what came of a package, every operation accounted for."""
    told = _(
        "“{name}”：收到 {received} 项＝收入 {applied}＋已有 {same}＋冲突 {conflict}"
        "＋等待 {waiting}＋隔离 {quarantined}；照片 {photos} 张，新增 {new} 张。"
    ).format(
        name=receipt.name,
        received=receipt.received,
        applied=receipt.applied,
        same=receipt.same,
        conflict=receipt.conflict,
        waiting=receipt.waiting,
        quarantined=receipt.quarantined,
        photos=receipt.photos_received,
        new=receipt.photos_new,
    )
    return _("{told}已撤回。").format(told=told) if receipt.taken_back_ms else told
