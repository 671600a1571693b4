"""The words of a note that is to be kept: what asks for it, and what it says."""

from __future__ import annotations

import re

from b12guide.diary.note_days import DAY
from b12guide.diary.notes import symptoms_in
from b12guide.diary.one_note import asked_of_notes
from b12guide.diary.polite import POLITE, PRAISE

# "Can I write down ...", where what is to be kept may follow in a sentence of its own.
_MAY_I = (
    r"(?:(?:(?P<may>can|could|may)(?: i| we)|(?:(?:i|we) ?)?(?:want|need|'?d like"
    r"|would like)(?: you)? to|i wanna|let me"
    r"|i'?ll|for (?:my|the) records?)[, ]+)?"
)
_THAT = r"(?:(?:that|of|how|this|it)[:,]? |[:,–-] ?)?"
# "For mum: note that she slept".
_FOR_WHO = r"(?:(?:(?:for|about|of) (?:(?:my|our|the) )?[a-z][\w'-]{1,15}[:,]|(?:mine|me|hers|his)[:,]) ?)?"
_WRITE = re.compile(
    rf"^\W*{_FOR_WHO}{POLITE}{_MAY_I}{POLITE}(?:"
    r"(?:(?:write|writing|put|putting|jot|note|noting|log)(?: (?:this|it|that|something))?"
    # "Get down, Rex" is said to a dog.
    r"|get (?:this|it|that|something)) down"
    r"(?: in my (?:diary|notes))?"
    r"|(?:i'?m |am )?(?:only |just )?(?:jotting|noting|writing|putting|logging)(?: (?:this|it|that"
    r"|something))?(?: down)?"
    r"(?: (?:for later|for (?:my|the) (?:diary|notes|records?)|in my diary|in here))?(?=:)"
    r"|(?:i'?m |am )?(?:only |just )?(?:jotting|noting|writing)(?: (?:this|it|that|something))? down(?: for later)?"
    r"|(?:make|take|keep|add|save|leave|put|pop|stick|write|enter|do) (?:an? (?:quick )?|this |another )?(?:note"
    r"|record|entry)"
    r"(?: (?:down|for me|(?:in|into|on) (?:my|the|her|his|their) (?:diary|notes)))?"
    r"|(?:(?:no|nope|i (?:only |just )?(?:mean|meant|want|wanted)|that (?:is|was))\W+){1,3}(?:an? |the )?note"
    r"(?: (?:in|for|on|into) (?:my|the) (?:diary|notes))?"
    r"|(?:a )?(?:quick |new |little )?note(?: to (?:my ?self|self))?(?: (?:this|it|something))?(?: in my diary)?(?!s\b)"
    r"|(?:put|write|add|enter|save|log) (?:(?:this|it|that|something) )?(?:in|into|to) (?:(?:my|the|her|his|their) )?"
    r"(?:diary|notes|symptom diary)"
    r"|(?:log|record|save|keep|track|write)(?: (?:this|it|that))?(?=:)|(?:log|record|track)(?= how i)"
    # "Want to log symptoms. knees sore": what is to be kept follows. "Add for today: slept well" names the day.
    r"|(?:log|record|track|note|write down)(?: down)? (?:my |some |a few |today'?s |the )?symptoms?(?=\W*$|\s*[.:,;–-])"
    rf"|add(?: (?:a note|an entry|this|another|one))?(?= (?:(?:for|under|on) )?(?:(?:today|tonight"
    rf"|now)\b|{DAY}\b)[^.?!]{{0,12}}[:,–-])"
    r"|(?:today'?s |new |another )?note(?=:)"
    r"|(?:my |today'?s )?diary(?: entry| note)?(?: for today)?(?=:)|diary(?: entry)?|for (?:my|the) (?:diary|notes)"
    r"|dear diary"
    r"|(?:it'?s|it is|this is|this'?s|here'?s|here is|that'?s|another|one more|(?:please )?(?:keep|have))"
    r" (?:just )?(?:a|an|another|today'?s|one more)? ?(?:quick |little |new )?note(?!s\b)(?: to keep| please)?"
    # "It is my note" says whose one is that is there.
    r"|(?:it'?s|it is|this is|here'?s|here is) my note(?=:)"
    rf")\b[:,]? ?{_THAT}(?P<rest>.*)$",
    re.I | re.S,
)
# For whom or for when a note is: no part of it.
_FOR = re.compile(
    rf"^(?:for|about|on) (?!(?:the )?{DAY}\b)(?:(?:my|our) )?[a-z][\w'-]*(?: [a-z][\w'-]*)?(?: please)?"
    r"\s{0,2}[:.,;–-]\s{0,2}(?=\S)"
    r"|^(?:for|about) (?:today|now|tonight)\s{0,2}[:.,;–-]\s{0,2}(?=\S)",
    re.I,
)
# "Just put mood is worse": with words that name a symptom, and not where, to whom or which.
_PUT = re.compile(
    rf"^\W*{_FOR_WHO}{POLITE}{_MAY_I}{POLITE}(?:put|log|record|jot|enter|write)(?:,? (?:please|pls|kindly),?)?"
    r"(?: (?:this|it|that))?:? (?:that )?"
    r"(?P<rest>(?!(?:it|them|me|in|on|of|to|at|by|for|from|how|what|up|off|out|back|away|a|an|some|all"
    r"|(?:my|the) \w+ (?:up|off|out|back|away|on|story)|the date|my (?:next|last|plan|date|injection))\b).+)$",
    re.I | re.S,
)
# "Remember for me that I could not sleep", "I'd like a note of my mood": what names how it was.
_KEEP = re.compile(
    rf"^\W*{POLITE}(?:(?:i want you to|i'd like you to|make sure (?:you|to)|be sure to|try to) )?{POLITE}(?:"
    r"(?:remember|keep in mind|bear in mind|keep hold of|hold on to|register|scribble)(?: (?:for (?:me|later|my \w+)"
    r"|please|this|down|too)){0,3}(?: that| how|:| -|,)"
    r"|(?:i'?d like|i would like|i'?ll have|i want|i need|(?:can|could|may) (?:i|we) have|let'?s have) (?:an?"
    r"|another|one more)"
    r" (?:quick |little |short )?(?:note|record|entry)(?: (?:made|kept|taken|put down|saved|in my diary)){0,2}"
    r"(?: (?:of|that|about|on|saying|to say)\b|:)"
    r"|(?:let|have) (?:my|the) (?:diary|notes) (?:say|show|know|read)(?: that|:)?"
    r")[:,]? ?(?P<rest>.+)$",
    re.I | re.S,
)
_LONGEST_KEEP = 30
_WRITTEN = re.compile(
    r"^(?P<rest>.{3,}?)[,.;:!?]? (?:and |so )?(?:please |can you |could you |pls |just ){0,8}(?:"
    r"(?:write|put|note|jot|log) (?:that|this|it) (?:down|in my diary|in my notes)|(?:note|log|record) (?:that|this)"
    r"|(?:make|take|keep) a note(?: of (?:that|it|this))?"
    r"|(?:add|put) (?:that|this|it) (?:to|in) my (?:diary|notes))(?: please| for me| pls){0,8}\W*$",
    re.I | re.S,
)
# For whom something is to be written down: no words of a note by itself.
FOR_WHOM = (
    r"(?:(?:for|to (?:show|tell|give)) (?:(?:me|later|today|tomorrow|mum|dad|her|him|them|next time"
    r"|when i see (?:her|him|them))"
    r"|(?:the |my |our |a |when i see (?:the |my )?|next )?(?:doctors?|drs?|docs?|nurses?|gp|gps|clinic|surgery"
    r"|practice|hospital|records?"
    r"|consultant|specialist|neurologist|haematologist|midwife|pharmacist|team|appointment|appt|visit|review|check-?up|notes"
    r"|(?:dr|doctor|nurse|mr|mrs|ms) [a-z]{2,15}"
    r"|diary|summary|page)(?: (?:visit|appointment|appt|review|page|notes|to (?:see|read|know)"
    r"|tomorrow))?))"
)
_FOR_THAT = re.compile(rf"^{FOR_WHOM} (?:that|how) (?=\S)", re.I)
_ONLY_FOR_WHOM = re.compile(rf"\W*{FOR_WHOM}(?: (?:please|pls|thanks|ok|too|as well)){{0,3}}\W*", re.I)
# What asks for a note of the words before it: "woke up twice. put that in my notes".
_IT = r"(?:(?:all (?:of )?)?(?:that|this|it|these|those)(?: all| one| bit)?|it all)"
_DIARY = r"(?:(?:my|the|her|his|our) )?(?:symptom )?(?:diary|notes?|log|journal|records?|book)"
_COURTEOUS = (
    rf"(?:\W+(?:down|in {_DIARY}|please|pls|plz|ta|thanks|thank you|cheers|ok|okay|would you|will you|can you|could you"
    r"|somewhere|now|then|too|as well|today|if you can|so i (?:can|don'?t forget)(?: it)?))"
)
TAKES_UP = re.compile(
    r"^\W*(?:(?:please|pls|plz|kindly|just|maybe|also|now|then|can you|could you|would you|will you|can u"
    r"|could u|cud u|can ya"
    r"|i want you to|i'd like you to|i want to|i'd like to|i would like to|you can|you could|let me|can i"
    r"|can we)[, ]+){0,4}(?:"
    rf"(?:write|jot|note|put|get|mark|take|scribble) {_IT} down|(?:jot|note|mark|write|put|scribble|take) down {_IT}"
    rf"|(?:note|log|record|track|jot|write) {_IT}"
    rf"|(?:put|pop|stick|add|enter|write|get|have) {_IT} (?:in|in there|in here|down in there)(?= *(?:$|\W"
    rf"|please|pls|for|too|as))"
    rf"|(?:put|pop|stick|add|enter|save|write|log|bung|chuck|keep|include|record|get|note|jot) {_IT} "
    rf"(?:in|to|into|on|onto|down in|under|with) {_DIARY}"
    rf"|(?:make|take|keep|leave|do|add) (?:me )?(?:an?|another) (?:quick |little )?(?:note|record"
    rf"|entry)(?: (?:of|about|on) {_IT})?"
    rf"|(?:make|keep) {_IT} (?:an? )?(?:note|entry)|note down"
    rf"){_COURTEOUS}{{0,3}}(?:\W+{FOR_WHOM}){{0,2}}{_COURTEOUS}{{0,3}}\W*$",
    re.I,
)
# "How I'm feeling? very tired": what is announced before it is said.
_ANNOUNCED = re.compile(
    r"^(?:(?:how )?(?:i'?m|i am|i feel|i felt|i'?ve been|i have been|things (?:are|went)|it (?:went|goes|is|was)"
    r"|today|i slept)(?: feel(?:ing)?| doing| going)?|to self|for (?:my )?"
    rf"(?!{DAY}\b)\w+(?= ?:)"
    r"|something|a (?:thing|note|symptom)|my symptoms?|this|it)"
    r"(?: (?:for )?(?:today|now|lately|right now|here|please|in here|for my doctor|each day|every day|over time)){0,8}"
    r"(?:,? (?:so(?: that)?|to|in order to|for when)\b[^.:;!?]{0,60})?"
    r"(?:\W*[?:.;!–]+\W*(?P<then>.*)|\W*)$",
    re.I | re.S,
)
# What is said beside a note: that no question is wanted, and thanks.
_BESIDE = re.compile(
    r"[,.;:!–-]*\s*(?:and |but |then )?(?:(?:please |pls )?(?:no|don'?t ask|do not ask|stop|without)(?: me)?"
    r"(?: any| more| other| the| further){0,8} questions?(?: please| thanks| today| now){0,8}"
    r"|that'?s (?:all|it)(?: for today)?|(?:many )?thanks(?: a lot| very much| so much)?|thank you(?: very much"
    r"| so much)?|ta|cheers"
    r"|(?:please|pls)(?: (?:write|note|keep|save|record|log|put|add)(?: (?:it|that|this))?(?: (?:down|in"
    r"|for me)){0,2})?)\W*$",
    re.I,
)
_COURTESY = re.compile(rf"^(?:(?:please|pls|plz)\b\W*|(?:{PRAISE}[.!]\s+){{1,2}})", re.I)
# What asks for the note before its colon, wherever it stands in front of it: it is no part of what is kept.
_COMMAND = re.compile(
    r"^\W*(?:(?:lovely|great|perfect|thanks|thank you|cheers|ok|okay|right|yes|good|brilliant|hi"
    r"|hello|hello again|and|also"
    r"|please|pls|then|now|oh|so|(?:can|could|would|will) (?:you|u))\b\W*){0,6}"
    r"(?:write|put|jot|note|add|log|record|keep|enter|save|pop|stick)"
    r"(?: (?:this|it|that|another|one|more|an?|the|quick|notes?|entry|down|in|to|into|my|diary|log"
    r"|for|me|today|tonight|as"
    r"|well|too|also|please)){0,8}\s{0,2}[:–-]\s{1,3}(?=\S)",
    re.I,
)
# "The dates for me", "my plan": what is wanted in writing is told, and is no note.
_OF_DATES = re.compile(
    r"^(?:me )?(?:(?:out|all|both|of|the|my|those|these|any|her|his|our|their|when|next|coming|few"
    r"|\d|injection|jab|shot"
    r"|due|new|full|whole|list|for|mum'?s|dad'?s) ){1,6}(?:dates?|days|plan|schedule|appointments"
    r"|calendar|timetable|jabs"
    r"|injections|shots|doses)"
    r"(?: (?:for|to|out|down|again|please|pls|me|us|mum|dad|her|him|so|i|we|can|have|keep|put|on|the|fridge|calendar|my"
    r"|here|of|injections?|jabs?|shots?|in|a|list|then|now)){0,12}$",
    re.I,
)
# What may stand around the words of a note and is none of them.
_AROUND = ' :,"“”'
# A dose is told of to the plan, whatever stands before it.
_OF_DOSE = re.compile(r"\b(?:injections?|jabs?|shots?|needles?|doses?|b-?12|jags?)\b", re.I)
# How it felt after one that is not told of here.
_FELT = re.compile(
    r"\b(?:sore|hurts?|hurting|ach\w+|pain\w*|stings?|stung|itch\w*|dizzy|red|swollen|bled|rash)\b", re.I
)
_HOW_IT_WENT = re.compile(r"\b(?:ach[ye]+|fine|well|rough|awful|shaky|slept|woke|bled|swelled|stiff|tender)\b", re.I)
_HAD = re.compile(r"\b(?:had|got|given|gave|done|did|having|due)\b", re.I)
# What to say to others, and how something is best written down.
_NONE_OF_MINE = re.compile(
    r"^(?:what|which|how) (?:i|to|we|you)(?: (?:should|can|need to|have to))? (?:say|ask|tell|write|do)\b"
    r"|\b(?:to|should i|can i|how|do i|way)\W*$",
    re.I,
)
_LOW = re.compile(r"\b(?:low|down)\b(?! (?:mood|spirits|today|again|all day|in myself))", re.I)
_LONGEST_PUT, _LONGEST_WITH_DOSE = 12, 25
# "Low" and "down" are said of blood as well.
_OF_TEST = re.compile(r"\b(?:iron|levels?|blood|tests?|folate|ferritin|vitamins?|results?)\b", re.I)
_FIRST = re.compile(r"[,;.!?\n]|\s(?:and|but|cos|because|as|so)\s", re.I)


_THAT_IS = re.compile(r"^that (?=(?:i|i'm|i've|my|the|she|he|her|his|we|it|they|mum|dad|there)\b)", re.I)

# "I don't have the number, I didn't write it down": what was not done, which asks for nothing.
_NOT_WRITTEN = re.compile(
    r"\b(?:didn'?t|did not|never|haven'?t|hadn'?t|couldn'?t|could not|can'?t|cannot|forgot to|without|don'?t|do not"
    r"|needn'?t)\W+(?:\w+\W+){0,2}?(?:writ(?:e|ten|ing)|wrote|noted?|jot(?:ted)?|put|took|take)"
    r"\W+(?:(?:it|this|that|them|any(?:thing)?|mine|the \w+)\W+)?down\b",
    re.I,
)


def note_in(text: str, *, doses: bool = False) -> str | None:
    """The words of the note that a message asks to keep; "" where it says none yet, None where it asks for no note.

    Args:
        text: with straight apostrophes. doses: whether what speaks of a dose is a note too, as beside a sign; else it
            is told of to the plan, but where it names a symptom.
    """
    if _NOT_WRITTEN.search(text) is not None:
        return None
    for pattern in (_WRITE, _WRITTEN, _PUT):
        if (found := pattern.search(text)) is not None:
            return _words_of(found, named=pattern is _PUT, doses=doses)
    found = _KEEP.search(text)
    if found is not None and "?" not in text and len(text.split()) <= _LONGEST_KEEP:
        words = found["rest"].strip(_AROUND)
        plans = _OF_DOSE.search(words) is not None or _OF_TEST.search(words) is not None
        return words if tells_how(words) and not plans else None
    return None


def _words_of(found: re.Match[str], *, named: bool, doses: bool) -> str | None:
    """`named`: it is a note only where it names a symptom."""
    rest = _FOR.sub("", _FOR_THAT.sub("", found["rest"].strip()))
    announced = _ANNOUNCED.match(rest)
    words = _BESIDE.sub("", (announced["then"] or "") if announced else rest).lstrip(_AROUND + "?!.;")
    words = _THAT_IS.sub("", _COURTESY.sub("", words).strip(_AROUND))
    if _ONLY_FOR_WHOM.fullmatch(words):
        return ""
    if _OF_DATES.match(words) or asked_of_notes(words) is not None:
        return None
    if of_gap(words) and not doses and (found.re is _WRITTEN or _OF_NEXT.search(words)):
        # "My next one is booked for 5 May, note that" is for the plan.
        return None
    if _NONE_OF_MINE.search(words) or (named and len(words.split()) > _LONGEST_PUT):
        return None
    # "Put my gap down" is no mood.
    told = _LOW.sub(" ", words) if named else words
    names = bool(symptoms_in(told)) or (_FELT.search(words) is not None and _HAD.search(words) is None)
    short = len(words.split()) <= _LONGEST_WITH_DOSE
    felt = found.re is _WRITE and short and _FELT.search(words) is not None
    of_dose = _OF_DOSE.search(words) is not None and not doses and not felt
    if (of_dose and (named or not names)) or (named and (not names or _OF_TEST.search(words))):
        return None
    if found.groupdict().get("may") and words.endswith("?"):
        # "Can I write down that I am tired?" asks whether it can be done; of what else, it is another question.
        return "" if names else None
    return words


# A wish to write down in the midst of a message: what stands behind it is the note.
_INSIDE = re.compile(
    r"\b(?:(?:write|jot|note|put|get|mark|record|log) (?:(?:this|it) )?down(?: in my (?:diary|notes))?(?: that|:|,)"
    r"|(?:make|take|keep|leave) (?:me )?a (?:quick |little )?(?:note|record) (?:that|of|saying|:)"
    r"|(?:record|note|write)(?: please| pls)? that)\s{1,3}(?P<rest>\S.{3,})$",
    re.I | re.S,
)


def words_inside(text: str) -> str:
    """The words of a note whose wish stands in the midst of a message, else the message without its courtesy."""
    found = _INSIDE.search(text)
    return (found["rest"] if found is not None else without_courtesy(text)).strip()


def without_courtesy(words: str) -> str:
    """The words of a note without the thanks, the praise or the wish to keep it that they begin with: "great. slept
    well", "and add for today: slept well"."""
    return _COMMAND.sub("", _COURTESY.sub("", words.strip())).strip() or words.strip()


def takes_up(text: str) -> bool:
    """Whether a message wants "it" written down, which it does not say itself: "put it in my diary, she is off"."""
    return TAKES_UP.match(_FIRST.split(text.replace("’", "'"), maxsplit=1)[0]) is not None


# How often, and which dose: what is to be put in is a plan, for whoever keeps that.
_OF_GAP = re.compile(
    r"\b(?:every|each) (?:(?:other|second|third|\d{1,2}|a|one|two|three|four|six|eight|ten|twelve|few|single) )?"
    r"(?:days?|weeks?|months?|fortnights?)\b|\b(?:weekly|fortnightly|monthly|two-weekly)\b"
    r"|\b(?:the|my|her|his) (?:next |last |first )?(?:one|jab|injection|shot|dose) (?:on|of|is|was|after)\b"
    r"|\b(?:next|booked|due) (?:jab|injection|shot|one|dose|on|for)\b",
    re.I,
)


_OF_NEXT = re.compile(r"\b(?:next (?:jab|injection|shot|one|dose)|booked)\b", re.I)


def of_gap(words: str) -> bool:
    """Whether words speak of how often or of which dose, and not of how somebody is."""
    return _OF_GAP.search(words) is not None and not tells_how(words)


def tells_how(words: str) -> bool:
    """Whether words tell how somebody is or was, whatever else they tell."""
    return bool(symptoms_in(words)) or _FELT.search(words) is not None or _HOW_IT_WENT.search(words) is not None
