"""What leans on the thing that was spoken of, and what stands by itself."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.focus import leans
from b12guide.understanding import Act, Understanding, Verdict
from tests.conversation.test_decide import WHO


@pytest.mark.parametrize(
    "text",
    [
        "what do they check after you start",
        "what do they give you in hospital",
        "do they monitor people for years at all",
    ],
)
def test_they_who_treat_are_nothing_that_was_spoken_of(text: str) -> None:
    """ "What do they check?" asks of the clinic, not of the dose that was asked about before it."""
    assert not leans(text, "dose")


@pytest.mark.parametrize("text", ["are they any good for older people", "do they work as fast for everybody"])
def test_they_are_the_tablets_that_were_spoken_of(text: str) -> None:
    """ "Are they any good?" asks of the thing in focus."""
    assert leans(text, "tablets")


def test_what_sounds_like_an_answer_of_the_check_leans_while_none_is_open() -> None:
    """With no check open, a question about the thing in focus is answered, however it sounded."""
    state = State(last=["other_b12"], focus="shortage", question="b12_shortage_what_to_do")
    act = Act("teach_back_answer", 0.9, (("near", "shortage_other_kind"),))
    said = Understanding("they hold a different one, is it the same", Verdict(), act)
    assert decide(said, state, WHO).steps[0].values("question") == ["shortage_other_kind"]


@pytest.mark.parametrize(
    "text", ["but the hospital wants me on it", "my rheumatologist gave me that", "it was prescribed"]
)
def test_what_is_said_to_be_prescribed_is_answered_as_prescribed(text: str) -> None:
    """Who says that the folic acid spoken of is from their own team hears that it is kept."""
    state = State(last=["overlapping_conditions"], focus="folic_acid", question="folic_acid_in_hand")
    said = Understanding(text, Verdict(), Act("not_understood"), of_thing=lambda _: ["folic_acid_in_hand"])
    assert decide(said, state, WHO).steps[0].values("question") == ["folic_acid_prescribed"]


@pytest.mark.parametrize(
    ("thing", "text", "answer"),
    [
        ("metformin", "could I lower the dose", "metformin_lower_dose"),
        ("metformin", "and halve mine?", "metformin_lower_dose"),
        ("folic_acid", "must I stop mine", "folic_acid_prescribed"),
        ("omeprazole", "can i quit it", "acid_tablets_carry_on"),
    ],
)
def test_a_change_of_what_is_taken_is_never_one_of_the_injections(thing: str, text: str, answer: str) -> None:
    """ "Lower the dose" after metformin is metformin's dose, whatever it sounds like."""
    state = State(last=["interactions_medicines"], focus=thing, question="metformin_lowers_b12")
    for kind in ("dose_change_request", "ask_topic"):
        said = Understanding(
            text, Verdict(), Act(kind, 0.95, (("topic", "stopping_maintenance"),)), of_thing=lambda _: [answer]
        )
        assert decide(said, state, WHO).steps[0].values("question") == [answer]


def test_without_injections_it_is_the_medicine_of_a_while_ago() -> None:
    """Who has no injections and asks what happens if they quit it means the metformin spoken of before."""
    state = State(
        last=["questions_for_clinician"],
        focus="test",
        question="words_for_a_test",
        untreated=True,
        medicine="metformin",
    )
    act = Act("ask_topic", 0.95, (("topic", "stopping_maintenance"),))
    said = Understanding(
        "and what if I quit it",
        Verdict(),
        act,
        of_thing=lambda thing: ["metformin_carry_on"] if thing == "metformin" else [],
    )
    assert decide(said, state, WHO).steps[0].values("question") == ["metformin_carry_on"]


def test_the_dose_of_injections_named_stays_theirs() -> None:
    """Who names the injections asks of them, also after metformin."""
    state = State(last=["interactions_medicines"], focus="metformin", question="metformin_lowers_b12")
    said = Understanding(
        "can I lower the dose of my injections",
        Verdict(),
        Act("dose_change_request"),
        of_thing=lambda _: ["metformin_lower_dose"],
    )
    assert decide(said, state, WHO).kind == "dose_change_request"


def test_what_leans_on_a_thing_that_the_message_names_is_asked_of_that() -> None:
    """ "And when I am nursing?" after folic acid is asked of nursing."""
    state = State(last=["pregnancy"], focus="folic_acid", question="folic_acid_when_pregnant")
    act = Act("ask_topic", 0.7, (("topic", "pregnancy"), ("leaning", "breastfeeding_and_b12")))
    said = Understanding("and once I am nursing?", Verdict(), act)
    assert decide(said, state, WHO).steps[0].values("question") == ["breastfeeding_and_b12"]


@pytest.mark.parametrize("text", ["how reliable is it?", "and how accurate is that"])
def test_how_good_a_thing_is_is_asked_of_the_thing(text: str) -> None:
    """It is asked of the test that was spoken of, and not of the program."""
    state = State(last=["cause_pernicious_anemia"], focus="antibody_test", question="antibody_test_pa")
    act = Act("bot_identity", 0.6, (("leaning", "antibody_test_reliable"),))
    assert decide(Understanding(text, Verdict(), act), state, WHO).steps[0].values("question") == [
        "antibody_test_reliable"
    ]


@pytest.mark.parametrize("text", ["how are you?", "how old are you", "how is it going"])
def test_how_the_program_is_stays_small_talk(text: str) -> None:
    """It is asked of the program, whatever was spoken of."""
    state = State(last=["cause_pernicious_anemia"], focus="antibody_test", question="antibody_test_pa")
    act = Act("bot_life", 0.8)
    assert decide(Understanding(text, Verdict(), act), state, WHO).kind == "bot_life"
