"""Is a sign that was found really there? Negated, over, feared, asked about or a figure of speech.

The stock ConText rules read "I can't breathe" and "no, chest pain since this morning" as negated; these rules follow
`docs/decisions/0004-warning-signs.md`: a doubtful context leaves the sign present.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from ._clauses import (
    SmallWords,
    Span,
    answered_in_a_form,
    asks_of_other_things,
    new_subject,
    said_of_a_thing,
    stands_apart,
)
from ._dates import Dates
from ._index import Within
from ._patterns import ASK, COMMA, STOP, Pattern, leftmost

Status = Literal["present", "negated", "hypothetical", "past", "question", "figurative", "steady"]
NOT_PRESENT: frozenset[Status] = frozenset(("negated", "hypothetical", "past", "question", "figurative", "steady"))

CATEGORIES = (
    "negation", "not_a_negation", "negation_end", "resolved", "resolved_all", "resolved_before", "still_on", "dated",
    "of_another", "not_dated",
    "recent", "conditional", "hypothetical", "not_hypothetical", "question", "question_if_marked", "personal",
    "impersonal", "figurative", "not_figurative", "in_a_thing", "fiction", "creature", "exam", "real", "human",
    "somebody", "joking", "happening", "reported", "topic", "progressing", "denied", "answered_no", "answered_yes",
    "asked_about", "answered_none", "taken_back", "returned", "gone_since", "improving", "steady", "newly", "courtesy",
    "points_back",
    "reacted_then", "treated_then", "put_on_hold", "there_again", "not_there_again", "own_after_all", "mine_is_fine",
)  # fmt: skip
# Cues of these may be meant of a sign in another sentence.
_BEARING = (
    "negation", "resolved", "resolved_all", "resolved_before", "dated", "conditional", "hypothetical", "figurative",
    "fiction", "creature", "exam", "joking", "reported", "denied", "answered_no", "answered_none", "gone_since",
    "steady", "points_back",
)  # fmt: skip
# What may stand in a sentence with a sign and say that it is not there: most messages have few of them.
_LOWERING = frozenset((
    "negation", "denied", "figurative", "joking", "conditional", "question", "question_if_marked", "reported", "topic",
    "hypothetical", "dated", "resolved", "resolved_all", "resolved_before", "answered_no", "answered_none",
    "gone_since", "improving", "steady",
))  # fmt: skip
# Of these, the cues that are meant of signs in another sentence too, or reach over its end.
_FROM_AFAR = frozenset(("figurative", "joking", "answered_no", "answered_none", "gone_since", "steady"))
_DENIED = ("denied", "answered_no", "answered_none")
_OVER = ("resolved", "resolved_all", "resolved_before", "gone_since", "improving")
_NEGATION_REACH = 8
# "Never had swelling, hives, trouble breathing, a racing heart or any of it": one negation for a long list.
_LIST_REACH = 16
_HYPOTHESIS_REACH = 7
_RESOLVED_REACH = 10
_CREATURE_REACH = 4
# "Any chest pain? No": of a list of questions, how many words stand beside what each is about.
_BESIDE_A_NAME = 2
# "Do you have any chest pain? Yes": of a question that is answered with yes.
_BESIDE_AN_ANSWER = 4
# Words with which a sentence begins that only says how what was told before has been.
_OPENING = 3
# Words of a question behind "does" or "what", before a statement of its own may follow without a stop.
_SHORTEST_QUESTION = 3
_END = re.compile(f"[{re.escape(STOP + ASK)}]")
# Where the cues of a category begin, and where they stand.
_Spans = tuple[list[int], list[Span]]
_NOTHING: _Spans = ([], [])
# Words of a sentence before a sign and from it on that are looked at: nobody goes on longer without a stop.
_SENTENCE_REACH = 200
# Signs whose context is looked at in one message. A message that names more is not read so closely: they are there.
MOST_WEIGHED = 1_000


class Manner(NamedTuple):
    """What of a sign tells how its context lowers it.

    lasting: it counts even when it is over. named: the name of an illness, which people also use as a joke. steadies:
    what is old and unchanged is no alarm. treated: a reaction, which is over where it is told as treated and as the
    reason of a hold.
    """

    lasting: bool
    named: bool
    steadies: bool
    treated: bool


class _Found(dict[str, _Spans]):
    """The cues of each category, looked for when they are first asked for."""

    def __init__(self, look_for: Callable[[str], _Spans]) -> None:
        super().__init__()
        self._look_for = look_for

    def __missing__(self, category: str) -> _Spans:
        found = self[category] = self._look_for(category)
        return found


class ContextRules:
    """The compiled cues of `context.yml`."""

    def __init__(self, cues: Mapping[str, Sequence[Pattern]], words: SmallWords) -> None:
        """Args: cues: patterns of each category. words: the codes of small words."""
        self.cues = [cue for name in CATEGORIES for cue in cues[name]]
        self.categories = [name for name in CATEGORIES for _ in cues[name]]
        self.words = words

    def of(self, codes: str, possible: Sequence[Within]) -> MessageContext:
        """The context of one message. Args: possible: those of `cues` that can match `codes`, and between which
        places."""
        return MessageContext(self, codes, possible)


class MessageContext:
    """The cues of one message, looked for once, and the status of any sign in it."""

    def __init__(self, rules: ContextRules, codes: str, possible: Sequence[Within]) -> None:
        self._rules = rules
        self._codes = codes
        self._possible: dict[str, list[Within]] = {}
        for one in possible:
            self._possible.setdefault(rules.categories[one[0]], []).append(one)
        self._stops = [-1, *[match.start() for match in _END.finditer(codes)], len(codes)]
        self._found = _Found(self._look_for)
        self._judged: dict[tuple[Sequence[Span], Manner], Status] = {}
        self._heard_by_sentence: dict[Span, set[str]] = {}
        self._unweighed = MOST_WEIGHED
        self._dates = Dates(rules.words, codes, self._within)

    def status(self, regs: Sequence[Span], manner: Manner) -> Status:
        """The status of a sign.

        Args: regs: the places where it stands, and behind it those inside it where other words stand.
        """
        if not self._unweighed:
            return "present"
        self._unweighed -= 1
        # The same words are often found by several patterns.
        known = self._judged.get((regs, manner))
        if known is None:
            known = self._judged[regs, manner] = self._judge(regs, manner)
        return known

    def _judge(self, regs: Sequence[Span], manner: Manner) -> Status:
        start, end = regs[0]
        lasting, named, steadies, treated = manner
        left, right = self._sentence(start)
        heard = self._heard_in(left, right)
        if not heard and not self._stories and not treated:
            # Most signs: nothing near them says that they are not there.
            return "question" if self._is_title(start, end, left, right) else "present"
        # A gap of the other order of two sides stands nowhere.
        gaps = [span for span in regs[1:] if span[0] >= 0]
        if "negation" in heard and self._negated(start, end, gaps, left, right):
            return "negated"
        denied = not heard.isdisjoint(_DENIED)
        taken_back = denied and bool(self._within("taken_back", end, len(self._codes)))
        if denied and not taken_back:
            if "denied" in heard and self._within("denied", left, right):
                return "negated"
            if "answered_no" in heard and self._answered_no(start, end, left, right):
                return "negated"
            if "answered_none" in heard and self._answered_none(start, left, right):
                return "negated"
        if ("figurative" in heard and self._joked(start, end)) or (named and "joking" in heard):
            return "figurative"
        if self._stories and (self._told(start, end, left, right) or self._of_creature(start, end, left)):
            return "figurative"
        if "conditional" in heard and self._feared("conditional", start, end, left, right):
            return "hypothetical"
        if not heard.isdisjoint(("question", "question_if_marked")) and self._asked(start, end, left, right):
            return "question"
        if "reported" in heard and not taken_back and self._reported(start, end, left, right):
            return "question"
        if "topic" in heard and self._topic(end, left, right):
            return "question"
        if self._is_title(start, end, left, right):
            return "question"
        if "hypothetical" in heard and self._feared("hypothetical", start, end, left, right):
            return "hypothetical"
        if treated and self._told_and_again:
            return "present"
        if "dated" in heard and self._dates.of((start, end), (left, right), listed=named):
            return "past"
        if not lasting and not heard.isdisjoint(_OVER) and self._over(start, end, gaps, left, right):
            return "past"
        if treated and self.over_and_held:
            return "past"
        if steadies and "steady" in heard and self._steady(left, right):
            return "steady"
        return "present"

    def courtesies(self) -> list[Span]:
        """Where words stand that tell of nothing: a greeting, thanks, "is it the b12?"."""
        return self._all("courtesy")

    def bears_on_others(self) -> bool:
        """Whether it may say something of a sign in another sentence: that it is over, denied, a joke, told of."""
        return any(map(self._all, _BEARING))

    @cached_property
    def _heard(self) -> set[str]:
        """Which of `_LOWERING` the message has anywhere: nothing of the others need be looked at."""
        return {category for category in _LOWERING & self._possible.keys() if self._all(category)}

    def _heard_in(self, left: int, right: int) -> set[str]:
        """Which of `_LOWERING` may say something of a sign in the sentence codes[left:right]."""
        known = self._heard_by_sentence.get((left, right))
        if known is None:
            near = {category for category in self._heard - _FROM_AFAR if self._within(category, left, right)}
            known = self._heard_by_sentence[left, right] = near | (self._heard & _FROM_AFAR)
        return known

    @cached_property
    def over_and_held(self) -> bool:
        """Whether the whole message tells of a reaction as what was, was treated, and put the injections on hold, and
        nothing in it may be there."""
        return self._treated_and_held and not self._again

    @cached_property
    def _told_and_again(self) -> bool:
        """Whether it tells so, and something of it may be there: no date makes that past."""
        return self._treated_and_held and self._again

    @cached_property
    def _treated_and_held(self) -> bool:
        return all(map(self._all, ("reacted_then", "treated_then", "put_on_hold"))) and ASK not in self._codes

    @cached_property
    def _again(self) -> bool:
        over = self._all("not_there_again")
        return any(not _inside(cue, over) for cue in self._all("there_again"))

    @cached_property
    def _stories(self) -> bool:
        return not self._possible.keys().isdisjoint(("fiction", "exam", "creature"))

    def _sentence(self, start: int) -> Span:
        index = bisect_left(self._stops, start)
        left, right = self._stops[index - 1] + 1, self._stops[index]
        if right - left <= _SENTENCE_REACH:
            return left, right
        return max(left, start - _SENTENCE_REACH), min(right, start + _SENTENCE_REACH)

    def _look_for(self, category: str) -> _Spans:
        possible = self._possible.get(category)
        if possible is None:
            return _NOTHING
        cues = self._rules.cues
        spans = leftmost([(cues[place].regex, first, last) for place, first, last in possible], self._codes)
        return [span[0] for span in spans], spans

    def _within(self, category: str, left: int, right: int) -> list[Span]:
        """Cues that begin at or after `left` and before `right`."""
        starts, spans = self._found[category]
        return spans[bisect_left(starts, left) : bisect_left(starts, right)] if starts else []

    def _all(self, category: str) -> list[Span]:
        """The cues of the whole message; where there are none, nothing of the category need be looked at closer."""
        return self._found[category][1]

    def _overlapped(self, category: str, start: int, end: int) -> bool:
        return any(span[1] > start for span in self._within(category, max(0, start - 12), end))

    def _negated(self, start: int, end: int, gaps: Sequence[Span], left: int, right: int) -> bool:
        if answered_in_a_form(self._rules.words, self._codes, end, (left, right)):
            return True
        for low, high in gaps:
            if any(not self._overlapped("not_a_negation", *cue) for cue in self._within("negation", low, high)):
                return True
        for cue in self._within("negation", max(left, start - _LIST_REACH), start):
            if cue[1] > start or self._overlapped("not_a_negation", *cue):
                continue
            if start - cue[0] > _NEGATION_REACH and COMMA not in self._codes[cue[1] : start]:
                continue
            if self._within("negation_end", cue[1], start + 1):
                continue
            between = self._codes[cue[1] : start]
            if COMMA in between and (between[0] == COMMA or not self._listed(between, end, right)):
                continue
            return True
        return False

    def _answered_no(self, start: int, end: int, left: int, right: int) -> bool:
        """Whether the sign is all of a question, and the next sentence says no and nothing else: "Dizzy? No." """
        codes = self._codes
        alone = right - left <= end - start + _BESIDE_A_NAME
        return alone and codes[right : right + 1] == ASK and bool(self._within("answered_no", right + 1, right + 2))

    def _answered_yes(self, start: int, end: int, left: int, right: int) -> bool:
        """Whether the sign is nearly all of a question that the next sentence answers with yes: "Chest pain? Yes." """
        near = right - left <= end - start + _BESIDE_AN_ANSWER
        return (
            near and self._codes[right : right + 1] == ASK and bool(self._within("answered_yes", right + 1, right + 2))
        )

    def _answered_none(self, start: int, left: int, right: int) -> bool:
        """Whether somebody asked about the sign, and the next sentence says that none of it is there; not where they
        asked if it has gone."""
        asked, over = self._within("asked_about", left, start), self._within("resolved", left, right)
        return bool(asked and not over and self._within("answered_none", right + 1, right + 2))

    def _joked(self, start: int, end: int) -> bool:
        """Whether the sign is a figure of speech: "the car died", not "he died in the car"."""
        cues = self._within("figurative", max(0, start - 12), end)
        return bool(cues) and any(cue[1] > start and not self._meant_after_all(cue) for cue in cues)

    def _meant_after_all(self, cue: Span) -> bool:
        """Whether what sounds like a figure of speech is said of a person: of one in or on the thing it begins with."""
        first = cue[0]
        return self._overlapped("not_figurative", *cue) or self._overlapped("in_a_thing", first, first + 1)

    def _told(self, start: int, end: int, left: int, right: int) -> bool:
        """Whether the sign is part of a story: "not a drill" is none, and from "and my wife" on it is no longer one."""
        for cue in self._within("fiction", left, right):
            if self._within("negation", max(left, cue[0] - 3), cue[0]) or self._is_told_first(left, end, cue):
                continue
            if start <= cue[0] < end or not self._is_about("real", cue[1] if cue[0] < start else left, end):
                return True
        return bool(self._all("exam")) and not self._is_about("real", 0, len(self._codes))

    def _is_told_first(self, left: int, end: int, cue: Span) -> bool:
        """Whether a statement with the sign ends at a comma before a story is named, "legs gone, watched a film", and
        neither asks nor tells of somebody whom nobody knows."""
        asks = self._within("question", left, end) or self._within("question_if_marked", left, end)
        return COMMA in self._codes[end : cue[0]] and not asks and not self._within("somebody", left, end)

    def _of_creature(self, start: int, end: int, left: int) -> bool:
        """Whether an animal or a thing has the sign: it stands a few words ahead, and nobody in between."""
        return any(
            cue[1] <= start
            and COMMA not in self._codes[cue[1] : start]
            and not self._meant_after_all(cue)
            and not self._within("human", cue[1], max(start, end - 1))
            and not self._is_about("real", cue[1], end)
            for cue in self._within("creature", max(left, start - _CREATURE_REACH), start)
        )

    def _listed(self, between: str, end: int, right: int) -> bool:
        after = self._codes[end : min(right, end + 8)]
        return any(code in between or code in after for code in self._rules.words.joiners)

    def _asked(self, start: int, end: int, left: int, right: int) -> bool:
        cues = self._within("question", left, start)
        if right < len(self._codes) and self._codes[right] == ASK:
            cues = cues + self._within("question_if_marked", left, start)
        if not cues or self._is_happening or self._answered_yes(start, end, left, right):
            return False
        apart = stands_apart(self._rules.words, self._codes, (start, end), (left, right))
        for cue in cues:
            if apart is not None and cue[1] + _SHORTEST_QUESTION <= apart:
                continue
            if asks_of_other_things(self._rules.words, self._codes, cue, start, (left, right)):
                continue
            if cue[0] < start and self._opens_clause(cue[0], left, start) and not self._is_personal(cue[0], right):
                return True
        return False

    def _is_title(self, start: int, end: int, left: int, right: int) -> bool:
        """Whether the sign is all of the first sentence, and the second asks about it by the same name."""
        if left or (start, end) != (left, right):
            return False
        again = self._codes.find(self._codes[start:end], right)
        return again > right and self._asked(again, again + end - start, *self._sentence(again))

    @cached_property
    def _is_happening(self) -> bool:
        """Whether the message says anywhere that somebody has it now: "mine is closing", not "mine is fine"."""
        fine = self._all("mine_is_fine")
        return any(not _inside(cue, fine) for cue in self._all("happening"))

    def _reported(self, start: int, end: int, left: int, right: int) -> bool:
        """Whether the sign was read or heard about and is nobody's here: what follows a comma is another matter."""
        cues = () if self._is_happening else self._within("reported", left, start)
        if not cues or self._within("own_after_all", cues[-1][1], start):
            return False
        comma = self._codes.find(COMMA, end, right)
        return not self._is_personal(cues[0][1], comma if comma >= 0 else right)

    def _topic(self, end: int, left: int, right: int) -> bool:
        """Whether the sign is a subject only: "stroke recovery", "numb hands and low b12"."""
        if self._is_happening or not self._within("topic", end, min(right, end + 1)):
            return False
        return not self._is_personal(left, right)

    def _opens_clause(self, position: int, left: int, start: int) -> bool:
        """Whether a question begins at `position` and, where that is within a sentence, goes on up to `start`."""
        first = position
        while position > left and self._codes[position - 1] in self._rules.words.openers + COMMA:
            position -= 1
        return position == left or (COMMA in self._codes[position:first] and COMMA not in self._codes[first:start])

    def _is_personal(self, left: int, right: int) -> bool:
        return self._is_about("personal", left, right)

    def _is_about(self, people: str, left: int, right: int) -> bool:
        general = self._within("impersonal", left, right)
        return any(not _inside(cue, general) for cue in self._within(people, left, right))

    def _feared(self, category: str, start: int, end: int, left: int, right: int) -> bool:
        if self._is_happening:
            return False
        for cue in self._within(category, max(left, start - _HYPOTHESIS_REACH - 3), end):
            around = cue[0] < start and cue[1] >= end
            ahead = cue[1] < end and start - cue[1] <= _HYPOTHESIS_REACH and COMMA not in self._codes[cue[1] : start]
            if not around and not ahead:
                continue
            if category == "hypothetical" and ahead and self._goes_on_as_it_is(cue[1], start, end):
                continue
            if not self._within("not_hypothetical", left, right):
                return True
        return False

    def _goes_on_as_it_is(self, said: int, start: int, end: int) -> bool:
        """Whether a statement of now begins behind what is feared: "I fear a stroke and my speech has gone"."""
        words = self._rules.words
        tells = any(code in words.present_tense + words.perfect for code in self._codes[said:end])
        return tells and new_subject(words, self._codes[said : start + 1])

    def _steady(self, left: int, right: int) -> bool:
        """Whether the sentence of a sign, or the next one speaking of it, calls it old or unchanged, and no other words
        of the message new or worse."""
        following = self._sentence(right + 1) if right + 1 < len(self._codes) else None
        told = self._within("steady", left, right)
        if not told and following:
            first = following[0]
            about_it = self._within("points_back", *following) or self._within("steady", first, first + _OPENING)
            told = self._within("steady", *following) if about_it else []
        calm, fresh = self._all("steady"), self._all("newly")
        return bool(told) and all(_inside((at, at + 1), calm) or _inside((end - 1, end), calm) for at, end in fresh)

    def _over(self, start: int, end: int, gaps: Sequence[Span], left: int, right: int) -> bool:
        after = self._within("resolved", end, min(right, end + _RESOLVED_REACH)) + self._within(
            "resolved_all", end, right
        )
        after = [cue for cue in after if not said_of_a_thing(self._rules.words, self._codes[end : cue[0]])]
        # "My fingers used to go numb": said between the words of the sign.
        inside = gaps and self._within("improving", start, end)
        if inside:
            after = after + [cue for cue in inside if any(gap[0] <= cue[0] and cue[1] <= gap[1] for gap in gaps)]
        before = self._within("resolved_before", max(left, start - _LIST_REACH), start)
        if before:
            before = [cue for cue in before if self._governs(cue, start)]
        since = self._within("gone_since", right, len(self._codes))
        if not (after or before or since) or self._within("returned", right, len(self._codes)):
            return False
        rest = self._within("still_on", left, len(self._codes) if since else right)
        return all(any(_inside(cue, spans) for spans in (after, before, since)) for cue in rest)

    def _governs(self, cue: Span, start: int) -> bool:
        """Whether words ahead of a sign, "I no longer have", are said of it."""
        between = self._codes[cue[1] : start]
        near = start - cue[0] <= _NEGATION_REACH or COMMA in between
        return cue[1] <= start and near and not new_subject(self._rules.words, self._codes[cue[1] : start + 1])


def _inside(cue: Span, spans: Sequence[Span]) -> bool:
    """Whether a cue is part of one of `spans`, which stand in their order and do not overlap."""
    place = bisect_right(spans, cue[0], key=lambda span: span[0]) - 1
    return place >= 0 and cue[1] <= spans[place][1]
