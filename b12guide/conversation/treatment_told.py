"""Whether the writer tells that they have no injections, that they have some, or that they take tablets."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand

_SHOTS = r"(?:injections|jabs|shots|needles|jags)"
_SHOT = r"(?:injections?|jabs?|shots?|needles?|jags?)"
_KIND = r"(?:(?:any|the|these|those|b-?12|vitamin) ){0,3}"
# Nobody is named before it: the writer, or a sentence that leaves them out.
_I = r"(?:^|[.,;!?\n-]\s*|\b(?:and|but|so|well|because|cos|as|no|sorry|sir|madam|maam)\s+)"
_WRITER = rf"(?:\b(?:i|we)(?:'m|'ve|'re| am| are| have| was| were)? |\b(?:im|ive) |{_I}(?:(?:still|just|only) )?)"
_NOT = r"(?:not|never|haven'?t|havent|have not|hasn'?t been|don'?t|dont|do not|didn'?t|am not|aren'?t|ain'?t)"
_NONE = re.compile(
    rf"{_WRITER}{_NOT} (?:(?:even|actually|yet|been|put) ){{0,2}}(?:on|having|have|had|get|got|getting|take|taking)"
    rf" (?:{_KIND}{_SHOTS}|(?:any )?treatment)\b(?! (?:for (?:any|another|my (?!b-?12))|in))"
    rf"|{_WRITER}(?:have|had|on|get|with)? ?no {_KIND}{_SHOTS}\b(?! (?:left|due|booked|available|in stock))"
    rf"|{_WRITER}never (?:had|been given|got) (?:an?|any|one|the) ?(?:b-?12 )?{_SHOT}\b"
    rf"|{_WRITER}{_NOT} (?:(?:even|yet) )?(?:been )?(?:put |got )?(?:started|begun|on|given)"
    rf" (?:on )?(?:any ?thing|any treatment|treatment|{_KIND}{_SHOTS})\b"
    rf"|\bnothing (?:has been |was |is |been )?(?:started|given|begun)\b"
    rf"|\b(?:waiting|wait) (?:for|on) (?:my |the |a ){{0,1}}(?:second|2nd|repeat) (?:b-?12 |blood )?tests?\b",
    re.I,
)
# It ended, or it is about a stretch of time, or only supposed.
_BUT = re.compile(
    r"\b(?:any ?more|any longer|no longer|since|this (?:week|month|year|time)|for (?:\d+|an?|two|three|four|six|some"
    r"|ages|years|months|weeks)\b|in (?:\d+|an?|years|months|weeks)|lately|today|stopped|ended)\b",
    re.I,
)
_IF = re.compile(r"\b(?:if|what happens|when|suppose|unless|why|should|can|could|would|do|does|will)\b[^.!?]*$", re.I)
_SOME = re.compile(
    rf"(?:{_I}|^)(?:(?:ok|yes|now|also) ?,? ?)?(?:(?:i|we)(?:'ve|'m|'re| have| am| are)? |im |ive )"
    rf"(?:(?:been|just|now|already|finally|also|both) ){{0,2}}"
    rf"(?:on|having|had|have|get|got|getting|started|start|inject)\b"
    rf" (?:(?:on|my|the|a|an|first|second|last|b-?12|vitamin"
    rf"|regular|own|one|of) ){{0,4}}{_SHOT}\b"
    rf"|\bmy (?:last|latest|previous|first|second|third|next) (?:b-?12 )?{_SHOT} (?:was|is|were|went)\b",
    re.I,
)
# "On my jabs", "after the last injection", "since hydroxo": somebody has them, where nothing says that they do not.
_WITH = re.compile(
    rf"\b(?:my|mine|on|after|since|from|with|during|get(?:ting)?|having|had)"
    rf" (?:(?:my|the|these|those|an?|b-?12|vitamin|last|latest|first|second|third|loading|regular|weekly"
    r"|monthly) ){0,4}"
    rf"(?:{_SHOT}|hydroxo\w{{0,10}}|cyano\w{{0,10}}|treatment)\b(?! (?:for|against) (?!b-?12|the b-?12))",
    re.I,
)
_B12 = (
    rf"(?:any ?thing|(?:(?:any|an?|one|the|my|of|more|b-?12|vitamin) ){{0,3}}(?:b-?12|{_SHOT}|vitamins?|supplements?"
    r"|treatment|tablets?|pills?|any)(?! (?:idea|clue|more|symptoms?|time|trouble|pain|problems?))\b)"
)
# Nothing is taken of it, whoever it is.
_TAKES_NONE = re.compile(
    r"\b(?:takes?|taking|on|had|have|has|having) (?:\w+ )?"
    rf"(?:nothing|none|no (?:b-?12|vitamins?|supplements?|{_SHOT}))\b"
    r"|\b(?:don'?t|do not|doesn'?t|never) (?:take|takes|had|have) (?:it|them)\b"
    r"|\b(?:not|never|nobody|no one|yet to|(?:have|has|had|do|does|did|is|are|was|were|ai)n'?t)"
    r" (?:(?:yet|even|ever|actually|really|been|currently|be|i|i'm|has|have) ){0,2}"
    r"(?:on|take|takes|taking|had|have|having|given|give|gave|get|got|getting|started?|begun|put|offered"
    r"|prescribed|using|use)"
    rf" (?:(?:me|him|her|them|us|on|with|yet|to|taking|having) ){{0,2}}{_B12}",
    re.I,
)
# None yet, none now, or only supposed.
_NOT_YET = re.compile(
    r"\b(?:not|never|no|none|nothing|without|cannot|yet|before|until|till|unless|if|whether"
    r"|start(?:s|ing)?|begin(?:s|ning)?"
    r"|due to|about to|going to|waiting|stop\w{0,4}|quit|finish\w{0,3}|came off|come off|used to|ago|instead of"
    r"|tablets?|pills?|spray|(?:have|has|had|do|does|did|is|are|was|were|ai|wo)nt|any ?more|(?:i|they|we)'ll"
    r"|will be)\b|n't\b",
    re.I,
)
_TABLET = r"(?:tablets?|tabs|pills?|capsules?)"
# "I'm on tablets", "the GP gave me b12 tablets", "my tablets", "I take it by mouth".
_TABLETS = re.compile(
    rf"\b(?:i'?m|i am|im|we'?re|been|i was|i got|i'?ve been)"
    rf" (?:(?:only|just|now|still|put|been|moved|actually) ){{0,2}}"
    rf"(?:on|onto|taking|given|put on) (?:(?:the|my|some|oral|daily|b-?12|vitamin|b) ){{0,3}}{_TABLET}\b"
    rf"|\bi (?:(?:only|just|now|still|do) ){{0,2}}(?:take|have|get) (?:(?:the|my|some|oral|daily|a|b-?12|vitamin"
    rf"|b) ){{0,3}}{_TABLET}\b"
    rf"|\b(?:gave|gives|give|put|started|prescribed) me (?:(?:on|some|the|oral|daily|b-?12|vitamin|b) ){{0,3}}"
    rf"{_TABLET}\b"
    rf"|\bmy (?:(?:own|daily|oral|b-?12|vitamin) ){{0,2}}{_TABLET}\b(?! (?:instead|are metformin))",
    re.I,
)
# They are for something else.
_FOR_ELSE = re.compile(
    r"^ (?:for|against) (?:(?:my|the|a) )?(?!b-?12|low|vitamin|it\b|that\b|\d|life|ever|now|week|month|year)", re.I
)
# It is asked, wished or only supposed, or another medicine.
_NO_TABLETS = re.compile(
    r"\b(?:can|could|may|should|shall|would|if|when|unless|want\w*|wish|rather|instead|before|until|used to|not|never"
    r"|don'?t|dont)\W+(?:\w+\W+){0,3}$"
    r"|\b(?:metformin|iron|folic|thyroid|heart|pressure|sleeping|water|diabet\w+)\b(?:\W+\w+){0,6}\W+$",
    re.I,
)


@at_hand(64)
def tells_none(text: str) -> bool:
    """Whether the writer says that they have no injections, and had none."""
    plain = text.replace("\u2019", "'")
    for found in _NONE.finditer(plain):
        end = re.search(r"[.!?\n]|$", plain[found.end() :])
        behind = plain[found.end() : found.end() + (end.start() if end else 0)]
        before = re.split(r"[.!?\n]", plain[: found.start()])[-1]
        if not _BUT.search(behind) and not _IF.search(before):
            return True
    return False


@at_hand(64)
def tells_some(text: str) -> bool:
    """Whether the writer tells of injections of their own."""
    return _SOME.search(text.replace("\u2019", "'")) is not None


def takes_none(text: str) -> bool:
    """Whether a text tells that nothing of B12 is taken or given: "they haven't given me any injections"."""
    return _TAKES_NONE.search(text.replace("\u2019", "'")) is not None


def names_some(text: str) -> bool:
    """Whether a text names injections as something that is had: "high on my jabs"."""
    return _WITH.search(text.replace("\u2019", "'")) is not None


def not_yet(text: str) -> bool:
    """Whether a text has a word by which the injections it names may be none that are had: "before they start"."""
    return _NOT_YET.search(text.replace("\u2019", "'")) is not None


def tells_tablets(text: str, other: bool = False) -> bool:
    """Whether the writer tells of tablets of B12 that they take.

    Args:
        other: whether "my tablets" are another medicine, of which is spoken.
    """
    plain = text.replace("\u2019", "'")
    if tells_some(plain):
        return False
    return any(
        not (other and "12" not in found[0])
        and not _NO_TABLETS.search(plain, 0, found.start())
        and not _FOR_ELSE.search(plain[found.end() :])
        for found in _TABLETS.finditer(plain)
    )
