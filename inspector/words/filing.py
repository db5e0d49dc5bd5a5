"""What is said when the codes of a filing cannot be."""

from collections.abc import Mapping

from inspector.core.errors import Problem
from inspector.words.language import N_

PROBLEMS: Mapping[Problem, str] = {
    Problem.REGION_CODE_WRONG: N_(
        "“{value}”不是行政区划代码，没有保存。"
        "请填写 6 位县级代码，或 9 位（街道）、12 位（社区）代码。"
    ),
    Problem.UNIT_CODE_WRONG: N_(
        "“{value}”不是统一社会信用代码（18 位，末位为校验码），没有保存。"
        "请对照营业执照或登记证书核对。"
    ),
}
