"""An amount is never a child's: what asks for one, and no answer that has one where a child is asked about."""

from __future__ import annotations

import copy
import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ABOUT, CHILDREN, DIET, FIGURE, FORGET_ME, PART, SMALL_TALK
from b12guide.conversation.state import State
from b12guide.conversation.told_of_self import VEGAN
from b12guide.conversation.unborn import PREGNANCY, of_unborn
from b12guide.conversation.whose import CHILD, ME, child_named, named_in, speaks_of_them
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, NOT_UNDERSTOOD, QUESTION, TOPIC, UNSURE
from b12guide.understanding.acts import CHILD as MARKED
from b12guide.understanding.children import about_child, by_adult, young_one
from b12guide.understanding.clauses import asks

# So many of the things said last reach back to talk of a child.
_RECENT = 6
# The thing that the questions about a child are about, and what is said to who would share tablets with one.
CHILDREN_THING, SHARED_WITH_CHILD = "children", "tablets_for_a_child"
# "The last part of her bowel" is no part of a dose.
_OF_BODY = (
    r"(?:(?:the|a|her|his|my|their|its|small|large|lower|upper|end) ){0,4}(?:bowels?|stomach|tummy"
    r"|guts?|intestines?|colon|ileum|body|skin|life|year|term|week|day|time|family|plan|trip|team)\b"
)
# Where somebody says that no amount is asked for, none is: "I am not asking about doses", "no amounts please".
# "High-dose tablets" are a kind.
_NO_AMOUNT = re.compile(
    r"\b(?:not|never|no|n't|didn't|don't|without)\b(?: \w+){0,4} (?:dos(?:e|es|age|ing)|amounts?|numbers?|half)\b"
    r"|\b(?:high|low)[- ]dose(?= (?:b-? ?12|oral|tablets?|pills?))",
    re.I,
)
_PART = re.compile(
    r"\b(?:half|halve|halved|a? ?quarter|(?:a|one|two) thirds?"
    rf"|(?:a )?(?:bit|part|drop|little|portion|fraction) of(?! {_OF_BODY})"
    r"|less than mine|smaller (?:one|bit|dose|amount)|some of (?:mine|my))\b",
    re.I,
)
_UNIT = r"(?:mcg|micrograms?|ug|mg|milligrams?|mls?|iu)"
# A figure, which may be one of ours: "the 10 a day", "could she have the 2.8", "is 50 all right".
_FIGURE = re.compile(
    rf"\d ?{_UNIT}\b|\b{_UNIT}\b"
    r"|\b(?:is|would|will|are) (?:a |an |the )?\d[\d.,]* ?(?:mcg|mg|ml|micrograms?)? ?(?:ok|okay|enough|too|alright"
    r"|all right|safe|fine|right|be|do)\b"
    r"|\b(?:the|that|those|your|have|give|him|her|take) \d[\d.,]*(?! ?(?:weeks?|months?|years?|days?|o'?clock|pm|am"
    r"|hours?|injections?|jabs?|shots?|yrs?|y/?o)\b)(?![\d/])"
    r"|\b\d[\d.,]* (?:a|per|each|every) day\b",
    re.I,
)
_AMOUNT = re.compile(
    r"\b(?:dos(?:e|es|age|ing)|how much|how many|how often|amount|strengths?|strong(?:er)?"
    r"|the same (?:as (?:me|mine|i)|amount|number)"
    r"|(?:have|take|get|gets|give (?:him|her|them)) the same(?! (?:injections?|jabs?|shots?|thing|illness|problem)))\b",
    re.I,
)
# "How many weeks", "how much does it cost" ask for no amount of it.
_OTHER_COUNT = re.compile(
    r"\bhow (?:many|much) (?:(?:more|longer) )?(?:weeks?|months?|years?|days?|times?|people|children|kids"
    r"|does (?:it|that|a \w+) cost|is (?:a|the) (?:test|visit)|longer|time|money)\b",
    re.I,
)
# It is for the writer: "do I need half", and not "how much do I give".
_WRITER = re.compile(
    r"\b(?:for me|for myself|me too|back to (?:me|mine)|i mean me|my own (?:dose|plan)|my (?:next|last|plan|gap)"
    r"|(?:do|should|can|could|may|must) i (?:have|need|take|get)"
    r"(?! (?:to )?(?:give|put|buy|add|get|(?:it |one |some )?for (?:him|her|them))\b))\b",
    re.I,
)
# Where a part of a message ends that asks for somebody: "My son is 12 and I have it, what dose do I need?"
_CLAUSE = re.compile(r"(?<=[,;.!?\n])\s*|\s+(?=(?:and|but|so)\b)", re.I)
_THEMSELVES = re.compile(r"\b(?:himself|herself|themselves|themself)\b", re.I)
# What an answer with an amount has in it.
_TELLS_AMOUNT = re.compile(
    rf"\d ?{_UNIT}\b|\b{_UNIT}\b|\bmicrograms?\b"
    r"|\b(?:\d[\d.,]*|once|twice|one|two|three)(?: times)? (?:a|per|each|every) (?:day|week|month|year)\b"
    r"|\bevery (?:other day|(?:\d+|two|three|second)(?: (?:to|or) (?:\d+|three))? (?:days|weeks|months))\b"
    r"|\b(?:\d+|two|three|six) (?:injections|doses|jabs|shots|tablets)\b|\boften \d+\b",
    re.I,
)
# Who names an adult asks for one: "and for me", "an adult's dose".
_ADULT = re.compile(r"\b(?:adults?|adult's|grown[- ]?ups?|older people|for myself)\b", re.I)
_EXPECTS = re.compile(
    r"\b(?:pregnan\w*|expecting|trying for|breast\w*|nursing|midwi\w+|maternity|antenatal|conceiv\w*|my milk|bump|born"
    r"|weeks gone|trimester)\b",
    re.I,
)


def asks_amount(text: str) -> bool:
    """Whether a text asks for an amount, or a part of one."""
    asked = _OTHER_COUNT.sub(" ", _without_denied(text))
    return any(pattern.search(asked) is not None for pattern in (_PART, _AMOUNT, _FIGURE))


def of_ones_unborn(asked: Asked) -> bool:
    """Whether a message speaks of the unborn baby of who writes, as told before, in it, or by the answer before it."""
    told = [*asked.state.told, *asked.said.verdict.lasts]
    if asked.state.last[-1:] == [PREGNANCY]:
        # "The baby" after an answer on pregnancy is the one to come.
        told.append(PREGNANCY)
    return of_unborn(asked.said.text, told)


def names_child(asked: Asked) -> bool:
    """Whether a message itself speaks of a child, and not of the unborn baby of who writes."""
    text = asked.said.text
    if of_ones_unborn(asked):
        return False
    return asked.has(MARKED) or child_named(text) or about_child(text) or young_one(text) or CHILD in named_in(text)


def eats_vegan(state: State) -> bool:
    """Whether anybody said in the conversation that they, or the child, eat no animal food."""
    return state.vegan_home or any(VEGAN in state.facts.get(one, ()) for one in (ME, *state.children))


def amount_for_child(asked: Asked) -> bool:
    """Whether a message asks for an amount, and whom it is for is a child: named in it, or spoken of just before."""
    state, text = asked.state, asked.said.text
    if state.child_writes or not asks_amount(text) or of_ones_unborn(asked):
        return False
    if names_child(asked):
        return not _of_adult(asked, _asking(text))
    if state.other not in state.children:
        return False
    theirs = speaks_of_them(text) or _THEMSELVES.search(text) is not None
    theirs = theirs or state.other in named_in(text, state.known)
    if not theirs and not (state.for_other or _spoken_of_lately(state)):
        return False
    if not theirs and (by_adult(text) or _WRITER.search(text) or _ADULT.search(text)):
        return False
    return all(one in (*state.children, ME) for one in named_in(text, state.known))


def _asking(text: str) -> list[str]:
    """The clauses of a text that ask for an amount; all of it where none does by itself."""
    return [part for part in _CLAUSE.split(text) if asks_amount(part)] or [text]


def amount_for_adult(asked: Asked) -> bool:
    """Whether a message that speaks of a child asks for an amount for somebody else."""
    return asks_amount(asked.said.text) and _of_adult(asked, _asking(asked.said.text))


def _of_adult(asked: Asked, parts: list[str]) -> bool:
    """Whether the parts that ask, in a message that speaks of a child, ask for who writes, or for another adult, as in
    "My son is 9. How much do I take?" they do."""
    state = copy.deepcopy(asked.state)
    state.heard_of(asked.said.text)
    if _speak_of_child(parts, state):
        return False
    others = {person for part in parts for person in named_in(part, state.known)} - {ME, CHILD, *state.children}
    return bool(others) or any(_WRITER.search(part) for part in parts)


def _speak_of_child(parts: list[str], state: State) -> bool:
    """Whether parts of a message speak of a child; `state`: with the message."""
    tests = (speaks_of_them, child_named, young_one, about_child)
    named = [one for part in parts for one in named_in(part, state.known)]
    return any(test(part) for part in parts for test in tests) or not {*state.children}.isdisjoint(named)


def _spoken_of_lately(state: State) -> bool:
    every = content().questions
    for one in state.said[-_RECENT:]:
        question = every.get(one.removeprefix("question "))
        if one.startswith("children") or (question is not None and _of_children(question.id)):
            return True
    return False


def _of_children(question: str) -> bool:
    found = content().questions.get(question)
    return question == SHARED_WITH_CHILD or (found is not None and found.about == CHILDREN_THING)


def _without_denied(text: str) -> str:
    return _NO_AMOUNT.sub(" ", text.replace("\u2019", "'"))


def refused(asked: Asked) -> Step:
    """That there is no amount for a child: not a part of an adult's, not a figure that was said, and soon from
    somebody who knows where the child eats no animal food."""
    text, state = asked.said.text, copy.deepcopy(asked.state)
    state.heard_of(text)
    plain = _without_denied(" ".join(_asking(text)))
    if _PART.search(plain):
        return Step(CHILDREN, ((ABOUT, PART),))
    if _FIGURE.search(plain):
        return Step(CHILDREN, ((ABOUT, FIGURE),))
    return Step(CHILDREN, ((ABOUT, DIET),) if eats_vegan(state) else ())


def childs_dose(asked: Asked) -> Taken:
    """An amount that is asked of a child is one that nobody here has, unless an adult is named: no part of an adult's
    dose is theirs, and no figure that was said."""
    if asked.kind in (FORGET_ME, *SMALL_TALK) or not amount_for_child(asked):
        return None
    return (refused(asked),)


def without_amounts(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision, in which no answer with an amount is left where a child is asked about, nor one on a
    pregnancy of which nobody told."""
    if asked.state.child_writes or not any(step.kind in (ASK_TOPIC, UNSURE, NOT_UNDERSTOOD) for step in steps):
        return steps
    amount = amount_for_child(asked)
    refuses = any(step.kind == CHILDREN for step in steps)
    if refuses and any(_of_adult(asked, [part]) for part in _asking(asked.said.text)):
        # "How much do I take, and how much for Isla?": each has an answer of its own.
        return steps
    if not amount and (amount_for_adult(asked) or not _asked_of_child(asked)):
        return steps
    expects = PREGNANCY in {*asked.state.told, *asked.said.verdict.lasts} or _EXPECTS.search(asked.said.text)
    kept: list[Step] = []
    for step in steps:
        unfit = step.kind == ASK_TOPIC and (_tells_amount(step) or (not expects and _of_pregnancy(step)))
        missed = amount and step.kind in (UNSURE, NOT_UNDERSTOOD)
        kept.append(refused(asked) if unfit or missed else step)
    return tuple(dict.fromkeys(kept))


def _asked_of_child(asked: Asked) -> bool:
    """Whether what a message asks, which is no amount, is asked of a child: named in it, or spoken of just before."""
    state, text = asked.state, asked.said.text
    parts = [part for part in _CLAUSE.split(text) if asks(part)] or [text]
    if names_child(asked):
        after = copy.deepcopy(state)
        after.heard_of(text)
        return asked.has(MARKED) or _speak_of_child(parts, after)
    if state.other not in state.children or not state.for_other:
        return False
    # "What is the loading phase" is asked of the child who was spoken of, unless somebody grown up is named.
    return any(speaks_of_them(part) for part in parts) or not _names_adult(asked)


def _names_adult(asked: Asked) -> bool:
    """Whether a message names who writes, or another adult, as the one it asks for."""
    text, state = asked.said.text, asked.state
    others = {*named_in(text, state.known)} - {ME, CHILD, *state.children}
    return bool(others or by_adult(text) or _WRITER.search(text) or _ADULT.search(text))


def _of_pregnancy(step: Step) -> bool:
    return step.values(TOPIC) == ["pregnancy"]


def _tells_amount(step: Step) -> bool:
    """Whether an answer has an amount in it, and is none about children."""
    every = content().questions
    found = [every[one] for one in step.values(QUESTION) if one in every]
    texts = [text for one in found if not _of_children(one.id) for text in one.texts]
    answered = {one.topic for one in found}
    texts += [content().answer(topic).text for topic in step.values(TOPIC) if topic not in answered]
    return any(_TELLS_AMOUNT.search(text) for text in texts)
