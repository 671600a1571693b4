"""A message that was not read whole: it says so with the number to call, and is never answered as if it had been."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from b12guide.channels.base import accepted
from b12guide.channels.signing import Signer
from b12guide.channels.web import WebChannel
from b12guide.lengths import ACCEPTED
from b12guide.rasa.understood import understander_of
from b12guide.readers import Readers
from b12guide.shared import triage
from tests.channels.conftest import SECRET, Site
from tests.channels.web_page import begin, history, send
from tests.conftest import Bot, Reply

GARDEN = "I like my garden. "
WHO = {"country": "GB", "today": "2026-03-05"}
TOO_LONG = (
    "That was too long for me to read all of it. If anything feels wrong now, call 999 or your local emergency number. "
    "Otherwise send the main point in a few lines."
)
PLAN = "every 12 weeks, last one 9 february 2026"


def test_what_is_accepted() -> None:
    """Of a longer text its beginning and its end, together no more than is accepted."""
    assert accepted("x" * ACCEPTED) == "x" * ACCEPTED
    taken = accepted("a" * 50_000 + "b" * 50_000)
    assert (len(taken), taken.count("a"), taken.count("b")) == (16_000, 11_999, 4_000)


@pytest.mark.parametrize("length", [4_001, 16_000, 100_000])
@pytest.mark.parametrize("words", ["how long until i feel better? ", PLAN + ". ", GARDEN])
def test_a_text_that_was_cut_is_not_answered(talk: Any, words: str, length: int) -> None:
    """A question or a plan in a part of a text is left alone, and the person is asked for the main point."""
    turn: Reply = talk((words * length)[:length], **WHO)
    assert (turn.text, turn.custom["kind"], turn.custom["asks"]) == (TOO_LONG, "fallback", "unread")
    assert (turn.custom["plan"], turn.custom["topics"]) == (None, [])


@pytest.mark.parametrize("length", [1_200, 3_950])
def test_the_question_of_a_long_story_is_answered(talk: Any, length: int) -> None:
    """Behind that not all of it was read, and whom to call."""
    turn: Reply = talk((GARDEN * 300)[:length] + ". how long until i feel better?", **WHO)
    assert (turn.custom["kind"], turn.custom["topics"], turn.custom["asks"]) == (
        "answer",
        ["time_to_feel_better"],
        "unread",
    )
    assert turn.messages[0]["text"] == TOO_LONG


@pytest.mark.parametrize("length", [1_200, 3_900])
def test_no_plan_is_taken_from_a_long_story(talk: Any, length: int) -> None:
    """What stands in the part that was not read may be otherwise; the person is asked for the main point, and what was
    open stays so."""
    talk(PLAN, **WHO)
    for said in ("i have 1 mg every 12 weeks, the last one on 3 march", "yes that is right", "when is my next one"):
        turn: Reply = talk(f"{(GARDEN * 300)[:length]}. {said}", **WHO)
        assert (turn.text, turn.custom["kind"], turn.custom["plan"]) == (TOO_LONG, "fallback", None)
    assert talk("yes", **WHO).custom["kind"] == "plan"


def test_a_sign_in_a_long_story_has_its_card(talk: Any) -> None:
    """Wherever it stands: the rules read all."""
    story = (GARDEN * 60)[:1_500]
    turn: Reply = talk(f"{story}. since the jab my throat is closing up. {story}", **WHO)
    assert (turn.custom["kind"], turn.custom["level"]) == ("emergency", "emergency")


def test_what_was_open_stays_open(talk: Any) -> None:
    """A part of a text answers no question: the next message does."""
    talk(PLAN, **WHO)
    assert talk("yes " * 2_000, **WHO).text == TOO_LONG
    assert talk("yes", **WHO).custom["kind"] == "plan"


def test_an_emergency_in_a_cut_text_has_its_card(bot: Bot, talk: Any) -> None:
    """Also where the words alone would be doubted, since nobody read the rest."""
    doubted = "my grandmother had a stroke when the moon landing was on"
    assert talk(GARDEN * 500 + "my throat is closing up", **WHO).custom["level"] == "emergency"
    understander = understander_of(bot.agent)
    assert understander is not None
    assert understander.understand(doubted).verdict.unlikely
    assert understander.understand(doubted, whole=False).verdict.level == "emergency"


def test_an_urgent_sign_in_a_cut_text(talk: Any) -> None:
    """The card comes behind what was not read, and whom to call for it."""
    turn: Reply = talk(GARDEN * 500 + "i've got hives all over after the injection", **WHO)
    assert (turn.custom["kind"], turn.custom["level"], turn.custom["asks"]) == ("urgent", "urgent", "unread")
    assert turn.text.startswith(f"{TOO_LONG}\nGet medical advice today.")


def test_help_is_not_here_for_a_part_of_a_text(talk: Any) -> None:
    """What ends an emergency has to be read whole."""
    talk("my throat is closing up", **WHO)
    assert talk("the ambulance is here " * 300, **WHO).custom["level"] == "emergency"
    assert talk("ok", **WHO).custom["level"] == "emergency"


def test_the_transcript_shows_the_same(make_site: Any) -> None:
    """After a reload the page shows what it was told."""
    site: Site = make_site(WebChannel(Signer(SECRET)))
    conversation = begin(site)
    for number, text in enumerate((GARDEN * 500, GARDEN * 500 + "i've got hives all over after the injection")):
        told = send(site, conversation, text, str(number)).json["messages"][0]["text"]
        assert [line["text"] for line in history(site, conversation) if line["from"] == "bot"][-1] == told


@pytest.fixture
def no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that get through no long text."""

    async def never(self: Readers, text: str, lane: str, *, first: bool = True) -> None:
        return None

    monkeypatch.setattr(Readers, "signs", never)


@pytest.mark.usefixtures("no_rules")
def test_what_the_rules_cannot_get_through_goes_no_further(bot: Bot, talk: Any, request: pytest.FixtureRequest) -> None:
    """The answer has the number, and Rasa, whose rules are the same, never sees the text."""
    turn: Reply = talk(GARDEN * 50, **WHO)
    assert turn.text.startswith("I could not read that in time. If anything feels wrong now, call 999 or your local ")
    assert turn.custom["asks"] == "unread"
    assert bot.run(bot.agent.tracker_store.retrieve(request.node.nodeid)) is None


def test_texts_of_any_length_leave_the_loop(talk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message is understood elsewhere than in the server's loop, and the rules over a long one are read there too."""
    threads: list[bool] = []

    def noted(text: str) -> Any:
        threads.append(threading.current_thread() is threading.main_thread())
        return triage(text)

    monkeypatch.setattr("b12guide.understanding.understand.triage", noted)
    monkeypatch.setattr("b12guide.readers.triage", noted)
    for text in ("how long until i feel better?", GARDEN * 50):
        threads.clear()
        talk(text, **WHO)
        assert set(threads) == {False}
