"""What a message comes out as by itself, before anything is known of the conversation."""

from __future__ import annotations

from dataclasses import dataclass

from b12guide.understanding.predictions import Prediction

ASK_TOPIC, PLAN, UNSURE, NOT_UNDERSTOOD = "ask_topic", "plan", "unsure", "not_understood"
OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL = "out_of_scope", "out_of_scope_medical"
# What is asked of the diary and of reminders; which of it is carried as what is asked of a plan is.
DIARY, REMINDERS = "diary", "reminders"
# What a message carries beside its kind: which topics, which of their questions, which topics to say beside a question
# that is not sure, which questions come next, which questions it asks if the thing that they are about was just spoken
# of, which topics to offer, what is asked of a plan, that it is about a child, that help is there, that the clinic
# agreed to go on, that it was long ago, which language other than English it is in, that it is not the whole of what
# was written, which neighbour of our subject it asks about.
TOPIC, QUESTION, BESIDE, NEAR, LEANING = "topic", "question", "beside", "near", "leaning"
OFFERED, REQUEST, LANGUAGE, CHILD = "offered", "request", "language", "child"
HELP_IS_HERE, CLINIC_AGREED, WAS_LONG_AGO = "help_is_here", "clinic_agreed", "was_long_ago"
NOT_WHOLE, NEIGHBOUR = "not_whole", "neighbour"
# What a message carries as `NOT_WHOLE` of which only an excerpt was heard.
EXCERPT = "excerpt"
# One of several questions to which no answer is known, as it was written.
NO_ANSWER = "no_answer"
SHOWN = 5


@dataclass(frozen=True)
class Act:
    """One thing that a message does.

    `kind`: a topic question, a request about a plan, small talk, a warning, ...; `confidence` from 0 to 1; `details`:
    (name, value) pairs in order; `others`: labels that came next, with their confidence, best first.
    """

    kind: str
    confidence: float = 1.0
    details: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, float], ...] = ()

    @classmethod
    def of(cls, kind: str, heard: Prediction, details: tuple[tuple[str, str], ...] = (), *, sure: bool = False) -> Act:
        """An act that rests on what was `heard`; `sure`: on more than that."""
        return cls(kind, 1.0 if sure else heard.confidence, details, shown(heard, but=kind))

    def values(self, name: str) -> list[str]:
        """The values of a detail, each once, in order."""
        return list(dict.fromkeys(value for detail, value in self.details if detail == name))


def shown(heard: Prediction, *, but: str) -> tuple[tuple[str, float], ...]:
    """The best labels of what was heard, without one."""
    return tuple((label, share) for label, share in heard.ranking[:SHOWN] if label != but)
