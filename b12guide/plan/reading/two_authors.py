"""Two who say how often, and not the same: "the letter says every 3 months, the nurse says 12 weeks". Each of the
lengths is a gap of the plan, whichever word says so, and which of them it is, is asked."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|a)"
_SENDER = (
    r"(?:letter|card|leaflet|app|sheet|form|note|notes|paper|printout|prescription|record|records|website|portal|nurse"
    r"|doctor|doc|dr|gp|surgery|clinic|practice|hospital|consultant|specialist|haematologist|neurologist|receptionist"
    r"|reception|pharmacist|pharmacy|chemist|other|one|system|box|desk|girl|lady|woman|lad|fella|person)"
)
_AUTHOR = (
    r"(?:(?:the|my|our|her|his|their|this|that|one|another|old|new|your|hospital|discharge|practice|clinic|district"
    r"|gp'?s?|doctor'?s?) ){0,3}"
    rf"(?P<who>{_SENDER})"
    r"(?: (?:on|at|in|behind|from) (?:the |my )?(?P<place>front desk|desk|reception|phone|counter|hospital|surgery"
    r"|clinic|practice|gp))?"
)
_SAYS = (
    r"(?:(?: (?:clearly|now|always|just|still|only|has|have|had|also|is|are))?"
    r" (?:says?|said|saying|reads?|states?|has|have|wants?|wrote|writes|told me|tells me|telling me|puts?|goes by|goes"
    r"|reckons?|thinks|insists|books?|gave me|swears)"
    r"|'s (?:saying|telling me|got me|put me)"
    r"|:|,? (?:it'?s|it is))"
)
_IT = (
    r"(?: (?:it'?s|that|is|are|the|my|mine|me|her|him|on|at|for|to|have|should be|they are|be|down|as|them"
    r"|injections?|jabs?|shots?|b-?12|one|it|no|no,|nope,?)){0,7}"
)
# A number alone is of the unit that the other one says.
_ALONE = (
    r"(?![\w:/%-]|\.\d)(?= ?(?:$|[.,;!?)\n]| (?:which|who|what|when|and|but|so|last|my|i|we|though|instead|at all|on it"
    r"|now|like|right|whereas|while|had|it)\b))"
)
_SAID = re.compile(
    rf"\b{_AUTHOR}(?:{_SAYS}(?P<it>{_IT})|(?P<bare>)) (?P<every>(?:every|each|once every) )?(?P<n>{_NUMBER})"
    r"(?:[ -](?P<u>day|week|month)(?:s|ly)?\b"
    r"(?! (?:ago|late|early|earlier|later|from|after|before|since|until|till|to go|left|is|was|old|off|notice"
    rf"|on (?!it\b)|for))|{_ALONE})",
    re.I,
)


def with_both_said(text: str) -> str:
    """`text` with "every" before each of the lengths that two say; as it stands where fewer than two say one, or both
    say the same."""
    both = _both(text)
    unit = next((match["u"] for match in both if match["u"]), "week")
    for place, match in reversed(list(enumerate(both))):
        end = match.end("n")
        behind = text[end:] if match["u"] else f" {unit}s{text[end:]}"
        front = text[: match.start("n")]
        if not match["every"]:
            front = f"{front}every "
        elif _NO.search(match["it"] or ""):
            front = f"{text[: match.start('it')]} {match['every']}"
        if place:
            before = both[place - 1]
            # "And then the one on the desk says": what comes next in the telling is no next part of a plan.
            front = f"{front[: before.end()]}{_THEN.sub('', front[before.end() :])}"
        text = f"{front}{match['n']}{behind}"
    return text


_THEN = re.compile(r"\bthen (?=\w)", re.I)
_NO = re.compile(r"\bno", re.I)


def told_by_two(text: str) -> bool:
    """Whether two say how often, and not the same."""
    return bool(_both(text))


def said_by(text: str) -> dict[str, str]:
    """Of two who say how often, the words that name each with its length, as "8 week"."""
    both = _both(text)
    unit = next((match["u"] for match in both if match["u"]), "week").lower()
    said: dict[str, str] = {}
    for match in both:
        length = f"{match['n'].lower()} {(match['u'] or unit).lower()}"
        for name in (match["who"], match["place"]):
            # "One" and "other" name nobody.
            if name and name.lower() not in ("one", "other"):
                said[name.lower().removeprefix("front ")] = length
    return said


def _both(text: str) -> list[re.Match[str]]:
    found = list(_SAID.finditer(text.replace("’", "'")))
    units = {match["u"].lower() for match in found if match["u"]}
    if not units or (len(units) > 1 and any(not match["u"] for match in found)):
        return []
    unit = next(iter(units))
    lengths = {(match["n"].lower(), (match["u"] or unit).lower()) for match in found}
    return found if len(lengths) > 1 else []
