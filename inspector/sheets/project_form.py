"""The project workbook as data: its sheets, columns, what is allowed, and example rows.

Reading and the shipped template come from these tables alone, so that they cannot differ. The
form is Chinese whatever language the window speaks: it travels between offices.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from inspector.core.checklists import Duty
from inspector.core.projects import FIRST_YEAR, LAST_YEAR, PartyRole, PlaceKind
from inspector.sheets.columns import (
    Column,
    read_choice,
    read_day,
    read_decimal,
    read_place_code,
    read_project_code,
    read_ten_thousands,
    read_text,
    read_whole,
    read_yes_no,
)
from inspector.sheets.tables import Table

HELP_SHEET = "填表说明"

KINDS: Mapping[str, PlaceKind] = {
    "小区": PlaceKind.COMMUNITY,
    "楼栋": PlaceKind.BUILDING,
    "单元": PlaceKind.UNIT,
    "楼层": PlaceKind.FLOOR,
    "道路": PlaceKind.ROAD,
    "管线": PlaceKind.PIPE,
    "绿地": PlaceKind.GREEN,
    "电梯": PlaceKind.LIFT,
    "设施": PlaceKind.FACILITY,
    "室外场地": PlaceKind.OUTDOOR,
}
ROLES: Mapping[str, PartyRole] = {
    "领导小组办公室": PartyRole.OFFICE,
    "职能部门": PartyRole.DEPARTMENT,
    "建设单位": PartyRole.OWNER,
    "勘察单位": PartyRole.SURVEY,
    "设计单位": PartyRole.DESIGN,
    "施工单位": PartyRole.CONTRACTOR,
    "监理单位": PartyRole.SUPERVISOR,
    "街道": PartyRole.SUBDISTRICT,
    "社区": PartyRole.COMMUNITY,
    "居民代表": PartyRole.RESIDENTS,
    "居民监督小组": PartyRole.WATCH,
    "专营单位": PartyRole.OPERATOR,
    "物业": PartyRole.PROPERTY,
    "专家": PartyRole.EXPERT,
}
DUTIES: Mapping[str, Duty] = {"必改": Duty.MANDATORY, "可选": Duty.OPTIONAL}
ALL_OF = "全部"
SCOPES: Mapping[str, PlaceKind] = {f"{ALL_OF}{label}": kind for label, kind in KINDS.items()}

_FIRST_YEAR, _LAST_YEAR = Decimal(FIRST_YEAR), Decimal(LAST_YEAR)
_OTHER_KINDS = {
    label: kind.value
    for label, kind in KINDS.items()
    if kind not in {PlaceKind.COMMUNITY, PlaceKind.BUILDING}
}
_CODE_HELP = "1 至 6 位字母或数字。"

PROJECT = Table(
    sheet="项目",
    is_single=True,
    help="只填一行。",
    columns=(
        Column(
            header="项目编码",
            name="code",
            read=read_project_code,
            is_required=True,
            examples=("JF2",),
            help="2 至 8 位字母或数字，以字母开头；问题编号由它开头，导入后不再改变。",
        ),
        Column(
            header="项目名称",
            name="name",
            read=read_text,
            is_required=True,
            width=34,
            examples=("景芳二区老旧小区综合改造提升工程",),
        ),
        Column(
            header="年度",
            name="plan_year",
            read=read_whole,
            low=_FIRST_YEAR,
            high=_LAST_YEAR,
            examples=(Decimal(2026),),
            help="列入年度改造计划的年份。",
        ),
        Column(header="区县", name="district", read=read_text, examples=("示例区",)),
        Column(header="街道", name="subdistrict", read=read_text, examples=("示例街道",)),
        Column(
            header="建设单位",
            name="owner",
            read=read_text,
            width=24,
            examples=("示例街道办事处",),
            help="也写入参建单位。",
        ),
        Column(
            header="地址", name="address", read=read_text, width=24, examples=("示例区示例路1号",)
        ),
        Column(
            header="批准文号",
            name="approval_number",
            read=read_text,
            width=20,
            examples=("示发改〔2026〕12号",),
        ),
        Column(
            header="计划开工日期",
            name="planned_start_on",
            read=read_day,
            examples=(date(2026, 3, 1),),
            help="如 2026-3-1。",
        ),
        Column(
            header="计划竣工日期",
            name="planned_finish_on",
            read=read_day,
            examples=(date(2026, 11, 30),),
            help="不早于计划开工日期。",
        ),
        Column(
            header="投资(万元)",
            name="investment_yuan",
            read=read_ten_thousands,
            high=Decimal(10_000_000),
            examples=(Decimal("3860.5"),),
            help="以万元计，可带小数。",
        ),
    ),
)

COMMUNITIES = Table(
    sheet="小区",
    help="至少一行。",
    columns=(
        Column(
            header="小区编码",
            name="code",
            read=read_place_code,
            is_required=True,
            examples=("A", "B"),
            help=_CODE_HELP,
        ),
        Column(
            header="小区名称",
            name="name",
            read=read_text,
            is_required=True,
            width=20,
            examples=("景芳二区", "景芳三区"),
        ),
        Column(
            header="地址",
            name="address",
            read=read_text,
            width=24,
            examples=("示例路1号", "示例路3号"),
        ),
        Column(
            header="建成年份",
            name="built_year",
            read=read_whole,
            low=_FIRST_YEAR,
            high=_LAST_YEAR,
            examples=(Decimal(1992), Decimal(1995)),
        ),
    ),
)

BUILDINGS = Table(
    sheet="楼栋",
    help="每幢楼一行；按单元数自动生成“1单元”“2单元”等部位。",
    columns=(
        Column(
            header="小区编码",
            name="community",
            read=read_place_code,
            is_required=True,
            examples=("A", "A", "B"),
            help="“小区”表中的编码。",
        ),
        Column(
            header="楼栋编号",
            name="code",
            read=read_place_code,
            is_required=True,
            examples=("1", "2", "1"),
            help=f"{_CODE_HELP}同一小区内不重复。",
        ),
        Column(
            header="楼栋名称",
            name="name",
            read=read_text,
            examples=("1幢", "2幢", None),
            help="不填时为“编号+幢”。",
        ),
        Column(
            header="单元数",
            name="units",
            read=read_whole,
            high=Decimal(50),
            examples=(Decimal(3), Decimal(4), Decimal(2)),
        ),
        Column(
            header="层数",
            name="storeys",
            read=read_whole,
            low=Decimal(1),
            high=Decimal(150),
            examples=(Decimal(6), Decimal(6), Decimal(7)),
        ),
        Column(
            header="户数",
            name="households",
            read=read_whole,
            high=Decimal(5000),
            examples=(Decimal(36), Decimal(48), Decimal(28)),
        ),
        Column(
            header="建筑面积㎡",
            name="floor_area_m2",
            read=read_decimal,
            high=Decimal(1_000_000),
            examples=(Decimal("2312.5"), Decimal("3080.4"), Decimal(1960)),
        ),
        Column(
            header="高度m",
            name="height_m",
            read=read_decimal,
            high=Decimal(700),
            examples=(Decimal("17.4"), Decimal("17.4"), Decimal("20.2")),
        ),
        Column(
            header="建成年份",
            name="built_year",
            read=read_whole,
            low=_FIRST_YEAR,
            high=_LAST_YEAR,
            examples=(Decimal(1992), Decimal(1992), Decimal(1995)),
        ),
        Column(header="结构", name="structure", read=read_text, examples=("砖混", "砖混", "框架")),
        Column(
            header="电梯",
            name="has_lift",
            read=read_yes_no,
            choices={"是": "是", "否": "否"},
            examples=("否", "否", "否"),
        ),
    ),
)

PLACES = Table(
    sheet="部位",
    help="楼栋和单元以外的部位，如道路、绿地、电梯；可以没有。",
    columns=(
        Column(
            header="上级",
            name="parent",
            read=read_text,
            is_required=True,
            examples=("A", "A", "A/1/1"),
            help="上级部位的编码；不同小区有相同楼栋编号时写成“小区编码/楼栋编号”。",
        ),
        Column(
            header="类型",
            name="kind",
            read=read_choice,
            is_required=True,
            choices=_OTHER_KINDS,
            examples=("道路", "绿地", "电梯"),
        ),
        Column(
            header="编码",
            name="code",
            read=read_place_code,
            is_required=True,
            examples=("R1", "G1", "L1"),
            help=f"{_CODE_HELP}同一上级下不重复。",
        ),
        Column(
            header="名称",
            name="name",
            read=read_text,
            is_required=True,
            width=20,
            examples=("小区主路", "中心绿地", "1幢1单元加装电梯"),
        ),
    ),
)

PARTIES = Table(
    sheet="参建单位",
    help="每个单位一行；可以没有。",
    columns=(
        Column(
            header="角色",
            name="role",
            read=read_choice,
            is_required=True,
            choices={label: role.value for label, role in ROLES.items()},
            examples=("施工单位", "监理单位"),
        ),
        Column(
            header="单位名称",
            name="unit",
            read=read_text,
            is_required=True,
            width=28,
            examples=("示例建设集团有限公司", "示例工程监理有限公司"),
        ),
        Column(
            header="负责人", name="representative", read=read_text, examples=("示例甲", "示例乙")
        ),
        Column(
            header="电话",
            name="phone",
            read=read_text,
            examples=("0571-00000001", "0571-00000002"),
            help="按文本填写。",
        ),
    ),
)

SCHEME = Table(
    sheet="改造方案",
    help="一小区一方案：每行把一个检查项放到一个或多个部位；可以没有。",
    columns=(
        Column(
            header="检查项编号",
            name="item_id",
            read=read_text,
            is_required=True,
            examples=("RD-001", "FS-001"),
            help="检查项库中的编号。",
        ),
        Column(
            header="部位",
            name="places",
            read=read_text,
            is_required=True,
            width=24,
            examples=("R1", "全部单元"),
            help="部位编码，多个用“、”分开；或写 全部小区、全部楼栋、全部单元、全部道路 等。",
        ),
        Column(
            header="改造要求",
            name="duty",
            read=read_choice,
            is_required=True,
            choices={label: duty.value for label, duty in DUTIES.items()},
            examples=("必改", "必改"),
        ),
        Column(
            header="计划工程量",
            name="planned_quantity",
            read=read_decimal,
            high=Decimal(100_000_000),
            examples=(Decimal(1250), None),
            help="每个部位的工程量。",
        ),
        Column(header="单位", name="quantity_unit", read=read_text, examples=("㎡", None)),
        Column(
            header="设计值", name="design_value", read=read_text, examples=("路面宽度 4.0 m", None)
        ),
        Column(header="备注", name="note", read=read_text, width=20, examples=(None, None)),
    ),
)

TABLES = (PROJECT, COMMUNITIES, BUILDINGS, PLACES, PARTIES, SCHEME)
