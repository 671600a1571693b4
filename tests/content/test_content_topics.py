"""What holds for every published topic, in every country and at every depth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from b12guide.content import Content, load_content
from b12guide.content.check import texts_of
from b12guide.content.prose import grade_of, sentences_of, words_in

CONTENT = Path(__file__).parents[2] / "content"

TOPICS = sorted(path.stem for path in (CONTENT / "topics").glob("*.yml"))
COUNTRIES = [None, "GB", "US", "CA", "AU", "NZ", "IE", "NL", "CH", "HK"]
DEPTHS = ["short", "more", "simpler", "why"]


def test_all_34_topics_are_there() -> None:
    """Every topic of the product has its file."""
    assert len(TOPICS) == 34
    assert set(load_content(CONTENT).topics) == set(TOPICS)


@pytest.mark.parametrize("topic_id", TOPICS)
def test_what_a_person_reads_is_plain(content: Content, topic_id: str) -> None:
    """Whatever the country and the depth, the whole bubble has grade 6 or lower, drug names counted."""
    for country in COUNTRIES:
        for depth in DEPTHS:
            answer = content.answer(topic_id, country=country, depth=depth)
            assert grade_of(answer.text) <= 6, (country, depth, answer.text)
            assert all(words_in(sentence) <= 20 for sentence in sentences_of(answer.text))


@pytest.mark.parametrize("topic_id", TOPICS)
def test_no_answer_is_without_a_source(content: Content, topic_id: str) -> None:
    """Every answer, in every country, has sources that can be shown."""
    for country in COUNTRIES:
        for depth in DEPTHS:
            ids = content.answer(topic_id, country=country, depth=depth).sources
            assert len(content.sources_for(ids)) == len(ids) >= 1


@pytest.mark.parametrize("topic_id", TOPICS)
def test_every_answer_says_whom_to_contact(content: Content, topic_id: str) -> None:
    """Each answer comes with whom to ask."""
    contact = content.answer(topic_id).contact
    assert any(word in contact for word in ("clinic", "doctor", "pharmacist", "midwife", "advice"))


@pytest.mark.parametrize("topic_id", TOPICS)
def test_no_emergency_number_stands_without_the_local_one(content: Content, topic_id: str) -> None:
    """People read this in any country, so a number of one country is followed by 'or your local emergency number'."""
    for depth in DEPTHS:
        answer = content.answer(topic_id, depth=depth)
        for sentence in sentences_of(f"{answer.text}\n{answer.contact}"):
            if re.search(r"(?<!NHS )\b(?:999|911|112|(?<!,)000|111)\b", sentence):
                assert "or your local emergency number" in sentence


@pytest.mark.parametrize("topic_id", TOPICS)
def test_a_row_names_its_country(content: Content, topic_id: str) -> None:
    """A schedule that stands alone in a bubble says where it holds."""
    names = {
        "GB": ("UK", "England", "Scotland", "Wales"),
        "US": ("USA", "US"),
        "CA": ("Canada",),
        "AU": ("Australia",),
        "NZ": ("New Zealand",),
        "NL": ("Netherlands",),
        "IE": ("Ireland",),
        "CH": ("Switzerland",),
        "HK": ("Hong Kong",),
    }
    for row in content.topic(topic_id).differs:
        assert any(name in row.text for name in names[row.country]), row.text


def test_no_text_gives_a_childs_dose(content: Content) -> None:
    """Doses and schedules are for adults; no dose text speaks of children."""
    for topic_id in ("typical_dose", "loading_phase", "maintenance_phase", "schedule_differences_between_people"):
        for _, text in texts_of(content.topic(topic_id)):
            assert not any(word in text.lower() for word in ("child", "baby", "babies", "infant"))


@pytest.mark.parametrize(
    ("topic_id", "said"),
    [
        ("stopping_maintenance", "Ask why, and ask if the cause of your low B12 is permanent."),
        ("lab_tests_explained", "Do not stop B12 before a test unless you are asked to."),
        ("missed_or_late_injection", "ask when to have the next one"),
        ("missed_or_late_injection", "Do not have 2 to catch up."),
        ("side_effects", "throat: call {emergency} now"),
        ("typical_dose", "1,000 micrograms is the same as 1mg"),
        ("monitoring_after_starting", "Some teams repeat the B12 level, and many do not."),
    ],
)
def test_what_must_be_said_is_said(content: Content, topic_id: str, said: str) -> None:
    """The sentences that keep people safe stand in their topics."""
    assert any(said in text for _, text in texts_of(content.topic(topic_id)))


def test_trouble_breathing_is_never_a_call_to_the_clinic(content: Content) -> None:
    """Where a text names trouble breathing or a swelling throat, it names the emergency number as well."""
    for topic in content.topics.values():
        answer = content.answer(topic.id)
        text = f"{answer.text} {answer.contact}".lower()
        if "trouble breathing" in text or "throat" in text:
            assert "emergency number" in text, topic.id
