"""What stands in a message beside the plan and is read as a part of it: whose absence moved a day, a possessive day, a
way back to how often they were."""

from __future__ import annotations

import re

from ..reading.day_words import NTH_END, WEEKDAY_WORDS

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
# "2 months like I said": what is said once more, behind it.
_AS_SAID = re.compile(
    r",? (?:(?:just )?(?:like|as) (?:i|we) (?:(?:already|just) )?(?:said|told you|mentioned|wrote)"
    r"|(?:like|as) i(?:'ve| have) (?:already )?(?:said|told you))(?: (?:before|already|earlier"
    r"|above))?(?=\W*(?:$|[.!,;]))",
    re.I,
)
# "Did the last of the 9 yesterday" tells, and asks nothing.
_DID = re.compile(
    r"(?:^|(?<=[.!;\n] ))(\W{0,2})did(?= (?:it|mine|hers|(?:(?:the|my|her|his) )?(?:last|final|first|second|third"
    r"|number|\d))[^.?!\n]{0,40}"
    r"\b(?:yesterday|today|this morning|last ni(?:ght|te)|on (?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)\b[^.?\n]{0,20}(?:[.!\n]|$))",
    re.I,
)
# "The doctor changed it today": the day of the change is that of no dose.
_CHANGED_ON = re.compile(
    r"\b((?:doctor|doc|dr|gp|nurse|consultant|specialist|clinic|surgery|hospital|pharmacist|they|he|she)"
    r"(?:'s|'ve| has| have| had| just){0,2} (?:changed|switched|altered|told|rang|called|phoned|wrote|texted|decided)"
    r"(?: (?:it|me|that|my plan|the plan|this)){0,2}) (?:today|yesterday|this morning|last night)\b",
    re.I,
)
# "I had the Friday one": the one of that day, and no first of a month.
_HAD_ONE_OF = re.compile(
    rf"\b(?:had|got|did|done|took|taken)(?: (?:the|my|her|his))? "
    rf"(?P<day>(?:{WEEKDAY_WORDS})\b(?:,? (?:the )?\d{{1,2}}{NTH_END})?)"
    r"(?:['’]s(?: (?:one|jab|jag|shot|injection|dose|needle))?| (?:one|jab|jag|shot|injection|dose|needle))\b",
    re.I,
)


def without_asides(text: str, *, known: bool) -> str:
    """`text` without them, each other word in its place; `known`: a plan is known, whose gap may be put back."""
    text = _ABSENT.sub(lambda match: " " * len(match[0]), text)
    text = _DID.sub(lambda match: f"{match[1]}had", _AS_SAID.sub(lambda match: " " * len(match[0]), text))
    text = _CHANGED_ON.sub(lambda match: match[1].ljust(len(match[0])), text)
    text = _HAD_ONE_OF.sub(lambda match: f"had it {match['day']}".ljust(len(match[0])), text)
    text = _POSSESSIVE.sub(lambda match: match["day"].ljust(len(match[0])), text)
    return _BACK_TO.sub(lambda match: "it is".ljust(len(match[0])), text) if known else text
