"""Whether "the baby" is the one that who writes carries or nurses: no patient, and no child that has a dose."""

from __future__ import annotations

import re
from collections.abc import Collection

# What is noted where somebody tells that they are pregnant (`lasts` in content/safety/signs.yml).
PREGNANCY = "pregnancy"
_ONES = r"(?:baby|babies|bab|bubba|twins|bump|bub|little one|wee one)"
_BABY = re.compile(
    rf"\b(?:the|my|our|this) (?:unborn )?{_ONES}\b"
    # "Bad for baby", "does it hurt bub".
    r"|\b(?:for|to|on|with|hurt|hurts|hurting|harm|harms|harming|affect|affects|damage|reach|reaches)"
    r" (?:baby|bub|bump)\b",
    re.I,
)
_EXPECTED = re.compile(
    rf"\b(?:{_ONES}(?:'s)? (?:i am|i'?m|that i am|that i'?m|we are) (?:carrying|expecting)"
    rf"|unborn|(?:baby|twins) (?:is |are )?(?:coming|on the way|due)|in my (?:belly|tummy|womb)|(?:my|the|our) bump"
    rf"|{_ONES} (?:inside|in)(?: of)? me|i'?m carrying|pregnan\w{{1,3}}|i'?m expecting|i am expecting|trimester"
    r"|(?:\d{1,2}|\w{3,9}) ?(?:weeks?|wks?|months?) (?:gone|along|pregnant))\b",
    re.I,
)
_BORN = (
    r"born|newborn|old|aged|(?:\d+|one|two|three|four|five|six) (?:days?|weeks?|months?|years?)(?! (?:gone|along|preg))"
    r"|after the birth"
    r"|toddler|child(?:ren)?|kids?|son|daughter|nephew|niece|grand\w+"
    r"|(?:baby|babies|bab|twins|bub|little one)(?:'s)? (?:is|has|have|had|gets?|needs?|takes?|dose|plan"
    r"|injections?)"
)
_IS_BORN = re.compile(rf"\b(?:{_BORN}|feed\w*|breast\w*|milk|bottle)\b", re.I)
_IS_PATIENT = re.compile(rf"\b(?:{_BORN}|bottle)\b", re.I)
# What somebody has may do harm to it, who asks of no amount and of nothing that it is given.
_HARM = (
    r"(?:bad|safe|unsafe|ok|okay|fine|all ?right|alright|harm(?:s|ful|ing)?|hurt(?:s|ing)?|affect(?:s|ing)?"
    r"|damag(?:e|es|ing)|danger(?:ous)?|risk(?:s|y)?|problem)"
)
_HARMS = re.compile(rf"\b{_HARM} (?:\w+ ){{0,2}}?(?:{_ONES})\b", re.I)
_GIVEN = re.compile(
    r"\b(?:giv(?:e|es|en|ing)|dos(?:e|es|age)|drops?|how (?:much|many|often)|amount|mcg|micrograms?|ml|half"
    r"|(?:baby|bub|little one) (?:to )?(?:have|take|get))\b",
    re.I,
)
# What who writes has themselves, or a word that is said of nobody's child: "bad for baby", "the bump".
TREATMENT = re.compile(
    r"\b(?:b-? ?12|injections?|jabs?|jags?|shots?|needles?|(?:\w{4,7})?cobalamin|hydroxo|cyano|treatment)\b", re.I
)
_OF_MOTHER = re.compile(r"\bbump\b|\b(?<!the )(?<!my )(?<!our )(?<!a )(?<!this )(?:baby|bub)\b(?!'s)", re.I)
_NURSES = re.compile(
    r"\b(?:breast ?milk|my (?:\w+ )?milk|(?:the|in|into|through|via) milk|breast-? ?feed\w*|bf(?:ing)?"
    r"|nursing|feeding (?:him|her|them) myself)\b",
    re.I,
)
_INTO_MILK = re.compile(rf"\b(?:{_HARM}|get(?:s|ting)?|go(?:es)?|pass(?:es)?|come(?:s)?|reach(?:es)?)\b", re.I)


def of_unborn(text: str, told: Collection[str]) -> bool:
    """Whether a `text` speaks of the baby that who writes carries, or of what it gets by their milk; `told`: what was
    told before, or in it."""
    text = text.replace("\u2019", "'")
    if asks_harm(text):
        return True
    told_now = PREGNANCY in told or _EXPECTED.search(text) is not None
    return told_now and _BABY.search(text) is not None and _IS_BORN.search(text) is None


def nurses(text: str) -> bool:
    """Whether a `text` speaks of the milk of who writes."""
    return _NURSES.search(text) is not None


def asks_harm(text: str) -> bool:
    """Whether a `text` asks, as the one who has it, if something harms the baby, or gets into the milk: "are my
    injections bad for baby?". A baby that is given something is a patient."""
    if _IS_PATIENT.search(text) or _GIVEN.search(text):
        return False
    if nurses(text):
        return _INTO_MILK.search(text) is not None
    if _HARMS.search(text) is None or _IS_BORN.search(text) is not None:
        return False
    return any(words.search(text) is not None for words in (TREATMENT, _OF_MOTHER, _EXPECTED))
