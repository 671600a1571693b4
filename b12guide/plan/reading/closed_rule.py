"""What a clinic does with a day on which it is closed: "the next working day if that is a weekend or bank holiday"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..dates.closed import has_holidays
from ..model import Phase, Reading

_SHUT = (
    r"(?:week-?ends?|saturdays?|sundays?|sat|sun|(?:a )?(?:bank|public|national) hol(?:iday)?s?|b/h|holidays?"
    r"|(?:non|not a)[- ]working day|closed|shut|not open)(?: days?)?"
)
_IT = (
    r"(?:(?:it|that|this|either|neither|any(?: of them)?|one(?: of (?:them|those|these))?|a (?:date|day)|they"
    r"|those|these"
    r"|the (?:day|date|due date|appointment|\d{1,2}(?:st|nd|rd|th))|\d{1,2}(?:st|nd|rd|th))(?:'s|'re)?\b|its\b"
    r"|thats\b|theyre\b)"
)
# "If it falls on a weekend or bank holiday".
_IF = (
    rf"(?:if|when(?:ever)?|where(?:ver)?|should|in case)\s+(?:{_IT}\s+)?(?:(?:of them|of those|dates?|days?|ever"
    rf"|happens|to"
    r"|be|is|are|was|were|falls?|falling|lands?|landing|comes?|turns out|to be|due|on|at|in|over|a|an|the|either|both"
    rf"|they'?re|we're|clinic|surgery|\d{{1,2}}(?:st|nd|rd|th))\s+){{0,7}}{_SHUT}"
    rf"(?:\s?(?:,|/|&|or|and|,\s?or)\s?(?:(?:on|at|a|an|the)\s+){{0,2}}{_SHUT}){{0,3}}\b"
)
# "The next working day", "the Monday after", "the Friday before that".
_DAY = (
    r"(?:(?P<{0}w>next|following|first|previous|preceding)(?: (?:available|normal|possible|one|day))?"
    r" (?P<{0}work>working|work|week|business|clinic|open)[- ]?day"
    r"|(?P<{0}work2>working|work|week|business|clinic) ?day (?P<{0}s>after|before)"
    r"|(?:monday|mon|tuesday|tues?|friday|fri|day) (?P<{0}s2>after|before)"
    r"|(?P<{0}f>following|next|previous|preceding) (?:monday|mon|tuesday|tues?|friday|fri))"
    r"(?: (?:after|before|following))?(?: (?:that|it))?(?: instead)?\b"
)
_LEAD = (
    r"(?:[,;:(\-\u2013]\s{0,3})?(?:(?:or|and|but|then|otherwise|else|it|they|that|which|is|it's|gets?|are|being|moves?"
    r"|moved|shifted|goes|going|done|does|do|on|to|i|we|go|have|has|given|the clinic|the surgery|the nurse|clinic"
    r"|means?"
    r"|the)\s+){0,8}"
)
_BETWEEN = r"(?:[^.;!?\d]{0,60}?)"
_RULES = (
    re.compile(rf"{_LEAD}\b{_DAY.format('a')}{_BETWEEN}\b{_IF}[)]?", re.I),
    re.compile(rf"(?:[,;(]\s{{0,3}})?(?:(?:and|but|or)\s)?\b{_IF}{_BETWEEN}\b{_DAY.format('b')}[)]?", re.I),
    re.compile(
        rf"(?:[,(]\s{{0,3}})?\b(?:or|otherwise|else)(?:,? (?:it is|it's|on|then"
        rf"|to)){{0,2}}(?: the)? {_DAY.format('c')}[)]?",
        re.I,
    ),
)
_WEEKEND = re.compile(r"\bweek-?ends?\b", re.I)
_CLOSED = re.compile(r"\b(?:non|not a)[- ]working\b|\b(?:closed|shut|not open)\b", re.I)
_NAMED_HOLIDAY = re.compile(r"\bhol(?:iday)?s?\b|\bb/h\b", re.I)
_SENTENCE_END = re.compile(r"[.;!?\n]")
_ANY_DAY = re.compile(rf"\b{_DAY.format('d')}", re.I)
# Who tells it says so in a few sentences, with one of these words.
_LONGEST = 1000
_NAMES = re.compile(
    r"week-?end|saturday|sunday|\bsat\b|\bsun\b|\bhol|b/h|working|business|week ?day|closed|shut|not open", re.I
)
_HOLIDAY = re.compile(r"\bhol(?:iday)?s?\b|\bb/h\b|\bworking\b", re.I)
_ASKS = re.compile(
    r"\b(?:what|which|when'?s|how|can|could|should|shall|might|may)\s+(?:if|about|they|it|i|we|you|she|he|happens"
    r"|the (?:clinic|nurse|surgery)|my)\b|(?:^|[,;]\s{0,3}|\b(?:and|so|but|or|then)\s)(?:do|does|will|would|is)"
    r" (?:they|it|i|we|you|she|he|the)\b|\b(?:had|got|given) (?:it|mine|one|that one) ",
    re.I,
)
_CLOSE = frozenset({"wk", "mo", "a"})


def closed_rule(text: str, country: str | None = None) -> tuple[str, str] | None:
    """The rule (`Phase.rolls`) that a text tells, and the text with blanks in its place; None where it tells none."""
    plain = text.replace("’", "'")
    if len(plain) > _LONGEST or _NAMES.search(plain) is None:
        return None
    where, named, around, rest = "", "", "", text
    country = country if country is not None and has_holidays(country) else ""
    # What is said of another day counts too: "or the Friday before, if the Monday is a bank holiday".
    told = [one for one in _SENTENCE_END.split(plain) if _NAMES.search(one)]
    ways = {_way(day[0]) for one in told for day in _ANY_DAY.finditer(one) if not day["df"]}
    for rule in _RULES:
        for match in rule.finditer(plain):
            groups = {name[1:]: found for name, found in match.groupdict().items() if found}
            sentence = _SENTENCE_END.split(plain[: match.start()])[-1] + match[0]
            third = rule is _RULES[2] and not ("work" in groups or "work2" in groups)
            if _ASKS.search(sentence) or third:
                continue
            ways.add(_way(" ".join(groups.get(name, "") for name in ("w", "s", "s2", "f"))))
            where = where or (country if _HOLIDAY.search(match[0]) else "")
            named, around = f"{named} {match[0]}", f"{around} {sentence}{_SENTENCE_END.split(plain[match.end() :])[0]}"
            begin, end = match.span()
            plain = plain[:begin] + ";" * (end - begin) + plain[end:]
            rest = rest[:begin] + " " * (end - begin) + rest[end:]
    only = _only(named)
    # "Every Saturday, and if it's a bank holiday the Monday after": what is said of one is not said of the other.
    if not named or len(ways) != 1 or (only == "hol" and not where) or _weekend(named) != _weekend(around):
        return None
    return "/".join((ways.pop(), where, only)).rstrip("/"), rest


def speaks_of_rule(text: str, country: str | None = None) -> bool:
    """Whether a text tells what is done about closed days, be it a rule that is taken or not."""
    plain = text.replace("’", "'")
    if len(plain) > _LONGEST or _NAMES.search(plain) is None:
        return False
    told = not _ASKS.search(plain) and any(rule.search(plain) for rule in _RULES[:2])
    return told or closed_rule(text, country) is not None


def _way(words: str) -> str:
    return "before" if re.search(r"before|previous|preceding", words, re.I) else "after"


def _weekend(words: str) -> set[str]:
    """The days of a weekend that are named."""
    return {day for day in ("sat", "sun") if re.search(rf"\b{day}(?:urday|day)?s?\b", words, re.I)}


def _only(words: str) -> str:
    """What alone is moved (`Phase.rolls`): one day of a weekend, or holidays; nothing where it is every closed day."""
    days = _weekend(words)
    if len(days) == 2 or _WEEKEND.search(words):
        return ""
    return days.pop() if days else "hol" if _NAMED_HOLIDAY.search(words) and not _CLOSED.search(words) else ""


def with_rule(phases: tuple[Phase, ...], rolls: str) -> tuple[Phase, ...]:
    """The parts of a plan with the rule, where their doses are not closer than a week."""
    far = [phase.unit in _CLOSE and phase.period_max is None and not _crowded(phase) for phase in phases]
    return tuple(replace(one, rolls=rolls) if fits else one for one, fits in zip(phases, far, strict=True))


def _crowded(phase: Phase) -> bool:
    return phase.unit == "wk" and phase.frequency > phase.period


def reading_with(reading: Reading, rolls: str) -> Reading:
    """A reading of the rest of a text, with the rule that it tells."""
    return replace(reading, phases=with_rule(reading.phases, rolls))
