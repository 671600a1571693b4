"""The figures of docs/safety.md: bounds, tables, the chart, and how a set is read."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from b12guide.shared import triage
from b12guide.understanding.sign_model import Alarm
from b12guide.understanding.verdict import Likeness
from reports._classifier import Heard
from reports._intervals import Share, wilson
from reports._labelled import Message, SetError, read_sets
from reports._tables import chart, table
from reports._thresholds import beside_published


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_bounds(hits: int, of: int, low: float, high: float) -> None:
    """The bounds are those of the published score interval (the last line is Newcombe's example, 1998)."""
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.00005)


@example((1, 2153))
@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_holds_the_share(sample: tuple[int, int]) -> None:
    """The interval lies in 0 to 1 and around the share."""
    low, high = wilson(*sample)
    assert 0 <= low <= sample[0] / sample[1] + 1e-12
    assert sample[0] / sample[1] - 1e-12 <= high <= 1


@pytest.mark.parametrize(("hits", "of"), [(1, 0), (-1, 5), (6, 5)])
def test_no_share(hits: int, of: int) -> None:
    """What cannot be a share is refused."""
    with pytest.raises(ValueError, match="is no share"):
        wilson(hits, of)


def test_share_in_words() -> None:
    """A share is told with its bounds and its counts; of nothing there is none."""
    assert str(Share(119, 121)) == "98.3 % (94.2 to 99.5), 119 of 121"
    assert str(Share(0, 0)) == "none"


def test_table_keeps_its_cells() -> None:
    """A bar or a line break in a message does not break the table."""
    assert table(["a", "b"], [["x|y", "one\ntwo"]]) == "| a | b |\n| --- | --- |\n| x\\|y | one two |"


def test_chart_is_a_picture() -> None:
    """The chart is well-formed SVG with a line for each name, its title and its key."""
    picture = chart({"found <all>": [(0.0, 1.0), (1.0, 0.5)], "b": [(0.0, 0.0)]}, across="t", up="share", marked=0.8)
    root = ElementTree.fromstring(picture)
    names = [element.text for element in root.iter() if element.text]
    assert len(root.findall("{*}polyline")) == 2
    assert {"share at every t", "found <all>", "b"} <= set(names)


def test_set_is_read(tmp_path: Path) -> None:
    """A line is a sign at its lowest right level, or none with its kind; lines about a plan are left out."""
    lines = [
        '{"text": "a", "level": "emergency", "sign": "A1", "level_ok": ["emergency", "urgent"]}',
        '{"text": "b", "why": "negated"}',
        "",
        '{"text": "c", "policy": "ok"}',
        '{"text": "d"}',
    ]
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert read_sets([path]) == [
        Message("a", "emergency", "urgent", "emergency", "A1", "set.jsonl:1"),
        Message("b", None, "none", "none", "negated", "set.jsonl:2"),
        Message("d", None, "none", "none", "ordinary", "set.jsonl:5"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "set.jsonl:1: no JSON"),
        ("[]", "in braces"),
        ('{"text": "a", "level": "high"}', "there is no level 'high'"),
    ],
)
def test_set_at_fault(tmp_path: Path, line: str, said: str) -> None:
    """A line that cannot be used is named with its file, its number and the way out."""
    path = tmp_path / "set.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(SetError, match=said):
        read_sets([path])


def heard(level: str | None, emergency: float) -> Heard:
    """A message that is so like an emergency, in which the rules saw nothing."""
    message = Message("x", level, "none", "emergency", "x", "x:1")
    return Heard(message, triage("hello"), [Likeness(Alarm(emergency, 0.5, 0.0), False, False, False)])


def test_encoders_are_compared_at_the_same_false_alarms() -> None:
    """The published one has the lowest bar at which it calls no more messages without a sign an emergency."""
    taught = [heard("emergency", 0.9), heard("emergency", 0.8), heard(None, 0.7), heard(None, 0.1)]
    published = [heard("emergency", 0.5), heard("emergency", 0.2), heard(None, 0.4), heard(None, 0.3)]
    shown = beside_published(taught, published, 0.65)
    assert "| taught, in use | 0.65 | 100.0 %" in shown
    assert "| as published | 0.31 | 50.0 %" in shown
