"""Papers of a made-up community that read like real ones, with drawn photos."""

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from PIL import Image, ImageDraw

from inspector.core.bundles import CatalogueEntry, Volume
from inspector.core.conclusion import ConclusionKind
from inspector.core.papers import (
    AcceptancePaper,
    BookPhoto,
    CataloguePaper,
    CommunityFacts,
    ConclusionText,
    CoverPaper,
    DataStatement,
    DefectSheet,
    DisciplineRow,
    DiscRow,
    EventRow,
    HandoverPaper,
    MeasuredRow,
    NotApplicableRow,
    NoteFormPaper,
    NoticePaper,
    NoticeRow,
    PackText,
    PaperIdentity,
    PaperPhoto,
    PartyRow,
    PhotoBookPaper,
    PhotoPair,
    ProjectFacts,
    ReadingText,
    ReasonLine,
    ScopeRow,
    TransferPaper,
    VisitRow,
    VolumeListPaper,
)
from inspector.core.volumelist import VolumeRow
from tests.kit.sample_chapters import make_chapters

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
MADE_AT = datetime(2026, 11, 22, 16, 40, tzinfo=timezone(timedelta(hours=8)))
RARE = "张㛃、李𠮷、陈䶮、王𬭎"

IDENTITY = PaperIdentity(
    number="LJ-2026-0137",
    version=3,
    made_at=MADE_AT,
    program="Inspector 0.1.0",
    made_by="张㛃",
    unit="某区住房和城乡建设局",
)

PROJECT = ProjectFacts(
    name="景芳二区老旧小区综合改造提升工程",
    code="JF2",
    address="某区凯旋街道景芳路 12 号",
    district="某区凯旋街道",
    plan_year=2026,
    plan_number="改造计划〔2026〕7 号",
    owner_unit="凯旋街道办事处",
    approval_number="某发改投〔2026〕41 号",
    investment_yuan=Decimal(48520000),
    started_on=date(2026, 3, 16),
    finished_on=date(2026, 11, 6),
    renovation_types=(("改造类别", "基础类、完善类"), ("改造方式", "综合整治")),
    communities=(
        CommunityFacts(
            name="景芳二区（东）",
            built="1994",
            buildings=18,
            units=61,
            households=976,
            floor_area_m2=Decimal("58320.5"),
        ),
        CommunityFacts(
            name="景芳二区（西）",
            built="1996",
            buildings=12,
            units=40,
            households=640,
            floor_area_m2=Decimal(39880),
        ),
    ),
)

PARTIES = tuple(
    PartyRow(role=role, unit=unit, representative=person, post=post)
    for role, unit, person, post in (
        ("主管部门", "某区住房和城乡建设局", "张㛃", "科长"),
        ("建设", "凯旋街道办事处", "陈䶮", "副主任"),
        ("设计", "浙某城市建筑设计院有限公司", "周敏", "项目负责人"),
        ("施工", "某某市政园林建设集团有限公司", "刘洋", "项目经理"),
        ("监理", "某某工程监理有限公司", "赵刚", "总监理工程师"),
        ("社区", "景芳社区居民委员会", "王𬭎", "主任"),
        ("居民代表", "景芳二区 12 幢", None, None),
    )
)

_DISCIPLINES = (
    ("道路", 284, 271, 9, 4, 0, "100.0", "95.2", "合格"),
    ("消防", 466, 452, 6, 8, 0, "98.7", "97.8", "不合格"),
    ("管线", 512, 498, 11, 3, 0, "100.0", "96.0", "合格"),
    ("绿化", 198, 187, 8, 3, 0, "100.0", "94.7", "合格"),
    ("无障碍与适老", 320, 305, 10, 5, 0, "100.0", "95.9", "合格"),
    ("照明", 120, 118, 0, 2, 0, None, "98.3", "合格"),
    ("房屋本体", 640, 628, 7, 5, 0, "100.0", "97.6", "合格"),
    ("安防", 150, 148, 2, 0, 0, "100.0", "98.7", "合格"),
    ("停车与充电", 96, 93, 3, 0, 0, "100.0", "96.9", "合格"),
    ("垃圾分类", 60, 60, 0, 0, 0, None, "100.0", "合格"),
    ("通信广电", 166, 152, 1, 13, 0, "100.0", "99.3", "合格"),
)
_VERSES = (
    "疏散楼梯净宽不足，加装扶手后最窄处小于规定值",
    "井框与路面高差超过允许偏差，通行时有明显跳动",
    "雨水立管根部接口渗漏，散水处有水渍",
    "室外消火栓被车位遮挡，扳手操作空间不足",
    "无障碍坡道扶手端部未水平延伸",
    "楼道内电线未入槽，有裸露接头",
)
_PLACES = ("12幢 二单元 3层", "小区道路 K0+020", "5幢 一单元 首层", "东区主入口", "8幢 屋面")

NOT_APPLICABLE = (
    NotApplicableRow(item="FS-005 登高操作场地", places="1幢；2幢；3幢", reason="多层小区，无此项"),
    NotApplicableRow(
        item="EL-002 轿厢尺寸",
        places="12幢 二单元",
        reason="仅在 EL-001 为“合格”时查验（清单规则 EL-002:EL-001=pass）",
    ),
)

_RESULTS = (
    "现场查验按改造方案确定的范围，对 30 幢楼、12 处室外部位进行，应查 3 012 项次，"
    "已查 3 012 项次，未查 0 项次。主控项目不合格 1 项次；一般项目合格点率 96.4 %，"
    "各检验批均不低于 80 %，且无超过允许偏差 1.5 倍的点。"
)


def discipline(row) -> DisciplineRow:
    """Make a row of T7 from a plain tuple."""
    name, due, passed, failed, skipped, unchecked, dominant, general, verdict = row
    return DisciplineRow(
        discipline=name,
        due=due,
        passed=passed,
        failed=failed,
        not_applicable=skipped,
        unchecked=unchecked,
        dominant_percent=dominant,
        general_percent=general,
        verdict=verdict,
        is_against=verdict == "不合格",
    )


def draw_photo(path: Path, seed: int, size=(1000, 750)) -> Path:
    """Draw a small street scene, a different one for each seed."""
    wide, high = size
    image = Image.new("RGB", size, (170 + seed % 40, 190, 205 + seed % 30))
    pen = ImageDraw.Draw(image)
    horizon = high * (40 + seed % 12) // 100
    pen.rectangle((0, horizon, wide, high), fill=(120 + seed % 30, 128, 118))
    road = (76, 80, 86)
    pen.polygon([(0, high), (wide * 2 // 5, horizon), (wide * 3 // 5, horizon), (wide, high)], road)
    for at in range(3):
        left = wide * (6 + 34 * at + seed % 9) // 100
        top = horizon - high * (18 + (seed * 7 + at * 5) % 14) // 100
        tone = 150 + (seed * 13 + at * 29) % 80
        pen.rectangle((left, top, left + wide // 6, horizon), fill=(tone, tone - 12, tone - 24))
        for floor in range(top + 20, horizon - 20, 42):
            for window in range(left + 14, left + wide // 6 - 20, 44):
                pen.rectangle((window, floor, window + 22, floor + 24), fill=(72, 90, 110))
    pen.ellipse((wide // 2 - 60, high * 3 // 4, wide // 2 + 60, high * 3 // 4 + 40), fill=road)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, quality=80)
    return path


def make_photo(folder: Path, number: int, size=(1000, 750), **changes) -> PaperPhoto:
    """Make a photo of a paper with its drawn preview."""
    preview = draw_photo(folder / f"p{number}.jpg", number, size)
    facts = {
        "number": f"P-{number:04d}",
        "sha256": hashlib.sha256(f"photo {number}".encode()).hexdigest(),
        "caption": _VERSES[number % len(_VERSES)],
        "taken": f"2026-11-{10 + number % 12:02d} {9 + number % 8:02d}:{number % 60:02d}（+08:00）",
        "place": _PLACES[number % len(_PLACES)],
        "position": f"30.2741{number % 10}°N 120.2020{number % 10}°E（±6 m）",
        "direction": f"朝向 {number * 37 % 360}°（真北）",
        "photographer": "李工",
        "preview": preview,
    }
    return PaperPhoto(**{**facts, **changes})


def make_defect(folder: Path, number: int, **changes) -> DefectSheet:
    """Make one defect with a pair of photos and its history."""
    is_open = number % 6 == 5
    pair = PhotoPair(
        before=make_photo(folder, number * 2),
        after=None if is_open else make_photo(folder, number * 2 + 1),
        distance=None if is_open else f"相距 {number % 5 + 1} m",
    )
    facts = {
        "number": f"JF2-12-K7-{number:04d}",
        "place": _PLACES[number % len(_PLACES)],
        "text": f"{_VERSES[number % len(_VERSES)]}。",
        "severity": ("严重", "一般", "轻微")[number % 3],
        "status": "整改中" if is_open else "已销项",
        "item": "FS-014 疏散楼梯净宽不减",
        "measured": "1.02 m",
        "demand": "≥ 1.10 m",
        "basis": "GB 50016-2014（2018 年版）5.5.30",
        "party": "某某市政园林",
        "due": f"2026-11-{12 + number % 10:02d}",
        "recheck": None if is_open else "复验 1：合格（赵刚，2026-11-21 15:20）",
        "rechecks": 0 if is_open else 1,
        "is_open": is_open,
        "events": (
            EventRow(at="2026-11-10 09:41", step="记录", by="李工"),
            EventRow(
                at="2026-11-10 17:05", step="下发", by="张㛃", note="整改通知单 ZG-2026-JF2-001"
            ),
            EventRow(at="2026-11-19 16:30", step="回复", by="刘洋", note="已调整扶手安装位置"),
        ),
        "pairs": (pair,),
    }
    return DefectSheet(**{**facts, **changes})


def make_conclusion(**changes) -> ConclusionText:
    """Make a computed conclusion that asks for rework."""
    facts = {
        "kind": ConclusionKind.REWORK,
        "title": "整改后复验",
        "wording": "现场查验范围内的改造内容已全部查验，尚有未销项的问题（见第七章）。"
        "依据现有记录，本项目应在问题整改完毕并经复验合格后办理验收手续。",
        "reasons": (
            ReasonLine("应查 3 012 项次，未查 0 项次", is_met=True),
            ReasonLine("主控项目不合格 1 项次", is_met=False),
            ReasonLine("必改项目不合格 1 项次", is_met=False),
            ReasonLine("一般项目合格点率均不低于 80 %，无超过允许偏差 1.5 倍的点", is_met=True),
            ReasonLine("未销项的严重问题 1 个", is_met=False),
            ReasonLine(
                "未销项的轻微问题 1 个（不影响结论，均已明确责任单位和期限）",
                is_met=False,
                binding=False,
            ),
        ),
    }
    return ConclusionText(**{**facts, **changes})


MEASURED = (
    MeasuredRow(
        item="RD-006 沥青路面平整度",
        place="小区道路 K0+020",
        limit="≤ 5 mm",
        unit="mm",
        readings=tuple(
            ReadingText(text, holds)
            for text, holds in (
                ("3.0", True),
                ("4.0", True),
                ("5.0", True),
                ("5.0", True),
                ("7.4", False),
            )
        ),
        computation=("4 / 5 = 80.0 %，达到 80 %", "最大 7.4 ≤ 5 × 1.5 = 7.5"),
        verdict="合格",
    ),
    MeasuredRow(
        item="RD-009 井框与路面高差",
        place="小区道路",
        limit="≤ 5 mm",
        unit="mm",
        readings=tuple(
            ReadingText(text, holds)
            for text, holds in (
                ("2.0", True),
                ("3.5", True),
                ("6.0", False),
                ("8.1", False),
                ("3.0", True),
            )
        ),
        computation=("3 / 5 = 60.0 %，低于 80 %", "最大 8.1 ＞ 5 × 1.5 = 7.5"),
        verdict="不合格",
        is_against=True,
    ),
    MeasuredRow(
        item="BF-008 扶手高度",
        place="5幢 一单元",
        limit="850～900 mm",
        unit="mm",
        readings=tuple(ReadingText(text, holds=True) for text in ("865", "870", "880")),
        computation=("3 / 3 = 100.0 %，达到 80 %",),
        verdict="合格",
    ),
)


def make_acceptance(folder: Path, defects: int = 8, photos: int = 14, **changes) -> AcceptancePaper:
    """Make a report with everything in it."""
    rows = tuple(discipline(row) for row in _DISCIPLINES)
    total = ("合计", 3012, 2912, 57, 43, 0, "99.8", "96.4", "不合格")
    facts = {
        "identity": IDENTITY,
        "project": PROJECT,
        "acceptance_day": "2026 年 11 月 22 日",
        "parties": PARTIES,
        "scope": tuple(_scope_rows()),
        "visits": (
            VisitRow(
                kind="抽检", day="2026-11-10", people="李工、张㛃", scope="道路、管线", answers=812
            ),
            VisitRow(
                kind="预验收",
                day="2026-11-16 至 18",
                people="李工、赵刚",
                scope="全部",
                answers=2140,
            ),
            VisitRow(
                kind="联合验收", day="2026-11-22", people=RARE, scope="抽查和复验", answers=60
            ),
        ),
        "disciplines": rows,
        "total": discipline(total),
        "result_lines": (_RESULTS,),
        "measured": MEASURED,
        "not_applicable": NOT_APPLICABLE,
        "rule_note": "判定规则：一般项目合格点率不低于 80 %，且不合格点不超过允许偏差的 1.5 倍"
        "（GB 50268-2008 3.2.3；CJJ 1-2008）。读数加粗标红者为不合格点。",
        "defect_lines": (f"共登记问题 {defects} 个，其中已销项 {defects - defects // 6} 个。",),
        "defects": tuple(make_defect(folder, number) for number in range(1, defects + 1)),
        "photos": tuple(make_photo(folder, 500 + number) for number in range(photos)),
        **make_chapters(),
        "conclusion": make_conclusion(),
        "statement": DataStatement(
            packs=(
                PackText(
                    title="国家通用检查库",
                    version="2026.1",
                    sha256=hashlib.sha256(b"pack").hexdigest(),
                    editions_checked_on=date(2026, 11, 22),
                ),
            ),
            counts=(("查验记录", 3012), ("实测读数", 1466), ("问题", defects), ("照片", 184)),
            file_count=184,
            file_bytes=823_441_120,
            file_list_sha256=hashlib.sha256(b"files").hexdigest(),
            content_sha256=hashlib.sha256(b"content").hexdigest(),
            schema_version=1,
        ),
    }
    return AcceptancePaper(**{**facts, **changes})


def make_empty_acceptance(**changes) -> AcceptancePaper:
    """Make a report of a project in which nothing was recorded yet."""
    facts = {
        "identity": IDENTITY,
        "project": ProjectFacts(name="空项目", code="K0"),
        "conclusion": make_conclusion(
            kind=ConclusionKind.UNDECIDED,
            title="不能得出结论",
            wording="尚无查验记录。",
            reasons=(),
        ),
        "statement": DataStatement(),
    }
    return AcceptancePaper(**{**facts, **changes})


def _scope_rows():
    for discipline_name, content, duty, planned, done, difference, reason in (
        ("道路", "沥青路面铣刨加铺", "必改", "8 200 ㎡", "8 200 ㎡", "0", None),
        (
            "管线",
            "雨污分流改造",
            "必改",
            "3 460 m",
            "3 412 m",
            "-48 m",
            "东侧管段与市政改造合并实施",
        ),
        ("消防", "消防车道划线与标识", "必改", "1 项", "1 项", "0", None),
        ("无障碍与适老", "单元坡道和扶手", "必改", "61 处", "61 处", "0", None),
        (
            "停车与充电",
            "电动自行车充电棚",
            "可选",
            "14 处",
            "12 处",
            "-2 处",
            "两处距住宅不足，取消",
        ),
        ("绿化", "绿地补种与步道", "可选", "2 900 ㎡", "2 950 ㎡", "+50 ㎡", None),
    ):
        yield ScopeRow(
            discipline=discipline_name,
            content=content,
            duty=duty,
            planned=planned,
            done=done,
            difference=difference,
            reason=reason,
        )


def make_notice(folder: Path, rows: int = 5, photos: int = 4, **changes) -> NoticePaper:
    """Make a rectification notice to the contractor."""
    facts = {
        "identity": replace(IDENTITY, number="ZG-2026-JF2-K7-001", version=1),
        "project": PROJECT,
        "to": "某某市政园林建设集团有限公司",
        "issuer": "某区住房和城乡建设局",
        "copies_to": ("凯旋街道办事处", "某某工程监理有限公司"),
        "part": "景芳二区（东）",
        "rows": tuple(
            NoticeRow(
                number=f"JF2-12-K7-{number:04d}",
                place=_PLACES[number % len(_PLACES)],
                text=f"{_VERSES[number % len(_VERSES)]}。",
                severity=("严重", "一般", "轻微")[number % 3],
                demand="≥ 1.10 m",
                measured="1.02 m",
                basis="FS-014　GB 50016-2014（2018 年版）5.5.30",
                photo_numbers=f"P-{number:04d}",
            )
            for number in range(1, rows + 1)
        ),
        "demand": "立即整改，举一反三，对同类部位全数检查；整改完成后书面回复，逐项附整改后照片。",
        "due": "2026 年 11 月 29 日（含当日）",
        "recheck_mode": "现场复验",
        "recheck_unit": "某某工程监理有限公司",
        "photos": tuple(make_photo(folder, 700 + number) for number in range(photos)),
    }
    return NoticePaper(**{**facts, **changes})


VOLUME = Volume(
    archive_number="LJ-2026-0137",
    title="景芳二区老旧小区综合改造提升工程 联合竣工验收文件",
    unit="某区住房和城乡建设局",
    project_code="JF2",
    project_name="景芳二区老旧小区综合改造提升工程",
    year=2026,
    made_at=MADE_AT,
    compiled_by="张㛃",
)


def make_cover(**changes) -> CoverPaper:
    """Make the cover of a volume."""
    facts = {
        "identity": IDENTITY,
        "volume": VOLUME,
        "first_on": date(2026, 3, 16),
        "last_on": date(2026, 11, 22),
    }
    return CoverPaper(**{**facts, **changes})


def make_catalogue(entries: int = 6, **changes) -> CataloguePaper:
    """Make an in-volume catalogue."""
    rows = tuple(
        CatalogueEntry(
            sequence=number,
            number=f"LJ-2026-{number:04d}",
            creator="某区住房和城乡建设局",
            title="联合竣工验收报告" if number == 1 else f"整改通知单（第 {number - 1} 号）",
            date8="20261122",
            first_page=number * 10 - 9,
            last_page=number * 10,
            is_last=number == entries,
            remark="" if number > 1 else "第 3 版",
        )
        for number in range(1, entries + 1)
    )
    return CataloguePaper(**{"identity": IDENTITY, "volume": VOLUME, "entries": rows, **changes})


def make_note_form(**changes) -> NoteFormPaper:
    """Make the note form of a volume."""
    facts = {
        "identity": IDENTITY,
        "volume": VOLUME,
        "text_pages": 86,
        "photo_count": 184,
        "note": "本卷文件齐全、完整。照片为原始文件，另附照片目录。",
    }
    return NoteFormPaper(**{**facts, **changes})


def make_volume_list(volumes: int = 5, **changes) -> VolumeListPaper:
    """Make the list of the volumes of a bundle."""
    rows = tuple(
        VolumeRow(
            number=number,
            code=f"JF2-2026-E1-{number:03d}",
            title=f"{PROJECT.name} 竣工验收文件 联合竣工验收报告、整改通知单等",
            text_pages=80 + number,
            drawing_pages=3 if number == 2 else 0,
            photos=184 if number == volumes else 0,
            files=number + (184 if number == volumes else 0),
            unit="某区住房和城乡建设局",
            day8="20261122",
            retention="永久",
            secrecy="公开",
        )
        for number in range(1, volumes + 1)
    )
    facts = {
        "identity": IDENTITY,
        "project_name": PROJECT.name,
        "project_code": PROJECT.code,
        "unit": "某区住房和城乡建设局",
        "rows": rows,
    }
    return VolumeListPaper(**{**facts, **changes})


def make_transfer(volumes: int = 5, **changes) -> TransferPaper:
    """Make the letter of hand-over with its list."""
    return TransferPaper(**{"identity": IDENTITY, "listed": make_volume_list(volumes), **changes})


def make_handover(discs: int = 1, **changes) -> HandoverPaper:
    """Make the register of a hand-over, of one carrier or of several."""
    rows = tuple(
        DiscRow(
            code=IDENTITY.number if discs == 1 else f"{IDENTITY.number}-{number}of{discs}",
            content=f"{PROJECT.name}联合竣工验收",
            files=212,
            bytes=3_141_592_653 + number,
            sha256=hashlib.sha256(f"disc {number}".encode()).hexdigest(),
        )
        for number in range(1, discs + 1)
    )
    facts = {
        "identity": IDENTITY,
        "title": f"{PROJECT.name}联合竣工验收",
        "sender": "某区住房和城乡建设局",
        "discs": rows,
        "holdings": make_volume_list().holdings,
    }
    return HandoverPaper(**{**facts, **changes})


def make_photo_book(folder: Path, photos: int = 9, **changes) -> PhotoBookPaper:
    """Make a book of contact sheets, in groups of two."""
    book = tuple(
        BookPhoto(
            shown=PaperPhoto(
                number=f"JF2-2026-E3-001-{number:04d}",
                sha256=hashlib.sha256(f"photo {number}".encode()).hexdigest(),
                preview=draw_photo(folder / f"p{number % 12}.jpg", number % 12),
            ),
            matter=f"JF2-12-K7-{number:04d} {_VERSES[number % len(_VERSES)]}",
            taken=f"2026-11-{10 + number % 12:02d} 09:{number % 60:02d}（+08:00）",
            place=_PLACES[number % len(_PLACES)],
            people="" if number % 3 else "刘洋（施工单位）",
            background=("整改前", "整改后", "竣工验收")[number % 3],
            photographer="李工（某区住建局）",
            group=f"第 {(number + 1) // 2} 组",
            group_title=f"{_VERSES[(number + 1) // 2 % len(_VERSES)]}（2 张）"
            if number % 2
            else "",
        )
        for number in range(1, photos + 1)
    )
    facts = {
        "identity": IDENTITY,
        "volume": replace(VOLUME, number="JF2-2026-E3-001"),
        "book": 1,
        "books": 1,
        "photos_total": photos,
        "photos": book,
    }
    return PhotoBookPaper(**{**facts, **changes})
