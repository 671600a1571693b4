"""A message about a plan in plain words: what was heard of it, said as the grammar and the talk read it without doubt.

People say "they've fitted me in, tuesday the 8th" or "phew yes"; the encoder heard in it a day that the clinic set, or
a yes (`understanding/talk.py`; its tags and acts are in tune/talk/README.md). Here it becomes "my clinic booked Tuesday
8 December 2026", and is taken in like any message. What a part says is read by the grammar alone: a day that it reads
in two ways stays in the person's own words, and is asked about. Where anything that was heard has no plain words, there
are none for the message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ..model import full_date
from ..reading.closed_rule import speaks_of_rule
from ..reading.day_words import MONTHS, WEEKDAY_WORDS
from ..reading.every_nth import every_nth
from ..reading.halved import halved
from ..reading.lexer import lex
from ..reading.other_days import of_telling
from ..reading.other_jabs import elsewhere, without_other_days
from ..reading.reader import read
from .booked_out import books_nothing
from .day_weighed import weighs
from .days import Span, days_away, row_of_days
from .denied_day import says_no_injection
from .facts import COUNTS_FROM
from .heard import Heard, NoPlainWordsError, Part
from .looked_for import only_looked_for
from .message import Said, number, ordinal
from .move_words import GONE
from .none_today import without_none_today
from .open_answers import totals
from .outcome import Who
from .past import CALLED_OFF, missed_some
from .plain_gaps import gaps_in
from .plain_wishes import in_own_words, wishes_in
from .read_off import READ_OFF, RECORDS, SETS
from .replies import in_all
from .said_day import said_day
from .state import CHANGE, CONFIRM, LAST_GIVEN, PAST, State

# What is asked of a day that is told: how far it is from the plan's own.
_TOO_SOON, _OF_LATENESS = "is that too soon?", ("ask_late", "ask_early")
# That the rest of what was read back is right: nothing, beside something else.
_RIGHT = "right_rest"
_REPLIES = {"yes": "yes", "soft_yes": "i think so", "no": "no", "unsure": "i don't know", "either": "either"}
# From which share a reply alone is one, since much can hang on it.
SURE_REPLY = 0.60
# From which share several days are all of injections that were had.
SURE_SEVERAL = 0.75
# Replies that settle nothing, and are no yes or no.
_OPEN = ("i don't know", "either")
_FACTS = {"no_date": "they gave me no date", "tells_home": "i inject at home", "will_ask": "i will ring them"}
# Facts that are said by their parts alone.
_OF_PARTS = ("tells_plan", "tells_first", "tells_booked", "tells_count", "tells_product", "tells_due", "wrong")
_LAST_ONE = re.compile(r"\b(?:last|final|end)\b", re.I)
_SAYS_LAST = re.compile(r"\b(?:last|latest|most recent|previous)\b", re.I)
_NAMES_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.I)
_MONTH_ALONE = re.compile(rf"(?:in )?(?:{MONTHS})", re.I)
# It was had, and is not still to come today.
_FIRST_TODAY = "i had the first one today"
_THAT_DAY = re.compile(r"\b(?:that|then|there|same day)\b", re.I)
_OR = re.compile(r"\bor\b", re.I)
# What says that a number is of doses, and of no gap.
_COUNTS = re.compile(
    r"\b(?:all|total|altogether|left|to go|had|done|given|got|more|of (?:them|these|those)"
    r"|injections?|jabs?|jags?|shots?"
    r"|needles?|doses?|times|ones)\b",
    re.I,
)
# A number of a dose, or of how somebody feels.
_BARE = re.compile(r"\W*\d{1,2}\W*")
_SCORES = re.compile(r"\b(?:log|score\w*|out of|rating|energy|tired\w*|fog\w*|mood|pain|diary|note)\b|/ ?10\b", re.I)
# "Today the 5th": a day of the month.
_TODAY_TH = re.compile(
    r"\b(?:today|this morning|tonight|just now)\b[^.;!?\d]{0,6}\b(\d{1,2})(?:st|nd|rd|th)\b"
    r"|\b(\d{1,2})(?:st|nd|rd|th)\b[^.;!?\d]{0,4}\btoday\b",
    re.I,
)
_ASKED_DAY = ("date", "anchor", LAST_GIVEN)
# A day that so lately was is hardly one that is booked for when it comes round again.
_JUST_PASSED, _FAR_AHEAD = timedelta(days=90), timedelta(days=270)
_WAS = re.compile(r"\b(?:was|started|began|had|got|were|been)\b", re.I)


# "The last Friday of every month", "first Monday monthly".
_NTH_OF_MONTH = re.compile(
    rf"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:{WEEKDAY_WORDS})s?"
    r"(?:,? (?:of|in|on)? ?(?:the |a |every |each |any )?(?:single )?month(?:ly|s|'s)?\b)",
    re.I,
)
_NEAR_BEHIND = 40
_DAY_TAGS = ("last", "first", "day", "booked", "missed")


@dataclass(frozen=True)
class Plainly:
    """A message in plain words: the sentences, and the request that it is understood as ("" where it only answers).

    tells: it tells something, or asks with words of its own, and does not only ask or answer in words that are always
    the same.
    misses: it says that an injection was not given. share: how surely the least sure of it was heard, from 0 to 1.
    """

    words: str
    request: str
    tells: bool = False
    misses: bool = False
    share: float = 1.0


def plainly(text: str, parts: Sequence[Part], acts: Mapping[str, float], state: State, who: Who) -> Plainly | None:
    """A message in plain words; None where it says nothing to a plan, or something in it has none."""
    # A rule for closed days stands as it is told.
    if _of_other_days(text, parts, state) or speaks_of_rule(text, who.country):
        return None
    if _only_of_month(text, parts) or _of_telling(text, parts) or halved(text) or every_nth(text):
        return None
    if says_no_injection(text) or books_nothing(text, state, who):
        return None
    if state.ready(who.today) and only_looked_for(text, parts, agreed=state.confirmed):
        return None
    heard = Heard(text, parts, acts, state, who)
    nothing = heard.all_taken and _RIGHT not in heard.acts
    if nothing or heard.doubtful or _overheard(heard):
        return None
    try:
        found = _plainly(heard)
    except NoPlainWordsError:
        return None
    return None if found is not None and _says_less(heard, found) else found


def _of_other_days(text: str, parts: Sequence[Part], state: State) -> bool:
    """Whether a day that was heard as one of a dose is that of another jab, of every month, or one on which none was
    had."""
    rest = without_none_today(without_other_days(text), state)
    if len(rest) != len(text):
        return True
    of_doses = (part for part in parts if part.tag in _DAY_TAGS) if rest != text else ()
    return any(not rest[part.start : part.end].strip() for part in of_doses)


def _only_of_month(text: str, parts: Sequence[Part]) -> bool:
    """Whether "last Friday", heard as the day of a dose, is the last one of each month."""
    of_days = (part for part in parts if part.tag in _DAY_TAGS)
    spans = [found.span() for found in _NTH_OF_MONTH.finditer(text)]
    return any(a <= part.start < b for part in of_days for a, b in spans)


def _of_telling(text: str, parts: Sequence[Part]) -> bool:
    """Whether a day that was heard as that of a dose is the one on which somebody told of a plan or changed it."""
    days = (part for part in parts if part.tag in _DAY_TAGS)
    return any(
        of_telling(
            re.split(r" (?:[,.;!?]|and|but) ", lex(text[: part.start]).canon)[-1],
            lex(text[part.start : part.end].strip(" ,.;:!?")).canon,
            lex(text[part.end :]).canon[:_NEAR_BEHIND],
        )
        for part in days
    )


def _plainly(heard: Heard) -> Plainly | None:
    if "ask_is_it" in heard.acts and GONE.within(Said.of(heard.text)):
        # "So 21 December is gone, right?" asks the opposite of whether it is one of the dates.
        raise NoPlainWordsError
    replies = [words for act, words in _REPLIES.items() if heard.does(act)]
    weighed = [_TOO_SOON] if weighs(heard.text) and heard.has("booked") else []
    if weighed:
        heard.does(*_OF_LATENESS)
        heard.acts -= set(_OF_LATENESS)
    wishes = wishes_in(heard)
    facts = [*gaps_in(heard), *_days(heard), *_counts(heard)]
    facts += [words for act, words in _FACTS.items() if heard.does(act)]
    heard.does(*_OF_PARTS)
    facts += _undated(heard, facts)
    if facts and "no" in heard.acts:
        # What is put in its place is told.
        replies = [one for one in replies if one != "no"]
    if not (replies or facts or wishes) and heard.state.about == CONFIRM and _RIGHT in heard.acts:
        replies = [_REPLIES["yes"]]
    answers = bool(replies) and heard.state.about is not None
    if not heard.all_taken or not (answers or facts or wishes):
        return None
    if not facts and not wishes and heard.share < SURE_REPLY:
        # A sound or a doubt is no yes.
        return None
    words = [*replies[:1], *facts, *weighed, *(wish for wish, _ in wishes)]
    if facts:
        request = "state"
    elif wishes:
        request = wishes[0][1]
    else:
        request = "" if replies[0] in _OPEN else "deny" if "no" in heard.acts else "affirm"
    tells = bool(facts) or in_own_words(wishes)
    misses = "tells_missed" in heard.acts
    return Plainly(". ".join(words).replace("?.", "?"), request, tells, misses, heard.share)


def _says_less(heard: Heard, found: Plainly) -> bool:
    """Whether the message itself is read with how many there are, and in plain words without."""
    own, plain = (read(words, today=heard.who.today, country=heard.who.country) for words in (heard.text, found.words))
    if any(question.about in ("interval", "unread") for question in own.questions):
        return False
    return sum(one.bounded for one in own.phases) > sum(one.bounded for one in plain.phases) and bool(plain.phases)


def _overheard(heard: Heard) -> bool:
    """Whether the message says that one was not given, and only one that was given was heard."""
    if heard.state.about == "count" and in_all(heard.text) in totals(heard.state):
        # "Six in all" says how many there are once more, and not how many were had.
        return True
    missed = CALLED_OFF.search(heard.text) is not None or missed_some(heard.text)
    return missed and heard.has("last") and "tells_missed" not in heard.acts


def _has_course(state: State) -> bool:
    """Whether a part of the plan has so many doses, of which one has a place."""
    return any(phase.bounded for phase in state.phases)


def _of_today(heard: Heard) -> bool:
    """Whether a number that is heard as the place of a dose is the day of this month."""
    found = _TODAY_TH.search(heard.text)
    return found is not None and int(found[1] or found[2]) == heard.who.today.day


def _days(heard: Heard) -> list[str]:
    found: list[str] = []
    nth, last = heard.one("nth"), heard.days("last", "last")
    if nth is not None and _of_today(heard):
        nth, last = None, last or [full_date(heard.who.today)]
    if last and not _tells_of_given(heard):
        # A bare day may be that of the next one.
        raise NoPlainWordsError
    if nth is not None and _BARE.fullmatch(nth) and (_SCORES.search(heard.text) or not _has_course(heard.state)):
        # "3 today" of a plan without an end, or "log 3", is how somebody feels.
        raise NoPlainWordsError
    ends = nth is not None and _LAST_ONE.search(nth) is not None
    if nth and not ends and len(last) != 1:
        raise NoPlainWordsError
    if len(last) > 1 and not _all_were_had(heard):
        # Which of them it was is for the person to say.
        raise NoPlainWordsError
    if len(last) > 1:
        found.append(f"i had it on {', '.join(last[:-1])} and {last[-1]}")
    elif last and nth and not ends:
        found.append(_nth_given(heard, nth, last[0]))
    elif last:
        found.append(_given(heard, last[0]))
    if ends and heard.state.about == "phase":
        found.append("it was the last loading one")
    found += [_first(heard, part) for part in heard.parts("first")]
    found += _booked(heard)
    if missed := heard.one("missed"):
        found.append(f"{_not_all(heard)}i missed the one on {heard.day(missed, 'last')}")
    if day := _bare_day(heard):
        if _MONTH_ALONE.fullmatch(day):
            # "June, not July" says which day only with the one that is known.
            raise NoPlainWordsError
        found.append(_past_day(heard, day) or day)
    return [*found, *_away(heard)]


def _all_were_had(heard: Heard) -> bool:
    """Whether several days are all of injections that were had, and not one in the place of another."""
    answers = heard.state.about in _ASKED_DAY and heard.state.anchor is None
    if answers and not heard.denied and not _OR.search(heard.text):
        return True
    return "corrects" not in heard.acts and heard.share >= SURE_SEVERAL


def _bare_day(heard: Heard) -> str | None:
    """The one day that is told bare; said twice, "eleven days ago, it was the Thursday", it is one.

    Raises:
        NoPlainWordsError: several days are told.
    """
    told = heard.take("day")
    days = {said_day(one, "last", heard.who).date for one in told}
    if len(told) > 1 and (len(days) > 1 or None in days):
        raise NoPlainWordsError
    return told[0] if told else None


def _past_day(heard: Heard, day: str) -> str | None:
    """A day of the past that is told of a plan of which only one to come is known: that of the last one."""
    state, anchor = heard.state, heard.state.anchor
    coming = anchor is None or anchor.date > heard.who.today
    # "Not May, the 16th of April", to what was read back.
    mends = heard.denied and not state.confirmed and _NAMES_MONTH.search(day) is not None
    told = (coming or mends) and state.phases and (state.booked or anchor) and state.about in (None, CONFIRM)
    past = said_day(day, "last", heard.who).date if told else None
    return f"the last one was on {full_date(past)}" if past is not None and past <= heard.who.today else None


def _tells_of_given(heard: Heard) -> bool:
    """Whether a day is told as that of one that was given, or answers when that was."""
    state = heard.state
    return bool(heard.acts & {"tells_dose", "corrects", "no"}) or state.anchor is not None or state.about in _ASKED_DAY


def _booked(heard: Heard) -> list[str]:
    """The days that the clinic set; or the last one, where it stands in its records.

    Raises:
        NoPlainWordsError: one of several days may be meant, or one that has just passed.
    """
    parts = heard.parts("booked")
    if not parts:
        return []
    if elsewhere(heard.text):
        raise NoPlainWordsError
    if any(found.start() <= part.start < found.end() for found in COUNTS_FROM.finditer(heard.text) for part in parts):
        # "Keep the old days, not count from the 19th": a day to count from is none that was set.
        raise NoPlainWordsError
    if _OR.search(heard.text[parts[0].start : parts[-1].end]):
        raise NoPlainWordsError
    words, today = [heard.words(part) for part in parts], heard.who.today
    if heard.state.about in _ASKED_DAY and heard.state.anchor is None and not SETS.search(heard.text):
        # Asked for the day of the last one, people read it off; no word says that it is one to come.
        if len(words) != 1 or not (RECORDS.search(heard.text) or READ_OFF.search(heard.text)):
            raise NoPlainWordsError
        return [f"the last one was on {heard.day(words[0], 'last')}"]
    past = [found.date for one in words if (found := said_day(one, "last", heard.who)).date is not None]
    just = [day for day in past if timedelta(0) < today - day < _JUST_PASSED]
    if just and RECORDS.search(heard.text):
        return [f"the last one was on {full_date(just[-1])}"]
    days = [heard.day(one, "next") for one in words]
    far = [found.date for one in words if (found := said_day(one, "next", heard.who)).date is not None]
    if just and any(day - today > _FAR_AHEAD for day in far):
        raise NoPlainWordsError
    return [f"my clinic booked {' and '.join(days)}"]


def _offered(heard: Heard) -> tuple[str, ...]:
    """The answers that were offered to whether all were given: that they were, and that they were not."""
    state = heard.state
    return state.options if state.about == PAST and len(state.options) == 2 else ()


def _not_all(heard: Heard) -> str:
    """That not all were given, which a missed one says, where it was asked."""
    offered = _offered(heard)
    return f"{offered[1]}. " if offered and not heard.acts & {"not_all"} else ""


def _given(heard: Heard, day: str) -> str:
    """A dose that was given on a day: the last one that is known of, or one more."""
    state, today = heard.state, heard.who.today
    known = bool(state.phases) and state.anchor is not None
    # What is said to a plan that was only read back puts it right, but for one of these days.
    just = day in (full_date(today), full_date(today - timedelta(days=1)))
    mends = state.about in (CONFIRM, CHANGE) and not state.confirmed and not just
    says_last = _SAYS_LAST.search(heard.text) or heard.acts & {"corrects", "no"} or mends
    return f"i had it on {day}" if known and not says_last else f"the last one was on {day}"


def _nth_given(heard: Heard, nth: str, day: str) -> str:
    """The one of a place in its course, which may have been given just now."""
    place = next((at for word in re.findall(r"\w+", nth.lower()) if (at := ordinal(word) or number(word))), None)
    return f"i had number {place} today" if place and day == full_date(heard.who.today) else f"{nth} was on {day}"


def _first(heard: Heard, part: Part) -> str:
    was = _WAS.search(heard.text[: part.start][-40:]) is not None
    day = heard.day(heard.words(part), "last" if was else "first")
    if was and day == full_date(heard.who.today):
        return _FIRST_TODAY
    return f"the first one {'was' if was else 'is'} on {day}"


def _away(heard: Heard) -> list[str]:
    if not heard.does("tells_away"):
        return []
    if (span := _span_of_month(heard)) is not None:
        return [f"i am away from {full_date(span[0])} to {full_date(span[1])}"]
    start, end = heard.days("from", "next"), heard.days("to", "next")
    if not (start or end) and heard.state.countable(heard.who.today) and _THAT_DAY.search(heard.text):
        # "That's the day of the funeral": of the date that was just said.
        return ["i cannot make that day"]
    if not (start and end):
        raise NoPlainWordsError
    return [f"i am away from {start[0]} to {end[0]}"]


def _span_of_month(heard: Heard) -> Span | None:
    """The days of "15 to 29 May", of which the second alone has its month, or both with their months as they are
    written."""
    found = days_away(heard.text, today=heard.who.today, country=heard.who.country) if row_of_days(heard.text) else None
    return found if found is not None and found[0] < found[1] else None


def _counts(heard: Heard) -> list[str]:
    state = heard.state
    found: list[str] = []
    for tag, words in (("done", "i have had {}"), ("left", "{} are left"), ("course", "{} in all")):
        if one := heard.one(tag):
            many = heard.number(one)
            if tag == "course" and (gap := _gap_put_right(heard, one, many)):
                found.append(gap)
                continue
            found.append(str(many) if state.about == "count" and tag == "done" else words.format(many))
    # Whether all were given is answered in the words of what was offered.
    offered = _offered(heard)
    for act, place in (("all_given", 0), ("not_all", 1)):
        if offered and heard.does(act):
            found = [offered[place], *found]
    return found


def _gap_put_right(heard: Heard, words: str, number: int) -> str | None:
    """A bare number that puts the gap of an endless plan right: "actually the nurse wrote 11 on my card"."""
    phases = heard.state.phases
    if "corrects" not in heard.acts or len(phases) != 1 or not _BARE.fullmatch(words) or _COUNTS.search(heard.text):
        return None
    unit = {"d": "days", "wk": "weeks", "mo": "months"}.get(phases[0].unit or "")
    endless = not phases[0].bounded and phases[0].frequency == 1 and not phases[0].days_of_month
    return f"every {number} {unit}" if unit and endless and number > 1 else None


def _undated(heard: Heard, facts: Sequence[str]) -> list[str]:
    """A dose that was given, or was not, where no day of it is told."""
    given, missed = heard.does("tells_dose"), heard.does("tells_missed")
    if facts or not (given or missed):
        return []
    if given and missed:
        raise NoPlainWordsError
    return ["i had it" if given else "i missed it"]
