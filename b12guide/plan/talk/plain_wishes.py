"""What a message asks of a plan, in plain words, each with the request that it is understood as."""

from __future__ import annotations

import re

from .day_words_asked import ALL_OF_THEM, ANY_OF_THEM
from .heard import Heard, NoPlainWordsError

Wish = tuple[str, str]
# What is asked in words that are always the same. What is to be deleted has to be named: the plan, a note, or all.
_ALWAYS: dict[str, Wish] = {
    "ask_next": ("when is my next one?", "next"),
    "ask_after": ("and the one after?", "after_next"),
    "ask_left": ("how many are left?", "left"),
    "ask_last": ("when was my last one?", "last"),
    "ask_log": ("which ones have i had?", "last"),
    "ask_start": ("when does the next part start?", "phase_start"),
    "ask_end": ("when is the last one of them?", "phase_start"),
    "ask_calendar": ("add to my calendar", "calendar"),
    "ask_print": ("print", "calendar"),
    "ask_remind": ("remind me", "next"),
    "ask_move": ("can i move it?", "next"),
    "ask_early": ("can i have it early?", "next"),
    "ask_late": ("am i late?", "due"),
    "ask_gap": ("how long is it between them?", "next"),
    "ask_until": ("how many days until the next one?", "next"),
    "ask_since": ("how long since the last one?", "last"),
    "ask_plan": ("show my plan", "whole"),
    "ask_saved": ("is it saved?", "whole"),
    "ask_call": ("who do i call about a date?", "next"),
    "ask_words": ("write me what to say", "next"),
    "ask_two": ("can i have two at once?", "next"),
    "undo": ("undo that", "correct"),
    "restart": ("start again", "restart"),
}
# What is asked of a day or a number that the message names: the tag of its part, and the plain words around it.
_OF_PART: dict[str, tuple[str, str, str]] = {
    "ask_is_it": ("asked", "is it on {}?", "next"),
    "ask_falls": ("asked", "is one on {}?", "next"),
    "ask_if": ("if", "what if i have it on {}?", "next"),
    "ask_wish": ("wish", "can i have it {} instead?", "next"),
    "ask_count": ("to", "how many until {}?", "left"),
    "ask_weekday": ("asked", "is it a {}?", "next"),
}
# What is asked of a part of a plan or of its doses, and what tells of them.
_OF_A_PART = frozenset({"ask_end", "ask_start", "ask_left", "ask_log", "ask_last"})
_TELLS_PARTS = frozenset({"tells_plan", "tells_count", "tells_dose", "tells_stage", "corrects"})
# "How do I open it on an iPhone?", "what do I tap?": the files are there.
_HOW_TO_OPEN = re.compile(
    r"\b(?:how|what|where) (?:do|does|can|should|would|did) (?:i|we|you|she|he|it) (?:\w+"
    r" )?(?:open|tap|press|click|touch|load|import"
    r"|use)\b|\bhow (?:to|do you) (?:open|load|import|use)\b",
    re.I,
)
# Whether a date falls there is asked of a day, or of the time from one to another.
_FALLS = ("ask_is_it", "ask_falls")
# "Is that before 9 July?": on which side of the day.
_SIDE = re.compile(r"\b(before|after)(?: (?:the|my|our|we|i|it|that|on|go|leave|is)){0,3}\W*$", re.I)


def wishes_in(heard: Heard) -> list[Wish]:
    """Takes what the message asks.

    Raises:
        NoPlainWordsError: it asks of a day that it does not name, or of several.
    """
    if heard.acts & _OF_A_PART and not heard.acts & _TELLS_PARTS:
        # "The last of the two week ones", "how many of the six": the part that is asked about, and none that is told.
        for tag in ("every", "course", "nth"):
            heard.take(tag)
    if "ask_calendar" in heard.acts and _HOW_TO_OPEN.search(heard.text) and heard.does("ask_calendar"):
        return [("how do i open the file on my phone?", "calendar")]
    return [*_of_parts(heard), *_lists(heard), *(wish for act, wish in _ALWAYS.items() if heard.does(act))]


def in_own_words(wishes: list[Wish]) -> bool:
    """Whether one of them says more than which question it is."""
    return any(wish not in _ALWAYS.values() for wish in wishes)


def _of_parts(heard: Heard) -> list[Wish]:
    found: list[Wish] = []
    for act, (tag, around, request) in _OF_PART.items():
        if act == "ask_weekday" and not heard.has(tag):
            found += [("what day of the week is it?", request)] if heard.does(act) else []
        elif act in _FALLS and act in heard.acts and not heard.has(tag) and heard.has("from") and heard.has("to"):
            found += _within(heard, request) if heard.does(act) else []
        elif heard.does(act):
            if act == "ask_weekday" and ALL_OF_THEM.search(heard.text):
                around = "are they all {}?"
            elif act == "ask_weekday" and ANY_OF_THEM.search(heard.text):
                around = "is any of them a {}?"
            side = _side(heard, tag) if act in _FALLS else None
            around = f"is it {side} {{}}?" if side else around
            named = heard.one(tag)
            if named is None:
                raise NoPlainWordsError
            found.append((_supposed(heard, around, named) if act == "ask_if" else around.format(named), request))
    return found


def _within(heard: Heard, request: str) -> list[Wish]:
    """Whether one falls between two days; of days away that are told, what is said of those answers it."""
    if "tells_away" in heard.acts:
        return []
    start, end = heard.days("from", "next"), heard.days("to", "next")
    if len(start) != 1 or len(end) != 1:
        raise NoPlainWordsError
    return [(f"is one between {start[0]} and {end[0]}?", request)]


def _side(heard: Heard, tag: str) -> str | None:
    """Whether it is asked what lies before or after a day."""
    part = next(iter(heard.peek(tag)), None)
    found = _SIDE.search(heard.text[: part.start]) if part is not None else None
    return found[1].lower() if found else None


def _supposed(heard: Heard, around: str, words: str) -> str:
    """A day in full, or a delay in the words that say it."""
    try:
        return around.format(heard.day(words, "next"))
    except NoPlainWordsError:
        return around.replace("on {}", "{}").format(words)


def _lists(heard: Heard) -> list[Wish]:
    """Dates of a time, or so many of them."""
    if not heard.does("ask_many") and not heard.has("asked"):
        return []
    many, asked, until = heard.one("many"), heard.take("asked"), heard.one("to")
    if many:
        return [(f"my next {heard.number(many)} dates", "whole")]
    if asked:
        return [(f"my dates for {' and '.join(asked)}", "whole")]
    return [(f"my dates until {until}" if until else "show my plan", "whole")]
