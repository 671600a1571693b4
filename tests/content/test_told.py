"""What of a topic's text is left after the answer to a question of it: nothing said twice, no warning lost."""

from __future__ import annotations

import pytest

from b12guide.content.told import new_in

ANSWER = "They treat low iron, or keep it from coming back. Low iron can make you tired."


@pytest.mark.parametrize(
    ("text", "told", "left"),
    [
        pytest.param(
            "Pills put iron into your blood. They treat low iron, or keep it from coming back. A pill mends no cause.",
            ANSWER,
            "Pills put iron into your blood. A pill mends no cause.",
            id="the same sentence",
        ),
        pytest.param(
            "Some people feel better in days, others in weeks. Nerves take longer.",
            "You may not: some people feel better in a few days, others only after weeks.",
            "Nerves take longer.",
            id="the same in other words",
        ),
        pytest.param("Low iron makes people tired. They treat low iron.", ANSWER, "", id="all of it"),
        pytest.param("Write a diary. Book the next one.", ANSWER, "Write a diary. Book the next one.", id="none of it"),
    ],
)
def test_what_was_just_read_is_not_read_again(text: str, told: str, left: str) -> None:
    """Sentences that the answer said already, in these or other words, are left out of what follows it."""
    assert new_in(text, told) == left


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("You can stop the pills on Friday.", "You can stop the pills.", id="one word more of three"),
        pytest.param("The usual gap is often 3 months.", "The usual gap is often 2 months.", id="another number"),
        pytest.param("The usual gap for adults in Chile is long.", "The usual gap for adults is long.", id="a country"),
        pytest.param("You do not need the daily pills.", "You need the daily pills.", id="turned round"),
        pytest.param("Without anaemia the gap is often longer.", "With anaemia the gap is often longer.", id="without"),
        pytest.param("Ask for yours.", "Ask why.", id="hardly a word"),
        pytest.param(
            "If you faint or fall, call 999 now.", "If you faint, call 999. If you fall, sit.", id="an action"
        ),
        pytest.param("Do not stop, or skip any.", "Do not stop them. You can skip any.", id="what not to do"),
    ],
)
def test_what_is_not_quite_the_same_stays(text: str, told: str) -> None:
    """Another number, place or "not", and an action that was not told as a whole, is never taken for a repetition."""
    assert new_in(text, told) == text


def test_what_leans_on_a_sentence_keeps_it() -> None:
    """A sentence that begins with "that" or "the first" is not left without the one that says what."""
    for leaning in ("That is why you have them.", "The first is common in Chile."):
        text = f"They treat low iron. {leaning}"
        assert new_in(text, ANSWER) == text


def test_a_question_within_quotation_marks_is_not_cut_out() -> None:
    """What to ask at the clinic stays a sentence with both its marks."""
    text = 'Ask: "Is it covered? Who pays for the pills?" Then book it.'
    assert new_in(text, "Ask if it is covered.") == text


def test_a_question_stays_with_its_answer() -> None:
    """Where "Need advice today?" is told and what to do then is not, both stay."""
    text = "Need advice today? Call the surgery."
    assert new_in(text, "Get advice today.", whole=True) == text


def test_a_list_stays_whole() -> None:
    """The points of a list are never thinned out: what is missing in one reads as harmless."""
    text = "Call 999 for these.\n\u2022 Chest pain.\n\u2022 A faint."
    assert new_in(text, "Chest pain or a faint: call 999.") == text


def test_what_is_said_of_a_country_is_not_cut_into() -> None:
    """A further paragraph is left out where all of it was told, and no empty line stays; else it stays as it is."""
    row = "In Chile, pills treat low iron. Some clinics go beyond that sheet."
    assert new_in(f"They treat low iron.\n\n{row}", f"{ANSWER} In Chile, pills treat low iron.") == row
    assert new_in("A diary helps.\n\nIn Chile, pills treat low iron.", f"{ANSWER} Chile has pills.") == "A diary helps."


def test_before_whom_to_call_only_the_very_sentence_is_left_out() -> None:
    """Beside what to do, a sentence is left out only where one sentence there has each of its words."""
    contact = "If you feel no better after a few weeks, tell your clinic. Get medical advice today for a rash."
    answer = "Weeks. If you feel no better after a few weeks, tell your clinic."
    assert new_in(answer, contact, whole=True) == "Weeks."
    other = "Weeks. If you feel no better or get a rash, tell your clinic."
    assert new_in(other, contact, whole=True) == other
