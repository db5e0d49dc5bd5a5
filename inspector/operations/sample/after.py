"""What followed the second meeting: the last signatures, account, handover, claims, care."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from inspector.core.aftercare.care import CarePoint, CareState
from inspector.core.aftercare.handover import HandoverKind
from inspector.core.aftercare.management import ManagementMode
from inspector.core.aftercare.warranty import Warranty, WarrantyKind
from inspector.core.evidence import PhotoRole
from inspector.core.inspections import VisitKind
from inspector.core.process.names import DocumentKind
from inspector.operations.aftercare import (
    HandoverDraft,
    WarrantyDraft,
    add_handover,
    add_warranty,
    answer_care,
    state_account,
    state_management,
)
from inspector.operations.attaching import attach_care_photos, attach_claim_photos
from inspector.operations.claims import ClaimDraft, close_claim, repair_claim, report_claim
from inspector.operations.filings import appraise_party, state_filing
from inspector.operations.projects import list_parties
from inspector.operations.recording import DocumentDraft, file_document
from inspector.operations.sample.clock import StoryClock, moment
from inspector.operations.sample.people import (
    BUILDER,
    CLERK,
    CONTRACTOR_UNIT,
    LIFTS_UNIT,
    PARTIES,
    PIPES_UNIT,
    SUPERVISOR_UNIT,
    Actor,
)
from inspector.operations.sample.signing import handwriting
from inspector.operations.signing import SignatureDraft, show_signatures, sign
from inspector.operations.verdicts import list_meetings
from inspector.operations.visits import VisitDraft, create_visit
from inspector.operations.workspace import Workspace, change_person
from inspector.photos.sample.exif import Shot
from inspector.photos.scenes import PHONE_SIZE, SceneKind, draw_scene

_SIGNING, _SETTLED, _HANDED, _FIRST, _LAST = (date(2026, 11, day) for day in range(23, 28))
AFTER_LAST_DAY = _LAST
_LATE_SIGNERS = ("office", "pipes", "lifts", "residents")
"""Those who had left before the signing; they sign the same content the day after."""
_PROPERTY = "××物业服务有限公司"
_SMALL = (640, 480)
_SITE = (Decimal("36.067310"), Decimal("120.382520"))
_SUMS = {
    "estimate_yuan": 48_600_000,
    "contract_yuan": 45_800_000,
    "settled_yuan": 45_320_000,
    "final_yuan": 46_950_000,
    "fiscal_yuan": 38_000_000,
    "residents_yuan": 1_950_000,
    "social_yuan": 7_000_000,
}
_WARRANTIES = (
    (WarrantyKind.WATERPROOFING, "1–30 幢屋面和外墙防渗漏", CONTRACTOR_UNIT),
    (WarrantyKind.WATER, "雨污管网", PIPES_UNIT),
    (WarrantyKind.ELECTRICS, "楼道照明和路灯线路", CONTRACTOR_UNIT),
    (WarrantyKind.EQUIPMENT, "加装电梯", LIFTS_UNIT),
    (WarrantyKind.DECORATION, "楼道粉刷", CONTRACTOR_UNIT),
)
_THINGS = (
    (HandoverKind.FACILITY, "路灯和楼道灯", "318 盏"),
    (HandoverKind.FACILITY, "电动自行车充电棚", "6 处"),
    (HandoverKind.FACILITY, "消火栓和灭火器", "1 批"),
    (HandoverKind.ROOM, "物管用房", "1 间，46 m²"),
    (HandoverKind.PAPERS, "竣工图和设备说明书", "1 套"),
)
_K = DocumentKind
_PAPERS = (
    (_K.SETTLEMENT_AUDIT, "示例结审〔2026〕41号", _SETTLED, "××区审计局"),
    (_K.FINAL_ACCOUNT, "示例财评〔2026〕88号", _SETTLED, "××区财政局"),
    (_K.ASSET_LIST, "示例移交2026-01", _HANDED, "××街道办事处"),
    (_K.MANAGEMENT_AGREEMENT, "示例管协2026-01", _HANDED, _PROPERTY),
    (_K.MANAGEMENT_RULES, "示例规约2026-01", _HANDED, "景芳二区社区居民委员会"),
)
_APPRAISALS = {
    CONTRACTOR_UNIT: "履约良好，按期完工；预验收提出的问题整改及时。",
    PIPES_UNIT: "管网施工符合设计，井盖问题经返工合格。",
    SUPERVISOR_UNIT: "按监理规划到位履职，复验记录齐全。",
}
_MISSING = {
    CarePoint.CULTURE: (CareState.PARTLY, "宣传栏未布置"),
    CarePoint.PARKING: (CareState.PARTLY, "夜间临时停车占用消防车道边线"),
    CarePoint.OWNERS: (CareState.LACKING, "业主委员会正在筹备"),
}
_SHOWN = (
    (CarePoint.CLEANING, SceneKind.WASTE_STATION),
    (CarePoint.PARKING, SceneKind.PARKING),
    (CarePoint.GREENING, SceneKind.TREE_PIT),
    (CarePoint.ROADS, SceneKind.ROAD_SURFACE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _After:
    """Where the story goes on, and with what camera."""

    workspace: Workspace
    clock: StoryClock
    project_id: str
    units: Mapping[str, str]
    size: tuple[int, int]
    folder: Path

    def let(self, actor: Actor, at: datetime) -> None:
        """Go on to a moment and let somebody act."""
        self.clock.reach(at)
        change_person(self.workspace, actor.name, actor.unit)

    def shoot(self, name: str, scene: SceneKind, at: datetime, *, after: bool) -> Path:
        """Draw a photo that was taken at a moment."""
        shot = Shot(taken_local=at.replace(tzinfo=None), latitude=_SITE[0], longitude=_SITE[1])
        path = self.folder / name
        data = draw_scene(scene, len(name), shot=shot, after=after, size=self.size)
        path.write_bytes(data)
        return path


def tell_after(
    workspace: Workspace, clock: StoryClock, project_id: str, *, small_pictures: bool = False
) -> None:
    """Tell the days from the last signatures to long-term management; the clerk has the end."""
    units = {party.unit: party.id for party in list_parties(workspace, project_id)}
    with tempfile.TemporaryDirectory(prefix="sample-") as name:
        after = _After(
            workspace=workspace,
            clock=clock,
            project_id=project_id,
            units=units,
            size=_SMALL if small_pictures else PHONE_SIZE,
            folder=Path(name),
        )
        _sign_late(after)
        _settle(after)
        _hand_over(after)
        _claim(after)
        _look_after(after, _FIRST, _MISSING)
        _look_after(after, _LAST, {CarePoint.OWNERS: _MISSING[CarePoint.OWNERS]})


def take_archive_over(workspace: Workspace, project_id: str) -> None:
    """File the letter by which the archive took the sealed bundle."""
    today = workspace.today()
    draft = DocumentDraft(
        kind=DocumentKind.ARCHIVE_HANDOVER,
        number="示例档移2026-07",
        issued_on=today,
        issuer="××区城建档案馆",
    )
    file_document(workspace, project_id, draft)


def _sign_late(after: _After) -> None:
    after.let(CLERK, moment(_SIGNING, 9))
    meeting = list_meetings(after.workspace, after.project_id)[-1]
    signing = show_signatures(after.workspace, meeting.id)
    for party in (one for one in PARTIES if one.key in _LATE_SIGNERS):
        after.clock.tick(300)
        ink = handwriting(party.representative)
        draft = SignatureDraft(party_id=after.units[party.unit], shown=signing.shown, ink=ink)
        sign(after.workspace, meeting.id, draft)


def _settle(after: _After) -> None:
    """Put account, filing and what is said of the parties on record."""
    after.let(CLERK, moment(_SETTLED, 14))
    approved = {
        "approved_on": _SETTLED,
        "approved_by": "××区财政局",
        "approval_paper": "示例财评〔2026〕88号",
    }
    sums = {name: Decimal(value) for name, value in _SUMS.items()}
    state_account(after.workspace, after.project_id, {**sums, **approved})
    filing = {
        "region_code": "370202",
        "owner_code": "91350100M000100Y43",
        "filing_number": "示例备2026-117",
        "filed_on": _SETTLED,
        "archive_opinion": "文件材料齐全，案卷符合要求，同意备案。",
    }
    state_filing(after.workspace, after.project_id, filing)
    for unit, text in _APPRAISALS.items():
        appraise_party(after.workspace, after.units[unit], text)


def _hand_over(after: _After) -> None:
    after.let(CLERK, moment(_HANDED, 9, 30))
    workspace, project_id = after.workspace, after.project_id
    for kind, item, quantity in _THINGS:
        draft = HandoverDraft(
            kind=kind,
            item=item,
            quantity=quantity,
            receiver=_PROPERTY,
            handed_on=_HANDED,
            paper="示例移交2026-01",
        )
        add_handover(workspace, project_id, draft)
    managed = {
        "mode": ManagementMode.PROFESSIONAL,
        "body": _PROPERTY,
        "agreement": "示例管协2026-01",
        "until_on": date(2029, 11, 24),
        **dict.fromkeys(("signed_on", "fund_on", "rules_on"), _HANDED),
    }
    state_management(workspace, project_id, managed)
    for paper_kind, number, issued_on, issuer in _PAPERS:
        paper = DocumentDraft(kind=paper_kind, number=number, issued_on=issued_on, issuer=issuer)
        file_document(workspace, project_id, paper)


def _claim(after: _After) -> None:
    """Let two claims come: one is repaired and closed, one waits."""
    workspace, project_id = after.workspace, after.project_id
    made = [_warranty(after, *one) for one in _WARRANTIES]
    leak = ClaimDraft(text="屋面雨水斗接口渗水，顶层楼道有水渍", warranty_id=made[0].id)
    claim = report_claim(workspace, project_id, leak).value
    shown = (
        (PhotoRole.BEFORE, moment(_HANDED, 10, 5), False),
        (PhotoRole.AFTER, moment(_FIRST, 8, 20), True),
    )
    for role, at, is_after in shown:
        after.clock.reach(at)
        path = after.shoot(f"claim-{role.value}.jpg", SceneKind.ROOF, at, after=is_after)
        attach_claim_photos(workspace, claim.id, role, [path])
    after.let(BUILDER, moment(_FIRST, 8, 40))
    repair_claim(workspace, claim.id, _FIRST, BUILDER.name, "更换雨水斗，接口重做防水，闭水无渗漏")
    after.let(CLERK, moment(_FIRST, 9))
    close_claim(workspace, claim.id)
    cover = ClaimDraft(text="3 幢东侧雨水井盖异响", warranty_id=made[1].id)
    report_claim(workspace, project_id, cover)


def _warranty(after: _After, kind: WarrantyKind, part: str, unit: str) -> Warranty:
    draft = WarrantyDraft(kind=kind, part=part, party_id=after.units[unit], paper="示例保修001")
    return add_warranty(after.workspace, after.project_id, draft).value


def _look_after(
    after: _After, day: date, missing: Mapping[CarePoint, tuple[CareState, str]]
) -> None:
    """Go through the points of long-term management, and photograph some."""
    after.let(CLERK, moment(day, 9, 30))
    draft = VisitDraft(
        kind=VisitKind.AFTERCARE,
        first_on=day,
        title=f"{day:%m-%d} 长效管理检查",
        inspectors=(CLERK.name, "钱月华"),
    )
    visit = create_visit(after.workspace, after.project_id, draft).value
    for point in CarePoint:
        state, note = missing.get(point, (CareState.HELD, None))
        after.clock.tick(45)
        answer_care(after.workspace, visit.id, point, state, note)
    _photograph(after, visit.id, day, _SHOWN)


def _photograph(
    after: _After, visit_id: str, day: date, shown: Sequence[tuple[CarePoint, SceneKind]]
) -> None:
    for number, (point, scene) in enumerate(shown):
        at = moment(day, 10, 10 + number)
        after.clock.reach(at)
        path = after.shoot(f"care-{day:%m%d}-{point.value}.jpg", scene, at, after=True)
        attach_care_photos(after.workspace, visit_id, point, [path])
