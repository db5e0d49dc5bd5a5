"""Certificates for signing PDF files: made here for the office, or a CA's .p12 taken as it is."""

from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    load_key_and_certificates,
    serialize_key_and_certificates,
)
from cryptography.x509.oid import NameOID

from inspector.core.certificates import SELF_MADE, Certificate
from inspector.core.errors import InspectorError, Problem
from inspector.sync.rootkey import SHORTEST_PASSPHRASE

YEARS = 3
_LONGEST_NAME = 64
"""Characters of a name in a certificate (X.520)."""


def make_certificate(holder: str, unit: str, passphrase: str, now: datetime) -> bytes:
    """Make a key (P-256) with a certificate of its own, as PKCS #12 under a passphrase."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise InspectorError(Problem.PASSPHRASE_SHORT, shortest=SHORTEST_PASSPHRASE)
    key = generate_private_key(SECP256R1())
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(_name(holder, unit))
        .issuer_name(_issuer())
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )
    locked = BestAvailableEncryption(passphrase.encode())
    return serialize_key_and_certificates(holder.encode(), key, certificate, None, locked)


def _name(holder: str, unit: str) -> x509.Name:
    for field, text in (("signer", holder), ("unit", unit)):
        if len(text) > _LONGEST_NAME:
            raise InspectorError(
                Problem.TEXT_TOO_LONG, field=field, length=len(text), longest=_LONGEST_NAME
            )
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            *([x509.NameAttribute(NameOID.ORGANIZATION_NAME, unit)] if unit else []),
            x509.NameAttribute(NameOID.COMMON_NAME, holder),
        ]
    )


def _issuer() -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SELF_MADE)])


def open_certificate(path: Path, passphrase: str) -> tuple[bytes, Certificate]:
    """Read a .p12 with its passphrase; give its bytes and whose certificate it holds."""
    if not path.is_file():
        raise InspectorError(Problem.CERTIFICATE_MISSING, file=path)
    content = path.read_bytes()
    try:
        key, certificate, _others = load_key_and_certificates(content, passphrase.encode())
    except ValueError as error:
        # one message tells of both: a file that is no PKCS #12 cannot even be parsed
        is_parsed = "password" in str(error).lower()
        problem = Problem.CERTIFICATE_LOCKED if is_parsed else Problem.CERTIFICATE_UNREADABLE
        raise InspectorError(problem, file=path) from error
    except UnsupportedAlgorithm as error:
        raise InspectorError(Problem.CERTIFICATE_UNREADABLE, file=path) from error
    is_usable = isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey)
    if certificate is None or not is_usable:
        raise InspectorError(Problem.CERTIFICATE_UNREADABLE, file=path)
    return content, described(certificate)


def described(certificate: x509.Certificate) -> Certificate:
    """Tell what a certificate says."""
    issuer = _told(certificate.issuer, NameOID.COMMON_NAME) or "—"
    return Certificate(
        holder=_told(certificate.subject, NameOID.COMMON_NAME) or "—",
        unit=_told(certificate.subject, NameOID.ORGANIZATION_NAME),
        issuer=issuer,
        sha256=certificate.fingerprint(SHA256()).hex(),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        is_self_made=issuer == SELF_MADE or certificate.subject == certificate.issuer,
    )


def _told(name: x509.Name, oid: x509.ObjectIdentifier) -> str | None:
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else None
