"""The single day that the clinic set, while nothing is known of how often they are, which is cancelled, denied, or said
to be of another thing: it is kept no longer, and nothing is counted from it."""

from __future__ import annotations

import re

from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.other_jabs import OTHER_THING as OTHER_JAB
from .message import Said, is_date_word
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .set_alone import DOSE, set_alone, single_day
from .state import State

_SOMEBODY = (
    r"(?:some(?:body|one)(?: else)?|another (?:patient|person|man|woman|lady)|other people"
    r"|a different (?:patient|person))"
)
# That the day stands no more.
_OFF = re.compile(
    r"\b(?:cancell?ed|called (?:it |that )?off|scrapped|postponed|put (?:it |that )?off|(?:fell|fallen) through"
    r"|(?:had|have|has|having) to (?:cancel|postpone)|no longer (?:on|booked|mine|happening|going ahead|there)"
    r"|(?:not|isn['’]?t|ain['’]?t|wasn['’]?t|won['’]?t be|never)(?: (?:actually|really|even|be))?"
    r" (?:booked|happening|going ahead|on any ?more)"
    rf"|(?:gave|given|let) [^.;!?\n]{{0,40}}\b{_SOMEBODY}|lost (?:my|the|that) (?:slot|place|appointment|booking))\b",
    re.I,
)
_NOT_OFF = re.compile(
    r"(?:\b(?:not|never|nearly|almost|hardly)\b|n['’]t\b)(?: \w+){0,2} (?:cancell?|call|postpone|put|have to)", re.I
)
# Words of a clause that tells of nothing but that, and of the clause before it.
_PLAIN = frozenset(
    re.findall(
        r"\S+",
        """
    i i'm i've im ive we they they're they've theyve the my that this it its it's itll that's thats a an of on for in at
    to and so but oh no sorry hi hello just now then well actually unfortunately sadly again today yesterday please wait
    hang ah hm hmm
    clinic surgery nurse nurses doctor doctors doc gp practice hospital reception receptionist pharmacy
    rang rung called phoned texted emailed wrote messaged text letter says said saying tell told me us
    had have has been be is was got get getting gets up
    appointment appointments appt booking slot place date day one jab jag shot injection needle dose b12 next new
    cancel cancelled canceled off scrapped postponed postpone put fell fallen through no longer mine happening
    going ahead there not isn't isnt ain't aint wasn't wasnt won't wont never really even booked any more anymore
    gave given let give somebody someone else another patient person man woman lady other people different lost
    """,
    )
)
_LEAD = (
    r"\W*(?:(?:no|nope|nah|oh|sorry|wait|hang on|hold on|actually|oops|whoops|hmm?|ah|well|um|er|my bad|apologies)\b"
    r"[\s,.!;–—-]{0,4}){0,5}"
)
# "That's wrong", of what was just noted.
_DENIES = re.compile(
    rf"{_LEAD}(?:(?:that|this|it|(?:that|the) (?:date|day|one))(?:['’]?s| is| was)?"
    r" (?:all |just |completely |quite ){0,2}"
    r"(?:not (?:right|true|correct|so)|wrong|incorrect|(?:a|my|an) (?:mistake|error|typo)|the wrong (?:date|day|one))"
    r"|i (?:got|had|have|read|wrote|typed|put) (?:it|that|the (?:date|day)) wrong"
    r"|i (?:made a mistake|was (?:wrong|mistaken)|got the wrong (?:date|day))"
    r"|(?:scrap|ignore|drop|remove|undo|scratch|strike|delete|forget)"
    r" (?:that(?: (?:date|day|one))?|the (?:date|day)|it(?<!forget it)(?<!delete it))"
    r"|(?:the )?wrong (?:date|day|one)|(?:my )?mistake)(?:[ ,]{1,2}(?:sorry|please|then|now|mate)){0,2}\W*",
    re.I,
)
_THING = (
    rf"(?:{OTHER_JAB}|dentists?|dental|opticians?|bloods?|blood tests?|tests?|scans?|x-?rays?|flu|covid|reviews?|eyes?"
    r"|physio\w{0,8}|chiropod\w{1,6}|podiatr\w{1,6}|vet|hospital|smear|check-?up|something else)"
)
_DOSES = rf"(?:b-?12 )?{DOSE}"
# "That is my dentist", said right behind it.
_OF_OTHER = re.compile(
    rf"{_LEAD}(?:that|this|it)(?:['’]?s| is| was| will be)"
    r"(?: (?:actually|really|just|only|for|with|at|the|my|a|an|our)){0,5}"
    rf" {_THING}(?: (?:appointment|appt|visit|one|jab|test|check))?\W*",
    re.I,
)
# "The 14th is for bloods, not my b12", "it's not for the b12".
_NOT_THIS = re.compile(
    rf"\bnot (?:(?:for|of|about) )?(?:(?:the|my|a|an|any) ){{0,2}}{_DOSES}"
    r"(?: (?:one|at all|jab|injection|shot)){0,2}\W*$",
    re.I,
)
_SUBJECT = re.compile(
    rf"{_LEAD}(?:that|this|it|(?:the )?(?:date|day|one|appointment)|(?:the |on ){{0,2}}(?:(?:{WEEKDAY_WORDS}),? )?"
    rf"(?:the )?(?:\d{{1,2}}(?:{NTH_END})?(?: of)?(?: (?:{MONTHS}))?|(?:{MONTHS}) \d{{1,2}}(?:{NTH_END})?))"
    r"(?:['’]?s| is| was)\b",
    re.I,
)
_THINGS = re.compile(rf"\b{OTHER_JAB}\b", re.I)
_DOSE_WORD = re.compile(rf"\b{DOSE}\b", re.I)
# What is supposed, wished or asked, or stands all the same.
_NO = re.compile(
    r"\b(?:if|unless|when|what|why|how|might|may|maybe|perhaps|could|would|should|can|want|wants|wanted|think|thinking"
    r"|thought|will|going to|about to|nearly|almost|worr\w+|afraid|hope|back on|reinstated|same (?:day|date|time)"
    r"|still (?:on|there|booked|stands|going)|as well|too|also|both)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.,;!\n]+(?:\s+|$)|\s[-–—]\s|\s(?=(?:and|but|so|cos|because|as|since)\s)", re.I)
_TIME = re.compile(r"\b\d{1,2}[.:]\d\d ?(?:am|pm)?\b|\b\d{1,2} ?(?:am|pm)\b|\bb-?12\b|\b20\d\d\b", re.I)
_NUMBER = re.compile(rf"\b(\d{{1,4}})(?:{NTH_END})?\b", re.I)
_MONTH, _WEEKDAY = re.compile(rf"\b({MONTHS})\b", re.I), re.compile(rf"\b({WEEKDAY_WORDS})\b", re.I)


def single_off(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That the one day which the clinic set is none any more, as "called_off" with it; () where a message asks, only
    supposes, is of another day, thing or person, or tells the new day."""
    day, text = single_day(state), said.text.replace("’", "'")
    if day is None or state.paused or state.about not in (None, "interval") or "?" in text or asks(said):
        return ()
    if _NO.search(text) or not _fits(text, state):
        return ()
    clauses = [piece.strip() for piece in _CLAUSE.split(text) if piece and piece.strip()]
    if not (
        _is_off(clauses) or (state.about == "interval" and _is_denied(text, clauses)) or _is_other(text, clauses, state)
    ):
        return ()
    if any(move.value != day.isoformat() for move in set_alone(said, state, who)):
        return ()
    return (Move("fact", "called_off", day.isoformat(), rest=place_of(said, len(said.words))),)


def _is_off(clauses: list[str]) -> bool:
    """Whether a clause says so of that day, and those before it name nothing else that it may be said of."""
    for clause in clauses:
        if not _plain(clause):
            return False
        if _OFF.search(clause) is not None:
            return _NOT_OFF.search(clause) is None
    return False


def _plain(clause: str) -> bool:
    return all(word.text in _PLAIN or is_date_word(word.text) for word in Said.of(clause).words)


def _is_denied(text: str, clauses: list[str]) -> bool:
    return _DENIES.fullmatch(text) is not None or any(
        _DENIES.fullmatch(clause) and all(_plain(one) for one in clauses[:place])
        for place, clause in enumerate(clauses)
    )


def _is_other(text: str, clauses: list[str], state: State) -> bool:
    """Whether the day is said to be that of another thing."""
    if _SUBJECT.match(text) and _NOT_THIS.search(text):
        # "My b12 and my flu jab" are both.
        return _DOSE_WORD.search(_THINGS.sub(" ", _NOT_THIS.sub(" ", text))) is None
    alone = [clause for clause in clauses if not (_plain(clause) and not _DOSE_WORD.search(clause))]
    return state.about == "interval" and len(alone) == 1 and _OF_OTHER.fullmatch(alone[0]) is not None


def _fits(text: str, state: State) -> bool:
    """Whether every day that is named is the one that was set."""
    day, text = single_day(state), _TIME.sub(" ", text)
    if day is None:
        return False
    numbers = {int(found) for found in _NUMBER.findall(text)} <= {day.day, day.year}
    months = all(MONTH_PLACES[found.lower()] == day.month for found in _MONTH.findall(text) if found.lower() != "may")
    weekdays = all(found[:3].lower() == day.strftime("%a").lower() for found in _WEEKDAY.findall(text))
    return numbers and months and weekdays
