"""What is kept of a conversation between turns: one object, of which each version can be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

VERSION = 2
MOST_SAID = 200
PLAN, FORGET, QUIZ, ADVICE, NEW_OR_WORSE = "plan", "forget", "quiz", "advice", "new_or_worse"


@dataclass
class Warned:
    """An urgent warning that nobody has looked at yet.

    cards: the cards that were given, the most urgent first. heard: the person's own words. signs: rows of the triage
    table. day: the date on which it was given (ISO). turns: messages since. reminded: whether a line said so beside
    another answer. asked: whether it was asked, on a later day, if advice was had.
    """

    cards: list[str]
    heard: list[str]
    signs: list[str]
    day: str
    turns: int = 0
    reminded: bool = False
    asked: bool = False


@dataclass
class State:
    """Attributes:
    plan: the state of the plan dialogue (`b12guide.plan.dialogue`), or None.
    last: topics of the latest answer, for "tell me more" and "says who?".
    topics: every topic talked about, in order of first mention.
    misses: messages in a row that were not understood.
    refused: which request the latest turn refused, or None.
    quiz: which check of understanding is open and at which question, or None.
    awaiting: what the bot waits for: "plan" (details or a yes), "forget" (a yes to deleting everything), "quiz" (an
        answer of the check), "advice" (whether it was had), "new_or_worse" (whether something is), or None.
    said: what was said, so that none of it is said twice: ids of replies and answers, the latest last; at most
        `MOST_SAID`, the oldest forgotten first.
    warned: the urgent warning that stands, or None.
    standing: the card of an emergency that stands, or None. It is read from the events of the conversation, so that
        it holds without any action having run, and is not written here.
    """

    plan: dict[str, Any] | None = None
    last: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    misses: int = 0
    refused: str | None = None
    quiz: dict[str, Any] | None = None
    awaiting: str | None = None
    said: list[str] = field(default_factory=list)
    warned: Warned | None = None
    standing: str | None = None

    @classmethod
    def from_json(cls, value: Any, awaiting: str | None = None) -> State:
        """Read what `to_json` wrote, or the version before, which kept apart what it was `awaiting`; what this version
        does not know is left out."""
        known = {one.name for one in fields(cls)} - {"standing"}
        given = {name: one for name, one in value.items() if name in known} if isinstance(value, Mapping) else {}
        if given.get("warned"):
            given["warned"] = Warned(**given["warned"])
        return cls(**{"awaiting": awaiting, **given})

    def to_json(self) -> dict[str, Any]:
        """What is kept, JSON throughout."""
        return {"version": VERSION, **{name: one for name, one in asdict(self).items() if name != "standing"}}

    def talked_about(self, topics: list[str]) -> None:
        """Note the topics of an answer."""
        self.last = list(topics)
        self.topics += [topic for topic in topics if topic not in self.topics]
        self.misses = 0

    def note(self, what: str) -> None:
        """Note that something was said: the id of a reply or an answer."""
        self.said = [*(one for one in self.said if one != what), what][-MOST_SAID:]

    def was_said(self, what: str) -> bool:
        """Whether something was said in this conversation, as far as that is kept."""
        return what in self.said
