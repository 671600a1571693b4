"""How often they are not: "every other Monday, not every week". What is denied beside a plan is no second plan."""

from __future__ import annotations

import re

from ..reading.reader import states_plan

_UNIT = r"(?:days?|weeks?|months?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)"
_DENIED = re.compile(
    rf",?(?: and| but)? not (?:just |only |on )?(?:every|each|once a|one a|once every)(?: single)?"
    rf"(?: (?:\d{{1,2}}|two|three|four|five|six|eight|ten|twelve|other))? {_UNIT}\b"
    r"|,?(?: and| but)? not (?:just |only )?(?:weekly|monthly|daily|fortnightly|quarterly)\b"
    # "Come back in 11 weeks, not 12".
    r"|(?<=\bweeks),? not \d{1,3}(?: weeks)?(?![\d/-]|\.\d|th\b|(?:st|nd|rd)\b)(?! (?:days?"
    r"|months?|injections?|jabs?|shots?))"
    r"|(?<=\bmonths),? not \d{1,2}(?: months)?(?![\d/-]|\.\d|th\b|(?:st|nd|rd)\b)(?! (?:days?"
    r"|weeks?|injections?|jabs?|shots?))"
    r"|,?(?: and| but)? (?:not (?:just |only |for )?|(?:take (?:away|out|off)|remove|delete|drop|lose|scrap|get rid of)"
    r" (?:the |those |these ))\d{1,3} (?:injections?|jabs?|jags?|shots?|doses?|needles?|times)\b",
    re.I,
)
_AHEAD = re.compile(r"\bin \d{1,3} (?:weeks|months)\b", re.I)


def without_denied_gap(text: str) -> str:
    """`text` with spaces in the place of how often they are not, where the rest says how often they are, or in how many
    weeks the next one is."""
    rest = _DENIED.sub(lambda match: " " * len(match[0]), text)
    told = rest != text and (states_plan(rest) or _AHEAD.search(rest))
    return rest if told else text
