"""Which stretches of a text state a plan: not questions, not another medicine's schedule, not a wish."""

from __future__ import annotations

import re
from bisect import bisect_left
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

_CUES: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("cues.yml").read_text("utf-8"))


def _any(name: str, before: str = r"(?<= )", after: str = r"(?= )") -> re.Pattern[str]:
    return re.compile(before + "(?:" + "|".join(_CUES[name]) + ")" + after)


_FILLER = rf"^ (?:(?:{_CUES['openers']}) )*"
_LEAD = _any("question_leads", _FILLER, r"")
_REQUEST = _any("requests", r"(?<= )", r"")
_STATEMENT = _any("statement_leads", r"^ (?:(?:and|so|but|because) )*", r"")
_OTHER = _any("other_subjects")
_OWN = _any("own_subjects")
_SOFT = re.compile(rf"(?<= )(?:{_CUES['soft_subjects']})(?= )")
_SOFT_AFTER = re.compile(r" for (?:a |my |the )?(?:review|check|checkup|follow|bloods?|tests?|advice|chat)")
# A symptom at most four words before the schedule is what recurs.
_SYMPTOM = re.compile(rf"(?<= )(?:{_CUES['symptoms']})(?: [^ ,.;]+){{0,4}} ?$")
_SENTENCE_END = re.compile(r"(?<= )[.?!;](?= )")
_CLAUSE_END = re.compile(rf"(?<= )(?:[.?!;,:]|{_CUES['clause_ends']})(?= |(?<= ))")
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


def questions(canon: str) -> list[tuple[int, int]]:
    """The clauses that ask about schedules. One runs on over commas until a statement begins."""
    found: list[tuple[int, int]] = []
    asking = False
    fresh = True
    # Found once: a text of nothing but punctuation would otherwise cost the square of its length.
    ends = _sentence_ends(canon)
    for start, end in clauses(canon):
        clause = " " + canon[start:end].strip() + " "
        around = _between(ends, start, len(canon))
        sentence = canon[start : around[1]]
        if _REQUEST.search(clause):
            asking = False
        elif _LEAD.match(clause):
            asking = True
        elif fresh:
            whole = canon[slice(*around)]
            asking = sentence.rstrip().endswith("?") and not _FIRST_PERSON.search(whole)
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


def about_something_else(canon: str, start: int, end: int) -> bool:
    """Whether the schedule at ``canon[start:end]`` belongs to a blood test, another medicine or a walk.

    What stands straight after decides ("monthly B12 injections"), else the nearest such word before it in the clause.
    """
    first, last = next((a, b) for a, b in clauses(canon) if a <= start < b)
    first = max(first, canon.rfind(" then ", first, start))
    near = re.match(
        r"(?: (?!and |then |or |until |for |with |if |after |but |so |,|\(|&)[^ ]+){0,2}",
        canon[end : max(last, end)] + " ",
    )
    close = f"{near.group()} " if near else " "
    if _OWN.search(close):
        return False
    other = [m.start() for m in _OTHER.finditer(canon, first, start)]
    own = [m.start() for m in _OWN.finditer(canon, first, start)]
    if not own and _SOFT.search(canon, first, start) and not _OWN.search(canon, end, max(last, end)):
        return _SOFT_AFTER.match(canon[end:]) is not None or " see " in canon[first:start]
    if other and (not own or own[-1] < other[-1]):
        return True
    return not own and bool(_OTHER.search(close) or _SYMPTOM.search(canon[first:start].rstrip()))
