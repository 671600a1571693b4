"""How somebody asks to have read back what they told, and about what or of which days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from b12guide.plan.reading.day_words import MONTH_PLACES, MONTHS

# In the place of what is to be read back: all of it, by symptom.
BY_SYMPTOM = "by symptom"

_LEAD = (
    r"^\W*(?:(?:please|pls|plz|kindly|ok|okay|hi|hello|hey|(?:can|could|would|will) (?:you|u|ya)|and|also"
    r"|just|now|thanks|so"
    r"|tell me|remind me|i want to know|i'd like to see|let me see|show me|do you (?:know|remember))[, ]+){0,4}"
)
_TOLD = (
    r"(?:(?:tell|told|tol) (?:you|u)|said|say|write|written?|wrote|noted?|put|log(?:ged)?|kept|keep|recorded?"
    r"|mentioned?)(?: (?:down|to you))?"
)
_WHEN = (
    r"(?:so far|yet|already|today|yesterday|lately|recently|before|up to now|until now|since (?:i began|the start)"
    r"|(?:in |over |for |from |during )?(?:this|the last|last|the past|past) (?:few "
    r"|couple of )?(?:\d{1,2} )?(?:days?|weeks?|months?|fortnight|\w+day)"
    r"|(?:on|for|from|since) \w+day|in \w+)"
)
_ABOUT = r"(?:about|on|of|regarding) (?P<about{}>[\w' ]{{2,40}}?)"
_NOTES = r"(?:notes|diary|entries|log|journal|record)"
_END = rf"(?: {_WHEN})?(?: (?:please|pls|again|back|then|in (?:my|the) (?:notes|diary))){{0,8}}\W*$"
_FORMS = (
    rf"what (?:(?:all )?(?:have|had|did|was it)|things (?:have"
    rf"|did)) i (?:ever )?{_TOLD}(?: {_WHEN})?(?: {_ABOUT.format(1)})?",
    rf"what i(?:'ve| have)? {_TOLD}(?: {_WHEN})?(?: {_ABOUT.format(2)})?",
    rf"(?:show|read|give|list|tell|go over|go through|run through|play|recap|bring up|pull up|open|see)(?: me"
    rf"| with me)?(?: back| out| again)?"
    rf"(?: (?:all|everything|what|anything)){{0,4}}(?: (?:that )?i(?:'ve"
    rf"| have)? {_TOLD})(?: {_WHEN})?(?: {_ABOUT.format(3)})?",
    rf"(?:show|read|give|list|tell|go over|go through|run through|play|recap|bring up|pull up|open|see)(?: me"
    rf"| with me)?(?: back| out| again)?"
    rf" (?:all )?(?:of )?(?:my |the )?{_NOTES}(?: i (?:made|kept|wrote))?(?: {_WHEN})?(?: {_ABOUT.format(4)})?",
    r"(?:read|play|give)(?: me)? back (?:my |the )?(?:last |past )?(?:\d )?(?:day|week|fortnight|month|weeks"
    r"|days|months)",
    rf"(?:is there |have i |do i have |got )?(?:anything|any notes?|something) (?:written |noted |kept "
    rf"|put )?(?:down )?(?:in (?:there|my (?:notes|diary)) )?{_ABOUT.format(5)}(?: in (?:there|my (?:notes|diary)))",
    rf"what (?:do|does|did) my {_NOTES} say(?: {_ABOUT.format(6)})?",
    r"(?:what (?:was|is|did|does)|read|show|give|find)(?: me)? (?:the|my|that|her|his|mum'?s"
    r"|dad'?s) (?P<about7>[\w' ]{2,30}?) "
    r"(?:line|note|entry)(?: (?:say|said|i (?:wrote|made|kept)))?",
    r"(?:did|have) you (?:really |just |actually )?(?:keep|kept|note|noted|save|saved|write down"
    r"|written down|record|recorded) (?:my|the|that|what i (?:said|told you)) ?(?:last )?(?:note"
    r"|entry)?(?=\W*$)(?<=(?:note|ntry| you|said))",
)
_OF = (
    r"(?P<about{}>tiredness|fatigue|energy|tingling|numbness|pins and needles|walking|balance|mood|sleep|sleeping"
    r"|concentration|memory|(?:brain )?fog|appetite|headaches?|legs|feet|hands|tongue|mouth|nausea|dizziness)"
)
_SUBJECT = re.compile(rf"\b{_OF.format('')}\b", re.I)
_WHEN_ELSE = (
    rf"(?:{_WHEN}|over (?:the |these )?(?:last |past )?(?:few )?(?:days|weeks|months)|(?:these|in the) (?:days|weeks"
    rf"|months)"
    r"|back in \w+|of late|through the (?:weeks|months)|between (?:my )?(?:them|the two)|(?:this|last) (?:spring|summer"
    r"|autumn|winter|year))"
)
_SEE = (
    r"(?:(?:can|could|may) (?:i|we) |let me |i'?d like to |i want to |i wanna |is there a way to )?"
    r"(?:see|look at|view|look back (?:at|on|over)|look over|go back over|check|find out)"
)
_GONE = (
    r"how (?:i|it|things|everything|she|he|mum|dad)(?: ?'?(?:ve|s|d)| have| has| had| was| were)?"
    r"(?: (?:all|been|gone|went|got|did|doing|feeling|felt|going|getting|coping|on|so)){1,4}"
)
_FORMS_ELSE = (
    # "What have you got down", "what's written down so far".
    r"what (?:(?:have|has) (?:you|u)(?: got)?|you(?:'?ve)?(?: got)?|'?ve you got|did you) (?:written |noted |jotted "
    r"|put |kept"
    r" |write |note )?down(?: (?:already|yet|here))?",
    r"what(?: ?'?s| is| has been| have i) (?:written|noted|jotted|put|kept|got)"
    r" (?:down(?: in (?:there|(?:my|the) (?:diary|notes)))?|in (?:there|(?:my|the) (?:diary|notes)))",
    # "Can I see how I've been doing over the weeks".
    rf"{_SEE} {_GONE}(?: {_WHEN_ELSE}){{0,2}}",
    # "How was my tingling in February".
    rf"how (?:was|were|has|have|did|had) (?:my|the|her|his|mum's|dad's) {_OF.format(8)}"
    rf"(?: (?:been|go|gone|doing|feel|get on)){{0,2}}(?: {_WHEN_ELSE}){{0,2}}",
    # "Is there a picture of how it has gone".
    rf"(?:is there|have you(?: got)?|do you (?:have|do|make|draw|keep)|(?:can|could) (?:i|you) (?:see|have|get|show"
    rf"|draw|make|do)"
    rf"|show|draw|make|give|see)(?: me)? (?:an?|any|the|my|some sort of a?|a kind of) ?(?:little |small )?(?:picture"
    rf"|drawing|graph"
    rf"|chart|trend|diagram) of (?:{_GONE}|(?:my |the )?(?:notes|diary|symptoms|progress)|(?:my |the )?{_OF.format(9)})"
    rf"(?: {_WHEN_ELSE}){{0,2}}",
)
_SYMPTOMS = r"(?:symptoms?|what (?:it|they|each)(?: is| are|'s)? (?:about|of)|subject|complaint|problem|kind|type)"
_BY_SYMPTOM = re.compile(
    rf"{_LEAD}(?:(?:show|read|give|list|sort|group|order|arrange|split|put|see|break down|can i (?:see|have)"
    rf"|have)(?: me)? )"
    rf"(?:all )?(?:of )?(?:my |the )?(?:{_NOTES}|them|it|everything(?: i (?:wrote|said|told you))?|what i (?:wrote|said"
    rf"|told you|noted|put))(?: (?:sorted|grouped|ordered|arranged|split|listed|broken down|up|down|back|out)){{0,2}}"
    rf" (?:by|under|for each|per|in) (?:each )?{_SYMPTOMS}(?: order)?{_END}",
    re.I,
)
# "Is there a picture", "what's the pattern": of notes where some are kept.
_PICTURE = re.compile(
    rf"{_LEAD}(?:(?:is there|have you(?: got)?|do you (?:have|do|make)|(?:can|could) (?:i|you) (?:see|have|get|show"
    rf"|draw|make)"
    r"|show|draw|see)(?: me)? (?:an?|any|the|my|that|some) (?:little |small )?(?:picture|drawing|graph|chart|diagram)"
    r"|(?:make|draw|do|turn|put)(?: me| it| that| them| this){0,2}(?: into| in| as)? (?:an?|the) (?:little |small )?"
    r"(?:picture|drawing|graph|chart|diagram)(?: (?:out )?of (?:it|that|them|this|my notes|how [\w' ]{2,24}))?"
    r"|(?:what(?:'?s| is)|is there|do you see|can you see|any) (?:the |an? |any |my )?(?:pattern|trend)s?"
    r"(?: (?:in|of|to) (?:it|my (?:notes|diary)|that|all that|how [\w' ]{2,24}))?(?:[,.?] ?[^.?!]{0,50})?)"
    rf"{_END}",
    re.I,
)
_ASKED = [re.compile(rf"{_LEAD}{form}{_END}", re.I) for form in (*_FORMS, *_FORMS_ELSE)]
# What is asked of the plan in the same words.
_OF_PLAN = re.compile(
    r"\b(?:plan|dates?|schedule|injections?|jabs?|shots?|doses?|next|due|b-?12|my (?:doctor|gp|nurse)"
    r"|questions?|reminders?)\b",
    re.I,
)
_LAST = re.compile(r"\b(?:last|past|previous)(?: (?:(\d{1,2})|few|couple of))? (day|week|fortnight|month)s?\b", re.I)
_THIS = re.compile(r"\bthis (week|month)\b|\b(today)\b", re.I)
_IN_MONTH = re.compile(rf"\b(?:in|for|during|of|from|through|back in) (?:last |this )?({MONTHS})\b(?! \d)", re.I)
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "month": 31}


def reads_back(text: str) -> str | None:
    """What a message wants read back of what was told: its words about what or of which days, "" for all of it; None
    where it asks for none of that.

    Args: text: with straight apostrophes.
    """
    if _OF_PLAN.search(text):
        return None
    if _BY_SYMPTOM.match(text):
        return BY_SYMPTOM
    for pattern in _ASKED:
        if (found := pattern.search(text)) is not None:
            about = next((words for words in found.groupdict().values() if words), "")
            if in_month(text, date.max) is not None or (about and since(text, date.max) is not None):
                return text
            return (
                about
                if about and since(about, date.min + timedelta(days=99)) is None
                else (text if since(text, date.max) else "")
            )
    return None


def asks_picture(text: str) -> bool:
    """Whether a message asks for a picture or a pattern, without saying of what."""
    return _OF_PLAN.search(text) is None and _PICTURE.match(text) is not None


def subject(text: str) -> str:
    """What a text that names a time is about: "sleep" of "how was my sleep last month"; "" where it names nothing."""
    found = _SUBJECT.search(text)
    return found[0] if found is not None else ""


def in_month(text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of the month that a text names, the latest one that has begun; None where it names
    none."""
    found = _IN_MONTH.search(text)
    if found is None:
        return None
    month = MONTH_PLACES[found[1].lower()]
    year = today.year if month <= today.month else today.year - 1
    first = date(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def since(text: str, today: date) -> date | None:
    """From which day on something is wanted: of the last week, of this month; None where no such time is named."""
    if (found := _LAST.search(text)) is not None:
        return today - timedelta(
            days=int(found[1] or (1 if found[0].split()[1] not in ("few", "couple") else 3))
            * _LENGTHS[found[2].lower()]
        )
    if (found := _THIS.search(text)) is not None:
        if found[2]:
            return today
        return today - timedelta(days=today.weekday()) if found[1].lower() == "week" else today.replace(day=1)
    return None
