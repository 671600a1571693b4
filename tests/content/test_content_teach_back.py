"""The check of understanding: what a person's words choose, and what keeps it from publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.content import Content, QuizQuestion
from b12guide.rasa.train import phrases
from b12guide.review.check import main
from b12guide.shared import triage

TODAY = ["--today", "2026-11-20"]
FILE = "teach_back.yml"


def question(content: Content, name: str) -> QuizQuestion:
    found = [q for quiz in content.teach_back.quizzes.values() for q in quiz.questions if q.id == name]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("name", "said", "chosen"),
    [
        ("plan_late", "Call my clinic and ask when to have it", 1),
        ("plan_late", "call my clinic and ask when to have it.", 1),
        ("plan_late", "call my clinc and ask when to have it", 1),
        ("plan_late", "I would ring the surgery", 1),
        ("plan_late", "have both at once", 0),
        ("plan_late", "2", 1),
        ("plan_late", "the third one", 2),
        ("plan_late", "option a", 0),
        ("plan_feeling_well", "carry on", 0),
        ("plan_feeling_well", "I'd stop", 1),
        ("plan_feeling_well", "3", None),
        ("plan_feeling_well", "just carry on as normal", 0),
        ("plan_feeling_well", "same as usual", 0),
        ("plan_feeling_well", "I am back to normal now", None),
        ("plan_feeling_well", "my levels look normal", None),
        ("plan_feeling_well", "a normal result means I can stop", 1),
        ("plan_feeling_well", "I feel my usual self, so I would leave it", 1),
        ("plan_weeks_or_months", "yes", 0),
        ("plan_weeks_or_months", "no", 1),
        ("warning_throat", "call an ambulance", 1),
        ("warning_throat", "wait and see", 2),
        ("warning_nerves", "ring the doctor", 0),
        ("plan_late", "what are the side effects?", None),
        ("plan_late", "can I switch to tablets", None),
        ("plan_late", "I would not have 2", None),
        ("plan_feeling_well", "I would not skip it", 0),
        ("plan_weeks_or_months", "not the same", 1),
        ("plan_weeks_or_months", "I am not sure", None),
        ("plan_weeks_or_months", "tell me more", None),
        ("warning_better_again", "don't cancel it", 1),
        ("warning_better_again", "don't know", None),
        ("plan_late", "double it or ring them", None),
        ("plan_late", "tuesday", None),
        ("plan_late", "", None),
    ],
)
def test_words_choose_an_answer_or_none(content: Content, name: str, said: str, chosen: int | None) -> None:
    """Button words, places and an answer in other words are taken; a question, a "not" or a doubt is not."""
    asked = question(content, name)
    option = asked.choice(said)
    assert option == (None if chosen is None else asked.options[chosen])


def test_more_words_are_needed_where_something_else_was_understood(content: Content) -> None:
    """One word in common does not make an answer of a message that was understood as another."""
    asked = question(content, "plan_late")
    assert asked.choice("my nurse is on holiday", least=2) is None
    assert asked.choice("phone the surgery", least=2) == asked.options[1]
    well = question(content, "plan_feeling_well")
    assert well.choice("carry on as normal", least=2) == well.options[0]
    assert well.choice("it went back to normal by itself", least=2) is None


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("Check what I know about my plan", "plan"),
        ("Check what I know about the signs", "warning_signs"),
        ("quiz me on the danger signs", "warning_signs"),
        ("test me on my dates", "plan"),
        ("quiz me", None),
        ("quiz me on the plan and the signs", None),
    ],
)
def test_a_request_names_its_questions(content: Content, said: str, about: str | None) -> None:
    """A button or a word of the request says which questions; without one, it has to be asked."""
    quiz = content.teach_back.named(said)
    assert (quiz.id if quiz else None) == about


def test_no_answer_reads_like_a_sign_that_somebody_has(content: Content) -> None:
    """A pressed answer never brings a care card, whichever question it belongs to."""
    for quiz in content.teach_back.quizzes.values():
        for text in [quiz.button, *(option.text for q in quiz.questions for option in q.options)]:
            assert triage(text).level == "none", text


def test_every_answer_is_a_training_phrase(content: Content) -> None:
    """Button words are never in doubt: each stands in the training data, under its own intent."""
    trained = set(phrases())
    quizzes = content.teach_back.quizzes.values()
    answers = {option.text for quiz in quizzes for question in quiz.questions for option in question.options}
    assert {(answer, "teach_back_answer") for answer in answers} <= trained
    assert {(quiz.button, "check_understanding") for quiz in quizzes} <= trained
    assert (content.lists.words["button"], "my_questions") in trained


def test_every_question_explains_with_sources(content: Content) -> None:
    """Three questions each, one right answer each, and an explanation whose sources can be shown."""
    for quiz in content.teach_back.quizzes.values():
        assert len(quiz.questions) == 3
        for asked in quiz.questions:
            assert sum(option.right for option in asked.options) == 1
            assert content.sources_for(asked.sources)
            assert "{" not in content.filled(asked.explain, "999")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "- text: Cancel the call\n          right: false",
            "- text: Cancel the call\n          right: true",
            "Too many items",
        ),
        ("- text: Cancel the call", "- text: Have 2 next time", "'Have 2 next time' is an answer already"),
        ("- text: Cancel the call", "- text: You should cancel", "'should'; say what people do"),
        ("- text: Cancel the call", f"- text: {'Cancel ' * 6}", "is too long"),
        (
            "id: plan_late\n      topic: missed_or_late_injection",
            "id: plan_late\n      topic: flying",
            "flying leads nowhere",
        ),
        ("sources: [SMEAD, BNF]", "sources: [SMEAD, NOBODY]", "source NOBODY is not in sources.yml"),
        ("Do not have 2 to catch up.", "Don't worry.", "'Don't worry'; say what to do instead"),
        (
            "Do not have 2 to catch up.",
            "Haematological normalisation characteristically precedes it.",
            "reading grade ",
        ),
        ("What now?", "What now, then.", "does not match"),
        ("  again: Pick one of these, or ask me something else.\n", "", "'again' is a required property"),
    ],
)
def test_a_planted_fault_is_refused(
    folder: Path, plant, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    """Each fault of the check of understanding is found, named with its file and line, and stops publication."""
    plant(FILE, old, new)
    assert main([str(folder), *TODAY]) == 1
    found = [line for line in capsys.readouterr().out.splitlines() if message in line]
    assert found
    assert all(line.startswith(f"{folder / FILE}:") for line in found)
