"""A row of the table: days that the clinic set for injections, with a wish to have them written down or without one:
they are of the plan, and no note of the diary."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import FORGET_ME, WHOSE, WORDS
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import without_people
from b12guide.plan import dialogue
from b12guide.understanding.acts import REQUEST

# "Kindly make a note of it", "please write this", "put that down".
_WRITE = re.compile(
    r"\b(?:(?:please|kindly|can you|could you|would you|will you|so|and|then|just|now)[, ]{1,2}){0,3}"
    r"(?:(?:make|take|keep) (?:a |me a )?(?:wee |little |quick )?note(?: of)?|note|write|record|mark|jot|log|pop|put"
    r"|save|remember|keep)"
    r"(?: (?:this|that|it|them|both|the (?:day|date|new date|new day)|these))?(?: (?:down|in|please|for me|there|now"
    r"|as well|too|in (?:the|my) (?:diary|plan|calendar|notes)|as my next appointment)){0,3}(?=\W*(?:$|[.;!?\n]))",
    re.I,
)

# A message of no more words than these tells nothing beside a time.
_FEW = 9


def days_set(asked: Asked) -> Taken:
    """The days of a plan that a message sets, whoever else would take it; a single one where it is to be noted."""
    state, person, verdict = asked.state, asked.about.person, asked.said.verdict
    if verdict.warns or verdict.asks_first or state.child_writes or person in state.children:
        return None
    if state.awaiting not in (None, PLAN) or state.standing is not None or asked.kind == FORGET_ME:
        return None
    kept, text = state.plans.get(person), asked.said.text
    if not dialogue.is_told(kept) or dialogue.on_hold(kept) or asked.about.several:
        return None
    if dialogue.wants_time(kept, text) and len(text.split()) <= _FEW:
        # That the time is not kept is said with the date.
        return (Step(PLAN, ((REQUEST, "next"), (WHOSE, person), (WORDS, "when is the next one"))),)
    for words in dict.fromkeys((text, without_people(text, state.plans))):
        if dialogue.sets_days(kept, words, asked.who):
            return (Step(PLAN, ((WHOSE, person), (WORDS, words))),)
    plain = _WRITE.sub(" ", text.replace("’", "'"))
    if plain == text.replace("’", "'"):
        return None
    return (Step(PLAN, ((WHOSE, person), (WORDS, plain))),) if dialogue.books_day(kept, plain, asked.who) else None
