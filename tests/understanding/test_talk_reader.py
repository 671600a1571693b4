"""What the encoder of plans was taught: what a message does to a plan, and which of its words say so."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.layers import as_written, in_few_bytes
from b12guide.understanding.talk import TalkReader, shared_talk_reader
from tests.conftest import ROOT
from tune.talk import Talk as Marked
from tune.talk import marked, read

FOLDER = ROOT / "build" / "encoder"
SETS = Path(__file__).parent / "sets"


@pytest.fixture(scope="module")
def reader() -> TalkReader:
    return shared_talk_reader(FOLDER)


@pytest.mark.parametrize(
    ("text", "tag", "words"),
    [
        ("every 12 weeks, last one was on 5 January", "every", "every 12 weeks"),
        ("every 12 weeks, last one was on 5 January", "last", "5 January"),
        ("they have fitted me in on Tuesday the 8th", "booked", "Tuesday the 8th"),
        ("my flu jab is on 3 October, the b12 is every 8 weeks", "other", "3 October"),
        ("not the 12th, the 19th", "not", "the 12th"),
    ],
)
def test_parts_of_a_plan_are_heard(reader: TalkReader, text: str, tag: str, words: str) -> None:
    """A day or a gap, and of what it is one."""
    talk = reader.read(text)
    assert words in [talk.words(span) for span in talk.of(tag)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("yep that is right", "yes"),
        ("when is my next one", "ask_next"),
        ("can you put it on my phone", "ask_calendar"),
        ("they cancelled it on me", "tells_missed"),
        ("how long until i feel better", "question"),
    ],
)
def test_what_a_message_does_is_heard(reader: TalkReader, text: str, act: str) -> None:
    """The act that is surely there."""
    assert reader.read(text).share(act) > 0.5


def test_share_of_parts_and_acts(reader: TalkReader) -> None:
    """On messages that somebody else wrote, of which none was taught."""
    lines = list(read(SETS / "talk"))
    right = spans = acts = heard_acts = found_acts = 0
    for one in lines:
        talk = reader.read(one.text)
        found = {(span.start, span.end, span.tag) for span in talk.spans}
        right += found == set(one.spans)
        said = {act for act, share in talk.acts if share >= 0.5}
        acts += len(said & set(one.acts))
        heard_acts, found_acts, spans = heard_acts + len(said), found_acts + len(one.acts), spans + len(one.spans)
    assert right / len(lines) > 0.75
    assert 2 * acts / (heard_acts + found_acts) > 0.8


def test_no_line_that_is_measured_was_taught() -> None:
    """The messages of the set stand in no lesson."""
    taught = {one.text.lower() for one in read(ROOT / "tune" / "talk")}
    assert not taught & {one.text.lower() for one in read(SETS / "talk")}


def test_marks_are_spans() -> None:
    """The text stands without its marks, and each span is where its words are."""
    assert marked("had it [last:5 May], [every:weekly]") == (
        "had it 5 May, weekly", ((7, 12, "last"), (14, 20, "every")),
    )  # fmt: skip


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    """The file and the number of the line stand in the error."""
    (tmp_path / "one.jsonl").write_text('{"t": "fine", "a": []}\n{"t": "[last:open", "a": []}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.jsonl:2: a mark is not closed"):
        list(read(tmp_path))
    (tmp_path / "one.jsonl").write_text(json.dumps({"t": "no acts"}), encoding="utf-8")
    with pytest.raises(ValueError, match=r'one\.jsonl:1: no object with "t" and "a"'):
        list(read(tmp_path))


def test_few_bytes_come_near() -> None:
    """A matrix comes back to a hundredth of its largest number, everything else to float16."""
    weights = {"a": np.linspace(-1, 3, 12, dtype=np.float32).reshape(3, 4), "b": np.array([1.5], np.float32)}
    again = as_written(in_few_bytes(weights))
    assert np.abs(again["a"] - weights["a"]).max() < 0.03
    assert again["b"].tolist() == [1.5]


def test_talk_has_its_parts() -> None:
    """One message as it is written down."""
    one = next(iter(read(SETS / "talk")))
    assert isinstance(one, Marked)
    assert all(one.text[start:end].strip() for start, end, _ in one.spans)
