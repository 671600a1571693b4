"""A person's own list of questions for a visit, from what was talked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

# More than fits into a visit is not asked at all.
MOST_QUESTIONS: Final = 12


@dataclass(frozen=True)
class ListQuestion:
    """A question to ask at a visit, and the topics that bring it onto a list; `always`: on every list."""

    id: str
    ask: str
    always: bool
    topics: frozenset[str]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class QuestionGroup:
    """The questions under one heading."""

    title: str
    questions: tuple[ListQuestion, ...]


@dataclass(frozen=True)
class OwnList:
    """One person's list: an introduction, the list as plain text to copy, print or send, and the ids of its sources."""

    intro: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class QuestionLists:
    """Everything of lists.yml."""

    words: Mapping[str, str]
    groups: tuple[QuestionGroup, ...]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> QuestionLists:
        """Read the data of a file that meets `lists.schema.json`."""
        groups = (
            QuestionGroup(group["title"], tuple(_question(item) for item in group["items"]))
            for name, group in data.items()
            if name != "words"
        )
        return cls(data["words"], tuple(groups))

    def own(self, topics: Sequence[str]) -> OwnList:
        """The list of somebody who talked about `topics`, in order of first mention.

        It holds what every list holds, then the questions that most of the topics bring, the latest topic first
        among equals; within a group, what was talked about stands before the rest.
        """
        order = {topic: place for place, topic in enumerate(topics)}

        def weight(question: ListQuestion) -> tuple[int, int]:
            brought = [order[topic] for topic in question.topics if topic in order]
            return len(brought), max(brought, default=-1)

        wanted = [q for group in self.groups for q in group.questions if q.always or weight(q)[0]]
        wanted.sort(key=lambda q: (q.always, weight(q)), reverse=True)
        chosen = frozenset(wanted[:MOST_QUESTIONS])
        lines, sources = [self.words["title"]], dict[str, None]()
        for group in self.groups:
            kept = sorted((q for q in group.questions if q in chosen), key=weight, reverse=True)
            if kept:
                lines += ["", group.title, *(f"• {question.ask}" for question in kept)]
            sources.update(dict.fromkeys(source for question in kept for source in question.sources))
        intro = "own" if any(weight(question)[0] for question in chosen) else "general"
        return OwnList(self.words[intro], "\n".join(lines), tuple(sources))


def _question(item: Mapping[str, Any]) -> ListQuestion:
    return ListQuestion(item["id"], item["ask"], item["always"], frozenset(item["topics"]), tuple(item["sources"]))
