"""What a message asks of a plan: a list, some days, a journey, what if, what only the clinic says; or that it goes."""

from __future__ import annotations

import re
from datetime import date

from ..model import WEEKDAYS
from ..reading.day_words import MONTHS, WEEKDAY_WORDS
from ..reading.reader import about, read
from .asked_days import asks_of_days, asks_of_span, day_meant, days_asked, names_own_days, names_replaced
from .before_day import before_day, way_asked
from .closed_days import asks_beside_day, asks_weekend
from .day_answers import ALL, ANY
from .day_words_asked import ALL_OF_THEM, ANY_OF_THEM
from .doubted_day import doubts_day
from .feast_days import names_feast
from .feast_weekend import asks_feast_weekend
from .first_words import asks_for_two
from .list_wish import Wish, is_alone, list_wish
from .message import SENTENCE, Said, is_date_word
from .move import Move, place_of
from .move_words import (
    DECIDED,
    FILLERS,
    MENDING,
    OF_CLINIC,
    PREAMBLE,
    REMIND,
    SCRAP,
    SCRAP_REASON,
    STOP,
    WILL_RING,
    WILL_RING_BESIDE,
    WORDS,
    asks,
)
from .outcome import Who
from .requests import request_of
from .so_long_before import so_long_before
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .what_if import after_weekday, supposed
from .what_if_dose import supposed_dose

_STRETCH = re.compile(r"\b(?:between|from)\b[^.;!?]{1,40}\b(?:and|to|until|till|through)\b", re.I)
_KEEP = r"(?:remember|keep|save|store|note|hold on to|have|use|do|show)"
_MINE = r"(?:mine|my (?:own )?(?:one|plan|dates?)|me)"
_ONLY_MINE = re.compile(
    rf"^\W*(?:(?:no|please|pls|ok|just|so|again|i said|can you)\W+){{0,8}}"
    rf"(?:(?:only|just) {_KEEP} {_MINE}|{_KEEP} (?:only|just) {_MINE}"
    rf"|{_KEEP} {_MINE} (?:only|alone)|(?:only|just) {_MINE}"
    rf"|{_MINE} (?:only|alone))(?: (?:please|pls|thanks|now)){{0,8}}\W*$",
    re.I,
)


_WHY_TWO = re.compile(rf"\b(?:why|how come)\b[^.!]*\b(?:{MONTHS}|month)\b", re.I)


def two_at_once(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Two at once are asked for, whatever is known of a plan."""
    if _WHY_TWO.search(said.text):
        # "Why does December have two?" is asked of the dates.
        return ()
    if not asks_for_two(said) or state.paused or read(said.text, today=who.today, country=who.country).phases:
        return ()
    return (Move("request", "two_at_once", rest=place_of(said, len(said.words))),)


def stop(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That the plan is to go, whatever else is told of why."""
    if not state.phases or asks(said) or not STOP.within(said):
        return ()
    return (Move("request", "stop", rest=place_of(said, len(said.words))),)


def scraps(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That it is all to be dropped, with the reason why: whether the plan is to go is asked back."""
    if not state.phases or asks(said) or not SCRAP.within(said):
        return ()
    if not (SCRAP_REASON.within(said) or DECIDED.within(said)):
        return ()
    return (Move("request", "drop", rest=place_of(said, len(said.words))),)


def will_ring(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What the person is going to do, with thanks: to call the clinic."""
    if not state.ready(who.today) or state.about not in (None, CLINIC_DATE, CONFIRM) or asks(said):
        return ()
    spans = WILL_RING.spans(said)
    if not spans or said.left(spans, FILLERS | WILL_RING_BESIDE):
        return ()
    return (Move("request", "will_ring", rest=place_of(said, len(said.words))),)


def which_stands(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A question beside the one for the clinic's date: which of two days the clinic counts from is not known yet."""
    if state.about != CLINIC_DATE or state.due_was is None or not asks(said):
        return ()
    light = (
        FILLERS
        | PREAMBLE
        | MENDING
        | WORDS["question"]
        | WORDS["is_it"]
        | {"due", "next", "or", "go", "still", "then", "which"}
    )
    if [word for word in said.left([], light) if not is_date_word(word)]:
        return ()
    return (Move("fact", "two_ways", rest=place_of(said, len(said.words))),)


def long_before(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day so long before a dose of the plan or another day; beside it, that no reminder can be sent."""
    found = so_long_before(said, state, who.today)
    if found is None:
        return ()
    place = place_of(said, len(said.words))
    reminds = (Move("request", "remind", rest=place),) if REMIND.within(said) else ()
    return (*reminds, Move("request", found.name, found.value, rest=place))


def so_long_after(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day so long after another one that is named, which is no gap of the plan."""
    if state.about not in (None, CONFIRM, CHANGE) or not asks_of_span(said, state):
        return ()
    return (Move("request", "asked_days", said.text, rest=place_of(said, len(said.words))),)


def doubted(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A day of the plan that is doubted: how it was counted is said."""
    if not doubts_day(said, state, who.today):
        return ()
    return (Move("request", "doubted", said.text, rest=place_of(said, len(said.words))),)


def only_mine(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """ "Remember mine only", where there is no plan but one's own: that it is the only one is said."""
    if not state.ready(who.today) or not _ONLY_MINE.match(said.text):
        return ()
    return (Move("request", "only_mine", rest=place_of(said, len(said.words))),)


def own_days(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Days that were shown, named again, where nothing else is told or asked: they are neither a dose nor another
    year's."""
    if not state.ready(who.today) or asks(said) or not names_own_days(said, state, who.today):
        return ()
    return (Move("request", "asked_days", said.text, rest=place_of(said, len(said.words))),)


def asked_days(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Days of the plan that are asked about, none of which is a dose that was told of."""
    if state.about not in (None, CONFIRM, CHANGE):
        return ()
    if not (asks_of_days(said, state) or names_replaced(said, state, who.today)):
        return own_days(said, state, who)
    if (weekday := _weekday_asked(said.text, state, who)) is not None:
        return (Move("request", "weekday", weekday, rest=place_of(said, len(said.words))),)
    if _STRETCH.search(said.text) and len(days := sorted(days_asked(said.text, state, who.today).days)) == 2:
        # "Do any fall between the 3rd and the 17th" asks of all days from one to the other.
        return (stretch_move(said, days[0], days[1]),)
    return (Move("request", "asked_days", said.text, rest=place_of(said, len(said.words))),)


# "11 March is Thursday only, no?": the weekday is what is asked of the day.
_IS_WEEKDAY = re.compile(
    rf"\b(?:is|be|was|falls|fall|lands|isn'?t|=)(?: (?:on|a|an|it|that|still|always|really"
    rf"|also)){{0,3}} (?P<day>{WEEKDAY_WORDS})\b"
    r"(?:,? (?:only|no|na|right|then|hey|or not|isn'?t it|yes|correct|again|too|as well|also|yeah|ne|please"
    r"|pls)){0,3}\W*$",
    re.I,
)


def _weekday_asked(text: str, state: State, who: Who) -> str | None:
    """The weekday that is asked of a day which is named with its month, as the answer takes it."""
    for part in SENTENCE.finditer(text):
        found = _IS_WEEKDAY.search(part[0])
        days = days_asked(part[0][: found.start()], state, who.today).days if found is not None else ()
        if found is not None and len(days) == 1:
            return f"{WEEKDAYS.index(found['day'][:3].lower())}/{days[0].isoformat()}"
    return None


def stretch_move(said: Said, start: date, end: date) -> Move:
    return Move("request", "list", f"{start.isoformat()}/{end.isoformat()}", rest=place_of(said, len(said.words)))


def listed(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A list of dates that is wished for, with the time in which they are."""
    wish = list_wish(said.text, today=who.today, country=who.country) if state.phases else None
    return (list_move(wish),) if wish is not None and is_alone(said.text, wish) else ()


def list_move(wish: Wish) -> Move:
    value = "/".join(day.isoformat() for day in wish.span)
    return Move("request", "list", value, rest=(wish.start, wish.end))


def away_move(said: Said, span: tuple[date, date]) -> Move:
    value = "/".join(day.isoformat() for day in span)
    return Move("request", "away", value, rest=place_of(said, len(said.words)))


def feast(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That a date of the plan is a holiday, asked or told."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if not names_feast(said, state, who.today, who.country):
        return ()
    return (Move("request", "feast", said.text, rest=place_of(said, len(said.words))),)


def beside_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How a date of the plan lies to another day."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    day = before_day(said.text, who.today, who.country)
    if day is not None:
        value = f"{way_asked(said.text)} {day.isoformat()}"
        return (Move("request", "before_day", value, rest=place_of(said, len(said.words))),)
    if not asks_beside_day(said, state, who.today, who.country):
        return ()
    return (Move("request", "beside_day", said.text, rest=place_of(said, len(said.words))),)


def feast_weekend(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether one is on the weekend about a holiday."""
    if state.about not in (None, CONFIRM, CHANGE) or not asks_feast_weekend(said, state, who.today, who.country):
        return ()
    return (Move("request", "feast_weekend", said.text, rest=place_of(said, len(said.words))),)


def weekend(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Which of the dates that were listed, or of all, are at a weekend."""
    if state.about not in (None, CONFIRM, CHANGE) or not asks_weekend(said, state, who.today):
        return ()
    return (Move("request", "weekend_of", said.text, rest=place_of(said, len(said.words))),)


def of_clinic(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether one is to be left out or taken along, whether a day will do, or whether to call: never a fact."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    for name, (phrases, beside) in OF_CLINIC.items():
        spans = phrases.spans(said)
        if name == "leaves_out" and not asks(said):
            continue
        light = FILLERS | PREAMBLE | MENDING | beside
        if spans and not [word for word in said.left(spans, light) if not is_date_word(word)]:
            return (Move("request", name, said.text, rest=place_of(said, len(said.words))),)
    return ()


def supposing(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What would follow from a day that is only supposed, or whether it would do."""
    of_dose = supposed_dose(said.text, state, who.today)
    if of_dose is not None:
        planned = of_dose.dose.earliest.isoformat() if of_dose.dose is not None else ""
        value = f"{planned}/{of_dose.day.isoformat() if of_dose.day is not None else ''}/{of_dose.number or ''}"
        return (Move("request", "what_if_dose", value, rest=place_of(said, len(said.words))),)
    found = supposed(said.text, state, who.today)
    if found is None:
        day = after_weekday(said, state, who.today)
        return (Move("request", "after_weekday", day.isoformat(), rest=place_of(said, len(said.words))),) if day else ()
    name, value = ("move", "") if found.leave else ("what_if", found.day.isoformat())
    return (Move("request", name, value, rest=place_of(said, len(said.words))),)


def request(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A wish about a plan of which something is known."""
    if (not state.phases and not state.paused) or (about(said.text) == "regimen" and not asks(said)):
        return ()
    found = request_of(said, today=who.today, country=who.country)
    if found is None or (found.name == "keeps" and not state.confirmed):
        # "Keep it" to what was read back is a yes.
        return ()
    value = found.value
    if (
        found.name in ("weekday", "move")
        and state.anchor is not None
        and (day := day_meant(said.text, state, who.today))
    ):
        value = f"{value}/{day.isoformat()}"
    elif found.name == "weekday" and value and ALL_OF_THEM.search(said.text):
        value = f"{value}/{ALL}"
    elif found.name == "weekday" and value and ANY_OF_THEM.search(said.text):
        value = f"{value}/{ANY}"
    return (Move("request", found.name, value, True, place_of(said, len(said.words))),)
