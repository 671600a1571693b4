"""What `make check-content` holds of the specific questions of all topics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from b12guide.content._read import Fault, Reading
from b12guide.content.model import Question, Topic
from b12guide.content.prose import grade_faults, sentences_of, wording_faults, words_in
from b12guide.content.ways import same_words

MAX_WORDS: Final = 45
MAX_SENTENCES: Final = 2
FEWEST_WAYS: Final = 8
MOST_WAYS: Final = 40
# A sentence on getting help, which stands at the end and is not counted.
_WHOM = r"(?:your|the|a|an|any|them|it|her|his|their)\b"
_HELP: Final = re.compile(
    rf"\{{emergency\}}|\bget (?:medical )?(?:advice|help)\b|\b(?:tell|call|ring|see|show|ask|talk to|contact) {_WHOM}",
    re.IGNORECASE,
)
# What an answer without a source has to say: that it does not know, and whom to ask.
_NOT_KNOWN: Final = re.compile(
    r"\bI (?:have no source|cannot say|do not know|know of no|know only)\b|\bmy answers are for adults\b", re.IGNORECASE
)
_WHO_KNOWS: Final = re.compile(
    r"\b(?:nurse|pharmacist|doctor|clinic|midwife|dentist|optician|children's team|blood service|prescribe[srd]?)\b",
    re.IGNORECASE,
)

Place = tuple[str | int, ...]


def question_faults(reading: Reading) -> Iterator[Fault]:
    """Everything that is wrong with the questions, as faults with file and line."""
    taken = {same_words(way): topic.id for topic in reading.topics.values() for way in topic.ask}
    leaned: dict[tuple[str, str], str] = {}
    for topic in reading.topics.values():
        document = reading.topic_document(topic.id)
        for number, question in enumerate(topic.questions):
            found = [*_own_faults(reading, topic, question), *_ways_twice(question, taken, leaned)]
            for part, message in found:
                place = ("questions", number, *part)
                name = ".".join(str(key) for key in place)
                yield Fault(document.path, document.line_of(*place), f"{name}: {question.id}: {message}")


def _own_faults(reading: Reading, topic: Topic, question: Question) -> Iterator[tuple[Place, str]]:
    ways = len(question.ask)
    if not FEWEST_WAYS <= ways <= MOST_WAYS:
        yield ("ask",), f"{ways} ways to ask; write {FEWEST_WAYS} to {MOST_WAYS}, none a near copy of another"
    yield from ((("question",), message) for message in wording_faults(question.question))
    wordings = (("answer", question.answer), ("carer", question.carer), ("again", question.again))
    answers = [(part, text) for part, text in wordings if text]
    answers += [("by_country", text) for _, text in question.by_country]
    for part, text in answers:
        shown = reading.shown(text)
        prose = (*wording_faults(shown), *grade_faults(shown, reading.uncounted), *_length_faults(text))
        yield from (((part,), message) for message in prose)
        if not question.sources:
            yield from (((part,), message) for message in _unsourced_faults(text))
        for phrase in topic.must_not_say:  # one that is no expression is reported with the topic
            yield from (((part,), message) for message in _said_faults(phrase, shown, "this topic"))
        for place, phrase in enumerate(question.must_not_say):
            try:
                re.compile(phrase)
            except re.error as error:
                yield ("must_not_say", place), f"not a regular expression ({error}); correct or quote it"
            yield from (((part,), message) for message in _said_faults(phrase, shown, "this question"))


def _length_faults(text: str) -> Iterator[str]:
    """What is too long, the sentences on getting help at the end left out, but never the first sentence."""
    counted = sentences_of(text)
    while len(counted) > 1 and _HELP.search(counted[-1]):
        counted.pop()
    if len(counted) > MAX_SENTENCES:
        yield f"{len(counted)} sentences before those on getting help; {MAX_SENTENCES} at most: say less"
    if (words := sum(map(words_in, counted))) > MAX_WORDS:
        yield f"{words} words before those on getting help; {MAX_WORDS} at most: say less"


def _unsourced_faults(text: str) -> Iterator[str]:
    if not _NOT_KNOWN.search(text):
        yield "has no source and does not say so; write 'I have no source on ...', or name its source"
    if not _WHO_KNOWS.search(text):
        yield "has no source and names nobody to ask; add who knows"


def _said_faults(phrase: str, text: str, whose: str) -> Iterator[str]:
    try:
        found = re.search(phrase, text, re.IGNORECASE)
    except re.error:
        return
    if found:
        yield f"says '{found.group()}', which {whose} must not say ('{phrase}'); reword it"


def _ways_twice(
    question: Question, taken: dict[str, str], leaned: dict[tuple[str, str], str]
) -> Iterator[tuple[Place, str]]:
    """Ways to ask that mean two questions, or stand twice; what leans may mean one question for each thing."""
    own: set[str] = set()
    for place, way in enumerate((question.question, *question.ask)):
        words, part = same_words(way), ("ask", place - 1) if place else ("question",)
        if (other := taken.setdefault(words, question.id)) != question.id:
            yield part, f"'{way}' is a way to ask {other} too; keep one"
        elif words in own and way != question.question:
            yield part, f"'{way}' stands here twice; keep one"
        own.add(words)
    for place, way in enumerate(question.leaning):
        key = (question.about, same_words(way))
        if (other := leaned.setdefault(key, question.id)) != question.id:
            yield ("leaning", place), f"'{way}' leans on {question.about} for {other} too; keep one"
