"""What somebody asks of their diary and of the page for the appointment, by their words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from b12guide.diary.kept_words import asks_unanswered, asks_what_is_kept, asks_what_is_left
from b12guide.diary.notes import TINGLING, WALKING, rating, symptoms_in
from b12guide.diary.one_note import asked_of_notes

# What is asked of the diary, in the order in which it is looked for.
NOTE, LIST, SUMMARY, CHECK, CHOOSE, DELETE_NOTES = "note", "list", "summary", "check", "choose", "delete_notes"
CLEAR_CHOSEN, FHIR, CHANGE_NOTE = "clear_chosen", "fhir", "change_note"
# What is kept, whether anything is left of it, and what was asked here and had no answer.
KEPT, LEFT, UNANSWERED = "kept", "left", "unanswered"

_POLITE = (
    r"(?:(?:please|pls|plz|ok|okay|hi|hello|hey|can you|could you|would you|will you|and|also|just|now|thanks"
    r"|thank you|so)[, ]+){0,4}"
)
# "Can I write down ...", where what is to be kept may follow in a sentence of its own.
_MAY_I = (
    r"(?:(?:(?P<may>can|could|may)(?: i| we)|(?:i|we)(?: want| need|'?d like| would like)(?: you)? to|i wanna|let me"
    r"|i'?ll|for (?:my|the) records?)[, ]+)?"
)
_THAT = r"(?:(?:that|of|how|this|it)[:,]? |[:,–-] ?)?"
_WRITE = re.compile(
    rf"^\W*{_POLITE}{_MAY_I}{_POLITE}(?:"
    r"(?:write|put|jot|get|note|log) (?:(?:this|it|that|something) )?down(?: in my (?:diary|notes))?"
    r"|(?:make|take|keep|add|save|leave) (?:a |this |another )?note(?: (?:down|for me|in my diary))?"
    r"|note(?: (?:this|it|something))?(?: in my diary)?(?!s\b)"
    r"|(?:put|write|add|enter|save|log) (?:(?:this|it|that|something) )?(?:in|into|to) (?:my|the)"
    r" (?:diary|notes|symptom diary)"
    r"|(?:log|record|save|keep)(?: (?:this|it|that))?(?=:)|(?:today'?s |new |another )?note(?=:)"
    r"|(?:my |today'?s )?diary(?: entry| note)?(?: for today)?(?=:)|diary(?: entry)?|for (?:my|the) (?:diary|notes)"
    r"|dear diary"
    rf")\b[:,]? ?{_THAT}(?P<rest>.*)$",
    re.I | re.S,
)
# "Just put mood is worse": with words that name a symptom, and not where, to whom or which.
_PUT = re.compile(
    rf"^\W*{_POLITE}{_MAY_I}{_POLITE}(?:put|log|record|jot|enter|write)(?: (?:this|it|that))?:? (?:that )?"
    r"(?P<rest>(?!(?:it|them|me|in|on|of|to|at|by|for|from|how|what|up|off|out|back|away|a|an|some|all"
    r"|(?:my|the) \w+ (?:up|off|out|back|away|on|story)|the date|my (?:next|last|plan|date|injection))\b).+)$",
    re.I | re.S,
)
_WRITTEN = re.compile(
    r"^(?P<rest>.{3,}?)[,.;:!?]? (?:and |so )?(?:please |can you |could you |pls |just )*(?:"
    r"(?:write|put|note|jot|log) (?:that|this|it) (?:down|in my diary|in my notes)|(?:note|log|record) (?:that|this)"
    r"|(?:make|take|keep) a note(?: of (?:that|it|this))?"
    r"|(?:add|put) (?:that|this|it) (?:to|in) my (?:diary|notes))(?: please| for me| pls)*\W*$",
    re.I | re.S,
)
# "How I'm feeling? very tired": what is announced before it is said.
_ANNOUNCED = re.compile(
    r"^(?:(?:how )?(?:i'?m|i am|i feel|i felt|i'?ve been|i have been|things (?:are|went)|it (?:went|goes|is|was)"
    r"|today|i slept)(?: feel(?:ing)?| doing| going)?|something|a (?:thing|note|symptom)|my symptoms?|this|it)"
    r"(?: (?:for )?(?:today|now|lately|right now|here|please|in here|for my doctor))*"
    r"(?:\W*[?:.;!–]+\W*(?P<then>.*)|\W*)$",
    re.I | re.S,
)
# What is said beside a note: that no question is wanted, and thanks.
_BESIDE = re.compile(
    r"[,.;:!–-]*\s*(?:and |but |then )?(?:(?:please |pls )?(?:no|don'?t ask|do not ask|stop|without)(?: me)?"
    r"(?: any| more| other| the| further)* questions?(?: please| thanks| today| now)*|that'?s (?:all|it)(?: for today)?"
    r"|thanks(?: a lot)?|thank you|please|pls|ta|cheers)\W*$",
    re.I,
)
_COURTESY = re.compile(r"^(?:please|pls|plz)\b\W*", re.I)
# What may stand around the words of a note and is none of them.
_AROUND = ' :,"“”'
_WHOSE = r"(?:my|the|her|his|their|our|(?:my )?(?P<whose>[\w-]+?(?: [\w-]+?)?)'?s)"
_LIST = re.compile(
    rf"^\W*{_POLITE}(?:how (?:have i|'?ve i|has (?:she|he|\w+|my \w+)) been(?: (?:doing|feeling|lately"
    rf"|recently|so far|getting on"
    r"|over the (?:last )?(?:weeks|months)))*"
    rf"|(?:can i (?:see|read)|(?:show|see|read|give|list|open|tell)(?: me)?)(?: all)?(?: of)? {_WHOSE}"
    r" (?:diary|notes|symptom diary)(?: back| again| please)*"
    r"|(?:my|the) (?:diary|notes)|what (?:have i|did i) (?:write|note|put|written|noted)(?: down| in my diary)?"
    r"(?: so far)?)\W*$",
    re.I,
)
_CARE = r"(?:appointment|visit|check-?up|doctor|dr|nurse|gp|clinic|surgery|consultant|specialist|hospital)"
_SUMMARY = re.compile(
    rf"^\W*{_POLITE}(?:(?:(?:show|give|make|send|print|open|get|do|want|see|need|i want|i need|i'?d like|bring up"
    r"|(?:can|could|may) (?:i|we|you) (?:have|get|see|print|open|make|do|show))(?: me| us| out| off)?(?: to see)? ?)?)"
    rf"(?:{_WHOSE} |a |an |that |this |one )?(?:one[- ]page |printed |printable |appointment |doctor'?s? )?(?:"
    rf"summary(?: page| sheet)?(?: for {_CARE})?|appointment page"
    r"|(?:page|sheet)(?= with (?:all|everything|my notes))"
    rf"|(?:sheet|page|print[- ]?out) to (?:show|give)(?: to)? (?:my|the|her|his|their) {_CARE}"
    r"|(?:sheet|page|print[- ]?out|handout|paper|summary)(?: of (?:all )?(?:that|this|it|everything))?"
    r"(?: to (?:print|take|bring|show))?(?: out| with me)?"
    rf" (?:for|to) (?:my|the|her|his|their|our|(?:my )?(?P<for>[\w-]+?(?: [\w-]+?)?)'?s) (?:next )?{_CARE}"
    r"|(?:sheet|page|print[- ]?out) (?:for|about) (?P<of>[\w-]+(?: [\w-]+)?) to (?:take|bring|show)(?: to)?"
    rf"(?: the| her| his)?(?: {_CARE})?)"
    rf"(?: (?:page|please|pls|now|again|then|for (?:my|the|her|his|their) {_CARE}"
    rf"|to (?:print|take|bring|show)(?: (?:with me|along|to (?:the|my|her|his) {_CARE}|them|him|her|out))?"
    r"|with (?:all|everything|it all|my notes|the notes|notes|what i (?:said|told you|wrote))(?: of)?"
    r"(?: (?:that|this|it|them|these))?(?: (?:on|in|there))?(?: it)?|on (?:it|one page)))*\W*$",
    re.I,
)
_FHIR = re.compile(r"\bfhir\b", re.I)
_CHECK = re.compile(
    rf"^\W*{_POLITE}(?:ask me (?:the |my |your )?(?:3|three|those|some) (?:short )?questions|ask me how i(?:'m"
    rf"| am|'ve been"
    r"| have been| feel)(?: doing| feeling)?|check in (?:with|on) me|(?:do|start|begin) (?:my"
    r"|the) (?:weekly )?check-?in)\W*$",
    re.I,
)
_ADD = re.compile(
    rf"^\W*{_POLITE}(?:add|put)(?P<rest>.*?) (?:to|on|onto|in) (?:my|the) (?:summary|list|questions"
    rf"|appointment page|page)\W*$",
    re.I | re.S,
)
_ADD_THIS = re.compile(
    rf"^\W*{_POLITE}(?:add|put) (?:this |it |a question |the question )?(?:to|on|onto) (?:my|the) (?:summary"
    rf"|list|questions)"
    r"(?: for (?:my|the) \w+)?[:,–-]? (?P<rest>.+)$",
    re.I | re.S,
)
_CLEAR = re.compile(r"^\W*(?:please )?(?:clear|delete|remove|empty) (?:all )?my questions(?: please)?\W*$", re.I)
# What deletes, and the kinds of what is kept: who names notes and one more means everything.
_DELETES = re.compile(
    r"^\W*(?:(?:please|pls|can you|could you|i want (?:you )?to|i'd like (?:you )?to|just|ok|so|and)\W+){0,4}"
    r"(?:delete|erase|wipe|remove|forget|get rid of|bin|scrap)\b",
    re.I,
)
_NOTES, _REST = re.compile(r"\b(?:notes|diary)\b", re.I), re.compile(r"\b(?:plan|reminders?)\b", re.I)
_SPARES = re.compile(r"\b(?:keep|leave|not|don'?t|but|except|apart)\b", re.I)
_MOST_TO_DELETE = 20
_ALL = re.compile(r"^\W*(?:them )?all(?: of (?:them|these|those))?(?: (?:questions|the questions))?\W*$", re.I)
_PLACES = re.compile(r"^\W*(?:(?:questions?|number|no\.?|numbers) )?\d{1,2}(?:\W+(?:and\W+)?\d{1,2})*\W*$", re.I)

_ASKS = re.compile(r"\?\s*$|^\W*(?:what|why|how|when|is|are|do|does|can|could|should|will|would)\b", re.I)
# A dose is told of to the plan, whatever stands before it.
_OF_DOSE = re.compile(r"\b(?:injections?|jabs?|shots?|needles?|doses?|b-?12|jags?)\b", re.I)
# "Low" and "down" are said of blood as well.
_OF_TEST = re.compile(r"\b(?:iron|levels?|blood|tests?|folate|ferritin|vitamins?|results?)\b", re.I)
# Tingling or numbness that is told as less, and nothing else.
_HOW_MUCH = r"(?: (?:a (?:tiny |little )?bit|a little|a lot|much|slightly|somewhat|quite a bit|definitely|maybe|now))*"
_PLACE = (
    r"(?: (?:in|of) (?:both )?(?:my|her|his|the|both)(?: left| right)? (?:feet|foot|hands?|fingers?|fingertips|toes?"
    r"|legs?|arms?)(?: and (?:my |the )?(?:feet|hands?|fingers|toes))?)?"
)
_DAY = r"(?:yesterday|today|this (?:morning|week)|last (?:night|week|month)|now|lately|i think)"
_TELLS_LESS = re.compile(
    rf"\W*(?:(?:so|ok|hi|hello|well|good news|and|{_DAY})[,: ]+)*(?:"
    rf"(?:(?:my|the|her|his) )?(?:tingl(?:ing|es?)|pins and needles|numbness|prickling|buzzing){_PLACE}"
    rf"(?: (?:was|were|is|are|has been|have been|felt|feels?|seems?|seemed|has|have|got))*{_HOW_MUCH}"
    r" (?:less|better|milder|fainter|easier|improved|eased(?: off)?|easing(?: off)?|not (?:so|as) bad)"
    rf"|(?:(?:my|her|his|the) )?(?:feet|foot|hands?|fingers?|toes?)(?: (?:are|were|is|was|have been))?"
    rf" (?:tingl(?:e|es|ed|ing)){_HOW_MUCH} less"
    rf"|(?:a bit |a little |much )?less (?:tingling|numbness|pins and needles){_PLACE})"
    rf"(?: bad| strong| often)?(?:{_HOW_MUCH} {_DAY})*{_HOW_MUCH}"
    r"(?: than (?:before|usual|normal|it was|they were|yesterday|last (?:week|month|time)|the (?:day|week) before))?"
    rf"(?: {_DAY})*\W*",
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


def asked_of_diary(text: str, *, doses: bool = False) -> Asked | None:
    """What a message asks of the diary or of the page for the appointment; None where it asks nothing of them.

    `doses`: a note that speaks of one is a note too, as beside a sign; else it is told of to the plan.
    """
    plain = text[:LONGEST].replace("’", "'").strip()
    for what, pattern in (
        (LIST, _LIST),
        (CHECK, _CHECK),
        (CLEAR_CHOSEN, _CLEAR),
    ):
        if (found := pattern.search(plain)) is not None:
            return Asked(what, which=found.groupdict().get("whose") or "")
    for what, asks in ((KEPT, asks_what_is_kept), (LEFT, asks_what_is_left), (UNANSWERED, asks_unanswered)):
        if asks(plain):
            return Asked(what)
    if (page := _SUMMARY.search(plain)) is not None:
        return Asked(SUMMARY, which=page["whose"] or page["for"] or page["of"] or "")
    if (of_note := asked_of_notes(plain)) is not None:
        return Asked(DELETE_NOTES if of_note.deletes else CHANGE_NOTE, of_note.new, which=of_note.which)
    if _FHIR.search(plain) and len(plain.split()) <= 8:
        return Asked(FHIR)
    for pattern in (_ADD, _ADD_THIS):
        if (adds := pattern.search(plain)) is not None:
            return Asked(CHOOSE, adds["rest"].strip(" :,'\"“”"))
    for pattern in (_WRITE, _WRITTEN, _PUT):
        if (writes := pattern.search(plain)) is not None:
            return _note(writes, named=pattern is _PUT, doses=doses)
    if (
        rating(plain) is not None
        and symptoms_in(plain)
        and len(plain.split()) <= _LONGEST_RATING
        and not _ASKS.search(plain)
    ):
        return Asked(NOTE, plain)
    return None


def _note(found: re.Match[str], *, named: bool, doses: bool) -> Asked | None:
    """The note that is to be kept; None where it is none. `named`: only where it names a symptom. `doses`: also where
    it speaks of one."""
    announced = _ANNOUNCED.match(found["rest"].strip())
    words = _BESIDE.sub("", (announced["then"] or "") if announced else found["rest"]).lstrip(_AROUND + "?!.;")
    words = _COURTESY.sub("", words).strip(_AROUND)
    names = bool(symptoms_in(words))
    of_dose = _OF_DOSE.search(words) is not None and not doses
    if (of_dose and (named or not names)) or (named and (not names or _OF_TEST.search(words))):
        return None
    if found.groupdict().get("may") and words.endswith("?"):
        # "Can I write down that I am tired?" asks whether it can be done; of what else, it is another question.
        return Asked(NOTE) if names else None
    return Asked(NOTE, words)


def tells_less(text: str) -> bool:
    """Whether a text tells that tingling or numbness is less, and nothing else."""
    return len(text) <= LONGEST and _TELLS_LESS.fullmatch(text.replace("’", "'")) is not None


def deletes_everything(text: str) -> bool:
    """Whether a message asks for the notes and the rest to be deleted, each by its name."""
    asks = len(text.split()) <= _MOST_TO_DELETE and _DELETES.search(text) is not None
    return asks and _SPARES.search(text) is None and _NOTES.search(text) is not None and _REST.search(text) is not None


def chosen_all(words: str) -> bool:
    """Whether all questions of a list are meant."""
    return _ALL.search(words) is not None


def chosen_places(words: str) -> list[int]:
    """The places of a list that are named, from 1 on."""
    return [int(number) for number in re.findall(r"\d{1,2}", words)] if _PLACES.search(words) else []


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
