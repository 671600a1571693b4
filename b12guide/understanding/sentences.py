"""Cutting a message into its sentences, and into the questions that it asks, for scoring each by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from b12guide.plan import states_plan
from b12guide.shared import triage
from b12guide.understanding.clauses import (
    ASKS,
    LEAD,
    NEXT,
    OPENER,
    POINTS_BACK,
    SHORT_QUESTION,
    SIDE_CLAUSE,
    asks,
    is_no_way,
    joined_ways,
    of_tale,
    questions_of,
)
from b12guide.understanding.few_words import without_wish
from b12guide.understanding.formal import plainly_asked
from b12guide.understanding.subject import subject

# "Dr. Patel" ends no sentence; a picture of a face does.
_END = re.compile(
    r"(?<!\b[Dd]r\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<=[.!?;])\s+|\n+"
    r"|(?<=[\u2600-\u27BF\uFE0F\U0001F300-\U0001FAFF])\s+(?=\w)"
)
# "1. what is it 2. is it for life": each number begins a question of its own; so do "a)" and "(b)".
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(?P<at>[1-9]|[a-h])[.):]\)?\s*(?=[A-Za-z])")
# A story longer than this is scored by its first and last sentences: the start says who, the end asks.
MOST_SENTENCES = 12
MOST_NUMBERED = 6
# What stands before a numbered list is read with each of its questions, if it has so many words at most.
MOST_BEFORE_LIST = 14
# What an encoder takes time for, as `size` counts it. A message that is no larger is heard whole. Of a larger one an
# excerpt is heard: the sentences in which the rules found a sign, then the first and the last ones, each cut to so many
# characters, and the first of its questions.
MOST_HEARD, EXCERPT, EXCERPT_QUESTIONS, LONGEST_PIECE = 200, 44, 22, 200
_WORD = re.compile(r"[A-Za-z]+|\S")

# What is asked of the plan itself.
_OF_DATES = re.compile(r"\b(?:next|due|dates?|when|again|plan|calendar|late|schedule)\b", re.I)
# "It got to 38 degrees in the van so what happens if they get hot": the question at the end of a tale.
_SO = re.compile(
    rf"(?:\s*[,;]\s*|\s+)(?=(?:so|but) {OPENER}\b)|\s*,\s*(?={OPENER}\b)|\s+[-–—]{{1,2}}\s+(?={OPENER}\b)", re.I
)
# What begins so says when, or in which case, and belongs to the question behind it.
_BINDS = re.compile(
    r"^\W*(?:(?:and|but|so|ok|also|now|then|yes|no|well)\W+){0,3}"
    r"(?:if|when|whenever|after|before|while|unless|because|cos|since|as|once|until|for|with|without|in|on|at|given|say)\b",
    re.I,
)
# So many words at least are the tale, and the question: "six jabs in two weeks, why" is all one.
LEAST_TALE, LEAST_BEHIND = 5, 4
# "I am vegetarian, which food has it": what somebody says of themselves is told in fewer words.
LEAST_OWN, _OWN = 3, re.compile(r"^\W*(?:i|i'?m|im|ive|i'?ve|we|we'?re|my|our)\b", re.I)
# A dash before a question parts it from what is told, with or without a question mark.
_DASH = re.compile(rf"\s+[-–—]{{1,2}}\s+(?={LEAD}{OPENER}\b)", re.I)
# Courtesy before and after a question changes nothing of it.
_COURTESY = re.compile(
    r"^(?:(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening))(?: there| all| everyone)?"
    r"|(?:just )?(?:a )?quick question|just so (?:i'?m|that i'?m|we'?re) clear|to be clear|last question"
    r"|(?:(?:ok|okay|right|so|well|and|oh|also|then|now|just|cheers|thanks|great|the) ?[,.!]? ?){0,3}"
    r"(?:one|a|two|three|2|3|another|my|last|final|the)(?: (?:very|quick|small|little|last|final|more|other)){0,3}"
    r" (?:ones?|questions?|things?|try|query|queries)(?: (?:from me|before i go|i promise|then|if i may"
    r"|and i(?:'ll| will)? (?:leave|let) you (?:alone|go|be|in peace)|to ask|sorry|please|i wanted to ask)){0,2}"
    r"|(?:i )?(?:also |nearly |almost )?(?:forgot|meant|wanted) to ask(?: you)?(?: earlier| before)?(?=[,.:!;-])"
    r"|sorry(?: to (?:bother|ask)(?: you)?)?|please|excuse me)[\s,.:!;-]+"
    r"|[\s,.!]+(?:many thanks|thanks(?: in advance| so much| a lot)?|thank you(?: so much)?|thx|cheers|x+)[\s.!]*$",
    re.I,
)
# A sentence that only takes up what was said, as it is said here and there: "sharp.", "grand so!", "ok ok". A yes or a
# no may be an answer, and is none of them.
_TAKES_UP = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|k|right|well|oh|ah|aha|hmm+|eish|haibo|shame|och|lol|haha"
    r"|sharp|lekker|kiff|grand|deadly|sound|sure|cool|nice|great|good|perfect|lovely|brilliant|alright|fine|super|so"
    r"|sweet(?: as)?|gotcha|got it|i see|understood|noted|fair enough|no worries|thanks?|thank you|cheers|ta|thx"
    r"|accha|achha|theek hai|haan|namaste|inshallah|wow|man|bru|bro|dude|mate|my friend|ji|now|then|very|that is|thats"
    r"|that's|too|much|so much|a lot)\W*)+$",
    re.I,
)
# For whom somebody asks, and nothing else: "Asking for my mum."
_FOR_WHOM = re.compile(
    r"^\W*(?:(?:hi|hello|hey|i'?m|i am|just|only|also)\W+){0,4}"
    r"(?:asking|writing|messaging|enquiring|inquiring|here|it'?s|this is|(?:a |my |quick )*question)(?: this)?"
    r" (?:for|about|on behalf of|re) (?:my|our|a|the) (?:(?:old|elderly|dear|poor|little|\w+[- ]year[- ]old) ){0,2}"
    r"(?:mum|mam|mom|mother|dad|father|parents?|nan|nana|gran|granny|grandma|grandmother|grandad|granddad|grandfather"
    r"|husband|wife|hubby|partner|fianc\w+|boyfriend|girlfriend|son|daughter|sister|brother|aunt|auntie|aunty|uncle"
    r"|cousin|niece|nephew|friend|mate|neighbou?r|other half|colleague|client|patient)(?:[- ]in[- ]law)?\W*$",
    re.I,
)
# What puts right how a question was taken, before it is asked once more.
_DID_NOT = r"(?: did not| didn'?t| does not| doesn'?t| have not| haven'?t|'s not| is not| isn'?t)"
_CORRECTS = re.compile(
    r"^(?:(?:no|nah|nope|ok|okay|sorry|but|and)\b[\s,.!:;-]*){0,4}(?:"
    r"i (?:just |only |really )?(?:mean|meant)(?: to ask)?(?: about)?"
    r"|i(?: was asking| am asking| asked|'m asking)(?: you)?(?: about)?"
    rf"|(?:that|this|you|it){_DID_NOT} (?:answer(?:ed)?|what i asked|tell|told|get(?:ting)?|understand|my question)"
    r"(?: me| my question| that| it| yes or no)?"
    r"|not that|(?:an)?other (?:thing|question)"
    r")\b[\s,.!:;-]*",
    re.I,
)
# It asks of what was told before it, and by itself of nothing.
_BARE_WHY = re.compile(
    r"^\W*(?:(?:so|and|but|please|i (?:should|would) be (?:obliged|grateful) if you|i(?:'d| would) like to know|you"
    r"|would|could|can|might|will|tell me|explain|say|do you know|any idea)\W+){0,6}"
    r"(?:why(?: (?:so|not|is that))?|how come|how so|what for|the reasons?(?: why)?)"
    r"(?:\W+(?:and )?(?:on|by) (?:whose|what) authority)?\W*$",
    re.I,
)
# What can be done is asked of what was told as well: "Anything I can do?", "Any tips?".
_BARE_HELP = re.compile(
    r"^\W*(?:(?:so|and|but|is there|have you|got) ){0,3}(?:"
    r"(?:anything|owt|something|what(?: else)?) (?:(?:that|which|i|we|you) ){0,2}(?:can|could|should|would|do|does)"
    r"(?: (?:i|we|you))?(?: (?:do|try|help|helps))?(?: (?:about|for|against) (?:it|that|this))?"
    r"|any(?: \w+)? (?:tips?|advice|ideas?|tricks?)|what helps"
    r"|how (?:do|can|could|should) (?:i|we) (?:stop|help|avoid|prevent|ease) (?:it|that|this))\W*$",
    re.I,
)


def sentences(text: str) -> list[str]:
    """The sentences of `text`, at most `MOST_SENTENCES`; fragments of fewer than 3 letters join their neighbour."""
    found = _all_sentences(text)
    half = MOST_SENTENCES // 2
    return found if len(found) <= MOST_SENTENCES else found[:half] + found[-half:]


def _all_sentences(text: str) -> list[str]:
    joined: list[list[str]] = []
    for piece in (part for sentence in _END.split(text) for part in _plan_apart(sentence)):
        piece = piece.strip()
        if not piece:
            continue
        if joined and sum(c.isalpha() for c in piece) < 3:
            joined[-1].append(piece)
        else:
            joined.append([piece])
    return [" ".join(pieces) for pieces in joined]


def _plan_apart(sentence: str) -> list[str]:
    """A plan that is told, and the question about something else behind it, as sentences of their own: "every 8 weeks,
    booked for 14 April, and does it hurt?", "every 8 weeks - how do they know"."""
    cut = NEXT.search(sentence) if sentence.rstrip().endswith("?") else _DASH.search(sentence)
    if cut is None or not ASKS.match(sentence[cut.end() :]) or _OF_DATES.search(sentence[cut.end() :]):
        return [sentence]
    plan = sentence[: cut.start()]
    if _BARE_WHY.match(sentence[cut.end() :]):
        return [sentence]
    return [plan, sentence[cut.end() :]] if not ASKS.match(plan) and states_plan(plan) else [sentence]


def _behind_tale(sentence: str) -> str:
    """The question at the end of a sentence that tells something before it; "" where it is all one."""
    cut = next(iter([*_SO.finditer(sentence)][::-1]), None)
    if cut is None or not ASKS.match(sentence[cut.end() :]) or SIDE_CLAUSE.match(sentence[cut.end() :]):
        return ""
    told = sentence[: cut.start()]
    least = LEAST_OWN if _OWN.match(told) else LEAST_TALE
    long = len(told.split()) >= least and len(sentence[cut.end() :].split()) >= LEAST_BEHIND
    tells = long and not asks(told) and _BINDS.match(told) is None
    return sentence[cut.end() :] if tells else ""


@dataclass(frozen=True)
class Said:
    """A message, its sentences where there are several, and its questions where it asks several.

    `text` is the message itself, or of a long one the `excerpt` that stands for it, made of `sentences`; `heard` is
    that without what only takes up what was said; `asks` is what of it asks, where the rest only tells or greets, else
    "".
    """

    text: str
    sentences: list[str]
    questions: list[str]
    heard: str
    asks: str = ""
    # The questions of a numbered list as they were written, or none.
    numbered: tuple[str, ...] = ()
    # Whether only an excerpt of the message is heard.
    excerpt: bool = False

    @classmethod
    def of(cls, text: str, is_way: Callable[[str], bool] = is_no_way) -> Said:
        """A single sentence, or a single question, is the message itself.

        Args:
            is_way: whether words are a way to ask a question of ours as they stand: "I am vegan. Do I need extra B12?"
                is one question, wherever it stands.
        """
        if size(text, MOST_HEARD) <= MOST_HEARD and (listed := numbered(text)):
            before, items = listed
            asked = [f"{before}. {one}" if before and POINTS_BACK.search(one) else one for one in items]
            return cls(text, [*([before] if before else []), *items], asked, text, numbered=tuple(items))
        if size(text, MOST_HEARD) > MOST_HEARD:
            found = _excerpt(text)
            heard = " ".join(found)
            asks = _asking(found, heard, EXCERPT_QUESTIONS)
            return cls(heard, found, _few(questions_of(found)), heard, asks, excerpt=True)
        heard = without_wish(without_taking_up(text))
        found = joined_ways(sentences(heard), is_way)
        asked = of_tale(found, questions_of(found, is_way))
        asks = _asking(found, heard, MOST_HEARD)
        if (plain := plainly_asked(asks or heard)) != (asks or heard) and (asks or len(found) == 1):
            asks = plain
        return cls(text, found if len(found) > 1 else [], asked if len(asked) > 1 else [], heard, asks)

    @property
    def asking(self) -> str:
        """What of it asks, also where that points back at what was told before; else ""."""
        whole = [] if self.sentences else [self.heard]
        asking = [
            _behind_tale(one) or (one if one not in whole else "") for one in self.sentences or whole if _asks_in(one)
        ]
        return self.asks or " ".join(one for one in asking if one)

    @property
    def points_back(self) -> int | None:
        """The place of its one sentence that asks, where that points back at what the others tell."""
        asking = [place for place, sentence in enumerate(self.sentences) if asks(sentence)]
        return asking[0] if len(asking) == 1 and not self.asks else None

    @property
    def texts(self) -> list[str]:
        """All that is heard by itself: the whole, the sentences, the questions, and what asks."""
        return [self.heard, *self.sentences, *self.questions, *([self.asks] if self.asks else [])]


def numbered(text: str) -> tuple[str, list[str]] | None:
    """What stands before a numbered list of questions, where that is short, and the questions; None without one."""
    marks = list(_NUMBER.finditer(text))
    in_order = [mark["at"] for mark in marks]
    if in_order not in ([*"123456789"][: len(marks)], [*"abcdefgh"][: len(marks)]) or len(marks) < 2:
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = [" ".join(text[mark.end() : end].split()).strip(" ,;.") for mark, end in zip(marks, ends, strict=True)]
    if not all(items) or sum(map(asks, items)) < 2 or states_plan(text):
        return None
    before = " ".join(text[: marks[0].start()].split()).strip(" ,;:.-")
    return before if len(before.split()) <= MOST_BEFORE_LIST else "", items[:MOST_NUMBERED]


def questions(text: str) -> list[str]:
    """The separate questions of `text` in order, at most `MOST_QUESTIONS`, each without the "and" before it."""
    return questions_of(sentences(text))


def without_taking_up(text: str) -> str:
    """`text` without the sentences before others that only take up what was said, or say for whom it is asked; as it is
    where nothing else is left, and where a question may be meant ("right?")."""
    found = _all_sentences(text)
    first = next((place for place, one in enumerate(found) if "?" in one or not _says_nothing(one)), 0)
    return " ".join(found[first:]) if first else text


def _says_nothing(sentence: str) -> bool:
    return bool(_TAKES_UP.match(sentence) or _FOR_WHOM.match(sentence))


def without_courtesy(text: str) -> str:
    """`text` without greetings, apologies and thanks around it, and without what puts right how it was taken before; as
    it is where nothing else is left."""
    plain = text.strip()
    while (shorter := _CORRECTS.sub("", _COURTESY.sub("", plain)).strip()) != plain and shorter:
        plain = shorter
    return plain


def _asking(found: Sequence[str], text: str, most: int) -> str:
    """The sentences among those `found` in `text` that ask, where others only tell; "" where all of it asks, nothing
    does, what asks points back at what was told, or it is larger than `most`."""
    plain = [without_courtesy(sentence) for sentence in found]
    asking = [_behind_tale(sentence) or sentence for sentence in plain if _asks_in(sentence)]
    # What puts right how it was taken names what is meant, and asks it here or in the next sentence.
    corrects = _CORRECTS.match(text) is not None
    alone = corrects or (len(found) == 1 and asking in ([], plain))
    asked = without_courtesy(text if alone else " ".join(asking))
    if not asked or asked == text.strip() or size(asked, most) > most:
        return ""
    told_before, named = bool(asking) and asking[0] != plain[0] and not corrects, subject(asked)
    # What names its own subject does not point back: "does omeprazole matter, been on it ages".
    names = named.ours or named.within or named.others
    points_back = len(asked.split()) <= SHORT_QUESTION and POINTS_BACK.search(asked) is not None and not names
    points_back = points_back or _BARE_WHY.match(asked) is not None or _BARE_HELP.match(asked) is not None
    return "" if told_before and points_back else asked


def _asks_in(sentence: str) -> bool:
    return asks(sentence) or bool(_behind_tale(sentence))


def size(text: str, most: int) -> int:
    """About how many word pieces a text has, counted up to a little more than `most`: long words are several, and each
    sign and each letter of another script is one."""
    counted = 0
    for match in _WORD.finditer(text):
        counted += 1 + (match.end() - match.start()) // 8
        if counted > most:
            break
    return counted


def _excerpt(text: str) -> list[str]:
    """The pieces of a long message that are heard, in their order, none larger than `LONGEST_PIECE` characters."""
    found = _all_sentences(text)
    signs = [words for sign in triage(text).signs if sign.status == "present" for words in sign.text.split(", ")]
    named = [place for place, sentence in enumerate(found) if any(sign in sentence for sign in signs)]
    ends = [place for pair in zip(range(len(found)), reversed(range(len(found))), strict=True) for place in pair]
    left, kept = EXCERPT, dict[int, str]()
    for place in dict.fromkeys([*named, *ends]):
        if len(kept) == MOST_SENTENCES or left <= 0:
            break
        piece = _cut(found[place], signs, LONGEST_PIECE, end=place > len(found) // 2)
        counted = size(piece, LONGEST_PIECE)
        if counted > EXCERPT:
            # Signs and letters of other scripts: fewer of them are as much.
            piece = _cut(piece, signs, LONGEST_PIECE * EXCERPT // counted, end=place > len(found) // 2)
            counted = size(piece, LONGEST_PIECE)
        if counted <= left or not kept:
            kept[place] = piece
            left -= counted
    return [kept[place] for place in sorted(kept)]


def _cut(sentence: str, signs: Sequence[str], most: int, *, end: bool) -> str:
    """A piece of a long sentence, of `most` characters: around the first sign in it, else its beginning, or its
    `end`."""
    places = [place for sign in signs if (place := sentence.find(sign)) >= 0]
    if not places and end:
        return " ".join(sentence[-most:].split())
    start = min(places) - most // 4 if places else 0
    start = max(0, min(start, len(sentence) - most))
    return " ".join(sentence[start : start + most].split())


def _few(asked: Sequence[str]) -> list[str]:
    """The first questions of an excerpt; a single one is no reason to hear it by itself."""
    kept, left = [], EXCERPT_QUESTIONS
    for question in asked:
        left -= size(question, EXCERPT_QUESTIONS)
        if left < 0:
            break
        kept.append(question)
    return kept if len(kept) > 1 else []
