"""Certificates as an authority issues them: a root, one below it, and a person's .p12."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Issued:
    """A key with its certificate."""

    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate

    def write(self, path: Path) -> Path:
        """Write the certificate as PEM."""
        path.write_bytes(self.certificate.public_bytes(Encoding.PEM))
        return path

    def write_key(self, path: Path) -> Path:
        """Write key and certificate as PEM, for openssl."""
        key = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(key + self.certificate.public_bytes(Encoding.PEM))
        return path

    def write_p12(self, path: Path, phrase: str, *others: "Issued") -> Path:
        """Write key, certificate and those of its issuers."""
        locked = BestAvailableEncryption(phrase.encode())
        above = [one.certificate for one in others]
        path.write_bytes(
            serialize_key_and_certificates(b"k", self.key, self.certificate, above, locked)
        )
        return path


def issue(
    name: str,
    by: Issued | None = None,
    *,
    is_authority: bool = False,
    with_rsa: bool = False,
    days: int = 3650,
) -> Issued:
    """Issue a certificate; without an issuer it is its own."""
    key = (
        rsa.generate_private_key(65537, 2048)
        if with_rsa
        else ec.generate_private_key(ec.SECP256R1())
    )
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(START)
        .not_valid_after(START + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(by.key if by else key, SHA256())
    )
    return Issued(key, made)
