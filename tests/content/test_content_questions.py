"""The specific questions of the topics: they arrive, and every fault planted in them is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.content import Content, ContentError, load_content
from b12guide.content.ways import same_words
from b12guide.review.check import main

TODAY = ["--today", "2026-11-20"]
TOPIC = "topics/injections_vs_oral.yml"
ANSWER = "It depends on your cause: in short, small studies, strong tablets raised B12 as well as injections did."
WAY = "- do b12 pills work as well as shots"
ASK = "Ask your clinic which dose fits your cause."
SOURCES = "\n    sources: [COCH, NHS-CY, SPS-C19]"
UNSOURCED = "\n    sources: []\n    unsourced: true"
OTHER = "topics/time_to_feel_better.yml"
QUESTION = """
questions:
  - id: {id}
    question: {question}
    about: tiredness
    ask: [one a, two b, three c, four d, five e, six f, seven g, {last}]
    answer: Some people feel better in days.
    sources: [NHS-AB]
"""
PA_WAY = "      - oral b12 for pernicious anaemia\n"
MANY_WAYS = "".join(f"      - oral b12 for pernicious anaemia {number}\n" for number in range(40))


def test_every_part_of_a_question_arrives(content: Content) -> None:
    """A question is found by its id and under its topic, with all that its file says of it."""
    question = content.questions["tablets_dose"]
    assert question in content.topic("injections_vs_oral").questions
    assert question.topic == "injections_vs_oral"
    assert question.question == "What dose are the tablets?"
    assert question.about == "tablets"
    assert "tablet dosage for low b12" in question.ask
    assert "how much a day" in question.leaning
    assert question.answer.startswith("In studies, people took 1,000 to 2,000 micrograms (1mg to 2mg) a day.")
    assert question.sources == ("COCH", "NHS-CY", "SPS-C19")
    assert question.must_not_say == ("your dose is", r"\byou need\b")
    assert question.carer is not None
    assert question.carer.endswith("Ask the clinic which dose fits the cause.")


def test_a_topic_may_have_no_question(folder: Path) -> None:
    """A topic file without questions is read as before, and what a question may leave out is empty."""
    path = folder / OTHER
    path.write_text(path.read_text(encoding="utf-8").split("\nquestions:")[0] + "\n", encoding="utf-8")
    assert load_content(folder).topic("time_to_feel_better").questions == ()
    question = load_content(folder).questions["tablets_why_injections"]
    assert (question.carer, question.again, question.must_not_say) == (None, None, ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: tablets_dose", "id: Tablets-dose", "questions.0.id: 'Tablets-dose' does not match"),
        ("id: tablets_dose", "name: tablets_dose", "questions.0: Additional properties are not allowed"),
        ("about: multivitamin", "about: A multivitamin", "about: 'A multivitamin' does not match"),
        ("question: What dose are the tablets?", f"question: {'What ' * 13}?", "is too long"),
        ("sources: [COCH, NHS-CY, SPS-C19]", "sources: [COCH, NOBODY]", "source NOBODY is not in sources.yml"),
        ("sources: [COCH, NHS-CY, SPS-C19]", "sources: []", "questions.0.sources: []"),
        ("sources: [COCH, NHS-CY, SPS-C19]", "sources: [COCH]\n    unsourced: true", "questions.0.sources: ['COCH']"),
        ("sources: [COCH, NHS-CY, SPS-C19]", "sources: []\n    unsourced: false", "questions.0.unsourced: True was"),
        ("id: tablets_faster", "id: tablets_dose", "a question of injections_vs_oral is called tablets_dose too"),
    ],
)
def test_a_question_that_cannot_be_used_stops_the_loading(folder: Path, plant, old, new, message) -> None:
    """One line says in which file and line, what, and the way out."""
    plant(TOPIC, old, new)
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    (line,) = [line for line in str(caught.value).splitlines() if message in line][:1]
    place = line.removeprefix(f"{folder / TOPIC}:")
    assert place.split(":")[0].isdigit()


def test_an_id_of_another_topic_is_refused(folder: Path) -> None:
    """Ids are one space over all topics, since a conversation keeps the id alone."""
    path = folder / OTHER
    text = path.read_text(encoding="utf-8").split("\nquestions:")[0]
    path.write_text(text + QUESTION.format(id="tablets_dose", question="How soon?", last="eight h"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"time_to_feel_better\.yml:\d+: id: .* called tablets_dose too; rename one"):
        load_content(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (ANSWER, "Take 1,000 mcg.", "answer: tablets_as_good: 'mcg'; write 'microgram' in full"),
        (ANSWER, "It is so. It was so. So it is.", "answer: tablets_as_good: 3 sentences before those on getting help"),
        (ANSWER, "Yes " * 13 + "; " + "no " * 13 + ".", "answer: tablets_as_good: a sentence of 26 words"),
        (ANSWER, "It " * 46 + ".", "answer: tablets_as_good: 46 words before those on getting help; 45 at most"),
        (ANSWER, "Haematological normalisation characteristically precedes.", "answer: tablets_as_good: reading grade"),
        (ANSWER, "That is proven.", "answer: tablets_as_good: says 'proven', which this question must not say"),
        (ANSWER, "Tablets always work.", "says 'Tablets always work', which this topic must not say"),
        ("'proven'", "'proven('", "must_not_say.0: tablets_as_good: not a regular expression"),
        (WAY, "- What dose are the tablets", "is a way to ask tablets_dose too; keep one"),
        (WAY, "- Which is BETTER - tablets or injections?", "stands here twice; keep one"),
        ("- are they slower", "- are they as good?", "leans on tablets for tablets_as_good too; keep one"),
        (PA_WAY, MANY_WAYS, "ways to ask; write 8 to 40, none a near copy of another"),
        ("question: Is a multivitamin enough?", "question: Why the jab?", "question: tablets_multivitamin: 'jab'"),
        (SOURCES, UNSOURCED, "answer: tablets_dose: has no source and does not say so; write 'I have no source on"),
        (ASK + SOURCES, "I cannot say." + UNSOURCED, "answer: tablets_dose: has no source and names nobody to ask"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_refused(folder: Path, plant, capsys, old: str, new: str, message: str) -> None:
    """Each fault is found once, named with its question, file and line, and stops the check."""
    plant(TOPIC, old, new)
    assert main([str(folder), *TODAY]) == 1
    found = [line for line in capsys.readouterr().out.splitlines() if message in line]
    assert len(found) == 1
    path, line, _ = found[0].split(":", 2)
    assert path == str(folder / TOPIC)
    assert 1 <= int(line) <= len((folder / TOPIC).read_text(encoding="utf-8").splitlines())


def test_a_way_to_ask_of_another_topic_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words cannot mean two questions, whatever their topics."""
    path = folder / OTHER
    text = path.read_text(encoding="utf-8")
    said = QUESTION.format(id="how_soon", question="How soon?", last="Are the pills for life")
    path.write_text(text + said.replace("\nquestions:", ""), encoding="utf-8")
    assert main([str(folder), *TODAY]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert "how_soon" in line
    assert "tablets_how_long" in line


def test_sentences_on_getting_help_are_not_counted(folder: Path, plant, capsys) -> None:
    """When to get help, at the end, may make an answer longer."""
    help_ = "Worse pain: get medical advice today. If you cannot breathe, call {emergency} now."
    plant(TOPIC, "so ask your clinic if they could work for you.", f"so ask your clinic first. {help_}")
    assert main([str(folder), *TODAY]) == 0
    assert capsys.readouterr().out.startswith("No fault. ")


@pytest.mark.parametrize(
    ("one", "other"),
    [("What's the dose?", "whats the dose"), ("“How long”, then…", "how LONG then"), ("  a\tb  ", "a b")],
)
def test_the_same_words(one: str, other: str) -> None:
    """Case, punctuation, apostrophes and blanks make no other question."""
    assert same_words(one) == same_words(other)
