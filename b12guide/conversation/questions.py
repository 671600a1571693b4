"""Rows of the table: questions that lean on what was said, and answers that missed."""

from __future__ import annotations

import re
from dataclasses import replace

from b12guide.content import Question
from b12guide.conversation.answered import answered
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import (
    INJECTIONS,
    TAKEN,
    asks_for_more,
    leans,
    points_back,
)
from b12guide.conversation.focus import named_in as focus_named_in
from b12guide.conversation.follow_ups import GAP, NUMBER, OF_ITSELF, TIME, WHO, WORDS, about_thing, aspect_in
from b12guide.conversation.kinds import (
    BANTER,
    CHILDREN,
    DOSE_CHANGE,
    FEELINGS,
    FORGET_ME,
    NO_DATES,
    NO_MORE,
    SMALL_TALK,
    UNKNOWN,
    WHY,
    WORDS_TO_SAY,
)
from b12guide.conversation.leaning import (
    POINTING_BACK,
    asking,
    asks_of,
    behind_last,
    is_new,
    may_lean,
    may_lean_long,
    near_behind_small_talk,
    nearest_of_last,
    of_named,
    stops_it,
    surely_another,
)
from b12guide.conversation.neighbours import FOLIC_ACID, of_folic_acid
from b12guide.conversation.other_plans import OTHER_PLAN, is_other_plan
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.plans import LEAST_BESIDE, leans_rather, question_beside
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import (
    ASK_TOPIC,
    LEANING,
    NEAR,
    NEIGHBOUR,
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
from b12guide.understanding.subject import subject

# Who says that what was spoken of is their own, from those who treat them.
_PRESCRIBED = re.compile(
    r"\bprescribed\b|\b(?:doctor|gp|consultant|hospital|team|clinic|nurse|specialist|rheumatolog\w+|rheumy)s? "
    r"(?:has |have |had )?(?:gave|given|give|gives|put|started|wants?|told) (?:it |them |that )?(?:to )?"
    r"(?:me|us|him|her)\b|\b(?:is|was|are)(?:n'?t| not) (?:an? )?extra\b",
    re.I,
)
# Whether the injections are still needed, now that something is well.
_WHO_NEEDS, _CHECKED = "who_needs_injections", "monitoring_after_starting"
# What a plan is made of.
OF_PLANS = frozenset({"loading_phase", "maintenance_phase"})
_STOPPING, _LEVEL_NORMAL = "stopping_maintenance", "level_normal_so_stop"
_STILL_NEEDED = re.compile(
    r"\b(?:still (?:\w+ ){0,2}?(?:need|have|require|get|take|go)\w*"
    r"|(?:keep|carry|go)(?:ing)? (?:on )?(?:\w+ )?(?:having|getting|going|with|on)\b"
    r"|(?:need|have) to (?:keep|carry|go) on|(?:come|coming|came) off|stop\w*)",
    re.I,
)
_OF_LEVEL = re.compile(r"\b(?:normal|levels?|results?|in range|numbers?|bloods?|test\w*|fine|good)\b", re.I)
# How the answer of a topic is said while there is more of it.
_SHORT = ("short", "simpler")
_TO_ASK = re.compile(r"\bask\b", re.I)
# What is asked of before a test.
_BEFORE_TEST = frozenset({"fasting_test", "before_test"})
# Topics of the injections themselves: "how long?" after them is asked of the treatment.
_OF_INJECTIONS = frozenset({"purpose_of_injections", "who_needs_injections", "low_b12_automatic_injections"})
# The topic of what fits nowhere else: its page says nothing of any one thing.
CATCH_ALL = "other_b12"
# Vials that somebody brought from another country, and that they ask to use.
_LEFT_OVER = "leftover_vials_from_abroad"
_HAS_LEFT = re.compile(
    r"\b(?:vials?|ampoules?|amps)\b[^.!?]{0,40}\b"
    r"(?:from (?!(?:the|my) (?:nurse|clinic|pharmac\w+|chemist|surgery|doctor|gp))|left ?over|abroad|back home)"
    r"|\bleft ?overs?\b[^.!?]{0,20}\b(?:vials?|ampoules?)\b",
    re.I,
)
_USES = re.compile(
    r"\b(?:use|have|take|inject|add|top up|toss|bin|throw|keep|finish)\b[^.!?]{0,40}"
    r"\b(?:them|those|these|it|one|ones|up)\b"
    r"|\b(?:can|could|may|should|shall) (?:i|we) (?:use|have|take)\b",
    re.I,
)
# What a message asks of the plan that only tells of a dose.
_TELLS_DOSE = frozenset({"given", "date", "state"})
# "Is it hard?", "does that hurt": asked of a thing.
_OF_IT = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|oh)\W+){0,3}(?:"
    # "How reliable is it?" asks it too.
    r"how (?!(?:old|are|is|was|do|does)\b)\w+ (?:is|are|was) (?:it|that|this|they|these|those)(?: then)?\W*$|"
    r"(?:is|are|does|do|was|will) (?:it|that|this|they|these|those) (?:\w+ ){0,2}"
    r"(?!(?:you|u|so|all|me|it|right|true|real|ok|okay|going|cold|hot|raining|sunny|late)\b)\w+\W*$)",
    re.I,
)
_GOES_ON = re.compile(
    r"\b(?:i|we|she|he|they) (?:\w+ ){0,2}?"
    r"(?:(?:go|carry|keep|stay) on|keep (?:having|getting|taking|going)|continue)\b",
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
# The same, said where no date is being asked for: "I am not asking about dates".
_NOT_DATES = re.compile(
    r"(?:\bnot|\bnever|\bno longer|n't) (?:\w+ ){0,2}?(?:ask|asked|asking|talking|on about)\b(?: \w+){0,3}?"
    r" (?:dates?|schedules?)\b",
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
    """Who wants no date, or speaks of a plan that is none of injections, is asked for none any more; what they ask
    besides is answered."""
    state, text = asked.state, asked.said.text
    plain = text.replace("\u2019", "'")
    if asked.kind == FORGET_ME or state.awaiting not in (None, PLAN):
        return None
    said = (_NO_DATES if state.awaiting == PLAN else _NOT_DATES).search(plain)
    if said is None and state.awaiting == PLAN and not dialogue.is_told(state.plan) and is_other_plan(plain):
        said = OTHER_PLAN.search(plain)
    if said is None:
        return None
    if _GIVEN_NONE.search(plain, 0, said.start()):
        # "They gave me no date" answers what was asked.
        return None
    # "Date" in what is turned down asks for none.
    left = f"{plain[: said.start()]} {plain[said.end() :]}"
    if any(move.kind != "unsure" for move in plan_words(state.plan, left, asked.who, state.plans)[1]):
        return None
    named = {*focus_named_in(text)} - INJECTIONS
    own = [content().questions[one] for one in asked.said.act.values(QUESTION) if one in content().questions]
    # "I take omeprazole too. Does that matter?" names what it asks of.
    rest = asks_of([one for one in own if one.about in named]) or asks_on(asked) or leans_on_last(asked)
    near = [content().questions[one] for one in asked.said.act.values(NEAR)[:1] if one in content().questions]
    if rest is None and asked.kind == ASK_TOPIC and near and asked.said.act.confidence < LEAST_BESIDE:
        # A topic that is hardly heard is less than the question that lies nearest.
        rest = asks_of(near)
    if rest is None and asked.kind == ASK_TOPIC:
        rest = (Step(ASK_TOPIC, asked.said.act.details),)
    question = question_beside(asked, ()) if rest is None else None
    return (*(rest or ((question,) if question else ())), Step(NO_DATES))


def left_over(asked: Asked) -> Taken:
    """Who asks what to do with vials that they still have from another country asks that, and no change of a plan."""
    text = asked.said.text.replace("\u2019", "'")
    taken = (DOSE_CHANGE, PLAN, UNSURE, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL)
    if asked.kind not in taken or asked.state.awaiting is not None:
        return None
    return asks_of([content().questions[_LEFT_OVER]]) if _HAS_LEFT.search(text) and _USES.search(text) else None


def asks_on(asked: Asked) -> Taken:
    """A short question about what was just answered ("how long?", "how many?") stays with it: its answer, else that
    nothing is known of it and who knows; never another subject, and no date form."""
    state, said = asked.state, asked.said
    thing, last = state.focus, content().questions.get(state.question or "")
    if state.refused is not None or asked.kind == FORGET_ME or state.said[-1:] == [PLAN]:
        return None
    aspect = aspect_in(said.text, thing)
    if aspect == TIME and thing not in TAKEN and _GOES_ON.search(said.text):
        # How long one has to go on with them is asked of the treatment, after a word on a level too.
        return None
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
        own = [one for one in about_thing(thing, WORDS, said.of_thing(thing)) if is_new(asked, one)]
        if own:
            return asks_of(own[:1])
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
    new = [one for one in known if is_new(asked, one)]
    if new:
        return asks_of(new[:1])
    if aspect == WHO and said.act.values(QUESTION) and said.act.confidence >= 1.0 and not known:
        return None
    if known:
        return (Step(ASK_TOPIC, ((NO_MORE, known[0].id),)),)
    if aspect == GAP:
        return None
    left = [one.id for one in content().questions.values() if one.about == thing and is_new(asked, one)]
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
    return asks_of([one for one in near if one.about == thing and is_new(asked, one)])


def leans_on_last(asked: Asked) -> Taken:
    """What asks nothing by itself ("what dose?") asks it of the thing that was just spoken of; never across a
    refusal."""
    if asked.kind in (*SMALL_TALK, *BANTER) and asked.state.focus is not None and _OF_IT.match(asked.said.text):
        # "Is it hard?" is asked of injecting at home, and of no program's life.
        asked = replace(asked, said=replace(asked.said, act=replace(asked.said.act, kind=UNSURE)))
    state, said = asked.state, asked.said
    if asked_faintly := near_behind_small_talk(asked):
        return asked_faintly
    if state.refused is not None:
        return of_folic_acid(asked)
    every = content().questions
    leaning = [every[one] for one in said.act.values(LEANING) if one in every]
    meant = [one for one in leaning if is_new(asked, one)]
    focused = [one for one in meant if one.about == state.focus] or of_named(meant, asked)
    if asked.kind in SMALL_TALK:
        # "What about my morning tea?", behind a word on fasting, greets nobody.
        return asks_of(focused[:1]) if focused and said.text.rstrip().endswith("?") else None
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
            return asks_of(prescribed[:1])
    medicine = state.focus if state.focus in TAKEN else state.medicine
    if not focused and medicine in TAKEN and stops_it(said.text, medicine):
        # "Should I stop it?" of metformin is asked of metformin, whatever it sounds like.
        focused = [every[one] for one in said.of_thing(medicine or "")[:1]]
        if focused:
            return asks_of(focused)
    if asked.kind == DOSE_CHANGE and not focused and state.focus == FOLIC_ACID and leans(said.text, FOLIC_ACID):
        # "Should I take it as well then?" changes no plan of injections.
        focused = [every[one] for one in said.of_thing(FOLIC_ACID) if one in every and is_new(asked, every[one])][:1]
    if asked.kind == DOSE_CHANGE and not focused:
        focused = _of_earlier(meant, asked) or _left_off_before_test(asked)
    if asked.kind == DOSE_CHANGE:
        # Of the injections it changes the plan.
        return asks_of(focused) if state.focus not in INJECTIONS else None
    if not focused and not answered and not may_lean(asked) and may_lean_long(asked):
        focused = nearest_of_last(asked) or _new_of_focus(asked)
    elif not focused and not answered and may_lean(asked):
        nearest = said.of_thing(state.focus or "")[:1]
        focused = [every[one] for one in nearest if is_new(asked, every[one])]
        if nearest and not focused:
            return asks_of(behind_last(asked)) or _no_more_of_focus(asked)
    focused = focused or [one for one in meant if one.topic in state.last and state.focus in (None, *INJECTIONS)][:1]
    focused = focused or nearest_of_last(asked)
    if not focused and answered and state.last[-1:] == [CATCH_ALL]:
        said_before = next(one for one in leaning if one.about == state.focus)
        return (Step(ASK_TOPIC, ((NO_MORE, said_before.id),)),)
    return asks_of(focused or behind_last(asked)) or _no_more_of_focus(asked)


def _left_off_before_test(asked: Asked) -> list[Question]:
    """ "Should I stop my vitamin tablet before it?", behind a word on a blood test."""
    focus, every = asked.state.focus, content().questions
    if focus not in _BEFORE_TEST or not stops_it(asked.said.text, None):
        return []
    near = [every[one] for one in asked.said.of_thing(focus or "") if one in every]
    return [one for one in near if one.about == focus and is_new(asked, one)][:1]


def _of_earlier(meant: list[Question], asked: Asked) -> list[Question]:
    """Of what leans, what is asked of a thing that was spoken of shortly before the one in focus: "how much do I take?"
    behind seaweed, of what vegans take."""
    if asked.state.focus in INJECTIONS:
        return []
    things = [one.about for one in answered(asked.state) if one.about not in INJECTIONS]
    return [one for thing in things for one in meant if one.about == thing][:1]


def _new_of_focus(asked: Asked) -> list[Question]:
    """The question about the thing in focus that a longer message lies nearest to, where there is more to say to it;
    of injections none, of which most is asked."""
    every, focus = content().questions, asked.state.focus
    if focus is None or focus in INJECTIONS:
        return []
    near = [every[one] for one in asked.said.of_thing(focus)[:1] if one in every]
    return [one for one in near if one.about == focus and is_new(asked, one)]


def still_needed(asked: Asked) -> Taken:
    """Who asks whether they are still needed, now that a level or result is normal, asks about stopping, and not who
    has them in the first place."""
    act, every = asked.said.act, content().questions
    topics = act.values(TOPIC)
    if asked.kind != ASK_TOPIC or not {_WHO_NEEDS, _CHECKED} & {*topics} or act.values(QUESTION):
        return None
    text = asked.said.text.replace("\u2019", "'")
    if _STILL_NEEDED.search(text) is None:
        return None
    near = [every[one] for one in act.values(NEAR) if one in every and every[one].topic == _STOPPING]
    if _OF_LEVEL.search(text):
        near = sorted(near, key=lambda one: one.id != _LEVEL_NORMAL)
    if near or _WHO_NEEDS not in topics:
        return asks_of(near[:1])
    return (Step(ASK_TOPIC, ((TOPIC, _STOPPING),)),)


def hardly_heard(asked: Asked) -> Taken:
    """What points back, and is hardly of any topic or of several, asks the question that lies nearest where that is of
    a topic that was spoken of: "and the used needles, what becomes of them?"."""
    act, state, every = asked.said.act, asked.state, content().questions
    if asked.kind not in (ASK_TOPIC, UNSURE) or act.values(QUESTION) or act.confidence >= LEAST_BESIDE:
        return None
    if state.refused is not None or state.awaiting is not None or not POINTING_BACK.search(asked.said.text):
        return None
    near = [every[one] for one in act.values(NEAR)[:1] if one in every]
    return asks_of([one for one in near if one.topic in state.topics and is_new(asked, one)])


def _no_more_of_focus(asked: Asked) -> Taken:
    """What is not known of a thing is not answered as if it were asked of injections: what its topic has not said yet
    is, else its other questions are offered. Only what asks for more, or all that is known, is told that it was all."""
    state, act, text = asked.state, asked.said.act, asking(asked)
    if state.focus is None or state.focus in INJECTIONS or not may_lean(asked):
        return None
    taken = state.focus in TAKEN
    if set(act.values(TOPIC)) & set(state.last) or not (taken or points_back(text)) or subject(text).ours:
        return None
    every = content().questions
    if surely_another(asked):
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


def near_of_talk(asked: Asked) -> Taken:
    """What is heard as another subject and names none, in a talk about a plan or behind an answer, asks the question
    that lies nearest where that is of what was spoken of: "what's the point of six jammed together?"."""
    state, every = asked.state, content().questions
    if asked.kind != OUT_OF_SCOPE or asked.has(NEIGHBOUR) or subject(asked.said.text).others:
        return None
    if not (state.last or state.plan) or asked.said.verdict.warns or state.refused is not None:
        return None
    spoken_of = {*state.topics, *(OF_PLANS if state.plan else ())}
    near = [every[one] for one in asked.said.act.values(NEAR)[:1] if one in every]
    return asks_of([one for one in near if one.topic in spoken_of and is_new(asked, one)])


def near_last(asked: Asked) -> Taken:
    """What names no other subject plainly, after an answer, is about it: what lies near that is offered."""
    beside, rather = asked.kind in (OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL), leans_rather(asked)
    if not (beside or rather) or asked.has(NEIGHBOUR) or not asked.state.last:
        return None
    if not (rather or POINTING_BACK.search(asked.said.text)) or subject(asked.said.text).others:
        return None
    near = [asked.state.last[-1], *content().topic(asked.state.last[-1]).follow_up]
    return (Step(UNSURE, tuple((OFFERED, topic) for topic in near[:MOST_OFFERED])),)
