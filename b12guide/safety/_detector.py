"""The rule detector: a message in, its warning signs and its level out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ._conditions import Conditions
from ._context import MessageContext, Status
from ._index import PatternIndex, Within
from ._languages import Languages, load_languages
from ._matches import Hit, best_of, sought_of
from ._person import Person, PersonRules
from ._rules import LEVELS, TOLD, Finding, Lasting, Level, Rules, SignRule, load_rules
from ._words import Reading

_BETWEEN = " ,;:-\n\t"
_RANKS: Mapping[Level, int] = {level: rank for rank, level in enumerate(LEVELS)}


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


class _Search(NamedTuple):
    """`hits`: of each finding, by its number, where it was found and in which context."""

    codes: str
    context: MessageContext
    hits: dict[int, Hit]


class Detector:
    """Finds warning signs by rules alone. Makes no network call, never raises on any text.

    It keeps no text, and single misspelt words until it is told to `forget` them.
    """

    def __init__(self, rules: Rules, languages: Languages) -> None:
        self._rules, self._languages = rules, languages
        languages.leave(rules.vocabulary.words)
        self._person = PersonRules(rules)
        self._findings = rules.findings
        self._places = places = {finding.name: place for place, finding in enumerate(rules.findings)}
        self._sought = [one for finding in rules.findings for one in sought_of(finding, places)]
        # Of each pattern the finding that it is one of, where every message looks for it.
        self._finding_of = [one.finding for one in self._sought]
        # What is told in one message and counts in later ones, by its name.
        self.lasting: Mapping[str, Lasting] = {one.name: one for one in rules.lasting}
        self._index = PatternIndex([*(one.pattern for one in self._sought), *rules.context.cues])
        of_signs = [(rule, one) for rule in rules.signs for one in rule.conditions]
        of_told = [(name, one) for name in TOLD for one in rules.told[name]]
        of_lasting = [(kind.name, one) for kind in rules.lasting for one in kind.conditions]
        self._of_signs = Conditions(of_signs, places)
        self._of_told, self._of_lasting = Conditions(of_told, places), Conditions(of_lasting, places)
        self._of_all = Conditions([(None, one) for _, one in (*of_signs, *of_told, *of_lasting)], places)
        # What else holds where a finding is old, steady or treated, and beside which findings it is looked for.
        self._implied = {
            place: implied for place, one in enumerate(rules.findings) if (implied := _implied(one, places))
        }
        self._only_with = {one.finding: one.only_with for one in self._sought if one.only_with}
        self._order = {rule.id: place for place, rule in reversed(list(enumerate(rules.signs)))}
        # The rows of the triage table that a finding is by itself, and of each row all such findings.
        self._single = [tuple(places[name] for name in rule.single) for rule in rules.signs]
        self._rows_of: dict[int, list[int]] = {}
        for row, single in enumerate(self._single):
            for finding in single:
                self._rows_of.setdefault(finding, []).append(row)

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
        patterns, context = self._possible(reading.codes)
        search = _Search(reading.codes, context, {})
        idle = self._look_for_bearing(search, patterns)
        return self._weigh(reading, search, idle)

    def _possible(self, codes: str) -> tuple[list[Within], MessageContext]:
        """The patterns that can match, and the context with the cues that can."""
        possible = self._index.possible(codes)
        many = len(self._sought)
        cut = bisect_left(possible, (many,))
        cues = [(place - many, first, last) for place, first, last in possible[cut:]]
        return possible[:cut], self._rules.context.of(codes, cues)

    def spelt(self, text: str) -> str:
        """`text` with the words in it that are read as another, written as those: "lost cnotrol" is "lost control"."""
        return self._rules.vocabulary.spelt(text)

    def without_courtesies(self, text: str) -> list[str]:
        """What stands between the words of `text` that tell of nothing, in its order; [text] where there are none."""
        reading = self._rules.vocabulary.read(text)
        spans = self._possible(reading.codes)[1].courtesies()
        if not spans:
            return [text]
        places = [(reading.words[start].start(), reading.words[end - 1].end()) for start, end in spans]
        ends = [0, *(place for span in places for place in span), len(reading.text)]
        kept = (reading.text[low:high].strip(_BETWEEN) for low, high in zip(ends[::2], ends[1::2], strict=True))
        return [piece for piece in kept if any(c.isalnum() for c in piece)]

    def tells_of_no_sign(self, text: str) -> bool:
        """Whether a sentence names no sign, not even a denied one, and says nothing of one in another sentence."""
        found = self.triage(text)
        if found.level not in ("none", "routine") or any(sign.id[0] != "C" for sign in found.signs):
            return False
        return not self._possible(self._rules.vocabulary.read(text).codes)[1].bears_on_others()

    def compile_all(self) -> None:
        """Compile every expression now, so that no text waits for those that it is the first to need."""
        patterns = (one.pattern for one in self._sought)
        for one in (*patterns, *self._rules.context.cues, *self._languages.all_phrases):
            _ = one.regex

    def forget(self) -> None:
        """Let go of the words of messages that are kept to correct them once."""
        self._rules.vocabulary.forget()

    def _look_for_bearing(self, search: _Search, possible: Sequence[Within]) -> list[Within]:
        """Look for the findings by which a condition could be met. Returns the patterns of the others."""
        finding_of, hits = self._finding_of, search.hits
        findings = {finding_of[place] for place, _, _ in possible}
        implied = {one: self._implied[one] for one in self._implied.keys() & findings}
        bearing = self._of_all.bearing(findings.union(*implied.values()))
        for one, others in implied.items():
            if not bearing.isdisjoint(others):
                bearing.add(one)
        for one in self._only_with.keys() & findings:
            if one in bearing:
                bearing.update(self._only_with[one])
        wanted = findings & bearing
        self._look_for(search, [one for one in possible if finding_of[one[0]] in wanted])
        for one, hit in [(one, hit) for one, hit in hits.items() if one in implied]:
            if hit.status in ("past", "steady"):
                self._imply(search, self._findings[one], hit)
        return [one for one in possible if finding_of[one[0]] not in wanted]

    def _imply(self, search: _Search, finding: Finding, hit: Hit) -> None:
        """Add what holds where a finding is past or steady."""
        there = Hit(hit.start, hit.end, "present")
        if finding.treated and hit.status == "past" and search.context.over_and_held:
            search.hits[self._places[finding.treated]] = there
        holds = finding.old if hit.status == "past" else finding.steady
        if holds:
            search.hits.setdefault(self._places[holds], there)

    def _look_for(self, search: _Search, possible: Sequence[Within]) -> None:
        codes, context, hits = search
        sought, finding_of = self._sought, self._finding_of
        there = {one for one, hit in hits.items() if hit.status == "present"}
        for place, first, last in possible:
            finding = finding_of[place]
            if finding in there:
                continue
            one = sought[place]
            if one.only_with and hits.keys().isdisjoint(one.only_with):
                continue
            match = one.pattern.regex.search(codes, first, last)
            if match:
                hit = hits[finding] = best_of(one, match, last, codes, context, hits.get(finding))
                if hit.status == "present":
                    there.add(finding)

    def _weigh(self, reading: Reading, search: _Search, idle: Sequence[Within]) -> Triage:
        hits = search.hits
        there = {one for one, hit in hits.items() if hit.status == "present"}
        talked_of = {one for one, hit in hits.items() if hit.status != "negated"}
        level = 0
        cards: dict[str, int] = {}
        signs: dict[str, Sign] = {}
        first: Hit | None = None
        literal = misspelt = False
        done: SignRule | None = None
        for rule, needs in self._of_signs.possible(talked_of):
            # A routine sign is a subject to talk about, so a question about it counts too.
            found = None if rule is done else needs.met(talked_of if rule.level == "routine" else there)
            if found is not None:
                done = rule
                rank = _RANKS[rule.level]
                if rank > level or first is None:
                    first = hits[found[0]]
                level = max(level, rank)
                literal |= rule.level == "emergency" and any(self._findings[one].literal for one in found)
                cards.setdefault(rule.card, rank)
                text = ", ".join([reading.phrase(hits[one].start, hits[one].end) for one in found])
                signs[rule.id] = Sign(rule.id, text, "present")
                if reading.mended and not misspelt:
                    misspelt = any(reading.is_mended(hits[one].start, hits[one].end) for one in found)
        absent = hits.keys() - there
        for row in sorted({row for one in absent for row in self._rows_of.get(one, ())}):
            rule = self._rules.signs[row]
            if rule.id not in signs:
                hit = hits[next(one for one in self._single[row] if one in absent)]
                signs[rule.id] = Sign(rule.id, reading.phrase(hit.start, hit.end), hit.status)
        ranked = sorted(cards, key=lambda card: -cards[card])
        person = self._person.of(reading.codes, *((first.start, first.end) if first else (0, 0)))
        corrects = self._rules.vocabulary.corrects
        ordered = sorted(signs.values(), key=lambda sign: self._order[sign.id])
        told = {name for name, needs in self._of_told.possible(there) if needs.met(there)}
        after, expected, denies = (name in told for name in TOLD)
        lasts = dict.fromkeys(name for name, needs in self._of_lasting.possible(there) if needs.met(there))
        beside = 0
        if LEVELS[level] == "urgent" or denies:
            self._look_for(search, idle)
            beside = self._beside(reading.codes, [hit for hit in hits.values() if hit.status == "present"])
        return Triage(
            LEVELS[level],
            ordered,
            person,
            ranked,
            misspelt and any(sign.status == "present" and corrects(sign.text) for sign in ordered),
            after,
            not self._rules.named.isdisjoint(reading.codes),
            beside,
            expected,
            denies,
            tuple(lasts),
            literal,
        )

    def _beside(self, codes: str, there: Sequence[Hit]) -> int:
        """How many words of weight no finding of those that are `there` is made of."""
        told = {place for hit in there for place in range(hit.start, hit.end)}
        return sum(code not in self._rules.weightless for place, code in enumerate(codes) if place not in told)


def _implied(finding: Finding, places: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(places[name] for name in (finding.old, finding.steady, finding.treated) if name)


def load_detector(folder: Path) -> Detector:
    """The detector with the rules of `folder` (`content/safety`) and the languages of `languages` beside it.

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    return Detector(load_rules(folder), load_languages(folder.parent / "languages"))
