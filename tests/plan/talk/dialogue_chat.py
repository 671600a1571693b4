"""A conversation with the plan dialogue alone: what a message was understood as is given, or read by the grammar."""

from __future__ import annotations

import itertools
import json
from datetime import date
from pathlib import Path
from typing import Any

from b12guide.plan import about, dialogue

WORDING = dialogue.load_wording(Path(__file__).resolve().parents[3] / "content" / "plan.yml")
TODAY = date(2026, 3, 5)
LOADING = "3 times a week for 2 weeks then every 3 months. first one was monday 2 march"
ASK_ANCHOR = 'When did you have the last one? For example "5 January". If you have not started, tell me the first date.'
ASK_PAST = "Have you had all the injections due before today? If not, which was the last?"
CONFIRM = "Is that what your clinic said?"
LATE = [
    "Please call your clinic and ask when to have it. Do not have 2 to catch up.",
    "If you have new or worse numbness, weakness or trouble walking, tell them today. "
    "If you cannot walk, or your legs weaken fast, call {emergency} now.",
]
NEXT_12 = "The next one is on Monday 4 May 2026."
DONE = "All injections of this plan are done. Ask your clinic what comes next."


class Chat:
    """Keeps the state between messages, as JSON, as the slot does."""

    def __init__(self, today: date = TODAY, *, country: str = "GB", zone_known: bool = True) -> None:
        self.today, self.country, self.zone_known = today, country, zone_known
        self.kept: dict[str, Any] | None = None
        self.keys = (f"key-{number}" for number in itertools.count(1))
        self.outcome: dialogue.Outcome | None = None

    def say(self, text: str, request: str | None = "read") -> list[str]:
        """The lines of the answer. `request` is what the message was understood as; by default the grammar reads it."""
        if request == "read":
            request = {"yes": "affirm", "no": "deny"}.get(text) or about(text)
        zone = "Europe/London" if self.zone_known else "UTC"
        self.outcome = dialogue.turn(
            self.kept, text, request=request, who=dialogue.Who(self.today, self.country, zone, self.zone_known),
            wording=WORDING, new_key=lambda: next(self.keys),
        )  # fmt: skip
        if self.outcome is None:
            return []
        self.kept = json.loads(json.dumps(self.outcome.state))
        return [line for bubble in self.outcome.bubbles for line in bubble.split("\n")]

    def tell(self, *texts: str) -> list[str]:
        """Several messages; the lines of the last answer."""
        return [self.say(text) for text in texts][-1]

    @property
    def last(self) -> dialogue.Outcome:
        """The latest turn."""
        assert self.outcome is not None, "the dialogue had no use for the message"
        return self.outcome

    @property
    def dates(self) -> list[str]:
        """The earliest days of the next doses, as the plan's object has them."""
        assert self.last.plan is not None
        return [dose["earliest"] for dose in self.last.plan["next"]]


def confirmed(text: str, today: date = TODAY) -> Chat:
    """A conversation in which a plan was stated and confirmed, all doses of it that were due by then given."""
    chat = Chat(today)
    if ASK_PAST in chat.say(text)[0]:
        chat.say("all of them", None)
    chat.say("yes")
    assert chat.last.key is not None
    return chat


def late_12_weeks() -> Chat:
    """Every 12 weeks, due 2 March, today 11 March."""
    chat = confirmed("every 12 weeks, last one 8 december 2025")
    chat.today = date(2026, 3, 11)
    return chat
