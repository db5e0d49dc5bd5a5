"""The two small programs in a bundle that check it where ours is not at hand."""

from inspector.folders import resources

_BOM = b"\xef\xbb\xbf"


def shell_checker() -> bytes:
    """Give 校验.sh, for any POSIX shell; its lines must end as such a shell wants them."""
    return _lines("check.sh").encode()


def powershell_checker() -> bytes:
    """Give 校验.ps1; Windows PowerShell 5 takes a script for UTF-8 by its byte order mark only."""
    return _BOM + _lines("check.ps1").replace("\n", "\r\n").encode()


def _lines(name: str) -> str:
    """Read a script with plain line ends, whatever the checkout made of them."""
    return (resources() / "archive" / name).read_text(encoding="utf-8")
