"""Rows of the table: what is said about a reminder in any words, and what if the date changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, ASKED, DENY, FORGET_ME, REMINDED, REMINDERS, WHOSE, WORDS
from b12guide.conversation.reminder_wishes import reminders_of
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.diary import wishes
from b12guide.diary.reminder_talk import about_reminder, asks_discreet, asks_if_changes
from b12guide.plan import dialogue
from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS, NTH_END
from b12guide.shared import plan_wording

_SENTENCE = re.compile(r"(?<=[.;!?\n])\s+|\s*,\s*(?=(?:and|but) )", re.I)
# A yes or a no, before what is said of the reminder.
_YES_FIRST = re.compile(
    r"^(\W*(?:yes|yep|yeah|yup|ya|aye|ok|okay|no|nope|correct|right|that'?s right)(?: (?:please|thanks"
    r"|thank you))?)\s?,\s?(?=\w)",
    re.I,
)
# So many things that were said since may stand between.
_LATELY = 3
_LETTERS = re.compile(r"[a-z0-9]", re.I)
# A date that stays is told with no more words than these.
_STAYS = frozenset(
    [
        "no",
        "and",
        "but",
        "i",
        "am",
        "i'm",
        "not",
        "the",
        "my",
        "that",
        "it",
        "date",
        "injection",
        "jab",
        "shot",
        "one",
        "stays",
        "is",
        "changing",
        "moving",
        "where",
        "as",
        "same",
        "keep",
        "keeps",
        "leave",
        "fine",
        "so",
        "just",
        "don't",
        "do",
        "want",
        "to",
        "change",
        "move",
        "alone",
        "ok",
        "on",
        "at",
        "of",
        "it's",
        "stay",
        "staying",
        "remain",
        "remains",
        "was",
        "already",
        "still",
        "with",
        "that's",
        "this",
        "for",
        "yes",
    ]
)
_OF_DAY = re.compile(rf"(?:{FULL_WEEKDAYS}|{MONTHS}|\d{{1,2}}(?:{NTH_END})?|20\d\d)", re.I)


def about_reminders(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What is said about a reminder moves no date; what else the message says is decided by itself.

    Args: decided: who takes the rest.
    """
    state, text, person = asked.state, asked.said.text.replace("’", "'"), asked.about.person
    open_ = state.awaiting not in (None, PLAN) or state.standing is not None or state.child_writes
    if open_ or asked.said.excerpt or asked.kind == FORGET_ME or asked.said.verdict.warns:
        return None
    if person != ME and (person in state.children or person not in state.plans):
        return None
    lately = REMINDED in state.said[-_LATELY:]
    parts = [part for part in _SENTENCE.split(_YES_FIRST.sub(r"\1. ", text)) if part.strip()]
    beside = [part for part in parts if _plainly(part, parts) or asks_discreet(part)]
    of_it = [part for part in parts if part in beside or about_reminder(part, lately=lately)]
    sure = [part for part in of_it if about_reminder(part, lately=lately)]
    whole = wishes.asked_of_reminders(text)
    if not sure or (whole is not None and whole.what == wishes.END):
        return None
    has = bool(reminders_of(state, person).wishes)
    if (not lately or has) and all(_is_wish(part) for part in sure):
        # "Yes, and remind me the day before" says by itself what it wants; beside one that is sent it wants one more.
        return None
    rest = " ".join(part for part in parts if part not in of_it)
    words = " ".join(of_it)
    step = Step(REMINDERS, ((ASKED, wishes.CHANGE if has else wishes.REMIND), (WORDS, words), (WHOSE, person)))
    told = bool(_LETTERS.search(rest)) and not _stays(rest, asked, person)
    before = decided(replace(asked, said=asked.said.alone(rest), written="")) if told else None
    if before and before[0].kind in (AFFIRM, DENY) and state.awaiting != PLAN:
        before = None
    kept = [one.read_from(rest) for one in before or () if one.kind not in ("not_understood", "unsure", REMINDERS)]
    return (*kept, step)


def if_changes(asked: Asked) -> Taken:
    """What if the date changes: the new one is to be told. "It" is the date right after one was said."""
    state, what = asked.state, asks_if_changes(asked.said.text)
    person = asked.about.person
    if not what or state.child_writes or state.standing is not None or not dialogue.is_told(state.plans.get(person)):
        return None
    said = state.said[-1:] in ([PLAN], [REMINDED])
    if what in ("it", "that", "this", "they") and not said:
        return None
    return (Step(REMINDERS, ((ASKED, wishes.IF_CHANGES), (WORDS, ""), (WHOSE, person))),)


def _stays(words: str, asked: Asked, person: str) -> bool:
    """Whether words say that the date stays as it is, and name no other."""
    plan = asked.state.plans.get(person)
    said = re.findall(r"[a-z0-9']+", words.lower())
    if not dialogue.is_kept(plan) or any(word not in _STAYS and not _OF_DAY.fullmatch(word) for word in said):
        return False
    named, due = dialogue.said_date(words, asked.who), dialogue.next_day(plan, asked.who, plan_wording())
    return not re.search(r"\d", words) or (due is not None and named == due.earliest)


def _plainly(part: str, parts: list[str]) -> bool:
    """Whether a sentence of several says no more than that a reminder is wanted."""
    return len(parts) > 1 and _is_wish(part)


def _is_wish(part: str) -> bool:
    found = wishes.asked_of_reminders(part)
    return found is not None and found.what == wishes.REMIND
