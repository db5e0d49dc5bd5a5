"""The age envelope: one key for a laptop, streams without end, faults under their own name."""

import errno
import io
import os

import pytest
from pyrage import x25519

from inspector.core.errors import Cancelled
from inspector.sync.envelope import (
    MAGIC,
    EnvelopeBrokenError,
    SealedForOthersError,
    envelope_key,
    is_recipient,
    seal,
    unseal,
)
from inspector.sync.keys import device_key


def sealed(content, *keys):
    target = io.BytesIO()
    seal(io.BytesIO(content), target, [key.recipient for key in keys])
    return target.getvalue()


def test_a_laptop_has_one_key_beside_its_device_key(tmp_path):
    first = envelope_key(tmp_path)
    assert envelope_key(tmp_path).recipient == first.recipient
    device_key(tmp_path)
    assert sorted(path.name for path in (tmp_path / "keys").iterdir()) == [
        "device.age",
        "device.ed25519",
    ]
    assert first.recipient.startswith("age1")
    assert is_recipient(first.recipient)


@pytest.mark.skipif(os.name == "nt", reason="modes of Unix")
def test_nobody_else_reads_the_key(tmp_path):
    envelope_key(tmp_path)
    assert (tmp_path / "keys" / "device.age").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "age1", "age1ü", "AGE-SECRET-KEY-1", "ssh-ed25519 AAAA"])
def test_other_texts_are_no_recipients(text):
    assert not is_recipient(text)
    assert not is_recipient(str(x25519.Identity.generate()))


def test_the_age_program_could_open_it(tmp_path):
    key = envelope_key(tmp_path)
    content = sealed(b"text", key)
    assert content.startswith(MAGIC)
    secret = (tmp_path / "keys" / "device.age").read_text()
    assert secret.startswith("AGE-SECRET-KEY-1")


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 300_000])
def test_streams_of_any_length_come_back(tmp_path, size):
    key = envelope_key(tmp_path)
    content = os.urandom(size)
    target = io.BytesIO()
    unseal(io.BytesIO(sealed(content, key)), target, [key])
    assert target.getvalue() == content


def test_other_keys_and_none_do_not_open_it(tmp_path):
    content = sealed(b"text", envelope_key(tmp_path / "a"))
    for keys in ([], [envelope_key(tmp_path / "b")]):
        with pytest.raises(SealedForOthersError):
            unseal(io.BytesIO(content), io.BytesIO(), keys)


@pytest.mark.parametrize("length", [0, 30, 150, -1, -20])
def test_a_cut_envelope_is_broken(tmp_path, length):
    key = envelope_key(tmp_path)
    with pytest.raises(EnvelopeBrokenError):
        unseal(io.BytesIO(sealed(bytes(100_000), key)[:length]), io.BytesIO(), [key])


class Failing(io.BytesIO):
    """A stream that fails after some calls."""

    def __init__(self, error, calls):
        super().__init__(bytes(500_000))
        self.error, self.calls = error, calls

    def _count(self):
        self.calls -= 1
        if self.calls < 0:
            raise self.error

    def read(self, size=-1):
        self._count()
        return super().read(size)

    def write(self, data):
        self._count()
        return len(data)


@pytest.mark.parametrize("calls", [0, 1, 3])
@pytest.mark.parametrize("error", [Cancelled(), OSError(errno.EIO, "gone"), KeyboardInterrupt()])
def test_what_a_stream_raises_is_what_comes_out(tmp_path, error, calls):
    key = envelope_key(tmp_path)
    with pytest.raises(type(error)) as caught:
        seal(Failing(error, calls), io.BytesIO(), [key.recipient])
    assert caught.value is error
    with pytest.raises(type(error)) as caught:
        unseal(io.BytesIO(sealed(bytes(500_000), key)), Failing(error, calls), [key])
    assert caught.value is error


@pytest.mark.parametrize("size", [0, 100, 500_000])
def test_a_target_that_fails_at_the_last_bytes_is_not_passed_over(tmp_path, size):
    error = OSError(errno.ENOSPC, "full")
    calls = 0
    while True:
        target = Failing(error, calls)
        try:
            seal(io.BytesIO(bytes(size)), target, [envelope_key(tmp_path).recipient])
            break
        except OSError as raised:
            calls += 1
            if raised is not error:
                raise
    assert calls > 0
    assert target.calls == 0
