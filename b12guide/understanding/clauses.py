"""The clauses of a sentence that ask, each of them a question of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from b12guide.plan import states_plan
from b12guide.understanding.subject import subject

MOST_QUESTIONS = 3
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_ASKED_ABOUT = (
    r"(?:i|you|it|they|we|he|she|the|my|your|his|her|our|their|this|that|these|those|there|a|an|b12|injections?|jabs?|"
    r"shots?|tablets?|pills?|people|someone|everyone|anyone|one|mum|dad|all|any|most|"
    r"insurance|medicare|nurses?|doctors?|gps?|surgery|clinic|pharmacists?|kids|children|babies|vegans|alcohol|coffee)"
)
OPENER = (
    r"(?:how|what|whats|what's|why|when|where|who|whom|whose|which|"
    rf"(?:can|could|should|shall|do|does|did|is|are|am|will|would|must|may|shud|cud|wud)(?:n'?t)?\s+{_ASKED_ABOUT}\b|"
    r"(?:is|are)\s+\w+\s+(?:any|good|bad|safe|ok|okay|enough)\b|"
    # "Does metformin matter": whatever it is asked of.
    r"does(?:n'?t)?\s+\w+|"
    # "Would numbing cream help": the verb says that it asks.
    r"(?:can|could|will|would|do|might|may)\s+(?:\w+\s+){1,3}"
    r"(?:help|work|hurt|matter|harm|count|stop it|be (?:ok|okay|enough|safe|better|any good))\b|"
    r"ought\s+(?:i|we|he|she|they|it|my)\b|"
    r"(?:have|has)(?:n'?t)?\s+(?:i|you|it|they|we|he|she|my|the)\b)"
)
_TAG = re.compile(
    r"(?:is|are|was|do|does|did|will|would|can|could|should|have|has)(?:n'?t)? (?:it|they|i|he|she|we|that|you)\??$",
    re.I,
)
# What is only named before a question is what it asks of.
LONGEST_LEAD_IN = 4
_WHAT_ABOUT = re.compile(r"^(?:(?:and|but|so|also|then)[\s,]+){0,3}(?:what|how) about\b", re.I)
# "No, I mean the drink": it is asked once more.
_MEANS_IT = re.compile(r"^(?:(?:no|nah|nope|sorry|but)[\s,]+){0,3}i (?:just |only )?mean(?:t)?\b", re.I)
_GREETS = re.compile(
    r"^\W*(?:hi|hello|hey|good|thanks?|thank you|cheers|ok(?:ay)?|sorry|please|yes|no|well|right|so|oh|sure|fine"
    r"|then)\b",
    re.I,
)
# Few of them stand in a row; a longer row would be read anew from each.
LEAD = (
    r"(?:(?:and|an|&|but|also|so|then|plus|if so|secondly|second|lastly|finally|separately|thirdly|oh|ok|please"
    r"|and another thing|on another note)[\s,:]+){0,4}"
)
# "My mum has it, so does my aunt": it asks nothing.
# "I forgot to ask, is it ok": what only says that a question comes names nothing.
_ANNOUNCES = re.compile(
    r"^(?:\w+[\s,]+){0,2}?(?:forgot to (?:ask|say)|meant to ask|(?:one|two|three|2|3|another|last|final|quick|other"
    r"|more) (?:(?:last|final|more|other|quick|small|little) ){0,2}(?:things?|questions?|ones?|query|queries)"
    r"|last one)\b",
    re.I,
)
_AGREES = re.compile(
    r"^(?:(?:and|but)\s+)?(?:so|neither|nor)\s+(?:does|do|did|is|are|was|were|has|have|had|will|can)\s+"
    r"(?:i|we|he|she|they|(?:my|his|her|our|their|the)\s+\w+)(?:\s+(?:too|as well))?\s*(?:[,.;]|and\b|$)",
    re.I,
)
# "... and if the test was negative does that mean": it asks in a case.
_IN_CASE = rf"if\s+[^,;?]{{8,80}}?\b(?:does|do|is|are|will|would|can|could|should)(?:n'?t)?\s+{_ASKED_ABOUT}\b"
# "... and what ...", "..., can I ...": the next question begins.
NEXT = re.compile(
    rf"(?:\s*[,;:]\s*|\s+)(?=(?:and|but|also|plus)\s+(?:{LEAD}{OPENER}\b|{_IN_CASE}))|\s*[,;:]\s*(?={LEAD}{OPENER}\b)",
    re.I,
)
ASKS = re.compile(rf"^{LEAD}(?:{OPENER}\b|{_IN_CASE})", re.I)
# What asks without the form of a question.
_WONDERS = re.compile(
    r"\b(?:wonder(?:ing|ed(?= (?:was|is)? ?(?:whether|if|about|why|how|what)))?"
    r"|(?:want(?:ed)?|wish|like|need) to (?:know|ask)|any(?:one|body) know|tell me|explain|"
    r"any (?:ideas?|advice|tips))\b",
    re.I,
)
# A short question with one of these in it is about what was told before it.
POINTS_BACK = re.compile(r"\b(?:that|this|it|they|them|these|those|he|she|her|him|his|one|ones|so|normal)\b", re.I)
SHORT_QUESTION = 8
# What is told before a question in its sentence has so many words at least.
LEAST_TOLD = 5
# "when I stand up, can I ..." and "what they gave me": these words also begin what is no question.
SIDE_CLAUSE = re.compile(
    r"^(?:when|where|who|which|what|how)\s+(?:i|you|it|they|we|he|she|my|the)\s+(?!do\b|does\b)[^?]*$", re.I
)


def is_no_way(_words: str) -> bool:
    return False


def asks(sentence: str) -> bool:
    """Whether a sentence asks something, with or without a question mark."""
    if "?" in sentence or _WONDERS.search(sentence):
        return True
    return ASKS.match(sentence) is not None and not (SIDE_CLAUSE.match(sentence) or _AGREES.match(sentence))


def questions_of(found: Sequence[str], is_way: Callable[[str], bool] = is_no_way) -> list[str]:
    asked: list[str] = []
    for sentence in found:
        plain = " ".join(sentence.split())
        clauses = _clauses(plain)
        before = [("", ""), *clauses]
        own = [
            _with_told(told, one)
            for (told, _), (one, asking) in zip(before, clauses, strict=False)
            if ASKS.match(asking)
            and len(asking.split()) > 1
            and not SIDE_CLAUSE.match(asking)
            and not _AGREES.match(asking)
            and not _TAG.match(asking)
        ]
        # "And the fridge?" asks too, in no form of a question; so does "I wish to know whether it is".
        whole = is_way(_without_lead(plain)) or (not own and _asks_otherwise(plain))
        asked += map(_without_lead, [plain] if whole else own)
    return asked[:MOST_QUESTIONS]


def _with_told(told: str, asking: str) -> str:
    """A question of a sentence, with what the sentence tells right before it where it points back at that: "my pee was
    pink that day, is that normal?"."""
    tells = len(told.split()) >= LEAST_TOLD and not asks(told) and not states_plan(told)
    return f"{told}, {asking}" if tells and _only_points_back(asking) else asking


def _only_points_back(asking: str) -> bool:
    named = subject(asking)
    short = len(asking.split()) <= SHORT_QUESTION and POINTS_BACK.search(asking) is not None
    return short and not (named.ours or named.within or named.others)


def _asks_otherwise(sentence: str) -> bool:
    asks_so = sentence.endswith("?") or _WONDERS.search(sentence) or _MEANS_IT.match(sentence)
    return bool(asks_so) and len(_LETTERS.findall(sentence)) > 1


def _clauses(sentence: str) -> list[tuple[str, str]]:
    """The clauses of a sentence, and what of each asks; what only names somebody or something is one with the question
    behind it: "and liver, is it any use", "what about my wife, she has tablets, can she stop"."""
    ends = [*NEXT.finditer(sentence)]
    starts, stops = [0, *(end.end() for end in ends)], [*(end.start() for end in ends), len(sentence)]
    found: list[tuple[str, str]] = []
    begins, before = 0, ""
    for start, stop in zip(starts, stops, strict=True):
        clause = sentence[start:stop].strip(" ,;:")
        if _names_only(before):
            found[-1] = (sentence[begins:stop].strip(" ,;:"), clause)
        else:
            found.append((clause, clause))
            begins = start
        before = clause
    return found


def _names_only(clause: str) -> bool:
    if _WHAT_ABOUT.match(clause):
        return True
    named = 0 < len(clause.split()) <= LONGEST_LEAD_IN and not ASKS.match(clause) and not states_plan(clause)
    return named and _GREETS.match(clause) is None and _ANNOUNCES.match(clause) is None


def _without_lead(sentence: str) -> str:
    return re.sub(rf"^{LEAD}", "", sentence, flags=re.I)


def joined_ways(found: Sequence[str], is_way: Callable[[str], bool]) -> list[str]:
    """The sentences, those that together are a way to ask as one."""
    joined: list[str] = []
    for sentence in found:
        if joined and is_way(f"{joined[-1]} {sentence}"):
            joined[-1] = f"{joined[-1]} {sentence}"
        else:
            joined.append(sentence)
    return joined


def of_tale(found: Sequence[str], asked: list[str]) -> list[str]:
    """Several questions, each with what is told right before it where it points back at that: "It says above 2,000. Is
    this dangerous, and can I stop?"."""
    if len(asked) < 2:
        return asked
    plain = [" ".join(sentence.split()) for sentence in found]
    told: list[str] = []
    for one in asked:
        at = next((place for place, sentence in enumerate(plain) if one in sentence), 0)
        first = at > 0 and not any(other in plain[at] for other in asked[: len(told)])
        back = first and not asks(plain[at - 1]) and _only_points_back(one)
        told.append(f"{found[at - 1]} {one}" if back else one)
    return told
