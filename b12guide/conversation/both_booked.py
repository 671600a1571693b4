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
from b12guide.plan.reading.day_words import MONTHS, WEEKDAY_WORDS
from b12guide.understanding.acts import REQUEST

_LONGEST = 300
_US = r"(?:us both|both of us|the two of us|the pair of us|me and (?:him|her|them|my \w+|[A-Z]\w+))"
_OURS = r"(?:both our|our) (?:b-?12 )?(?:appointments?|jabs?|injections?)"
_BOTH = re.compile(rf"\b(?:{_US}|we(?:'re| are|'ve| have)(?: now)? both|{_OURS})\b", re.I)
_BOOKED = r"(?:book(?:ed|ing|s)?|fitted|fit|squeezed|slotted|moved)"
_DAY_WORD = rf"(?:\d|half |quarter |today|tomorrow|{WEEKDAY_WORDS}\b|(?:{MONTHS})\b)"
_DOSES = r"(?:b-?12|jabs?|injections?|shots?|appointments?)"
# The clinic sets a day for both, with nothing between that and the day which may be something else: "put us both in for
# Friday", "we're both booked in on the 11th", and not "booked us both a table on Friday".
_SET = re.compile(
    rf"\b(?:{_BOOKED}(?: {_US})|(?:put|puts|putting|got|have|has) {_US}(?: now| back)? (?:in|down)"
    rf"|(?:{_US}|we(?:'re| are|'ve| have)(?: now)? both)(?: (?:are|have|now|been|got|just|all)){{0,4}}"
    rf" (?:{_BOOKED}|(?:put )?down|put in)|{_OURS}(?: (?:are|is|have|been|now|both|all|{_BOOKED})){{1,5}})"
    rf"(?: (?:in|down|now|again|together|also|for|on|to|our|the|an?|{_DOSES}"
    r"|(?:at|with) the (?:clinic|surgery|nurse|practice))){0,8}"
    rf"(?: (?={_DAY_WORD})|\s{{0,2}}(?=[.;!,]|$))",
    re.I,
)
# Another thing than a dose: "for flu jabs", "for pilates".
_OTHER_THING = re.compile(
    rf"\bfor (?!(?:the |our |both |this |next )?(?:{_DAY_WORD}|us\b|me\b|him\b|her\b|them\b|now\b|{_DOSES}\b))\w", re.I
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
_TIME = r"(?<![\d/.:])(?:\d{1,2}[.:]\d\d ?(?:am|pm)?(?![\d/])|\d{1,2} ?(?:am|pm)\b)"
_CLOCK = re.compile(_TIME, re.I)
_MY_CLOCK = re.compile(rf"\b(?:me|mine|i'm)(?: is)? at (?P<time>{_TIME})", re.I)


def both_booked(asked: Asked) -> Taken:
    """The day that was set for both goes into each of the two plans."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    if asked.said.verdict.warns or state.child_writes or state.of_child is not False or len(text) > _LONGEST:
        return None
    told = [one for one, plan in state.plans.items() if dialogue.is_told(plan) and one not in state.children]
    sentence = next((part for part in _SENTENCE.split(text) if _BOTH.search(part)), None)
    if ME not in told or len(told) < 2 or sentence is None or not _SET.search(sentence) or _NOT_SET.search(sentence):
        return None
    if _OTHER_THING.search(sentence) or dialogue.names_other_thing(text):
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
        clock = _MY_CLOCK.search(text) if one == ME else None
        said = f"{words} at {clock['time']}" if clock else words
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
