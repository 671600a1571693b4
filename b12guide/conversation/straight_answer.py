"""A yes or a no, as far as an answer gives one; else who decides, and by when to ask them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from b12guide.content import Question
from b12guide.conversation.answered import asks_yes_or_no

YES, NO = "yes", "no"
# What is asked so has its yes or no in the answer; "is it harmful?" turns it round.
_ASKS_LEAVE = re.compile(
    r"\b(?:can|may|could|should|shall|do i (?:have|keep|still)"
    r"|is it (?:safe|ok|okay|fine|all right)) ?(?:i|we|it|my)?\b",
    re.I,
)
_TURNED = re.compile(
    r"\b(?:harm\w*|danger\w*|risk\w*|bad|worry|wrong|stop\w*|skip\w*|leave|avoid|miss|without|not|problem"
    r"|too much|hurt\w*)\b",
    re.I,
)
# "Do not stop it" is no "no" to "do I take it?": what is not to be left off is none of these.
_DO_NOT = r"do not (?!(?:leave|stop|put|miss|skip|delay|count|give|go without|wait)\b)"
_UNTIL = re.compile(
    rf"^(?:please )?(?:(?P<where>with [^.;:]{{3,60}}), )?{_DO_NOT}"
    r"[\w' -]{2,60}? (?P<until>(?:until|unless|before) [^.,;:]{3,60})",
    re.I,
)
_UNLESS = re.compile(r"^(?:yes, go for it,|keep (?:it|the date)) (?P<until>unless [^.,;:]{3,60})", re.I)
# In which case, or from when, a yes holds: "you can usually drive home if you feel well".
_ONLY_IF = re.compile(r"\b(?P<until>(?:if|once|as long as|provided|unless|until) [^.,;:]{3,60})", re.I)
_NO = re.compile(rf"(?:please )?(?:no[,:.;]|{_DO_NOT}|never\b|not yet\b)", re.I)
_YES = re.compile(
    r"(?:yes[,:.;]|(?:usually |mostly )?you (?:can|may)\b|it is (?:safe|fine|all right)\b|keep (?:it|the date)\b"
    r"|(?:[\w'-]+ ){1,5}is not known to (?:undo|harm|do harm|hurt|change|matter|affect)\b)",
    re.I,
)
# It is somebody's to say: elsewhere an answer that is neither is given as it is, and nobody is put before it.
_TO_DECIDE = re.compile(
    r"\b(?:decides?|weighs?|agrees?|maybe|perhaps|it depends|cannot (?:say|tell|decide|choose)"
    r"|before the (?:first|next) one)\b",
    re.I,
)
_DECIDES = re.compile(
    r"\b(?:your|the|a|an) (doctor|clinic|dentist|nurse|pharmacist|team|hospital|midwife|surgery|prescriber)\b", re.I
)
_WHEN = re.compile(
    r"\b(before (?:the (?:first|next) one|the day|each one|you (?:start|stop|change)[^.,;:]{0,30}))", re.I
)
# Sentences that say where help is needed stay, however short it is to be.
_HELP = re.compile(r"\btoday\b|\{(?:emergency|urgent)\}")
_REASON = re.compile(r"[:;]")
_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Straight:
    """What an answer comes to: `YES`, `NO` or neither (None); until what; who decides, and by when to ask."""

    verdict: str | None
    until: str
    decides: str
    when: str
    help: str


def straight_of(question: Question) -> Straight | None:
    """What the answer to `question` comes to; None where it says how it is, and neither a yes nor a no."""
    text = " ".join(question.answer.split())
    leave = asks_yes_or_no(question) and _ASKS_LEAVE.search(question.question) is not None
    turned = _TURNED.search(question.question) is not None or not leave
    until, unless = _UNTIL.match(text), _UNLESS.match(text)
    verdict = None
    if not turned:
        verdict = NO if until is not None or _NO.match(text) else YES if _YES.match(text) else None
    if verdict is None and not _TO_DECIDE.search(text):
        return None
    found = until or unless
    if verdict == YES and found is None:
        # The reason behind it holds no condition of what is asked.
        found = _ONLY_IF.search(_REASON.split(_END.split(text)[0])[0])
    both = f"{text} {' '.join((question.again or '').split())}"
    decides, when = _DECIDES.search(both), _WHEN.search(both)
    return Straight(
        verdict,
        ", ".join(filter(None, (found.groupdict().get("where"), found["until"]))).lower() if found is not None else "",
        f"your {decides[1].lower()}" if decides is not None else "your clinic",
        when[1].lower() if when is not None else "before you do anything",
        " ".join(filter(_HELP.search, _END.split(text))),
    )
