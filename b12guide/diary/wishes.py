"""What somebody asks of reminders, by their words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from b12guide.diary.check_words import asks_check
from b12guide.diary.clock_words import in_figures
from b12guide.diary.reading import LONGEST, Asked
from b12guide.diary.reminder_talk import asks_discreet
from b12guide.diary.reminders import EMAIL, HERE, LONGEST_BEFORE, USUAL
from b12guide.diary.spelled import spelled_out
from b12guide.diary.zone_words import zone_wished

REMIND, ZONE, PLAINLY, LISTED, END, CHANGE = "remind", "zone", "plainly", "listed", "end", "change"
# What then, if the date that was said changes.
IF_CHANGES = "if_changes"
# Where none waits for one, what is put off is no other subject.
NONE_OPEN, DONE_AGAIN = "none_open", "done_again"
# The dose told of last was not had after all.
NOT_HAD = "not_had"
# Days of the week on which none is wanted.
DAYS_OFF = "days_off"
# One of several that is wanted no more or otherwise, and all of them earlier or later.
DROP_ONE, SWAP_ONE, SHIFT = "drop_one", "swap_one", "shift"
# What is changed of those that stand, and what they cost and say.
STANDING, COSTS = "standing", "costs"
# The mails or the texts alone end; a while without any; all of them again; those after the loading part alone.
END_WAY, PAUSE, AGAIN, LONG_PART = "end_way", "pause", "again", "long_part"
# A clock that counts for a stretch alone; an idea that is given up; an address for mails.
ZONE_LATER, GIVEN_UP, TO_ADDRESS = "zone_later", "given_up", "to_address"
# One that was wanted did not come.
NONE_CAME = "none_came"
# That it names nothing, which it does not by itself.
DISCREET = "discreet"

_REMIND = re.compile(
    r"\b(?:remind|nudge|ping|alert|notify|warn|prompt|buzz) (?:me|us)\b|\b(?:text|txt|message|whatsapp|sms|e-?mail"
    r"|mail) (?:me|us)\b"
    r"|\b(?:set|send|want|need|like|have|get|put)(?: me)?(?: up)?(?: on)? (?:a |an |some |the )?"
    r"(?:text |sms |e-?mail |whatsapp |phone )?(?:reminders?|alerts?)\b"
    r"|\b(?:give|drop|send|get) me (?:a |an )?(?:little |quick )?(?:nudge|shout|bell|heads[- ]?up|text"
    r"|message|line|prompt|poke"
    r"|warning|ping|buzz)\b"
    r"|^\W*(?:a |an )?(?:text |e-?mail )?reminders?(?: please)?\W*$|\breminders? (?:by|via) (?:text|e-?mail"
    r"|whatsapp)\b",
    re.I,
)
# "Could I have a text the day before", "want a text on the morning at 8": a message, and when it is to come.
_MESSAGE = re.compile(
    r"\b(?:(?:have|get|want|send|need|like|set up|fancy|do|with) (?:me )?(?:an?|the|that|my)|^\W*(?:(?:and|also"
    r"|yes|so)\W+){0,3}(?:an?|the)|and (?:an?|the)) "
    r"(?:little |quick |wee )?(?:text|txt|sms|message|whatsapp|nudge|e-?mail|ping)(?: message)?\b",
    re.I,
)
# "I need reminding", "to be told two days before", "let me know the day before": the last two name when.
_PASSIVE = re.compile(
    r"\b(?:need|want|like|love|appreciate|require|after|do with) (?:a |some |an )?"
    r"(?:reminding|prompting|nudging|chasing|heads[- ]?up)\b|\b(?:be|get|getting|being) reminded\b",
    re.I,
)
_TOLD_AHEAD = re.compile(
    r"\b(?:be|get|being) (?:told|warned|texted|messaged|prompted|nudged|notified|alerted|e-?mailed|pinged|informed)\b"
    r"|\b(?:tell|warn|notify|inform|prompt|alert|ring|call) me\b|\blet me know\b",
    re.I,
)
_ASKS_WHAT = re.compile(r"\b(?:what|which|how|whether|if|why)\b", re.I)
# One that was sent or that somebody else sends.
_NOT_WISHED = re.compile(
    r"\b(?:got|had|received|sent|came|gets|sends?|sending) (?:me )?(?:an?|the|my) (?:text"
    r"|txt|sms|message)",
    re.I,
)
# What is asked to be said again, or is about something else than a dose.
_NOT_REMIND = re.compile(
    r"\bremind me,? (?:what|which|who|whose|how|why|where|whether|if|of|about (?:that|what)|when (?:is|was|are"
    r"|am|i|my|she|he"
    r"|her|his|the|(?:it|that|this)(?:'?s| is| was)(?! (?:due|time|coming|near))|mine)"
    r"|to (?!have|get|go|book|ring|call|take (?:my|the) (?:b-?12|injection|jab|shot))|that)\b"
    r"|\b(?:text|email|e-mail|mail|message|send) me (?:the|my|that|this|it|what|your)\b(?! reminder| text| e-?mail"
    r"| (?:week|day|night|evening|morning|fortnight|month) (?:before|ahead|of|it'?s|i'?m))"
    r"|\b(?:text|email|e-mail|mail|message|send) me an?\b(?! (?:reminder|text|e-?mail|nudge|message|week|day"
    r"|fortnight"
    r"|month|couple|few|bit|night|evening|morning|little|quick))"
    r"|\b(?:clinic|surgery|nurse|gp|doctor|they|nobody|no one|never)\b[^.?!]{0,30}"
    r"\b(?:remind|text|email|tell|warn|ring|call|let me know)"
    r"|\b(?:did|does|do|didn'?t|doesn'?t) (?:the|my|they|anyone)\b"
    r"|\btell me (?:the|my|her|his) (?:day|date)s? (?:once more|again|one more time)\b",
    re.I,
)
_WEEK = r"(?:weeks?|wks?)"
_NUMBER = (
    r"(?P<number>\d{1,2}|one|two|three|four|five|six|seven|ten|fourteen|a couple(?: of)?|couple(?: of)?|a few"
    r"|few|a|an)"
)
_AHEAD = r"(?:before|ahead|beforehand|early|earlier|in advance|prior)"
_BEFORE = re.compile(rf"\b{_NUMBER} (?P<unit>days?|{_WEEK}|fortnights?|months?) {_AHEAD}\b", re.I)
_THE_BEFORE = re.compile(rf"\b(?:the |a )?(?P<unit>week|day|night|evening|morning|fortnight|month) {_AHEAD}\b", re.I)
_ON_DAY = re.compile(
    r"\b(?:on|at) the (?:day|same day|actual day|morning)\b|\bon the day\b|\bthe (?:same|very) day\b"
    r"|\bthe morning of\b"
    r"|\bwhen (?:it'?s|it is|they'?re|i'?m|i am|its) (?:due|time)\b|\bthat (?:day|morning)\b",
    re.I,
)
_CLOCK = re.compile(
    r"\b(?:at|around|about|by|@) ?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))? ?(?P<half>am|pm|a\.m\.|p\.m\."
    r"|o'?clock)?"
    r"(?! ?(?:days?|weeks?|months?))\b"
    r"|\b(?P<hour2>\d{1,2})(?:[:.](?P<minute2>\d{2}))? ?(?P<half2>am|pm|a\.m\.|p\.m\.)",
    re.I,
)
_TIMES = {
    **dict.fromkeys(("noon", "midday", "lunchtime", "lunch"), time(12)),
    **dict.fromkeys(("evening", "tonight"), time(18)),
    "night": time(19),
    "afternoon": time(14),
    "morning": USUAL,
    "teatime": time(17),
}
_TIME_WORD = re.compile(
    r"\b(?:in the |at |of the |every )?(noon|midday|lunchtime|lunch|evening|afternoon|teatime|morning"
    r"|night)s?\b",
    re.I,
)
_ADDRESS = re.compile(r"[^\s<>,;:\"']{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}\b")
_BY_MAIL = re.compile(r"\be-?mail|\bmail me\b", re.I)
_BY_TEXT = re.compile(
    r"\b(?:by|as|via|a) (?:text|txt|sms)\b|\b(?:text|txt|sms|whatsapp) (?:me|us)\b|\btext message", re.I
)
_WORD_NUMBERS = {"a couple": 2, "couple": 2, "a few": 3, "few": 3, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3,
                 "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "fourteen": 14}  # fmt: skip
_DAYS = {"day": 1, "week": 7, "wk": 7, "fortnight": 14, "month": 30}
_PLAINLY = re.compile(
    r"\b(?:say|name|put|write|mention)(?: that)? (?:what (?:it'?s|it is|they are) (?:for|about)|b-?12"
    r"|injection)(?: injection)?"
    r"(?: (?:in|on) (?:it|them|the reminders?|my reminders?))?\b.{0,30}$|\breminders?\b.{0,20}\b(?:say|name"
    r"|mention)\b.{0,12}\b(?:b-?12|injection|what)",
    re.I,
)
_ASKS_IT = re.compile(
    r"^\W*(?:(?:so|and|but|ok|also|oh|hi|wait)\W+){0,4}(?:will|does|do|would|is|are|did|won'?t|doesn'?t|who|what)\b",
    re.I,
)
LEAD = r"^\W*(?:(?:so|and|but|ok|okay|also|please|yes|no|thanks|then|hi|just)\W+){0,4}"
_NAMES_IT = re.compile(r"\b(?:reminders?|remind me|texts?|messages?|alerts?|nudges?|in it|on it)\b", re.I)
_LISTED = re.compile(
    rf"{LEAD}(?:when|what time|which day|what day|how (?:early|long before|often)) (?:(?:exactly"
    rf"|again) )?(?:will|do|are|would|can|is|does)"
    r" (?:(?:you|i|they)(?: (?:next|going to|gonna|be|get|getting)){0,4} (?:text|message|remind|nudge|ping|warn|email"
    r"|e-mail|mail|texting|reminding"
    r"|(?:send )?(?:the |my |a |any )?(?:reminders?|texts?|message|nudge))"
    r"|(?:the|my) (?:reminders?|texts?|message|nudge)(?: (?:come|due|go out|be sent))?)"
    r"(?: (?:me|it|them|out|about it|then|again|each time|please|before|for (?:it|that|mum|dad))){0,8}\W*$"
    rf"|{LEAD}(?:have you|did you|is|are) (?:my |the )?(?:(?:set|put|got) )?(?:up )?(?:a |my |the "
    rf"|any )?(?:text |message )?(?:reminders?|texts)(?: (?:set|on|up|there"
    r"|still|down|in place|working|for me)){0,8}\W*$"
    rf"|{LEAD}(?:(?:is|are) there|(?:do|does|have|has) (?:i|we|he|she|(?:my )?[\w-]+)(?: still)?(?: have| got"
    rf"| set)?) "
    r"(?:a |an |any |my |some |the )?(?:text |e-?mail )?(?:reminders?|texts)"
    r"(?: (?:set(?: up)?|on|for (?:\w+ ){0,3}\w+|still|left|now)){0,3}\W*$"
    rf"|{LEAD}what(?:'?s| is| have i(?: got)?| do i have| have you(?: got)?) set(?: up)?(?: for (?:me|us|\w+))?\W*$"
    r"|^\W*(?:what|which|show(?: me)?|list|when are"
    r"|do i have)(?: are)?(?: any)?(?: my)? reminders?(?: do i have| have i (?:got|set))?"
    r"(?: (?:are )?(?:set|on|there|left))?(?: for \w+(?: \w+)?)?\W*$",
    re.I,
)
# "Do I still get reminders", "am I getting texts": whether there are any.
_STILL = re.compile(
    rf"{LEAD}(?:am|are) (?:i|we) (?:still |definitely |now )?(?:on (?:the|your|a|any) (?:\w+ )?list|down|signed up"
    r"|set up|booked in|in line|getting one)(?: (?:for|to get|to have) (?:an?|any|the|my|your|some)?"
    r" ?(?:text )?(?:reminders?|texts?|nudges?|messages?|one))?(?: (?:next time|then|still|at all|again|from you"
    r"|when it'?s due)){0,2}\W*$"
    rf"|{LEAD}(?:do|will|am|can|would) i (?:still |now |also )?(?:get|getting|have|be getting|be sent|be"
    rf"|receive)(?: still)?(?: (?:sent|any|the|my|those"
    r"|your|a|more)){0,3} (?:reminders?|reminded|texts?|text reminders?|messages?)(?: (?:then|now|still"
    r"|from you|on the day|about (?:it|that)"
    r"|any ?more)){0,3}\W*$"
    rf"|{LEAD}(?:are|will|do) you (?:still |now |even |going to |gonna ){{0,3}}(?:be )?(?:reminding|texting|messaging"
    rf"|sending|remind|text|message|nudge|send)(?: me| us| any(?: more)?| reminders?| texts?| messages?){{1,3}}"
    rf"(?: still| any ?more| then| now| or not){{0,3}}\W*$"
    rf"|{LEAD}(?:are|is) (?:the|my|your) (?:reminders?|texts?)(?: still)? (?:on|off|stopped|coming|running"
    rf"|going)(?: now| then| still){{0,2}}\W*$"
    rf"|{LEAD}when(?:'?s| is| are| will) (?:that|the|my|your|this) (?:next |first )?(?:reminders?|texts?"
    rf"|text reminders?|messages?)(?: (?:due|coming|be sent"
    r"|come|then|again)){0,3}\W*$",
    re.I,
)
# What was set is asked about, of a day that it names: "will you remind me on the 14th then?"
_IS_SET = re.compile(
    r"^(?:\W*(?:so|and|but|ok|okay|also|thanks|then|great|hi|just checking)\b){0,4}\W*(?:will|are|do|would"
    r"|did) you(?: still| going to| be| definitely){0,3}"
    r" (?:remind|text|message|reminding|texting) me\b[^.!;]{0,40}\?*\W*$",
    re.I,
)
A_WHILE = (
    r"(?: (?:for (?:now|a bit|a while|the (?:moment|time being|summer|winter|month)|(?:a|an|one|two|three|four"
    r"|six|\d{1,2}|a few"
    r"|a couple of|the next few) (?:days?|weeks?|months?))|(?:till|until|'?til|while) [^.?!]{2,60}))"
)
_END = re.compile(
    r"^\W*(?:(?:no|please|i mean|just|and|ok|okay|so|actually|you can|you could|you may|can you|could you|would you"
    r"|thanks|i think|love|dear)\W+){0,4}"
    r"(?:no more(?: (?:reminders?|texts?|messages|of (?:these|them))(?: (?:for|about) (?:(?:my|her|his) )?[\w-]+)?)?"
    r"(?: please)?"
    r"|(?:stop|end|cancel|turn off|switch off|delete|remove|kill|quit|halt|pause|suspend|mute|hold off(?: on)?"
    r"|knock off"
    r"|leave off|call off)(?: (?:the|my|all|these|those|sending|me"
    r"|of|her|his|their|any|[\w-]+'?s)){0,3} (?:reminders?|reminding me"
    r"|reminder texts?|text reminders?|texts)(?: (?:for|about|of) (?:(?:my|her|his|the) )?[\w-]+)?(?: please)?"
    r"|un-?subscribe(?: me)?|(?:take|get) me off (?:the|this|your) (?:list|reminders?|texts?)"
    r"|stop (?:sending (?:me )?(?:these|texts?|messages|reminders?|them)"
    r"|texting(?: me)?|messaging(?: me)?|nagging(?: me)?)"
    r"|stop reminding me|(?:turn|switch) (?:the |my )?reminders? off|(?:do not|don'?t|dont) (?:remind"
    r"|text) me(?: any ?more| again)?"
    rf"|leave (?:the |my |all )?(?:reminders?|texts?){A_WHILE}"
    r"|(?:you )?(?:needn'?t|need not|don'?t (?:have|need) to|do not (?:have|need) to) (?:send|text|remind"
    r"|message|bother)"
    r"(?: (?:me|us|any|them|these|reminders?|texts?|with|the|more|anymore)){1,5}"
    r"|i (?:do not|don'?t|dont) (?:want|need) (?:any more |any |the |these |your )?reminders?(?: any ?more)?)"
    rf"{A_WHILE}?"
    r"(?:\W+(?:i mean|i meant|now|then|pls|please|thanks|thank you|ok|any ?more|love|dear|mate|pal|hun"
    r"|would you|will you"
    r"|could you|for me|if you (?:would|could))){0,8}"
    # Why: "I have it on the calendar now".
    r"(?:\W{1,3}(?:as |cos |because |since |for )?(?:i|i'm|im|i've|ive|my|it|it's|we|she|he|they)\b[^?]{1,80})?\W*$",
    re.I,
)
# What changes when a reminder comes: a day before it or a time is named beside it.
_CHANGE = re.compile(
    r"\b(?:make|have|move|change|set|switch|push|bring|shift|send|do)\b[^.?!]{0,20}?\b(?:it|them|that|this"
    r"|one|reminders?|texts?|nudge"
    r"|message|time|mine)\b"
    r"|\btoo (?:early|late|soon)\b|\binstead\b|\brather\b|\bearlier\b|\blater\b|\bcan (?:it|they|that) (?:come|be)\b",
    re.I,
)
_REFUSED = re.compile(
    r"\b(?:half )?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|o'?clock)? ?(?:is|was|'s|are)(?: (?:a bit|much|way|far"
    r"|a little|just))? too "
    r"(?:early|late|soon)|\b(?:not|(?:should|is|do|does|was|ca|wo)n'?t|instead of|rather than|no more)"
    r"(?: (?:be|want|come|need|it|mine|them|that|to|for|remind|text|me)){0,5} (?:at )?(?:the )?(?:day|week"
    r"|night|evening"
    r"|morning|\d{1,2}(?: ?[ap]m)?)(?: before)?",
    re.I,
)
_BARE_TIME = re.compile(
    r"(?P<past>\bhalf )?(?:past )?\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>am"
    r"|pm)?\b(?! ?(?:days?|weeks?|wks?|months?|before))",
    re.I,
)
_HOURS = {"seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}
_HOUR_WORD = re.compile(
    rf"\b(?:at|to|around|past|half|make it) ({'|'.join(_HOURS)})\b(?! days?| weeks?)"
    rf"|^\W*({'|'.join(_HOURS)})\b|\b({'|'.join(_HOURS)})\W*$",
    re.I,
)
_WEEKDAYS = (
    "mon(?:days?)?", "tues?(?:days?)?", "wed(?:s|nesdays?)?", "thu(?:rs?)?(?:days?)?", "fri(?:days?)?",
    "sat(?:urdays?)?", "sun(?:days?)?",
)  # fmt: skip
_LONGEST_CHANGE = 18
# The code that was mailed to an address, typed as a message of its own or in a sentence that names it.
_CODE = re.compile(
    r"^\W*(\d{3})[ .-]?(\d{3})\W*$|\bcode\b[^.?!]{0,40}?\b(\d{3})[ .-]?(\d{3})\b"
    r"|\b(?:it|that|this)(?: is|'s| says?| was)? (\d{3})[ .-]?(\d{3})\W*$"
    r"|\b(\d{3})[ .-]?(\d{3}) (?:is|was|came|it says?|here|that'?s)\b",
    re.I,
)


def code_in(text: str) -> str | None:
    """The 6 digits of a code that a message is, or names; None where there are none."""
    found = _CODE.search(text[:LONGEST])
    return "".join(one for one in found.groups() if one) if found is not None else None


def address_in(text: str) -> str | None:
    """The first address for mails in a message."""
    found = _ADDRESS.search(text[:LONGEST])
    return found[0] if found is not None else None


@dataclass(frozen=True)
class When:
    """When somebody wants to be reminded: days `before`, None where they did not say; the time `at` which; by which
    `way`, and to what `address`."""

    before: int | None
    at: time
    way: str
    address: str | None = None


_CALENDAR = re.compile(
    r"\b(?:in|on|to|into) (?:the|my|our|her|his) (?:phone )?cal[ea]ndar\b|\bcal[ea]ndar (?:alarm|alert|reminder)s?\b"
    r"|\bcal[ea]ndar (?:to|should|can|could) (?:ring|remind|alert|beep|ping)\b",
    re.I,
)


def in_calendar(text: str) -> bool:
    """Whether a wish is of the person's own calendar."""
    return _CALENDAR.search(text) is not None


def asked_of_reminders(text: str) -> Asked | None:
    """What a message asks of reminders; None where it asks nothing of them."""
    plain = spelled_out(text[:LONGEST]).strip()
    if _LISTED.search(plain) or _STILL.search(plain):
        return Asked(LISTED)
    if _END.search(plain):
        return Asked(END)
    if asks_check(plain) is not None:
        # "Remind me every Sunday to write how I feel" is of the diary.
        return None
    if (zone := zone_wished(plain)) is not None:
        # "I live in Perth, remind me the day before": the clock goes with the wish.
        both = WISHES.search(plain) is not None and days_before(plain) is not None
        return Asked(REMIND, plain) if both else Asked(ZONE, zone)
    if asks_discreet(plain) and _NAMES_IT.search(plain) and not _REMIND.search(plain):
        return Asked(DISCREET)
    if (
        _PLAINLY.search(plain)
        and not asks_discreet(plain)
        and re.search(
            r"\bremind|\bwhat it'?s for"
            r"|\bwhat it is for|\bin it\b",
            plain,
            re.I,
        )
    ):
        # Who asks whether it does wants to know, and changes nothing.
        return Asked(COSTS, plain) if _ASKS_IT.match(plain) else Asked(PLAINLY)
    if _NOT_REMIND.search(plain):
        return None
    message = _MESSAGE.search(plain) is not None and _NOT_WISHED.search(plain) is None
    told = _TOLD_AHEAD.search(plain) is not None and _ASKS_WHAT.search(plain) is None
    if in_calendar(plain) and days_before(plain) is not None and _ASKS_WHAT.search(plain) is None:
        return Asked(REMIND, plain)
    if WISHES.search(plain) or ((message or told) and days_before(plain) is not None):
        return Asked(REMIND, plain)
    return None


# That one is wanted, and how long before.
WISHES = re.compile(f"{_REMIND.pattern}|{_PASSIVE.pattern}", re.I)
WISH_WORDS = re.compile(f"{WISHES.pattern}|{_MESSAGE.pattern}|{_TOLD_AHEAD.pattern}", re.I)
LEADS = re.compile(f"{_BEFORE.pattern}|{_THE_BEFORE.pattern.replace('?P<unit>', '?:')}|{_ON_DAY.pattern}", re.I)


_STOPS_ALL = re.compile(r"^\W*(?:please )?(?:stop(?: ?all)?|end|cancel|quit)(?: please)?\W*$", re.I)


def stops_all(text: str) -> bool:
    """Whether a message is no more than the word with which phone companies end texts: "STOP"."""
    return _STOPS_ALL.match(text) is not None


def ends_beside(text: str) -> bool:
    """Whether a sentence of a message ends all reminders."""
    parts = re.split(r"(?<=[.;!?])\s+", text)
    return any((found := asked_of_reminders(part)) is not None and found.what == END for part in parts)


def asks_if_set(text: str) -> bool:
    """Whether a message asks of a reminder that may be set if it comes, and names no time for another one."""
    plain = spelled_out(text)
    if _STILL.search(plain):
        return re.search(r"\bwhen", plain, re.I) is None
    return _IS_SET.match(plain) is not None and days_before(plain) is None and _CLOCK.search(plain) is None


def changed(text: str) -> tuple[int | None, time | None] | None:
    """What a message changes of a reminder: how many days before, and at what time; None where it names neither."""
    plain = spelled_out(text[:LONGEST])
    if not _CHANGE.search(plain) or len(plain.split()) > _LONGEST_CHANGE:
        return None
    wanted = _REFUSED.sub(" ", plain)
    before = days_before(wanted)
    wanted = _HOUR_WORD.sub(
        lambda found: (
            found[0].lower().replace(word := next(one for one in found.groups() if one).lower(), _HOURS[word])
        ),
        wanted,
    )
    at = time_named(wanted, before)
    return (before, at) if before is not None or at is not None else None


def time_named(text: str, before: int | None) -> time | None:
    """The time of the day that some words name, a bare number too; None where they name none."""
    without = in_figures(_BEFORE.sub(" ", text))
    if _CLOCK.search(without) or ((word := _TIME_WORD.search(without)) is not None and before != 1):
        return _at(without, None)
    if (found := _BARE_TIME.search(without)) is None:
        word = _TIME_WORD.search(text)
        return _at(text, before) if word is not None else None
    minute = f":{30 if found['past'] else int(found['minute'] or 0):02}"
    return _at(f"at {found['hour']}{minute if minute != ':00' else ''}{found['half'] or ''}", None)


_HOURS_AHEAD = re.compile(
    r"\b(?:\d{1,2}|an?|one|two|three|four|five|six|half an|(?:a )?couple(?: of)?|(?:a )?few) "
    r"(?:hours?|hrs?|minutes?|mins?) (?:before(?! that)|ahead|in advance|prior|early|beforehand)\b",
    re.I,
)


def wants_hours(text: str) -> bool:
    """Whether a reminder is wanted hours or minutes before, which none can be."""
    return _HOURS_AHEAD.search(text) is not None


_EACH_WEEK = re.compile(
    rf"\b(?:every|each) (?:single )?(?:{'|'.join(_WEEKDAYS)}|day|morning|evening|night|week|weekend)\b"
    rf"|\bon (?:mon|tues|wednes"
    r"|thurs|fri|satur|sun)days\b|\b(?:weekly|daily)\b",
    re.I,
)


def wants_each_week(text: str) -> bool:
    """Whether a reminder is wanted on each day of a name, or each week, whenever an injection is."""
    return _EACH_WEEK.search(text) is not None


def time_of(text: str) -> time | None:
    """The time of the day that some words name; None where they name none."""
    plain = in_figures(spelled_out(text[:LONGEST]))
    return _at(plain, None) if _CLOCK.search(plain) else None


def way_named(text: str) -> str | None:
    """The way that some words name: by e-mail, or as a text here; None where they name none, or both."""
    plain = spelled_out(text[:LONGEST])
    named = [way for way, pattern in ((EMAIL, _BY_MAIL), (HERE, _BY_TEXT)) if pattern.search(plain)]
    return named[0] if len(named) == 1 else None


def names_time(text: str) -> bool:
    """Whether some words name a time of the day, by the clock or by its part."""
    plain = in_figures(_BEFORE.sub(" ", _THE_BEFORE.sub(" ", spelled_out(text[:LONGEST]))))
    return _CLOCK.search(plain) is not None or _TIME_WORD.search(plain) is not None


def when_of(text: str) -> When:
    """When, and by which way, a message wants a reminder."""
    plain = spelled_out(text[:LONGEST])
    address = _ADDRESS.search(plain)
    without = plain.replace(address[0], " ") if address else plain
    way = EMAIL if address or _BY_MAIL.search(without) else HERE
    before = days_before(_REFUSED.sub(" ", without))
    return When(before, _at(without, before), way, address[0] if address else None)


def weekday_named(text: str) -> int | None:
    """The one weekday that some words name, from 0 for Monday; None where they name none or several."""
    found = {place for place, name in enumerate(_WEEKDAYS) if re.search(rf"\b{name}\b", text, re.I)}
    return found.pop() if len(found) == 1 else None


def days_before(text: str) -> int | None:
    """How many days before a dose some words name; None where they name none."""
    if (found := _BEFORE.search(text)) is not None:
        named = found["number"].lower().removesuffix(" of")
        number = _WORD_NUMBERS.get(named) or int(named)
        unit = found["unit"].lower().rstrip("s")
        return min(number * _DAYS[unit], LONGEST_BEFORE)
    if (found := _THE_BEFORE.search(text)) is not None:
        return _DAYS.get(found["unit"].lower(), 1)
    return 0 if _ON_DAY.search(text) else None


def _at(text: str, before: int | None) -> time:
    """The time of the day: as it is said; where the half of the day is not, the one in which people are awake."""
    text = in_figures(text)
    if (found := _CLOCK.search(text)) is not None:
        hour, minute = int(found["hour"] or found["hour2"]), int(found["minute"] or found["minute2"] or 0)
        half = (found["half"] or found["half2"] or "").lower()[:1]
        if half in ("a", "p") and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif half not in ("a", "p") and 1 <= hour <= 7 and found["minute"] is None:
            hour += 12
        if hour < 24 and minute < 60:
            return time(hour, minute)
    word = _TIME_WORD.search(text)
    named = word[1].lower() if word else None
    if named == "night" and before:
        return time(19)
    return _TIMES.get(named or "", USUAL)
