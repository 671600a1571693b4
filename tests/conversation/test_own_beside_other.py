"""Somebody else's warning does not stop a question about oneself: one short line, then the answer. No model, no
Rasa."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.kinds import ABOUT, WARNING_STANDS
from b12guide.conversation.own_beside_other import FOR_OTHER, FOR_OTHER_COMING, _own
from b12guide.conversation.state import Warned
from b12guide.conversation.whose import ME
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, TOPIC
from tests.conversation.test_decide import WHO

TOPIC_OF = Act(ASK_TOPIC, 0.9, ((TOPIC, "self_injection"),))


def steps(text: str, *, whose: str = "wife", card: str = "needle", coming: bool = False) -> list[tuple[str, list[str]]]:
    """The kinds of the steps of a message after a card about somebody, and what the first is about."""
    warned = Warned([card], ["a needle in her thumb"], ["B11"], WHO.today.isoformat(), whose=[whose], coming=coming)

    def again(part: str) -> Understanding:
        return Understanding(part, Verdict(), TOPIC_OF, alone=again)

    said = Understanding(text, Verdict(), TOPIC_OF, understand_part=again) if False else again(text)
    return [(step.kind, step.values(ABOUT)) for step in decide(said, State(warned=warned), WHO).steps]


@pytest.mark.parametrize(
    "text",
    [
        "Do I need a sharps bin of my own?",
        "About me: what do I ask about learning it?",
        "Can I ask about me, which needle do I use?",
        "and mine, is it fine to do it in the leg?",
        "What do I ask my clinic about injecting myself?",
        "for me, does it matter which arm?",
        "Should I have my own training first?",
        "me: can I do it sitting down?",
        "Do I keep my next jab on the 9th?",
        "When is my own injection due?",
        "Does my pernicious anaemia go away by itself?",
        "Am I still to go for my booked appointment?",
        "What about my plan, can it move?",
    ],
)
def test_a_question_of_ones_own_has_its_answer(text: str) -> None:
    """Behind one line on the warning, by whether help is on its way."""
    assert steps(text)[0] == (WARNING_STANDS, [FOR_OTHER])
    assert steps(text)[1][0] == ASK_TOPIC
    assert steps(text, coming=True)[0] == (WARNING_STANDS, [FOR_OTHER_COMING])


@pytest.mark.parametrize(
    "text",
    [
        "Should I take her to the hospital?",
        "Do I need to call anybody?",
        "Can she still have her jab?",
        "Do I have to worry?",
        "Is there something I can give them?",
        "What do I tell them?",
        "Shall I hand over the tablets I have left?",
        "Should I give my own injection?",
        "Should I use my spare jab there?",
        "How much time do I have?",
        "How long have I got?",
        "Do I get up in the night and look in?",
        "Do I leave my bed to check on that?",
        "May I take the car there myself?",
        "Can I drive there myself?",
        "Would it help to make myself sick?",
        "Should I mix some salt water myself?",
        "Is it for me to ring?",
        "Which size of needle do I want?",
        "Do I sleep in my own room tonight?",
        "Is my spare room warm enough?",
    ],
)
def test_what_is_asked_of_the_other_is_about_the_warning(text: str) -> None:
    """It gets no line that puts it off."""
    assert FOR_OTHER not in [about for _, kinds in steps(text) for about in kinds]


@pytest.mark.parametrize("text", ["Should I pull it out?", "How long do I leave it?", "Do I ring about it?"])
def test_what_is_asked_of_the_warning_behind_ones_own_is_not_taken_along(text: str) -> None:
    """Only what goes on about one's own is."""
    both = ["Do I need a sharps bin of my own?", text]
    assert _own(both, ["needle"]) == both[:1]
    assert _own([both[0], "And where do they take it?"], ["needle"]) == [both[0], "And where do they take it?"]


@pytest.mark.parametrize(
    "text", ["Should I give some of my tablets?", "How long is left?", "May I make myself sick?", "Do I drive myself?"]
)
@pytest.mark.parametrize(("whose", "card"), [("dad", "nerves_today"), ("toddler", "child_swallowed")])
def test_it_is_so_for_any_warning(text: str, whose: str, card: str) -> None:
    """Numb feet of a parent, and a child that swallowed something, too."""
    assert not _own([text], [card])


def test_ones_own_warning_is_no_other_ones() -> None:
    """What is asked beside a sign of one's own is answered as before."""
    found = steps("Do I need a sharps bin of my own?", whose=ME)
    assert FOR_OTHER not in [about for _, kinds in found for about in kinds]
