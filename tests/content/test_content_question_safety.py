"""What no answer to a specific question may do to a person, whatever it is about: held on the content as published."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from b12guide.content import Content
from b12guide.content.prose import sentences_of

# An order to have more, less or other treatment, at the head of a clause: "do not have 2" and "ask to have it" are
# none.
CHANGE = re.compile(
    r"(?:^|[.:;,] |\b(?:and|then|so|(?:you|they) (?:can|could|may)) )(?:please |just )?(?:"
    r"(?:take|have|inject|use|give)(?: (?:it|them))? (?:\d|half|two|more\b|less\b|fewer"
    r"|another|an extra|a (?:second|double) (?!pen))"
    r"|(?:double|halve|skip|increase|reduce|lower|raise|stop|start|switch|swap|stretch|shorten|postpone|delay"
    r"|leave out)\b(?! the gas\b| with (?:your|their) worst problem))",
    re.IGNORECASE,
)
SIGN = re.compile(
    r"\b(?:numb|numbness|tingl\w+|burning|unsteady|rash|hives|swollen|swells?|short of breath|breathless|chest pain"
    r"|faint|passed out|palpitations|flutter\w*|confus\w+|hallucinat\w+|blurs?|blurred)\b",
    re.IGNORECASE,
)
HELP = re.compile(
    r"\{emergency\}|\b(?:get (?:medical )?(?:advice|help)|a doctor|poison line)\b.*\btoday\b", re.IGNORECASE
)
# A first word that answers only one way of asking ("is it safe?", "is it harmful?").
BARE = re.compile(
    r"(?:(?:usually|often|mostly|it can|they can|it may),? )?(?:yes\b|(?:no|right|wrong|sure)(?=[,:;.]))"
    r"|not (?:quite|often|until|unless|without|with|for|on your own|because)\b",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(r"\b(?:999|911|112)\b|(?<!,)\b000\b|(?<!NHS )\b111\b")


@pytest.fixture(scope="module")
def texts(content: Content) -> list[tuple[str, str]]:
    """Every answer, and every answer about somebody else, with the id of its question."""
    return list(_texts(content))


def _texts(content: Content) -> Iterator[tuple[str, str]]:
    for question in content.questions.values():
        for text in question.texts:
            yield question.id, text


def test_no_answer_changes_a_dose_or_a_plan(texts: list[tuple[str, str]]) -> None:
    """Nobody is told to have more, less, another form or none: that is for the clinic."""
    said = [(name, sentence) for name, text in texts for sentence in sentences_of(text) if CHANGE.search(sentence)]
    assert said == []


@pytest.mark.parametrize(
    "order",
    [
        "Have 2 to catch up.",
        "Yes, stop the injections.",
        "You can skip the next one.",
        "It is late, so take another today.",
        "Please double the dose.",
        "Wait a week, then start again.",
        "Have it, and use a second ampoule.",
    ],
)
def test_an_order_that_changes_a_plan_is_seen(order: str) -> None:
    """The test above would see each way in which an answer might give such an order."""
    assert CHANGE.search(order)


@pytest.mark.parametrize(
    "advice", ["Do not have 2 at once.", "Ask before you stop.", "Use a second pen.", "Stop the gas."]
)
def test_advice_that_changes_no_plan_is_left_alone(advice: str) -> None:
    """What warns against a change, and what an emergency asks for, is no order of that kind."""
    assert not CHANGE.search(advice)


def test_an_answer_that_names_a_sign_says_when_to_get_help(texts: list[tuple[str, str]]) -> None:
    """A sign that may be harmful never stands in an answer without when to get help."""
    assert [(name, text) for name, text in texts if SIGN.search(text) and not HELP.search(text)] == []


def test_every_answer_on_warning_signs_says_when_to_get_help(content: Content) -> None:
    """Whoever asks about warning signs reads in every answer where help is, and how soon."""
    questions = content.topic("warning_signs_information").questions
    assert questions
    assert [question.id for question in questions if not HELP.search(question.answer)] == []


def test_an_emergency_number_is_that_of_the_country(texts: list[tuple[str, str]]) -> None:
    """No number to dial is written out: 111 is an ambulance in one country and advice in another."""
    assert [(name, text) for name, text in texts if BARE_NUMBER.search(text)] == []
    assert [name for name, text in texts if "NHS 111" in text and "England, Scotland and Wales" not in text] == []


def test_no_figure_is_given_for_a_child(content: Content) -> None:
    """An adult's dose never stands in an answer about children."""
    answers = [question for question in content.questions.values() if question.about == "children"]
    assert len(answers) > 1
    assert [question.id for question in answers if re.search(r"\d", question.answer)] == []


def test_a_carer_is_not_told_of_their_own_body(content: Content) -> None:
    """Where an answer says 'your', there is one about somebody else, and that one does not say it."""
    your = re.compile(r"\byour(?:s|self)?\b", re.IGNORECASE)
    questions = content.questions.values()
    assert [question.id for question in questions if your.search(question.answer) and not question.carer] == []
    assert [question.id for question in questions if your.search(f"{question.carer} {question.again}")] == []


@pytest.mark.parametrize(
    "opening",
    [
        "Yes, you can.",
        "No: ask first.",
        "Often yes, it can.",
        "It can, yes.",
        "Not on your own: ask.",
        "Right: it does.",
    ],
)
def test_a_bare_yes_or_no_is_seen(opening: str) -> None:
    """The next test sees the openings that it is about."""
    assert BARE.match(opening)


def test_no_answer_begins_with_a_bare_yes_or_no(texts: list[tuple[str, str]]) -> None:
    """The same answer is found for "is it safe?" and "is it harmful?": it says what holds either way."""
    assert [(name, text) for name, text in texts if BARE.match(text)] == []


def test_a_doubtful_ampoule_is_not_used(content: Content) -> None:
    """Every answer about one says so in its first sentence, and who gives another."""
    answers = [question for question in content.questions.values() if question.about == "ampoule"]
    assert answers
    for question in answers:
        assert question.answer.startswith("Do not use it"), question.id
        assert "pharmacist" in question.answer, question.id
