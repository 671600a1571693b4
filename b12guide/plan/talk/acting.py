"""Does the moves of a message to the plan, in their order, and joins what is said to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ..dates.schedule import runs
from ..model import full_date
from ..reading.reader import read_date
from .acting_doses import led_by
from .acting_more import ActingMore
from .acting_set_days import ActingSetDays
from .asked_days import dose_on, replaced
from .begun import first_told
from .booked_out import UNBOOKED, take_out
from .clinic_closed import CLINIC_CLOSED
from .dose_out import IS_OUT
from .either import possible_days
from .had_count import fill_log
from .in_own_words import NOT_GIVEN, asked_if_given, drop_asked
from .kept import WAYS
from .message import Said as Words
from .misbooked import WAS_NOT_SET
from .move import Move
from .move_and_list import LISTS
from .move_answers import AGAIN
from .move_words import DECIDED
from .old_year import drop_day, year_asked
from .open_answers import NOT_YET
from .option_weekday import AMONG, among
from .outcome import Outcome
from .over_by import OVER_BY
from .past import had_now, take_last
from .protested import PROTEST, STAYS
from .received import puts_right, tells_what_follows
from .ring_ahead import RING_AHEAD, RING_ALARM, alarm_lines, ring_day
from .set_alone import single_day
from .skipped import logged_up_to
from .so_long_before import so_long_before
from .state import AWAY, CHANGE, CLINIC_DATE, CONFIRM, DAYS, DROP, LAST_GIVEN, State
from .step import Step
from .step_past import AFFIRM, DENY
from .which_first import WHICH_FIRST, note_event
from .wishes import Wishes

# What is said with the files, where it is not that they are there.
_WITH_FILES = frozenset({"print", "file_help", "alarm", "alarm_ahead", "old_entry", "google_help", "print_how"})
# Wishes for something to take along, and what is said first to those that the bot cannot fulfil.
_FILES = frozenset({"calendar", "picture", "remind", "cannot"}) | _WITH_FILES
_SORRY = frozenset({"remind", "cannot"})
# What to look up where the answer is not known, by what was asked.
_UNKNOWN = {"interval": "unsure_interval", "phase": "unsure_part", "count": "unsure_part", CONFIRM: "unsure_confirm"}
# Words of a move that are read as if they were the message, and as what.
_READ_AS = {"interval": "regimen", "regimen": "regimen", "follows": "regimen", "date": "fix"}
_HAD = re.compile(r"\b(?:had|got|did|done|took|given|gave)\b", re.I)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?\n](?!\s|$)[^.!?\n]*)*[.!?\n]*\s*")


class Acting(ActingMore, ActingSetDays):
    """The moves of one message against a state."""

    def all(self, moves: Sequence[Move]) -> Outcome | None:
        """The outcome of all moves; None where none of them could be done."""
        done: list[tuple[Move, Outcome]] = []
        for move in _in_order(moves):
            outcome = self._one(move)
            if outcome is not None:
                done.append((move, outcome))
                self.state = State.from_json(outcome.state)
            if move.name == "booked" and self.state.about == CLINIC_DATE:
                # Which day was set is asked, and what follows hangs on it, but for a list of the dates as they are.
                done = self._listed(done, [each for each in moves if each.name in LISTS])
                break
        return self._with_noted(_joined(done), [move for move, _ in done])

    def _listed(self, done: list[tuple[Move, Outcome]], lists: Sequence[Move]) -> list[tuple[Move, Outcome]]:
        """What was done, with the lists that are asked for beside it before its question."""
        asked, kept = done[-1], self.state.to_json()
        shown = [outcome.bubbles for move in lists if (outcome := self._one(move)) is not None]
        self.state = State.from_json(kept)
        bubbles = tuple(bubble for each in [*shown, asked[1].bubbles] for bubble in each)
        return [*done[:-1], (asked[0], replace(asked[1], bubbles=bubbles))]

    def _with_noted(self, outcome: Outcome | None, moves: Sequence[Move]) -> Outcome | None:
        """The outcome, with the dose that was noted beside a date that the clinic set, or beside something that is
        asked, which alone is told in full."""
        given = [move.value.partition("/")[0] for move in moves if move.name == "given"]
        beside = any(move.name == "booked" or move.kind == "request" for move in moves)
        if outcome is None or len(given) != 1 or not beside:
            return outcome
        line = self.words("given", date=full_date(date.fromisoformat(given[0])))
        first, *rest = outcome.bubbles
        said = any(line in bubble for bubble in outcome.bubbles)
        return outcome if said else replace(outcome, bubbles=(f"{line}\n{first}", *rest))

    def _one(self, move: Move) -> Outcome | None:
        return {
            "yes": self._yes,
            "no": self._no,
            "unsure": self._unsure,
            "answer": self._answer,
            "fact": self._fact,
            "request": self._request,
        }[move.kind](move)

    def _yes(self, move: Move) -> Outcome | None:
        if self.state.about == DROP:
            return self._stop()
        confirms = self.state.about == CONFIRM
        outcome = self._step(self.text[: move.rest[1]], AFFIRM).answer()
        if outcome is None or move.value != "soft" or not confirms:
            return outcome
        return replace(outcome, bubbles=(*outcome.bubbles[:-1], f"{self.words('kept_soft')}\n{outcome.bubbles[-1]}"))

    def _no(self, move: Move) -> Outcome | None:
        if self.state.about == DROP:
            return self._keeps()
        if year_asked(self.state) is not None:
            drop_day(self.state)
            return self._step("", None).ask(self.words("still_anchor"), "anchor")
        # What a question beside it names is asked, and no plan of its own.
        told = [part for part in _SENTENCE.findall(self.text) if not part.rstrip().endswith("?")]
        return self._step("".join(told).strip() or self.text, DENY).answer()

    def _unsure(self, move: Move) -> Outcome | None:
        state = self.state
        if state.about is None:
            return None
        days = possible_days(state, state.options, self.who.today) if state.about == "date" else ()
        if days:
            lines = Wishes(state, self.who.today, self.words, self.who.country).either(days)
            return Outcome(
                state.to_json(), ("\n".join(lines),), state.options, kind="ask", plan=self._step("", None).plan_json()
            )
        text = self.words(_UNKNOWN.get(state.about, "unsure_date"))
        if (day := single_day(state)) is not None:
            # The day that the clinic set is kept, and more is not needed.
            text = f"{self.words('alone_set', date=full_date(day))}\n{text}"
            return Outcome(state.to_json(), (text,), plan=self._step("", None).plan_json())
        if state.about in WAYS:
            # Told once more, what to ask is said, and the question not again.
            text = self.words("way_round", ask=self.words(WAYS[state.about])) if state.missed else text
            state.missed += 1
        return Outcome(state.to_json(), (text,), state.options, kind="ask", plan=self._step("", None).plan_json())

    def _answer(self, move: Move) -> Outcome | None:
        state = self.state
        if move.name == AGAIN:
            return self._step("", None).again()
        if move.name == AMONG:
            text = among(state, move.value)
            return self._step("", None).ask(text, state.about or "date", state.options)
        if move.name == DROP:
            return self._stop() if move.value == self.words("button_drop") else self._keeps()
        if move.name == "interval" and move.value.isdigit():
            state.half = move.value
            options = tuple(
                self.words(name, count=move.value) for name in ("button_weeks_asked", "button_months_asked")
            )
            return self._step("", None).ask(self.words("ask_unit", count=move.value), "interval", options)
        # Where a number was read without its unit, a unit alone is that of this number.
        half = move.value.isalpha() and move.value.endswith("s") and len(move.value) < 7 and not state.open
        if move.name == "interval" and half:
            state.half = move.value
            return self._step("", None).ask(self.words("ask_number", unit=move.value), "interval")
        if move.value == NOT_GIVEN:
            return self._was_not_given()
        if move.value == NOT_YET:
            return self._step("", None).ask(self.words("ask_start"), "anchor")
        if (outcome := self._of_two_days(move.value)) is not None:
            return outcome
        if move.value in state.options:
            state.offered, state.taken = state.options, move.value
        if move.name == DAYS:
            state.ask(DAYS, self.words("ask_days"))
        state.half = None
        return self._step(move.value, "answer").answer()

    def _was_not_given(self) -> Outcome:
        """The dose that was asked about was missed: which was the last one is asked, where it is not known."""
        state, day = self.state, asked_if_given(self.state)
        drop_asked(state)
        if day is not None:
            state.skipped = tuple(sorted({*state.skipped, day}))
        return led_by(self._step("", None).advance(), self.words("not_all_given"))

    def _fact(self, move: Move) -> Outcome | None:
        state = self.state
        before = state.as_kept()
        of_doses: dict[str, Callable[[str], Outcome | None]] = {
            "booked": self._booked,
            UNBOOKED: self._unbooked,
            "called_off": self._called_off,
            "booked_row": self._booked_row,
            "set_days": self._set_days,
            "on_the_end": self._on_the_end,
            "moved_dose": self._moved_dose,
            "moved_had": self._moved_had,
            "part_ends": self._part_ends,
            "given": self._given,
            "missed": self._missed,
            "denied": self._denied,
            "excluded": self._excluded,
            "skipped": self._skipped,
            "off_day": self._off_day,
            "dose_before": self._dose_before,
            "ends_after": self._ends_after,
            "part_starts": self._part_starts,
            "count_from": self._count,
            "to_go": self._to_go,
            "part_now": self._part_now,
            "part_over": self._part_over,
            "changed": self._changed,
            "one_off": self._one_off,
            "extra_day": self._extra_day,
            "extra_way": self._extra_way,
        }
        if move.name in of_doses:
            return of_doses[move.name](move.value)
        if move.name == "two_ways":
            return self._two_ways()
        if move.name == "interval_from":
            return self._interval_from(move)
        if move.name == "date" and (due := self._was_due_on(move.value)) is not None:
            return self._given(f"{due.isoformat()}//")
        # "After that" says to which part it belongs.
        words = self.text if move.name != "follows" and tells_what_follows(self.text) else move.value
        if move.name in ("interval", "regimen") and puts_right(self.text) and state.about == CONFIRM:
            # What was read back is put right, and nothing is added to it.
            state.about = CHANGE
        step = self._step(words, _READ_AS.get(move.name, "fix"))
        if move.name == "place" and state.confirmed and self._is_place_noted(int(move.value)):
            # It is that one by the log: nothing is read back anew.
            return None
        if move.name == "place" and self._fewer_than_noted(int(move.value)):
            # Which of those that were noted was not had is not known.
            state.had = int(move.value)
            return step.ask(self.words("ask_last_given", count=state.had), LAST_GIVEN)
        if move.name == "place" and self._had_more_since(int(move.value)):
            state.had = int(move.value)
            if had_now(self.text):
                take_last(state, self.who.today)
                return step.advance()
            # The last of them was had since the one that is known: on which day is not told.
            return step.ask(self.words("ask_last_given", count=state.had), LAST_GIVEN)
        if move.name in ("place", "count"):
            took = step.intake.take_place if move.name == "place" else step.intake.take_total
            taken = took(int(move.value))
            if taken and (first := first_told(self.text, self.who)) is not None:
                fill_log(state, first)
            outcome = step.advance() if taken else None
        else:
            outcome = step.answer()
        if outcome is not None:
            changed = State.from_json(outcome.state)
            changed.before = before or changed.before
            outcome = replace(outcome, state=changed.to_json())
        return outcome

    def _was_due_on(self, words: str) -> date | None:
        """The day told as had, where it is that of the dose that the plan had due then: it is one more."""
        state, today = self.state, self.who.today
        if state.anchor is None or state.anchor.kind != "last" or not state.ready(today) or puts_right(self.text):
            return None
        day = read_date(words, today=today, country=self.who.country, role="last").date
        coming = Wishes(state, today, self.words, self.who.country).coming(1)
        due = coming[0] if coming and coming[0].earliest == coming[0].latest else None
        return day if due is not None and day == due.earliest and day <= today and _HAD.search(words) else None

    def _fewer_than_noted(self, count: int) -> bool:
        """Whether so many are fewer than the doses of the part in the log, the last of which is counted from."""
        anchor = self.state.anchor
        if anchor is None or anchor.kind != "last" or anchor.ends_phase:
            return False
        return count < logged_up_to(self.state, anchor.date)

    def _had_more_since(self, count: int) -> bool:
        """Whether more were had than up to the last one that is known, and others were due since then."""
        state, anchor, today = self.state, self.state.anchor, self.who.today
        if anchor is None or anchor.kind != "last" or not anchor.done or anchor.ends_phase or anchor.date >= today:
            return False
        run = next(iter(runs(state.phases, anchor)), None) if state.countable(today) else None
        return run is not None and anchor.done < count and run.before(today) > 0

    def _is_place_noted(self, number: int) -> bool:
        """Whether the dose that was noted last is the one of its part with this number, as it is counted already."""
        state, anchor = self.state, self.state.anchor
        if anchor is None or not state.given or len(state.skipped) or anchor.ends_phase:
            return False
        day = state.given[-1].day
        if anchor.kind == "last":
            behind = state.phases[anchor.phase].behind if anchor.phase is not None else 0
            return anchor.date == day and anchor.done is not None and anchor.done + behind == number
        return sum(anchor.date <= dose.day <= day for dose in state.given) == number

    def _interval_from(self, move: Move) -> Outcome | None:
        """Another gap that counts from the next date, which stays."""
        often, day = move.value.rsplit("/", 1)
        was = self.state.confirmed
        self.state.confirmed = False
        outcome = self._fact(replace(move, name="interval", value=often))
        if outcome is None:
            self.state.confirmed = was
            return None
        self.state = State.from_json(outcome.state)
        if self.state.anchor is None or not self.state.ready(self.who.today):
            return outcome
        before = self.state.before
        step = self._step("", "booked")
        step.intake.count_from_next(self.state.anchor, date.fromisoformat(day))
        self.state.before, self.state.told = before, 0
        return step.advance(self.words("next_stays", date=full_date(date.fromisoformat(day))))

    def _request(self, move: Move) -> Outcome | None:
        state, step = self.state, self._step(self.text, "wish")
        if move.name == "stop":
            return self._stop()
        if move.name == "still_there" and not (state.phases or state.paused):
            return Outcome(None, (self.words("gone_now"),), kind="menu")
        if move.name == "drop":
            return step.ask(self.words("ask_drop"), DROP, (self.words("button_drop"), self.words("button_keep")))
        if move.name == "undo":
            return self._undo(move.value, step)
        if move.name == STAYS and state.ready(self.who.today):
            return self._stays(self.words("hours_kept"))
        if move.name == "two_at_once" and not state.ready(self.who.today):
            question = state.next_question(self.words, self.who.today)
            asked = question.text if question is not None else self.words("ask_interval")
            about = question.about if question is not None else "interval"
            options = question.options if question is not None else ()
            return step.ask(f"{self.words('no_two')} {asked}", about, options, question=asked)
        if move.name == IS_OUT and not state.ready(self.who.today):
            return led_by(step.advance(), step.answers.is_out(move.value)[0])
        if not state.ready(self.who.today):
            state.wanted = move.value if move.name == "list" else state.wanted
            state.wanted = f"away/{move.value}" if move.name == "away" else state.wanted
            if move.name in (OVER_BY, CLINIC_CLOSED):
                state.wanted = f"{move.name}/{move.value}"
            if move.name == WHICH_FIRST:
                note_event(state, move.value)
                state.wanted = f"{WHICH_FIRST}/{move.value}"
            if move.name == "many_before":
                self._note_event(move.value)
            return step.advance()
        if move.name == RING_AHEAD:
            state.ring_on = ring_day(move.value)
        if move.name == RING_ALARM:
            kept = state.kept is not None and state.confirmed and not step.answers.overdue
            return step.said((alarm_lines(move.value, state, self.words), [self.words("button_whole")]), files=kept)
        if move.name in _FILES:
            return self._files(move.name, step)
        if move.name == "said_date":
            day = date.fromisoformat(move.value)
            right = not step.answers.overdue and dose_on(step.answers.since(day), day) is not None
            whole, buttons = step.answers.asked("whole")
            return step.said(([self.words("right" if right else "not_right"), *whole], buttons))
        if move.name == "away":
            if state.about == AWAY:
                state.answered()
            start, end = (date.fromisoformat(day) for day in move.value.split("/"))
            state.spans = spans = state.spans if (start, end) in state.spans else ((start, end),)
            lines = dict.fromkeys(line for span in spans for line in step.answers.away(span))
            return step.said(([*lines], [self.words("button_whole")]))
        return step.said(step.answers.wish(move.name, move.value))

    def _undo(self, value: str, step: Step) -> Outcome | None:
        """Back to the plan before its last change; where a day is named, only if it was one of that plan's."""
        state, today = self.state, self.who.today
        day = date.fromisoformat(value) if value[:1].isdigit() else None
        if day is not None and state.ready(today) and dose_on(step.answers.since(day), day) is not None:
            return step.said((step.answers.on_days([day]), [self.words("button_whole")]))
        if day is not None and not replaced(day, state, today):
            return None
        if value == WAS_NOT_SET and state.before is None and state.booked is not None:
            take_out(state, [state.booked])
            state.confirmed = False
            return step.advance(self.words("gone_back"))
        if state.go_back():
            line = self.words("taken_wrong" if value == PROTEST else "gone_back")
            if state.kept is None or state.as_kept() != state.kept:
                return step.advance(line)
            # It was agreed as it stands now: nothing is asked once more.
            state.confirmed = True
            state.answered()
            return self._stays(line)
        return step.ask(self.words("nothing_to_undo"), "change")

    def _stays(self, line: str) -> Outcome:
        """The plan as it stands, behind a line that says so."""
        step = self._step("", "whole")
        lines, buttons = step.answers.asked("whole")
        return step.said(([line, *lines], buttons))

    def _stop(self) -> Outcome:
        """The plan is gone; what was put into a calendar is not, and what comes instead is not ours to say."""
        rest = State(paused=True).to_json() if self.state.paused else None
        lines = [self.words("forgotten"), self.words("stopped_calendar")]
        if DECIDED.within(Words.of(self.text)):
            lines.append(self.words("stopped_decided"))
        return Outcome(rest, (" ".join(lines),), kind="menu")

    def _keeps(self) -> Outcome:
        """The plan stays; one that was not confirmed yet is asked about as before."""
        self.state.answered()
        step = self._step("", "drop")
        return step.said(([self.words("drop_kept")], [self.words("button_whole")]))

    def _files(self, name: str, step: Step) -> Outcome:
        sorry = [self.words(name)] if name in _SORRY else []
        if self.state.kept is None or not self.state.confirmed:
            self.state.promised = name if name in ("print", "picture", "calendar") else self.state.promised
            return step.said(([*sorry, self.words("files_first")], []))
        if step.answers.overdue:
            return step.said(([*sorry, self.words("files_late")], step.answers.late_buttons()))
        # Who asks to be reminded is told of what.
        ahead = so_long_before(Words.of(self.text), self.state, self.who.today) is not None
        given = step.answers.upcoming("next") if name == "remind" and not ahead else []
        given = given if sorry else [self.words(name if name in _WITH_FILES else "calendar")]
        return step.said(([*sorry, *given], [self.words("button_whole")]), files=True)


def _in_order(moves: Sequence[Move]) -> list[Move]:
    """What is asked is asked of the plan as the message leaves it; a plan that is read back has its next date."""
    asked = [move for move in moves if move.kind == "request"]
    told = [move for move in moves if move.kind != "request"]
    if any(move.kind == "fact" and move.name != "booked" for move in told):
        asked = [move for move in asked if move.name != "next"]
    # When a part ends is held against the doses that the same message tells of.
    ends = [move for move in told if move.name == "part_ends"]
    return [*(move for move in told if move.name != "part_ends"), *ends, *asked]


def _joined(done: Sequence[tuple[Move, Outcome]]) -> Outcome | None:
    """What is said to all of them: the first yes says nothing of its own where more is asked."""
    if not done:
        return None
    last = done[-1][1]
    # A date that was set is never kept in silence, whatever is asked beside it.
    facts = [move.name for move, _ in done if move.kind == "fact"]
    set_last = facts[-1:] in (["booked"], [UNBOOKED], ["moved_dose"], ["set_days"], ["interval_from"])
    sets = set_last and set(facts[:-1]) <= {"given", "date"}
    set_alone = sets and done[-1][0].kind == "request"
    said = [
        outcome.bubbles for move, outcome in done[:-1] if _stands(move) or (set_alone and move.name == facts[-1])
    ]  # fmt: skip
    links = last.links or next((outcome.links for _, outcome in done if outcome.links), ())
    key = last.key or next((outcome.key for _, outcome in done if outcome.key), None)
    # What is asked stands once, at the end.
    asked = State.from_json(last.state).asked or "" if last.state else ""
    said = [tuple(bubble.removesuffix(f"\n{asked}") for bubble in each) for each in said] if asked else said
    bubbles = tuple(dict.fromkeys(bubble for each in [*said, last.bubbles] for bubble in each))
    return replace(last, bubbles=bubbles, links=links, key=key)


def _stands(move: Move) -> bool:
    """Whether what was said to a move is said although others follow it."""
    return move.kind == "request" or (move.kind == "yes" and move.value == "soft")
