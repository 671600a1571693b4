"""Turning the content folder into objects, and listing what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from b12guide.content.diary import DiaryTexts
from b12guide.content.lists import QuestionLists
from b12guide.content.model import Button, Difference, Disagreement, Question, ReplyTemplate, Source, Term, Topic
from b12guide.content.teach_back import TeachBack
from b12guide.yaml_lines import Document, KeyPath, YamlError, parsed, text_of

# The files of a content folder, and some more: whoever checks, signs and checks again reads the same texts each time.
_MOST_KEPT = 128
REPLY_FILES = ("small_talk.yml", "feelings.yml", "repair.yml", "refusals.yml", "channels.yml")


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: where, what, and how to mend it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass
class Reading:
    """Everything that the folder holds, the faults met on the way, and the files that met their schema."""

    folder: Path
    topics: dict[str, Topic] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    replies: dict[str, ReplyTemplate] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    lists: QuestionLists | None = None
    teach_back: TeachBack | None = None
    diary: DiaryTexts | None = None
    documents: dict[str, Document] = field(default_factory=dict)
    topic_ids: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    faults: list[Fault] = field(default_factory=list)

    def shown(self, text: str) -> str:
        """A text with its placeholders filled as for a person of whom nothing is known, as it is measured."""
        filled = text.replace("{emergency}", self.labels.get("emergency_unknown", ""))
        filled = filled.replace("{urgent}", self.labels.get("urgent_unknown", ""))
        return filled.replace("{review}", self.labels.get("review_pending", ""))

    def topic_document(self, topic_id: str) -> Document:
        """The file of a topic that was read."""
        return self.documents[f"topics/{topic_id}.yml"]


def read_folder(folder: Path) -> Reading:
    """Read a content folder as far as it can be read.

    Args:
        folder: the content folder, with `schema/`, `topics/`, `sources.yml` and the other files of `docs/content.md`.

    Returns:
        what was read; faults are listed in it, none is raised.
    """
    reading = Reading(folder)
    schemas = _schemas(reading)
    if reading.faults:
        return reading
    reading.topic_ids = tuple(_validator(schemas["topic"]).schema["$defs"]["topic_id"]["enum"])
    for key, entry in _entries(reading, "sources.yml", schemas["sources"]):
        reading.sources[key] = _source(reading, key, entry)
    for key, entry in _entries(reading, "glossary.yml", schemas["glossary"]):
        reading.terms[key] = Term(
            key, entry["term"], tuple(entry.get("also", ())), entry["means"], tuple(entry.get("sources", ()))
        )
    for name in REPLY_FILES:
        for key, entry in _entries(reading, name, schemas["replies"]):
            if key in reading.replies:
                first = next(other for other in REPLY_FILES if key in reading.documents[other].data)
                message = f"{key} is in {first} as well; keep one"
                document = reading.documents[name]
                reading.faults.append(Fault(document.path, document.line_of(key), message))
            reading.replies[key] = _reply(key, entry)
    reading.labels.update(_entries(reading, "labels.yml", schemas["labels"]))
    if lists := dict(_entries(reading, "lists.yml", schemas["lists"])):
        reading.lists = QuestionLists.from_data(lists)
    if quizzes := dict(_entries(reading, "teach_back.yml", schemas["teach_back"])):
        reading.teach_back = TeachBack.from_data(quizzes)
    if diary := dict(_entries(reading, "diary.yml", schemas["diary"])):
        reading.diary = DiaryTexts(diary)
    reading.uncounted = tuple(name for name, _ in _entries(reading, "readability.yml", schemas["readability"]))
    for path in sorted((folder / "topics").glob("*.yml")):
        _read_topic(reading, path, schemas["topic"])
    reading.faults.extend(_questions_twice(reading))
    return reading


def _schemas(reading: Reading) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("topic", "sources", "glossary", "replies", "labels", "lists", "teach_back", "diary", "readability"):
        path = reading.folder / "schema" / f"{name}.schema.json"
        try:
            found[name] = path.read_text(encoding="utf-8")
            _validator(found[name])
        except (OSError, ValueError) as error:
            reading.faults.append(Fault(path, 1, f"this schema cannot be read ({error}); restore it"))
    return found


@lru_cache(_MOST_KEPT)
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema))


@lru_cache(_MOST_KEPT)
def _held(text: str, schema: str) -> tuple[Any, dict[KeyPath, int], tuple[ValidationError, ...]]:
    """The data of a text, its lines, and what its schema refuses; nobody changes any of them."""
    data, lines = parsed(text)
    return data, lines, tuple(_validator(schema).iter_errors(data))


def _document(reading: Reading, path: Path, schema: str) -> Document | None:
    """A file that meets its schema, or None after its faults were listed."""
    try:
        data, lines, errors = _held(text_of(path), schema)
    except YamlError as fault:
        reading.faults.append(Fault(path, fault.line, fault.message))
        return None
    document = Document(path, data, lines)
    reading.faults.extend(Fault(path, document.line_of(*error.absolute_path), in_words(error)) for error in errors)
    if errors:
        return None
    reading.documents[path.relative_to(reading.folder).as_posix()] = document
    return document


def _entries(reading: Reading, name: str, schema: str) -> Iterator[tuple[str, Any]]:
    document = _document(reading, reading.folder / name, schema)
    if document is not None:
        yield from document.data.items()


def in_words(error: ValidationError) -> str:
    """What a file's schema refuses, where in the file, and what belongs there."""
    where = ".".join(str(part) for part in error.absolute_path) or "the file"
    way_out = error.schema.get("description") if isinstance(error.schema, Mapping) else None
    message = error.message if len(error.message) <= 200 else f"{error.message[:200]}..."
    return f"{where}: {message}" + (f"; it holds {way_out}" if way_out else "; see docs/content.md")


def _day(reading: Reading, document: Document, value: str | None, *keys: str | int) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        message = f"{keys[-1]}: {value} is not a day of the calendar; write year-month-day"
        reading.faults.append(Fault(document.path, document.line_of(*keys), message))
        return None


def _source(reading: Reading, key: str, entry: Mapping[str, Any]) -> Source:
    checked = _day(reading, reading.documents["sources.yml"], entry["checked"], key, "checked")
    return Source(key, entry["publisher"], entry["title"], entry["url"], entry["read"], checked, entry["dated"])


def _reply(key: str, entry: Mapping[str, Any]) -> ReplyTemplate:
    return ReplyTemplate(
        id=key,
        bubbles=tuple(entry["bubbles"]),
        by_country=tuple(entry.get("by_country", {}).items()),
        elsewhere=entry.get("elsewhere"),
        on_phone=entry.get("on_phone"),
        again=tuple(tuple(bubbles) for bubbles in entry.get("again", ())),
        buttons=tuple(Button(button["title"], button.get("topic")) for button in entry.get("buttons", ())),
    )


def _read_topic(reading: Reading, path: Path, schema: str) -> None:
    document = _document(reading, path, schema)
    if document is None:
        return
    data = document.data
    if data["id"] != path.stem:
        message = f"id: {data['id']} does not match the file's name; name the file {data['id']}.yml"
        reading.faults.append(Fault(path, document.line_of("id"), message))
        return
    review_due = _day(reading, document, data["review_due"], "review_due")
    last_checked = _day(reading, document, data["last_checked"], "last_checked")
    if review_due is None:
        return
    disagreement = data["disagreement"]
    reading.topics[path.stem] = Topic(
        id=data["id"],
        question=data["question"],
        ask=tuple(data.get("ask", ())),
        short=data["short"],
        more=tuple(data["more"]),
        simpler=data["simpler"],
        why=data["why"],
        differs=tuple(
            Difference(row["country"], row["product"], row["text"], tuple(row["sources"])) for row in data["differs"]
        ),
        disagreement=Disagreement(disagreement["text"], tuple(disagreement["sources"])) if disagreement else None,
        ask_clinician=tuple(data["ask_clinician"]),
        follow_up=tuple(data["follow_up"]),
        level=data["level"],
        contact=data["contact"],
        sources=tuple(data["sources"]),
        must_not_say=tuple(data["must_not_say"]),
        last_checked=last_checked,
        review_due=review_due,
        needs_recheck=tuple(data.get("needs_recheck", ())),
        questions=tuple(_question(data["id"], entry) for entry in data.get("questions", ())),
    )
    if "sources.yml" in reading.documents:
        reading.faults.extend(_unknown_sources(reading, document))


def _question(topic: str, entry: Mapping[str, Any]) -> Question:
    return Question(
        id=entry["id"],
        topic=topic,
        question=entry["question"],
        about=entry["about"],
        ask=tuple(entry["ask"]),
        leaning=tuple(entry.get("leaning", ())),
        answer=entry["answer"],
        sources=tuple(entry["sources"]),
        must_not_say=tuple(entry.get("must_not_say", ())),
        carer=entry.get("carer"),
        again=entry.get("again"),
        by_country=tuple(entry.get("by_country", {}).items()),
    )


def _questions_twice(reading: Reading) -> Iterator[Fault]:
    """Questions whose id another one has, in whatever topic."""
    first: dict[str, str] = {}
    for topic in reading.topics.values():
        document = reading.topic_document(topic.id)
        for number, question in enumerate(topic.questions):
            if question.id in first:
                message = f"id: a question of {first[question.id]} is called {question.id} too; rename one"
                yield Fault(document.path, document.line_of("questions", number, "id"), message)
            first.setdefault(question.id, topic.id)


def _unknown_sources(reading: Reading, document: Document) -> Iterator[Fault]:
    data = document.data
    lists: list[tuple[tuple[str | int, ...], list[str]]] = [(("sources",), data["sources"])]
    lists += [(("differs", number, "sources"), row["sources"]) for number, row in enumerate(data["differs"])]
    if data["disagreement"]:
        lists.append((("disagreement", "sources"), data["disagreement"]["sources"]))
    lists += [(("questions", n, "sources"), entry["sources"]) for n, entry in enumerate(data.get("questions", ()))]
    for keys, ids in lists:
        for source in ids:
            if source not in reading.sources:
                message = f"source {source} is not in sources.yml; add it there or correct its key here"
                yield Fault(document.path, document.line_of(*keys), message)
