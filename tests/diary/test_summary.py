"""The page for the appointment: what stands on it, and what does not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from b12guide.diary.notes import Diary, note_of
from tests.diary.summaries import LOADING, diary, page, plan_of, with_doses, words


def test_the_two_dates_stand_on_top() -> None:
    """The present loading schedule and the start of maintenance, then the next one; above the plan."""
    told = words(page(plan_of(LOADING), Diary()))
    assert told.startswith(
        "Print this page For my appointment Made on Thursday 5 March 2026 by a computer program, from what I told it. "
        "Loading ends Monday 16 March 2026 Every 3 months starts Tuesday 16 June 2026 "
        "Next injection Thursday 5 March 2026"
    )
    assert told.index("Every 3 months starts") < told.index("My plan, as it was read")


def test_of_a_plan_that_has_begun_both_are_said_too() -> None:
    """There are always two: what is over, or was not told, and what goes on."""
    told = words(page(with_doses(3), Diary()))
    expected = "First injections (loading) None told Regular injections Going on: every 12 weeks Next injection Monday"
    assert expected in told


def test_doses_have_their_gaps_and_what_was_told_of_them() -> None:
    """Each with the days since the one before; late, early, not sure, and those not given."""
    told = words(page(with_doses(3), Diary()))
    assert "Saturday 23 August 2025 – early" in told
    assert "Sunday 16 November 2025 85 days not sure" in told
    assert "Monday 9 February 2026 85 days late" in told
    assert "Told as not given: Wednesday 1 May 2024; Thursday 1 May 2025." in told


def test_what_is_late_now_is_said() -> None:
    """By how many days, and no more."""
    told = words(page(with_doses(2), Diary(), today=date(2026, 5, 10)))
    assert "Late by 6 days" in told


def test_on_hold_no_date_stands_on_it() -> None:
    """After a reaction there is none, wherever on the page."""
    told = words(page(replace(with_doses(1), paused=True), Diary(), on_hold=True))
    assert "My injections are on hold after a reaction." in told
    assert "May 2026" not in told


def test_a_reaction_and_the_hold_after_it_stand_above_all_else() -> None:
    """In the person's own words with the day, the latest first; also where no plan was told."""
    kept = Diary()
    kept.reacted("hives on my arms after the 2nd one", date(2026, 2, 10))
    kept.reacted("itchy all over again", date(2026, 3, 4))
    told = words(page(None, kept, on_hold=True))
    assert (
        "from what I told it. My injections are on hold after a reaction. No date until the clinic agrees to go on. "
        "Reactions, in my words Wednesday 4 March 2026: itchy all over again "
        "Tuesday 10 February 2026: hives on my arms after the 2nd one My plan, as it was read"
    ) in told


def test_a_reaction_stays_on_it_once_the_clinic_agreed_to_go_on() -> None:
    """The dates are back, and the reaction is no less of interest."""
    kept = Diary()
    kept.reacted("hives", date(2026, 2, 10))
    told = words(page(with_doses(1), kept))
    assert "on hold" not in told
    assert told.index("Reactions, in my words") < told.index("Next injection Monday 4 May 2026")


def test_the_page_of_somebody_else_says_whom_it_is_about() -> None:
    """And speaks of "the plan", not of that of who wrote it."""
    kept = diary(notes=1)
    told = words(page(with_doses(2), kept, whose="your mum"))
    assert told.startswith("Print this page For the appointment For: your mum Made on")
    for mine in ("My plan", "I had", "My injections", "For my"):
        assert mine not in told, mine
    assert "For:" not in words(page(with_doses(2), kept))


def test_notes_are_as_they_were_said_the_latest_first() -> None:
    """With day and symptom; what a person wrote is no markup."""
    kept = Diary()
    kept.add(note_of('my feet tingle <b>less</b> & "more"', date(2026, 3, 1)))
    kept.add(note_of("slept badly", date(2026, 3, 3)))
    of = page(None, kept)
    assert "<b>less" not in of
    assert (
        "How it went, in my words Tuesday 3 March 2026: slept badly "
        'Sunday 1 March 2026, tingling: my feet tingle <b>less</b> & "more"'
    ) in words(of)
    assert "I have told no plan yet." in words(of)


def test_what_does_not_fit_is_counted_the_oldest_first() -> None:
    """Every note is either there whole, or in the count."""
    told = words(page(with_doses(24), diary(notes=200, questions=8, unanswered=5)))
    shown = told.count("/10")
    found = re.search(r"And (\d+) older, not shown here\.", told)
    assert found is not None
    assert shown + int(found[1]) == 200
    assert shown >= 1


def test_of_more_than_24_doses_the_latest_are_there() -> None:
    """And how many there were before."""
    told = words(page(with_doses(30), Diary()))
    assert "And 6 before these." in told
    assert told.count(" days") >= 24


def test_no_score_and_no_reading_of_what_a_note_means() -> None:
    """The page adds nothing to what was told: no mean, no trend, no word of praise."""
    told = words(page(with_doses(5), diary(notes=20))).lower()
    for word in ("average", "score", "trend", "improv", "well done", "should", "normal", "worse than"):
        assert word not in told, word
