"""A row of the table: what is said of reminders in any words: which there are, whose or which kind is to go, a pause,
the code that was mailed, an address for mails. What else the message says is decided by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    AFFIRM,
    ASKED,
    DAY,
    DENY,
    FORGET_ME,
    NAMED,
    PLACE,
    REMINDED,
    REMINDERS,
    TIMES,
    WHOSE,
    WORDS,
)
from b12guide.conversation.reminder_wishes import reminders_of
from b12guide.conversation.reminders_ended import all_ended, of_some, reminded
from b12guide.conversation.state import PLAN, State
from b12guide.conversation.whose import named_in
from b12guide.diary import reminder_ends, reminder_lists, reminder_missing, reminder_pauses, wishes, zone_words
from b12guide.diary.reminders import EMAIL, HERE
from b12guide.diary.spelled import spelled_out
from b12guide.diary.wishes import LEAD
from b12guide.plan import dialogue
from b12guide.understanding.acts import NOT_UNDERSTOOD, REQUEST, UNSURE

# What is hardly anything beside what is said of reminders.
_LITTLE = (NOT_UNDERSTOOD, UNSURE, "out_of_scope", "out_of_scope_medical", REMINDERS, FORGET_ME)
# So many things that were said since may stand between.
_LATELY = 3
_SENTENCE = re.compile(r"(?<=[.;!?\n])\s+|\s*,\s*(?=(?:and|but) )", re.I)
_LETTERS = re.compile(r"[a-z0-9]", re.I)
# "Forget the e-mail thing": an idea is given up, and nothing that is kept.
_GIVES_UP = re.compile(
    rf"{LEAD}(?:(?:no|nah|nope|oh)\W+){{0,3}}(?:forget|never mind|nevermind|scrap|drop|skip|leave|ignore)(?: about)?"
    r" (?:the |that |this |what i said about )?(?P<what>(?:e-?mail|mail|text|reminder|message|january|february"
    r"|march|april"
    r"|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|xmas"
    r"|christmas|pause|question|month|zone|time zone|clock)s?)(?: (?:thing|stuff|idea|bit|part|question|one"
    r"|business|plan"
    r"|then|now|please|i said)){0,3}\W*$",
    re.I,
)
_ADDRESS_ALONE = re.compile(
    r"^\W*(?:(?:ok|okay|yes|yeah|then|and|well|so|please|pls|right|sure|e-?mail|mail|by|it|is|it's|its|my|the"
    r"|to|at|use|send"
    r"|them|me|address|instead|here|try|this|that|goes|can|you|do|i'd|like|prefer|want|thanks|one|via|on|for"
    r"|reminders?)\b\W*){0,12}$",
    re.I,
)


_REFUSED = re.compile(
    r"\b(?:not|(?:should|is|do|does|was|ca|wo)n'?t|shouldnt|instead of|rather than|no more|no)"
    r"(?: (?:be|want|come|need|it|mine|them|that|to|for|remind|text|me|a|the|one|reminder)){0,6}"
    r" (?P<day>on the day|the day itself|the same day|(?:\d{1,2}|one|two|three|four|five|six|seven|ten) days before"
    r"|the (?:day|night|evening|morning|week) before)\b",
    re.I,
)
_OF_HERS = re.compile(
    r"\b(?:before|ahead of|of|for|about|on) (?P<who>(?:my |our )?[\w-]{2,20}'?s)"
    r"(?= (?:at|in|on|next|jab|injection|shot|one|dose|b-?12|please|is due|too|by|as)\b|\s*[,.!?]|\s*$)",
    re.I,
)
# "You said you could send an e-mail?", "can you do it by e-mail".
_ASKS_MAIL = re.compile(
    rf"{LEAD}(?:(?:you said|i thought|didn't you say) )?(?:that )?(?:you )?(?:can|could|would|do|will)(?: you| u)?"
    r"(?: (?:also|not|maybe|at least|just))? (?:send|do|use|remind me by|go by|come by|it be)(?: me| it| them"
    r"| reminders?"
    r"| one| those)?(?: (?:an?|by|via|as|through|the))? e-?mails?(?: reminders?)?"
    r"(?: (?:instead|then|please|too|as well|me|reminders?|for (?:it|that|me)|right)){0,3}\W*$",
    re.I,
)
_EVERY = re.compile(
    r"\b(?:every|each) (?:[a-z]+day|day|week|weekend|morning|evening|night)s?\b|\bon [a-z]+days\b", re.I
)
_DOSE = re.compile(r"\b(?:last|had|start(?:ed)?|first|since)\b", re.I)
_MAIL = re.compile(r"\be-?mail", re.I)


def in_words(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What a message says of reminders, before and behind what else it says.

    Args: decided: who takes the rest.
    """
    state = asked.state
    free = state.awaiting in (None, PLAN) and state.standing is None and not state.child_writes
    if not free or asked.said.excerpt or asked.said.verdict.warns:
        return None
    text = asked.said.text.replace("’", "'")
    parts = [part for part in _SENTENCE.split(text) if part.strip()]
    if (reminded(state) or _stopped(state)) and (told := reminder_missing.clauses(text)):
        return _none_came(asked, told, decided)
    found = _code(asked, text) or of_some(asked, text) or _instead(asked, text)
    if found is None and reminded(state) and (ended := _end_beside(asked, parts, decided)) is not None:
        return ended
    found = found or _of_whole(asked, text)
    asks = found is not None and any(step.values(ASKED) == [wishes.LISTED] for step in found)
    if found is not None and (len(parts) == 1 or not asks):
        return found
    if not 1 < len(parts) <= 6:
        return found
    read = {part: _of_whole(asked, part) for part in parts}
    steps = [step for found in read.values() for step in found or ()]
    if not steps:
        return found
    rest = " ".join(part for part in parts if not read[part])
    before = decided(replace(asked, said=asked.said.alone(rest), written="")) if _LETTERS.search(rest) else None
    if before and before[0].kind in (AFFIRM, DENY) and state.awaiting != PLAN:
        before = None
    kept = [one.read_from(rest) for one in before or () if one.kind not in _LITTLE]
    return (*kept, *dict.fromkeys(steps))


def _end_beside(asked: Asked, parts: list[str], decided: Callable[[Asked], Taken]) -> Taken:
    """A sentence that begins by ending the reminders, beside something else: they end, whatever the rest is."""
    ends, others = list[str](), list[str]()
    for part in parts:
        found = reminder_ends.end_and_rest(part)
        if found is not None:
            ends.append(found[0])
        others.append(part if found is None else found[1])
    rest = " ".join(part for part in others if part)
    if not ends or _LETTERS.search(rest) is None:
        return None
    before = decided(replace(asked, said=asked.said.alone(rest), written="")) or ()
    kept = [one.read_from(rest) for one in before if one.kind not in _LITTLE]
    details = ((ASKED, wishes.END), (WORDS, " ".join(ends)), (WHOSE, asked.about.person))
    return (*kept, Step(REMINDERS, details))


def _none_came(asked: Asked, told: list[str], decided: Callable[[Asked], Taken]) -> Taken:
    """A reminder did not come: which there are is said; what else the message says is decided by itself."""
    of_it = [part for part in told if reminder_missing.none_came(part) or reminder_lists.asks_which(part, just=True)]
    rest = " ".join(f"{part}," if part[-1:].isalnum() else part for part in told if part not in of_it).strip(", ")
    before = decided(replace(asked, said=asked.said.alone(rest), written="")) if _LETTERS.search(rest) else None
    if before and before[0].kind in (AFFIRM, DENY) and asked.state.awaiting != PLAN:
        before = None
    kept = [one.read_from(rest) for one in before or () if one.kind not in _LITTLE]
    what = ((ASKED, wishes.NONE_CAME), (WORDS, " ".join(of_it)), (WHOSE, asked.about.person))
    return (*kept, Step(REMINDERS, what))


def _of_whole(asked: Asked, text: str) -> Taken:
    """What some words say as a whole; None where they say nothing of these, or more."""
    state, just = asked.state, REMINDED in asked.state.said[-_LATELY:]
    has = reminded(state)
    if (found := _GIVES_UP.match(spelled_out(text))) is not None:
        return _given_up(asked, found["what"], text)
    if zone_words.for_a_stretch(text) and (has or just):
        return (Step(REMINDERS, ((ASKED, wishes.ZONE_LATER), (WORDS, text), (WHOSE, state.whose))),)
    if (zone := zone_words.clock_named(text, just=just)) is not None and has:
        return (Step(REMINDERS, ((ASKED, wishes.ZONE), (WORDS, zone), (PLACE, text), (WHOSE, state.whose))),)
    mailed = just or has or any(_mails(state, one) for one in state.diaries)
    if (way := reminder_ends.ways_ended(text)) is not None and (mailed if way == EMAIL else _both_ways(state)):
        return (Step(REMINDERS, ((ASKED, wishes.END_WAY), (TIMES, way), (WORDS, text), (WHOSE, state.whose))),)
    person = asked.about.person
    if reminder_ends.only_long_part(text) and dialogue.is_told(state.plans.get(_one_with_plan(asked))):
        person = _one_with_plan(asked)
        return (Step(REMINDERS, ((ASKED, wishes.LONG_PART), (WORDS, text), (WHOSE, person))),)
    if (hers := _before_hers(asked, text)) is not None:
        return hers
    if (ended := all_ended(asked, text)) is not None:
        return ended
    if (paused := _paused(asked, text, just=just)) is not None:
        return paused
    if reminder_pauses.back_on(text) and (has or _stopped(state)) and (just or not asked.about.named):
        named = [(NAMED, "yes")] if asked.about.named else []
        return (Step(REMINDERS, ((ASKED, wishes.AGAIN), (WORDS, text), (WHOSE, person), *named)),)
    if reminder_lists.asks_due_beside(text) and has:
        return (
            Step(PLAN, ((REQUEST, "next"), (WHOSE, person), (WORDS, ""))),
            Step(REMINDERS, ((ASKED, wishes.NONE_CAME), (WORDS, text), (WHOSE, person))),
        )
    if reminder_lists.asks_which(text, just=just):
        named = [(NAMED, "yes")] if asked.about.named and person in has else []
        return (Step(REMINDERS, ((ASKED, wishes.LISTED), (WORDS, text), (WHOSE, person), *named)),)
    return _address(asked, text, just=just)


def _instead(asked: Asked, text: str) -> Taken:
    """ "It shouldn't be the night before, I want it on the day at 9": the one that is refused comes otherwise."""
    state, plain, person = asked.state, spelled_out(text), asked.about.person
    refused = _REFUSED.search(plain)
    if refused is None or len(plain.split()) > 24 or not dialogue.is_told(state.plans.get(person)):
        return None
    of_day = "day itself" in refused["day"].lower()
    old = 0 if of_day else wishes.days_before(refused["day"])
    rest = plain[: refused.start()] + " " + plain[refused.end() :]
    new, kept = wishes.days_before(rest), reminders_of(state, person)
    if old is None or new is None or old == new or _DOSE.search(rest):
        return None
    named = [(NAMED, "yes")] if asked.about.named else []
    if all(one.before != old for one in kept.wishes):
        just = REMINDED in state.said[-_LATELY:]
        step = Step(REMINDERS, ((ASKED, wishes.REMIND), (WORDS, rest), (WHOSE, person), *named))
        return (step,) if just and not kept.wishes else None
    at = wishes.time_of(rest)
    when = {0: "on the day"}.get(new, f"{new} days before")
    which = "same-day" if old == 0 else f"{old} days before"
    words = f"change the {which} one to {when}" + (f" at {at.isoformat('minutes')}" if at is not None else "")
    return (Step(REMINDERS, ((ASKED, wishes.SWAP_ONE), (WORDS, words), (WHOSE, person), *named)),)


def _before_hers(asked: Asked, text: str) -> Taken:
    """ "Text me the day before mum's at 6pm": whose date it is counted from says whose reminder it is."""
    state, plain = asked.state, spelled_out(text)
    if asked.about.named or wishes.days_before(plain) is None or wishes.WISH_WORDS.search(plain) is None:
        return None
    found = _OF_HERS.search(plain)
    people = named_in(found["who"], state.known) if found is not None else []
    if len(people) != 1 or not dialogue.is_told(state.plans.get(people[0])) or people[0] in state.children:
        return None
    details = ((WORDS, plain), (WHOSE, people[0]), (NAMED, "yes"))
    what = wishes.CHANGE if reminders_of(state, people[0]).wishes else wishes.REMIND
    return (Step(REMINDERS, ((ASKED, what), *details)),)


def _given_up(asked: Asked, what: str, text: str) -> Taken:
    """ "Forget the e-mail thing", "forget January": the mails end, else nothing is done."""
    state, mail = asked.state, what.lower().startswith(("e", "mail"))
    if mail and any(_mails(state, one) for one in state.diaries):
        return (Step(REMINDERS, ((ASKED, wishes.END_WAY), (TIMES, EMAIL), (WORDS, text), (WHOSE, state.whose))),)
    if what.lower().startswith(("text", "reminder", "message")) and reminded(state):
        return None
    if state.awaiting == PLAN and not mail and asked.kind != FORGET_ME:
        return None
    return (Step(REMINDERS, ((ASKED, wishes.GIVEN_UP), (WORDS, text), (WHOSE, state.whose))),)


def _paused(asked: Asked, text: str, *, just: bool) -> Taken:
    """The step of a pause that ends on a day; None for one of which no day is known, which ends them."""
    state, who = asked.state, asked.who
    if not reminded(state) or not reminder_pauses.pauses(text, just=just):
        return None
    words = reminder_pauses.until_words(text)
    if wishes.days_before(text) is not None:
        # "Do not text me until the day before" is of when one comes.
        return (Step(REMINDERS, ((ASKED, wishes.CHANGE), (WORDS, text), (WHOSE, asked.about.person))),)
    days = reminder_pauses.days_of_pause(text)
    day = who.today + timedelta(days=days) if days else _day_to_come(words, asked)
    if day is None or day <= who.today:
        return None
    named = [(NAMED, "yes")] if asked.about.named and asked.about.person in reminded(state) else []
    details = ((ASKED, wishes.PAUSE), (DAY, day.isoformat()), (WORDS, text), (WHOSE, asked.about.person), *named)
    return (Step(REMINDERS, details),)


def _day_to_come(words: str, asked: Asked) -> date | None:
    if not words:
        return None
    if re.match(r"\W*(?:in |the )?next week\b", words, re.I):
        return asked.who.today + timedelta(days=7 - asked.who.today.weekday())
    day, question = dialogue.coming_date(words, asked.who)
    return day if question is None else None


def _code(asked: Asked, text: str) -> Taken:
    """The code that was mailed, alone or in a sentence, of whoever waits for one."""
    code = wishes.code_in(text)
    waits = [
        one for one in asked.state.diaries
        if (box := reminders_of(asked.state, one).mailbox) is not None and not box.confirmed
    ]  # fmt: skip
    if code is None or not waits:
        return None
    fits = [one for one in waits if (box := reminders_of(asked.state, one).mailbox) is not None and box.code == code]
    person = (fits or [one for one in waits if one == asked.state.whose] or waits)[0]
    return (Step(REMINDERS, ((ASKED, "code"), (WORDS, code), (WHOSE, person))),)


def _address(asked: Asked, text: str, *, just: bool) -> Taken:
    """An address for mails with nothing else beside it, where reminders were spoken of: "e-mail then, ann@..."."""
    address = wishes.address_in(text)
    told = dialogue.is_told(asked.state.plans.get(asked.about.person))
    if address is None:
        asks = told and _ASKS_MAIL.match(text) is not None
        kept = reminders_of(asked.state, asked.about.person)
        if asks and any(one.way == EMAIL for one in kept.wishes):
            return (Step(REMINDERS, ((ASKED, wishes.LISTED), (WORDS, text), (WHOSE, asked.about.person))),)
        words = f"remind me by e-mail: {text}"
        return (
            (Step(REMINDERS, ((ASKED, wishes.REMIND), (WORDS, words), (WHOSE, asked.about.person))),) if asks else None
        )
    rest = text.replace(address, " ")
    if _ADDRESS_ALONE.match(rest) is None:
        wish = told and wishes.WISHES.search(text) is not None
        if not wish or dialogue.tells_plan(_EVERY.sub(" ", rest)) or _DOSE.search(rest):
            return None
    elif not (just or reminded(asked.state) or (told and _MAIL.search(rest))):
        return None
    return (Step(REMINDERS, ((ASKED, wishes.TO_ADDRESS), (WORDS, text), (WHOSE, asked.about.person))),)


def _stopped(state: State) -> bool:
    """Whether reminders were ended, or are paused."""
    kept = [reminders_of(state, one) for one in state.diaries]
    return any(one.paused is not None or (one.ended and not one.wishes) for one in kept)


def _mails(state: State, person: str) -> bool:
    kept = reminders_of(state, person)
    return kept.mailbox is not None or any(one.way == EMAIL for one in kept.wishes)


def _both_ways(state: State) -> bool:
    ways = {one.way for person in state.diaries for one in reminders_of(state, person).wishes}
    return ways >= {EMAIL, HERE}


def _one_with_plan(asked: Asked) -> str:
    """Whose plan is meant: of whom the message is, else the one that is told."""
    state, person = asked.state, asked.about.person
    told = [one for one, plan in state.plans.items() if dialogue.is_told(plan)]
    return person if person in told or len(told) != 1 else told[0]
