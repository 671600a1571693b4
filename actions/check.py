"""The three questions of how it goes: when they are offered, how they are asked, and what is kept of the answers."""

from __future__ import annotations

from datetime import date, timedelta

from actions.diary_kept import keep, kept_of, say_of
from actions.turn import Turn
from b12guide.content.diary import DiaryTexts
from b12guide.conversation.kinds import CHECK_ASKED, CHECK_TOLD, DIARY, WORDS
from b12guide.conversation.names import said_back
from b12guide.conversation.state import CHECK
from b12guide.conversation.whose import ME
from b12guide.diary import reading
from b12guide.diary.check_words import DAILY
from b12guide.diary.notes import note_of, rating, symptoms_in
from b12guide.plan.model import full_date
from b12guide.shared import content

# Days from one offer of the three questions to the next: weekly, never daily.
OFFER_DAYS = 7
# A dose told of so many days after it is just over.
JUST_HAD = 3
NOBODY = "nobody reads the diary"


def offer(turn: Turn, had_before: dict[str, int]) -> None:
    """After an injection, or a week after the last time for somebody who keeps notes: that there are three questions.

    Args:
        had_before: how many doses of each person were told of before this turn.
    """
    person = turn.state.whose
    kept, today = kept_of(turn), turn.person.today
    open_question = turn.state.awaiting is not None or turn.plan_awaits is not None
    if turn.decided.kind == DIARY or open_question or turn.state.warned or turn.state.standing:
        return
    if (
        turn.state.child_writes
        or person in turn.state.children
        or (kept.asked_on is not None and today - kept.asked_on < timedelta(days=OFFER_DAYS))
    ):
        return
    given = (turn.state.plans.get(person) or {}).get("given") or []
    days = [date.fromisoformat(one["day"]) for one in given]
    just = len(given) > had_before.get(person, 0) and any(0 <= (today - day).days <= JUST_HAD for day in days)
    if not just and not ((kept.notes or kept.weekly) and kept.asked_on is not None):
        return
    kept.asked_on = today
    keep(turn, kept)
    say = say_to(turn)
    turn.say(say("offer", who=said_back(person)), buttons=[say("button_check")])


def had(turn: Turn) -> dict[str, int]:
    """How many doses of each person were told of so far."""
    return {person: len(plan.get("given") or ()) for person, plan in turn.state.plans.items()} or {ME: 0}


def begin_check(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    kept.question, kept.asked_on = 0, turn.person.today
    keep(turn, kept)
    say_of(turn, say("begin"), kind="ask")
    _ask(turn, 0)


def ask_at(turn: Turn) -> None:
    """One of the three questions, by its place."""
    kept, place = kept_of(turn), int(turn.step.values(WORDS)[0])
    kept.question = place
    keep(turn, kept)
    _ask(turn, place)


def answer_check(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    place, words = kept.question, turn.text.strip()
    if place is None:
        turn.say(say("no_notes"), kind="menu")
        return
    if reading.stops(words):
        if symptoms_in(words) or rating(words) is not None:
            kept.add(note_of(words, turn.person.today, about=reading.QUESTIONS[place]))
        kept.question = None
        keep(turn, kept)
        turn.say(say("stopped"), buttons=[say("button_list")], kind="menu")
        return
    if not reading.skips(words):
        kept.add(note_of(words, turn.person.today, about=reading.QUESTIONS[place]))
    kept.question = place + 1 if place + 1 < len(reading.QUESTIONS) else None
    keep(turn, kept)
    if kept.question is not None:
        _ask(turn, kept.question)
        return
    lines = [say("done", day=full_date(turn.person.today))]
    lines += [say("nobody_reads")] if turn.state.says(NOBODY) else []
    turn.say("\n".join(lines), buttons=[say("button_list"), say("button_summary")], kind="menu")


def how_often(turn: Turn) -> None:
    """How often the three questions come, to somebody who wants them so often; from now on they are offered."""
    kept, say = kept_of(turn), content().diary
    kept.weekly, kept.asked_on = True, turn.person.today
    keep(turn, kept)
    turn.state.note(CHECK_TOLD)
    often = "often_daily" if turn.step.values(WORDS) == [DAILY] else "often_weekly"
    say_of(turn, f"{say(often)}\n{say('often_how')}", buttons=[say("button_check")])


def say_to(turn: Turn) -> DiaryTexts:
    """The texts, in words about somebody else where it is their diary."""
    return content().diary if turn.state.whose == ME else content().diary.for_other()


def _ask(turn: Turn, place: int) -> None:
    say = say_to(turn)
    buttons = [say(f"button_{name}") for name in ("better", "same", "worse", "skip")]
    turn.state.note(CHECK_ASKED)
    turn.say(say(f"ask_{place}"), buttons=buttons, kind="ask")
    turn.state.awaiting = CHECK
