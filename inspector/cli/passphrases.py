"""How commands are given a passphrase: typed, or in a file that others cannot read."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.parsing import Parser, UsageError
from inspector.words.language import _


def add_passphrase(parser: Parser, what: str) -> None:
    """Let a command be given a passphrase."""
    parser.add_argument("--passphrase", help=what)
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=_("从文件第一行读取口令")
    )


def passphrase_given(given: Namespace) -> str:
    """Read the passphrase that was given."""
    if given.passphrase is not None:
        return str(given.passphrase)
    if given.passphrase_file is None:
        raise UsageError("", _("缺少口令：--passphrase 或 --passphrase-file"))
    try:
        text = given.passphrase_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageError("", _("口令文件读不出来")) from None
    return str(text.partition("\n")[0].strip())
