"""Cutting a message into sentences and into questions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12guide.understanding.clauses import MOST_QUESTIONS
from b12guide.understanding.sentences import (
    MOST_SENTENCES,
    Said,
    numbered,
    questions,
    sentences,
    without_taking_up,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "How long till the tingling goes, and can I stop then?",
            ["How long till the tingling goes", "can I stop then?"],
        ),
        (
            "can i switch to tablets and what happens if i just stop?",
            ["can i switch to tablets", "what happens if i just stop?"],
        ),
        ("Is it safe? And what does it cost?", ["Is it safe?", "what does it cost?"]),
        (
            "I forgot to ask, is it ok with warfarin, and how quick does it get going",
            ["is it ok with warfarin", "how quick does it get going"],
        ),
        (
            "two more things: does it make you hungry and can kids have it",
            ["does it make you hungry", "can kids have it"],
        ),
        (
            "What's MMA? And the other thing I wondered was whether the nurse can come",
            ["What's MMA?", "the other thing I wondered was whether the nurse can come"],
        ),
        ("Does it hurt? Separately, can I fly after?", ["Does it hurt?", "can I fly after?"]),
        (
            "is it safe in pregnancy, how often and what does it cost",
            ["is it safe in pregnancy", "how often", "what does it cost"],
        ),
        ("Where does it go? And the fridge?", ["Where does it go?", "the fridge?"]),
        ("And liver, is it any use? and does it hurt", ["liver, is it any use?", "does it hurt"]),
        (
            "What about my wife, she has tablets, can she stop? And is it for life, is it?",
            ["What about my wife, she has tablets, can she stop?", "is it for life"],
        ),
    ],
)
def test_questions_are_found_in_order(text: str, found: list[str]) -> None:
    """Each question stands for itself, in order, without the "and" before it."""
    assert questions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "can i stop or will i need it for life?",
        "I had my jab yesterday. Is a sore arm normal?",
        "what do I do if it hurts and is red",
        "my arm hurts and my leg is numb",
        "should i stop and have tablets",
        "",
    ],
)
def test_one_question_is_not_cut(text: str) -> None:
    """A message that asks one thing, or nothing, has at most one question."""
    assert len(questions(text)) <= 1


def test_a_dash_parts_a_question_from_a_plan() -> None:
    """What is asked behind a plan stands for itself; a question about its dates is the plan's."""
    assert sentences("every 8 weeks - how do they pick that number")[1:] == ["how do they pick that number"]
    assert len(sentences("every 8 weeks since 3 May - when is my next one")) == 1


def test_a_number_of_its_own_joins_its_neighbour() -> None:
    """A fragment of fewer than 3 letters is no sentence."""
    assert sentences("It was 180. OK? 2. Is that low?") == ["It was 180. OK? 2.", "Is that low?"]


def test_a_long_story_keeps_its_start_and_its_end() -> None:
    """Of a story longer than the limit the middle is left out."""
    story = " ".join(f"This is line {place}." for place in range(40))
    found = sentences(story)
    assert len(found) == MOST_SENTENCES
    assert (found[0], found[-1]) == ("This is line 0.", "This is line 39.")


@given(st.text(max_size=300))
def test_any_text_can_be_cut(text: str) -> None:
    """No text breaks the cutting, and what is found stands in the text."""
    assert len(questions(text)) <= MOST_QUESTIONS
    for question in questions(text):
        assert question in " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I was told in May that I am low. How soon will I feel better?", "How soon will I feel better?"),
        ("Can I drive after it? The parking there is awful.", "Can I drive after it?"),
        ("Hi, can I swim after my injection", "can I swim after my injection"),
        ("can I swim after my injection, many thanks", "can I swim after my injection"),
        ("Sorry to bother you. can I swim after my injection?", "can I swim after my injection?"),
        ("New here. Wondering if tablets would do for me", "Wondering if tablets would do for me"),
        ("I asked about swimming. after the jab, the same day", "swimming. after the jab, the same day"),
        ("No, I mean the needle. How long is it in?", "the needle. How long is it in?"),
        ("That does not answer me. Can I swim after my injection?", "Can I swim after my injection?"),
        ("ok, not that. other thing: can I swim after my injection", "can I swim after my injection"),
        ("I meant to ask about tablets", "tablets"),
        ("can I swim after my injection", ""),
        ("I was told in May that I am low. It was a shock.", ""),
        ("My arm hurts since Monday. Is that normal?", ""),
        ("They gave me a new one. Is it better than the other one?", ""),
        ("hi", ""),
        (
            "every second day until my feet settle - how would a doctor tell when nerves have healed",
            "how would a doctor tell when nerves have healed",
        ),
    ],
)
def test_what_asks_is_told_from_what_only_tells(text: str, asks: str) -> None:
    """The story, the greeting, the thanks and what puts right how it was taken are left out around a question, but not
    what it points back at."""
    assert Said.of(text).asks == asks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("sharp. then I drop it?", "then I drop it?"),
        ("Grand so! And the iron?", "And the iron?"),
        ("ok ok. got it. how long then", "how long then"),
        ("eish. do I stop it", "do I stop it"),
        ("Thanks so much. Is it for life?", "Is it for life?"),
        ("right? is it safe", "right? is it safe"),
        ("no. it is every 8 weeks", "no. it is every 8 weeks"),
        ("yes. monthly", "yes. monthly"),
        ("sharp pain in my arm. is that normal", "sharp pain in my arm. is that normal"),
        ("sharp. lekker.", "sharp. lekker."),
        ("my arm is sore. ok. is that normal", "my arm is sore. ok. is that normal"),
    ],
)
def test_words_that_only_take_up_an_answer_ask_nothing(text: str, left: str) -> None:
    """They are no part of what is heard; a yes, a no, a question and all that tells of something are."""
    assert without_taking_up(text) == left
    assert Said.of(text).heard == left


@pytest.mark.parametrize(
    ("text", "before", "items"),
    [
        ("I am low. 1. why is it low 2. is it for life", "I am low", ["why is it low", "is it for life"]),
        ("a) can i drive b) can i drink c) can i fly", "", ["can i drive", "can i drink", "can i fly"]),
        ("1) what is MMA?\n2) is it a blood test?", "", ["what is MMA?", "is it a blood test?"]),
    ],
)  # fmt: skip
def test_a_numbered_list_is_as_many_questions(text: str, before: str, items: list[str]) -> None:
    """Each number begins a question, and what stands before the first is read with each."""
    assert numbered(text) == (before, items)


@pytest.mark.parametrize(
    "text",
    [
        "I had 1. in March and 3. in May, is that ok?",
        "1. 5 January 2. 12 January 3. 19 January",
        "what does 1.5 ml mean",
        "every 8 weeks 1. is it fine 2. does it hurt",
        "can i drive?",
    ],
)
def test_numbers_that_count_no_questions_are_no_list(text: str) -> None:
    """Doses, dates and amounts with a point behind them number no question."""
    assert numbered(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The jab is on Tuesday at noon. Can I drive home after it?", 1),
        ("Can I drive home after it?", None),
        ("The jab is on Tuesday. Do they mind it? Can I drive home after it?", None),
        ("The jab is on Tuesday at noon.", None),
    ],
)
def test_the_one_question_of_a_story_may_point_back(text: str, place: int | None) -> None:
    """What asks about what the sentences before it tell has its place among them."""
    assert Said.of(text).points_back == place


@pytest.mark.parametrize(
    "text",
    [
        "there it is every 5 weeks and here they say 12, why?",
        "They give 4 a year where I live. Why is that?",
        "It is late again. How come?",
    ],
)
def test_a_bare_why_asks_of_what_was_told_before_it(text: str) -> None:
    """By itself it asks of nothing, so the whole message is heard."""
    assert Said.of(text).asks == ""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ok last one I promise: does it hurt", "does it hurt"),
        ("One last thing, does it hurt?", "does it hurt?"),
        ("right, one final question before I go: do tablets work", "do tablets work"),
        ("last question from me. do tablets work as well?", "do tablets work as well?"),
        ("I meant to ask, do tablets work", "do tablets work"),
        ("Tell me yes or no, can I drink wine after it?", "can I drink wine after it?"),
        ("can i swim after it. just a yes or no please", "can i swim after it."),
        ("no essay, yes or no, do tablets work as well", "do tablets work as well"),
        ("do tablets work as well yes or no?", "do tablets work as well?"),
    ],
)
def test_what_only_leads_up_to_a_question_is_no_part_of_it(text: str, asked: str) -> None:
    """A last word, a wish for a yes or a no."""
    said = Said.of(text)
    assert (said.asks or said.heard) == asked


@pytest.mark.parametrize(
    "text", ["the last one was on Monday", "I had one more", "is it yes or no", "gout, yes or no?"]
)
def test_a_last_dose_and_a_bare_yes_or_no_stay_as_they_are(text: str) -> None:
    """Nothing is left without them."""
    assert Said.of(text).heard == text
