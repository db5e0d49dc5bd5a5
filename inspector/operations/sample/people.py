"""Who takes part: invented people and units; no name stands for anybody."""

from dataclasses import dataclass

from inspector.core.projects import PartyRole


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who records on the laptop."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleParty:
    """A unit with its part in the project; `key` is what findings name it by."""

    key: str
    role: PartyRole
    unit: str
    representative: str
    phone: str | None = None


OFFICE_UNIT = "××区老旧小区综合改造提升领导小组办公室"
SUPERVISOR_UNIT = "××工程监理有限公司"
CONTRACTOR_UNIT = "××建设有限公司"
PIPES_UNIT = "××市政管线工程有限公司"
LIFTS_UNIT = "××电梯工程有限公司"
QUALITY_UNIT = "××区建设工程质量安全监督站"

CLERK = Actor("沈若冰", OFFICE_UNIT)
HEAD = Actor("顾长青", OFFICE_UNIT)
QUALITY = Actor("张㛃", QUALITY_UNIT)
CHIEF = Actor("陈䶮", SUPERVISOR_UNIT)
CIVIL = Actor("周怀瑾", SUPERVISOR_UNIT)
SERVICES = Actor("何静远", SUPERVISOR_UNIT)
BUILDER = Actor("郑小满", CONTRACTOR_UNIT)
PIPES = Actor("吴𬭎", PIPES_UNIT)
LIFTS = Actor("马立群", LIFTS_UNIT)
STREET = Actor("孙芸", "××街道办事处")

REPAIRER = {"build": BUILDER, "pipes": PIPES, "lifts": LIFTS, "owner": STREET}
"""Who records a party's reply, by the party's key."""

PARTIES = (
    SampleParty(
        key="office",
        role=PartyRole.OFFICE,
        unit=OFFICE_UNIT,
        representative="顾长青",
        phone="0000-00000101",
    ),
    SampleParty(
        key="quality",
        role=PartyRole.DEPARTMENT,
        unit=QUALITY_UNIT,
        representative="张㛃",
        phone="0000-00000102",
    ),
    SampleParty(
        key="fire",
        role=PartyRole.DEPARTMENT,
        unit="××区消防救援大队",
        representative="罗炎",
    ),
    SampleParty(
        key="owner",
        role=PartyRole.OWNER,
        unit="××街道办事处",
        representative="孙芸",
        phone="0000-00000104",
    ),
    SampleParty(
        key="survey",
        role=PartyRole.SURVEY,
        unit="××勘测院有限公司",
        representative="葛平",
    ),
    SampleParty(
        key="design",
        role=PartyRole.DESIGN,
        unit="××建筑设计有限公司",
        representative="林知夏",
    ),
    SampleParty(
        key="build",
        role=PartyRole.CONTRACTOR,
        unit=CONTRACTOR_UNIT,
        representative="丁国强",
        phone="0000-00000107",
    ),
    SampleParty(
        key="pipes",
        role=PartyRole.CONTRACTOR,
        unit=PIPES_UNIT,
        representative="吴𬭎",
        phone="0000-00000108",
    ),
    SampleParty(
        key="lifts",
        role=PartyRole.CONTRACTOR,
        unit=LIFTS_UNIT,
        representative="马立群",
        phone="0000-00000109",
    ),
    SampleParty(
        key="supervisor",
        role=PartyRole.SUPERVISOR,
        unit=SUPERVISOR_UNIT,
        representative="陈䶮",
        phone="0000-00000110",
    ),
    SampleParty(
        key="community",
        role=PartyRole.COMMUNITY,
        unit="景芳二区社区居民委员会",
        representative="钱月华",
    ),
    SampleParty(
        key="residents",
        role=PartyRole.RESIDENTS,
        unit="景芳二区居民代表",
        representative="冯桂英",
    ),
    SampleParty(
        key="watch",
        role=PartyRole.WATCH,
        unit="景芳二区居民监督小组",
        representative="俞建民",
    ),
    SampleParty(
        key="water",
        role=PartyRole.OPERATOR,
        unit="××水务有限公司",
        representative="邵晓峰",
    ),
    SampleParty(
        key="property",
        role=PartyRole.PROPERTY,
        unit="××物业服务有限公司",
        representative="金秀兰",
    ),
)
