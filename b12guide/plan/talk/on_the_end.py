"""A dose of a course that is left out, and added behind its last one, as the clinic said: "can't make the 8th, they'll
stick it on the end"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.schedule import Run, missing, runs, whole_count
from ..model import Phase
from ..reading.day_words import WEEKDAY_WORDS
from .days_named_in import Named, named_in
from .set_days_words import OTHER_THING
from .state import State

_CLINIC = (
    r"(?:they|clinic|surgery|nurse|doctor|gp|she|he|practice|hospital|receptionist|consultant|team|ward|we'?ve agreed"
    r"|agreed)"
)
_AT_END = re.compile(
    rf"\b{_CLINIC}\b[^.;!?]{{0,60}}?(?<!n't )(?<!not )(?<!never )"
    r"\b(?:stick|sticking|put|putting|add|adding|added|tack|tacking|pop|popping|bung|shove|tag"
    r"|do|doing|have|give|giving|move|moving|moved|make|making|slot|chuck|go|goes|gets?)\b[^.;!?]{0,30}?"
    r"(?:\b(?:(?:on |on to |onto |to |at |in at )the (?:very )?(?:end|back)\b|the end\b)"
    # The end of the course, and of nothing else: no day, no month, no queue.
    r"(?![- ]of\b(?! (?:(?:the|my|his|her|their|our|this|that|all) ){0,2}(?:loading |first |whole ){0,2}"
    r"(?:course|lot|loading|run|injections?|jabs?|shots?|doses?|set|batch|series|block|treatment|plan|them|those|\d)))"
    r"|\bafter (?:the |my |that )?(?P<last>last (?:one|of them|jab|shot|injection|dose)\b"
    r"|(?=\x00)))",
    re.I,
)
_LEFT_OUT = re.compile(
    r"\b(?:can'?t|cannot|won'?t|couldn'?t|skip(?:ping)?|miss(?:ing)?|leave out|leaving out|drop(?:ping)?|not able"
    r"|unable"
    r"|away|off|shut|closed|no (?:nurse|clinic|appointment)s?|without)\b",
    re.I,
)
# What else is done at the end of a course.
_OTHER = re.compile(
    r"\b(?:creams?|letters?|check(?:s|ed|ing|-?ups?)?|forms?|prescriptions?|results?|paperwork|questionnaire|samples?)\b",
    re.I,
)
# "Away until the 8th" ends before it, or goes on beyond it.
_STRETCH = re.compile(
    r"(?:\b(?:until|untill|till?|'til|to|through|thru|from|since|before|after|back|by) (?:on )?"
    rf"|\d(?:st|nd|rd|th)? ?[-\u2013] ?)(?:the )?(?:(?:{WEEKDAY_WORDS}),? (?:the )?)?$",
    re.I,
)
# What is only wished, or asked, leaves nothing out.
_WISH = re.compile(
    r"\b(?:can|could|should|would|may|might) (?:i|we|they|it|you|the)\b|\b(?:if|whether|hope|hoping|want|wish"
    r"|would like"
    r"|maybe|perhaps|ask)\b",
    re.I,
)
_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?\n]*")


def put_at_end(text: str, state: State, today: date) -> date | None:
    """The day of the course that is left out, where a message says that the clinic adds one at the end for it."""
    if not state.ready(today) or state.anchor is None or not any(phase.bounded for phase in state.phases):
        return None
    plain = text.replace("’", "'")
    run = _run(state)
    if run is None or not run.count:
        return None
    own = [run.at(place)[0] for place in range(run.count)]
    before = ""
    for sentence in _SENTENCE.finditer(plain):
        words = sentence[0]
        named = named_in(words)
        marked, last = _marked(words, named, own), None
        found = _AT_END.search(marked)
        other = found is not None and (OTHER_THING.search(found[0]) or _OTHER.search(found[0]))
        if found is not None and not other and "?" not in words and _WISH.search(words[: found.end()]) is None:
            if found["last"] is not None and not found["last"]:
                last = next((one for one in named if one.start >= found.end() - 1), None)
            told = before + " " + words if not named or named == [last] else words
            left = [one for one in named_in(told) if last is None or not last.fits(own[-1]) or not one.fits(own[-1])]
            if any(_STRETCH.search(told[: one.start]) for one in left):
                return None
            days = {next(day for day in own if one.fits(day)) for one in left if any(one.fits(day) for day in own)}
            if len(days) == 1 and _LEFT_OUT.search(before + " " + words):
                return days.pop()
        before = words
    return None


def _marked(words: str, named: list[Named], own: list[date]) -> str:
    """A sentence with a mark where the last day of the course is named."""
    for one in reversed(named):
        if one.day is not None and one.fits(own[-1]):
            words = f"{words[: one.start]}\x00{words[one.start + 1 :]}"
    return words


def _run(state: State) -> Run | None:
    """The part that goes on, where it has an end."""
    if state.anchor is None or missing(state.phases, state.anchor) is not None:
        return None
    run = next((run for run in runs(state.phases, state.anchor) if run.count != 0), None)
    return run if run is not None and run.phase.bounded and run.narrow else None


def with_one_at_end(state: State, left_out: date, new: date | None = None) -> tuple[State, date] | None:
    """The plan without a day of the course, and with one more behind its last one, and that day: `new`, or the next one
    that the part would have."""
    plan = State.from_json(state.to_json())
    run, anchor = _run(plan), plan.anchor
    if run is None or anchor is None or not run.count:
        return None
    days = [run.at(place)[0] for place in range(run.count)]
    bare = next(one for one in runs(plan.phases, replace(anchor, moved=())) if one.index == run.index)
    longer = tuple(_one_more(one) if i == run.index else one for i, one in enumerate(plan.phases))
    more = next(one for one in runs(longer, replace(anchor, moved=())) if one.index == run.index)
    if left_out not in days or not more.count or more.count <= run.count:
        return None
    place, new = days.index(left_out), new or more.at(run.count)[0]
    if new <= days[-1]:
        return None
    following = [*days[place + 1 :], new]
    moved = dict(anchor.moved) | {bare.at(place + n)[0]: day for n, day in enumerate(following)}
    plan.anchor = replace(anchor, moved=tuple(sorted(pair for pair in moved.items() if pair[0] != pair[1])))
    return plan, new


def _one_more(phase: Phase) -> Phase:
    total = whole_count(phase)
    count = (total or 0) - phase.behind + 1
    return replace(phase, count=count, duration=None, duration_unit=None)
