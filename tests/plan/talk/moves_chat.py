"""A conversation in which the words alone say what a message does to the plan."""

from __future__ import annotations

from datetime import date

from b12guide.plan import about, dialogue
from tests.plan.talk.dialogue_chat import WORDING, Chat

TODAY = date(2026, 3, 5)


class Talk(Chat):
    """Takes the moves of a message; without any, what the grammar reads."""

    def say(self, text: str, request: str | None = "read") -> list[str]:
        """The lines of the answer; none where the message did nothing to the plan."""
        who = dialogue.Who(self.today, self.country, "Europe/London")
        found = dialogue.moves(self.kept, text, who=who)
        self.outcome = dialogue.turn(
            self.kept, text, request=about(text) if request == "read" else request, moves=found, who=who,
            wording=WORDING, new_key=lambda: next(self.keys),
        )  # fmt: skip
        if self.outcome is None:
            return []
        self.kept = self.outcome.state
        return [line for bubble in self.outcome.bubbles for line in bubble.split("\n")]

    def moves(self, text: str) -> list[tuple[str, str, str]]:
        """What the message would do: kind, name and value."""
        found = dialogue.moves(self.kept, text, who=dialogue.Who(self.today, self.country))
        return [(move.kind, move.name, move.value) for move in found]


def talk(*texts: str, request: str | None = "read") -> Talk:
    """A conversation after some messages."""
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text, request)
    return chat


def shown() -> Talk:
    """A plan that is read back and not confirmed yet: every 12 weeks, next on Monday 4 May 2026."""
    return talk("every 12 weeks, last one 9 february 2026")


def saved() -> Talk:
    """The same plan, confirmed."""
    return talk("every 12 weeks, last one 9 february 2026", "yes")


def asked_how_often() -> Talk:
    """A conversation whose open question is how often."""
    return talk("when is my next one?", request="next")
