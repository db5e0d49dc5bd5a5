"""Chapters of a made-up report: its way, its papers, its works, and what follows."""

import hashlib
from decimal import Decimal

from inspector.core.papers import (
    AfterText,
    BlockRow,
    BuilderRow,
    CareItemRow,
    CareRow,
    DocumentRow,
    GateRow,
    HandoverLine,
    PaperRow,
    PapersText,
    PreconditionRow,
    PublicityRow,
    QuantityRow,
    SampleRow,
    SayingRow,
    SpotRow,
    TrialRow,
    VoteRow,
    WarrantyLine,
    WayText,
    WorksText,
)

_OFFICE = "某区老旧小区综合改造提升领导小组办公室"
_STREET = "凯旋街道办事处"


def make_chapters() -> dict[str, object]:
    """Make everything that a report shows besides what was found on site."""
    return {
        "way": make_way(),
        "builders": BUILDERS,
        "papers": make_papers(),
        "works": make_works(),
        "after": make_after(),
    }


def make_way() -> WayText:
    """Make a way with a missing paper, a waiver and an open gate."""
    return WayText(
        lines=("本项目列入“某区老旧小区改造三年行动计划”2026 年度计划（改造计划〔2026〕7 号）。",),
        gates=(
            GateRow(gate="G1", name="对象与改造意愿", status="已通过"),
            GateRow(
                gate="G12",
                name="完工",
                status="未齐",
                note="合同内容已完成：还没有人确认；缺少抽检记录",
                is_against=True,
            ),
        ),
        preconditions=(
            PreconditionRow(
                number=1,
                content="意愿征求表",
                document="凯街〔2025〕31 号",
                day="2025-09-15",
                issuer=_STREET,
                status="有",
            ),
            PreconditionRow(
                number=1,
                content="“改造意愿”表决",
                day="2025-09-12",
                status="达标",
                note="同意 1347/1616 户，应≥ 2/3，即 1078",
            ),
            PreconditionRow(number=16, content="抽检记录", status="缺", is_against=True),
            PreconditionRow(
                number=20,
                content="专项验收意见",
                status="已豁免",
                note=f"{_OFFICE}，联审〔2025〕12 号",
            ),
        ),
        votes=(
            VoteRow(
                subject="改造意愿",
                days="2025-09-01\n2025-09-12",
                measure="户数（户）",
                entitled="1616",
                agreeing="1347",
                comparison="同意 1347/1616 户，应≥ 2/3，即 1078",
                verdict="达标",
            ),
            VoteRow(
                subject="加装电梯",
                days="2025-10-01\n2025-10-12",
                measure="专有面积（㎡）",
                entitled="5832.5",
                taking_part="3900",
                agreeing="2900.25",
                comparison="参加 3900/5832.5 ㎡，应≥ 2/3，即 3889\n"
                "同意 2900.25/3900 ㎡，应≥ 3/4，即 2925",
                verdict="未达标",
                is_against=True,
            ),
        ),
        publicities=(
            PublicityRow(
                title="改造方案公示",
                days="2025-10-13\n2025-10-20",
                workdays="5 个工作日",
                place="社区公告栏",
                photos="首日 1 张，末日 1 张",
                objections="2 条，已答复 2 条",
            ),
        ),
        sayings=(
            SayingRow(
                kind="豁免",
                subject="第 20 项：专项验收意见",
                authority=_OFFICE,
                paper="联审〔2025〕12 号",
                reason="各专项手续单独办理，意见随联合验收一并出具",
                day="2025-12-18",
            ),
        ),
    )


BUILDERS = (
    BuilderRow(
        role="设计单位",
        unit="浙某城市建筑设计院有限公司",
        report="勘察设计质量检查报告 质检 001 2026-10-30",
        defects="无",
        opinion="同意",
        appraisal="设计变更手续齐全，现场服务及时。",
    ),
    BuilderRow(role="施工单位", unit="某某市政园林建设集团有限公司", defects="8 条，已了结 7 条"),
)


def make_papers() -> PapersText:
    """Make a check of papers with one missing, and a document with its copy."""
    return PapersText(
        lines=("应核查资料 3 种，查见或已豁免 2 种，缺 1 种。",),
        rows=(
            PaperRow(
                name="意愿征求表",
                required="G1，前置条件 1",
                found=f"凯街〔2025〕31 号 2025-09-15 {_STREET}",
                opinion="有",
            ),
            PaperRow(name="抽检记录", required="G12，前置条件 16", opinion="缺", is_against=True),
            PaperRow(
                name="专项验收意见",
                required="G13，前置条件 20",
                found=f"{_OFFICE}，联审〔2025〕12 号",
                opinion="已豁免",
            ),
        ),
        documents=(
            DocumentRow(
                name="意愿征求表",
                number="凯街〔2025〕31 号",
                day="2025-09-15",
                issuer=_STREET,
                file="意愿征求表.pdf",
                size=182_044,
                sha256=hashlib.sha256(b"form").hexdigest(),
            ),
            DocumentRow(name="长效管理方案", number="凯街〔2026〕8 号", day="2026-10-30"),
        ),
    )


def make_works() -> WorksText:
    """Make works with a quantity that fell short and a test that failed."""
    return WorksText(
        blocks=(
            BlockRow(place="12幢", items=58, passed=56, failed=1, not_applicable=1, unchecked=0),
            BlockRow(
                place="小区道路", items=21, passed=21, failed=0, not_applicable=0, unchecked=0
            ),
        ),
        quantities=(
            QuantityRow(
                item="PP-001 雨污分流",
                place="东侧管段",
                planned="3460 m",
                done="3412 m",
                difference="-48",
                note="与市政改造合并实施",
            ),
            QuantityRow(
                item="PK-007 充电棚",
                place="12幢南",
                planned="14 处",
                done="12 处",
                difference="-2",
                is_against=True,
            ),
        ),
        samples=(
            SampleRow(
                item="RD-006 沥青路面平整度",
                control="一般项目",
                method="3m直尺+塞尺",
                sampling="每20m一处",
                places=4,
                checked=4,
            ),
        ),
        trials=(
            TrialRow(
                item="FS-008 室外消火栓出水压力",
                demand="≥ 0.14 MPa",
                places="全部 12 处",
                days="2026-11-20",
                verdict="合格",
            ),
            TrialRow(
                item="PP-014 给水管水压试验",
                demand="试验压力下无渗漏",
                places="12幢 一单元",
                days="2026-11-19\n2026-11-20",
                verdict="不合格",
                note="接口渗漏，已登记问题",
                is_against=True,
            ),
        ),
    )


def make_after() -> AfterText:
    """Make an outlook: a management plan on record, an item of it that failed, two spots."""
    return AfterText(
        care=(
            CareRow(
                name="长效管理方案",
                document="凯街〔2026〕8 号",
                day="2026-10-30",
                issuer=_STREET,
                status="有",
            ),
            CareRow(name="资产移交清单", status="未记录"),
        ),
        care_items=(
            CareItemRow(
                item="LM-001 管理单位落实",
                place="景芳二区（东）",
                verdict="不合格",
                note="管理协议尚未签订",
                is_against=True,
            ),
        ),
        managed="管理单位：凯旋物业；管理模式：专业物业。",
        handover=(
            HandoverLine(
                kind="设施",
                item="电动自行车充电棚",
                quantity="12 处",
                receiver="凯旋物业",
                day="2026-11-25",
                paper="移交书 1 号",
            ),
            HandoverLine(kind="资料", item="竣工图"),
        ),
        warranties=(
            WarrantyLine(
                kind="防水",
                part="12幢屋面",
                days="2026-11-22\n2031-11-22",
                unit="某某市政园林",
                paper="保修书 3 号",
            ),
        ),
        spots=(
            SpotRow(
                label="1",
                place="12幢",
                latitude=Decimal("30.27415"),
                longitude=Decimal("120.20203"),
                datum="WGS-84",
                photos=6,
            ),
            SpotRow(
                label="2",
                place="小区道路",
                latitude=Decimal("30.27391"),
                longitude=Decimal("120.20244"),
                datum="WGS-84",
                photos=3,
            ),
        ),
    )
