"""An answer that was not followed, and what only the answer itself answers. No model, no Rasa."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.simpler import clause_by_clause
from b12guide.conversation import State, decide
from b12guide.conversation.decision import Decision
from b12guide.conversation.kinds import SIMPLER, UNKNOWN, WARNING_STANDS, WHY
from b12guide.conversation.not_clear import only_unclear
from b12guide.conversation.state import Warned
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO

LUMP = State(last=["side_effects"], focus="lump", question="lump_at_the_spot", said=["question lump_at_the_spot"])
NOTHING = Act("not_understood", 0.3)


def said(text: str, state: State, act: Act = NOTHING) -> Decision:
    return decide(Understanding(text, Verdict(), act), state, WHO)


@pytest.mark.parametrize(
    "text",
    [
        "sorry i don't follow",
        "you've completely lost me",
        "that made no sense to me at all",
        "huh? say again",
        "pardon??",
        "still not clear to me, sorry",
        "can you put that more simply please",
        "i couldn't understand any of it",
        "in plain english please love",
        "no idea what that means",
        "too complicated for me",
    ],
)
def test_who_did_not_follow_gets_the_same_answer_more_simply(text: str) -> None:
    """Nothing else is said in it, so the last answer is meant, whatever it sounds like."""
    for act in (NOTHING, Act("not_answered", 0.4), Act("ask_topic", 0.4, (("topic", "not_improving"),))):
        assert said(text, LUMP, act).steps[0].kind == SIMPLER


@pytest.mark.parametrize(
    "text",
    [
        "i don't understand why i need it for life",
        "my doctor was not clear about the dose",
        "i get confused about the dates",
        "i feel confused",
        "the nurse did not get the vein",
        "explain pernicious anaemia",
        "they made no sense of my blood test",
    ],
)
def test_what_is_not_clear_may_be_something_else(text: str) -> None:
    """Who says what they do not understand asks about that; who is confused may be ill."""
    assert not only_unclear(text)


def test_before_any_answer_nothing_can_be_said_more_simply() -> None:
    """While the bot has asked something, and where nothing was answered, the words are for other rows."""
    assert said("i don't follow", State()).steps[0].kind != SIMPLER
    assert said("i don't follow", replace(LUMP, awaiting="plan")).steps[0].kind != SIMPLER


@pytest.mark.parametrize(
    "text",
    [
        "is that common then?",
        "are these normal",
        "should i be worried",
        "anything to worry about?",
        "and if it doesn't?",
        "what if it isn't gone",
        "and if it hasn't settled by monday",
        "do i have to tell the nurse about it",
        "is it worth mentioning",
    ],
)
def test_what_the_answer_itself_says(text: str) -> None:
    """Whether it is normal, what if not, and whether anybody has to hear of it, are said in the answer."""
    for act in (NOTHING, Act("says_who", 0.2), Act("plan", 0.5, (("request", "next"),))):
        assert said(text, LUMP, act).steps[0].kind == SIMPLER


def test_whether_it_is_normal_is_said_also_where_all_else_was() -> None:
    """The answer that holds it is nearer than what its topic has left."""
    known = State(last=["side_effects"], focus="acne", question="acne_from_b12", said=["question acne_from_b12"])
    act = Act("unsure", 0.3, (("leaning", "acne_from_b12"),))
    assert said("is it usual?", known, act).steps[0].kind == SIMPLER


def test_once_it_was_said_more_simply_it_is_who_to_ask() -> None:
    """The same is not said a third time: it is said who can tell more."""
    state = replace(LUMP, said=[*LUMP.said, "simply lump_at_the_spot"])
    assert said("do i tell anyone about it", state).steps[0].values(UNKNOWN) == ["who"]


@pytest.mark.parametrize(
    "text", ["is a rash normal", "is it dangerous to drink", "do i tell the dentist about metformin"]
)
def test_what_names_something_else_is_its_own_question(text: str) -> None:
    """It is no more asked of what was just answered."""
    assert said(text, LUMP, Act("ask_topic", 0.6, (("topic", "side_effects"),))).steps[0].kind != SIMPLER


def test_why_a_sign_is_there_nobody_can_tell_from_here() -> None:
    """Right behind a card "why?" is asked of its sign, and the card stands; later it is asked of the answer."""
    warned = Warned(cards=["general"], heard=["red pee"], signs=[], day="2026-03-05")
    act = Act(WHY, 0.6)
    assert said("how could it do that", State(warned=warned), act).kind == WARNING_STANDS
    assert said("how could it do that", replace(LUMP, warned=replace(warned, turns=5)), act).kind == WHY


@pytest.mark.parametrize("text", ["his level came back as 160, should we panic", "mine was 98, is it serious"])
def test_a_number_that_was_not_surely_heard_is_no_result_to_read(text: str) -> None:
    """It is said that no number is read here, and who reads it."""
    details = (("offered", "too_much_b12"), ("near", "is_my_level_dangerous"), ("near", "overdose_of_b12"))
    step = said(text, State(), Act("unsure", 0.4, details)).steps[-1]
    assert step.values("topic") == ["diagnosis_request"]


def test_small_talk_that_is_hardly_heard_asks_what_lies_near() -> None:
    """ "Who teaches you that?" after a word on injecting at home is about training; "who are you?" is about the bot."""
    home = State(last=["self_injection"], focus="home_injection", question="can_i_inject_at_home")
    near = (("near", "who_trains_me_to_inject"),)
    assert said("and who teaches you that", home, Act("bot_identity", 0.3, near)).steps[0].values("question")
    assert said("who are you", home, Act("bot_identity", 0.9, near)).kind == "bot_identity"


def test_clauses_that_can_stand_alone_do() -> None:
    """A long sentence is said in short ones; a list stays one."""
    long = "It can sting, and most people are fine, but it may take a day. Bring pills, cards and a pen."
    assert clause_by_clause(long) == (
        "It can sting. Most people are fine. But it may take a day. Bring pills, cards and a pen."
    )


def test_a_question_that_is_surely_known_asks_nothing_of_a_plan_that_is_not_there() -> None:
    """ "Both types, are the two equal?" is no wish for two at once."""
    details = (("topic", "route_im_vs_subcut_formulation"), ("question", "which_is_the_other_kind"))
    decision = said("are the two types just the same", State(), Act("ask_topic", 0.99, details))
    assert [step.kind for step in decision.steps] == ["ask_topic"]
