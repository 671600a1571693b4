"""A person's own list: what is on it, in which order, and how long it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.content import Content
from b12guide.content.lists import MOST_QUESTIONS
from b12guide.review.check import main

TODAY = ["--today", "2026-11-20"]
LISTS = "lists.yml"
ALWAYS = [
    "What caused my low B12, and how sure are you?",
    "Do I need more tests to find the cause? Which ones, and what would they show?",
    "How often do I have my injections, in weeks or in months?",
    "Which product, dose and route do I have?",
    "Which blood tests will I have, and when?",
    "When may I feel better, and what may change first?",
    "Who do I call if I get worse, in the day and at night?",
]


def questions(text: str) -> list[str]:
    return [line.removeprefix("• ") for line in text.splitlines() if line.startswith("• ")]


def test_with_nothing_talked_about_the_list_is_the_general_one(content: Content) -> None:
    """Somebody who asks for a list at once gets the questions of every list, under three headings."""
    own = content.lists.own([])
    assert own.intro == content.lists.words["general"]
    assert own.text.splitlines()[0] == "Questions for my appointment"
    assert questions(own.text) == ALWAYS
    assert [line for line in own.text.splitlines()[1:] if line and not line.startswith("•")] == [
        "The cause of my low B12",
        "My injection schedule",
        "Blood tests, and signs that it works",
    ]


def test_what_was_talked_about_comes_onto_the_list_and_before_the_rest(content: Content) -> None:
    """Needles and tablets bring their questions, which stand first in their group."""
    own = content.lists.own(["injection_technique_pain", "injections_vs_oral"])
    assert own.intro == content.lists.words["own"]
    schedule = own.text.split("My injection schedule\n")[1].split("\n\n")[0]
    assert questions(schedule) == [
        "Could tablets work for me, now or later?",
        "I fear needles. What can we do to make it easier?",
        "How often do I have my injections, in weeks or in months?",
        "Which product, dose and route do I have?",
    ]
    assert "Is my diet the cause, and what do I need to eat or take?" in questions(own.text)


def test_a_list_holds_twelve_questions_at_most_and_those_of_every_list(content: Content) -> None:
    """However much was talked about, the list can be asked in a visit and never loses whom to call."""
    own = content.lists.own(sorted(content.topics))
    assert len(questions(own.text)) == MOST_QUESTIONS == 12
    assert set(ALWAYS) <= set(questions(own.text))


def test_among_equals_the_latest_topic_wins(content: Content) -> None:
    """Where not all fit, what was talked about last is on the list."""
    early = ["self_injection", "cost_or_access", "pregnancy", "too_much_b12", "overlapping_conditions", "side_effects"]
    late = "Do any of my medicines lower B12?"
    assert late in questions(content.lists.own([*early, "interactions_medicines"]).text)


@pytest.mark.parametrize("first", ["pregnancy", "questions_for_clinician", "no_such_topic"])
def test_every_list_has_sources(content: Content, first: str) -> None:
    """Whatever was talked about, the sources of the questions can be shown."""
    own = content.lists.own([first])
    assert len(content.sources_for(own.sources)) == len(own.sources) > 0


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: The cause of my low B12", "titel: The cause", "cause: 'title' is a required property"),
        ("ask: Who pays, and can a nurse", "ask: Who should pay, and can a nurse", "'should'; say what people do"),
        ("ask: Do any of my medicines lower B12?", "ask: Tell me of my medicines", "does not match"),
        ("topics: [pregnancy]", "topics: [flying]", "cause.items.7.topics: flying leads nowhere"),
        ("topics: [pregnancy]", "topics: [side_effects]", "no question has the topic pregnancy"),
        ("sources: [ACC-MED, ACC-NB]", "sources: [ACC-MED, NOBODY]", "source NOBODY is not in sources.yml"),
        ("id: cause_diet", "id: cause_other", "cause_other stands here twice"),
        ("words:\n", "spare: {title: a, items: []}\nwords:\n", "Additional properties are not allowed"),
        (
            "own: Here is a list",
            "own: Individualised haematological recommendations. A list",
            "words.own: reading grade ",
        ),
    ],
)
def test_a_planted_fault_is_refused(
    folder: Path, plant, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    """Each fault of the lists is found, named with its file and line, and stops the check."""
    plant(LISTS, old, new)
    assert main([str(folder), *TODAY]) == 1
    found = [line for line in capsys.readouterr().out.splitlines() if message in line]
    assert found
    assert all(line.startswith(f"{folder / LISTS}:") for line in found)


def test_too_many_on_every_list_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list that is full before a person said a word is nobody's own."""
    path = folder / LISTS
    path.write_text(path.read_text(encoding="utf-8").replace("always: false", "always: true"), encoding="utf-8")
    assert main([str(folder), *TODAY]) == 1
    assert "questions are on every list; 8 at most" in capsys.readouterr().out
