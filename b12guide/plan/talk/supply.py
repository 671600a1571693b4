"""How far a supply goes: "I have 4 ampoules left, until which date do they last, when must I have new ones?"."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from .answers import Answers
from .asked_days import days_asked
from .message import NUMBERS, Said, number
from .move import Move
from .move_words import asks
from .outcome import Who
from .state import State

SUPPLY = "supply"
_N = rf"\d{{1,3}}|an?|{'|'.join(NUMBERS)}"
_AMPOULES = (
    r"(?:ampou?les?|ampuls?|ampules?|amps|vials?|phials?|(?:pre-?filled )?syringes?|b-?12 (?:amps?|ampou?les?|vials?))"
)
_BOXES = r"(?:boxe?s?|packs?|packets?|cartons?)"
_SAME_WORDS = r"(?:(?:more|full|whole|single|of|the|my|those|these|b-?12|glass|spare|injection|last|remaining) ){0,3}"
# "2 boxes of 5", "a box of 10".
_BOXES_OF = re.compile(
    rf"\b(?:(?P<n>{_N}) {_SAME_WORDS})?{_BOXES} (?:of|with|containing|holding)"
    rf" (?P<of>\d{{1,2}}|{'|'.join(NUMBERS)})\b",
    re.I,
)
_SOME = re.compile(
    rf"\b(?P<n>{_N}) {_SAME_WORDS}{_AMPOULES}\b"
    r"(?! (?:at once|a (?:day|week|month)|each|per|every|is|are one|makes?|equals|for (?:each|every|one)))",
    re.I,
)
_AT_HOME = (
    r"(?:at home|in (?:the|my|our) (?:fridge|cupboard|drawer|house|cabinet|kitchen)|in stock|in hand|in reserve"
    r"|stocked|here with me)"
)
_DOSES_KEPT = re.compile(rf"\b(?P<n>{_N}) {_SAME_WORDS}(?:doses|injections|shots|jabs) (?:left )?{_AT_HOME}\b", re.I)
# "3 of 10 gone", "a box of 10, 3 used".
_USED = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)}) (?:(?:out )?of (?:the |my )?(?P<of>\d{{1,2}}|{'|'.join(NUMBERS)}) )?"
    rf"(?:of them |{_AMPOULES} )?(?:(?:are|is|have been|already|now|been) ){{0,2}}(?:gone|used|empty|finished)\b",
    re.I,
)
# "I have 7 left, not 10", of a supply that is known.
_LEFT = re.compile(
    rf"\W*(?:(?:no|nope|but|sorry|wait|actually|i|i've|ive|we|have|has|got|only|just|there|are|is|still|said"
    rf"|about|it's) ){{0,6}}(?P<n>{_N})(?: {_AMPOULES}| of them| doses)? (?:left|remaining)(?: (?:in (?:the|it|my)"
    rf"(?: {_BOXES})?|now))?(?:,? (?:and )?not (?:{_N})(?: {_AMPOULES})?)?\W*",
    re.I,
)
# "A box with all my papers" holds none.
_BOXES_ALONE = re.compile(
    rf"\b(?P<n>{_N}) {_SAME_WORDS}{_BOXES}\b(?! (?:with|of|full of) (?:all|my|our|paper\w*|stuff|things|letters?)\b)",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:until|till?|up to) (?:when|what|which)\b|\bhow long\b|\bhow far\b|\blast (?:me|us|him|her|until|for|till?)\b"
    r"|\b(?:does|do|will|would) (?:\w+ ){1,4}last\b|\brun(?:s|ning)? (?:out|dry|short)\b|\benough\b"
    r"|\b(?:use|using|have|take|inject)(?: up)? (?:the |my )?(?:very )?(?:last|final)\b"
    r"|\b(?:last|final) (?:one|1|of (?:them|these|those|my)|ampou?le|vial)\b"
    r"|\b(?:need|get|have|order|re-?order|buy|fetch|collect|pick up|ask for)"
    r"(?: \w+){0,3} (?:new|more|another|fresh|next)\b"
    r"|\bre-?order\b|\bnew (?:ones|supply|ampou?les?|vials?|box|prescription)\b"
    r"|\b(?:gone|used up|finished|all used|be empty|cover(?:s|ed)?)\b",
    re.I,
)
_NEW = re.compile(r"\b(?:new|more|another|order|re-?order|fresh|buy|prescription|supply)\b", re.I)
_RUN_OUT = re.compile(r"\brun(?:s|ning)? (?:out|dry|short)\b|\b(?:box|pack|vials?|ampou?les?)\b", re.I)
_OF_STUFF = re.compile(rf"\b(?:{_AMPOULES}|{_BOXES}|supply|stock)\b", re.I)
_IN_EACH = re.compile(
    rf"\b(?P<n>{_N}) {_SAME_WORDS}{_BOXES}\b[^.?!]{{0,12}}?"
    rf"\b(?P<of>\d{{1,2}}|{'|'.join(NUMBERS)}) (?:in|to) (?:each|a box)\b",
    re.I,
)
# More than one for each injection.
_FOR_EACH = re.compile(
    rf"\b(?:half|[2-9]|two|three|four)(?: (?:of them|{_AMPOULES}))?"
    r" (?:per|each|at a time|every time|a time|for (?:each|every|one)"
    r"|every (?:injection|jab|shot))\b",
    re.I,
)
# How long one is good for is no question of dates.
_OTHER = re.compile(
    r"\b(?:expir\w+|out of date|use-?by|opened?|once (?:open|opened)|warm|room temperature|good for|go off|store[ds]?"
    r"|at once|both|together|double|each time|had (?:my|the) last)\b",
    re.I,
)
# The answer to how many are in the boxes.
_LONE = re.compile(
    rf"\W*(?:(?:there (?:are|is)|it'?s|that'?s|about|i think|i have|i'?ve|so|oh|just|only|altogether|together"
    rf"|in all|in total|we have|got) ){{0,4}}(?P<n>{_N})(?: {_AMPOULES}| injections| doses| jabs| shots)?"
    r"(?: (?:in all|all in all|in total|altogether|all together|total|all up|left|each|in each|per box|in a box"
    r"|a box|of them|in them)){0,2}\W*",
    re.I,
)
_EACH = re.compile(r"\b(?:each|per box|a box)\b", re.I)
# More than anybody keeps.
_MOST = 100


def supply_asked(text: str, state: State, who: Who) -> Move | None:
    """How far so many go: the value is their number, "boxes/2" where it is not known how many are in them, and
    "new/date" or "last/date" where a day is held against that of the new ones, or of the last one."""
    plain, rest = text.replace("’", "'"), (0, len(text))
    if state.supply is not None and state.supply < 0 and (lone := _LONE.fullmatch(plain)):
        many = _number(lone["n"]) * (-state.supply if _EACH.search(plain) else 1)
        return Move("request", SUPPLY, str(many), rest=rest) if 0 < many <= _MOST else None
    if state.supply and state.supply > 0 and (left := _LEFT.fullmatch(plain.replace(", ", " "))):
        return Move("request", SUPPLY, str(_number(left["n"])), rest=rest)
    if _OTHER.search(plain) or _FOR_EACH.search(plain) or not _ASKS.search(plain):
        return None
    if (many_told := told(plain)) is not None:
        return Move("request", SUPPLY, many_told, rest=rest)
    if not state.supply or state.supply < 0 or not (_OF_STUFF.search(plain) or _NEW.search(plain)) or not _asked(plain):
        return None
    if not _OF_STUFF.search(plain) and re.search(r"\b(?:plan|date|dates|day|time|slot|appointment)\b", plain, re.I):
        # "A new date" is none of a supply.
        return None
    days = days_asked(plain, state, who.today).days if state.ready(who.today) else ()
    if len(days) > 1:
        return None
    kind = "new" if _NEW.search(plain) else "last"
    value = f"{kind}/{days[0].isoformat()}" if days else str(state.supply)
    return Move("request", SUPPLY, value, rest=rest)


def _asked(text: str) -> bool:
    return asks(Said.of(text)) or any(asks(Said.of(part)) for part in re.split(r"[.,;!]", text))


def told(text: str) -> str | None:
    """How many a message says there are, as a value; None where it says none."""
    if boxes := _BOXES_OF.search(text) or _IN_EACH.search(text):
        many = _number(boxes["n"] or "a") * _number(boxes["of"])
    elif some := _SOME.search(text) or _DOSES_KEPT.search(text):
        many = _number(some["n"])
    elif alone := _BOXES_ALONE.search(text):
        many = _number(alone["n"])
        return f"boxes/{many}" if 0 < many <= _MOST else None
    elif (used := _USED.search(text)) and used["of"] and _RUN_OUT.search(text):
        many = _number(used["of"])
    else:
        return None
    if used := _USED.search(text):
        # What is gone is not there any more.
        many -= _number(used["n"])
    return str(many) if 0 < many <= _MOST else None


def without_supply(text: str) -> str:
    """`text` without its sentences and clauses about the supply: what else is told."""
    parts = re.split(r"(?<=[.;:!?,\n])\s+|\s+(?=but |and )", text)
    return " ".join(part for part in parts if not (_OF_STUFF.search(part) or _ASKS.search(part)))


def _number(word: str) -> int:
    return 1 if word.lower() in ("a", "an") else number(word.lower()) or 0


class Supply(Answers):
    """Says up to which dose a supply goes, and for which one new ones are needed."""

    def supply(self, value: str) -> list[str]:
        """`value`: as that of `supply_asked`, where the number is known."""
        state = self.state
        kind, _, day = value.rpartition("/")
        many = state.supply or 0 if kind else int(value)
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        if state.supply_for is not None and kind and not self._is_next(state.supply_for):
            # One was had since they were counted.
            return [self.words("supply_again")]
        doses = list(islice(self.since(self.today), many + 1))
        if not doses:
            return [self.words("kept_none")]
        state.supply, state.supply_for = many, doses[0].earliest
        if len(doses) < many or len(doses) == many:
            return [self.dose_line("supply_all", doses[-1], count=len(doses))]
        last, new = doses[many - 1], doses[many]
        if kind:
            asked, meant = date.fromisoformat(day), new if kind == "new" else last
            right = meant.earliest <= asked <= meant.latest
            line = self.dose_line("supply_new", new) if kind == "new" else self.dose_line("supply_last_on", last)
            return [f"{self.words('plain_yes' if right else 'plain_no')} {line}"]
        first = self.words("supply_one") if many == 1 else self.words("supply_many", count=many)
        return [first, self.dose_line("supply_last_on", last), self.dose_line("supply_new", new)]

    def _is_next(self, day: date) -> bool:
        coming = self.coming(1)
        return bool(coming) and coming[0].earliest == day
