"""The plans of several people in one message: each told with its own yes, kept or dropped, compared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from actions.turn import Turn
from b12guide.conversation.claims import MEET, MEET_AGAIN
from b12guide.conversation.kept_apart import ALL_SHARED
from b12guide.conversation.kinds import AFFIRM, CLAIM, DROPPED, FILES, SAVED, WHOSE, WORDS
from b12guide.conversation.names import said_back
from b12guide.conversation.state import AT_ONCE
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.plan.talk.templates import dates
from b12guide.plan.wording import listed, plural, say_dose
from b12guide.shared import plan_wording

# So far ahead days in common are looked for; so many of each person's, and so many in common, are named.
_A_YEAR, _SHOWN, _SHARED = 366, 5, 8
# The answer to "is hers before mine" by how many days hers is after mine.
_TRUE = {"before": lambda days: days < 0, "after": lambda days: days > 0, "same": lambda days: days == 0}


def drop(turn: Turn, people: Iterable[str]) -> None:
    """Forget plans that were nobody's, or are not wanted, and what waited for whether somebody is an adult."""
    for person in people:
        turn.state.drop(person)
        turn.state.children = [child for child in turn.state.children if child != person]
        turn.state.held = None


def each(turn: Turn) -> None:
    """What is told of each person, one after the other; the last one is asked about first, the others wait."""
    told = list(zip(turn.step.values(WHOSE), _words(turn), strict=True))
    asks = []
    for person, words in told:
        turn.state.turn_to(person)
        _takes(turn, words, quiet=True)
        asks.append(not dialogue.awaits_yes(turn.state.plans.get(person)))
    order = [person for (person, _), open_ in sorted(zip(told, asks, strict=True), key=lambda one: one[1])]
    turn.state.waiting = [*dict.fromkeys([*order[:-1], *turn.state.waiting])]
    turn.state.other = next((person for person in reversed(order) if person != ME), turn.state.other)
    for person in order:
        turn.state.turn_to(person)
        last = person == order[-1]
        if last or dialogue.awaits_yes(turn.state.plans.get(person)):
            turn.plan_takes("whole", text="", asks=last, heading=True)
    if turn.state.waiting and not any(asks):
        turn.state.note(AT_ONCE)


def _words(turn: Turn) -> list[str]:
    return [value for name, value in turn.step.details if name == WORDS]


def _takes(turn: Turn, words: str, *, quiet: bool = False) -> None:
    """What is told of the plan of whom is spoken of."""
    for request in ("regimen", "state", "whole"):
        if turn.plan_takes(request, text=words if request != "whole" else "", quiet=quiet):
            return


def aside(turn: Turn) -> None:
    """What was told of somebody who was not asked about is read, and kept as nobody's until it is."""
    before = turn.state.whose
    for person, words in zip(turn.step.values(WHOSE), _words(turn), strict=True):
        kept = turn.state.plans.get(person)
        turn.state.turn_to(person)
        _takes(turn, words, quiet=True)
        told = turn.state.plans.pop(person, None)
        if kept is not None:
            turn.state.plans[person] = kept
        if told is not None:
            turn.state.aside[person] = told
    turn.state.whose = before


def keep(turn: Turn) -> None:
    """Whose plan is given up, and whose is kept."""
    words, state = plan_wording(), turn.state
    gone = turn.step.values(DROPPED)
    saved = [one for one in turn.step.values(SAVED) if dialogue.is_told(state.told_of(one))]
    had = [one for one in gone if state.told_of(one)]
    calendar = any(dialogue.is_kept(state.plans.get(one)) for one in had)
    lines = [words("plan_dropped", plans=listed([_plan_of(turn, one) for one in had]))] if had else []
    lines += [words("plan_not_there", who=_who(turn, one)) for one in gone if one not in had]
    lines += [words("forgotten_calendar")] if calendar else []
    drop(turn, gone)
    if ME in state.plans and ME not in gone:
        state.whose = ME
        if dialogue.is_kept(state.plans[ME]) and (had or gone):
            lines.append(words("still_kept"))
    if lines:
        turn.say(" ".join(lines), kind="plan")
    order = sorted(saved, key=lambda one: not dialogue.awaits_yes(state.plans.get(one)))
    for person in order:
        state.turn_to(person)
        if dialogue.awaits_yes(state.plans.get(person)):
            state.waiting = [one for one in state.waiting if one != person]
            turn.plan_takes(AFFIRM, text="yes", heading=len(order) > 1)
        elif not gone or turn.step.values(FILES):
            turn.plan_takes("calendar" if dialogue.is_kept(state.plans.get(person)) else "next", text="", heading=True)


def compare(turn: Turn) -> None:
    """Whose date is first, and by how much."""
    words = plan_wording()
    one, other = turn.step.values(WHOSE)
    claim = turn.step.values(CLAIM)[0]
    who = turn.who
    due = {person: dialogue.next_day(turn.state.told_of(person), who, words) for person in (one, other)}
    missing = next((person for person in (one, other) if due[person] is None), None)
    first, second = due[one], due[other]
    if missing is not None or first is None or second is None:
        if missing is not None and dialogue.is_told(turn.state.told_of(missing)):
            turn.state.turn_to(missing)
            turn.plan_takes("next", text="")
        elif missing == ME or missing is None:
            turn.state.turn_to(ME)
            turn.say(words("compare_missing"), kind="ask")
        else:
            turn.state.other = missing
            turn.say(words.for_other()("compare_missing", who=said_back(turn.state.word_for(missing))), kind="ask")
        return
    if claim == ALL_SHARED:
        _all_shared(turn, one, other)
        return
    if claim in (MEET, MEET_AGAIN):
        _meet(turn, one, other, again=claim == MEET_AGAIN)
        return
    days = (first.earliest - second.earliest).days
    lines = [words("compare_yes" if _TRUE[claim](days) else "compare_no")] if claim in _TRUE else []
    early, late = (one, other) if days <= 0 else (other, one)
    if days == 0:
        lines.append(
            _capital(words("compare_same", first=_who(turn, one), other=_who(turn, other), date=say_dose(first)))
        )
    else:
        when = {"date": say_dose(due[early] or first), "other_date": say_dose(due[late] or second)}
        named = {"first": _who(turn, early), "other": _capital(_who(turn, late))}
        lines.append(_capital(words("compare_first", **named, **when, later=plural(abs(days), "day"))))
    turn.say(" ".join(lines), kind="plan")
    next_waiting(turn)


def _meet(turn: Turn, one: str, other: str, *, again: bool) -> None:
    """The next day that two plans have in common; `again`: after the next day of each where that is the same."""
    words, who = plan_wording(), turn.who
    mine, theirs = (dialogue.days_ahead(turn.state.told_of(person), who, words) for person in (one, other))
    common = [day for day in mine if day in set(theirs)]
    if again and common and mine[:1] == theirs[:1] == common[:1]:
        common = common[1:]
    named = {"first": _who(turn, one), "other": _who(turn, other)}
    name = "compare_meet" if common else "compare_never"
    day = {"date": full_date(common[0])} if common else {}
    turn.say(_capital(words(name, **named, **day)), kind="plan")
    next_waiting(turn)


def _all_shared(turn: Turn, one: str, other: str) -> None:
    """The next days of each, and all of the year ahead that both have."""
    words, who = plan_wording(), turn.who
    until = who.today + timedelta(days=_A_YEAR)
    days = {
        person: [day for day in dialogue.days_ahead(turn.state.told_of(person), who, words) if day <= until]
        for person in (one, other)
    }
    named = {person: _capital(_who(turn, person)) for person in (one, other)}
    lines = [f"{named[person]}: {dates(found[:_SHOWN])}." for person, found in days.items() if found]
    common = sorted(set(days[one]) & set(days[other]))[:_SHARED]
    name = "shared_days" if common else "shared_none"
    lines.append(words(name, **({"dates": dates(common)} if common else {})))
    turn.say("\n".join(lines), kind="plan")
    next_waiting(turn)


def next_waiting(turn: Turn) -> None:
    """Of the plans told at once, which one is without a yes still, once the one before has its own."""
    state = turn.state
    state.waiting = [
        one
        for one in state.waiting
        if one != state.whose and state.plans.get(one) and not dialogue.is_kept(state.plans[one])
    ]
    if state.waiting and dialogue.is_kept(state.plan):
        state.turn_to(state.waiting.pop(0))
        turn.say(plan_wording()("waits_for_yes", plan=_capital(_plan_of(turn, state.whose))), kind="plan")


def _who(turn: Turn, person: str) -> str:
    return plan_wording()("compare_you") if person == ME else said_back(turn.state.word_for(person))


def _plan_of(turn: Turn, person: str) -> str:
    return (
        plan_wording()("my_plan")
        if person == ME
        else plan_wording()("plan_of", who=said_back(turn.state.word_for(person)))
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
