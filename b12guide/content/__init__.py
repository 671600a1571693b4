"""The answers, as data that clinicians edit, and the choice of what to say.

`load_content(folder)` reads the folder once; everything else is looked up in what it returns.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from b12guide.content._read import Fault, Reading, in_words, read_folder
from b12guide.content.diary import DiaryTexts
from b12guide.content.lists import OwnList, QuestionLists
from b12guide.content.model import (
    Answer,
    Button,
    ContentError,
    Depth,
    Difference,
    Disagreement,
    Part,
    Question,
    Reply,
    ReplyTemplate,
    Source,
    SourceLine,
    Term,
    Topic,
)
from b12guide.content.teach_back import Option, Quiz, QuizQuestion, TeachBack

__all__ = [
    "Answer",
    "Button",
    "Content",
    "ContentError",
    "Depth",
    "DiaryTexts",
    "Difference",
    "Disagreement",
    "Fault",
    "Option",
    "OwnList",
    "Part",
    "Question",
    "QuestionLists",
    "Quiz",
    "QuizQuestion",
    "Reply",
    "ReplyTemplate",
    "Source",
    "SourceLine",
    "TeachBack",
    "Term",
    "Topic",
    "in_words",
    "load_content",
]


class Content:
    """All topics, sources, terms and replies of one content folder."""

    def __init__(self, reading: Reading, lists: QuestionLists, teach_back: TeachBack, diary: DiaryTexts) -> None:
        self.lists = lists
        self.teach_back = teach_back
        self.diary = diary
        self.topics: dict[str, Topic] = dict(reading.topics)
        self.questions: dict[str, Question] = {
            question.id: question for topic in self.topics.values() for question in topic.questions
        }
        self.sources: dict[str, Source] = dict(reading.sources)
        self.uncounted = reading.uncounted
        self.terms: dict[str, Term] = dict(reading.terms)
        self._terms_by_name = {
            name.casefold(): term for term in self.terms.values() for name in (*term.also, term.term)
        }
        self._replies: dict[str, ReplyTemplate] = dict(reading.replies)
        self._labels: dict[str, str] = dict(reading.labels)

    def define(self, word: str) -> Term | None:
        """The glossary's entry for a word, under its own name or another one, without regard to case."""
        return self._terms_by_name.get(word.strip().casefold())

    def topic(self, topic_id: str) -> Topic:
        """One topic.

        Raises:
            ContentError: when there is no such topic.
        """
        try:
            return self.topics[topic_id]
        except KeyError:
            raise ContentError(f"no topic is called {topic_id}; add topics/{topic_id}.yml or ask for another") from None

    def answer(
        self,
        topic_id: str,
        *,
        country: str | None = None,
        depth: Depth = "short",
        emergency: str | None = None,
        urgent: str | None = None,
    ) -> Answer:
        """What to say about a topic.

        Where practice differs between countries, the rows of the person's country follow the short answer; where the
        country is unknown, or nothing is known of it, `more` sets all rows side by side.

        Args:
            topic_id: the topic.
            country: the person's country (ISO 3166 two-letter code), or None when it is not known.
            depth: `short`, or `more`, `simpler`, `why` for the follow-ups of the same names.
            emergency: whom to call in an emergency ("999"), or None when it is not known; the local number is
                always named as well, because people travel.
            urgent: whom to call for advice today, as a sentence, or None when it is not known.

        Returns:
            the answer, with the ids of the sources that its text rests on.

        Raises:
            ContentError: when there is no such topic.
        """
        topic = self.topic(topic_id)
        rows: tuple[Difference, ...] = ()
        paragraphs: list[str]
        if depth == "more":
            paragraphs = list(topic.more)
            rows = _rows_of(topic, country)
            if rows:
                paragraphs += [row.text for row in rows]
            elif topic.differs:
                rows = topic.differs
                bullets = [f"• {row.text}" for row in rows]
                paragraphs.append("\n".join([self.label("side_by_side"), *bullets]))
            if topic.disagreement:
                paragraphs.append(topic.disagreement.text)
        elif depth == "short":
            rows = _rows_of(topic, country)
            paragraphs = [topic.short, *(row.text for row in rows)]
        else:
            paragraphs = [topic.simpler if depth == "simpler" else topic.why]
        sources = [*topic.sources, *(source for row in rows for source in row.sources)]
        if depth == "more" and topic.disagreement:
            sources += topic.disagreement.sources
        return Answer(
            topic=topic.id,
            question=topic.question,
            text=self.filled("\n\n".join(paragraphs), emergency),
            sources=tuple(dict.fromkeys(sources)),
            follow_up=topic.follow_up,
            level=topic.level,
            contact=self.filled(topic.contact, emergency, urgent),
        )

    def parts(self, topic_id: str, *, country: str | None = None, emergency: str | None = None) -> tuple[Part, ...]:
        """All that is known about a topic, piece by piece, most needed first; arguments and errors as for `answer`.

        The rows of the person's country belong to the short answer; where it is unknown, all rows are a piece.
        """
        topic, rows = self.topic(topic_id), _rows_of(self.topic(topic_id), country)
        short = self.answer(topic_id, country=country, emergency=emergency)
        parts = [Part("short", short.text, short.sources)]
        parts += [
            Part(f"more {number}", self.filled(text, emergency), topic.sources)
            for number, text in enumerate(topic.more)
        ]
        if topic.differs and not rows:
            text = "\n".join([self.label("side_by_side"), *(f"• {row.text}" for row in topic.differs)])
            sources = tuple(dict.fromkeys(source for row in topic.differs for source in row.sources))
            parts.append(Part("differs", text, sources))
        if topic.disagreement:
            parts.append(Part("disagreement", topic.disagreement.text, topic.disagreement.sources))
        return tuple(parts)

    def sources_for(self, ids: Iterable[str]) -> list[SourceLine]:
        """Sources as replies carry them, each once, in the order given.

        Raises:
            ContentError: when an id is not in sources.yml.
        """
        lines: list[SourceLine] = []
        for source_id in dict.fromkeys(ids):
            source = self.sources.get(source_id)
            if source is None:
                raise ContentError(f"no source is called {source_id}; add it to sources.yml")
            checked = source.checked.isoformat() if source.checked else None
            lines.append({"title": source.label, "url": source.url, "checked": checked})
        return lines

    def label(self, name: str) -> str:
        """A fixed phrase of labels.yml, such as the heading of a comparison of countries.

        Raises:
            ContentError: when there is no such label.
        """
        try:
            return self._labels[name]
        except KeyError:
            raise ContentError(f"no label is called {name}; add it to labels.yml") from None

    def phrase(self, name: str, *, emergency: str | None = None) -> str:
        """A fixed phrase of labels.yml with its placeholders filled; `emergency` as for `reply`."""
        return self.filled(self.label(name), emergency)

    def reply_buttons(self) -> list[Button]:
        """The buttons of all replies."""
        return [button for reply in self._replies.values() for button in reply.buttons]

    def reply(
        self,
        reply_id: str,
        *,
        country: str | None = None,
        emergency: str | None = None,
        phone_channel: bool = False,
        said: Collection[str] = (),
        review: str = "",
    ) -> Reply:
        """A reply that answers no topic: small talk, a refusal, a fallback.

        Args:
            reply_id: its name in small_talk.yml, refusals.yml or channels.yml.
            country: the person's country (ISO 3166 two-letter code), or None when it is not known.
            emergency: whom to call in an emergency ("999"), or None when it is not known; the local number is
                always named as well, because people travel.
            phone_channel: whether a phone or message company also handles the messages.
            said: ids of replies that were given before; the first wording that was not is chosen, else the last.
            review: what is to be said of signatures, where a text says that.

        Returns:
            the reply; its `id` is that of the wording: `thanks`, then `thanks.1`.

        Raises:
            ContentError: when there is no such reply.
        """
        template = self._replies.get(reply_id)
        if template is None:
            raise ContentError(f"no reply is called {reply_id}; add it to small_talk.yml, refusals.yml or channels.yml")
        ids = [reply_id, *(f"{reply_id}.{number}" for number in range(1, len(template.again) + 1))]
        place = next((place for place, one in enumerate(ids) if one not in said), len(ids) - 1)
        if place:
            again = tuple(self._said(bubble, emergency, review) for bubble in template.again[place - 1])
            return Reply(ids[place], again, template.buttons)
        bubbles = list(template.bubbles)
        extra = dict(template.by_country).get(country or "", template.elsewhere)
        if extra:
            bubbles[-1] = f"{bubbles[-1]} {extra}"
        if phone_channel and template.on_phone:
            bubbles[-1] = f"{bubbles[-1]} {template.on_phone}"
        return Reply(
            id=template.id,
            bubbles=tuple(self._said(bubble, emergency, review) for bubble in bubbles),
            buttons=template.buttons,
        )

    def _said(self, bubble: str, emergency: str | None, review: str) -> str:
        return self.filled(bubble, emergency).replace("{review}", review).strip()

    def filled(self, text: str, emergency: str | None, urgent: str | None = None) -> str:
        """A text with its placeholders filled: whom to call in an emergency (as for `answer`), and for advice today."""
        if "{" not in text:
            return text
        local = self.label("emergency_local")
        whom = emergency or self.label("emergency_unknown")
        # Where nobody knows the number, the words for it need no other words for it.
        whom = f"{whom} or {local}" if local not in whom and any(map(str.isdigit, whom)) else whom
        if "{urgent}" in text:
            text = text.replace("{urgent}", urgent or self.label("urgent_unknown"))
        return text.replace("{emergency}", whom)


def _rows_of(topic: Topic, country: str | None) -> tuple[Difference, ...]:
    return tuple(row for row in topic.differs if row.country == country)


def load_content(folder: Path) -> Content:
    """Read a content folder.

    Args:
        folder: the folder that `docs/content.md` describes.

    Returns:
        its content.

    Raises:
        ContentError: when anything in it cannot be used; the text names every file, line and way out.
    """
    reading = read_folder(folder)
    if reading.faults or reading.lists is None or reading.teach_back is None or reading.diary is None:
        raise ContentError("\n".join(str(fault) for fault in sorted(reading.faults)))
    return Content(reading, reading.lists, reading.teach_back, reading.diary)
