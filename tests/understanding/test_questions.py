"""Specific questions: which one a text asks, which one it leans on, and what becomes of the act of the message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from b12guide.content import Question
from b12guide.understanding.acts import (
    ASK_TOPIC,
    BESIDE,
    LEANING,
    NEAR,
    OFFERED,
    OUT_OF_SCOPE,
    QUESTION,
    TOPIC,
    UNSURE,
    Act,
)
from b12guide.understanding.asked import with_questions
from b12guide.understanding.known_texts import Vectors
from b12guide.understanding.predictions import MessagePrediction, Prediction
from b12guide.understanding.questions import EXACT, QuestionBars, QuestionModel, bare, leaning_of, texts_of, ways_of
from b12guide.understanding.sentences import Said

ORAL, SORE = "injections_vs_oral", "injection_technique_pain"
BARS = QuestionBars()
# What each direction of the vectors of these tests means.
MEANINGS = ("strong", "long", "bruise", "foreign")


def question(name: str, topic: str, about: str, leaning: tuple[str, ...]) -> Question:
    ways = tuple(f"{name} {more}" for more in ("now", "then", "b12", "please tell", "again", "today", "mum"))
    return Question(name, topic, f"{name}?", about, ways, leaning, f"{name} it is.", ("NHS-AB",), (), None)


QUESTIONS = [
    question("strong", ORAL, "tablets", ("what dose", "how much")),
    question("long", ORAL, "tablets", ("how long",)),
    question("bruise", SORE, "bruise", ("how long", "is that normal")),
]
OTHERS = [f"foreign {word}" for word in ("car", "cat", "weather", "football", "recipe", "bank")]


def vectors(texts: list[str]) -> Vectors:
    """Vectors that know which of the meanings a text names; any other text is like none."""
    return np.array([[word in text for word in MEANINGS] for text in texts], np.float32).reshape(-1, len(MEANINGS))


class Meanings:
    """The encoder that tells questions apart, of which these tests know all vectors."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        return vectors(list(texts))

    def encode_with_parts(self, text: str, parts: Sequence[str]) -> tuple[Vectors, Vectors]:
        return vectors([text])[0], vectors(list(parts))


@pytest.fixture(scope="module")
def model() -> QuestionModel:
    return QuestionModel().fit(
        QUESTIONS, vectors(texts_of(QUESTIONS)), vectors(leaning_of(QUESTIONS)), OTHERS, vectors(OTHERS)
    )


def heard(topic: str, share: float = 0.8) -> Prediction:
    return Prediction([(topic, share), ("out_of_scope", 0.01), (SORE if topic == ORAL else ORAL, 0.0)], 0.9)


def asked(model: QuestionModel, act: Act, text: str, topic: str = ORAL) -> Act:
    said = Said.of(text)
    one = heard(topic)
    found = MessagePrediction(one, one, [one], [one] * len(said.questions), one if said.asks else None)
    return with_questions(act, said, vectors(said.texts), found, model, Meanings(), BARS)


def topic_act(topic: str) -> Act:
    return Act(ASK_TOPIC, 0.8, ((TOPIC, topic),))


def test_the_nearest_question_comes_first(model: QuestionModel) -> None:
    """Ways to ask in other words find their question, and its topic with it."""
    ((best, *_),) = model.find(["how strong is it"], vectors(["strong"]), [heard(ORAL)], BARS)
    assert (best.question, best.topic) == ("strong", ORAL)
    assert best.score >= BARS.sure


def test_the_topic_counts(model: QuestionModel) -> None:
    """The surer its topic, the higher a question scores."""
    high, low = (model.find(["so strong"], vectors(["strong"]), [heard(ORAL, s)], BARS)[0][0].score for s in (0.9, 0.1))
    assert high - low == pytest.approx(BARS.prior * 0.8, abs=1e-5)


def test_a_foreign_text_is_below_the_bar(model: QuestionModel) -> None:
    """What asks none of the questions is near none of them."""
    ((best, *_),) = model.find(["foreign film"], vectors(["foreign"]), [heard("out_of_scope", 0.9)], BARS)
    assert best.score < BARS.found


@pytest.mark.parametrize("text", ["Long?", "long", "LONG, then!"])
def test_words_of_a_way_to_ask_are_never_in_doubt(model: QuestionModel, text: str) -> None:
    """A button sends the question's own words: case and punctuation change nothing."""
    ((best, *_),) = model.find([text], vectors(["foreign"]), [heard(SORE)], BARS)
    assert (best.question, best.score) == ("long", EXACT)


def test_a_loaded_model_finds_the_same(model: QuestionModel, tmp_path: Path) -> None:
    """What was saved answers as what was trained."""
    model.save(tmp_path)
    again = QuestionModel.load(tmp_path)
    for one in (model, again):
        ((best, *_),) = one.find(["a bruise"], vectors(["bruise"]), [heard(SORE)], BARS)
        assert (best.question, round(best.score, 4)) == (
            "bruise",
            round(model.find(["a bruise"], vectors(["bruise"]), [heard(SORE)], BARS)[0][0].score, 4),
        )
        assert one.leaning("how long?", vectors(["x"])[0], BARS) == ["long", "bruise"]


def test_without_questions_nothing_is_found(tmp_path: Path) -> None:
    """A content folder without a question is no fault."""
    model = QuestionModel().fit([], vectors([]), vectors([]), [], vectors([]))
    model.save(tmp_path)
    for one in (model, QuestionModel.load(tmp_path)):
        assert one.find(["long"], vectors(["long"]), [heard(ORAL)], BARS) == [[]]
        assert one.leaning("how long", vectors(["long"])[0], BARS) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("what dose?", ["strong"]),
        ("And what dose then", ["strong"]),
        ("so how long?", ["long", "bruise"]),
        ("is that normal", ["bruise"]),
        ("how much time does it take until the nerves in my feet are well again", []),
        ("??", []),
    ],
)
def test_a_question_that_leans_is_one_for_each_thing(model: QuestionModel, text: str, found: list[str]) -> None:
    """What names nothing means the question of whatever was spoken of: one for each thing that it may have been."""
    assert model.leaning(text, vectors(["foreign"])[0] * 0, BARS) == found


def test_bare_words() -> None:
    """What stands around a question that leans is no part of it."""
    assert bare("And so, how long then please?") == "how long"
    assert ways_of(QUESTIONS[:1])[:2] == ["strong?", "strong now"]


def test_a_question_of_the_topic_is_asked(model: QuestionModel) -> None:
    """The act keeps its kind and topic, and carries the question; where it is sure, nothing is said beside it."""
    act = asked(model, topic_act(ORAL), "how strong are they")
    assert (act.kind, act.values(TOPIC), act.values(QUESTION)) == (ASK_TOPIC, [ORAL], ["strong"])
    assert act.values(BESIDE) == []


def test_a_sure_question_wins_over_another_topic_and_over_doubt(model: QuestionModel) -> None:
    """What is surely asked is answered, whatever the whole was taken for; a foreign subject is not."""
    for act in (topic_act(SORE), Act(UNSURE, 0.3)):
        found = asked(model, act, "how strong are they")
        assert (found.kind, found.values(TOPIC), found.values(QUESTION)) == (ASK_TOPIC, [ORAL], ["strong"])
    assert asked(model, Act(OUT_OF_SCOPE, 0.9), "how strong are they").kind == OUT_OF_SCOPE


def test_a_question_that_is_near_wins_over_a_sure_topic(model: QuestionModel) -> None:
    """However sure another topic is, from the bar of other topics on."""
    elsewhere = Prediction([("side_effects", 0.95), (ORAL, 0.01), ("out_of_scope", 0.01)], 0.9)
    said, act = Said.of("how strong are they"), Act(ASK_TOPIC, 0.95, ((TOPIC, "side_effects"),))
    found = MessagePrediction(elsewhere, elsewhere, [elsewhere], [], None)
    far = with_questions(act, said, vectors(said.texts), found, model, Meanings(), BARS)
    assert (far.kind, far.values(QUESTION)) == (ASK_TOPIC, ["strong"])
    near = with_questions(act, said, vectors(said.texts), found, model, Meanings(), replace(BARS, other=5.0))
    assert (near.values(TOPIC), near.values(QUESTION)) == (["side_effects"], [])


def test_of_two_questions_that_are_about_as_likely_one_is_answered(model: QuestionModel) -> None:
    """The nearest is answered, and the other is there to offer."""
    act = asked(model, topic_act(ORAL), "strong and long")
    assert act.values(TOPIC) == [ORAL]
    assert {*act.values(QUESTION), *act.values(NEAR)} >= {"strong", "long"}
    assert len(act.values(QUESTION)) == 1


def test_a_question_of_the_likeliest_topic_on_offer_is_asked(model: QuestionModel) -> None:
    """What is likely enough for a topic that is understood is so for the one that would be offered first."""
    ((found, *_),) = model.find(["so strong"], vectors(["strong"]), [heard(ORAL)], BARS)
    bars = replace(BARS, sure=found.score + 1)
    said, one = Said.of("so strong"), heard(ORAL)
    offer = Act(UNSURE, 0.3, ((OFFERED, ORAL), (OFFERED, SORE)))
    act = with_questions(
        offer, said, vectors(said.texts), MessagePrediction(one, one, [one], []), model, Meanings(), bars
    )
    assert (act.kind, act.values(QUESTION)) == (ASK_TOPIC, ["strong"])


def test_a_question_is_asked_though_its_topic_is_in_doubt(model: QuestionModel) -> None:
    """Where its topic is only among the likeliest, one that is near enough is asked, and no other."""
    doubt = Prediction([(SORE, 0.3), (ORAL, 0.25), ("out_of_scope", 0.01)], 0.9)
    offer = Act(UNSURE, 0.3, ((OFFERED, SORE), (OFFERED, ORAL)))
    said, found = Said.of("so strong"), MessagePrediction(doubt, doubt, [doubt], [])
    act = with_questions(offer, said, vectors(said.texts), found, model, Meanings(), BARS)
    assert act.values(QUESTION) == ["strong"]
    far = with_questions(offer, said, vectors(said.texts), found, model, Meanings(), replace(BARS, other=9.0))
    assert (far.kind, far.values(QUESTION)) == (UNSURE, [])


def test_other_acts_keep_their_kind(model: QuestionModel) -> None:
    """A request about a plan, small talk or a refusal is not taken over, but a button's words are."""
    for kind in ("plan", "thanks", "affirm", "dose_change_request"):
        assert asked(model, Act(kind), "strong stuff").kind == kind
        assert asked(model, Act(kind), "strong?").values(QUESTION) == ["strong"]


def test_a_result_is_never_read(model: QuestionModel) -> None:
    """Where a person's own number is to be read, no question of another topic takes its place."""
    act = asked(model, topic_act("diagnosis_request"), "my b12 is 180, is that strong?")
    assert (act.values(TOPIC), act.values(QUESTION)) == (["diagnosis_request"], [])


def test_what_is_asked_beside_a_result_is_answered(model: QuestionModel) -> None:
    """The result is not read, and the other question of the message has its answer."""
    act = asked(model, topic_act("diagnosis_request"), "How strong are the tablets, and is my 180 low?")
    assert (act.values(TOPIC), act.values(QUESTION)) == ([ORAL, "diagnosis_request"], ["strong"])


def test_several_questions_in_one_message(model: QuestionModel) -> None:
    """Each of several questions is found by itself, in the order asked, also within one topic."""
    act = asked(model, topic_act(ORAL), "How strong are they? And how long do I take them?")
    assert (act.values(TOPIC), act.values(QUESTION)) == ([ORAL], ["strong", "long"])


def test_what_leans_and_what_is_near_is_carried(model: QuestionModel) -> None:
    """The conversation decides what a question leans on; nearly asked ones are there to offer."""
    act = asked(model, Act(UNSURE), "is that normal?")
    assert act.values(LEANING) == ["bruise"]
    assert "long" not in asked(model, topic_act(ORAL), "how strong are they").values(NEAR)


def test_a_question_with_the_thing_put_in_is_one_of_that_thing(model: QuestionModel) -> None:
    """Of two things that may be asked how long they last, the one in focus is meant; of an unknown thing nothing."""
    ((vector),) = vectors(["long bruise"])
    assert model.of_thing("tablets", "tablets: how long", vector, BARS)[0] == "long"
    assert model.of_thing("bruise", "bruise: how long", vector, BARS)[0] == "bruise"
    assert model.of_thing("metformin", "metformin: how long", vector, BARS) == []


def test_what_is_foreign_is_asked_of_no_thing(model: QuestionModel) -> None:
    """The bar holds for what leans too."""
    assert model.of_thing("tablets", "tablets: foreign film", vectors(["foreign"])[0], BARS) == []


def test_what_asks_decides_between_the_topics_that_a_tale_leaves_open(model: QuestionModel) -> None:
    """Of the topics that the whole message only offers, the one is answered that its question is surely about."""
    said = Said.of("My GP tested me in May. Then came a letter. Is that really needed?")
    tale, sure, faint = heard(ORAL, 0.3), heard(SORE, 0.9), heard(SORE, 0.5)
    offer = Act(UNSURE, 0.3, ((OFFERED, ORAL), (OFFERED, SORE)))
    assert said.points_back == 2
    for last, topics in ((sure, [SORE]), (faint, [])):
        found = MessagePrediction(tale, tale, [tale, tale, last], [])
        act = with_questions(offer, said, vectors(said.texts), found, model, Meanings(), BARS)
        assert act.values(TOPIC) == topics


def test_a_question_beyond_doubt_is_more_than_a_request_that_is_hardly_heard(model: QuestionModel) -> None:
    """A request of a plan that likeness is not sure of leaves a message to the question that it surely asks."""
    one = heard(ORAL)
    found, said = MessagePrediction(one, one, [one], []), Said.of("strong stuff")
    sure = replace(BARS, sure=0.1, alone=0.0)
    for confidence, kind in ((0.6, ASK_TOPIC), (0.8, "plan")):
        act = with_questions(Act("plan", confidence), said, vectors(said.texts), found, model, Meanings(), sure)
        assert act.kind == kind
