"""What may be typed: options that every command has, and the names of the commands."""

import argparse
import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, cast

from inspector import __version__
from inspector.words.language import LANGUAGES, N_, _

if TYPE_CHECKING:
    from inspector.cli.session import Session
    from inspector.cli.telling import Told

    Run = Callable[[Session, argparse.Namespace], Told]

PROGRAM = "inspector"

COMMANDS: Mapping[str, str] = {
    "demo": N_("建立示例小区，走完全过程，并打印报告和归档包的位置"),
    "workspace": N_("工作区：新建、检查、备份、恢复、概况"),
    "checklist": N_("检查清单：列出、查看、检查、比较、导入、导出"),
    "project": N_("项目：新建、列出、查看、流程状态、从表格导入、导出模板"),
    "place": N_("部位：列出、添加"),
    "programme": N_("改造计划：新建、列出、修改、年度目标"),
    "party": N_("参建单位：列出、添加"),
    "process": N_("流程：表决、公示、文件、确认、豁免、认定状态、节假日"),
    "visit": N_("查验：新建、列出"),
    "answer": N_("查验结果：填写结论、读数、备注"),
    "defect": N_("问题：列出、查看、添加、修改、流转、导出"),
    "notice": N_("整改通知单：下发、列出"),
    "meeting": N_("联合验收会议：参加方、签到、意见、满意度、结论、判定规则"),
    "sign": N_("签字：要签的内容、手写签名、签字页扫描件、撤回、证书签名及校验"),
    "aftercare": N_("验收之后：竣工财务决算、保修、移交、长效管理"),
    "claim": N_("质保报修：登记、修复、销项"),
    "filing": N_("竣工验收备案：填写代码、编号、坐标，查看期限"),
    "photo": N_("照片：导入、列出、关联"),
    "paper": N_("表格：分组、部门、居民意见表和五方签署页等，列出、生成"),
    "report": N_("报告：联合竣工验收报告、问题台账、查验记录"),
    "bundle": N_("归档包：封存、列出、校验"),
    "history": N_("一条记录的全部经过"),
    "sync": N_("同步：打包、收入、状态、冲突、裁定"),
    "device": N_("电脑：申请登记、建立单位、登记、撤销、列出"),
    "find": N_("按文字查找"),
    "selftest": N_("检查本程序自带的各个部件"),
    "doctor": N_("检查这台电脑能否运行本程序"),
}
"""Every command with what it is for; its module in `cli.commands` is loaded when it is used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What may stand before or after every command."""

    workspace: Path | None = None
    json: bool = False
    language: str | None = None
    debug: bool = False
    version: bool = False


class UsageError(Exception):
    """The command was not written as it must be: a usage line and a sentence."""

    def __init__(self, usage: str, sentence: str) -> None:
        super().__init__(usage, sentence)
        self.usage = usage
        self.sentence = sentence


class HelpWanted(Exception):  # noqa: N818 - a wish, not an error
    """The person asked for help: its text."""


class Parser(argparse.ArgumentParser):
    """A parser that neither prints nor exits, speaks the language in use, and takes no shortcuts.

    Shortened option names are refused: a later option could give them another meaning.
    """

    def __init__(self, **settings: Any) -> None:
        help_text = settings.pop("help_text", None)
        super().__init__(
            **settings,
            allow_abbrev=False,
            add_help=False,
            description=help_text,
            exit_on_error=True,
        )
        self._positionals.title, self._optionals.title = _("参数"), _("选项")
        self.add_argument("-h", "--help", action=_Help, help=_("显示这份说明"))

    def runs(self, command: "Run") -> "Parser":
        """Say what does the command."""
        self.set_defaults(run=command, of=self)
        return self

    def actions(self) -> "Actions":
        """Let the command have actions of its own, such as `project list`."""
        return cast("Actions", self.add_subparsers(dest="action", metavar=_("动作"), required=True))

    def format_usage(self) -> str:
        """Write how the command is written, in the language in use."""
        return _usage(super().format_usage())

    def format_help(self) -> str:
        """Write the whole explanation, in the language in use."""
        return _usage(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Raise what argparse found, in words of ours."""
        raise UsageError(self.format_usage().strip(), _said(message))


class Actions(Protocol):
    """Where the actions of a command are added."""

    def add_parser(self, name: str, *, help: str, help_text: str) -> Parser:  # noqa: A002 - argparse's name
        """Add an action by its name."""


class _Help(argparse.Action):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "nargs": 0, "default": argparse.SUPPRESS})

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        raise HelpWanted(parser.format_help())


def add_action(actions: Actions, name: str, summary: str, command: "Run") -> Parser:
    """Add an action with what it is for and what does it."""
    return actions.add_parser(name, help=summary, help_text=summary).runs(command)


def split_options(arguments: Sequence[str]) -> tuple[Options, list[str]]:
    """Take the options that every command has out of the arguments, wherever they stand."""
    at = arguments.index("--") if "--" in arguments else len(arguments)
    parser = Parser(prog=PROGRAM)
    _add_options(parser)
    found, rest = _without_help(parser).parse_known_args(list(arguments[:at]))
    options = Options(
        workspace=found.workspace,
        json=found.json,
        language=found.lang,
        debug=found.debug,
        version=found.version,
    )
    return options, [*rest, *arguments[at:]]


def window_options(arguments: Sequence[str]) -> Options | None:
    """Give the options if they ask for the window: without a command, `--version` or `--json`."""
    try:
        options, rest = split_options(arguments)
    except UsageError:
        return None
    return None if rest or options.version or options.json else options


def parse_command(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse a command; `run` of the result does it."""
    top = Parser(
        prog=PROGRAM, help_text=_("老旧小区改造现场检查与联合竣工验收。不带命令时打开窗口。")
    )
    _add_options(top)
    commands = top.add_subparsers(dest="command", metavar=_("命令"), required=True)
    wanted = next((word for word in arguments if not word.startswith("-")), None)
    for name, summary in COMMANDS.items():
        parser = commands.add_parser(name, help=_(summary), help_text=_(summary))
        if name == wanted:
            importlib.import_module(f"inspector.cli.commands.{name}").declare(parser)
    found, strange = top.parse_known_args(list(arguments))
    if strange:
        # argparse would blame the program as a whole; the command knows what it takes
        parser = cast("Parser", getattr(found, "of", top))
        parser.error(f"unrecognized arguments: {' '.join(strange)}")
    return found


def _without_help(parser: Parser) -> argparse.ArgumentParser:
    """Give a bare twin of a parser, which leaves `--help` to the command."""
    bare = argparse.ArgumentParser(prog=PROGRAM, allow_abbrev=False, add_help=False)
    _add_options(bare)
    bare.error = parser.error  # type: ignore[method-assign]  # the twin speaks with the parser's voice
    return bare


def _add_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("通用选项（可写在命令之前或之后）"))
    group.add_argument(
        "--workspace",
        type=Path,
        metavar="DIR",
        help=_("工作区文件夹（缺省：环境变量 INSPECTOR_WORKSPACE，再为上次打开的工作区）"),
    )
    group.add_argument("--json", action="store_true", help=_("输出 JSON"))
    group.add_argument("--lang", choices=LANGUAGES, help=_("语言：zh 或 en"))
    group.add_argument("--debug", action="store_true", help=_("记录详细日志，出错时显示程序位置"))
    group.add_argument("--version", action="store_true", help=_("显示版本"))


def version_line() -> str:
    """Name program and version."""
    return f"{PROGRAM} {__version__}"


def _usage(text: str) -> str:
    return re.sub(r"^usage: ", _("用法："), text)


_SAYINGS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<what>.+)", N_("缺少：{what}")),
    (r"one of the arguments (?P<what>.+) is required", N_("缺少其中一个：{what}")),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
        N_("{name} 不能和 {other} 一起用"),
    ),
    (
        r"argument (?P<name>.+?): invalid choice: (?P<what>.+?) \(choose from (?P<list>.+)\)",
        N_("{name} 不能是 {what}，可用：{list}"),
    ),
    (r"argument (?P<name>.+?): invalid .+? value: (?P<what>.+)", N_("{name} 的值 {what} 不合要求")),
    (r"unrecognized arguments: (?P<what>.+)", N_("不认识：{what}")),
    (r"argument (?P<name>.+?): expected .+", N_("{name} 后面缺少值")),
    (r"argument (?P<name>.+?): (?P<what>.+)", N_("{name}：{what}")),
)


def _said(message: str) -> str:
    """Put what argparse found into our words; what is not known is passed on."""
    for pattern, saying in _SAYINGS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return _(saying).format(**found.groupdict())
    return message
