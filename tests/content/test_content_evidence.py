"""What the evidence forbids in any text, or asks of one: held on the content as published."""

from __future__ import annotations

import re

import pytest

from b12guide.content import Content
from b12guide.content.check import texts_of
from b12guide.content.prose import sentences_of
from b12guide.yaml_lines import read_yaml
from tests.conftest import ROOT

REPLIES = ("small_talk.yml", "feelings.yml", "repair.yml", "refusals.yml", "channels.yml")
# Lines for advice, poisons and crises, and the country in which each can be called: content/safety/numbers.yml.
LINES = {
    "GB": re.compile(r"NHS 111|Samaritans|\b116 ?123\b|\b85258\b"),
    "US": re.compile(r"1-800-222-1222|Poison Help"),
    "CA": re.compile(r"\b811\b|1-844-764-7669"),
    "AU": re.compile(r"healthdirect|\b13 11 (?:14|26)\b", re.IGNORECASE),
    "NZ": re.compile(r"\bHealthline\b|\b0800 (?:611 116|764 766)\b|\b1737\b"),
    "IE": re.compile(r"\b01 809 2166\b"),
}
NO_FOLIC_ACID = re.compile(r"\b(?:not|no|never)\b(?! (?:let \w+ )?stop)[^.:;?]*\bfolic acid", re.IGNORECASE)
HEART = re.compile(r"\b(?:pounding|fluttering|racing) heart\b|\bheart (?:pounds|flutters|races)\b", re.IGNORECASE)
POISON = re.compile(r"\bpoison (?:service|line|cent(?:er|re))", re.IGNORECASE)
ANYBODY_ELSE = re.compile(r"\b(?:clinic|doctor|nurse)\b")

Texts = list[tuple[str, str]]


@pytest.fixture(scope="module")
def answers(content: Content) -> Texts:
    """Every answer to a question, and every answer about somebody else, with the id of its question."""
    return [(one.id, text) for one in content.questions.values() for text in one.texts]


@pytest.fixture(scope="module")
def topic_texts(content: Content) -> Texts:
    """Every text of the topics that people of all countries may read, with its place."""
    return [
        (f"{topic.id} {keys}", text)
        for topic in content.topics.values()
        for keys, text in texts_of(topic)
        if keys[0] != "differs"
    ]


@pytest.fixture(scope="module")
def replies(content: Content) -> Texts:
    """What is said beside the answers to somebody of whom no country is known."""
    names = [name for file in REPLIES for name in read_yaml(ROOT / "content" / file).data]
    said = [(name, content.reply(name, said=given)) for name in names for given in ([], [name], [name, f"{name}.1"])]
    return [(name, bubble) for name, reply in said for bubble in reply.bubbles]


def _one_countrys(text: str) -> bool:
    return len([country for country, line in LINES.items() if line.search(text)]) == 1


def _poison_alone(text: str) -> bool:
    return any(POISON.search(one) and not ANYBODY_ELSE.search(one) for one in sentences_of(text))


def _folic_acid_refused(text: str) -> bool:
    return bool(NO_FOLIC_ACID.search(text)) and "pregnan" not in text.lower()


def _heart_without_number(text: str) -> bool:
    return bool(HEART.search(text)) and "{emergency}" not in text


def test_no_line_of_one_country_stands_in_what_all_read(answers: Texts, topic_texts: Texts, replies: Texts) -> None:
    """A line that one country has is for its own row or sentence: elsewhere it is dead, or another service."""
    assert [(name, text) for name, text in [*answers, *topic_texts, *replies] if _one_countrys(text)] == []


def test_nobody_is_sent_to_a_poison_line_alone(answers: Texts, topic_texts: Texts) -> None:
    """Some countries have none for the public, the UK among them: the same sentence names somebody else to call."""
    assert [(name, text) for name, text in [*answers, *topic_texts] if _poison_alone(text)] == []


def test_no_folic_acid_never_holds_for_a_pregnancy(answers: Texts, topic_texts: Texts) -> None:
    """Whoever reads not to take it also reads that it is not stopped in pregnancy."""
    assert [(name, text) for name, text in [*answers, *topic_texts] if _folic_acid_refused(text)] == []


def test_a_pounding_heart_comes_with_the_emergency_number(answers: Texts) -> None:
    """A heart that races is for today, and with pain, short breath or a faint for the ambulance: both are said."""
    assert [(name, text) for name, text in answers if _heart_without_number(text)] == []


@pytest.mark.parametrize(
    ("fault", "planted", "whole"),
    [
        (_one_countrys, "At night you can call NHS 111.", "It is NHS 111 in England, and 811 in most of Canada."),
        (_one_countrys, "Call Samaritans on 116 123.", "Call your local crisis line."),
        (_poison_alone, "Ask first. Call a poison service now.", "Call your clinic, or a nurse or poison line, today."),
        (_folic_acid_refused, "Do not add iron or folic acid.", "No folic acid; pregnant, do not stop it."),
        (_folic_acid_refused, "Never take extra folic acid.", "Do not stop folic acid."),
        (_heart_without_number, "A pounding heart: get help today.", "Your heart races? Call {emergency} now."),
    ],
)
def test_a_planted_fault_is_seen(fault, planted: str, whole: str) -> None:
    """Each fault is seen where it is, and not where the text is whole."""
    assert fault(planted)
    assert not fault(whole)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("changing_hydroxo_and_cyano", "Leber's"),
        ("what_to_ask_the_nurse", "Leber's"),
        ("what_to_ask_the_nurse", "reaction"),
        ("injecting_when_alone", "inject alone before"),
        ("using_a_needle_again", "emergency department now"),
        ("depression_or_b12", "not stop"),
        ("feeling_sick_after_b12", "rash"),
        ("signs_of_allergy_to_b12", "faint, or"),
        ("is_my_gap_too_long", "numbness"),
        ("sign_has_gone_again", "soon after an injection"),
    ],
)
def test_what_an_answer_may_not_leave_out(content: Content, question: str, said: str) -> None:
    """The part of an answer that keeps a person safe stands in it, and in the one about somebody else."""
    one = content.questions[question]
    assert all(said in text for text in (one.answer, one.carer) if text)


def test_a_wrong_number_is_not_called_right(content: Content) -> None:
    """To a swelling throat, the number for advice in the UK is no right answer in the check of understanding."""
    by_id = {one.id: one for one in content.teach_back.quizzes["warning_signs"].questions}
    assert "111" not in [word for option in by_id["warning_throat"].options for word in option.words if option.right]
