"""Notes of how it went, the three questions, and the list of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from actions import appointment
from actions.diary_kept import files_of, keep, kept_of, say_of
from actions.one_note import MOST_LISTED, change, change_note, delete_notes, move_note, nothing_deleted
from actions.turn import Turn
from b12guide.conversation.diaries import day_named, notes_of, of_whom
from b12guide.conversation.kinds import (
    ASKED,
    DAY,
    DIARY,
    LESS,
    NAMED,
    NOTE_ASKED,
    NOTED,
    OF_CHECK,
    ONLY_DAY,
    READ_OUT,
    WHOSE,
    WORDS,
)
from b12guide.conversation.state import CHECK
from b12guide.conversation.whose import ME, whose
from b12guide.diary import one_note, reading
from b12guide.diary.note_words import takes_up
from b12guide.diary.notes import LANES, LONGEST, Diary, Note, note_of, rating, symptoms_in
from b12guide.diary.pieces import notes_in
from b12guide.diary.read_back import since
from b12guide.diary.summary import note_line
from b12guide.plan.model import full_date
from b12guide.shared import content

# Days from one offer of the three questions to the next: weekly, never daily.
OFFER_DAYS = 7
# A dose told of so many days after it is just over.
JUST_HAD = 3
NOBODY = "nobody reads the diary"
_POINTS_BACK = re.compile(r"\b(?:it|that|this)\b", re.IGNORECASE)


def diary(turn: Turn) -> None:
    """Does what is asked of the diary."""
    turn.state.misses = 0
    asked = turn.step.values(ASKED)[0]
    if asked != OF_CHECK:
        turn.state.whose = next(iter(turn.step.values(WHOSE)), turn.state.whose)
    DO[asked](turn)


def keep_beside_card(turn: Turn) -> bool:
    """What a note tells of a sign is kept: the card comes first, and the note stays what it is. So is an answer of the
    three questions, which end with it. Whether anything was kept."""
    found = next(iter(notes_in(turn.text)), None) or reading.asked_of_diary(turn.text, doses=True)
    kept = kept_of(turn)
    if turn.awaited == CHECK and kept.question is not None and reading.answers_check(turn.text):
        words = found.words if found is not None and found.what == reading.NOTE else turn.text
        kept.add(note_of(words, turn.person.today, about=reading.QUESTIONS[kept.question]))
        kept.question = None
        keep(turn, kept)
        return True
    state = turn.state
    about = whose(turn.text, current=state.whose, known=state.known, last=state.other, child=state.of_child)
    person = of_whom(found.words if found else "", state) or about.person
    if found is None or not found.words or state.child_writes or person in state.children:
        return False
    kept = kept_of(turn, person)
    if found.what == reading.NOTE:
        for day, words in notes_of(found.words, turn.who):
            kept.add(note_of(words, day))
        turn.state.note(NOTED)
    elif found.what != reading.CHANGE_NOTE or not change(kept, one_note.meant(kept.notes, found.which), found.words):
        return False
    keep(turn, kept, person)
    return True


def keep_heard(turn: Turn) -> bool:
    """What was told of a sign whose warning stands is kept, where the person wants "it" written down: in the words that
    were heard. Whether anything was kept, that had not been."""
    warned = turn.state.warned
    person = turn.state.whose
    if warned is None or not warned.heard or turn.state.child_writes or person in turn.state.children:
        return False
    kept, words = kept_of(turn, person), ", ".join(warned.heard)
    if not takes_up(turn.text) or any(words in note.text for note in kept.notes):
        return False
    kept.add(note_of(words, date.fromisoformat(warned.day)))
    keep(turn, kept, person)
    return True


def offer(turn: Turn, had_before: dict[str, int]) -> None:
    """After an injection, or a week after the last time for somebody who keeps notes: that there are three questions.

    Args:
        had_before: how many doses of each person were told of before this turn.
    """
    person = turn.state.whose
    kept, today = kept_of(turn), turn.person.today
    open_question = turn.state.awaiting is not None or turn.plan_awaits is not None
    if turn.decided.kind == DIARY or open_question or turn.state.warned or turn.state.standing or person != ME:
        return
    if turn.state.child_writes or (kept.asked_on is not None and today - kept.asked_on < timedelta(days=OFFER_DAYS)):
        return
    given = (turn.state.plans.get(person) or {}).get("given") or []
    days = [date.fromisoformat(one["day"]) for one in given]
    just = len(given) > had_before.get(person, 0) and any(0 <= (today - day).days <= JUST_HAD for day in days)
    if not just and not (kept.notes and kept.asked_on is not None):
        return
    kept.asked_on = today
    keep(turn, kept)
    turn.say(content().diary("offer"), buttons=[content().diary("button_check")])


def _note(turn: Turn) -> None:
    words = next(iter(turn.step.values(WORDS)), "")
    say = content().diary
    kept = kept_of(turn)
    if not words and _POINTS_BACK.search(turn.text) and keep_heard(turn):
        say_of(turn, say("noted", day=full_date(turn.person.today), text=kept_of(turn).notes[-1].text))
        return
    if not words and turn.state.said[-1:] == [NOTED] and kept.notes and _POINTS_BACK.search(turn.text):
        # "Just write it down" right after it was.
        say_of(turn, say("noted", day=full_date(kept.notes[-1].day), text=kept.notes[-1].text))
        return
    if not words:
        turn.state.note(NOTE_ASKED)
        say_of(turn, say("note_what"), kind="ask")
        return
    note = note_of(words, date.fromisoformat(turn.step.values(DAY)[0]))
    kept.add(note)
    # Who keeps notes is offered the questions a week after the first.
    kept.asked_on = kept.asked_on or turn.person.today
    keep(turn, kept)
    lines = [say("noted", day=full_date(note.day), text=note.text)]
    lines += [say("note_long")] if len(" ".join(words.split())) > LONGEST else []
    steps = turn.decided.steps
    # Who reads it is said once, below the last of them.
    last = not any(one.values(ASKED) == [reading.NOTE] for one in steps[steps.index(turn.step) + 1 :])
    if last:
        lines.append(say("nobody_reads" if turn.state.says(NOBODY) else "nobody_reads_again"))
    turn.state.note(NOTED)
    say_of(turn, "\n".join(lines), buttons=[say("button_list")] if last else [])


def _about(turn: Turn) -> None:
    """That there is a diary, how it is written, and who reads it."""
    say = content().diary
    reads = say("nobody_reads" if turn.state.says(NOBODY) else "nobody_reads_again")
    # What is told next is for it.
    turn.state.note(NOTE_ASKED)
    say_of(turn, f"{say('diary_yes')}\n{reads}", buttons=[say("button_check")], kind="ask")


def _list(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    turn.state.note(READ_OUT)
    if not kept.notes:
        say_of(turn, say("no_notes"), buttons=[say("button_check")])
        return
    if turn.step.values(ONLY_DAY):
        _of_one_day(turn, kept, date.fromisoformat(turn.step.values(DAY)[0]))
        return
    wanted, intro = _wanted(turn, kept)
    latest = list(reversed(wanted))[:MOST_LISTED]
    lines = [say(intro), *(f"• {note_line(note, say)}" for note in latest)]
    older = len(wanted) - len(latest)
    lines += [say("notes_earlier", count=older)] if older else []
    drawn = any(set(note.about) & set(LANES) for note in kept.notes)
    links = [{"label": say("link_picture"), "url": "diary.svg"}] if drawn else []
    say_of(turn, "\n".join(lines), buttons=[say("button_summary"), say("button_check")], **files_of(turn, links))


def _of_one_day(turn: Turn, kept: Diary, day: date) -> None:
    """The notes of a day, and nothing else."""
    say, found = content().diary, [note for note in kept.notes if note.day == day]
    lines = [note_line(note, say) for note in found] or [say("notes_none_that_day", day=full_date(day))]
    say_of(turn, "\n".join(lines), buttons=[say("button_list")])


def _wanted(turn: Turn, kept: Diary) -> tuple[Sequence[Note], str]:
    """The notes that are to be read back, by their days or by what they are about, and how they are named."""
    words, days = next(iter(turn.step.values(WORDS)), ""), turn.step.values(DAY)
    if not words and not days:
        return kept.by_day, "notes_intro"
    first = since(words, turn.person.today)
    found: Sequence[Note]
    if first is not None:
        found = [note for note in kept.by_day if note.day >= first]
    else:
        day = date.fromisoformat(days[0]) if days else day_named(words, turn.who)
        named = one_note.meant(kept.notes, words, day) or [
            n for n in kept.notes if set(symptoms_in(words)) & set(n.about)
        ]
        found = [note for note in kept.by_day if note in named]
        if not found and day is None and not symptoms_in(words) and not turn.step.values(NAMED):
            return kept.by_day, "notes_intro"
    return (found, "notes_found") if found else (kept.by_day, "notes_none_of_that")


def _begin_check(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    kept.question, kept.asked_on = 0, turn.person.today
    keep(turn, kept)
    turn.say(say("begin"))
    _ask(turn, 0)


def _answer_check(turn: Turn) -> None:
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


def _ask(turn: Turn, place: int) -> None:
    say = content().diary
    buttons = [say(f"button_{name}") for name in ("better", "same", "worse", "skip")]
    turn.say(say(f"ask_{place}"), buttons=buttons, kind="ask")
    turn.state.awaiting = CHECK


def _less(turn: Turn) -> None:
    """Tingling that is told as less is no alarm; it can be kept."""
    say_of(turn, content().diary("tingling_less"), kind="answer", level="routine")


def had(turn: Turn) -> dict[str, int]:
    """How many doses of each person were told of so far."""
    return {person: len(plan.get("given") or ()) for person, plan in turn.state.plans.items()} or {ME: 0}


DO: dict[str, Callable[[Turn], None]] = {
    reading.NOTE: _note,
    reading.ABOUT_DIARY: _about,
    reading.LIST: _list,
    reading.SUMMARY: appointment.summary,
    reading.FHIR: appointment.summary,
    reading.VISIT: appointment.visit,
    reading.TELL: appointment.tell,
    reading.PRINT: appointment.print_page,
    reading.GETS: appointment.who_gets,
    reading.CHECK: _begin_check,
    reading.CHOOSE: appointment.choose,
    reading.CHOSEN: appointment.chosen,
    reading.DROP_CHOSEN: appointment.drop_chosen,
    reading.CLEAR_CHOSEN: appointment.clear_chosen,
    reading.UNANSWERED: appointment.unanswered,
    reading.DELETE_NOTES: delete_notes,
    reading.CHANGE_NOTE: change_note,
    reading.MOVE_NOTE: move_note,
    reading.NOT_DELETED: nothing_deleted,
    LESS: _less,
    OF_CHECK: _answer_check,
}
