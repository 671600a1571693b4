"""What people write after an emergency or a reaction: help is here, the fact is corrected, or the clinic agreed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ._files import DataFile
from ._patterns import ASK, COMMA, STOP, Lists
from ._rules import TEXTS_SCHEMA, compiler_of, load_lists, load_spelling, named_sets, with_small_words
from ._words import UNKNOWN, Vocabulary, in_company

LONG_AGO, ON_SCREEN, ONLY_ASKED, NOT_HAD_YET = "was_long_ago", "was_on_screen", "only_asked", "not_had_yet"
PRESSED = "pressed_by_mistake"
WEEKS_AGO, ON_A_DAY = "was_weeks_ago", "was_on_a_day"
# How a fact is corrected, and the words of the same sentence that speak against it.
_CORRECTED = {
    LONG_AGO: "not_long_ago",
    ON_SCREEN: "not_on_screen",
    ONLY_ASKED: "not_only_asked",
    PRESSED: "not_pressed_by_mistake",
    NOT_HAD_YET: "not_not_had",
    WEEKS_AGO: "not_weeks_ago",
    ON_A_DAY: "not_on_a_day",
}
# What is said, and the words that speak against it.
_SAID = {"help_is_here": "not_help_yet", "clinic_agreed": "not_agreed"}
_KNOWS, _KNOWS_NOT = "clinician_knows", "not_clinician_knows"
_THERE_NOW, _NOT_THERE, _QUESTION_PART = "there_now", "not_there", "question_part"
_KINDS = (*_SAID, *_SAID.values(), *_CORRECTED, *_CORRECTED.values(), _THERE_NOW, _NOT_THERE, _QUESTION_PART,
          _KNOWS, _KNOWS_NOT, "not_sure", "they_are_here", "help_arrived", "in_their_care", "treated_and_home",
          "not_home_well", "home_again", "help_was_there", "help_with_me", "clinician_heard", "told_to_come",
          "is_seeing_them", "not_to_come", "back_home", "was_treated", "not_treated", "no_emergency",
          "wants_injection", "reaction_treated", "reacted_before", "not_reacted_before", "advised", "not_advised",
          "rang_back", "saw_about_it", "not_saw_about_it", "meant_otherwise", "not_meant_otherwise",
          "is_for_it", "not_for_it")  # fmt: skip
_LONGEST = 4000
# A yes may stand before what is said, with a comma or none.
_YES = re.compile(r"^\W*(?:yes|yeah|yep|yup|yh|ok|okay)\b\W*", re.I)
_SENTENCE = re.compile(f"[^{re.escape(STOP + ASK)}]*[{re.escape(STOP + ASK)}]*")


@dataclass(frozen=True)
class Correction:
    """How a text corrects the fact of an emergency, and what else it says.

    kinds: `LONG_AGO`, `WEEKS_AGO`, `ON_A_DAY`, `ON_SCREEN`, `ONLY_ASKED`, `PRESSED`, `NOT_HAD_YET`; none where it
    corrects nothing. rest: its other sentences.
    """

    kinds: frozenset[str] = frozenset()
    rest: str = ""


class Replies:
    """Reads a reply; in doubt the answer is no, so that the emergency card or the pause stays."""

    def __init__(self, vocabulary: Vocabulary, found: dict[str, list[re.Pattern[str]]]) -> None:
        self._vocabulary = vocabulary
        self._found = found

    def said(self, text: str) -> frozenset[str]:
        """What the person says, by the name of the question below that it answers; read once for all of them."""
        codes = self._codes(text)
        said = frozenset(wanted for wanted, unwanted in _SAID.items() if self._says(codes, wanted, unwanted))
        if self._says(codes, "is_for_it", "not_for_it"):
            said |= {"clinic_agreed"}
        agreed = "clinic_agreed" in said and self._says(codes, "rang_back", "not_help_yet")
        if agreed or self._arrived(codes) or self._home_again(codes) or self._dealt_with(codes):
            said |= {"help_is_here"}
        return said | (self.correction(text).kinds & {LONG_AGO})

    def help_is_here(self, text: str) -> bool:
        """Whether the person says that help is there or that a professional told them otherwise."""
        return "help_is_here" in self.said(text)

    def clinician_advised(self, text: str) -> bool:
        """Whether a sentence that asks nothing says that somebody who knows has said what to do, whatever another one
        asks: enough for an urgent sign, not for an emergency."""
        parts = (codes for _, codes in _parts(self._codes(text)))
        return any(
            (self._says(codes, "help_is_here", "not_help_yet") or self._says(codes, "advised", "not_advised"))
            and not self._asks(codes)
            for codes in parts
        )

    def clinician_saw_it(self, text: str) -> bool:
        """Whether a sentence that asks nothing says that a clinician has seen somebody about what was warned of."""
        parts = (codes for _, codes in _parts(self._codes(text)))
        return any(self._says(codes, "saw_about_it", "not_saw_about_it") for codes in parts)

    def meant_otherwise(self, text: str) -> str | None:
        """What a text says beside sentences that tell what was meant by a sign that is none; None where none does, or
        where one of them says that it is there after all."""
        read = self._vocabulary.read(text[:_LONGEST])
        said, rest = False, []
        for start, codes in _parts(read.codes):
            told = self._has("meant_otherwise", codes)
            if told and (self._asks(codes) or self._has("not_meant_otherwise", codes)):
                return None
            said |= told
            if not told:
                rest.append(read.phrase(start, start + len(codes)))
        return " ".join(rest).strip() if said else None

    def _arrived(self, codes: str) -> bool:
        """Whether a sentence that asks nothing says that a crew came, or that they are where help is, whatever another
        one asks; no doubt is in any."""
        if ASK not in codes or self._has("not_help_yet", codes):
            return False
        told = [part for _, part in _parts(codes) if not self._asks(part)]
        return any(self._has("help_arrived", part) or self._has("in_their_care", part) for part in told)

    def _home_again(self, codes: str) -> bool:
        """Whether a sentence says that they were treated and are home, whatever another one asks, and none that it is
        there again."""
        if self._not_well(codes):
            return False
        return any(self._says(part, "treated_and_home", "not_help_yet") for _, part in _parts(codes))

    def was_seen(self, text: str) -> bool:
        """Whether it tells that somebody who knows has looked at it, or will today: not that help is with them now."""
        codes = self._codes(text)
        return self._looked_after(codes) or self._home_again(codes) or self.seen_today(text)

    def _dealt_with(self, codes: str) -> bool:
        """Whether a sentence has the words of the button, or it was looked after, whatever another sentence asks."""
        told = [part for _, part in _parts(codes) if not self._asks(part)]
        return any(self._has("help_with_me", part) for part in told) or self._looked_after(codes)

    def _looked_after(self, codes: str) -> bool:
        """Whether sentences that ask nothing tell that a clinician heard of it and sees them today, or that they are
        home and what was done."""
        told = [part for _, part in _parts(codes) if not self._asks(part)]
        to_come = [part for part in told if not self._has("not_to_come", part)]
        if all(any(self._has(kind, part) for part in to_come) for kind in ("clinician_heard", "told_to_come")):
            return True
        treated = [part for part in told if not self._has("not_treated", part)]
        return not self._not_well(codes) and all(
            any(self._has(kind, part) for part in treated) for kind in ("back_home", "was_treated")
        )

    def _not_well(self, codes: str) -> bool:
        """Whether it is there after all, or again: coming home again is neither."""
        return self._has("not_home_well", self._without("home_again", codes))

    def seen_today(self, text: str) -> bool:
        """Whether a sentence that asks nothing says that a clinician sees them today."""
        parts = (codes for _, codes in _parts(self._codes(text)))
        return any(self._says(codes, "is_seeing_them", "not_to_come") for codes in parts)

    def no_emergency(self, text: str) -> bool:
        """Whether a sentence that asks nothing says that there is no emergency: enough where none was told of."""
        parts = (codes for _, codes in _parts(self._codes(text)))
        return any(not self._asks(codes) and self._has("no_emergency", codes) for codes in parts)

    def not_help_yet(self, text: str) -> bool:
        """Whether it is company, a call, a question, a doubt or something else that is not help: then nothing else
        makes it help."""
        codes = self._codes(text)
        return ASK in codes or self._has("not_help_yet", codes)

    def they_are_here(self, text: str) -> bool:
        """Whether it says that "they" have come: in an emergency they are the help that was called."""
        return self._says(self._codes(_YES.sub("", text)), "they_are_here", "not_help_yet")

    def may_be_help(self, text: str) -> bool:
        """Whether what sounds as if help had come may mean that: it says that somebody is there, or did something."""
        return self._says(self._codes(text), "help_was_there", "not_help_yet")

    def reacted_before(self, text: str) -> bool:
        """Whether the person tells, and does not ask, of a reaction to an injection that is over."""
        if not self._has("reacted_before", told := self._codes(text)):
            return False
        parts = (codes for _, codes in _parts(told))
        return any(
            self._says(codes, "reacted_before", "not_reacted_before") and not self._asks(codes) for codes in parts
        )

    def clinic_agreed(self, text: str) -> bool:
        """Whether the person says that the clinic agreed to go on with the injections."""
        return "clinic_agreed" in self.said(text)

    def clinician_knows(self, text: str) -> bool:
        """Whether a sentence says that somebody of the clinic found what is told, or knows of it."""
        parts = (codes for _, codes in _parts(self._codes(text)))
        return any(self._says(codes, _KNOWS, _KNOWS_NOT) for codes in parts)

    def not_sure(self, text: str) -> bool:
        """Whether the person does not know the answer to a question of yes or no."""
        return self._has("not_sure", self._codes(text))

    def wants_injection(self, text: str) -> bool:
        """Whether the person asks for the next injection, or means to have it."""
        return self._has("wants_injection", self._codes(text))

    def reaction_treated(self, text: str) -> bool:
        """Whether an allergic reaction is named, or what is given for one."""
        return self._has("reaction_treated", self._codes(text))

    def forget(self) -> None:
        """Let go of the words of messages that are kept to correct them once."""
        self._vocabulary.forget()

    def was_long_ago(self, text: str) -> bool:
        """Whether the person corrects what they said: it was years ago, and is not there now."""
        return "was_long_ago" in self.said(text)

    def correction(self, text: str) -> Correction:
        """How the person corrects the fact of an emergency: in sentences that ask nothing, and none of which says that
        it is there now."""
        read = self._vocabulary.read(text[:_LONGEST])
        parts = [(start, codes, self._asks(codes)) for start, codes in _parts(read.codes)]
        if any(not asks and self._has(_THERE_NOW, self._without(_NOT_THERE, codes)) for _, codes, asks in parts):
            return Correction(rest=text)
        kinds, rest = set[str](), []
        for start, codes, asks in parts:
            found = set() if asks else {kind for kind in _CORRECTED if self._corrects(kind, codes)}
            kinds |= found
            if not found:
                rest.append(read.phrase(start, start + len(codes)))
        return Correction(frozenset(kinds), " ".join(rest).strip())

    def _asks(self, codes: str) -> bool:
        return ASK in codes or (codes.endswith(COMMA) and self._has(_QUESTION_PART, codes))

    def _corrects(self, kind: str, codes: str) -> bool:
        return self._has(kind, codes) and not self._has(_CORRECTED[kind], codes)

    def _says(self, codes: str, wanted: str, unwanted: str) -> bool:
        return ASK not in codes and self._has(wanted, codes) and not self._has(unwanted, codes)

    def _has(self, kind: str, codes: str) -> bool:
        return any(pattern.search(codes) for pattern in self._found[kind])

    def _without(self, kind: str, codes: str) -> str:
        for pattern in self._found[kind]:
            codes = pattern.sub(UNKNOWN, codes)
        return codes

    def _codes(self, text: str) -> str:
        return self._vocabulary.read(text[:_LONGEST]).codes


def _parts(codes: str) -> Iterator[tuple[int, str]]:
    """The sentences of a reading with the signs that end them, and where each begins; of a question what stands before
    its last comma is a part of its own ("that was a film, does it happen?")."""
    for match in _SENTENCE.finditer(codes):
        sentence, start = match.group(), match.start()
        comma = sentence.rfind(COMMA) + 1 if ASK in sentence else 0
        if comma:
            yield start, sentence[:comma]
        if sentence:
            yield start + comma, sentence[comma:]


def vocabulary_of(
    sources: Iterable[tuple[str, tuple[str | int, ...]]], folder: Path, file: DataFile
) -> tuple[Vocabulary, Lists]:
    """The words that the patterns `sources` of a `file` need, each with its place there; and the word lists."""
    lists, _ = load_lists(folder)
    uses = Counter(one for source, place in sources for one in named_sets(source, lists, file, place))
    words = in_company(with_small_words(uses, lists))
    medical = set(words) - lists["filler"].all_words()
    return Vocabulary(words, medical=medical, spelling=load_spelling(folder), ordinary=()), lists


def load_replies(folder: Path) -> Replies:
    """The reply patterns of `folder` (`content/safety`).

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    file = DataFile(folder / "replies.yml")
    data = file.check({
        "type": "object", "required": list(_KINDS), "additionalProperties": False,
        "properties": dict.fromkeys(_KINDS, TEXTS_SCHEMA),
    })  # fmt: skip
    sources = [(source, (kind, index)) for kind in _KINDS for index, source in enumerate(data[kind])]
    vocabulary, lists = vocabulary_of(sources, folder, file)
    compiler = compiler_of(vocabulary, lists)
    found = {kind: [compiler.compile(one, lists, captured=False).regex for one in data[kind]] for kind in _KINDS}
    return Replies(vocabulary, found)
