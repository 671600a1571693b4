"""Rows of the table: questions that lean on what was said, answers that missed, and what is felt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from b12guide.content import Question
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import (
    INJECTIONS,
    OF_INJECTIONS,
    TAKEN,
    asks_for_more,
    is_ellipsis,
    leans,
    named_in,
    points_back,
    says_something,
)
from b12guide.conversation.follow_ups import GAP, NUMBER, OF_ITSELF, TIME, WHO, WORDS, about_thing, aspect_in
from b12guide.conversation.kinds import (
    BANTER,
    CHILDREN,
    DOSE_CHANGE,
    FEELINGS,
    FORGET_ME,
    NO_DATES,
    NO_MORE,
    QUIZ_ANSWER,
    SAYS_WHO,
    SMALL_TALK,
    UNKNOWN,
    WHY,
    WORDS_TO_SAY,
)
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.plans import LEAST_BESIDE, LONGEST_LEANING, asks, heard_topic, leans_rather, question_beside
from b12guide.conversation.state import PLAN, QUIZ
from b12guide.conversation.told_feelings import ASHAMED, only_told, told_feeling
from b12guide.conversation.treatment_told import tells_none
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import (
    ASK_TOPIC,
    BESIDE,
    LEANING,
    NEAR,
    NEIGHBOUR,
    NOT_UNDERSTOOD,
    OFFERED,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    QUESTION,
    REQUEST,
    TOPIC,
    UNSURE,
)
from b12guide.understanding.children import by_adult, by_child
from b12guide.understanding.scope import MOST_OFFERED
from b12guide.understanding.sentences import without_taking_up
from b12guide.understanding.subject import subject

_STOPS = re.compile(
    r"\b(?:stop|leave|come off|get off|quit|skip|pause|drop|give) (?:\w+ )?(?:it|them|that|this|mine)\b", re.I
)
# The dose of it, or a part of it.
_CHANGES = re.compile(
    r"\b(?:lower|reduce|cut|halve|half|double|increase|raise|change|drop) (?:down )?(?:on )?"
    r"(?:(?:the|my|his|her|their|its) dose|it|them|that|mine)\b|\b(?:less|more|half) of (?:it|them|mine)\b",
    re.I,
)
# Who says that what was spoken of is their own, from those who treat them.
_PRESCRIBED = re.compile(
    r"\bprescribed\b|\b(?:doctor|gp|consultant|hospital|team|clinic|nurse|specialist|rheumatolog\w+|rheumy)s? "
    r"(?:has |have |had )?(?:gave|given|give|gives|put|started|wants?|told) (?:it |them |that )?(?:to )?"
    r"(?:me|us|him|her)\b|\b(?:is|was|are)(?:n'?t| not) (?:an? )?extra\b",
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
# How the answer of a topic is said while there is more of it.
_SHORT = ("short", "simpler")
# What may ask something of what was said last, though by itself it was heard as something else.
_MAY_LEAN = frozenset({ASK_TOPIC, UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
# Words that point back to what was just said.
_LEANS = re.compile(
    r"^\W*(?:and|so|but|what about|how about|or)\b|\b(?:it|its|that|this|them|they|those|these|ones?|he|she|her|him)\b"
    r"|^\W*(?:\w+\W*){1,3}$",
    re.I,
)
_TO_ASK = re.compile(r"\bask\b", re.I)
# Topics of the injections themselves: "how long?" after them is asked of the treatment.
_OF_INJECTIONS = frozenset({"purpose_of_injections", "who_needs_injections", "low_b12_automatic_injections"})
# From which confidence a message is about its topic, whatever was spoken of before.
_SURE_OF_TOPIC = 0.9
# Below which confidence small talk is hardly heard.
_HARDLY = 0.5
# The topic of what fits nowhere else: its page says nothing of any one thing.
CATCH_ALL = "other_b12"
# What a message asks of the plan that only tells of a dose.
_TELLS_DOSE = frozenset({"given", "date", "state"})
# Folic acid has questions of its own, and is our neighbour where something else is asked of it.
FOLIC_ACID, SAID_OF_FOLATE = "folic_acid", "beside folate"
# "Is it hard?", "does that hurt": asked of a thing.
_OF_IT = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|oh)\W+){0,3}(?:"
    # "How reliable is it?" asks it too.
    r"how (?!(?:old|are|is|was|do|does)\b)\w+ (?:is|are|was) (?:it|that|this|they|these|those)(?: then)?\W*$|"
    r"(?:is|are|does|do|was|will) (?:it|that|this|they|these|those) (?:\w+ ){0,2}"
    r"(?!(?:you|u|so|all|me|it|right|true|real|ok|okay|going|cold|hot|raining|sunny|late)\b)\w+\W*$)",
    re.I,
)
# Who says so wants no date, whatever the form asks.
_NO_DATES = re.compile(
    r"(?<!gave )(?<!give )(?<!have )(?<!has )(?<!had )(?<!got )(?<!are )(?<!is )(?<!with )(?<!know )"
    r"\bno (?:more )?(?:dates?|calendar|schedule|form)\b(?! (?:yet|given|set|known|told|booked|for))"
    r"|\b(?:do not|don'?t|dont|never|not) (?:\w+ ){0,3}?(?:want|need|ask|asked|asking|after|about)\b(?: \w+){0,3}? "
    r"(?:dates?|calendar|schedule|form)\b"
    r"|\b(?:i am|i'?m|im|was|am) (?:only |just |simply ){1,2}(?:asking|wondering|curious|nosy|checking)\b"
    r"|\b(?:only|just) (?:asking|wondering|curious)\b|\bonly a question\b"
    r"|\b(?:stop|quit|leave off) (?:asking )?(?:\w+ ){0,3}?(?:dates?|how often)\b"
    r"|\b(?:never ?mind|forget|skip|leave|drop) (?:about )?(?:the|any|my|your) (?:dates?|form)\b"
    r"|^\W*not (?:the |my |about )?dates?\b|\bkeep (?:going |banging )?on (?:and on )?about (?:the|that|a|my) dates?\b"
    r"|\b(?:most people|people in general|in general|generally)\b[^?]{0,20}\bnot (?:me|mine|my own)\b",
    re.I,
)


_GIVEN_NONE = re.compile(r"\b(?:gave|give|gives|given|got|have|has|had|told|set|with) (?:\w+ ){0,2}$", re.I)


def written_by_child(asked: Asked) -> Taken:
    """Who says that they are under 18 gets no plan, no dose and no answer for adults, then and later; signs come before
    this."""
    text, kind = asked.said.text, asked.kind
    if by_child(text):
        return (Step(CHILDREN),) if kind not in (FORGET_ME, *SMALL_TALK) else None
    if not asked.state.child_writes or by_adult(text) or kind in (FORGET_ME, *SMALL_TALK, *FEELINGS, *BANTER):
        return None
    return (Step(CHILDREN),)


def no_dates(asked: Asked) -> Taken:
    """Who wants no date is asked for none any more; what they ask besides is answered."""
    state, text = asked.state, asked.said.text
    plain = text.replace("\u2019", "'")
    if state.awaiting != PLAN or asked.kind == FORGET_ME or (said := _NO_DATES.search(plain)) is None:
        return None
    if _GIVEN_NONE.search(plain, 0, said.start()):
        # "They gave me no date" answers what was asked.
        return None
    # "Date" in what is turned down asks for none.
    left = f"{plain[: said.start()]} {plain[said.end() :]}"
    if any(move.kind != "unsure" for move in plan_words(state.plan, left, asked.who, state.plans)[1]):
        return None
    rest = asks_on(asked) or leans_on_last(asked)
    near = [content().questions[one] for one in asked.said.act.values(NEAR)[:1] if one in content().questions]
    if rest is None and asked.kind == ASK_TOPIC and near and asked.said.act.confidence < LEAST_BESIDE:
        # A topic that is hardly heard is less than the question that lies nearest.
        rest = _asks_of(near)
    if rest is None and asked.kind == ASK_TOPIC:
        rest = (Step(ASK_TOPIC, asked.said.act.details),)
    question = question_beside(asked, ()) if rest is None else None
    return (*(rest or ((question,) if question else ())), Step(NO_DATES))


def asks_on(asked: Asked) -> Taken:
    """A short question about what was just answered ("how long?", "how many?") stays with it: its answer, else that
    nothing is known of it and who knows; never another subject, and no date form."""
    state, said = asked.state, asked.said
    thing, last = state.focus, content().questions.get(state.question or "")
    if state.refused is not None or asked.kind == FORGET_ME or state.said[-1:] == [PLAN]:
        return None
    aspect = aspect_in(said.text, thing)
    of_topic = aspect == TIME and thing not in (None, *INJECTIONS) and state.awaiting is None
    if thing is None or (last is None and aspect != WORDS and not of_topic):
        # "How many?" of nothing that is known opens no form for dates.
        after = bool(state.last or state.warned) and not dialogue.is_told(state.plan) and state.awaiting != PLAN
        return (Step(ASK_TOPIC, ((UNKNOWN, NUMBER),)),) if aspect == NUMBER and asked.kind == PLAN and after else None
    if (
        aspect is None
        or aspect in OF_ITSELF
        or (state.awaiting == PLAN and plan_words(state.plan, said.text, asked.who, state.plans)[1])
    ):
        return None
    if aspect == WORDS and thing in TAKEN:
        own = [one for one in about_thing(thing, WORDS, said.of_thing(thing)) if _is_new(asked, one)]
        if own:
            return _asks_of(own[:1])
    if aspect == WORDS:
        named = said.act.values(QUESTION) and said.act.confidence >= 1.0
        if thing in INJECTIONS and _TO_ASK.search(said.text):
            # After an answer on the injections it asks for all that there is to ask.
            return (Step(ASK_TOPIC, ((TOPIC, "questions_for_clinician"),)),) if not named else None
        about = bool(state.last) and (thing not in INJECTIONS or (last is not None and asked.kind == WORDS_TO_SAY))
        return (Step(WORDS_TO_SAY),) if about and not named and not dialogue.is_told(state.plan) else None
    if thing in INJECTIONS or set(state.last) & _OF_INJECTIONS:
        return None
    known = about_thing(thing, aspect, [*said.act.values(LEANING), *said.of_thing(thing)])
    new = [one for one in known if _is_new(asked, one)]
    if new:
        return _asks_of(new[:1])
    if aspect == WHO and said.act.values(QUESTION) and said.act.confidence >= 1.0 and not known:
        return None
    if known:
        return (Step(ASK_TOPIC, ((NO_MORE, known[0].id),)),)
    if aspect == GAP:
        return None
    left = [one.id for one in content().questions.values() if one.about == thing and _is_new(asked, one)]
    return (Step(ASK_TOPIC, ((UNKNOWN, aspect), *((NEAR, one) for one in left[:MOST_OFFERED]))),)


def told_of_last(asked: Asked) -> Taken:
    """Who tells of a dose after an answer about another thing ("I used one of those on Sunday") tells of that thing,
    while there is no plan."""
    state, said = asked.state, asked.said
    thing, every = state.focus, content().questions
    if asked.kind != PLAN or thing is None or thing in INJECTIONS or state.question is None or state.awaiting == PLAN:
        return None
    if dialogue.is_told(state.plan) or not set(said.act.values(REQUEST)) <= _TELLS_DOSE or state.refused is not None:
        return None
    near = [every[one] for one in said.of_thing(thing)[:1] if one in every]
    return _asks_of([one for one in near if one.about == thing and _is_new(asked, one)])


def _is_new(asked: Asked, question: Question) -> bool:
    """Whether there is something to say to a question: its answer, or that in other words."""
    said = asked.state.was_said
    return not said(f"question {question.id}") or (question.again is not None and not said(f"again {question.id}"))


def leans_on_last(asked: Asked) -> Taken:
    """What asks nothing by itself ("what dose?") asks it of the thing that was just spoken of; never across a
    refusal."""
    if asked.kind in (*SMALL_TALK, *BANTER) and asked.state.focus is not None and _OF_IT.match(asked.said.text):
        # "Is it hard?" is asked of injecting at home, and of no program's life.
        asked = replace(asked, said=replace(asked.said, act=replace(asked.said.act, kind=UNSURE)))
    state, said = asked.state, asked.said
    if asked_faintly := _near_behind_small_talk(asked):
        return asked_faintly
    if state.refused is not None:
        return _of_folic_acid(asked)
    if asked.kind in SMALL_TALK:
        return None
    every = content().questions
    leaning = [every[one] for one in said.act.values(LEANING) if one in every]
    meant = [one for one in leaning if _is_new(asked, one)]
    focused = [one for one in meant if one.about == state.focus] or _of_named(meant, asked)
    if asked.kind == WHY and state.question is None and state.last:
        # Of the text of a topic it asks that topic's reasons.
        focused = [one for one in focused if one.topic in state.last]
        if not focused:
            return None
    answered = not focused and any(one.about == state.focus for one in leaning)
    if not focused and state.focus in TAKEN and _PRESCRIBED.search(said.text):
        # Who was given it by their own team is answered so, whatever was said of it before.
        prescribed = [one for one in every.values() if one.about == state.focus and _PRESCRIBED.search(one.question)]
        if prescribed:
            return _asks_of(prescribed[:1])
    medicine = state.focus if state.focus in TAKEN else state.medicine
    if not focused and medicine in TAKEN and _stops_it(said.text, medicine):
        # "Should I stop it?" of metformin is asked of metformin, whatever it sounds like.
        focused = [every[one] for one in said.of_thing(medicine or "")[:1]]
        if focused:
            return _asks_of(focused)
    if asked.kind == DOSE_CHANGE and not focused and state.focus == FOLIC_ACID and leans(said.text, FOLIC_ACID):
        # "Should I take it as well then?" changes no plan of injections.
        focused = [every[one] for one in said.of_thing(FOLIC_ACID) if one in every and _is_new(asked, every[one])][:1]
    if asked.kind == DOSE_CHANGE:
        # Of the injections it changes the plan.
        return _asks_of(focused) if state.focus not in INJECTIONS else None
    if not focused and not answered and not _may_lean(asked) and _may_lean_long(asked):
        focused = _nearest_of_last(asked)
    elif not focused and not answered and _may_lean(asked):
        nearest = said.of_thing(state.focus or "")[:1]
        focused = [every[one] for one in nearest if _is_new(asked, every[one])]
        if nearest and not focused:
            return _asks_of(_behind_last(asked)) or _no_more_of_focus(asked)
    focused = focused or [one for one in meant if one.topic in state.last and state.focus in (None, *INJECTIONS)][:1]
    focused = focused or _nearest_of_last(asked)
    if not focused and answered and state.last[-1:] == [CATCH_ALL]:
        said_before = next(one for one in leaning if one.about == state.focus)
        return (Step(ASK_TOPIC, ((NO_MORE, said_before.id),)),)
    return _asks_of(focused or _behind_last(asked)) or _no_more_of_focus(asked)


def _near_behind_small_talk(asked: Asked) -> Taken:
    """What is hardly heard as small talk, behind an answer, and lies near a question of the same topic, asks that: "who
    teaches you that?"."""
    act, state, every = asked.said.act, asked.state, content().questions
    hardly = asked.kind in (*SMALL_TALK, *BANTER, SAYS_WHO) and act.confidence < _HARDLY
    if not hardly or state.refused is not None or state.awaiting is not None or state.said[-1:] == [PLAN]:
        return None
    near = [every[one] for one in act.values(NEAR)[:1] if one in every]
    return _asks_of([one for one in near if one.topic in state.last and _is_new(asked, one)])


def _of_named(leaning: Sequence[Question], asked: Asked) -> list[Question]:
    """Of what leans, what is asked of a thing that the message names itself: "and later, when I nurse?" is no longer
    asked of folic acid."""
    named = set(named_in(asked.said.text)) - {asked.state.focus, *INJECTIONS}
    return [one for one in leaning if one.about in named and one.topic in asked.state.last]


def _of_folic_acid(asked: Asked) -> Taken:
    """What leans on a word that folic acid is for others to say, is answered of folic acid; across no other refusal."""
    state, every = asked.state, content().questions
    if state.said[-1:] != [SAID_OF_FOLATE] or asked.kind not in (DOSE_CHANGE, *_MAY_LEAN):
        return None
    if not leans(asked.said.text, FOLIC_ACID):
        return None
    return _asks_of([every[one] for one in asked.said.of_thing(FOLIC_ACID)[:1] if one in every])


def _behind_last(asked: Asked) -> list[Question]:
    """The question that a short message asks behind the one that was answered last: "and off a website?"; [] where the
    message surely asks another, or the answer was given."""
    act, state, every = asked.said.act, asked.state, content().questions
    last, text = every.get(state.question or ""), _asking(asked)
    if not _open_to_last(asked) or not state.last or len(text.split()) > LONGEST_BEHIND or not says_something(text):
        return []
    words = content().topic(state.last[-1]).question if last is None else last.question
    near = asked.said.behind(state.question or "", words)
    if near is None or not _is_new(asked, behind := every[near[0]]):
        return []
    found = act.values(QUESTION)
    if found and behind.id not in found:
        return []
    if asked.kind in (OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL) and not near[1]:
        return []
    if asked.kind == ASK_TOPIC and not _LEANS.search(text):
        # What names its own subject is about that.
        return []
    sure = asked.kind == ASK_TOPIC and act.confidence >= _SURE_OF_TOPIC
    return [behind] if not sure or behind.topic in act.values(TOPIC) else []


def _nearest_of_last(asked: Asked) -> list[Question]:
    """The question that lies nearest to a message, where it is about the thing just spoken of and was not answered yet,
    and the message surely asks no other; [] else."""
    state, act, every = asked.state, asked.said.act, content().questions
    if not (_open_to_last(asked) or _may_lean_long(asked)) or state.focus is None:
        return []
    found = [every[one] for one in act.values(QUESTION) if one in every]
    if any(_is_new(asked, one) for one in found) or (found and act.confidence >= 1.0):
        return []
    near = [every[one] for one in act.values(NEAR)[:1] if one in every]
    # "A way without needles?" after a word on the fear of them is surely about another topic.
    sure = act.values(TOPIC) if asked.kind == ASK_TOPIC and act.confidence >= _SURE_OF_TOPIC else []
    return [one for one in near if one.about == state.focus and _is_new(asked, one) and (not sure or one.topic in sure)]


def _open_to_last(asked: Asked) -> bool:
    """Whether a message may ask something of what was said last, though by itself it was heard as something else."""
    return asked.kind in _MAY_LEAN or leans_rather(asked)


def _stops_it(text: str, medicine: str | None) -> bool:
    """Whether a text asks about stopping or changing "it", and names nothing but the medicine, if that."""
    text = " ".join(one for one in re.split(r"[.!?;\n]", text) if not tells_none(one))
    named = set(named_in(text))
    changes = _CHANGES.search(text) is not None and not named - {medicine}
    return (changes or _STOPS.search(text) is not None) and not named & OF_INJECTIONS


def _may_lean(asked: Asked) -> bool:
    """Whether a message asks no question surely, and names nothing but the thing in focus, if that; or only what the
    last question is asked of too."""
    focus, act, text = asked.state.focus, asked.said.act, _asking(asked)
    most = LONGEST_OF_THE_SAME if _THE_SAME.search(text) else LONGEST_LEANING
    if focus is None or not _open_to_last(asked) or len(text.split()) > most:
        return False
    if _THE_SAME.search(text):
        return True
    if not leans(text, focus):
        return asked.kind != ASK_TOPIC and is_ellipsis(text) and says_something(text)
    every, sure = content().questions, act.confidence >= 1.0
    about = [every[one].about for one in act.values(QUESTION) if one in every]
    if asked.said.asks and asked.kind == ASK_TOPIC and act.confidence >= _SURE_OF_TOPIC and not about:
        # What was told before the question says what it is about: "My sister had palpitations. Are they common?".
        return bool(set(act.values(TOPIC)) & set(asked.state.last))
    return focus not in about and not (about and sure)


def _may_lean_long(asked: Asked) -> bool:
    """Whether a longer message that was not understood may be about the thing in focus: it names nothing else."""
    # What sounds like an answer of the check is none while none is open.
    closed = asked.kind == QUIZ_ANSWER and asked.state.awaiting != QUIZ
    text, unclear = _asking(asked), closed or asked.kind in (UNSURE, NOT_UNDERSTOOD)
    return unclear and asked.state.focus is not None and leans(text, asked.state.focus) and points_back(text)


def _asking(asked: Asked) -> str:
    """What of a message asks, without the words that only take up what was said."""
    return asked.said.asks or without_taking_up(asked.said.text)


def _asks_of(questions: Sequence[Question]) -> Taken:
    details = [(name, value) for one in questions for name, value in ((TOPIC, one.topic), (QUESTION, one.id))]
    return (Step(ASK_TOPIC, tuple(dict.fromkeys(details))),) if details else None


def _no_more_of_focus(asked: Asked) -> Taken:
    """What is not known of a thing is not answered as if it were asked of injections: what its topic has not said yet
    is, else its other questions are offered. Only what asks for more, or all that is known, is told that it was all."""
    state, act, text = asked.state, asked.said.act, _asking(asked)
    if state.focus is None or state.focus in INJECTIONS or not _may_lean(asked):
        return None
    taken = state.focus in TAKEN
    if set(act.values(TOPIC)) & set(state.last) or not (taken or points_back(text)) or subject(text).ours:
        return None
    every = content().questions
    if _surely_another(asked):
        return None
    of_focus = [one.id for one in every.values() if one.about == state.focus]
    near = [one for one in act.values(NEAR) if one in every and every[one].topic in state.last]
    left = [one for one in dict.fromkeys([*near, *of_focus]) if not state.was_said(f"question {one}")][:MOST_OFFERED]
    offered = tuple((NEAR, one) for one in left)
    if state.question is None:
        return (Step(UNSURE, offered),) if left else None
    page = [] if state.last[-1:] == [CATCH_ALL] else state.last[-1:]
    unsaid = page if page and any(not state.was_said(f"{state.last[-1]} {depth}") for depth in _SHORT) else []
    if unsaid and not asks_for_more(text):
        return (Step(ASK_TOPIC, ((TOPIC, unsaid[0]), *offered)),)
    if left and not asks_for_more(text):
        return (Step(UNSURE, offered),)
    return (Step(ASK_TOPIC, ((NO_MORE, state.question), *offered)),)


def _surely_another(asked: Asked) -> bool:
    """Whether a message surely asks a question of its own that was not answered; of what is taken never one about the
    injections."""
    state, act, every = asked.state, asked.said.act, content().questions
    found = [every[one] for one in act.values(QUESTION) if one in every and not state.was_said(f"question {one}")]
    sure = [one for one in found if one.topic not in act.values(BESIDE)]
    return any(state.focus not in TAKEN or one.about not in INJECTIONS for one in sure)


def neighbour_of_last(asked: Asked) -> Taken:
    """A neighbour of our subject, where what was just spoken of has a question on it: folic acid in a pregnancy, after
    an answer on pregnancy."""
    state = asked.state
    if asked.kind not in (OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, UNSURE, NOT_UNDERSTOOD) or not state.last:
        return None
    named = set(named_in(asked.said.text))
    known = {one.id: one for one in content().topic(state.last[-1]).questions if one.about in named}
    nearest = [one for thing in named for one in asked.said.of_thing(thing) if one in known]
    return _asks_of([known[one] for one in nearest[:1]])


def felt(asked: Asked) -> Taken:
    """Somebody is sad, afraid or angry: that is answered first, then what is asked beside it."""
    felt = [part.act.kind for part in asked.said.parts if part.act.kind in FEELINGS]
    felt += [asked.kind] if asked.kind in FEELINGS else []
    told = told_feeling(asked)
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


def near_last(asked: Asked) -> Taken:
    """What names no other subject plainly, after an answer, is about it: what lies near that is offered."""
    beside, rather = asked.kind in (OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL), leans_rather(asked)
    if not (beside or rather) or asked.has(NEIGHBOUR) or not asked.state.last:
        return None
    if not (rather or _LEANS.search(asked.said.text)) or subject(asked.said.text).others:
        return None
    near = [asked.state.last[-1], *content().topic(asked.state.last[-1]).follow_up]
    return (Step(UNSURE, tuple((OFFERED, topic) for topic in near[:MOST_OFFERED])),)
