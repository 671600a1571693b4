"""Which packages of a lock have known holes that SECURITY.md does not name: `make audit-lock`.

    python -m tools.audit_lock REPORT                            what pip-audit wrote with --format json
    python -m tools.audit_lock FOLDER [requirements.lock]        a checkout of PyPA's advisory database

Ends with status 1 where there are any, 2 where it cannot be said.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)
Advisory = dict[str, Any]


class AuditError(RuntimeError):
    """It cannot be said; the message tells why, and the way out."""


class Hole(NamedTuple):
    """A known hole of a package, under all the names that it has in lists."""

    package: str
    version: str
    names: list[str]
    about: str


def reported(report: Path) -> Iterator[Hole]:
    """The holes that pip-audit found.

    Raises:
        AuditError: it wrote no report, or could not look every package up, which it does not call a failure itself.
    """
    try:
        packages = json.loads(report.read_text(encoding="utf-8"))["dependencies"]
    except (OSError, ValueError, KeyError) as error:
        raise AuditError(f"{report} is no report of pip-audit ({type(error).__name__}).") from error
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    if skipped or not packages:
        raise AuditError(
            f"{len(skipped)} of {len(packages)} packages could not be looked up ({', '.join(skipped[:3])} ...): take a "
            "network that reaches PyPI's JSON interface, or give ADVISORIES=folder with a checkout of the database."
        )
    for one in packages:
        for hole in one["vulns"]:
            yield Hole(one["name"], one["version"], [hole["id"], *hole["aliases"]], hole["description"])


def listed(database: Path, lock: Path) -> Iterator[Hole]:
    """The holes that the advisory database knows of what the lock pins."""
    for name, version in PINNED.findall(lock.read_text(encoding="utf-8")):
        for path in sorted((database / "vulns" / canonicalize_name(name)).glob("*.yaml")):
            advisory = yaml.safe_load(path.read_text(encoding="utf-8"))
            if "withdrawn" not in advisory and any(_holds(one, version) for one in advisory.get("affected", [])):
                about = advisory.get("summary") or advisory.get("details") or ""
                yield Hole(name, version, [advisory["id"], *advisory.get("aliases", [])], about)


def _holds(affected: Advisory, version: str) -> bool:
    """Whether a version is listed, or lies in a range; a range of commits says nothing about versions."""
    ranges = [one["events"] for one in affected.get("ranges", []) if one["type"] == "ECOSYSTEM"]
    return version in affected.get("versions", []) or any(_within(events, Version(version)) for events in ranges)


def _within(events: list[dict[str, str]], version: Version) -> bool:
    inside = False
    for event in events:
        for kind, value in event.items():
            if kind == "introduced" and (value == "0" or version >= Version(value)):
                inside = True
            if (kind == "fixed" and version >= Version(value)) or (
                kind == "last_affected" and version > Version(value)
            ):
                inside = False
    return inside


def main(arguments: list[str]) -> int:
    """List the holes; returns the exit status."""
    source = Path(arguments[0])
    lock = Path(arguments[1]) if len(arguments) > 1 else ROOT / "requirements.lock"
    known = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    try:
        if source.is_dir() and not (source / "vulns").is_dir():
            raise AuditError(f"{source} is no checkout of https://github.com/pypa/advisory-database.")
        found = list(listed(source, lock) if source.is_dir() else reported(source))
    except AuditError as problem:
        print(f"audit: {problem}", file=sys.stderr)
        return 2
    new = [hole for hole in found if not any(name in known for name in hole.names)]
    for hole in found:
        told = "NEW  " if hole in new else "known"
        print(f"{told} {hole.package} {hole.version}: {', '.join(hole.names)}: {' '.join(hole.about.split())[:150]}")
    print(f"{len(found)} known holes; {len(new)} are not in SECURITY.md.")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
