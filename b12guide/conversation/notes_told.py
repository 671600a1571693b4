"""Rows of the table: notes that are told without that name, and notes that are read out by person and by day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from b12guide.conversation import plans
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.diaries import day_named, day_of, dose_of, notes_of
from b12guide.conversation.kinds import (
    ASKED,
    ASKS_DOCTOR,
    CHILD_PLAN,
    DAY,
    DIARY,
    EMERGENCY,
    FORGET_ME,
    NAMED,
    NOTE_ASKED,
    NOTED,
    ONLY_DAY,
    READ_OUT,
    REMINDED,
    REMINDERS,
    URGENT,
    WARNING_STANDS,
    WHICH,
    WHOSE,
    WORDS,
    YOUR_DATA,
)
from b12guide.conversation.state import PLAN, State
from b12guide.conversation.whose import ME, whose
from b12guide.diary import named_notes, one_note, reading
from b12guide.diary.asks_doctor import place_dropped, question_to_ask
from b12guide.diary.kept_words import asks_what_is_kept, asks_what_is_left
from b12guide.diary.note_days import day_put_right
from b12guide.diary.note_words import takes_up, tells_how, words_inside
from b12guide.diary.notes import Diary, Note, tells_worse
from b12guide.diary.read_back import asks_picture
from b12guide.diary.read_whose import asks_again, asks_all, asks_day, asks_whose, takes_out, takes_part
from b12guide.diary.telling import wants_done
from b12guide.diary.told_notes import beside_plan, reports, scores_day
from b12guide.plan import dialogue
from b12guide.plan.model import WEEKDAYS, full_date
from b12guide.understanding.acts import REQUEST

_MINE = frozenset({"mine", "me", "my own", "us", "myself"})
_LABEL = re.compile(
    r"(?:(?:and|now|for|next)\W+){0,3}(?P<who>(?:my )?[a-z]{2,14})\s{0,2}[:–-]\s+(?P<words>\S.*)$", re.I | re.S
)
# So many things that were said since may stand between.
_LATELY = 4
_WARNINGS = frozenset({EMERGENCY, URGENT})
# Somebody's notes are kept in short messages.
_LONGEST_OF_OTHER = 40


def read_out(asked: Asked) -> Taken:
    """Notes by whose they are, of one day, or all of them, for somebody who keeps some."""
    state, text = asked.state, asked.said.text.replace("’", "'").strip()
    if not _free(asked) or not any(_has(state, person) for person in state.diaries):
        return None
    just = state.said[-1:] in ([READ_OUT], [NOTED])
    if just and asks_again(text):
        return (_list(state.whose),)
    current = asked.about.person if asked.about.named else state.whose
    if (day := asks_day(text)) is not None and (day[1] or just) and _has(state, current):
        named = _day_read(day[0], asked)
        if named is not None:
            return (_list(current, (DAY, named.isoformat()), (ONLY_DAY, "yes")),)
    of = asks_whose(text)
    people = [person_named(one, state) for one in of[0]] if of is not None else []
    known = [one for one in people if one is not None]
    if of is not None and known and len(known) == len(people) and (of[1] or just or "read" in text.lower()):
        steps = [step for one in known for step in _of_person(one, state, with_doses=of[1])]
        if asks_what_is_kept(text):
            # Who asks what is known of them is told how it is deleted, too.
            steps.append(Step(YOUR_DATA))
        if any(step.kind == CHILD_PLAN for step in steps) or not steps:
            return tuple(steps[:1]) or None
        return tuple(steps)
    if asks_picture(text) and (just or not dialogue.is_told(state.plan)) and _has(state, current):
        return (_list(current),)
    sure = asks_all(text)
    if sure is not None and (sure or just) and _has(state, current):
        return (_list(current),)
    return None


def taken_out(asked: Asked) -> Taken:
    """One thing of what is kept, named by a word of it: a note, or a question for the clinic."""
    text = asked.said.text.replace("’", "'").strip()
    chosen, place = Diary.from_json(asked.state.diaries.get(asked.state.whose)).chosen, place_dropped(text)
    # "The last one" is of what was spoken of last.
    lately = [one for one in asked.state.said[-_LATELY:] if one in (ASKS_DOCTOR, NOTED, READ_OUT, REMINDED)]
    if place is not None and chosen and place < len(chosen) and _free(asked) and lately[-1:] == [ASKS_DOCTOR]:
        return (Step(DIARY, ((ASKED, reading.DROP_CHOSEN), (WORDS, chosen[place]), (WHOSE, asked.state.whose))),)
    words, person = takes_out(text), asked.about.person if asked.about.named else asked.state.whose
    if not words or not _free(asked):
        return None
    diary = Diary.from_json(asked.state.diaries.get(person))
    if named_notes.with_words(diary.notes, words):
        part = f"{one_note.PART}{words}" if takes_part(text) else ""
        return (Step(DIARY, ((ASKED, reading.DELETE_NOTES), (WORDS, part), (WHICH, words), (WHOSE, person))),)
    if named_notes.with_words([Note(asked.who.today, one) for one in diary.chosen], words):
        return (Step(DIARY, ((ASKED, reading.DROP_CHOSEN), (WORDS, words), (WHOSE, person))),)
    return None


def heard_written(asked: Asked) -> Taken:
    """ "Put it in my diary" behind a sign whose warning stands: it is kept, and what to do is said once more. Right
    behind a note it is said again that it is kept."""
    state = asked.state
    if state.said[-1:] == [NOTED] and _free(asked) and not asked.said.verdict.warns and takes_up(asked.said.text):
        return (Step(DIARY, ((ASKED, reading.NOTE), (WORDS, ""), (WHOSE, state.whose))),)
    heard = state.warned is not None and state.warned.heard and state.said[-1:] != [NOTED]
    if not heard or not _free(asked) or asked.said.verdict.warns or not takes_up(asked.said.text):
        return None
    return (Step(WARNING_STANDS),)


def put_under(asked: Asked) -> Taken:
    """A note that is of another day than the one that it stands under. Where the day that it is not of is that of
    another note, both may be meant."""
    state, person = asked.state, asked.about.person if asked.about.named else asked.state.whose
    found = day_put_right(asked.said.text.replace("’", "'"))
    notes = Diary.from_json(state.diaries.get(person)).notes
    if found is None or not notes or not _free(asked):
        return None
    if found.place is None:
        named = named_notes.meant(notes, found.words)
        if not named and not one_note.names_notes(asked.said.text):
            return None
    else:
        named = list(notes[found.place :][:1])
    day, wrong = day_named(f"on {found.day}", asked.who), found.not_day.lower()
    if wrong:
        # "Not Sunday" is the weekday of a note, or its date.
        of_wrong = [n for n in notes if full_date(n.day).lower().startswith(wrong)] or named_notes.meant(
            notes, "", day_named(f"on {wrong}", asked.who)
        )
        named = [n for n in of_wrong if n in named] or [*named, *of_wrong]
    if len(named) == 1:
        day = _near(found.day, named[0], day, asked)
    if day is None:
        return None
    details = [(ASKED, reading.MOVE_NOTE), *((WORDS, note.text) for note in named), (DAY, day.isoformat())]
    return (Step(DIARY, (*details, (WHOSE, person))),)


def _near(words: str, note: Note, day: date | None, asked: Asked) -> date | None:
    """Of a weekday, the one next to the day that the note stands under and not to come; else the day as it is told."""
    places = [place for place, name in enumerate(WEEKDAYS) if re.fullmatch(rf"(?:last |this )?{name}\w*", words, re.I)]
    if len(places) != 1:
        return day
    near = [note.day + timedelta(days=(places[0] - note.day.weekday()) % 7 - back) for back in (0, 7)]
    past = [one for one in near if one <= asked.who.today]
    return min(past, key=lambda one: abs((one - note.day).days)) if past else day


def to_ask(asked: Asked) -> Taken:
    """A question for the doctor, told as what is to be asked of them; once there are some, in fewer words."""
    state, text = asked.state, asked.said.text.replace("’", "'").strip()
    if not _free(asked) or asked.said.verdict.warns or asked.kind == REMINDERS:
        return None
    lately = ASKS_DOCTOR in state.said[-_LATELY:]
    words = question_to_ask(text, lately=lately)
    if words:
        return (Step(DIARY, ((ASKED, reading.CHOOSE), (WORDS, words), (NAMED, "as said"), (WHOSE, state.whose))),)
    if lately and asks_what_is_left(text):
        return (Step(DIARY, ((ASKED, reading.CHOSEN), (WORDS, ""), (WHOSE, state.whose))),)
    return None


def kept(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """A report of somebody who keeps notes; what is told of somebody else whose notes are kept; what is told of how it
    goes beside a plan.

    Args: decided: who takes what a message tells of the plan.
    """
    state, text = asked.state, asked.said.text
    verdict = asked.said.verdict
    if not _free(asked) or (verdict.warns and verdict.level in _WARNINGS) or verdict.asks_first:
        return None
    person = asked.about.person
    # "Forget my plan" tells of no memory that fails.
    deletes = asked.kind == PLAN and asked.said.act.values(REQUEST) == ["forget"]
    if person in state.children or deletes or reading.asked_of_diary(text) is not None:
        return None
    if state.said[-1:] == [NOTE_ASKED] and tells_how(text) and not plans.asks(text) and not dialogue.tells_plan(text):
        # What was to be kept was asked.
        return (_note(person, text, asked), *dose_of(person, text))
    if NOTED in state.said[-2:] and scores_day(text):
        # "Yesterday's was 6" behind a note dates no injection.
        return (_scored(person, text, asked),)
    labelled = _labelled(text, state)
    if labelled is not None:
        return (_note(*labelled, asked), *dose_of(*labelled))
    of_last = reading.asked_of_diary(text, after_note=True) is not None
    if state.said[-1:] == [NOTED] and person == state.whose and _of_other(text) and not of_last:
        # What is told of how it goes right behind a note is one more.
        return (_note(person, text, asked), *dose_of(person, text))
    just = state.said[-1:] == [NOTED] or _has(state, person)
    if just and reports(text) and not plans.asks(text) and person == state.whose:
        return (_note(person, text, asked),)
    if person != ME and asked.about.named and _has(state, person) and _of_other(text):
        return (_note(person, text, asked), *dose_of(person, text))
    if dialogue.tells_plan(text):
        told, note = beside_plan(text)
        if note and dialogue.tells_plan(told) and not asked.said.alone(note).verdict.warns and not tells_worse(note):
            steps = decided(replace(asked, said=asked.said.alone(told), written="")) or ()
            if steps and all(step.kind == PLAN for step in steps):
                return (*(step.read_from(told) for step in steps), _note(person, note, asked))
    return None


def _labelled(text: str, state: State) -> tuple[str, str] | None:
    """Whose note it is, and its words, of "me: bad night", "Dad: ate well", for somebody who keeps notes."""
    found = _LABEL.match(text.strip())
    if found is None or not any(_has(state, one) for one in state.diaries):
        return None
    person = person_named(found["who"], state)
    told = tells_how(found["words"]) and not plans.asks(found["words"]) and not dialogue.tells_plan(found["words"])
    return (person, found["words"].strip()) if person is not None and told else None


def _free(asked: Asked) -> bool:
    state = asked.state
    open_ = state.awaiting not in (None, PLAN) or state.standing is not None or state.child_writes
    return not open_ and not asked.said.excerpt and asked.kind != FORGET_ME


def _has(state: State, person: str) -> bool:
    return bool(Diary.from_json(state.diaries.get(person)).notes)


def person_named(words: str, state: State) -> str | None:
    """Who is meant by "mine" or "Dad's", among those of whom something is kept; None where it is nobody."""
    plain = words.lower().strip()
    if plain in _MINE:
        return ME
    if plain in ("his", "hers", "him", "her"):
        others = [one for one in state.diaries if one != ME]
        return state.other if state.other in others else others[0] if len(others) == 1 else None
    named = f"my {plain.removeprefix('my ').removeprefix('our ')}"
    named = named if named.endswith("s") else f"{named}'s"
    person = whose(named, current=state.whose, known=[*state.known, *state.diaries], last=state.other).person
    return person if person != ME and (person in state.diaries or person in state.plans) else None


def _of_person(person: str, state: State, *, with_doses: bool) -> list[Step]:
    if person in state.children:
        return [Step(CHILD_PLAN, ((WHOSE, person),))]
    logged = with_doses and bool(dialogue.log_days(state.plans.get(person)))
    log = [Step(PLAN, ((REQUEST, dialogue.LOG), (WHOSE, person), (WORDS, "")))] if logged else []
    return [*log, *([_list(person)] if _has(state, person) or not log else [])]


def _of_other(text: str) -> bool:
    """Whether a message tells, in a few words, how somebody is whose notes are kept, and asks nothing."""
    short = len(text.split()) <= _LONGEST_OF_OTHER and not wants_done(text)
    return short and not plans.asks(text) and tells_how(text) and not dialogue.tells_plan(text)


def _note(person: str, words: str, asked: Asked) -> Step:
    words = words_inside(words)
    told = notes_of(words, asked.who)
    day, note = told[0] if len(told) == 1 else (day_of(words, asked.who), words)
    return Step(DIARY, ((ASKED, reading.NOTE), (WORDS, note), (DAY, day.isoformat()), (WHOSE, person)))


def _scored(person: str, text: str, asked: Asked) -> Step:
    """The note of a score and its day; "the day before" is the one before the note that was told last."""
    step, notes = _note(person, text, asked), Diary.from_json(asked.state.diaries.get(person)).notes
    if not notes or "the day before" not in text.lower():
        return step
    day = (notes[-1].day - timedelta(days=1)).isoformat()
    return Step(DIARY, tuple((name, day if name == DAY else value) for name, value in step.details))


def _list(person: str, *details: tuple[str, str]) -> Step:
    return Step(DIARY, ((ASKED, reading.LIST), (WORDS, ""), (WHICH, ""), (WHOSE, person), *details))


def _day_read(words: str, asked: Asked) -> date | None:
    """The day up to today that is to be read; of a weekday the latest one of which a note is kept, else the last."""
    today, plain = asked.who.today, words.lower()
    named = [place for place, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}", plain)]
    if len(named) == 1 and not re.search(r"\d", plain):
        return today - timedelta(days=(today.weekday() - named[0]) % 7)
    return day_named(f"on the {plain.removeprefix('the ')}" if plain[:1].isdigit() else plain, asked.who) or (
        dialogue.day_told(words, asked.who)
    )
