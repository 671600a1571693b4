"""Reading messages and reckoning percentiles for the benchmarks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.measure import percentile, read_messages
from bench.project import MESSAGES
from bench.server import BenchError, group_rss_kb

TIMES = st.lists(st.floats(min_value=0, max_value=1e6), min_size=1)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([5.0], 0.95, 5.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([4.0, 1.0, 3.0, 2.0], 0.5, 3.0),
        ([float(n) for n in range(1, 101)], 0.95, 96.0),
        ([float(n) for n in range(1, 101)], 1.0, 100.0),
        ([2.0, 1.0], 0.0, 1.0),
    ],
)
def test_a_percentile_is_one_of_the_values(values: list[float], share: float, expected: float) -> None:
    """The percentile is the value at its rank, whatever order the values come in."""
    assert percentile(values, share) == expected


@given(TIMES, st.floats(min_value=0, max_value=1))
def test_no_more_than_the_rest_lies_above_a_percentile(values: list[float], share: float) -> None:
    """At most the share that is left of the values is above a percentile."""
    above = sum(value > percentile(values, share) for value in values)
    assert above <= (1 - share) * len(values)


@pytest.mark.parametrize(("values", "share"), [([], 0.5), ([1.0], 1.1), ([1.0], -0.1)])
def test_a_percentile_of_nothing_or_beyond_everything_is_refused(values: list[float], share: float) -> None:
    """No values, or a share outside 0 to 1, is an error and not a number."""
    with pytest.raises(ValueError, match=r"percentile|share"):
        percentile(values, share)


def test_messages_come_one_a_line(tmp_path: Path) -> None:
    """Blank lines and the space around a message do not count."""
    path = tmp_path / "messages.txt"
    path.write_text("  is it safe?\n\nthanks \n", encoding="utf-8")
    assert read_messages(path) == ["is it safe?", "thanks"]


def test_messages_come_from_the_text_field_of_json_lines(tmp_path: Path) -> None:
    """Other fields of a `.jsonl` file are left alone."""
    path = tmp_path / "messages.jsonl"
    path.write_text('{"text": "how often?", "topic": "x"}\n\n{"text": "ok"}\n', encoding="utf-8")
    assert read_messages(path) == ["how often?", "ok"]


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("m.jsonl", '{"text": "a"}\n{"txt": "b"}\n', r'm\.jsonl:2: an object with a "text"'),
        ("m.jsonl", "[]\n", r"m\.jsonl:1: an object"),
        ("m.jsonl", "{\n", r"m\.jsonl:1: not JSON"),
        ("m.txt", "\n \n", r"m\.txt: no messages"),
    ],
)
def test_a_bad_file_of_messages_is_named_with_its_line(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    """The complaint says which file and line, and what was expected there."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BenchError, match=complaint):
        read_messages(tmp_path / name)


def test_a_missing_file_of_messages_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere is an error in one sentence."""
    with pytest.raises(BenchError, match=r"gone\.txt: no such file"):
        read_messages(tmp_path / "gone.txt")


def test_the_projects_own_messages_are_200_different_ones() -> None:
    """The list that is sent has 200 messages and none twice."""
    texts = read_messages(MESSAGES)
    assert (len(texts), len(set(texts))) == (200, 200)


def test_the_memory_of_a_group_is_that_of_all_its_processes() -> None:
    """Every process of the group counts, and no other, also one whose number only begins alike."""
    assert group_rss_kb("   12  1000\n  123   500\n   12   250\n\n", 12) == 1250
