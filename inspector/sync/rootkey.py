"""The organisation's own key: kept in a file that a passphrase protects, never in a database."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from inspector.core.errors import InspectorError, Problem
from inspector.sync.keys import DeviceKey

SHORTEST_PASSPHRASE = 8


def make_root_key(passphrase: str) -> tuple[DeviceKey, bytes]:
    """Make the key of a new organisation; give it and the protected text of its file."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise InspectorError(Problem.PASSPHRASE_SHORT, shortest=SHORTEST_PASSPHRASE)
    private = Ed25519PrivateKey.generate()
    text = private.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode())
    )
    return DeviceKey(private), text


def open_root_key(path: Path, passphrase: str) -> DeviceKey:
    """Read the organisation's key with its passphrase."""
    if not path.is_file():
        raise InspectorError(Problem.ROOT_KEY_MISSING, file=path)
    try:
        private = load_pem_private_key(path.read_bytes(), passphrase.encode())
    except (ValueError, TypeError) as error:
        raise InspectorError(Problem.PASSPHRASE_WRONG, file=path) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise InspectorError(Problem.ROOT_KEY_MISSING, file=path)
    return DeviceKey(private)
