"""What stands in a message beside the plan and is read as a part of it: whose absence moved a day, a possessive day, a
way back to how often they were."""

from __future__ import annotations

import re

# "The nurse is off on leave so she did mine Thursday": who is away has no injection then.
_ABSENT = re.compile(
    r"\b(?:(?:my|the|our|her|his) )?(?:usual |practice |district )?(?:nurse|doctor|gp|dr|doc|pharmacist|receptionist)"
    r"(?:'s| is| was|'ll be| will be| has been| has| had)(?: going| gone| got)?(?: to be)?"
    r" (?:off|away|on leave|on holidays?|on maternity leave|sick|ill|poorly|abroad)"
    r"(?: (?:sick|ill|on (?:leave|holidays?|maternity leave|sick leave)"
    r"|for (?:a|the|two|2) (?:weeks?|fortnight|month|while)|this week|next week|then|that (?:day|week))){0,2}"
    r"(?=\s*(?:,|;|\bso\b|\band\b|\bbut\b))",
    re.I,
)
# "Today's was number 4".
_POSSESSIVE = re.compile(
    r"\b(?P<day>today|yesterday)['’]?s(?= (?:was|is|makes|made|will be|would be|being)(?: just| only)?"
    r" (?:the |my |number|no|dose|jab|shot|injection|\d))",
    re.I,
)
# "Back to 3 months", said of how often they are.
_BACK_TO = re.compile(
    r"\b(?:(?:let'?s|lets|go|going|goes|put it|change it|make it|it'?s|its) ){0,2}back to"
    r"(?= (?:(?:every|each|once)\b|\d{1,2} ?(?:days?|weeks?|months?)|(?:daily|weekly|fortnightly|monthly)\b))"
    r"(?: the(?= \d))?",
    re.I,
)


def without_asides(text: str, *, known: bool) -> str:
    """`text` without them, each other word in its place; `known`: a plan is known, whose gap may be put back."""
    text = _ABSENT.sub(lambda match: " " * len(match[0]), text)
    text = _POSSESSIVE.sub(lambda match: match["day"].ljust(len(match[0])), text)
    return _BACK_TO.sub(lambda match: "it is".ljust(len(match[0])), text) if known else text
