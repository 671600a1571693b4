"""What is asked of how often they are: a part of a plan taken as often as another gap ("the monthly ones, if it's every
4 weeks?"), whether a gap is the plan's own ("is it still every 90 days?"), and that it stays as it is ("no, leave it at
90 days"). It is counted and said; the plan stays."""

from __future__ import annotations

import re
from dataclasses import replace

from ..dates.schedule import missing
from ..model import Phase, Unit, full_date
from ..reading.day_words import MONTHS, NTH, WEEKDAY_WORDS
from ..wording import phase_words
from .message import NUMBERS, SENTENCE, Said, is_date_word, number
from .move import Move
from .move_words import asks
from .other_gap_if import of_a_stay, other_gap_if, same_gap
from .outcome import Who
from .part_named import period_of
from .state import CHANGE, CONFIRM, State
from .view import View, every

PART_GAP_IF, GAP_IS, STAYS_AS_IS = "part_gap_if", "gap_is", "stays_as_is"
SAME_GAP, OTHER_GAP_IF = "same_gap", "other_gap_if"
Gap = tuple[int, Unit]

_N = rf"(?:\d{{1,3}}|an?|{'|'.join(NUMBERS)})"
_GAP = re.compile(
    rf"(?<!\bin )(?<!\bwithin )(?<!\bafter )(?<!\blast )(?<!\bnext )(?<!\bthis )(?<!\bfor )"
    rf"\b(?:(?:every|each) )?(?:(?P<n>{_N})[ -])?"
    r"(?P<u>dai(?:ly|lies)|days?|week(?:ly|lies|s)?|wkly|wks?|fortnight(?:ly|lies)?|month(?:ly|lies|s)?|mths?"
    r"|quarter(?:ly|lies)|year(?:ly|lies|s)?)\b"
    r"(?! (?:late|early|earlier|later|after|before|from|ago|away|over|since|sooner|off|of the month)\b)",
    re.I,
)
# A day, a week or a month alone is no gap: "one a day", "the day of".
_BARE = re.compile(r"(?:day|days|week|weeks|wk|wks|month|months|mth|mths|year|years)", re.I)
_IF = re.compile(r"\b(?:if|suppose|supposing|assuming|imagine|let'?s say|lets say|say (?:it|they|the|she|he))\b", re.I)
# What takes one gap for another, where it is asked: "counted as every 4 weeks", "4 weeks instead".
_TAKEN_AS = re.compile(
    r"\b(?:taken|takes?|taking|counted|counts?|counting|treated|treats?|read|done|did|does|doing|meant|meaning|means?)"
    r"\b[^.;!?\n]{0,25}?\b(?:as|like|by|on|at)\b|\b(?:instead|rather than|in place of|as opposed to)\b",
    re.I,
)
_MEANT = re.compile(r"\b(?:i|we) (?:mean|meant|was asking|were asking|am asking|asked)\b|\bi'?m asking\b", re.I)
# What asks something else of it, or wishes for it.
_ELSE = re.compile(
    r"\b(?:feel|feels|late|miss\w*|skip\w*|tablets?|possible|better|worse|safe|allowed|can i|could i|may i|hurts?"
    r"|harm|danger\w*|enough|works?|symptoms?|(?:is|be|was|it'?s) (?:that |it |this )?(?:ok|okay|alright"
    r"|all right|fine))\b",
    re.I,
)
_STILL = re.compile(
    r"^\W*(?:(?:so|ok|and|but|well|right|wait|just|please|ah|oh|yes|no|ja|ya)\W+){0,4}"
    r"(?:is|isn'?t|are|am|do|does|have|has|you|it'?s|i'?m)\b"
    r"[^.;!?\n]{0,20}?\b(?:still|down|set|saved|kept|in there|noted|on file|got me|in your)\b",
    re.I,
)
_THE_GAP = rf"(?:(?:the |my |every |each |a )?(?:{_N}[ -])?(?:days?|weeks?|months?|daily|weekly|fortnightly|monthly))"
_AS_IS = (
    r"(?:(?:as|how|the way|like|where)(?: (?:it|they|that|things|everything|is|are|was|were|'s|i|you|we|have|had|got"
    r"|it'?s|they'?re)){0,4}|unchanged|alone|the same|put)"
)
_STAYS = re.compile(
    r"\b(?:keep|keeping|leave|leaving|stick|sticking|stay|staying|we'?ll go|i'?ll go|go|let'?s go)(?: back)?"
    r"(?P<it>(?: (?:it|mine|them|that|this|things|everything|all|with|to|on|at|my|the|plan|dates?|gap|hers|his|just"
    rf"|what (?:i|we) have)){{1,4}}) ?(?P<as>(?:{_AS_IS}|(?P<gap>{_THE_GAP})|(?P<bare>\d{{1,3}}))(?=\W|$))",
    re.I,
)
_MINE_STAYS = re.compile(
    r"\W{0,4}(?:(?:no+|nah|nope|ok|okay|fine|right|then|just|please|i'?ll|we'?ll|i want to|so|never mind|ja"
    r"|grand)[\s,.!]{1,3}){0,5}"
    r"(?:(?<!just )keep mine"
    r"|(?:keep|stick with|stick to|stay on|stay with) (?:my own|my plan|my dates|what i have|what we have))"
    r"(?: (?:then|please|pls|so|thanks|for now)){0,2}\W{0,4}$",
    re.I,
)
_NO_CHANGE = re.compile(
    r"^\W{0,4}(?:please |no )?(?:do not|don'?t) (?:change|touch|move|alter) [\w ]{1,20}[,.;]\s?", re.I
)
# What keeps something else, or only wonders.
_NOT_STAYS = re.compile(
    r"\b(?:notes?|diary|records?|data|private|secret|fridge|cold|safe|alarms?|reminders?|if|can i|should i|could i|why"
    r"|until|till|tablets?|pills?|taking|doing|having|going)\b"
    r"|\b(?:not|don'?t|dont|won'?t|can'?t|cannot|never) (?:want to |need to |to |just )?(?:keep|leave|stick|stay|go)\b",
    re.I,
)
_NO_CHANGE_TO = frozenset(("go", "stay", "staying"))
# What is told beside it of a day, a dose or a booking has its own answer.
_TOLD_BESIDE = re.compile(
    rf"\b(?:{NTH}|{WEEKDAY_WORDS}|{MONTHS}|today|tonight|yesterday|tomorrow|this (?:morning|afternoon|week)|last night"
    r"|(?:next|last) (?:week|month)|\d{1,2}[/.]\d{1,2}|had|got|gave|given|took|taken|jabbed|injected|did|done|missed"
    r"|skipp?ed|forgot\w*|late|early|(?:re)?book\w*|appointment|appt|slot|offer\w*|moved|changed|cancell?ed|postponed"
    r"|rescheduled|called off|ran out|stopped|started)\b",
    re.I,
)
# "The first ones": the part that the plan begins with.
_FIRST_PART = re.compile(
    r"\b(?:(?:first|early|loading|starter|starting|quick|frequent) (?:ones|few|lot|part|bit|course|doses?"
    r"|injections|jabs|shots|phase|stage)|first \w+ (?:ones|injections|jabs|shots|doses)|loading)\b",
    re.I,
)


_QUARTER = re.compile(r"\b(?:a |one )?quarter of (?:a|the) year\b", re.I)
_HALF = re.compile(r"\bhalf (?:of )?(?:a|the) year\b", re.I)


def gap_asked(text: str, state: State, who: Who) -> Move | None:
    """What of these a message asks or says."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return None
    plain = text.replace("’", "'")
    return (
        _part_gap_if(plain, state)
        or _gap_held(plain, state, who)
        or _still_so(plain, state)
        or _stays_as_is(plain, state, who)
    )


def gaps_in(text: str) -> list[Gap]:
    """The gaps that a text names, in its order."""
    found: list[Gap] = []
    for match in _GAP.finditer(text):
        every_so = re.match(r"(?:every|each)\b", match[0], re.I) is not None
        if _BARE.fullmatch(match["u"]) and not match["n"] and not every_so:
            continue
        times, unit = period_of(match["u"])
        named = match["n"].lower() if match["n"] else "a"
        count = 1 if named in ("a", "an") else number(named)
        gap = (times * (count or 1), unit)
        found += [gap] if gap not in found else []
    return found


def _part_gap_if(text: str, state: State) -> Move | None:
    """Another gap in the place of that of one part, which is only supposed."""
    if len(state.phases) < 2 or _ELSE.search(text) or of_a_stay(text):
        return None
    asked = asks(Said.of(text)) or "?" in text
    taken = _TAKEN_AS.search(text) is not None
    if not (_IF.search(text) or (taken and (asked or _MEANT.search(text)))):
        return None
    gaps = gaps_in(text)
    known = [(phase.period, phase.unit) if phase.frequency == 1 else None for phase in state.phases]
    others = [gap for gap in gaps if gap not in known]
    places = [place for place, own in enumerate(known) if own in gaps]
    first = not places and _FIRST_PART.search(text) is not None
    place = places[-1] if places else 0 if first else len(known) - 1
    if len(others) != 1 or (not places and not first and state.phases[-1].bounded):
        return None
    count, unit = others[0]
    return Move("request", PART_GAP_IF, f"{place}/{count}/{unit}", rest=(0, len(text)))


def _gap_held(text: str, state: State, who: Who) -> Move | None:
    """The plan's gap held against another in a sentence of its own, or that other one supposed."""
    text = _QUARTER.sub("3 months", _HALF.sub("6 months", text))
    for match in SENTENCE.finditer(text):
        said = Said.of(match[0])
        found = same_gap(said, state, who) if match[0].strip() else ()
        if found:
            return replace(found[0], rest=match.span())
    supposed = other_gap_if(Said.of(text), state, who) if len(state.phases) == 1 and _MEANT.search(text) else ()
    return supposed[0] if supposed else None


def _still_so(text: str, state: State) -> Move | None:
    """Whether it is still as often as the plan has it."""
    if len(state.phases) != 1:
        return None
    for match in SENTENCE.finditer(text):
        gaps = gaps_in(match[0])
        if len(gaps) == 1 and _STILL.search(match[0]) and "?" in match[0]:
            return Move("request", GAP_IS, f"{gaps[0][0]}/{gaps[0][1]}", rest=match.span())
    return None


def _stays_as_is(text: str, state: State, who: Who) -> Move | None:
    """That the plan stays as it is, with no other gap or day in it."""
    if state.confirmed and _MINE_STAYS.match(text):
        return Move("request", STAYS_AS_IS, rest=(0, len(text)))
    text = _NO_CHANGE.sub("", text)
    found = _STAYS.search(text)
    if found is None or _NOT_STAYS.search(text) or not state.confirmed:
        return None
    if any(asks(Said.of(part[0])) for part in SENTENCE.finditer(text) if part[0].strip()):
        return None
    if _TOLD_BESIDE.search(f"{text[: found.start()]} {text[found.end() :]}"):
        return None
    words = [word.text for word in Said.of(text).words]
    own = {(phase.period, phase.unit) for phase in state.phases}
    gaps = set(gaps_in(text))
    if found["bare"] and int(found["bare"]) not in {period for period, _ in own}:
        return None
    dated = any(is_date_word(word) and not word[0].isdigit() and number(word) is None for word in words)
    bare = not (found["gap"] or found["bare"])
    if gaps - own or (dated and not gaps) or (bare and found[0].split()[0].lower() in _NO_CHANGE_TO):
        return None
    return Move("request", STAYS_AS_IS, rest=(0, len(text)))


class GapAsked(View):
    """Counts by a gap that is not the plan's, and says that the plan stays."""

    def part_gap_if(self, value: str) -> list[str]:
        """`value`: the place of the part and the gap, as "1/4/wk"."""
        place, count, unit = value.split("/")
        index, old = int(place), self.state.phases[int(place)]
        new = _as_often(old, int(count), unit)
        phases = (*self.state.phases[:index], new, *self.state.phases[index + 1 :])
        anchor = replace(self.anchor, month_day=None, moved=()) if index <= self.current else self.anchor
        other = GapAsked(
            replace(self.state, phases=phases, anchor=anchor, open=[], booked=None), self.today, self.words,
            self.country,
        )  # fmt: skip
        if missing(phases, anchor) is not None or index < self.current:
            # Of a part that is over nothing is to come.
            return [self.words("other_gap_ask")]
        if index <= self.current:
            doses = list(other.coming(1))
            lines = [self.dose_line("other_gap", d, words=every(new), day=full_date(anchor.date)) for d in doses]
        else:
            run = other.run(index)
            doses = [dose for dose, _ in zip(other.doses_of(run), range(2), strict=False)]
            names = ("part_gap_if", "after_next")
            lines = [
                self.dose_line(name, dose, new=every(new), old=every(old))
                for name, dose in zip(names, doses, strict=False)
            ]
        if not doses:
            return [self.words("other_gap_ask")]
        return [*lines, *self.weekend(doses), self.words("other_gap_kept")]

    def gap_is(self, value: str) -> list[str]:
        """`value`: the gap that is asked about, as "90/d"."""
        count, unit = value.split("/")
        phase = self.state.phases[0]
        right = (phase.period, phase.unit) == (int(count), unit) and phase.frequency == 1
        answer = self.words("plain_yes" if right else "plain_no")
        return [f"{answer} {self.words('gap_is', words=phase_words(phase))}"]

    def stays_as_is(self, value: str) -> list[str]:
        """`value`: nothing."""
        often = ", then ".join(phase_words(phase) for phase in self.state.phases)
        following = self.late() or self.upcoming("next")
        return [self.words("stays_as_is", words=often), *following]


def _as_often(old: Phase, count: int, unit: str) -> Phase:
    """A part with another gap, as long as it was."""
    units: dict[str, Unit] = {"d": "d", "wk": "wk", "mo": "mo", "a": "a"}
    return replace(
        old, frequency=1, period=count, unit=units[unit], period_max=None, days_of_week=(), days_of_month=(),
        week_of_month=None, days=(),
    )  # fmt: skip
