"""Which runs of a message are heard by themselves: what tells of nothing is left out, what speaks of a sign never."""

from __future__ import annotations

import pytest

from b12guide.understanding.sentences import Said
from b12guide.understanding.surroundings import MOST_OF_RUNS, MOST_RUNS, as_asked, runs

BAR = 0.27


@pytest.mark.parametrize(
    ("text", "alarms", "found"),
    [
        ("my legs feel odd", [0.6], []),
        ("my legs feel odd Thanks in advance.", [0.5], ["my legs feel odd"]),
        ("hi, my legs feel odd, is it the b12?", [0.5], ["my legs feel odd"]),
        ("I live in Leeds. My legs feel odd.", [0.4, 0.1, 0.6], ["My legs feel odd."]),
        (
            "I live in Leeds. My legs feel odd. They fold. The room was warm.",
            [0.4, 0.1, 0.6, 0.6, 0.1],
            [
                "My legs feel odd. They fold.",
                "I live in Leeds. My legs feel odd. They fold.",
                "My legs feel odd. They fold. The room was warm.",
            ],
        ),
        ("My legs felt odd. It has gone now.", [0.4, 0.6, 0.1], []),
        ("My gran had it. That was in 1990.", [0.4, 0.6, 0.1], []),
        (
            "My foot tingles in bed. The left arm hangs down, is it the b12?",
            [0.5, 0.5, 0.6],
            ["The left arm hangs down", "My foot tingles in bed. The left arm hangs down"],
        ),
        ("can't. feel. my. feet.", [0.4, 0.3, 0.3, 0.3, 0.3], ["can't feel my feet"]),
        ("thanks, that is all", [0.01], []),
    ],
)
def test_what_is_heard_by_itself(text: str, alarms: list[float], found: list[str]) -> None:
    """Courtesies in a sentence and around it, and calm sentences at both ends, are left out, one more at a time."""
    assert runs(Said.of(text), alarms, BAR) == found


def test_few_runs_are_heard() -> None:
    """However many calm sentences stand around a sign, few runs are made, and none of a long message."""
    calm = "The nurse was kind. "
    said = Said.of(f"{calm * 5}My legs feel odd. {calm * 5}")
    assert len(runs(said, [0.5, *[0.1] * 5, 0.6, *[0.1] * 5], BAR)) <= MOST_RUNS
    assert sum(map(len, runs(said, [0.5, *[0.1] * 5, 0.6, *[0.1] * 5], BAR))) <= MOST_OF_RUNS * 8
    long = Said.of(f"My legs feel odd. {calm * 60}")
    assert runs(long, [0.5] * (1 + len(long.sentences)), BAR) == []


@pytest.mark.parametrize(
    ("run", "readings"),
    [
        ("I fainted out of the blue", ("I fainted out of the blue", "I fainted out of the blue?")),
        ("My lips are fat.", ("My lips are fat.", "My lips are fat?")),
        ("My lips are fat?", ("My lips are fat?",)),
        ("Do my lips swell? No.", ("Do my lips swell? No.",)),
        ("I nearly had a heart attack when I saw the bill", ("I nearly had a heart attack when I saw the bill",)),
        ("Grandad had a stroke in 1988.", ("Grandad had a stroke in 1988.",)),
    ],
)
def test_what_is_asked_beside_a_run_is_asked_of_it(run: str, readings: tuple[str, ...]) -> None:
    """As it stands and as a question, once where it is one; a tale of long ago and a figure of speech are none."""
    assert as_asked(run) == readings
