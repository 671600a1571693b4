"""A child who got at tablets: the poison line first, also when it is made light of, and with iron above all."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from actions import safety
from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.conversation.kinds import ABOUT, ADVISED, WARNING_STANDS
from b12guide.conversation.plans import CHILD_CARD
from b12guide.conversation.state import Warned
from b12guide.conversation.urgent_stands import LINE_IS_ON
from b12guide.shared import cards, standing, triage
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, NOT_UNDERSTOOD, TOPIC
from tests.conversation.test_decide import WHO

LOUD = Verdict("emergency", ("general",), why="likeness")


def warned(card: str = CHILD_CARD) -> State:
    """Right after the card."""
    return State(warned=Warned([card], ["toddler ate"], ["B11"], WHO.today.isoformat()))


def taken(
    text: str, verdict: Verdict | None = None, act: Act | None = None, card: str = CHILD_CARD
) -> tuple[Step, ...]:
    """What is done about a message after the card."""
    act = act or Act(ASK_TOPIC, 0.9, ((TOPIC, "purpose_of_injections"),))
    return decide(Understanding(text, verdict or Verdict(), act), warned(card), WHO).steps


@pytest.mark.parametrize(
    "text",
    [
        "my toddler has swallowed five of my vitamin tablets",
        "the wee boy got into my b12 pills",
        "my nephew, 3, drank some of the b12 drops",
        "our niece chewed two of my tablets",
        "baby ate one of my b12 tablets off the floor",
    ],
)
def test_a_child_who_got_at_tablets_has_a_card_of_their_own(text: str) -> None:
    """It is no injection that was mixed up."""
    found = triage(text)
    assert (found.level, found.cards[:1]) == ("urgent", [CHILD_CARD])


@pytest.mark.parametrize(
    "text",
    [
        "i had two injections by mistake this week",
        "the nurse gave me my wife's injection",
        "i took two of my tablets by mistake, and i gave the dog none",
        "my nephew drinks milk",
        "can my toddler have vitamin drops",
    ],
)
def test_a_dose_of_an_adult_has_not(text: str) -> None:
    """A wrong dose of somebody grown up has the card that it had, and a question none."""
    assert CHILD_CARD not in triage(text).cards


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("there's iron in these as well", "child_label"),
        ("the bottle says ferrous fumarate, is that bad", "child_label"),
        ("but its only b12", "child_harmless"),
        ("isnt it harmless, a vitamin", "child_harmless"),
        ("she seems fine and is running about", "child_harmless"),
        ("dont they just pee it out", "child_harmless"),
        ("is that serious", "child_harmless"),
        ("can i wait and see how she goes", "child_harmless"),
        ("whom should i ring, our doctor is closed", "child_whom"),
        ("whats the number", "child_whom"),
        ("the surgery is shut", "child_whom"),
    ],
)
def test_what_is_said_to_it_names_the_line_again(text: str, kind: str) -> None:
    """Whatever topic it sounds like, it is about the child, and the line is named in it."""
    assert taken(text) == (Step(WARNING_STANDS, ((ABOUT, kind),)),)
    for sentence in standing().says(kind):
        said = cards().urgent_again(sentence, "", [CHILD_CARD], country="US").text
        assert "Call Poison Help on 1-800-222-1222 now." in said


def test_iron_is_worse_and_not_weaker() -> None:
    """With iron the line comes first, and it is said why."""
    for sentence in standing().says("child_label"):
        assert sentence.startswith("{poison_first}")
        assert "iron" in sentence


@pytest.mark.parametrize(
    "text",
    [
        "im on the phone to poison control",
        "the poison line is on the phone now",
        "poisons people on the line, she is 2",
        "ok got poison help on the phone",
        "talking to poison control right now",
        "I'm through to 111 now",
        "on the line with the poisons centre",
        "i called poison control and they said to watch her",
        "Poison control are on the phone now. it has iron in it",
    ],
)
@pytest.mark.parametrize("verdict", [Verdict(), LOUD])
def test_the_line_on_the_phone_is_help_that_is_there(text: str, verdict: Verdict) -> None:
    """No other number takes the place of the call that is made, however loud it sounds."""
    assert taken(text, verdict, Act(NOT_UNDERSTOOD)) == (Step(ADVISED, ((ABOUT, LINE_IS_ON),)),)


@pytest.mark.parametrize(
    "text",
    [
        "should i be on the phone to poison control",
        "poison control isn't answering",
        "i am on hold to 111 now",
        "i will call poison control now",
        "on the phone with my mum now",
        "im waiting for 111 now",
        "what is poison control",
    ],
)
def test_a_line_that_is_only_tried_ends_nothing(text: str) -> None:
    """Who has nobody on the phone yet is told to call."""
    assert all(step.kind != ADVISED for step in taken(text, None, Act(NOT_UNDERSTOOD)))


def test_after_another_card_the_phone_alone_ends_nothing() -> None:
    """It is of a child who swallowed something alone."""
    steps = taken("the poison line is on the phone now", LOUD, Act(NOT_UNDERSTOOD), "nerves")
    assert steps[0].kind != ADVISED


@pytest.mark.parametrize(
    "text",
    [
        "i rang 111 and they said to ring back later",
        "phoned 111 and it says press 2 for pharmacy",
        "i got through to 111 and we are 14th in line",
        "called poison control, a recording says all lines are busy",
        "111 are on the phone, she is going limp",
        "talking to poison control now and she has been sick",
        "i have 111",
        "to 111",
        "with 111",
        "my sister spoke to 111 last month and they said it was fine",
        "rang 111 and they said hello",
        "poison control says you are in a queue",
    ],
)
@pytest.mark.parametrize("verdict", [Verdict(), LOUD])
def test_a_queue_a_recording_and_another_time_end_nothing(text: str, verdict: Verdict) -> None:
    """Only a person who has the child before them ends it, and no sign beside that."""
    assert all(step.kind != ADVISED for step in taken(text, verdict, Act(NOT_UNDERSTOOD)))


@pytest.mark.parametrize(
    "text",
    [
        "phoned 111 and they said to bring him in",
        "i rang poison control, they said to stay home and watch her",
        "spoke to the poison line and she told me to give him a drink",
    ],
)
def test_what_they_said_to_do_is_advice(text: str) -> None:
    """Who was told what to do has help."""
    assert taken(text, None, Act(NOT_UNDERSTOOD)) == (Step(ADVISED, ((ABOUT, LINE_IS_ON),)),)


def test_while_they_are_on_the_phone_the_warning_stays() -> None:
    """A child who only seems well has them called all the same, until they have said what to do."""
    state = warned()
    turn = SimpleNamespace(
        state=state,
        step=Step(ADVISED, ((ABOUT, LINE_IS_ON),)),
        person=SimpleNamespace(country="GB"),
        say=lambda *_, **__: None,
    )
    safety.advised(turn)  # type: ignore[arg-type]
    assert state.warned is not None
    well = decide(Understanding("she seems fine now", Verdict(), Act(NOT_UNDERSTOOD)), state, WHO).steps
    assert well == (Step(WARNING_STANDS, ((ABOUT, "child_harmless"),)),)
    told = decide(Understanding("they say she will be fine", Verdict(), Act(NOT_UNDERSTOOD)), state, WHO).steps
    assert told == (Step(ADVISED),)
