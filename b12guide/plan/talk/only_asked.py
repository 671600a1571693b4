"""A question is never a fact: what a message only asks of a day ("could he wait till the 14th?", "and mine is still the
3rd?") books nothing, logs no dose and changes no plan; it is answered."""

from __future__ import annotations

import re

from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from .message import SENTENCE

_CLAUSE = re.compile(r"[,;:]\s+|\s[–—-]\s|\s(?=(?:and|but|so|cos|because)\s)", re.I)
# What may stand before a question.
_LEAD = (
    r"\W*(?:(?:so|and|but|or|then|ok|okay|no|yes|yep|yeah|oh|ah|well|hi|hello|hey|please|sorry|thanks|right|also|just"
    r"|again|now|lovely|great|wait|hmm|um|actually|in that case|i said)\W+){0,6}"
)
# A modal that is followed by one of these begins no question: "can do Friday", "should be the 14th".
_NO_SUBJECT = (
    r"(?!(?:do|be|been|have|had|only|just|fit|go|come|manage|make|take|see|get|give|not|squeeze|book|offer"
    r"|you (?!tell|say|show|check|confirm|see|remind|explain|work))\b)"
)
# Who or what a question is about.
_SUBJECT = (
    r"(?:i|we|he|she|they|you|it|that|this|these|those|mine|his|hers|theirs|ours|my|our|their|her|your|there|anyone"
    r"|the (?!\d)|[a-z]+['’]s)\b"
)
_BEGINS = re.compile(
    rf"{_LEAD}(?:(?:can|could|might|may(?! \d)|shall|should|must|will|would)(?:n['’]?t)? {_NO_SUBJECT}\w"
    r"|(?:is|isn['’]?t|are|aren['’]?t|am|does|doesn['’]?t|do(?= (?:i|we|they|you|the|my|his|her|their)\b)|don['’]?t"
    rf" (?=i|we|they|you))\b|(?:was|wasn['’]?t|were|weren['’]?t|has|hasn['’]?t) {_SUBJECT}"
    r"|(?:did|didn['’]?t) (?!it\b|that\b|this\b|the (?:\d|first|last)\b)\w"
    r"|(?:have|haven['’]?t) (?:i|we|they|you|my|his|her)\b"
    r"|(?:when(?=['’]?s\b| (?:is|are|will|would|do|does|did|should|can|could|am|was|were|might)\b)"
    r"|what|whats|what's|which|who|how|why|where|whose)\b"
    r"(?! (?:i|we|he|she|they|the clinic|the nurse|mum|dad)\b)"
    r"|any (?:chance|way|reason|harm)\b|(?:is it )?(?:ok|okay|alright|fine|safe|possible) (?:if|to)\b)",
    re.I,
)
# "I'm asking if it can be put back": a question in a sentence that is none.
_INDIRECT = re.compile(
    r"\b(?:asking|asked|ask|wonder|wondering|wondered|know|want to know|see|find out|question is"
    r"|mean) (?:if|whether)\b",
    re.I,
)
# What tells of a dose, of a day that was set, or of a plan.
_TELLS = re.compile(
    r"\b(?:had|got|gave|given|took|taken|done|jabbed|injected|booked|rebooked|booking|moved|changed|rescheduled|put|set"
    r"|said|says|say|told|tells|rang|rung|called|phoned|texted|emailed|wrote|written|missed|skipped|forgot|forgotten"
    r"|cancell?ed|postponed|went|been|started|began|finished|stopped|was|were|offered|offers|confirmed|agreed|want"
    r"|wants|every|weekly|monthly|fortnightly|daily|quarterly|can only|can do|can fit|will do|have me|has me|last"
    r"|must be|should be|appointment|counts?|counted|counting|(?:didn['’]?t|did not|never) tell)\b|['’]ve\b",
    re.I,
)
# Beside these, nothing of the kind is told: "I was asking about Bob", "the clinic hasn't booked anything".
_TELLS_NONE = re.compile(
    r"\b(?:i|we)(?: was|'m|’m| am|m)? (?:only |just |really )?(?:asking|asked|wondering|thinking|on about)\b"
    r"|\b(?:(?:nobody|no one|nothing)(?: has| have| had| was)?"
    r"|(?:they|nurse|clinic|surgery|doctor|gp|hospital|practice|he|she|i|we)"
    r"(?: (?:has|have|had|was|were|did)(?:n['’]?t| not| never)| never))(?: been| yet| ever| actually){0,2}"
    r" (?:booked|book|moved|move|set|changed|change|put|said|say|offered|given me|confirmed)\b[^.;!?\n]{0,40}"
    r"|\b(?:got|getting) (?:it |this |that |them )?(?:all )?(?:mixed|muddled|wrong|confused)\b",
    re.I,
)
_DAY = re.compile(
    rf"\b(?:{WEEKDAY_WORDS}|{MONTHS}|{DAY_NUMBER}|\d+|today|tomorrow|yesterday|tonight|fortnight"
    rf"|weeks?|months?|days?)\b",
    re.I,
)


def asks_sentence(sentence: str) -> bool:
    """Whether a sentence is put as a question, by its mark, by how it begins or by "I wonder whether"."""
    return sentence.rstrip().endswith("?") or begins_question(sentence)


def begins_question(clause: str) -> bool:
    return _BEGINS.match(clause) is not None or _INDIRECT.search(clause) is not None


def only_asked(text: str) -> bool:
    """Whether a message asks, and tells of no dose, no day that was set and no plan beside that."""
    sentences = [match[0] for match in SENTENCE.finditer(text) if re.search(r"\w", match[0])]
    return any(map(asks_sentence, sentences)) and not any(map(_tells, sentences))


def parted(text: str) -> tuple[str, str]:
    """What a message tells, and what it only asks, sentence by sentence."""
    told, asked = "", ""
    for match in SENTENCE.finditer(text):
        if asks_sentence(match[0]) and not _tells(match[0]):
            asked += match[0]
        else:
            told += match[0]
    return told.strip(), asked.strip()


# What says how often or when, and not who told it.
_HOW_OFTEN = re.compile(
    r"\b(?:every|weekly|monthly|fortnightly|daily|quarterly|last|was|were|must be|should be|counts?"
    r"|counted|counting)\b",
    re.I,
)


def tells_by_others(sentence: str) -> bool:
    """Whether a sentence tells something by another word than those of how often or when."""
    return _tells(_HOW_OFTEN.sub(" ", sentence.rstrip(" ?!.") + "?"))


def names_day(text: str) -> bool:
    return _DAY.search(text) is not None


def _tells(sentence: str) -> bool:
    clauses = [clause for clause in _CLAUSE.split(sentence) if clause.strip()]
    told = [_TELLS_NONE.sub(" ", clause) for clause in clauses if not begins_question(clause)]
    if any(_TELLS.search(clause) for clause in told):
        return True
    # A day in a sentence that asks nothing is told.
    return not asks_sentence(sentence) and any(_DAY.search(clause) for clause in told)
