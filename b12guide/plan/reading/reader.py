"""Text to a plan: the grammar run over the tokens, the stretches that are no plan left out, the rest put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from b12guide.at_hand import at_hand

from ..dates.closed import rule_words
from ..dates.schedule import count_note
from ..model import DateReading, Phase, Question, Reading, Role, Status
from ..wording import interval_words, phase_words, plural
from .assemble import Assembler
from .clauses import REACH, Stretches, Surroundings, names_injections, questions, without_label
from .closed_rule import closed_rule, reading_with
from .counted_too import on_own_days, without_counted
from .dates import which_date
from .day_words import MONTHS
from .doubts import settle
from .elements import Ask, Assembly, Count, Duration, Element, Interval, Mark, NamedDays, Until, When
from .every_nth import EveryNth, every_nth, without_nth_of_others
from .grammar import names_date, rules_for
from .halved import changes, halved, which_halved, with_gap, without_times
from .last_day import last_day, with_end
from .leftovers import is_filler, unread_words
from .lexer import lex
from .no_weekends import without_weekends
from .other_days import of_doses, without_held_against, without_missed, without_telling
from .other_jabs import without_other_jabs
from .scan import Context, Scanner
from .two_authors import with_both_said

# A day for questions to which the day makes no difference.
ANY_DAY = date(2026, 1, 1)
_TOO_MUCH = "That is more than I can read at once. Can you say only the plan, in 1 or 2 sentences?"
_UNREAD_SHOWN = 5
# What is longer than this in normalised characters is not just a date.
_LONGEST_DATE = 1000
_UNIT_NAMES = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
# Words that make a date, even one that lacks its day, the date of a dose. "Last October" is no dose.
_OF_A_DOSE = re.compile(
    r"\b(?:last(?! (?:week|month|year|spring|summer|autumn|fall|winter|christmas|easter|jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec))|latest|most recent|previous|first|next|due|(?:had|got) (?:it|one|mine|my|the)"
    r"|(?:not|[a-z]+n't|[a-z]+nt) (?:been|had (?:one|any|it)) since"
    r"|(?:started|began|begun|starting) (?:\w+ ){0,6}(?:injections?|shots?|jabs?|needles?))\b",
    re.I,
)
# Micrograms. One injection of B12 is 1mg at most in the common plans; a thousand times that is a slip of the unit.
_USUAL_MCG, _SLIP_MCG = 1000.0, 10_000.0
_LARGE = "That is more than the usual 1mg. Check it on the box or in the letter."
# "12" to the question which day of a month it was.
_THE_NUMBER = re.compile(r"^\W*(?:the |on (?:the )?)?(\d{1,2})\W*$", re.I)
# "First Dec 1": the first one, and no first of December.
_FIRST_MONTH = re.compile(rf"(?<!the )\b(?P<first>first|last) (?=(?:{MONTHS})\b\.? \d{{1,2}}\b(?!:))", re.I)
_LONE_DAY = re.compile(
    r" \d{1,2}th (?!(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december) )"
)
_SHORTHAND_LEAD = re.compile(r" (?:then|for|x|every|q|weekly|monthly|daily|week|day) ")


# Days of the week for so long are a plan, with when they began or begin too.
_BEGINS = frozenset({"started", "starting", "starts", "start", "began", "begins", "beginning", "first", "from"})


def _scan(
    text: str, today: date, country: str | None, role: Role | None = None, within: tuple[date, date] | None = None
) -> Scanner:
    scanner = Scanner(Context(lex(_FIRST_MONTH.sub(r"\g<first> one on ", text)), today, country, role, within))
    for rules in rules_for(scanner.context.lexed.canon):
        scanner.run(rules)
    return scanner


def _scan_told(text: str, today: date, country: str | None, role: Role | None = None) -> Scanner:
    """As `_scan`; days without their month lie in the stretch that the text names for them: "before Christmas, the 10th
    or the 17th"."""
    scanner = _scan(text, today, country, role)
    if scanner.full or not _LONE_DAY.search(scanner.context.lexed.canon):
        return scanner
    stretches = {w.question.within for w in scanner.elements if isinstance(w, When) and w.question} - {()}
    if len(stretches) != 1:
        return scanner
    first, last = stretches.pop()
    return _scan(text, today, country, role, (date.fromisoformat(first), date.fromisoformat(last)))


def _settle(scanner: Scanner) -> None:
    found = sorted(scanner.elements, key=lambda e: (e.start, e.end))
    scanner.elements = settle(found, scanner.context.lexed, scanner.rest)


@at_hand(64)
def read(text: str, *, today: date, country: str | None = None) -> Reading:
    """What ``text`` says about an injection plan.

    ``today`` dates "yesterday" and years left out; ``country`` (ISO 3166 alpha-2) only orders the options of a
    question. Any text at all is read; the status says what came of it. Policy: regimens.md, section 1.
    """
    text = without_label(text)
    rule = closed_rule(text, country)
    if rule is not None:
        return reading_with(read(rule[1], today=today, country=country), rule[0])
    other = every_nth(text)
    if other is not None:
        return _with_nth(read(other.text, today=today, country=country) if other.note else None, other)
    text = without_weekends(with_both_said(without_other_jabs(without_nth_of_others(text))))
    end = last_day(text, today, lambda words: read_date(words, today=today, country=country, role="next"))
    if end is not None and (end.told or end.runs or _read(end.sentence, today, country).phases):
        rest, before = (_read(words, today, country) for words in (end.rest, text[: end.place]))
        ended = with_end(rest, end, before)
        if ended is not None:
            return ended
    return _read(text, today, country)


def _with_nth(reading: Reading | None, other: EveryNth) -> Reading:
    """The reading of a plan that goes with every so many of something else."""
    if reading is None:
        return Reading("ask", questions=(Question("interval", other.question),))
    status: Status = "assumed" if reading.status == "ok" else reading.status
    return replace(reading, status=status, assumptions=(*reading.assumptions, other.note))


def _read(text: str, today: date, country: str | None) -> Reading:
    """The same, of a text in which no part ends on a day."""
    scanner = _scan_told(without_times(text), today, country)
    if scanner.full:
        return _too_much(scanner)
    _settle(scanner)
    canon = scanner.context.lexed.canon
    asked = questions(canon)
    stretches, around = Stretches(asked), Surroundings(canon)
    kept = [e for e in scanner.elements if e.start not in stretches or isinstance(e, When)]
    schedule = [e for e in kept if not _foreign(around, e)]
    whens = of_doses(kept, schedule, canon, stretches)
    gone = [e for e in kept if isinstance(e, When) and e not in whens]
    # "Until" a day that is no dose's ends no part of the plan.
    schedule = [e for e in schedule if not (isinstance(e, Ask) and any(w.start - e.end in (0, 1) for w in gone))]
    begins = any(isinstance(e, Duration) for e in schedule) and _only(scanner, beside=_BEGINS)
    if not _is_schedule(schedule, canon, begins or _only(scanner)):
        return Reading("not_a_plan", dates=tuple(w.mention for w in whens if w.mention))
    if not scanner.context.lexed.whole:
        return _too_much(scanner)
    assembly = Assembler(canon, scanner.rest).build(_without_history(schedule, canon))
    told = changes(halved(text), text) if assembly.phases else None
    alone = len(assembly.phases) == 1
    if told is not None and alone and told.what == "gap" and (phase := with_gap(assembly.phases[0], told)) is not None:
        assembly.phases[0] = phase
    elif told is not None and told.what != "dose":
        assembly.questions.append(which_halved(assembly.phases[-1], told, alone=alone))
    whens = on_own_days(without_counted(whens, assembly.phases), assembly.phases)
    unread = unread_words(scanner, schedule, asked)
    reading = _reading(scanner, around, assembly, schedule, whens, unread)
    if reading.status == "ok" and not reading.phases:  # nothing but a number of doses
        return Reading("not_a_plan", dates=reading.dates)
    return reading


def _too_much(scanner: Scanner) -> Reading:
    """A half of a text may say the opposite of all of it, so nothing is read of one that goes on."""
    unread = tuple(dict.fromkeys(word for _, word in scanner.leftovers() if word.isalpha()))[:_UNREAD_SHOWN]
    return Reading("ask", questions=(Question("unread", _TOO_MUCH),), unread=unread)


def _foreign(around: Surroundings, element: Element) -> bool:
    if isinstance(element, NamedDays):
        return around.busy_on(element.start, element.end)
    return isinstance(element, (Interval, Ask)) and around.about_something_else(element.start, element.end)


def _is_schedule(elements: Sequence[Element], canon: str, bare: bool) -> bool:
    """Whether anything says how often; a bare number of doses over a time does, too, and is asked about."""
    if any(isinstance(e, Interval) or (isinstance(e, Ask) and e.question.about == "interval") for e in elements):
        return True
    if any(isinstance(e, NamedDays) for e in elements) and (bare or names_injections(canon)):
        return True
    counts = [e for e in elements if isinstance(e, Count)]
    if counts and any(isinstance(e, NamedDays) and len(e.days) > 1 for e in elements):
        return True
    return any(not c.loose for c in counts) or bool(counts and any(isinstance(e, Duration) for e in elements))


def _without_history(elements: Sequence[Element], canon: str) -> list[Element]:
    """ "I have been on it for 3 months" tells how long it has gone on, not when it ends."""
    out: list[Element] = []
    last_then = max((i for i, e in enumerate(elements) if isinstance(e, Mark) and e.kind == "then"), default=-1)
    for i, e in enumerate(elements):
        if isinstance(e, Duration):
            sentence = re.split(r" [.?!;] ", canon[max(0, e.start - REACH) : e.start])[-1]
            if i > last_then and re.search(r" (?:been|since) ", f" {sentence} "):
                continue
        out.append(e)
    return out


def _reading(
    scanner: Scanner,
    around: Surroundings,
    assembly: Assembly,
    schedule: Sequence[Element],
    whens: Sequence[When],
    unread: Sequence[str],
) -> Reading:
    canon = scanner.context.lexed.canon
    found = list(assembly.questions)
    intervals = [e for e in schedule if isinstance(e, Interval)]
    if len(intervals) == 1 and intervals[0].shorthand and not _SHORTHAND_LEAD.search(canon):
        found.append(_shorthand_question(intervals[0], canon))
    ranges = sum(e.period_max is not None for e in intervals) + sum(
        (isinstance(e, Count) and e.count_max is not None) or (isinstance(e, Duration) and e.duration_max is not None)
        for e in schedule
    )
    if ranges > 1 and not any(q.about in ("count", "interval") for q in found):
        found.append(Question("interval", "There are two ranges in this plan. What did your clinic book?"))
    found += _placed([w.question for w in whens if w.question])
    if unread:
        words = ", ".join(f'"{w}"' for w in unread)
        found.append(
            Question("unread", f"I did not understand {words}. Can you say the plan without it, or in other words?")
        )
    marks = [e for e in schedule if isinstance(e, Mark)]
    routes = [m.value for m in marks if m.kind == "route"]
    if "oral" in routes and not {"im", "sc"} & set(routes) and not re.search(r" (?:dose|amp) ", canon):
        found.append(Question("product", "I can only work out dates for injections. Is this an injection?"))
    amount, caution = _amount_in_doubt([m for m in marks if not around.about_something_else(m.start, m.end)])
    found += [amount] if amount else []
    notes = (*_assumptions(assembly, whens), *([caution] if caution else []))
    status: Status = "ask" if found else "assumed" if notes else "ok"
    return Reading(
        status, tuple(assembly.phases), _dose(marks), next((r for r in routes if r != "oral"), None),
        next((m.value for m in marks if m.kind == "product"), None), tuple(w.mention for w in whens if w.mention),
        notes, tuple(found), tuple(unread), only=_only(scanner),
    )  # fmt: skip


def _placed(questions: Sequence[Question]) -> list[Question]:
    """The questions that the dates leave; "weeks ago, late in August" has one, asked within that stretch."""
    if not any(question.within for question in questions):
        return list(questions)
    return [question for question in questions if question.within or question.options or question.given]


def _shorthand_question(i: Interval, canon: str) -> Question:
    often = interval_words(1, i.period, i.period_max, i.unit)
    text = f'"{canon[i.start : i.end]}" may be an interval or a date. Is it an injection {often}?'
    return Question("interval", text, (often,))


def _dose(marks: Iterable[Mark]) -> float | None:
    """The dose in micrograms: None where it differs between phases; a concentration counts where nothing else does."""
    for kind in ("strength", "concentration"):
        values = {float(m.value) for m in marks if m.kind == kind}
        if values:
            return values.pop() if len(values) == 1 else None
    return None


def _amount_in_doubt(marks: Iterable[Mark]) -> tuple[Question | None, str | None]:
    """The question about a dose that is most likely a slip of the unit, or what to check about one that is large."""
    most = max((float(m.value) for m in marks if m.kind in ("strength", "concentration")), default=0.0)
    if most > _SLIP_MCG:
        said = f"{most / 1000:,g}mg"
        text = f"B12 is usually 1mg, which is 1,000 micrograms. I read {said}. Which does the box or letter say?"
        return Question("product", text, ("1mg", "1,000 micrograms", said)), None
    return None, _LARGE if most > _USUAL_MCG else None


def dose_in(text: str) -> float | None:
    """The one dose that a text names, in micrograms; None where it names none or several."""
    scanner = _scan(text, ANY_DAY, None)
    return _dose([e for e in scanner.elements if isinstance(e, Mark)])


def is_slip(micrograms: float) -> bool:
    """Whether a dose is so large that its unit is most likely wrong."""
    return micrograms > _SLIP_MCG


def _assumptions(assembly: Assembly, whens: Sequence[When]) -> Iterable[str]:
    yield from assembly.notes
    yield from phase_notes(assembly.phases)
    # A day of something else, beside that of the last dose, is taken for nothing.
    known = any(w.role in ("first", "last") and w.mention for w in whens)
    taken = (w for w in whens if w.mention and not (known and w.role == "unknown"))
    yield from dict.fromkeys(w.assumption for w in taken if w.assumption)


def phase_notes(phases: Sequence[Phase]) -> Iterable[str]:
    """What is taken for granted of phases, whatever words they were said in; a sentence each."""
    for i, phase in enumerate(phases):
        note = count_note(phase)
        if note and (phase.frequency > 1 or len(phases) > 1 or phase.unit != phase.duration_unit):
            yield note
        yield from day_note(phase)
        if i and phase.starts is None:
            what = (
                "injections"
                if phase.frequency > 1 or phase.days_of_week
                else plural(phase.period_max or phase.period, _UNIT_NAMES[phase.unit])
            )
            verb = "is" if what.startswith("1 ") else "are"
            yield f"The {what} {verb} counted from the last {part_before(phases, i)} injection."
        yield from unit_note(phase)


def part_before(phases: Sequence[Phase], i: int) -> str:
    """The part before ``phases[i]`` by its name, as in "the last loading injection"."""
    kind = phases[i - 1].kind
    same = [p for p in phases[:i] if p.kind == kind]
    return kind if len(same) == 1 and kind != "other" else f'"{phase_words(phases[i - 1])}"'


def day_note(phase: Phase) -> Iterable[str]:
    """Which days were taken where none are named, and what ends an open part."""
    if phase.frequency == 2 and not phase.days_of_week and phase.unit == "wk":
        yield "Twice a week is taken as days 1 and 4 of each week, such as Monday and Thursday."
    elif phase.frequency == 3 and not phase.days_of_week:
        yield "3 times a week is taken as days 1, 3 and 5 of each week, such as Monday, Wednesday and Friday."
    if phase.until is not None:
        yield f"It goes on until {phase.until}. Your clinic decides when that is."


def unit_note(phase: Phase) -> Iterable[str]:
    """What a range, or a month, was taken for, and where a day goes on which the clinic is closed."""
    if phase.rolls is not None:
        words = rule_words(phase.rolls)
        yield f"{words[0].upper()}{words[1:]}, as you told me."
    if phase.period_max is not None:
        unit = _UNIT_NAMES[phase.unit]
        first, last = plural(phase.period, unit), plural(phase.period_max, unit)
        yield f"I show a first and a last day: {first} and {last}. Ask your clinic which day it booked."
    elif phase.unit == "mo" and not phase.days_of_month and phase.week_of_month is None:
        if phase.period == 1:
            yield "Monthly means the same day of each month. Some clinics mean every 4 weeks. If yours does, tell me."
        else:
            yield f"{phase.period} months means the same day of the month, not {4 * phase.period} weeks."


def _only(scanner: Scanner, *, telling: bool = False, beside: frozenset[str] = frozenset()) -> bool:
    """Whether the text is what was read and nothing else: every other word is of no weight, or one `beside`."""
    return all(word in beside or is_filler(word, telling=telling) for _, word in scanner.leftovers())


@at_hand(64)
def read_date(
    text: str, *, today: date, country: str | None = None, role: Role = "last", within: tuple[str, ...] = ()
) -> DateReading:
    """The date in an answer to "when was the last one?": "the 3rd", "last tuesday", "03/04/2026", "a fortnight ago".

    Returns a question with the possible dates as options where the words have two readings, and an empty reading
    where there is no date in them. A date without a cue is that of ``role``: by default of a dose given, so a past one.
    ``within`` is the stretch that was asked about (`Question.within`): "the Tuesday", "the 12th" and "12" lie in it.
    """
    stretch = (date.fromisoformat(within[0]), date.fromisoformat(within[1])) if within else None
    rest = without_other_jabs(text)
    # Beside the day of another jab the one of the dose is told, or the day is all that is.
    text = rest if rest != text and names_date(lex(rest).canon) else text
    scanner = (
        _scan(_THE_NUMBER.sub(r"the \1th", text), today, country, role, stretch)
        if stretch
        else _scan_told(text, today, country, role)
    )
    _settle(scanner)
    told = [e for e in scanner.elements if isinstance(e, When) and (e.mention or e.question)]
    whens = without_telling(without_missed(told), lex(text).canon)
    if stretch is None:
        whens = without_held_against(whens, lex(text).canon)
    only = (
        bool(whens)
        and _only(scanner, telling=True)
        and not any(isinstance(e, (Interval, Ask, Count, Duration, Until)) for e in scanner.elements)
    )
    mentions = [w.mention for w in whens if w.mention]
    # Of a date told in full, "the 5th" beside it is no other one, wherever the stretch lay.
    whole = stretch is not None and len({m.date for m in mentions}) == 1
    left = _placed([w.question for w in whens if w.question])
    question = next((one for one in left if not (whole and one.within)), None)
    if question:
        return DateReading(question=question, only=only)
    days = list(dict.fromkeys(m.date for m in mentions))
    if not days:
        return DateReading()
    if len(days) > 1:
        return DateReading(question=which_date("the date", days), only=only)
    note = next((w.assumption for w in whens if w.assumption), None)
    return DateReading(days[0], assumption=note, role=mentions[0].role, only=only)


@at_hand(64)
def about(text: str) -> str | None:
    """Whether a chat message, by itself, is about the person's plan, on whatever day it is said.

    "regimen": nothing but a regimen, or an interval and a dose date. "date": nothing but a date. Else None.
    """
    reading = read(text, today=ANY_DAY)
    if reading.status != "not_a_plan":
        dated = any(m.role in ("first", "last", "next") for m in reading.dates) or any(
            q.about == "date" and (q.options or _OF_A_DOSE.search(text)) for q in reading.questions
        )
        return "regimen" if reading.only or dated else None
    canon = lex(text).canon
    named = len(canon) <= _LONGEST_DATE and names_date(canon)
    return "date" if named and read_date(text, today=ANY_DAY).only else None


def states_plan(text: str, *, surely: bool = False) -> bool:
    """Whether a message names a regimen whose dates could be worked out, on whatever day it is said; `surely`: and
    leaves no doubt how often."""
    reading = read(text, today=ANY_DAY)
    return bool(reading.phases) and not (surely and any(one.about == "interval" for one in reading.questions))
