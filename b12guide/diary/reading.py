"""What somebody asks of their diary and of the page for the appointment, by their words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from b12guide.at_hand import at_hand
from b12guide.diary.about_diary import asks_about_diary
from b12guide.diary.asks_doctor import questions_told
from b12guide.diary.check_words import NOW, asks_check
from b12guide.diary.kept_words import asks_unanswered, asks_what_is_kept, asks_what_is_left, asks_who_reads
from b12guide.diary.note_words import note_in
from b12guide.diary.notes import TINGLING, WALKING, rating, symptoms_in
from b12guide.diary.one_note import asked_of_last, asked_of_notes
from b12guide.diary.page_words import page_of
from b12guide.diary.polite import POLITE, without_asking
from b12guide.diary.promise_words import (
    asks_how_deleted,
    asks_how_kept,
    asks_promise,
    wants_nothing_sent,
)
from b12guide.diary.read_back import reads_back

# What is asked of the diary, in the order in which it is looked for.
NOTE, LIST, SUMMARY, CHECK, CHOOSE, DELETE_NOTES = "note", "list", "summary", "check", "choose", "delete_notes"
# What was told is offered to be kept, and is not.
OFFER_NOTE, NOT_KEPT = "offer_note", "not_kept"
# How long it is all kept, and how it is seen.
KEPT_HOW = "kept_how"
# How what was written is deleted, whether reminders can be relied on, and that nothing is to be sent.
HOW_DELETED, PROMISE, NOTHING_SENT = "how_deleted", "promise", "nothing_sent"
# How often the three questions are wished for.
CHECK_OFTEN = "check_often"
# One of the three, by its place.
CHECK_AT = "check_at"
# The questions that were chosen for the clinic, read out.
CHOSEN = "chosen"
CLEAR_CHOSEN, FHIR, CHANGE_NOTE = "clear_chosen", "fhir", "change_note"
# A note that is of another day.
MOVE_NOTE = "move_note"
# Whether a diary can be kept here.
ABOUT_DIARY = "about_diary"
# Whether the notes are gone, one that is there twice, and the second of it that is to go.
GONE, DOUBLED, DROP_DOUBLED = "gone", "doubled", "drop_doubled"
# What was deleted last is wanted after all.
BRING_BACK = "bring_back"
# What was to be deleted was not named.
NOT_DELETED = "not_deleted"
# The question which note is meant, or what it should say, is let go.
LEFT_ALONE = "left_alone"
# What is kept, whether anything is left of it, and what was asked here and had no answer.
KEPT, LEFT, UNANSWERED = "kept", "left", "unanswered"
# Who can read what is written here.
WHO_READS = "who_reads"
# An appointment with a doctor; what is to be told on the page; the page that was just shown, to print.
VISIT, TELL, PRINT = "visit", "tell", "print"
# Whether the page reaches somebody by itself.
GETS = "gets"
# What stands on the page, in words.
PAGE_TEXT = "page_text"
# One question for the clinic that is wanted no more.
DROP_CHOSEN = "drop_chosen"

_WHOSE = r"(?:my|the|her|his|their|our|(?:my )?(?P<whose>[\w-]+?(?: [\w-]+?)?)'?s)"
_SINCE = (
    r"since (?:i|we|she|he|they)(?:'ve| have)? (?:began|begun|started|start)"
    r"(?: (?:the |my )?(?:diary|notes|jabs|injections|shots|b12|this))?"
)
_SYMPTOM = r"(?:tingling|numbness|pins and needles|energy|tiredness|mood|sleep|walking|balance|memory|pain)"
_LIST = re.compile(
    rf"^\W*{POLITE}(?:how (?:have i|'?ve i|has (?:she|he|\w+|my \w+)) been(?: (?:doing|feeling|lately"
    rf"|recently|so far|getting on"
    rf"|over the (?:last )?(?:weeks|months)|{_SINCE})){{0,8}}"
    rf"|how (?:(?:has|have|did|is|are) (?:my|the|her|his) {_SYMPTOM}(?: and (?:my |the )?{_SYMPTOM})?"
    rf" (?:been|gone|go|going|changed|done|doing))(?: (?:doing|lately|recently|so far|overall|over time"
    rf"|over the (?:last |past )?(?:few )?(?:weeks|months)|{_SINCE})){{1,8}}"
    rf"|(?:(?:how )?(?:can|do) i (?:see|read|find|look at)|(?:show|send|see|read|give|list|open|tell)(?: me)?)(?: all)?"
    rf"(?: of)? {_WHOSE} (?:diary|notes|symptom diary)(?: back| again| please){{0,3}}"
    r"|(?:(?:can i|could i|i'?d like to) (?:see|have|get)|(?:show|give|make|draw)(?: me)?) (?:a|an|the|my|any)"
    r" (?:graph|chart|trend|diagram)(?: of (?:how|it"
    r"|my (?:notes|diary|symptoms|tiredness|mood|energy|tingling|walking))[\w ']{0,30})?"
    r"|(?:my|the) (?:diary|notes)|what'?s in (?:my|the) (?:diary|notes)"
    r"|what notes (?:have i(?: got| kept| made)?|do i have|are there)"
    r"|what (?:have i|did i) (?:write|note|put|written|noted)(?: down| in my diary)?"
    r"(?: so far)?)\W*$",
    re.I,
)
# "Is my note kept alright?"
_IF_KEPT = re.compile(
    rf"^\W*{POLITE}(?:(?:is|was|are|were) (?:my|the|that|those|these) (?:last |other )?(?:notes?|entry|entries|diary)"
    r"(?: still| all| definitely)? (?:kept|saved|safe|there|stored|in there|written down)"
    r"|(?:did|do|have) you (?:still )?(?:keep|kept|got|get|have|save|saved) (?:my|the|that"
    r"|those) (?:last )?(?:notes?|entry)"
    r"|(?:did|has|have) (?:my|the|that) (?:last )?notes? (?:save|saved|been saved|been kept|go in|gone in))"
    r"(?: (?:alright|all right|ok|okay|safely|down|properly|then|now|from \w+)){0,3}\W*$",
    re.I,
)
# By its name, or as a file that a clinic's computer reads.
_FHIR = re.compile(
    r"\bfhir\b|\b(?:file|version|copy|export|download|format|something|data)\b[^.?!]{0,40}"
    r"\b(?:clinic|surgery|practice|hospital|doctor|gp|nurse)(?:'?s)?'? (?:computers?|systems?|software)\b",
    re.I,
)
_ADD = re.compile(
    rf"^\W*{POLITE}(?:add|put)(?P<rest>.*?) (?:to|on|onto|in) (?:my|the) (?:summary|list|questions"
    rf"|appointment page|page)(?: of (?:questions|things to ask))?(?: (?:for|to ask) (?:my"
    rf"|the) \w+)?(?:, [^?]{{1,80}})?\W*$",
    re.I | re.S,
)
_ADD_THIS = re.compile(
    rf"^\W*{POLITE}(?:add|put|stick|write|save|note|keep)(?: down)? (?:this|that|a|another|one more"
    rf"|the following|these|two|2|three|3|four|4|some|a few|a couple of|my|more|two more|2 more) questions?"
    rf"(?:(?: (?:for|to ask|to) (?:my|the) \w+)| (?:for|to ask) (?:him|her|them)| too| please|(?: (?:on"
    rf"|to) my (?:list|summary|page))){{0,2}} ?[:–-] ?(?P<that>.+)$"
    rf"|^\W*{POLITE}(?:add|put|stick|write|save|note)(?: down)? (?:this |these |it |a question |the question "
    rf"|the following )?"
    rf"(?:to|on|onto|for|in) (?:my|the) (?:summary|list|questions|doctor|gp|nurse|consultant"
    rf"|clinic)(?: (?:of questions|to ask))?"
    r"(?: (?:for|to) (?:my|the) \w+)?(?: ?[:–-] ?|, | (?=(?:can|could|should|do|does|will|would|is|are|why"
    r"|what|how|when|if|whether)\b))"
    r"(?P<rest>.+)$",
    re.I | re.S,
)
# "Add all of the questions about tablets".
_ADD_ALL = re.compile(
    rf"^\W*{POLITE}(?:add|put|include|keep|save|take|stick|pop)(?: down| in| on)? (?P<rest>(?:all|every|each|any"
    rf"|both)(?: one)?"
    rf"(?: of)?(?: the| my| your| those)? ?(?:questions?|ones?)? (?:about|on|to do with|for|regarding) [^?]{{2,40}}?)"
    rf"(?: (?:to|on|onto|in) (?:my|the) (?:summary|list|page|questions))?(?: (?:please|pls|too|as well"
    rf"|then)){{0,3}}\W*$",
    re.I,
)
_CLEAR = re.compile(
    rf"^\W*{POLITE}(?:clear|delete|remove|empty|wipe) (?:all )?(?:of )?my (?:list of )?questions"
    rf"(?: for (?:my|the) (?:\w+))?(?: (?:please|only)){{0,2}}\W*$",
    re.I,
)
# "What have I got on my list for the doctor", "read me the questions I saved".
_LIST_OF = r"(?:(?:list of )?questions|list|things to ask)"
_FOR_CARE = (
    r"(?:(?: (?:for|to ask) (?:my|the|her|him) ?(?:doctor|gp|nurse|consultant|clinic|specialist|appointment"
    r"|visit)?)|(?: so far| please| again| that i (?:saved|kept|put down|chose|added))){0,4}"
)
_CHOSEN = re.compile(
    rf"^\W*{POLITE}(?:(?:what|which|how many) questions (?:have i|did i|do i have)(?: got)?(?: (?:save|saved"
    rf"|put|put down|keep|kept|add|added|chosen|choose))?"
    rf"|what(?:'?s| is| are| have i(?: got)?)(?: (?:on|in))? my {_LIST_OF}"
    rf"|(?:show|read|tell|give|list)(?: me)?(?: back| out)? my {_LIST_OF}(?= (?:for|to ask|so far|that i"
    rf"|again)| ?\W*$)"
    rf"|what (?:did i (?:want|mean)|was i going|do i want) to ask(?: (?:the|my) (?:doctor|gp|nurse"
    rf"|consultant)| her| him| them)?"
    rf"){_FOR_CARE}\W*$",
    re.I,
)
# What deletes, and the kinds of what is kept: who names notes and one more means everything.
_DELETES = re.compile(
    r"^\W*(?:(?:please|pls|can you|could you|i want (?:you )?to|i'd like (?:you )?to|just|ok|so|and)\W+){0,4}"
    r"(?:delete|erase|wipe|remove|forget|get rid of|bin|scrap)\b",
    re.I,
)
_NOTES, _REST = re.compile(r"\b(?:notes|diary)\b", re.I), re.compile(r"\b(?:plan|reminders?)\b", re.I)
# "Delete everything", "wipe the lot. everything": nothing of it is named, and nothing is left out.
_WHOLE = re.compile(
    r"^\W*(?:(?:please|pls|plz|can you|can u|could you|just|ok|okay|right|so|and|yes|yep|now|then|i want you to)"
    r"\W+){0,5}(?:delete|erase|wipe|remove|forget|get rid of|bin|scrap) "
    r"(?:it all|everything|the lot|the whole lot|all of it|all my data|all my details|absolutely everything)"
    r"(?:\W+(?:of it|everything|all of it|the lot|now|please|pls|plz|you have|you know|about me|on me|of mine|thanks"
    r"|ta|then)){0,5}\W*$",
    re.I,
)
_SPARES = re.compile(r"\b(?:keep|leave|not|don'?t|but|except|apart)\b", re.I)
_MOST_TO_DELETE = 20
_ALL = re.compile(r"^\W*(?:them )?all(?: of (?:them|these|those))?(?: (?:questions|the questions))?\W*$", re.I)
_ALL_ABOUT = re.compile(
    r"^\W*(?:all|every|each|any|both)(?: one)?(?: of)?(?: the| my| your| those)? ?(?:questions?|ones?)? (?:about|on"
    r"|to do with|for"
    r"|regarding) (?:the |my |having )?(?P<about>.+?)\W*$",
    re.I,
)
_PLACES = re.compile(r"^\W*(?:(?:questions?|number|no\.?|numbers) )?\d{1,2}(?:\W+(?:and\W+)?\d{1,2}){0,30}\W*$", re.I)

# Between one question and the next.
_NEXT_ASKS = r"(?:can|could|should|do|does|did|will|would|is|are|am|may|why|what|how|when|where|which|who|if|whether)"
_BETWEEN = re.compile(
    rf"(?<=\?)\s+|\s*;\s*|\s*\n\s*|(?:^|\s)\d[.)]\s+|\s*,\s*(?:and |also )?(?={_NEXT_ASKS}\b)|\s+(?:and|also"
    rf"|plus)\s+(?={_NEXT_ASKS}\b)",
    re.I,
)
_JOINED = re.compile(rf"^(?:and|also|plus),? (?={_NEXT_ASKS}\b)", re.I)
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:(?:hmm+|um+|er|uh|ok|okay|so|and|but|oh|wait|actually)\W+){0,3}"
    r"(?:what|why|how|when|which|where|is|are|do|does|can|could|should|will|would)\b",
    re.I,
)
# So much of a message is looked at: what is asked of a diary is said at its beginning, or is short.
LONGEST = 900
# Words of a number that somebody gives of a symptom; who says more tells a tale.
_LONGEST_RATING = 16


@dataclass(frozen=True)
class Asked:
    """What is asked: one of the names above, the words that it is about, and a number (days to snooze); `which` names
    the note that is meant (`one_note`), or whose page it is to be."""

    what: str
    words: str = ""
    number: int = 0
    which: str = ""


@at_hand(64)
def asked_of_diary(text: str, *, doses: bool = False, after_note: bool = False) -> Asked | None:
    """What a message asks of the diary or of the page for the appointment; None where it asks nothing of them.

    `doses`: whether a note that only speaks of a dose is one too (`note_in`). `after_note`: whether a
    note was kept or changed just before.
    """
    plain = without_asking(text[:LONGEST].replace("’", "'").strip())
    for what, pattern in (
        (LIST, _LIST),
        (CLEAR_CHOSEN, _CLEAR),
    ):
        if (found := pattern.search(plain)) is not None:
            return Asked(what, which=found.groupdict().get("whose") or "")
    if _IF_KEPT.search(plain):
        return Asked(LIST)
    if (often := asks_check(plain)) is not None:
        return Asked(CHECK) if often == NOW else Asked(CHECK_OFTEN, often)
    of_note = asked_of_notes(plain) or (asked_of_last(plain) if after_note else None)
    if of_note is None and (said := reads_back(plain)) is not None:
        return Asked(LIST, said)
    if _CHOSEN.search(plain) is not None:
        return Asked(CHOSEN)
    for what, asks in ((KEPT, asks_what_is_kept), (LEFT, asks_what_is_left), (UNANSWERED, asks_unanswered)):
        if asks(plain):
            return Asked(what)
    if asks_who_reads(plain):
        return Asked(WHO_READS)
    for what, asks in (
        (KEPT_HOW, asks_how_kept),
        (HOW_DELETED, asks_how_deleted),
        (PROMISE, asks_promise),
        (NOTHING_SENT, wants_nothing_sent),
    ):
        if asks(plain):
            return Asked(what)
    if (whose := page_of(plain)) is not None:
        return Asked(SUMMARY, which=whose)
    if of_note is not None:
        return Asked(DELETE_NOTES if of_note.deletes else CHANGE_NOTE, of_note.new, which=of_note.which)
    if _FHIR.search(plain) and len(plain.split()) <= 20:
        return Asked(FHIR)
    if asks_about_diary(plain):
        return Asked(ABOUT_DIARY)
    for pattern in (_ADD_ALL, _ADD, _ADD_THIS):
        if (adds := pattern.search(plain)) is not None:
            words = adds["rest"] or adds.groupdict().get("that") or ""
            return Asked(CHOOSE, words.strip(" :,'\"“”"))
    if (told := questions_told(plain)) is not None:
        return Asked(CHOOSE, told)
    if (note := note_in(plain, doses=doses)) is not None:
        return Asked(NOTE, note)
    if (
        rating(plain) is not None
        and symptoms_in(plain)
        and len(plain.split()) <= _LONGEST_RATING
        and not _ASKS.search(plain)
    ):
        return Asked(NOTE, plain)
    return None


def deletes_everything(text: str) -> bool:
    """Whether a message asks for everything to be deleted, or for the notes and the rest, each by its name."""
    if _WHOLE.match(text):
        return True
    asks = len(text.split()) <= _MOST_TO_DELETE and _DELETES.search(text) is not None
    return asks and _SPARES.search(text) is None and _NOTES.search(text) is not None and _REST.search(text) is not None


def questions_in(words: str) -> list[str]:
    """The questions that some words name one after the other, each by itself."""
    parts = (_JOINED.sub("", one.strip(" ,.;:-•")) for one in _BETWEEN.split(words))
    return [one for one in parts if len(one.split()) > 1]


def chosen_all(words: str) -> bool:
    """Whether all questions of a list are meant."""
    return _ALL.search(words) is not None


def chosen_about(words: str) -> str:
    """About what all questions of the lists are meant: "tablets"; "" where they are not named so."""
    found = _ALL_ABOUT.match(words)
    return found["about"] if found is not None else ""


def chosen_places(words: str) -> list[int]:
    """The places of a list that are named, from 1 on."""
    return [int(number) for number in re.findall(r"\d{1,2}", words)] if _PLACES.search(words) else []


def rates(text: str) -> bool:
    """Whether a message gives a number of a symptom, and asks for no note: to one of the three questions it answers."""
    plain = text[:LONGEST].replace("’", "'").strip()
    return rating(plain) is not None and bool(symptoms_in(plain)) and note_in(plain) is None


def answers_check(text: str) -> bool:
    """Whether a message can be an answer to one of the three questions: it asks nothing, and is short."""
    plain = text.strip()
    return not _ASKS.search(plain) and 0 < len(plain.split()) <= 40


_SKIP = re.compile(
    r"^\W*(?:skip|next|pass|skip (?:it|this|that)(?: one)?"
    r"|(?:(?:nah|no|nope|meh|ugh|sorry)\W+){0,2}(?:cba|can'?t be (?:bothered|arsed)|no thanks|no thank you"
    r"|not (?:now|today)|(?:i'?d |i would )?rather not(?: (?:say|answer))?"
    r"|(?:i )?(?:don'?t|do not) (?:want to|wanna)(?: (?:say|answer|tell you))?"
    r"|not telling(?: you)?|none of your business))\W*$",
    re.I,
)
_STOP = re.compile(
    r"^\W*(?:stop|enough|quit|cancel|stop (?:it|that)|leave me alone|go away)\W*$"
    r"|\bstop (?:asking|questioning|the questions|with the questions)\b"
    r"|\bno (?:more|other) (?:of (?:these|those|your) |such )?questions?\b"
    r"|\b(?:don'?t|do not|never) (?:(?:want|need) (?:any )?(?:more |of your |these |those )?questions\b"
    r"|ask me (?:any|these|those|that|more|again)\b)",
    re.I,
)


def skips(text: str) -> bool:
    """Whether one of the three questions is passed over."""
    return _SKIP.search(text) is not None


def stops(text: str) -> bool:
    """Whether the three questions are to end."""
    return _STOP.search(text) is not None


# What each of the three questions is about.
QUESTIONS: tuple[tuple[str, ...], ...] = (("tiredness",), (TINGLING, WALKING), ("mood",))
