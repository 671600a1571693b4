"""The proxy of a deployment in front of the cluster's servers."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cluster.programs import ClusterError, find
from cluster.services import LOOPBACK, ROOT, Service, answers, free_port

POOL = '    server-template bot 1-8 "${B12GUIDE_BOTS}" resolvers names init-addr none'


def proxy(folder: Path, ports: Sequence[int]) -> tuple[Service, str]:
    """The proxy of `deploy/haproxy.cfg` in front of servers on `ports`; returns it and its address.

    It differs from the file in where it listens, in its servers, and in letting one address send as much as it likes.
    """
    port = free_port()
    public = '    bind :8443 ssl crt "${B12GUIDE_TLS_PEM}" alpn h2,http/1.1\n    bind :8080\n'
    changes = {
        public: f"    bind {LOOPBACK}:{port}\n",
        "    http-request redirect scheme https code 301 unless { ssl_fc } || { path_beg /health }\n": "",
        "gt 600": "gt 1000000",
        POOL: _servers(ports),
    }
    return _service(folder, changes, port, {}), f"http://{LOOPBACK}:{port}"


def public_proxy(folder: Path, ports: Sequence[int]) -> tuple[Service, int, int, Path]:
    """The same as people meet it: with TLS and every limit.

    Returns it, its port with TLS, its plain port, and the certificate to trust.
    """
    port, plain = free_port(), free_port()
    certificate = _certificate(folder)
    changes = {"    bind :8443 ": f"    bind {LOOPBACK}:{port} ", "    bind :8080": f"    bind {LOOPBACK}:{plain}"}
    environment = {"B12GUIDE_TLS_PEM": str(certificate)}
    return _service(folder, {**changes, POOL: _servers(ports)}, port, environment), port, plain, certificate


def _servers(ports: Sequence[int]) -> str:
    return "\n".join(f"    server bot{place} {LOOPBACK}:{bot}" for place, bot in enumerate(ports, 1))


def _service(folder: Path, changes: Mapping[str, str], port: int, environment: Mapping[str, str]) -> Service:
    configuration = (ROOT / "deploy" / "haproxy.cfg").read_text(encoding="utf-8")
    for before, after in changes.items():
        if configuration.count(before) != 1:
            raise ClusterError(f"deploy/haproxy.cfg has changed: {before.strip()!r} is not there once.")
        configuration = configuration.replace(before, after)
    path = folder / "haproxy.cfg"
    path.write_text(configuration)
    command = [str(find("haproxy")), "-f", str(path)]
    return Service("haproxy", command, folder, ready=lambda: answers(port), env=environment)


def _certificate(folder: Path) -> Path:
    """A certificate of this address with its key, in one file as the proxy wants it."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(timezone.utc)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    addresses = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(LOOPBACK))])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=2))
    signed = made.add_extension(addresses, critical=False).sign(key, hashes.SHA256())
    own = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "tls.pem"
    path.touch(mode=0o600)
    path.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + own)
    return path
