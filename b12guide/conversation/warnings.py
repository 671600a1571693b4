"""Rows of the table: signs, warnings that stand, and what ends them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta

from b12guide.conversation.advice_told import beside_advice, had_advice, names_none, tells_of_advice
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.diaries import diary
from b12guide.conversation.done_beside_warning import done_beside_warning
from b12guide.conversation.dose_told import beside_warning
from b12guide.conversation.kinds import (
    ABOUT,
    ADVISED,
    AFFIRM,
    ANOTHER,
    BANTER,
    CARD,
    CORRECTED,
    DENY,
    DIARY,
    DOSE_CHANGE,
    EMERGENCY,
    FEELINGS,
    FORGET_ME,
    HELD,
    LOWERED,
    NOTHING_NEW,
    ONLY_ASKING,
    REMINDERS,
    REPAIR,
    STANDS,
    URGENT,
    WARNING_STANDS,
)
from b12guide.conversation.plans import DOSE_CARD, heard_topic, question_beside, resumes, tells_extra_day
from b12guide.conversation.soft_questions import SURE_BESIDE
from b12guide.conversation.state import ADVICE, FORGET, NEW_OR_WORSE, PLAN, Warned
from b12guide.conversation.told_feelings import tells_joy
from b12guide.conversation.whose import ME
from b12guide.diary.reading import NOTE, asked_of_diary
from b12guide.diary.visits import seen_later
from b12guide.plan import dialogue
from b12guide.safety import LONG_AGO, NOT_HAD_YET, ON_A_DAY, ON_SCREEN, ONLY_ASKED, PRESSED, WEEKS_AGO
from b12guide.shared import content, replies, standing, triage
from b12guide.understanding.acts import (
    ASK_TOPIC,
    BESIDE,
    CLINIC_AGREED,
    HELP_IS_HERE,
    NOT_UNDERSTOOD,
    NOT_WHOLE,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    TOPIC,
    UNSURE,
    WAS_LONG_AGO,
)
from b12guide.understanding.intent_model import same_request
from b12guide.understanding.sentences import asks, sentences
from b12guide.understanding.verdict import CRISIS_ROW, GENERAL_CARD, OTHER_SUFFIX, URGENT_ROWS, Verdict

# The one row of the triage table that being old and unchanged makes routine, of tingling and numbness (its rule 7).
OLD_MAY_BE_CALM = "B2"
# The card of a level that is low in a pregnancy, where nothing is felt; and what may be said beside a question then.
LEVEL_CARD, FEELS_WELL, WAIT = "pregnancy_level", frozenset({"made_light", "feels_better"}), "wait"
# What is done beside the word that advice was had.
DONE_BESIDE = frozenset({PLAN, DIARY, REMINDERS})
# Messages after an urgent card in which words that say nothing else are about it.
SOON = 3
# Answers of these topics would explain the sign, or say how long it lasts.
EXPLAINS_SIGNS = frozenset(
    {"nerve_recovery", "time_to_feel_better", "not_improving", "diagnosis_request", "symptoms_of_deficiency"}
)
# What a writer asks of their own injections.
_OWN_DATE = re.compile(
    r"\b(?:mine|my (?:own|next|last)\b|my (?:own |next |last )?(?:b-?12|injections?|jabs?|jags?|shots?|needles?|dose"
    r"|dates?|plan|appointment|turn)|(?:am|are|do|was|can|should) (?:i|me)|i'?m|i am)\b",
    re.I,
)
_CRISIS, _CRISIS_OF_WRITER, _LANGUAGE = "crisis_", "crisis_thoughts", "language_"
# Who says that these are not happening may be too ill to know it, may wish it unsaid, or may have taken something.
NEVER_ONLY_ASKED = (_CRISIS, "stroke", "poisoning", _LANGUAGE)
# A reaction, and what it would be without an injection before it.
ALLERGY_CARD = "allergy"
REACTION_CARD, _NEEDS_INJECTION = "anaphylaxis", ("anaphylaxis", "breathing")
# A reaction within so long is an emergency also where it has gone (rule 7).
_STILL_NEW = timedelta(days=2)
_ME = re.compile(
    r"\b(?:it'?s|it is|that'?s|that is|this is|was|about|meant?) (?:really |actually |just )?(?:about )?(?:me|myself)\b"
    r"|\bi(?:'m| am) the one\b|\bnot (?:somebody|someone|anybody|anyone) else\b",
    re.I,
)
# Cards whose emergency is answered in one piece, whatever is asked.
WORDED_AS_A_WHOLE = ("crisis_", "language_")
# What is told to be well where a warning stands.
_WELL = re.compile(
    r"\b(?:breath(?:ing|es|e)|swallow(?:ing|s)?|talk(?:ing|s)?|walk(?:ing|s)?)(?: is| are|'s)?(?: (?:just|all"
    r"|quite|totally|perfectly|still))?"
    r" (?:fine|ok|okay|normal|normally|well|alright|all right|good|grand)\b"
    r"|\bno (?:trouble|problem|difficulty|issues?) (?:with )?(?:breathing|swallowing|walking|talking)\b",
    re.I,
)
_SAYS_NOTHING_ELSE = frozenset(
    {UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, DOSE_CHANGE, *FEELINGS, *BANTER, *REPAIR}
)


def emergency_sign(asked: Asked) -> Taken:
    verdict = asked.said.verdict
    if (verdict.level != EMERGENCY and asked.kind != EMERGENCY) or _sounds_like_what_stands(asked):
        return None
    return None if tells_of_advice(asked) else (Step(EMERGENCY, ((CARD, verdict.card),)), *beside_warning(asked))


def _question(asked: Asked) -> tuple[tuple[str, str], ...]:
    """What a message asks about a topic, as details of a step; nothing where it asks nothing."""
    beside = question_beside(asked, ()) if asks(asked.said.text) else None
    return beside.details if beside is not None else ()


def _sounds_like_what_stands(asked: Asked) -> bool:
    """Whether a message names no sign, and is only like an emergency while one stands: its action is said again. So it
    is where it is only like a wish to die, whatever else it names, and where somebody tells of the same emergency that
    help has come. What was told in another language may be any of them, a wish to die too, but nothing that has no
    name."""
    verdict, card = asked.said.verdict, asked.state.standing
    if card is None or card.startswith(_CRISIS):
        return False
    if names_none(verdict) or card.startswith(_LANGUAGE):
        return names_none(verdict)
    return only_like_crisis(verdict) or (
        verdict.cards[:1] == (card.removesuffix(OTHER_SUFFIX),) and asked.has(HELP_IS_HERE)
    )


def only_like_crisis(verdict: Verdict) -> bool:
    """Whether a wish to die was heard by likeness alone: no rule knows the words."""
    return verdict.level == EMERGENCY and verdict.why == "likeness" and verdict.cards[:1] == (_CRISIS_OF_WRITER,)


def crisis_denied(asked: Asked) -> Taken:
    """A wish to die is denied that was taken from words about the emergency before it: that one stands again."""
    standing, before = asked.state.standing, asked.state.stood_before
    if standing is None or before is None or not standing.startswith(_CRISIS) or asked.said.verdict.level == EMERGENCY:
        return None
    of_crisis = {sign.status for sign in triage(asked.said.text).signs if sign.id == CRISIS_ROW}
    return (Step(EMERGENCY, ((CARD, before),)),) if of_crisis == {"negated"} else None


def help_is_here(asked: Asked) -> Taken:
    """Help is there. After "Delete it?" a yes is about deleting. After a reaction, or what may be one in another
    language, no injection follows before the clinic agrees."""
    if asked.state.standing is None or (deletes(asked) and asked.state.awaiting == FORGET):
        return None
    if not (asked.has(HELP_IS_HERE) or (asked.kind == HELP_IS_HERE and asked.state.awaiting != FORGET)):
        return None
    may_be_one = asked.state.standing.startswith((REACTION_CARD, _LANGUAGE))
    reaction = may_be_one or replies().reaction_treated(asked.said.text)
    resumed = resumes(asked) or ()
    question = _question(asked) if not resumed else ()
    here = Step(HELP_IS_HERE, ((HELD, "yes"),) if reaction and not resumed else ())
    return (here, *resumed, *((Step(ASK_TOPIC, question),) if question else ()))


def corrected(asked: Asked) -> Taken:
    """The fact is corrected: it was none of an emergency. What the same message asks is answered after that."""
    card = asked.state.standing
    if card is None or asked.has(NOT_WHOLE):
        return None
    found = replies().correction(asked.said.text)
    if card.startswith(REACTION_CARD) and _was_before(asked, found.kinds):
        # Over and not looked at yet (B1): no other injection before the clinic agrees.
        return (Step(URGENT, ((CARD, ALLERGY_CARD),)),)
    kinds = found.kinds | ({LONG_AGO} if asked.has(WAS_LONG_AGO) else set())
    if not any(_ends(kind, card) for kind in kinds) or _tells_of_another(asked, card, found.rest):
        return None
    heard = (Step(ASK_TOPIC, asked.said.act.details),) if asked.kind == ASK_TOPIC else ()
    # "That was in 2010" is only a little like a question.
    question = heard if asks(asked.said.text) else _asked_under(asked) or heard
    return (Step(CORRECTED), *question)


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
        return not card.startswith((_CRISIS, _LANGUAGE))
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


def only_asking(asked: Asked) -> Taken:
    """The button that says so, in its very words; it also answers whether something is new or worse."""
    standing = asked.state.standing
    if not same_request(asked.said.text, content().label("only_asking")):
        return None
    if standing is None:
        return (Step(NOTHING_NEW),) if asked.state.awaiting == NEW_OR_WORSE else None
    return (Step(ONLY_ASKING), *_asked_under(asked)) if may_be_only_asked(standing) else None


def emergency_stands(asked: Asked) -> Taken:
    """Any other message in an emergency repeats what to do; deleting works beneath it. Who says that they are the one
    in danger, and was taken for somebody beside, gets the card for themselves."""
    if asked.state.standing is None:
        return None
    plain = asked.said.text.replace("’", "'")
    if asked.state.standing.startswith(_CRISIS) and asked.state.standing.endswith(OTHER_SUFFIX) and _ME.search(plain):
        return (Step(EMERGENCY, ((CARD, _CRISIS_OF_WRITER),)),)
    beneath = (Step(asked.kind),) if deletes(asked) else ()
    about = () if beneath else _about_emergency(asked.said.text, asked.state.standing)
    return (Step(STANDS, ((CARD, asked.state.standing), *about)), *beneath)


def _about_emergency(text: str, card: str) -> tuple[tuple[str, str], ...]:
    """What a message says of the emergency of a `card`, or that it asks something else; nothing in a crisis, nor in
    another language, whose words are chosen as a whole."""
    if card.startswith(WORDED_AS_A_WHOLE):
        return ()
    kinds = standing().kinds_of(text, [card], emergency=True)
    return tuple((ABOUT, kind) for kind in kinds or ([ANOTHER] if asks(text) else []))


def urgent_sign(asked: Asked) -> Taken:
    verdict = asked.said.verdict
    if ((verdict.level != URGENT or verdict.asks_first) and asked.kind != URGENT) or tells_of_advice(asked):
        return None
    if asked.state.warned is not None and names_none(verdict) and _WELL.search(asked.said.text.replace("’", "'")):
        # "She's breathing fine. Was it the b12?" behind a card tells of no new sign.
        return warning_stands(asked) or (Step(WARNING_STANDS),)
    # Nothing is counted from a dose that was a wrong one.
    beside = () if DOSE_CARD in verdict.cards else beside_warning(asked)
    return (Step(URGENT, ((CARD, asked.said.verdict.card),)), *beside)


def reacted_before(asked: Asked) -> Taken:
    """A reaction to an injection that is told of only now, and is over (B1): no other one before the clinic agrees."""
    if asked.has(CLINIC_AGREED) or any(dialogue.on_hold(plan) for plan in asked.state.plans.values()):
        return None
    told = replies().reacted_before(asked.said.text)
    return (Step(URGENT, ((CARD, ALLERGY_CARD),)),) if told else None


def new_or_worse(asked: Asked) -> Taken:
    """What only sounds urgent is asked about: a card follows unless the answer is no. A warning that stands is said."""
    waits = asked.state.awaiting == NEW_OR_WORSE
    if asked.said.verdict.asks_first and not waits and asked.state.warned is None and tells_joy(asked):
        return None
    if asked.said.verdict.asks_first and not waits:
        return (Step(NEW_OR_WORSE),) if asked.state.warned is None else advised(asked) or warning_stands(asked)
    if not waits:
        return None
    if asked.said.verdict.asks_first or asked.kind == AFFIRM or replies().not_sure(asked.said.text):
        return (Step(URGENT, ((CARD, GENERAL_CARD),)),)
    return (Step(NOTHING_NEW),) if asked.kind == DENY else None


def advised(asked: Asked, decided: Callable[[Asked], Taken] = lambda _: None) -> Taken:
    """Somebody who knows has heard of the sign and said what to do.

    Args: decided: who takes what else the message says.
    """
    if asked.state.warned is None or not had_advice(asked):
        return None
    rest = beside_advice(asked.said.text)
    if rest and not asked.said.excerpt:
        state = replace(asked.state, warned=None)
        taken = decided(replace(asked, said=asked.said.alone(rest), state=state, written="")) or ()
        then = tuple(step.read_from(rest) for step in taken if step.kind in DONE_BESIDE)
        if then:
            return (Step(ADVISED), *then)
    # "The GP has given me advice" asks nothing, whatever topic it sounds like.
    question = question_beside(asked, ()) if asks(asked.said.text) else None
    return (Step(ADVISED), question) if question is not None else (Step(ADVISED),)


def lowered(asked: Asked) -> Taken:
    """What was told of, taken together with this, is old and unchanged: of numbness and tingling alone (B2)."""
    warned = asked.state.warned
    if warned is None or {sign for sign in warned.signs if sign[0] in URGENT_ROWS} != {OLD_MAY_BE_CALM}:
        return None
    together = triage(f"{', '.join(warned.heard)}. {asked.said.text}")
    if all(sign.status != "steady" for sign in together.signs):
        return None
    # What is to be written down of it is kept.
    found = asked_of_diary(asked.said.text)
    note = (diary(asked, found) or ()) if found is not None and found.what == NOTE and found.words else ()
    return (Step(LOWERED), *note)


def own_plan_beside(asked: Asked, decided: Callable[[Asked], Taken] = lambda _: None) -> Taken:
    """What the writer asks of their own injections while a warning stands that is somebody else's: mum's hives hold no
    plan but hers.

    Args: decided: who takes the question by itself.
    """
    warned = asked.state.warned
    if warned is None or warned.about(ME) or asked.said.verdict.warns or asked.said.excerpt:
        return None
    for part in sentences(asked.said.text):
        if _OWN_DATE.search(part.replace("’", "'")) is None or not (asks(part) or part.rstrip().endswith("?")):
            continue
        own = replace(asked, said=asked.said.alone(part), state=replace(asked.state, warned=None), written="")
        if own.said.verdict.warns or own.about.person != ME:
            continue
        steps = tuple(step.read_from(part) for step in decided(own) or () if step.kind == PLAN)
        if steps:
            return steps
    return None


def warning_stands(asked: Asked) -> Taken:
    """What is said of the sign, or of getting advice, has the action repeated; so has what is not understood, or would
    explain the sign, soon after the card."""
    warned = asked.state.warned
    if warned is None:
        return None
    about = standing().kinds_of(asked.said.text, warned.cards)
    # A visit to come has nobody look at the sign today, and is no date of an injection.
    about = about or ([WAIT] if seen_later(asked.said.text) else [])
    if tells_extra_day(asked) or done_beside_warning(asked):
        return None
    if FEELS_WELL.issuperset(about) and asks_beside_known_level(asked, warned):
        return None
    # "I would never hurt myself, I promise" asks nothing, whatever topic it sounds a little like.
    unsure = asked.said.act.confidence < SURE_BESIDE or asked.has(BESIDE)
    faintly = asked.kind == ASK_TOPIC and unsure and not asks(asked.said.text)
    says_nothing = asked.kind in _SAYS_NOTHING_ELSE or (asked.kind in (AFFIRM, DENY) and asked.state.awaiting is None)
    soon = warned.turns < SOON and (says_nothing or faintly or _explains(asked.said.act.values(TOPIC)))
    refused = asked.said.verdict.asks_first or (asked.state.awaiting == ADVICE and asked.kind == DENY)
    if not about and not soon and not refused:
        return None
    return (Step(WARNING_STANDS, tuple((ABOUT, kind) for kind in about)),)


def asks_beside_known_level(asked: Asked, warned: Warned) -> bool:
    """Whether something is asked while all that stands is a low level in a pregnancy that the clinic knows of: the
    advice was given, and the question has its answer."""
    known = warned.known or replies().clinician_knows(asked.said.text)
    return warned.cards == [LEVEL_CARD] and known and (asked.kind in (ASK_TOPIC, PLAN) or asks(asked.said.text))


def _explains(topics: list[str]) -> bool:
    return bool(topics) and set(topics) <= EXPLAINS_SIGNS


def deletes(asked: Asked) -> bool:
    """Whether a message asks for everything to be deleted, or answers whether it shall be."""
    return asked.kind == FORGET_ME or (asked.state.awaiting == FORGET and asked.kind in (AFFIRM, DENY))


def may_be_only_asked(card: str) -> bool:
    """Whether the emergency of a card may end because the person says that it is not happening."""
    return not card.startswith(NEVER_ONLY_ASKED)
