"""What the content consists of: topics, sources, terms and replies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict

Depth = Literal["short", "more", "simpler", "why"]
Level = Literal["none", "routine"]


class ContentError(Exception):
    """Content that cannot be used: its text names each file, line and way out, one fault a line."""


class SourceLine(TypedDict):
    """A source as replies carry it: its title, its address, and when the original was last opened."""

    title: str
    url: str
    checked: str | None


@dataclass(frozen=True)
class Source:
    """A page that answers rest on. `read` is which part was read, in which copy; `checked` the day when somebody last
    opened the original; `dated` the date that the page gives for itself."""

    id: str
    publisher: str
    title: str
    url: str
    read: str
    checked: date | None
    dated: str | None

    @property
    def label(self) -> str:
        """The source as it is shown to people: who published it, and its title."""
        return f"{self.publisher}, {self.title}"


@dataclass(frozen=True)
class Difference:
    """What is usual in one country (ISO 3166 two-letter code) with one product (None: with every product)."""

    country: str
    product: str | None
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Disagreement:
    """What authorities do not agree on, with the sources of both sides."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A specific question of a topic with its answer in one or two sentences.

    `about` is the thing that it is about, which questions of several topics may share. `ask` are ways to ask it by
    itself, `leaning` ways to ask it where that thing was just spoken of. `carer` is the answer where it is asked
    about somebody else, or None where `answer` fits then too. `again` is the answer in other words, to whoever asks
    once more and about anybody, or None where what else the topic says is given then. `by_country` is the answer, about
    anybody, to people of a country. `sources` is empty where the answer says that it does not know.
    """

    id: str
    topic: str
    question: str
    about: str
    ask: tuple[str, ...]
    leaning: tuple[str, ...]
    answer: str
    sources: tuple[str, ...]
    must_not_say: tuple[str, ...]
    carer: str | None
    again: str | None = None
    by_country: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """What a reply calls it: topic and question."""
        return f"{self.topic}/{self.id}"

    @property
    def texts(self) -> tuple[str, ...]:
        """Every wording of the answer."""
        of_countries = (text for _, text in self.by_country)
        return tuple(text for text in (self.answer, self.carer, self.again, *of_countries) if text)


@dataclass(frozen=True)
class Topic:
    """One question that patients ask, everything that is said about it, and the specific questions within it."""

    id: str
    question: str
    # Other ways to ask for all of it.
    ask: tuple[str, ...]
    short: str
    more: tuple[str, ...]
    simpler: str
    why: str
    differs: tuple[Difference, ...]
    disagreement: Disagreement | None
    ask_clinician: tuple[str, ...]
    follow_up: tuple[str, ...]
    level: Level
    contact: str
    sources: tuple[str, ...]
    must_not_say: tuple[str, ...]
    last_checked: date | None
    review_due: date
    needs_recheck: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Term:
    """A word of the field in plain words."""

    id: str
    term: str
    also: tuple[str, ...]
    means: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Button:
    """A button that a reply offers: what the person would say, and the topic it opens (None: sent as typed)."""

    title: str
    topic: str | None


@dataclass(frozen=True)
class Reply:
    """A reply that answers no topic, such as a greeting or a refusal; ready to send, one message a bubble."""

    id: str
    bubbles: tuple[str, ...]
    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class ReplyTemplate:
    """A reply before the person's country, channel and emergency number are known.

    `again` are other wordings, for the second time and those after it; the last may be given any number of times.
    """

    id: str
    bubbles: tuple[str, ...]
    by_country: tuple[tuple[str, str], ...]
    elsewhere: str | None
    on_phone: str | None
    again: tuple[tuple[str, ...], ...]
    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class Answer:
    """What to say about one topic, and what goes with it.

    `text` is plain text, paragraphs set apart by a blank line; `sources` are source ids in the order in which the
    text rests on them; `contact` says whom to tell and what is urgent.
    """

    topic: str
    question: str
    text: str
    sources: tuple[str, ...]
    follow_up: tuple[str, ...]
    level: Level
    contact: str


@dataclass(frozen=True)
class Part:
    """A piece of what is known about a topic: what "tell me more" brings next; `key` names it in its topic."""

    key: str
    text: str
    sources: tuple[str, ...]
