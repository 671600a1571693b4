"""The check of the lock for known holes: each version is judged, and what could not be looked up is no good news."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.audit_lock import main


def advise(folder: Path, events: list[dict[str, str]], **more: Any) -> None:
    """Have an advisory about `quince` in the database."""
    package = {"package": {"name": "quince"}, "ranges": [{"type": "ECOSYSTEM", "events": events}]}
    (folder / "vulns" / "quince").mkdir(parents=True)
    advisory = {
        "id": "PYSEC-0000-1",
        "aliases": ["CVE-0000-1"],
        "details": "It is ripe.",
        "affected": [package],
        **more,
    }
    (folder / "vulns" / "quince" / "PYSEC-0000-1.yaml").write_text(yaml.safe_dump(advisory))


def lock(folder: Path, version: str) -> str:
    path = folder / "some.lock"
    path.write_text(
        f"pear==1.0 \\\n    --hash=sha256:00\nQuince=={version} ; python_version < '4' \\\n    --hash=sha256:00\n"
    )
    return str(path)


@pytest.mark.parametrize(
    ("version", "status"), [("0.9", 0), ("1.0", 1), ("1.9.9", 1), ("2.0", 0), ("2.5", 0), ("3.0", 1), ("3.1", 0)]
)
def test_a_version_is_judged_by_the_ranges(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str, status: int
) -> None:
    """From where a hole came in up to where it was mended, or to the last that had it."""
    advise(tmp_path, [{"introduced": "1.0"}, {"fixed": "2.0"}, {"introduced": "3.0"}, {"last_affected": "3.0"}])
    assert main([str(tmp_path), lock(tmp_path, version)]) == status
    assert capsys.readouterr().out.startswith("NEW   Quince" if status else "0 known holes")


def test_what_was_withdrawn_is_no_hole(tmp_path: Path) -> None:
    """An advisory that was taken back says nothing."""
    advise(tmp_path, [{"introduced": "0"}], withdrawn="2024-01-01T00:00:00Z")
    assert main([str(tmp_path), lock(tmp_path, "1.0")]) == 0


def test_what_security_md_names_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hole that is judged there is listed, and does not fail the check."""
    advise(tmp_path, [{"introduced": "0"}], aliases=["CVE-2024-52304"])
    assert main([str(tmp_path), lock(tmp_path, "1.0")]) == 0
    assert capsys.readouterr().out.startswith("known Quince 1.0: PYSEC-0000-1, CVE-2024-52304: It is ripe.")


@pytest.mark.parametrize(
    ("package", "status"),
    [
        ({"name": "pear", "version": "1.0", "vulns": []}, 0),
        ({"name": "pear", "version": "1.0", "vulns": [{"id": "X-1", "aliases": [], "description": "ripe"}]}, 1),
        ({"name": "pear", "skip_reason": "not found"}, 2),
    ],
)
def test_a_report_is_read(tmp_path: Path, package: dict[str, Any], status: int) -> None:
    """A hole fails the check, and so does a package that could not be looked up."""
    (tmp_path / "audit.json").write_text(json.dumps({"dependencies": [package]}))
    assert main([str(tmp_path / "audit.json")]) == status


@pytest.mark.parametrize("content", [None, "", "{}", '{"dependencies": []}'])
def test_no_report_is_no_good_news(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None) -> None:
    """One line says that nothing is known."""
    if content is not None:
        (tmp_path / "audit.json").write_text(content)
    assert main([str(tmp_path / "audit.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert main([str(tmp_path)]) == 2
