"""Where the injections are given: who has them at home, or at a clinic that is open at weekends, is not told that it
may
be closed."""

from __future__ import annotations

import re

_WHO = r"(?:i|we|she|he|they|my (?:husband|wife|partner|mum|mom|dad|daughter|son|sister|brother|friend))"
_DOES = r"(?:do|does|did|give|gives|gave|inject|injects|injected|jab|jabs|administer|administers)"
_SHOTS = r"(?:injections?|jabs?|jags?|shots?|needles?|b-?12)"
_HOME = re.compile(
    rf"\bself[- ]?(?:inject|administ|jab)\w*"
    rf"|\b{_WHO} (?:now |always |usually |just )?{_DOES} (?:me )?(?:it |them |mine |the {_SHOTS} |my (?:own )?"
    rf"(?:{_SHOTS} )?)?"
    r"(?:myself|himself|herself|ourselves|(?:here |right )?at home)\b"
    rf"|\b{_DOES} my own\b|\binject(?:ing|ed)? (?:it |them |mine )?(?:myself|herself|himself|at home)\b"
    rf"|(?:^|[.;,] )do (?:it|them|mine|my own) myself\b"
    rf"|\b{_SHOTS} (?:myself|(?:here )?at home)\b",
    re.I,
)
_CLINIC = re.compile(
    rf"\b(?:have|has|had|get|gets|got|go|goes) (?:it |them |mine |my {_SHOTS} )?(?:done )?(?:at|to) (?:the|my|our) "
    r"(?:surgery|clinic|gp|doctor|doctors|hospital|practice|pharmacy)\b",
    re.I,
)
_WEEKEND = r"(?:weekends?|(?:saturdays?|sat) (?:and|&|n|or) (?:sundays?|sun)|(?:saturdays?|sat) (?:too|as well)\b)"
_OPEN = re.compile(
    rf"\bopen\b[^.;!?]{{0,20}}(?:\b(?:(?:7|seven) days?|every ?day|all week|24/7)|\b{_WEEKEND})\b"
    rf"|\b(?:7|seven) days? (?:a|per) week\b[^.;!?]{{0,12}}\bopen\b"
    rf"|\b(?:(?:they|clinic|surgery|nurses?|pharmacy|practice|place|hospital|which) (?:also |do |does |work |works "
    rf"|there |they |is |are |runs? |jabs? |injections? |shots? |needles? |them |it |at |on |open ){{1,6}})(?:the )?"
    rf"{_WEEKEND}(?! (?:date|one))"
    rf"|\b{_WEEKEND}(?: (?:too|as well|also|are|is|ones?|dates?|days?)){{0,3}},? "
    r"(?:(?:don'?t|do(?:es)?n'?t|do(?:es)? not"
    r"|makes? no) (?:matter|difference|bother\w*)"
    r"|(?:(?:is|are|'s|'re) )?(?:no (?:problem|bother|issue|matter)|fine|ok(?:ay)?|alright|all right|grand|good))\b",
    re.I,
)
_SHUT = re.compile(
    r"\b(?:shut|closed|not open|never open|(?:isn'?t|aren'?t|don'?t|doesn'?t) (?:open|work|do))\b[^.;!?]{0,30}"
    r"\b(?:weekends?|saturdays?|sundays?)\b|\b(?:weekdays? only|only (?:open )?(?:on )?weekdays?)\b"
    r"|\bonly open\b[^.;!?]{0,20}\bweek ?days?\b",
    re.I,
)
# What might be, and what is asked, changes nothing.
_MAYBE = re.compile(
    r"\?|\b(?:can|could|should|may|might|would|want|wish|learn|if|how|not|never|don't|dont|stop|stopped)\b", re.I
)


def at_home(text: str) -> bool | None:
    """True where a message tells that the injections are given at home, False that they are given at a clinic, None
    where it tells neither."""
    for part in re.split(r"(?<=[.!?;])\s+|, ", text):
        if _MAYBE.search(part):
            continue
        if _HOME.search(part):
            return True
        if _CLINIC.search(part):
            return False
    return None


def told_open_daily(text: str, before: bool) -> bool:
    """Whether the clinic is open at weekends too, as a message tells it; what was known before where it tells nothing
    of it."""
    for part in re.split(r"(?<=[.!?;])\s+", text.replace("’", "'")):
        if "?" in part or re.search(r"\b(?:if|whether|unless|wish|hope)\b", part, re.I):
            continue
        if _SHUT.search(part):
            return False
        if _OPEN.search(part):
            return True
    return before


_PIECE = re.compile(r"[^.;!?\n,]+[.;!?\n,]*")
_YES_FIRST = re.compile(r"\W*(?:yes|yep|yeah|yup|aye|correct|right)\b", re.I)


def without_open_daily(text: str) -> str:
    """The text with spaces in the place of what it says of a clinic that is open at weekends: "every day" in it is no
    gap."""
    plain = text.replace("’", "'")
    for piece in _PIECE.finditer(plain):
        if "?" in piece[0] or not _OPEN.search(piece[0]) or _SHUT.search(piece[0]):
            continue
        lead = _YES_FIRST.match(piece[0])
        start = piece.start() + (lead.end() if lead else 0)
        text = text[:start] + " " * (piece.end() - start) + text[piece.end() :]
    return text
