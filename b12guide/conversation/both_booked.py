"""A row of the table: one day that the clinic set for two people whose plans are known: "they've put us both in for
Friday 11 December, me at 10.20 and Bob at half past"."""

from __future__ import annotations

import re
from datetime import date

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import HEADED, WHOSE, WORDS
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, named_in
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.understanding.acts import REQUEST

_LONGEST = 300
_BOTH = re.compile(
    r"\b(?:us both|both of us|the two of us|the pair of us|we(?:'re| are|'ve| have)(?: now)? both"
    r"|me and (?:him|her|them|my \w+|[A-Z]\w+)|both our|our (?:appointments?|jabs?|injections?)(?: are| is| have))\b",
    re.I,
)
_SET = re.compile(
    r"\b(?:put|puts|putting|book(?:ed|ing|s)?|booked|fitted|fit|squeezed|slotted|moved|doing|do|down|seeing|see|got|gave"
    r"|given|offered|appointments?|in) ",
    re.I,
)
# What is only wished, asked, or was had, sets no day.
_NOT_SET = re.compile(
    r"\?|\b(?:can|could|should|would|may|might|if|whether|want|wants|wish|hope|hoping|like|prefer|ask|asked|had|went|were"
    r"|was|away|holiday|not|isn't|aren't|don't|didn't|never)\b",
    re.I,
)
_SENTENCE, _PIECE = (
    re.compile(r"(?<=[.;!?\n])\s+"),
    re.compile(r"[;!?\n]+\s*|\.\s+|,\s+(?!\d)|\s(?:and|but|while)\s", re.I),
)
_CLOCK = re.compile(r"(?<![\d/.:])\d{1,2}[.:]\d\d(?:am|pm)?(?![\d/.])|\b\d{1,2} ?(?:am|pm)\b", re.I)


def both_booked(asked: Asked) -> Taken:
    """The day that was set for both goes into each of the two plans."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    if asked.said.verdict.warns or state.child_writes or state.of_child is not False or len(text) > _LONGEST:
        return None
    told = [one for one, plan in state.plans.items() if dialogue.is_told(plan) and one not in state.children]
    sentence = next((part for part in _SENTENCE.split(text) if _BOTH.search(part)), None)
    if ME not in told or len(told) < 2 or sentence is None or not _SET.search(sentence) or _NOT_SET.search(sentence):
        return None
    others = [one for one in told if one != ME]
    named = [one for one in named_in(text, state.known) if one in others]
    pair = (ME, *dict.fromkeys(named or others))
    day = _day(sentence, asked)
    if len(pair) != 2 or day is None:
        return None
    words = f"they have booked it for {full_date(day)}"
    steps = []
    for one in pair:
        if not dialogue.books_day(state.plans[one], words, asked.who):
            return None
        clock = _CLOCK.search(text) if one == ME else None
        said = f"{words} at {clock[0]}" if clock else words
        steps.append(Step(PLAN, ((REQUEST, "state"), (WHOSE, one), (WORDS, said), (HEADED, "yes"))))
    return tuple(steps)


def _day(sentence: str, asked: Asked) -> date | None:
    """The one day to come that a sentence names."""
    days = {
        found
        for piece in _PIECE.split(_CLOCK.sub(" ", sentence))
        if (found := dialogue.coming_date(piece, asked.who)[0]) is not None
    }
    return days.pop() if len(days) == 1 else None
