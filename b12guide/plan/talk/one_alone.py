"""One dose that the clinic moves while the others stay: "they'll do me Friday instead, leave the other two", "the
middle one is on Thursday now, the rest stay", "the 14th this time, and stick to the 10th after that".

What follows goes on from the days of the plan and never from the moved one. Which one is moved is asked where it is not
named and another one is about as near.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..model import Dose
from ..reading.day_words import NTH_END
from .coming_day import coming_day
from .days_in_place import SetDays, with_days_set
from .days_named_in import named_in
from .message import ORDINALS
from .moved_dose import AHEAD, OF_OTHER
from .outcome import Who
from .set_days_read import SetDaysReader
from .set_days_words import EVERY, HAD_IT_MOVED, MOVES, NOT_SET, OTHER_THING, SENTENCE, WISH_BEHIND
from .state import State
from .sure_day import names_no_source

_THING = r"(?:ones?|dates?|days?|jabs?|jags?|shots?|injections?|needles?|doses?|appointments?)"
_N = r"(?:one|two|three|four|five|six|[1-6])"
_OTHERS = (
    rf"(?:others?(?: (?P<{{0}}>{_N}))?(?: {_THING})?|(?:ones|dates) after(?: (?:that|it|this))?|later (?:ones|dates)"
    rf"|rest(?: of (?:them|those|the {_THING}))?"
    rf"|remaining (?P<{{1}}>{_N}))"
)
_USUAL = rf"(?:usual|normal|old|original|planned|same|regular) (?:{_THING}|plan|schedule|rhythm|pattern)"
_AFTER = r"(?:after (?:that|it|this)|ones after|afterwards?|then|from then on|thereafter|from there on?)"
_STAYS = re.compile(
    rf"\b(?:leave|leaving|keep|keeping|not touching|don'?t (?:touch|change|move)|without (?:touching|changing|moving))"
    rf" (?:the |my |her |his |all )?{_OTHERS.format('n1', 'n2')}(?: (?:alone|put|as (?:they|it) (?:are|is|were)"
    r"|where they (?:are|were)|the same|unchanged|as planned))?"
    rf"|\b(?:the |my |her |his |all )?{_OTHERS.format('n3', 'n4')} (?:all |both |just |will |'ll ){{0,2}}"
    r"(?:stays?(?: (?:put|as (?:they|it) (?:are|is|were)|the same|where they are|as planned))?"
    r"|(?:are|is|be|being) (?:still )?(?:the same|unchanged|not (?:moved|changed)|as (?:they were|planned|before))"
    r"|(?:remain|keep)(?: (?:as (?:they are|planned)|the same|unchanged|their days))?"
    r"|(?:don'?t|doesn'?t|won'?t|haven'?t|hasn'?t|aren'?t|isn'?t)(?: be| been)? (?:change[ds]?|moved?))"
    rf"|(?:\b{_AFTER},? )?(?:(?:and|but|then|it|they|we|i|she|he|'ll|'s|is|just|all) ){{0,4}}"
    r"\b(?:stick(?:ing|s)?|keep(?:ing|s)?|go(?:es|ing)?(?: back| on)?|back|carr(?:y|ies|ying) on|continu(?:e|es|ing)"
    r"|stay(?:ing|s)?|returns?)"
    rf" (?:to|with|on|at|from|as|by) (?:the |my |her |his |our )?(?:(?P<day>\d{{1,2}}){NTH_END}\b|(?P<usual>{_USUAL}))"
    rf"(?: of (?:the|each|every) month)?(?:,? {_AFTER})?",
    re.I,
)
# Only what is behind the moved one can stay on a day of the month: "keep to the 10th" alone denies the new day.
_BEHIND = re.compile(rf"\b(?:{_AFTER})\b", re.I)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PLACE = re.compile(
    rf"\b(?:the|my|her|his) (?:(?P<middle>middle)(?: {_THING})?|(?P<word>next|last|final|{'|'.join(ORDINALS)})"
    rf"(?: of (?:them|those|the \w+))? (?:one|jab|jag|shot|injection|needle|dose)|(?P<n>[1-9])(?:st|nd|rd|th)"
    r" (?:one|jab|shot|injection|dose))\b",
    re.I,
)
_IS_MOVED = re.compile(rf"\b(?:{MOVES}|now|instead|booked|rebooked|will be|is|'ll be)\b", re.I)
_ASKED = re.compile(r"\?")
# A move that was refused, that nobody made, of which there are two, or that is somebody else's.
_OPEN = re.compile(
    r"\b(?:not|never|no longer|said no|refused|declined|turned (?:it|that) down|wanted|want|or|think|maybe|perhaps"
    r"|might|could|asked)\b|n't\b"
    r"|\b(?!(?:it|that|they|he|she|one|what|there|here|let|jab|shot|dose|injection|appointment)'s\b)[a-z]{3,12}'s"
    r" (?!clinic|nurse|doctor)",
    re.I,
)
# A day so much nearer to one of the plan than to any other, and so far from that, is in place of none but it.
_NEARER, _CLEAR = 3, timedelta(days=5)
_MOST = timedelta(days=31)
_LONGEST, _SHOWN = 400, 3


@dataclass(frozen=True)
class _Told:
    """What a message says of the others: that they `stay`, and how many they are where it counts them; `left` is the
    message without it."""

    stay: bool
    others: int | None
    left: str


def one_alone(text: str, state: State, who: Who) -> SetDays | None:
    """The one dose that is moved, with its new day, or those of which one is; None where a message tells of no such
    move. The state's dates can be counted."""
    plain = text.replace("’", "'")
    told = _others_stay(plain, state, who.today)
    if told is None or len(plain) > _LONGEST:
        return None
    sets, rest = _apart(told.left, who.today)
    sets = HAD_IT_MOVED.sub("moved", sets)
    if _ASKED.search(sets) or NOT_SET.search(sets) or EVERY.search(sets) or _OPEN.search(sets):
        return None
    if (
        OF_OTHER.search(sets)
        or OTHER_THING.search(sets)
        or (sets and names_no_source(told.left) and not _IS_MOVED.search(sets))
    ):
        return None
    return _moved(sets, told, state, who.today, rest)


def _others_stay(plain: str, state: State, today: date) -> _Told | None:
    """What is said of the others; None where neither they nor the place of the moved one are named."""
    found = next((m for m in _STAYS.finditer(plain) if _fits(m, plain, state, today)), None)
    if found is None:
        place = _PLACE.search(plain)
        named = place is not None and place["middle"] is not None
        return _Told(False, None, plain) if named and _IS_MOVED.search(plain) else None
    count = next((found[name] for name in ("n1", "n2", "n3", "n4") if found[name]), None)
    others = _NUMBERS.get(count.lower()) or int(count) if count else None
    return _Told(True, others, f"{plain[: found.start()].rstrip(' ,;:–-')} {plain[found.end() :]}")


def _fits(found: re.Match[str], plain: str, state: State, today: date) -> bool:
    """Whether the day of the month, where it is one that is kept to, is that of the plan behind the next one."""
    if found["day"] is None and found["usual"] is None:
        return True
    if _BEHIND.search(found[0]) is None and _BEHIND.search(plain[max(found.start() - 12, 0) : found.start()]) is None:
        return False
    behind = _coming(state, today)[1:_SHOWN]
    return found["day"] is None or (bool(behind) and all(dose.earliest.day == int(found["day"]) for dose in behind))


def _moved(sets: str, told: _Told, state: State, today: date, rest: str) -> SetDays | None:
    coming = _coming(state, today)
    if not coming or coming[0].latest < today:
        return None
    reader = SetDaysReader(sets, state, today)
    pairs = reader.found().pairs
    if pairs:
        # Which one it is says the message itself.
        return _set(pairs[0][0], pairs[0][1], told, state, today, rest) if len(pairs) == 1 else None
    course = _in_question(coming, state, told)
    place = _PLACE.search(sets)
    named = _at_place(place, course, state) if place is not None else []
    if place is not None and not named:
        return None
    if not sets and told.stay and (last := _set_before(state)) is not None:
        # Of the one that was set before it is said what comes behind it.
        return _set(last, last, told, state, today, rest)
    days = _new_days(_PLACE.sub(" ", sets), (named or course)[0].earliest, today)
    if len(days) != 1 or any(dose.earliest == days[0] for dose in coming):
        return None
    if len(named) == 1:
        return _set(named[0].earliest, days[0], told, state, today, rest)
    return _of_several(named or course, days[0], told, state, today, rest, sure=not named)


def _set_before(state: State) -> date | None:
    """The day that the clinic set last, which stands in the place of another."""
    moved = state.anchor.moved if state.anchor is not None else ()
    return state.booked or max((now for _, now in moved), default=None)


def _set(was: date, day: date, told: _Told, state: State, today: date, rest: str) -> SetDays | None:
    found = SetDays(((was, day),), rest=rest, alone=day if told.stay else None)
    near = abs(day - was) <= _MOST
    return found if near and with_days_set(state, found, today) is not None else None


def _of_several(
    some: Sequence[Dose], day: date, told: _Told, state: State, today: date, rest: str, *, sure: bool
) -> SetDays | None:  # fmt: skip
    """The one of several that the day is in place of, where one is far nearer than any other; else all that can be."""
    near = sorted(some, key=lambda dose: abs(dose.earliest - day))
    away = [abs(dose.earliest - day) for dose in near]
    # One that is not the next is asked about, unless it is but a few days off.
    plain = near[0] is some[0] or away[0] < _CLEAR
    if len(near) == 1 or (sure and plain and away[1] >= max(_NEARER * away[0], _CLEAR)):
        return _set(near[0].earliest, day, told, state, today, rest)
    can = [dose.earliest for dose in some if _set(dose.earliest, day, told, state, today, rest) is not None]
    return SetDays(rest=rest, alone=day, among=tuple(can)) if can else None


def _coming(state: State, today: date) -> list[Dose]:
    assert state.anchor is not None
    found = next_doses(state.phases, state.anchor, today=today, count=AHEAD)
    return [dose for dose in found if dose.earliest == dose.latest]


def _in_question(coming: Sequence[Dose], state: State, told: _Told) -> list[Dose]:
    """The doses of which one is moved: with the others as they are counted, or all that are left of a course."""
    course = [dose for dose in coming if dose.phase_index == coming[0].phase_index]
    bounded = state.phases[coming[0].phase_index].bounded
    if told.others is not None:
        return course[: told.others + 1]
    return course if bounded else course[:_SHOWN]


def _at_place(place: re.Match[str], course: Sequence[Dose], state: State) -> list[Dose]:
    """The dose at a place of those that are left, or of the whole course; both, where they differ."""
    bounded = state.phases[course[0].phase_index].bounded
    if place["middle"]:
        half, odd = divmod(len(course), 2)
        return [*course[half - (not odd) : half + 1]] if len(course) > 1 else []
    word = (place["word"] or "").lower()
    if word == "next":
        return [course[0]]
    if word in ("last", "final"):
        return [course[-1]] if bounded else []
    number = ORDINALS.get(word) or int(place["n"] or 1)
    anchor, behind = state.anchor, state.phases[course[0].phase_index].behind
    if anchor is not None and anchor.kind == "last" and not anchor.ends_phase:
        behind += anchor.done or 0
    found = dict.fromkeys((number - 1, number - 1 - behind)) if bounded else {number - 1: None}
    return [course[n] for n in sorted(found) if 0 <= n < len(course)]


def at_place(text: str, some: Sequence[Dose]) -> list[Dose]:
    """The one of several doses that an answer names by its place among them: "the middle one", "the last"."""
    found = re.fullmatch(rf"\W*(?:it'?s |its |in place of )?(?:the )?(first|second|third|middle|last)(?: {_THING})?\W*",
                         text, re.I)  # fmt: skip
    if found is None or not some:
        return []
    word = found[1].lower()
    place = {"first": 0, "second": 1, "third": 2, "last": len(some) - 1}.get(word, len(some) // 2)
    return [some[place]] if place < len(some) and (word != "middle" or len(some) % 2) else []


def _new_days(sets: str, near: date, today: date) -> tuple[date, ...]:
    """The day that is set, by all of its words; a weekday alone is the one beside the planned day."""
    named = named_in(sets)
    if len(named) == 1 and named[0].day is None and named[0].month is None:
        around = (near + timedelta(n) for n in range(-6, 7))
        fits = [day for day in around if named[0].fits(day) and day >= today and day != near]
        return tuple(sorted(fits, key=lambda day: abs(day - near))[:1])
    return coming_day(sets, today=today, shown=near).days


def _apart(left: str, today: date) -> tuple[str, str]:
    """What of a message names the move, and what it says beside it: sentences without a day, and a wish behind one."""
    sets: list[str] = []
    rest: list[str] = []
    at = 0
    for end in [*(match.end() for match in SENTENCE.finditer(left)), len(left)]:
        sentence, at = left[at:end], end
        wish = WISH_BEHIND.search(sentence)
        told = sentence[: wish.start()] if wish is not None else sentence
        rest += [sentence[wish.end() :]] if wish is not None else []
        names = named_in(told) or _PLACE.search(told) or coming_day(told, today=today).days
        (sets if names else rest).append(told)
    return " ".join(sets).strip(), " ".join(part.strip() for part in rest if part.strip(" .,;!?"))
