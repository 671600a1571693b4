"""One step of the dialogue: a message against the plan as it stands, with what it was understood as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ..model import Anchor, Question, full_date
from ..takeaway.calendar import google_link
from ..wording import phase_words
from .card import card_of
from .days import corrects, days_away, given_day, tells_given
from .either import is_undecided, possible_days
from .intake import Intake
from .kept import open_buttons
from .outcome import Outcome, Who
from .past import (
    had_so_far,
    is_sure,
    last_given,
    missed_some,
    none_missed,
    planned_before,
    said_all,
    take_all,
    take_booked,
    take_had,
    take_last,
    waits_for_booked,
)
from .readback import Said, unnamed_days
from .state import AWAY, CHANGE, CLINIC_DATE, CONFIRM, DAYS, GIVEN, LAST_GIVEN, PAST, PLANNED, State
from .templates import Wording
from .wishes import Wishes

AFFIRM, DENY = "affirm", "deny"
# Requests that ask something of a plan that is known; the rest bring something new to it.
ASKING = frozenset({"next", "after_next", "whole", "due", "left", "phase_start"})
# Questions that are not answered so many times in a row are given a way round.
MOST_MISSED = 2
# What to ask the clinic where the answer is not known, by what was asked.
_WAYS = {"interval": "way_interval", "anchor": "way_date", "date": "way_date", GIVEN: "way_date", "phase": "way_part",
         "count": "way_part"}  # fmt: skip
# The same question in other words.
_OTHERWISE = {"interval": "still_interval", "anchor": "still_anchor"}


class Step:
    """One message, or a part of it, against a plan that is not on hold."""

    def __init__(
        self, state: State, text: str, request: str | None, who: Who, wording: Wording, new_key: Callable[[], str]
    ) -> None:
        self.state, self.text, self.request, self.who = state, text, request, who
        self.words, self.new_key = wording, new_key
        self.before = state.as_kept() if state.about == CONFIRM else None
        self.intake = Intake(state, text, who.today, who.country)
        self.answers = Wishes(state, who.today, wording, who.country)

    def answer(self) -> Outcome | None:
        """The first of these that the message fits."""
        steps = (self._button, self._past, self._yes, self._no, self._away, self._given, self._calendar, self._asked)
        for step in steps:
            outcome = step()
            if outcome is not None:
                return outcome
        outcome = self._off_plan() if self.request is not None else None
        if outcome is not None:
            return outcome
        if self.intake.take(open_flow=self.request is not None):
            return self.advance()
        if self.request is None:
            return None
        if self.state.asked is not None and self.request not in ASKING:
            return self._again(self.state.asked)
        return self.advance()

    def resumed(self) -> Outcome:
        """The clinic has agreed to go on after a reaction."""
        if not self.state.ready(self.who.today):
            text = self.words("resumed_no_dates")
            return Outcome(self.state.to_json(), (text,), kind="ask", plan=self.answers.plan_json())
        lines, buttons = self.answers.asked("next")
        return self.said(([self.words("resumed"), *lines], buttons))

    # Answers to what was asked --------------------------------------------------------------------------------------

    def _button(self) -> Outcome | None:
        said = self.text.strip().lower()
        several = unnamed_days(self.state.phases) is not None
        for name, about, shown in (("button_change", CHANGE, True), ("button_days", DAYS, several)):
            if said == self.words(name).lower() and shown and self.state.phases:
                question = self.words(f"ask_{about}")
                return self.ask(question, about)
        if self.state.about == PLANNED and said == self.words("button_planned").lower():
            self.request = AFFIRM
        if (self.state.about == PLANNED and said == self.words("button_not_planned").lower()) or (
            self.state.about == CLINIC_DATE and said == self.words("button_no_date").lower()
        ):
            self.request = DENY
        return None

    def _past(self) -> Outcome | None:
        """Whether all doses due before today were given, and which was the last."""
        state = self.state
        if state.about not in (PAST, LAST_GIVEN):
            return None
        booked = waits_for_booked(state, self.who.today)
        if booked is not None:
            return self._booked_passed(booked)
        day = last_given(self.text, today=self.who.today, country=self.who.country)
        had = had_so_far(self.text, asked=True)
        if self.intake.states_regimen and had is None:
            return None
        if day is not None:
            state.had = had if had is not None else state.had
            take_last(state, day, sure=is_sure(self.text))
            return self._past_told()
        if had is not None:
            state.had = had
            take_had(state, self.who.today)
            return self._past_told()
        if state.about == LAST_GIVEN:
            return None
        if self.request == AFFIRM or said_all(self.text) is True:
            take_all(state, self.who.today)
            return self._past_told()
        if self.request == DENY or said_all(self.text) is False:
            return self._not_all()
        return None

    def _not_all(self) -> Outcome:
        """Some were missed: which was the last is asked, with the planned days before today to choose from."""
        options = tuple(full_date(day) for day in planned_before(self.state, self.who.today))
        question = self.words("ask_past_last")
        return self.ask(f"{self.words('not_all_given')} {question}", LAST_GIVEN, options, question=question)

    def _booked_passed(self, booked: date) -> Outcome | None:
        """ "Did you have it?": yes, no, or the day on which it was given instead."""
        said = self.text.strip().lower()
        day = last_given(self.text, today=self.who.today, country=self.who.country)
        if self.request == DENY or said == self.words("button_not_had_it").lower() or missed_some(self.text):
            question = self.words("ask_clinic_date")
            return self.ask(f"{self.words('overdue_what')} {question}", CLINIC_DATE, question=question)
        if day is not None or self.request == AFFIRM or said == self.words("button_had_it").lower():
            take_booked(self.state, day or booked)
            return self._past_told()
        return None

    def _past_told(self) -> Outcome:
        """The answer of a plan that is kept goes on with its next date; any other is read back."""
        state = self.state
        if state.kept is None or not state.confirmed or not state.ready(self.who.today):
            return self.advance()
        state.keep(self.new_key())
        state.answered()
        return self.said(self.answers.asked("next"), files=True)

    def _yes(self) -> Outcome | None:
        if self.request != AFFIRM:
            return None
        state = self.state
        if state.about == CONFIRM and state.ready(self.who.today):
            state.keep(self.new_key())
            state.answered()
            lines, buttons = self.answers.confirmed()
            promised, state.promised = state.promised, None
            if promised is not None:
                name = "files_late" if self.answers.overdue else "print" if promised == "print" else "calendar"
                lines = [*lines[:1], self.words(name)] if self.answers.overdue else [*lines, self.words(name)]
            return self.said((lines, buttons), files=True)
        if state.about == PLANNED and state.anchor is not None:
            # Of a plan of several parts, or of so many doses, a date to come does not tell where it stands.
            known = len(state.phases) == 1 and not state.phases[0].bounded
            state.anchor = Anchor("first", state.anchor.date) if known else None
            return self.advance()
        if state.about == CLINIC_DATE:
            question = self.words("ask_clinic_date")
            return self.ask(question, CLINIC_DATE)
        return None

    def _no(self) -> Outcome | None:
        if self.request != DENY or self.intake.states_regimen:
            return None
        state = self.state
        if state.about == CONFIRM and not self.intake.has_date:
            question = self.words("ask_change")
            return self.ask(question, CHANGE)
        if state.about == PLANNED:
            state.anchor = None
            return self.advance()
        if state.about == "interval" and len(state.options) == 1:
            state.phases, state.open = (), []
            return self.advance()
        if state.about == CLINIC_DATE and not self.intake.has_date:
            return self.counts_from_given()
        return None

    # Away, given, calendar ------------------------------------------------------------------------------------------

    def _away(self) -> Outcome | None:
        if self.request != "away" and self.state.about != AWAY:
            return None
        if not self.state.ready(self.who.today):
            return None
        span = days_away(self.text, today=self.who.today, country=self.who.country)
        if span is None and self.request not in ("away", "date"):
            return None
        if self.state.about == AWAY:
            self.state.answered()
        lines = self.answers.away(span)
        if span is None:
            return self.ask(lines[0], AWAY)
        return self.said((lines, [self.words("button_whole")]))

    def _given(self) -> Outcome | None:
        state, answer = self.state, self.state.about == GIVEN
        tells = self.request in ("given", "date", "correct", "state") and tells_given(self.text)
        taken = self.request == "given" and state.about != CLINIC_DATE
        if not (answer or taken or tells) or state.kept is None:
            return None
        if self.intake.states_regimen or self.intake.ends_loading or self.intake.names_next:
            return None
        if corrects(self.text) and state.about != CLINIC_DATE:
            return None
        day = given_day(self.text, today=self.who.today, country=self.who.country)
        if answer and not isinstance(day, (date, Question)):
            return None
        if day is None:
            question = self.words("ask_given")
            return self.ask(question, GIVEN)
        if isinstance(day, Question):
            return self.ask(day.text, GIVEN, day.options)
        # Said again with another date, it is counted from the same plan as the first time.
        state.phases, state.anchor = state.kept.phases, state.kept.anchor
        return self.given(day)

    def given(self, day: date, *, instead: bool = False) -> Outcome | None:
        """A dose that was given: noted, and the plan counts on from it."""
        state, before = self.state, self.state.anchor
        sure = is_sure(self.text)
        if state.anchor is None and state.phases and day <= self.who.today:
            # Nothing was known before: it is the last one.
            state.settle("anchor")
            state.settle("date")
            state.anchor = Anchor("last", day)
            state.note(day, sure=sure)
            return self.advance()
        if not state.ready(self.who.today):
            return None
        if not state.confirmed and before is not None and before.kind == "last" and day == before.date:
            # Told once more: it stands as it is.
            state.note(day, sure=sure)
            return self.advance()
        state.answered()
        said = self.answers.given(day, sure=sure, instead=instead)
        noted = state.confirmed and state.about is None and state.anchor != before
        if noted:
            state.keep(self.new_key())
        return self.said(said, files=noted)

    def counts_from_given(self) -> Outcome:
        """The clinic gave no date of its own: the plan counts on from the day of the last one."""
        state = self.state
        state.due_was = None
        state.answered()
        if not state.confirmed:
            return self.advance(self.words("given_counts"))
        state.keep(self.new_key())
        lines, buttons = self.answers.asked("next")
        return self.said(([self.words("given_counts"), *lines], buttons), files=True)

    def _off_plan(self) -> Outcome | None:
        """How often, when one was due and when it was given instead, all at once."""
        state, dates = self.state, self.intake.reading.dates
        due, had = ([m.date for m in dates if m.role == role] for role in ("next", "last"))
        alone = len(due) == len(had) == 1 and due != had
        if not alone or self.intake.reading.questions or not self.intake.take(open_flow=True):
            return None
        if state.open or state.booked is not None or len(state.phases) != 1 or state.phases[0].bounded:
            return self.advance()
        state.count_from(Anchor("first", due[0]))
        state.given = ()
        state.answered()
        return self.said(self.answers.given(had[0], sure=is_sure(self.text), instead=True))

    def _calendar(self) -> Outcome | None:
        if self.request != "calendar" or self.state.kept is None or not self.state.ready(self.who.today):
            return None
        if self.answers.overdue:
            return self.said(([self.words("files_late")], self.answers.late_buttons()))
        return self.said(([self.words("calendar")], [self.words("button_whole")]), files=True)

    def _asked(self) -> Outcome | None:
        if self.request not in ASKING | {"calendar"} or not self.state.ready(self.who.today):
            return None
        if self.intake.states_another or self.intake.names_next:
            return None
        if self.request == "calendar":
            return self.advance()
        return self.said(self.answers.asked(self.request or ""))

    # What is said ---------------------------------------------------------------------------------------------------

    def ask(self, text: str, about: str, options: tuple[str, ...] = (), *, question: str | None = None) -> Outcome:
        """Ask something; `question` is what stays open of a longer `text`."""
        self.state.ask(about, question or text, options)
        return Outcome(self.state.to_json(), (text,), options, kind="ask", plan=self.plan_json())

    def plan_json(self) -> dict[str, Any] | None:
        """The object of the plan as it stands."""
        return self.answers.plan_json()

    def _again(self, question: str) -> Outcome:
        """The open question once more; a way round it where that was not of use before."""
        state = self.state
        state.missed += 1
        text = self.words("ask_again", question=question)
        if state.missed > MOST_MISSED and state.about in _OTHERWISE:
            text = self.words(_OTHERWISE[state.about])
        if state.missed >= MOST_MISSED and state.about in _WAYS:
            text = f"{text}\n{self.words('way_round', ask=self.words(_WAYS[state.about]))}"
        buttons = open_buttons(state.to_json(), self.who.today, self.words)
        return replace(self.ask(text, state.about or CHANGE, state.options, question=question), buttons=buttons)

    def advance(self, first: str | None = None) -> Outcome:
        """Ask for the next thing that is missing, or read the whole plan back."""
        state = self.state
        question, begun = state.next_question(self.words, self.who.today), state.about is not None
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
            if about == PAST and state.booked is None and none_missed(self.text):
                take_all(state, self.who.today)
                return self.advance(first)
            state.ask(about, question.text, question.options)
            text = question.text if begun else f"{self.words('work_out')} {question.text}"
            text = self._once_more(question) if again else text
            return Outcome(
                state.to_json(), (text,), question.options, kind="ask", plan=self.answers.plan_json(question)
            )
        if state.booking is not None:
            return self._with_booking(state.booking)
        state.confirmed, state.told = False, 0
        state.answered()
        known = state.wanted is None and self.before is not None and self.before == state.as_kept()
        lines = [*self.answers.lines(), *self.answers.wanted(), *([self.words("as_it_stands")] if known else [])]
        return self.said(([first, *lines] if first else lines, []))

    def _with_booking(self, day: date) -> Outcome:
        """The plan with the date that the clinic set, which was told before the plan could be counted."""
        state, state.booking = self.state, None
        after = state.anchor is not None and max(state.anchor.date, self.who.today - timedelta(1)) < day
        if state.anchor is None or not after:
            return self.advance()
        self.intake.count_from_next(state.anchor, day)
        return self.advance(self.words("booked", date=full_date(day)))

    def _once_more(self, question: Question) -> str:
        """The question that is still open after something else was told: what is known by now first, in other words
        the second time, with a way round the third."""
        state = self.state
        if question.about not in _OTHERWISE:
            return question.text
        known = [self.words("known_often", words=phase_words(phase)) for phase in state.phases[:1]]
        if state.anchor is not None and state.anchor.kind == "last":
            known = [self.words("last", date=full_date(state.anchor.date))]
        if state.missed == 1 and known:
            return f"{known[0]} {question.text}"
        text = self.words(_OTHERWISE[question.about])
        if state.missed <= MOST_MISSED:
            return text
        return f"{text}\n{self.words('way_round', ask=self.words(_WAYS[question.about]))}"

    def said(self, said: Said, *, files: bool = False) -> Outcome:
        """Lines about the plan; one that is not confirmed yet is asked about again each time."""
        lines, buttons = said
        state = self.state
        if not self.who.zone_known:
            lines = [*lines, self.words("zone", zone=self.who.zone)]
        if not state.confirmed and state.about in (None, CONFIRM):
            state.ask(CONFIRM, self.words("is_it_right"))
            lines, buttons = [*lines, self.words("is_it_right")], self.answers.buttons()
        text = "\n".join(lines)
        plan = self.answers.plan_json()
        if plan and plan["next"] and state.is_unsure():
            text = f"{text}\n{self.words('unsure_log')}"
        links = self._links() if files else ()
        card = (
            card_of(lines, self.answers.part_words(), plan["assumptions"], self.words)
            if plan and plan["next"]
            else None
        )
        return Outcome(state.to_json(), (text,), tuple(buttons), plan=plan, key=state.key, links=links, card=card)

    def _links(self) -> tuple[dict[str, str], ...]:
        """What to take away; nothing while a dose is late, because the dates after it may change."""
        coming = self.answers.coming(1)
        if not coming or self.answers.overdue:
            return ()
        urls = {"calendar": "plan.ics", "google": google_link(coming[0]), "print": "print", "picture": "plan.svg"}
        return tuple({"label": self.words(f"link_{name}"), "url": url} for name, url in urls.items())
