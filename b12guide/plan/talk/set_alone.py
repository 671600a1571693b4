"""A single day that the clinic set, told while nothing is known of how often they are: it is kept as theirs, and
nothing is counted from it until that is told."""

from __future__ import annotations

import re
from datetime import date

from ..model import Anchor
from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.other_jabs import OTHER_THING as OTHER_JAB
from ..reading.reader import read, read_date
from .message import SENTENCE, Said, is_date_word
from .move import Move, place_of
from .move_words import BOOKED, FILLERS, PREAMBLE, asks
from .outcome import Who
from .set_days_words import OTHER_THING
from .state import State

# What is asked while such a day may be told.
_OPEN = frozenset({None, "interval", "anchor"})
DOSE = r"(?:b-?12|b twelve|be twelve|jabs?|jags?|shots?|injections?|needles?|doses?|hydroxocobalamin|cyanocobalamin)"
_NEXT = re.compile(
    rf"\b(?:next|coming|new)(?: (?:b-?12|vitamin)){{0,2}} (?:{DOSE}|ones?)\b"
    rf"|\bnext (?:appointment|appt|visit)(?: (?:for|of|with|my|the)){{1,2}} {DOSE}\b|\bnext (?:is|will be|one'?s)\b",
    re.I,
)
_OWN = re.compile(
    rf"\b(?:my|me|mine|our|own|her|his|\w+['’]s)(?: (?:own|next|b-?12|vitamin)){{0,3}} {DOSE}\b"
    r"(?P<is>(?: (?:jabs?|jags?|shots?|injections?|needles?|appointment|appt|visit))?(?:['’]s| is| are| will be)\b)?",
    re.I,
)
_TOLD_BY = re.compile(
    r"\b(?:clinic|surgery|nurses?|doctors?|doc|gp|practice|hospital|pharmacy|reception\w*|they|she|he|letter|text|card)"
    r"(?:['’](?:ve|s)| have| has)?(?: just)? (?:texted|wrote|written|sent|rang|says?|said|gave|given|put|set|booked"
    r"|got|have|has)\b(?: (?:me|us|her|him)\b)?(?: (?:in|down)\b)?",
    re.I,
)
# What is no day to come of one's own, or none that is sure.
_NO = re.compile(
    r"\b(?:last|latest|previous|had|was|were|been|used|miss\w*|cancel\w*|if|unless|could|can|may i|might|should|would"
    r"|want|wish|hop(?:e|ing)|not|never|first|start\w*|begin\w*|until|till|since|ago|around|about|roughly|sometime"
    r"|maybe|perhaps|think|or|when|what|which|away|tablets?|pills?|levels?)\b|n['’]t\b",
    re.I,
)
_OTHER = re.compile(rf"{OTHER_THING.pattern}|\b{OTHER_JAB}\b", re.I)
# All that a clause may say beside the day: with any other word it may be of another medicine, an animal or a pause.
_KNOWN = frozenset(
    re.findall(
        r"\S+",
        """
    i i'm im i've ive i'll my me mine our own us we we've you it it's its that's thats this that the a an
    he she they they've theyve they're he's she's her his hers hi hello hey ok okay so and well oh yes yeah sorry
    please thanks
    no actually just now then again finally also only been am is are be will have has had got get getting having
    for on in at of to by with down from
    next coming new following one ones one's date day days appointment appt visit slot booking vitamin b12 b-12 twelve
    jab jabs jag jags shot shots injection injections needle needles dose doses hydroxocobalamin cyanocobalamin
    booked book due set down put fixed arranged scheduled confirmed pencilled made noted marked written
    gave given give giving says say said wrote texted text sent rang rung phoned called emailed
    clinic surgery nurse nurses doctor doctors doc gp practice hospital pharmacy reception receptionist letter card
    week month year morning afternoon evening am pm noon o'clock half past quarter
    mum's mam's mom's mother's dad's father's nan's nana's gran's grandma's granny's grandad's husband's wife's
    partner's sister's brother's son's daughter's
    mums mams moms dads nans grans wifes husbands
    christmas xmas easter boxing eve bank holiday years
    """,
    )
)
# Words of how often they are.
_OF_GAPS = frozenset(
    re.findall(
        r"\S+",
        """
    every evry ever each once twice per other second third fourth a day days daily week weeks wk wks weekly month months
    mth mths monthly fortnight fortnights fortnightly quarter quarterly year years yearly half
    two three four five six seven eight nine ten eleven twelve thirteen couple
    then after first loading maintenance course start started until till between apart gap interval times time
    has have having get getting
    """,
    )
)
# What may stand behind it, or before, and undoes it.
_UNDONE = re.compile(
    r"\b(?:shut|closed|cancel\w*|stopp?\w*|paus\w*|called off|postponed|on hold|dogs?|cats?|puppy|kitten|horse|vet"
    r"|somebody else|someone else|another patient)\b",
    re.I,
)
# Words come without their apostrophes.
_KNOWN_BARE = frozenset(word.replace("'", "") for word in _KNOWN)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d ?(?:am|pm)?\b|\b\d{1,2} ?(?:am|pm)\b", re.I)
# A clause of no more words that does not tell anything names what it is.
_FEW = 3
_TELLS = re.compile(r"\b(?:i|i'm|it|it's|they|she|he|we|seems?|sounds?|looks?)\b", re.I)
_OF_B12 = re.compile(r"\bb-?12\b|\b(?:hydroxo|cyano)cobalamin\b", re.I)
_PLACE = re.compile(
    r"\b(?:at|in) (?:the|my|our|a) (?:walk[- ]?in|clinic|surgery|hospital|practice|pharmacy|chemist|drop[- ]?in)\b",
    re.I,
)
# What a day is named after.
_BESIDE_DAY = frozenset(
    {"before", "after", "christmas", "xmas", "easter", "boxing", "new", "year", "years", "eve", "bank", "holiday",
     "this", "coming", "on", "the", "its", "it's", "it", "is", "be", "day", "mine", "next", "one", "no",
     "sorry", "actually"}
)  # fmt: skip
# "Saturday, 19 December": the comma ends nothing.
_JOINED = re.compile(rf"\b({WEEKDAY_WORDS}),\s+(?=(?:the )?(?:{DAY_NUMBER}\b|(?:{MONTHS})\b))", re.I)
_CLAUSE = re.compile(r"[,;\n]+\s*|\s[-–—]\s|\s(?=(?:and|but|so|cos|because)\s)", re.I)


def single_day(state: State) -> date | None:
    """The day that the clinic set, while nothing is known of how often they are."""
    return state.booking if not state.phases and not state.open else None


def passed(state: State, today: date) -> date | None:
    """The day that the clinic set and that has passed, of which it is not known that it was had, while nothing is known
    of how often they are."""
    anchor, day = state.anchor, state.booked
    waits = not state.phases and not state.open and day is not None and anchor is not None and anchor.kind == "first"
    return day if waits and anchor is not None and anchor.date == day and day < today else None


def of_something_else(text: str, state: State) -> bool:
    """Whether a gap that is told beside a day which stands alone may be that of anything but the injections."""
    if single_day(state) is None or _OF_B12.search(text):
        return False
    words = {word.text for word in Said.of(text).words}
    return any(
        word not in _KNOWN | _KNOWN_BARE | _OF_GAPS | FILLERS | PREAMBLE
        and not re.fullmatch(r"\d{1,3}[a-z]{0,8}", word)
        for word in words
    )


def settle_single(state: State, today: date) -> None:
    """The day that the clinic set in the place of one that has passed is the one that it set now."""
    anchor = state.anchor
    if state.phases or state.booked is None or anchor is None or anchor.kind != "first" or anchor.date < today:
        return
    state.anchor, state.booked, state.booking = None, None, anchor.date


def joined(state: State) -> None:
    """Count a plan without an end, of which no dose is known, from the day that the clinic set before it was told."""
    open_ended = len(state.phases) == 1 and not state.phases[0].bounded and not state.open
    if state.booking is None or state.anchor is not None or not open_ended:
        return
    state.count_from(Anchor("first", state.booking))
    state.booked, state.booking = state.booking, None


def set_alone(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The one day to come that a message tells as set by the clinic, as "booked"; () where it tells of how often they
    are, of several days, or of a day that is anything else."""
    if state.phases or state.open or state.paused or state.about not in _OPEN:
        return ()
    if read(said.text, today=who.today, country=who.country).phases:
        return ()
    clauses = _clauses(said.text)
    if _UNDONE.search(said.text) or (not _OF_B12.search(said.text) and any(_names_thing(one) for one in clauses)):
        return ()
    days = {day for clause in clauses if (day := _day_in(clause, state, who)) is not None}
    if len(days) != 1:
        return ()
    return (Move("fact", "booked", days.pop().isoformat(), True, place_of(said, len(said.words))),)


def _clauses(text: str) -> list[str]:
    """What is told in a message, piece by piece, without what it asks."""
    told = (match[0] for match in SENTENCE.finditer(_JOINED.sub(r"\1 ", text)) if not match[0].rstrip().endswith("?"))
    return [piece.strip() for sentence in told for piece in _CLAUSE.split(sentence) if piece.strip()]


def _day_in(clause: str, state: State, who: Who) -> date | None:
    said = Said.of(clause)
    if _NO.search(clause) or _OTHER.search(clause) or asks(said):
        return None
    if not _says_no_more(said):
        return None
    own = _OWN.search(clause)
    set_by = BOOKED.within(said) or _TOLD_BY.search(clause) is not None
    awaited = state.about == "interval" and (set_by or _is_day_alone(said))
    if not (_NEXT.search(clause) or (own and (own["is"] or set_by)) or awaited):
        return None
    words = _TOLD_BY.sub("next one", _OWN.sub("next one is", clause) if own and own["is"] else clause)
    found = read_date(words, today=who.today, country=who.country, role="next")
    return found.date if found.date is not None and found.question is None and found.date >= who.today else None


def _says_no_more(said: Said) -> bool:
    """Whether every word beside the day is known not to make it that of anything else."""
    words = Said.of(_PLACE.sub(" ", _CLOCK.sub(" ", said.text))).words
    return all(is_date_word(word.text) or word.text in _KNOWN or word.text in _KNOWN_BARE for word in words)


def _names_thing(clause: str) -> bool:
    """Whether a clause names another thing, or is nothing but a name: "typhoid", "the Humira one"."""
    words = [word.text for word in Said.of(clause).words]
    few = len(words) <= _FEW and not _says_no_more(Said.of(clause)) and not _TELLS.search(clause)
    return _OTHER.search(clause) is not None or few


def _is_day_alone(said: Said) -> bool:
    """Whether nothing but a day stands there, and where."""
    words = Said.of(_PLACE.sub(" ", said.text)).left([], FILLERS | PREAMBLE | _BESIDE_DAY)
    return not [word for word in words if not is_date_word(word)]
