"""Whether a message leans on what was said last, and which question of it it asks then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b12guide.content import Question
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import (
    INJECTIONS,
    OF_INJECTIONS,
    TAKEN,
    is_ellipsis,
    leans,
    named_in,
    points_back,
    says_something,
)
from b12guide.conversation.kinds import (
    BANTER,
    QUIZ_ANSWER,
    SAYS_WHO,
    SMALL_TALK,
)
from b12guide.conversation.plans import LONGEST_LEANING, leans_rather
from b12guide.conversation.state import PLAN, QUIZ
from b12guide.conversation.treatment_told import tells_none
from b12guide.shared import content
from b12guide.understanding.acts import (
    ASK_TOPIC,
    BESIDE,
    NEAR,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    QUESTION,
    TOPIC,
    UNSURE,
)
from b12guide.understanding.sentences import without_taking_up

# What was named before is not named again: "the pill", "my two tablets".
_MEDICINE = r"(?:pills?|tablets?|tabs?|capsules?|meds?|medicines?|medications?)"
_ONE_OF_THEM = (
    r"(?:the|my|that|one of the|his|her) (?:(?:\w+ )?(?:evening|morning|night|nighttime|night-time|bedtime|teatime"
    r"|lunchtime|dinner|supper|breakfast|second|last|other) (?:one|dose|tablet|pill)s?)"
)
_STOPS = re.compile(
    r"\b(?:(?:stop|leave|come off|get off|quit|skip|pause|drop|give)(?: (?:taking|having|up))?"
    # "Where do I keep it?" asks of a shelf.
    r"|(?:keep|keep on|carry on|go on|continue)(?: on)? (?:taking|takin|having|with)|stay on|continue) "
    rf"(?:\w+ )?(?:it|them|that|this|mine|both|(?:the|that|those|these|my) (?:\w+ )?{_MEDICINE})\b"
    # "Knock the evening one off", "leave out the night one": one of those that are taken in a day.
    rf"|\b(?:knock|leave|cut|miss|drop|skip|put|cancel) (?:(?:off|out) )?{_ONE_OF_THEM}(?: (?:off|out))?\b"
    rf"|\b(?:knock|leave|put) (?:it|them|that|this) off\b",
    re.I,
)
# Which words for a thing may stand for the medicine that was named before.
_STANDS_FOR = frozenset({"tablets", "the_pill", "medicines"})
# The dose of it, or a part of it.
_CHANGES = re.compile(
    r"\b(?:lower|reduce|cut|halve|half|double|increase|raise|change|drop) (?:down )?(?:on )?"
    r"(?:(?:the|my|his|her|their|its) dose|it|them|that|mine)\b|\b(?:less|more|half) of (?:it|them|mine)\b",
    re.I,
)
LONGEST_BEHIND = 12
# "She takes the same": what follows is asked of the thing in focus, whatever else is named.
LONGEST_OF_THE_SAME = 20
_THE_SAME = re.compile(
    r"\b(?:takes?|taking|has|have|had|gets?|is on|are on|am on|on|uses?) (?:exactly |just )?the (?:very )?same\b"
    r"(?! (?:day|time|week|dose|as))",
    re.I,
)
# What may ask something of what was said last, though by itself it was heard as something else.
UNSURELY_HEARD = frozenset({ASK_TOPIC, UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
# Words that point back to what was just said.
POINTING_BACK = re.compile(
    r"^\W*(?:and|so|but|what about|how about|or)\b|\b(?:it|its|that|this|them|they|those|these|ones?|he|she|her|him)\b"
    r"|^\W*(?:\w+\W*){1,3}$",
    re.I,
)
# From which confidence a message is about its topic, whatever was spoken of before.
_SURE_OF_TOPIC = 0.9
# Below which confidence small talk is hardly heard.
_HARDLY = 0.5


def sure_of_topic(asked: Asked) -> bool:
    """Whether a message is surely about a topic, or asks one of its questions surely, by itself."""
    act = asked.said.act
    least = 1.0 if act.values(QUESTION) else _SURE_OF_TOPIC
    return asked.kind == ASK_TOPIC and act.confidence >= least


def is_new(asked: Asked, question: Question) -> bool:
    """Whether there is something to say to a question: its answer, or that in other words."""
    said = asked.state.was_said
    return not said(f"question {question.id}") or (question.again is not None and not said(f"again {question.id}"))


def near_behind_small_talk(asked: Asked) -> Taken:
    """What is hardly heard as small talk, behind an answer, and lies near a question of the same topic, asks that: "who
    teaches you that?"."""
    act, state, every = asked.said.act, asked.state, content().questions
    hardly = asked.kind in (*SMALL_TALK, *BANTER, SAYS_WHO) and act.confidence < _HARDLY
    if not hardly or state.refused is not None or state.awaiting is not None or state.said[-1:] == [PLAN]:
        return None
    near = [every[one] for one in act.values(NEAR)[:1] if one in every]
    return asks_of([one for one in near if one.topic in state.last and is_new(asked, one)])


def of_named(leaning: Sequence[Question], asked: Asked) -> list[Question]:
    """Of what leans, what is asked of a thing that the message names itself: "and later, when I nurse?" is no longer
    asked of folic acid."""
    named = set(named_in(asked.said.text)) - {asked.state.focus, *INJECTIONS}
    return [one for one in leaning if one.about in named and one.topic in asked.state.last]


def behind_last(asked: Asked) -> list[Question]:
    """The question that a short message asks behind the one that was answered last: "and off a website?"; [] where the
    message surely asks another, or the answer was given."""
    act, state, every = asked.said.act, asked.state, content().questions
    last, text = every.get(state.question or ""), asking(asked)
    if not _open_to_last(asked) or not state.last or len(text.split()) > LONGEST_BEHIND or not says_something(text):
        return []
    if asked.kind == ASK_TOPIC and not POINTING_BACK.search(text):
        # What names its own subject is about that.
        return []
    words = content().topic(state.last[-1]).question if last is None else last.question
    near = asked.said.behind(state.question or "", words)
    if near is None or not is_new(asked, behind := every[near[0]]):
        return []
    found = act.values(QUESTION)
    if found and behind.id not in found:
        return []
    if asked.kind in (OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL) and not near[1]:
        return []
    sure = asked.kind == ASK_TOPIC and act.confidence >= _SURE_OF_TOPIC
    return [behind] if not sure or behind.topic in act.values(TOPIC) else []


def nearest_of_last(asked: Asked) -> list[Question]:
    """The question that lies nearest to a message, where it is about the thing just spoken of and was not answered yet,
    and the message surely asks no other; [] else."""
    state, act, every = asked.state, asked.said.act, content().questions
    if not (_open_to_last(asked) or may_lean_long(asked)) or state.focus is None:
        return []
    found = [every[one] for one in act.values(QUESTION) if one in every]
    if any(is_new(asked, one) for one in found) or (found and act.confidence >= 1.0):
        return []
    near = [every[one] for one in act.values(NEAR)[:1] if one in every]
    # "A way without needles?" after a word on the fear of them is surely about another topic.
    sure = act.values(TOPIC) if asked.kind == ASK_TOPIC and act.confidence >= _SURE_OF_TOPIC else []
    return [one for one in near if one.about == state.focus and is_new(asked, one) and (not sure or one.topic in sure)]


def _open_to_last(asked: Asked) -> bool:
    """Whether a message may ask something of what was said last, though by itself it was heard as something else."""
    return asked.kind in UNSURELY_HEARD or leans_rather(asked)


def stops_it(text: str, medicine: str | None) -> bool:
    """Whether a text asks about stopping "it", going on with it or changing it, and names nothing but the medicine, if
    that, in whatever word for what is taken."""
    text = " ".join(one for one in re.split(r"[.!?;\n]", text) if not tells_none(one))
    named = set(named_in(text))
    if medicine is not None and not re.search(r"\bb-?12\b", text, re.I):
        named -= _STANDS_FOR
    changes = _CHANGES.search(text) is not None and not named - {medicine}
    return (changes or _STOPS.search(text) is not None) and not named & OF_INJECTIONS


def may_lean(asked: Asked) -> bool:
    """Whether a message asks no question surely, and names nothing but the thing in focus, if that; or only what the
    last question is asked of too."""
    focus, act, text = asked.state.focus, asked.said.act, asking(asked)
    most = LONGEST_OF_THE_SAME if _THE_SAME.search(text) else LONGEST_LEANING
    if focus is None or not _open_to_last(asked) or len(text.split()) > most:
        return False
    if _THE_SAME.search(text):
        return True
    if not leans(text, focus):
        return asked.kind != ASK_TOPIC and is_ellipsis(text) and says_something(text)
    every, sure = content().questions, act.confidence >= 1.0
    about = [every[one].about for one in act.values(QUESTION) if one in every]
    told = set(about) & set(named_in(asked.said.text))
    if asked.said.asks and told - {focus, *INJECTIONS} and focus not in named_in(asked.said.text):
        # "The nurse says it is the metformin. Do I stop?" is asked of what it tells of.
        return False
    tells = set(named_in(asked.said.text)) - {focus, *INJECTIONS}
    if asked.said.asks and asked.kind == ASK_TOPIC and act.confidence >= _SURE_OF_TOPIC and (tells or not about):
        # What was told before the question says what it is about: "My sister had palpitations. Are they common?".
        return bool(set(act.values(TOPIC)) & set(asked.state.last))
    return focus not in about and not (about and sure)


def may_lean_long(asked: Asked) -> bool:
    """Whether a longer message that was not understood may be about the thing in focus: it names nothing else."""
    # What sounds like an answer of the check is none while none is open.
    closed = asked.kind == QUIZ_ANSWER and asked.state.awaiting != QUIZ
    text, unclear = asking(asked), closed or asked.kind in (UNSURE, NOT_UNDERSTOOD)
    return unclear and asked.state.focus is not None and leans(text, asked.state.focus) and points_back(text)


def asking(asked: Asked) -> str:
    """What of a message asks, without the words that only take up what was said."""
    return asked.said.asks or without_taking_up(asked.said.text)


def asks_of(questions: Sequence[Question]) -> Taken:
    details = [(name, value) for one in questions for name, value in ((TOPIC, one.topic), (QUESTION, one.id))]
    return (Step(ASK_TOPIC, tuple(dict.fromkeys(details))),) if details else None


def surely_another(asked: Asked) -> bool:
    """Whether a message surely asks a question of its own that was not answered; of what is taken never one about the
    injections."""
    state, act, every = asked.state, asked.said.act, content().questions
    found = [every[one] for one in act.values(QUESTION) if one in every and not state.was_said(f"question {one}")]
    sure = [one for one in found if one.topic not in act.values(BESIDE)]
    return any(state.focus not in TAKEN or one.about not in INJECTIONS for one in sure)
