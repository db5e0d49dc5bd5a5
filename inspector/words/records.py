"""Names of records, fields, states and steps, as the trade says them."""

from collections.abc import Mapping, Sequence

from inspector.core.defects import DefectState, DefectStep, RecheckMode
from inspector.core.evidence import PhotoRole
from inspector.core.inspections import VisitKind
from inspector.core.issued import PaperKind
from inspector.core.projects import PartyRole, Place, PlaceKind
from inspector.words.language import N_, _

_STATES: Mapping[DefectState, str] = {
    DefectState.RECORDED: N_("已记录"),
    DefectState.ISSUED: N_("已下发"),
    DefectState.REPAIRING: N_("整改中"),
    DefectState.REPLIED: N_("已回复"),
    DefectState.RECHECK_FAILED: N_("复验不合格"),
    DefectState.CLOSED: N_("已销项"),
    DefectState.CONCEDED: N_("让步接收"),
    DefectState.LEFT_OPEN: N_("遗留"),
    DefectState.VOIDED: N_("作废"),
}
_STEPS: Mapping[DefectStep, str] = {
    DefectStep.RECORD: N_("记录"),
    DefectStep.ISSUE: N_("下发"),
    DefectStep.START_REPAIR: N_("开始整改"),
    DefectStep.REPLY: N_("登记回复"),
    DefectStep.RECHECK_PASS: N_("复验合格，销项"),
    DefectStep.RECHECK_FAIL: N_("复验不合格，退回"),
    DefectStep.EXTEND: N_("延期"),
    DefectStep.CONCEDE: N_("让步接收"),
    DefectStep.LEAVE_OPEN: N_("列为遗留"),
    DefectStep.VOID: N_("作废"),
    DefectStep.REOPEN: N_("重新打开"),
    DefectStep.WITHDRAW: N_("撤回通知单"),
}
_PLACES: Mapping[PlaceKind, str] = {
    PlaceKind.COMMUNITY: N_("小区"),
    PlaceKind.BUILDING: N_("楼栋"),
    PlaceKind.UNIT: N_("单元"),
    PlaceKind.FLOOR: N_("楼层"),
    PlaceKind.ROAD: N_("道路"),
    PlaceKind.PIPE: N_("管线"),
    PlaceKind.GREEN: N_("绿地"),
    PlaceKind.LIFT: N_("电梯"),
    PlaceKind.FACILITY: N_("设施"),
    PlaceKind.OUTDOOR: N_("室外场地"),
}
_ROLES: Mapping[PartyRole, str] = {
    PartyRole.OFFICE: N_("领导小组办公室"),
    PartyRole.DEPARTMENT: N_("职能部门"),
    PartyRole.OWNER: N_("建设单位"),
    PartyRole.SURVEY: N_("勘察单位"),
    PartyRole.DESIGN: N_("设计单位"),
    PartyRole.CONTRACTOR: N_("施工单位"),
    PartyRole.SUPERVISOR: N_("监理单位"),
    PartyRole.SUBDISTRICT: N_("街道"),
    PartyRole.COMMUNITY: N_("社区"),
    PartyRole.RESIDENTS: N_("居民代表"),
    PartyRole.WATCH: N_("居民监督小组"),
    PartyRole.OPERATOR: N_("专营单位"),
    PartyRole.PROPERTY: N_("物业"),
    PartyRole.EXPERT: N_("专家"),
}
_VISITS: Mapping[VisitKind, str] = {
    VisitKind.PATROL: N_("巡查"),
    VisitKind.SPOT_CHECK: N_("抽检"),
    VisitKind.PRELIMINARY: N_("预验收"),
    VisitKind.JOINT: N_("联合查验"),
    VisitKind.RECHECK: N_("复验"),
    VisitKind.AFTERCARE: N_("长效管理检查"),
}
_RECHECKS: Mapping[RecheckMode, str] = {
    RecheckMode.ON_SITE: N_("现场复验"),
    RecheckMode.BY_PHOTO: N_("照片复核"),
    RecheckMode.BY_PAPER: N_("资料复核"),
}
_PHOTO_ROLES: Mapping[PhotoRole, str] = {
    PhotoRole.EVIDENCE: N_("查验照片"),
    PhotoRole.FAR: N_("远景"),
    PhotoRole.NEAR: N_("近景"),
    PhotoRole.BEFORE: N_("整改前"),
    PhotoRole.AFTER: N_("整改后"),
    PhotoRole.RECHECK: N_("复验"),
    PhotoRole.FIRST_DAY: N_("公示首日"),
    PhotoRole.LAST_DAY: N_("公示末日"),
}
_PAPERS: Mapping[PaperKind, str] = {
    PaperKind.ACCEPTANCE: N_("联合竣工验收报告"),
    PaperKind.NOTICE: N_("整改通知单"),
    PaperKind.DEFECTS: N_("问题台账"),
    PaperKind.VISIT: N_("查验记录"),
    PaperKind.DISCLOSURE: N_("一次性告知书"),
    PaperKind.GROUPS: N_("分组验收意见表"),
    PaperKind.DEPARTMENTS: N_("部门会签意见表"),
    PaperKind.RESIDENTS: N_("居民代表意见表"),
    PaperKind.FIVE_PARTIES: N_("五方责任主体签署页"),
    PaperKind.AFTERCARE: N_("决算、保修与移交管理表"),
    PaperKind.BUILDING: N_("分幢查验记录"),
    PaperKind.FILING: N_("竣工验收备案表"),
}
_FIELDS: Mapping[str, str] = {
    "person": N_("姓名"),
    "device": N_("电脑"),
    "programme": N_("所属计划"),
    "annual_plan": N_("年度计划"),
    "checklist_pack": N_("检查清单"),
    "record": N_("记录"),
    "field": N_("字段"),
    "project": N_("项目"),
    "place": N_("部位"),
    "party": N_("参建单位"),
    "scheme_row": N_("方案条目"),
    "visit": N_("查验"),
    "answer": N_("查验结果"),
    "reading": N_("读数"),
    "defect": N_("问题"),
    "defect_event": N_("问题经过"),
    "notice": N_("整改通知单"),
    "notice_row": N_("通知单条目"),
    "reply": N_("整改回复单"),
    "disclosure": N_("一次性告知书"),
    "disclosure_row": N_("告知条目"),
    "told": N_("告知内容"),
    "disclosure_id": N_("一次性告知书"),
    "event_id": N_("问题经过"),
    "term": N_("整改期限（工作日）"),
    "withdrawn": N_("撤回"),
    "checked": N_("已复验"),
    "passed": N_("一次合格"),
    "rate": N_("一次复验合格率"),
    "done_on": N_("完成日期"),
    "done_by": N_("整改人"),
    "reply_id": N_("整改回复单"),
    "notice_id": N_("整改通知单"),
    "photo": N_("照片"),
    "photo_link": N_("照片关联"),
    "report": N_("报告"),
    "sealed_bundle": N_("归档包"),
    "erasure": N_("个人信息清除"),
    "mandate": N_("授权"),
    "mandate_end": N_("授权终止"),
    "meeting": N_("验收会议"),
    "attendance": N_("签到"),
    "opinion": N_("参加方意见"),
    "opinion_condition": N_("意见所附条件"),
    "meeting_group": N_("验收分组"),
    "resident_voice": N_("居民满意度"),
    "name": N_("名称"),
    "unit": N_("单位"),
    "code": N_("编码"),
    "folder": N_("文件夹"),
    "title": N_("标题"),
    "number": N_("编号"),
    "kind": N_("类型"),
    "text": N_("问题描述"),
    "severity": N_("严重程度"),
    "state": N_("状态"),
    "result": N_("结论"),
    "value": N_("数值"),
    "note": N_("备注"),
    "variant": N_("分档"),
    "choice": N_("选项"),
    "design_value": N_("设计值"),
    "due_points": N_("应测点数"),
    "due_on": N_("整改期限"),
    "party_id": N_("责任单位"),
    "place_id": N_("部位"),
    "item_id": N_("检查项"),
    "visit_id": N_("查验"),
    "measured": N_("实测值"),
    "demand": N_("整改要求"),
    "caption": N_("照片说明"),
    "photographer": N_("摄影者"),
    "people": N_("人物"),
    "background": N_("背景"),
    "taken_said": N_("时间（人工填写）"),
    "group_title": N_("照片组"),
    "gaps": N_("封存时欠缺的项数"),
    "gaps_reason": N_("欠缺材料的理由"),
    "address": N_("地址"),
    "district": N_("区县"),
    "subdistrict": N_("街道"),
    "programme_id": N_("所属计划"),
    "plan_year": N_("计划年度"),
    "year": N_("年度"),
    "first_year": N_("起始年度"),
    "last_year": N_("终止年度"),
    "communities": N_("计划改造小区"),
    "buildings": N_("计划改造楼栋"),
    "approval_number": N_("批准文号"),
    "investment_yuan": N_("投资（元）"),
    "planned_start_on": N_("计划开工日期"),
    "planned_finish_on": N_("计划竣工日期"),
    "started_on": N_("开工日期"),
    "finished_on": N_("竣工日期"),
    "first_on": N_("开始日期"),
    "last_on": N_("结束日期"),
    "inspectors": N_("查验人员"),
    "role": N_("角色"),
    "representative": N_("代表"),
    "phone": N_("电话"),
    "duty": N_("必改/可选"),
    "planned": N_("计划工程量"),
    "planned_quantity": N_("计划工程量"),
    "done_quantity": N_("完成工程量"),
    "quantity_unit": N_("计量单位"),
    "position": N_("位置"),
    "built_year": N_("建成年份"),
    "storeys": N_("层数"),
    "units": N_("单元数"),
    "households": N_("户数"),
    "floor_area_m2": N_("建筑面积（㎡）"),
    "height_m": N_("高度（m）"),
    "structure": N_("结构"),
    "has_lift": N_("电梯"),
    "parent_id": N_("上级部位"),
    "deleted": N_("删除"),
    "days": N_("日期"),
    "pack": N_("检查清单版本"),
    "reason": N_("原因"),
    "step": N_("步骤"),
    "meeting_id": N_("验收会议"),
    "round": N_("轮次"),
    "held_on": N_("会议日期"),
    "chair": N_("主持人"),
    "agenda": N_("议程"),
    "rules": N_("判定规则"),
    "verdict": N_("验收结论"),
    "presence": N_("到会情况"),
    "resident": N_("居民姓名"),
    "post": N_("职务"),
    "letter": N_("授权书"),
    "letter_sha256": N_("授权书或书面意见"),
    "letter_name": N_("授权书文件名"),
    "said": N_("意见"),
    "scope": N_("范围"),
    "items": N_("抽查的检查项"),
    "members": N_("组员"),
    "missing": N_("缺少的资料"),
    "home": N_("楼栋单元"),
    "level": N_("满意程度"),
    "comment": N_("意见和建议"),
    "venue": N_("会议地点"),
    "signature": N_("签名"),
    "signer": N_("签字人"),
    "signed_at": N_("签字时间"),
    "shown": N_("所签内容的校验值"),
    "ink": N_("笔迹"),
    "scan_sha256": N_("扫描件"),
    "scan_name": N_("扫描件文件名"),
    "report_id": N_("报告"),
    "vote": N_("表决"),
    "publicity": N_("公示"),
    "objection": N_("异议"),
    "document": N_("文件"),
    "gate_record": N_("流程记录"),
    "subject": N_("表决事项"),
    "area_m2": N_("面积"),
    "rule": N_("表决规则"),
    "today": N_("今天"),
    "threshold": N_("表决比例"),
    "entitled": N_("应参加"),
    "taking_part": N_("参加"),
    "agreeing": N_("同意"),
    "method": N_("方式"),
    "start_on": N_("公示开始"),
    "end_on": N_("公示结束"),
    "publicity_id": N_("公示"),
    "raised_on": N_("提出日期"),
    "answered_on": N_("答复日期"),
    "answer_text": N_("答复"),
    "issued_on": N_("文件日期"),
    "issuer": N_("出具单位"),
    "sha256": N_("校验值"),
    "size": N_("大小"),
    "target": N_("对象"),
    "said_on": N_("记录日期"),
    "authority": N_("作出决定的单位"),
    "paper": N_("依据文件"),
    "holds": N_("成立"),
    "by_id": N_("记录人"),
    "flats": N_("套数（套）"),
    "cutoff_year": N_("建成年份截止"),
    "declare_by": N_("申报截止日"),
    "final_account": N_("竣工财务决算"),
    "warranty": N_("质量保修"),
    "handover_row": N_("移交清单"),
    "management": N_("管理落实"),
    "care_answer": N_("长效管理检查结果"),
    "warranty_claim": N_("质保报修"),
    "warranty_id": N_("所属保修"),
    "reported_on": N_("报修日期"),
    "repaired_on": N_("修复日期"),
    "repaired_by": N_("维修人"),
    "repair": N_("维修情况"),
    "closed_on": N_("销项日期"),
    "closed_by": N_("销项人"),
    "dismissed": N_("移出名册"),
    "estimate_yuan": N_("概算（元）"),
    "contract_yuan": N_("合同价（元）"),
    "settled_yuan": N_("结算审定价（元）"),
    "final_yuan": N_("决算（元）"),
    "fiscal_yuan": N_("财政资金（元）"),
    "residents_yuan": N_("居民出资（元）"),
    "social_yuan": N_("社会资金（元）"),
    "funded": N_("资金来源合计"),
    "explanation": N_("差异说明"),
    "approved_on": N_("批准日期"),
    "approved_by": N_("批准单位"),
    "approval_paper": N_("批复文号"),
    "part": N_("保修部位"),
    "starts_on": N_("保修起始"),
    "ends_on": N_("保修截止"),
    "months": N_("保修月数"),
    "item": N_("移交事项"),
    "quantity": N_("数量"),
    "receiver": N_("接收单位"),
    "handed_on": N_("移交日期"),
    "mode": N_("管理模式"),
    "body": N_("管理单位"),
    "agreement": N_("管理协议"),
    "signed_on": N_("签约日期"),
    "until_on": N_("协议到期"),
    "fund_on": N_("维修资金生效"),
    "rules_on": N_("管理规约生效"),
    "point": N_("检查要点"),
    "document_number": N_("计划文号"),
    "parts": N_("各部分校验值"),
    "filing": N_("竣工验收备案"),
    "works_code": N_("工程代码"),
    "region_code": N_("行政区划代码"),
    "owner_code": N_("建设单位代码"),
    "filing_number": N_("竣工验收备案编号"),
    "filed_on": N_("备案日期"),
    "latitude": N_("北纬（°）"),
    "longitude": N_("东经（°）"),
    "archive_opinion": N_("档案验收意见"),
    "appraisal": N_("参建单位评价"),
    "photo_mask": N_("遮挡框"),
    "photo_review": N_("遮挡审看"),
    "public_copy": N_("公开副本"),
    "photo_id": N_("照片"),
    "box": N_("遮挡范围"),
    "left_out": N_("未收入公开副本的文件"),
    "released": N_("经放行收入的文件"),
}


def state_name(state: DefectState) -> str:
    """Name where a defect stands."""
    return _(_STATES[state])


def step_name(step: DefectStep) -> str:
    """Name what is done to a defect."""
    return _(_STEPS[step])


def place_kind_name(kind: PlaceKind) -> str:
    """Name what a place is."""
    return _(_PLACES[kind])


def address_text(address: Sequence[Place], between: str = " ") -> str:
    """Write where a place is, outermost first; a place that is not here yet is said to be."""
    names: list[str] = []
    for place in address:
        if names and place.name.startswith(names[-1]):
            names.pop()  # "1幢一单元" says its building already
        names.append(place.name)
    return between.join(names) or _("部位待到")


def role_name(role: PartyRole) -> str:
    """Name the part that a unit has."""
    return _(_ROLES[role])


def visit_kind_name(kind: VisitKind) -> str:
    """Name why people went to the site."""
    return _(_VISITS[kind])


def recheck_mode_name(mode: RecheckMode) -> str:
    """Name how a repair is checked."""
    return _(_RECHECKS[mode])


def photo_role_name(role: PhotoRole) -> str:
    """Name what a photo shows."""
    return _(_PHOTO_ROLES[role])


def paper_name(kind: PaperKind) -> str:
    """Name a paper."""
    return _(_PAPERS[kind])


def field_name(field: str) -> str:
    """Name a field or record; an unknown one keeps its own name."""
    return _(_FIELDS[field]) if field in _FIELDS else field
