"""Rows of the table: an answer that was not followed, and what only asks of the answer itself: "is that normal then?",
"and if it's not?", "do I tell anyone about it?".

They are answered with the last answer in plainer words, whatever came between, and never with all that its topic says.
"""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import named_in
from b12guide.conversation.follow_ups import INSTEAD, OF_ITSELF, TELL, WHO, aspect_in
from b12guide.conversation.kinds import FORGET_ME, SIMPLER, UNKNOWN, WARNING_STANDS, WHY
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import PLAN
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, LEANING, NEAR, QUESTION, TOPIC, UNSURE
from b12guide.understanding.questions import NEVER_READ

LONGEST = 16
# So many messages behind a card "why?" is asked of its sign.
SOON = 2
_RESULT = re.compile(
    r"\b(?:b-?12|levels?|results?|reading|count|report|ferritin|folate|mma|it|hers|his|mine)\b"
    r"[^.?!;]{0,24}?\b\d{2,4}\b",
    re.I,
)
# "What does 210 mean, is it low?" is asked of the number, whatever else was told with it.
_MEANS, _SURE = re.compile(r"\b(?:mean|means|low|normal|high|ok|okay|enough|fine|bad|good)\b[^.!?;]*$", re.I), 0.8
# Who may have to hear of it is no other thing.
_TOLD = frozenset({"nurse", "doctor", "pharmacist", "clinic"})
_CHANGES = re.compile(r"\b(?:switch|swap|chang(?:e|ing)|instead|replace)\b", re.I)
_NOT = r"(?:not|never|cannot|can'?t|couldn'?t|didn'?t|don'?t|doesn'?t|isn'?t|wasn'?t|no)"
_NOT_CLEAR = re.compile(
    rf"\b{_NOT} (?:\w+ ){{0,2}}?(?:understand|understood|follow(?:ing)?|get (?:it|that|this|you|any of)"
    r"|got (?:it|that)|grasp|clear)\b"
    r"|\bunclear\b|\b(?:lost me|i am lost|i'?m lost|im lost|come again|say again)\b"
    r"|\b(?:no|not an?) (?:idea|clue) what (?:\w+ ){0,3}(?:mean|means|meant|said|saying|on about)\b"
    r"|\b(?:over my head|double dutch|gobbledy ?gook|gibberish|mumbo jumbo|all greek|rocket science)\b"
    r"|\b(?:makes?|made|making) (?:no|little|not much) sense\b"
    r"|\b(?:does(?:n'?t| not)|did(?:n'?t| not)) make (?:any )?sense\b"
    r"|\b(?:plain|plainer|simple|simpler|easy|easier|normal|layman'?s?|everyday|small|other) "
    r"(?:\w+ )?(?:english|words?|terms|language)\b"
    r"|\b(?:say|put|explain|tell|phrase)(?: (?:it|that|this|me|to me)){0,2}(?: (?:more|bit|a bit|again)){0,2} "
    r"(?:plain|plainer|plainly|simple|simpler|simply|easier|easily|another way|differently|clearer|clearly)\b"
    r"|\bconfus(?:ed|es|ing)\b|\btoo (?:complicated|technical|complex|hard to follow)\b"
    r"|^\W*(?:(?:sorry|oh|um|er|erm)\W+)?(?:eh+|huh|wha+t|pardon|sorry|you what|say what|what was that)\s*\?+",
    re.I,
)
# What may stand around it, and asks nothing else.
_AROUND_WORDS = """
a about absolutely again ah all am an and any at be been bit but can clearly clue come completely could did do
eh english er erm explain for from get give going had have head here hey honest honestly how huh i idea im in
is it its ive just last like little lot love maam mate maybe me mean means more much my need no not now of off
oh ok okay on one or pal pardon part please pls plz quite really right said say saying simply sir so some
sorry still tell that thats the them then there these they thing things think this those time to too totally
um up us very was way well went were what whats word words would x yeah yes you your youre youve"""
_AROUND = frozenset(_AROUND_WORDS.split())


def not_followed(asked: Asked) -> Taken:
    """Who did not follow the last answer gets the same in plainer words."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    if not state.last or state.refused is not None or state.awaiting is not None or state.said[-1:] == [PLAN]:
        return None
    if asked.kind == FORGET_ME or len(text.split()) > LONGEST or not only_unclear(text):
        return None
    return (Step(SIMPLER),)


def only_unclear(text: str) -> bool:
    """Whether a text says that what was said is not clear, and nothing besides."""
    if _NOT_CLEAR.search(text) is None:
        return False
    left = re.findall(r"[a-z]+", _NOT_CLEAR.sub(" ", text).lower().replace("'", ""))
    return all(word in _AROUND for word in left)


def of_itself(asked: Asked) -> Taken:
    """A question that the last answer itself answers, of the thing in focus and nothing else: that answer once more;
    where it was said so already, whom to ask."""
    state, said = asked.state, asked.said
    last = content().questions.get(state.question or "")
    if last is None or state.refused is not None or asked.kind == FORGET_ME or state.said[-1:] == [PLAN]:
        return None
    aspect = aspect_in(said.text, last.about)
    if state.awaiting not in (None, PLAN) or aspect not in OF_ITSELF:
        return None
    if state.awaiting == PLAN and plan_words(state.plan, said.text, asked.who, state.plans)[1]:
        return None
    others = set(named_in(said.text)) - {last.about, *(_TOLD if aspect == TELL else ())}
    if others or _has_its_own(asked, last.about, aspect):
        return None
    return (Step(ASK_TOPIC, ((UNKNOWN, WHO),)),) if state.was_said(f"simply {last.id}") else (Step(SIMPLER),)


def why_of_warning(asked: Asked) -> Taken:
    """Why a sign is there, asked right behind its card: nobody can tell from here, and the card stands."""
    warned = asked.state.warned
    return (Step(WARNING_STANDS),) if asked.kind == WHY and warned is not None and warned.turns < SOON else None


def own_result(asked: Asked) -> Taken:
    """A number that somebody was told, and what to make of it, where it was not surely heard as that: no result is
    read, and it is said who does."""
    act = asked.said.act
    if _RESULT.search(asked.said.text) is None:
        return None
    if asked.kind == ASK_TOPIC and act.values(TOPIC) == [NEVER_READ] and act.values(QUESTION):
        # It leans on nothing that was said before.
        return (Step(ASK_TOPIC, act.details),)
    unsure = asked.kind == ASK_TOPIC and not act.values(QUESTION) and act.confidence < _SURE
    if asked.kind != UNSURE and not (unsure and _MEANS.search(asked.said.text)):
        return None
    every = content().questions
    near = [every[one] for one in asked.said.act.values(NEAR)[:2] if one in every]
    read = [one for one in near if one.topic == NEVER_READ][:1]
    return (Step(ASK_TOPIC, ((TOPIC, read[0].topic), (QUESTION, read[0].id))),) if read else None


def _has_its_own(asked: Asked, thing: str, aspect: str) -> bool:
    """Whether something else is known of the thing that the words ask: a way to lean on it, a question that they surely
    ask, or one about changing to it."""
    every, act, said = content().questions, asked.said.act, asked.state.was_said
    own = [every[one] for one in act.values(LEANING) if one in every and one != asked.state.question]
    if aspect == INSTEAD:
        near = [every[one] for one in asked.said.of_thing(thing) if one in every]
        own += [one for one in near if one.about == thing and _CHANGES.search(one.question)]
    surely = act.values(QUESTION) and act.confidence >= 1.0
    return bool(surely) or any(one.about == thing and not said(f"question {one.id}") for one in own)
