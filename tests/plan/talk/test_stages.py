"""A part that is told after another one is added, takes its place, or is asked about: none is lost without a word."""

from __future__ import annotations

import pytest

from tests.plan.talk.moves_chat import Talk, talk

ASKED = (
    'You now say "every week for 4 injections". Does that come after "every other day for 2 weeks", or in its place?'
)
FIRST = "every other day for 2 weeks starting 9 march"


def _parts(chat: Talk) -> list[tuple[int, str, int | None]]:
    """The gap, its unit and the number of each part."""
    assert chat.kept is not None
    return [(part["period"], part["unit"], part["count"]) for part in chat.kept["phases"]]


@pytest.mark.parametrize("before", [(), ("yes",)])
def test_where_a_second_part_goes_is_asked(before: tuple[str, ...]) -> None:
    """Nothing says whether it follows: both are offered."""
    chat = talk(FIRST, *before)
    assert chat.say("weekly for 4 injections") == [ASKED]
    assert chat.outcome is not None
    assert chat.outcome.buttons == ("After it", "In its place")


@pytest.mark.parametrize(
    "answer", ["After it", "it comes after", "that's on top of those", "both", "once they're finished", "then yes"]
)
def test_after_the_first_part(answer: str) -> None:
    """Both are kept, the second counted from the end of the first."""
    chat = talk(FIRST, "weekly for 4 injections")
    said = chat.say(answer)
    assert _parts(chat) == [(2, "d", None), (1, "wk", 4)]
    assert any("Saturday 28 March, Saturday 4, Saturday 11 and Saturday 18 April 2026" in line for line in said)


@pytest.mark.parametrize("answer", ["In its place", "instead", "no it replaces it", "forget the other one"])
def test_in_the_place_of_the_first_part(answer: str) -> None:
    """The second one alone is kept."""
    chat = talk(FIRST, "weekly for 4 injections")
    chat.say(answer)
    assert _parts(chat) == [(1, "wk", 4)]


def test_every_further_part_is_added() -> None:
    """ "Then" adds to what is known, however many parts that has."""
    chat = talk("daily for 5 days starting 9 march", "then weekly for 4 weeks", "and monthly after that")
    assert _parts(chat) == [(1, "d", None), (1, "wk", None), (1, "mo", None)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("sorry weekly for 4", (1, "wk", 4)),
        ("no, every other day", (2, "d", 6)),
        ("it's actually every 2 weeks", (2, "wk", 6)),
    ],
)
def test_what_is_put_right_is_not_added(text: str, part: tuple[int, str, int]) -> None:
    """ "No" and its like put right how often, and leave how many."""
    chat = talk("weekly for 6, first 9 march", text)
    assert _parts(chat) == [part]
