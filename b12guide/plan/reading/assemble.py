"""Elements in their order to phases: which end belongs to which interval, and where one phase gives way to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..dates.schedule import dose_count
from ..model import WEEKDAYS, Kind, Phase, Question, Unit
from ..wording import interval_words, phase_words, plural
from .clauses import REACH
from .elements import Ask, Assembly, Count, Draft, Duration, Element, Interval, Mark, NamedDays, Until

# The question where a part was told without how often its doses are.
EACH_PART = "How often are the injections in each part of the plan?"
TWO_ENDS = "I read two different ends for one part of the plan. How many injections is it?"
_DAYS: dict[Unit, int] = {"d": 1, "wk": 7}
_ROUGHLY: dict[Unit, float] = {"d": 1, "wk": 7, "mo": 30.4, "a": 365}
_MONTHS: dict[Unit, int] = {"mo": 1, "a": 12}
_UNMARKED = str.maketrans("", "", "\x00\x01")
_OR = re.compile(r" (?:or|either|vs|versus|/) ")
# For so long the dates are to be shown, behind a plan that is told: "give me all the days for the first 2 weeks?"
_SHOWN_FOR = re.compile(
    r"[.,?!;] (?:(?:can|could|will|would) you |please |and |so |just |now |ok |then |thanks ){0,4}"
    r"(?:(?:give me|show|list|send|tell me|let me see|print)\b"
    r"(?:[^.?!;]{0,40}\b(?:days?|dates?|ones|list|them|those|me|us))?"
    r"|(?:which|what|i (?:need|want|would like))\b[^.?!;]{0,40}\b(?:days|dates|list))"
    r"(?: (?:for|in|of|over|during|the|just|all|only)){0,4} (?:1th |first |next )?$"
)
# "The last daily one": one dose of a part by the name of the part.
_ONE_OF_PART = re.compile(r" (?:last|final|first|next|\d+th)(?: of)?(?: the| my| her| his)? {1,2}$")
_THE_ONE = re.compile(r" (?:1|ones|dose|shot)(?= )")
# Between the days of one week, each told with its "every".
_BOTH = re.compile(r"(?: |,|and|&|also|plus|again|on|then again){0,8}")
# "The last loading one was on ...": it dates a dose and starts no phase.
_DATED_DOSE = re.compile(r" (?:last|final|first|\d+th|finished|completed|ended) (?:of )?(?:my |the |his |her )?$")
_PAST = re.compile(r" (?:used to|was|were|had|previously|originally|before|been|from) ")

_HAD = re.compile(
    r" (?:had|have had|'ve had|finished|completed|done|got|given)"
    r"(?: (?:my|the|all|of|those|just|recently|already)){0,4} $"
)
_MORE_OF_THEM = re.compile(r"(?: [^ .]+){0,4} (?:so far|out of|of (?:the )?\d+|to go|left|more) ")
_ALL_DONE = re.compile(
    r"(?: ,)? (?:(?:loading|dose|b12|shot|1) ){0,3}(?:(?:are|were|is|have been|all|now|been) ){0,3}"
    r"(?:done|finished|completed?) "
)


def in_days(period: int, unit: Unit) -> tuple[str, int]:
    """A period in the smaller unit of its own kind, so that equal ones compare equal; months are never days."""
    return ("d", period * _DAYS[unit]) if unit in _DAYS else ("mo", period * _MONTHS[unit])


class Assembler:
    """Puts the elements of one text together; ``canon`` is needed for the words between them."""

    def __init__(self, canon: str, rest: str) -> None:
        self.canon = canon
        self.rest = rest
        self.drafts: list[Draft] = []
        self.pending = Draft()
        self.apart = False
        # "It was monthly, but now ...": what comes next takes the place of the last draft.
        self.replaced = False
        self.out = Assembly()

    def build(self, elements: Sequence[Element]) -> Assembly:
        for element in elements:
            if isinstance(element, Interval):
                self._interval(element)
            elif isinstance(element, Mark):
                self._mark(element)
            elif isinstance(element, Ask):
                self._ask(element)
            elif isinstance(element, (Count, Duration, Until, NamedDays)):
                self._end(element)
        self._close_pending(final=True)
        self._finish()
        return self.out

    # One element each ---------------------------------------------------------------------------------------------

    def _mark(self, mark: Mark) -> None:
        if mark.kind in ("then", "now"):
            self._close_pending(final=False, past=mark.kind == "now")
            last = self.drafts[-1] if self.drafts else None
            if mark.kind == "now" and last and not last.ended and _PAST.search(self._sentence_before(mark.start)):
                self.replaced = True
            self.apart = True
        elif mark.kind in ("loading", "maintenance") and not _DATED_DOSE.search(self._before(mark.start)):
            label: Kind = "loading" if mark.kind == "loading" else "maintenance"
            if self.drafts and self.drafts[-1].label not in (None, label):
                self.apart = True
            if self.drafts and not self.apart and self._close_to(self.drafts[-1], mark):
                self.drafts[-1].label = self.drafts[-1].label or label
            else:
                self.pending.label = label
                self.apart = bool(self.drafts)

    def _ask(self, ask: Ask) -> None:
        self.out.questions.append(ask.question)
        if ask.question.about == "interval":
            self.drafts.append(Draft(end=ask.end))
            self.pending, self.apart = Draft(), False
        elif self.drafts:
            self.drafts[-1].until = Until(ask.start, ask.end, None)

    def _interval(self, new: Interval) -> None:
        if self.replaced:
            while self.drafts and not self.drafts[-1].ended:
                self.drafts.pop()
            self.out.questions.clear()
            self.replaced = False
        last = self.drafts[-1] if self.drafts else None
        if self._names_part(new):
            return
        if last and last.interval and not self.apart:
            between = self.rest[last.end : new.start].translate(_UNMARKED)
            merged = self._same(last.interval, new) or _both_days(last.interval, new, between)
            if merged:
                last.interval, last.end = merged, new.end
                return
            if _OR.search(" " + between.strip() + " "):
                self._which(last.interval, new)
                return
            if not last.ended:
                if self._led_by("from", last.interval.start) and self._led_by("to", new.start):
                    self.drafts.pop()
                else:
                    self._which(last.interval, new)
                    return
        draft, self.pending, self.apart = replace(self.pending, interval=new, end=new.end), Draft(), False
        self.drafts.append(draft)

    def _end(self, end: Count | Duration | Until | NamedDays) -> None:
        last = self.drafts[-1] if self.drafts else None
        target = self.pending if self.apart or last is None else last
        if isinstance(end, Count) and end.loose and last and not (target is last and self._close_to(last, end)):
            target = self.pending
        if isinstance(end, Duration) and last and _SHOWN_FOR.search(self.canon[last.end : end.start]):
            return
        if isinstance(end, Duration) and last and last.ended and self.rest.startswith(" \x00", end.end):
            # "..., 4 weeks of weekly shots": it belongs to what follows.
            target = self.pending
        if isinstance(end, NamedDays):
            target.days = end
        elif isinstance(end, Count):
            self._differs(target.count and target.count.count, end.count)
            target.count = target.count or end
        elif isinstance(end, Duration):
            if self._repeats_the_period(target, end):
                return
            known = target.duration
            self._differs(known and in_days(known.duration, known.unit), in_days(end.duration, end.unit))
            target.duration = target.duration or end
        else:
            target.until = target.until or end
        target.end = max(target.end, end.end)

    def _names_part(self, new: Interval) -> bool:
        """Whether it is the name of a part that is told already: "which date is the last daily one?"."""
        told = [draft.interval for draft in self.drafts if draft.interval is not None]
        same = any((i.frequency, i.period, i.unit) == (new.frequency, new.period, new.unit) for i in told)
        named = _ONE_OF_PART.search(self._before(new.start) + " ") and _THE_ONE.match(self.canon, new.end)
        return len(told) > 1 and same and named is not None

    # Helpers --------------------------------------------------------------------------------------------------------

    def _differs(self, known: object, new: object) -> None:
        if known is not None and known != new:
            self.out.questions.append(Question("count", TWO_ENDS))

    def _repeats_the_period(self, draft: Draft, end: Duration) -> bool:
        """ "Every 28 days (4 weeks)" says the period twice and no end."""
        i = draft.interval
        if i is None or draft.duration or not self.canon.startswith("( ", end.start):
            return False
        if not 0.8 < i.period * _ROUGHLY[i.unit] / (end.duration * _ROUGHLY[end.unit]) < 1.25:
            return False
        if in_days(i.period, i.unit) != in_days(end.duration, end.unit):
            # "Every 3 months (12 weeks)" is two plans.
            self._which(i, Interval(end.start, end.end, 1, end.duration, end.unit))
        return True

    def _which(self, one: Interval, two: Interval) -> None:
        options = tuple(
            interval_words(
                i.frequency, i.period, i.period_max, i.unit, i.days_of_week, i.days_of_month, i.week_of_month
            )
            for i in (one, two)
        )
        self.out.questions.append(
            Question("interval", f"I read two intervals: {options[0]}, and {options[1]}. Which one is yours?", options)
        )

    def _same(self, one: Interval, two: Interval) -> Interval | None:
        """The interval that both say ("every 28 days (4 weeks)", "weekly, every Saturday"); None if they differ."""
        named, other = (one, two) if one.days_of_week else (two, one)
        days_agree = not other.days_of_week or one.days_of_week == two.days_of_week
        dated, plain = (one, two) if one.days_of_month or one.week_of_month else (two, one)
        placed = dated.days_of_month or dated.week_of_month
        if placed and not (plain.days_of_month or plain.days_of_week or plain.week_of_month):
            # "Monthly, on the 30th of each month", "the last Thursday, every month".
            same = (plain.frequency, plain.period, plain.period_max, plain.unit) == (1, dated.period, None, dated.unit)
            return replace(dated, start=one.start) if same else None
        if not days_agree or (one.days_of_month, one.week_of_month) != (two.days_of_month, two.week_of_month):
            return None
        if in_days(one.period, one.unit) != in_days(two.period, two.unit):
            return None
        if (one.period_max is None) != (two.period_max is None):
            return None
        rare, often = sorted((one, two), key=lambda i: i.frequency)
        if rare.frequency != often.frequency and re.match(r" ?1 ", self.canon[rare.start : rare.end]):
            return None
        return replace(often, start=one.start, days_of_week=named.days_of_week)

    def _close_to(self, draft: Draft, element: Element) -> bool:
        between = self.canon[draft.end : element.start][:REACH]
        return len(between.split()) <= 3 and not re.search(r"[.?!;]", between)

    def _before(self, place: int) -> str:
        return self.canon[max(0, place - REACH) : place]

    def _led_by(self, word: str, place: int) -> bool:
        """Whether nothing unread stands between `word` and `place`."""
        return self.rest[max(0, place - REACH) : place].rstrip("\x00 ").endswith(f" {word}")

    def _sentence_before(self, place: int) -> str:
        return " " + re.split(r" [.?!;] ", self._before(place))[-1] + " "

    def _close_pending(self, *, final: bool, past: bool = False) -> None:
        """Ends without an interval: a phase that lacks one, unless they only tell what has been."""
        held = self.pending
        past = past or (held.count is not None and self._were_had(held.count))
        if (held.ended or held.days) and not past and (not final or not self.drafts):
            self.drafts.append(held)
        if not final:
            self.pending = Draft()

    def _were_had(self, count: Count) -> bool:
        """Whether so many injections are told as had, all of them: "I had 6 loading doses, then every 3 months"."""
        before, behind = self.canon[: count.start], self.canon[count.end :]
        if re.search(r" of (?!them |those |these )", self.canon[count.start : count.end + 1]):
            return False
        return bool(_HAD.search(before) and not _MORE_OF_THEM.match(behind)) or bool(_ALL_DONE.match(behind))

    def _finish(self) -> None:
        out = self.out
        read: list[tuple[Phase, Draft]] = []
        for draft in self.drafts:
            if draft.interval is None and draft.days is None:
                if not any(q.about == "interval" for q in out.questions):
                    out.questions.append(Question("interval", EACH_PART))
                continue
            phase = self._phase(draft)
            if phase:
                self._count_fits(phase)
                read.append((phase, draft))
        out.phases = [replace(p, kind=_kind(p, d, i, len(read))) for i, (p, d) in enumerate(read)]

    def _phase(self, draft: Draft) -> Phase | None:
        i = draft.interval
        days = draft.days.days if draft.days else ()
        if i is None:
            i = Interval(0, 0, len(days), 1, "wk", days_of_week=days)
        elif days:
            fitted = self._fit_days(i, days)
            if fitted is None:
                return None
            i = fitted
        if i.note:
            self.out.notes.append(i.note)
        count, duration = draft.count, draft.duration
        for what in (
            count and count.count_max and (count.count, count.count_max, "injections"),
            duration and duration.duration_max and (duration.duration, duration.duration_max, _UNIT[duration.unit]),
        ):
            if what:
                low, high, name = what
                self.out.questions.append(
                    Question("count", f"Is it {low} or {high} {name}?", (f"{low} {name}", f"{high} {name}"))
                )
        if count and count.unitless and (i.frequency, i.period) != (1, 1):
            units = [f"for {plural(count.count, noun)}" for noun in ("injection", _UNIT[i.unit].removesuffix("s"))]
            self.out.questions.append(Question("count", f'"For {count.count}" has no unit. What is it?', tuple(units)))
        return Phase(
            "other", i.frequency, i.period, i.unit, i.period_max,
            count=count.count if count else None,
            duration=duration.duration if duration else None, duration_unit=duration.unit if duration else None,
            days_of_week=i.days_of_week, days_of_month=i.days_of_month, week_of_month=i.week_of_month,
            until=draft.until.words if draft.until and not count and not duration else None,
        )  # fmt: skip

    def _count_fits(self, phase: Phase) -> None:
        """ "6 injections on alternate days over 2 weeks": alternate days make 7 of them, so it is asked."""
        over = dose_count(replace(phase, count=None))
        if phase.count is not None and over is not None and over != phase.count:
            options = (f"{phase.count} injections", f"{over} injections")
            self.out.questions.append(
                Question(
                    "count",
                    f"I read {phase_words(replace(phase, count=None))}, which is {over} injections, and also "
                    f"{phase.count} injections. How many is it?",
                    options,
                )
            )

    def _fit_days(self, i: Interval, days: tuple[str, ...]) -> Interval | None:
        """The interval on the named days; None (and a question) where the two contradict each other."""
        if i.days_of_week and set(i.days_of_week) == set(days):
            return i
        if (
            i.unit == "wk"
            and not i.days_of_week
            and (i.frequency == len(days) or (i.frequency == 1 and not re.match(r" ?1 ", self.canon[i.start : i.end])))
        ):
            return replace(i, days_of_week=days, frequency=len(days))
        if (i.frequency, i.period, i.unit) == (1, 1, "d") and len(days) > 1:
            return replace(i, frequency=len(days), unit="wk", days_of_week=days)
        self.out.questions.append(
            Question(
                "interval",
                "The days of the week do not fit how often you have them. How often is it, and on which days?",
            )
        )
        return None


def _both_days(one: Interval, two: Interval, between: str) -> Interval | None:
    """ "Every Tuesday and every Friday": twice a week; None where the words do not say that it is both."""
    weekly = all(
        i.unit == "wk" and i.days_of_week and i.frequency == len(i.days_of_week) and not i.week_of_month
        for i in (one, two)
    )
    if not weekly or one.period != two.period or one.period > 1 or set(one.days_of_week) & set(two.days_of_week):
        return None
    if _BOTH.fullmatch(between) is None:
        return None
    days = tuple(day for day in WEEKDAYS if day in {*one.days_of_week, *two.days_of_week})
    return replace(one, end=two.end, frequency=len(days), days_of_week=days)


_UNIT: dict[Unit, str] = {"d": "days", "wk": "weeks", "mo": "months", "a": "years"}


def _kind(phase: Phase, draft: Draft, index: int, total: int) -> Kind:
    """Named by the words, else by the place: what ends is loading, what goes on is maintenance."""
    if draft.label:
        return draft.label
    if index < total - 1:
        return "loading"
    return "loading" if phase.bounded or phase.until else "maintenance"
