"""A date that answers the question which day it was, with a few words around it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.moves_chat import WORDING, Talk

TODAY = date(2027, 5, 14)  # a Friday


def _asked(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


def _answer(chat: Talk, text: str) -> str | None:
    """The first line of the answer, where the message was understood as nothing by itself."""
    chat.outcome = dialogue.turn(
        chat.kept, text, request=None, moves=dialogue.moves(chat.kept, text, who=dialogue.Who(TODAY, "GB")),
        who=dialogue.Who(TODAY, "GB", "Europe/London"), wording=WORDING, new_key=lambda: "key",
    )  # fmt: skip
    chat.kept = chat.outcome.state if chat.outcome else chat.kept
    return chat.outcome.bubbles[0].split("\n")[0] if chat.outcome else None


@pytest.mark.parametrize(
    "text",
    [
        "as I told you, 27 April",
        "27 april, it says so on the fridge",
        "Tuesday the 27th of April, of course!",
        "honestly - 27 april",
        "the twenty seventh of april dear, obviously",
        "she had it on the 27th of April, I drove her there",
    ],
)
def test_a_date_with_words_around_it_is_the_answer(text: str) -> None:
    """What was asked for stands there plainly, in a part of its own."""
    assert _answer(_asked("every 6 weeks"), text) == "Every 6 weeks. The last one was on Tuesday 27 April 2027."


@pytest.mark.parametrize("text", ["started this monday, dreading it", "began on monday and it really stung me"])
def test_the_day_on_which_they_began_is_the_answer(text: str) -> None:
    """The first date was asked for as well."""
    chat = _asked("every 2 days for 2 weeks")
    assert _answer(chat, text) is not None
    assert chat.kept is not None
    assert (chat.kept["anchor"] or {}).get("kind") == "first"


@pytest.mark.parametrize(
    "text",
    [
        "is 27 april any good?",
        "my birthday is 27 april, by the way",
        "I saw the dentist on 27 april and he was rude",
        "27 april or 28 april, who knows",
        "I felt awful from 27 april on",
    ],
)
def test_a_date_of_something_else_is_no_answer(text: str) -> None:
    """No plan is counted from it."""
    chat = _asked("every 6 weeks")
    _answer(chat, text)
    assert chat.kept is not None
    assert chat.kept["anchor"] is None


def test_no_with_the_booked_day_is_no_yes() -> None:
    """Whether the one that was booked was had is asked once more."""
    chat = _asked("every 6 weeks, last one was 24 march. booked for 5 may")
    said = chat.say("no, 5 may")
    assert "Did you have it?" in " ".join(said)
    assert chat.dates == []


@pytest.mark.parametrize(("text", "following"), [("no, 6 may", "2027-06-17"), ("5 may, all done", "2027-06-16")])
def test_the_day_on_which_it_was_had_still_counts(text: str, following: str) -> None:
    """Another day behind a no is that of the dose."""
    chat = _asked("every 6 weeks, last one was 24 march. booked for 5 may", text)
    assert chat.dates[0] == following
