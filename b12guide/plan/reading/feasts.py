"""Days with a name, and the weekday or day beside one: "halloween", "the tuesday after the august bank holiday".

The holidays package knows the public ones. Where regions keep one on different days it is asked which was meant
(regimens.md, section 6).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from string import capwords
from typing import Any, Literal

import holidays
import yaml
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from ..model import MONTH_NAMES, Question, full_date
from ..wording import listed
from .advent import ADVENT, advent_sunday, weekday_of_advent
from .clock_changes import EITHER, clock_changes
from .dates import WEEKDAY, role_at, when
from .elements import When
from .lexer import lex
from .scan import Build, Context
from .years import find_date, possible_of

_DATA: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("feasts.yml").read_text("utf-8"))
_REGIONS: Mapping[str, Mapping[str | None, list[str]]] = _DATA["regions"]
_WHICH = {"this": 0, "last": -1, "next": 1}
SATURDAY = 5
_AT = frozenset({"of", "on", "over"})
# What a rule adds around the name: the day or weekday beside it before, its year behind.
BESIDE = (
    r"(?:(?:the )?(?:(?P<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|(?P<n>\d{1,2} )?(?<!some )(?<!any )(?<!few )day)"
    r" (?:straight |right |directly |immediately |just )?(?P<side>after|before|following|of|on|over) )?(?:the )?"
)
# What may stand behind a name: that the days around it are meant, or on which day of the week it is.
_BEHIND = r"(?: (?:(?P<around>weekend)|(?P<on>monday|tuesday|wednesday|thursday|friday|saturday|sunday)))?"
YEAR = r"(?:(?: ,| in| of)? (?P<y>(?:19|20)\d\d)(?! (?:mg|mcg|iu|ml|g) )| (?P<year>last|this|next) year)?"
# A year to the day or days on which something fell, by where.
Falls = Callable[[int], Iterable[tuple[date, str]]]


@lru_cache(maxsize=256)
def public_days(country: str, region: str | None, year: int) -> Mapping[str, date]:
    """The public holidays of a year by their name, of the whole country or of one region of it; none where the package
    has none."""
    try:
        found = holidays.country_holidays(country, subdiv=region, years=year)
    except NotImplementedError:
        return {}
    return {name: day for day in sorted(found, reverse=True) for name in found.get_list(day)}


def _public(names: Mapping[str, list[str]], country: str | None) -> Falls:
    where = [country] if country is not None and country in names else list(names)

    def falls(year: int) -> Iterable[tuple[date, str]]:
        for place in where:
            whole: Mapping[str | None, list[str]] = {None: [_DATA["countries"][place]]}
            regions = _REGIONS.get(place, whole)
            for region, called in regions.items():
                known = public_days(place, region, year)
                yield from ((known[name], listed(called)) for name in names[place] if name in known)

    return falls


@dataclass(frozen=True)
class Feast:
    """A day with a name that a text names: `day` is the one that is meant, `named` the day of that name itself, which
    another one may be beside ("the day after Easter Monday")."""

    name: str
    day: date
    named: date


def holiday_on(day: date, country: str | None) -> str | None:
    """The public holiday on a day, in the country or in one of its regions; None where none is known."""
    if country is None:
        return None
    for region in _REGIONS.get(country, {None: []}):
        found = [name for name, on in public_days(country, region, day.year).items() if on == day]
        if found:
            return found[0]
    return None


def feasts_in(text: str, *, today: date, country: str | None) -> list[Feast]:
    """The days with a name that a text names, of last year to the year after next."""
    context = Context(lex(text), today, country)
    canon = context.lexed.canon
    found: list[Feast] = []
    for pattern, falls_in in _ENTRIES:
        m = pattern.search(canon)
        if m is None:
            continue
        words = context.lexed.words(m.start("feast"), m.end("feast"))
        falls = falls_in(context)
        for year in _years(m, today):
            found += [
                Feast(capwords(words), one, day) for one, day in _meant(m, (day for day, _ in falls(year))).items()
            ]
        if any(feast.name == capwords(words) for feast in found):
            # "Greek Easter" is no Easter of another calendar as well.
            canon = canon[: m.start()] + "\x00" * (m.end() - m.start()) + canon[m.end() :]
    return found or _of_package(canon, today, country)


# "Christmas Eve" is one day; "Christmas" may be more.
_ONE_DAY = re.compile(r"\b(?:day|eve|hogmanay|good friday|easter monday)$", re.I)


def with_feasts_dated(text: str, *, today: date, country: str | None) -> str:
    """`text` with the next date of each single day that it names by a name: "Boxing Day" as "26 December 2026"."""
    for feast in feasts_in(text, today=today, country=country):
        if feast.day != feast.named or feast.day < today or not _ONE_DAY.search(feast.name):
            continue
        words = re.compile(rf"(?<![\w-]){re.escape(feast.name)}(?![\w-])", re.I)
        text = words.sub(f"{feast.day.day} {MONTH_NAMES[feast.day.month - 1]} {feast.day.year}", text)
    return text


def _years(m: re.Match[str], today: date) -> Iterable[int]:
    if m["y"]:
        return (int(m["y"]),)
    return (today.year + _WHICH[m["year"]],) if m["year"] else range(today.year - 1, today.year + 3)


def _of_package(canon: str, today: date, country: str | None) -> list[Feast]:
    """Public holidays of the country by the names that the package has for them."""
    if country is None:
        return []
    words = f" {_plain(canon)} "
    found = []
    for region in _REGIONS.get(country, {None: []}):
        for year in range(today.year - 1, today.year + 3):
            for name, day in public_days(country, region, year).items():
                if f" {_plain(name.partition(' (')[0])} " in words:
                    found.append(Feast(name.partition(" (")[0], day, day))
    return list(dict.fromkeys(found))


def _plain(words: str) -> str:
    return " ".join(re.sub(r" ?'", "", words.lower()).split())


def _meant(m: re.Match[str], days: Iterable[date]) -> dict[date, date]:
    """The day that is meant for each of `days` on which a name falls; none for a "Thanksgiving Monday" that is on a
    Thursday."""
    return {_beside(m, day): day for day in days if not m["on"] or WEEKDAY[m["on"]] == day.weekday()}


def _around(m: re.Match[str], day: date) -> list[date]:
    """Of "Labor Day weekend" any of three days."""
    if not (m["around"] or m.groupdict().get("about")) or m["w"] or m["side"]:
        return [day]
    return sorted({_nearest(day, SATURDAY), _nearest(day, SATURDAY + 1), day})


def _nearest(day: date, weekday: int) -> date:
    """The weekday of the weekend that `day` belongs to, before or behind it."""
    return min((day + timedelta(n) for n in range(-3, 4)), key=lambda one: (one.weekday() != weekday, abs(one - day)))


def _beside(m: re.Match[str], day: date) -> date:
    """The day that the words beside the name mean: "the Tuesday after" it, "the day before", "the Saturday of" its
    weekend."""
    if m["w"] and m["side"] in _AT:
        return _nearest(day, WEEKDAY[m["w"]])
    side = -1 if m["side"] == "before" else 1
    if m["w"]:
        away = (WEEKDAY[m["w"]] - day.weekday()) * side % 7 or 7
        return day + timedelta(side * away)
    return day + timedelta(side * int(m["n"] or 1)) if m["side"] else day


def _build(falls_in: Callable[[Context], Falls]) -> Build:
    def build(m: re.Match[str], c: Context) -> When:
        falls = falls_in(c)
        role = role_at(m.start(), m.end(), c)
        if m["y"] or m["year"]:
            years = [int(m["y"]) if m["y"] else c.today.year + _WHICH[m["year"]]]
        else:
            years = [c.today.year + n for n in range(-1, 2)]
        by_place: dict[tuple[str, int], list[date]] = {}
        for year in years:
            for place, (day, called) in enumerate(falls(year)):
                by_place.setdefault((called, 0 if called == EITHER else place), []).append(day)
        chosen: dict[date, tuple[date, list[str]]] = {}
        for (called, _), falling in by_place.items():
            days = _meant(m, falling)
            for day in possible_of(list(days), role, c.today) if len(years) > 1 else list(days)[:1]:
                for one in _around(m, day):
                    chosen.setdefault(one, (days[day], []))[1].append(called)
        words = c.lexed.words(m.start(), m.end())
        found = when(m.start(), m.end(), c, list(chosen), _note(words, chosen), role=role)
        if found.question is None or role.missed or len(chosen) < 2:
            return found
        return replace(found, question=_which(words, chosen))

    return build


def _note(words: str, chosen: Mapping[date, tuple[date, list[str]]]) -> str | None:
    """What was taken, and which day the named one was."""
    if len(chosen) != 1:
        return None
    taken, (named, _) = next(iter(chosen.items()))
    beside = "" if taken == named else f" The named day is {full_date(named)}."
    return f'I took "{words}" as {full_date(taken)}.{beside}'


def _which(words: str, chosen: Mapping[date, tuple[date, list[str]]]) -> Question:
    where = [place for _, places in chosen.values() for place in places]
    if len(set(where)) > 1:
        told = [f"In {_joined(places)}: {full_date(day)}." for day, (_, places) in chosen.items()]
        text = f'"{words}" depends on where you live. {" ".join(told)} Which date was it?'
    else:
        text = f'"{words}" can be more than one day. Is it {" or ".join(full_date(day) for day in chosen)}?'
    return Question("date", text, tuple(full_date(day) for day in chosen))


def _joined(places: Iterable[str]) -> str:
    return listed(list(dict.fromkeys(name for place in places for name in place.split(" and "))))


def _fixed(day: int, month: int) -> Callable[[Context], Falls]:
    def falls(year: int) -> Iterable[tuple[date, str]]:
        found = find_date(year, month, day)
        return ((found, ""),) if found else ()

    return lambda c: falls


def _of_country(names: Mapping[str, list[str]]) -> Callable[[Context], Falls]:
    return lambda c: _public(names, c.country)


def _easter(after: int, calendar: Literal[1, 2, 3] = EASTER_WESTERN) -> Callable[[Context], Falls]:
    return lambda c: lambda year: ((easter(year, calendar) + timedelta(after), ""),)


def _clocks(way: str) -> Callable[[Context], Falls]:
    return lambda c: lambda year: clock_changes(c.country, year, way)


def _kinds() -> Iterable[tuple[str, Callable[[Context], Falls]]]:
    """The patterns of days with a name, and when each falls."""
    for entry in _DATA["orthodox_easter"]:
        when = entry["when"].replace("{ORTHODOX}", _DATA["orthodox"])
        yield _pattern({**entry, "when": when}), _easter(entry["after"], EASTER_ORTHODOX)
    for entry in _DATA["public"]:
        yield _pattern(entry), _of_country(entry["names"])
    for entry in _DATA["easter"]:
        yield _pattern(entry), _easter(entry["after"])
    for entry in _DATA["advent"]:
        yield _pattern(entry), lambda c: lambda year: ((advent_sunday(year), ""),)
    for entry in _DATA["clocks"]:
        yield _clock_pattern(entry), _clocks(entry["way"])
    for entry in _DATA["feasts"]:
        yield _pattern(entry), _fixed(*entry["day"])


def named_days() -> Iterable[tuple[str, Build]]:
    """The rules for days with a name: the pattern over normalised words, and what reads it."""
    for pattern, falls_in in _kinds():
        yield pattern, _build(falls_in)
    yield ADVENT, weekday_of_advent


def _clock_pattern(entry: Mapping[str, Any]) -> str:
    """ "The weekend the clocks changed", "the night that the clocks went back"; no day of a week that is meant."""
    ahead = r"(?<!week )(?<!week that )(?<!week of )(?<!week when )(?<!weeks )(?<!days )"
    lead = (
        r"(?:(?:(?P<about>weekend)|day|night|morning|evening|sunday)(?: (?:that|when|of|on which))? (?:the )?)?"
        r"(?:when )?(?:the )?"
    )
    # Nothing stands behind that says more of the day.
    behind = r"(?P<around>(?!))?(?P<on>(?!))?"
    return f"{ahead}{BESIDE}(?P<feast>{lead}(?:{entry['when']})){behind}{YEAR}"


def _pattern(entry: Mapping[str, Any]) -> str:
    beside = BESIDE.replace(" )?(?:the )?", " )(?:the )?") if entry.get("beside") else BESIDE
    return f"{beside}(?P<feast>{entry['when']}){_BEHIND}{YEAR}"


_ENTRIES = tuple((re.compile(rf"(?<= ){pattern}(?= )"), falls_in) for pattern, falls_in in _kinds())
