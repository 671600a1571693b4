"""What a message does to a plan in the state it is in, by its words and not by likeness.

A short word means what it means because of what was asked last: "last", "8", "good", a thumb. Where nothing is open and
no plan is known, such words mean nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from ..reading.reader import about, read
from .asked_days import asks_of_days, day_meant, names_replaced
from .booked_days import booked_days
from .choose import chosen
from .closed_days import asks_beside_day
from .days import stretch_told
from .doses import counted_in, ends_in, given_in
from .either import asks_for_each, settled_by
from .facts import booked_in, number_put_right, place_in, told
from .feast_days import names_feast
from .first_words import asks_for_two, asks_next_of_dose, asks_of_dates_alone
from .follow_on import follow_on
from .intake import tells_end_of_loading
from .lead import Lead, lead_of
from .list_wish import Wish, is_alone, list_wish
from .message import Said, is_date_word
from .move_words import (
    BOOKED,
    DECIDED,
    FILLERS,
    MENDING,
    NO_DATE,
    NOT_BOOKED,
    OF_CLINIC,
    PREAMBLE,
    SCRAP,
    SCRAP_REASON,
    STOP,
    WHICH,
    WILL_RING,
    WILL_RING_BESIDE,
    WORDS,
    asks,
)
from .new_gap import new_gap
from .open_answers import DATED, answer_in, days_in
from .outcome import Who
from .past import had_so_far, missed_some
from .requests import asks_of_journey, request_of
from .set_day import set_day
from .state import CHANGE, CLINIC_DATE, CONFIRM, DAYS, DROP, LAST_GIVEN, PAST, PLANNED, State
from .what_if import after_weekday, supposed

# What people say to a plan is short; of a longer message the grammar reads the plan itself.
LONGEST = 300
_TOLD = re.compile(r"^\W*(?:(?:no|oh|sorry|yes|and|but)\W+)*(?:that|it|this|today'?s?|yesterday'?s?)\b", re.I)
_SENTENCE = re.compile(r"[.;!?\n]+(?=\s|$)")
# Requests that take a plan for right: a weak yes before them is one.
_TAKING = frozenset({"print", "calendar", "picture", "remind"})
_YES_TO = frozenset({CONFIRM, PLANNED, CLINIC_DATE, PAST, DROP})


@dataclass(frozen=True)
class Move:
    """One thing that a message does.

    Attributes:
        kind: "yes", "no", "unsure", "answer", "fact" or "request".
        name: of a request what is asked, of a fact what it tells, of an answer what was asked.
        value: what the words named: a date in ISO 8601, two of them with a slash, a number, or words to be read in the
            place of the message; of a yes "soft" where it is not sure.
        sure: False where the words mean this only while a question is open, and only if nothing else claims them.
        rest: from where to where in the message the words stand.
    """

    kind: str
    name: str = ""
    value: str = ""
    sure: bool = True
    rest: tuple[int, int] = (0, 0)


def moves(kept: Mapping[str, Any] | None, text: str, *, who: Who) -> tuple[Move, ...]:
    """What `text` does to the plan kept; () where it has nothing to do with it in its state.

    Args:
        kept: the state that `dialogue.turn` returned last, or None.
        text: the message, of any length.
        who: whose plan it is, with the day.
    """
    state = State.from_json(kept)
    said = Said.of(text[: LONGEST + 1])
    if len(text) > LONGEST or not said.words:
        return ()
    if not (state.phases or state.about or state.paused):
        return _first(said, who)
    if state.paused:
        return _request(said, state, who)
    if len(state.phases) > 1 and tells_end_of_loading(text) and _TOLD.match(text):
        # The grammar reads it: loading is over, whatever else "the last one" may mean.
        return ()
    # Which part it was is told with its days and more, a sentence each.
    first, second = (_by_sentence, _whole) if state.about == "phase" else (_whole, _by_sentence)
    found = first(said, state, who) or second(said, state, who)
    if [move.name for move in found] == ["asked_days"]:
        # A list that is asked for beside a day is one more.
        parts = second(said, state, who)
        found = parts if any(move.name in ("list", "what_if") for move in parts) else found
    alone = [move.kind for move in found] == ["yes"] or [move.name for move in found] == ["booked"]
    if not alone or first is _by_sentence:
        return found
    # What stands in the sentences behind a yes, or behind a date that was set.
    parts = second(said, state, who)
    return parts if len(parts) > 1 else found


def _two(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Two at once are asked for, whatever is known of a plan."""
    if not asks_for_two(said) or state.paused or read(said.text, today=who.today, country=who.country).phases:
        return ()
    return (Move("request", "two_at_once", rest=_place(said, len(said.words))),)


def _first(said: Said, who: Who) -> tuple[Move, ...]:
    """A statement of how often the person, or somebody cared for, has them, where nothing is known of a plan yet."""
    if two := _two(said, State(), who):
        return two
    words = {word.text for word in said.words}
    asked = request_of(said, today=who.today, country=who.country)
    if asked is not None and asked.name == "still_there":
        return (Move("request", "still_there", rest=_place(said, len(said.words))),)
    wish = list_wish(said.text, today=who.today, country=who.country)
    if wish is not None and is_alone(said.text, wish) and words & WORDS["own"]:
        return (_list_move(wish),)
    reading = read(said.text, today=who.today, country=who.country)
    if not reading.phases and asks_of_journey(said) and words & WORDS["own"]:
        span = stretch_told(said.text, today=who.today, country=who.country)
        if span is not None:
            return (_away_move(said, span),)
    if not reading.phases and asks_next_of_dose(said, who):
        return (Move("fact", "date", said.text, rest=_place(said, len(said.words))),)
    if not reading.phases or (asks(said) and not asks_of_dates_alone(said, who)):
        return ()
    # A dose that is dated belongs to the person, in whatever tense it is told.
    dated = bool(reading.dates or any(q.about == "date" for q in reading.questions)) and about(said.text) == "regimen"
    theirs = words & WORDS["not_own"] - (WORDS["tense"] if dated else frozenset())
    if theirs or not (dated or (words & WORDS["own"] and reading.status != "ask")):
        return ()
    return (Move("fact", "regimen", said.text, rest=_place(said, len(said.words))),)


def _away_move(said: Said, span: tuple[date, date]) -> Move:
    value = "/".join(day.isoformat() for day in span)
    return Move("request", "away", value, rest=_place(said, len(said.words)))


def _whole(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The first of the ways to read the message as a whole."""
    for reader in _READERS:
        found = reader(said, state, who)
        if found:
            return found
    return ()


def _by_sentence(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Sentence by sentence, where the first of them does something."""
    text = said.text
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    parts = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
    if len(parts) < 2:
        return ()
    found: list[Move] = []
    for start, end in parts:
        here = _whole(Said.of(text[start:end]), state, who)
        if not here and start == 0 and not _is_exclamation(text[start:end]):
            return ()
        if not here and state.about == "phase":
            here = _of_the_part(text[start:end], state)
        if not here and found and state.anchor is None and about(text[start:end]) == "date":
            here = (Move("fact", "date", text[start:end].strip(), rest=(0, end - start)),)
        # "His is the 8 weeks": behind an answer it is none, unless it takes the first one back.
        mends = WORDS["mends"] & {word.text for word in Said.of(text[start:end]).words}
        if not mends and any(move.kind == "answer" for move in found):
            here = tuple(move for move in here if move.kind != "answer")
        # "Righto" behind a yes says it no second time.
        here = tuple(m for m in here if m.kind != "yes" or all(f.kind != "yes" for f in found))
        found += [Move(m.kind, m.name, m.value, m.sure, (m.rest[0] + start, m.rest[1] + start)) for m in here]
    return tuple(found)


def _is_exclamation(sentence: str) -> bool:
    """Whether a sentence is too short to tell or ask anything: "Blow it." """
    words = Said.of(sentence).words
    return len(words) < 3 and "?" not in sentence and not any(is_date_word(word.text) for word in words)


def _of_the_part(text: str, state: State) -> tuple[Move, ...]:
    """Beside the part that was asked for: its days, and which one of it the known one was."""
    found: list[Move] = []
    for piece in re.finditer(r"[^,;]+", text):
        said = Said.of(piece[0])
        here: Move | None = None
        days = days_in(said, state)
        which = place_in(said, state)
        if which is not None:
            here = Move("fact", which.name, which.value, rest=(piece.start(), piece.end()))
        elif days is not None:
            here = Move("answer", DAYS, days, rest=(piece.start(), piece.end()))
        found += [here] if here else []
    return tuple(found)


# The ways to read a message, in this order --------------------------------------------------------------------------


def _button(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """One of the options, word for word or by what tells it from the others."""
    if not state.options:
        return _other(said, state, who)
    option = chosen(state.options, said, today=who.today, country=who.country)
    return (_answer(state, option, said),) if option is not None else ()


def _either(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What follows from each of the days that were offered, as long as it is not known which was right."""
    if not asks_for_each(said, state, who.today):
        return ()
    return (Move("unsure", rest=_place(said, len(said.words))),)


def _settled(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Which of the days that were offered was the injection."""
    option = settled_by(said, state, who.today) if state.about in ("date", CONFIRM) and not asks(said) else None
    if option is None:
        return ()
    if state.about == "date":
        return (_answer(state, option, said),)
    return (Move("fact", "date", option, True, _place(said, len(said.words))),)


def _other(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """ "I meant the other one": of two dates that were offered, the one that was not taken."""
    if state.about != CONFIRM or len(state.offered) != 2 or not WHICH["other"].within(said):
        return ()
    if said.left(WHICH["other"].spans(said), PREAMBLE | MENDING):
        return ()
    option = chosen(state.offered, said, today=who.today, country=who.country, now=state.taken)
    return (Move("fact", "date", option, True, _place(said, len(said.words))),) if option else ()


def _number(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Another number in the place of the plan's own."""
    if state.about not in (None, CONFIRM, CHANGE):
        return ()
    found = number_put_right(said, state)
    return (Move("fact", found.name, found.value, rest=_place(said, len(said.words))),) if found else ()


def _stop(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That the plan is to go, whatever else is told of why."""
    if not state.phases or asks(said) or not STOP.within(said):
        return ()
    return (Move("request", "stop", rest=_place(said, len(said.words))),)


def _scraps(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That it is all to be dropped, with the reason why: whether the plan is to go is asked back."""
    if not state.phases or asks(said) or not SCRAP.within(said):
        return ()
    if not (SCRAP_REASON.within(said) or DECIDED.within(said)):
        return ()
    return (Move("request", "drop", rest=_place(said, len(said.words))),)


def _will_ring(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What the person is going to do, with thanks: to call the clinic."""
    if not state.ready(who.today) or state.about not in (None, CLINIC_DATE) or asks(said):
        return ()
    spans = WILL_RING.spans(said)
    if not spans or said.left(spans, FILLERS | WILL_RING_BESIDE):
        return ()
    return (Move("request", "will_ring", rest=_place(said, len(said.words))),)


def _no_date(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That the clinic gave no date, where it is asked for."""
    numbered = any(word.text[0].isdigit() for word in said.words)
    if state.about != CLINIC_DATE or asks(said) or numbered or not NO_DATE.within(said):
        return ()
    left = said.left(
        NO_DATE.spans(said), FILLERS | PREAMBLE | {"by", "new", "other", "no", "nothing", "yet", "clinic", "them"}
    )
    return () if left else (Move("no", rest=_place(said, len(said.words))),)


def _led(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A yes, a no or "not sure" with what comes after it."""
    lead = lead_of(said) if state.about is not None else None
    if lead is None:
        return ()
    rest = said.part(lead.end)
    more = _after(rest, state, who)
    offset = said.words[lead.end].start if rest.words else 0
    more = tuple(Move(m.kind, m.name, m.value, m.sure, (m.rest[0] + offset, m.rest[1] + offset)) for m in more)
    if lead.kind == "unsure" and state.about == CLINIC_DATE and not more:
        return (Move("no", rest=_place(said, lead.end)),)
    if lead.kind == "unsure":
        return more or (Move("unsure", sure=not rest.words, rest=_place(said, lead.end)),)
    if lead.kind == "no":
        return _denied(said, lead, rest, more, state)
    return _affirmed(said, lead, rest, more, state)


def _after(rest: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What is said after a yes or a no: a request, something put right, or the answer."""
    if not rest.words:
        return ()
    return next((found for reader in _AFTER if (found := reader(rest, state, who))), ())


def _affirmed(said: Said, lead: Lead, rest: Said, more: tuple[Move, ...], state: State) -> tuple[Move, ...]:
    yes = Move("yes", value="soft" if lead.kind == "soft" else "", sure=not lead.weak, rest=_place(said, lead.end))
    if state.about not in _YES_TO:
        if len(state.options) == 1 and not rest.words:
            return (_answer(state, state.options[0], said),)
        return more
    if any(move.kind == "fact" and move.name not in ("booked", "booked_row") for move in more):
        return more
    if lead.weak and rest.words and not any(move.name in _TAKING for move in more):
        return more if rest.left([], FILLERS) else (yes,)
    if rest.words and not more and rest.words[0].text in WORDS["but"]:
        return ()
    return (yes, *more)


def _denied(said: Said, lead: Lead, rest: Said, more: tuple[Move, ...], state: State) -> tuple[Move, ...]:
    if state.about not in _YES_TO and not state.phases:
        return more
    if more:
        return more
    no = Move("no", rest=_place(said, lead.end))
    light = not rest.left([], FILLERS)
    return (no,) if light or (state.about == CONFIRM and not asks(rest)) else ()


def _answered(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """An answer to the question that is open, in whatever form."""
    if state.about is None or state.about == CONFIRM:
        return ()
    value = answer_in(said, state, who)
    return (_answer(state, value, said),) if value is not None else ()


def _fact(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Something put right or added, of a plan that is known."""
    if not state.phases or (state.about not in (None, CONFIRM, CHANGE, DAYS) and state.about not in DATED):
        return ()
    found = told(said, state, today=who.today, country=who.country)
    if found is None or (found.name == "date" and state.anchor is None):
        return ()
    # Of a plan that is kept, a date alone may be that of the next dose as well.
    settled = state.about is None and found.name in ("date", "count", "place")
    return (Move("fact", found.name, found.value, not settled, _place(said, len(said.words))),)


def _follows(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How often they are after the course that is known."""
    found = follow_on(said, state, today=who.today, country=who.country)
    return (Move("fact", found.name, found.value, rest=_place(said, len(said.words))),) if found else ()


def _booked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The date that the clinic set for the next dose."""
    row = _booked_row(said, state, who)
    if row:
        return row
    day = set_day(said, state, who.today)
    if day is not None:
        return (Move("fact", day.name, day.value, True, _place(said, len(said.words))),)
    found = booked_in(said, state, today=who.today, country=who.country) if state.phases else None
    return (Move("fact", found.name, found.value, True, _place(said, len(said.words))),) if found else ()


def _had(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """ "I had 3 of 6, not 4": how many of the part with an end were had up to the last one, which is known."""
    anchor, had = state.anchor, had_so_far(said.text, asked=True)
    if had is None or anchor is None or anchor.kind != "last" or asks(said) or state.about in (PAST, LAST_GIVEN):
        return ()
    reading = read(said.text, today=who.today, country=who.country)
    same_day = {mention.date for mention in reading.dates} <= {anchor.date}
    again = not reading.phases or [p.period for p in reading.phases] == [p.period for p in state.phases]
    if not (same_day and again and len(state.phases) == 1 and state.phases[0].bounded) or had == anchor.done:
        return ()
    return (Move("fact", "place", str(had), rest=_place(said, len(said.words))),)


def _which_stands(said: Said, state: State, who: Who) -> tuple[Move, ...]:
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
    return (Move("fact", "two_ways", rest=_place(said, len(said.words))),)


def _booked_row(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Several dates that the clinic set, of a course with an end."""
    words = {word.text for word in said.words}
    if not any(phase.bounded for phase in state.phases) or not state.ready(who.today) or words & NOT_BOOKED:
        return ()
    days = booked_days(said.text, today=who.today) if BOOKED.within(said) else ()
    if not days:
        return ()
    return (Move("fact", "booked_row", "/".join(day.isoformat() for day in days), rest=_place(said, len(said.words))),)


def _dose(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A dose that was given, from which day the clinic counts on, or when a course ends."""
    if not state.phases or state.about in (PAST, LAST_GIVEN):
        return ()
    for reader in (ends_in, counted_in, given_in):
        found = reader(said, state, today=who.today, country=who.country)
        if found is not None:
            return (Move("fact", found.name, found.value, True, _place(said, len(said.words))),)
    return ()


def _told_of_past(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How many were had, which was the last, or that some were missed, where that is asked."""
    if state.about not in (PAST, LAST_GIVEN) or asks(said):
        return ()
    told = had_so_far(said.text, asked=True) is not None or missed_some(said.text)
    return (_answer(state, said.text, said),) if told else ()


def _asked_days(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Days of the plan that are asked about, none of which is a dose that was told of."""
    if state.about not in (None, CONFIRM, CHANGE):
        return ()
    if not (asks_of_days(said, state) or names_replaced(said, state, who.today)):
        return ()
    return (Move("request", "asked_days", said.text, rest=_place(said, len(said.words))),)


def _listed(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A list of dates that is wished for, with the time in which they are."""
    wish = list_wish(said.text, today=who.today, country=who.country) if state.phases else None
    return (_list_move(wish),) if wish is not None and is_alone(said.text, wish) else ()


def _list_move(wish: Wish) -> Move:
    value = "/".join(day.isoformat() for day in wish.span)
    return Move("request", "list", value, rest=(wish.start, wish.end))


def _feast(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That a date of the plan is a holiday, asked or told."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if not names_feast(said, state, who.today, who.country):
        return ()
    return (Move("request", "feast", said.text, rest=_place(said, len(said.words))),)


def _beside_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How a date of the plan lies to another day."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if not asks_beside_day(said, state, who.today, who.country):
        return ()
    return (Move("request", "beside_day", said.text, rest=_place(said, len(said.words))),)


def _of_clinic(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether one is to be left out or taken along, whether a day will do, or whether to call: never a fact."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    for name, (phrases, beside) in OF_CLINIC.items():
        spans = phrases.spans(said)
        if name == "leaves_out" and not asks(said):
            continue
        light = FILLERS | PREAMBLE | MENDING | beside
        if spans and not [word for word in said.left(spans, light) if not is_date_word(word)]:
            return (Move("request", name, said.text, rest=_place(said, len(said.words))),)
    return ()


def _supposed(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What would follow from a day that is only supposed, or whether it would do."""
    found = supposed(said.text, state, who.today)
    if found is None:
        day = after_weekday(said, state, who.today)
        return (Move("request", "after_weekday", day.isoformat(), rest=_place(said, len(said.words))),) if day else ()
    name, value = ("move", "") if found.leave else ("what_if", found.day.isoformat())
    return (Move("request", name, value, rest=_place(said, len(said.words))),)


def _new_gap(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How often from now on, as the clinic said."""
    found = new_gap(said, state, who.today)
    return (Move("fact", found.name, found.value, rest=_place(said, len(said.words))),) if found else ()


def _request(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A wish about a plan of which something is known."""
    if (not state.phases and not state.paused) or (about(said.text) == "regimen" and not asks(said)):
        return ()
    found = request_of(said, today=who.today, country=who.country)
    if found is None:
        return ()
    value = found.value
    if (
        found.name in ("weekday", "move")
        and state.anchor is not None
        and (day := day_meant(said.text, state, who.today))
    ):
        value = f"{value}/{day.isoformat()}"
    return (Move("request", found.name, value, True, _place(said, len(said.words))),)


_Reader = Callable[[Said, State, Who], tuple[Move, ...]]


def _without_yes(reader: _Reader) -> _Reader:
    """The reader of a message that does not begin with a yes, which is an answer of its own."""

    def read_it(said: Said, state: State, who: Who) -> tuple[Move, ...]:
        lead = lead_of(said) if state.about == CONFIRM else None
        return () if lead is not None and lead.kind in ("yes", "soft") and not lead.weak else reader(said, state, who)

    return read_it


_AFTER: tuple[_Reader, ...] = (
    _follows,
    _new_gap,
    _supposed,
    _had,
    _listed,
    _beside_day,
    _of_clinic,
    _feast,
    _told_of_past,
    _dose,
    _answered,
    _booked,
    _request,
    _asked_days,
    _fact,
)
_READERS: tuple[_Reader, ...] = (
    _two,
    _settled,
    _either,
    _button,
    _stop,
    _scraps,
    _will_ring,
    _no_date,
    _number,
    _without_yes(_follows),
    _without_yes(_new_gap),
    _without_yes(_supposed),
    _without_yes(_listed),
    _without_yes(_beside_day),
    _without_yes(_of_clinic),
    _without_yes(_feast),
    _told_of_past,
    _which_stands,
    _had,
    _dose,
    _led,
    *_AFTER,
)


def _answer(state: State, value: str, said: Said) -> Move:
    return Move("answer", state.about or "", value, len(said.words) > 1, _place(said, len(said.words)))


def _place(said: Said, count: int) -> tuple[int, int]:
    """From where to where the first `count` words stand."""
    return (said.words[0].start, said.words[count - 1].end) if count and said.words else (0, 0)
