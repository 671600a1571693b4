"""What is no change of a reminder, right after one was spoken of: a message that names none and tells of another thing.

"Make it 7" is of the reminder that was just set; "today evening I will take it" and "off to Perth from the 18th" are of
a dose and of a journey, whatever day and time they name.
"""

from __future__ import annotations

import re

from b12guide.diary.clock_words import DATE
from b12guide.plan.reading.day_words import MONTHS, WEEKDAY_WORDS

# What is done to "it", or said of a time that does not suit or suits better.
_DOES_TO_IT = re.compile(
    r"\b(?:make|change|move|switch|swap|shift|push|bring|set|put|leave|keep|do|send|have|get|drop|cancel|remove|scrap|bin"
    r"|ditch) (?:it|that|them|those|this|mine|the|my|all|both|only|just)\b"
    r"|\b(?:can|could|would|will) (?:you|it|they|that) (?:be|come|do|make|send|change|move)\b"
    r"|\btake [^.?!]{1,30} (?:out|off|away)\b"
    r"|\b(?:remind|text|message|nudge|ping) me\b|\b(?:what|how) about\b"
    r"|\btoo (?:early|late|soon)\b|\b(?:instead|rather|prefer|suits?|better|nicer|easier)\b"
    r"|\b(?:is|are|isn't|aren't) no (?:good|use)\b",
    re.I,
)
# What somebody takes, where they go, and when they are away: it tells of a dose, a journey or a day.
_TELLS_ELSE = re.compile(
    r"\b(?:takes?|took|taken|taking)\b(?![^.?!]{1,30} (?:out|off|away)\b)"
    r"|\b(?:could|can|did|will|would|do|does|was|were|am|is|are)(?:n'?t| not) (?:go|come|get|make it|be|been|take"
    r"|have|having|able|home|there|here|around|attend|manage)\b"
    r"|\b(?:i|we|she|he|they)(?:'ll| will| shall| am going to|'m going to| might| may| must| have to|'ve to) "
    r"(?!(?:prefer|want|need|like|rather)\b)\w+"
    r"|\b(?:went|gone|going to|go to|goes|came|coming|fly|flying|flight|travel|travell?ing|trip|journey"
    r"|holidays?|abroad"
    r"|overseas|home|off to|back (?:home|from|on|by|in)|leaving|visit|visiting|staying|got it|get there"
    r"|(?:have|get|getting|having) (?:it|them|mine|one) (?:done|given|there|over))\b"
    r"|\b(?:last|latest|first|previous)(?: one)? (?:was|is)\b"
    r"|\bfrom (?:the )?[^.,;?!]{2,25} (?:til|till|until|to) (?:the )?"
    # An injection on another day: "could i have the april one a few days early", "can i do it before i go".
    r"|\b(?:can|could|may|might|shall|should|must|am|want|need|like|allowed|possible|fine|ok|okay|alright|all right)"
    r" (?:(?:i|we|she|he|for (?:me|her|him)) )?(?:please |just |still |maybe |also |allowed |ok |to ){0,3}"
    r"(?:have|get|do|take|bring|inject|go for|come for) (?:it|mine|hers|his|(?:the|my|her|his|this|that|next) "
    r"(?:\w+ ){0,2}?(?:one|ones|b-?12))\b"
    r"|\baway\b",
    re.I,
)
# What else is kept here, and is changed by its own name.
_OTHER_THING = re.compile(r"\b(?:notes?|diary|diaries|entry|entries|summary|page|plan|picture)\b", re.I)
# How long before, of which only a reminder is: "before I go" is none.
_LEAD = re.compile(
    r"\b(?:days?|weeks?|wks?|fortnights?|months?|nights?|evenings?|mornings?)"
    r" (?:before|ahead|beforehand|prior|in advance)\b(?! (?:i|we|she|he|my|our|going|leaving|flying)\b)",
    re.I,
)
_CLOCK = re.compile(
    r"\b(?:at |by )?(?:half |quarter (?:past|to) )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?| ?o[' ]?clock)?"
    r"|\b(?:mornings?|afternoons?|evenings?|nights?|lunch(?:time)?|noon|midday|teatime)\b",
    re.I,
)
_DAY = re.compile(rf"\b(?:{WEEKDAY_WORDS}|today|tonight|tomorrow|yesterday)(?:s|'s)?\b|{DATE}", re.I)
_AMOUNT = re.compile(r"\b\d{1,2} (?:days?|weeks?|wks?|months?|years?)\b", re.I)
# A message without a wish that it names consists of these words alone, beside days and times.
_WORDS = frozenset([
    "a", "about", "actually", "after", "afternoon", "afternoons", "ahead", "all", "alone", "am", "an", "and",
    "another", "around", "as", "at", "back", "be", "before", "best", "better", "both", "but", "by", "can", "cheers",
    "could", "couple", "day", "days", "do", "does", "don't", "earlier", "early", "eight", "eleven", "enough",
    "evening", "evenings", "every", "exactly", "few", "fine", "first", "five", "for", "fortnight", "fortnights",
    "four", "go", "good", "great", "half", "have", "hm", "hmm", "i", "i'd", "i'm", "in", "instead", "is", "it",
    "it's", "its", "itself", "just", "keep", "last", "late", "later", "leave", "like", "lovely", "lunchtime", "make",
    "maybe", "me", "mean", "meant", "midday", "month", "months", "morning", "mornings", "much", "my", "nah", "need",
    "night", "nights", "nine", "no", "noon", "nope", "not", "now", "o'clock", "of", "oh", "ok", "okay", "on", "one",
    "ones", "only", "or", "other", "past", "perhaps", "please", "prior", "quarter", "rather", "said", "same",
    "second", "send", "seven", "should", "six", "so", "sorry", "still", "suit", "suits", "sunday", "ta", "teatime",
    "ten", "thank", "thanks", "that", "that's", "the", "them", "then", "these", "they", "think", "this", "those",
    "three", "time", "to", "too", "twelve", "two", "want", "week", "weeks", "well", "will", "with", "without", "work",
    "works", "would", "yeah", "yep", "yes", "you", "your",
])  # fmt: skip
_WORD = re.compile(r"[a-z][a-z']*", re.I)
_SCORE = re.compile(r"\b\d{1,2}(?:[.,]5)? ?(?:out of|of|/) ?(?:10|ten)\b", re.I)


def of_no_name(words: str) -> bool:
    """Whether words that name no reminder may be of the one that was spoken of: with straight apostrophes."""
    if _SCORE.search(words) or _OTHER_THING.search(words):
        return False
    does = _DOES_TO_IT.search(words) is not None
    if _TELLS_ELSE.search(words):
        # "Make it 6, I get home at 5": an injection has no time of the day.
        timed = _CLOCK.search(_AMOUNT.sub(" ", _DAY.sub(" ", words))) is not None and _DAY.search(words) is None
        return does and (timed or _LEAD.search(words) is not None)
    if does:
        return True
    left = re.sub(rf"\b(?:{MONTHS})\b", " ", _CLOCK.sub(" ", _DAY.sub(" ", words)), flags=re.I)
    return all(word in _WORDS for word in (found[0].lower() for found in _WORD.finditer(left)))
