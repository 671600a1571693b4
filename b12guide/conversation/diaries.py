"""Rows of the table: notes of how it went, the page for the appointment, reminders and the answers to them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    ASKED,
    CARD,
    CHILD_PLAN,
    DAY,
    DIARY,
    FORGET_ME,
    OF_CHECK,
    REMINDERS,
    TIMES,
    URGENT,
    WHOSE,
    WORDS,
)
from b12guide.conversation.state import CHECK, FORGET, PLAN, State
from b12guide.conversation.whose import ME
from b12guide.diary import reading, reminders, wishes
from b12guide.diary.clock import moment
from b12guide.diary.notes import MOOD, TINGLING, WALKING, Diary, symptoms_in, tells_worse
from b12guide.diary.reminders import Reminders
from b12guide.plan import dialogue
from b12guide.plan.reading.day_words import MONTHS
from b12guide.shared import reminder_rules

NERVES_CARD, MIND_CARD = "nerves", "mind"
# What deletes a part of the diary, and sounds like deleting everything.
_OF_A_PART = frozenset({reading.DELETE_NOTES, reading.CLEAR_CHOSEN})
# What is worse of these is a sign (rows B2 and B7 of the triage table), however it was asked for.
_CARDS = {TINGLING: NERVES_CARD, WALKING: NERVES_CARD, MOOD: MIND_CARD}
_YESTERDAY = re.compile(r"\b(?:yesterday|last night)\b", re.I)
_DATED = re.compile(
    rf"\b(?:on|since|from)? ?(?:(?:last|this) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})\b|\b(?:{MONTHS}) \d{{1,2}}\b|\b\d+ (?:days?|weeks?) ago\b",
    re.I,
)


def worse(asked: Asked) -> Taken:
    """What a note or an answer says is worse, of tingling, walking or mood: a sign, though no rule sees one in it. The
    note is kept all the same."""
    text, verdict = asked.said.text, asked.said.verdict
    if verdict.warns or asked.state.child_writes:
        return None
    note = reading.asked_of_diary(text)
    if note is not None and note.what == reading.NOTE and tells_worse(note.words):
        about = symptoms_in(note.words)
    elif _open_question(asked) is not None and tells_worse(text) and reading.answers_check(text):
        about = symptoms_in(text) or reading.QUESTIONS[_open_question(asked) or 0]
    else:
        return None
    cards = dict.fromkeys(_CARDS[name] for name in about if name in _CARDS)
    return (Step(URGENT, tuple((CARD, card) for card in cards)),) if cards else None


def diary(asked: Asked) -> Taken:
    """What is asked of the diary, and an answer to one of its three questions."""
    state, text = asked.state, asked.said.text
    if state.awaiting == FORGET:
        return None
    found = reading.asked_of_diary(text)
    if asked.kind == FORGET_ME and (found is None or found.what not in _OF_A_PART):
        return None
    question = _open_question(asked)
    if question is not None and (found is None or reading.stops(text)) and reading.answers_check(text):
        return (Step(DIARY, ((ASKED, OF_CHECK), (WORDS, text), (DAY, asked.who.today.isoformat()))),)
    if found is None:
        return None
    person = asked.about.person
    if person != ME and person in state.children:
        return (Step(CHILD_PLAN, ((WHOSE, person),)),)
    day = day_of(found.words, asked.who) if found.what == reading.NOTE else asked.who.today
    return (Step(DIARY, ((ASKED, found.what), (WORDS, found.words), (DAY, day.isoformat()), (WHOSE, person))),)


def answered(asked: Asked) -> Taken:
    """An answer to a reminder, where one is open: of whom and of which dose, or of several which it may be."""
    answer = wishes.answer_to_reminder(asked.said.text)
    if answer is None or asked.state.awaiting not in (None, PLAN):
        return None
    found = open_reminders(asked.state, asked.who)
    if not found:
        return None
    named = _which(found, asked, answer.words)
    details = [(ASKED, answer.what), (TIMES, str(answer.number)), (WORDS, asked.said.text)]
    if answer.what == wishes.MOVED:
        details.append((DAY, answer.words))
    return (Step(REMINDERS, (*details, *((WHOSE, f"{person}/{day.isoformat()}") for person, day in named))),)


def wished(asked: Asked) -> Taken:
    """What is asked of reminders: to have them, to end them, which there are."""
    state, text = asked.state, asked.said.text
    if state.awaiting == FORGET or asked.kind == FORGET_ME or state.child_writes:
        return None
    person = asked.about.person
    code = wishes.CODE.match(text)
    mailbox = reminders_of(state, state.whose).mailbox
    if code is not None and mailbox is not None and not mailbox.confirmed:
        return (Step(REMINDERS, ((ASKED, "code"), (WORDS, code[1]), (WHOSE, state.whose))),)
    found = wishes.asked_of_reminders(text)
    if found is None:
        return None
    has = any(reminders_of(state, one).wishes for one in state.diaries)
    # Who wants no reminders is told so, whether or not any were asked for; "no more" alone may be of anything.
    names_them = found.what == wishes.END and "remind" in text.lower()
    if found.what != wishes.REMIND and not has and not names_them:
        return None
    if person != ME and person in state.children:
        return (Step(CHILD_PLAN, ((WHOSE, person),)),)
    if person != ME and person not in state.plans:
        return None
    return (Step(REMINDERS, ((ASKED, found.what), (WORDS, found.words or text), (WHOSE, person))),)


def reminders_of(state: State, person: str) -> Reminders:
    """What somebody wished of reminders."""
    return Reminders.from_json(Diary.from_json(state.diaries.get(person)).reminders)


def open_reminders(state: State, who: dialogue.Who) -> list[tuple[str, date]]:
    """Reminders of which the day has come and that nobody answered: whose, and of the dose of which day."""
    rules, found = reminder_rules(), []
    for person in state.diaries:
        kept = reminders_of(state, person)
        zone = kept.zone or who.zone
        oldest = who.today - reminders.ANSWERED_WITHIN
        doses = reminders.coming(state.plans.get(person), oldest, who.today)
        told = [date.fromisoformat(one["day"]) for one in (state.plans.get(person) or {}).get("given") or ()]
        found += [
            (person, day)
            for day in reminders.open_days(
                doses, told, kept, now=moment(who.today, time(23, 59), zone), zone=zone, quiet=rules.quiet,
                closed=rules.closed,
            )
        ]  # fmt: skip
    return found


def day_of(words: str, who: dialogue.Who) -> date:
    """The day that a note is of: the past one that it names, else today."""
    if _YESTERDAY.search(words):
        return who.today - timedelta(days=1)
    told = dialogue.day_told(words, who) if _DATED.search(words) else None
    return told if told is not None and told <= who.today else who.today


def since(who: dialogue.Who, zone: str) -> datetime:
    """From when on a wish that is told today counts."""
    return moment(who.today, time(0), zone)


def _open_question(asked: Asked) -> int | None:
    """Which of the three questions is open."""
    if asked.state.awaiting != CHECK:
        return None
    return Diary.from_json(asked.state.diaries.get(asked.state.whose)).question


def _which(found: list[tuple[str, date]], asked: Asked, words: str) -> list[tuple[str, date]]:
    """Those of open reminders that a message names: by their day, or by whose they are; all of them where it names
    none."""
    if len(found) == 1:
        return found
    said: Any = dialogue.said_date(asked.said.text, asked.who)
    by_day = [one for one in found if one[1] == said]
    by_person = [one for one in found if one[0] == asked.about.person] if asked.about.named else []
    both = [one for one in by_day if one in by_person] or by_day or by_person
    return both or found
