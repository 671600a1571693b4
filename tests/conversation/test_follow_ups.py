"""Short questions about what was just answered."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.follow_ups import aspect_in
from b12guide.plan import dialogue
from b12guide.shared import content, plan_wording
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO

BEERS = State(
    last=["interactions_medicines"],
    focus="alcohol",
    question="alcohol_after",
    said=["question alcohol_after"],
)
RED = State(last=["other_b12"], focus="colour", question="red_colour_of_b12", said=["question red_colour_of_b12"])


def heard(text: str, act: Act) -> Understanding:
    return Understanding(text, Verdict(), act)


@pytest.mark.parametrize(
    ("text", "thing", "aspect"),
    [
        ("and for how long then?", "driving", "time"),
        ("how many weeks is that usually", "driving", "time"),
        ("how long till they fade", "bruise", "time"),
        ("how soon before it goes away", "lump", "time"),
        ("ok how many", "alcohol", "number"),
        ("no sorry, i meant beers. how many beers?", "alcohol", "number"),
        ("every 3 weeks?", "cost", "gap"),
        ("does it still work", "route", "works"),
        ("who should i call then?", "cost", "who"),
        ("so what do i say to the nurse", "cost", "words"),
        ("just give me the words for my mum's doctor", "cost", "words"),
    ],
)
def test_a_short_question_asks_of_what_was_just_answered(text: str, thing: str, aspect: str) -> None:
    """What it wants to know is read from its words alone."""
    assert aspect_in(text, thing) == aspect


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("how long until i feel better", "driving"),
        ("how many loading injections are there", "alcohol"),
        ("how many micrograms do tablets have", "alcohol"),
        ("every 3 weeks", "cost"),
        ("how long does a bruise last", "alcohol"),
        ("who gives the injection", "cost"),
        ("does metformin still work", "alcohol"),
    ],
)
def test_a_question_that_names_something_is_its_own(text: str, thing: str) -> None:
    """A question about another thing, or a schedule that is told, is no short question about the last answer."""
    assert aspect_in(text, thing) is None


def test_how_many_after_an_answer_on_drink_opens_no_form_for_dates() -> None:
    """ "How many?" is asked of the drink, whatever it sounds like by itself."""
    (step,) = decide(heard("ok how many", Act("plan", details=(("request", "left"),))), BEERS, WHO).steps
    assert (step.kind, step.values("question")) == ("ask_topic", ["alcohol_how_much"])


def test_where_nothing_is_known_that_is_said_and_no_other_answer_given() -> None:
    """ "How long?" of a thing without a time gets neither the time of treatment nor that of feeling better."""
    message = heard("for how long?", Act("ask_topic", details=(("topic", "time_to_feel_better"),)))
    (step,) = decide(message, RED, WHO).steps
    assert (step.kind, step.values("topic"), step.values("unknown")) == ("ask_topic", [], ["time"])


def test_words_for_the_clinic_are_about_what_was_just_asked() -> None:
    """ "What do I say to them?" gets words with the question that was just asked."""
    assert decide(heard("what do i say to them", Act("unsure")), BEERS, WHO).kind == "words_to_say"


def form_open() -> State:
    outcome = dialogue.turn(
        None, "when is my next one", request="next", who=WHO, wording=plan_wording(), new_key=lambda: "key"
    )
    assert outcome is not None
    state = State(**{**BEERS.__dict__, "awaiting": "plan"})
    state.plan = outcome.state
    return state


@pytest.mark.parametrize("text", ["no dates please, just asking", "i was only wondering", "i don't want any dates"])
def test_who_wants_no_date_is_asked_for_none(text: str) -> None:
    """The form for dates ends when the person says so."""
    assert decide(heard(text, Act("not_understood")), form_open(), WHO).steps[-1].kind == "no_dates"


@pytest.mark.parametrize("text", ["every 8 weeks, just asking when", "i have no date yet", "my clinic gave no dates"])
def test_who_answers_the_form_goes_on_with_it(text: str) -> None:
    """A schedule that is told, or a date that is not known, ends nothing."""
    steps = decide(heard(text, Act("not_understood")), form_open(), WHO).steps
    assert "no_dates" not in [step.kind for step in steps]


def test_every_kind_of_what_is_not_known_has_its_words() -> None:
    """No time, no number, and not whether it works: each is said in a sentence with whom to ask."""
    for aspect in ("time", "number", "works"):
        said = " ".join(content().reply(f"unknown_{aspect}").bubbles)
        assert "clinic or a pharmacist" in said
