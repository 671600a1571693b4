"""Reminders that are to go: all of them, those of one person, or all but those of one."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ALONE, ASKED, NAMED, REMINDED, REMINDERS, WHOSE, WORDS
from b12guide.conversation.reminder_wishes import reminders_of
from b12guide.conversation.state import State
from b12guide.conversation.whose import ME, named_in
from b12guide.diary import reminder_ends, wishes
from b12guide.diary.spelled import spelled_out
from b12guide.plan import dialogue

_CUT = re.compile(r"\s*[,;.!]\s*(?:(?:and|but|then)\s+)?|\s+(?:and|but|while|n|&)\s+", re.I)
_MINE = re.compile(r"\b(?:mine|my own(?: ones?)?|my ones?|myself|(?:about|for|of) me)\b", re.I)
_KEEPS = re.compile(
    r"^\W*(?:(?:please|pls|but|and|just|so|can you|you can)\W+){0,3}(?:keep|leave|still (?:send|do|text|remind"
    r"|want|need)"
    r"|carry on|continue|(?:don'?t|do not) (?:stop|touch|end|cancel|change)|not)\b",
    re.I,
)
_DROPS = re.compile(
    r"^\W*(?:(?:please|pls|just|can you|could you|you can|ok|okay|so|actually)\W+){0,3}(?:drop|cancel|stop|end"
    r"|remove|delete"
    r"|scrap|bin|turn off|switch off|pause|no more(?: of| for)?|none for)\b",
    re.I,
)
_ONLY_ABOUT = re.compile(
    r"\b(?:only|just)(?: (?:want|need|like|send|get|text|remind|message|have|give|me|us|to|be|the|any)){0,5}"
    r"(?: (?:texts?|reminders?|messages?|reminded|texted|nudges?|alerts?))? (?:about|for|of|on) ",
    re.I,
)
_COURTESY = re.compile(r"^\W*(?:(?:please|pls|thanks|thank you|ta|ok|okay|cheers|now)\W*){0,4}$", re.I)
_NAMES = re.compile(r"\b(?:remind\w*|texts?|nudges?|alerts?|pings?)\b", re.I)


def of_some(asked: Asked, text: str) -> Taken:
    """ "Stop my reminders, just mine, keep mum's", "I only want texts about dad's": of whom they go, and whose stay."""
    state, plain, has = asked.state, spelled_out(text), reminded(asked.state)
    if len(plain.split()) > 24 or "?" in plain[:-1]:
        return None
    if (found := _ONLY_ABOUT.search(plain)) is not None and wishes.days_before(plain) is None:
        people = _named(plain[found.end() - 5 :], state)
        if len(people) == 1 and people[0] in has and wishes.time_of(plain) is None:
            gone = [one for one in has if one != people[0]]
            listed = Step(REMINDERS, ((ASKED, wishes.LISTED), (WORDS, ""), (WHOSE, people[0]), (NAMED, "yes")))
            return (*(_ended(one, text) for one in gone), *(() if gone and people[0] == ME else (listed,)))
    if len(has) < 2:
        return None
    ends, ended, kept = False, list[str](), list[str]()
    for piece in _CUT.split(plain):
        people = _named(piece, state)
        if _KEEPS.match(piece) and people:
            kept += people
        elif _DROPS.match(piece) or _is_end(piece):
            ends, ended = True, [*ended, *people]
        elif ends and re.match(r"\W*(?:just|only)\b", piece, re.I) and people:
            ended += people
        elif not _COURTESY.match(piece):
            return None
    narrowed = re.search(r"\b(?:just|only)\b", plain, re.I) is not None
    if not ends or not (kept or (narrowed and ended)):
        return None
    gone = [one for one in has if one not in kept and (one in ended or not ended)]
    return tuple(_ended(one, text) for one in gone) or None


def _ended(person: str, text: str) -> Step:
    return Step(REMINDERS, ((ASKED, wishes.END), (WORDS, text), (WHOSE, person), (NAMED, "yes"), (ALONE, "yes")))


def _is_end(piece: str) -> bool:
    found = wishes.asked_of_reminders(piece)
    return found is not None and found.what == wishes.END


def _named(words: str, state: State) -> list[str]:
    """The people whom some words name, the writer by "mine" too."""
    me = [ME] if _MINE.search(words) else []
    return [*me, *named_in(words, state.known)]


def all_ended(asked: Asked, text: str) -> Taken:
    """ "Bin them all", where reminders are spoken of; "for mum please stop all", whether or not any were set."""
    state, person = asked.state, asked.about.person
    spoken = state.said[-1:] == [REMINDED] or _NAMES.search(spelled_out(asked.said.text)) is not None
    named = [(NAMED, "yes")] if asked.about.named else []
    hers = asked.about.named and person != ME and dialogue.is_told(state.plans.get(person))
    if (spoken and reminded(state) and reminder_ends.ends_them(text)) or (hers and reminder_ends.ends_all_of_one(text)):
        return (Step(REMINDERS, ((ASKED, wishes.END), (WORDS, text), (WHOSE, person), *named)),)
    return None


def reminded(state: State) -> list[str]:
    """Of whom reminders are wished."""
    return [one for one in state.diaries if reminders_of(state, one).wishes]
