"""What was not read: words of no weight are passed over, words that bear on the schedule are handed back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import yaml

from .clauses import Stretches, clauses, is_request
from .elements import Ask, Count, Duration, Element, Interval, Mark, NamedDays, When
from .other_days import told_beside
from .scan import Scanner

_CUES: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("cues.yml").read_text("utf-8"))
_BEARING = frozenset([*_CUES["conditions"], *_CUES["negations"], *_CUES["proposals"]])
_HARMLESS = re.compile(
    rf"(?:(?<=^ )|(?<=^  )(?:no ){{1,4}})no(?= {_CUES['corrections']} )|(?<= )(?:{_CUES['harmless']})(?= )"
)
_STORIES = re.compile(rf"(?<= )(?:{_CUES['stories']})")
_TO_KNOW = re.compile(rf"(?<= )(?:{_CUES['to_know']})")
_STARTS = frozenset(["or", *_CUES["conditions"], *_CUES["negations"]])


def _edge(name: str) -> str:
    return "|".join(re.escape(w) for w in sorted(_CUES[name], key=len, reverse=True))


_LOST = re.compile(
    r" ((?!1 (?:was|is|were|had|been) )(?:\d{1,2}|lots of|loads of|several|many|some) [a-z]+)(?: [a-z]+){0,2}(?: ,)? $"
)
_LOOSE_DATE = re.compile(
    r"(?<= )((?:(?<= on )|(?<= on the ))\d{1,2}th|next (?:week|month|year))(?= )(?! (?:dose|amp|1) )"
)
_CHANGED = re.compile(rf"(?<= )(?:{_CUES['changed']})(?= )")
_HEDGE_BEFORE = re.compile(rf" (?:{_edge('hedges_before')}) $")
# "..., when is my next one" asks; "..., when I feel bad" is a condition.
_ASKS_WHEN = "when (?:is|am|are|was|will|would|do|does|should|shall|can|could|must|might|'s) "
_HEDGE_AFTER = re.compile(
    rf"^ (?:, )?(?!{_ASKS_WHEN})(?:(?:{_edge('hedges_after')})(?= )|or(?= \x00)|&(?= (?:[/.,;!?)]|$)))"
)
# No words that hedge, or that are lost before "then", are longer than this with what struck-out words lie between.
_NEAR = 200
_FILLER = frozenset(_CUES["fillers"])
_TELLING = _FILLER | frozenset(_CUES["telling"])


def is_filler(word: str, *, telling: bool = False) -> bool:
    """Whether a word or sign says nothing by itself ("it's", "please", a comma); ``telling`` admits "I had it"."""
    return word in (_TELLING if telling else _FILLER) or not any(letter.isalnum() for letter in word)


def unread_words(scanner: Scanner, schedule: Sequence[Element], asked: Sequence[tuple[int, int]]) -> list[str]:
    """The words beside the schedule that were not understood and change it ("except holidays", "not", "about")."""
    rest = _STORIES.sub(lambda m: "\x00" * len(m[0]), scanner.rest)
    found: dict[int, str] = {}
    questions = Stretches(asked)
    rest = _without_to_know(scanner.context.lexed.canon, rest, schedule)
    core = [e for e in schedule if isinstance(e, (Interval, Ask, Count, Duration, NamedDays))]
    for element in core:
        if isinstance(element, (Interval, Duration, Count)):
            found.update(_hedges(rest, element))
    requested = is_request(scanner.context.lexed.canon)
    bearing = _bearing(rest, core, questions)
    found.update({place: word for place, word in bearing if not (requested and word == "if")})
    for mark in schedule:
        # "5 visits then monthly": whatever stood before "then" was a part of the plan.
        near = max(0, mark.start - _NEAR)
        lost = _LOST.search(rest[near : mark.start]) if isinstance(mark, Mark) and mark.kind == "then" else None
        if lost:
            found[near + lost.start(1)] = lost.group(1)
    for m in _CHANGED.finditer(rest):
        if m.start() not in questions:
            found[m.start(1)] = m.group(1)
    known = any(isinstance(e, When) and e.mention is not None and e.role == "last" for e in schedule)
    monthly = {f"{day}th" for e in schedule if isinstance(e, Interval) for day in e.days_of_month}
    for m in _LOOSE_DATE.finditer(rest):
        # "The 10th of every month, on the 10th only" says the plan's own day once more.
        if (
            m.group(1) not in monthly
            and m.start() not in questions
            and not (known and told_beside(scanner.context.lexed.canon, m.start()))
        ):
            found[m.start()] = m.group(1)
    for m in re.finditer(r"(?<= )(every|q|per)(?= )(?! (?:1|dose|amp|thing|time|body|now)(?= ))", rest):
        if m.start() not in questions:
            found[m.start()] = m.group(1)
    return list(dict.fromkeys(w for _, w in sorted(found.items())))


def _without_to_know(canon: str, rest: str, schedule: Sequence[Element]) -> str:
    """``rest`` without what somebody wants to know of a plan told before it ("and want to know if any fall in the
    Christmas break"); a schedule in it is what they ask about, and stays unread."""
    for match in _TO_KNOW.finditer(canon):
        if not any(match.start() <= e.start < match.end() for e in schedule if not isinstance(e, (Mark, When))):
            rest = rest[: match.start()] + "\x00" * len(match[0]) + rest[match.end() :]
    return rest


def _hedges(rest: str, element: Element) -> dict[int, str]:
    near = max(0, element.start - _NEAR)
    before = _HEDGE_BEFORE.search(rest[near : element.start])
    after = _HEDGE_AFTER.match(rest[element.end : element.end + _NEAR])
    found = {}
    if before:
        found[near + before.start() + 1] = before.group().strip()
    if after:
        found[element.end] = after.group().strip(" ,")
    return found


def _bearing(rest: str, core: Sequence[Element], questions: Stretches) -> list[tuple[int, str]]:
    """Bearing words in the clauses of the schedule, and those that open the clause after it."""
    found: list[tuple[int, str]] = []
    near = False
    places = sorted(element.start for element in core)
    for start, end in clauses(rest):
        if start in questions:
            near = False
            continue
        here = bisect_left(places, start) < bisect_left(places, end)
        text = _HARMLESS.sub(lambda m: "\x00" * len(m.group()), f" {rest[start:end]}")
        shift = start - 1
        words = [(m.start() + shift, m.group()) for m in re.finditer(r"[^\x00\x01 ]+", text)]
        if here:
            found += [(p, w) for p, w in words if w in _BEARING]
        elif near:
            opening = [(p, w) for p, w in words if w not in ("but", "and", ",", "so")][:1]
            found += [(p, w) for p, w in opening if w in _STARTS]
        near = here
    return found
