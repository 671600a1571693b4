"""A sentence that asks beside one that took the whole message is decided by itself. No model, no Rasa."""

from __future__ import annotations

from datetime import date

from b12guide.conversation import State, Step, decide
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.understand import Part

WHO = dialogue.Who(date(2026, 11, 29), "GB", "Europe/London")
TOLD = "I have it every 12 weeks, last one 9 November 2026."
PLAN = Act("plan", 1.0, (("request", "regimen"),))
SWIM = Act("ask_topic", 0.9, (("topic", "other_b12"), ("question", "swimming_after_injection")))
METFORMIN = Act("ask_topic", 0.95, (("topic", "interactions_medicines"), ("question", "metformin_lowers_b12")))
FOLIC = Act("out_of_scope_medical", 0.98, (("neighbour", "folic_acid"),))
UNSURE = Act("unsure", 0.2)


def message(whole: Act, *parts: tuple[str, Act, Act], level: str = "none") -> Understanding:
    """A message of sentences, each with what it is at first sight, and by itself."""
    by_itself = {text: act for text, _, act in parts}

    def alone(text: str) -> Understanding:
        return Understanding(text, Verdict(), by_itself.get(text, UNSURE), alone=alone)

    text = " ".join(text for text, *_ in parts)
    return Understanding(
        text, Verdict(level), whole, tuple(Part(one, act) for one, act, _ in parts), alone=alone
    )  # fmt: skip


def steps(said: Understanding, state: State | None = None) -> tuple[Step, ...]:
    return decide(said, state or State(), WHO).steps


def kept() -> State:
    """A plan that was told and agreed to."""
    state = State()
    state.plan = dialogue.noted(None, TOLD, who=WHO, wording=plan_wording())
    return state


def test_a_question_beside_a_plan_that_is_told_first_is_answered_before_it() -> None:
    """Where at first sight it was of hardly anything."""
    for first in (Act("ask_topic", 0.35, (("topic", "other_b12"),)), Act("dose_change_request", 0.26), UNSURE):
        found = steps(message(PLAN, (TOLD, PLAN, PLAN), ("Can I swim the same day?", first, SWIM)))
        assert [step.kind for step in found] == ["ask_topic", "plan"]
        assert found[0].values("question") == ["swimming_after_injection"]


def test_a_neighbour_of_ours_beside_a_plan_is_sent_on() -> None:
    """Folic acid, of which a pharmacist knows, before the dates."""
    found = steps(message(PLAN, (TOLD, PLAN, PLAN), ("Also does folic acid matter?", FOLIC, FOLIC)))
    assert [step.kind for step in found] == ["out_of_scope_medical", "plan"]


def test_a_calendar_that_is_wished_beside_a_question_is_given() -> None:
    """Where the dates are known; where they are not, nothing is made of it."""
    wish = ("And put the dates in a calendar for me", Act("plan", 0.92, (("request", "calendar"),)), PLAN)
    said = message(METFORMIN, ("Does metformin matter?", METFORMIN, METFORMIN), wish)
    assert [step.kind for step in steps(said, kept())] == ["ask_topic", "plan"]
    assert [step.kind for step in steps(said)] == ["ask_topic"]


def test_what_is_unsure_asks_of_the_plan_or_only_tells_adds_nothing() -> None:
    """A greeting, a question of dates, a schedule asked about, a sign beside it."""
    hardly = Act("ask_topic", 0.4, (("topic", "other_b12"),))
    gaps = Act("ask_topic", 0.95, (("topic", "maintenance_phase"), ("question", "how_often_usual_gap")))
    for text, act in (
        ("Is that right?", hardly),
        ("When is the next one?", gaps),
        ("How many are left?", gaps),
        ("Nice weather here.", SWIM),
        ("Can you help me?", Act("help_menu", 0.9)),
    ):
        assert [step.kind for step in steps(message(PLAN, (TOLD, PLAN, PLAN), (text, UNSURE, act)))] == ["plan"], text


def test_what_was_answered_is_not_answered_twice() -> None:
    """Two sentences that ask of one topic have one answer, as the message has it."""
    again = ("Does it lower my level?", METFORMIN, METFORMIN)
    found = steps(message(METFORMIN, ("What about metformin?", METFORMIN, METFORMIN), again))
    assert [step.values("question") for step in found] == [["metformin_lowers_b12"]]


def test_one_question_that_was_answered_is_not_asked_of_what_was_spoken_of_before() -> None:
    """A tale, and a question behind it that by itself would lean on something else."""
    told = ("My nan had that for years.", METFORMIN, METFORMIN)
    found = steps(message(METFORMIN, told, ("does it run in families", METFORMIN, SWIM)))
    assert [step.values("question") for step in found] == [["metformin_lowers_b12"]]
