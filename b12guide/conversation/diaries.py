"""Rows of the table: notes of how it went, the page for the appointment, reminders and the answers to them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from b12guide.conversation.advice_told import names_none
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    ASKED,
    CARD,
    CHILD_PLAN,
    DAY,
    DIARY,
    FORGET_ME,
    HEADED,
    LESS,
    NAMED,
    NOTED,
    OF_CHECK,
    QUIET,
    READ_OUT,
    REMINDERS,
    URGENT,
    WHICH,
    WHOSE,
    WORDS,
    YOUR_DATA,
)
from b12guide.conversation.state import CHECK, FORGET, PLAN, State
from b12guide.conversation.whose import ME, named_in, whose
from b12guide.diary import named_notes, one_note, reading, wishes
from b12guide.diary.asks_doctor import without_wish
from b12guide.diary.kept_words import asks_who_reads
from b12guide.diary.note_days import by_day
from b12guide.diary.note_words import tells_how
from b12guide.diary.notes import MOOD, TINGLING, WALKING, Diary, Note, symptoms_in, tells_worse
from b12guide.diary.well_words import says_all_is_well, tells_less, without_less
from b12guide.plan import dialogue
from b12guide.plan.model import WEEKDAYS, full_date
from b12guide.plan.reading.day_words import MONTHS
from b12guide.understanding.acts import REQUEST

NERVES_CARD, MIND_CARD = "nerves", "mind"
# What deletes a part of the diary, or asks of what is deleted, and sounds like deleting everything.
_OF_A_PART = frozenset(
    {
        reading.DELETE_NOTES,
        reading.CHANGE_NOTE,
        reading.CLEAR_CHOSEN,
        reading.KEPT,
        reading.LEFT,
        reading.WHO_READS,
        reading.KEPT_HOW,
        reading.HOW_DELETED,
        reading.PROMISE,
        reading.NOTHING_SENT,
    }
)
# What writes into the diary, and what is done with a note that is there.
_WRITES = frozenset({reading.NOTE, reading.CHANGE_NOTE})
_OF_A_NOTE = frozenset({reading.DELETE_NOTES, reading.CHANGE_NOTE})
# The one row of the triage table of which being less makes no alarm (its rule 7).
_NERVES = frozenset({"B2"})
# What is left after deleting is asked of the data also where a plan is kept, whose doses may be left.
_OF_DATA = re.compile(r"\b(?:notes|diary|data|everything|about me|of me|remember me|know me)\b", re.I)
# What is worse of these is a sign (rows B2 and B7 of the triage table), however it was asked for.
_CARDS = {TINGLING: NERVES_CARD, WALKING: NERVES_CARD, MOOD: MIND_CARD}
# "You kept a silly note, take that one out": so many things that were said since may stand between.
_JUST = 2
_LATELY, _NOTE = 4, re.compile(r"\b(?:notes?|entry|entries)\b", re.I)
_YESTERDAY = re.compile(r"\b(?:yesterday|last ni(?:ght|te))\b", re.I)
# The night that somebody got up from is of today.
_SLEPT = re.compile(
    r"\b(?:sle(?:pt|ep\w*)|awake|woke|nap\w*|insomnia|bed|dreams?|dreamt"
    r"|(?:good|bad|rough|awful|terrible|restless|broken) night)\b",
    re.I,
)
_DOSE_HAD = re.compile(
    r"\b(?:had|got|given|gave|done|did|having)\b[^.,;!?]{0,20}\b(?:injections?|jabs?|shots?|needles?|doses?|b-?12|jags?|it|mine)\b"
    r"|\b(?:took|taken)\b[^.,;!?]{0,20}\b(?:injections?|jabs?|shots?|needles?|jags?)\b"
    r"|\b(?:injections?|jabs?|shots?|needles?|jags?)\b[^.,;!?]{0,12}"
    r"\b(?:done|given|had|taken|completed|finished|over(?! (?:the|my|a|time|and over)\b))\b",
    re.I,
)
_OWN = re.compile(r"\W*(?:i|i['’]?m|i['’]?ve|my|me)\b(?! (?:think|guess|gave|took|told|saw|hope|asked)\b)", re.I)
_THEIRS = re.compile(
    r"\b(?:she|he|her|him|his|hers|they|them|their|we|mum|mam|mom|mother|dad|father|nan|gran|grandad|husband|wife|partner"
    r"|son|daughter|sister|brother|aunt|uncle|friend|\w+['’]s)\b",
    re.I,
)
_SINCE = re.compile(r"\bsince (?:last |this )?(?:the )?(?:\w+day|\d{1,2}\w{0,2}(?: of)? \w+|last night)\b", re.I)
# "Sore arm from the jab on Friday" is told today.
_DAY_OF_DOSE = re.compile(
    r"\b(?:from|after|since|where) (?:the |my )?(?:\w+ )?(?:injection|jab|jag|shot|needle|dose|b-?12)(?: i had)?"
    r" (?:on |of |last |this )?(?:the )?(?:\w+day|\d{1,2}\w{0,2}(?: of)? \w+|yesterday)\b",
    re.I,
)
_SOMEBODYS = re.compile(r"(?:my |our )?[\w-]+'s\b", re.I)
_CLAUSE = re.compile(r"[,;.!\n]+\s*|\s+(?:but|and)\s+", re.I)
_TODAY = re.compile(r"\b(?:today|this morning)\b", re.I)
_DATED = re.compile(
    rf"\b(?:on|since|from)? ?(?:(?:last|this) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})\b|\b(?:{MONTHS}) \d{{1,2}}\b|\b\d+ (?:days?|weeks?) ago\b",
    re.I,
)


def worse(asked: Asked, read: reading.Asked | None = None) -> Taken:
    """What a note or an answer says is worse, of tingling, walking or mood: a sign, though no rule sees one in it, and
    one with a card of its own where it was only heard to be like one. The note is kept all the same."""
    text, verdict = asked.said.text, asked.said.verdict
    if asked.state.child_writes or (verdict.warns and not (verdict.level == URGENT and names_none(verdict))):
        return None
    note = read or reading.asked_of_diary(text)
    if note is not None and note.what in _WRITES and tells_worse(note.words):
        about = symptoms_in(note.words)
    elif _open_question(asked) is not None and tells_worse(text) and reading.answers_check(text):
        about = symptoms_in(text) or reading.QUESTIONS[_open_question(asked) or 0]
    else:
        return None
    cards = dict.fromkeys(_CARDS[name] for name in about if name in _CARDS)
    return (Step(URGENT, tuple((CARD, card) for card in cards)),) if cards else None


def no_sign(asked: Asked) -> Taken:
    """What names a sign and tells of none: an answer that all is well; a note that is to be deleted, by words that
    stand in it; tingling that is told as less, and nothing else, while no warning stands."""
    state, text, verdict = asked.state, asked.said.text, asked.said.verdict
    if not verdict.warns or state.standing is not None or state.child_writes:
        return None
    if _open_question(asked) is not None and verdict.level == URGENT and names_none(verdict) and says_all_is_well(text):
        return diary(asked)
    found = _asked(asked)
    if found is not None and found.what in _OF_A_NOTE:
        notes = Diary.from_json(state.diaries.get(_whose_note(asked, found))).notes
        named = named_notes.with_words(notes, found.which)
        left = asked.said.alone(text.replace(found.which, " ")).verdict if named else verdict
        return None if left.warns else diary(asked)
    note = found if found is not None and found.what == reading.NOTE else None
    if note is None and _less_among_others(asked):
        return (Step(DIARY, ((ASKED, LESS), (WHOSE, asked.about.person))),)
    calm = state.warned is None and verdict.level == URGENT and _NERVES.issuperset(verdict.signs)
    if not calm or not tells_less(note.words if note else text):
        return None
    return diary(asked) if note else (Step(DIARY, ((ASKED, LESS), (WHOSE, asked.about.person))),)


def _less_among_others(asked: Asked) -> bool:
    """Whether all that a message has of a sign is tingling or numbness that is less, and the rest tells of none."""
    verdict, rest = asked.said.verdict, without_less(asked.said.text)
    if rest is None or asked.state.warned is not None or verdict.level != URGENT or set(verdict.signs) - _NERVES:
        return False
    return not rest.strip(" ,.;:!") or not (asked.said.alone(rest).verdict.warns or tells_worse(rest))


def diary(asked: Asked, read: reading.Asked | None = None) -> Taken:
    """What is asked of the diary, and an answer to one of its three questions. `read`: what was read of it already."""
    state, text = asked.state, asked.said.text
    if state.awaiting == FORGET:
        return None
    found = read or _asked(asked)
    if asked.kind == FORGET_ME and (found is None or found.what not in _OF_A_PART):
        return None
    question = _open_question(asked) if read is None else None
    answers = found is None or reading.stops(text) or (found.what == reading.NOTE and reading.rates(text))
    if question is not None and answers and reading.answers_check(text):
        return (Step(DIARY, ((ASKED, OF_CHECK), (WORDS, text), (DAY, asked.who.today.isoformat()))),)
    if found is None:
        return None
    if found.what in (reading.WHO_READS, reading.KEPT_HOW):
        return (Step(YOUR_DATA, ((ASKED, found.what),)),)
    if found.what == reading.NOTHING_SENT and reminders_set(state):
        # What is set is ended.
        return (Step(REMINDERS, ((ASKED, wishes.END), (WORDS, text), (WHOSE, asked.about.person))),)
    if found.what in (reading.KEPT, reading.LEFT):
        nothing = not state.plans and not state.diaries
        of_data = found.what == reading.KEPT or nothing or _OF_DATA.search(text) is not None
        who = ((ASKED, reading.WHO_READS),) if asks_who_reads(text) else ()
        both = ((ASKED, reading.KEPT), *who) if who else ()
        return (Step(YOUR_DATA, both),) if of_data else None
    if found.what == reading.NOTE and dialogue.tells_plan(found.words) and not tells_how(found.words):
        # "Every 8 weeks, put that in my diary" is a plan, for a diary of paper.
        return None
    # "The ones of Monday" behind notes are notes, whether or not there are any of that day.
    spoken = bool({NOTED, READ_OUT} & {*state.said[-_LATELY:]})
    just = bool({NOTED, READ_OUT} & {*state.said[-_JUST:]}) and after_note(asked, text, spoken=True)
    of_notes = (found.words == one_note.EACH and spoken) or just
    if found.what in _OF_A_NOTE and not (of_notes or _meant(asked, found) or one_note.names_notes(text)):
        return None
    person = _person(asked, found)
    if person != ME and person in state.children:
        return (Step(CHILD_PLAN, ((WHOSE, person),)),)
    if found.what == reading.NOTE:
        return tuple(step for day, words in notes_of(found.words, asked.who) for step in note_steps(person, words, day))
    day = day_named(found.which, asked.who)
    if found.what == reading.LIST and found.words:
        details = [(ASKED, found.what), (WORDS, found.words), (NAMED, "yes"), (WHICH, found.which), (WHOSE, person)]
        return (Step(DIARY, tuple(details)),)
    words = without_wish(found.words) if found.what == reading.CHOOSE else found.words
    details = [(ASKED, found.what), (WORDS, words), (WHICH, found.which), (WHOSE, person)]
    if found.what in _OF_A_NOTE and person == ME != state.whose:
        details.append((HEADED, "yes"))
    return (Step(DIARY, (*details, *([(DAY, day.isoformat())] if day is not None else []))),)


def reminders_set(state: State) -> bool:
    """Whether any reminder is wished for."""
    return any(Diary.from_json(one).reminders.get("wishes") for one in state.diaries.values())


def note_steps(person: str, words: str, day: date) -> tuple[Step, ...]:
    """The step of a note, with that of an injection that it tells of."""
    details = ((ASKED, reading.NOTE), (WORDS, words), (WHICH, ""), (WHOSE, person), (DAY, day.isoformat()))
    return (Step(DIARY, details), *dose_of(person, words, day))


def _asked(asked: Asked) -> reading.Asked | None:
    """What a message asks of the diary where it stands; of a plan that is told, "it" is no note."""
    return reading.asked_of_diary(asked.said.text, after_note=after_note(asked, asked.said.text))


def after_note(asked: Asked, words: str, *, spoken: bool = False) -> bool:
    """Whether "that one" is, in some words of a message, the note that was kept last: right behind it, or soon after
    where a note is named; of a plan or a date that the words tell, it is none. `spoken`: notes were just spoken of."""
    said = asked.state.said
    lately = spoken or said[-1:] == [NOTED] or (NOTED in said[-_LATELY:] and _NOTE.search(asked.said.text) is not None)
    return lately and not dialogue.tells_plan(words) and dialogue.said_date(words, asked.who) is None


def _person(asked: Asked, found: reading.Asked) -> str:
    """Whose diary is meant; "the page for mum's doctor" is of mum, and no plan of the doctor's."""
    state = asked.state
    if found.what == reading.NOTE:
        return of_whom(found.words, state) or asked.about.person
    if found.what == reading.CHOOSE:
        # A question that names somebody is still one for the same doctor.
        return state.whose
    if found.what in _OF_A_NOTE:
        return _whose_note(asked, found)
    if not found.which:
        return asked.about.person
    return whose(f"my {found.which}", current=state.whose, known=state.known, last=state.other).person


def _whose_note(asked: Asked, found: reading.Asked) -> str:
    """Whose note is named: of who is spoken of, else of the one other person who has such a note."""
    person = asked.about.person
    if asked.about.named or found.which in ("", one_note.ALL, one_note.LAST) or _named(person, asked, found):
        return person
    others = [one for one in asked.state.diaries if one != person and _named(one, asked, found)]
    return others[0] if len(others) == 1 else person


def of_whom(note: str, state: State) -> str | None:
    """Of whom a note is that begins with what is somebody's: "mum's feet are numb", "I slept badly"; None where it does
    not."""
    if _OWN.match(note) and not _THEIRS.search(note):
        return ME
    found = _SOMEBODYS.match(note.replace("’", "'"))
    return next(iter(named_in(found[0], state.known)), None) if found is not None else None


def _meant(asked: Asked, found: reading.Asked) -> bool:
    """Whether a note is there that is named by some words."""
    return bool(_named(_person(asked, found), asked, found))


def _named(person: str, asked: Asked, found: reading.Asked) -> list[Note]:
    notes = Diary.from_json(asked.state.diaries.get(person)).notes
    return named_notes.meant(notes, found.which, day_named(found.which, asked.who))


def notes_of(words: str, who: dialogue.Who) -> list[tuple[date, str]]:
    """The notes that some words tell, each with its day: one, of the day that they name or of today, where they do not
    begin with days that have come."""
    told = [(_front_day(one.day, who), one.words) for one in by_day(words) if one.day]
    dated = [(day, note) for day, note in told if day is not None]
    return dated if dated and len(dated) == len(told) else [(day_of(words, who), words)]


def _front_day(words: str, who: dialogue.Who) -> date | None:
    """The day, up to today, that stands before the words of a note: "Tue 24th", "23/11"; a weekday that is today's is
    today."""
    named = day_named(f"on {words}", who) or dialogue.day_told(f"on {words}", who)
    if named is None and re.fullmatch(rf"{WEEKDAYS[who.today.weekday()]}[a-z]*", words.strip(), re.I):
        return who.today
    return named if named is not None and named <= who.today else None


def day_of(words: str, who: dialogue.Who) -> date:
    """The day that a note is of: the past one that it names, else today."""
    # What is there since a day is told of today.
    words = _DAY_OF_DOSE.sub(" ", _SINCE.sub(" ", words))
    if _SLEPT.search(words) and "yesterday" not in words.lower():
        words = words.lower().replace("last night", "")
    return day_named(words, who) or who.today


def day_named(words: str, who: dialogue.Who) -> date | None:
    """The day up to today that some words name, or None."""
    if _YESTERDAY.search(words):
        return who.today - timedelta(days=1)
    if _TODAY.search(words):
        return who.today
    told = dialogue.day_told(words, who) if _DATED.search(words) else None
    return told if told is not None and told <= who.today else None


def dose_of(person: str, text: str, day: date | None = None) -> tuple[Step, ...]:
    """The step of an injection that a note tells of: it is in the log too, and nothing is asked of it. `day`: of the
    note, where its words do not name one any more."""
    clause = next((one.strip() for one in _CLAUSE.split(text) if tells_dose(one)), None)
    if clause is None:
        return ()
    if day is not None and not _YESTERDAY.search(clause) and not _TODAY.search(clause) and not _DATED.search(clause):
        clause = f"{clause} on {full_date(day)}"
    return (Step(PLAN, ((REQUEST, "date"), (WHOSE, person), (WORDS, clause), (QUIET, "yes"))),)


def tells_dose(words: str) -> bool:
    """Whether words tell that an injection was had."""
    return _DOSE_HAD.search(words) is not None


def _open_question(asked: Asked) -> int | None:
    """Which of the three questions is open."""
    if asked.state.awaiting != CHECK:
        return None
    return Diary.from_json(asked.state.diaries.get(asked.state.whose)).question
