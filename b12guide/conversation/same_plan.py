"""A row of the table: somebody has them as often as the person spoken of. The gap is taken over, the day is their own.

"My partner is on the same, hers was 5 October": what is taken over is read back, and counts only with a yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from b12guide.conversation.bystanders import wishes_for_self
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, ONE_AT_A_TIME, WHOSE, WORDS
from b12guide.conversation.places import places_in
from b12guide.conversation.shares import GAP
from b12guide.conversation.soft_questions import MAY_MOVE_PLAN
from b12guide.conversation.state import ADULT, PLAN
from b12guide.conversation.whose import ME, fits, named_in, owned_by_nobody, whose, without_people, without_whose
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.understanding.acts import REQUEST

# A longer message is a story.
_LONGEST = 300
_ONE = r"(?:mine|me|my own|my|i am|i'm|i do|i have|his|him|hers?|theirs?|them|\x00+(?:'?s)?)"
# "The same", "same plan as mine"; the same day, place or nurse is something else.
_SAME = re.compile(
    r"\b(?:ditto|likewise|identical)\b|\b(?:the |exactly |just |much |very ){0,8}same\b(?! (?:day|date|time|week|month"
    r"|clinic|surgery|place|nurse|doctor|gp"
    r"|class|school|street|road|age|team|church|bus|job|boat|house|village|town|ward|year|course|college|club"
    r"|problem|reason|illness|condition|name|product|stuff|brand|dose|arm"
    r"|as (?:before|last|usual|always|that|this|it|the|ever)))"
    r"(?: (?:plan|schedule|gap|interval|timing|regimen?|routine|thing|b-?12|injections?|jabs?|shots?|number of weeks"
    r"|here|again)){0,8}"
    rf"(?:,? (?:as|like|with) (?:what )?(?P<as>{_ONE})(?: (?:is|has|gets|does|on|plan|schedule))?)?",
    re.I,
)
# "Him as well", "my wife has it too", "so is my husband", "me too".
_AS_OFTEN = re.compile(rf"\b(?:as often as|just like|exactly like|identical to|same gap as) (?P<as>{_ONE})", re.I)
_TOO = re.compile(
    r"(?:\x00+|\b(?:hers?|his|him|she|he|them|they|me|mine|i|i'm))"
    r"(?:'s)?(?: (?:is|are|am|has|have|had|gets?|takes?|does|do|goes|on|having|getting|it|them|one|these|b-?12"
    r"|the|jabs?|shots?|injections?|\d{1,2} (?:weeks?|months?)|a month)){0,4}"
    r",? (?:too|as well|also|likewise|ditto)\b"
    r"|\bso (?:is|does|has|do|am) (?:my |our )?(?:\x00+|she|he|i)(?!\w)",
    re.I,
)
_NUMBERS = {word: place for place, word in enumerate(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)}  # fmt: skip
_N = rf"(?:\d{{1,2}}|an?|the|{'|'.join(_NUMBERS)})"
# "A week after mine", "2 days later".
_OFFSET = re.compile(
    rf"\b(?P<n>{_N}) (?P<unit>day|week|fortnight)s? (?P<way>after|later|behind|before|earlier|ahead|sooner)\b"
    rf"(?: (?:than|of))?(?: (?P<of>{_ONE}))?",
    re.I,
)
# "Went the same day as him": one day, told of two.
_ONE_DAY = re.compile(
    r"\b(?:went|was|were|(?:had|got) (?:it|mine|his|hers|one|ours)|(?:last|done|given)(?: one| jab| shot)?)"
    rf" (?:done |on |the ){{0,3}}same (?:day|date) as (?P<of>{_ONE})",
    re.I,
)
# "Hers was the same day, but every 12": that of the person spoken of.
_SAME_DAY = re.compile(
    r"\b(?:on )?(?:the |that |my |our |exactly |very ){0,4}same (?:day|date)\b"
    r"(?! (?:of|each|every|next|again|too late)\b)"
    rf"(?! as (?:before|last|usual|always|the))(?: as (?P<of>{_ONE}))?",
    re.I,
)
# What stands before a gap once the person is gone from it, and would make a question of it.
_LEADS = re.compile(
    r"^(?:\W*\b(?:is|was|are|were|has|have|had|gets?|it|on|but|and|she|he|they|hers?|his|theirs?|them|'s)\b){1,6}\W*",
    re.I,
)
# "Mine's every 4", behind "hers is every 8 weeks".
_NO_UNIT = re.compile(r"\bevery (?:\d{1,2}|two|three|four|five|six|eight|ten|twelve)(?=\s*(?:$|[,.;!(]))", re.I)
_UNIT = re.compile(r"\b(?:weeks?|months?)\b")
# "I'm on 6 weeks too": a gap without its "every".
_ON_GAP = re.compile(rf"\bon (?:a |the )?(?P<n>{_N}) ?(?:-|–)?(?P<unit>week|month)s?\b", re.I)
_WAS = re.compile(r"\b(?:mine|mines|hers|his|theirs) was(?: on)?\b", re.I)
_B12 = re.compile(r"\bb-?12\b", re.I)
_YES_WORD = re.compile(r"\W*[a-z']+", re.I)
_BREAK = re.compile(r"[.,;:!?\n]\s*|\s(?:and|but|while|whereas)\s", re.I)
# So many places are looked at for the end of a yes.
_MOST_BREAKS = 4
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|ok)\W+)?(?:is|are|does|do|can|could|should|would|will|why|what|who|how)\b", re.I
)


@dataclass(frozen=True)
class _Told:
    """What is told of somebody: `source`: as often as whom; None: their gap is in `words`."""

    person: str
    may_be_child: bool
    source: str | None
    words: str


def of_nobody(asked: Asked) -> Taken:
    """ "Hers is monthly", where nobody was spoken of who could be meant: it is not the writer's, whose plan is
    known."""
    state, text = asked.state, asked.said.text
    if asked.kind not in MAY_MOVE_PLAN or not dialogue.is_told(state.plans.get(ME)) or asked.said.verdict.warns:
        return None
    tells = dialogue.tells_plan(text) or dialogue.day_told(text, asked.who) is not None
    if wishes_for_self(text):
        # "Maureen has hers monthly, could you make mine monthly": a reason.
        return None
    if not tells or not owned_by_nobody(text, state.known, state.other):
        return None
    ask = Step(ONE_AT_A_TIME)
    waits = state.awaiting == PLAN and dialogue.awaits_yes(state.plan)
    if waits and any(dialogue.says_yes(text[:start]) is True for start, _ in _breaks(text)):
        return (Step(PLAN, ((REQUEST, AFFIRM), (WHOSE, state.whose), (WORDS, "yes"))), ask)
    return (ask,)


def after_yes(asked: Asked, text: str) -> int | None:
    """Where what is said of another person begins, behind a yes to the plan that was read back: "yes. hers is
    monthly"."""
    state = asked.state
    if state.awaiting != PLAN or not dialogue.awaits_yes(state.plan):
        return None
    end = max((end for start, end in _breaks(text) if _is_yes(asked, text[:start])), default=None)
    if end is None or not text[end:].strip():
        return None
    about = whose(text[end:], current=state.whose, known=state.known, last=state.other, child=state.of_child)
    return end if about.named and about.person != state.whose else None


def _is_yes(asked: Asked, text: str) -> bool:
    """Whether a text is a yes, and names nobody but whose plan was spoken of."""
    state = asked.state
    about = whose(text, current=state.whose, known=state.known, last=state.other, child=state.of_child)
    if any(one != state.whose for one in named_in(text, state.known)):
        return False
    plain = without_whose(text, state.known) if about.named else text
    return about.person == state.whose and dialogue.says_yes(plain) is True


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    word = _YES_WORD.match(text)
    if word is not None and text[word.end() :].startswith(" "):
        yield word.end(), word.end() + 1
    for place, found in enumerate(_BREAK.finditer(text)):
        if place == _MOST_BREAKS:
            return
        if found.start():
            yield found.span()


def same_plan(asked: Asked) -> Taken:
    """Somebody's plan is told by that of another person."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    if asked.kind not in MAY_MOVE_PLAN or state.child_writes or state.awaiting not in (None, PLAN):
        return None
    if len(text) > _LONGEST or asked.said.verdict.warns:
        return None
    start = after_yes(asked, text)
    told = _told(asked, text[start or 0 :])
    if told is None:
        return None
    kept = dialogue.gap_words(state.plans.get(told.source)) if told.source else ""
    words = ". ".join(one for one in (kept, told.words) if one)
    may_be = told.may_be_child and told.person not in state.adults
    steps = [Step(ADULT, ((WHOSE, told.person), (WORDS, words)))] if may_be else [
        Step(PLAN, ((REQUEST, "state"), (WHOSE, told.person), (WORDS, words)))]  # fmt: skip
    if start is not None:
        steps.insert(0, Step(PLAN, ((REQUEST, AFFIRM), (WHOSE, state.whose), (WORDS, "yes"))))
    return tuple(steps)


def _told(asked: Asked, text: str) -> _Told | None:
    state = asked.state
    people = places_in(text, state.known)
    marked = text
    for begin, end, _ in people:
        marked = marked[:begin] + "\x00" * (end - begin) + marked[end:]
    if (of_unit := _in_their_unit(asked, text)) is not None:
        return of_unit
    same = _AS_OFTEN.search(marked) or _SAME.search(marked)
    too = _TOO.search(marked)
    offset = _OFFSET.search(marked) or _ONE_DAY.search(marked) or _SAME_DAY.search(marked)
    of_day = offset is not None and (offset["of"] is not None or offset.re is _SAME_DAY)
    if (same is None and too is None and not of_day) or (_ASKS.match(marked) and "?" in marked):
        return None
    # Of whom it is the same, is not whose plan it is.
    rest, source = text, None
    for found, name in ((same, "as"), (offset, "of")):
        if found is not None and found[name]:
            begin, end = found.span(name)
            source = source or _person(asked, text[begin:end], [one for a, _, one in people if begin <= a < end])
            rest = rest[:begin] + " " * (end - begin) + rest[end:]
    about = whose(rest, current=state.whose, known=state.known, last=state.other, child=state.of_child)
    person, may_be = about.person, about.child is not False
    if offset is not None and offset.re is _SAME_DAY and not about.named:
        return None
    if len(set(about.several) - {source}) > 1 or person in state.children or about.child:
        return None
    if (of_own := _own_gap(text)) is not None:
        gap, end = of_own
        return (
            None if _knows_gap(asked, person) else _Told(person, may_be, None, f"{gap}. {day_words(asked, text[end:])}")
        )
    if _knows_gap(asked, person):
        return None
    without = rest[: offset.start()] + " " * len(offset[0]) + rest[offset.end() :] if offset else rest
    tells = dialogue.tells_plan(without) or GAP.search(without) is not None
    if tells and not of_day:
        return None
    sources = [source, state.whose, ME, *state.plans]
    source = next((one for one in sources if one and one != person and _knows_gap(asked, one)), None)
    if source is None:
        return None
    moved = _moved(offset, dialogue.last_day(state.plans.get(source))) if offset is not None else None
    if offset is not None and moved is None:
        return None
    if tells:
        # "8 weekly too, a week after me": the gap is said, the day is counted.
        gap = _LEADS.sub("", " ".join(without_people(without, state.known).split()))
        return _Told(person, may_be, None, f"{gap}. {day_words(asked, without, moved)}")
    day = day_words(asked, rest, moved)
    # "Mum has it too" alone says nothing of how often.
    return _Told(person, may_be, source, day) if day or same is not None or offset is not None else None


def _in_their_unit(asked: Asked, text: str) -> _Told | None:
    """What is told of another person by a number alone, in the unit of the plan just spoken of; it is read back."""
    state, found = asked.state, _NO_UNIT.search(text)
    unit = _UNIT.search(dialogue.gap_words(state.plans.get(state.whose)) or "")
    if found is None or unit is None or _UNIT.search(text) or "?" in text:
        return None
    about = whose(text, current=state.whose, known=state.known, last=state.other, child=state.of_child)
    if not about.named or about.several or about.person in (state.whose, *state.children) or about.child:
        return None
    if _knows_gap(asked, about.person):
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    same_day = _SAME_DAY.search(rest) is not None
    moved = dialogue.last_day(state.plans.get(state.whose)) if same_day else None
    if same_day and moved is None:
        return None
    words = f"{found[0]} {unit[0].removesuffix('s')}s. {day_words(asked, rest, moved)}"
    return _Told(about.person, about.child is not False, None, words)


def _knows_gap(asked: Asked, person: str) -> bool:
    return dialogue.gap_words(asked.state.plans.get(person)) is not None


def _own_gap(text: str) -> tuple[str, int] | None:
    found = _ON_GAP.search(text)
    if found is None or dialogue.tells_plan(text):
        return None
    number = found["n"].lower()
    return (
        f"every {_NUMBERS.get(number, 1 if number in ('a', 'an', 'the') else number)} {found['unit']}s",
        found.end(),
    )


def _person(asked: Asked, words: str, named: list[str]) -> str | None:
    """Who is meant by "mine", "hers" or a name."""
    if named:
        return named[0]
    if re.match(r"(?:mine|me|my|i)\b", words, re.I):
        return ME
    others = [one for one in (asked.state.other, *asked.state.known) if one and one != ME]
    return next((one for one in others if fits(words, one)), None)


def _moved(offset: re.Match[str], day: date | None) -> date | None:
    if day is None:
        return None
    if "way" not in offset.re.groupindex:
        return day
    number = offset["n"].lower()
    count = int(number) if number.isdigit() else _NUMBERS.get(number, 1)
    days = count * {"day": 1, "week": 7, "fortnight": 14}[offset["unit"].lower()]
    return day + timedelta(days=days if offset["way"].lower() in ("after", "later", "behind") else -days)


def day_words(asked: Asked, text: str, day: date | None = None) -> str:
    """The day that is told of somebody's own, in plain words; in the person's words where it is none or two."""
    day = day or dialogue.day_told(text, asked.who)
    if day is not None and day <= asked.who.today:
        return f"the last one was on {full_date(day)}"
    coming = day or dialogue.coming_date(text, asked.who)[0]
    if coming is not None:
        return f"the next one is on {full_date(coming)}"
    said = _WAS.sub("last was", text)
    return said if re.search(r"\d|day\b", _B12.sub("", said)) else ""
