"""What a message is about: answer one topic, offer three, or refuse."""

from __future__ import annotations

import pytest

from b12guide.topics import TOPICS
from b12guide.understanding.predictions import Prediction
from b12guide.understanding.scope import ScopeBars, said_about

NEAR = 0.6
FIRST, SECOND, THIRD = "typical_dose", "loading_phase", "maintenance_phase"
FOREIGN, WEATHER = "out_of_scope_medical", "out_of_scope"


def decided(text: str, scope: float = NEAR, **shares: float) -> tuple[str, list[tuple[str, str]]]:
    """The kind and the details of a message whose labels have these confidences, and all others none."""
    labels = {name: shares.get(name, 0.0) for name in (*sorted(TOPICS), FOREIGN, WEATHER, "urgent", *shares)}
    ranking = sorted(labels.items(), key=lambda label: -label[1])
    act = said_about(text, Prediction(ranking, scope), [], ScopeBars())
    return act.kind, list(act.details)


OFFERED = ("unsure", [("offered", FIRST), ("offered", SECOND), ("offered", THIRD)])


@pytest.mark.parametrize(("best", "second"), [(0.9, 0.87), (0.5, 0.44), (1.0, 0.99), (0.25, 0.20)])
def test_a_topic_well_ahead_is_answered(best: float, second: float) -> None:
    """The best topic is answered where the odds of the second are less than 80 % of its own."""
    assert decided("tell me", **{FIRST: best, SECOND: second}) == ("ask_topic", [("topic", FIRST)])


@pytest.mark.parametrize(("best", "second"), [(0.9, 0.88), (0.5, 0.45), (0.25, 0.22)])
def test_a_near_tie_is_offered(best: float, second: float) -> None:
    """From 80 % of the odds of the best topic on, the nearest three are offered and none is answered."""
    assert decided("tell me", **{FIRST: best, SECOND: second, THIRD: 0.1}) == OFFERED


def test_what_is_like_no_topic_is_offered() -> None:
    """Near our subject and like no topic in particular: the nearest three."""
    assert decided("tell me", **{FIRST: 0.21, SECOND: 0.1, THIRD: 0.05}) == OFFERED


@pytest.mark.parametrize(("foreign", "outcome"), [(0.45, OFFERED), (0.44, ("ask_topic", [("topic", FIRST)]))])
def test_a_foreign_subject_about_as_likely(foreign: float, outcome: object) -> None:
    """From 90 % of the topic's confidence on, topics are only offered; a message that names B12 is answered."""
    shares = {FIRST: 0.5, SECOND: 0.2, THIRD: 0.1, FOREIGN: foreign}
    assert decided("how much of it", **shares) == outcome
    assert decided("how much b12", **shares) == ("ask_topic", [("topic", FIRST)])


def test_another_medicine_in_words_of_ours() -> None:
    """What names another medicine alone is refused, however like our topics it is."""
    assert decided("on warfarin, how much", **{FIRST: 0.9, SECOND: 0.2, THIRD: 0.1}) == (FOREIGN, [])
    assert decided("on warfarin, how much", **{FIRST: 0.3, FOREIGN: 0.4}) == (FOREIGN, [])
    assert decided("how much ibuprofen", **{"urgent": 0.5, FIRST: 0.3}) == (FOREIGN, [])


@pytest.mark.parametrize("text", ["my methotrexate injection was late", "insulin goes under the skin"])
def test_an_injection_of_another_medicine(text: str) -> None:
    """It may be ours or not: topics are offered, and none is answered as if it were ours, unless B12 is named too."""
    shares = {FIRST: 0.9, SECOND: 0.2, THIRD: 0.1}
    assert decided(text, **shares) == OFFERED
    assert decided(f"{text}, and b12?", **shares) == ("ask_topic", [("topic", FIRST)])


def test_medicines_beside_b12_are_a_topic() -> None:
    """What B12 has to do with another medicine is answered."""
    answered = ("ask_topic", [("topic", "interactions_medicines")])
    assert decided("does warfarin matter", interactions_medicines=0.8) == answered


NEIGHBOURS = ["iron", "folate", "vitamins", "thyroid", "injections", "skin_hair"]


@pytest.mark.parametrize("neighbour", NEIGHBOURS)
def test_a_neighbour_alone_is_named(neighbour: str) -> None:
    """What lies beside our subject is refused by its name, however unsure it is."""
    for share in (0.9, 0.3):
        found = decided("how much of that a day", **{f"out_of_scope_{neighbour}": share, FIRST: 0.2})
        assert found == (FOREIGN, [("neighbour", neighbour)])


@pytest.mark.parametrize("neighbour", NEIGHBOURS)
@pytest.mark.parametrize("text", ["with b12", "at the same time", "does it affect them", "alongside"])
def test_a_neighbour_with_ours_is_no_neighbour(neighbour: str, text: str) -> None:
    """With B12, or with something at the same time, it is never called another subject."""
    kind, _ = decided(text, **{f"out_of_scope_{neighbour}": 0.9, FIRST: 0.3, SECOND: 0.1, THIRD: 0.1})
    assert kind in ("ask_topic", "unsure")


def test_another_injection_may_be_called_one() -> None:
    """A contraceptive injection is a neighbour, though ours is given so too; iron with an injection is not."""
    assert decided("my depo injection", out_of_scope_injections=0.9) == (FOREIGN, [("neighbour", "injections")])
    assert decided("iron and my injection", **{"out_of_scope_iron": 0.9, FIRST: 0.3})[0] == "unsure"


@pytest.mark.parametrize("label", [FOREIGN, WEATHER])
@pytest.mark.parametrize(
    "text",
    ["doses for children", "and my son", "can i eat liver", "is marmite any good", "a pint of beer", "i take metformin",
     "will insurance pay", "is dairy enough"],
)  # fmt: skip
def test_food_children_cost_and_medicines_that_matter_are_never_another_subject(label: str, text: str) -> None:
    """They are offered what is nearest, however foreign they sound."""
    kind, _ = decided(text, **{label: 0.95, FIRST: 0.1, SECOND: 0.1, THIRD: 0.1})
    assert kind == "unsure"


@pytest.mark.parametrize("label", [FOREIGN, WEATHER])
def test_only_what_is_plainly_foreign_is_another_subject(label: str) -> None:
    """Below one half it was not understood, or something of ours is near."""
    assert decided("tell me", **{label: 0.5, FIRST: 0.1}) == (label, [])
    assert decided("tell me", **{label: 0.49, FIRST: 0.1}) == ("not_understood", [])
    assert decided("tell me", **{label: 0.49, FIRST: 0.3, SECOND: 0.2, THIRD: 0.1}) == OFFERED


@pytest.mark.parametrize("label", ["feel_lonely", "insult", "joke", "bot_life"])
def test_a_feeling_is_heard_where_it_is_likely(label: str) -> None:
    """A third of confidence is enough for a kind sentence; below it, what is nearest is offered."""
    assert decided("tell me", **{label: 0.33, FIRST: 0.1}) == (label, [])
    assert decided("tell me", **{label: 0.32, FIRST: 0.3, SECOND: 0.2, THIRD: 0.1})[0] == "unsure"


@pytest.mark.parametrize("label", ["forget_me", "just_yes_or_no"])
def test_nothing_is_deleted_on_a_guess(label: str) -> None:
    """What deletes everything, or cuts an answer short, is heard only as surely as a request of a plan is."""
    assert decided("what if I forget which", **{label: 0.44, FIRST: 0.2})[0] == "unsure"
    assert decided("forget it all", **{label: 0.46, FIRST: 0.2})[0] == label
