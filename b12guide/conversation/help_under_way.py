"""Help that is under way after a card: a call that is promised or going on, a waiting room, a visit today. Nobody has
said what to do yet, so the warning stands, and what is said of it is taken up."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from b12guide.conversation.poison_line import says_no_iron
from b12guide.conversation.told_since import tells_change
from b12guide.shared import standing
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import Verdict

APPOINTMENT, CALLED_BACK, WAIT = "appointment_today", "called_back", "wait"
# "Mine is not old, it is three weeks."
NOT_OLD = "not_old"
NO_IRON = "child_no_iron"
# They are on the phone, or where they will be seen.
ON_THE_LINE, THERE_NOW, CHILD_ON_LINE, HELP_ON_LINE = "on_the_line", "there_now", "child_on_line", "help_on_line"
IN_TOUCH = frozenset({ON_THE_LINE, THERE_NOW, CHILD_ON_LINE, HELP_ON_LINE})
# What says that somebody who knows will hear of it: told, and not asked or hoped.
UNDER_WAY = frozenset({APPOINTMENT, CALLED_BACK, *IN_TOUCH})
_ON_THE_WAY = frozenset({HELP_ON_LINE, "help_called"})
# What is said of the warning itself, and tells of no other sign, whatever it sounds like.
_OF_WARNING = frozenset(
    {*UNDER_WAY, "takes_hours", NOT_OLD, "what_to_say", "poison_number"}
    | {"child_what_to_say", NO_IRON, "child_iron_asked", "child_blamed"}
)
# What is only hoped, asked, or would come in some case is no help that is coming.
_NOT_SURE = re.compile(
    r"\?|\b(?:if|hop(?:e|es|ing)|might|may|maybe|perhaps|try|trying|tried|could|should|unless|until|whether|wish|would)\b",
    re.I,
)
# Nobody is on the phone, or there, who only will be, was, or is not.
_NOT_NOW = re.compile(
    r"\b(?:will|i'?ll|going to|gonna|later|tomorrow|was|were|last|not|never|no ?one|nobody|\w+n't|cannot|before|when"
    r"|get (?:him|her|them|someone|somebody)|need|want|better)\b",
    re.I,
)
# A question behind what is told: "they are ringing me back, what do I say?"
_BEHIND = re.compile(
    r"(?:\s*,\s*|\s+)(?:(?:and|but|so)\s+){0,2}(?=(?:what|how|who|where|which|when)\b)"
    r"|(?:\s*,\s*|\s+(?:and|but|so)\s+)(?=(?:can|could|should|shall|do|does|is|are)\b)",
    re.I,
)
# They wait to be seen, and nobody has told them anything.
_WAITS = re.compile(
    r"\bwaiting (?:room|area)\b|\bwaiting to be (?:seen|called|checked)\b"
    r"|\b(?:sat|sitting|waiting|queu\w+) (?:here )?(?:in|at) ",
    re.I,
)
_WAS_TOLD = re.compile(
    r"\b(?:said|says|say|told|tells?|advised|(?:seen|checked) (?:me|us|him|her|them|by)|admitted)\b", re.I
)
# A place where nobody looks at a sign, and somebody whose call is no help.
_ELSEWHERE = re.compile(
    r"\b(?:dentist|orthodontist|vet|vets|garage|hotel|bank|salon|hairdresser|barber|school|airport|station|landlord"
    r"|electric\w*|gas board|council|plumber|work|boss|office)\b",
    re.I,
)
# What is said not to be so, or only asked, is none of these.
_DENIABLE = frozenset({"help_called", "iron_in_it", "only_vitamins", CALLED_BACK, ON_THE_LINE, THERE_NOW, HELP_ON_LINE})
_DENIED = re.compile(r"\b(?:no|not|never|nobody|nothing|without|free|\w+n't)\b", re.I)
_ASKED_OF_IRON = re.compile(r"^\W*(?:do|does|did|is|are|can|could|should|would|will|has|have)\b.*|.*\?\s*$", re.I)
# Where something else may be told behind the help that is under way: "they ring me back but my face is odd".
_CLAUSES = re.compile(r"\s*[,;:]\s*|\s+[-\u2013\u2014]\s+|\s+(?=(?:but|and|though|although|because|cos)\b)", re.I)
# A clause with so many words more may tell of a sign without a stop before it.
_LONGEST_CLAUSE = 10


def kinds_told(text: str, cards: Collection[str], *, emergency: bool = False) -> list[str]:
    """How a text speaks of a warning, as `Standing.kinds_of`; what is only asked or hoped of help is none that comes:
    it is heard as something else, or as a wish to wait."""
    words = standing()
    found = words.kinds_of(text, cards, emergency=emergency)
    denied = {kind for kind in _DENIABLE.intersection(found) if _is_denied(text, kind, cards, emergency=emergency)}
    if NO_IRON in found and not says_no_iron(text):
        # "No, it has iron in it" is heard as what it says.
        denied.add(NO_IRON)
    if denied:
        found = words.kinds_of(text, cards, emergency=emergency, but=denied)
    not_told = {kind for kind in UNDER_WAY.intersection(found) if not _told(text, kind, cards, emergency=emergency)}
    if not not_told:
        return found
    without = words.kinds_of(text, cards, emergency=emergency, but=UNDER_WAY | denied)
    return without or ([] if not_told & IN_TOUCH else [WAIT])


def _is_denied(text: str, kind: str, cards: Collection[str], *, emergency: bool) -> bool:
    """Whether each clause that is heard as a `kind` denies it, asks of iron, or tells of another place."""
    clauses = [
        clause
        for part in sentences(text.replace("\u2019", "'"))
        for clause in _BEHIND.split(part)
        if kind in standing().kinds_of(clause, cards, emergency=emergency)
    ]
    return bool(clauses) and all(
        _DENIED.search(clause) or _ELSEWHERE.search(clause) or (kind == "iron_in_it" and _ASKED_OF_IRON.match(clause))
        for clause in clauses
    )


def _told(text: str, kind: str, cards: Collection[str], *, emergency: bool) -> bool:
    """Whether a clause of a text tells of help of that `kind`, surely."""
    if kind not in IN_TOUCH and emergency:
        # There nobody only waits for it, whether it is told or asked.
        return True
    for part in sentences(text.replace("\u2019", "'")):
        for clause in _BEHIND.split(part):
            unsure = _NOT_SURE.search(clause) or (kind in IN_TOUCH and _NOT_NOW.search(clause)) or asks(clause)
            if not unsure and kind in standing().kinds_of(clause, cards, emergency=emergency):
                return True
    return False


def waits_to_be_seen(text: str) -> bool:
    """Whether somebody sits where they will be seen, and nobody has told them anything."""
    plain = text.replace("\u2019", "'")
    return _WAITS.search(plain) is not None and _WAS_TOLD.search(plain) is None


def only_in_touch(text: str, cards: Collection[str]) -> bool:
    """Whether they are on the phone, or where they will be seen, and nobody has said what to do yet."""
    if _WAS_TOLD.search(text.replace("\u2019", "'")) is not None:
        return False
    return waits_to_be_seen(text) or not IN_TOUCH.isdisjoint(kinds_told(text, cards))


def asks_on_the_way(text: str, card: str) -> bool:
    """Whether somebody asks what to say or to do while help is called to an emergency of a `card`, or is on its way:
    nobody has taken over yet."""
    asking = any(asks(clause) or "?" in clause for part in sentences(text) for clause in _BEHIND.split(part))
    return asking and not _ON_THE_WAY.isdisjoint(kinds_told(text, [card], emergency=True))


def of_warning_alone(
    verdict: Verdict, text: str, cards: Collection[str], signs: Collection[str], level_of: Callable[[str], Verdict]
) -> bool:
    """Whether a message that sounds like a sign is about the warning that stands: help that is under way, how long it
    takes, what to say, that it is new. It names no sign, or none but its `signs`, and tells of no change; and without
    the clauses that say so, no sign is left in it.

    Args: level_of: the verdict of a piece of the message by itself.
    """
    likeness = verdict.why == "likeness" and not verdict.signs
    known = verdict.level == "urgent" and set(verdict.signs) <= set(signs) and not tells_change(text)
    if not likeness and not known:
        return False
    clauses = [clause for part in sentences(text) for clause in _CLAUSES.split(part) if clause.strip()]
    about = [
        clause
        for clause in clauses
        if len(clause.split()) <= _LONGEST_CLAUSE and not _OF_WARNING.isdisjoint(kinds_told(clause, cards))
    ]
    if not about:
        return False
    rest = ". ".join(clause for clause in clauses if clause not in about)
    return not any(c.isalpha() for c in rest) or not level_of(rest).warns
