"""Tablets of B12: what is never shared, what was forgotten, and whether the writer has tablets and no injections."""

from __future__ import annotations

import copy
import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import OTHER_MEDICINES, named_in
from b12guide.conversation.kinds import ABOUT, CHILDREN, FORGET_ME, PART
from b12guide.conversation.leaning import is_new
from b12guide.conversation.state import ADULT, FORGET, State
from b12guide.conversation.whose import ME, child_named, speaks_of_them
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, CHILD, QUESTION, TOPIC
from b12guide.understanding.children import about_child, by_child

# What is said of tablets that were prescribed for somebody else, and of a part of them for a child.
SHARED, SHARED_WITH_CHILD, MISSED = "somebody_elses_tablets", "tablets_for_a_child", "missed_a_tablet"
_TABLETS_TOPIC = "injections_vs_oral"
_TABLET = r"(?:tablets?|tabs?|pills?|capsules?|lozenges?)"
_TABLETS = re.compile(rf"\b{_TABLET}\b", re.I)
_PERSON = (
    r"(?:mum|mam|mom|mother|dad|da|father|nan|nana|gran|granny|grandma|grandad|grandmother|grandfather|wife|husband"
    r"|hubby|partner|sister|brother|auntie|aunt|uncle|cousin|neighbour|neighbor|friend|mate|flatmate|roommate|colleague"
    r"|workmate|boyfriend|girlfriend|boss|in-?law|son|daughter|niece|nephew)"
)
_CHILD = (
    r"(?:son|daughter|boy|girl|lad|kids?|child(?:ren)?|toddler|baby|grandson|granddaughter|grandchild(?:ren)?|niece"
    r"|nephew|teenager)"
)
_THEM = rf"(?:(?:my|our|the|a|his|her) (?:\w+ ){{0,2}})?(?:{_PERSON}|{_CHILD}|somebody|someone|anybody|anyone|people)"
_WHO = rf"(?:him|her|them|he|she|they|somebody|someone|anybody|anyone|{_THEM})"
_MUCH = (
    r"(?:(?:a )?half|quarter|third|some|one|two|a (?:few|couple|bit|piece|little)|any|part|strip|pack|box|handful"
    r"|a spare|spare|the rest|a|an)"
)
_MINE = (
    r"(?:mine|(?<=of )(?:them|these|those)"
    rf"|(?:my|our)(?: own)? (?:(?:spare|prescribed|leftover|old|other|b-?12|vitamin) ){{0,3}}{_TABLET})"
)
_GIVE = r"(?:giv(?:e|es|ing|in)?|gave|let|lend|lending|slip|offer|pass(?:ing)?(?: on)?|hand(?:ing)?(?: over)?)"
# "May he have some of mine", "I could give her one of my tablets", "share mine with my sister".
_MY_TABLETS = re.compile(
    rf"\b(?:can|could|may|should|shall|might|is it (?:ok|okay|safe|all ?right|fine) (?:if|for)|ok if|alright if"
    rf"|would it (?:hurt|harm|matter) if) (?:\w+ ){{0,3}}?{_WHO} (?:(?:just|also|maybe|please|to) ){{0,3}}"
    rf"(?:have|has|takes?|try|tries|uses?|gets?|borrows?|share|finish(?:es)?(?: off)?) (?:{_MUCH} ){{0,2}}"
    rf"(?:(?:of|from|off) )?{_MINE}\b"
    rf"|\b{_GIVE} (?:\w+ ){{0,2}}?{_WHO} (?:(?:have|try|take) )?(?:{_MUCH} ){{0,2}}(?:(?:of|from) )?{_MINE}\b"
    rf"|\b{_GIVE} (?:{_MUCH} ){{0,2}}(?:(?:of|from) )?{_MINE} to {_WHO}\b"
    rf"|\b(?:share|sharing|split|splitting|halve) (?:{_MUCH} ){{0,2}}(?:of )?(?:{_MINE}|(?:b-?12 |vitamin )?{_TABLET})"
    rf" (?:with|between|among)\b"
    rf"|\b(?:share|sharing) (?:(?:a|one|the|my|our|b-?12) ){{0,3}}(?:box|pack|strip|prescription)(?: of)?\b",
    re.I,
)
# The tablets of somebody else: "my mother's prescribed tablet", "gran's b12 pills", "the tablets that dad was given".
_THEIRS = rf"(?:(?:prescribed|prescribd|b-?12|vitamin|spare|old|leftover|own|other) ){{0,3}}{_TABLET}"
_OTHERS = re.compile(
    rf"\b(?:(?:my|our|the|his|her) ){{0,1}}{_PERSON}(?:'?s)? {_THEIRS}\b"
    rf"|\b(?:somebody|someone) else'?s {_THEIRS}\b"
    rf"|\b{_TABLET} (?:(?:that|which) )?(?:my|our|the) {_PERSON} (?:has|got|gets|takes|was given|is on)\b"
    rf"|\b{_TABLET} (?:of|from) (?:my|our|the) {_PERSON}\b",
    re.I,
)
# What is done with those: "can I give him half", "is half ok", "may I take hers".
_PASSED_ON = re.compile(
    rf"\b{_GIVE} (?:it |one |some |them )?(?:to )?{_WHO}\b|\b(?:half|halve|quarter|piece|bit|share|borrow|try)\b"
    r"|\b(?:can|could|may|should|shall|do) (?:i|we|he|she|they)(?: just| also)? (?:have|take|use|try|get|finish)\b"
    r"|\b(?:ok|okay|safe|fine|alright|all right) for (?:him|her|me|us|my|the)\b",
    re.I,
)
# "Can I crush my mum's tablet for her", "when does mum take her tablets": their owner takes them.
_FOR_OWNER = re.compile(
    r"\b(?:crush|chew|break|swallow|cut|with food|with or without|empty stomach|what time|when (?:does|do|should)"
    r"|how (?:often|many|much)|forg[eo]t\w*|miss(?:ed)?|stop(?:ped|ping)?|side effects?|reminder)\b",
    re.I,
)
_HERS = re.compile(
    rf"\b(?:can|could|may|should|shall|what if|ok if) (?:i|we) (?:(?:just|also|maybe|please) ){{0,2}}"
    rf"(?:have|take|try|use|borrow|share|finish(?: off)?) (?:{_MUCH} ){{0,2}}(?:of )?(?:hers|his|theirs"
    rf"|(?:her|his|their) {_THEIRS})\b",
    re.I,
)
# "My 6 yr son": an age right before the word for a child.
_YOUNG_ONE = re.compile(
    rf"\b(?:[1-9]|1[0-7])[ -]?(?:y(?:ea)?rs?|y/?o|months?|mths?)?[ -]?(?:old)?[ -](?:{_CHILD}|brother|sister|cousin)\b"
    r"|\b(?:brother|sister|cousin|lad|lass)(?:'?s| is|,)? (?:only |just )?(?:[1-9]|1[0-7])\b"
    r"(?! ?(?:weeks?|stone|years? ago))"
    r"|\b(?:kids?|children|toddlers?|bab(?:y|ies))\b",
    re.I,
)
# "And half for my nan?": of tablets that were told of.
_FOR_THEM = re.compile(
    rf"\b(?:half|quarter|some|one|a (?:few|couple|bit)) (?:of (?:it|them|those|mine|one) )?for {_WHO}\b", re.I
)
_OF_INJECTIONS = re.compile(r"\b(?:inject\w*|jabs?|shots?|needles?|vials?|ampoules?|jags?|syringes?)\b", re.I)
# What has happened already is no wish to share.
_ACCIDENT = re.compile(r"\b(?:swallowed|ate|eaten|got (?:hold|into|at)|by (?:mistake|accident)|accident\w*)\b", re.I)
_PART_MORE = re.compile(
    r"\b(?:half|halve|quarter|(?:a|one) (?:bit|piece|crumb)|just (?:one|once)|smaller|tiny)\b", re.I
)
_FORGOTTEN = (
    r"(?:forg[eo]t(?:ten|s|ting)?|miss(?:ed|ing)?|skip(?:ped|ping)?|left out|(?:did ?n[o']?t|didnt|havent|have not"
    r"|haven'?t|not) (?:take|taken|had|have))"
)
# "Forgot my tablets", "the pills that I skipped", and where the writer has tablets "missed three days".
_FORGOT = re.compile(
    rf"\b{_FORGOTTEN}\b[^.!?\n]{{0,40}}\b{_TABLET}\b|\b{_TABLET}\b[^.!?\n]{{0,30}}\b{_FORGOTTEN}\b", re.I
)
_FORGOT_SOME = re.compile(
    rf"\b{_FORGOTTEN} (?:(?:about|like|the last|the past|all|to take) ){{0,2}}(?:\d+|one|two|three|four|five|some|a few"
    r"|a couple|them|it|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|a (?:day|week|dose)|days?|doses?)\b",
    re.I,
)
# What somebody asks who forgot some: whether to make up for it, or what now.
_MAKES_UP = re.compile(
    r"\b(?:doubl\w+|two|2|both|extra|more|catch(?:ing)? up|make up|made up|what (?:now|do i|should i|shall i|happens)"
    r"|carry on|as normal|next one|matter|bad|take it|take them|ok|okay|problem|late)\b|\?",
    re.I,
)
# What is open of these is answered first.
_OPEN = frozenset({ADULT, FORGET})


def has_tablets(asked: Asked) -> bool:
    """Whether the writer has tablets of B12 and no injections, as far as they said."""
    state = copy.deepcopy(asked.state)
    state.heard_of(asked.said.text)
    return state.on_tablets and not state.for_other and not dialogue.is_told(asked.state.plan)


def shared(asked: Asked) -> str | None:
    """The question on tablets that are not the person's own, where a message asks to give or take some of them."""
    state, text = asked.state, asked.said.text.replace("\u2019", "'")
    if _other_medicine(text, state) or _OF_INJECTIONS.search(text) or _ACCIDENT.search(text):
        return None
    again = state.question in (SHARED, SHARED_WITH_CHILD) and _PART_MORE.search(text) is not None
    if not (again or _asks_to_share(asked, text)):
        return None
    return SHARED_WITH_CHILD if _for_child(asked, again=again) else SHARED


def _asks_to_share(asked: Asked, text: str) -> bool:
    state = asked.state
    of_tablets = _TABLETS.search(text) is not None
    spoken_of = state.on_tablets or _of_tablets(state)
    if _MY_TABLETS.search(text) and (of_tablets or spoken_of):
        return True
    if _HERS.search(text) and (of_tablets or spoken_of):
        return True
    if _FOR_THEM.search(text) and (state.on_tablets or state.question in (SHARED, SHARED_WITH_CHILD)):
        return True
    theirs = _OTHERS.search(text)
    return theirs is not None and _PASSED_ON.search(text) is not None and _FOR_OWNER.search(text) is None


def shared_tablets(asked: Asked) -> Taken:
    """Tablets that were prescribed for one person are for nobody else, least of all for a child; that comes before
    whatever else is asked of them."""
    if asked.kind == FORGET_ME or asked.state.awaiting in _OPEN or (question := shared(asked)) is None:
        return None
    if question == SHARED_WITH_CHILD and not is_new(asked, content().questions[question]):
        # Asked a third time, it is said as of any part of an adult's dose.
        return (Step(CHILDREN, ((ABOUT, PART),)),)
    return (_step(question),)


def with_shared(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision, in which nothing else is said of tablets that somebody asks to share."""
    question = shared(asked) if any(step.kind == ASK_TOPIC for step in steps) else None
    if question is None:
        return steps
    every = content().questions
    kept: list[Step] = []
    for step in steps:
        if step.kind != ASK_TOPIC:
            kept.append(step)
            continue
        of_tablets = {one for one in step.values(QUESTION) if one in every and every[one].topic == _TABLETS_TOPIC}
        details = [pair for pair in step.details if pair[1] not in {*of_tablets, _TABLETS_TOPIC}]
        kept += [Step(ASK_TOPIC, tuple(details))] if any(name == TOPIC for name, _ in details) else []
    return (_step(question), *kept)


def missed_tablets(asked: Asked) -> Taken:
    """Who forgot tablets of B12 is told what to do about tablets: no plan of injections is changed by it, and none is
    late."""
    text, state = asked.said.text.replace("\u2019", "'"), asked.state
    if asked.kind == FORGET_ME or state.awaiting is not None or _OF_INJECTIONS.search(text):
        return None
    if _MAKES_UP.search(text) is None or _other_medicine(text, state):
        return None
    own = has_tablets(asked) or (_of_tablets(state) and not dialogue.is_told(state.plan))
    forgot = _FORGOT.search(text) or (own and _FORGOT_SOME.search(text))
    return (_step(MISSED),) if forgot else None


def _step(question: str) -> Step:
    return Step(ASK_TOPIC, ((TOPIC, content().questions[question].topic), (QUESTION, question)))


def _for_child(asked: Asked, *, again: bool) -> bool:
    """Whether they are for a child: one that the message names, or the one who was spoken of."""
    text = asked.said.text
    if asked.has(CHILD) or about_child(text) or by_child(text) or asked.state.child_writes or child_named(text):
        return True
    if _YOUNG_ONE.search(text):
        return True
    of_child = any(one != ME for one in asked.state.children)
    return (of_child and speaks_of_them(text)) or (again and asked.state.question == SHARED_WITH_CHILD)


def _of_tablets(state: State) -> bool:
    """Whether tablets of B12 were what the last answer was about."""
    every = content().questions
    last = every.get(state.question or "")
    return state.focus == "tablets" or (last is not None and last.topic == _TABLETS_TOPIC and "tablet" in last.id)


def _other_medicine(text: str, state: State) -> bool:
    """Whether the tablets of a message are another medicine, which it names or which was just spoken of."""
    named = set(named_in(text))
    return bool(named & OTHER_MEDICINES) or (
        state.focus in OTHER_MEDICINES and "b12" not in text.lower().replace("-", "") and not state.on_tablets
    )
