"""Answers in people's own words to a question that leaves a choice: which dose the box names, which of two ways a
number was meant, what was on a day, whether a dose was given."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from ..reading.lexer import lex
from ..reading.reader import dose_in, is_slip, read_date
from .halved_told import gap_or_dose
from .lead import lead_of
from .message import Said, is_date_word, number
from .move_words import COURTESY, FILLERS, GIVEN_ALL, GIVEN_NOT, PREAMBLE, UNSURE, WHICH_WAY, WORDS, asks
from .old_year import year_is_right
from .outcome import Who
from .owned_days import dose_of_month
from .past import had_so_far, none_missed
from .state import State

# The answer that the dose which was asked about was not given.
NOT_GIVEN = "not given"
# What several of the options have, such as a unit: none of them is meant.
SEVERAL = "several"
_MCG = re.compile(r"(?<![\w'])(?:micro(?:s|gs?|grams?|grammes?)?|mcgs?|[uµμ]gs?|mikes)(?![\w'])", re.I)
_MG = re.compile(r"(?<![\w'])(?:milli(?:s|grams?|grammes?)?|mgs?)(?![\w'])", re.I)
_SMALL = re.compile(
    r"\b(?:small(?:er|est)?|wee|little|low(?:er|est)?|less(?:er)?|tiny) (?:one|of (?:them|those|the)|dose|number)\b",
    re.I,
)
_NO_UNIT = re.compile(r"\b(?:not|isn'?t|wasn'?t|never) (?:in |the )?(?P<unit>\S+)", re.I)
# "That's when I had the last", which only looks like a question.
_THAT_IS_WHEN = re.compile(r"^\W*(?:that'?s |that was |it was )?when (?:i|a|ah|aa|they|he|she|we|the)\b[^?]*$", re.I)
_LAST = re.compile(r" (?:last|latest|most recent|previous|newest|recent(?: most)?) ")
_FIRST = re.compile(
    r" (?:(?:very )?first|1th|start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?"
    r"|kick(?:s|ed)? (?:it )?off|initial|day 1|number 1) "
)
_DENIED = re.compile(r" (?:not|n't|wasnt|isnt|never|wasn't|isn't) (?:the |my |a |it )?(?P<what>\w+(?: recent)?) ")
_MORE_SINCE = re.compile(
    r" (?:had|have|'ve|ve|got|done|been given|gone for)(?: (?:had|another|about|a|only|just)){0,3} (?P<n>\d{1,2})"
    r"(?: (?:more|others?|further|dose|of them|jabs?)){0,2} (?:since|after|from then)\b"
)
_NONE_SINCE = re.compile(
    r" (?:none|nothing|not (?:had|been|1)|no more|have not|has not|haven't|havent|not|n't|hasn't|ain't)"
    r"(?: \w+){0,4} since "
)
_BESIDE_WORDS = """yin yins yen when where what all day time they gave given give had got get went been is was were it
date a ah aa twas that thats theyd started starts ever very own one most whole thing course plan set this it these
those since jag jab out off"""
_BESIDE = frozenset(_BESIDE_WORDS.split())


def in_own_words(said: Said, state: State, who: Who) -> str | None:
    """The answer to the open question, where that is one of these; None where the message is none."""
    if state.about == "product":
        return dose_meant(said, state)
    if state.about == "interval":
        return gap_or_dose(said, state) or way_meant(said, state)
    if state.about in ("anchor", "date"):
        return (
            year_is_right(said, state)
            or was_on_day(said, state, who)
            or if_given(said, state, who)
            or _of_month(said, state, who)
        )
    return None


def _of_month(said: Said, state: State, who: Who) -> str | None:
    day = dose_of_month(said.text, state.phases, who.today)
    return f"last one was on {full_date(day)}" if day is not None else None


def drop_asked(state: State) -> None:
    """The day of which it was asked whether the dose was given is open no more, and nothing was taken from it."""
    day = asked_if_given(state)
    if day is None or state.about is None:
        return
    state.settle(state.about)
    state.notes = [note for note in state.notes if full_date(day) not in note]


def dose_meant(said: Said, state: State) -> str | None:
    """The dose that the box or letter names: by its number, or by its unit alone; "mg" alone is none of them."""
    if state.dose_mcg is None or asks(said):
        return None
    denied = {match["unit"] for match in _NO_UNIT.finditer(said.text)}
    text = _NO_UNIT.sub(" ", said.text)
    told = dose_in(text)
    if told is not None and not is_slip(told):
        return text.strip()
    small = _MCG.search(text) is not None or _SMALL.search(text) is not None
    if small and not _MG.search(text) and told is None:
        return next((option for option in state.options if _MCG.search(option)), None)
    if told is not None and not any(_MG.search(unit) for unit in denied):
        return text.strip()
    alone = not said.left(
        [], FILLERS | PREAMBLE | COURTESY | {word.text for word in said.words if _MG.search(word.text)}
    )
    return SEVERAL if _MG.search(text) and alone else None


def way_meant(said: Said, state: State) -> str | None:
    """Which of two ways a number with "weekly" was meant: so many doses, or the time between two of them."""
    ways = {"doses": [o for o in state.options if o.endswith(("doses", "injections"))]}
    ways["gap"] = [option for option in state.options if option.startswith("every ") and option not in ways["doses"]]
    if len(state.options) != 2 or any(len(found) != 1 for found in ways.values()) or asks(said):
        return None
    had, many = had_so_far(said.text, asked=True), [int(n) for n in _numbers(ways["doses"][0])]
    if had is not None and many and had < many[-1]:
        # Of what some were had, the number is that of the doses.
        return ways["doses"][0]
    numbers = {word.text for word in said.words if number(word.text) is not None}
    meant = [
        name
        for name, phrases in WHICH_WAY.items()
        if (spans := phrases.spans(said)) and not said.left(spans, FILLERS | PREAMBLE | COURTESY | numbers)
    ]
    known = set(_numbers(" ".join(state.options)))
    told = [int(n) for n in _numbers(said.text) if n != "1"]
    return ways[meant[0]][0] if len(meant) == 1 and {str(n) for n in told} <= known else None


def _numbers(text: str) -> list[str]:
    return re.findall(r"(?<= )\d{1,3}(?= )", lex(text).canon)


def was_on_day(said: Said, state: State, who: Who) -> str | None:
    """Whether the last or the first one was on the day that was asked about, said so or to be told from it: "had none
    since", "had 2 more after it"."""
    if len(state.options) != 2 or not state.options[0].startswith("my last one was on "):
        return None
    last, first = state.options
    if (asks(said) and not _THAT_IS_WHEN.match(said.text)) or _names_another(said, last, who):
        return None
    canon = lex(said.text).canon
    more = _MORE_SINCE.search(canon)
    if more is not None and not _LAST.search(canon):
        return f"{first}, had {int(more['n']) + 1} so far"
    if _NONE_SINCE.search(canon) and not _FIRST.search(canon):
        return last
    told, denied = _DENIED.sub(" ", canon), {f" {match['what']} " for match in _DENIED.finditer(canon)}
    is_last, is_first = _LAST.search(told) is not None, _FIRST.search(told) is not None
    if not is_last and not is_first:
        is_first = any(_LAST.search(words) for words in denied)
        is_last = any(_FIRST.search(words) for words in denied)
    if is_last == is_first:
        return None
    all_had = is_first and none_missed(said.text)
    if not all_had and _weighs(said):
        return None
    return f"{first}, never missed one" if all_had else first if is_first else last


def _names_another(said: Said, asked: str, who: Who) -> bool:
    """Whether the message names another day than the one that was asked about."""
    found = read_date(said.text, today=who.today, country=who.country)
    day = read_date(asked, today=who.today, country=who.country).date
    return found.question is not None or found.date not in (None, day)


def _weighs(said: Said) -> bool:
    light = FILLERS | PREAMBLE | COURTESY | _BESIDE | WORDS["not_the"]
    spoken = re.compile(rf"(?:{_LAST.pattern.strip()}|{_FIRST.pattern.strip()})")
    left = said.left([], light)
    return any(not is_date_word(word) and not spoken.fullmatch(word) for word in left)


def asked_if_given(state: State) -> date | None:
    """The day of which it is asked whether the dose was given."""
    question = state.open[0] if state.open and state.about in ("anchor", "date") else None
    return date.fromisoformat(question.given) if question is not None and question.given else None


def if_given(said: Said, state: State, who: Who) -> str | None:
    """Whether the dose that was asked about was given, or on which other day it was."""
    asked = asked_if_given(state)
    if asked is None or asks(said):
        return None
    found = read_date(said.text, today=who.today, country=who.country)
    if found.question is not None or (found.date is not None and found.date != asked):
        # Another day: that of the last one, which is read as it stands.
        return None
    dated = {word.text for word in said.words if is_date_word(word.text)} if found.date is not None else set()
    lead = lead_of(said)
    if (lead is not None and lead.kind == "unsure") or UNSURE.within(said):
        return None
    light = FILLERS | PREAMBLE | COURTESY | dated
    denied, told = GIVEN_NOT.spans(said), GIVEN_ALL.spans(said)
    leads = [(0, lead.end)] if lead is not None else []
    if denied or (lead is not None and lead.kind == "no"):
        return NOT_GIVEN if not said.left([*leads, *denied], light) else None
    if told or (lead is not None and lead.kind == "yes" and not lead.weak):
        return f"my last one was on {full_date(asked)}" if not said.left([*leads, *told], light) else None
    return None
