"""A row of the table: what was only like a sign was said of a thing, an animal or a film. The warning is over, and what
was asked before it is answered. The question whether something is new or worse is answered by "just an expression" too,
as by a no: a card is not, since whoever can hardly bear it says the same.

Only where no rule knows a sign in what was heard, and nothing of the body, of a mood or of living was; and only where
the message says that and asks something, and no word more.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ABOUT, NOT_MEANT, NOTHING_NEW, REPAIR
from b12guide.conversation.state import BODY, NEW_OR_WORSE, Warned
from b12guide.conversation.what_else import what_else
from b12guide.understanding.acts import NOT_UNDERSTOOD, NOT_WHOLE, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, UNSURE
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import GENERAL_CARD, NONE, OTHER_SUFFIX

# What the step carries: that words were taken the wrong way.
SPOKEN = "way_of_speaking"
# Whatever names living, a mood, people or what is felt: then it is no matter of words.
_OF_ONESELF = re.compile(
    r"\b(?:die|died|dies|dying|dead|deaths?|suicid\w*|kill\w*|end|ends|ending|disappear\w*|vanish\w*|pointless|point"
    r"|burden\w*|better off|alive|living|live|life|here|any ?more|giv(?:e|ing)|gave|hopeless\w*|worthless|over|goodbye"
    r"|goodnight|harm\w*|hurt\w*|hollow|empty|sad|alone|lonely|cry\w*|tears|trapped|desperate|broken|cope|coping|face"
    r"|exist\w*|miss|out|enough|hate|join\w*|stockpil\w*|letters?|lights?|cutting|cuts?|jump\w*|peace|tomorrow|sleep\w*"
    r"|low|down|dark|flat|feel\w*|felt|band|stars?|tunnel|see|seeing|seen)\b",
    re.I,
)
_THINGS = (
    r"(?:car|van|bus|train|bike|lorry|truck|boat|caravan|tractor|engine|exhaust|tyres?|laptop|computer|phone|mobile"
    r"|tablet computer|printer|router|wi-?fi|boiler|fridge|freezer|oven|washing machine|dishwasher|hoover|kettle|tv"
    r"|telly|television|film|movie|book|novel|series|show|soap|song|lyrics|game|play|podcast|football|match|team|dog"
    r"|puppy|cat|kitten|hamster|horse|pony|rabbit|goldfish|budgie|parrot|hens?|chickens?|goat|tortoise|plants?|roses?"
    r"|lawn|garden|allotment|house|kitchen|roof|ceiling|shed|tax return|exam|journey|trip|holiday)"
)
_WHOSE = r"(?:the|my|our|a|an|that|his|her|their) (?:(?:old|new|poor|stupid|silly|bloody|daft) )?"
_OF_A_THING = re.compile(
    rf"(?:i (?:just |only |really |actually )?(?:meant|mean)|(?:i was|i'm|i am) (?:just |only )?"
    r"(?:talking|writing|joking) about"
    rf"|(?:it|that|this)(?:'s| is| was)(?: only| just)?(?: about| from| in)?) {_WHOSE}(?:\w+ )?{_THINGS}"
    r"(?:,? not (?:me|myself))?",
    re.I,
)
_SAYING = re.compile(
    r"(?:(?:it|that|this)(?:'s| is| was) )?(?:just |only )?(?:a |an )?"
    r"(?:(?:figure|turn) of (?:speech|phrase)|(?:way|manner) of (?:speaking|talking)|saying|expression|idiom|metaphor)",
    re.I,
)
# What may stand beside it.
_COURTESY = re.compile(
    r"(?:no|nope|oh|ah|sorry|haha|lol|thanks|thank you|ta|please|well|so|and|but|anyway|ok|okay|right|silly me)\b"
    r"[\s,.!]{0,3}",
    re.I,
)
# What says nothing of what is asked: then it is what was asked before.
_NO_ANSWER = frozenset({UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, *REPAIR})


def way_of_speaking(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The warning is over, and what the message asks is answered, else what was asked before it.

    Args: decided: who takes that.
    """
    state, said = asked.state, asked.said
    warned, waits = state.warned, state.awaiting == NEW_OR_WORSE
    if state.standing is not None or asked.has(NOT_WHOLE) or said.excerpt or not (waits or warned):
        return None
    if warned is not None and not only_like_a_sign(warned):
        return None
    heard = [*([state.sounded] if waits else []), *(warned.heard if warned is not None else [])]
    if any(BODY.search(words) or _OF_ONESELF.search(words) for words in heard):
        return None
    rest = said_otherwise(said.text, saying=waits and warned is None)
    if rest is None or (rest and asked.said.alone(rest).verdict.level != NONE) or said.verdict.signs:
        return None
    first = Step(NOT_MEANT, ((ABOUT, SPOKEN),)) if warned is not None else Step(NOTHING_NEW)
    then = what_else(asked, rest, decided)
    if all(step.kind in _NO_ANSWER for step in then):
        then = what_else(asked, state.asked_under, decided)
    return (first, *then)


def only_like_a_sign(warned: Warned) -> bool:
    """Whether a warning rests on likeness alone: no rule knows a sign in it, and it came of no injection."""
    cards = {card.removesuffix(OTHER_SUFFIX) for card in warned.cards}
    named = bool(warned.warning_signs) or warned.emergency is not None or warned.after_injection
    return bool(warned.heard) and cards == {GENERAL_CARD} and not named


def said_otherwise(text: str, *, saying: bool) -> str | None:
    """What a text asks beside that the words were of a thing, an animal or a film, or, where that is enough (`saying`),
    that they were an expression; None where it does not say so, or tells anything more."""
    told, rest = False, []
    for sentence in sentences(text.replace("’", "'")):
        if asks(sentence) or sentence.rstrip().endswith("?"):
            rest.append(sentence)
            continue
        left = sentence.strip(" .,!;:)(-–")
        for _ in range(4):
            left = _COURTESY.sub("", left, count=1) if _COURTESY.match(left) else left
        left = left.strip(" .,!;:")
        if not left:
            continue
        if _OF_A_THING.fullmatch(left) is None and not (saying and _SAYING.fullmatch(left)):
            return None
        told = True
    return " ".join(rest).strip() if told else None
