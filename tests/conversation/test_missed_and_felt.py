"""What is said of an answer that missed, what is felt, and what leans on the answer before: who takes it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, Step, decide
from b12guide.conversation.kinds import BANTER, FEELINGS, REPAIR
from b12guide.conversation.state import MOST_SAID, QUIZ, Warned
from b12guide.plan import dialogue
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.understand import Part

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
TABLETS = (("topic", "injections_vs_oral"),)


def steps(text: str, *acts: tuple[str, str, tuple[tuple[str, str], ...]], state: State | None = None) -> list[Step]:
    """What is done about a message: of a kind as a whole, then of sentences with a kind each."""
    (_, kind, details), *parts = acts
    said = [Part(words, Act(heard, details=carried)) for words, heard, carried in parts]
    understood = Understanding(text, Verdict(), Act(kind, details=details), tuple(said))
    return list(decide(understood, state or State(), WHO).steps)


@pytest.mark.parametrize("kind", sorted(REPAIR | FEELINGS))
def test_by_itself_it_is_what_it_is(kind: str) -> None:
    """Without a question beside it, what is felt or missed is answered as such."""
    assert steps("so", ("", kind, ())) == [Step(kind)]


@pytest.mark.parametrize("kind", sorted(REPAIR | FEELINGS | BANTER))
def test_soon_after_an_urgent_card_it_repeats_the_action(kind: str) -> None:
    """Neither a feeling nor a complaint lets a warning be forgotten."""
    warned = State(warned=Warned(["nerves"], ["my feet are numb"], ["B2"], "2026-03-05"))
    assert [step.kind for step in steps("so", ("", kind, ()), state=warned)] == ["warning_stands"]


@pytest.mark.parametrize("kind", sorted(FEELINGS))
def test_a_feeling_is_answered_before_the_question_beside_it(kind: str) -> None:
    """Both are answered, the feeling first, however the whole was heard."""
    parts = (("I feel bad.", kind, ()), ("Can I have tablets?", "ask_topic", TABLETS))
    for whole in (kind, "ask_topic", "unsure"):
        found = steps("I feel bad. Can I have tablets?", ("", whole, TABLETS), *parts)
        assert found == [Step(kind), Step("ask_topic", TABLETS)]


@pytest.mark.parametrize("kind", sorted(REPAIR))
def test_a_new_question_beside_a_complaint_is_answered(kind: str) -> None:
    """Who complains and asks something new gets that; who asks the same again gets it in another depth."""
    parts = (("Missed.", kind, ()), ("Can I have tablets?", "ask_topic", TABLETS))
    said = "Missed. Can I have tablets?"
    assert steps(said, ("", "ask_topic", TABLETS), *parts) == [Step("ask_topic", TABLETS)]
    again = State(last=["injections_vs_oral"])
    assert steps(said, ("", "ask_topic", TABLETS), *parts, state=again) == [Step(kind)]


def test_of_two_complaints_the_plainest_wish_counts() -> None:
    """ "Too long, just yes or no" wants a yes or a no."""
    parts = (("Too long.", "too_long", ()), ("Yes or no.", "just_yes_or_no", ()))
    assert steps("Too long. Yes or no.", ("", "too_long", ()), *parts) == [Step("just_yes_or_no")]


@pytest.mark.parametrize(
    "text", ["can it be prevented?", "and my neighbour?", "what about them", "is that so in Spain"]
)
def test_what_leans_on_the_last_answer_is_never_another_subject(text: str) -> None:
    """After an answer, what lies near it is offered; with nothing said before, it is what it was heard as."""
    state = State(last=["cause_pernicious_anemia"])
    for kind in ("out_of_scope", "out_of_scope_medical"):
        (step,) = steps(text, ("", kind, ()), state=state)
        assert step.kind == "unsure"
        assert step.values("offered")[0] == "cause_pernicious_anemia"
        assert steps(text, ("", kind, ())) == [Step(kind)]


def test_a_neighbour_that_is_named_is_not_taken_for_what_was_spoken_of() -> None:
    """Another medicine by its name, or a neighbour of our subject, is refused after an answer too."""
    state = State(last=["side_effects"])
    assert steps("and ibuprofen?", ("", "out_of_scope_medical", ()), state=state) == [Step("out_of_scope_medical")]
    beside = (("neighbour", "iron"),)
    found = steps("what about iron", ("", "out_of_scope_medical", beside), state=state)
    assert found == [Step("out_of_scope_medical", beside)]


def test_a_complaint_leaves_the_check_of_understanding_alone() -> None:
    """In a check, words that answer its question are its answer only where two of them do."""
    state = State(awaiting=QUIZ, quiz={"about": "plan", "at": 0})
    assert steps("too long", ("", "too_long", ()), state=state) == [Step("too_long")]


def test_what_was_said_is_kept_in_order_and_bounded() -> None:
    """Each once, the latest last; the oldest is forgotten first, and all of it survives being written."""
    state = State()
    for number in range(MOST_SAID + 5):
        state.note(str(number))
    state.note("10")
    assert len(state.said) == MOST_SAID
    assert state.said[-1] == "10"
    assert state.was_said("10")
    assert not state.was_said("0")
    assert State.from_json(state.to_json()) == state


UNSURE_OF = (("offered", "side_effects"), ("offered", "pregnancy"))


def heard_so(text: str, *parts: tuple[str, Act], whole: Act) -> list[Step]:
    """What is done about a message whose sentences were heard with these acts."""
    said = tuple(Part(words, act) for words, act in parts)
    return list(decide(Understanding(text, Verdict(), whole, said), State(), WHO).steps)


def test_a_topic_that_was_hardly_heard_is_not_answered_beside_a_feeling() -> None:
    """A question of which the topic is a guess is no topic: what may be meant is offered, after the kind line."""
    parts = (
        ("My sister died in April.", Act("feel_grief", 0.8)),
        ("What is to be done now?", Act("ask_topic", 0.25, TABLETS)),
    )
    whole = Act("unsure", 0.2, UNSURE_OF)
    steps = heard_so("My sister died in April. What is to be done now?", *parts, whole=whole)
    assert steps == [Step("feel_grief"), Step("unsure", UNSURE_OF)]


def test_a_question_of_which_the_whole_says_more_is_answered() -> None:
    """Where the message as a whole is clear, it does not matter how its sentence sounds alone."""
    parts = (
        ("I am worn out.", Act("feel_carer", 0.8)),
        ("Would tablets do for her?", Act("ask_topic", 0.25, (("topic", "pregnancy"),))),
    )
    steps = heard_so("I am worn out. Would tablets do for her?", *parts, whole=Act("ask_topic", 0.7, TABLETS))
    assert steps == [Step("feel_carer"), Step("ask_topic", TABLETS)]


def test_a_feeling_beside_a_request_is_no_menu() -> None:
    """Who tells of a loss and then asks what to do is not shown what the program can do."""
    parts = (
        ("They have run out of my B12.", Act("ask_topic", 0.8, (("topic", "other_b12"),))),
        ("My husband did all that, he died in May.", Act("feel_grief", 0.7)),
        ("What do I do?", Act("help_menu", 0.6)),
    )
    text = " ".join(words for words, _ in parts)
    steps = heard_so(text, *parts, whole=Act("help_menu", 0.5))
    assert steps == [Step("feel_grief"), Step("ask_topic", (("topic", "other_b12"),))]


@pytest.mark.parametrize("text", ["so yes?", "that's a no?"])
def test_a_yes_with_a_question_mark_asks_for_one(text: str) -> None:
    """ "So yes?" after an answer wants it in a word; without a question mark it is a yes."""
    state = State(last=["side_effects"], question="gout_and_b12", focus="gout")
    assert steps(text, ("", "affirm", ()), state=state) == [Step("just_yes_or_no")]
    assert steps(text.rstrip("?"), ("", "affirm", ()), state=state) == [Step("affirm")]
