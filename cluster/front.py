"""The proxy of a deployment in front of the cluster's servers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cluster.programs import ClusterError, find
from cluster.services import LOOPBACK, ROOT, Service, answers, free_port


def proxy(folder: Path, ports: Sequence[int]) -> tuple[Service, str]:
    """The proxy of `deploy/haproxy.cfg` in front of servers on `ports`; returns it and its address.

    It differs from the file in where it listens, in its servers, and in letting one address send as much as it likes.
    """
    port = free_port()
    configuration = (ROOT / "deploy" / "haproxy.cfg").read_text(encoding="utf-8")
    servers = "\n".join(f"    server bot{place} {LOOPBACK}:{bot}" for place, bot in enumerate(ports, 1))
    public = '    bind :8443 ssl crt "${B12GUIDE_TLS_PEM}" alpn h2,http/1.1\n    bind :8080\n'
    changes = {
        public: f"    bind {LOOPBACK}:{port}\n",
        "    http-request redirect scheme https code 301 unless { ssl_fc } || { path_beg /health }\n": "",
        "gt 600": "gt 1000000",
        '    server-template bot 1-8 "${B12GUIDE_BOTS}" resolvers names init-addr none': servers,
    }
    for before, after in changes.items():
        if configuration.count(before) != 1:
            raise ClusterError(f"deploy/haproxy.cfg has changed: {before.strip()!r} is not there once.")
        configuration = configuration.replace(before, after)
    path = folder / "haproxy.cfg"
    path.write_text(configuration)
    service = Service("haproxy", [str(find("haproxy")), "-f", str(path)], folder, ready=lambda: answers(port))
    return service, f"http://{LOOPBACK}:{port}"
