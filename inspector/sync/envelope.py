"""The age envelope around a whole package: only the named laptops can open it.

Bytes stream through; neither side is ever whole in memory.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import pyrage
from pyrage import x25519

from inspector.core.errors import InspectorError, Problem
from inspector.sync.keys import KEY_FOLDER, keep_secret

MAGIC = b"age-encryption.org/v1\n"
_NO_KEY_FITS = "No matching keys"


class Source(Protocol):
    """Where bytes come from."""

    def read(self, size: int, /) -> bytes:
        """Give at most so many bytes; none at the end."""


class Target(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> int:
        """Take bytes; tell how many."""


class SealedForOthersError(Exception):
    """None of the keys opens the envelope."""


class EnvelopeBrokenError(Exception):
    """The envelope is cut or changed."""


class EnvelopeKey:
    """The key with which this person's laptop opens what was sealed for it."""

    def __init__(self, text: str) -> None:
        self.identity = x25519.Identity.from_str(text)

    @property
    def recipient(self) -> str:
        """Give the public half, for those who seal (age1…)."""
        return str(self.identity.to_public())


def envelope_key(profile: Path) -> EnvelopeKey:
    """Read the laptop's age key, kept beside its device key; the first time, make it there."""
    path = profile / KEY_FOLDER / "device.age"
    if not path.exists():
        keep_secret(path, str(x25519.Identity.generate()).encode())
    return EnvelopeKey(path.read_text(encoding="ascii").strip())


def is_recipient(text: str) -> bool:
    """Tell whether a text is the public half of an age key."""
    try:
        x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def seal(source: Source, target: Target, recipients: Sequence[str]) -> None:
    """Encrypt a stream for its receivers."""
    unfit = [text for text in recipients if not is_recipient(text)]
    if unfit:
        raise InspectorError(Problem.PACKAGE_RECEIVER_INVALID, value=unfit[0])
    keys = [x25519.Recipient.from_str(text) for text in recipients]
    between = _Between(source, target)
    try:
        pyrage.encrypt_io(between, between, keys)
    except (pyrage.EncryptError, OSError):
        between.raise_own()
        raise
    between.raise_own()


def unseal(source: Source, target: Target, keys: Iterable[EnvelopeKey]) -> None:
    """Decrypt a stream; until this returns, what was written to the target is worth nothing."""
    between = _Between(source, target)
    try:
        pyrage.decrypt_io(between, between, [key.identity for key in keys])
    except pyrage.DecryptError as error:
        between.raise_own()
        if _NO_KEY_FITS in str(error):
            raise SealedForOthersError from error
        raise EnvelopeBrokenError from error
    except OSError as error:
        between.raise_own()
        raise EnvelopeBrokenError from error
    between.raise_own()


class _Between:
    """Stands between the streams and the library, which turns what they raise into text.

    What is raised while it hands over its last bytes it drops: ask `raise_own` after success too.
    """

    def __init__(self, source: Source, target: Target) -> None:
        self._source = source
        self._target = target
        self._raised: BaseException | None = None

    def read(self, size: int) -> bytes:
        try:
            return self._source.read(size)
        except BaseException as error:
            self._raised = error
            raise

    def write(self, data: bytes) -> int:
        try:
            return self._target.write(data)
        except BaseException as error:
            self._raised = error
            raise

    def flush(self) -> None:
        """Do nothing: who opened the target closes it."""

    def raise_own(self) -> None:
        """Raise what a stream raised, if one did: it is not the envelope's fault."""
        if self._raised is not None:
            raise self._raised
