"""Something else is asked behind an urgent card that rests on likeness alone. No model, no Rasa."""

from __future__ import annotations

from dataclasses import replace

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.state import Warned
from b12guide.understanding import Act, Understanding, Verdict
from tests.conversation.test_warnings_stand import WHO

ROW = "something else, behind a warning of mere likeness"
VIAL = Act("ask_topic", 0.95, (("topic", "pregnancy"), ("question", "benzyl_alcohol_in_vials")))
LIKENESS = Warned(["general"], ["month five.!!"], [], "2026-03-05")


def _said(text: str, warned: Warned = LIKENESS, act: Act = VIAL, alone: Verdict | None = None) -> tuple[str, list[str]]:
    def piece(words: str) -> Understanding:
        return Understanding(words, alone or Verdict(), act)

    said = Understanding(text, Verdict(), act, alone=piece)
    decision = decide(said, State(warned=replace(warned), last=["pregnancy"]), WHO)
    return decision.by, [step.kind for step in decision.steps]


@pytest.mark.parametrize(
    "text",
    [
        "I feel fine, the baby kicks. I was asking about the alcohol in my vial.",
        "all well here. what about the preservative in the vial?",
        "I'm all right. I only wanted to know whether the vial has a preservative",
        "no pain at all, is benzyl alcohol bad in pregnancy?",
    ],
)
def test_what_else_is_asked_is_answered_first(text: str) -> None:
    """The question has its answer; the warning stands, and one line reminds of it."""
    assert _said(text) == (ROW, ["ask_topic"])


@pytest.mark.parametrize(
    "text",
    [
        "who do I ring about this?",
        "can it wait till monday?",
        "isn't that normal in pregnancy?",
        "is this serious?",
        "I feel fine, honestly.",
        "what does that mean",
    ],
)
def test_what_is_asked_of_the_warning_is_left_to_it(text: str) -> None:
    """Whom to call, whether to wait and whether it is bad get the action again, as ever."""
    assert _said(text)[0] != ROW


@pytest.mark.parametrize(
    "warned",
    [
        Warned(["nerves"], ["numb feet, worse"], ["B2"], "2026-03-05"),
        Warned(["general"], ["my legs are like jelly"], [], "2026-03-05"),
        Warned(["doubtful_crisis"], ["no point to it"], [], "2026-03-05"),
        Warned(["general"], ["month five.!!"], [], "2026-03-05", emergency="breathing"),
    ],
)
def test_a_sign_that_was_told_comes_first(warned: Warned) -> None:
    """Where a rule, a word of the body, a mood or an emergency was heard, nothing changes."""
    assert _said("I was asking about the alcohol in my vial", warned)[0] != ROW


def test_what_would_explain_the_sign_is_left_to_the_warning() -> None:
    """No cause and no time course stand beside a card."""
    explains = Act("ask_topic", 0.95, (("topic", "not_improving"),))
    assert _said("why am I not improving after two years?", act=explains)[0] != ROW


def test_a_question_that_is_a_sign_is_one() -> None:
    """What is asked is read by itself for signs, too."""
    verdict = Verdict(level="urgent", cards=("nerves",), signs=("B2",))
    assert _said("I was asking about the new numbness in my feet", alone=verdict)[0] != ROW
