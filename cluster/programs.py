"""The programs that a cluster is made of: found, or installed from Debian's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

PACKAGES = {
    "postgres": "postgresql",
    "redis-server": "redis-server",
    "rabbitmq-server": "rabbitmq-server",
    "epmd": "rabbitmq-server",
    "haproxy": "haproxy",
}
# Debian keeps these out of the PATH.
FOLDERS = ("/usr/sbin", "/usr/lib/rabbitmq/bin", "/usr/lib/postgresql/*/bin")


class ClusterError(RuntimeError):
    """The cluster cannot be had; the message says what to do."""


def find(name: str) -> str | None:
    """The path of a program, or None."""
    for folder in FOLDERS:
        root = Path("/")
        for path in sorted(root.glob(f"{folder[1:]}/{name}"), reverse=True):
            # Debian's wrapper of RabbitMQ changes the user; the script itself does not.
            if path.parent != Path("/usr/sbin") or name != "rabbitmq-server":
                return str(path)
    return shutil.which(name)


def ensure(names: Collection[str] = tuple(PACKAGES)) -> None:
    """Install what is missing of `names`.

    Raises:
        ClusterError: something is missing and cannot be installed here.
    """
    missing = sorted({package for name, package in PACKAGES.items() if name in names and find(name) is None})
    if not missing:
        return
    command = f"apt-get install --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise ClusterError(f"{', '.join(missing)} cannot be found. As root on Debian or Ubuntu: {command}")
    print(f"Installing {', '.join(missing)} (a minute or two) ...", flush=True)
    # RUNLEVEL: the packages' own services are not started; the cluster has processes of its own.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for step in ("update", f"install --yes --no-install-recommends {' '.join(missing)}"):
        done = subprocess.run(["apt-get", "-q", *step.split()], env=environment, capture_output=True, text=True)
        if done.returncode and step != "update":
            print(done.stdout[-2000:], done.stderr[-2000:], file=sys.stderr)
            raise ClusterError(f"{', '.join(missing)} could not be installed: {command}")
    left = sorted(name for name in names if find(name) is None)
    if left:
        raise ClusterError(f"{', '.join(left)} cannot be found after {command}")
