"""What is said of whose plan it is: who has nothing to do with it, who is to be kept, and whose date is first.

People stand in the text as marks of the same length, so that a place in the marks is a place in the text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass

from b12guide.conversation.names import MOST_NAMED
from b12guide.conversation.patients import DENIED_AFTER, DENIED_BEFORE, before
from b12guide.conversation.places import places_in
from b12guide.conversation.whose import ME, fits

_FIRST = 0xE000
_M = chr(_FIRST)
_ONE = "[\ue000-\uf8ff]"
_MINE = re.compile(
    r"\b(?:mine|mines|myself|masel|mysel|my own|me)\b(?! (?:last|next|first|own|jab|injection|mum|mam|dad)\b)", re.I
)
_I = re.compile(r"\b(?:i|me|my|myself|mine|mines)\b", re.I)
_PRONOUN = re.compile(r"\b(?:hers?|his|him|theirs?|them|she|he)\b", re.I)
_NOT_PRONOUN = re.compile(r"\b(?:not|no|nae) (?:for )?(?:hers?|his|him|theirs?|them)\b", re.I)
_THEIR = (
    rf"(?:(?:for|about|of|my|ma|our|the) ){{0,4}}(?P<who>{_ONE})(?P=who)*(?:'?s)?"
    r"(?: (?:one|ones|plan|dates?|injections?|jabs?|shots?|schedule))?"
)
_BOTH = r"(?P<both>(?:them |us |the )?(?:both|two)(?: of (?:them|us))?(?: plans)?|all of them)"
_KEEP = r"(?:keep|save|remember|store|hold on to|hang on to|record|log)"
_GIVE_UP = (
    # "I drop her off at the clinic" forgets nothing.
    r"(?:forget|drop(?! \S+ (?:off|round|over|there|home|at|in|down|back)\b)|delete|remove|bin|scrap"
    r"|ditch|erase"
    r"|get rid of|lose|discard|clear|wipe|leave out|take out)"
    r"(?: about)?"
)
# "Scratch the wife's, she had it on the 30th": what was told is taken back, and told anew.
_TAKEN_BACK = re.compile(
    r"^\W*(?:(?:yes|no|ok|okay|but|sorry|wait|hang on|actually|oh|and|right|please|well)\W+){0,5}"
    rf"(?:{_GIVE_UP}|scratch|strike|cross out|ignore|disregard|never ?mind|nvm|undo)"
    r"(?: what i (?:said|told you|put|wrote|gave(?: you)?))?"
    rf" {_THEIR}(?: last one| last)?(?:\W+(?:it'?s|that'?s|that was|it was) wrong)?\s*[,.;:!–—-]+\s*(?P<told>.+)",
    re.I | re.S,
)
_NEVER = (
    r"(?:do not|don'?t|dont|did(?:n'?t| not)|didnt|never|no need to|stop|not|shouldn'?t|needn'?t"
    r"|(?:would|'d) rather you did(?:n'?t| not))"
)
_KEEPING = rf"(?:{_KEEP}|keeping|saving|remembering|storing|tracking|track)"


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I) for pattern in patterns)


_DROPS = _patterns(
    rf"\b{_GIVE_UP} {_THEIR}",
    rf"\b{_NEVER}(?: (?!but\b)\w+){{0,4}}? {_KEEPING} {_THEIR}",
    rf"(?:,|\band|\bbut) not {_THEIR}",
    rf"\b(?:don'?t|dont|do not|no longer) (?:want|need) {_THEIR}",
)
_ONLY = _patterns(
    rf"\b(?:only|just)(?: (?:{_KEEPING}|want|need))? {_THEIR}(?=\W*(?:$|[.,;!?]|\b(?:please|pls|thanks|thank|now"
    rf"|and)\b))",
    rf"\b(?:{_KEEP}|want|need)(?: only| just)? {_THEIR} (?:only|alone)\b",
    rf"(?:^|[,.;!?]\s*){_THEIR} (?:only|alone)\b",
)
_SAVES = _patterns(
    rf"\b{_KEEP} (?:down )?(?:{_THEIR}|{_BOTH})",
    rf"\b(?:put|add|get|want) {_THEIR} (?:on|in|into|onto|to) (?:my |the )?(?:phone|calendar|diary)\b",
    rf"{_THEIR} (?:on|in|into|onto) my (?:phone|calendar|diary)\b",
    rf"\b(?:yes|yeah|yep|aye),? (?:to )?{_BOTH}",
    rf"{_BOTH} (?:are |is )?(?:right|correct|fine|good|ok)\b",
)
_WANTS = re.compile(rf"\b{_KEEPING}\b|\bwant\b|\bneed\b", re.I)
_PHONE = re.compile(r"\b(?:on|in|into|onto|to) (?:my |the )?(?:phone|calendar|diary)\b", re.I)
_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?\n]*\s*")
_CLAIMS = re.compile(
    r"(?<!when )(?<!what )(?<!which )(?<!wen )(?<!wat )(?<!whit )"
    rf"\b(?:it'?s|it is|its|that'?s|that is|thats|this is|they'?re|these are|wis|was|is|i (?:meant?"
    rf"|said)|talking about|asking for)"
    rf"(?: all| only| just| actually| really){{0,8}} (?:for |fur |about )?{_M}+(?: (?:that|who|wi"
    rf"|with)\b)?(?! (?:every|on|due|next|late|today|tomorrow|before|after|the same)\b)"
    r"|\b(?:it'?s|it is|its|that'?s|this is|that is) my (?:own )?(?:plan|dates?|injections?|jabs?|shots?|b-?12|one)\b"
    rf"|(?:^|[,.;:!?–—-]\s*|\b(?:but|no|naw|nah|not|just|only|rather) )(?:for |fur )?{_M}+(?=\s*(?:$|[.,;:!?]))"
    r"|\bi(?:'m| am) the (?:one|patient)\b(?: (?:that|who)\b)?",
    re.I,
)
_NO = re.compile(
    r"^\W*(?:(?:no|naw|nah|nope|eh|och|ah|oh|sorry|hang on|wait|well|yes|sure|dear me|listen|look)\b\W*){1,8}", re.I
)
_ASK_FIRST = re.compile(
    r"\b(?:who|which|whose|wich|whos)\b(?! (?:do|should|can|to|shall|must|would|day|date|one do)\b).{0,80}?\b(?:first"
    r"|sooner|soonest|earlier|earliest|before|next up|up next|up first|ahead)\b"
    r"|\b(?:who|which of (?:us|them)|whose)(?:'s| is| goes| has)? (?:\w+ )?next\b",
    re.I,
)
_RELATION = re.compile(
    r"\b(?P<before>before|ahead of|sooner|earlier|first)\b|\b(?P<after>after|later|behind)\b"
    r"|\b(?P<same>same (?:day|date|week|time)|together|coincide|clash)\b|\b(?P<apart>apart|between|difference)\b",
    re.I,
)
_ASKS = re.compile(
    r"^\W*(?:(?:yes|so|and|but|ok|okay|now|thanks|thank you|please|then|oh|tell me|do you know)\W+){0,8}"
    # "Do mine first" is no question.
    rf"(?:is|are|am|do(?! {_ONE}+(?:'s)? first\b)|does|will|would|was|how (?:many|far|long|much)|when|if|whether)\b",
    re.I,
)
# "Both on the same day?" has no verb.
_BOTH_SAME = re.compile(
    r"\b(?:both|the two of us|us both|each)\b[^.;!?]{0,40}\bsame (?:day|date|time)\b[^.;!]{0,40}\?", re.I
)
# The day on which two people go together is asked for, "again": after the next one.
_MEET = re.compile(
    r"\b(?:when|what day|what date|next time|the next)\b[^.;!?]{0,60}\b(?:together|same (?:day|date)|coincide)\b"
    r"|\b(?:together|same (?:day|date)|coincide)\b[^.;!?]{0,60}\b(?:when|next)\b",
    re.I,
)
_AGAIN = re.compile(r"\b(?:again|after that|after this|the time after)\b", re.I)
MEET, MEET_AGAIN = "meet", "meet_again"
# So many before a day are counted, and no two dates held against each other.
_HOW_MANY = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six) (?:of them |jabs |shots |injections )?before\b|"
    r"\bhow many (?:(?:b-?12|of my|of them|more|vitamin) ){0,3}(?:jabs?|jags?|shots?|injections?|doses?|needles?"
    r"|ones|do|will|am|before)\b",
    re.I,
)
_TWO = re.compile(r"\b(?:we|us|our|ours|they|them|both|each other|the two|the dates|these)\b", re.I)


@dataclass(frozen=True)
class Denial:
    """That a plan is the writer's own. persons: who has nothing to do with it. rest: what else the message says."""

    persons: tuple[str, ...]
    rest: str


@dataclass(frozen=True)
class Keeping:
    """Whose plans are given up, and whose are kept; `files`: they are wanted on the phone. rest: what else is said."""

    dropped: tuple[str, ...]
    saved: tuple[str, ...]
    files: bool
    rest: str


@dataclass(frozen=True)
class Comparison:
    """Whose date is asked to be "before", "after", the "same" as or "apart" from that of the other;
    "first": which of them is; MEET, MEET_AGAIN: on which day both are due."""

    one: str
    other: str
    claim: str
    rest: str


def denial(text: str, known: Collection[str], last: str | None) -> Denial | None:
    """Whether a text says that somebody has nothing to do with the plan, or that it is the writer's own."""
    plain = text.replace("’", "'")
    persons, cuts = [], []
    for start, end, person in places_in(plain, known, denied=True):
        begins, ends = before(DENIED_BEFORE, plain, start), DENIED_AFTER.match(plain, end)
        if begins or ends:
            persons.append(person)
            cuts.append((begins.start() if begins else start, ends.end() if ends else end))
    for match in itertools.islice(_NOT_PRONOUN.finditer(plain), MOST_NAMED):
        if last is not None and fits(match[0].split()[-1], last):
            persons.append(last)
            cuts.append(match.span())
    marked = _MINE.sub(lambda match: _M * len(match[0]), plain)
    claims = [match.span() for match in _CLAIMS.finditer(marked)]
    if not persons and not claims:
        return None
    for start, end in (*cuts, *claims):
        plain = plain[:start] + " " * (end - start) + plain[end:]
    rest = _NO.sub("", plain).strip(" ,.;:!-")
    return Denial(tuple(dict.fromkeys(persons)), " ".join(rest.split()))


def claims_own(text: str) -> bool:
    """Whether a text says that the plan is the writer's own."""
    return _CLAIMS.search(_MINE.sub(lambda match: _M * len(match[0]), text.replace("’", "'"))) is not None


def taken_back(text: str, known: Collection[str], last: str | None) -> tuple[str, str] | None:
    """Of whom a text takes back what was told, and what it tells instead; None where somebody else is named there."""
    plain = text.replace("’", "'")
    marked, people = _marked(plain, known, last, own=_MINE)
    found = _TAKEN_BACK.match(marked)
    if found is None:
        return None
    person = people[found["who"]]
    told = found.start("told")
    others = {people[mark] for mark in re.findall(_ONE, marked[told:])} - {person}
    return None if others else (person, plain[told:])


def keeping(text: str, known: Collection[str], last: str | None) -> Keeping | None:
    """Whose plans a text wants given up, or kept; None where it says nothing of that."""
    plain = text.replace("’", "'")
    marked, people = _marked(plain, known, last, own=_MINE)
    dropped: list[str] = []
    saved: list[str] = []
    rest, files = "", False
    wants = _WANTS.search(marked) is not None
    for sentence in _SENTENCE.finditer(marked):
        words, done = sentence[0], False
        only = _found(_ONLY, words, people) if wants else []
        gone = _found(_DROPS, words, people)
        kept = [one for one in _found(_SAVES, words, people) if one not in gone]
        if only:
            saved += only
            dropped += [one for one in (ME, *known) if one not in only]
            done = True
        if gone or kept:
            dropped += gone
            saved += [ME, *known] if "*" in kept else kept
            files = files or _PHONE.search(words) is not None
            done = True
        if not done:
            rest += plain[sentence.start() : sentence.end()]
    if not dropped and not saved:
        return None
    out = tuple(dict.fromkeys(one for one in dropped if one not in saved))
    return Keeping(out, tuple(dict.fromkeys(saved)), files, rest.strip())


def comparison(text: str, known: Collection[str], last: str | None) -> Comparison | None:
    """Whether a text asks whose date is first, or how the dates of two people stand to each other."""
    plain = text.replace("’", "'")
    marked, people = _marked(plain, known, last, own=_I)
    others = [one for one in known if one != ME]
    for sentence in _SENTENCE.finditer(marked):
        # A comparison is one part of "yes, so who is first? and save both".
        for start, words in _parts(sentence[0]):
            found = _compared(words, people, others, last)
            if found is None:
                continue
            begin = sentence.start() + start
            rest = f"{plain[:begin]} {plain[begin + len(words) :]}"
            return Comparison(*found, " ".join(rest.split()).strip(" ,;"))
    return None


def _parts(sentence: str) -> list[tuple[int, str]]:
    cut = re.search(r",? and (?=(?:save|keep|remember|put|add|what|when|how)\b)", sentence, re.I)
    lead = re.match(r"\W*(?:yes|yep|yeah|aye|right|correct)\b[ ,]*(?:thanks|thank you|please)?[ ,.]*", sentence, re.I)
    begin = lead.end() if lead else 0
    if cut is None or cut.start() < begin:
        return [(begin, sentence[begin:])]
    return [(begin, sentence[begin : cut.start()]), (cut.start(), sentence[cut.start() :])]


def _compared(
    words: str, people: dict[str, str], others: list[str], last: str | None
) -> tuple[str, str, str] | None:  # fmt: skip
    named = list(dict.fromkeys(people[mark[0]] for mark in re.finditer(_ONE, words)))
    if _ASK_FIRST.search(words):
        pair = named if len(named) > 1 else _pair(named, others, last)
        return (pair[0], pair[1], "first") if len(pair) > 1 else None
    found = _RELATION.search(words)
    if found is None or _HOW_MANY.search(words):
        return None
    meet = _MEET.search(words) is not None
    if not (meet or _ASKS.match(words) or _BOTH_SAME.search(words)):
        return None
    claim = (MEET_AGAIN if _AGAIN.search(words) else MEET) if meet else str(found.lastgroup)
    if len(named) < 2 and not (
        meet or _TWO.search(words) or (claim == "before" and re.search(r"\bfirst\b", words, re.I))
    ):
        return None
    pair = named if len(named) > 1 else _pair(named, others, last)
    return (pair[0], pair[1], claim) if len(pair) > 1 else None


def _pair(named: list[str], others: list[str], last: str | None) -> list[str]:
    """Who is meant beside the one named, or by "us": the writer and the one spoken of, or the only other."""
    other = last if last in others else others[-1] if others else None
    pair = [*named, *([ME] if ME not in named else []), *([other] if other and other not in named else [])]
    return pair[:2]


def _found(patterns: tuple[re.Pattern[str], ...], words: str, people: dict[str, str]) -> list[str]:
    """The people whom one of the patterns names, "*" for both."""
    found = []
    for pattern in patterns:
        for match in pattern.finditer(words):
            who = match["who"] if "who" in pattern.groupindex else None
            found.append(people[who] if who else "*")
    return found


def _marked(
    text: str, known: Collection[str], last: str | None, *, own: re.Pattern[str]
) -> tuple[str, dict[str, str]]:  # fmt: skip
    """The text with a mark in the place of each letter of somebody, and who each mark is."""
    marks: dict[str, str] = {_M: ME}
    spots = [(start, end, person) for start, end, person in places_in(text, known, denied=True)]
    for match in itertools.islice(_PRONOUN.finditer(text), MOST_NAMED):
        named = next((one for start, _, one in reversed(spots) if start < match.start() and fits(match[0], one)), None)
        others = [one for one in (last, *known) if one is not None and one != ME]
        meant = named or next((one for one in others if fits(match[0], one)), None)
        if meant is not None and not any(a <= match.start() < b for a, b, _ in spots):
            spots.append((match.start(), match.end(), meant))
    for match in itertools.islice(own.finditer(text), MOST_NAMED):
        # "My wife" is she, and not I.
        if not any(a <= match.start() < b or (text[match.end() : a] == " " and match[0].lower() in ("my", "me"))
                   for a, b, _ in spots):  # fmt: skip
            spots.append((match.start(), match.end(), ME))
    for start, end, person in spots:
        mark = next((one for one, who in marks.items() if who == person), None)
        if mark is None:
            mark = chr(_FIRST + len(marks))
            marks[mark] = person
        text = text[:start] + mark * (end - start) + text[end:]
    return text, marks
