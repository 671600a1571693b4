"""Notes of how it went, the three questions, the list of them, and the page for the appointment."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from rapidfuzz import fuzz, process

from actions.next_steps import own_list_of
from actions.turn import Turn
from b12guide.conversation.diaries import day_of
from b12guide.conversation.kinds import ASKED, DAY, DIARY, DOSE_CHANGE, OF_CHECK, UNANSWERED, UNKNOWN, WHOSE, WORDS
from b12guide.conversation.state import CHECK
from b12guide.conversation.whose import ME
from b12guide.diary import reading
from b12guide.diary.notes import LANES, LONGEST, Diary, note_of, rating, symptoms_in
from b12guide.diary.summary import note_line
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, NO_ANSWER, NOT_UNDERSTOOD, TOPIC

DIAGNOSIS = "diagnosis_request"
# Notes that one list shows.
MOST_LISTED = 12
# Days from one offer of the three questions to the next: weekly, never daily.
OFFER_DAYS = 7
# A dose told of so many days after it is just over.
JUST_HAD = 3
# From this likeness on a question of the lists is the one that is meant.
_LIKE = 72
_LEAST_WORDS = 4
NOBODY, OFFER = "nobody reads the diary", "diary offer"


def diary(turn: Turn) -> None:
    """Does what is asked of the diary."""
    turn.state.misses = 0
    asked = turn.step.values(ASKED)[0]
    if asked != OF_CHECK:
        turn.state.whose = next(iter(turn.step.values(WHOSE)), turn.state.whose)
    DO[asked](turn)


def kept_of(turn: Turn, person: str | None = None) -> Diary:
    """What is kept of a person, of the one who is spoken of where none is named."""
    return Diary.from_json(turn.state.diaries.get(turn.state.whose if person is None else person))


def keep(turn: Turn, kept: Diary, person: str | None = None) -> None:
    """Keep it so from now on."""
    turn.state.diaries[turn.state.whose if person is None else person] = kept.to_json()


def keep_beside_card(turn: Turn) -> None:
    """A note that told of an urgent sign is kept: what the card says comes first, and the note stays what it is.

    So is an answer of the three questions, which end with it.
    """
    found = reading.asked_of_diary(turn.text)
    kept = kept_of(turn)
    if found is not None and found.what == reading.NOTE and found.words:
        kept.add(note_of(found.words, day_of(found.words, turn.who)))
    elif turn.awaited == CHECK and kept.question is not None and reading.answers_check(turn.text):
        kept.add(note_of(turn.text, turn.person.today, about=reading.QUESTIONS[kept.question]))
        kept.question = None
    else:
        return
    keep(turn, kept)


def keep_reaction(turn: Turn, people: Sequence[str]) -> None:
    """What was told of a reaction is kept for the appointment, in the words of the message, where it is plain whose it
    was."""
    if len(people) == 1 and people[0] not in turn.state.children:
        kept = kept_of(turn, people[0])
        kept.reacted(turn.text, turn.person.today)
        keep(turn, kept, people[0])


def drop_reaction(turn: Turn, person: str) -> None:
    """There was none: what was told of it today is kept no more."""
    kept = kept_of(turn, person)
    kept.reactions = tuple(one for one in kept.reactions if one.day < turn.person.today)
    keep(turn, kept, person)


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


def note_unanswered(turn: Turn) -> None:
    """Keep for the appointment what was asked and had no answer here."""
    if turn.state.child_writes or not _unanswered(turn):
        return
    kept = kept_of(turn)
    kept.not_answered(turn.text, turn.person.today)
    keep(turn, kept)


def _unanswered(turn: Turn) -> bool:
    for step in turn.decided.steps:
        if step.kind == DOSE_CHANGE or (step.kind == ASK_TOPIC and step.values(TOPIC) == [DIAGNOSIS]):
            return True
        if step.kind == ASK_TOPIC and (step.values(UNANSWERED) or step.values(UNKNOWN) or step.values(NO_ANSWER)):
            return True
        if step.kind == NOT_UNDERSTOOD and not step.details and turn.text.rstrip().endswith("?"):
            return len(turn.text.split()) >= _LEAST_WORDS
    return False


def _note(turn: Turn) -> None:
    words = next(iter(turn.step.values(WORDS)), "")
    say = content().diary
    if not words:
        turn.say(say("note_what"), kind="ask")
        return
    kept = kept_of(turn)
    note = note_of(words, date.fromisoformat(turn.step.values(DAY)[0]))
    kept.add(note)
    # Who keeps notes is offered the questions a week after the first.
    kept.asked_on = kept.asked_on or turn.person.today
    keep(turn, kept)
    lines = [say("noted", day=full_date(note.day), text=note.text)]
    lines += [say("note_long")] if len(" ".join(words.split())) > LONGEST else []
    lines.append(say("nobody_reads" if turn.state.says(NOBODY) else "nobody_reads_again"))
    turn.say("\n".join(lines), buttons=[say("button_list")], kind="menu")


def _list(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    if not kept.notes:
        turn.say(say("no_notes"), buttons=[say("button_check")], kind="menu")
        return
    latest = list(reversed(kept.by_day))[:MOST_LISTED]
    lines = [say("notes_intro"), *(f"• {note_line(note, say)}" for note in latest)]
    older = len(kept.notes) - len(latest)
    lines += [say("notes_earlier", count=older)] if older else []
    drawn = any(set(note.about) & set(LANES) for note in kept.notes)
    links = [{"label": say("link_picture"), "url": "diary.svg"}] if drawn else []
    turn.say("\n".join(lines), buttons=[say("button_summary"), say("button_check")], kind="menu", **_files(turn, links))


def _summary(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    plan = turn.state.plans.get(turn.state.whose) or {}
    told = kept.notes or kept.chosen or kept.unanswered or kept.reactions
    if not told and not plan.get("kept") and not dialogue.on_hold(plan):
        turn.say(say("nothing_yet"), kind="menu")
        return
    links = [{"label": say("link_page"), "url": "summary"}]
    links += [{"label": say("link_fhir"), "url": "fhir.json"}] if plan.get("kept") else []
    turn.say(say("here"), kind="menu", **_files(turn, links))


def _files(turn: Turn, links: Sequence[dict[str, str]]) -> dict[str, Any]:
    """The addresses of pages: the channel makes them of the key, since only it knows under which name all is kept."""
    if not links:
        return {}
    kept = kept_of(turn)
    kept.key = kept.key or secrets.token_urlsafe(18)
    keep(turn, kept)
    return {"diary_files": {"key": kept.key, "version": kept.version, "links": list(links)}}


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


def _choose(turn: Turn) -> None:
    words, say = next(iter(turn.step.values(WORDS)), ""), content().diary
    kept, own = kept_of(turn), own_list_of(turn)
    if reading.chosen_all(words):
        room = _choose_all(kept, own)
        said = say("chosen_all" if room else "chosen_full")
    elif places := [place for place in reading.chosen_places(words) if place <= len(own)]:
        room = _choose_all(kept, [own[place - 1] for place in places])
        said = say("chosen_all" if room else "chosen_full")
    elif len(words.split()) < 2:
        said = say("chosen_none")
    else:
        question = _meant(words, own)
        said = say("chosen", text=question) if kept.choose(question) else say("chosen_full")
    keep(turn, kept)
    turn.say(said, buttons=[say("button_summary")], kind="menu")


def _choose_all(kept: Diary, questions: Sequence[str]) -> bool:
    """Keep as many of them as there is room for; whether that was all."""
    taken = [kept.choose(question) for question in questions]
    return all(taken)


def _meant(words: str, own: Sequence[str]) -> str:
    """The question of the lists that the words name ("the one about tablets"), else the words themselves."""
    every = [*own, *(one.ask for group in content().lists.groups for one in group.questions)]
    plain = words.removeprefix("the one about ").removeprefix("the question about ").removeprefix("about ")
    found = process.extractOne(plain, every, scorer=fuzz.partial_token_set_ratio if plain != words else fuzz.ratio)
    return str(found[0]) if found is not None and found[1] >= _LIKE else words


def _clear_chosen(turn: Turn) -> None:
    kept = kept_of(turn)
    kept.chosen = ()
    keep(turn, kept)
    turn.say(content().diary("chosen_cleared"), kind="menu")


def _delete_notes(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    whole = turn.step.values(WORDS) == ["all"]
    if not kept.notes:
        turn.say(say("no_notes"), kind="menu")
        return
    kept.notes = () if whole else kept.notes[:-1]
    keep(turn, kept)
    turn.say(say("notes_deleted" if whole else "note_deleted"), kind="menu")


def had(turn: Turn) -> dict[str, int]:
    """How many doses of each person were told of so far."""
    return {person: len(plan.get("given") or ()) for person, plan in turn.state.plans.items()} or {ME: 0}


DO: dict[str, Callable[[Turn], None]] = {
    reading.NOTE: _note,
    reading.LIST: _list,
    reading.SUMMARY: _summary,
    reading.FHIR: _summary,
    reading.CHECK: _begin_check,
    reading.CHOOSE: _choose,
    reading.CLEAR_CHOSEN: _clear_chosen,
    reading.DELETE_NOTES: _delete_notes,
    OF_CHECK: _answer_check,
}
