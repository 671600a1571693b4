"""The row of the table for a message that as a whole is about nothing we know, while its sentences are."""

from __future__ import annotations

from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.leaning import asks_of
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, NEAR, NEIGHBOUR, NOT_UNDERSTOOD, OUT_OF_SCOPE, TOPIC

# From which confidence a sentence by itself tells what a message is about.
_SURE_OF_PART = 0.6


def by_sentences(asked: Asked) -> Taken:
    """Who tells of what they have in mind and then asks ("I would like to give mum hers. Who trains me?") is asking of
    that: the question that lies nearest, where a sentence is surely of its topic."""
    act, every = asked.said.act, content().questions
    if asked.kind not in (OUT_OF_SCOPE, NOT_UNDERSTOOD) or asked.has(NEIGHBOUR) or asked.said.verdict.warns:
        return None
    sure = [
        part.act for part in asked.said.parts if part.act.kind == ASK_TOPIC and part.act.confidence >= _SURE_OF_PART
    ]
    topics = {topic for one in sure for topic in one.values(TOPIC)}
    near = [every[one] for one in act.values(NEAR) if one in every and every[one].topic in topics]
    return asks_of(near[:1])
