"""Rows of the table: what is asked in a talk of injecting at home: where used needles go, why no size and no place is
named, who teaches it."""

from __future__ import annotations

import re

from b12guide.conversation.asked_after import may_ask, plain_of, says
from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.numb_feet import free
from b12guide.shared import content
from b12guide.understanding.acts import QUESTION
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences

# What is said where no question of content/ has it (`content/repair.yml`).
WITHHELD, OWN_BIN = "withheld", "own_bin"
LONGEST = 30
_AT_HOME, _TRAINING, _NEEDLES_GO = "self_injection", "who_trains_me_to_inject", "getting_rid_of_needles"
_SIZE_ASKED, _PLACE_ASKED = "needle_size", "where_to_inject_it_myself"
_TAUGHT = re.compile(
    r"\b(?:taught|trained|shown how|show me how|learn(?:t|ed|ing)?|teach(?:es)?|training|lessons?)\b", re.I
)
_NOT_TOLD = re.compile(
    r"\bwhy\b[^.?!\n]{0,24}\b(?:not|won'?t|wont|can'?t|cant|cannot|will not|don'?t|dont|refus\w+|never)\b[^.?!\n]{0,24}"
    r"\b(?:tell|say|give|name|answer|pick|share)\b"
    r"|\byou (?:still |just )?(?:won'?t|wont|can'?t|cant|refuse to|will not|are not|aren'?t|never)(?: \w+){0,2}? "
    r"(?:tell|say|give|name|saying|telling|answer|pick)\b",
    re.I,
)
_SIZE = re.compile(
    r"\b\d{2} ?(?:g|gauge)\b|\bgauges?\b|\binch(?:es)?\b|\b\d{1,2} ?mm\b|\bneedle (?:size|length)"
    r"|\bsize (?:of )?needle",
    re.I,
)
_ASKED_SIZE = re.compile(
    r"\b(?:what|which|how (?:long|big|thick|thin|deep))\b[^.?!\n]{0,24}\b(?:gauge|size|needle|length)\b", re.I
)
_PLACE = re.compile(r"\b(?:whereabouts|where|spot|place|site|part of (?:my|the) (?:leg|arm|body|thigh))\b", re.I)
_WHERE_ON = re.compile(
    r"\b(?:whereabouts|where|which|what) (?:\w+ ){0,3}(?:leg|arm|thigh|body|spot|place|site|part)\b"
    r"|\b(?:thigh|leg|arm|bum|bottom|belly) (?:all right|alright|ok|okay|fine|or)\b",
    re.I,
)
_MYSELF = re.compile(
    r"\b(?:inject(?:ing)?|jab(?:bing)?|give|giving|do|doing|have|having|shots?|jabs?|injections?|b-?12)\b[^.?!\n]{0,24}"
    r"\b(?:my ?self|at home)\b|\bdo my own\b|\bself[- ]?inject\w*",
    re.I,
)
# Who injects animals is no more trained for it.
_JABS_ANIMALS = re.compile(
    r"\b(?:inject|jab|vaccinat|needle|dose)\w*\b[^.?!\n]{0,20}\b(?:goats?|sheep|ewes|lambs|cows?|cattle|calves|horses?"
    r"|dogs?|cats?|animals?|pigs?|hens?|alpacas?|livestock)\b",
    re.I,
)
_USED = re.compile(
    r"\b(?:used|old|finished|done|dirty|spent|empty|emptied|my own) (?:\w+ )?(?:needles?|sharps|syringes?|pins|ones)\b"
    r"|\b(?:needles?|syringes?) (?:when|once|after) (?:i'?m|i am|i have|i've|they'?re|they are)"
    r" (?:\w+ )?(?:done|used|finished)\b",
    re.I,
)
_AWAY = re.compile(
    r"\b(?:bin|bins|go (?:in|out|with|along)|throw|chuck|get rid|dispos\w+|put (?:them|it|mine|those)|box|tub|tip|mix"
    r"|in with|out with|rubbish|trash|garbage)\b",
    re.I,
)
_ASKS_SO = re.compile(r"\?|\b(?:can|could|do|should|may|where|what|how|is it)\b", re.I)
_ANIMAL = re.compile(
    r"\b(?:goats?|sheep|cows?|cattle|horses?|dogs?|cats?|pets?|vets?|animals?|pony|alpacas?|pigs?|hens?|livestock|hers|theirs)\b",
    re.I,
)
_HOW_TAUGHT = re.compile(r"\bhow (?:do|would|can|could|should)? ?(?:i|we) (?:get|be) (?:taught|trained)", re.I)


def used_needles(asked: Asked) -> Taken:
    """Where used needles go: one's own sharps bin, also where there are needles of an animal in the house; it is no
    question of what needle to use."""
    text = plain_of(asked)
    if not may_ask(asked) or not (_USED.search(text) and _AWAY.search(text) and _ASKS_SO.search(text)):
        return None
    if _ANIMAL.search(text):
        return says(OWN_BIN)
    return asks_of([content().questions[_NEEDLES_GO]])


def not_told(asked: Asked) -> Taken:
    """Why no size and no place is named, or the same asked for again: who chooses it, and what to ask them; the first
    time the answer of it."""
    text, state, every = plain_of(asked), asked.state, content().questions
    at_home = _AT_HOME in state.topics or _AT_HOME in state.last or _MYSELF.search(text) is not None
    if not free(asked) or not (may_ask(asked) or _MYSELF.search(text)) or len(text.split()) > LONGEST:
        return None
    of_it = _SIZE.search(text) or _PLACE.search(text) or re.search(r"\bsize\b", text) or _withheld(state.question)
    if at_home and _NOT_TOLD.search(text) and of_it:
        return says(WITHHELD)
    found = [one for one in (_SIZE_ASKED, _PLACE_ASKED) if one in asked.said.act.values(QUESTION)]
    if at_home and (_SIZE.search(text) or _ASKED_SIZE.search(text)):
        found = list(dict.fromkeys([_SIZE_ASKED, *([_PLACE_ASKED] if _WHERE_ON.search(text) else []), *found]))
    if not found or not at_home:
        return None
    if any(state.was_said(f"question {one}") for one in found):
        return says(WITHHELD)
    return asks_of([every[one] for one in found])


def how_taught(asked: Asked) -> Taken:
    """How one is taught, in a talk of injecting at home."""
    if not may_ask(asked) or _AT_HOME not in asked.state.topics:
        return None
    if _JABS_ANIMALS.search(plain_of(asked)) and not asks(plain_of(asked)):
        return asks_of([content().questions[_TRAINING]])
    wanted = any(asks(one) and _TAUGHT.search(one) for one in sentences(plain_of(asked)))
    # "I asked how I get taught" asks too.
    wanted = wanted or _HOW_TAUGHT.search(plain_of(asked)) is not None
    sure = asked.said.act.values(QUESTION) and asked.said.act.confidence >= 1.0
    return asks_of([content().questions[_TRAINING]]) if wanted and not sure else None


ROWS = (
    ("where used needles go", used_needles),
    ("a size or a place that is not named, and why", not_told),
    ("how one is taught to inject", how_taught),
)


def _withheld(question: str | None) -> bool:
    return question in (_SIZE_ASKED, _PLACE_ASKED)
