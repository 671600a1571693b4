"""Who takes a message: one table, read from top to bottom. A value in, a value out; no model, no Rasa.

What a message says by itself is its `Understanding`; what it means where it stands is decided here and nowhere else.
Each row of `TABLE` looks at both and takes the message or leaves it to the next.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Callable

from b12guide.conversation import (
    asked_after,
    childs_dose,
    childs_questions,
    closing,
    diaries,
    diary_heard,
    emergency_over,
    injecting_at_home,
    kept_apart,
    logged,
    missed,
    named,
    neighbours,
    not_clear,
    notes_gone,
    notes_told,
    of_both,
    own_tablets,
    pages,
    people,
    plans,
    questions,
    reminder_standing,
    reminder_talk,
    reminder_wishes,
    reminders_in_words,
    reminders_of_each,
    restated,
    taken_back,
    told_days,
    untreated,
    urgent_stands,
    visits,
    warnings,
)
from b12guide.conversation.agreed import agreed
from b12guide.conversation.beside_likeness import asked_beside_likeness
from b12guide.conversation.beside_plan import with_question_beside
from b12guide.conversation.both_booked import both_booked
from b12guide.conversation.by_sentences import by_sentences
from b12guide.conversation.check_asked import check_wanted, question_wanted
from b12guide.conversation.come_back import back_again, is_it_true
from b12guide.conversation.confusing_things import confusing_thing
from b12guide.conversation.counted_days import by_itself, counted_days, without_topics
from b12guide.conversation.countries import whom_to_call
from b12guide.conversation.day_moved import day_moved
from b12guide.conversation.days_set import days_set
from b12guide.conversation.decision import Asked, Decision, Row, Step, Taken
from b12guide.conversation.described import described
from b12guide.conversation.does_to_b12 import does_to_b12
from b12guide.conversation.dose_told import dose_told
from b12guide.conversation.each_question import each_question
from b12guide.conversation.everyday_things import everyday_things
from b12guide.conversation.faintly_heard import faintly_heard
from b12guide.conversation.feelings import felt
from b12guide.conversation.first_hello import asks_help, for_two
from b12guide.conversation.fitting_facts import with_facts
from b12guide.conversation.gas_asked import of_gas_alone
from b12guide.conversation.harm_to_baby import goes_on_in_pregnancy, harms_baby
from b12guide.conversation.high_level import (
    asked_as_poison,
    high_takes_none,
    level_of_else,
    level_tells_little,
    only_a_number,
    too_much_in_me,
)
from b12guide.conversation.in_plain_words import aside, each_in_plain_words, in_plain_words
from b12guide.conversation.kinds import (
    AFFIRM,
    BANTER,
    DENY,
    DIARY,
    EMERGENCY,
    FEELINGS,
    FOLLOW_UPS,
    FORGET_ME,
    QUIZ_ANSWER,
    REFUSALS,
    REMINDERS,
    REPAIR,
    SMALL_TALK,
)
from b12guide.conversation.level_and_date import skips_for_level, tested_on_medicine
from b12guide.conversation.lost_half import with_lost_half
from b12guide.conversation.meant_thing import thing_meant
from b12guide.conversation.not_meant import not_meant
from b12guide.conversation.not_of_plans import not_of_plans
from b12guide.conversation.notes_meant import note_meant
from b12guide.conversation.numb_feet import doctor_or_licence, drives_with_numb_feet, whom_to_tell
from b12guide.conversation.of_told_thing import of_told_thing
from b12guide.conversation.only_named import without_only_named
from b12guide.conversation.other_plans import birth_plan
from b12guide.conversation.own_beside_other import own_question_beside
from b12guide.conversation.plan_deleted import only_where_named
from b12guide.conversation.put_right import put_right
from b12guide.conversation.question_dropped import question_dropped
from b12guide.conversation.question_first import question_first
from b12guide.conversation.rules_of_places import rules_of_place
from b12guide.conversation.same_plan import of_nobody, same_plan
from b12guide.conversation.several_things import note_named, of_named_note, several_things
from b12guide.conversation.sources_asked import asks_source
from b12guide.conversation.speaks import speaks
from b12guide.conversation.spots import spots_explained, spots_told
from b12guide.conversation.state import FORGET, QUIZ, State
from b12guide.conversation.stopping_asked import break_wanted, in_the_meantime, like_somebody, whole_life
from b12guide.conversation.taken_over import handed_over, taken_over
from b12guide.conversation.told_beside import with_what_is_told
from b12guide.conversation.told_feelings import with_kind_line
from b12guide.conversation.turns_to import both_logs, yes_and_whose
from b12guide.conversation.warnings import deletes
from b12guide.conversation.way_of_speaking import way_of_speaking
from b12guide.conversation.which_gap import which_gap
from b12guide.conversation.who_is_right import who_is_right
from b12guide.conversation.words_wanted import words_wanted
from b12guide.diary.reading import deletes_everything
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding import Understanding
from b12guide.understanding.acts import (
    ASK_TOPIC,
    LANGUAGE,
    NOT_UNDERSTOOD,
    NOT_WHOLE,
    UNSURE,
)
from b12guide.understanding.verdict import CRISIS_CARD, GENERAL_CARD

logger = logging.getLogger(__name__)
# How many words of an answer to an open question of the check a message has to hold: more where it was surely
# understood as something else, since asking something else leaves the check. What stands in neither leaves it.
_CHECK_WORDS = {
    **dict.fromkeys({*FOLLOW_UPS, UNSURE, NOT_UNDERSTOOD, AFFIRM, DENY}, 1),
    **dict.fromkeys({ASK_TOPIC, *REFUSALS, *SMALL_TALK, *FEELINGS, *BANTER, *REPAIR}, 2),
}


def decide(said: Understanding, state: State, who: dialogue.Who) -> Decision:
    """What is done about a message.

    Args:
        said: the message by itself. state: what is kept of the conversation, and whether an emergency stands in it.
        who: for whom dates are counted.
    """
    asked = Asked(said, handed_over(state, said), who)
    name, steps = _taken(asked)
    alone = len(asked.said.questions) < 2 or by_itself(asked)
    if steps and (dict(TABLE)[name] is which_gap or (dict(TABLE)[name] is _COUNTED and alone)):
        # What was asked is answered: no topic that it sounds like stands beside it.
        return Decision(steps, name)
    if steps:
        asked = without_only_named(asked) if dict(TABLE)[name] in _OF_PLANS else asked
        steps = each_question(steps, asked, lambda rest: _taken(rest)[1])
        steps = with_lost_half(steps, asked, lambda rest: _taken(rest)[1])
        steps = with_question_beside(steps, asked)
        steps = with_facts(of_told_thing(steps, asked), asked)
        steps = untreated.fitting(named.without_unnamed_people(steps, asked), asked)
        # What is eaten says more of how long than the tablets do.
        steps = own_tablets.with_shared(with_facts(steps, asked) if own_tablets.has_tablets(asked) else steps, asked)
        # No answer of an adult's is left where a child is asked about.
        steps = childs_dose.without_amounts(steps, asked)
        steps = with_what_is_told(question_first(only_where_named(steps, asked), asked), asked)
        steps = without_topics(named.without_other_things(steps, asked), asked)
        return Decision(with_kind_line(steps, asked), name)
    return Decision((Step(NOT_UNDERSTOOD),), "nothing took it")


def _taken(asked: Asked) -> tuple[str, Taken]:
    """Which row takes a message, and its steps."""
    of_plans = without_only_named(asked)
    for name, row in TABLE:
        try:
            if row in _OF_PLANS and asked.said.excerpt:
                continue
            steps = row(of_plans if row in _OF_PLANS else asked)
        except Exception as fault:
            if asked.said.verdict.warns or asked.state.standing is not None:
                # No ordinary answer takes the place of a card: the channel says what to do.
                raise
            # What one of them cannot read must not silence the others, nor end the talk for good.
            on_fault(name, fault)
            continue
        if steps:
            return name, steps
    return "", None


def _log_fault(name: str, fault: Exception) -> None:
    """Say which row failed, and at which place; nothing of the message."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    logger.error("A row of the table failed: %s: %s in %s:%s", name, type(fault).__name__, place.name, place.lineno)


# What is done where a row fails.
on_fault: Callable[[str, Exception], None] = _log_fault


def _with_rest(row: Callable[[Asked, Callable[[Asked], Taken]], Taken]) -> Row:
    """A row that takes a piece of a message and has the table decide the rest of it."""
    return lambda asked: row(asked, lambda rest: _taken(rest)[1])


def _answers_check(asked: Asked) -> Taken:
    """ "Call an ambulance" as the answer to the open question of the check: only where likeness alone saw an
    emergency, since a sign that the rules see is one in every state."""
    verdict = asked.said.verdict
    general = verdict.cards[:1] in ((GENERAL_CARD,), (CRISIS_CARD,))
    likeness = verdict.why == "likeness" and not verdict.signs and general
    if verdict.level != EMERGENCY or not likeness:
        return None
    return (Step(QUIZ_ANSWER),) if _chooses(asked, least=2) else None


def _not_read(asked: Asked) -> Taken:
    """Nothing is planned, counted or answered from a part of a message, or from one in another language."""
    not_read = asked.has(NOT_WHOLE) or asked.has(LANGUAGE)
    return (Step(NOT_UNDERSTOOD, asked.said.act.details),) if not_read else None


# "Oh, forget it", "never mind that": what was said is let go, and nothing is to be deleted.
_LETS_GO = re.compile(
    r"^\W*(?:(?:oh|ok|okay|no|nah|just|please|then|well|actually|ah|hmm)\W+){0,3}"
    r"(?:forget (?:it|that|this|about (?:it|that)|what i said)|never ?mind(?: (?:it|that))?)"
    r"(?:\W+(?:then|thanks|thank you|please|now|sorry|it'?s (?:fine|ok))){0,2}\W*$",
    re.I,
)

# "No no wait, keep it": said to whether all is to be deleted.
_KEEP_ALL = re.compile(
    r"^\W*(?:(?:no+|nope|nah|wait|stop|oh|sorry|please|actually|ah|hang on|hold on)\W+){0,4}"
    r"(?:(?:do not|don'?t|dont)\b|(?:keep|leave) (?:it|them|that|this|everything|all|my)\b)",
    re.I,
)


def _deleting(asked: Asked) -> Taken:
    if asked.kind == FORGET_ME and _LETS_GO.match(asked.said.text.replace("’", "'")):
        return (Step(DENY),)
    if asked.state.awaiting == FORGET and _KEEP_ALL.match(asked.said.text.replace("’", "'")):
        return (Step(DENY),)
    if deletes_everything(asked.said.text):
        return (Step(AFFIRM if asked.state.awaiting == FORGET else FORGET_ME),)
    return (Step(asked.kind),) if deletes(asked) else None


def _check(asked: Asked) -> Taken:
    least = _CHECK_WORDS.get(asked.kind)
    return (Step(QUIZ_ANSWER),) if least is not None and _chooses(asked, least=least) else None


def _chooses(asked: Asked, *, least: int) -> bool:
    """Whether the words of a message choose an answer of the check that is open."""
    if asked.state.awaiting != QUIZ:
        return False
    at = asked.state.quiz or {}
    question = content().teach_back.question(at.get("about", ""), at.get("at", 0))
    return question is not None and question.choice(asked.said.text, least=least) is not None


def _as_heard(asked: Asked) -> Taken:
    if asked.kind in (DIARY, REMINDERS):
        return diary_heard.or_heard(asked) or (Step(NOT_UNDERSTOOD),)
    return (Step(asked.kind, asked.said.act.details),)


_COUNTED = _with_rest(counted_days)
# What takes something of a plan takes nothing of a message of which only an excerpt was heard.
_OF_PLANS = frozenset(
    {
        faintly_heard,
        both_booked,
        days_set,
        _COUNTED,
        put_right,
        both_logs,
        kept_apart.another_plan,
        kept_apart.shared_days,
        kept_apart.whose_day,
        kept_apart.yes_and_their_plan,
        of_both.of_each,
        of_both.whose_in_days,
        of_both.one_and_the_other,
        yes_and_whose,
        of_nobody,
        same_plan,
        people.denied,
        each_in_plain_words,
        people.several,
        in_plain_words,
        plans.about_plan,
        plans.denied_dose,
        which_gap,
    }
)
TABLE: tuple[tuple[str, Row], ...] = (
    ("an answer of the check that sounds like an emergency", _answers_check),
    ("it was a way of speaking", _with_rest(way_of_speaking)),
    ("it was only asked about", _with_rest(emergency_over.only_asking)),
    ("the emergency was none", _with_rest(emergency_over.corrected)),
    ("which of several notes is meant, and what one is to say", note_meant),
    ("a note that is named, and tingling that is less", diaries.no_sign),
    ("a note that is named by words of a sign", _with_rest(note_named)),
    ("a note that is to go, by words of a sign", notes_gone.named_by_sign),
    ("that nothing is the matter", _with_rest(warnings.nothing_the_matter)),
    ("an emergency", warnings.emergency_sign),
    ("help is there", _with_rest(emergency_over.help_is_here)),
    ("no wish to die, but the emergency before", emergency_over.crisis_denied),
    ("whether help was had, the day before", _with_rest(emergency_over.help_asked)),
    ("an emergency stands", warnings.emergency_stands),
    ("spots that an urgent warning was for", spots_explained),
    ("what an urgent warning was for was meant otherwise", _with_rest(not_meant)),
    ("confused by a thing that is asked about", _with_rest(confusing_thing)),
    ("what a note says is worse", diaries.worse),
    ("a note that is named, to go or to say something else", _with_rest(of_named_note)),
    ("the day to which an injection was moved", day_moved),
    ("whether B12 undoes laughing gas, with no sign told", of_gas_alone),
    ("spots like acne that only sound urgent", spots_told),
    ("a high level that is asked of as poison", asked_as_poison),
    ("an urgent sign", warnings.urgent_sign),
    ("whom to call in another country", whom_to_call),
    ("a reaction that is over", warnings.reacted_before),
    ("words to say are wanted", words_wanted),
    ("whether it speaks another language", _with_rest(speaks)),
    ("one day that was set for two", both_booked),
    ("the days that the clinic set", days_set),
    ("what is counted from dates and changes none", _COUNTED),
    ("somebody else takes the phone", taken_over),
    ("the plan is agreed to, beside what else is said", _with_rest(agreed)),
    ("the day that was asked for is let go", question_dropped),
    ("a dose of the log that is denied", plans.denied_dose),
    ("what is said of reminders in any words", _with_rest(reminders_in_words.in_words)),
    ("doses that were had", _with_rest(dose_told)),
    ("the reminders of several people", reminders_of_each.of_each),
    ("the reminders that stand", reminder_standing.changed),
    ("what is asked of a reminder itself", reminder_standing.questions),
    ("notes that are to go, or are there twice", notes_gone.of_notes_gone),
    ("an appointment with a doctor", _with_rest(visits.visit)),
    ("what is told on the page, and the page to print", pages.of_page),
    ("a dose that was not had after all", taken_back.taken_back),
    ("the doses that were told of", _with_rest(logged.logged)),
    ("what was heard is to be written down", notes_told.heard_written),
    ("what is said to the offer of keeping a note", told_days.said_to_offer),
    ("a note of which a word is put right", told_days.corrected),
    ("one of the three questions is asked for", question_wanted),
    ("how often the three questions are to come", check_wanted),
    ("notes by whose they are, and of a day", notes_told.read_out),
    ("one thing of what is kept, to be taken out", notes_told.taken_out),
    ("a note that is of another day", notes_told.put_under),
    ("a question that is to be asked of the doctor", notes_told.to_ask),
    ("what is said about a reminder", _with_rest(reminder_talk.about_reminders)),
    ("what if the date changes", reminder_talk.if_changes),
    ("an answer to a reminder", reminder_wishes.answered),
    ("what is asked of the diary, and what stands beside it", _with_rest(several_things)),
    ("one more injection than was planned", plans.extra_dose),
    ("a note that is told without that name", _with_rest(notes_told.kept)),
    ("what was told of somebody is put right", put_right),
    ("what only sounds urgent", warnings.new_or_worse),
    ("the clinic agreed to go on", plans.resumes),
    ("advice was had on a warning", _with_rest(urgent_stands.advised)),
    ("the warning is of something old and unchanged", _with_rest(urgent_stands.lowered)),
    ("not read whole, or in another language", _not_read),
    ("what is asked of the diary", diaries.diary),
    ("everything is to be deleted", _deleting),
    ("what is asked of reminders", reminder_wishes.wished),
    ("what sounds like a wish of the diary or of reminders", diary_heard.diary_heard),
    ("one's own plan, beside a warning that is somebody else's", _with_rest(urgent_stands.own_plan_beside)),
    ("a question of one's own, beside a warning that is somebody else's", _with_rest(own_question_beside)),
    ("whether a high level is only a number, beside a warning of mere likeness", only_a_number),
    ("something else, behind a warning of mere likeness", _with_rest(asked_beside_likeness)),
    ("an urgent warning stands", urgent_stands.warning_stands),
    ("an injection while a reaction holds them", plans.held),
    ("tablets that are somebody else's", own_tablets.shared_tablets),
    ("an amount that is asked for a child", childs_dose.childs_dose),
    ("tablets of B12 that were forgotten", own_tablets.missed_tablets),
    ("how a day was, while a diary is kept", told_days.told_day),
    ("an answer of the check", _check),
    ("another plan beside one's own", kept_apart.another_plan),
    ("the days that two people have in common", kept_apart.shared_days),
    ("whose day was whose", kept_apart.whose_day),
    ("yes, and the plan of somebody else", kept_apart.yes_and_their_plan),
    ("what is written in a birth plan", birth_plan),
    ("which of two gaps it is", which_gap),
    ("which of two ways is right", who_is_right),
    ("how it is done in another place", rules_of_place),
    ("whether it was to be tested on a medicine", tested_on_medicine),
    ("one that is to be left out because the level is high", skips_for_level),
    ("somebody else stopped, and is well", like_somebody),
    ("whether it is for one's whole life", whole_life),
    ("a break is wanted", break_wanted),
    ("whether B12 harms the baby that is carried or nursed", harms_baby),
    ("whether B12 goes on in pregnancy", goes_on_in_pregnancy),
    ("what may come of a break that is wanted", in_the_meantime),
    ("what the thing just spoken of does to B12", does_to_b12),
    ("a yes or a no, of what was just answered", restated.straight_wanted),
    *injecting_at_home.ROWS,
    *asked_after.ROWS,
    ("whom to tell of driving", doctor_or_licence),
    ("whether to drive with numb feet that were told", drives_with_numb_feet),
    ("whom to tell of old numbness", whom_to_tell),
    ("whether a high level is too much, or poison", too_much_in_me),
    ("whether a high level does harm where nothing is taken", high_takes_none),
    ("whether a level tells anything on injections", level_tells_little),
    ("another test, or a level before any injection", level_of_else),
    ("yes, and whose comes next", yes_and_whose),
    ("what was told of two people", both_logs),
    ("the plans of two people, asked at once", of_both.of_each),
    ("whose dates fall on days that are named", of_both.whose_in_days),
    ("told of one, and asked of the other", of_both.one_and_the_other),
    ("of whom nobody knows", of_nobody),
    ("as often as somebody else", same_plan),
    ("who has nothing to do with it", people.denied),
    ("the plans of several people, in plain words", each_in_plain_words),
    ("the plans of several people", people.several),
    ("whether somebody is an adult", plans.whether_adult),
    ("written by a child", questions.written_by_child),
    ("back again, and something asked", _with_rest(back_again)),
    ("whether what was told is true", _with_rest(is_it_true)),
    ("another thing was meant", _with_rest(thing_meant)),
    ("thanks and a goodbye, and nothing asked", closing.closes),
    ("where the last answer is from", asks_source),
    ("a neighbour that was sent on, asked about further", neighbours.asked_further),
    ("help is asked for, before anything was told", asks_help),
    ("dates are wanted for two people", for_two),
    ("vials left over from another country", questions.left_over),
    ("no date is wanted", questions.no_dates),
    ("the plan, in plain words", in_plain_words),
    ("several things of everyday life", everyday_things),
    ("which of two it is, of what was just answered", restated.which_of_two),
    ("why a sign is there, right behind its card", not_clear.why_of_warning),
    ("what somebody's own result means", not_clear.own_result),
    ("the last answer was not followed", not_clear.not_followed),
    ("what the last answer itself says", not_clear.of_itself),
    ("a short question about what was just answered", questions.asks_on),
    ("what is told of the thing just spoken of", questions.told_of_last),
    ("what names another thing than dates", not_of_plans),
    ("the plan", plans.about_plan),
    ("about a child", childs_questions.about_child),
    ("a bare word that asks on", restated.bare_word),
    ("what was just answered, named once more", restated.last_named_again),
    ("a question that leans on what was said", questions.leans_on_last),
    ("what is asked of something that is taken", restated.of_taken),
    ("what was just answered, asked once more", restated.last_again),
    ("whether they are still needed", questions.still_needed),
    ("what is hardly of any topic, behind one that was spoken of", questions.hardly_heard),
    ("a neighbour that the last answer's topic knows", neighbours.neighbour_of_last),
    ("an answer that missed", _with_rest(missed.missed)),
    ("what is felt", felt),
    ("what names no other subject, and lies near what is spoken of", questions.near_of_talk),
    ("what names no other subject than the last answer", questions.near_last),
    ("the thing just spoken of, named in what was not understood", restated.names_last),
    ("a medicine or an illness that is named alone", named.named_alone),
    ("what its sentences are about, where the whole is about nothing", by_sentences),
    ("a remark on the dates, or thanks", aside),
    ("who somebody is, and nothing asked", described),
    ("what sounds a little like a wish for dates", faintly_heard),
    ("as it was heard", _as_heard),
)
