"""What is counted from the dates of a plan and changes none of them: how late one was that was had, how far a supply
goes, which day to ring, the doses after one that is named, and how many a part has. A message that asks one of these is
read before anything in it is taken for a dose or a plan; what it tells beside that is told once it is answered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ..reading.reader import read
from .acting import Acting
from .asked_of_dates import asked_of_dates
from .booked_fits import BOOKED_FITS, HOW_FAR_OFF, asks_how_far_off, booked_fits, booked_how_far_off
from .clinic_day import ASK_WHICH, CLINIC_DAY, ask_which, clinic_day, clinic_keeps
from .dates_answered import OF_DATES
from .dates_wished import DATES_WISHED
from .doses_to import DOSES_TO, doses_to, without_question
from .down_as_had import down_as_had
from .gap_asked import OTHER_GAP_IF, SAME_GAP, gap_asked
from .gap_beside import gap_beside
from .gaps_had import gaps_had
from .guessed_last import GUESSED, guess_answered, guessed_last
from .handed_on import asks_of_list, handed_on
from .how_counted import SINCE_AND_TO_GO, asks_since_and_to_go, how_counted, without_since_and_to_go
from .how_late_was import HOW_LATE, how_late_was, lateness_line, lone_due, without_days_due
from .late_untold import LATE_UNTOLD, late_untold
from .lead import lead_of
from .message import SENTENCE, Said
from .move import Move, place_of
from .move_words import asks
from .moves import moves as moves_in
from .narrower_list import narrower
from .ones_after import ALL_RIGHT, ONES_AFTER, all_right, ones_after
from .outcome import Outcome, Who
from .part_total import PART_TOTAL, part_total, total_line
from .ring_ahead import RING_AHEAD, RING_ALARM, ring_ahead, ring_alarm
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .step import Step
from .supply import SUPPLY, supply_asked, told, without_supply
from .templates import Wording
from .which_first import which_first

NAMES = (
    frozenset(
        {
            HOW_LATE,
            RING_AHEAD,
            RING_ALARM,
            SUPPLY,
            ONES_AFTER,
            ALL_RIGHT,
            PART_TOTAL,
            BOOKED_FITS,
            HOW_FAR_OFF,
            LATE_UNTOLD,
            CLINIC_DAY,
            ASK_WHICH,
            GUESSED,
            SAME_GAP,
            OTHER_GAP_IF,
        }
    )
    | OF_DATES
)
_LONGEST = 300
Turn = Callable[[Mapping[str, Any] | None, str, str | None, Sequence[Move]], Outcome | None]


def counted(text: str, state: State, who: Who) -> tuple[Move, ...]:
    """What of these a message asks, behind a yes to what was read back; () where it asks none."""
    if state.paused or len(text) > _LONGEST:
        return ()
    if not state.phases and state.about in (None, "interval", "anchor") and (late := late_untold(text, state, who)):
        return (late,)
    if (guess := guessed_last(text, state, who)) is not None:
        return (guess,)
    open_to = (None, CONFIRM, CHANGE, CLINIC_DATE, *(("interval", "anchor") if not state.phases else ()))
    if state.about not in open_to:
        return ()
    if (figure := doses_to(text, state, who) or how_counted(text, state, who) or _to_come(text, state)) is not None:
        return (*_agreed(text, state), figure)
    if (beside := which_first(text, state, who)) is not None:
        return (*_agreed(text, state), beside)
    if (apart := gaps_had(text, state, who)) is not None:
        return (*_agreed(text, state), apart)
    if clinic_keeps(text, state, who):
        # The clinic's word for the day that was read back is the yes that was asked for.
        return (Move("yes", rest=(0, len(text))),)
    if (beside := gap_beside(text, state, who)) is not None:
        return (*_agreed(text, state), beside)
    if (doubted := clinic_day(text, state, who) or ask_which(text, state, who)) is not None:
        return (*_agreed(text, state), doubted)
    if (own := handed_on(text, state, who) or gap_asked(text, state, who)) is not None:
        return (*_agreed(text, state), own)
    if state.ready(who.today) and asks_of_list(text) and (span := narrower(text, state, who)) is not None:
        value = "/".join(day.isoformat() for day in span)
        return (*_agreed(text, state), Move("request", DATES_WISHED, value, rest=(0, len(text))))
    if asked := asked_of_dates(text, state, who):
        return (*_agreed(text, state), *asked)
    if (had := down_as_had(text, state, who)) is not None:
        return (*_agreed(text, state), had)
    if (off := booked_how_far_off(text, state, who)) is not None:
        return (*_agreed(text, state), off, *_asked_beside(text, state, who))
    found = [how_late_was(text, state, who) or lone_due(text, state, who)]
    if found == [None]:
        found = [supply_asked(text, state, who) or ring_alarm(text, state, who) or ring_ahead(text, state, who)]
    if found == [None]:
        found = [
            booked_fits(text, state, who) or all_right(text, state, who),
            ones_after(text, state, who),
            part_total(text, state, who),
        ]
    asked = tuple(move for move in found if move is not None)
    return (*_agreed(text, state), *asked) if asked else ()


def _to_come(text: str, state: State) -> Move | None:
    """How long ago the last one was and how long it is to the next, asked before the plan is known."""
    if state.phases or not asks_since_and_to_go(text):
        return None
    return Move("request", SINCE_AND_TO_GO, rest=(0, len(text)))


def _asked_beside(text: str, state: State, who: Who) -> Iterator[Move]:
    """What the other sentences ask for: "How early is that? And the next two?"."""
    for match in SENTENCE.finditer(text):
        if match[0].strip() and not asks_how_far_off(match[0]):
            asked = moves_in(state.to_json(), match[0], who=who)
            yield from (replace(move, rest=(0, len(text))) for move in asked if move.kind == "request")


# "Is that what your clinic said?" "It is."
_IT_IS = re.compile(
    r"^\W*(?:(?:ah|oh|well|why|and|so)\W+){0,2}(?:it (?:is|does|did|was)|that it is|they (?:are|do|did)|(?:she|he)"
    r" did|so (?:they|she|he) (?:said|did)|indeed)(?: (?:indeed|so|that|dear|love|pet|mate|thanks|thank you|yes)){0,2}"
    r"\s?[.,;!]",
    re.I,
)


def _agreed(text: str, state: State) -> tuple[Move, ...]:
    said = Said.of(text)
    if state.about == CONFIRM and (plain := _IT_IS.match(text)) is not None:
        return (Move("yes", rest=(0, plain.end())),)
    lead = lead_of(said) if state.about == CONFIRM else None
    # "Right, so ..." begins many things.
    if lead is None or lead.kind not in ("yes", "soft") or lead.weak:
        return ()
    return (Move("yes", value="soft" if lead.kind == "soft" else "", rest=place_of(said, lead.end)),)


def is_counted(moves: Sequence[Move]) -> bool:
    """Whether one of the moves is of these."""
    return any(move.name in NAMES for move in moves)


def unanswered(moves: Sequence[Move], text: str) -> tuple[str, ...]:
    """The sentences of a message that ask something which none of the moves answers, where each is read by itself."""
    if not any(move.name in OF_DATES for move in moves):
        return ()
    asked = [move.rest for move in moves if move.kind == "request"]
    return tuple(
        match[0].strip()
        for match in SENTENCE.finditer(text)
        if asks(Said.of(match[0])) and not any(begin < match.end() and match.start() < end for begin, end in asked)
    )


def reads_each(moves: Sequence[Move]) -> bool:
    """Whether each sentence of the message was read by itself."""
    return any(move.name in OF_DATES for move in moves)


def answer(
    state: State, text: str, moves: Sequence[Move], turn: Turn, who: Who, wording: Wording,
    new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """The answer to what is asked, with what is told beside it; `turn` takes that in."""
    own = next(move for move in moves if move.name in NAMES)
    if own.name == HOW_LATE:
        return _lateness(state, text, moves, own, turn, who, wording, new_key)
    if own.name == GUESSED:
        return guess_answered(state, own.value, who, wording)
    if own.name == LATE_UNTOLD:
        state.ask("interval", wording("late_untold"))
        return Outcome(state.to_json(), (wording("late_untold"),), kind="ask")
    if own.name == SUPPLY and (own.value.startswith("boxes/") or not state.ready(who.today)):
        return _supply_first(state, text, own, turn, who, wording, new_key)
    if own.name in (DOSES_TO, SINCE_AND_TO_GO) and not state.ready(who.today):
        return _with_plan(state, text, own, turn, who, wording, new_key)
    if own.name == PART_TOTAL:
        line = wording("part_total", **total_line(own.value, state))
        return _beside_yes(state, text, moves, [line], who, wording, new_key)
    return Acting(state, text, who, wording, new_key).all(moves)


def _beside_yes(
    state: State, text: str, moves: Sequence[Move], lines: list[str], who: Who, wording: Wording,
    new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """Some lines, behind a yes to the plan that was read back."""
    agreed = [move for move in moves if move.kind == "yes"]
    yes = Acting(state, text, who, wording, new_key).all(agreed) if agreed else None
    after = State.from_json(yes.state) if yes is not None else state
    said = Step(after, "", "wish", who, wording, new_key)
    outcome = said.said((lines, [wording("button_whole")] if after.ready(who.today) else []))
    if yes is None:
        return outcome
    return replace(outcome, links=yes.links, key=yes.key)


def _lateness(
    state: State, text: str, moves: Sequence[Move], own: Move, turn: Turn, who: Who, wording: Wording,
    new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """So many days late; a dose that was not known is told to the plan."""
    due, had = own.value.split("/")
    if not due:
        state.asks_due = True
        return Outcome(state.to_json(), (wording("ask_due_was"),), kind="ask")
    line = lateness_line(own.value, wording)
    state.lateness, rest = own.value, without_days_due(text)
    rest = rest if read(rest, today=who.today, country=who.country).phases else ""
    if state.ready(who.today) and not rest and not _is_new(state, had):
        return _beside_yes(state, text, moves, [line], who, wording, new_key)
    words = f"{rest} i had it on {had}" if state.phases else f"{rest} the last one was on {had}"
    found = moves_in(state.to_json(), words.strip(), who=who)
    outcome = turn(state.to_json(), words.strip(), "state" if rest else "date", found)
    if outcome is None:
        return Outcome(state.to_json(), (line,))
    return replace(outcome, bubbles=(f"{line}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))


def _is_new(state: State, had: str) -> bool:
    """Whether a dose was had after all that are known."""
    anchor, known = state.anchor, {dose.day.isoformat() for dose in state.given}
    return had not in known and anchor is not None and anchor.kind == "last" and had > anchor.date.isoformat()


def _with_plan(
    state: State, text: str, own: Move, turn: Turn, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome | None:
    """What is told of a plan beside a question that waits for it; what of it is missing is asked first."""
    state.wanted = f"{own.name}/{own.value}"
    rest = text
    if own.name == DOSES_TO:
        _, day, name, _ = own.value.split("/")
        state.before_day, state.event = date.fromisoformat(day), frozenset({name} if name else ())
        rest = without_question(text, who)
    else:
        rest = without_since_and_to_go(text)
    if re.search(r"\w", rest) and read(rest, today=who.today, country=who.country).status != "not_a_plan":
        outcome = turn(state.to_json(), rest, "state", moves_in(state.to_json(), rest, who=who))
        if outcome is not None:
            return outcome
    return Step(state, "", "next", who, wording, new_key).advance()


def _supply_first(
    state: State, text: str, own: Move, turn: Turn, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome | None:
    """Of a supply whose number or whose plan is not known, that is asked first."""
    if own.value.startswith("boxes/"):
        state.supply = -int(own.value.removeprefix("boxes/"))
        return Outcome(state.to_json(), (wording("ask_supply"),), kind="ask")
    if not own.value.isdigit():
        return None
    state.supply, state.wanted = int(own.value), f"{SUPPLY}/{own.value}"
    rest = without_supply(text)
    told_plan = bool(re.search(r"\w", rest)) and read(rest, today=who.today, country=who.country).status != "not_a_plan"
    if told_plan and told(rest) is None:
        outcome = turn(state.to_json(), rest, "state", moves_in(state.to_json(), rest, who=who))
        if outcome is not None:
            return outcome
    return Step(state, "", "next", who, wording, new_key).advance()
