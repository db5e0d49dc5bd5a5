"""Sentences for the problems of sheets, and for each fault found in a workbook."""

from collections.abc import Mapping

from inspector.core.errors import Problem
from inspector.core.imports import SheetFault, SheetFaultCode
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.SHEET_NOT_XLSX: N_(
        "“{file}”不是 xlsx 工作簿。请在表格软件中打开它，另存为“Excel 工作簿 (*.xlsx)”后再导入。"
    ),
    Problem.SHEET_DAMAGED: N_(
        "工作簿“{file}”已损坏，无法读取。请在表格软件中打开并重新保存，或重新取得该文件。"
    ),
    Problem.SHEET_ENCRYPTED: N_("工作簿“{file}”设有打开密码。请取消密码并保存后再导入。"),
    Problem.SHEET_TOO_LARGE: N_(
        "工作簿“{file}”过大：每张表最多 {rows} 行、到 {last_column} 列，文件不超过 {megabytes} MB。"
        "请删除多余的行和列后再导入。"
    ),
    Problem.SHEET_INVALID: N_("工作簿“{file}”有 {count} 处需要修改，没有导入任何内容。"),
}

FAULTS: Mapping[SheetFaultCode, str] = {
    SheetFaultCode.SHEET_MISSING: N_("缺少工作表“{sheet}”。请使用导入模板，不要删除或改名。"),
    SheetFaultCode.SHEET_UNKNOWN: N_(
        "工作表“{sheet}”不属于导入模板。请删除它，或改为以下名称之一：{allowed}。"
    ),
    SheetFaultCode.COLUMN_MISSING: N_("工作表“{sheet}”第 {row} 行缺少“{header}”列。"),
    SheetFaultCode.COLUMN_UNKNOWN: N_(
        "工作表“{sheet}”{cell}：没有名为“{header}”的列。可用的列：{allowed}。"
    ),
    SheetFaultCode.COLUMN_TWICE: N_("工作表“{sheet}”{cell}：“{header}”列出现了两次。"),
    SheetFaultCode.NO_ROWS: N_("工作表“{sheet}”没有填写内容，请从第 2 行起填写。"),
    SheetFaultCode.TOO_MANY_ROWS: N_("工作表“{sheet}”第 {row} 行：此表只能填写一行，请删除。"),
    SheetFaultCode.VALUE_MISSING: N_("工作表“{sheet}”{cell}（{header}）：必须填写。"),
    SheetFaultCode.VALUE_WITHOUT_HEADER: N_(
        "工作表“{sheet}”{cell}：“{value}”所在的列没有表头，请删除或移到相应的列。"
    ),
    SheetFaultCode.TEXT_TOO_LONG: N_(
        "工作表“{sheet}”{cell}（{header}）：内容太长，最多 {allowed} 个字。"
    ),
    SheetFaultCode.NUMBER_AS_TEXT_LOST: N_(
        "工作表“{sheet}”{cell}（{header}）：表格软件只保留了 15 位数字，“{value}”可能已不完整。"
        "请把单元格格式设为“文本”后重新填写。"
    ),
    SheetFaultCode.DATE_IN_TEXT: N_(
        "工作表“{sheet}”{cell}（{header}）：表格软件把内容变成了“{value}”。"
        "请把单元格格式设为“文本”后重新填写。"
    ),
    SheetFaultCode.NOT_A_CODE: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”不是编码，应为 1 至 6 位字母或数字。"
    ),
    SheetFaultCode.NOT_A_PROJECT_CODE: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”不是项目编码，"
        "应为 2 至 8 位字母或数字，以字母开头。"
    ),
    SheetFaultCode.WRONG_UNIT: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”的单位不对，此列的单位为：{allowed}。"
    ),
    SheetFaultCode.NOT_IN_NOTICE: N_(
        "工作表“{sheet}”{cell}（{header}）：通知单里没有问题“{value}”。请恢复原来的编号：{allowed}。"
    ),
    SheetFaultCode.DAY_TO_COME: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”还没有到，请核对日期。"
    ),
    SheetFaultCode.DAY_TOO_EARLY: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”早于通知单下发日期 {allowed}，请核对日期。"
    ),
    SheetFaultCode.REPLIED_ALREADY: N_(
        "工作表“{sheet}”{cell}（{header}）：问题“{value}”已有另一份回复，还没有复验（{allowed}）。"
        "请先复验，或清空此行。"
    ),
    SheetFaultCode.STATE_TAKES_NO_REPLY: N_(
        "工作表“{sheet}”{cell}（{header}）：问题“{value}”目前是“{allowed}”，不再接受回复。"
        "请清空此行。"
    ),
    SheetFaultCode.PICTURE_ABSENT: N_(
        "工作表“{sheet}”{cell}（{header}）：图片只是链接，没有随文件一起来。"
        "请把图片嵌入后重新保存，或另附照片文件夹。"
    ),
    SheetFaultCode.NOT_A_NUMBER: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”不是数字。请只填数字，不带单位。"
    ),
    SheetFaultCode.NOT_AN_AMOUNT: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”不是数量。"
        "请用阿拉伯数字，可写万，如 30000 或 3万。"
    ),
    SheetFaultCode.NOT_WHOLE: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”不是整数，应为 {low} 至 {high} 的整数。"
    ),
    SheetFaultCode.OUT_OF_RANGE: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”超出范围，应在 {low} 至 {high} 之间。"
    ),
    SheetFaultCode.NOT_A_DATE: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”不是日期，请按 2026-3-1 的样子填写。"
    ),
    SheetFaultCode.NOT_A_CHOICE: N_(
        "工作表“{sheet}”{cell}（{header}）：不能填“{value}”，可填：{allowed}。"
    ),
    SheetFaultCode.DATES_REVERSED: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”早于计划开工日期 {allowed}。"
    ),
    SheetFaultCode.TAKEN: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”与前面的内容重复（{allowed}）。"
    ),
    SheetFaultCode.COMMUNITY_UNKNOWN: N_(
        "工作表“{sheet}”{cell}（{header}）：“小区”表中没有编码“{value}”。已有编码：{allowed}。"
    ),
    SheetFaultCode.PLACE_UNKNOWN: N_(
        "工作表“{sheet}”{cell}（{header}）：没有部位“{allowed}”。"
        "请填写“小区”“楼栋”“部位”表中的编码；上级部位要写在前面的行。"
    ),
    SheetFaultCode.PLACE_AMBIGUOUS: N_(
        "工作表“{sheet}”{cell}（{header}）：“{word}”可以指多个部位，请写明：{others}。"
    ),
    SheetFaultCode.SCOPE_EMPTY: N_("工作表“{sheet}”{cell}（{header}）：“{value}”没有对应的部位。"),
    SheetFaultCode.ITEM_UNKNOWN: N_(
        "工作表“{sheet}”{cell}（{header}）：检查项库中没有编号“{value}”。"
    ),
    SheetFaultCode.OWNER_DIFFERS: N_(
        "工作表“{sheet}”{cell}（{header}）：“{value}”与“参建单位”表中的建设单位（{allowed}）不一致。"
    ),
}


def sheet_fault_sentence(fault: SheetFault) -> str:
    """Say in one sentence what to correct, and where."""
    allowed = fault.allowed
    low, high = (allowed[0], allowed[-1]) if allowed else ("", "")
    return _(FAULTS[fault.code]).format(
        sheet=fault.sheet,
        row=fault.row or "",
        cell=_cell_text(fault),
        header=fault.header,
        value=fault.value,
        allowed=_allowed_text(fault),
        low=low,
        high=high,
        word=low,
        others="、".join(allowed[1:]),
    )


def _cell_text(fault: SheetFault) -> str:
    """Name the cell; where columns have no letters, the row alone."""
    if fault.column or fault.row is None:
        return fault.cell
    return _("第 {row} 行").format(row=fault.row) if fault.row else _("表头")


def _allowed_text(fault: SheetFault) -> str:
    if fault.code is SheetFaultCode.TAKEN:
        return _("见第 {row} 行").format(row=fault.allowed[0]) if fault.allowed else _("已有部位")
    return "、".join(fault.allowed) or "—"
