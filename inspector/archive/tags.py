"""The tag files of a BagIt 1.0 bag (RFC 8493): made here, and read here."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

PAYLOAD = "data/"
BAGIT = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SM3_MANIFEST = "manifest-sm3.txt"
SM3_TAG_MANIFEST = "tagmanifest-sm3.txt"
FETCH = "fetch.txt"
SIGNATURE = f"{TAG_MANIFEST}.p7s"
"""A detached signature over the tag manifest; further ones have a number before the ending."""

AGENT_NAME = "Inspector"
AGENT = "Bag-Software-Agent"
OXUM = "Payload-Oxum"
SEALED_AT = "Inspector-Sealed-At"
SIGNED_BY = "Inspector-Signed-By"
"""Who was to sign at sealing: a name, and the SHA-256 of the certificate at the end."""

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_DECLARED = re.compile(
    r"\ABagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8(\r?\n)?\Z"
)
_SIGNATURE = re.compile(r"\Atagmanifest-sha256\.txt(?:\.([1-9]\d{0,3}))?\.p7s\Z")
_LINE = re.compile(r"\A([0-9A-Fa-f]+)[ \t]+\*?(.+)\Z")


class TagError(ValueError):
    """A tag file that does not follow RFC 8493; carries the line number."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a manifest."""

    name: str
    digest: str


Signing = Callable[[bytes], Mapping[str, bytes]]
"""Gives the signatures over a tag manifest, by their names."""


def unsigned(_tag_manifest: bytes) -> Mapping[str, bytes]:
    """Sign nothing."""
    return {}


@dataclass(frozen=True, slots=True)
class Summed:
    """A file of the payload, by its name below the root; SM3 only where it was asked for."""

    name: str
    size: int
    sha256: str
    sm3: str = ""


def tag_files(
    payload: Sequence[Summed], info: Iterable[tuple[str, str]], made_at: datetime
) -> dict[str, bytes]:
    """Make the tag files of a bag, in the order in which they are written.

    Where files have SM3 sums, both manifests are there a second time (RFC 8493, 2.2.1 and 2.4).
    """
    size = sum(one.size for one in payload)
    lines = [*info, (SEALED_AT, spell_time(made_at)), (OXUM, f"{size}.{len(payload)}")]
    files = {
        BAGIT: DECLARATION.encode(),
        INFO: _info_text(lines).encode(),
        MANIFEST: _manifest_text((one.name, one.sha256) for one in payload).encode(),
    }
    if not any(one.sm3 for one in payload):
        return files | {TAG_MANIFEST: _tag_manifest(files, "sha256")}
    files[SM3_MANIFEST] = _manifest_text((one.name, one.sm3) for one in payload).encode()
    return files | {
        TAG_MANIFEST: _tag_manifest(files, "sha256"),
        SM3_TAG_MANIFEST: _tag_manifest(files, "sm3"),
    }


def _tag_manifest(files: Mapping[str, bytes], algorithm: str) -> bytes:
    digests = ((name, hashlib.new(algorithm, text).hexdigest()) for name, text in files.items())
    return _manifest_text(digests).encode()


def written_order(names: Iterable[str]) -> list[str]:
    """Give the tag files of a bundle in the order in which our writer puts them.

    Signatures come last: they are made over what stands before, and no list can name them.
    """
    names = list(names)
    order = (BAGIT, INFO, MANIFEST, SM3_MANIFEST, TAG_MANIFEST, SM3_TAG_MANIFEST)
    optional = (SM3_MANIFEST, SM3_TAG_MANIFEST)
    written = [name for name in order if name in names or name not in optional]
    return [*written, *signatures(names)]


def signatures(names: Iterable[str]) -> list[str]:
    """Give the signatures over the tag manifest, in the order of their numbers."""
    return sorted((name for name in names if is_signature(name)), key=_number)


def is_signature(name: str) -> bool:
    """Tell whether this is the name of a signature over the tag manifest."""
    return _SIGNATURE.match(name) is not None


def signature_name(number: int, start: str = TAG_MANIFEST) -> str:
    """Name the first, second, ... signature; beside a ZIP its name is the start."""
    return f"{start}.p7s" if number == 1 else f"{start}.{number}.p7s"


def _number(name: str) -> int:
    found = _SIGNATURE.match(name)
    return int(found[1] or 1) if found else 0


def is_unlisted(name: str) -> bool:
    """Tell whether a tag file may lie in a bundle of ours without any list naming it.

    What such a list must name is held against the other one, so that none is there for nothing.
    """
    return is_signature(name) or name in (TAG_MANIFEST, SM3_TAG_MANIFEST)


def signer_announced(info: Mapping[str, str]) -> str:
    """Give the SHA-256 of the certificate that a bundle was sealed with; empty if there is none."""
    found = re.search(r"[0-9a-f]{64}\Z", info.get(SIGNED_BY, ""))
    return found[0] if found else ""


def spell_time(made_at: datetime) -> str:
    """Spell a time in UTC to the second."""
    return made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_time(text: str) -> datetime:
    """Read a time as spelled above; a ValueError if it is not one."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def is_declaration(content: bytes) -> bool:
    """Tell whether these are the two lines that make a folder a bag (RFC 8493, 2.1.1)."""
    try:
        return _DECLARED.match(content.decode()) is not None
    except UnicodeDecodeError:
        return False


def read_info(content: bytes) -> list[tuple[str, str]]:
    """Read `bag-info.txt`; an indented line continues the one before (RFC 8493, 2.2.2)."""
    fields: list[tuple[str, str]] = []
    for number, line in _lines(content):
        if line[0] in " \t" and fields:
            label, value = fields[-1]
            fields[-1] = (label, f"{value} {line.strip()}")
            continue
        label, colon, value = line.partition(":")
        if not colon or not label.strip():
            raise TagError(number)
        fields.append((label.strip(), value.strip()))
    return fields


def read_manifest(content: bytes) -> list[Listed]:
    """Read a manifest: digest and name per line, with the escapes of RFC 8493, 2.1.3."""
    listed: list[Listed] = []
    for number, line in _lines(content):
        match = _LINE.match(line)
        if match is None:
            raise TagError(number)
        listed.append(Listed(_unescaped(match[2]), match[1].lower()))
    return listed


def is_ours(info: Mapping[str, str]) -> bool:
    """Tell whether the bag says that this program made it."""
    return info.get(AGENT, "").split(" ")[0] == AGENT_NAME and SEALED_AT in info


def _lines(content: bytes) -> list[tuple[int, str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TagError(content.count(b"\n", 0, error.start) + 1) from None
    lines = text.replace("\r\n", "\n").split("\n")
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def _info_text(fields: Iterable[tuple[str, str]]) -> str:
    """Write each field on one line: a line break in a value would start another field."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in fields)


def _manifest_text(lines: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{digest}  {_escaped(name)}\n" for name, digest in lines)


def _escaped(name: str) -> str:
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _unescaped(name: str) -> str:
    for code, char in (("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        name = name.replace(code, char).replace(code.lower(), char)
    return name
