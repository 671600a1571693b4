"""A row of the table: what is felt, then what is asked beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    FEELINGS,
    FELT,
    FORGET_ME,
    GLAD,
    THANKS,
)
from b12guide.conversation.plans import LEAST_BESIDE, asks, heard_topic, question_beside
from b12guide.conversation.state import PLAN
from b12guide.conversation.told_feelings import ASHAMED, only_told, tells_joy, told_feeling
from b12guide.shared import content
from b12guide.understanding.acts import (
    ASK_TOPIC,
    NEAR,
    OFFERED,
    TOPIC,
    UNSURE,
)


def felt(asked: Asked) -> Taken:
    """Somebody is sad, afraid or angry: that is answered first, then what is asked beside it."""
    felt = [part.act.kind for part in asked.said.parts if part.act.kind in FEELINGS]
    felt += [asked.kind] if asked.kind in FEELINGS else []
    told = told_feeling(asked)
    if told is None and not felt and not _asks_inside(asked.said.text) and tells_joy(asked):
        return (Step(THANKS, ((FELT, GLAD),)),)
    if not (felt or told) or asked.kind in (PLAN, FORGET_ME):
        return None
    if told is not None and not felt and not _asks_inside(asked.said.text) and only_told(told, asked):
        return (Step(told),)
    question = question_beside(asked, ()) or _asked_beside_feeling(asked) or _blames_for(asked, [*felt, told])
    if not felt:
        return (Step(told), question) if told in FEELINGS and told is not None and question is not None else None
    return (Step(felt[0]), question) if question is not None else (Step(felt[0]),)


def _blames_for(asked: Asked, felt: Sequence[str | None]) -> Step | None:
    """What somebody blames themselves for, where a topic is nearly as likely as the feeling: an injection that was
    forgotten gets its answer behind the kind sentence."""
    act, every = asked.said.act, content().questions
    near = [every[one] for one in act.values(NEAR)[:1] if one in every] if ASHAMED in felt else []
    told = [one for one in near if dict(act.others).get(one.topic, 0.0) >= LEAST_BESIDE]
    return Step(ASK_TOPIC, ((TOPIC, told[0].topic),)) if told else None


def _asks_inside(text: str) -> bool:
    """Whether any clause of a text has the form of a question."""
    return text.rstrip().endswith("?") or any(map(asks, re.split(r"(?<=[?])|[.!,;\n]+", text)))


def _asked_beside_feeling(asked: Asked) -> Step | None:
    """What somebody asks who tells of a feeling and asks "what do I do?": what they told of; else what may be meant is
    offered. None where nothing is asked."""
    act, parts = asked.said.act, asked.said.parts
    if not any(asks(part.text) for part in parts):
        return None
    told = [pair for part in parts if heard_topic(part.act) for pair in part.act.details]
    if told:
        return Step(ASK_TOPIC, tuple(dict.fromkeys(told)))
    offered = act.kind == UNSURE and (act.values(OFFERED) or act.values(NEAR))
    return Step(UNSURE, act.details) if offered else None
