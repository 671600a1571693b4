"""`make audit`: what is counted of labelled messages, how it is told, and which sets are refused."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from b12guide.understanding.verdict import Verdict
from reports import audit
from reports._first_readings import range_of
from reports._intervals import ExactShare, exact
from reports._labelled import Message, SetError, read_folder
from reports.audit import CASE, PAGE, Audited, in_all, main, page
from reports.hazards import ROOT


def audited(must: str | None, verdict: Verdict, *, place: str = "a.jsonl:1", **more: Any) -> Audited:
    """A message that must be `must`, and what it was answered with."""
    right = must or "none"
    fields: dict[str, Any] = {"least": right, "most": right, "kind": "A1", "voice": None, **more}
    return Audited.of(Message("some words", must, place=place, **fields), verdict)


ANSWERED = [
    audited("emergency", Verdict("emergency", signs=("A1",), why="rules"), voice="terse"),
    audited("emergency", Verdict("none"), place="a.jsonl:2"),
    audited("emergency", Verdict("urgent", why="likeness"), least="urgent", place="a.jsonl:3"),
    audited("urgent", Verdict("emergency", why="likeness"), place="b.jsonl:1", kind="B2"),
    audited("urgent", Verdict("urgent", why="likeness", asks_first=True), place="b.jsonl:2", kind="B2"),
    audited(None, Verdict("urgent", why="doubted"), place="b.jsonl:3", kind="figurative"),
    audited(None, Verdict("routine"), place="b.jsonl:4", kind="figurative"),
]


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0), (1, 10, 0.0025, 0.4450)]
)
def test_exact_bounds(hits: int, of: int, low: float, high: float) -> None:
    """The bounds are Clopper and Pearson's, as tables of them give them."""
    assert exact(hits, of) == pytest.approx((low, high), abs=0.00005)
    assert str(ExactShare(1, 10)) == "10.0 % (0.3 to 44.5), 1 of 10"


def rows(text: str) -> list[list[str]]:
    """The cells of the tables in a page."""
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| ")]


def counts(row: list[str]) -> list[str]:
    """The counts of a row of shares."""
    return [found[1] if (found := re.search(r"(\d+ of \d+)$", cell)) else cell for cell in row]


def test_the_figures_of_all() -> None:
    """Under-triage is below the lowest right level, over-triage above the highest; no warning is a miss of its own."""
    found = [counts(row) for row in rows(in_all(ANSWERED))]
    assert ["emergency", "2 of 3", "1 of 3", "0 of 3", "1 of 3"] in found
    assert ["urgent", "2 of 2", "0 of 2", "1 of 2", "0 of 2"] in found
    assert ["2", "0 of 2", "1 of 2", "1 of 2"] in found


def test_the_table_of_levels() -> None:
    """Each message is counted once, by what it was and what it was answered as; what is asked about has a column."""
    found = rows(page(ANSWERED, own=False, source="these"))
    assert ["emergency", "3", "1", "0", "0", "1", "1"] in found
    assert ["urgent", "2", "0", "0", "1", "0", "1"] in found
    assert ["none", "2", "0", "1", "0", "1", "0"] in found


def test_sets_signs_and_voices_are_told_apart() -> None:
    """Each has its own row, and voices only where somebody labelled them."""
    found = [counts(row)[:4] for row in rows(page(ANSWERED, own=False, source="these"))]
    assert ["a.jsonl", "emergency", "2 of 3", "1 of 3"] in found
    assert ["B2", "urgent", "2 of 2", "0 of 2"] in found
    assert ["terse", "emergency", "1 of 1", "0 of 1"] in found
    assert "By voice" not in page(ANSWERED[1:], own=False, source="these")


@pytest.mark.parametrize("own", [True, False])
def test_each_miss_is_listed(own: bool) -> None:
    """Misses and false alarms by file and line; the words are shown of the repository's own sets alone."""
    text = page(ANSWERED, own=own, source="these")
    misses, alarms = text.partition("## Each miss")[2].split("## Each false alarm")
    assert [row[0] for row in rows(misses)[2:]] == ["a.jsonl:2"]
    assert [row[0] for row in rows(alarms)[2:]] == ["b.jsonl:3"]
    assert ("some words" in text) is own


def test_nothing_to_count() -> None:
    """A folder of messages without a sign alone, or none right, gives a page all the same."""
    text = page(ANSWERED[-1:], own=False, source="these")
    assert "0 answered below" in text
    assert "No message is labelled so." in text


BAD = [
    (b"{", "bad.jsonl:1: no JSON"),
    (b"\n[]", "bad.jsonl:2: write one object a line"),
    (b'{"level": "urgent"}', "bad.jsonl:1: this is no message. Write"),
    (b'{"text": "a", "level": "high"}', "bad.jsonl:1: there is no level 'high'. Levels:"),
    (b'{"text": "a", "level": ["urgent"]}', "there is no level"),
    (b'{"text": "a", "level": "urgent", "level_ok": 3}', "level_ok is a list of levels"),
    (b'{"text": "a", "sign": "A1"}', "a sign without a level. Write its level"),
    (b'{"text": "a"}\n{"text": "\xff"}', "bad.jsonl:2: no UTF-8 text. Save the file as UTF-8."),
]


@pytest.mark.parametrize(("line", "said"), BAD)
def test_a_bad_line_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: bytes, said: str) -> None:
    """It is told with file, line and way out, before any model is loaded, and no page is written."""
    (tmp_path / "bad.jsonl").write_bytes(line)
    target = tmp_path / "page.md"
    assert main(["--sets", str(tmp_path), "--page", str(target)]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not target.exists()


def test_sets_and_pages_that_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is one line with the way out; somebody else's figures never take the place of our own."""
    assert main(["--sets", str(tmp_path), "--page", str(tmp_path / "page.md")]) == 2
    assert "holds no *.jsonl file. Name a folder" in capsys.readouterr().err
    for given in ([], ["--page", str(PAGE)]):
        assert main(["--sets", str(tmp_path), *given]) == 2
        assert "OUT=page.md" in capsys.readouterr().err
    assert main(["--page", str(tmp_path / "gone" / "page.md")]) == 2
    assert "is no folder: name a page" in capsys.readouterr().err


def test_a_level_of_none_is_no_sign(tmp_path: Path) -> None:
    """Written out or left out, it is the same; every file of the folder is read, whatever its name."""
    (tmp_path / "phrasings.jsonl").write_text('{"text": "a", "level": "none"}\n{"text": "b", "voice": "gran"}\n')
    found = read_folder(tmp_path, strict=True)
    assert [(one.level, one.least, one.most, one.voice) for one in found] == [
        (None, "none", "none", None),
        (None, "none", "none", "gran"),
    ]
    with pytest.raises(SetError, match=r"holds no \*.jsonl file"):
        read_folder(tmp_path, without="phrasings.jsonl")


def test_the_page_of_others_is_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is written where it was asked for, without the words; the terminal shows them, and our own page stays."""
    before = (ROOT / PAGE).read_bytes()
    (tmp_path / "mine.jsonl").write_text('{"text": "secret words", "level": "urgent", "sign": "B1"}\n')
    monkeypatch.setattr(audit, "_audit", lambda messages: [Audited.of(one, Verdict()) for one in messages])
    target = tmp_path / "page.md"
    assert main(["--sets", str(tmp_path), "--page", str(target)]) == 0
    assert "secret" not in target.read_text(encoding="utf-8")
    assert "mine.jsonl:1" in target.read_text(encoding="utf-8")
    assert "secret words" in capsys.readouterr().out
    assert (ROOT / PAGE).read_bytes() == before


def test_a_long_message_is_read_as_the_product_reads_it() -> None:
    """Of more than is understood the part around the sign is, as a part, and the rules read the rest."""
    from reports._product import verdict_on

    asked: list[tuple[int, bool]] = []

    def understand(text: str, *, whole: bool) -> Any:
        asked.append((len(text), whole))
        return SimpleNamespace(verdict=Verdict())

    reader: Any = SimpleNamespace(understand=understand)
    assert verdict_on("blah " * 1000 + "my throat is closing up", reader).level == "emergency"
    assert verdict_on("my throat is closing up", reader).level == "none"
    assert asked == [(2020, False), (23, True)]


def test_the_pages_of_the_repository_belong_together() -> None:
    """The audit tells the first readings as they are noted, and the safety case has the audit's figures."""
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    plain = " ".join(text.split())
    assert f"the rules alone found {range_of('rules')}, all readers together {range_of('pipeline')}" in plain
    figures = text.partition("## In all\n\n")[2].partition("\n\n## ")[0]
    assert f"<!-- audit -->\n{figures}\n<!-- /audit -->" in (ROOT / CASE).read_text(encoding="utf-8")
