"""How many of a course were had, told by the place of a dose or as a count: "this makes my second", "3 behind me",
"5 in all, 2 of them had". A place is no day of the month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..dates.schedule import runs, whole_count
from ..model import Anchor, full_date
from ..reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read_date
from .message import NUMBERS, ORDINALS, Said, number, ordinal
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .past import had_so_far
from .state import CHANGE, CONFIRM, State
from .what_if import names_condition

_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(word for word in NUMBERS if word not in ('one', 'couple'))})"
_NTH = rf"(?:\d{{1,2}}{NTH_END}|{'|'.join(ORDINALS)})"
_DOSE = r"(?:one|dose|jab|jag|shot|injection|needle)"
_NO_DATE = rf"(?![/.:-]\d|(?: of)? (?:{MONTHS})\b| (?:weeks?|months?|days?|mg|times|am|pm)\b)"
_NOW = r"(?:today|tonight|this (?:morning|afternoon|evening|arvo)|just now)"
# "Today's was the 4th", "that makes number five", "it was my third".
_WAS_NTH = re.compile(
    rf"\b(?P<day>{_NOW}['’]?s?|that(?:['’]s)?|this|it|the last|mine)(?: {_DOSE})?"
    rf"(?: (?:was|is|were|made|makes|will have been))? (?:(?:my|the|her|his|our|their) )?"
    rf"(?:(?:number|no\.?|{_DOSE} number) (?P<n>{_NUMBER})|(?P<nth>{_NTH})(?: {_DOSE})?)\b{_NO_DATE}",
    re.I,
)
# "My fourth today", "the 4th one", "number 4 this morning".
_NTH_DOSE = re.compile(
    rf"\b(?:(?:my|the|her|his|had|having|got) )?(?:(?P<nth>{_NTH}) {_DOSE}|number (?P<n>{_NUMBER})"
    rf"|(?:my|her|his) (?P<own>{_NTH}))\b{_NO_DATE}(?P<now>,? (?:was )?{_NOW})?",
    re.I,
)
# "3 behind me", "two ticked off".
_COUNTED = re.compile(
    rf"\b(?P<n>{_NUMBER}) (?:of (?:them|those|these) |{_DOSE}s )?(?:(?:are|is|all|now|already) ){{0,2}}"
    r"(?:(?:safely )?in the bag|under (?:my|her|his|our|the) belt|out of the way|ticked off|in the bank|knocked off"
    r"|behind (?:me|us|her|him)|in me|down(?= |\W*$)|done|had|given)\b",
    re.I,
)
_LEADS = re.compile(
    rf"^\W*(?:(?:no+|nope|oh|dear|er|um|sorry|just|so|it'?s)\W+){{0,5}}(?P<n>{_NUMBER})"
    r"(?: i (?:think|reckon|believe|guess|make it))?(?=\s*[!.,;]|\W*$)",
    re.I,
)
_IN_ALL = re.compile(
    rf"\b(?P<n>{_NUMBER})(?: {_DOSE}s)? (?:altogether|all together|in (?:total|all)|all told|overall|total)\b", re.I
)
# "Not the 4th of Feb": a day that is denied.
_DENIED = re.compile(rf"\bnot (?:on )?(?:the )?(?:{_NTH}|\d{{1,2}})(?: (?:of )?(?:{MONTHS}))?\b", re.I)
# "Till all 8 are done" says how many there are.
_UNTIL = re.compile(
    rf"\b(?:until|untill|till?|'til) (?:(?:i|we|she|he|they)(?:'?ve|'s| have| has)? )?(?:(?:had|got|done|all|the"
    rf"|of|my|her|his) )"
    rf"{{0,4}}{_NUMBER}\b(?: (?:of (?:them|those)|{_DOSE}s?|are|is|have been|done|had|given|finished|over)){{0,4}}",
    re.I,
)
_BLANKS = re.compile(r" {2,}")
_ASKS_PLACE = re.compile(r"\b(?:which|what|when|how many|is|was|will|next|due|if|would|should|missed|skipped)\b", re.I)
_HAD = re.compile(r"\b(?:had|got|done|was|been)\b", re.I)
# "From today", "before today": a bound, and no day of a dose.
_BOUND = "".join(
    rf"(?<!\b{word} )" for word in ("from", "until", "till", "to", "since", "before", "after", "by", "of", "for")
)
_HAD_NOW = re.compile(rf"{_BOUND}\b{_NOW}", re.I)
_HAD_TODAY = re.compile(
    rf"\b(?:i've |ive )?(?:just |already )?(?:had|got|done|gave) (?P<now>{_NOW})(?:['’]s|s\b)?(?: (?:one|already"
    rf"|too|done)){{0,2}}",
    re.I,
)
_FIRST = re.compile(r"\b(?:first|1st (?:one|was)|start(?:ed|ing)?|began|begun)\b", re.I)
_OF_SO_MANY = re.compile(
    rf"\b(?P<had>(?:had|got|done|given|managed) (?:only |just )?{_NUMBER}) (?:out )?of (?:the |my"
    rf" )?{_NUMBER}\b(?! (?:{_DOSE}|week|day|month))",
    re.I,
)
_DAY = rf"(?:\d{{1,2}}{NTH_END}?(?: of)? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}{NTH_END}?)"
# "I had 4, from Wednesday to yesterday": the days of a run, each with its dose.
_HAD_RUN = re.compile(
    rf"\b(?P<had>(?:had|got|done|given) (?:only |just )?{_NUMBER}(?: of (?:them|those))?),? (?:from |between )?"
    rf"(?:the )?(?:(?:last |this )?(?:{WEEKDAY_WORDS})|{_DAY}) (?:to|until|till|til|through|thru|up to|-)"
    rf" (?:the )?(?P<to>yesterday|today|this morning|{_DAY})\b",
    re.I,
)
_BOUNDED = re.compile(
    rf"\bfor (?:a |the first )?(?:{_NUMBER} )?(?:weeks?|days?|months?|fortnight|doses|injections|jabs"
    rf"|shots)\b.*\b(?:then|after|followed)\b",
    re.I,
)
# "The last on 20 November", "last was nov 20".
_LAST = re.compile(r"\b(?:last|latest|most recent)\b(?P<day>[^.;!?]{1,40})", re.I)
# What stands for a count in the words that the grammar knows.
_SO_FAR = "had {} so far"


def had_count(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How many of the course that is known were had, up to the last one."""
    anchor, total = state.anchor, _total(state)
    if total is None or anchor is None or anchor.kind != "last" or "?" in said.text.split(".")[0]:
        return ()
    if state.about not in (None, CONFIRM, CHANGE, "count") or anchor.ends_phase:
        return ()
    if state.about != "count" and (asks(said) or names_condition(said.text)):
        return ()
    counted = counts_in(said.text, asked=state.about == "count")
    in_all = {number(match["n"].lower()) for match in _IN_ALL.finditer(said.text)} - {None}
    counted -= in_all if len(counted) > 1 else set()
    whole = next(iter(in_all)) if len(in_all) == 1 else None
    if counted == {whole} and whole == total:
        # "Six in all" says how many there are once more.
        return ()
    if len(counted) != 1 or not 0 < (had := counted.pop()) <= (whole or total):
        return ()
    if state.about != "count" and not (anchor.phase in (None, _place(state)) and _tells_place(said.text)):
        return ()
    place = place_of(said, len(said.words))
    today = anchor.date < who.today and _HAD_NOW.search(said.text) is not None
    if today and state.about == "count":
        return ()
    if today:
        return (
            Move("fact", "given", f"{who.today.isoformat()}//", True, place),
            Move("fact", "place", str(had), True, place),
        )
    more = (Move("fact", "count", str(whole), rest=place),) if whole not in (None, total) else ()
    later = _last_told(said.text, who)
    if later is not None and anchor.date < later <= who.today:
        # "6, the last on 20 November", where the one that was told before was an earlier one.
        more = (Move("fact", "date", f"last was {full_date(later)}", rest=place), *more)
    return (*more, Move("fact", "place", str(had), rest=place))


def _last_told(text: str, who: Who) -> date | None:
    match = _LAST.search(text)
    return read_date(match["day"], today=who.today, country=who.country).date if match else None


def counts_in(text: str, *, asked: bool) -> set[int]:
    """The numbers that a text says were had; `asked`: how many was asked, so that a number alone says it too."""
    text = _UNTIL.sub(lambda match: " " * len(match[0]), _plain(text))
    found: set[int] = set()
    for pattern in (_WAS_NTH, _NTH_DOSE, _COUNTED, *((_LEADS,) if asked else ())):
        for match in pattern.finditer(text):
            words = [match[name] for name in ("n", "nth", "own") if name in pattern.groupindex and match[name]]
            clause = text[max(text.rfind(mark, 0, match.start()) for mark in ".;!?,\n") + 1 : match.start()]
            told = asked or pattern is not _NTH_DOSE or match["now"] or _HAD.search(clause)
            if words and told and not _ASKS_PLACE.search(clause):
                found.add(number(words[0].lower()) or ordinal(words[0].lower()) or 0)
    had = had_so_far(text, asked=True)
    return (found | ({had} if had is not None else set())) - {0}


def with_count(text: str) -> str:
    """`text` with words that the grammar knows in the place of a count that is told otherwise, where a plan is told
    with it: "that's 3 behind me" says that 3 were had so far."""
    if _BOUNDED.search(_OF_SO_MANY.sub(" ", text)):
        # Of how many is told by the part itself, and is no number of another one.
        text = _OF_SO_MANY.sub(lambda m: f"{m['had']} so far".ljust(len(m[0])), text)
    if _FIRST.search(text) and (_COUNTED.search(text) or had_so_far(text) is not None):
        # Beside the first day, one of today is the last and no second first one.
        text = _HAD_TODAY.sub(lambda m: f"last one {m['now']}".ljust(len(m[0])), text)
    text = _HAD_RUN.sub(lambda m: f"{m['had']} so far, last one {m['to']}".ljust(len(m[0])), text)
    return _COUNTED.sub(lambda m: _SO_FAR.format(m["n"]).ljust(len(m[0])) if _says_otherwise(m[0]) else m[0], text)


def _says_otherwise(words: str) -> bool:
    return re.search(r"\b(?:done|had|given|down)$", words, re.I) is None


def _tells_place(text: str) -> bool:
    """Whether a text tells a place or a count, beside which a lone number may stand."""
    text = _plain(text)
    return any(pattern.search(text) for pattern in (_WAS_NTH, _NTH_DOSE, _COUNTED)) or had_so_far(text) is not None


def _plain(text: str) -> str:
    """`text` without a day that is denied, and without the blanks in the place of what was read apart from it."""
    return _BLANKS.sub(" ", _DENIED.sub(" ", text))


def _place(state: State) -> int | None:
    return next((place for place, phase in enumerate(state.phases) if phase.bounded), None)


def _total(state: State) -> int | None:
    place = _place(state)
    return whole_count(state.phases[place]) if place is not None else None


def fill_log(state: State, first: date) -> None:
    """Note the doses before the last one, where the first day is told too and as many were had as the plan has by
    then; another number is left to be asked."""
    last, place = state.anchor, _place(state)
    if last is None or last.kind != "last" or last.done is None or place is None or last.phase not in (None, place):
        return
    run = next(iter(runs(state.phases, Anchor("first", first))), None)
    if run is None or run.index != place or run.before(last.date + timedelta(1)) != last.done:
        return
    days = [run.at(number)[0] for number in range(last.done)]
    if days[-1] == last.date:
        for day in days[:-1]:
            state.note(day, loading=state.phases[place].kind == "loading")
