"""Saving, keeping and dropping a plan in people's words, and a file that was asked for before it was confirmed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import Chat
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 1)
PLAN = "every 8 weeks, last one was 15 february 2027"  # next Monday 12 April
LATE = "every 6 weeks, last one was 8 february 2027"  # due Monday 22 March
NO_FILE = (
    "No file yet: one is late, so the dates in it could be wrong. Tell me which day your clinic gives you. "
    "Then I can make it."
)


def _after(*texts: str) -> tuple[Talk, list[str]]:
    chat = Talk(TODAY)
    said = [chat.say(text) for text in texts]
    return chat, said[-1]


@pytest.mark.parametrize("text", ["keep this one", "bet, keep it", "store the plan", "save those dates", "lock it in"])
def test_a_yes_that_keeps(text: str) -> None:
    """The plan is kept, with its files."""
    chat, _ = _after(PLAN, text)
    assert chat.last.key is not None
    assert chat.last.links


@pytest.mark.parametrize("wish", ["put it in my phone", "calendar please", "can I have it as a picture"])
def test_a_file_that_was_asked_for_comes_with_the_yes(wish: str) -> None:
    """Nobody has to ask twice."""
    chat, said = _after(PLAN, wish, "yes")
    assert said[1].startswith("Here is your plan for your calendar")
    assert chat.last.links


@pytest.mark.parametrize("texts", [("phone", "yes"), ("yes", "so no calendar?"), ("yes", "can you put it in my phone")])
def test_no_file_while_one_is_late(texts: tuple[str, ...]) -> None:
    """One sentence says why, and what brings it."""
    chat, said = _after(LATE, *texts)
    assert NO_FILE in said
    assert not chat.last.links


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("is it saved?", "Yes, I have kept your plan."),
        ("did you keep it", "Yes, I have kept your plan."),
        ("have you saved the 12th?", "Yes, I have kept your plan."),
        ("is monday 12 april saved", "Yes, I have kept your plan."),
        ("I asked if monday is saved", "Yes, I have kept your plan."),
        ("is the 14th saved", "I have not kept Wednesday 14 April 2027. I have kept this one:"),
    ],
)
def test_whether_it_is_saved(text: str, line: str) -> None:
    """The day named is held against the one that is kept."""
    assert _after(PLAN, "yes", text)[1][0] == line


def test_whether_it_is_saved_before_the_yes() -> None:
    """Nothing is kept without one."""
    assert _after(PLAN, "is it saved?")[1][0] == "Not yet. I keep it once you say that it is right."


@pytest.mark.parametrize(
    "text",
    [
        "forget it all, they're moving me to pills",
        "scrap that, I'm not having the injections now",
        "bin it. going on the spray instead",
        "right cancel all that, doctor put me on tablets",
    ],
)
def test_dropping_it_with_a_reason_is_asked_back(text: str) -> None:
    """Nothing is deleted without a yes; a no keeps it."""
    chat, said = _after(PLAN, "yes", text)
    assert said == ["Shall I delete your plan here? Dates in your own phone or calendar stay there."]
    assert chat.say("no") == ["All right, I keep it."]
    chat.say(text)
    assert chat.say("yes please")[0].startswith("I have forgotten your plan.")
    assert chat.kept is None


@pytest.mark.parametrize(
    "text", ["is it gone", "did you delete it?", "has everything been deleted", "is my plan gone?"]
)
def test_whether_it_is_gone(text: str) -> None:
    """Of nothing that is kept the answer is yes, of a plan no."""
    chat = Talk(TODAY)
    assert chat.say(text) == ["Yes. I keep no plan of yours now."]
    assert _after(PLAN, "yes", text)[1][0] == "No, I still have your plan."


@pytest.mark.parametrize(
    "text",
    [
        "I'll ring them so, thank you",
        "ok I'll call the clinic tomorrow, thanks",
        "gonna give the surgery a bell, cheers",
    ],
)
def test_who_is_going_to_ring(text: str) -> None:
    """It is a good idea, and the day that they give is waited for."""
    assert _after(PLAN, "yes", text)[1] == ["Good idea. Tell me the day that they give you, and I will note it."]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("yes, every 12 weeks, the nurse comes round", True),
        ("i have it every 12 weeks", False),
        ("yes but my sister has it monthly", False),
    ],
)
def test_a_yes_beside_what_changes_nothing(text: str, kept: bool) -> None:
    """A real yes keeps the plan, whatever is told beside it; what only begins like one, or takes back, does not."""
    chat = Chat()
    chat.say("every 12 weeks, last one 9 february 2026")
    chat.say(text, "regimen")
    assert bool(chat.kept and chat.kept["confirmed"]) is kept
