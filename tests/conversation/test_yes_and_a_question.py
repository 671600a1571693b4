"""A yes with a question behind it: both are done, and what was not understood is said."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.claims import comparison
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict


@pytest.mark.parametrize(
    "text",
    [
        "how many jabs come before the baby?",
        "so is that 3 before the baby then?",
        "how many of them before her birthday?",
    ],
)
def test_a_number_before_an_event_compares_nobody(text: str) -> None:
    """So many before a day are counted; nobody's dates are held against each other."""
    assert comparison(text, ["my mum", "my baby"], "my baby") is None


@pytest.mark.parametrize("text", ["is hers before mine?", "how many days is my mum's before mine?"])
def test_two_dates_are_still_compared(text: str) -> None:
    """Whose is first, and by how much, is asked of two people."""
    assert comparison(text, ["my mum"], "my mum") is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I haven't missed any of them", True),
        ("I am not late, am I?", True),
        ("so it was early?", True),
        ("I missed one", False),
        ("is it late?", False),
    ],
)
def test_who_missed_nothing_is_told_nothing_of_missed_ones(text: str, said: bool) -> None:
    """Beside the plan's own answer no advice for a missed injection stands where none was missed."""
    assert dialogue.none_was_missed(text) is said


def test_an_unknown_question_is_left_to_others() -> None:
    """A question behind a yes is no part of the yes."""
    who = dialogue.Who(date(2027, 2, 3), "GB")
    kept = dialogue.turn(
        None, "every 8 weeks, last one 14 December", request="regimen", who=who, wording=_words(), new_key=str
    )
    assert kept is not None
    moves = dialogue.moves(kept.state, "yes. and what colour is the needle cap?", who=who)
    assert [move.kind for move in moves] == ["yes"]
    assert moves[0].rest[1] <= len("yes. and")


@pytest.mark.parametrize(
    ("topic", "confidence", "kinds"),
    [
        ("pregnancy", 0.9, ["ask_topic", "plan"]),
        ("pregnancy", 0.3, ["plan"]),
        ("maintenance_phase", 0.9, ["plan"]),
        ("missed_or_late_injection", 0.9, ["plan"]),
    ],
)
def test_who_mentions_a_plan_in_passing_gets_the_answer_first(topic: str, confidence: float, kinds: list[str]) -> None:
    """What a message is surely about is answered before the plan is taken up; of a plan alone, only the plan is."""
    said = "I'm pregnant and have a b12 shot every month"
    act = Act("ask_topic", confidence, (("topic", topic),))
    decision = decide(Understanding(said, Verdict(), act), State(), dialogue.Who(date(2027, 2, 3), "GB"))
    assert [step.kind for step in decision.steps] == kinds


def _words() -> dialogue.Wording:
    return plan_wording()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("yes that's right. so where is it kept", ["plan", "your_data"]),
        ("yep. can i get rid of it later and who sees it", ["plan", "your_data"]),
        ("yes. where do i keep the ampoules", ["plan"]),
    ],
)
def test_what_is_kept_is_asked_behind_a_yes(text: str, kinds: list[str]) -> None:
    """The yes is taken, and what is kept is said; where ampoules are kept is another question."""
    who = dialogue.Who(date(2027, 2, 3), "GB")
    kept = dialogue.turn(
        None, "every 8 weeks, last one 14 December", request="regimen", who=who, wording=_words(), new_key=str
    )
    assert kept is not None
    state = State(plans={"me": kept.state}, awaiting="plan")
    decision = decide(Understanding(text, Verdict(), Act("affirm", 0.9)), state, who)
    assert [step.kind for step in decision.steps] == kinds


def test_bingo_agrees_to_a_plan() -> None:
    """Behind a plan that was read back it is a yes, and no joke."""
    who = dialogue.Who(date(2027, 2, 3), "GB")
    kept = dialogue.turn(
        None, "every 8 weeks, last one 14 December", request="regimen", who=who, wording=_words(), new_key=str
    )
    assert kept is not None
    said = Understanding("bingo", Verdict(), Act("joke", 0.72))
    asked = State(plans={"me": kept.state}, awaiting="plan")
    assert [step.kind for step in decide(said, asked, who).steps] == ["plan"]
    assert [step.kind for step in decide(said, State(), who).steps] == ["joke"]
