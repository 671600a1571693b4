"""The hazard log: each control is held by a test that runs, faults have their line, the pages are up to date."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reports._test_ids import fault_of
from reports.hazards import CASE, FOLDER, LOG, PAGE, ROOT, SCHEMA, HazardError, main, page, read_hazards, summary

HAZARD = """\
H01:
  hazard: A thing
  cause: Another
  effect: A third
  severity: major
  before: high
  after: low
  controls:
    - what: It is held.
      tests:
        - tests/test_it.py::test_holds
  clinic: Nothing.
  left: Something.
"""
TESTS = """\
import pytest

def test_holds(): ...
async def test_waits(): ...
def helper(): ...
@pytest.mark.skip(reason="no")
def test_skipped(): ...
@pytest.mark.skipif(True, reason="no")
def test_skipped_sometimes(): ...
@pytest.mark.xfail
def test_may_fail(): ...
@pytest.mark.parametrize("one", [pytest.param(1, marks=pytest.mark.xfail), 2])
def test_one_may_fail(one): ...
def test_gives_up():
    if True:
        pytest.skip("no")
def test_needs_something():
    pytest.importorskip("nothing")
def test_holds_too(): ...
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a log of one hazard and a file of tests."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_it.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "tests" / "test_none.py").write_text(f'pytestmark = pytest.mark.skip("no")\n{TESTS}', encoding="utf-8")
    (tmp_path / LOG).write_text(HAZARD, encoding="utf-8")
    shutil.copy(FOLDER / SCHEMA, tmp_path)
    return tmp_path


def test_every_test_of_the_log_runs() -> None:
    """The log of the repository names no test that is gone, may be skipped, or may fail."""
    hazards = read_hazards()
    assert len(hazards) >= 20
    assert all(control.tests for one in hazards for control in one.controls)


def test_the_pages_are_those_of_the_log() -> None:
    """Whoever changes hazards.yml runs `make hazards`."""
    hazards = read_hazards()
    assert (FOLDER / PAGE).read_text(encoding="utf-8") == page(hazards), "run `make hazards`"
    marked = f"<!-- hazards -->\n{summary(hazards)}\n<!-- /hazards -->"
    assert marked in (FOLDER / CASE).read_text(encoding="utf-8"), "run `make hazards`"


@pytest.mark.parametrize("name", ["test_holds", "test_waits", "test_holds_too"])
def test_a_test_that_runs(root: Path, name: str) -> None:
    """A plain or asynchronous test proves what it is named for, whatever its neighbours are."""
    assert fault_of(f"tests/test_it.py::{name}", root) is None


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("tests/test_it.py::test_skipped", "may be skipped or may fail"),
        ("tests/test_it.py::test_skipped_sometimes", "may be skipped or may fail"),
        ("tests/test_it.py::test_may_fail", "may be skipped or may fail"),
        ("tests/test_it.py::test_one_may_fail", "may be skipped or may fail"),
        ("tests/test_it.py::test_gives_up", "may be skipped or may fail"),
        ("tests/test_it.py::test_needs_something", "may be skipped or may fail"),
        ("tests/test_none.py::test_holds", "may be skipped or may fail"),
        ("tests/test_it.py::test_gone", "has no test test_gone. Name a test of that file"),
        ("tests/test_gone.py::test_holds", "does not exist. Name the file"),
        ("tests/test_it.py::helper", "is no test. Write it as"),
        ("tests/test_it.py", "is no test. Write it as"),
        ("reports/test_it.py::test_holds", "is no test. Write it as"),
    ],
)
def test_a_test_that_proves_nothing(root: Path, test: str, said: str) -> None:
    """What is gone, skipped, expected to fail, or no test is named with the way out."""
    assert said in str(fault_of(test, root))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity: major", "severity: bad", "hazards.yml:5: H01.severity: 'bad' is not one of"),
        ("  cause: Another\n", "", "'cause' is a required property; a hazard has hazard, cause"),
        ("  left: Something.", "  left: Something.\n  owner: me", "('owner' was unexpected); a hazard has"),
        ("H01:", "first:", "number hazards as H01"),
        ("  after: low", "  after: rare", "hazards.yml:7: H01.after: 'rare' is not one of"),
        ("test_it.py::test_holds", "test_it.py", "hazards.yml:11: H01.controls.0.tests.0:"),
        ("test_it.py::test_holds", "test_it.py::test_gone", "hazards.yml:11: H01: tests/test_it.py has no test"),
        ("  before: high\n  after: low", "  before: low\n  after: high", "hazards.yml:7: H01: no control makes"),
        ("  clinic: Nothing.", "  clinic: [", "hazards.yml:14: not valid YAML"),
    ],
)
def test_a_fault_of_the_log_has_its_line(root: Path, old: str, new: str, said: str) -> None:
    """Each is told with file, line, what is wrong and what to write."""
    (root / LOG).write_text(HAZARD.replace(old, new), encoding="utf-8")
    with pytest.raises(HazardError, match=re.escape(said)):
        read_hazards(root, root)


def test_a_hazard_without_a_control_says_so(root: Path) -> None:
    """It is open in plain words, at the risk that it has; a risk that falls by nothing is refused."""
    begin, end = HAZARD.partition("  controls:")[0], HAZARD.partition("  clinic:")[2]
    text = f'{begin}  controls: "open: no control"\n  clinic:{end}'
    (root / LOG).write_text(text, encoding="utf-8")
    with pytest.raises(HazardError, match="without a control it stays as likely"):
        read_hazards(root, root)
    (root / LOG).write_text(text.replace("after: low", "after: high"), encoding="utf-8")
    hazards = read_hazards(root, root)
    assert "**Open: no control.**" in page(hazards)
    assert "Without any control in the product: H01." in summary(hazards)


def test_risks_come_from_the_matrix(root: Path) -> None:
    """Major is 4 where it is highly likely, and 3 where it is unlikely."""
    [hazard] = read_hazards(root, root)
    assert (hazard.risk_before, hazard.risk_after) == (4, 3)
    assert "1 hazards; 1 tests hold their controls. Risk that is left: 1 at 3." in summary([hazard])


def test_a_log_that_cannot_be_used_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2 and the faults; pages stay as they were."""
    (root / LOG).write_text(HAZARD.replace("major", "bad"), encoding="utf-8")
    assert main(["--folder", str(root)]) == 2
    assert "hazards.yml:5" in capsys.readouterr().err
    assert not (root / PAGE).exists()


def links() -> list[tuple[str, str]]:
    """Each link of the folder's pages to a file, with its page."""
    return sorted(
        {
            (path.name, target.split("#")[0])
            for path in FOLDER.glob("*.md")
            for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8"))
            if "://" not in target
        }
    )


@pytest.mark.parametrize(("name", "target"), links())
def test_every_link_leads_somewhere(name: str, target: str) -> None:
    """What a page of the safety file links to is there."""
    assert (FOLDER / target).exists()


def test_each_file_is_named_by_the_readme() -> None:
    """The folder's README has a line for each of its files."""
    named = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [one.name for one in FOLDER.iterdir() if one.name != "README.md" and f"({one.name})" not in named] == []


def test_every_test_that_a_page_names_runs() -> None:
    """Tests that are named in the prose are there too, and so are files and folders of tests."""
    found = {name for path in FOLDER.glob("*.md") for name in re.findall(r"`(tests/[^`]+)`", path.read_text("utf-8"))}
    tests = {name for name in found if "::" in name}
    assert [fault for name in sorted(tests) if (fault := fault_of(name, ROOT))] == []
    assert [name for name in sorted(found - tests) if not (ROOT / name).exists()] == []
