"""Which specific question of the topics a text asks: likeness to all ways to ask them. No Rasa in here."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from b12guide.content import Content, Question
from b12guide.content.ways import same_words
from b12guide.understanding.children import may_be_about_child
from b12guide.understanding.intent_model import IntentModel
from b12guide.understanding.known_texts import Vectors
from b12guide.understanding.predictions import Prediction

FOLDER, ARRAYS_FILE, WORDS_FILE = "questions", "question_ways.npz", "question_ways.json"
# How the label of a topic as a whole begins, which is asked as its questions are and has no answer of its own.
WHOLE = "whole "
# The label of phrases that ask none of the questions, and how many of them are learned: each so many-th.
NONE, EACH = "", 3
# How the intents begin whose phrases ask nothing that a question answers.
ASK_NOTHING = (
    "out_of_scope", "plan_", "diary_", "reminder_", "dose_change_request", "greet", "thanks", "goodbye", "bot_identity",
)  # fmt: skip
# What the likeness of the last question, and of a text by itself, counts beside that of the two as one.
_OF_LAST, _OF_ITSELF = 0.6, 0.3
# A person's own result is never read, whatever else the words are like.
NEVER_READ = "diagnosis_request"
# A way to ask in the very words of the text.
EXACT = 2.0
# The share of the ways to ask a question from which on it is of children if they have a word for one, and the score
# of such a question where a message has none.
OF_CHILDREN, NOT_ASKED = 0.88, -1.0
# Words that make a question stronger and change nothing of it.
_STRONGER = re.compile(
    r"\b(?:actually|really|honestly|exactly|even|just|bloody|damn|fucking|flipping|feckin|the hell|on earth)\b\s*"
)
_TAG = re.compile(r"^(?:and |so )?(that|this|it) ((?:\w+ ){0,2}\w+) (?:is it|isnt it|innit|is that so)$")
# Words before and after a question that leans on what was just said: they change nothing of it.
_AROUND = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|also|then|yes|yeah|no|thanks|hi|hmm|um|please)\s+)+"
    r"|(?:\s+(?:then|please|though|thanks|thank you|pls|anyway|for me|x))+$"
)


@dataclass(frozen=True)
class QuestionBars:
    """Bars, chosen by cross-validation (docs/understanding.md).

    `found`: score from which a text asks a question of the topic that it is about, and `other` any other one; `sure`:
    from which it asks a person's own result, and takes the place of another subject, if the next one is as far behind
    as `apart`, or `alone`.
    `prior`, `answer`: what the confidence in the topic, and the cosine to the answer, count beside the likeness to the
    ways to ask. `leans`: cosine from which a text is a way to ask that leans on what was just said, and `short`: how
    many words it has at most. `topic_alone`: confidence from which one of several questions gets the answer of its
    topic, where no question of it is found; `near`: score from which a question is worth offering; `focused`:
    from which a message asks it of the thing that was just spoken of; `followed`: score from which it asks it after
    the last question, `ahead`: how far the next one is behind, and `surely_followed`: score from which it does whatever
    it sounds like by itself. `whole`: cosine to a topic's own question from which the topic as a whole is asked.
    """

    found: float = 0.45
    other: float = 0.50
    sure: float = 0.75
    apart: float = 0.25
    alone: float = 0.40
    prior: float = 0.20
    answer: float = 0.30
    leans: float = 0.90
    short: int = 7
    topic_alone: float = 0.40
    near: float = 0.30
    focused: float = 0.60
    followed: float = 0.34
    ahead: float = 0.12
    surely_followed: float = 0.60
    whole: float = 0.90


@dataclass(frozen=True)
class Found:
    """A question that a text may ask, and how surely: what adds up as in `QuestionBars`, or `EXACT`."""

    question: str
    topic: str
    score: float
    # By how much it is nearer than the next one.
    lead: float = 0.0

    @property
    def whole(self) -> bool:
        """Whether all of the topic is asked for, and no question of it."""
        return self.question.startswith(WHOLE)

    def is_asked(self, topics: Collection[str], bars: QuestionBars) -> bool:
        """Whether it is asked by a text that is about `topics`. Who asks what their own result means is answered so
        only where that is sure."""
        if self.topic in topics:
            return self.score >= bars.found
        return self.surely(bars) if self.topic == NEVER_READ else self.score >= bars.other

    def surely(self, bars: QuestionBars) -> bool:
        """Whether it is asked, whatever the text as a whole was taken for."""
        return self.score >= bars.sure and self.lead >= bars.apart

    def beyond_doubt(self, bars: QuestionBars) -> bool:
        """Whether it is asked, however sure the text seemed to be about something else."""
        return self.score >= bars.sure and self.lead >= bars.alone


class QuestionModel:
    """The ways to ask all questions, learned as the intents are, and their answers."""

    def __init__(self) -> None:
        self._topics: dict[str, str] = {}
        self._about: dict[str, str] = {}
        self._asking = IntentModel()
        self._answers = np.zeros((0, 0), np.float32)
        self._exact: dict[str, str] = {}
        # The questions that nobody asks without a word for a child.
        self._about_children: set[str] = set()
        # The ways that lean, each with the question that it asks of what was spoken of, and their vectors.
        self._leaning: list[tuple[str, str]] = []
        self._leaning_vectors = np.zeros((0, 0), np.float32)
        self._lay_out()

    def _lay_out(self) -> None:
        """What every text asks of the questions, in the order of their scores."""
        self._ids = [label for label in self._asking.labels if label]
        self._places = {question: place for place, question in enumerate(self._ids)}
        topics = sorted(set(self._topics.values()))
        self._topic_names = topics
        self._topic_places = np.array([topics.index(self._topics[one]) for one in self._ids], np.int64)
        self._wholes = np.array([one.startswith(WHOLE) for one in self._ids], bool)
        self._abouts = np.array([self._about[one] for one in self._ids], object)
        self._of_children = np.array([one in self._about_children for one in self._ids], bool)
        self._leaning_places: dict[str, list[int]] = {}
        for place, (way, _) in enumerate(self._leaning):
            if way:
                self._leaning_places.setdefault(way, []).append(place)

    def _scores(self, scores: Vectors, vectors: Vectors, bars: QuestionBars) -> Vectors:
        """What the ways to ask say of each question, and its answer (n, questions)."""
        of_ways: Vectors = scores[:, len(self._asking.labels) - len(self._ids) :]
        return of_ways + bars.answer * (vectors @ self._answers.T)

    def fit(
        self,
        questions: Sequence[Question],
        vectors: Vectors,
        leaning_vectors: Vectors,
        others: Sequence[str],
        others_vectors: Vectors,
    ) -> QuestionModel:
        """Learn `questions`.

        Args:
            vectors: those of `texts_of(questions)`, row by row, by the encoder that tells questions apart.
            leaning_vectors: those of `leaning_of(questions)`, as topics are told apart.
            others: phrases that ask none of them, with their vectors as those of the questions.
        """
        ways = [(way, question.id) for question in questions for way in _asks(question)]
        self._topics = {question.id: question.topic for question in questions}
        self._about = {question.id: question.about for question in questions}
        self._exact = {same_words(way): question for way, question in ways}
        self._about_children = {question.id for question in questions if _is_of_children(question)}
        self._leaning = [(bare(way), question.id) for question in questions for way in question.leaning]
        self._leaning_vectors = leaning_vectors
        if ways:
            texts, labels = [*(way for way, _ in ways), *others], [*(question for _, question in ways)]
            rows = np.vstack([vectors[: len(ways)], others_vectors]) if others else vectors[: len(ways)]
            self._asking.fit(texts, rows, [*labels, *([NONE] * len(others))])
            by_id = dict(zip(self._topics, vectors[len(ways) :], strict=True))
            self._answers = np.stack([by_id[label] for label in self._asking.labels if label])
        self._lay_out()
        return self

    def find(
        self, texts: Sequence[str], vectors: Vectors, heard: Sequence[Prediction], bars: QuestionBars, most: int = 3
    ) -> list[list[Found]]:
        """The questions that each of `texts` is nearest to, best first, `most` at most.

        Args:
            texts: the parts of one message: a child that one of them names may be asked about in the others.
            vectors: their sentence vectors (n, d). heard: what they are about.
        """
        ids = self._ids
        if not ids or not texts:
            return [[] for _ in texts]
        scores = self._scores(self._asking.scores(texts, vectors)[0], vectors, bars)
        of_child = any(map(may_be_about_child, texts))
        found = []
        for text, row, prediction in zip(texts, scores, heard, strict=True):
            shares = dict(prediction.ranking)
            of_topics = np.array([shares.get(one, 0.0) for one in self._topic_names], np.float32)
            row = row + bars.prior * of_topics[self._topic_places]
            if not of_child:
                row[self._of_children] = NOT_ASKED
            if (known := self._exact.get(same_words(text))) is not None:
                row[self._places[known]] = EXACT
            best = np.argsort(-row, kind="stable")[: most + 1].tolist()
            leads = [float(row[one] - row[then]) for one, then in pairwise(best)] + [0.0] * (len(best) <= most)
            nearest = zip(best, leads, strict=False)
            found.append([Found(ids[at], self._topics[ids[at]], float(row[at]), lead) for at, lead in nearest])
        return found

    def is_way(self, text: str) -> bool:
        """Whether `text` is a way to ask one of the questions, word for word."""
        return same_words(text) in self._exact

    def leaning(self, text: str, vector: Vectors, bars: QuestionBars) -> list[str]:
        """The questions that `text` asks of what was just spoken of, one for each thing that this may have been, the
        likeliest first; [] for most texts."""
        words = bare(text)
        if not self._leaning or not words or len(words.split()) > bars.short:
            return []
        near = self._leaning_vectors @ vector
        near[self._leaning_places.get(words, [])] = EXACT
        likely = np.flatnonzero(near >= bars.leans)
        of: dict[str, str] = {}
        for place in likely[np.argsort(-near[likely], kind="stable")].tolist():
            question = self._leaning[place][1]
            of.setdefault(self._about[question], question)
        return list(of.values())

    def leaning_word_for_word(self, text: str) -> list[str]:
        """The questions of which `text` is a way to lean, word for word."""
        return [self._leaning[place][1] for place in self._leaning_places.get(bare(text), [])]

    def of_thing(self, thing: str, text: str, vector: Vectors, bars: QuestionBars) -> list[str]:
        """The questions about `thing`, or of a topic that asks about it, which `text`, with the thing put in, asks; the
        likeliest first, [] where none is likely.

        Args:
            vector: of `text` (d,).
        """
        of_thing = self._abouts == thing
        if not of_thing.any():
            return []
        scores, _ = self._asking.scores([text], vector[np.newaxis])
        row = self._scores(scores, vector[np.newaxis], bars)[0] + bars.prior * of_thing.astype(np.float32)
        topics = np.isin(self._topic_places, self._topic_places[of_thing])
        likely = np.flatnonzero(topics & ~self._wholes & (row >= bars.focused))
        return [self._ids[place] for place in likely[np.argsort(-row[likely], kind="stable")].tolist()]

    def following(self, text: str, last: str, vectors: Vectors, bars: QuestionBars) -> Found | None:
        """The question that `text` asks behind another one, and not that one; None where none is likely.

        Args:
            last: the id of that other one.
            vectors: of `behind(last, text)`, of the last question, and of the text (3, d).
        """
        ids = self._ids
        if not ids:
            return None
        words = np.repeat(self._asking.ngrams_say([text]), 3, axis=0)
        rows = self._scores(self._asking.scores([text] * 3, vectors, words)[0], vectors, bars)
        # What the last question asks by itself is out; what the text asks by itself counts a little more.
        row = rows[0] - _OF_LAST * rows[1] + _OF_ITSELF * rows[2]
        row[self._wholes] = NOT_ASKED
        if last in self._places:
            row[self._places[last]] = -1.0
        first, second = np.argsort(-row)[:2].tolist()
        score, lead = float(row[first]), float(row[first] - row[second])
        likely = score >= bars.followed and lead >= bars.ahead
        return Found(ids[first], self._topics[ids[first]], score, lead) if likely else None

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays and JSON: nothing in it can run code when it is read."""
        (folder / FOLDER).mkdir(exist_ok=True)
        np.savez(folder / FOLDER / ARRAYS_FILE, answers=self._answers, leaning=self._leaning_vectors)
        words = {"topics": self._topics, "about": self._about, "exact": self._exact, "leaning": self._leaning}
        words["of_children"] = sorted(self._about_children)
        (folder / FOLDER / WORDS_FILE).write_text(json.dumps(words), encoding="utf-8")
        if self._topics:
            self._asking.save(folder / FOLDER)

    @classmethod
    def load(cls, folder: Path) -> QuestionModel:
        """Read what `save` wrote."""
        model = cls()
        words: dict[str, Any] = json.loads((folder / FOLDER / WORDS_FILE).read_text(encoding="utf-8"))
        model._topics, model._about, model._exact = words["topics"], words["about"], words["exact"]
        model._leaning = [(way, question) for way, question in words["leaning"]]
        model._about_children = set(words["of_children"])
        with np.load(folder / FOLDER / ARRAYS_FILE) as arrays:
            model._answers, model._leaning_vectors = arrays["answers"], arrays["leaning"]
        if model._topics:
            model._asking = IntentModel.load(folder / FOLDER)
        model._lay_out()
        return model


def asked_of(content: Content) -> list[Question]:
    """All that can be asked: the questions, and the topics as wholes, each with its own question and the other ways to
    ask for all of it."""
    wholes = [
        Question(f"{WHOLE}{one.id}", one.id, one.question, "", one.ask, (), one.short, one.sources, (), None)
        for one in content.topics.values()
        if one.ask
    ]
    return [*content.questions.values(), *wholes]


def ways_of(questions: Sequence[Question]) -> list[str]:
    """All ways to ask `questions` by themselves, in their order."""
    return [way for question in questions for way in _asks(question)]


def texts_of(questions: Sequence[Question]) -> list[str]:
    """The texts of `questions` that tell which of them is asked: ways to ask by itself, then the answers."""
    return [*ways_of(questions), *(f"{question.question} {question.answer}" for question in questions)]


def leaning_of(questions: Sequence[Question]) -> list[str]:
    """All ways to ask `questions` that lean on what was just said, in their order."""
    return [way for question in questions for way in question.leaning]


def asks_none(intents: Sequence[str], *, each: int = EACH) -> list[int]:
    """The places of phrases that ask none of the questions, `each` so many-th, among phrases with these `intents`."""
    return [place for place, intent in enumerate(intents) if intent.startswith(ASK_NOTHING)][::each]


def beside_thing(thing: str, text: str) -> str:
    """`text`, which leans on a thing, with the thing put in front: "tablets: how strong"."""
    return f"{thing.replace('_', ' ')}: {text}"


def behind(last: str, text: str) -> str:
    """`text` behind the last question, as one: "Do I need a prescription, and off a website?"."""
    return f"{last.rstrip('?. ')}, {text}"


def bare(text: str) -> str:
    """The words of a question that leans, without "and", "so", "then" and the like around them, and without those that
    only make it stronger; "that normal is it" as "is that normal"."""
    words = _TAG.sub(r"is \1 \2", same_words(text))
    return _AROUND.sub("", " ".join((_STRONGER.sub("", words) or words).split())).strip()


def _is_of_children(question: Question) -> bool:
    """Whether nearly all ways to ask a question have a word for a child."""
    ways = _asks(question)
    return sum(map(may_be_about_child, ways)) >= OF_CHILDREN * len(ways)


def _asks(question: Question) -> tuple[str, ...]:
    return question.question, *question.ask
