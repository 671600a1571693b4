"""What is asked of nothing that it names, where the message tells of one thing before: "Cobalt allergy here. Can I have
B12 injections, and what would they check?"."""

from __future__ import annotations

from collections.abc import Sequence

from b12guide.content import Question
from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.conversation.leaning import asks_of
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, BESIDE, QUESTION

# Below which confidence what was heard gives way to what is asked of the thing.
SURE = 0.75
# Of a message with more things than these it is not known of which it asks.
MOST_THINGS = 3


def of_told_thing(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps, in which an answer that is not sure, and about no thing that the message names, gives way to what it
    asks of the thing that it tells of first."""
    said, every = asked.said, content().questions
    if len(steps) != 1 or steps[0].kind != ASK_TOPIC or asked.kind != ASK_TOPIC or said.verdict.warns:
        return steps
    if said.act.confidence >= SURE or not said.asks or asked.state.awaiting is not None:
        return steps
    told = [one for one in named_in(said.text.replace(said.asks, " ")) if one not in INJECTIONS]
    found = [every[one] for one in steps[0].values(QUESTION) if one in every]
    if not told or len(told) > MOST_THINGS or set(named_in(said.asks)) - INJECTIONS:
        return steps
    if found and (not said.act.values(BESIDE) or _words_of(told) & _words_of([one.about for one in found])):
        return steps
    near = _of_each(asked, told[0])
    return asks_of(near) or steps


def _words_of(things: Sequence[str]) -> set[str]:
    return {word for thing in things for word in thing.split("_")}


def _of_each(asked: Asked, thing: str) -> list[Question]:
    """For each question of a message the one about `thing` that it is nearest to."""
    every = content().questions
    near: list[Question] = []
    for words in asked.said.questions or (asked.said.asks,):
        likely = [every[one] for one in asked.said.alone(words).of_thing(thing) if one in every]
        near += [one for one in likely if one.about == thing][:1]
    return list(dict.fromkeys(near))
