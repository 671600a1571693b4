"""A text in, everything that it says by itself out: once a message, without Rasa, the same for the same text."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

import numpy as np

from b12guide.plain_text import few_blanks, harmless, is_command, without_tag
from b12guide.safety import Triage
from b12guide.shared import clinic_agreed, help_is_here, languages, replies, spelt, triage, was_long_ago
from b12guide.understanding.acts import (
    ASK_TOPIC,
    CHILD,
    CLINIC_AGREED,
    EXCERPT,
    HELP_IS_HERE,
    LANGUAGE,
    NOT_UNDERSTOOD,
    NOT_WHOLE,
    REQUEST,
    WAS_LONG_AGO,
    Act,
)
from b12guide.understanding.asked import with_questions
from b12guide.understanding.children import about_child
from b12guide.understanding.encoder.encoder import Encoder
from b12guide.understanding.encoder.once import Once
from b12guide.understanding.encoder.tuned_reader import TunedReader
from b12guide.understanding.intent_model import IntentModel
from b12guide.understanding.known_texts import Vectors
from b12guide.understanding.language import language_of, warm_up
from b12guide.understanding.plan_request import request_in
from b12guide.understanding.predictions import MessagePrediction, Prediction
from b12guide.understanding.questions import QuestionBars, QuestionModel, behind, beside_thing
from b12guide.understanding.scope import ScopeBars, said_about
from b12guide.understanding.second_reading import both, may_hold_sign, measured
from b12guide.understanding.sentences import Said
from b12guide.understanding.sign_model import EMERGENCY, alarm_of
from b12guide.understanding.sign_told import whole_parts
from b12guide.understanding.surroundings import as_asked, runs
from b12guide.understanding.talk import Talk, TalkReader
from b12guide.understanding.verdict import (
    Thresholds,
    Verdict,
    beyond_doubt,
    is_alarming,
    judge,
    likenesses,
    worst,
)
from b12guide.understanding.wholes import Wholes

logger = logging.getLogger(__name__)
# Vectors of our own words that are kept: 1.5 kB each.
MOST_QUESTIONS = 1024
# From how many words a message is a story, what tells of a plan in it, and from which share it may.
STORY, TELLS_PLAN, HARDLY_TOLD = 15, ("tells_plan", "tells_dose", "tells_first", "tells_count"), 0.15


def _nothing(thing: str) -> list[str]:
    return []


def _no_question(_last: str, _words: str) -> None:
    return None


def _by_rules(text: str) -> Understanding:
    """What is known of a text without any model: its signs, and what the grammar reads."""
    verdict = Verdict.of_rules(triage(text))
    return Understanding(
        text, verdict, Act(verdict.level) if verdict.warns else request_in(text) or Act(NOT_UNDERSTOOD)
    )


@dataclass(frozen=True)
class Part:
    """A sentence of a message, and what it comes out as by itself."""

    text: str
    act: Act


@dataclass(frozen=True)
class Understanding:
    """What a message says by itself: its text, the verdict on warning signs, and what it comes out as."""

    # Of a long one, the excerpt that was heard.
    text: str
    verdict: Verdict
    act: Act
    # Each sentence by itself where there are several, in order.
    parts: tuple[Part, ...] = ()
    # The questions that the text asks if it leans on a thing ("tablets"), likeliest first. It is read again for that,
    # so only the conversation, which knows of the thing, asks for it.
    of_thing: Callable[[str], list[str]] = field(default=_nothing, compare=False, repr=False)
    # The question that the text asks behind another one, given by id and words, and whether it surely does; None where
    # none is likely.
    behind: Callable[[str, str], tuple[str, bool] | None] = field(default=_no_question, compare=False, repr=False)
    # What of the text asks, where the rest only tells, greets or takes up what was said; else "".
    asks: str = field(default="", compare=False)
    # Each of several questions, in order.
    questions: tuple[str, ...] = field(default=(), compare=False)
    # Whether only an excerpt was heard: nothing of a plan is taken from it.
    excerpt: bool = False
    # What it does to a plan, and which of its words say so.
    talk: Talk = field(default=Talk(), compare=False)
    # What a piece of it says by itself. It is read anew for that, so only the conversation, which finds what is done by
    # itself, asks for it.
    alone: Callable[[str], Understanding] = field(default=_by_rules, compare=False, repr=False)


@dataclass(frozen=True)
class Bars:
    """From where on what was heard decides. `asked_from`: the likeness to a sign, from 0 to 1, from which the second
    reader is asked about a message and each of its sentences, `glanced_from`: about the whole of it alone; `left_out`:
    that below which a sentence may be left out of what is read beside the whole."""

    scope: ScopeBars = field(default_factory=ScopeBars)
    questions: QuestionBars = field(default_factory=QuestionBars)
    verdict: Thresholds = field(default_factory=Thresholds)
    asked_from: float = 0.20
    glanced_from: float = 0.05
    left_out: float = 0.27


class Understander:
    """What it takes to understand a text: the models, the encoder, the second reader and that of plans and questions.
    It keeps nothing of any text."""

    def __init__(
        self,
        model: IntentModel,
        questions: QuestionModel,
        encoder: Encoder,
        second: TunedReader,
        talk: TalkReader,
        bars: Bars,
        topics: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Signs, topics and requests are heard by `encoder`; plans and questions by that of `talk`. `topics`: each with
        its own question."""
        self._model, self._questions = model, questions
        self._encoder, self._second, self._talk, self._bars = encoder, second, talk, bars
        # Of questions and topics of ours, which are asked behind again and again; never of what somebody wrote.
        self._of_content: Callable[[str], Vectors] = lru_cache(MOST_QUESTIONS)(lambda it: talk.encoder.encode([it])[0])
        self._wholes = Wholes(topics, talk.encoder.encode)
        warm_up()
        # The encoder needs no lock of the interpreter: it works beside the rules and the grammar.
        self._beside = ThreadPoolExecutor(max_workers=2, thread_name_prefix="encoder")

    def understand(self, text: str, *, whole: bool = True) -> Understanding:
        """Everything that `text` says by itself; safe in any thread.

        Where it is not the `whole` of what was written, the signs in it count and nothing else.
        """
        plain = without_tag(few_blanks(harmless(text)))
        if not plain:
            return Understanding(plain, Verdict.of_rules(triage(plain)), Act(NOT_UNDERSTOOD))
        said = Said.of(plain, self._questions.is_way)
        if (foreign := _foreign(plain, said)) is not None:
            return foreign
        parts, asking = [plain, *said.sentences], Once(self._talk.encoder)
        vectors = self._beside.submit(self._vectors, said)
        judged = [triage(part) for part in parts]
        ngrams = self._model.ngrams_say(said.texts)
        request = whole and not is_command(text)
        # Nothing of a plan is taken from an excerpt, or from a message that is a command.
        of_plans = request and not said.excerpt
        # Plans and questions are heard in one reading.
        talk = self._beside.submit(lambda: self._talk.hear(asking.read(said.heard))) if of_plans else None
        grammar = request_in(plain) if of_plans else None
        heard = self._model.predict_message(said, vectors.result(), ngrams)
        told = talk.result() if talk is not None else Talk()
        if grammar is not None and _tells_no_plan(told):
            grammar = None
        verdict = self._verdict(said, heard, parts, judged)
        if not whole:
            verdict = max(Verdict.of_rules(judged[0]), verdict, key=Verdict.rank)
        if verdict.warns:
            verdict = replace(verdict, heard=whole_parts(plain, verdict.heard))
            act = Act.of(verdict.level, heard.whole, sure=True)
        elif not request:
            # A part of a message, or one typed as a command, answers nothing and leans on nothing.
            act = Act(NOT_UNDERSTOOD, details=((NOT_WHOLE, "yes"),))
        elif not any(c.isalnum() for c in plain):
            act = grammar or Act(NOT_UNDERSTOOD)
        elif grammar is not None and (not said.asks or request_in(said.asks) is not None):
            act = grammar
        else:
            act = said_about(said.text, heard.heard, heard.questions, self._bars.scope)
            read, bars = vectors.result(), self._bars.questions
            act = with_questions(act, said, read, heard, self._questions, asking, bars, self._wholes)
            if grammar is not None:
                act = _beside(act, grammar)
            if about_child(said.text):
                act = replace(act, details=(*act.details, (CHILD, "yes")))
            # The rest of it may say the opposite of anything but a question.
            if said.excerpt and act.kind != ASK_TOPIC:
                act = Act(NOT_UNDERSTOOD, details=((NOT_WHOLE, EXCERPT),))
        if verdict.warns and not whole:
            act = replace(act, details=(*act.details, (NOT_WHOLE, "yes")))
        if whole and not said.excerpt:
            act = _with_replies(act, plain, heard.heard.label)
        parts_said = self._parts(said, heard) if whole and not said.excerpt and not verdict.warns else ()
        of_thing = partial(self._of_thing, asking, said.asking or said.heard)
        after = partial(self._behind, asking, said.asking or said.heard)
        return Understanding(
            said.text, verdict, act, parts_said, of_thing, after, said.asking,
            tuple(said.questions), said.excerpt, told, self.understand,
        )  # fmt: skip

    def _of_thing(self, asking: Once, text: str, thing: str) -> list[str]:
        read = beside_thing(thing, text)
        return self._questions.of_thing(thing, read, asking.encode([read])[0], self._bars.questions)

    def _behind(self, asking: Once, text: str, last: str, words: str) -> tuple[str, bool] | None:
        both, alone = asking.encode([behind(words, text), text])
        vectors = np.stack([both, self._of_content(words), alone])
        found = self._questions.following(text, last, vectors, self._bars.questions)
        return None if found is None else (found.question, found.score >= self._bars.questions.surely_followed)

    def _parts(self, said: Said, heard: MessagePrediction) -> tuple[Part, ...]:
        pairs = zip(said.sentences, heard.sentences, strict=True) if said.sentences else ()
        return tuple(
            Part(text, request_in(text) or said_about(text, prediction, (), self._bars.scope))
            for text, prediction in pairs
        )

    def _vectors(self, said: Said) -> Vectors:
        # The encoder knows words, and no typing faults.
        vector, vectors = self._encoder.encode_with_parts(spelt(said.heard), [spelt(one) for one in said.sentences])
        # Each of several questions wants an answer of its own, so it is heard by itself.
        # So does what asks, where the rest only tells.
        alone = said.texts[1 + len(said.sentences) :]
        return np.stack([vector, *vectors, *self._encoder.encode([spelt(one) for one in alone])])

    def _verdict(self, said: Said, heard: MessagePrediction, parts: Sequence[str], judged: Sequence[Triage]) -> Verdict:
        """What is worse: what a message with its sentences says, or without the harmless words around them."""
        # Nothing that is heard would change it, and the second reader takes the longest of all.
        alarming = any(is_alarming(seen, parts[0], part) for seen, part in zip(judged, parts, strict=True))
        if beyond_doubt(judged[0], alarming):
            return Verdict.of_rules(judged[0])
        first = [heard.whole, *(heard.sentences if len(parts) > 1 else [])]
        found = self._read_again(first, parts[0], partial(measured, self._second, said))
        verdict = judge(judged[0], likenesses(found, parts, judged, judged[0]), parts, self._bars.verdict)
        if verdict.level == EMERGENCY:
            return verdict
        beside = runs(said, [alarm_of(one.measures).sign for one in first], self._bars.left_out)
        if not beside:
            return verdict
        if "?" in said.text:
            beside = [text for run in beside for text in as_asked(run)]
        for run, vector in zip(beside, self._encoder.encode([spelt(run) for run in beside]), strict=True):
            alone = [self._model.predict(run, vector)]
            found += self._read_again(alone, run, partial(measured, self._second, Said(run, [], [], run)))
        of_runs = [triage(run) for run in beside]
        seen, texts = worst([judged[0], *of_runs]), [*parts, *beside]
        return judge(seen, likenesses(found, texts, [*judged, *of_runs], seen), texts, self._bars.verdict)

    def _read_again(self, first: list[Prediction], text: str, second: Callable[..., Vectors]) -> list[Prediction]:
        """The `first` predictions of a message, with what the second reader makes of it where that may matter."""
        heard, hardly = [one.measures for one in first], self._bars.verdict.hardly
        if may_hold_sign(text, heard, self._bars.glanced_from, hardly):
            try:
                sentences = may_hold_sign(text, heard, self._bars.asked_from, hardly)
                return [both(*one) for one in zip(first, second(sentences=sentences), strict=True)]
            except Exception as error:
                # What the first reader and the rules say stands by itself.
                logger.error("The second reader failed: %s", type(error).__name__)
        return first


def _tells_no_plan(told: Talk) -> bool:
    """Whether in a story of some length nothing of a plan was heard: "one small glass, and not every day"."""
    parts = told.of("every", "course", "first", "last", "booked", "missed")
    return len(told.text.split()) >= STORY and told.share(*TELLS_PLAN) < HARDLY_TOLD and not parts


def _beside(asked: Act, told: Act) -> Act:
    """What is `asked` beside something `told` of a plan; what was told, where it is no question of ours."""
    if asked.kind != ASK_TOPIC:
        return told
    return replace(asked, details=(*asked.details, *((REQUEST, request) for request in told.values(REQUEST))))


def _foreign(text: str, said: Said) -> Understanding | None:
    """What a `text` in another language says, of which only words of an emergency are known; None for English.

    Signs that English rules see in it are heard as English ones are.
    """
    verdict = Verdict.of_rules(triage(text))
    if languages().answers(verdict.cards):
        act = Act(verdict.level)
        act = act if said.excerpt else _with_replies(act, text, verdict.level)
        return Understanding(said.text, verdict, act, excerpt=said.excerpt)
    language = None if verdict.warns else language_of(text, languages())
    if language is None:
        return None
    act = Act(NOT_UNDERSTOOD, details=((LANGUAGE, language),))
    act = act if said.excerpt else _with_replies(act, text, NOT_UNDERSTOOD)
    return Understanding(said.text, verdict, act, excerpt=said.excerpt)


def _with_replies(act: Act, text: str, label: str) -> Act:
    """`act`, with what only the conversation knows the meaning of: that help is there ("likely": by the `label` that
    was heard alone), or that the clinic agreed."""
    likely = replies().they_are_here(text) or (label == HELP_IS_HERE and replies().may_be_help(text))
    here = "yes" if help_is_here(text) else "likely" if likely else None
    said = [(HELP_IS_HERE, here)] if here else []
    said += [(CLINIC_AGREED, "yes")] if clinic_agreed(text) else []
    said += [(WAS_LONG_AGO, "yes")] if was_long_ago(text) else []
    return replace(act, details=(*act.details, *said))
