"""What is asked while a warning stands has a sentence of its own, and the action behind it. No model, no Rasa."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.kinds import ABOUT, ANOTHER
from b12guide.conversation.state import Warned
from b12guide.plan import dialogue
from b12guide.shared import cards, standing
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
COMFORT = re.compile(
    r"\b(?:common|normal|mostly|usually|soon|harmless|mild|may be nothing|you can have|go ahead)\b", re.I
)
# What people say to both kinds of warning.
BOTH = {
    "wait": [
        "is it ok if i leave it until lunchtime", "i'll ring them later", "could I hold off for 3 hours",
        "the doctor will look at it tomorrow", "it's only 2 hours away, is that ok or not?",
        "can't this wait for my husband to get home",
    ],
    "dependants": [
        "I can't leave my mum on her own", "who will watch the kids", "nobody to look after the dogs",
        "the baby is asleep upstairs", "I'm home alone with the twins", "we've got a newborn",
    ],
    "privacy": [
        "can they call my parents?", "does my boss find out", "is this confidential", "im on my dads insurance",
        "will it go on my record", "please don't tell my husband", "my folks can't know about it",
        "do the doctors inform the school",
    ],
    "serious": ["are you sure?", "is it really that serious", "do i have to call?", "what if it's nothing"],
    "not_going": [
        "she does not want to go to hospital", "I hate hospitals", "i'm too embarrassed", "he refuses to go",
        "I don't want to waste their time", "they'll think I'm daft",
    ],
    "money": ["I can't afford a doctor", "I have no insurance", "how much does the ER cost"],
    "what_to_say": ["what do I say to them", "what'll i tell the nurse", "how do I explain it"],
    "sign_of_what": [
        "it's just the iron tablets", "my boss reckons that's normal", "I just need some sleep",
        "mum says it's nothing", "only a migraine I think",
    ],
    "home_help": ["could I have some potassium tonight", "i took an antihistamine", "can I try a banana at least"],
    "wears_off": ["how long until I feel better?", "how soon will he feel better"],
}  # fmt: skip
IN_AN_EMERGENCY = {
    "help_called": ["I've called 999", "yes my wife rang 911", "the ambulance is coming", "do I wait for paramedics"],
    "something_first": [
        "can i have a cup of tea first", "let me just finish my dinner", "is a beer alright then", "I'll go to bed",
        "I need to feed the cat first",
    ],
    "leaving": ["bye", "ok bye x", "got to go", "talk later"],
    "transport": ["can my husband drive me", "I'll get a taxi", "could my neighbour take me in"],
    "what_happens": ["what will they do", "what happens there", "how long will I be there"],
}  # fmt: skip
OTHERS = ["ok", "thanks", "every 12 weeks", "my husband is with me", "Cancel the call"]


def said(text: str) -> Understanding:
    return Understanding(text, Verdict(), Act("unsure"))


def about(text: str, state: State) -> list[str]:
    decided = decide(said(text), state, WHO)
    assert decided.kind == ("emergency_stands" if state.standing else "warning_stands")
    return decided.steps[0].values(ABOUT)


def _each(kinds: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(kind, text) for kind, texts in kinds.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), [*_each(BOTH), *_each(IN_AN_EMERGENCY)])
def test_a_question_in_an_emergency_is_heard_as_what_it_is(kind: str, text: str) -> None:
    """Bargaining, a child at home, who hears of it, money: each has a sentence of its own."""
    assert kind in about(text, State(standing="anaphylaxis"))


@pytest.mark.parametrize(("kind", "text"), _each(BOTH))
def test_so_it_is_after_an_urgent_card(kind: str, text: str) -> None:
    """The same questions after a card for advice today."""
    assert kind in about(text, State(warned=Warned(["eyes"], ["blurry"], ["B6"], "2026-03-05")))


def test_two_things_in_one_message_are_both_answered() -> None:
    """A child at home is no part of whether it can wait."""
    assert about("there's a baby asleep here, can it wait till my mum is back at 6", State(standing="general")) == [
        "wait",
        "dependants",
    ]


@pytest.mark.parametrize("text", ["what are the side effects?", "does it hurt", "when is my next injection due?"])
def test_any_other_question_has_to_come_later(text: str) -> None:
    """It is not answered in an emergency, and that is said."""
    assert about(text, State(standing="stroke")) == [ANOTHER]


@pytest.mark.parametrize("text", OTHERS)
def test_what_asks_nothing_gets_the_action_alone(text: str) -> None:
    """Nothing is said to it before."""
    assert about(text, State(standing="stroke")) == []


@pytest.mark.parametrize("card", ["crisis_thoughts", "crisis_other", "language_es"])
def test_a_crisis_and_another_language_are_answered_in_one_piece(card: str) -> None:
    """Their words are chosen as a whole: nothing is put before them."""
    assert about("can it wait till tomorrow?", State(standing=card)) == []
    still = cards().still_card(card, country="US")
    assert cards().still_card(card, country="US", says="No, please do not wait.") == still


def test_what_fits_takes_the_place_of_the_wording_in_turn() -> None:
    """With the numbers of the country in it, and the same to tap."""
    card = cards().still_card("anaphylaxis", country="NZ", says="No, not now. Call {number} now.")
    assert card.text == "No, not now. Call 111 or your local emergency number now."
    assert [call.tel for call in card.calls] == ["111"]


def test_nothing_said_in_an_emergency_comforts_and_all_of_it_leads_to_the_number() -> None:
    """Neither a cause nor a time course nor leave to do something else; the action follows or is in it."""
    words = standing()
    for kind in words.kinds():
        for text in words.says(kind, emergency=True):
            assert not COMFORT.search(text), text
            assert not words.whole(kind) or "{number}" in text
    assert all(re.search(r"\{number\}|\{call\}", text) for text in words.then)


@pytest.mark.parametrize("kind", [*BOTH, *IN_AN_EMERGENCY])
def test_the_same_words_do_not_come_twice_running(kind: str) -> None:
    """Neither what is said to the question nor the action behind it."""
    state, words = State(), standing()
    said_so = [(state.says_next(words.says(kind, emergency=True)), state.says_next(words.then)) for _ in range(6)]
    assert all(one[0] != then[0] and one[1] != then[1] for one, then in pairwise(said_so))
