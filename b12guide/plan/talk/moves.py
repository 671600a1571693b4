"""What a message does to a plan in the state it is in, by its words and not by likeness.

A short word means what it means because of what was asked last: "last", "8", "good", a thumb. Where nothing is open and
no plan is known, such words mean nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ..reading.reader import about, read
from ..reading.two_authors import told_by_two
from . import begun, more_wishes, unfinished
from . import move_answers as answers
from . import move_facts as facts
from . import move_requests as requests
from .asked_days import names_own_days, without_days
from .asks_to_move import asks_to_move
from .beside_plan import google_help
from .both_gaps import asks_of_both
from .cannot_make import cannot_make
from .clinic_closed import closed_asked
from .clinic_moved import clinic_moved
from .clinics_word import clinics_word
from .coming_day import shown_day
from .course_again import course_again
from .day_again import figures_again, month_meant, month_not, order_meant, week_before
from .days import stretch_told, tells_given
from .days_had import first_and_last
from .denied_day import denied
from .dose_out import is_out
from .due_told import due_told
from .extra_dose import extra_day, extra_way
from .facts import place_in
from .first_words import asks_next_of_dose, asks_of_dates_alone
from .had_count import had_count
from .left_first import without_left_asked
from .left_to_go import left_to_go
from .list_wish import is_alone, list_wish
from .log_right import says_so_many
from .message import Said, is_date_word
from .misbooked import never_booked
from .months_named import months_named
from .move import Move, Reader, place_of, without_yes
from .move_words import BOOKED, SET_DAY, WORDS, asks
from .moved_dose import moved_told
from .open_answers import days_in
from .option_weekday import number_of_weekday, weekday_of_options
from .outcome import Who
from .over_by import over_by
from .part_now import part_now
from .part_over import asks_beside, part_over
from .plain_answers import keeps_day, last_as_shown, yes_at_end
from .range_answers import range_told
from .read_off import read_off
from .received import ends_unknown_loading, tells_end_of_loading
from .requests import asks_of_journey, request_of
from .rosters import roster_asked
from .rule_told import told_rule
from .said_again import said_again
from .said_otherwise import said_otherwise
from .set_alone import set_alone
from .set_day import asks_of_bare_day, set_day
from .shown_weekday import weekday_remark
from .so_many_before import many_before
from .start_right import start_right
from .state import AWAY, CHANGE, CONFIRM, DAYS, LAST_GIVEN, PAST, State
from .taken_back import taken_back
from .told_spans import span_again
from .weekday_meant import last_was
from .what_if import names_condition
from .where import told_open_daily, without_open_daily

# What people say to a plan is short; of a longer message the grammar reads the plan itself.
LONGEST = 300
# What is wanted with dates that are said once more.
WITH_DATES = frozenset({"calendar", "picture", "print", "remind", "file_help", "alarm"})
_TOLD = re.compile(r"^\W*(?:(?:no|oh|sorry|yes|and|but)\W+){0,8}(?:that|it|this|today'?s?|yesterday'?s?)\b", re.I)
_NOT_WHOSE = re.compile(
    r"(?:\b(?:would|should|'d) )?\b(?:want|need|like|wish) to (?:know|see|find out)"
    r" (?:if|whether|which|when|how many)\b[^.;!?]*|\b(?:a|per|each|every) year\b",
    re.I,
)
# "Just had number 2 of 6": whoever says no more than that speaks of their own.
_JUST_HAD = re.compile(r"\W*(?:so |well |hi |hello ){0,3}(?:just |only |finally )(?:had|got|done)\b", re.I)
_SENTENCE = re.compile(r"[.;!?\n]+(?=\s|$)|,(?=\s+so (?:what|whats|what's|when|whens|when's|which|how many)\b)", re.I)
# "2 months", where it was asked for how long.
_SO_LONG = re.compile(
    r"\W*(?:(?:it'?s|its|that'?s|just|only|for|about)\s+){0,3}(?P<length>(?:\d{1,2}|a|one|two|three|four|five|six|eight|ten"
    r"|twelve) (?:days?|weeks?|wks?|months?|mths?|fortnights?))\W*",
    re.I,
)
_CUT = re.compile(r"[,;.!]")
_NEVER_MIND = re.compile(
    r"^\W*(?:(?:oh|ok|well|no|just)\W+){0,3}(?:forget (?:it|that|this)|never ?mind|leave it)\b", re.I
)
_DUE_BEHIND = re.compile(r"\b(?:due|when|whens|about now|my next)\b", re.I)
# What is told in one sentence, with more in the next: a date that was set, or what is remarked on one.
_REMARKS = (["booked"], ["moved_dose"], ["feast"], ["weekday"], ["is_it"])
# What stands behind a sentence that is not understood, and is understood all the same.
_PLAINLY_ASKED = frozenset(("request", name) for name in ("list", "next", "only_mine", "left"))
_OF_DOSES = frozenset({"moved_dose", "moved_had", "given"})
_MISSED = re.compile(
    r"\b(?:missed|couldn'?t (?:make|get|go)|could not (?:make|get|go)|didn'?t (?:make|get|go|have)"
    r"|never (?:made|got|went)"
    r"|(?:snowed|rained|flooded) (?:in|off)|forgot)\b",
    re.I,
)
# "They are in the diary" wants none there.
_IS = re.compile(r"\b(?:is|are|was|were|have|has|goes|went)\b", re.I)


def moves(kept: Mapping[str, Any] | None, text: str, *, who: Who) -> tuple[Move, ...]:
    """What `text` does to the plan kept; () where it has nothing to do with it in its state.

    Args:
        kept: the state that `dialogue.turn` returned last, or None.
        text: the message, of any length.
        who: whose plan it is, with the day.
    """
    state = State.from_json(kept)
    if state.about in (PAST, LAST_GIVEN):
        # How many are left is said with the answer.
        text = without_left_asked(text)
    opens = told_open_daily(text, False)
    text = without_open_daily(text) if opens else text
    if opens and not text.strip() and state.ready(who.today):
        return (Move("fact", "open_daily"),)
    ruled = told_rule(text, state, who.country)
    if ruled is not None and not ruled.more:
        return (Move("fact", "closed_rule"),)
    text = ruled.rest if ruled is not None else text
    said = Said.of(text[: LONGEST + 1])
    if len(text) > LONGEST or not said.words:
        return ()
    if not (state.phases or state.about or state.paused):
        return _first(said, who)
    if state.about == AWAY and state.ready(who.today):
        # The day that the clinic set is no stretch that somebody is away.
        settled = replace(state, about=None, asked=None, options=())
        if set_day(said, settled, who.today) is not None:
            state = settled
    if state.paused:
        return requests.request(said, state, who)
    if ends_unknown_loading(state, text):
        # How often the loading ones were is of no matter any more.
        return (Move("answer", "interval", text.strip(), rest=place_of(said, len(said.words))),)
    if len(state.phases) > 1 and tells_end_of_loading(text) and _TOLD.match(text):
        # The grammar reads it: loading is over, whatever else "the last one" may mean.
        return ()
    # Which part it was is told with its days and more, a sentence each.
    first, second = (_by_sentence, _whole) if state.about == "phase" else (_whole, _by_sentence)
    # That a part is over may stand apart from the day of its last dose.
    over = _part_over(said, state, who) if first is _by_sentence else ()
    found = (over if over and over[0].value[-1] != "/" else ()) or first(said, state, who) or second(said, state, who)
    found = answers.with_doubt(found, state, said.text)
    if state.about in ("count", "interval") and found and all(move.kind == "request" for move in found):
        # The answer to what was asked stands in a sentence of its own, before what is asked back.
        parts = second(said, state, who) if first is _whole else ()
        found = parts if any(move.kind in ("answer", "fact") for move in parts) else found
    alone = all(move.kind == "no" for move in found)
    otherwise = None if says_so_many(text) else said_otherwise(said, state, who, alone=alone)
    if otherwise is not None:
        told = _whole(Said.of(otherwise), state, who)
        return tuple(replace(move, rest=place_of(said, len(said.words))) for move in told)
    found = begun.often_beside_day(said, state, found, who)
    if state.ready(who.today) and asks_of_bare_day(said, who.today):
        # A day that is asked about is none that was given or set.
        found = tuple(move for move in found if move.kind != "fact" or move.name == "two_ways")
    if [move.name for move in found] == ["asked_days"]:
        # A list that is asked for beside a day is one more.
        parts = second(said, state, who)
        found = parts if any(move.name in ("list", "what_if") for move in parts) else found
    if found and found[-1].name == "asked_days" and names_own_days(said, state, who.today):
        # Who says the dates once more, and wants something with them, gets that.
        own = Said.of(without_days(said.text))
        parts = _whole(own, state, who) or _by_sentence(own, state, who)
        only = {move.kind for move in parts} <= {"yes", "request"} and _IS.search(said.text) is None
        if parts and only and parts[-1].name in WITH_DATES:
            found = parts
    if len(found) > 1 and found[0].name == "undo" and _NEVER_MIND.match(said.text):
        # "Forget it. What's my next one": what was asked is let go, and nothing of the plan is taken back.
        found = tuple(move for move in found if move.name != "undo")
    if found and all(move.kind in ("yes", "request") for move in found) and first is _whole:
        # What a sentence tells of a dose stands, whatever another one asks.
        parts = second(said, state, who)
        more = {move.name for move in parts} - {move.name for move in found}
        tells = any(move.name in _OF_DOSES or _sets_day(move, said) for move in parts) and found[-1].name != "move"
        found = parts if tells or (more == {"away"} and len(parts) > len(found)) else found
    alone = [move.kind for move in found] == ["yes"] or [move.name for move in found] in _REMARKS
    if not alone or first is _by_sentence:
        return found
    # What stands in the sentences behind a yes, behind a date that was set, or behind a remark on one.
    parts = second(said, state, who)
    if found[0].name == "booked" and state.about in (None, CONFIRM, CHANGE):
        # A no before it denies the date that was shown, and nothing else.
        parts = tuple(move for move in parts if move.kind != "no")
    if found[0].name == "moved_dose":
        # A day of it in another sentence is none of the last one.
        parts = tuple(move for move in parts if move.name != "date")
    if found[0].kind == "request" and any(move.name in ("booked", "moved_dose") for move in parts):
        # What was remarked on the old day is over with the new one.
        return tuple(move for move in parts if move.kind != "request")
    return parts if len(parts) > 1 else found


def _first(said: Said, who: Who) -> tuple[Move, ...]:
    """A statement of how often the person, or somebody cared for, has them, where nothing is known of a plan yet."""
    if two := requests.two_at_once(said, State(), who):
        return two
    # What they want to know of it, and how often it is, say nothing of whose plan it is.
    words = {word.text for word in Said.of(_NOT_WHOSE.sub(" ", said.text)).words}
    asked = request_of(said, today=who.today, country=who.country)
    if asked is not None and asked.name == "still_there":
        return (Move("request", "still_there", rest=place_of(said, len(said.words))),)
    wish = list_wish(said.text, today=who.today, country=who.country)
    if wish is not None and is_alone(said.text, wish) and words & WORDS["own"]:
        return (requests.list_move(wish),)
    if asked_first := over_by(said, State(), who) or closed_asked(said, State(), who):
        return asked_first
    counted = many_before(said, State(), who)
    if counted and words & WORDS["own"]:
        return counted
    reading = read(said.text, today=who.today, country=who.country)
    if not reading.phases and asks_of_journey(said) and words & WORDS["own"]:
        span = stretch_told(said.text, today=who.today, country=who.country)
        if span is not None:
            return (requests.away_move(said, span),)
    if not reading.phases and (day := set_alone(said, State(), who)):
        return day
    if not reading.phases and asks_next_of_dose(said, who):
        return (Move("fact", "date", said.text, rest=place_of(said, len(said.words))),)
    if not reading.phases:
        return ()
    if told_by_two(said.text) and (reading.dates or words & WORDS["own"]):
        # Which of the two it is may be asked with it: no other plan is meant.
        return (Move("fact", "regimen", said.text, rest=place_of(said, len(said.words))),)
    if asks(said) and not asks_of_dates_alone(said, who):
        return _stated_before(said, who)
    # A dose that is dated belongs to the person, in whatever tense it is told.
    dated = bool(reading.dates or any(q.about == "date" for q in reading.questions)) and about(said.text) == "regimen"
    theirs = words & WORDS["not_own"] - (WORDS["tense"] if dated else frozenset())
    # A course of several parts is a plan that somebody was given, whoever tells it.
    known = all(question.about == "date" for question in reading.questions)
    mine = bool(words & WORDS["own"]) or _JUST_HAD.match(said.text) is not None
    stated = known and (mine or len(reading.phases) > 1)
    if theirs or not (dated or stated):
        return ()
    return (Move("fact", "regimen", said.text, rest=place_of(said, len(said.words))),)


def _stated_before(said: Said, who: Who) -> tuple[Move, ...]:
    """How often one's own are, where a question of when they are due stands behind it: "I get mine every 11 weeks,
    must be due about now?"."""
    # As much as is told, with the day of the last one.
    for end in reversed([*_CUT.finditer(said.text)]):
        told = Said.of(said.text[: end.start()])
        words, reading = {word.text for word in told.words}, read(told.text, today=who.today, country=who.country)
        others = WORDS["not_own"] - (WORDS["tense"] if reading.dates else frozenset())
        behind = _DUE_BEHIND.search(said.text, end.end()) is not None
        plain = bool(reading.phases) and reading.status != "ask" and not asks(told) and not words & others
        if behind and plain and words & WORDS["own"]:
            return (Move("fact", "regimen", told.text, rest=place_of(told, len(told.words))),)
    return ()


def _whole(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The first of the ways to read the message as a whole."""
    for reader in _READERS:
        found = reader(said, state, who)
        if found:
            return found
    return ()


def _by_sentence(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Sentence by sentence, where the first of them does something."""
    text = said.text
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    parts = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
    if len(parts) < 2:
        return ()
    found: list[Move] = []
    unread = False
    for start, end in parts:
        here = _whole(Said.of(text[start:end]), state, who)
        if not here and state.about == "count" and (length := _SO_LONG.fullmatch(text[start:end])):
            here = (Move("answer", "count", f"for {length['length']}", rest=(0, end - start)),)
        passed = _is_exclamation(text[start:end]) or _misses(text[start:end], state, who)
        if not here and start == 0 and not (passed or _is_the_plan(text[start:end], state, who)):
            if not state.ready(who.today) or about(text[start:end]) is not None or tells_given(text[start:end]):
                return ()
            unread = True
        if not here and state.about == "phase":
            here = _of_the_part(text[start:end], state)
        if not here and found and state.anchor is None and about(text[start:end]) == "date":
            here = (Move("fact", "date", text[start:end].strip(), rest=(0, end - start)),)
        # "His is the 8 weeks": behind an answer it is none, unless it takes the first one back.
        mends = WORDS["mends"] & {word.text for word in Said.of(text[start:end]).words}
        if not mends and any(move.kind == "answer" for move in found):
            here = tuple(move for move in here if move.kind != "answer")
        # "Righto" behind a yes says it no second time.
        here = tuple(m for m in here if m.kind != "yes" or all(f.kind != "yes" for f in found))
        found += [Move(m.kind, m.name, m.value, m.sure, (m.rest[0] + start, m.rest[1] + start)) for m in here]
    if unread and any((move.kind, move.name) not in _PLAINLY_ASKED for move in found):
        return ()
    return tuple(found)


def _sets_day(move: Move, said: Said) -> bool:
    """Whether a move is a date that the clinic set, and the message says who set it."""
    return move.name == "booked" and (BOOKED.within(said) or SET_DAY.within(said))


def _is_exclamation(sentence: str) -> bool:
    """Whether a sentence is too short to tell or ask anything: "Blow it." """
    words = Said.of(sentence).words
    return len(words) < 3 and "?" not in sentence and not any(is_date_word(word.text) for word in words)


def _misses(sentence: str, state: State, who: Who) -> bool:
    """Whether a sentence says no more of a dose that is late than that it was missed."""
    if not state.ready(who.today) or _MISSED.search(sentence) is None or asks(Said.of(sentence)):
        return False
    shown = shown_day(state, who.today)
    return shown is not None and shown < who.today


def _is_the_plan(sentence: str, state: State, who: Who) -> bool:
    """Whether a sentence says no more of a plan that is known than how often it is, as it is known."""
    said = read(sentence, today=who.today, country=who.country)
    same = tuple(said.phases) == tuple(state.phases)
    return state.ready(who.today) and same and not (said.dates or said.questions)


def _of_the_part(text: str, state: State) -> tuple[Move, ...]:
    """Beside the part that was asked for: its days, and which one of it the known one was."""
    found: list[Move] = []
    for piece in re.finditer(r"[^,;]+", text):
        said = Said.of(piece[0])
        here: Move | None = None
        days = days_in(said, state)
        which = place_in(said, state)
        if which is not None:
            here = Move("fact", which.name, which.value, rest=(piece.start(), piece.end()))
        elif days is not None:
            here = Move("answer", DAYS, days, rest=(piece.start(), piece.end()))
        found += [here] if here else []
    return tuple(found)


def _no_condition(reader: Reader) -> Reader:
    """The reader of what was, for a plan that is known: what is only supposed tells nothing of it."""

    def read_it(said: Said, state: State, who: Who) -> tuple[Move, ...]:
        return () if names_condition(said.text) and state.ready(who.today) else reader(said, state, who)

    return read_it


def _gap_changed(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How often from now on, with what is asked beside it."""
    told = facts.other_gap(said, state, who)
    if not told:
        return ()
    asked = [move for each in asks_beside(said.text) for move in _whole(Said.of(each), state, who)]
    return (*told, *(replace(move, rest=told[0].rest) for move in asked if move.kind == "request"))


def _part_over(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A part that is over, with what is asked beside it."""
    over = part_over(said, state, who)
    if not over:
        return ()
    asked = [move for each in asks_beside(said.text) for move in _whole(Said.of(each), state, who)]
    return (*over, *(replace(move, rest=over[0].rest) for move in asked if move.kind == "request"))


# The ways to read a message, in this order: what stands behind a yes or a no, and what begins it.
_AFTER: tuple[Reader, ...] = (
    clinic_moved,
    asks_to_move,
    keeps_day,
    *unfinished.READERS,
    cannot_make,
    answers.placed,
    *more_wishes.READERS,
    requests.long_before,
    facts.following,
    facts.other_gap,
    requests.supposing,
    _no_condition(facts.had),
    requests.listed,
    requests.feast_weekend,
    requests.beside_day,
    requests.weekend,
    requests.of_clinic,
    requests.feast,
    answers.told_of_past,
    _no_condition(facts.dose),
    _no_condition(answers.answered),
    _no_condition(facts.booked),
    requests.request,
    requests.asked_days,
    _no_condition(facts.dated_meanwhile),
    _no_condition(facts.fact),
)
_READERS: tuple[Reader, ...] = (
    without_yes(due_told),
    without_yes(is_out),
    clinics_word,
    set_alone,
    extra_way,
    google_help,
    without_yes(google_help),
    without_yes(asks_to_move),
    without_yes(keeps_day),
    span_again,
    yes_at_end,
    never_booked,
    first_and_last,
    number_of_weekday,
    read_off,
    last_as_shown,
    without_yes(extra_day),
    begun.had_since,
    _part_over,
    order_meant,
    without_yes(month_not),
    month_meant,
    without_yes(start_right),
    weekday_remark,
    course_again,
    without_yes(moved_told),
    without_yes(roster_asked),
    figures_again,
    week_before,
    without_yes(clinic_moved),
    denied,
    without_yes(denied),
    begun.none_missed_since,
    begun.recounted,
    begun.not_so_many,
    without_yes(left_to_go),
    without_yes(part_now),
    had_count,
    last_was,
    unfinished.needed,
    without_yes(unfinished.begins),
    without_yes(cannot_make),
    requests.two_at_once,
    without_yes(said_again),
    range_told,
    facts.sure,
    answers.placed,
    answers.settled,
    answers.either_day,
    asks_of_both,
    weekday_of_options,
    answers.of_options,
    answers.full_day,
    requests.stop,
    requests.scraps,
    taken_back,
    requests.will_ring,
    answers.no_date,
    answers.no_date_kept,
    answers.cannot_tell,
    facts.number_right,
    *(without_yes(reader) for reader in more_wishes.READERS),
    without_yes(facts.following),
    without_yes(_gap_changed),
    without_yes(requests.supposing),
    without_yes(requests.long_before),
    without_yes(requests.so_long_after),
    without_yes(requests.doubted),
    requests.only_mine,
    without_yes(requests.listed),
    without_yes(requests.feast_weekend),
    without_yes(requests.beside_day),
    without_yes(requests.weekend),
    without_yes(requests.of_clinic),
    without_yes(requests.feast),
    without_yes(months_named),
    answers.told_of_past,
    requests.which_stands,
    _no_condition(facts.had),
    _no_condition(facts.missed),
    _no_condition(facts.dose),
    answers.led(_AFTER),
    *_AFTER,
)
