"""Who injects at home is not told that the clinic may be closed."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.where import at_home, told_open_daily
from tests.plan.talk.dialogue_chat import Chat, confirmed


@pytest.mark.parametrize(
    "text",
    [
        "I self-inject every other day",
        "i do them at home, every 8 weeks",
        "my wife gives me mine at home",
        "we do it ourselves",
        "I inject myself weekly",
        "Weekly jabs at home, last one yesterday",
    ],
)
def test_at_home(text: str) -> None:
    """By oneself, or by somebody at home."""
    assert at_home(text) is True


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I have it done at the surgery", False),
        ("can I do it at home?", None),
        ("I want to learn to self inject", None),
        ("I don't inject myself", None),
        ("every 12 weeks, last one monday", None),
        ("I was at home yesterday when it hurt", None),
    ],
)
def test_not_told_at_home(text: str, told: bool | None) -> None:
    """At a clinic, asked, wished for, denied or about something else."""
    assert at_home(text) is told


def test_no_closed_clinic_at_home() -> None:
    """Neither when the plan is read back nor later; at the clinic it is said."""
    chat = Chat()
    home = chat.say("I inject at home myself, weekly, last one saturday 28 february 2026")
    assert "weekend" not in " ".join(home)
    chat.say("yes")
    assert "weekend" not in " ".join(chat.say("when is my next one", "next"))
    clinic = confirmed("weekly, last one saturday 28 february 2026")
    assert "your clinic may be closed" in " ".join(clinic.say("when is my next one", "next"))
    assert "weekend" not in " ".join(confirmed("I self inject weekly, last one 28 february 2026").say("next?", "next"))


@pytest.mark.parametrize(
    "text", ["weekly. do it myself", "my nurse wants me to inject it myself now", "i inject them at home"]
)
def test_injecting_it_oneself(text: str) -> None:
    """Who does it is at home."""
    assert at_home(text) is True


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("they're open seven days a week there", True),
        ("the nurses work weekends as well", True),
        ("it is a walk-in place so weekends dont matter", True),
        ("my surgery does Saturdays and Sundays", True),
        ("are they open at weekends?", False),
        ("they're closed at weekends", False),
        ("I take folic acid every day", False),
        ("I had it at the weekend", False),
        ("is the one on the weekend right", False),
    ],
)
def test_told_to_be_open_daily(text: str, told: bool) -> None:
    """Told of the clinic, not asked, denied or said of something else."""
    assert told_open_daily(text, False) is told


def test_open_before_and_after_the_plan() -> None:
    """No date at a weekend is said to be on a day when the clinic may be closed, whenever it was told."""
    plan = "every 2 weeks, last one saturday 7 november 2026"
    after = Chat(date(2026, 11, 10))
    assert "may be closed" in " ".join(after.say(plan))
    after.say("they're open every day, weekends too", "state")
    assert "may be closed" not in " ".join(after.say("show my plan", "whole"))
    before = Chat(date(2026, 11, 10))
    assert "may be closed" not in " ".join(before.say(f"{plan}. they are open weekends"))
