"""Notes of how it went, the three questions, and the list of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from actions import appointment
from actions.check import NOBODY, answer_check, ask_at, begin_check, how_often, say_to
from actions.diary_kept import files_of, keep, kept_of, say_of
from actions.one_note import (
    MOST_LISTED,
    bring_back,
    change_named,
    change_note,
    delete_notes,
    doubled,
    drop_doubled,
    gone,
    how_deleted,
    left_alone,
    move_note,
    nothing_deleted,
)
from actions.reminder_said import nothing_sent, promise
from actions.turn import Turn
from b12guide.conversation import plans
from b12guide.conversation.diaries import day_named, notes_of, of_whom
from b12guide.conversation.kinds import (
    ASKED,
    DAY,
    LESS,
    NAMED,
    NOTE_ASKED,
    NOTE_OFFERED,
    NOTED,
    OF_CHECK,
    ONLY_DAY,
    READ_OUT,
    URGENT,
    WHOSE,
    WORDS,
)
from b12guide.conversation.state import CHECK
from b12guide.conversation.whose import whose
from b12guide.diary import named_notes, reading
from b12guide.diary.note_words import takes_up, tells_how, without_courtesy
from b12guide.diary.notes import LANES, LONGEST, Diary, Note, grouped, note_of, symptoms_in
from b12guide.diary.pieces import changes_in, notes_in
from b12guide.diary.read_back import BY_SYMPTOM, in_month, since, subject
from b12guide.diary.summary import note_line
from b12guide.diary.telling import wants_done
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content

# Who tells more than this tells a tale, and is no diary.
_LONGEST_UNASKED = 40
# What is said beside a card.
_KEPT, _CHANGED, _BOTH = "note_beside_card", "note_changed_beside_card", "note_both_beside_card"
_POINTS_BACK = re.compile(r"\b(?:it|that|this)\b", re.IGNORECASE)


def diary(turn: Turn) -> None:
    """Does what is asked of the diary."""
    turn.state.misses = 0
    asked = turn.step.values(ASKED)[0]
    if asked != OF_CHECK:
        turn.state.whose = next(iter(turn.step.values(WHOSE)), turn.state.whose)
    DO[asked](turn)


def keep_beside_card(turn: Turn) -> str:
    """What a note tells of a sign is kept: the card comes first, and the note stays what it is. So is an answer of the
    three questions, which end with it. The name of what is said of it; "" where nothing was kept."""
    wanted = changes_in(turn.text)
    found = next(iter(notes_in(turn.text)), None) or wanted or reading.asked_of_diary(turn.text, doses=True)
    kept = kept_of(turn)
    if turn.awaited == CHECK and kept.question is not None and reading.answers_check(turn.text):
        words = found.words if found is not None and found.what == reading.NOTE else turn.text
        kept.add(note_of(words, turn.person.today, about=reading.QUESTIONS[kept.question]))
        kept.question = None
        keep(turn, kept)
        return _KEPT
    state = turn.state
    about = whose(turn.text, current=state.whose, known=state.known, last=state.other, child=state.of_child)
    person = of_whom(found.words if found else "", state) or about.person
    if state.child_writes or person in state.children:
        return ""
    kept = kept_of(turn, person)
    if found is None and unasked(turn, kept):
        found = reading.Asked(reading.NOTE, turn.text.strip())
    if found is None or not found.words:
        return ""
    told = notes_of(found.words, turn.who) if found.what == reading.NOTE else []
    new = [kept.add(note_of(without_courtesy(words), day)) for day, words in told]
    noted = any(new)
    changed = wanted is not None and change_named(kept, wanted)
    if noted:
        turn.state.note(NOTED)
    if noted or changed:
        keep(turn, kept, person)
    return _BOTH if noted and changed else _KEPT if noted else _CHANGED if changed else ""


def unasked(turn: Turn, kept: Diary) -> bool:
    """Whether what tells of an urgent sign is kept as said, though nobody asked for it: while a diary is kept. In an
    emergency nothing is, since nothing but what to do is said then."""
    text = turn.text
    if (
        turn.decided.kind != URGENT
        or not (kept.notes or kept.weekly)
        or turn.verdict.person != "self"
        or len(text.split()) > _LONGEST_UNASKED
    ):
        return False
    asks = plans.asks(text) or "?" in text
    return tells_how(text) and not asks and not dialogue.tells_plan(text) and not wants_done(text)


def keep_heard(turn: Turn) -> bool:
    """What was told of a sign whose warning stands is kept, where the person wants "it" written down: in the words that
    were heard. Whether anything was kept, that had not been."""
    warned = turn.state.warned
    person = turn.state.whose
    if warned is None or not warned.heard or turn.state.child_writes or person in turn.state.children:
        return False
    kept, words = kept_of(turn, person), without_courtesy(", ".join(warned.heard))
    if not takes_up(turn.text) or any(words in note.text or note.text in words for note in kept.notes):
        return False
    kept.add(note_of(words, date.fromisoformat(warned.day)))
    keep(turn, kept, person)
    return True


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
    note = note_of(without_courtesy(words), date.fromisoformat(turn.step.values(DAY)[0]))
    kept.add(note)
    kept.offered, kept.dropped = "", ()
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


def _offer_note(turn: Turn) -> None:
    """What was told of a day, which may be kept."""
    kept, say = kept_of(turn), say_to(turn)
    kept.offered = turn.step.values(WORDS)[0][:LONGEST]
    keep(turn, kept)
    turn.state.note(NOTE_OFFERED)
    say_of(turn, say("note_offer", text=kept.offered), buttons=[say("button_keep"), say("button_keep_not")])


def _not_kept(turn: Turn) -> None:
    kept = kept_of(turn)
    kept.offered = ""
    keep(turn, kept)
    say_of(turn, content().diary("note_not_kept"), buttons=[content().diary("button_list")])


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
    if turn.step.values(WORDS) == [BY_SYMPTOM]:
        _by_symptom(turn, kept)
        return
    wanted, intro = _wanted(turn, kept)
    latest = list(reversed(wanted))[:MOST_LISTED]
    lines = [say(intro), *(f"• {note_line(note, say)}" for note in latest)]
    older = len(wanted) - len(latest)
    lines += [say("notes_earlier", count=older)] if older else []
    drawn = any(set(note.about) & set(LANES) for note in kept.notes)
    links = [{"label": say("link_picture"), "url": "diary.svg"}] if drawn else []
    say_of(turn, "\n".join(lines), buttons=[say("button_summary"), say("button_check")], **files_of(turn, links))


def _by_symptom(turn: Turn, kept: Diary) -> None:
    """The latest notes, each under the first symptom that it names."""
    say, latest = content().diary, kept.by_day[-MOST_LISTED:]
    lines = [say("notes_by_symptom")]
    for symptom, notes in grouped(reversed(latest)).items():
        lines += [f"{(symptom or say('notes_of_none')).capitalize()}:"]
        lines += [f"• {full_date(note.day)}: {note.text}" for note in notes]
    older = len(kept.notes) - len(latest)
    lines += [say("notes_earlier", count=older)] if older else []
    say_of(turn, "\n".join(lines), buttons=[say("button_summary")])


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
    month, first = in_month(words, turn.person.today), since(words, turn.person.today)
    found: Sequence[Note]
    if month is not None or first is not None:
        begins, ends = month or (first or turn.person.today, turn.person.today)
        about = subject(words)
        named = named_notes.meant(kept.notes, about) if about else kept.notes
        found = [note for note in kept.by_day if begins <= note.day <= ends and note in named]
    else:
        day = date.fromisoformat(days[0]) if days else day_named(words, turn.who)
        named = named_notes.meant(kept.notes, words, day) or [
            n for n in kept.notes if set(symptoms_in(words)) & set(n.about)
        ]
        found = [note for note in kept.by_day if note in named]
        if not found and day is None and not symptoms_in(words) and not turn.step.values(NAMED):
            return kept.by_day, "notes_intro"
    return (found, "notes_found") if found else (kept.by_day, "notes_none_of_that")


def _less(turn: Turn) -> None:
    """Tingling that is told as less is no alarm; it can be kept."""
    say_of(turn, content().diary("tingling_less"), kind="answer", level="routine")


DO: dict[str, Callable[[Turn], None]] = {
    reading.NOTE: _note,
    reading.ABOUT_DIARY: _about,
    reading.OFFER_NOTE: _offer_note,
    reading.NOT_KEPT: _not_kept,
    reading.LIST: _list,
    reading.SUMMARY: appointment.summary,
    reading.FHIR: appointment.summary,
    reading.VISIT: appointment.visit,
    reading.TELL: appointment.tell,
    reading.PAGE_TEXT: appointment.page_text,
    reading.PRINT: appointment.print_page,
    reading.GETS: appointment.who_gets,
    reading.CHECK: begin_check,
    reading.CHECK_AT: ask_at,
    reading.CHECK_OFTEN: how_often,
    reading.CHOOSE: appointment.choose,
    reading.CHOSEN: appointment.chosen,
    reading.DROP_CHOSEN: appointment.drop_chosen,
    reading.CLEAR_CHOSEN: appointment.clear_chosen,
    reading.UNANSWERED: appointment.unanswered,
    reading.DELETE_NOTES: delete_notes,
    reading.CHANGE_NOTE: change_note,
    reading.MOVE_NOTE: move_note,
    reading.NOT_DELETED: nothing_deleted,
    reading.LEFT_ALONE: left_alone,
    reading.GONE: gone,
    reading.BRING_BACK: bring_back,
    reading.DOUBLED: doubled,
    reading.DROP_DOUBLED: drop_doubled,
    reading.HOW_DELETED: how_deleted,
    reading.PROMISE: promise,
    reading.NOTHING_SENT: nothing_sent,
    LESS: _less,
    OF_CHECK: answer_check,
}
