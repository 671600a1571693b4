"""A row of the table: whom to call in the country where somebody says that they are."""

from __future__ import annotations

from b12guide.conversation.country_names import asks_whom, country_told
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ABOUT, EMERGENCY, URGENT

# What is said to who asks for the numbers.
NUMBERS, TALK = "numbers", "talk_to_person"


def whom_to_call(asked: Asked) -> Taken:
    """Whom to call in the country that is told in the same message, where no warning stands."""
    state, said = asked.state, asked.said
    if state.standing is not None or state.warned is not None or said.excerpt:
        return None
    if said.verdict.warns and said.verdict.level in (EMERGENCY, URGENT):
        return None
    there = country_told(said.text) or state.country
    return (Step(TALK, ((ABOUT, NUMBERS),)),) if there and asks_whom(said.text) else None
