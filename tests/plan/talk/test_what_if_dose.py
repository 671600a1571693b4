"""One dose of a plan on another day is only supposed: the days after it are counted, and nothing is kept."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

KEPT = "I have not changed your plan. Only your clinic can move one."


def _course() -> Talk:
    """Weekly for 6, the first on Monday 1 and the second on Monday 8 June 2026, then every 12 weeks."""
    chat = Talk(date(2026, 6, 10))
    for text in ("weekly for 6 doses from 1 June 2026, then every 12 weeks", "all of them", "yes"):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    ("text", "planned", "day", "after"),
    [
        ("what if I have the 4th on 30 June instead", "Monday 22 June", "Tuesday 30 June",
         "Tuesday 7, Tuesday 14 July and Tuesday 6 October 2026"),
        ("suppose the third one gets done on the 25th, when's the rest", "Monday 15 June", "Thursday 25 June",
         "Thursday 2, Thursday 9, Thursday 16 July and Thursday 8 October 2026"),
        ("if number 5 was on the 2nd of july whats next", "Monday 29 June", "Thursday 2 July",
         "Thursday 9 July and Thursday 1 October 2026"),
        ("imagine my fifth jab is tuesday 30 june", "Monday 29 June", "Tuesday 30 June",
         "Tuesday 7 July and Tuesday 29 September 2026"),
    ],
)  # fmt: skip
def test_what_follows_from_one_dose_on_another_day(text: str, planned: str, day: str, after: str) -> None:
    """Those after it are counted from the supposed day; plan and log stay as they are."""
    chat = _course()
    before = dict(chat.kept or {})
    about = f"You ask about the one planned for {planned} 2026."
    assert chat.say(text) == [about, f"If it is on {day} 2026, those after it are on {after}.", KEPT]
    assert chat.kept is not None
    assert (chat.kept["anchor"], chat.kept["given"]) == (before["anchor"], before["given"])


def test_the_last_dose_of_a_course() -> None:
    """What follows is the next part."""
    said = _course().say("say dose 6 is on the 10th of july")
    assert said[:2] == [
        "You ask about the one planned for Monday 6 July 2026.",
        "If it is on Friday 10 July 2026, the one after that is on Friday 2 October 2026.",
    ]


def test_a_dose_by_its_month() -> None:
    """ "The July one" is the plan's own dose of that month, and a lone day lies beside it."""
    chat = Talk(date(2026, 3, 5))
    for text in ("every 12 weeks, last one 9 feb 2026", "yes"):
        chat.say(text)
    assert chat.say("what if the july one is on the 30th")[:2] == [
        "You ask about the one planned for Monday 27 July 2026.",
        "If it is on Thursday 30 July 2026, the one after that is on Thursday 22 October 2026.",
    ]
    assert chat.say("what if the july one gets moved")[0].startswith("By your plan that one is on Monday 27 July 2026.")


@pytest.mark.parametrize("text", ["what if my 2nd jab is tomorrow", "what if I have the 8th on 30 June"])
def test_a_dose_that_is_not_to_come(text: str) -> None:
    """One that is given, or beyond the end of the course, is named as such."""
    assert _course().say(text)[0].endswith("is not one of those still to come.")


@pytest.mark.parametrize(
    "text",
    [
        "suppose the third one got done on the 16th of may",
        "if I had the 4th one on 3 june what then",
        "supposing my second jab was given yesterday",
        "let's say the nurse gave me it on 9 june",
    ],
)
def test_what_is_supposed_is_never_a_dose(text: str) -> None:
    """No dose is noted, and the plan is counted as before."""
    chat = _course()
    before = dict(chat.kept or {})
    chat.say(text)
    assert chat.kept is not None
    assert (chat.kept["anchor"], chat.kept["given"]) == (before["anchor"], before["given"])


def test_it_can_be_left() -> None:
    """A question that is open does not hold who asks what would be."""
    chat = Talk(date(2026, 6, 10))
    for text in ("weekly for 6 doses from 1 June 2026", "all of them"):
        chat.say(text)
    assert chat.say("what if I have the 4th on 30 June instead")[0].startswith(
        "You ask about the one planned for Monday 22 June"
    )
    assert chat.say("yes")[0] == "Your next injection is on Monday 15 June 2026."


@pytest.mark.parametrize("text", ["what if I have the 4th on 30 June instead", "suppose it was 5 of them"])
def test_it_answers_no_open_question(text: str) -> None:
    """How many were had is not answered by what is only supposed."""
    chat = Talk(date(2026, 6, 10))
    for told in ("weekly for 6 doses from 1 June 2026, then every 12 weeks", "had the one on the 8th too"):
        chat.say(told)
    assert chat.kept is not None
    assert chat.kept["about"] == "count"
    chat.say(text)
    assert chat.kept["anchor"]["done"] is None


def test_had_them_all() -> None:
    """Told with the plan, whether all were had is not asked again."""
    chat = Talk(date(2026, 3, 5))
    said = chat.say("weekly for 8 weeks, first one 2 february 2026, had them all")
    assert said[1] == "• Last injection: Monday 2 March 2026."
