"""Certificates for the tests: an authority of our own, and sound and faulty ones signed by it."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

_CURVE = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def authority(folder: Path) -> Path:
    """The certificate of an authority that nobody knows until `SSL_CERT_FILE` names it."""
    _openssl(
        "req", "-x509", *_CURVE, "-days", "2", "-subj", "/CN=Otoritas Contoh",
        "-keyout", str(folder / "ca.key"), "-out", str(folder / "ca.pem"),
    )  # fmt: skip
    return folder / "ca.pem"


def signed(folder: Path, host: str, *, days: int = 2) -> ssl.SSLContext:
    """A server's context with a certificate for the host; -1 days is one that expired yesterday."""
    key, request, certificate = (folder / f"{host}.{ending}" for ending in ("key", "csr", "pem"))
    _openssl(
        "req", *_CURVE, "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}",
        "-keyout", str(key), "-out", str(request),
    )  # fmt: skip
    _openssl(
        "x509", "-req", "-in", str(request), "-CA", str(folder / "ca.pem"), "-CAkey", str(folder / "ca.key"),
        "-days", str(days), "-copy_extensions", "copy", "-out", str(certificate),
    )  # fmt: skip
    return _context(key, certificate)


def self_signed(folder: Path, host: str) -> ssl.SSLContext:
    """A server's context with a certificate that vouches for itself."""
    key, certificate = folder / f"{host}.self.key", folder / f"{host}.self.pem"
    _openssl(
        "req", "-x509", *_CURVE, "-days", "2", "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}",
        "-keyout", str(key), "-out", str(certificate),
    )  # fmt: skip
    return _context(key, certificate)


def _context(key: Path, certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)
