"""Questions about the dates of a plan that is known, and days away."""

from __future__ import annotations

from datetime import date

from tests.plan.talk.dialogue_chat import ASK_PAST, CONFIRM, DONE, LATE, LOADING, TODAY, Chat, confirmed, late_12_weeks

WEEKEND = "That is at a weekend: your clinic may be closed. Ask if they want it before or after."
NO_FILE = (
    "No file yet: one is late, so the dates in it could be wrong. Tell me which day your clinic gives you. "
    "Then I can make it."
)
SHORT = (
    "Please call your clinic about it. New or worse numbness or weakness: tell them today. "
    "If you cannot walk, call {emergency} now."
)
AFTER_LATE = "The dates after it depend on when you have this one. Ask your clinic."
NOTHING_AFTER = "There is none after that in this plan. Ask your clinic what comes next."


def test_the_next_and_those_after_it() -> None:
    """ "And the one after that?" goes on from the one told last; asking for the next one begins again."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    assert chat.say("the one after?", "after_next") == ["The one after that is on Monday 27 July 2026."]
    assert chat.say("and after that?", "after_next") == ["The one after that is on Monday 19 October 2026."]
    assert chat.say("when is my next one?", "next") == ["Your next injection is on Monday 4 May 2026."]
    assert chat.last.buttons == ("And the one after?", "Show my plan")
    assert chat.say("the one after?", "after_next") == ["The one after that is on Monday 27 July 2026."]


def test_an_injection_due_today() -> None:
    """Today is said as today, with the weekend where it is one."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    chat.today = date(2026, 5, 4)
    assert chat.say("when is my next one?", "next") == [
        "Your next injection is today, Monday 4 May 2026.",
        "If you have no time for it yet, call your clinic now.",
    ]
    assert chat.say("is it due this week?", "due") == ["Yes. It is due this week, on Monday 4 May 2026."]


def test_weekends_are_marked_and_not_moved() -> None:
    """A dose on a Saturday stays on it (regimens.md, section 6)."""
    chat = confirmed("every 12 weeks, last one 3 january 2026")
    assert chat.say("next?", "next") == ["Your next injection is on Saturday 28 March 2026.", WEEKEND]
    assert chat.say("after?", "after_next") == ["The one after that is on Saturday 20 June 2026.", WEEKEND]
    assert chat.say("due?", "due") == ["No, not this week. The next one is on Saturday 28 March 2026.", WEEKEND]


def test_windows_in_answers() -> None:
    """Each answer has its words for a range."""
    chat = confirmed("every 10 to 12 weeks, last one 26 december 2025")
    window = "between Friday 6 March 2026 and Friday 20 March 2026"
    assert chat.say("next?", "next") == [f"Your next one is due {window}."]
    assert chat.say("due?", "due") == [f"It may be. It is due {window}."]
    assert chat.say("after?", "after_next") == [
        "The one after that is between Friday 15 May 2026 and Friday 12 June 2026."
    ]
    chat.today = date(2026, 2, 20)
    assert chat.say("due?", "due") == [f"No, not this week. The next one is {window}."]


def test_the_end_of_a_plan() -> None:
    """After the last dose there is none to name, whatever is asked."""
    chat = confirmed("weekly for 4 weeks, first one 9 february 2026", date(2026, 3, 1))
    assert chat.say("after?", "after_next") == [NOTHING_AFTER]
    chat.today = date(2026, 3, 20)
    assert chat.say("I had it on 2 march", "given")[-1] == DONE
    assert chat.say("next?", "next") == [DONE]
    assert chat.say("due?", "due") == [DONE]
    assert chat.say("left?", "left") == ["You have had all 4. None is left."]
    asked = "how many have I had and how many are left?"
    assert chat.say(asked, "left") == ["You have had all 4. None is left."]
    assert chat.say("whole?", "whole") == [
        "This is how I read your plan:",
        "• Last injection: Monday 2 March 2026.",
        "• Loading: every week for 4 weeks. That is 4 injections, 4 of them given.",
    ]
    assert chat.say("add it to my calendar", "calendar") == [
        "Here is your plan for your calendar, as a picture, and as a page to print. If the plan changes, add it again."
    ]
    assert chat.last.links == ()


def test_how_many_are_left() -> None:
    """Of the loading, from today on; one is said as one."""
    chat = confirmed(LOADING, date(2026, 3, 3))
    chat.today = date(2026, 3, 3)
    assert chat.say("how many are left in loading?", "left") == [
        "5 of the 6 are left. The next is Wednesday 4 March 2026."
    ]
    chat.today = date(2026, 3, 12)
    assert chat.say("how many are left in loading?", "left") == [f"I can work that out. {ASK_PAST}"]
    chat.say("all of them", None)
    assert chat.say("how many are left in loading?", "left") == ["1 of the 6 is left: Friday 13 March 2026."]
    assert confirmed("every 12 weeks, last one 9 february 2026").say("how many left?", "left") == [
        "Your plan has just one part: every 12 weeks."
    ]


def test_how_many_are_left_counts_late_ones() -> None:
    """A dose that is late is still to be given, and its lateness is said."""
    chat = Chat(date(2026, 3, 9))
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    chat.tell("loading", "4", "yes")
    left = chat.say("how many left?", "left")
    assert left[:2] == ["3 of the 7 are left.", "It was due on Thursday 5 March 2026: 4 days late."]
    assert left[-1] == "If you have had that one, tell me on which day."


def test_when_the_part_that_goes_on_starts() -> None:
    """Before it, after it, in it, and where there is only one part."""
    chat = confirmed(LOADING, date(2026, 3, 3))
    assert chat.say("when do the 3 monthly ones start?", "phase_start") == [
        "Every 3 months: this starts on Saturday 13 June 2026."
    ]
    chat.today = date(2026, 6, 20)
    assert chat.say("when did it start?", "phase_start") == [f"I can work that out. {ASK_PAST}"]
    chat.say("all of them", None)
    assert chat.say("when did it start?", "phase_start")[0] == "Every 3 months: you are in that part already."
    single = confirmed("every 12 weeks, last one 9 february 2026")
    assert single.say("when does maintenance start?", "phase_start") == [
        "Your plan has just one part: every 12 weeks.",
        "Your next injection is on Monday 4 May 2026.",
    ]


def test_the_part_that_goes_on_has_begun() -> None:
    """With the last dose in it, the next one is said."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    chat.tell("every 3 months", "yes")
    assert chat.say("when does maintenance start?", "phase_start") == [
        "Every 3 months: you are in that part already.",
        "Your next injection is on Wednesday 3 June 2026.",
    ]


def test_windows_of_a_start() -> None:
    """The start of a range is a window, and in the past tense afterwards."""
    chat = confirmed("weekly for 4 weeks then every 10 to 12 weeks, first one 2 march 2026")
    assert chat.say("when does it start?", "phase_start") == [
        "Every 10 to 12 weeks: this starts between Monday 1 June 2026 and Monday 15 June 2026."
    ]
    chat.today = date(2026, 7, 1)
    assert chat.say("when did it start?", "phase_start") == [f"I can work that out. {ASK_PAST}"]


def test_after_a_late_dose_no_other_date_is_given() -> None:
    """What comes after a late dose depends on when it is given."""
    chat = late_12_weeks()
    late = [
        "Counting every 12 weeks from Monday 8 December 2025, it was due on Monday 2 March 2026. "
        "Today is Wednesday 11 March 2026, so it is 9 days late.",
        *LATE,
    ]
    assert chat.say("next?", "next") == late
    assert chat.last.buttons == ("What can happen if it is late?", "Write me what to say", "Show my plan")
    again = ["It was due on Monday 2 March 2026: 9 days late.", SHORT]
    assert chat.say("due?", "due") == again
    assert chat.say("after?", "after_next") == [*again, AFTER_LATE]
    assert chat.say("away from 20 to 30 may", "away") == [*again, AFTER_LATE]
    assert chat.say("add it to my calendar", "calendar") == [NO_FILE]
    assert chat.last.links == ()


def test_the_start_of_a_part_after_a_late_dose() -> None:
    """It depends on when the late one is given."""
    chat = Chat(date(2026, 3, 6))
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    chat.tell("loading", "4", "yes")
    assert chat.say("when does maintenance start?", "phase_start")[-1] == AFTER_LATE


def test_the_whole_plan_again() -> None:
    """As it was read back, without being asked about once more."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    assert chat.say("show me the whole plan", "whole") == [
        "Every 12 weeks. The last one was on Monday 9 February 2026.",
        "The next one is on Monday 4 May 2026.",
        "After that: Monday 27 July and Monday 19 October 2026.",
    ]


def test_a_plan_that_is_not_confirmed_is_asked_about_with_each_answer() -> None:
    """Dates are given, the question stays."""
    chat = Chat()
    chat.say("every 12 weeks, last one 9 february 2026")
    assert chat.say("when is my next one?", "next") == ["Your next injection is on Monday 4 May 2026.", CONFIRM]
    assert chat.last.buttons == ("Yes", "Change something")
    assert chat.say("add it to my calendar", "calendar")[-1] == CONFIRM
    assert chat.last.links == ()


def test_a_question_that_names_a_part_is_no_new_plan() -> None:
    """ "Is my every 12 weeks one due?" asks; another interval brings a plan."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    assert chat.say("i have it every 12 weeks, when is my next one", "regimen")[-1] == CONFIRM
    assert chat.say("i have it every 12 weeks, when is my next one", "next")[0] == (
        "Your next injection is on Monday 4 May 2026."
    )
    assert chat.say("i have it every 8 weeks, when is my next one", "next")[1] == (
        "The next one is on Monday 6 April 2026."
    )


def test_the_calendar_of_a_plan() -> None:
    """Asked for later, the links come again, with the same key."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    chat.say("add it to my calendar", "calendar")
    assert (chat.last.key, len(chat.last.links)) == ("key-1", 4)
    assert "20260504%2F20260505" in chat.last.links[1]["url"]
    assert Chat().say("add it to my calendar", "calendar")[0].startswith("I can work that out.")


def test_doses_that_fall_on_days_away() -> None:
    """They are named, and the clinic is to be asked; nothing is moved."""
    chat = confirmed("every 4 weeks, last one 11 february 2026")
    assert chat.say("I'm away from 3 to 20 April", "away") == [
        "You are away from Friday 3 April 2026 to Monday 20 April 2026.",
        "These fall on those days: Wednesday 8 April 2026.",
        "Ask your clinic if you can have them before or after.",
    ]
    assert chat.say("I'm away next week", "away") == [
        "You are away from Monday 9 March 2026 to Sunday 15 March 2026.",
        "These fall on those days: Wednesday 11 March 2026.",
        "Ask your clinic if you can have them before or after.",
    ]
    assert chat.say("away 12 to 20 march", "away") == [
        "No injection falls on the days from Thursday 12 March 2026 to Friday 20 March 2026."
    ]


def test_days_away_are_asked_for() -> None:
    """Without them, until they are told or something else is said."""
    chat = confirmed("every 4 weeks, last one 11 february 2026")
    question = 'From when to when are you away? For example "from 3 to 20 April".'
    assert chat.say("I am going away", "away") == [question]
    assert chat.last.kind == "ask"
    assert chat.say("3/4 to 4/3") == [question]
    assert chat.say("3 to 20 april")[1] == "These fall on those days: Wednesday 8 April 2026."
    chat.say("I am going away", "away")
    assert chat.say("when is my next one?", "next") == ["Your next injection is on Wednesday 11 March 2026."]
    assert chat.say("what is b12", None) == []


def test_days_away_of_a_plan_that_is_not_confirmed() -> None:
    """The question about the plan comes back."""
    chat = Chat()
    chat.say("every 4 weeks, last one 11 february 2026")
    assert chat.say("away 12 to 20 march", "away")[-1] == CONFIRM
    chat.say("I am going away", "away")
    assert chat.say("12 to 20 march", None)[-1] == CONFIRM


def test_days_away_without_a_plan_ask_for_it() -> None:
    """There are no doses to look for yet."""
    assert Chat().say("I'm away from 3 to 20 April", "away")[0].startswith("I can work that out.")


def test_today_is_the_persons() -> None:
    """The same message a day later says another thing."""
    chat = Chat(TODAY)
    chat.say("every 12 weeks, last one 11 december 2025")
    assert chat.say("next?", "next")[0] == "Your next injection is today, Thursday 5 March 2026."
    chat.today = date(2026, 3, 6)
    assert chat.say("next?", "next")[0].endswith("so it is 1 day late.")
