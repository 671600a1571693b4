"""What is signed, by whom, and until when: the one answer to that for chat, print-out, check and report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from b12guide.content import Fault
from b12guide.plan import full_date

from .plan_page import PLAN_PAGE
from .sheet_list import Sheets
from .signatures import Signature, read_signatures

Standing = Literal["unsigned", "signed", "overdue", "changed"]
# Names that one sentence can bear.
_MOST_NAMED: Final = 3


@dataclass(frozen=True)
class State:
    """How the signature of a sheet stands: `overdue`, it is to be looked at again; `changed`, the texts are others now,
    which voids it. `signature` is that of the file, also where it is void."""

    standing: Standing
    signature: Signature | None = None


class Reviews:
    """The signatures of a content folder held against its texts.

    `faults`: what is wrong with files that cannot be used; what they are about counts as unsigned.
    """

    def __init__(self, sheets: Sheets, signatures: dict[str, Signature], faults: Sequence[Fault]) -> None:
        self.sheets, self.signatures, self.faults = sheets, signatures, list(faults)
        self._content = sheets.content

    def state(self, name: str, today: date) -> State:
        """How the signature of a sheet stands on a day."""
        signature = self.signatures.get(name)
        if signature is None:
            return State("unsigned")
        if signature.hash != self.sheets[name].hash:
            return State("changed", signature)
        return State("overdue" if signature.due < today else "signed", signature)

    def summary(self, today: date) -> str:
        """A sentence or two on the answers as a whole: how many of them are signed, by whom, and when one is due."""
        states = [self.state(topic, today) for topic in self._content.topics]
        signed = [state.signature for state in states if state.standing == "signed" and state.signature]
        if not signed:
            return self._content.label("review_pending")
        label = "review_done" if len(signed) == len(states) else "review_some"
        return self._content.label(label).format(
            signed=len(signed),
            all=len(states),
            who=_listed([one.who for one in signed]),
            due=full_date(min(one.due for one in signed)),
        )

    def of_answer(self, topics: Sequence[str], today: date) -> str:
        """Whether the answer that rests on these topics is signed; a text that is no topic's has none.

        Where one topic of several is signed and another is not, each is named.
        """
        states = {topic: self.state(topic, today) for topic in topics if topic in self._content.topics}
        lines = [self._said(topic, state) for topic, state in states.items() if state.standing != "unsigned"]
        if not lines:
            return self._content.label("answer_pending")
        unsigned = [self._content.topic(topic) for topic, state in states.items() if state.standing == "unsigned"]
        lines += [self._content.label("answer_other_pending").format(question=one.question) for one in unsigned]
        return " ".join(lines)

    def of_plan_page(self, today: date) -> str | None:
        """Who checked the wording of the plan on paper and when it is due again; None where nobody has."""
        state = self.state(PLAN_PAGE, today)
        if state.signature is None or state.standing == "changed":
            return None
        label = "page_signed" if state.standing == "signed" else "page_overdue"
        return self._content.label(label).format(**_words_of(state.signature))

    def _said(self, topic: str, state: State) -> str:
        if state.signature is None:
            return self._content.label("answer_pending")
        words = {**_words_of(state.signature), "question": self._content.topic(topic).question}
        return self._content.label(f"answer_{state.standing}").format(**words)


def load_reviews(folder: Path, sheets: Sheets) -> Reviews:
    """The signatures of a content folder. A file that cannot be used is told of by `make check-content`, and counts for
    nothing: no chat is silent for it.

    Args:
        folder: the content folder.
        sheets: what there is to sign in it.
    """
    return Reviews(sheets, *read_signatures(folder, sheets.names()))


def _words_of(signature: Signature) -> dict[str, str]:
    return {"who": signature.who, "date": full_date(signature.signed_on), "due": full_date(signature.due)}


def _listed(names: Sequence[str]) -> str:
    """Each name once, the rest as their number."""
    once = list(dict.fromkeys(names))
    rest = len(once) - _MOST_NAMED
    if rest > 0:
        return f"{', '.join(once[:_MOST_NAMED])} and {rest} more"
    return " and ".join([", ".join(once[:-1]), once[-1]] if len(once) > 1 else once)
