"""What is for the diary beside an answer, a question or a dose: each is sent to its row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from b12guide.conversation import State, Step, decide
from b12guide.conversation.state import FORGET, PLAN, Warned
from b12guide.conversation.whose import ME
from b12guide.diary.notes import Diary, note_of
from b12guide.plan import dialogue
from b12guide.shared import plan_wording, triage
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 11, 25), "GB", "Europe/London")


def _alone(text: str) -> Understanding:
    """A piece as a model would hear it: a yes as a yes, a question as one of a topic."""
    if text.lower().startswith("yes"):
        return Understanding(text, Verdict(), Act("affirm"))
    if "how long" in text:
        return Understanding(text, Verdict(), Act("ask_topic", details=(("topic", "time_to_feel_better"),)))
    if "they said carry on" in text:
        return Understanding(text, Verdict(), Act("unsure", details=(("clinic_agreed", "yes"),)))
    return Understanding(text, Verdict.of_rules(triage(text)), Act("not_understood"))


def said(text: str, kind: str = "not_understood", **details: str) -> Understanding:
    return replace(
        Understanding(text, Verdict.of_rules(triage(text)), Act(kind, details=tuple(details.items()))), alone=_alone
    )


def asked_plan() -> State:
    """A plan that was read back, and waits for a yes."""
    told = dialogue.turn(
        None, "every 8 weeks, last one 20 October 2026", request="regimen", who=WHO, wording=plan_wording(), new_key=str
    )
    assert told is not None
    return State(plans={ME: told.state}, awaiting=PLAN)


def steps(message: Understanding, state: State | None = None) -> list[tuple[str, str]]:
    """The kind of each step, and which wish of the diary it is."""
    found = decide(message, state or State(), WHO).steps
    return [(step.kind, next(iter(step.values("asked")), "")) for step in found]


def test_a_yes_and_a_note() -> None:
    """The plan is confirmed and the note is kept."""
    found = decide(said("yes and jot down that I slept badly"), asked_plan(), WHO).steps
    assert [step.kind for step in found] == ["plan", "diary"]
    assert found[0].values("words") == ["yes"]
    assert found[1].values("words") == ["I slept badly"]


def test_a_yes_and_a_reminder() -> None:
    """Both, in the order said."""
    assert steps(said("yes and remind me the day before"), asked_plan()) == [("plan", ""), ("reminders", "remind")]


def test_a_note_and_a_question() -> None:
    """The note is kept without the question, which has its answer."""
    found = decide(said("woke up twice so make a note of it, also how long until it works?"), State(), WHO).steps
    assert [step.kind for step in found] == ["diary", "ask_topic"]
    assert found[0].values("words") == ["woke up twice"]


def test_advice_that_was_had_and_a_wish() -> None:
    """The warning is over, and the wish behind it is served."""
    warned = State(warned=Warned(["nerves"], ["feet numb"], ["B2"], "2026-11-25"))
    message = said("I rang them, they said carry on. now show me my notes", clinic_agreed="yes")
    assert steps(message, warned) == [("advised", ""), ("diary", "list")]


def test_a_sign_stands_alone() -> None:
    """What warns in a message is answered before any of its pieces."""
    assert steps(said("note: slept badly. my throat is closing up", "emergency"))[0][0] == "emergency"


def test_what_a_note_says_is_worse_is_a_sign_beside_anything() -> None:
    """Its card comes alone; the note is kept behind it."""
    message = replace(said("yes and note that my mood is worse"), verdict=Verdict())
    assert steps(message, asked_plan()) == [("urgent", "")]


@pytest.mark.parametrize("state", [State(awaiting=FORGET), State(children=[ME])])
def test_an_open_question_about_deleting_and_a_child_come_first(state: State) -> None:
    """No note is cut out of them."""
    assert ("diary", "note") not in steps(said("yes and note that I slept badly"), state)


@pytest.mark.parametrize(
    ("request_", "kind", "text", "asked"),
    [
        ("note", "diary", "can you hang on to this, bad night again", "note"),
        ("show", "diary", "play back my week", "list"),
        ("page", "diary", "get my sheet up for her", "summary"),
        ("question", "diary", "one for the nurse, which arm next", "choose"),
        ("question", "diary", "which ones have I put by for her", "chosen"),
        ("wish", "reminders", "give us a shout beforehand", "remind"),
        ("list", "reminders", "how will I hear from you", "listed"),
        ("end", "reminders", "knock it on the head with those", "end"),
    ],
)
def test_what_likeness_heard(request_: str, kind: str, text: str, asked: str) -> None:
    """A wish that no pattern knows goes where it belongs."""
    assert steps(said(text, kind, request=request_)) == [(kind, asked)]


def test_a_note_that_was_heard_is_kept_as_it_was_said() -> None:
    """Its words are the message."""
    found = decide(said("can you hang on to this, bad night again", "diary", request="note"), State(), WHO).steps
    assert found[0].values("words") == ["can you hang on to this, bad night again"]


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("bin the entry on feet would you", "feet"),
        ("i'd rather it went, the last thing i noted", "last"),
        ("start my diary again from nothing", ""),
    ],
)
def test_nothing_is_deleted_by_likeness_but_one_note_that_is_named(text: str, which: str) -> None:
    """All of them only by words that say so."""
    notes = (note_of("feet cold", WHO.today), note_of("slept well", WHO.today))
    state = State(diaries={ME: Diary(notes).to_json()})
    found = decide(said(text, "diary", request="delete"), state, WHO).steps
    assert found[0].values("asked") == ["delete_notes"]
    assert found[0].values("which") == [which]


def test_a_plan_is_no_wish_of_the_diary() -> None:
    """Whatever it is like, what states a plan goes to the plan."""
    message = said("every 8 weeks, last one 20 October 2026, can you hold on to that", "diary", request="note")
    assert steps(message)[0][0] != "diary"


@pytest.mark.parametrize("text", ["yep cheers, can i have a printout", "can I print that out"])
def test_what_a_plan_has_words_for_is_no_wish_of_the_diary(text: str) -> None:
    """A print-out of the plan that is known is the plan's, though it sounds like the page for the appointment."""
    assert [kind for kind, _ in steps(said(text, "diary", request="page"), asked_plan())] == ["plan"]


def test_tingling_that_is_less_among_other_words() -> None:
    """No alarm, where the rest tells of no sign; an alarm where it does."""
    verdict = Verdict("urgent", ("nerves",), why="rules", signs=("B2",))
    calm = replace(said("the tingling is less, sleeping better"), verdict=verdict)
    assert decide(calm, State(), WHO).steps == (Step("diary", (("asked", "less"), ("whose", "me"))),)
    other = replace(said("the tingling is less but my legs are weak"), verdict=verdict)
    assert steps(other) == [("urgent", "")]
