"""The rule detector: a message in, its warning signs and its level out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from ._conditions import Conditions, met
from ._context import MessageContext, Status
from ._languages import Languages, load_languages
from ._patterns import Pattern, PatternIndex, Within
from ._person import Person, PersonRules
from ._rules import LEVELS, TOLD, Finding, Lasting, Level, Rules, SignRule, load_rules
from ._words import Reading

_MATCHES_EACH = 40
_BETWEEN = " ,;:-\n\t"


@dataclass(frozen=True)
class Sign:
    """A row of the triage table that a message names. `text` are the writer's own words."""

    id: str
    text: str
    status: Status


@dataclass(frozen=True)
class Triage:
    """What a message says.

    `cards`: ids of the wordings that apply, the most urgent first. `misspelt`: a sign was read through a typing fault.
    `after_injection`: it tells of the hours after an injection, in which a sign may be the start of an allergy.
    `named`: a word of body, mind or dosing stands in it (`body_mind_dose.yml`). `beside`: how many words of weight
    stand beside those of what is there; counted where the level is urgent or something is denied. `expected`: what it
    tells of is known to be harmless, such as pink urine on the day after the injection. `denies`: it denies what makes
    a sign an emergency, such as that it is sudden. `literal`: a sign of an emergency is made of words that are no
    figure of speech. `lasts`: names of what it tells of that counts in later messages too (`Detector.lasting`).
    """

    level: Level
    signs: list[Sign]
    person: Person
    cards: list[str]
    misspelt: bool = False
    after_injection: bool = False
    named: bool = True
    beside: int = 0
    expected: bool = False
    denies: bool = False
    lasts: tuple[str, ...] = ()
    literal: bool = False

    def to_json(self) -> dict[str, Any]:
        """The object that `b12guide triage` prints."""
        signs = [{"id": sign.id, "text": sign.text, "status": sign.status} for sign in self.signs]
        return {"level": self.level, "signs": signs}


class _Hit(NamedTuple):
    start: int
    end: int
    status: Status


class _Search(NamedTuple):
    codes: str
    context: MessageContext
    hits: dict[str, _Hit]


class Detector:
    """Finds warning signs by rules alone. Makes no network call, never raises on any text.

    It keeps no text, and single misspelt words until it is told to `forget` them.
    """

    def __init__(self, rules: Rules, languages: Languages) -> None:
        self._rules, self._languages = rules, languages
        languages.leave(rules.vocabulary.words)
        self._person = PersonRules(rules)
        self._findings = {finding.name: finding for finding in rules.findings}
        self._patterns = [(finding, pattern) for finding in rules.findings for pattern in finding.patterns]
        # What is told in one message and counts in later ones, by its name.
        self.lasting: Mapping[str, Lasting] = {one.name: one for one in rules.lasting}
        self._index = PatternIndex([pattern for _, pattern in self._patterns])
        self._of_signs = Conditions([(rule, one) for rule in rules.signs for one in rule.conditions])
        self._of_told = Conditions([(name, one) for name in TOLD for one in rules.told[name]])
        self._of_lasting = Conditions([(kind.name, one) for kind in rules.lasting for one in kind.conditions])
        self._of_all = Conditions(
            [(None, one) for kind in rules.signs for one in kind.conditions]
            + [(None, one) for name in TOLD for one in rules.told[name]]
            + [(None, one) for kind in rules.lasting for one in kind.conditions]
        )
        # What else holds where a finding is old, steady or treated.
        self._implied = {one.name: implied for one in rules.findings if (implied := _implied(one))}
        self._order = {rule.id: place for place, rule in reversed(list(enumerate(rules.signs)))}

    def triage(self, text: str) -> Triage:
        """The level and the signs of `text`: any length, any language, also empty.

        Words of an emergency in another language stand before what English rules see: its card is in that language.
        """
        foreign = self._languages.emergency_in(text)
        if foreign:
            return Triage("emergency", [Sign(foreign.row, foreign.words, "present")], "self", [foreign.card])
        reading = self._rules.vocabulary.read(text)
        if not reading.codes:
            return Triage("none", [], "self", [], named=False)
        search = _Search(reading.codes, self._rules.context.of(reading.codes), {})
        idle = self._look_for_bearing(search)
        found = self._weigh(reading, search.hits)
        if found.level == "urgent" or found.denies:
            self._look_for(search, idle)
            there = [hit for hit in search.hits.values() if hit.status == "present"]
            found = replace(found, beside=self._beside(reading.codes, there))
        return replace(found, named=not self._rules.named.isdisjoint(reading.codes))

    def without_courtesies(self, text: str) -> list[str]:
        """What stands between the words of `text` that tell of nothing, in its order; [text] where there are none."""
        reading = self._rules.vocabulary.read(text)
        spans = self._rules.context.of(reading.codes).courtesies()
        if not spans:
            return [text]
        places = [(reading.spans[start][0], reading.spans[end - 1][1]) for start, end in spans]
        ends = [0, *(place for span in places for place in span), len(reading.text)]
        kept = (reading.text[low:high].strip(_BETWEEN) for low, high in zip(ends[::2], ends[1::2], strict=True))
        return [piece for piece in kept if any(c.isalnum() for c in piece)]

    def tells_of_no_sign(self, text: str) -> bool:
        """Whether a sentence names no sign, not even a denied one, and says nothing of one in another sentence."""
        found = self.triage(text)
        if found.level not in ("none", "routine") or any(sign.id[0] != "C" for sign in found.signs):
            return False
        return not self._rules.context.of(self._rules.vocabulary.read(text).codes).bears_on_others()

    def compile_all(self) -> None:
        """Compile every expression now, so that no text waits for those that it is the first to need."""
        patterns = (pattern for _, pattern in self._patterns)
        for one in (*patterns, *self._rules.context.cues, *self._languages.all_phrases):
            _ = one.regex

    def forget(self) -> None:
        """Let go of the words of messages that are kept to correct them once."""
        self._rules.vocabulary.forget()

    def _look_for_bearing(self, search: _Search) -> list[Within]:
        """Look for the findings by which a condition could be met. Returns the patterns of the others."""
        possible = self._index.possible(search.codes)
        names = {self._patterns[place][0].name for place, _, _ in possible}
        implied = {name: self._implied[name] for name in self._implied.keys() & names}
        bearing = self._of_all.bearing(names.union(*implied.values()))
        bearing.update(name for name, others in implied.items() if not bearing.isdisjoint(others))
        bearing = bearing.union(*(self._findings[name].only_with for name in bearing))
        self._look_for(search, [one for one in possible if self._patterns[one[0]][0].name in bearing])
        hits = search.hits
        for name, hit in list(hits.items()):
            finding = self._findings[name]
            holds = {"past": finding.old, "steady": finding.steady}.get(hit.status)
            if finding.treated and hit.status == "past" and search.context.over_and_held:
                hits[finding.treated] = _Hit(hit.start, hit.end, "present")
            if holds:
                hits.setdefault(holds, _Hit(hit.start, hit.end, "present"))
        return [one for one in possible if self._patterns[one[0]][0].name not in bearing]

    def _look_for(self, search: _Search, possible: Sequence[Within]) -> None:
        codes, context, hits = search
        for place, first, last in possible:
            finding, pattern = self._patterns[place]
            if finding.only_with and finding.only_with.isdisjoint(hits):
                continue
            known = hits.get(finding.name)
            if known and known.status == "present":
                continue
            match = pattern.regex.search(codes, first, last)
            if match:
                hits[finding.name] = _best(pattern, match, last, finding, codes, context, known)

    def _weigh(self, reading: Reading, hits: Mapping[str, _Hit]) -> Triage:
        there = {name for name, hit in hits.items() if hit.status == "present"}
        mentioned = {name for name, hit in hits.items() if hit.status != "negated"}
        level = 0
        cards: dict[str, int] = {}
        signs: dict[str, Sign] = {}
        first: _Hit | None = None
        literal = False
        done: SignRule | None = None
        for rule, condition in self._of_signs.possible(mentioned):
            # A routine sign is a subject to talk about, so a question about it counts too.
            names = None if rule is done else met(condition, mentioned if rule.level == "routine" else there)
            if names is not None:
                done = rule
                rank = LEVELS.index(rule.level)
                if rank > level or first is None:
                    first = hits[names[0]]
                level = max(level, rank)
                literal |= rule.level == "emergency" and any(self._findings[name].literal for name in names)
                cards.setdefault(rule.card, rank)
                text = ", ".join(reading.phrase(hits[name].start, hits[name].end) for name in names)
                signs[rule.id] = Sign(rule.id, text, "present")
        absent = hits.keys() - there
        for rule in self._rules.signs if absent else ():
            if rule.id not in signs and not absent.isdisjoint(rule.single):
                hit = hits[next(name for name in rule.single if name in absent)]
                signs[rule.id] = Sign(rule.id, reading.phrase(hit.start, hit.end), hit.status)
        ranked = sorted(cards, key=lambda card: -cards[card])
        person = self._person.of(reading.codes, *((first.start, first.end) if first else (0, 0)))
        corrects = self._rules.vocabulary.corrects
        misspelt = reading.mended and any(sign.status == "present" and corrects(sign.text) for sign in signs.values())
        ordered = sorted(signs.values(), key=lambda sign: self._order[sign.id])
        told = {name for name, condition in self._of_told.possible(there) if met(condition, there)}
        after, expected, denies = (name in told for name in TOLD)
        lasts = dict.fromkeys(name for name, condition in self._of_lasting.possible(there) if met(condition, there))
        return Triage(
            LEVELS[level],
            ordered,
            person,
            ranked,
            misspelt,
            after,
            expected=expected,
            denies=denies,
            lasts=tuple(lasts),
            literal=literal,
        )

    def _beside(self, codes: str, there: Sequence[_Hit]) -> int:
        """How many words of weight no finding of those that are `there` is made of."""
        told = {place for hit in there for place in range(hit.start, hit.end)}
        return sum(code not in self._rules.weightless for place, code in enumerate(codes) if place not in told)


def _implied(finding: Finding) -> tuple[str, ...]:
    return tuple(name for name in (finding.old, finding.steady, finding.treated) if name)


def _best(
    pattern: Pattern,
    first: re.Match[str],
    last: int,
    finding: Finding,
    codes: str,
    context: MessageContext,
    known: _Hit | None,
) -> _Hit:
    """Of the matches from the `first` on up to the place `last`, and what is `known`, the one by which a finding is
    there the most."""
    best = known
    match: re.Match[str] | None = first
    count = 0
    while match:
        start, end = match.span()
        if finding.always_there:
            return _Hit(start, end, "present")
        gaps = tuple(span for span in match.regs[1:] if span[0] >= 0)
        status = context.status(
            start,
            end,
            gaps,
            lasting=finding.lasting,
            named=finding.named,
            steadies=finding.steady is not None,
            treated=finding.treated is not None,
        )
        if status in finding.always:
            status = "present"
        # What is steady is there after all, what is denied or over is not.
        if best is None or status == "present" or (status == "steady" and best.status != "present"):
            best = _Hit(start, end, status)
        count += 1
        if status == "present" or count > _MATCHES_EACH:
            break
        # A shorter one may begin inside it: "throat at the wedding, tongue swelling".
        match = pattern.regex.search(codes, start + 1, last)
    return best or _Hit(*first.span(), "present")


def load_detector(folder: Path) -> Detector:
    """The detector with the rules of `folder` (`content/safety`) and the languages of `languages` beside it.

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    return Detector(load_rules(folder), load_languages(folder.parent / "languages"))
