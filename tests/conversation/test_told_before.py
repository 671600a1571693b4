"""What was told in an earlier message raises what a later one says, and lowers nothing. No model, no Rasa."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.state import Warned
from b12guide.conversation.told_before import with_what_was_told
from b12guide.plan import dialogue
from b12guide.shared import help_is_here, triage
from b12guide.understanding import Act, Understanding, Verdict

TODAY = date(2026, 3, 5)
WHO = dialogue.Who(TODAY, "NZ", "Pacific/Auckland")
# How people say in passing that they have just had it.
HAD_IT = [
    "had mine twenty minutes ago, can I go for a swim?",
    "I got it at lunchtime. Is wine ok tonight?",
    "just out of the surgery, may I drive",
    "the nurse did my jab half an hour ago",
    "only had it this morning, when do I feel better",
]
NOT_HAD_IT = [
    "I have it every month",
    "had it three weeks ago",
    "I will have it today",
    "haven't had it today",
    "I just had lunch",
    "it was done in March",
    "does it hurt?",
]
GAS = [
    "can I still do whippets if I take b12",
    "me and my mates use nos at the weekend",
    "how many nangs is too many",
]
NO_GAS = [
    "they gave me gas and air in labour",
    "a balloon for his birthday",
    "never touched nangs in my life",
    "the dentist wants to use laughing gas",
]


def heard(text: str, state: State, today: date = TODAY) -> Understanding:
    act = Act("ask_topic", details=(("help_is_here", "yes"),) if help_is_here(text) else ())
    return with_what_was_told(Understanding(text, Verdict.of_rules(triage(text)), act), state, today)


def after(*texts: str) -> State:
    """The state of a conversation in which `texts` were written today."""
    state = State()
    for text in texts:
        state.told.update(dict.fromkeys(triage(text).lasts, TODAY.isoformat()))
    return state


@pytest.mark.parametrize("first", HAD_IT)
@pytest.mark.parametrize(
    "sign",
    [
        "my tongue feels prickly now",
        "lips a bit numb and I am hot in the face",
        "I'm wheezing",
        "a bit faint and flushed",
        "my voice has gone hoarse",
        "throat feels tight",
    ],
)
def test_a_sign_after_an_injection_that_was_told_before_is_an_allergy(first: str, sign: str) -> None:
    """Who said that they just had it, and in the next message that the lips are numb, reads what to do at once."""
    said = heard(sign, after(first))
    assert (said.verdict.level, said.verdict.cards[0]) == ("emergency", "anaphylaxis")
    assert said.verdict.pauses_plan
    assert all(words in sign for words in said.verdict.heard)
    assert decide(said, after(first), WHO).kind == "emergency"


@pytest.mark.parametrize("first", NOT_HAD_IT)
def test_no_time_after_an_injection_is_made_up(first: str) -> None:
    """Who said nothing of the hours after an injection has the card of the sign alone."""
    said = heard("my lips are tingling", after(first))
    assert (said.verdict.level, said.verdict.after_injection) == ("urgent", False)


def test_the_time_counts_for_the_day_after_and_no_longer() -> None:
    """Hours later still counts; days later it does not."""
    state = after(HAD_IT[0])
    assert heard("my lips are tingling", state, TODAY + timedelta(days=1)).verdict.level == "emergency"
    assert heard("my lips are tingling", state, TODAY + timedelta(days=2)).verdict.level == "urgent"


def test_an_urgent_card_in_those_hours_names_an_allergy() -> None:
    """Then no card says not to miss an injection."""
    assert heard("my feet are numb and tingly", after(HAD_IT[0])).verdict.after_injection


def test_the_sign_first_and_the_time_afterwards() -> None:
    """Who told of the lips first, and says now when the injection was, reads what to do at once."""
    state = State(warned=Warned(["nerves"], ["lips have gone tingly"], ["B2"], TODAY.isoformat()))
    said = heard("had it half an hour ago by the way", state)
    assert (said.verdict.level, said.verdict.cards[0]) == ("emergency", "anaphylaxis")
    assert heard("had it last month by the way", state).verdict.level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "my arm is a bit sore",
        "when is my next one",
        "no tingling in my lips",
        "is tingling of the lips a side effect?",
        "thanks",
        "can I go running",
    ],
)
def test_nothing_else_becomes_a_sign_after_an_injection(text: str) -> None:
    """What is no sign, denied or only asked about stays so."""
    state = after(HAD_IT[0])
    assert heard(text, state).verdict.level == Verdict.of_rules(triage(text)).level


@pytest.mark.parametrize("first", GAS)
@pytest.mark.parametrize(
    "sign",
    [
        "toes numb for days and I decked it on the stairs twice",
        "numb feet, I keep toppling",
        "feet dead, legs gone wonky",
        "my feet are numb and I went flying twice today",
    ],
)
def test_falls_after_gas_that_was_told_before_are_an_emergency(first: str, sign: str) -> None:
    """Who asked about the gas and now tells of numb feet and falls is told to get help at once."""
    said = heard(sign, after(first))
    assert (said.verdict.level, said.verdict.cards[0]) == ("emergency", "cord_gas")


@pytest.mark.parametrize("sign", ["I can't walk today", "my legs gave way", "my bottom is numb and I can't pee"])
def test_legs_that_fail_after_a_gas_that_was_told_before(sign: str) -> None:
    """Who told of the gas and now of failing legs is told to say so; who never took it, or had it in labour, is not."""
    assert {heard(sign, after(first)).verdict.cards[0] for first in GAS} == {"cord_gas"}
    assert {heard(sign, after(first)).verdict.cards[0] for first in NO_GAS} == {"cord_bladder"}


@pytest.mark.parametrize("first", NO_GAS)
def test_other_gas_raises_nothing(first: str) -> None:
    """Gas of a midwife or a dentist, or none, is no habit."""
    assert heard("numb feet, I keep toppling", after(first)).verdict.level == "urgent"


@pytest.mark.parametrize("text", ["a trip to Spain in the fall", "how many b12 shots do I need", "is it safe to drive"])
def test_gas_alone_makes_no_sign_of_other_words(text: str) -> None:
    """A message that names no sign by itself is answered as it would be without the gas."""
    assert heard(text, after(GAS[0])).verdict.level == "none"


@pytest.mark.parametrize(
    "text", ["I gave meself one of them a fortnight ago", "well I used one of those on myself, fine since"]
)
def test_an_animals_product_that_somebody_gave_themselves(text: str) -> None:
    """Who asked about the bottle for the cattle, and then says that they had one, is told to get advice today."""
    said = heard(text, after("is the b12 for the cattle the same as mine"))
    assert (said.verdict.level, said.verdict.cards[0]) == ("urgent", "dose")


@pytest.mark.parametrize(
    "text",
    [
        "could I give myself one of them",
        "I would never use one of them",
        "I gave myself my own one on Monday",
        "I inject myself every month",
        "the dog had one of them",
    ],
)
def test_an_animals_product_that_nobody_had(text: str) -> None:
    """Asking, denying and their own injection are no wrong dose."""
    assert heard(text, after("is the b12 for the cattle the same as mine")).verdict.level == "none"


def test_a_rash_told_after_the_plan_is_a_reaction() -> None:
    """The plan came first, the itch that evening in the next message: advice today, and no date."""
    said = heard("my arms were one itchy rash that evening, all clear now", after("every 3 weeks, last one 2 March"))
    assert (said.verdict.level, said.verdict.cards[0], said.verdict.pauses_plan) == ("urgent", "allergy", True)
    assert heard("had a rash after eating prawns that evening", after("every 3 weeks")).verdict.level != "emergency"


def test_what_was_told_is_kept_with_the_state() -> None:
    """It is read again from what is stored."""
    state = after(HAD_IT[0])
    assert State.from_json(state.to_json()).told == {"injection": "2026-03-05"}


PREGNANT = ["I should say I'm pregnant", "I'm 33 weeks pregnant by the way", "gave birth on Sunday"]


@pytest.mark.parametrize("standing", ["headache", "sight"])
@pytest.mark.parametrize("text", PREGNANT)
def test_a_pregnancy_told_after_a_headache_names_the_maternity_unit(text: str, standing: str) -> None:
    """The emergency that stands gets the card of a pregnancy, and goes on."""
    said = heard(text, State(standing=standing))
    assert (said.verdict.level, said.verdict.cards[0]) == ("emergency", "pregnancy")
    assert decide(said, State(standing=standing), WHO).kind == "emergency"


@pytest.mark.parametrize("heard_before", ["hands have swollen up", "more breathless", "palpitations"])
@pytest.mark.parametrize("text", PREGNANT[:2])
def test_a_pregnancy_told_after_an_urgent_sign_names_the_maternity_unit(text: str, heard_before: str) -> None:
    """Once: with the card in hand, telling of it again brings none."""
    state = State(warned=Warned(["anaemia"], [heard_before], ["B4"], TODAY.isoformat()))
    said = heard(text, state)
    assert (said.verdict.level, said.verdict.card) == ("urgent", "pregnancy_urgent")
    assert state.warned is not None
    state.warned.cards.append("pregnancy_urgent")
    assert heard(text, state).verdict.level == "none"


@pytest.mark.parametrize("text", ["I'm not pregnant", "my sister is called April", "can I have it if I get pregnant"])
def test_no_pregnancy_is_made_up(text: str) -> None:
    """Denied, or only thought of."""
    assert heard(text, State(standing="headache")).verdict.level in ("none", "routine")
    state = State(warned=Warned(["anaemia"], ["hands have swollen up"], ["B4"], TODAY.isoformat()))
    assert heard(text, state).verdict.level in ("none", "routine")
