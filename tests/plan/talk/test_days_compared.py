"""The day of the clinic, or the one by another gap, held against the plan's in days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 20)  # a Thursday
PLAN = "every 8 weeks, last one wednesday 14 april 2027"  # next: Wednesday 9 June 2027
TOLD = f"{PLAN}. my card says Friday 4 June 2027."
COUNTED = "8 weeks after Wednesday 14 April 2027 is Wednesday 9 June 2027."
THEIRS = "Theirs is 5 days before that. Only your clinic can say if it is meant: ask them."
EARLY = (
    "Friday 4 June 2027 is 5 days early: by your plan it would be on Wednesday 9 June 2027. Your clinic's date counts."
)


def _plan(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "has the receptionist written the wrong day?",
        "Did they make a mistake?",
        "is the card wrong",
        "have they booked the wrong date",
    ],
)
def test_whether_the_clinics_day_is_a_mistake(text: str) -> None:
    """Told with the plan or asked later: both days, the days between, and who knows."""
    assert _plan().say(f"{TOLD} {text}")[1:3] == [COUNTED, THEIRS]
    chat = _plan(TOLD)
    assert chat.say(text)[:2] == [COUNTED, THEIRS]


@pytest.mark.parametrize("text", ["how many days out is it?", "it's out by how much", "how far out is that"])
def test_how_many_days_out_it_is(text: str) -> None:
    """Held against the plan, not against today."""
    assert _plan(TOLD).say(text)[0] == EARLY


@pytest.mark.parametrize(
    "text",
    [
        "should I ring and ask?",
        "shall I phone them to check which is right",
        "is it worth asking them?",
        "do I need to query it",
    ],
)
def test_whether_to_ask_them(text: str) -> None:
    """Yes, with what to say."""
    assert _plan(TOLD).say(text)[0] == (
        'Yes, ask them. You can say: "My card says Friday 4 June 2027. By my plan it would be Wednesday 9 June 2027. '
        'Which is right?"'
    )


@pytest.mark.parametrize(
    "text",
    [
        "They said to leave it the 4th",
        "I phoned. They say keep it on the 4th of June",
        "the nurse told me to stick with the 4th",
        "reception says leave it as it is",
        "the surgery told me to leave it",
        "she said keep that",
        "they said stick with Friday the 4th of June please",
    ],
)
def test_the_clinics_word_for_the_day_is_the_yes(text: str) -> None:
    """It is kept, and not asked about once more."""
    chat = _plan(TOLD)
    lines = chat.say(text)
    assert "Friday 4 June 2027" in lines[0]
    assert "Is that what your clinic said?" not in lines
    assert chat.kept is not None
    assert chat.kept["confirmed"]
    assert chat.kept["booked"] == "2027-06-04"


@pytest.mark.parametrize(
    "text",
    [
        "they said not to keep the 4th",
        "they say leave it the 9th",
        "did they say leave it the 4th?",
        "they said no, it's wrong",
        "the nurse wants me to keep it at every 9 weeks",
        "they said leave it until July",
        "reception said leave it for now",
        "someone at the surgery said leave, they will ring me",
        "she said leave it with her",
        "they said leave it out",
        "he told me to keep it every 2 months",
        "they said to leave it. They will rebook",
        "they say keep it at 10",
        "the doctor said keep",
    ],
)
def test_another_word_of_theirs_is_no_yes(text: str) -> None:
    """A no, another day or a question keeps nothing."""
    chat = _plan(TOLD)
    assert ("yes", "", "") not in chat.moves(text)


@pytest.mark.parametrize(
    "text",
    [
        "how many days sooner is that than the 2 month date?",
        "how many days between that and two months",
        "what date is 2 months from Wednesday 14 April, and how many days after the other is it?",
        "what's the difference in days to 2 months",
    ],
)
def test_another_gap_is_held_against_the_plans(text: str) -> None:
    """Both dates and the days between them; the plan stays."""
    chat = _plan(PLAN, "yes")
    kept = chat.kept
    assert chat.say(text)[:3] == [
        COUNTED,
        "2 months after Wednesday 14 April 2027 is Monday 14 June 2027.",
        "The one by 8 weeks comes 5 days sooner.",
    ]
    assert chat.kept is not None
    assert kept is not None
    assert chat.kept["phases"] == kept["phases"]


@pytest.mark.parametrize(
    "text",
    [
        "can I have it 2 weeks sooner?",
        "how many days late am I",
        "how many days before 4 June",
        "how many days until the next one",
        "the doctor says every 2 months now",
        "should I ring 2 weeks before, how many days is that",
    ],
)
def test_what_holds_no_gap_against_it_is_left_alone(text: str) -> None:
    """A wish, a lateness, a day, a new gap and a notice are something else."""
    assert all(name != "gap_beside" for _, name, _ in _plan(PLAN, "yes").moves(text))


@pytest.mark.parametrize(
    "text",
    [
        "do they call me?",
        "should I ring 999?",
        "should I call if I feel worse",
        "should I ask for tablets",
        "when should I ring?",
    ],
)
def test_other_calls_are_no_question_of_the_day(text: str) -> None:
    """Whom to call for what else is answered elsewhere."""
    assert all(name != "ask_which" for _, name, _ in _plan(TOLD).moves(text))
