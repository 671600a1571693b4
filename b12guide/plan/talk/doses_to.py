"""How many injections there are up to something that is named, an event with its day, a feast or "the first Saturday
in June", and how close the last one before it is. Where the plan is not known yet, it is said with the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, takewhile

from ..model import Dose, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read, read_date
from .asked_days import plan_days
from .closed_days import days_named
from .days import corrects, tells_given
from .events_named import DAY, NAMES
from .message import SENTENCE, Said, is_date_word
from .move import Move
from .move_words import FILLERS, PREAMBLE
from .outcome import Who
from .so_many_before import MOST_SHOWN
from .state import State
from .view import View

DOSES_TO = "doses_to"
_DOSE = r"(?:injections?|inj|jabs?|jags?|shots?|doses?|needles?|b-?12s?)"
_UP_TO = (
    r"(?:before|ahead of|prior to|by the time(?: of)?|until|untill|till|til|up (?:to|till?|until)"
    r"|to|(?:between|from) now (?:and|to|till?|until))"
)
_MANY = re.compile(
    rf"\b(?:how (?:many|mny)|count(?: up| out)?(?= (?:me |us )?(?:my|the|all|our|her|his|them)\b))"
    rf"(?! (?:more )?(?:days|weeks|months|hours|years|nights|sleeps)\b)(?P<of>[^.?!;\n]{{0,70}}?)\b(?P<to>{_UP_TO}) "
    r"(?P<what>[^.?!;\n]{1,80})",
    re.I,
)
_ORDER = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"
_NTH_DAY = rf"\b(?:the )?{_ORDER} (?:{WEEKDAY_WORDS})(?:,? (?:in|of))? (?:next )?(?:{MONTHS})\b(?:,? 20\d\d)?"
_ANY_DAY = re.compile(rf"{_NTH_DAY}|{DAY.pattern}", re.I)
_EVENT = re.compile(
    rf"\b(?P<name>{NAMES}|operation|op|big day|married|(?:(?<=get )|(?<=gets )|(?<=getting ))wed)\b"
    r"(?!['’]?s? (?:card|cake|dress|present|suit)\b)",
    re.I,
)
_SAME = {"married": "wedding", "wed": "wedding", "big day": "wedding", "op": "operation"}
# What is a verb as often is an event behind "the" alone.
_VERB_NAMES = "move show play match ball race launch camp opening dance confirmation stag hen fair"
_VERBS = frozenset(_VERB_NAMES.split())
_THE = re.compile(r"\b(?:the|my|our|her|his|their|an?)(?: [\w']+)?(?: |'s )$|'s $", re.I)
# The day of one of these, told beside a plan, is never one of a dose.
_CERTAIN_NAMES = """wedding christening baptism communion funeral birthday anniversary graduation party recital concert
operation engagement"""
_CERTAIN = frozenset(_CERTAIN_NAMES.split())
# Between the name of an event and its day no dose is spoken of.
_OF_DOSE = re.compile(rf"\b(?:{_DOSE}|last|next|had|got|every|due|before|after|since|given|it was|mine)\b", re.I)
_HOW_NEAR = re.compile(r"\bhow (?:close|near|far|long|soon|many (?:whole |full |clear )?(?:days|weeks))\b", re.I)
_OF_ALL = rf"(?: (?:one|of (?:them|those|these)|b-?12|{_DOSE})){{0,2}}"
_LAST = rf"\b(?:the |my |her |his )?(?:last|final|nearest|closest){_OF_ALL}\b"
_THAT_ONE = rf"\b(?:the|that|my|her|his|this) (?P<month>{MONTHS}) (?:one|{_DOSE})\b"
_ONE = re.compile(rf"(?P<last>{_LAST})|{_THAT_ONE}", re.I)
_AHEAD = re.compile(
    r"(?: (?:is|are|it|do|does|have|has|i|we|there|left|to go|more|now|still|got|off|away)){0,6}"
    r" (?:until|untill|till?|to|before|is)(?= ) (?P<what>[^.?!;\n]{1,60})",
    re.I,
)
_NEAR_OTHER = re.compile(r"\b(?:since|ago|had|was|late|overdue|wait|feel\w*|works?|lasts|after)\b", re.I)
_POINTS = re.compile(r"^\W*(?:then|that|it|this)\b", re.I)
_BEFORE = re.compile(r"before|ahead|prior|by", re.I)
_FROM_DAY = re.compile(r"\b(?:from|between|since|after)\b(?! (?:now|today)\b)", re.I)
_HAD = re.compile(r"\b(?:had|did|was|were|given|taken|missed)\b", re.I)
_LIGHT_WORDS = """how many more will would do does did i we she he they have get got need having getting go going take
there are is be come comes fall falls fit in left still due total altogether all of them those these my the our her his
him me us just again one ones injection injections jab jabs jag jags shot shots dose doses needle needles b12 to that
it count up out now until and mum dad love please"""
_LIGHT = FILLERS | PREAMBLE | frozenset(_LIGHT_WORDS.split())
_MOST = 400


def doses_to(text: str, state: State, who: Who) -> Move | None:
    """The question as "ways/day/name of the event/day of the dose that is meant"."""
    plain = text.replace("’", "'")
    parts = [match for match in SENTENCE.finditer(plain) if match[0].strip()]
    ways: list[str] = []
    day, name, dose = None, "", ""
    for part in parts:
        for way, found_day, found_name, found_dose in _asked(part, plain, day, state, who):
            if day is not None and found_day != day:
                return None
            ways, day = [*ways, way], found_day
            name, dose = name or found_name, dose or found_dose
    if day is None or day <= who.today:
        return None
    rest = without_question(plain, who)
    known = bool(state.phases)
    if known and (tells_given(rest) or corrects(rest) or _tells_other(rest, state, who)):
        return None
    if not known and not (state.about or re.search(_DOSE, plain, re.I)):
        return None
    value = "/".join(["+".join(dict.fromkeys(ways)), day.isoformat(), name, dose])
    return Move("request", DOSES_TO, value, rest=(0, len(text)))


def _tells_other(rest: str, state: State, who: Who) -> bool:
    """Whether another plan than the one that is known is told beside the question."""
    found = read(rest, today=who.today, country=who.country)
    return bool(found.phases) and tuple(found.phases) != tuple(state.phases)


def without_question(text: str, who: Who) -> str:
    """What a message tells beside it: without the sentences, or their ends, that ask, and the day of the event."""
    kept = without_event_day(text.replace("’", "'"), who.today)
    for part in reversed(list(SENTENCE.finditer(kept))):
        asked = _MANY.search(part[0]) or (_HOW_NEAR.search(part[0]) if _ONE.search(part[0]) else None)
        if asked is not None:
            kept = f"{kept[: part.start() + asked.start()]}. {kept[part.end() :]}"
    return kept


def without_event_day(text: str, today: date, *, only_certain: bool = False) -> str:
    """`text` without the day of something else in somebody's life: it is no day of a dose."""
    found = _event_day(text.replace("’", "'"), today)
    if found is not None and only_certain and found[1] not in _CERTAIN:
        return text
    return text if found is None else f"{text[: found[2]]} then {text[found[3] :]}"


_SO_LONG_AFTER = re.compile(
    r"\b(?:days?|weeks?|months?) (?:after|before|later|earlier|on)\b|\b(?:day|week) (?:after|before)\b", re.I
)


def _event_day(plain: str, today: date) -> tuple[date, str, int, int] | None:
    """The day to come that is bound to the name of an event, the name, and where the day stands."""
    if _SO_LONG_AFTER.search(plain):
        # "Two days after" it a dose may have been had.
        return None
    for part in SENTENCE.finditer(plain):
        days = list(_ANY_DAY.finditer(plain, part.start(), part.end()))
        for event in _EVENT.finditer(plain, part.start(), part.end()):
            for found in days:
                first, last = sorted([event.span(), found.span()])
                between = plain[first[1] : last[0]]
                if event["name"].lower() in _VERBS and not _THE.search(plain[: event.start()]):
                    continue
                if first[1] > last[0] or len(between) > 60 or _OF_DOSE.search(between):
                    continue
                if found.start() < event.start() and _OF_DOSE.search(
                    plain[max(part.start(), found.start() - 25) : found.start()]
                ):
                    continue
                day = read_date(found[0].strip(), today=today, role="next").date
                if day is not None and day > today:
                    return day, _name(event), found.start(), found.end()
    return None


def _name(event: re.Match[str]) -> str:
    said = event["name"].lower()
    return _SAME.get(said, said)


def _asked(
    part: re.Match[str], plain: str, before: date | None, state: State, who: Who
) -> Iterator[tuple[str, date, str, str]]:
    """What one sentence asks, each with the day that it is asked of."""
    many = _MANY.search(part[0])
    heavy = [] if many is None else [word for word in Said.of(many["of"]).left([], _LIGHT) if not is_date_word(word)]
    if many is not None and not heavy and not _FROM_DAY.search(many["of"]) and not _HAD.search(many["of"]):
        found = _target(many["what"], plain, before, state, who)
        if found is not None:
            # "Until Christmas" has the one of that day in it.
            yield "many" if _BEFORE.match(many["to"]) else "upto", *found, ""
            before = found[0]
    near = _HOW_NEAR.search(part[0], many.start("what") if many is not None else 0)
    one = _ONE.search(part[0], near.start()) if near is not None else None
    if near is not None and one is None and many is None and not re.search(rf"\b{_DOSE}\b", part[0], re.I):
        # "How many days until the wedding?"
        ahead = _AHEAD.match(part[0], near.end())
        found = _target(ahead["what"], plain, before, state, who) if ahead is not None else None
        if found is not None and found[1]:
            yield "days", *found, ""
        return
    if near is None or one is None:
        return
    behind = part[0][near.end() :]
    if _NEAR_OTHER.search(behind):
        return
    rest = f"{part[0][near.end() : one.start()]} {part[0][one.end() :]}"
    found = _target(rest, plain, before, state, who) or (
        (before, "") if before is not None and many is not None else None
    )
    if found is None:
        return
    dose = ""
    if one["month"]:
        own = _of_month(one["month"], state, who)
        if own is None:
            return
        dose = own.isoformat()
    yield "near", *found, dose


def _of_month(month: str, state: State, who: Who) -> date | None:
    """The one day of the plan to come in a month."""
    if not state.ready(who.today) or state.anchor is None:
        return None
    ahead = islice((day for day in plan_days(state, who.today) if day >= who.today), 24)
    days = [day for day in ahead if day.month == MONTH_PLACES[month.lower()]]
    return days[0] if days else None


def _target(what: str, plain: str, before: date | None, state: State, who: Who) -> tuple[date, str] | None:
    """The day up to which it is asked, and the name of what is on it."""
    event = _EVENT.search(what)
    told = _event_day(plain, who.today)
    name = _name(event) if event is not None else ""
    if (named := _ANY_DAY.search(what)) is not None:
        day = read_date(named[0].strip(), today=who.today, country=who.country, role="next").date
        return (day, name) if day is not None else None
    if event is not None and told is not None and told[1] == name:
        return told[0], name
    kept = state.before_day if state.before_day is not None and state.before_day > who.today else None
    if event is not None and kept is not None and name in state.event:
        return kept, name
    if event is None:
        feasts = [feast.day for feast in days_named(what, who.today, who.country) if feast.day > who.today]
        if feasts:
            return min(feasts), ""
    if any(is_date_word(word.text) for word in Said.of(what).words):
        return None
    if event is None and (_POINTS.search(what) or _points_within(what)):
        last = date.fromisoformat(state.figure.split("/")[1]) if state.figure else None
        last = last if last is not None and last > who.today else None
        day = before or (told[0] if told is not None else last or kept)
        return (day, told[1] if told is not None else "") if day is not None else None
    return None


def _points_within(what: str) -> bool:
    """ "How close is the last one to it": it is pointed at behind the one that is asked of."""
    return re.search(r"\b(?:to|before|from|of) (?:it|then|that|this|that day)\b|\bbeforehand\b", what, re.I) is not None


class DosesTo(View):
    """Says how many they are, and how close the last of them is."""

    def doses_to(self, value: str) -> list[str]:
        """`value`: as of `doses_to`."""
        ways, until, name, of_dose = value.split("/")
        day = date.fromisoformat(until)
        if name or not self.state.event:
            self.state.before_day, self.state.event = day, frozenset({name} if name else ())
        if ways == "days":
            self.state.figure = f"{self.today.isoformat()}/{day.isoformat()}"
            span = self._span((day - self.today).days)
            return [self.words("gap_between", day=full_date(self.today), date=full_date(day), span=span)]
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        inside = list(islice(takewhile(lambda dose: dose.latest < day, self.since(self.today)), _MOST))
        lines: list[str] = []
        if ways != "near":
            on = next((dose for dose in self.since(day) if dose.earliest <= day), None)
            lines += self._many(inside, day) if on is None or "many" in ways else self._with_day([*inside, on])
            self.state.shown = len(inside)
            # "Before then" is of this day.
            self.state.figure = f"{self.today.isoformat()}/{day.isoformat()}"
        if "near" in ways:
            lines += self._near(inside, day, of_dose)
        return lines

    def _many(self, inside: list[Dose], day: date) -> list[str]:
        if not inside:
            return [self.words("none_before", day=full_date(day))]
        name = "one_before" if len(inside) == 1 else "many_before"
        shown = inside[:MOST_SHOWN]
        return [self.words(name, count=len(inside), day=full_date(day), dates=self.days(shown))]

    def _with_day(self, inside: list[Dose]) -> list[str]:
        """With the one that is on the day itself."""
        name = "list_one" if len(inside) == 1 else "list_many"
        return [self.words(name, count=len(inside), dates=self.days(inside[:MOST_SHOWN]))]

    def _near(self, inside: list[Dose], day: date, of_dose: str) -> list[str]:
        if of_dose:
            days = sorted((date.fromisoformat(of_dose), day))
            if days[0] == days[1]:
                return [self.words("nearest_same", day=full_date(day), date=full_date(day), span="")]
            self.state.figure = "/".join(one.isoformat() for one in days)
            span = self._span((days[1] - days[0]).days)
            return [self.words("gap_between", day=full_date(days[0]), date=full_date(days[1]), span=span)]
        if not inside:
            return [self.words("none_before", day=full_date(day))]
        last = inside[-1]
        if last.earliest != last.latest:
            return [self.words("event_before", day=full_date(day), dates=self.days([last]))]
        self.state.figure = f"{last.latest.isoformat()}/{day.isoformat()}"
        span = self._span((day - last.latest).days)
        return [self.words("last_before_by", day=full_date(day), date=full_date(last.latest), span=span)]
