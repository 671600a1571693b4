"""Days that are asked about: whether it is the 17th, what weekday it is, how far one is from another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta

from ..model import WEEKDAY_NAMES, Dose, full_date
from ..reading.day_words import MONTH_ENDS, MONTH_STARTS, NTH_END
from ..wording import plural, say_dose
from .asked_days import AskedDays, days_asked, dose_on, replaced
from .count_back import CountBack
from .days import later
from .lists import Lists
from .so_long_before import before
from .templates import dates

# So many days and more are said in weeks as well.
_TWO_WEEKS = 14
_UNITS = {"wk": "week", "fortnight": "week"}
# A day without its month.
_MONTH_NAMED = re.compile(rf"\b(?:{MONTH_STARTS}){MONTH_ENDS}", re.I)
# Asked of any of the dates that are shown, which are so many.
ANY, ALL, _ANY_OF = "any", "all", 3
_LONE = re.compile(rf"\b(\d{{1,2}}){NTH_END}?\b")


class DayAnswers(Lists, CountBack):
    """Says how a day lies to the doses of the plan."""

    def _last(self, value: str) -> list[str]:
        anchor = self.anchor
        given = self.state.given_on
        if anchor.kind == "last" or given is not None:
            day = anchor.date if anchor.kind == "last" or given is None else given
            return [self.words("last", date=full_date(day)), *self.long_ago()]
        past = list(takewhile(lambda dose: dose.earliest <= self.today, self.since(anchor.date)))
        if not past:
            return [self.words("last_none", date=full_date(anchor.date)), *self.before_first()]
        return [self.words("last_planned", date=say_dose(past[-1]))]

    def _focus(self) -> Dose | None:
        """The dose that was named last."""
        coming = self.coming(max(self.state.told, 1))
        return coming[-1] if coming else None

    def _is_it(self, value: str) -> list[str]:
        dose = self._focus()
        if dose is None:
            return [self.words("kept_none")]
        if self.overdue:
            return self.late()
        if value.startswith("---"):
            day = int(value[3:])
            span = [dose.earliest + timedelta(days=n) for n in range((dose.latest - dose.earliest).days + 1)]
            right = any(each.day == day for each in span)
        else:
            right = dose.earliest <= date.fromisoformat(value) <= dose.latest
        if right:
            return [self.dose_line("is_it", dose), *self.at_weekend(dose), *self._feast(dose)]
        others = self._other(value)
        return [*others, *self.upcoming("next")] if others else [self.dose_line("is_not", dose)]

    def _other(self, value: str) -> list[str]:
        """That the day asked about is another dose of the plan, where it is."""
        if value.startswith("---"):
            return []
        day = date.fromisoformat(value)
        if day < self.today:
            return []
        found = next(self.since(day), None)
        return [self.words("is_later", date=full_date(day))] if found and found.earliest <= day else []

    def _feast(self, dose: Dose) -> list[str]:
        """That the clinic may be closed about the turn of the year."""
        closed = (dose.earliest.month, dose.earliest.day) in ((12, 24), (12, 25), (12, 26), (12, 31), (1, 1))
        return [self.words("may_be_closed")] if closed and "weekend" not in dose.flags and not self.state.home else []

    def _weekday(self, value: str) -> list[str]:
        value, _, named = value.partition("/")
        if named == ANY:
            return self._any_on(int(value))
        if named == ALL:
            return self._all_on(int(value))
        if named:
            return self._weekday_of(value, date.fromisoformat(named))
        dose = self._focus()
        if dose is None:
            return [self.words("kept_none")]
        if not value or dose.earliest != dose.latest:
            return [self.dose_line("falls_on", dose), *self.at_weekend(dose)]
        right = dose.earliest.weekday() == int(value)
        line = self.words(
            "is_weekday" if right else "is_not_weekday", asked=WEEKDAY_NAMES[int(value)], date=say_dose(dose)
        )
        return [line, *self.at_weekend(dose)]

    def _any_on(self, weekday: int) -> list[str]:
        """Which of the next ones fall on a weekday."""
        shown = self.coming(_ANY_OF)
        there = [dose for dose in shown if dose.earliest == dose.latest and dose.earliest.weekday() == weekday]
        asked = WEEKDAY_NAMES[weekday]
        name = "any_weekday" if there else "no_weekday"
        return [self.words(name, asked=asked, count=len(shown), dates=self.days(there or shown))]

    def _all_on(self, weekday: int) -> list[str]:
        """Whether all that were listed last, or the next ones, fall on a weekday; those that do not."""
        shown = self.coming(max(self.state.shown, _ANY_OF))
        others = [dose for dose in shown if dose.earliest != dose.latest or dose.earliest.weekday() != weekday]
        name = "not_all_weekday" if others else "all_weekday"
        asked = WEEKDAY_NAMES[weekday]
        return [self.words(name, asked=asked, count=len(shown), dates=self.days(others or shown))]

    def _weekday_of(self, value: str, day: date) -> list[str]:
        """The weekday of a day that is named, and whether the plan has it."""
        right = not value or day.weekday() == int(value)
        name = "is_weekday" if right else "day_is"
        asked = WEEKDAY_NAMES[day.weekday()]
        return [self.words(name, asked=asked, date=full_date(day)), *([] if self.overdue else self.on_days([day]))]

    def _asked_days(self, value: str) -> list[str]:
        """What the plan has on the days of a question, after them, or so long after them."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        asked = days_asked(value, self.state, self.today)
        if asked.span is not None and asked.days:
            return self._apart(asked.days, asked.span)
        behind = self._behind(asked) if asked.after else None
        if behind is not None and asked.many > 1:
            several = list(islice(self.since(behind + timedelta(days=1)), asked.many))
            name = "list_one" if len(several) == 1 else "list_many"
            return [self.words(name, count=len(several), dates=self.days(several)) if several
                    else self.words("nothing_after")]  # fmt: skip
        if behind is not None:
            day = behind
            after = next(self.since(day + timedelta(days=1)), None)
            if after is None:
                return [self.words("nothing_after")]
            return [self.dose_line("after_day", after, day=full_date(day)), *self.at_weekend(after)]
        if asked.days:
            return self.on_days(asked.days)
        if not asked.months:
            # Today alone was named, or a day that no month has.
            return self.upcoming("next")
        month = asked.months[0]
        return self.list_of(f"{month.isoformat()}/{(month + relativedelta(months=1, days=-1)).isoformat()}")

    def _behind(self, asked: AskedDays) -> date | None:
        """The day that is named behind "after", or the last of the days; of a month alone, the plan's last in it."""
        if asked.behind is not None:
            return asked.behind
        if asked.days:
            return max(asked.days)
        if not asked.months:
            return None
        end = asked.months[-1] + relativedelta(months=1, days=-1)
        inside = [d.earliest for d in takewhile(lambda dose: dose.earliest <= end, self.since(asked.months[-1]))]
        return inside[-1] if inside else end

    def on_days(self, days: Sequence[date]) -> list[str]:
        """Which of some days the plan has, and of none of them what is about it."""
        last = [day for day in days if self.anchor.kind == "last" and day == self.anchor.date]
        found = {day: dose for day in days if day >= self.today and (dose := dose_on(self.since(day), day))}
        lines = [self.words("last", date=full_date(day)) for day in last]
        lines += [self.dose_line("day_of_plan", dose) for dose in dict.fromkeys(found.values())]
        for dose in dict.fromkeys(found.values()):
            lines += self._short_month(dose)
        others = [day for day in days if day not in found and day not in last]
        coming = self.coming(1)
        gone = [day for day in others if replaced(day, self.state, self.today)]
        if gone and coming:
            return [*lines, self.words("replaced", dates=dates(gone)), self.dose_line("next", coming[0]),
                    *self.at_weekend(coming[0])]  # fmt: skip
        if others:
            lines.append(self.words("day_not_of_plan", date=dates(sorted(others))))
        if found or last:
            return [*lines, *self.weekend(list(dict.fromkeys(found.values())))]
        day = max(others[0], self.today)
        before = list(takewhile(lambda dose: dose.latest < day, self.since(self.today)))[-1:]
        near = [*before, *islice(self.since(day), 1)]
        return [*lines, *([self.words("days_near", dates=self.days(near))] if near else [])]

    def _gone(self, value: str) -> list[str]:
        """Whether a day is no longer one of the plan's, as somebody asks after a change."""
        number = None if _MONTH_NAMED.search(value) else _LONE.search(value)
        days = days_asked(value, self.state, self.today).days
        if number is not None and len(days) == 1:
            # "The 14th" is the first one after the last dose, and not any that the plan has in later years.
            ahead = (self.anchor.date + timedelta(days=ahead) for ahead in range(1, 63))
            days = tuple(each for each in ahead if each.day == int(number[1]))[:1]
        day = next(iter(days), None)
        if self.overdue or day is None:
            return self._next()
        if self.state.due_was is not None and day == self.state.due_was:
            # Which of two days the clinic counts from is not known yet.
            return [*self.two_ways(), self.words("given_ask")]
        dose = dose_on(self.since(day), day) if day >= self.today else None
        if dose is not None:
            return [self.dose_line("is_not", dose)]
        return [self.words("day_gone", date=full_date(day)), *self._next()]

    def _short_month(self, dose: Dose) -> list[str]:
        """Why a dose of every month is on its last day, and that the one after it is on its own day again."""
        phase = self.state.phases[dose.phase_index]
        own = phase.days_of_month[0] if phase.days_of_month else self.anchor.month_day or self.anchor.date.day
        after = next(self.since(dose.latest + timedelta(days=1)), None)
        if phase.unit != "mo" or dose.earliest != dose.latest or dose.earliest.day >= own or after is None:
            return []
        if (dose.earliest + timedelta(days=1)).day != 1:
            return []
        month = dose.earliest.strftime("%B %Y")
        return [self.words("short_month", day=month, count=dose.earliest.day, date=say_dose(after))]

    def _apart(self, days: Sequence[date], span: tuple[int, str]) -> list[str]:
        """The day so long after another; where both are named, whether they are so far apart."""
        if len(days) == 1:
            return [self.words("so_long_after", span=plural(*span), day=full_date(days[0]),
                               date=full_date(later(days[0], span)))]  # fmt: skip
        first, second = sorted(days[:2])
        right = later(first, span) == second
        line = self.words("so_long_after", span=plural(*span), day=full_date(first),
                          date=full_date(later(first, span)))  # fmt: skip
        return [self.words("right" if right else "not_right"), line]

    def so_long_before(self, value: str) -> list[str]:
        """The day so long before one that is named, "YYYY-MM-DD/2/week"."""
        named, count, unit = value.split("/")
        day, many = date.fromisoformat(named), int(count)
        span = plural(many * (2 if unit == "fortnight" else 1), _UNITS.get(unit, unit))
        then = before(day, many, unit)
        line = self.words("so_long_before", span=span, day=full_date(day), date=full_date(then))
        if line in self.before_first():
            return self.before_first()
        return [line, *self._gone_by(then)]

    def _gone_by(self, day: date) -> list[str]:
        """That a day on which something was to be done ahead has passed, or is today."""
        return [self.words("day_gone_by")] if day < self.today else [self.words("day_now")] if day == self.today else []

    def _gap(self, value: str) -> list[str]:
        """How far the next dose is from the one before it."""
        coming = self.coming(2)
        if self.overdue or not coming or coming[0].earliest != coming[0].latest:
            return self._next()
        first = self.anchor.date if self.anchor.kind == "last" else coming[0].earliest
        second = coming[0].earliest if self.anchor.kind == "last" else coming[-1].earliest
        days = (second - first).days
        line = self.words("apart", count=days, day=full_date(first), date=full_date(second))
        if not value:
            return [line]
        number, unit = value.split()
        other = later(first, (int(number), unit))
        if other == second:
            return [self.words("right"), line]
        would = self.words(
            "gap_would_be", span=plural(int(number), unit), count=(other - first).days, date=full_date(other)
        )
        return [self.words("not_right"), line, would]

    def _days_until(self, value: str) -> list[str]:
        coming = self.coming(1)
        if self.overdue or not coming or coming[0].earliest <= self.today:
            return self._next()
        days = (coming[0].earliest - self.today).days
        self.state.figure = f"{self.today.isoformat()}/{coming[0].earliest.isoformat()}"
        span = self.words("day") if days == 1 else self.words("days", count=days)
        if days > _TWO_WEEKS:
            weeks, over = divmod(days, 7)
            said = plural(weeks, "week") + (f" and {plural(over, 'day')}" if over else "")
            span = self.words("days_and_weeks", count=days, weeks=said)
        return [self.dose_line("days_until", coming[0], span=span), *self.at_weekend(coming[0])]
