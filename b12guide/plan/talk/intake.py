"""What a message brings to the plan: a regimen, a date, or a correction of one, each looked for in its turn."""

from __future__ import annotations

import re
from dataclasses import replace

from ..dates.ends import waits_for_start
from ..model import DateReading, Role, full_date
from ..reading.assemble import EACH_PART
from ..reading.reader import read, read_date
from .had_count import fill_log
from .intake_regimen import RegimenIntake
from .message import Said
from .move_words import asks
from .old_year import doubt_year
from .past import had_so_far, log_told
from .put_right_dose import put_right
from .received import ends_unknown_loading
from .replies import in_all
from .state import CLINIC_DATE, PLANNED
from .what_if import names_condition

# What is asked of doses that were given: what is only supposed answers none of it.
_FACTS = frozenset({"count", "phase", "date", "anchor", PLANNED, CLINIC_DATE})


# Words that say only what is not so.
_DENIALS = frozenset({"not", "no", "never", "isn't", "isnt", "aren't", "wasn't", "don't", "dont", "can't", "cant"})
# Where one part of a message ends and another begins.
_PART = re.compile(r"[,;:!]+\s|[.?!]+(?=\s|$)|\s[-–—]+\s|\n")


class Intake(RegimenIntake):
    """Takes one message into a `State`; nothing is asked or said here."""

    def take(self, *, open_flow: bool) -> bool:
        """Take what the message brings, and note the dose it tells of; False if that is nothing.

        `open_flow` is False for a message that was understood as a question about a topic: of such a one only a plain
        answer to what was asked is taken, so that a question in between stays a question.
        """
        before, offered = self.state.anchor, self.state.options if self.state.about == "date" else ()
        taken = self._take(open_flow=open_flow)
        if taken:
            doubt_year(self.state, before, offered, self.told, self.today)
        if taken and (self.state.anchor != before or self.state.had is None):
            put_right(self.state, before, self.told)
            log_told(self.state, self.today, self.text)
            for mention in self.reading.dates:
                if mention.role == "first":
                    fill_log(self.state, mention.date)
        return taken

    def _take(self, *, open_flow: bool) -> bool:
        state = self.state
        if state.about in _FACTS and names_condition(self.told) and not self.states_regimen:
            return False
        if ends_unknown_loading(state, self.told):
            state.open = []
            return True
        whole = self.whole_with_answer(self.reading)
        if whole is not None:
            said_again = self.reading.only and len(self.reading.phases) == 1
            self.text, self.reading = whole, read(whole, today=self.today, country=self.country)
            if said_again and self.reading.phases:
                # How often was said anew: an older word that was not understood bears on nothing any more.
                asked = tuple(q for q in self.reading.questions if q.about != "unread")
                self.reading = replace(self.reading, questions=asked)
            self._take_regimen()
            return True
        if self._take_stage() or self.take_days(self.reading) or self.take_dose():
            return True
        if self.take_choice() or self.take_size():
            self._take_date_beside()
            self.take_place_beside()
            return True
        if self._names_part():
            return True
        if self.wrong_days(self.reading):
            return False
        if state.about == "phase" and (self._take_end() or self.take_phase(self.reading)):
            self.take_place_beside()
            return True
        # "Every 2 months" says nothing of how many were had.
        if state.about == "count" and not self.states_regimen and not asks(Said.of(self.told)) and self.take_count():
            return True
        if self._tells_only_how_many():
            return self._take_how_many()
        if state.ready(self.today) and self._names_parts_in_part():
            return False
        if state.phases and state.anchor and self.reading.unread and set(self.reading.unread) <= _DENIALS:
            # What a plan that is known is not, is no other plan.
            return False
        if self.states_regimen and (open_flow or self.reading.only):
            self._take_regimen()
            return True
        if state.phases and self._take_end():
            return True
        if self._asks_of_known:
            return False
        if open_flow or state.about in ("anchor", "date", PLANNED, CLINIC_DATE):
            # What does not fit the days of the plan is asked for anew, as the next date.
            misfit = state.about == "date" and not state.open and state.anchor is not None
            role: Role = "next" if misfit or state.about == CLINIC_DATE else "last"
            if state.anchor is None and waits_for_start(state.phases):
                role = "first"
            found = self._rebooked
            if found.date is None:
                within = state.open[0].within if state.open else ()
                found = read_date(self.text, today=self.today, country=self.country, role=role, within=within)
            else:
                found = replace(found, role="next")
            if state.about in ("anchor", "date") and not open_flow and not found.only:
                found = self._plainly_told(found, role)
            return self._take_date(found, open_flow=open_flow)
        return False

    def _tells_only_how_many(self) -> bool:
        """Whether nothing but numbers is said of how often they are, where that is known: the plan stays as it is."""
        said = self.reading
        only = not said.phases and all(q.text == EACH_PART or q.about != "interval" for q in said.questions)
        return bool(self.state.phases) and self.states_regimen and only

    def _names_parts_in_part(self) -> bool:
        """Whether parts of the known plan are only named, one of them without how often it is: nothing is open then."""
        rhythms = [phase.rhythm for phase in self.state.phases]
        known = full_date(self.state.anchor.date) if self.state.anchor is not None else ""
        # "The 1st of June is the last of the weekly" asks not of which year the known day is.
        unclear = any(question.text == EACH_PART or known in question.options for question in self.reading.questions)
        return unclear and all(phase.rhythm in rhythms and not phase.bounded for phase in self.reading.phases)

    def _take_how_many(self) -> bool:
        """ "It is 4 in total, and I had only 2": how many there are, and how many were had."""
        total, had = in_all(self.told), had_so_far(self.told, asked=True)
        taken = total is not None and self.take_total(total)
        return (had is not None and self.take_place(had)) or taken

    def _plainly_told(self, found: DateReading, role: Role) -> DateReading:
        """The date that was asked for, told among other words: a part of the message is that date and nothing else
        ("as I said, 4 May"), or it says that they began on it ("started on Monday, hate needles")."""
        if found.date is None or asks(Said.of(self.text)):
            return found
        parts = (read_date(part, today=self.today, country=self.country, role=role) for part in _PART.split(self.text))
        alone = any(part.only and part.date == found.date for part in parts)
        return replace(found, only=True) if alone or found.role == "first" else found

    def _take_date_beside(self) -> None:
        """ "6 in all, first one Monday 14 June": the day told beside the number, where none is known yet."""
        told = self.reading.dates
        if self.state.anchor is None and len(told) == 1 and told[0].role in ("first", "next", "last"):
            self._take_date(DateReading(told[0].date, role=told[0].role), open_flow=True)
