"""What a message answers: a yes, a no, an option, which of two days, so many, a date that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..model import Role, full_date
from ..reading.reader import read, read_date
from ..reading.reader import states_plan as tells_plan
from .booked_days import day_with_month
from .choose import by_gap, by_length, chosen
from .either import asks_for_each, settled_by
from .in_own_words import SEVERAL, in_own_words
from .lead import Lead, lead_of
from .message import SENTENCE, Said, is_date_word
from .move import Move, Reader, place_of
from .move_words import FILLERS, MENDING, NO_DATE, PREAMBLE, UNSURE, WHICH, WORDS, asks
from .open_answers import answer_in, offered_day
from .outcome import Who
from .past import had_so_far, is_sure, missed_some, said_all, tells_todays
from .state import CLINIC_DATE, CONFIRM, DROP, GIVEN, LAST_GIVEN, PAST, PLANNED, State

# Requests that take a plan for right: a weak yes before them is one.
_TAKING = frozenset({"print", "calendar", "picture", "remind"})
_ROLES: tuple[Role, ...] = ("last", "next")
_THIS_YEAR, _YEAR = re.compile(r"\bthis (?:month|year)\b", re.I), re.compile(r"\b20\d\d\b")
# A dose that is asked for lies no further off.
_FURTHEST = 400
AGAIN = "again"
_PARTED = re.compile(r"[.;!?\n]+(?=\s|$)|,(?=\s)")
# Words of no weight beside "I could not tell", and how long a message may be that says it.
_OF_THE_DAY = frozenset(
    ("afraid", "exact", "which", "when", "last", "without", "no", "not", "any", "help", "sorry", "date", "day", "card")
)
_LONG = 40
# "Nope, the car died on the motorway": so many words give a reason, and tell nothing of a dose.
_REASON = 8
_YES_TO = frozenset({CONFIRM, PLANNED, CLINIC_DATE, PAST, DROP})


def of_options(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """One of the options, word for word or by what tells it from the others."""
    if not state.options:
        return other_day(said, state, who)
    if state.about == PAST and any(WHICH[name].within(said) for name in ("first", "second", "third", "last")):
        # "The first" is a dose, and no yes.
        return ()
    often = state.about == "interval" and said.text not in state.options and tells_plan(said.text)
    # How often, in words of their own: "one every week" is no "every 8 weeks".
    length = by_length(state.options, said) if state.about == "interval" else None
    option = (
        length or by_gap(state.options, said)
        if often or length
        else chosen(state.options, said, today=who.today, country=who.country)
    )
    if state.about == PAST and option in state.options[:1] and said_all(said.text) is False:
        # "Not all of them" has the words of "Yes, all of them", and means the other.
        option = state.options[-1]
    return (answer(state, option, said),) if option is not None else ()


def placed(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Where a part goes, or which of a choice was meant, whatever else such words may mean."""
    if state.about == "stage":
        return answered(said, state, who)
    value = in_own_words(said, state, who)
    if value == SEVERAL:
        return (Move("answer", AGAIN, rest=place_of(said, len(said.words))),)
    return (answer(state, value, said),) if value is not None else ()


def either_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What follows from each of the days that were offered, as long as it is not known which was right."""
    if not asks_for_each(said, state, who.today):
        return ()
    return (Move("unsure", rest=place_of(said, len(said.words))),)


def settled(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Which of the days that were offered was the injection."""
    option = settled_by(said, state, who.today) if state.about in ("date", CONFIRM) and not asks(said) else None
    if option is None:
        return ()
    if state.about == "date":
        return (answer(state, option, said),)
    return (Move("fact", "date", option, True, place_of(said, len(said.words))),)


def full_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A whole date that is none of the days that were offered, whatever is told beside it."""
    # A whole plan that is told anew is more than a day.
    apart = state.about == "date" and state.options and not tells_plan(said.text)
    words = day_with_month(said.text) if apart else None
    telling = [part for part in SENTENCE.findall(said.text) if words is not None and words in part]
    if words is None or not telling or asks(Said.of(telling[0])):
        return ()
    year = f" {who.today.year}" if _THIS_YEAR.search(said.text) and not _YEAR.search(words) else ""
    days = [read_date(f"{words}{year}", today=who.today, country=who.country, role=role).date for role in _ROLES]
    day = next((each for each in days if each is not None), None)
    far = day is None or abs((day - who.today).days) > _FURTHEST
    if day is None or far or full_date(day) in state.options or re.search(rf"\bnot (?:on |the )?{words}", said.text):
        return ()
    if state.anchor is not None and day == state.anchor.date and (offered := offered_day(said, state, who)):
        # The day of the last one, said once more beside the one that was asked for.
        return (answer(state, offered, said),)
    value = f"my next one is on {full_date(day)}" if day > who.today else full_date(day)
    return (answer(state, value, said),)


def other_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """ "I meant the other one": of two dates that were offered, the one that was not taken."""
    if state.about != CONFIRM or len(state.offered) != 2 or not WHICH["other"].within(said):
        return ()
    if said.left(WHICH["other"].spans(said), PREAMBLE | MENDING):
        return ()
    option = chosen(state.offered, said, today=who.today, country=who.country, now=state.taken)
    return (Move("fact", "date", option, True, place_of(said, len(said.words))),) if option else ()


def no_date(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That the clinic gave no date, where it is asked for."""
    numbered = any(word.text[0].isdigit() for word in said.words)
    if state.about != CLINIC_DATE or asks(said) or numbered or not NO_DATE.within(said):
        return ()
    left = said.left(
        NO_DATE.spans(said),
        FILLERS
        | PREAMBLE
        | {"by", "new", "other", "no", "nothing", "yet", "clinic", "them", "gave", "given", "me", "nurse", "surgery"},
    )
    return () if left else (Move("no", rest=place_of(said, len(said.words))),)


def no_date_kept(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That the clinic gave no date, told of a plan that is known: it goes on as it is."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, GIVEN) or asks(said):
        return ()
    if any(is_date_word(word.text) for word in said.words) or not NO_DATE.within(said):
        return ()
    light = FILLERS | PREAMBLE | {"when", "next", "word", "about", "anything", "no", "nothing", "yet", "clinic", "new"}
    if said.left(NO_DATE.spans(said), light):
        return ()
    return (Move("request", "no_date_kept", rest=place_of(said, len(said.words))),)


def cannot_tell(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That no date is known, in one sentence of a message that names none: "I could not tell you the day"."""
    if state.about not in ("anchor", "date") or any(is_date_word(word.text) for word in said.words):
        return ()
    parts = [Said.of(part) for part in _PARTED.split(said.text)]
    if len(said.words) > _LONG or not any(_is_unsure(part) for part in parts if part.words):
        return ()
    return (Move("unsure", rest=place_of(said, len(said.words))),)


def _is_unsure(part: Said) -> bool:
    spans = UNSURE.spans(part)
    return bool(spans) and not part.left(spans, FILLERS | PREAMBLE | _OF_THE_DAY)


def led(after: Sequence[Reader]) -> Reader:
    """Reads a yes, a no or "not sure", and what comes behind it by the first of the readers `after` that fits."""

    def read_it(said: Said, state: State, who: Who) -> tuple[Move, ...]:
        lead = lead_of(said) if state.about is not None else None
        if lead is None:
            return ()
        rest = said.part(lead.end)
        more = next((found for reader in after if (found := reader(rest, state, who))), ()) if rest.words else ()
        offset = said.words[lead.end].start if rest.words else 0
        more = tuple(Move(m.kind, m.name, m.value, m.sure, (m.rest[0] + offset, m.rest[1] + offset)) for m in more)
        if lead.kind == "unsure" and state.about == CLINIC_DATE and not more:
            return (Move("no", rest=place_of(said, lead.end)),)
        if lead.kind == "unsure":
            return more or (Move("unsure", sure=not rest.words, rest=place_of(said, lead.end)),)
        if lead.kind == "no":
            return _denied(said, lead, rest, more, state)
        return _affirmed(said, lead, rest, more, state)

    return read_it


def _affirmed(said: Said, lead: Lead, rest: Said, more: tuple[Move, ...], state: State) -> tuple[Move, ...]:
    if state.about == PAST and lead.kind == "yes" and tells_todays(rest.text):
        # "Yes all of them, and the one today too" is one answer.
        return (answer(state, said.text, said),)
    yes = Move("yes", value="soft" if lead.kind == "soft" else "", sure=not lead.weak, rest=place_of(said, lead.end))
    if state.about not in _YES_TO:
        if len(state.options) == 1 and not rest.words:
            return (answer(state, state.options[0], said),)
        if len(state.options) > 1 and not more and not rest.left([], FILLERS):
            # Yes to one of several says none of them.
            return (Move("answer", AGAIN, rest=place_of(said, lead.end)),)
        return more
    # A remark behind a yes says how often only where it says so in full: "yes, new day only" changes no unit.
    more = tuple(m for m in more if m.name != "interval" or lead.weak or tells_plan(rest.text))
    # How often, said once more behind a yes as it was read back, is part of it.
    more = tuple(m for m in more if not _said_again(m, state))
    if any(move.kind == "fact" and move.name not in ("booked", "booked_row") for move in more):
        return more
    if lead.weak and rest.words and not any(move.name in _TAKING for move in more):
        return more if rest.left([], FILLERS) else (yes,)
    if rest.words and not more and rest.words[0].text in WORDS["but"]:
        return ()
    return (yes, *more)


def _said_again(move: Move, state: State) -> bool:
    if state.about != CONFIRM or move.name not in ("interval", "regimen") or len(state.phases) != 1:
        return False
    reading, known = read(move.value, today=date(2026, 1, 1)), state.phases[0]
    if reading.dates or len(reading.phases) != 1:
        return False
    return reading.phases[0].rhythm == known.rhythm


def _denied(said: Said, lead: Lead, rest: Said, more: tuple[Move, ...], state: State) -> tuple[Move, ...]:
    if state.about not in _YES_TO and not state.phases:
        return more
    if more and state.about == PAST and all(move.kind == "answer" for move in more):
        # "No, the 4th": the no belongs to what is answered.
        return (answer(state, said.text, said),)
    if more:
        return more
    no = Move("no", rest=place_of(said, lead.end))
    light = not rest.left([], FILLERS)
    reason = state.about == PAST and not asks(rest) and not any(is_date_word(word.text) for word in rest.words)
    reason = reason and len(rest.words) <= _REASON and "all" not in {word.text for word in rest.words}
    return (no,) if light or reason or (state.about == CONFIRM and not asks(rest)) else ()


def answered(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """An answer to the question that is open, in whatever form."""
    if state.about is None or state.about == CONFIRM:
        return ()
    value = answer_in(said, state, who)
    return (answer(state, value, said),) if value is not None else ()


def told_of_past(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How many were had, which was the last, or that some were missed, where that is asked."""
    if state.about not in (PAST, LAST_GIVEN) or asks(said):
        return ()
    told = had_so_far(said.text, asked=True) is not None or missed_some(said.text)
    return (answer(state, said.text, said),) if told else ()


# A day alone, that of a dose which was had.
_DAY = re.compile(r"(?:the )?(?:\d|[a-z]+ \d)", re.I)


def with_doubt(found: tuple[Move, ...], state: State, text: str) -> tuple[Move, ...]:
    """The moves of a `text`, of which a day that answers what was asked is not sure where the text is not: "maybe" is
    no word of a day, and is left out of it."""
    if is_sure(text) or state.about not in ("anchor", "date"):
        return found

    def is_bare(move: Move) -> bool:
        answers = (move.kind, move.name) == ("answer", state.about) and move.value not in state.options
        return answers and _DAY.match(move.value) is not None and is_sure(move.value)

    return tuple(replace(move, value=f"I think {move.value}") if is_bare(move) else move for move in found)


def answer(state: State, value: str, said: Said) -> Move:
    return Move("answer", state.about or "", value, len(said.words) > 1, place_of(said, len(said.words)))
