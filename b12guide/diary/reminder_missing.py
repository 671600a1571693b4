"""What is said of a reminder that did not come, and which clauses of a message say it."""

from __future__ import annotations

import re

from b12guide.diary.reading import LONGEST
from b12guide.diary.spelled import spelled_out

_THEM = r"(?:reminders?|texts?|text messages?|messages?|nudges?|alerts?|e-?mails?|pings?|word|anything|nothing)"
_OF_YOU = r"(?: (?:from|off|of) (?:you|here|this))"
_DID = r"(?:remind|text|message|ping|nudge|ask|tell|warn|alert|e-?mail|send|write to|contact)"
_DIDS = r"(?:reminded|texted|messaged|pinged|nudged|asked|told|warned|alerted|e-?mailed|sent|contacted)"
_NOT = r"(?:didn'?t|did not|never|haven'?t|have not|hadn'?t|forgot to|failed to)"
_NONE_CAME = re.compile(
    # "I did not get your message", "got no text off you".
    rf"\b{_NOT} (?:\w+ ){{0,2}}?(?:get|got|gotten|receive|received|have|had|see|seen|hear|heard) (?:a |an |any |the "
    rf"|your |that |my |this |no ){{0,2}}(?:\w+ )?{_THEM}\b"
    rf"|\b(?:got|had|received|seen|heard|was|there was|came) (?:no |nothing)(?:\w+ )?(?:{_THEM})?{_OF_YOU}"
    rf"|\b(?:got|had|received) no (?:\w+ )?{_THEM}\b"
    # "The reminder never came", "no text came".
    rf"|\b(?:reminder|text|message|nudge|alert|e-?mail|ping)s? (?:\w+ )?{_NOT} (?:come|came|arrived?|turn(?:ed)? up"
    r"|show(?:ed)? up|go off|went off|ring|rang|reach(?:ed)?)\b"
    rf"|\bno (?:\w+ )?(?:reminder|text|message|nudge|alert|e-?mail|ping)s? (?:came|arrived|turned up|this time|again"
    r"|yesterday|today|on (?:the day|\w+day)|last night|from you|off you)\b"
    rf"|\bnothing (?:came|arrived|turned up|from you|off you)\b|\bwhere (?:was|is|'?s) (?:my|the|that) (?:reminder|text"
    r"|message|nudge|alert)\b"
    # "You never asked me again", "you only pinged me wed".
    rf"|\byou {_NOT} (?:{_DID}|{_DIDS})(?: (?:me|us|it|one|any|a|the|reminders?|texts?|again)){{0,4}}(?=\W|$)"
    rf"|\byou only (?:\w+ )?{_DIDS} (?:me|us)\b"
    r"|\b(?:was(?:n'?t| not)|were(?:n'?t| not)|never(?: got)?) (?:reminded|texted|pinged|nudged)\b",
    re.I,
)
# Of whom else it is, what is not understood, what is only supposed, and what is not meant to come.
_ELSE = re.compile(
    r"\b(?:surgery|clinic|nurse|gp|doctor|hospital|pharmacy|they|he|she|mum|dad|bank|results?|letter|bloods?|code)\b"
    r"|\bif\b|\bin case\b|\b(?:mean|means|understand)\b|\b(?:dates?|question|plan|page|file)\b"
    r"|\byet\b|\bnot? (?:meant|supposed)\b",
    re.I,
)
# What follows a thing that was not asked or told is no reminder: "you never told me how long".
_ASKED = re.compile(r"\b(?:how|what|why|whether)\b", re.I)
_TOLD_OF = re.compile(r"(?:ask|asked|tell|told|warn|warned) (?:me|us) (?:about|of|that|which|when|who|where)\b", re.I)
_CLAUSE = re.compile(r"(?<=[.;!?\n])\s+|\s*,\s*|\s+(?=(?:but|though|tho|and)\b)", re.I)
_LONGEST = 18


def none_came(clause: str) -> bool:
    """Whether a clause says that a reminder did not come."""
    plain = spelled_out(clause[:LONGEST])
    if len(plain.split()) > _LONGEST or _ELSE.search(plain) or _ASKED.search(plain) or _TOLD_OF.search(plain):
        return False
    return _NONE_CAME.search(plain) is not None


def clauses(text: str) -> list[str]:
    """The clauses of a message of which one says that a reminder did not come; [] where none does."""
    parts = [part for part in _CLAUSE.split(text[:LONGEST]) if part.strip()]
    return parts if any(none_came(part) for part in parts) else []
