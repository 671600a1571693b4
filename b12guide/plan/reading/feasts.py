"""Days with a name, and the weekday or day beside one: "halloween", "the tuesday after the august bank holiday".

The holidays package knows the public ones. Where regions keep one on different days it is asked which was meant
(regimens.md, section 6).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

import holidays
import yaml
from dateutil.easter import easter

from ..model import Question, full_date
from ..wording import listed
from .dates import WEEKDAY, find_date, nearest_of, role_at, when
from .elements import When
from .scan import Build, Context

_DATA: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("feasts.yml").read_text("utf-8"))
_REGIONS: Mapping[str, Mapping[str | None, list[str]]] = _DATA["regions"]
_WHICH = {"this": 0, "last": -1, "next": 1}
# What a rule adds around the name: the day or weekday beside it before, its year behind.
BESIDE = (
    r"(?:(?:the )?(?:(?P<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?P<n>\d{1,2} )?day)"
    r" (?P<side>after|before|following) )?(?:the )?"
)
YEAR = r"(?:(?: ,| in| of)? (?P<y>(?:19|20)\d\d)(?! (?:mg|mcg|iu|ml|g) )| (?P<year>last|this|next) year)?"
# A year to the day or days on which something fell, by where.
Falls = Callable[[int], Iterable[tuple[date, str]]]


@lru_cache(maxsize=256)
def public_days(country: str, region: str | None, year: int) -> Mapping[str, date]:
    """The public holidays of a year by their name, of the whole country or of one region of it."""
    found = holidays.country_holidays(country, subdiv=region, years=year)
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


def _beside(m: re.Match[str], day: date) -> date:
    """The day that the words beside the name mean: "the Tuesday after" it, "the day before"."""
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
        by_place: dict[tuple[str, int], list[tuple[date, date]]] = {}
        for year in years:
            for place, (day, called) in enumerate(falls(year)):
                by_place.setdefault((called, place), []).append((_beside(m, day), day))
        chosen: dict[date, tuple[date, list[str]]] = {}
        for (called, _), options in by_place.items():
            days = dict(options)
            nearest = nearest_of(list(days), role, c.today) if len(years) > 1 else options[0][0]
            if nearest is not None:
                chosen.setdefault(nearest, (days[nearest], []))[1].append(called)
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


def _easter(after: int) -> Callable[[Context], Falls]:
    return lambda c: lambda year: ((easter(year) + timedelta(after), ""),)


def named_days() -> Iterable[tuple[str, Build]]:
    """The rules for days with a name: the pattern over normalised words, and what reads it."""
    for entry in _DATA["public"]:
        names: Mapping[str, list[str]] = entry["names"]
        yield _pattern(entry), _build(_of_country(names))
    for entry in _DATA["easter"]:
        yield _pattern(entry), _build(_easter(entry["after"]))
    for entry in _DATA["feasts"]:
        yield _pattern(entry), _build(_fixed(*entry["day"]))


def _pattern(entry: Mapping[str, Any]) -> str:
    return f"{BESIDE}(?:{entry['when']}){YEAR}"
