"""The day that was offered gives its month to a number alone, as long as it is spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.named_day import with_named_day
from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 1, 2)


def _offered() -> Talk:
    chat = Talk(TODAY)
    for text in ("every 12 weeks, last one 10 november 2026", "yes", "they have a slot on 30 march, should i take it?"):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "i had it on the 30th",
        "the nurse gave it to me on the 30th",
        "mine was on the 30th",
        "i will be away on the 30th",
        "i got one on the 30th, is the next still february?",
        "we go on holiday the 30th",
    ],
)
def test_what_was_had_and_a_time_away_are_not_of_the_offer(text: str) -> None:
    """The number alone is of the nearest month."""
    assert with_named_day(text, State.from_json(_offered().kept), TODAY) == text


@pytest.mark.parametrize(
    "text", ["is the 30th too late?", "what if i take the 30th", "i was told to ask, is the 30th ok"]
)
def test_the_day_that_was_offered_is_meant(text: str) -> None:
    """In the turn behind the offer."""
    assert "the 30th of March" in with_named_day(text, State.from_json(_offered().kept), TODAY)


@pytest.mark.parametrize(
    "texts",
    [
        ("when is my next one?", "and the one after that?"),
        ("no, leave it as it is",),
        ("they booked me for 3 february",),
    ],
)
def test_it_is_let_go_of(texts: tuple[str, ...]) -> None:
    """After two turns, at a refusal and at a booking."""
    chat = _offered()
    for text in texts:
        assert chat.say(text, "next" if "?" in text else "read")
    assert with_named_day("is the 30th ok", State.from_json(chat.kept), TODAY) == "is the 30th ok"
