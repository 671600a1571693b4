"""Rows of the table: spots like acne that are told as a disaster, or that an urgent card was given for. Who names them,
and tells of nothing that goes with a reaction, has the answer to that; a card that rested on likeness alone is over."""

from __future__ import annotations

import re

from b12guide.conversation.advice_told import names_none
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import NOT_MEANT
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.state import PLAN, Warned
from b12guide.shared import content
from b12guide.understanding.acts import NEAR, QUESTION
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import GENERAL_CARD, OTHER_SUFFIX

CAUSE, LEAVE_OUT, HOW_LONG, ABOUT = "acne_from_b12", "acne_skip_next", "acne_how_long", "acne"
_PLACE = r"(?:face|chin|forehead|jaw(?:line)?|cheeks?|nose|back|shoulders|skin)"
_ACNE = r"(?:acne|zits?|pimpl(?:es?|y)|blackheads?|whiteheads?|break-?outs?|spotty|blemish(?:es)?)"
# "Breaking me out"; not in hives, nor of a thing or a fight.
_BREAKS_OUT = (
    r"(?:br(?:ea|o)k(?:e|en|ing|s)? (?:me|us|my (?:\w+ )?" + _PLACE + r") out"
    r"|" + _PLACE + r" (?:\w+ ){0,3}br(?:ea|o)k(?:e|en|ing|s)? out"
    r"|(?:making|makes|made) me break out)(?! in (?!spots|zits|pimples|acne))"
)
_NAMED = re.compile(
    rf"\b(?:{_ACNE}|{_BREAKS_OUT}|spots (?:\w+ ){{0,3}}(?:my |the )?{_PLACE}"
    rf"|{_PLACE} (?:\w+ ){{0,4}}(?:in |of |with )?spots)\b",
    re.I,
)
# What they are, said for certain: "it is only spots", "literally just zits".
_ONLY = re.compile(
    rf"\b(?:just|only|literally|plain|ordinary|normal|nothing but) (?:\w+ ){{0,2}}?(?:spots|{_ACNE})\b", re.I
)
_SPOTS = re.compile(rf"\b(?:spots|{_ACNE})\b", re.I)
_SIGN = (
    r"(?:itch\w*|swell\w*|swollen|puff(?:y|ed|iness)|rash(?:es)?|hives|welts|wheez\w*|fever|temperature|pain(?:ful)?"
    r"|sore|hot|trouble breathing|breathing (?:trouble|problems?))"
)
_DENIED = re.compile(
    rf"\b(?:no|not|never|without|nor|neither|isn'?t|aren'?t|(?:do|does)(?:n'?t| not))(?: (?:any|even|at all|it|they|is"
    rf"|are|really|feel)){{0,3}} {_SIGN}(?:(?: or| and|,)(?: (?:no|not|any)){{0,2}} {_SIGN}){{0,4}}",
    re.I,
)
# What goes with a reaction, an infection or another illness, or with a mood; and that it came at once.
_MORE = re.compile(
    rf"\b(?:{_SIGN}|wheals?|nettle\w*|breath\w*|throat|lips?|tongue|mouth|eyes?|eyelids?|blotch\w*|patch\w*|burn\w*"
    r"|sting\w*|stung|hurts?|blister\w*|peel\w*|bleed\w*|blood|purple|bruis\w*|spread\w*|pus|ooz\w*|faint\w*|dizz\w*"
    r"|sick|vomit\w*|chest|heart|numb\w*|tingl\w*|weak\w*|flush\w*|red|all over|everywhere|minutes?|hours?|within"
    r"|(?:right|straight|just|soon|immediately) after|suddenly|sudden|at once|hate|kill\w*|suicid\w*|depress\w*"
    r"|hopeless|cannot go on|can'?t (?:go on|cope|bear)|pregnan\w*|bab(?:y|ies)|toddler|child|kids?|son|daughter"
    r"|boy|girl|he|she|his|her)\b",
    re.I,
)
_LEAVES_OUT = re.compile(
    r"\b(?:skip|miss|leave (?:out|off)|put off|stop|cancel|give up|quit|delay)\b|\bleave \w+ (?:\w+ )?out\b", re.I
)
_LASTS = re.compile(
    r"\bhow long\b|\b(?:go|clear|fade|settle)s?\b[^.!?]{0,12}\b(?:away|up|down|itself|themselves)\b", re.I
)
_WHY = re.compile(
    r"\b(?:is|was|are|can|could|do|does|did|might) (?:\w+ ){0,3}?(?:b-?12|shots?|jabs?|jags?|injections?|it|that"
    r"|they)\b",
    re.I,
)


def spots_told(asked: Asked) -> Taken:
    """Spots are told or asked of so that it only sounds urgent, and nothing stands: what is known of them."""
    state, verdict, text = asked.state, asked.said.verdict, _plain(asked)
    if state.warned is not None or not (names_none(verdict) or (verdict.asks_first and not verdict.signs)):
        return None
    if not _may_be(asked) or not _NAMED.search(text) or _more(text):
        return None
    return _answer(asked, text)


def spots_explained(asked: Asked) -> Taken:
    """After a card that rested on likeness alone, spots are named for certain, or a reaction is denied beside them: it
    is over, and what is asked is answered."""
    warned, verdict, text = asked.state.warned, asked.said.verdict, _plain(asked)
    if warned is None or not _rests_on_likeness(warned) or not _may_be(asked):
        return None
    if verdict.signs and any(not sign.startswith("C") for sign in verdict.signs):
        return None
    if verdict.warns and not names_none(verdict):
        return None
    certain = _ONLY.search(text) is not None or (_SPOTS.search(text) is not None and _DENIED.search(text) is not None)
    if not certain or _more(text):
        return None
    asking = [part for part in sentences(text) if asks(part) or part.rstrip().endswith("?") or _LEAVES_OUT.search(part)]
    return (Step(NOT_MEANT), *((_answer(asked, " ".join(asking)) or ()) if asking else ()))


def _rests_on_likeness(warned: Warned) -> bool:
    """Whether no rule knows a sign in what was heard, and none of a mood, a child or a dose was."""
    cards = {card.removesuffix(OTHER_SUFFIX) for card in warned.cards}
    return cards == {GENERAL_CARD} and not warned.warning_signs and warned.emergency is None


def _may_be(asked: Asked) -> bool:
    """Whether an adult tells of themselves, and nothing that comes first stands."""
    state = asked.state
    if state.standing is not None or asked.said.excerpt or state.child_writes or asked.about.child or state.for_other:
        return False
    return state.awaiting in (None, PLAN) and asked.said.verdict.person == "self"


def _more(text: str) -> bool:
    """Whether a text tells of anything but spots that it does not deny."""
    return _MORE.search(_DENIED.sub(" ", text)) is not None


def _answer(asked: Asked, text: str) -> Taken:
    every = content().questions
    heard = [every[one] for name in (QUESTION, NEAR) for one in asked.said.act.values(name) if one in every]
    of_spots = next((one for one in heard if one.about == ABOUT), None)
    if _LEAVES_OUT.search(text):
        return asks_of([every[LEAVE_OUT]])
    if _LASTS.search(text):
        return asks_of([every[HOW_LONG]])
    return asks_of([every[CAUSE] if of_spots is None or _WHY.search(text) else of_spots])


def _plain(asked: Asked) -> str:
    return asked.said.text.replace("\u2019", "'")
