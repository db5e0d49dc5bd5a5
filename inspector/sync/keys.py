"""The device key: Ed25519, kept outside the database so that a copy cannot sign as its origin."""

import os
import tempfile
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

KEY_FOLDER = "keys"


class DeviceKey:
    """The key with which this person's laptop signs its segments."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    @property
    def public(self) -> bytes:
        """Give the 32 bytes of the public key."""
        return self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, message: bytes) -> bytes:
        """Sign a message: 64 bytes."""
        return self._private.sign(message)


def device_key(profile: Path) -> DeviceKey:
    """Read the laptop's key from the profile folder; the first time, make it there."""
    path = profile / KEY_FOLDER / "device.ed25519"
    if not path.exists():
        keep_secret(path, Ed25519PrivateKey.generate().private_bytes_raw())
    return DeviceKey(Ed25519PrivateKey.from_private_bytes(path.read_bytes()))


def signature_holds(key: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether a signature is that of a message by a key."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def keep_secret(path: Path, secret: bytes) -> None:
    """Write a new key whole before it gets its name: a second start must not see half of it.

    Where another start was quicker, its key stays; read the file to know which.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.stem}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        os.write(descriptor, secret)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        part.replace(path)
    part.unlink(missing_ok=True)
