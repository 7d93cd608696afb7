"""A certificate chain like Amazon's: a root, one between, and the signer's."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SIGNER = "echo-api.amazon.com"
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody who signs certificates."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """From when until when, in days from now."""

    since_days: float = -30
    until_days: float = 300


def new_root(name: str = "Stand-in Root") -> Authority:
    """Return an authority that signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    return Authority(_certificate(name, key.public_key(), name, key, is_ca=True), key)


def new_authority(root: Authority, name: str = "Stand-in Authority") -> Authority:
    """Return an authority under another."""
    key = ec.generate_private_key(ec.SECP256R1())
    return Authority(_issued(root, name, key.public_key(), is_ca=True), key)


def issue(
    authority: Authority,
    public: rsa.RSAPublicKey | ec.EllipticCurvePublicKey,
    *,
    host: str = SIGNER,
    validity: Validity = Validity(),
) -> x509.Certificate:
    """Return a certificate for a host."""
    return _issued(authority, host, public, host=host, validity=validity)


def pem(*certificates: x509.Certificate) -> bytes:
    """Return a chain as Amazon serves it: the signer's first."""
    return b"".join(it.public_bytes(Encoding.PEM) for it in certificates)


def _issued(
    authority: Authority,
    name: str,
    public: rsa.RSAPublicKey | ec.EllipticCurvePublicKey,
    *,
    is_ca: bool = False,
    host: str | None = None,
    validity: Validity = Validity(),
) -> x509.Certificate:
    common = authority.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    return _certificate(
        name, public, str(common), authority.key, is_ca=is_ca, host=host, validity=validity
    )


def _certificate(
    subject: str,
    public: rsa.RSAPublicKey | ec.EllipticCurvePublicKey,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    is_ca: bool,
    host: str | None = None,
    validity: Validity = Validity(),
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=validity.since_days))
        .not_valid_after(now + timedelta(days=validity.until_days))
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
        .add_extension(_usage(is_ca), critical=True)
    )
    if host is not None:
        names = x509.SubjectAlternativeName([x509.DNSName(host)])
        builder = builder.add_extension(names, critical=False)
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        builder = builder.add_extension(purpose, critical=False)
    return builder.sign(issuer_key, SHA256())


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _usage(is_ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_ca,
        key_encipherment=not is_ca,
        key_cert_sign=is_ca,
        crl_sign=is_ca,
        content_commitment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
