"""What is said after a message was taken: the next question, the plan read back, or an answer with its files."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ..model import Anchor, Dose, Question, full_date
from ..takeaway.calendar import google_link
from ..wording import phase_words
from .both_gaps import lengths, waits_for_last
from .card import card_of
from .clinic_day import compared
from .either import is_undecided, possible_days
from .ends_on import settle_end
from .intake import Intake
from .kept import STILL, WAYS, open_buttons, without_example
from .later_part import before_later, named
from .left_to_go import settle_left
from .message import Said as Words
from .misbooked import settle_misbooked
from .move_words import UNSURE
from .off_month_day import two_days
from .off_week_day import next_days
from .outcome import Outcome, Who
from .part_now import settle_part
from .past import (
    hardly_next,
    is_sure,
    missed_some,
    none_missed,
    planned_before,
    take_all,
    take_booked,
)
from .readback import Said
from .set_alone import joined, passed, settle_single, single_day
from .skipped import planned_skips, run_on, settle_skips
from .state import CHANGE, CLINIC_DATE, CONFIRM, LAST_GIVEN, PAST, PLANNED, State
from .templates import Wording, dates
from .view import every
from .wishes import Wishes

# As the reader asks it of two gaps.
_WHICH_GAP = "Which one is yours?"
# Questions that are not answered so many times in a row are given a way round.
MOST_MISSED = 2
_OTHERWISE = STILL


def shortened(question: str, options: Sequence[str]) -> str:
    """A question asked before, without what leads to it, and with the options that it leaves.

    >>> shortened('"6 weekly" can be read in two ways. Which is it?', ("every 6 weeks", "weekly for 6 doses"))
    'Which is it: every 6 weeks or weekly for 6 doses?'
    """
    *before, last = re.split(r"(?<=[.?!]) ", question)
    if not before or len(options) < 2 or not re.match(r"(?:Which|Is it)\b[^?]*\?$", last):
        return question
    if all(option in last for option in options):
        return last
    return f"{last.rstrip('?')}: {', '.join(options[:-1])} or {options[-1]}?"


class NextWords:
    """One message against a plan that is not on hold, and what is said next."""

    def __init__(
        self, state: State, text: str, request: str | None, who: Who, wording: Wording, new_key: Callable[[], str]
    ) -> None:
        self.state, self.text, self.request, self.who = state, text, request, who
        self.words, self.new_key = wording, new_key
        self.before = state.as_kept() if state.about == CONFIRM else None
        self.intake = Intake(state, text, who.today, who.country)
        self.answers = Wishes(state, who.today, wording, who.country)

    def ask(self, text: str, about: str, options: tuple[str, ...] = (), *, question: str | None = None) -> Outcome:
        """Ask something; `question` is what stays open of a longer `text`."""
        self.state.ask(about, question or text, options)
        return Outcome(self.state.to_json(), (text,), options, kind="ask", plan=self.plan_json())

    def plan_json(self) -> dict[str, Any] | None:
        """The object of the plan as it stands."""
        return self.answers.plan_json()

    def again(self) -> Outcome:
        """The question that is open, once more and in short: a yes to several of its options is none of them."""
        state, asked = self.state, self.state.asked or self.words("ask_change")
        if state.about == "interval" and (both := self._both_gaps(asked, state.options)) is not None:
            return self.ask(both, "interval", state.options, question=asked)
        short = shortened(asked, state.options)
        if short == asked:
            return self._again(asked)
        state.missed += 1
        return self.ask(short, state.about or CHANGE, state.options, question=asked)

    def _again(self, question: str) -> Outcome:
        """The open question once more; a way round it where that was not of use before."""
        state = self.state
        state.missed += 1
        text = self.words("ask_again", question=without_example(question))
        if state.missed >= MOST_MISSED and state.missed % 2 == 0 and state.about in _OTHERWISE:
            # Never twice in a row in the same words.
            text = self.words(_OTHERWISE[state.about])
        if state.missed >= MOST_MISSED and state.about in WAYS:
            text = f"{text}\n{self.words('way_round', ask=self.words(WAYS[state.about]))}"
        buttons = open_buttons(state.to_json(), self.who.today, self.words)
        return replace(self.ask(text, state.about or CHANGE, state.options, question=question), buttons=buttons)

    def advance(self, first: str | None = None) -> Outcome:
        """Ask for the next thing that is missing, or read the whole plan back."""
        state = self.state
        settle_misbooked(state, self.who.today)
        settle_skips(state, self.who.today)
        settle_left(state, self.who.today)
        settle_part(state)
        settle_end(state)
        joined(state)
        settle_single(state, self.who.today)
        self._run_on()
        self._take_off_day()
        question, begun = self._question(), state.about is not None
        if question is not None and question.about == "interval" and (day := single_day(state)) is not None:
            return self._set_alone(day, first)
        if (
            question is not None
            and question.about == "interval"
            and (gone := passed(state, self.who.today)) is not None
        ):
            return self._passed(gone)
        again = question is not None and question.text == state.asked
        state.missed = state.missed + 1 if again else 0
        if question is not None:
            planned = state.still_to_come(self.who.today) and not state.open and state.phases
            about = PLANNED if planned else question.about
            if about == PAST and state.booked is None and missed_some(self.text):
                return self._not_all()
            days = possible_days(state, question.options, self.who.today) if about == "date" else ()
            if days and is_undecided(self.text):
                text = "\n".join(self.answers.either(days))
                return self.ask(text, about, question.options, question=question.text)
            untold = about == PAST and state.booked is None and state.had_later is None
            if untold and none_missed(self.text):
                take_all(state, self.who.today, self.text)
                return self.advance(first)
            state.ask(about, question.text, question.options)
            if skips := planned_skips(state, self.who.today) if about == PAST else []:
                question = replace(question, text=self.words("ask_past_but", dates=dates(skips)))
                state.ask(about, question.text, question.options)
            ways = two_days(state) if about == "date" else None
            if about == "date" and (others := next_days(state, self.who.today)):
                days_around = tuple(full_date(day) for day in others)
                text = self.words("off_week", day=full_date(state.anchor.date) if state.anchor else "",
                                  words=every(state.phases[(state.anchor and state.anchor.phase) or 0]),
                                  planned=days_around[0], date=days_around[-1])  # fmt: skip
                question = replace(question, text=text, options=days_around)
                state.ask(about, question.text, question.options)
            if ways is not None:
                question = self._two_days(ways, question)
                state.ask(about, question.text, question.options)
            told_why = question.about == "stage" or state.had_later is not None
            text = question.text if begun or told_why else f"{self.words('work_out')} {question.text}"
            text = self._once_more(question) if again else text
            if about == "interval":
                text = self._both_gaps(question.text, question.options) or text
            if state.booking is not None and state.booking >= self.who.today and about == "anchor":
                # Which of a course it is, is not known: it stays as it was set, and is said.
                text = f"{self.words('alone_set', date=full_date(state.booking))}\n{text}"
            if question.given and (UNSURE.within(Words.of(self.text)) or not is_sure(self.text)):
                # Whether it was given is in the clinic's record.
                text = f"{text}\n{self.words('way_round', ask=self.words('way_date'))}"
            return Outcome(
                state.to_json(), (text,), question.options, kind="ask", plan=self.answers.plan_json(question)
            )
        if state.booking is not None:
            return self._with_booking(state.booking)
        state.confirmed, state.told = False, 0
        state.answered()
        known = state.wanted is None and self.before is not None and self.before == state.as_kept()
        lines = [*self.answers.lines(), *self.answers.wanted(), *([self._known_already()] if known else [])]
        return self.said(([first, *lines] if first else lines, []))

    def _both_gaps(self, asked: str, options: Sequence[str]) -> str | None:
        """The days of two gaps of which one is the plan's, where that is asked and the last dose is known."""
        both = lengths(self.state, options)
        if not both:
            return None
        days = self.answers.same_gap(both)
        told = asked.removesuffix(f" {_WHICH_GAP}")
        return "\n".join([told, *(days[1:-1] or days), self.words("ask_clinic_gap")])

    def _set_alone(self, day: date, first: str | None) -> Outcome:
        """The day that the clinic set, while nothing is known of how often they are: that is not asked, since whoever
        knew it would have told it. Once the day has passed, whether it was had is asked."""
        state = self.state
        had = max((dose.day for dose in state.given), default=None)
        if (had is not None and had >= day) or day < self.who.today:
            state.anchor, state.booked, state.booking = Anchor("first", day), day, None
            if had is None or had < day:
                return self._passed(day)
            # It was told as had before that was asked.
            take_booked(state, had)
            return self.advance(first)
        state.answered()
        # A bare gap answers it all the same.
        state.about = "interval"
        lines = [first or self.words("alone_set", date=full_date(day)), self.words("alone_how")]
        return Outcome(state.to_json(), ("\n".join(lines),), plan=self.plan_json())

    def _passed(self, day: date) -> Outcome:
        """Whether the day that the clinic set was had; where it was said not to have been, the new one is asked for."""
        if self.state.about == CLINIC_DATE:
            question = self.words("ask_clinic_date")
            return self.ask(f"{self.words('overdue_what')} {question}", CLINIC_DATE, question=question)
        options = (self.words("button_had_it"), self.words("button_not_had_it"))
        return self.ask(self.words("ask_booked", date=full_date(day)), PAST, options)

    def _known_already(self) -> str:
        """What is said where the plan stays as it was: the dose before a day that the clinic set, else that it does."""
        given = self.state.given_on
        return self.words("last", date=full_date(given)) if given is not None else self.words("as_it_stands")

    def _question(self) -> Question | None:
        """The first thing that is missing."""
        before, later = before_later(self.state), self.state.had_later
        if before and later is not None:
            text = self.words("ask_before_later", day=full_date(later), dates=named(before))
            return Question("past", text, (self.words("button_all_given"), self.words("button_not_all")))
        if waits_for_last(self.state):
            return Question("anchor", self.words("ask_last_of_two"))
        return self.state.next_question(self.words, self.who.today)

    def _run_on(self) -> None:
        """A course whose latest doses were said not to be given: what is left of it is counted from the next of its
        days, and whether one is added is the clinic's to say."""
        found = run_on(self.state, self.who.today)
        if found is None or self.state.anchor is None:
            return
        state, (day, missed) = self.state, found
        note = self.words("skipped" if len(missed) == 1 else "skipped_many", dates=dates(missed))
        self.intake.count_from_next(self.state.anchor, day)
        state.booked = None
        state.notes = [*state.notes, note]

    def _take_off_day(self) -> None:
        """A dose that was had a day or two beside the plan's day of the week: the plan keeps its day, which is said."""
        state, days = self.state, next_days(self.state, self.who.today)
        if len(days) != 1 or state.anchor is None:
            return
        had, index = state.anchor.date, state.anchor.phase or 0
        note = self.words("off_week_kept", day=full_date(had), words=every(state.phases[index]))
        self.intake.count_from_next(state.anchor, days[0])
        state.booked = None
        state.note(had)
        state.notes = [*state.notes, note]

    def _two_days(self, ways: tuple[date, date], question: Question) -> Question:
        """The question which of two days is next, after a dose that was had on another day than the plan's."""
        assert self.state.anchor is not None
        days = tuple(full_date(day) for day in ways)
        often = every(self.state.phases[0])
        text = self.words("off_day", words=often, day=full_date(self.state.anchor.date), planned=days[0], date=days[1])
        return replace(question, text=text, options=days)

    def _with_booking(self, day: date) -> Outcome:
        """The plan with the date that the clinic set, which was told before the plan could be counted."""
        state, state.booking = self.state, None
        after = state.anchor is not None and max(state.anchor.date, self.who.today - timedelta(1)) < day
        if state.anchor is None or not after:
            return self.advance()
        if hardly_next(state, day, self.who.today):
            return self.misfit(day, self.answers.coming(1)[0])
        # Beside the day that is counted, whoever told of both sees how far they are apart.
        apart = compared(state, day, self.who.today, self.words, self.who.country)
        self.intake.count_from_next(state.anchor, day)
        return self.advance("\n".join([self.words("booked", date=full_date(day)), *apart]))

    def misfit(self, day: date, planned: Dose) -> Outcome:
        """The day that was said and the one that the plan has, side by side; which the clinic gave is asked."""
        phase = self.state.phases[planned.phase_index]
        self.state.notes = [note for note in self.state.notes if full_date(day) not in note]
        line = self.answers.dose_line("misfit", planned, day=full_date(day), words=every(phase))
        question = self.words("misfit_ask")
        return self.ask(f"{line}\n{question}", CLINIC_DATE, question=question)

    def _once_more(self, question: Question) -> str:
        """The question that is still open after something else was told: what is known by now first, in other words
        the second time, with a way round the third."""
        state = self.state
        short = without_example(shortened(question.text, question.options))
        if state.missed >= MOST_MISSED and (question.options or question.about not in (*_OTHERWISE, "product")):
            return "\n".join([short, *self._ways_round(question.about)])
        if question.about not in (*_OTHERWISE, "product"):
            return short
        known = [self.words("known_often", words=phase_words(phase)) for phase in state.phases[:1]]
        if state.anchor is not None and state.anchor.kind == "last":
            known = [self.words("last", date=full_date(state.anchor.date))]
        if state.missed == 1 and known:
            return f"{known[0]} {short}"
        if question.options:
            return short
        if question.about not in _OTHERWISE:
            return "\n".join([short, *self._ways_round(question.about)])
        text = self.words(_OTHERWISE[question.about])
        if state.missed <= MOST_MISSED:
            return text
        return f"{text}\n{self.words('way_round', ask=self.words(WAYS[question.about]))}"

    def _ways_round(self, about: str) -> list[str]:
        """What to do about a question that was missed again: whom to ask, and how to begin anew, in turns."""
        ask = [self.words("way_round", ask=self.words(WAYS[about]))] if about in WAYS else []
        return ask if ask and self.state.missed % 2 else [self.words("way_out")]

    def said(self, said: Said, *, files: bool = False) -> Outcome:
        """Lines about the plan; one that is not confirmed yet is asked about again each time."""
        lines, buttons = said
        state = self.state
        if not self.who.zone_known:
            lines = [*lines, self.words("zone", zone=self.who.zone)]
        if not state.confirmed and state.about in (None, CONFIRM):
            state.ask(CONFIRM, self.words("is_it_right"))
            lines, buttons = [*lines, self.words("is_it_right")], self.answers.buttons()
        if self.words("overdue_signs") in lines and state.ready(self.who.today) and self.answers.overdue:
            state.late_due, state.late_said = self.answers.coming(1)[0].latest, self.who.today
        text = "\n".join(lines)
        plan = self.answers.plan_json()
        if plan and plan["next"] and state.is_unsure():
            text = "\n".join([text, *self._unsure()])
        links = self._links() if files else ()
        card = (
            card_of(lines, self.answers.part_words(), plan["assumptions"], self.words)
            if plan and plan["next"]
            else None
        )
        return Outcome(state.to_json(), (text,), tuple(buttons), plan=plan, key=state.key, links=links, card=card)

    def _unsure(self) -> list[str]:
        """Why the last date is not sure, said once."""
        state = self.state
        day = max(dose.day for dose in state.given if not dose.sure)
        if state.unsure_said == day:
            return []
        state.unsure_said = day
        return [self.words("unsure_reminder" if state.by_reminder == day else "unsure_log", date=full_date(day))]

    def _links(self) -> tuple[dict[str, str], ...]:
        """What to take away; nothing while a dose is late, because the dates after it may change."""
        coming = self.answers.coming(1)
        if not coming or self.answers.overdue:
            return ()
        urls = {"calendar": "plan.ics", "google": google_link(coming[0], never_closed=self.state.never_closed),
                "print": "print", "picture": "plan.svg"}  # fmt: skip
        return tuple({"label": self.words(f"link_{name}"), "url": url} for name, url in urls.items())

    def _not_all(self) -> Outcome:
        """Some were missed: which was the last is asked, with the planned days before today to choose from."""
        options = tuple(full_date(day) for day in planned_before(self.state, self.who.today))
        question = self.words("ask_past_last")
        return self.ask(f"{self.words('not_all_given')} {question}", LAST_GIVEN, options, question=question)
