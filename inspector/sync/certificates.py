"""Certificates for signing files: made here for the office, or a CA's .p12 taken as it is."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding
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


def public_certificate(pkcs12: bytes, passphrase: str) -> bytes:
    """Give the certificate in a .p12 without its key, as PEM, for those who verify by it."""
    _key, certificate, _others = load_key_and_certificates(pkcs12, passphrase.encode())
    return certificate.public_bytes(Encoding.PEM) if certificate else b""


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


# -- who stands behind a certificate --------------------------------------------------------------


_UNREADABLE = (
    *(ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion, x509.DuplicateExtension),
    x509.UnsupportedGeneralNameType,
)
"""What reading a damaged certificate raises."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Who issued a certificate, who issued theirs, and so on; whether one of them is trusted."""

    issuers: tuple[str, ...]
    is_trusted: bool


def read_trusted(path: Path) -> tuple[bytes, ...]:
    """Read the certificates in a file, PEM or DER; give each in DER."""
    if not path.is_file():
        raise InspectorError(Problem.CERTIFICATE_MISSING, file=path)
    content = path.read_bytes()
    try:
        found = (
            x509.load_pem_x509_certificates(content)
            if b"-----BEGIN" in content
            else [x509.load_der_x509_certificate(content)]
        )
    except _UNREADABLE as error:
        raise InspectorError(Problem.TRUST_UNREADABLE, file=path) from error
    return tuple(one.public_bytes(Encoding.DER) for one in found)


def read_certificate(content: bytes) -> Certificate | None:
    """Tell what a certificate in DER says; None where it cannot be read."""
    found = next(_readable([content]), None)
    return described(found) if found else None


def chain_of(
    certificate: bytes, others: Sequence[bytes], trusted: Sequence[bytes], at: datetime
) -> Chain:
    """Follow a certificate to its issuers among those at hand; each must have counted then.

    Revocation is not looked up: that would need the network.
    """
    ends = set(_readable(trusted))
    known = [*ends, *_readable(others)]
    chain = [x509.load_der_x509_certificate(certificate)]
    while chain[-1] not in ends:
        above = (one for one in known if one not in chain and _issued(one, chain[-1], at))
        issuer = next(above, None)
        if issuer is None:
            break
        chain.append(issuer)
    return Chain(tuple(described(one).holder for one in chain[1:]), chain[-1] in ends)


def _readable(contents: Sequence[bytes]) -> Iterator[x509.Certificate]:
    """Give the certificates that can be read to the end: one flipped bit may spoil any field."""
    for content in contents:
        with suppress(*_UNREADABLE):
            certificate = x509.load_der_x509_certificate(content)
            described(certificate)
            certificate.extensions  # noqa: B018 - read here, so that nothing fails later
            yield certificate


def _issued(issuer: x509.Certificate, certificate: x509.Certificate, at: datetime) -> bool:
    """Tell whether one certificate was issued by another that may issue and counted then."""
    if described(issuer).out_of_term(at) is not None:
        return False
    try:
        issuing = issuer.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
        certificate.verify_directly_issued_by(issuer)
    except (*_UNREADABLE, InvalidSignature, x509.ExtensionNotFound):
        return False
    return issuing
