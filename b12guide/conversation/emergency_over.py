"""Rows of the table: what ends an emergency that stands, and what else the message says, which is done after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import timedelta

from b12guide.conversation.advice_told import of_advice
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.help_under_way import asks_on_the_way, waits_to_be_seen
from b12guide.conversation.kinds import (
    ABOUT,
    CARD,
    CORRECTED,
    DAY,
    EMERGENCY,
    HEARD,
    HELD,
    HELP_ASKED,
    NOT_MEANT,
    NOTHING_NEW,
    ONLY_ASKING,
    SEEN,
    SIGNS,
    URGENT,
    WARNING_STANDS,
)
from b12guide.conversation.plans import heard_topic, question_beside, resumes
from b12guide.conversation.poison_line import names_line, of_another_time, reached_nobody
from b12guide.conversation.state import FORGET, NEW_OR_WORSE
from b12guide.conversation.warnings import (
    ALLERGY_CARD,
    CRISIS_CARDS,
    CRISIS_OF_WRITER,
    LANGUAGE_CARDS,
    REACTION_CARD,
    WORDED_AS_A_WHOLE,
    deletes,
    may_be_only_asked,
)
from b12guide.conversation.what_else import what_else, without
from b12guide.plan import dialogue
from b12guide.safety import LONG_AGO, NOT_HAD_YET, ON_A_DAY, ON_SCREEN, ONLY_ASKED, PRESSED, WEEKS_AGO
from b12guide.shared import content, replies, triage
from b12guide.understanding.acts import ASK_TOPIC, HELP_IS_HERE, LANGUAGE, NOT_WHOLE, WAS_LONG_AGO
from b12guide.understanding.clauses import asks
from b12guide.understanding.intent_model import same_request
from b12guide.understanding.verdict import CRISIS_ROW, GENERAL_CARD, OTHER_SUFFIX

# A reaction, and what it would be without an injection before it.
_NEEDS_INJECTION = (REACTION_CARD, "breathing")
# A reaction within so long is an emergency also where it has gone (rule 7).
_STILL_NEW = timedelta(days=2)
# Emergencies of the cord may be seen in hours: of any other, somebody who will see them later today is no help yet.
_SEEN_IN_HOURS = "cord"
# A wish to have a note deleted or put right, and what tells of more than the note.
_NOTE_GONE = re.compile(
    r"\b(?:delete|remove|erase|scrap|bin|wipe|take (?:out|off)|get rid of|change|correct|fix)\b[^.!?;]{0,30}"
    r"\b(?:notes?|entry|entries|diary)\b",
    re.I,
)
_IS_THERE = re.compile(r"\b(?:now|today|tonight|still|again|since|worse|right now|this (?:morning|evening))\b", re.I)
# What is said to who takes back what was told after an urgent card.
_MADE_LIGHT = "made_light"


def crisis_denied(asked: Asked) -> Taken:
    """A wish to die is denied that was taken from words about the emergency before it: that one stands again."""
    standing, before = asked.state.standing, asked.state.stood_before
    level = asked.said.verdict.level
    if standing is None or before is None or not standing.startswith(CRISIS_CARDS) or level == EMERGENCY:
        return None
    return (Step(EMERGENCY, ((CARD, before),)),) if _no_wish(asked.said.text) else None


def help_is_here(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """Help is there, or somebody who knows has looked at it or will today. After "Delete it?" a yes is about deleting.
    After a reaction, or what may be one in another language, no injection follows before the clinic agrees.

    Args: decided: who takes what else the message says.
    """
    text, standing, awaiting = asked.said.text, asked.state.standing, asked.state.awaiting
    if standing is None or (deletes(asked) and awaiting == FORGET):
        return None
    if names_line(text) and (reached_nobody(text) or of_another_time(text)):
        # A queue, a recording, and what somebody was told last year are no help that is there.
        return None
    if waits_to_be_seen(text) or asks_on_the_way(text, standing):
        return None
    sees_them = standing.startswith(_SEEN_IN_HOURS) and replies().seen_today(text)
    if not (sees_them or asked.has(HELP_IS_HERE) or (asked.kind == HELP_IS_HERE and awaiting != FORGET)):
        return None
    may_be_one = standing.startswith((REACTION_CARD, LANGUAGE_CARDS))
    reaction = may_be_one or replies().reaction_treated(text)
    resumed = resumes(asked) or ()
    seen = ((SEEN, "yes"),) if sees_them or replies().was_seen(text) else ()
    here = Step(HELP_IS_HERE, (((HELD, "yes"),) if reaction and not resumed else ()) + seen)
    return (here, *resumed) if resumed else (here, *_beside(asked, without(text, of_advice), decided))


def corrected(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The fact is corrected: it was none of an emergency. What the same message asks is answered after that.

    Args: decided: who takes what else the message says.
    """
    card = asked.state.standing
    if card is None or asked.has(NOT_WHOLE):
        return None
    found = replies().correction(asked.said.text)
    if card.startswith(REACTION_CARD) and _was_before(asked, found.kinds):
        # Over and not looked at yet (B1): no other injection before the clinic agrees.
        return (Step(URGENT, ((CARD, ALLERGY_CARD),)),)
    kinds = found.kinds | ({LONG_AGO} if asked.has(WAS_LONG_AGO) else set())
    if not any(_ends(kind, card) for kind in kinds) or _tells_of_another(asked, card, found.rest):
        return _never_told(asked, card, decided)
    return (Step(CORRECTED), *(_beside(asked, found.rest, decided) or _asked_under(asked)))


def _never_told(asked: Asked, card: str, decided: Callable[[Asked], Taken]) -> Taken:
    """That there is no emergency ends one that was only heard, and of which no sign was told."""
    stood, text = asked.state.stood, asked.said.text
    if stood is None or stood.told or asked.said.verdict.level == EMERGENCY:
        return None
    of_wish = card == CRISIS_OF_WRITER
    if not (of_wish or may_be_only_asked(card)):
        return None
    # That nothing is the matter is too little where a wish to die was heard: it takes its denial.
    none = _no_wish if of_wish else replies().no_emergency
    if not none(text):
        return None
    rest = without(text, none)
    return (Step(CORRECTED), *(_beside(asked, rest, decided) or _asked_under(asked)))


def _no_wish(text: str) -> bool:
    """Whether a text denies a wish to die or to harm oneself, and tells of none."""
    return {sign.status for sign in triage(text).signs if sign.id == CRISIS_ROW} == {"negated"}


def _beside(asked: Asked, rest: str, decided: Callable[[Asked], Taken]) -> tuple[Step, ...]:
    """The steps of the `rest` of a message, or what it asks as a whole where nothing of it is a sentence of its own."""
    steps = what_else(asked, rest, decided)
    if steps or not asks(asked.said.text):
        return steps
    if asked.kind == ASK_TOPIC:
        return (Step(ASK_TOPIC, asked.said.act.details),)
    beside = question_beside(asked, ())
    return (Step(ASK_TOPIC, beside.details),) if beside is not None else ()


def _asked_under(asked: Asked) -> tuple[Step, ...]:
    """The answer to what was asked while an emergency stood that was none."""
    if not asked.state.asked_under:
        return ()
    question = asked.said.alone(asked.state.asked_under)
    answers = heard_topic(question.act) and not question.verdict.warns
    return (Step(ASK_TOPIC, question.act.details),) if answers else ()


def _was_before(asked: Asked, kinds: Collection[str]) -> bool:
    """Whether a reaction is told as one of more than two days ago (rule 7), and no sign beside it."""
    if asked.said.verdict.level == EMERGENCY:
        return False
    day = dialogue.day_told(asked.said.text, asked.who) if ON_A_DAY in kinds else None
    return WEEKS_AGO in kinds or (day is not None and day < asked.who.today - _STILL_NEW)


def _ends(correction: str, card: str) -> bool:
    """Whether a correction of this kind ends the emergency of a `card`."""
    if correction == LONG_AGO:
        return True
    if correction == ON_SCREEN:
        return not card.startswith(WORDED_AS_A_WHOLE)
    if correction == ONLY_ASKED:
        return may_be_only_asked(card)
    if correction == PRESSED:
        # What was told in words was not pressed.
        return card == GENERAL_CARD
    return correction == NOT_HAD_YET and card.startswith(_NEEDS_INJECTION)


def _tells_of_another(asked: Asked, card: str, rest: str) -> bool:
    """Whether a message that corrects the fact of a `card` tells of another sign, or in the `rest` of it of any."""
    verdict = asked.said.verdict
    if verdict.level != EMERGENCY or verdict.why != "rules":
        return triage(rest).level in (EMERGENCY, URGENT)
    return verdict.cards[:1] != (card.removesuffix(OTHER_SUFFIX),) or triage(rest).level in (EMERGENCY, URGENT)


def only_asking(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The button that says so, in its very words; it also answers whether something is new or worse, and in any words
    it ends an urgent warning for which no sign was told.

    Args: decided: who takes what else the message says.
    """
    standing, warned, text = asked.state.standing, asked.state.warned, asked.said.text
    button = same_request(text, content().label("only_asking"))
    if standing is not None:
        ends = button and may_be_only_asked(standing)
        return (Step(ONLY_ASKING), *_asked_under(asked)) if ends else None
    if button and asked.state.awaiting == NEW_OR_WORSE:
        return (Step(NOTHING_NEW),)
    if warned is None or asked.has(NOT_WHOLE):
        return None
    if warned.told or warned.emergency is not None:
        return (Step(WARNING_STANDS, ((ABOUT, _MADE_LIGHT),)),) if button else None
    verdict = asked.said.verdict
    if verdict.signs or verdict.level == EMERGENCY or not _only_asked(text):
        return None
    return (Step(NOT_MEANT), *_beside(asked, without(text, _only_asked), decided))


def _only_asked(text: str) -> bool:
    return ONLY_ASKED in replies().correction(text).kinds or replies().no_emergency(text)


def wants_note_gone(text: str) -> bool:
    """Whether words of a sign in a text are those of a note that is to go or to be put right, and nothing tells that
    it is there now."""
    return _NOTE_GONE.search(text) is not None and _IS_THERE.search(text) is None


def help_asked(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """On a later day than the emergency it is asked once whether help was had, behind whom to call if it was not; what
    the message says is done after that.

    Args: decided: who takes that.
    """
    standing, stood = asked.state.standing, asked.state.stood
    if standing is None or stood is None or stood.day >= asked.who.today.isoformat() or deletes(asked):
        return None
    if asked.has(LANGUAGE) or asked.has(NOT_WHOLE) or asked.said.verdict.warns:
        # What is understood of it is the emergency alone, or it goes on.
        return None
    then = what_else(asked, asked.said.text, decided)
    if not then and standing.startswith(CRISIS_CARDS):
        # "I am still thinking about it": its own words are said for as long as nothing else is.
        return None
    heard = [(HEARD, words) for words in stood.heard] + [(SIGNS, sign) for sign in stood.signs]
    asks_help = Step(HELP_ASKED, ((CARD, standing), (DAY, stood.day), *heard))
    return (asks_help, *then)
