"""What stops, restarts and forgets a plan, what comes back after a question in between, and what is kept."""

from __future__ import annotations

import pytest

from b12guide.plan import dialogue
from b12guide.plan.dialogue import State
from tests.plan.talk.dialogue_chat import CONFIRM, TODAY, WORDING, Chat, confirmed

ON_HOLD = [
    "Your plan is on hold because you told me of a reaction. Do not have another B12 injection until you have talked "
    "to your clinic.",
    'Has your clinic agreed that you go on? Then tell me: "My clinic agreed".',
]
RESUMED = "Thank you. Your plan goes on as your clinic agreed. If they gave you other dates, tell me."


@pytest.mark.parametrize(
    ("text", "request_"),
    [("yes", "affirm"), ("when is my next one?", "next"), ("every 4 weeks", "regimen"), ("start again", "restart")],
)
def test_a_plan_on_hold_gives_no_dates(text: str, request_: str) -> None:
    """After a reaction nothing of the plan goes on, whatever is said."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    chat.kept = dialogue.paused(chat.kept)
    assert chat.say(text, request_) == ON_HOLD
    assert (chat.last.kind, chat.last.plan, chat.last.links) == ("ask", None, ())
    assert chat.say("what is b12?", None) == []
    assert dialogue.open_question(chat.kept, WORDING) is None


def test_a_plan_goes_on_when_the_clinic_agreed() -> None:
    """With its next date; one that was never confirmed is read back and asked about."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    chat.kept = dialogue.paused(chat.kept)
    assert chat.say("my clinic agreed", "resume") == [RESUMED, "Your next injection is on Monday 6 April 2026."]
    open_ = Chat()
    open_.say("every 8 weeks, last one 9 february 2026")
    open_.kept = dialogue.paused(open_.kept)
    assert open_.say("my clinic agreed", "resume") == [
        RESUMED, "Every 8 weeks. The last one was on Monday 9 February 2026.",
        "The next one is on Monday 6 April 2026.", "After that: Monday 1 June and Monday 27 July 2026.", CONFIRM,
    ]  # fmt: skip


def test_a_reaction_before_there_is_a_plan_holds_the_next_one() -> None:
    """Also a plan that is stated afterwards."""
    chat = Chat()
    chat.kept = dialogue.paused(None)
    assert chat.say("every 8 weeks, last one 9 february 2026") == ON_HOLD
    assert chat.say("my clinic agreed", "resume") == ["Thank you. Tell me your plan when you want to know your dates."]
    assert chat.last.kind == "ask"
    assert "The next one is on Monday 6 April 2026." in chat.say("every 8 weeks, last one 9 february 2026")


def test_resume_without_a_pause_is_nothing() -> None:
    """There is nothing to go on with."""
    assert Chat().say("my clinic agreed", "resume")[0].startswith("I can work that out.")


def test_forgetting_a_plan() -> None:
    """Everything of it goes; what is in the person's own calendar does not."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    assert chat.say("forget my plan", "forget") == [
        "I have forgotten your plan. Dates that you put into your own calendar stay there."
    ]
    assert (chat.last.kind, chat.last.state) == ("menu", None)
    assert chat.say("forget my plan", "forget") == ["I do not have a plan of yours."]


def test_forgetting_a_plan_keeps_what_was_told_of_a_reaction() -> None:
    """Otherwise the same plan stated again would give dates."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    chat.kept = dialogue.paused(chat.kept)
    chat.say("forget my plan", "forget")
    state = State.from_json(chat.kept)
    assert (state.paused, state.phases, state.kept, state.key) == (True, (), None, None)
    assert chat.say("every 8 weeks, last one 9 february 2026") == ON_HOLD


def test_starting_again() -> None:
    """The plan is asked for from the beginning; the one before stays in the files until another is confirmed."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    assert chat.say("start again", "restart") == [
        'All right, let us start again. How often do you have them? For example "every 12 weeks" or "once a month".'
    ]
    assert chat.last.kind == "ask"
    chat.say("every 4 weeks, last one 2 march 2026")
    chat.say("yes")
    state = State.from_json(chat.kept)
    assert (state.version, state.key) == (2, "key-1")
    assert state.former is not None
    assert state.former.anchor.date.isoformat() == "2026-02-09"


def test_a_question_in_between_comes_back_to_the_plan() -> None:
    """What is open is said again after the answer; nothing where nothing is open."""
    chat = Chat()
    assert dialogue.open_question(chat.kept, WORDING) is None
    chat.say("every 8 weeks, last one 9 february 2026")
    assert dialogue.open_question(chat.kept, WORDING) == f"Now, your date: {CONFIRM}"
    chat.say("yes")
    assert dialogue.open_question(chat.kept, WORDING) is None


def test_an_answer_that_no_question_waits_for_goes_back_to_asking() -> None:
    """A plan whose details changed is read back and asked about again."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    chat.say("every 12 weeks")
    assert chat.last.plan is not None
    assert State.from_json(chat.kept).confirmed is False
    assert State.from_json(chat.kept).version == 1
    chat.say("yes")
    assert State.from_json(chat.kept).version == 2


def test_confirming_the_same_plan_again_is_no_new_version() -> None:
    """Calendars need a new version only where something changed."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    chat.say("it was the 9th", "correct")
    chat.say("yes")
    assert State.from_json(chat.kept).version == 1


def test_no_means_no_more_than_it_says() -> None:
    """A no where nothing is open, and a no to a question with several answers, change nothing."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    assert chat.say("no") == [
        "Every 8 weeks. The last one was on Monday 9 February 2026.",
        "The next one is on Monday 6 April 2026.",
        "After that: Monday 1 June and Monday 27 July 2026.",
        CONFIRM,
    ]
    other = Chat()
    other.say("biweekly")
    assert other.say("no") == ['Sorry, I could not read that. "biweekly" can be read in two ways. Which is it?']


def test_states_survive_json() -> None:
    """Everything that is known comes back as it was; what another version wrote beside it is left out."""
    chat = confirmed("1mg hydroxocobalamin im 3 times a week for 2 weeks then every 3 months. first one was 2 march")
    chat.say("biweekly, last 03/02/2026")
    state = State.from_json(chat.kept)
    assert state.open
    assert State.from_json(state.to_json()) == state
    assert State.from_json({**state.to_json(), "moon_phase": "full"}) == state
    assert State.from_json(None) == State.from_json({}) == State()


def test_nothing_is_kept_without_a_date() -> None:
    """A plan that cannot be counted is nobody's plan."""
    state = State()
    state.keep("key")
    assert (state.kept, state.version, state.key) == (None, 0, None)


def test_what_is_asked_again_has_its_answers_under_it() -> None:
    """A plan read back has yes and the changes, an ambiguous word its readings, a missing date nothing to choose."""
    chat = Chat()
    assert dialogue.open_buttons(chat.kept, TODAY, WORDING) == ()
    chat.say("biweekly")
    assert dialogue.open_buttons(chat.kept, TODAY, WORDING) == ("every 2 weeks", "twice a week")
    chat.say("every 2 weeks")
    assert dialogue.open_buttons(chat.kept, TODAY, WORDING) == ()
    chat.say("2 march")
    assert dialogue.open_buttons(chat.kept, TODAY, WORDING) == ("Yes", "Change something")
    assert chat.say("the blue one", "state") == [f"Sorry, I could not read that. {CONFIRM}"]
    assert chat.last.buttons == ("Yes", "Change something")
    chat.kept = dialogue.paused(chat.kept)
    assert dialogue.open_buttons(chat.kept, TODAY, WORDING) == ()
