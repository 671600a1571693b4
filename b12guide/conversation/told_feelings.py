"""A feeling that is told by its words: one kind line, before the answer where something is asked."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.kinds import BANTER, CHILDREN, DIARY, FEELINGS, GLAD, REFUSALS, REMINDERS, SMALL_TALK
from b12guide.conversation.state import PLAN
from b12guide.shared import triage
from b12guide.understanding.acts import (
    ASK_TOPIC,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    QUESTION,
    UNSURE,
)

WORDS = Path(__file__).with_name("felt_words.yml")
# From which confidence a topic is surely spoken of beside what is felt.
SURELY_TOLD = 0.8
# Guilt is about something that was done, or not: a topic that was heard at all is that.
BLAMED_FOR = 0.4
# From which share on a wish to die is heard at all: no joy then.
FAINT, CRISIS = 0.4, "crisis"
_GUILT = re.compile(r"\b(?:guilt\w*|blam\w+|fault|let \w+ down|forgot\w*|missed|forgive)\b", re.I)
GRIEF, CARER, ASHAMED = "feel_grief", "feel_carer", "feel_ashamed"
# What takes joy from words of it: they may be meant bitterly.
_BITTER = re.compile(
    r"\b(?:not|no|never|\w+n'?t|but|hold|wait\w*|still|again|another|hours?|ignor\w+|useless|worse|lost|died|pain\w*"
    r"|fed up|sick|tired|cancel\w*|late)\b",
    re.I,
)
# What somebody did that they could not do for long: that it is harmless is known by the words for what they did.
_AT_LAST = re.compile(
    r"\b(?:first time|without (?:\w+ )?(?:stop|rest|break|help|stick|puff)|(?:done|managed) (?:it|that))", re.I
)
# What was not heard as a question or a request.
_NOT_HEARD = frozenset({UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
# What a kind line may stand before.
_ANSWERS = frozenset({ASK_TOPIC, UNSURE, CHILDREN, *REFUSALS})


def tells_loss(text: str) -> bool:
    """Whether a text tells that somebody died."""
    return _patterns()[0][GRIEF].search(text.replace("\u2019", "'")) is not None


def told_feeling(asked: Asked) -> str | None:
    """What somebody tells of what they feel, by its words; of being worn out, where they look after somebody."""
    text = asked.said.text.replace("\u2019", "'")
    felt, cared_for = _patterns()
    if tells_loss(text):
        return GRIEF
    cares = asked.state.for_other or cared_for.search(text)
    told = (kind for kind, words in felt.items() if kind != GLAD and words.search(text) and (kind != CARER or cares))
    return next(told, None)


def tells_joy(asked: Asked) -> bool:
    """Whether a message tells of joy and asks nothing: of what somebody can do again, or of being glad and nothing
    else that was heard."""
    text = asked.said.text.replace("\u2019", "'")
    if asked.said.verdict.signs or asked.kind in (PLAN, DIARY, REMINDERS):
        return False
    words = _patterns()[0][GLAD].search(text) is not None
    if triage(text).expected and (words or _AT_LAST.search(text)):
        return dict(asked.said.act.others).get(CRISIS, 0.0) < FAINT
    faint = asked.kind == ASK_TOPIC and not asked.has(QUESTION) and asked.said.act.confidence < SURELY_TOLD
    return words and _BITTER.search(text) is None and (faint or asked.kind in _NOT_HEARD | BANTER | SMALL_TALK)


def only_told(told: str, asked: Asked) -> bool:
    """Whether a message was heard as no question but as what is `told` by its words."""
    act = asked.said.act
    # Who tells of a loss beside a topic gets the topic too, and whoever surely speaks of one.
    blamed = told == ASHAMED and _GUILT.search(asked.said.text) is not None
    faint = told != GRIEF and not act.values(QUESTION) and act.confidence < (BLAMED_FOR if blamed else SURELY_TOLD)
    return asked.kind in _NOT_HEARD or (asked.kind == ASK_TOPIC and faint)


def with_kind_line(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision, with a kind line before the answer where a loss or exhaustion is told of."""
    if steps[0].kind not in _ANSWERS or any(step.kind in FEELINGS | BANTER for step in steps):
        return steps
    felt = told_feeling(asked)
    return (Step(felt), *steps) if felt is not None and felt in FEELINGS else steps


@lru_cache(maxsize=1)
def _patterns() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str]]:
    words = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    felt = {
        kind: re.compile(rf"(?<!\w)(?:{'|'.join(words[kind])})\b".replace("{who}", words["who"]), re.I)
        for kind in words
        if kind not in ("who", "cared_for")
    }
    return felt, re.compile(rf"\b{words['cared_for']}\b", re.I)
