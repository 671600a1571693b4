"""Reading `content/safety` into rules: word lists, findings, signs and context cues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from ._clauses import SmallWords
from ._context import CATEGORIES, NOT_PRESENT, ContextRules
from ._files import DataFile
from ._patterns import Lists, Pattern, PatternCompiler, PatternError, WordList, parse, sets_of
from ._words import ASK, COMMA, STOP, Vocabulary, in_company

Level = Literal["none", "routine", "urgent", "emergency"]
LEVELS: tuple[Level, ...] = ("none", "routine", "urgent", "emergency")
TEXTS_SCHEMA = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}
_SMALL_WORDS = ("filler", "article", "breaks", "opener", "subject", "weightless")
_NAME = "^[a-z][a-z0-9_]*$"
# What else a message can tell, beside the signs: the hours after an injection, what is expected, a denied sign.
TOLD = ("after_injection", "expected", "denies")
# What is told in one message and counts in later ones of the conversation.
LASTS = "lasts"
LEXICON_SCHEMA: dict[str, Any] = {
    "type": "object", "minProperties": 1, "propertyNames": {"pattern": _NAME},
    "additionalProperties": {"type": "string", "minLength": 1},
}  # fmt: skip
SPELLING_SCHEMA: dict[str, Any] = {
    "type": "object", "required": ["words"], "additionalProperties": False,
    "properties": {"words": {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}},
}  # fmt: skip
FINDINGS_SCHEMA: dict[str, Any] = {
    "type": "object", "required": ["findings"], "additionalProperties": False,
    "properties": {"findings": {
        "type": "object", "minProperties": 1, "propertyNames": {"pattern": _NAME},
        "additionalProperties": {
            "type": "object", "required": ["patterns"], "additionalProperties": False,
            "properties": {
                "patterns": TEXTS_SCHEMA, "lasting": {"type": "boolean"}, "named": {"type": "boolean"},
                "literal": {"type": "boolean"},
                "treated": {"type": "string", "pattern": _NAME},
                "old": {"type": "string", "pattern": _NAME}, "steady": {"type": "string", "pattern": _NAME},
                "only_with": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": _NAME}},
                "always": {"type": "array", "items": {
                    "enum": sorted(NOT_PRESENT)}},
            },
        },
    }},
}  # fmt: skip
SIGNS_SCHEMA: dict[str, Any] = {
    "type": "object", "required": ["signs", LASTS, *TOLD], "additionalProperties": False,
    "properties": {**dict.fromkeys(TOLD, TEXTS_SCHEMA), LASTS: {
        "type": "object", "minProperties": 1, "propertyNames": {"pattern": _NAME}, "additionalProperties": {
            "type": "object", "required": ["when", "said", "days", "beside_a_sign"], "additionalProperties": False,
            "properties": {
                "when": TEXTS_SCHEMA, "said": {"type": "string", "minLength": 1},
                "days": {"type": "integer", "minimum": 0}, "beside_a_sign": {"type": "boolean"},
            }}}, "signs": {"type": "array", "minItems": 1, "items": {
        "type": "object", "additionalProperties": False,
        "required": ["id", "name", "level", "card", "source", "when"],
        "properties": {
            "id": {"type": "string", "pattern": "^[ABC][0-9]{1,2}$"}, "name": {"type": "string", "minLength": 3},
            "level": {"enum": list(LEVELS[1:])}, "card": {"type": "string", "pattern": _NAME},
            "source": {"type": "string", "minLength": 3}, "when": TEXTS_SCHEMA,
        },
    }}},
}  # fmt: skip
_WORDS = {"type": "string", "minLength": 1}
NAMED_SCHEMA: dict[str, Any] = {
    "type": "object", "required": ["lists", "words"], "additionalProperties": False,
    "properties": {"lists": _WORDS, "words": _WORDS},
}  # fmt: skip
CONTEXT_SCHEMA: dict[str, Any] = {
    "type": "object", "required": list(CATEGORIES), "additionalProperties": False,
    "properties": dict.fromkeys(CATEGORIES, TEXTS_SCHEMA),
}  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One thing that a message can say. `always`: contexts that do not lower it.

    `old`: what holds if it is long past. `steady`: what holds if it is old and unchanged; None: then it is there.

    `treated`: what holds of a reaction that is told as treated, and as the reason why the injections are on hold: then
    it is over.

    `literal`: nobody says its words as a figure of speech or a joke, so that a sign made of it is meant.

    `only_with`: names of findings that stand before it, of which one must have been found for it to be looked for.
    """

    name: str
    patterns: tuple[Pattern, ...]
    lasting: bool
    named: bool
    old: str | None
    steady: str | None
    always: frozenset[str]
    only_with: frozenset[str]
    treated: str | None = None
    literal: bool = False

    @cached_property
    def always_there(self) -> bool:
        """Whether no context lowers it at all, so that none need be looked for."""
        return self.always == NOT_PRESENT


@dataclass(frozen=True)
class Condition:
    """Every group needs one finding that is there; none of `unless` may be there."""

    groups: tuple[tuple[str, ...], ...]
    unless: frozenset[str]


@dataclass(frozen=True)
class SignRule:
    """One row of the triage table."""

    id: str
    name: str
    level: Level
    card: str
    source: str
    conditions: tuple[Condition, ...]

    @cached_property
    def single(self) -> tuple[str, ...]:
        """The findings that are this sign by themselves."""
        alone = [condition.groups[0] for condition in self.conditions if len(condition.groups) == 1]
        return tuple(name for group in alone for name in group)


@dataclass(frozen=True)
class Lasting:
    """What is told in one message and counts in later ones.

    conditions: when it is told. said: the sentence that stands for it before a later message. days: how many days after
    it counts. beside_a_sign: whether it counts only where the later message names a sign by itself.
    """

    name: str
    conditions: tuple[Condition, ...]
    said: str
    days: int
    beside_a_sign: bool


@dataclass(frozen=True)
class Rules:
    """Everything that the detector needs. `named`: codes of the words of body, mind or dosing. `weightless`: of stops
    and of words that tell nothing by themselves."""

    vocabulary: Vocabulary
    named: frozenset[str]
    weightless: frozenset[str]
    findings: tuple[Finding, ...]
    signs: tuple[SignRule, ...]
    told: Mapping[str, tuple[Condition, ...]]
    lasting: tuple[Lasting, ...]
    context: ContextRules
    lists: Lists
    compiler: PatternCompiler


def load_rules(folder: Path) -> Rules:
    """Read the rules of `folder` (`content/safety`).

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    lists, medical = load_lists(folder)
    spelling = load_spelling(folder)
    ordinary_file = folder / "ordinary_words.txt"
    ordinary = ordinary_file.read_text(encoding="utf-8").split() if ordinary_file.exists() else []
    finding_files = [DataFile(path) for path in sorted((folder / "findings").glob("*.yml"))]
    context_file = DataFile(folder / "context.yml")
    context = context_file.check(CONTEXT_SCHEMA)

    uses = Counter(one for words in lists.values() for one in words.sets())
    for file in finding_files:
        for name, entry in file.check(FINDINGS_SCHEMA)["findings"].items():
            for index, source in enumerate(entry["patterns"]):
                uses.update(named_sets(source, lists, file, ("findings", name, "patterns", index)))
    for name in CATEGORIES:
        for index, source in enumerate(context[name]):
            uses.update(named_sets(source, lists, context_file, (name, index)))

    named = _named(DataFile(folder / "body_mind_dose.yml"), lists)
    alone = (
        set(spelling)
        | named
        | {"b12", "lol", "or", "nor", "no", "none", "nope", "nil", "YEAR", "FEVER", "FAST", "SEVERE", "HIGH", "NUMBER"}
    )
    words = [*in_company(with_small_words(uses, lists)), *sorted(alone)]
    vocabulary = Vocabulary(words, medical=medical, spelling=spelling, ordinary=ordinary)
    compiler = compiler_of(vocabulary, lists)
    findings: dict[str, Finding] = {}
    for file in finding_files:
        for name, entry in file.data["findings"].items():
            if name in findings:
                raise file.fault(("findings", name), "this finding is also in another file; join the two.")
            findings[name] = Finding(
                name,
                tuple(compiler.compile(source, lists) for source in entry["patterns"]),
                bool(entry.get("lasting")),
                bool(entry.get("named")),
                entry.get("old"),
                entry.get("steady"),
                frozenset(entry.get("always", ())),
                frozenset(entry.get("only_with", ())),
                entry.get("treated"),
                bool(entry.get("literal")),
            )
    for file in finding_files:
        for name, entry in file.data["findings"].items():
            for field in ("old", "steady", "treated"):
                if entry.get(field) and entry[field] not in findings:
                    raise file.fault(("findings", name, field), f"there is no finding '{entry[field]}'.")
    for file in finding_files:
        for name, entry in file.data["findings"].items():
            for other in entry.get("only_with", ()):
                if list(findings).index(name) <= list(findings).index(other) if other in findings else True:
                    raise file.fault(("findings", name, "only_with"), f"no finding '{other}' stands before this one.")
    cues = {name: [compiler.compile(source, lists, captured=False) for source in context[name]] for name in CATEGORIES}

    def codes(words: Iterable[str]) -> str:
        return "".join(sorted(vocabulary.code(word) for word in words))

    small_words = SmallWords(
        joiners=codes(["or", "nor"]),
        openers=codes(lists["opener"].words),
        joined=codes(["and", "but"]),
        subjects=codes(lists["subject"].words),
        past_verbs=codes(lists["past_verb"].words),
        past_tense=codes(lists["past_tense"].words),
        present_tense=codes(lists["present_tense"].words),
        perfect=codes(["have", "has"]),
        before=codes(["before"]),
        date_leads=codes(lists["date_lead"].words),
        leading_on=codes(lists["leads_on"].words),
        describing=codes(lists["describing"].words),
        noes=codes(["no", "none", "nope", "nil"]),
        of_signs=codes(medical - lists["shot"].words),
        asking_of_signs=codes(lists["asks_of_signs"].words),
        owners=codes(["my", "me", "our"]),
        others=codes(lists["someone"].words),
    )
    context_rules = ContextRules(cues, small_words)
    signs, told, lasting = _signs(DataFile(folder / "signs.yml"), findings)
    named_codes = frozenset(code for word in named for code in vocabulary.codes_of_class(word))
    every = tuple(findings.values())
    small = {word for name in _SMALL_WORDS for word in lists[name].words}
    weightless = frozenset(STOP + ASK + COMMA + codes(small))
    return Rules(vocabulary, named_codes, weightless, every, signs, told, lasting, context_rules, lists, compiler)


def _named(file: DataFile, lists: Lists) -> set[str]:
    """The words of body, mind or dosing; those of a phrase are too common by themselves."""
    data = file.check(NAMED_SCHEMA)
    found = set(data["words"].split())
    for name in data["lists"].split():
        if name not in lists:
            raise file.fault(("lists",), f"there is no word list '{name}'.")
        found |= lists[name].words
    return found


def load_lists(folder: Path) -> tuple[Lists, set[str]]:
    """The word lists of `folder`, and the words that a typing fault is read as."""
    lists: dict[str, WordList] = {}
    medical: set[str] = set()
    for path in sorted((folder / "lexicon").glob("*.yml")):
        file = DataFile(path)
        for name, entry in file.check(LEXICON_SCHEMA).items():
            if name in lists:
                raise file.fault((name,), "this word list is also in another file; join the two.")
            lists[name] = WordList.parse([entry])
            if path.stem != "function":
                medical |= lists[name].words
    for name in (
        *_SMALL_WORDS,
        "past_verb",
        "past_tense",
        "present_tense",
        "date_lead",
        "leads_on",
        "describing",
        "asks_of_signs",
    ):
        if name not in lists:
            raise DataFile(folder / "lexicon" / "function.yml").fault((), f"the word list '{name}' is missing.")
    return lists, medical


def compiler_of(vocabulary: Vocabulary, lists: Lists) -> PatternCompiler:
    """The compiler for patterns over `vocabulary`, with the small words of `lists`."""
    return PatternCompiler(vocabulary, fillers=lists["filler"], articles=lists["article"], breaks=lists["breaks"])


def with_small_words(uses: Counter[frozenset[str]], lists: Lists) -> Counter[frozenset[str]]:
    """The `uses` of sets of words, and those of the small words, which expressions hold between any two parts."""
    return uses + Counter({lists[name].words: sum(uses.values()) + 1 for name in ("filler", "breaks", "article")})


def load_spelling(folder: Path) -> dict[str, str]:
    """What people type, mapped to the words meant."""
    return {str(key): meant for key, meant in DataFile(folder / "spelling.yml").check(SPELLING_SCHEMA)["words"].items()}


def named_sets(source: str, lists: Lists, file: DataFile, place: tuple[str | int, ...]) -> list[frozenset[str]]:
    """The sets of words of one pattern. Raises: SafetyDataError naming its place when it cannot be read."""
    try:
        return list(sets_of(parse(source, lists)[0]))
    except PatternError as fault:
        raise file.fault(place, str(fault)) from None


def _signs(
    file: DataFile, findings: Mapping[str, Finding]
) -> tuple[tuple[SignRule, ...], dict[str, tuple[Condition, ...]], tuple[Lasting, ...]]:
    """The rows of the triage table, what says each of `TOLD`, and what lasts."""
    data = file.check(SIGNS_SCHEMA)
    signs = []
    for index, entry in enumerate(data["signs"]):
        conditions = _conditions(file, ("signs", index, "when"), entry["when"], findings)
        texts = {key: str(entry[key]) for key in ("id", "name", "card", "source")}
        signs.append(SignRule(**texts, level=entry["level"], conditions=conditions))
    lasting = tuple(
        Lasting(
            name,
            _conditions(file, (LASTS, name, "when"), entry["when"], findings),
            entry["said"],
            entry["days"],
            entry["beside_a_sign"],
        )
        for name, entry in data[LASTS].items()
    )
    return tuple(signs), {name: _conditions(file, (name,), data[name], findings) for name in TOLD}, lasting


def _conditions(
    file: DataFile, place: tuple[str | int, ...], sources: Sequence[str], findings: Mapping[str, Finding]
) -> tuple[Condition, ...]:
    conditions = []
    for line, source in enumerate(sources):
        wanted, _, unwanted = source.partition(" unless ")
        groups = tuple(tuple(part.strip() for part in group.split("|")) for group in wanted.split("+"))
        unless = frozenset(part.strip() for part in unwanted.split("|")) if unwanted else frozenset()
        for name in {name for group in groups for name in group} | unless:
            if name not in findings:
                raise file.fault((*place, line), f"there is no finding '{name}'.")
        conditions.append(Condition(groups, unless))
    return tuple(conditions)
