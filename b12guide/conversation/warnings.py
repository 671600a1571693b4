"""Rows of the table: signs, and an emergency that stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from b12guide.conversation.advice_told import names_none, of_advice, tells_of_advice
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.dose_told import beside_warning
from b12guide.conversation.focus import named_in as things_in
from b12guide.conversation.help_under_way import kinds_told, of_warning_alone
from b12guide.conversation.kinds import (
    ABOUT,
    AFFIRM,
    ANOTHER,
    CARD,
    DENY,
    EMERGENCY,
    FORGET_ME,
    HEARD,
    NOTHING_NEW,
    SEEN,
    STANDS,
    URGENT,
    WARNING_STANDS,
)
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.plans import CHILD_CARD, DOSE_CARD
from b12guide.conversation.state import FORGET, NEW_OR_WORSE
from b12guide.conversation.told_feelings import tells_joy
from b12guide.conversation.urgent_stands import advised, warning_stands
from b12guide.conversation.what_else import what_else, without
from b12guide.plan import dialogue
from b12guide.safety import ONLY_ASKED
from b12guide.shared import content, replies
from b12guide.understanding.acts import (
    CLINIC_AGREED,
    HELP_IS_HERE,
    NEAR,
)
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import GENERAL_CARD, OTHER_SUFFIX, Verdict

TO_SAY = "what_to_say"
CRISIS_CARDS, CRISIS_OF_WRITER, LANGUAGE_CARDS = "crisis_", "crisis_thoughts", "language_"
# Who says that these are not happening may be too ill to know it, may wish it unsaid, or may have taken something.
NEVER_ONLY_ASKED = (CRISIS_CARDS, "stroke", "poisoning", LANGUAGE_CARDS)
# A reaction that is over, and one that is not.
ALLERGY_CARD, REACTION_CARD = "allergy", "anaphylaxis"
_ME = re.compile(
    r"\b(?:it'?s|it is|that'?s|that is|this is|was|about|meant?) (?:really |actually |just )?(?:about )?(?:me|myself)\b"
    r"|\bi(?:'m| am) the one\b|\bnot (?:somebody|someone|anybody|anyone) else\b",
    re.I,
)
# Cards whose emergency is answered in one piece, whatever is asked.
WORDED_AS_A_WHOLE = (CRISIS_CARDS, LANGUAGE_CARDS)
# What says what was meant, in so many words at most.
_MEANS, MOST_MEANT = re.compile(r"\bi (?:just |only )?(?:mean|meant)\b|\bas in\b", re.I), 7
# What is told to be well where a warning stands.
_WELL = re.compile(
    r"\b(?:breath(?:ing|es|e)|swallow(?:ing|s)?|talk(?:ing|s)?|walk(?:ing|s)?)(?: is| are|'s)?(?: (?:just|all"
    r"|quite|totally|perfectly|still))?"
    r" (?:fine|ok|okay|normal|normally|well|alright|all right|good|grand)\b"
    r"|\bno (?:trouble|problem|difficulty|issues?) (?:with )?(?:breathing|swallowing|walking|talking)\b",
    re.I,
)


# Where a clause ends, and how many words one has that says nothing else.
_CLAUSE = re.compile(r"[,;.!?]+\s+|[.!?]+$|\s+(?=(?:but|though|although|except|however|only|just|and)\b)", re.I)
_SAYS_NO_MORE = 10


def emergency_sign(asked: Asked) -> Taken:
    verdict = asked.said.verdict
    if (verdict.level != EMERGENCY and asked.kind != EMERGENCY) or _sounds_like_what_stands(asked):
        return None
    if _of_what_stands(asked):
        return None
    return None if tells_of_advice(asked) else (Step(EMERGENCY, ((CARD, verdict.card),)), *beside_warning(asked))


def _only_says_none(asked: Asked) -> bool:
    """Whether a message that only sounds urgent and names no sign says in a clause that there is no emergency, or that
    help was had, and its other clauses sound like none."""
    verdict = asked.said.verdict
    if verdict.level != URGENT or not names_none(verdict):
        return False
    clauses = [part for part in _CLAUSE.split(asked.said.text.strip()) if part]
    rest = [part for part in clauses if not says_none(part)]
    return len(rest) < len(clauses) and not asked.said.alone(". ".join(rest)).verdict.warns


def nothing_the_matter(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """Who says that there is no emergency, or that help was had, where nothing stands: it only sounded like a sign, and
    what else the message says is done.

    Args: decided: who takes that.
    """
    text = asked.said.text
    nothing_stands = asked.state.standing is None and asked.state.warned is None
    if not (nothing_stands and asked.said.verdict.warns and _only_says_none(asked)):
        return None
    helped = any(of_advice(part) for part in sentences(text))
    seen = ((SEEN, "yes"),) if replies().was_seen(text) else ()
    first = Step(HELP_IS_HERE, seen) if helped else Step(NOTHING_NEW)
    return (first, *what_else(asked, without(text, says_none), decided))


def says_none(clause: str) -> bool:
    """Whether a clause says that there is no emergency, or that help was had, and has no room for more."""
    if len(clause.split()) > _SAYS_NO_MORE:
        return False
    said = replies()
    return said.no_emergency(clause) or ONLY_ASKED in said.correction(clause).kinds or of_advice(clause)


def _sounds_like_what_stands(asked: Asked) -> bool:
    """Whether a message names no sign, and is only like an emergency while one stands: its action is said again. So it
    is where it is only like a wish to die, whatever else it names, and where somebody tells of the same emergency that
    help has come. What was told in another language may be any of them, a wish to die too, but nothing that has no
    name."""
    verdict, card = asked.said.verdict, asked.state.standing
    if card is None or card.startswith(CRISIS_CARDS):
        return False
    if names_none(verdict) or card.startswith(LANGUAGE_CARDS):
        return names_none(verdict)
    return only_like_crisis(verdict) or (
        verdict.cards[:1] == (card.removesuffix(OTHER_SUFFIX),) and asked.has(HELP_IS_HERE)
    )


def only_like_crisis(verdict: Verdict) -> bool:
    """Whether a wish to die was heard by likeness alone: no rule knows the words."""
    return verdict.level == EMERGENCY and verdict.why == "likeness" and verdict.cards[:1] == (CRISIS_OF_WRITER,)


def emergency_stands(asked: Asked) -> Taken:
    """Any other message in an emergency repeats what to do; deleting works beneath it. Who says that they are the one
    in danger, and was taken for somebody beside, gets the card for themselves."""
    if asked.state.standing is None:
        return None
    plain = asked.said.text.replace("’", "'")
    if (
        asked.state.standing.startswith(CRISIS_CARDS)
        and asked.state.standing.endswith(OTHER_SUFFIX)
        and _ME.search(plain)
    ):
        return (Step(EMERGENCY, ((CARD, CRISIS_OF_WRITER),)),)
    beneath = (Step(asked.kind),) if deletes(asked) else ()
    about = () if beneath else _about_emergency(asked.said.text, asked.state.standing)
    # What they are to say on the phone is what they told.
    to_say = asked.state.stood if (ABOUT, TO_SAY) in about else None
    heard = tuple((HEARD, words) for words in to_say.heard) if to_say is not None else ()
    return (Step(STANDS, ((CARD, asked.state.standing), *about, *heard)), *beneath)


def _about_emergency(text: str, card: str) -> tuple[tuple[str, str], ...]:
    """What a message says of the emergency of a `card`, or that it asks something else; nothing in a crisis, nor in
    another language, whose words are chosen as a whole."""
    if card.startswith(WORDED_AS_A_WHOLE):
        return ()
    kinds = kinds_told(text, [card], emergency=True)
    return tuple((ABOUT, kind) for kind in kinds or ([ANOTHER] if asks(text) else []))


def _of_what_stands(asked: Asked) -> bool:
    """Whether a message that sounds like a sign is only about the urgent warning that stands: "they are ringing me
    back", "I sit in the emergency waiting room", "it is three weeks old"."""
    warned = asked.state.warned
    if warned is None or warned.emergency is not None or asked.state.standing is not None:
        return False
    if not warned.lately(asked.who.today) or only_like_crisis(asked.said.verdict):
        return False
    said = asked.said
    return of_warning_alone(said.verdict, said.text, warned.cards, warned.signs, lambda rest: said.alone(rest).verdict)


def _told_once_more(asked: Asked) -> bool:
    """Whether a message says of a sign what the card of today quoted: the card again would be the same, word for
    word."""
    warned, verdict = asked.state.warned, asked.said.verdict
    if warned is None or warned.emergency is not None or warned.day != asked.who.today.isoformat():
        return False
    return bool(verdict.heard) and set(verdict.heard) <= set(warned.heard) and set(verdict.cards) <= set(warned.cards)


def urgent_sign(asked: Asked) -> Taken:
    verdict = asked.said.verdict
    if (verdict.level != URGENT or verdict.asks_first) and asked.kind != URGENT:
        return None
    if tells_of_advice(asked):
        return None
    well = names_none(verdict) and _WELL.search(asked.said.text.replace("’", "'")) is not None
    about_it = _of_what_stands(asked) or _told_once_more(asked)
    if asked.state.warned is not None and (well or about_it or _only_says_none(asked)):
        # "She's breathing fine. Was it the b12?" behind a card tells of no new sign.
        return warning_stands(asked) or (Step(WARNING_STANDS),)
    # Nothing is counted from a dose that was a wrong one.
    wrong = not {DOSE_CARD, CHILD_CARD}.isdisjoint(verdict.cards)
    beside = () if wrong else beside_warning(asked)
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
    if asked.said.verdict.asks_first and not waits and asked.state.warned is None and (meant := _only_meant(asked)):
        return meant
    if asked.said.verdict.asks_first and not waits:
        warned = asked.state.warned
        stands = warned is not None and (warned.emergency is not None or warned.lately(asked.who.today))
        return (advised(asked) or warning_stands(asked)) if stands else (Step(NEW_OR_WORSE),)
    if not waits:
        return None
    if asked.said.verdict.asks_first or asked.kind == AFFIRM or replies().not_sure(asked.said.text):
        return (Step(URGENT, ((CARD, GENERAL_CARD),)),)
    return (Step(NOTHING_NEW),) if asked.kind == DENY else None


def _only_meant(asked: Asked) -> Taken:
    """ "A van, I mean": in a few words behind an answer it says of what that was asked, and no sign."""
    said, every, state = asked.said, content().questions, asked.state
    if not state.last or len(said.text.split()) > MOST_MEANT or not _MEANS.search(said.text) or said.verdict.signs:
        return None
    near = [every[one] for one in said.act.values(NEAR)[:1] if one in every]
    return asks_of([one for one in near if one.topic in state.last and one.about in things_in(said.text)])


def deletes(asked: Asked) -> bool:
    """Whether a message asks for everything to be deleted, or answers whether it shall be."""
    return asked.kind == FORGET_ME or (asked.state.awaiting == FORGET and asked.kind in (AFFIRM, DENY))


def may_be_only_asked(card: str) -> bool:
    """Whether the emergency of a card may end because the person says that it is not happening."""
    return not card.startswith(NEVER_ONLY_ASKED)
