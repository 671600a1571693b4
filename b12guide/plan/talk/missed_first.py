"""Doses that were not given, told with the plan itself: "blanked on mine on the 4th, 8 weekly". No day of them is that
of the last one."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand

from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS

_THING = r"(?:one|ones|it|mine|jab|jag|shot|injection|dose|needle|appointment|appt|b-?12)"
_NOT = r"(?:didn'?t|did not|couldn'?t|could not|never|wasn'?t able to|was unable to|failed to)"
_MISSED = (
    r"(?:forgot(?:ten)?(?: all)?(?: about| to (?:go|have|get|take|go for|turn up for))?|blanked(?: on)?"
    r"|spaced(?: on| out on)?|flaked(?: out)?(?: on)?|bailed(?: on)?|skipped|missed(?: out on)?|slept through"
    r"|overslept(?: for)?|no[- ]?showed(?: for)?|blew off|dodged|overlooked|neglected"
    rf"|{_NOT} (?:make(?: it)?(?: to)?|made(?: it)?(?: to)?|get(?: round)?(?: to)?|got(?: round)?(?: to)?|have|had|take"
    r"|took|go(?: to| for)?|went(?: to| for)?|turn(?:ed)? up(?: to| for)?|manage(?:d)?|show(?:ed)?(?: up)?(?: for)?))"
)
_DAY = (
    rf"(?:(?:{WEEKDAY_WORDS})\b,? ?)?(?:the )?(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?"
    rf"{DAY_NUMBER}(?!\w)|{NTH}\b)"
)
_LEAD = r"(?:(?:and|but|so|i|we|she|he|have|has|'ve|just|totally|completely|clean|sort of|kind of|stupidly) ){0,5}"
_THEN = re.compile(
    rf"(?<![\w'])(?P<lead>{_LEAD})\b{_MISSED}(?: (?:my|the|her|his|that|our|last|{_THING})){{0,4}}"
    rf"(?: (?:on|for|of|due|due on|from))? {_DAY}",
    re.I,
)
_HAPPENED = (
    r"(?:didn'?t happen|did not happen|never happened|weren'?t given|were not given|were never given|were missed"
    r"|got missed|were cancelled|got cancelled|were called off|were skipped|didn'?t get done)"
)
_FEW = re.compile(
    rf"\b(?:my|the|her|his) last (?:two|three|four|few|couple|2|3|4)(?: of)?(?: (?:jabs|shots|injections|doses"
    rf"|ones|appointments))? {_HAPPENED}\b|\b(?:i |we )?(?:missed|skipped) (?:my|the|her|his) last"
    r" (?:two|three|four|few|couple|2|3|4)\b(?: (?:jabs|shots|injections|doses|ones))?",
    re.I,
)
_SUPPOSES = re.compile(r"\b(?:if|suppose|supposing|unless|should|might|may|nearly|almost)\b", re.I)


@at_hand(64)
def missed_then(text: str) -> tuple[int, int] | None:
    """From where to where a message says that doses were not given; None where it does not, asks or supposes it."""
    plain = text.replace("’", "'")
    found = _THEN.search(plain) or _FEW.search(plain)
    if found is None or _SUPPOSES.search(plain, max(found.start() - 40, 0), found.start()):
        return None
    end = next((m.start() for m in re.finditer(r"[.!?;\n]", plain[found.end() :])), None)
    asked = end is not None and plain[found.end() + end] == "?"
    return None if asked else found.span()


def without_missed(text: str) -> str:
    """`text` with spaces in the place of those words."""
    found = missed_then(text)
    return text if found is None else text[: found[0]] + " " * (found[1] - found[0]) + text[found[1] :]
