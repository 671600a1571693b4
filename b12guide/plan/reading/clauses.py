"""Which stretches of a text state a plan: not questions, not another medicine's schedule, not a wish."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

_CUES: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("cues.yml").read_text("utf-8"))


# "How often is every 12 weeks, last one was 3 May": what was asked for, written before what is told.
_LABEL = re.compile(
    r"^(\W*)how often(?: is it| it is| is| are they| are|:| =| -)?(?=[ :=-]{1,2}(?:every|once|\d{1,2} (?:to|or|-) \d"
    r"|\d{1,2} weeks)\b[^?]*(?:[.,;!]|$))",
    re.I,
)


def without_label(text: str) -> str:
    """`text` with blanks in the place of "how often is" before how often they are."""
    return _LABEL.sub(lambda match: match[1] + " " * (len(match[0]) - len(match[1])), text)


def _any(name: str, before: str = r"(?<= )", after: str = r"(?= )") -> re.Pattern[str]:
    return re.compile(before + "(?:" + "|".join(_CUES[name]) + ")" + after)


_FILLER = rf"^ (?:(?:{_CUES['openers']}) ){{0,20}}"
# How far back the words are looked for that a schedule belongs to, in characters: nobody goes on longer without a stop.
REACH = 400
_LEAD = _any("question_leads", _FILLER, r"")
_REQUEST = _any("requests", r"(?<= )", r"")
_STATEMENT = _any("statement_leads", r"^ (?:(?:and|so|but|because) ){0,8}", r"")
_OTHER = _any("other_subjects")
_OWN = _any("own_subjects")
_BY_MOUTH = re.compile(rf"(?<= )(?:{_CUES['by_mouth']})(?= )")
_INJECTED = re.compile(r" (?:dose|amp) ")
_SOFT = re.compile(rf"(?<= )(?:{_CUES['soft_subjects']})(?= )")
_SOFT_AFTER = re.compile(r" for (?:a |my |the )?(?:review|check|checkup|follow|bloods?|tests?|advice|chat)")
# A symptom at most four words before the schedule is what recurs.
_SYMPTOM = re.compile(rf"(?<= )(?:{_CUES['symptoms']})(?: [^ ,.;]+){{0,4}} ?$")
_BUSY = re.compile(r" (?:" + "|".join(_CUES["busy_on"]) + r")(?: [^ .;]+){0,5} ?$")
_SENTENCE_END = re.compile(r"(?<= )[.?!;](?= )")
_NEAR = re.compile(r"(?: (?!and |then |or |until |for |with |if |after |but |so |,|\(|&)[^ ]+){0,2}")
_CLAUSE_END = re.compile(rf"(?<= )(?:[.?!;,:]|{_CUES['clause_ends']})(?= |(?<= ))")
# "Go on the 14th or not" asks, with or without a mark.
_OR_NOT = re.compile(r" or (?:not|no|what)(?: [.?!;,])? $")
_FIRST_PERSON = re.compile(
    r"(?<= )(?:i|i'm|i've|ive|im|my|mine|we|me|he|she|his|her|they|our|had|last|first|started)(?= )"
)


def clauses(canon: str) -> list[tuple[int, int]]:
    """The clauses of normalised text, as places; their punctuation stands at their end."""
    cuts = [m.end() for m in _CLAUSE_END.finditer(canon)]
    edges = [0, *(c for c in cuts if c < len(canon)), len(canon)]
    return [(a, b) for a, b in pairwise(edges) if canon[a:b].strip()]


def _sentence_ends(canon: str) -> list[int]:
    return [m.start() for m in _SENTENCE_END.finditer(canon)]


def _between(ends: list[int], place: int, length: int) -> tuple[int, int]:
    """The sentence around ``place`` in a text of ``length`` characters."""
    following = bisect_left(ends, place)
    start = ends[following - 1] + 1 if following else 0
    return start, ends[following] + 1 if following < len(ends) else length


# "Next one 12 weeks after that, what's the date?": what stands before is told.
_DATE_ASKED_BEHIND = re.compile(
    r" , (?:(?:so|and|then) )?(?:what(?:'s|s| is| would| will)?(?: be)? (?:the |that )?(?:date|day)"
    r"|when(?:'s|s| is| would| will) (?:that|it|the next|my next))\b"
)


def questions(canon: str) -> list[tuple[int, int]]:
    """The clauses that ask about schedules. One runs on over commas until a statement begins."""
    found: list[tuple[int, int]] = []
    asking = False
    fresh = True
    # Found once: a text of nothing but punctuation would otherwise cost the square of its length.
    ends = _sentence_ends(canon)
    for start, end in clauses(canon):
        clause = " " + canon[start:end].strip() + " "
        if _REQUEST.search(clause):
            asking = False
        elif _LEAD.match(clause) or _OR_NOT.search(clause):
            asking = True
        elif fresh:
            around = _between(ends, start, len(canon))
            sentence = canon[start : around[1]]
            told = _FIRST_PERSON.search(canon, *around) or _DATE_ASKED_BEHIND.search(sentence)
            asking = sentence.rstrip().endswith("?") and not told
        elif asking and _STATEMENT.match(clause):
            asking = False
        if asking:
            found.append((start, end))
        fresh = clause.rstrip()[-1:] in ".?!;"
        if fresh:
            asking = False
    return found


def is_request(canon: str) -> bool:
    """Whether the text asks for the dates of a plan; "if I have it every 12 weeks" is then no condition."""
    return _REQUEST.search(canon) is not None


def names_injections(canon: str) -> bool:
    """Whether the text names B12 or an injection at all."""
    return _OWN.search(canon) is not None


class Surroundings:
    """What of a text is not about B12: blood tests, other medicines, walks. Looked for once for all its schedules."""

    def __init__(self, canon: str) -> None:
        self._canon = canon
        self._clauses = clauses(canon)
        self._begins = [begin for begin, _ in self._clauses]
        self._other, self._own, self._soft = (Matches(cue, canon) for cue in (_OTHER, _OWN, _SOFT))
        self._by_mouth = Matches(_BY_MOUTH, canon) if _INJECTED.search(canon) else None

    def about_something_else(self, start: int, end: int) -> bool:
        """Whether the schedule at these places of the text belongs to a blood test, another medicine or a walk.

        What stands straight after decides ("monthly B12 injections"), else the nearest such word before it in the
        clause.
        """
        canon = self._canon
        first, last = self._clauses[bisect_right(self._begins, start) - 1]
        first = max(first, canon.rfind(" then ", first, start))
        near = _NEAR.match(canon[end : max(last, end)] + " ")
        close = f"{near.group()} " if near else " "
        other, own = self._other.last(first, start), self._own.last(first, start)
        if self._by_mouth is not None:
            if _BY_MOUTH.search(close):
                return True
            other = max((at for at in (other, self._by_mouth.last(first, start)) if at is not None), default=None)
        # "1 shot a month" says itself what it is of.
        if _OWN.search(close) or (self._by_mouth is not None and _INJECTED.search(f" {canon[start:end]} ")):
            return False
        if own is None and self._soft.last(first, start) is not None and not self._own.any(end, max(last, end)):
            return _SOFT_AFTER.match(canon, end) is not None or " see " in canon[first:start]
        if other is not None and (own is None or own < other):
            return True
        before = canon[max(first, start - REACH) : start].rstrip()
        return own is None and bool(_OTHER.search(close) or _SYMPTOM.search(before))

    def busy_on(self, start: int, end: int) -> bool:
        """Whether the days of the week at these places are those of somebody's work or of opening hours: "I drive a
        bus on Mondays"."""
        first, last = self._clauses[bisect_right(self._begins, start) - 1]
        before = " " + self._canon[max(first, start - REACH) : start].strip() + " "
        return _BUSY.search(before) is not None and not self._own.any(first, max(last, end))


class Matches:
    """Where a pattern matches in a text, in order."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        spans = [m.span() for m in pattern.finditer(text)]
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]

    def last(self, start: int, end: int) -> int | None:
        """The beginning of the last match within these places; None if there is none."""
        place = bisect_right(self._ends, end) - 1
        return self._starts[place] if place >= 0 and self._starts[place] >= start else None

    def any(self, start: int, end: int) -> bool:
        """Whether a match is within these places."""
        return self.last(start, end) is not None


class Stretches:
    """Stretches of a text, which do not overlap, in order."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]

    def __contains__(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._spans[index][1]
