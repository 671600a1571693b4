"""Two who say how often, and not the same: "the letter says every 3 months, the nurse says 12 weeks". Each of the
lengths is a gap of the plan, whichever word says so, and which of them it is, is asked."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|a)"
_AUTHOR = (
    r"(?:(?:the|my|our|her|his|their|this|that|one|another|old|new|hospital|discharge|gp'?s?|doctor'?s?) ){0,3}"
    r"(?:letter|card|leaflet|app|sheet|form|note|notes|paper|printout|prescription|record|records|website|portal|nurse"
    r"|doctor|doc|dr|gp|surgery|clinic|practice|hospital|consultant|specialist|haematologist|neurologist|receptionist"
    r"|reception|pharmacist|pharmacy|chemist|other|one|system|box)"
)
_SAYS = (
    r"(?:(?: (?:clearly|now|always|just|still|only|has|have|had|also))?"
    r" (?:says?|said|reads?|states?|has|wants?|wrote|writes|told me|tells me|puts?|goes by|reckons?|thinks"
    r"|insists|books?)"
    r"|:|,? (?:it'?s|it is))"
)
_IT = (
    r"(?: (?:it'?s|that|is|are|the|my|mine|me|her|him|on|at|for|to|have|should be|they are|be|down|as|them"
    r"|injections?|jabs?|shots?|b-?12|one|it)){0,6}"
)
_SAID = re.compile(
    rf"\b{_AUTHOR}{_SAYS}{_IT} (?P<every>(?:every|each|once every) )?(?P<n>{_NUMBER})[ -]"
    r"(?P<u>day|week|month)(?:s|ly)?\b"
    r"(?! (?:ago|late|early|earlier|later|from|after|before|since|until|till|to go|left|is|was|old|off|notice"
    r"|on (?!it\b)|for))",
    re.I,
)


def with_both_said(text: str) -> str:
    """`text` with "every" before each of the lengths that two say; as it stands where fewer than two say one, or both
    say the same."""
    for match in reversed(_both(text)):
        if not match["every"]:
            text = f"{text[: match.start('n')]}every {text[match.start('n') :]}"
    return text


def told_by_two(text: str) -> bool:
    """Whether two say how often, and not the same."""
    return bool(_both(text))


def _both(text: str) -> list[re.Match[str]]:
    found = list(_SAID.finditer(text.replace("’", "'")))
    return found if len({(match["n"].lower(), match["u"].lower()) for match in found}) > 1 else []
