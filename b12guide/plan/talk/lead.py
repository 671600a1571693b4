"""How a message begins as an answer: a yes, a no, a yes that is not sure, or that the person does not know."""

from __future__ import annotations

from dataclasses import dataclass

from .message import Said
from .move_words import COURTESY, NO, SOFT_YES, UNSURE, WORDS, YES

_KINDS = (("unsure", UNSURE), ("soft", SOFT_YES), ("no", NO), ("yes", YES))
_BEFORE_NOT = frozenset(("is", "are", "was", "were", "do", "does", "did", "has", "have", "had"))


@dataclass(frozen=True)
class Lead:
    """`kind` is "yes", "soft", "no" or "unsure"; `end` the number of words that say so, with what is polite about it.

    `weak`: each of these words begins many other things, too.
    """

    kind: str
    end: int
    weak: bool = False


def _goes_on(words: list[str]) -> bool:
    """Whether "I am" begins a sentence of its own: "I am going away"."""
    behind = words[2] if len(words) > 2 else ""
    return words[:2] == ["i", "am"] and (
        behind.endswith("ing") or behind in ("away", "off", "abroad", "on", "in", "at")
    )


def _denied(said: Said, place: int) -> bool:
    """Whether "not" stands right behind the word before `place`, with no mark between: "they did not"."""
    if place >= len(said.words) or said.words[place].text not in ("not", "nt", "never"):
        return False
    return not said.text[said.words[place - 1].end : said.words[place].start].strip(" \n\t'")


def lead_of(said: Said) -> Lead | None:
    """The answer that the message begins with; None where it begins with none."""
    place = 0
    kinds: list[str] = []
    words: list[str] = []
    while place < len(said.words):
        ends = [(end, kind) for kind, phrases in _KINDS if (end := phrases.at(said, place)) is not None]
        if ends:
            # Of two ways to read on, the one that reads more; "not sure" before "not", in the order of `_KINDS`.
            end, kind = max(ends, key=lambda each: each[0])
            if _goes_on([word.text for word in said.words[place : end + 1]]):
                break
            if kind == "yes" and _denied(said, end):
                if said.words[end - 1].text not in _BEFORE_NOT:
                    break
                # "They did not" is a no, and "yes, they did not" is neither.
                return Lead("no", end + 1) if not kinds and said.words[place].text in WORDS["weak_yes"] else None
            kinds.append(kind)
            words += [word.text for word in said.words[place:end]]
            place = end
        elif said.words[place].text in COURTESY | WORDS["hesitant"]:
            place += 1
        else:
            break
    if not kinds:
        return None
    kind = next((k for k in kinds if k != "yes"), "yes")
    if kinds[0] == "yes" and kind == "no":
        kind = "yes" if not set(words[:1]) & WORDS["weak_yes"] else "no"
    return Lead(kind, place, kind == "yes" and set(words) <= WORDS["weak_yes"])
