"""A message in which a plan was heard is taken in plain words; who else has a right to it comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from b12guide.conversation import Decision, State, decide
from b12guide.conversation.kinds import HEADED, THANKS, WHOSE, WORDS
from b12guide.conversation.state import PLAN, Warned
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, REQUEST
from b12guide.understanding.talk import Span, Talk
from tune.talk import marked

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
BOOKED = ("squeezed me in [booked:tuesday the 10th]", "tells_booked")
NEW = ("been put on [every:12 weekly] ones, [last:the 2nd] was my latest", "tells_plan tells_dose")


def heard(text: str, acts: str, act: Act | None = None, verdict: Verdict | None = None) -> Understanding:
    """A message with its parts in marks, that surely does `acts`, and that nothing else is known of by default."""
    words, spans = marked(text)
    talk = Talk(words, tuple(Span(*span, 0.99) for span in spans), tuple(dict.fromkeys(acts.split(), 0.99).items()))
    return Understanding(words, verdict or Verdict(), act or Act("unsure", 0.5), talk=talk)


def with_plan(**more: object) -> State:
    """A conversation with a plan of the writer's that is confirmed: every 12 weeks, the last one on 9 February."""
    kept = None
    for text, request in (("every 12 weeks. the last one was on 9 february 2026", "regimen"), ("yes", "affirm")):
        outcome = dialogue.turn(kept, text, request=request, who=WHO, wording=plan_wording(), new_key=lambda: "key")
        assert outcome is not None
        kept = outcome.state
    assert kept is not None
    return State(plans={ME: kept}, **more)  # type: ignore[arg-type]


def words_of(decided: Decision) -> list[str]:
    """The words that are said to a plan."""
    return [words for step in decided.steps if step.kind == PLAN for words in step.values(WORDS)]


def test_what_is_heard_of_a_plan_is_said_to_it() -> None:
    """A day that the clinic set; a whole plan, where none is known."""
    assert words_of(decide(heard(*BOOKED), with_plan(), WHO)) == ["my clinic booked Tuesday 10 March 2026"]
    told = words_of(decide(heard(*NEW), State(), WHO))
    assert told == ["every 12 weeks. the last one was on Monday 2 March 2026"]


def test_without_a_plan_only_one_that_is_told_begins_it() -> None:
    """A yes, or a day that is asked about, is nothing to a plan that is not there."""
    for message in (
        heard("oh yes", "yes"),
        heard("is [asked:the 17th] mine", "ask_is_it"),
        heard(*BOOKED[:1], "thanks"),
    ):
        assert not words_of(decide(message, State(), WHO))


@pytest.mark.parametrize("kind", ["emergency", "urgent"])
def test_a_warning_sign_comes_first(kind: str) -> None:
    """No plan is spoken of beside one, however surely it was heard."""
    verdict = Verdict(kind, ("throat" if kind == "emergency" else "nerves",), why="rules", signs=("A1",))
    decided = decide(heard(*BOOKED, Act(kind), verdict), with_plan(), WHO)
    assert decided.steps[0].kind == kind
    assert not words_of(decided)


def test_in_an_emergency_that_stands_nothing_is_taken() -> None:
    """It is the card that is answered."""
    assert not words_of(decide(heard(*BOOKED), replace(with_plan(), standing="throat"), WHO))


def test_an_urgent_warning_stands_before_what_only_this_hears_of_a_plan() -> None:
    """The day that they were squeezed in may be for what they were sent to have seen."""
    warned = Warned(["nerves"], ["my feet are numb"], ["B2"], "2026-03-05")
    decided = decide(heard(*BOOKED), replace(with_plan(), warned=warned), WHO)
    assert [step.kind for step in decided.steps] == ["warning_stands"]


@pytest.mark.parametrize("beside", ["sign", "child"])
def test_what_sounds_like_a_symptom_or_a_child_is_left_to_others(beside: str) -> None:
    """Neither has a place among dates."""
    found = words_of(decide(heard(BOOKED[0], f"{BOOKED[1]} {beside}"), with_plan(), WHO))
    assert "my clinic booked Tuesday 10 March 2026" not in found


def test_a_topic_that_is_surely_asked_is_no_wish_for_dates() -> None:
    """ "How long between injections" is about treatment, unless it is surely about one's own."""
    asked = Act(ASK_TOPIC, 0.95, (("topic", "typical_frequency"),))
    decided = decide(heard("how long between jabs usually", "ask_gap", asked), with_plan(), WHO)
    assert [step.kind for step in decided.steps] == [ASK_TOPIC]


def test_two_people_have_their_words_each() -> None:
    """What is said of each goes to the plan of each, under whose it is."""
    message = heard(
        "[who:mine] was moved to [booked:tuesday the 10th], and [who:mum]s was done [last:on monday]",
        "tells_booked tells_dose",
    )
    state = with_plan(other="mum")
    state.plans["mum"] = with_plan().plans[ME]
    steps = [step for step in decide(message, state, WHO).steps if step.kind == PLAN]
    assert [step.values(WHOSE)[0] for step in steps] == [ME, "mum"]
    assert [step.values(WORDS)[0] for step in steps] == [
        "my clinic booked Tuesday 10 March 2026",
        "i had it on Monday 2 March 2026",
    ]
    assert all(step.values(HEADED) for step in steps)


def test_thanks_and_remarks_in_any_words() -> None:
    """Thanks are thanks; a remark on dates that were shown is no question, and brings the open one back."""
    assert [step.kind for step in decide(heard("you star", "thanks"), State(), WHO).steps] == [THANKS]
    (step,) = decide(heard("ugh, right before xmas", "remark"), with_plan(), WHO).steps
    assert (step.kind, step.values(REQUEST)) == (PLAN, [dialogue.REMARK])


def test_of_an_excerpt_nothing_is_taken() -> None:
    """The rest of it may say the opposite."""
    assert not words_of(decide(replace(heard(*BOOKED), excerpt=True), with_plan(), WHO))


@pytest.mark.parametrize(
    ("text", "acts"),
    [("who has to hear of it", "ask_call"), ("what might we put to the specialist", "ask_words")],
)
@pytest.mark.parametrize("awaiting", [None, PLAN])
def test_what_is_asked_of_a_clinic_is_of_no_plan_that_was_not_told(text: str, acts: str, awaiting: str | None) -> None:
    """It is asked in general: the open question of a form takes no such message."""
    asked = Act(ASK_TOPIC, 0.6, (("topic", "questions_for_clinician"),))
    steps = decide(heard(text, acts, asked), State(awaiting=awaiting), WHO).steps
    assert [step.kind for step in steps] == [ASK_TOPIC]
