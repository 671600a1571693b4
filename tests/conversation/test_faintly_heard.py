"""What sounds a little like a wish for dates shows them once more, right after they were spoken of, nowhere else."""

from __future__ import annotations

from dataclasses import replace

from b12guide.conversation import State, decide
from b12guide.conversation.kinds import WORDS
from b12guide.conversation.state import PLAN
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import UNSURE, Act
from b12guide.understanding.talk import Talk
from tests.conversation.test_in_plain_words import WHO, with_plan

ENDS = Understanding(
    "will it be over soon", Verdict(), Act(UNSURE, 0.2), talk=Talk("will it be over soon", (), (("ask_end", 0.35),))
)


def by(said: Understanding, state: State) -> str:
    return decide(said, state, WHO).by


def test_it_shows_the_dates() -> None:
    """When the last one is, after an answer on the plan."""
    decided = decide(ENDS, with_plan(said=[PLAN]), WHO)
    assert decided.by == "what sounds a little like a wish for dates"
    assert [step.values(WORDS) for step in decided.steps] == [["when is the last one of them?"]]


def test_only_right_after_them() -> None:
    """After answers on other things, or without a plan, it stays what it was heard as."""
    taken = "what sounds a little like a wish for dates"
    assert by(ENDS, with_plan(said=[PLAN, "side_effects", "pregnancy"])) != taken
    assert by(ENDS, State(said=[PLAN])) != taken


def test_what_changes_a_plan_is_no_wish_for_dates() -> None:
    """Nothing is forgotten or begun anew by a faint sound."""
    for act in ("forget", "restart", "undo", "tells_booked"):
        said = replace(ENDS, talk=Talk(ENDS.text, (), ((act, 0.4), ("ask_end", 0.35))))
        assert by(said, with_plan(said=[PLAN])) != "what sounds a little like a wish for dates"
