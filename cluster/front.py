"""The proxy of a deployment in front of the cluster's servers."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cluster.programs import ClusterError, find
from cluster.services import LOOPBACK, ROOT, Service, answers, free_port

PUBLIC = '    bind :8443 ssl crt "${B12GUIDE_TLS_PEM}" alpn h2,http/1.1\n'
PLAIN = "    bind :8080\n"
SERVERS = '    server-template bot 1-8 "${B12GUIDE_BOTS}" resolvers names init-addr none'


@dataclass(frozen=True)
class Front:
    """A proxy as a deployment has it, with TLS on `tls` and without on `plain`."""

    service: Service
    tls: int
    plain: int
    # To trust, where a client looks at it.
    certificate: Path


def proxy(folder: Path, ports: Sequence[int]) -> tuple[Service, str]:
    """The proxy of `deploy/haproxy.cfg` in front of servers on `ports`; returns it and its address.

    It differs from the file in where it listens, in its servers, and in letting one address send as much as it likes.
    """
    port, plain = free_port(), free_port()
    changes = {
        PUBLIC: f"    bind {LOOPBACK}:{port}\n",
        PLAIN: f"    bind {LOOPBACK}:{plain}\n",
        "gt 600 }": "gt 1000000 }",
        "gt 400 }": "gt 1000000 }",
    }
    return _service("haproxy", folder, ports, changes, port), f"http://{LOOPBACK}:{port}"


def front(name: str, folder: Path, ports: Sequence[int], env: Mapping[str, str] | None = None) -> Front:
    """The proxy with TLS and with all its limits; it differs from the file in its ports and its servers."""
    tls, plain = free_port(), free_port()
    certificate = _certificate(folder / f"{name}.pem")
    changes = {
        PUBLIC: PUBLIC.replace(" :8443", f" {LOOPBACK}:{tls}"),
        PLAIN: PLAIN.replace(" :8080", f" {LOOPBACK}:{plain}"),
    }
    service = _service(name, folder, ports, changes, tls, {"B12GUIDE_TLS_PEM": str(certificate), **(env or {})})
    return Front(service, tls, plain, certificate)


def _service(
    name: str,
    folder: Path,
    ports: Sequence[int],
    changes: Mapping[str, str],
    port: int,
    env: Mapping[str, str] | None = None,
) -> Service:
    configuration = (ROOT / "deploy" / "haproxy.cfg").read_text(encoding="utf-8")
    servers = "\n".join(f"    server bot{place} {LOOPBACK}:{bot}" for place, bot in enumerate(ports, 1))
    for before, after in {**changes, SERVERS: servers}.items():
        if configuration.count(before) != 1:
            raise ClusterError(f"deploy/haproxy.cfg has changed: {before.strip()!r} is not there once.")
        configuration = configuration.replace(before, after)
    path = folder / f"{name}.cfg"
    path.write_text(configuration)
    return Service(name, [str(find("haproxy")), "-f", str(path)], folder, ready=lambda: answers(port), env=env)


def _certificate(path: Path) -> Path:
    """Write a certificate of this address with its key to `path`, as the proxy wants it."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(timezone.utc)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    addresses = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address(LOOPBACK))])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=2))
    signed = made.add_extension(addresses, critical=False).sign(key, hashes.SHA256())
    own = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.touch(mode=0o600)
    path.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + own)
    return path
