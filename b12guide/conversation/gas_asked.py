"""A row of the table: whether B12 undoes laughing gas, asked with no sign told. It is answered first; where the use is
a sign by itself, the card stands behind the answer as it is."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import CARD, URGENT, WARNING_STANDS
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.state import PLAN
from b12guide.shared import content, triage
from b12guide.understanding.acts import QUESTION

ANSWER, GAS_CARDS, ROW = "tablets_against_gas", frozenset({"gas", "gas_other"}), "B12"
_B12 = re.compile(r"\b(?:vitamins?(?: b-?12)?|vit b-?12|b-?12(?: vitamins?)?|supplements?|cobalamin)\b", re.I)
_TAKEN = re.compile(
    r"\b(?:b-?12|vitamins?|supplements?|cobalamin|gumm(?:y|ies)|tablets?|tabs?|pills?|jabs?|injections?)\b", re.I
)
_GAS = re.compile(
    r"\b(?:laughing gas|nitrous|nos|noz|balloons?|nangs?|whipp?[ei]ts?|canisters?|cream chargers?|smart ?whips?"
    r"|galaxy gas|hippy crack|the gas|bulbs?)\b",
    re.I,
)
_UNDOES = re.compile(
    r"\b(?:cancel(?:s|led)?|makes? up for|undo(?:es)?|fix(?:es)?|reverses?|protects?|cover(?:s|ed)?|offsets?"
    r"|balanc(?:e|es|ed)|counter(?:s|acts?)?|cures?|helps?|sorts?|saves?|keeps? (?:me|you|us) safe|safe"
    r"|stops? (?:the |it |any )?(?:damage|harm)|neutrali[sz]es?|enough|repairs?|wipes? out|ok(?:ay)?|works?|against"
    r"|do (?:anything|the trick))\b",
    re.I,
)
# Gas that is given with care is no use of it: nobody is told to stop.
_GIVEN = re.compile(
    r"\b(?:dent(?:ist\w{0,2}|al)|orthodont\w{1,4}|hygienist|surgeons?|surgery|midwi(?:fe|ves)|hospital|doctors?|gp|nurses?"
    r"|an(?:a?e)sthet\w{1,4}|labou?r|birth|deliver\w{1,3}|contractions|pregnan\w{1,3}|tooth|teeth|filling|extraction"
    r"|crown|operat\w{1,4}|op|theatre|ward|procedure|sedat\w{1,4}|clinic|paramedics?|ambulance|a ?& ?e|gas and air"
    r"|entonox|colonoscopy|biopsy|scan|fracture|broke)\b",
    re.I,
)
_ASKS = re.compile(
    r"\?|\b(?:do|does|can|could|will|would|is|are|should|if) (?:\w+ ){0,3}?"
    r"(?:b-?12|vit\w*|supplements?|tablets?|tabs?|pills?|jabs?|injections?|gumm\w+|taking|i|you|it)\b",
    re.I,
)


def of_gas_alone(asked: Asked) -> Taken:
    """The answer, and the card where the rules see the use of the gas as one, and no sign beside it."""
    verdict = asked.said.verdict
    if not _asks_it(asked):
        return None
    if not verdict.warns:
        return asks_of([content().questions[ANSWER]])
    alone = verdict.level == URGENT and verdict.why == "rules" and set(verdict.signs) == {ROW}
    if not alone or not {*verdict.cards} <= GAS_CARDS or _tells_sign(asked.said.text):
        return None
    return (Step(WARNING_STANDS, ((QUESTION, ANSWER), *((CARD, card) for card in verdict.cards))),)


def _tells_sign(text: str) -> bool:
    """Whether a sign is told: what rests on the gas and "B12" alone is none without that word."""
    found = triage(_B12.sub(" ", text))
    return found.level != "none" or bool(found.signs)


def _asks_it(asked: Asked) -> bool:
    state, said, text = asked.state, asked.said, asked.said.text.replace("\u2019", "'")
    if said.excerpt or said.verdict.asks_first or state.standing is not None or state.warned is not None:
        return False
    if state.child_writes or state.awaiting not in (None, PLAN):
        return False
    if _GIVEN.search(text):
        return False
    return all(words.search(text) for words in (_GAS, _TAKEN, _UNDOES, _ASKS))
