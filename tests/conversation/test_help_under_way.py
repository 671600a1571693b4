"""Help that is under way after a card: the level is kept, and what is said of the call, the wait or the waiting room is
taken up. No model, no Rasa."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.help_under_way import kinds_told, of_warning_alone
from b12guide.conversation.kinds import ABOUT, EMERGENCY, STANDS, URGENT, WARNING_STANDS
from b12guide.conversation.plans import CHILD_CARD, DOSE_CARD
from b12guide.conversation.state import Warned
from b12guide.shared import cards, standing
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import HELP_IS_HERE, NOT_UNDERSTOOD
from b12guide.understanding.verdict import GENERAL_CARD
from tests.conversation.test_decide import WHO

ON_THE_LINE = [
    "I'm on to the surgery now",
    "she's on the phone to them",
    "he is through to the nurse",
    "got 111 on the phone",
    "on the line with the GP right now, what do I tell her?",
    "talking to the pharmacist now",
    "the doctor is on the phone",
    "my wife is on the phone now",
    "they said hold on a minute",
    "on with healthdirect at the moment",
]
NOT_ON_THE_LINE = [
    "should I get the surgery on the phone?",
    "I'll be on the phone to them later",
    "nobody is on the phone",
    "I was on the phone to my aunt",
    "can't get through to the nurse",
    "will they talk to the pharmacist for me?",
    "I got the phone number of the clinic off the line",
]
THERE = [
    "I'm in the waiting room",
    "sitting in the clinic now",
    "we are waiting at the surgery",
    "he's sitting in casualty",
    "in the waiting area, lots of people here",
    "checked in at the desk",
    "waiting to be seen",
]
NOT_THERE = [
    "should I go and sit in the waiting room?",
    "the waiting room was full so I went home",
    "I hate waiting rooms",
    "if I am in the waiting room too long I faint",
]
TAKES_HOURS = [
    "what if they take hours?",
    "and if nobody rings?",
    "what if it takes all night",
    "supposing they don't call",
    "so if no one has phoned by six?",
    "how long do I wait before I call again?",
    "when should I chase them",
    "but what if the doctor doesn't ring",
    "what if the wait is ages",
    "and if they haven't called me by tea?",
]
NEW = [
    "mine isn't old, it came on this month",
    "it's not an old thing",
    "this is not an old problem, only since Sunday",
    "it only started two weeks ago",
    "the numbness is not old",
    "I haven't had it for years",
    "it is new",
]
NOT_NEW = [
    "it is nothing new",
    "I am not old, I'm 44",
    "is there anything new?",
    "my old doctor was nicer",
    "it is years old",
]
QUIET = Act(NOT_UNDERSTOOD)
LIKE_A_SIGN = Verdict("urgent", (GENERAL_CARD,), heard=("three weeks",), why="likeness")
LIKE_AN_EMERGENCY = Verdict("emergency", (GENERAL_CARD,), heard=("waiting room",), why="likeness")


def warned(card: str = "nerves", sign: str = "B2") -> State:
    """Right after an urgent card."""
    return State(warned=Warned([card], ["numb up to the shins"], [sign], WHO.today.isoformat()))


def steps(text: str, state: State, verdict: Verdict | None = None, act: Act = QUIET) -> tuple[str, list[str]]:
    """What is done about a message first, and what it is heard to be about."""
    verdict = verdict or Verdict()
    act = Act(verdict.level) if verdict.warns else act
    first = decide(Understanding(text, verdict, act), state, WHO).steps[0]
    return first.kind, first.values(ABOUT)


@pytest.mark.parametrize("text", ON_THE_LINE)
def test_who_is_on_the_phone_keeps_on(text: str) -> None:
    """It is taken up, and ends nothing: nobody has said what to do."""
    assert steps(text, warned()) == (WARNING_STANDS, ["on_the_line"])


@pytest.mark.parametrize("text", NOT_ON_THE_LINE)
def test_who_only_asks_or_will_be_is_not_on_the_phone(text: str) -> None:
    """Nothing is well done that nobody does."""
    assert "on_the_line" not in steps(text, warned())[1]


@pytest.mark.parametrize("text", THERE)
def test_who_waits_to_be_seen_stays_there(text: str) -> None:
    """Whatever it was heard as: a waiting room is no advice, and no emergency."""
    here = Act(HELP_IS_HERE, 0.9, ((HELP_IS_HERE, "yes"),))
    assert steps(text, warned()) == (WARNING_STANDS, ["there_now"])
    assert steps(text, warned(), act=here) == (WARNING_STANDS, ["there_now"])
    assert steps(text, warned(), LIKE_AN_EMERGENCY) == (WARNING_STANDS, ["there_now"])


@pytest.mark.parametrize("text", NOT_THERE)
def test_who_is_not_there_is_not_told_to_stay(text: str) -> None:
    """The advice is said as before."""
    assert "there_now" not in steps(text, warned())[1]


def test_an_emergency_in_a_waiting_room_goes_to_the_desk() -> None:
    """It stands, and does not wait for its turn."""
    here = Act(HELP_IS_HERE, 0.9, ((HELP_IS_HERE, "yes"),))
    kind, about = steps("I'm in the waiting room", State(standing="chest_pain"), act=here)
    assert (kind, about) == (STANDS, ["there_now"])
    for sentence in standing().says("there_now", emergency=True):
        assert "desk" in sentence
        assert "Call 999 or your local emergency number" in cards().filled(sentence, "GB").replace(
            "call 999", "Call 999"
        )


@pytest.mark.parametrize(
    "text",
    [
        "my son is on the phone to 911 now, what do we say?",
        "ambulance is on its way, what should I do till then",
        "on the line with 911, what do they need to know?",
    ],
)
def test_what_is_asked_while_help_is_called_ends_no_emergency(text: str) -> None:
    """Who asks what to say or do has nobody with them yet."""
    here = Act(HELP_IS_HERE, 0.9, ((HELP_IS_HERE, "yes"),))
    assert steps(text, State(standing="chest_pain"), act=here)[0] == STANDS


@pytest.mark.parametrize("text", TAKES_HOURS)
def test_a_long_wait_is_asked_about(text: str) -> None:
    """It says what to do then, and never that somebody who called waits."""
    kind, about = steps(text, warned())
    assert (kind, about[0]) == (WARNING_STANDS, "takes_hours")


def test_a_call_back_and_what_if_it_is_late_are_both_taken_up() -> None:
    """The call that is told is help that comes, whatever is asked behind it."""
    text = "yes, they are ringing me back. What do I say, and what if they take all night?"
    assert steps(text, warned()) == (WARNING_STANDS, ["called_back", "takes_hours"])
    assert steps("111 will ring me, what do I tell them?", warned()) == (WARNING_STANDS, ["called_back"])
    assert steps("what do I say when they ring me back?", warned())[1] == ["what_to_say"]
    assert steps("what details do they want?", warned())[1] == ["what_to_say"]


@pytest.mark.parametrize("text", NEW)
def test_what_is_new_keeps_the_card_that_stands(text: str) -> None:
    """It gets no card of its own with a list of other signs."""
    assert steps(text, warned()) == (WARNING_STANDS, ["not_old"])
    assert steps(text, warned(), LIKE_A_SIGN) == (WARNING_STANDS, ["not_old"])


@pytest.mark.parametrize("text", NOT_NEW)
def test_other_words_of_age_say_nothing_of_the_sign(text: str) -> None:
    """A person, a doctor, a year."""
    assert "not_old" not in steps(text, warned())[1]


def test_another_sign_beside_it_has_its_card() -> None:
    """Help that is under way takes up nothing that was not told to them."""
    chest = Verdict("emergency", ("chest_pain",), signs=("A3",), heard=("chest hurts",), why="rules")
    rash = Verdict("urgent", ("allergy",), signs=("B1",), heard=("hives",), why="rules")
    worse = Verdict("urgent", ("nerves",), signs=("B2",), heard=("spreading",), why="rules")
    assert steps("on the phone to 111 now and my chest hurts", warned(), chest)[0] == EMERGENCY
    assert steps("in the waiting room and I have hives", warned(), rash)[0] == URGENT
    assert steps("111 will ring me back but it is spreading", warned(), worse)[0] == URGENT


def test_the_same_words_get_no_card_twice() -> None:
    """What the card of today quoted is answered by what stands, in other words."""
    again = Verdict("urgent", ("nerves",), signs=("B2",), heard=("numb up to the shins",), why="rules")
    assert steps("I am numb up to the shins", warned(), again)[0] == WARNING_STANDS
    assert steps("I am numb up to the shins", State(), again)[0] == URGENT


@pytest.mark.parametrize(
    ("country", "number"),
    [("US", "1-800-222-1222"), ("CA", "1-844-764-7669"), ("AU", "13 11 26"), ("GB", "The UK has no poison line")],
)
def test_who_asks_for_a_poison_line_gets_that_of_the_country(country: str, number: str) -> None:
    """Or hears that there is none, and whom to call instead."""
    for text in ("is there a number for poison?", "what's the poison control number", "any line for poisoning here?"):
        assert steps(text, warned(DOSE_CARD, "B11"))[1][:1] == ["poison_number"]
    for sentence in standing().says("poison_number"):
        assert number in cards().filled(sentence, country)


def test_only_vitamins_are_called_about_too() -> None:
    """Yes, with the reason; iron above all."""
    assert steps("they're only vitamins, must I ring anyone?", warned(DOSE_CARD, "B11"))[1] == ["only_vitamins"]
    assert steps("the box says there's iron in them", warned(DOSE_CARD, "B11"))[1] == ["iron_in_it"]
    assert "only_vitamins" not in steps("it's only vitamins", warned())[1]
    for sentence in standing().says("only_vitamins"):
        assert sentence.startswith("Yes")


def test_a_child_with_the_poison_line_on_the_phone_needs_these_words() -> None:
    """How old, how many, when, and the label; what they want is asked in any words."""
    for text in ("I'm on with poison control, what info do they want?", "what will they ask me?"):
        about = steps(text, warned(CHILD_CARD, "B11"))[1]
        assert about[0] in ("child_on_line", "child_what_to_say")
        for sentence in standing().says(about[0]):
            assert "iron" in sentence
            assert "when" in sentence


@pytest.mark.parametrize(
    ("text", "kind", "card"),
    [
        ("I have the doctor's number on my phone", "on_the_line", "nerves"),
        ("got the nurse's name on my phone", "on_the_line", "nerves"),
        ("the clinic is on line 2 of the letter", "on_the_line", "nerves"),
        ("They say to hold on to the rail when I walk", "on_the_line", "clot"),
        ("waiting for a callback from my landlord", "called_back", "nerves"),
        ("they are calling me names at work", "called_back", "nerves"),
        ("I am not waiting for a callback", "called_back", "nerves"),
        ("they are ringing me about my electricity bill", "called_back", "nerves"),
        ("sitting in the waiting room of the dentist with my son", "there_now", "nerves"),
        ("I got checked in at the hotel reception", "there_now", "nerves"),
        ("there is no iron in it", "iron_in_it", DOSE_CARD),
        ("do I have iron in my body for that?", "iron_in_it", DOSE_CARD),
        ("it is not only vitamins, there is paracetamol in it", "only_vitamins", DOSE_CARD),
        ("it is new year soon", "not_old", "nerves"),
        ("they are new tablets", "not_old", "nerves"),
    ],
)
def test_what_only_sounds_like_help_is_none(text: str, kind: str, card: str) -> None:
    """A number in a phone, another's call, another place, and what is said not to be so."""
    assert kind not in kinds_told(text, [card])


@pytest.mark.parametrize("text", ["no ambulance is on the way", "help is not coming"])
def test_help_that_does_not_come_is_none(text: str) -> None:
    """In an emergency the number to call comes first then."""
    assert "help_called" not in kinds_told(text, ["anaphylaxis"], emergency=True)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("They are ringing me back but my face slides off on one side", "but my face slides off on one side"),
        ("It is new: my face slides off on one side", "my face slides off on one side"),
        ("What do I say to them? my left arm will not lift the kettle", "my left arm will not lift the kettle"),
        ("They are ringing me back", ""),
        ("I sit in the emergency waiting room now", ""),
        (
            "they are ringing me back my face is sliding off on one side",
            None,
        ),
        ("is there, tell me, a number, please, for poison, my lips tingle", None),
    ],
)
def test_a_sign_beside_help_that_is_coming_is_judged_by_itself(text: str, rest: str | None) -> None:
    """Only the clause of the help is taken out; what is left decides. Where no short clause is of the help alone
    (None), all of it may tell of a sign."""
    heard: list[str] = []

    def level_of(piece: str) -> Verdict:
        heard.append(piece)
        return Verdict("emergency", (GENERAL_CARD,), why="likeness")

    sounds = Verdict("emergency", (GENERAL_CARD,), why="likeness")
    assert of_warning_alone(sounds, text, ["nerves"], ["B2"], level_of) is (rest == "")
    assert heard == ([rest] if rest else [])
