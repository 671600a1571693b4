"""Everything that keeps the texts of the content from being published, as faults with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from b12guide.content._read import REPLY_FILES, Fault, Reading, read_folder
from b12guide.content.diary import diary_faults
from b12guide.content.model import Topic
from b12guide.content.prose import MAX_SHORT_WORDS, grade_faults, wording_faults, words_in
from b12guide.content.question_check import question_faults
from b12guide.yaml_lines import Document, YamlError, read_yaml

MIN_TERMS: Final = 40
UNIT_TERM: Final = "microgram"
# On lists.yml: the topic that the list itself belongs to, and what leaves room for a person's own questions.
ABOUT_QUESTIONS: Final = "questions_for_clinician"
MOST_ALWAYS: Final = 8
# Replies that a conversation can come to again and again, and how long a bubble may be to be said each time.
SAID_ONCE: Final = frozenset(REPLY_FILES) - {"channels.yml"}
MOST_WORDS_AGAIN: Final = 12

Keys = tuple[str | int, ...]


def check(folder: Path, today: date) -> list[Fault]:
    """Find everything that is wrong with a content folder.

    Args:
        folder: the content folder.
        today: the day against which review dates are held.

    Returns:
        the findings, by file and line; an empty list when all is well.
    """
    reading = read_folder(folder)
    faults = list(reading.faults)
    faults += _topics_missing(reading)
    for topic in reading.topics.values():
        faults += _topic_faults(reading, topic, today)
    faults += question_faults(reading)
    faults += _source_faults(reading, today)
    faults += _glossary_faults(reading)
    faults += _reply_faults(reading)
    faults += _list_faults(reading)
    faults += _quiz_faults(reading)
    if (diary := reading.documents.get("diary.yml")) is not None:
        faults += [_fault(diary, keys, message) for keys, message in diary_faults(diary.data, reading.uncounted)]
    return sorted(set(faults))


def texts_of(topic: Topic) -> Iterator[tuple[Keys, str]]:
    """Every text of a topic that people read, with the keys that lead to it in the file."""
    yield ("question",), topic.question
    yield ("short",), topic.short
    yield from ((("more", number), text) for number, text in enumerate(topic.more))
    yield ("simpler",), topic.simpler
    yield ("why",), topic.why
    yield from ((("differs", number, "text"), row.text) for number, row in enumerate(topic.differs))
    if topic.disagreement:
        yield ("disagreement", "text"), topic.disagreement.text
    yield from ((("ask_clinician", number), text) for number, text in enumerate(topic.ask_clinician))
    yield ("contact",), topic.contact


def graded_texts_of(topic: Topic) -> Iterator[tuple[Keys, str]]:
    """The texts of a topic as they are read in one go: the grade of a list is that of the whole list."""
    whole_lists = {"question", "more", "ask_clinician"}
    yield ("more",), "\n".join(topic.more)
    yield ("ask_clinician",), "\n".join(topic.ask_clinician)
    yield from ((keys, text) for keys, text in texts_of(topic) if keys[0] not in whole_lists)


def _topics_missing(reading: Reading) -> Iterator[Fault]:
    for topic_id in reading.topic_ids:
        path = reading.folder / "topics" / f"{topic_id}.yml"
        if not path.exists():
            yield Fault(path, 1, f"the topic {topic_id} has no file; write it (docs/content.md shows how)")


def _topic_faults(reading: Reading, topic: Topic, today: date) -> Iterator[Fault]:
    document = reading.topic_document(topic.id)

    def fault(keys: Keys, message: str) -> Fault:
        name = ".".join(str(key) for key in keys)
        return Fault(document.path, document.line_of(*keys), f"{name}: {message}")

    if topic.review_due < today:
        yield fault(("review_due",), f"the review was due on {topic.review_due}; review the text, then set a new day")
    if topic.last_checked and topic.last_checked > today:
        yield fault(("last_checked",), f"{topic.last_checked} is still to come; write the day of the check, or null")
    if (count := words_in(topic.short)) > MAX_SHORT_WORDS:
        yield fault(("short",), f"{count} words; {MAX_SHORT_WORDS} at most: move the rest to more")
    for number, other in enumerate(topic.follow_up):
        if other == topic.id or other not in reading.topics:
            yield fault(("follow_up", number), f"{other} leads nowhere; name another topic that has a file")
    for keys, text in texts_of(topic):
        yield from (fault(keys, message) for message in wording_faults(reading.shown(text)))
    for keys, text in graded_texts_of(topic):
        yield from (fault(keys, message) for message in _grade_faults(reading, text))
    for country in (None, *sorted({row.country for row in topic.differs})):
        rows = [row.text for row in topic.differs if row.country == country]
        whole = "\n".join([topic.short, *rows, topic.contact])
        said_with = f"said with the contact and the rows of {country or 'no country'}"
        yield from (fault(("short",), f"{said_with}: {message}") for message in _grade_faults(reading, whole))
    for number, phrase in enumerate(topic.must_not_say):
        try:
            pattern = re.compile(phrase, re.IGNORECASE)
        except re.error as error:
            yield fault(("must_not_say", number), f"not a regular expression ({error}); correct or quote it")
            continue
        for keys, text in texts_of(topic):
            if found := pattern.search(reading.shown(text)):
                yield fault(keys, f"says '{found.group()}', which this topic must not say ('{phrase}'); reword it")


def _grade_faults(reading: Reading, text: str) -> Iterator[str]:
    yield from grade_faults(reading.shown(text), reading.uncounted)


def _source_faults(reading: Reading, today: date) -> Iterator[Fault]:
    document = reading.documents.get("sources.yml")
    if document is None:
        return
    used = {source for cited in reading.documents.values() for source in _sources_in(cited.data)}
    for path in set(reading.folder.glob("*.yml")) - {cited.path for cited in reading.documents.values()}:
        with suppress(YamlError):  # a file of another part of the product, which reports its own faults
            used.update(_sources_in(read_yaml(path).data))
    for source in reading.sources.values():
        if source.id not in used:
            message = f"nothing uses the source {source.id}; delete it here or cite it where it is needed"
            yield Fault(document.path, document.line_of(source.id), message)
        if source.checked and source.checked > today:
            message = f"{source.id}: checked on {source.checked}, which is still to come; write the day or null"
            yield Fault(document.path, document.line_of(source.id, "checked"), message)


def _sources_in(data: object) -> Iterator[str]:
    """Every source id that a file cites, under the name `sources` at any depth."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "sources" and isinstance(value, list):
                yield from (source for source in value if isinstance(source, str))
            else:
                yield from _sources_in(value)
    elif isinstance(data, list):
        for item in data:
            yield from _sources_in(item)


def _glossary_faults(reading: Reading) -> Iterator[Fault]:
    document = reading.documents.get("glossary.yml")
    if document is None:
        return
    if len(reading.terms) < MIN_TERMS:
        message = f"{len(reading.terms)} terms; at least {MIN_TERMS} are needed: add those that answers use"
        yield Fault(document.path, 1, message)
    named: dict[str, str] = {}
    for term in reading.terms.values():
        for name in (term.term, *term.also):
            if named.setdefault(name.casefold(), term.id) != term.id:
                message = f"{term.id}: '{name}' is already a name of {named[name.casefold()]}; keep one"
                yield Fault(document.path, document.line_of(term.id), message)
        line = document.line_of(term.id, "means")
        faults = [*wording_faults(term.means, unit_explained=term.id == UNIT_TERM), *_grade_faults(reading, term.means)]
        yield from (Fault(document.path, line, f"{term.id}: {message}") for message in faults)
        for source in term.sources:
            if "sources.yml" in reading.documents and source not in reading.sources:
                message = f"{term.id}: source {source} is not in sources.yml; add it there or correct its key here"
                yield Fault(document.path, document.line_of(term.id, "sources"), message)


def _reply_faults(reading: Reading) -> Iterator[Fault]:
    for name, document in reading.documents.items():
        for key in document.data if name in REPLY_FILES else ():
            yield from _faults_of_reply(reading, name, document, key)


def _faults_of_reply(reading: Reading, name: str, document: Document, key: str) -> Iterator[Fault]:
    reply = reading.replies[key]
    wordings = [reply.bubbles, *reply.again]
    said_again = [bubble for wording in reply.again for bubble in wording]
    texts = [*reply.bubbles, *said_again, *(text for _, text in reply.by_country), reply.elsewhere, reply.on_phone]
    shown = [reading.shown(text) for text in texts if text]
    for text in shown:
        yield from (Fault(document.path, document.line_of(key), f"{key}: {m}") for m in wording_faults(text))
    grades = _grade_faults(reading, "\n".join(shown))
    yield from (Fault(document.path, document.line_of(key, "bubbles"), f"{key}: {m}") for m in grades)
    # What says whom to call may be said any number of times.
    often = [bubble for bubble in wordings[-1] if "{emergency}" not in bubble]
    if name in SAID_ONCE and any(words_in(bubble) > MOST_WORDS_AGAIN for bubble in often):
        message = (
            f"{key}: said again it would be the same text; end `again` with at most {MOST_WORDS_AGAIN} words a bubble"
        )
        yield Fault(document.path, document.line_of(key), message)
    for number, button in enumerate(reply.buttons):
        if button.topic is not None and button.topic not in reading.topics:
            message = f"{key}: the button '{button.title}' leads nowhere; name a topic that has a file"
            yield Fault(document.path, document.line_of(key, "buttons", number), message)


def _list_faults(reading: Reading) -> Iterator[Fault]:
    document = reading.documents.get("lists.yml")
    if document is None:
        return
    seen: set[str] = set()
    groups = {name: group for name, group in document.data.items() if name != "words"}
    yield from _word_faults(reading, document)
    for name, group in groups.items():
        asked = "\n".join(item["ask"] for item in group["items"])
        yield from (_fault(document, (name,), message) for message in _grade_faults(reading, asked))
        for number, item in enumerate(group["items"]):
            keys = (name, "items", number)
            yield from (_fault(document, (*keys, "ask"), message) for message in wording_faults(item["ask"]))
            yield from _reference_faults(reading, document, keys, item["topics"], item["sources"])
            if item["id"] in seen:
                yield _fault(document, (*keys, "id"), f"{item['id']} stands here twice; give each a name of its own")
            seen.add(item["id"])
    brought = {topic for group in groups.values() for item in group["items"] for topic in item["topics"]}
    for topic in sorted(set(reading.topics) - brought - {ABOUT_QUESTIONS}):
        yield Fault(document.path, 1, f"no question has the topic {topic}; add it to the topics of one")
    always = sum(item["always"] for group in groups.values() for item in group["items"])
    if always > MOST_ALWAYS:
        message = f"{always} questions are on every list; {MOST_ALWAYS} at most, or nothing of a person's own fits in"
        yield Fault(document.path, 1, message)


def _quiz_faults(reading: Reading) -> Iterator[Fault]:
    document = reading.documents.get("teach_back.yml")
    if document is None:
        return
    seen: set[str] = set()
    yield from _word_faults(reading, document)
    for name in (name for name in document.data if name != "words"):
        for number, question in enumerate(document.data[name]["questions"]):
            keys = (name, "questions", number)
            yield from _text_faults(reading, document, (*keys, "ask"), question["ask"])
            yield from _text_faults(reading, document, (*keys, "explain"), question["explain"])
            yield from _reference_faults(reading, document, keys, [question["topic"]], question["sources"])
            for place, option in enumerate(question["options"]):
                at = (*keys, "options", place)
                yield from (_fault(document, at, message) for message in wording_faults(option["text"]))
                if option["text"].casefold() in seen:
                    yield _fault(document, at, f"'{option['text']}' is an answer already; put this one in other words")
                seen.add(option["text"].casefold())


def _fault(document: Document, keys: Keys, message: str) -> Fault:
    name = ".".join(str(key) for key in keys)
    return Fault(document.path, document.line_of(*keys), f"{name}: {message}")


def _word_faults(reading: Reading, document: Document) -> Iterator[Fault]:
    """What is wrong with the words around a list or a check; a heading or a button alone has no grade."""
    for key, text in document.data["words"].items():
        if key in ("title", "button"):
            yield from (_fault(document, ("words", key), message) for message in wording_faults(text))
        else:
            yield from _text_faults(reading, document, ("words", key), text)


def _text_faults(reading: Reading, document: Document, keys: Keys, text: str) -> Iterator[Fault]:
    """What is wrong with the wording and the grade of one text."""
    shown = reading.shown(text)
    yield from (_fault(document, keys, message) for message in (*wording_faults(shown), *_grade_faults(reading, text)))


def _reference_faults(
    reading: Reading, document: Document, keys: Keys, topics: Sequence[str], sources: Sequence[str]
) -> Iterator[Fault]:
    """Topics without a file, and sources that nobody listed."""
    for topic in topics:
        if topic not in reading.topics:
            yield _fault(document, (*keys, "topics"), f"{topic} leads nowhere; name a topic that has a file")
    for source in sources:
        if "sources.yml" in reading.documents and source not in reading.sources:
            message = f"source {source} is not in sources.yml; add it there or correct its key here"
            yield _fault(document, (*keys, "sources"), message)
