"""What was said of doses given and not given: kept in the log, and never taken for a part of the plan."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..dates.schedule import after_interval, dose_count, kept_day, runs, whole_count
from ..model import Anchor
from ..reading.lexer import lex
from ..reading.reader import read_date
from .message import SENTENCE
from .skipped import planned_skips, take_all_but_skips
from .state import State

# So many planned days are offered as the last one that was given.
OFFERED = 6
_SO_FAR = re.compile(
    r"(?<= )(?:(?:had|have|got|done|given|make|made|took|taken|only|just|been given)"
    r"(?: (?:only|just|had|done|about)){0,8} (?P<n>\d{1,2})"
    r"(?: (?:of (?:them|the|my|these|those)|out of|of)(?: \d{1,2})?)?"
    r"(?=(?: [a-z]+){0,3} (?:so far|already|to date|yet)\b"
    r"| (?:of|out of) )"
    r"|(?P<n2>\d{1,2}) (?:out )?of (?:the |my |a )?(?:\d{1,2}) (?:loading|weekly|daily|dose|1|had|done|given|so far)"
    r"|(?:only|just) (?:had|have had|done|got|managed|made|did) (?P<n3>\d{1,2})"
    r"(?= (?:[.,;!?]|so|of|and|but|then|before|$)))"
    # "I already have two, last week and yesterday".
    r"|(?:already|so far|up to now) (?:i )?(?:have|had|got|done|have had|have got) (?P<n5>\d{1,2})"
    r"(?= (?:[.,;!?]|of (?:them|those|these)|dose|1s|so far|and|but|$))"
    r"|(?:^|[.,;!?:]|and|but|with|so|only|just) (?P<n4>\d{1,2}) (?:of (?:them|those|these) )?"
    r"(?:(?:are|were|is|now|already) )?"
    r"(?:so far|finish|finished|done|given|taken|had|gone|down|over)"
    r"(?= (?:(?:already|so far|now) )?(?:[.,;!?]|and|so|but|$))"
)
_HAD_BARE = re.compile(
    r"(?<= )(?:had|have had|done|got|made|received|completed|finished|finish) (\d{1,2})"
    r"(?= (?:of |[.,;!?]|dose|so|and|in all|$))"
)
_LEFT = re.compile(
    r"(?<= )(\d{1,2}) (?:(?:of|out of) (?:them|those|these|(?:the |my )?\d{1,2}) |more )?"
    r"(?:left|to go|remaining|remain|still to (?:have|come|go))(?= )"
)
_MISSED_SOME = re.compile(
    r"(?<= )(?:missed|skipped|forgot)(?: (?:1|a|some|the|an|out)){0,8}(?: or \d| few| couple)?(?= )"
    r"|(?<= )stopped (?:for a while|having|going|them|it)(?= )|(?<= )not (?:all|every 1)(?= )"
)
_NONE_MISSED = re.compile(
    r"(?<= )(?:(?:never|not|haven't|hasn't|hadn't|didn't|without|havent|didnt|hasnt)"
    r"(?: (?:ever|once|yet|even|i|have)){0,8} (?:missed|missing|miss|skipped|skipping|skip|forgotten|forgot)"
    r"|(?:missed|skipped) (?:none|nothing|0|zero|no dose|not 1)"
    r"|(?:none|no dose|0|zero)(?: (?:was|were|have been|of them)){0,8} missed"
    r"|(?<!not )(?<!n't )(?<!nt )had (?:all|every 1|each 1)(?: of them)?(?: so far| since)?"
    r"|(?<!not )(?<!n't )(?<!nt )(?:had|done|got|have had) (?:them|those|these) all)(?= )"
)
# The clinic called one off.
CALLED_OFF = re.compile(r"\b(?:cancell?ed|called (?:it )?off|postponed|shut|closed|put (?:it |me )?off)\b", re.I)
_ALL = re.compile(r"(?<= )(?:all|every 1|each 1|none missed|not missed|never missed|haven't missed|didn't miss)(?= )")
# "Haven't had all of them", "not quite all", "all but one": not all.
_FEWER = re.compile(
    r" (?:not|haven't|havent|hasn't|hasnt|didn't|didnt|never|nearly|almost|hardly)(?: \w+){0,3} (?:all|every 1|each 1) "
    r"| all (?:but|bar|except|apart from) "
)
_NOT_ALL = re.compile(r"(?<= )(?:not all|no|nope|missed|skipped|forgot|didn't|haven't|not)(?= )")
# "Had 3 already, number 3 is this morning": the last of those that were had.
_NTH_TODAY = re.compile(
    r" (?:(?:dose|number|no|#) )?(?P<n>\d{1,2})(?:th)?(?: (?:dose|1))? (?:is|'s|be|,|=|-|:|at)?(?: (?:from|just))? ?"
    r"(?:today|this (?:morning|afternoon|arvo)|just now|earlier today) "
)
# "Might I have the dates", "do you think" are courtesy.
_UNSURE = re.compile(
    r"\b(?:(?<!you )think|maybe|perhaps|probably|not sure|unsure|might(?! (?:i|we|you)\b)|guess|possibly)\b", re.I
)
# "Had my first today", said of one that was given.
_HAD_NOW = re.compile(
    r"\b(?:had|got|done|did|took|taken|given|gave)\b(?:(?!\b(?:is|are|due|will|be|to|for|and)\b)[^.,;!?]){0,40}"
    r"\b(?:today|just now|this (?:morning|afternoon|arvo))\b"
    r"|\bwas (?:just now|(?:earlier )?(?:today|this morning))\b"
    r"|\btoday'?s? (?:one |dose |jab |shot |injection |needle )?(?:is |was |has been )?(?:also |already |all )?"
    r"(?:done|over|finished|had|given|taken|completed)\b"
    r"|\b(?:had|got|done|did|taken|took|finished) (?:already )?today'?s\b",
    re.I,
)


def had_now(text: str) -> bool:
    """Whether a text tells of a dose that was had today."""
    return _HAD_NOW.search(text.replace("’", "'")) is not None


def had_so_far(text: str, *, asked: bool = False) -> int | None:
    """How many doses a message says were given: "only had 3 so far", "5 of the 6 loading ones"; None if it does not.

    `asked`: that was asked, so that "had 3" says it too.
    """
    canon = lex(text).canon
    found = _SO_FAR.search(canon)
    if found is None and asked:
        bare = _HAD_BARE.search(canon)
        return int(bare[1]) if bare else None
    return int(found["n"] or found["n2"] or found["n3"] or found["n4"] or found["n5"]) if found else None


def left_of(text: str) -> int | None:
    """How many doses a message says are left: "4 to go"; None if it does not."""
    found = _LEFT.search(lex(text).canon) if "?" not in text else None
    return int(found[1]) if found else None


def missed_some(text: str) -> bool:
    """Whether it says that doses were missed, without saying which: "missed one or two", "stopped for a while"."""
    canon = lex(text).canon
    return _MISSED_SOME.search(_NONE_MISSED.sub(" ", canon)) is not None


def none_missed(text: str) -> bool:
    """Whether a message says by itself that every dose until now was given: "never missed one"."""
    return _NONE_MISSED.search(lex(text).canon) is not None and not missed_some(text)


_TODAY_TOO = re.compile(
    r"\b(?:and|with|plus|also|including|incl|counting)(?: also)? (?:the one (?:from |of )?)?(?:today|this (?:morning"
    r"|afternoon))\b(?!'?s? (?:is|isn|not|will))|\btoday(?:'?s)?(?: one)? (?:too|as well|also|included)\b",
    re.I,
)


def tells_todays(text: str) -> bool:
    """Whether an answer that all were had has today's among them: "all of them, and the one today too"."""
    return _TODAY_TOO.search(text.replace("’", "'")) is not None


def said_all(text: str) -> bool | None:
    """The answer to "Have you had all of them?"; None where the message is none."""
    canon = lex(text).canon
    fewer = _FEWER.search(canon) is not None
    if _ALL.search(canon) and not fewer:
        return True
    return False if fewer or _NOT_ALL.search(canon) else None


def is_sure(text: str) -> bool:
    """Whether a dose is told of without "I think" and its like."""
    return _UNSURE.search(text) is None


def planned_before(state: State, today: date) -> list[date]:
    """The latest planned days before today, as many as are offered, in their order."""
    if state.anchor is None:
        return []
    found: list[date] = []
    for run in runs(state.phases, state.anchor):
        past = run.before(today)
        found += [run.at(place)[0] for place in range(max(past - OFFERED, 0), past)]
        if past != run.count:
            break
    return found[-OFFERED:]


def take_all(state: State, today: date, text: str = "") -> None:
    """All doses due before today were given, and today's where `text` says so: the plan counts on from the latest."""
    until = today + timedelta(days=had_now(text) or tells_todays(text))
    dose = state.unsaid(until)
    if dose is None or state.anchor is None or take_all_but_skips(state, until):
        return
    run = next(run for run in runs(state.phases, state.anchor) if run.index == dose.phase_index)
    place = run.done + run.before(until)
    for day in planned_before(state, until):
        state.note(day)
    month_day = run.kept_day(dose.earliest)
    state.count_from(Anchor("last", dose.earliest, dose.phase_index, place, month_day=month_day))
    state.had = None


def take_last(state: State, day: date, *, sure: bool = True) -> None:
    """The last dose given was on a day; how many of its part that makes is known only where it was said."""
    anchor = state.anchor
    if anchor is None:
        return
    place = 0
    for run in runs(state.phases, anchor):
        place = run.index
        total = dose_count(state.phases[place])
        if state.had is not None and total is not None and state.had <= total:
            break
        if run.count is None or (run.count and day <= run.at(run.count - 1)[1]):
            break
    # None after the last one was had.
    later = {dose.day for dose in state.given if dose.day > day} if state.had is not None else set()
    state.given = tuple(dose for dose in state.given if dose.day not in later)
    state.skipped = tuple(sorted({*state.skipped, *later}))
    state.note(day, sure=sure)
    month_day = kept_day(state.phases, anchor, day)
    state.count_from(Anchor("last", day, place, state.had, month_day=month_day))
    state.had = None


def waits_for_booked(state: State, today: date) -> date | None:
    """The date that the clinic booked and that has passed, as long as nobody said whether that dose was given."""
    anchor = state.anchor
    if state.booked is None or anchor is None or anchor != Anchor("first", state.booked) or state.booked >= today:
        return None
    return None if any(dose.day >= state.booked for dose in state.given) else state.booked


def hardly_next(state: State, day: date, today: date) -> bool:
    """Whether a day is hardly that of the next dose: in the first half of the gap, or more than a gap after its day."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or not state.countable(today):
        return False
    coming = next_doses(state.phases, anchor, today=today, count=1)
    if not coming:
        return False
    late = day > after_interval(state.phases[coming[0].phase_index], coming[0].latest) and coming[0].latest >= today
    return late or 2 * (day - anchor.date) < coming[0].earliest - anchor.date


def take_booked(state: State, day: date) -> None:
    """The booked dose was given: the plan counts on from it, and supposes none after it."""
    state.note(day)
    # Of a single day that was set nothing more is known.
    bounded = bool(state.phases) and state.phases[0].bounded
    state.count_from(Anchor("last", day, 0 if state.phases else None, 1 if bounded else None))
    state.booked = None


def log_told(state: State, today: date, text: str) -> None:
    """Note how many of the part with an end were told of, and the dose that the plan is counted from, where it was
    told of as given."""
    ended = [place for place, phase in enumerate(state.phases) if phase.bounded]
    had, left = had_so_far(text, asked=bool(ended)), left_of(text)
    total = whole_count(state.phases[ended[0]]) if len(ended) == 1 else None
    if had is None and left is not None and total is not None and left <= total:
        had = total - left
    if had is not None and ended:
        state.had = max(had - state.phases[ended[0]].behind, 0)
    take_had(state, today, now=_HAD_NOW.search(text) is not None)
    anchor = state.anchor
    had_now = _HAD_NOW.search(text) is not None or any(dose.day == today for dose in state.given)
    if anchor == Anchor("first", today) and had_now:
        # The first one was had just now: it is no more the next one, however late it is told how often they are.
        state.note(today, sure=is_sure(text))
        if state.phases:
            anchor = Anchor("last", today, *((0, 1) if state.phases[0].bounded else ()))
            state.count_from(anchor)
    if anchor is None or anchor.date > today or (anchor.kind == "first" and anchor.date in (today, state.booked)):
        return
    if anchor.kind == "last" and state.had and total is not None and state.had <= total:
        anchor = _placed(state, anchor, ended[0])
    part = state.phases[anchor.phase or 0].kind if state.phases and (anchor.phase or 0) < len(state.phases) else None
    state.note(
        anchor.date,
        sure=is_sure(_telling_of(anchor.date, text, today)),
        loading=None if part is None else part == "loading",
    )


def _telling_of(day: date, text: str, today: date) -> str:
    """The clause of a message that tells of a day; all of it where none does by itself."""
    clauses = [match[0] for match in SENTENCE.finditer(text)]
    told = [one for one in clauses if read_date(one, today=today, role="last").date == day]
    return told[0] if len(told) == 1 else text


def _placed(state: State, anchor: Anchor, place: int) -> Anchor:
    """The last dose as the one of its part up to which they were told of, where nothing says that it was another."""
    if anchor.done is not None or anchor.ends_phase or anchor.phase not in (None, place):
        return anchor
    placed = replace(anchor, phase=place, done=state.had)
    state.count_from(placed)
    state.had = None
    return placed


def take_had(state: State, today: date, *, now: bool = False) -> None:
    """So many were had as were due before today, counted from the first one: the last of them was the latest that was
    due. Of any other number the date of the last one has to be told. `now`: one was had today."""
    anchor = state.anchor
    if not state.had or anchor is None or anchor.kind != "first" or not state.countable(today):
        return
    first, *later = runs(state.phases, anchor)
    past = first.before(today)
    daily = first.phase.unit == "d" and first.phase.period == first.phase.frequency == 1
    if (now or daily) and past + 1 == state.had and first.before(today + timedelta(1)) == state.had:
        # Of one that is had every day, as many as there are days by now were had, today's with them.
        past += 1
    skips = planned_skips(state, today)
    if skips and past - len(skips) == state.had and first.phase.bounded:
        take_all_but_skips(state, today)
        return
    if not first.phase.bounded or past != state.had or any(run.before(today) for run in later):
        return
    days = [first.at(place)[0] for place in range(past)]
    for day in days:
        state.note(day, loading=first.phase.kind == "loading")
    state.count_from(Anchor("last", days[-1], first.index, past, month_day=first.kept_day(days[-1])))
    state.had = None


def last_given(text: str, *, today: date, country: str | None, had: int | None = None) -> date | None:
    """The day of the last dose in an answer; None where none, or none that has been, is named. `had`: so many were had
    by the same message."""
    read = read_date(text, today=today, country=country)
    nth = _NTH_TODAY.search(lex(text).canon)
    if read.date == today and nth is not None and int(nth["n"]) == had:
        return today
    # "The third is today" tells of none that was given.
    given = read.date is not None and read.date <= today and read.role not in ("next", "first")
    return read.date if given else None
