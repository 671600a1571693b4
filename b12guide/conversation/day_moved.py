"""A row of the table: the day to which the clinic moved an injection, in what only sounds as if it told of a sign:
"nurse rang, she can't come tomorrow, she's moved dad's to Friday"."""

from __future__ import annotations

import re

from b12guide.conversation.advice_told import names_none
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import URGENT, WHOSE, WORDS
from b12guide.conversation.state import NEW_OR_WORSE, PLAN
from b12guide.conversation.whose import without_people
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.plan.reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS

_MOVED = re.compile(
    r"\b(?:moved|changed|shifted|switched|swapped|pushed|put|rebooked|rescheduled|re-?arranged|postponed|brought)\b"
    r"[^.;!?]{0,60}?\b(?:to|for|till|until|on)\b (?!come\b|see\b|do\b)(?P<day>[^.;!?,]{3,40})",
    re.I,
)
_LAST_TO = re.compile(r"\b(?:to|until|till|for) (?!.*\b(?:to|until|till|for)\b)", re.I)
_CLINIC = re.compile(
    r"\b(?:nurses?|clinic|surgery|practice|hospital|receptionist|doctor|gp|pharmacy|they|she|he|appointments?|appt"
    r"|injections?|jabs?|shots?|it'?s been|been)\b",
    re.I,
)
# Words in which a clinic's call is told, and in which nothing of how anybody feels is.
_OF_A_CALL = frozenset(
    re.findall(
        r"\S+",
        """
    the a an my our her his their nurse nurses clinic surgery practice hospital receptionist doctor gp pharmacy rang
    phoned called texted wrote emailed messaged said says saying she he they she's he's they've they're she'll has have
    had is was are been it it's cant can't cannot couldn't could come make see do get in be away off busy tomorrow today
    then now so and but as because moved changed shifted switched swapped pushed put rebooked rescheduled rearranged
    postponed brought back forward to for on until till from instead of appointment appt injection injections jab jabs
    shot shots one ones next this that morning afternoon evening just only me us him hi hello please thanks ok ve s ll
    week
    """,
    )
)
_DAYS = re.compile(rf"\b(?:{MONTHS}|{WEEKDAY_WORDS}|\d{{1,2}}{NTH_END}?)\b", re.I)
_NOT_SO = re.compile(
    r"\b(?:if|can|could|should|want|wants|wish|hope|hoping|may|might|would|ask|asked|maybe)\b|\?", re.I
)


def day_moved(asked: Asked) -> Taken:
    """The new day, where the rules see no sign and the plan has an injection to move."""
    state, verdict, text = asked.state, asked.said.verdict, asked.said.text.replace("’", "'")
    only_sounds = (
        verdict.asks_first or state.awaiting == NEW_OR_WORSE or (verdict.level == URGENT and names_none(verdict))
    )
    if not only_sounds or verdict.signs or state.standing or state.child_writes or state.warned is not None:
        return None
    person = asked.about.person
    found = _MOVED.search(text)
    if found is None or _CLINIC.search(text) is None or _NOT_SO.search(text) or person in state.children:
        return None
    if verdict.level == URGENT and not _only_of_a_call(asked):
        return None
    kept = state.plans.get(person)
    words = _LAST_TO.split(found["day"])[-1]
    day, _ = dialogue.coming_date(words, asked.who)
    if day is None or not dialogue.is_told(kept) or dialogue.on_hold(kept):
        return None
    step = Step(PLAN, ((WHOSE, person), (WORDS, f"My clinic moved it to {full_date(day)}")))
    # It is no answer to whether something is worse.
    return (step,) if state.awaiting in (None, PLAN, NEW_OR_WORSE) else None


def _only_of_a_call(asked: Asked) -> bool:
    """Whether a message has no word but those of a call from the clinic, of people and of days."""
    text = without_people(asked.said.text.replace("’", "'"), asked.state.plans)
    return all(word in _OF_A_CALL for word in re.findall(r"[a-z][a-z'-]*", _DAYS.sub(" ", text.lower())))
