"""What somebody answers to a reminder, by their words alone."""

from __future__ import annotations

import re

from b12guide.diary.reading import Asked
from b12guide.diary.spelled import spelled_out
from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS, NTH

# Answers to a reminder, as the reminders name them.
DONE, LATE, MOVED, SNOOZE = "done", "late", "moved", "snooze"
# It was read, before its day, and nothing more is said.
SEEN = "seen"
# The words of what is put off name the day until which.
UNTIL = "until"
# An answer to a reminder is a word or two, and a date.
_LONGEST_ANSWER = 120
_THANKS = (
    r"(?:[,.! ]+(?:thanks|thank you|ta|cheers|x+|nurse|today|now|already|love|dear|mate|pal|hun"
    r"|darling|pet|duck|boss|sir|madam|for me|sorted)){0,8}"
)
_DONE = re.compile(
    rf"^\W*(?:yes[, ]+)?(?:done(?: (?:today|just now|this morning))?|all done|done it|it'?s done|its done"
    rf"|had it|have had it|i had it|i'?ve had it"
    r"|got it done|been done|(?:just |all |got |i |i'?ve |been ){0,2}(?:jabbed|injected)(?: (?:it|myself))?"
    r"|(?:just |i ){0,2}did it(?: (?:myself|just now|today))?|(?:jab|injection|shot)(?:'?s| is)? done)"
    rf"(?: (?:for|on) (?P<which>.{{3,40}}?))?{_THANKS}\W*$",
    re.I,
)
_LATE = re.compile(
    rf"^\W*(?:i'?m |it'?s |i am |it is |running |will be |i'?ll be )?late(?: (?:for"
    rf"|on) (?P<which>.{{3,40}}?))?{_THANKS}(?:\s?[,.;:–-]{{1,2}}\s{{0,2}}(?P<cause>[^?]{{2,80}}))?\W*$"
    rf"|^\W*(?:no[,. ]+)?not (?:done |had it |been )?yet{_THANKS}(?:\W+(?P<why>[^?]{{2,80}}))?\W*$",
    re.I,
)
_SEEN = re.compile(
    r"^\W*(?:(?:(?:ok(?:ay)?|k|right|yes|yep|great|lovely|perfect|cool|fine|good|all good|brilliant|super|noted"
    r"|understood|sir|dear|love|received|got (?:it|that|this)|will do|seen(?: it| this)?|ta|thx|cheers"
    r"|thanks?(?: you| u)?"
    r"|i know|see you then"
    r"|i(?:'ll| will) be there|(?:thanks|thank you|cheers|ta) for (?:that|this|the (?:reminder|nudge|heads[- ]?up|text)"
    r"|reminding me|letting me know))(?: (?:very|so) much| a lot| again)?"
    r"[\s,.!👍🏻🏼🏽🏾🏿👌🙏✅🙂😊]*){1,4}"
    r"|[\s👍🏻🏼🏽🏾🏿👌🙏✅]{1,12})$",
    re.I,
)
# How they get there, or that they go: "Deirdre is bringing me on Monday", "tomorrow I will go".
_A_DAY = (
    rf"(?:(?:on |this |at |by )?(?:{FULL_WEEKDAYS}|today|tomorrow|tmrw|then|that day|\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm)?"
    rf"|the {NTH}|morning|afternoon|evening)\W{{0,2}})"
)
_GOES = re.compile(
    rf"^\W*(?:(?:and|so|that's fine|all sorted|all set)\W+){{0,2}}{_A_DAY}{{0,2}}(?:"
    r"(?!.{0,20}\b(?:ambulance|paramedics?|999|911|000|112|hospital|a&e|they)\b)"
    r"(?:my )?[a-z'-]{2,15}(?: [a-z'-]{2,15})?(?: is|'s| are| will be|'ll be| will| can|'ll)"
    r" (?:bringing|bring|taking|take|driving|drive|giving|give|running|run|picking|pick|coming with|come with"
    r"|collecting"
    r"|collect)(?: (?:me|us|her|him|them|up|there|a lift|in|along)){0,4}"
    r"|(?:i|we|she|he)? ?(?:'ll|will|am|'m|are|is|shall)?(?: be)? ?(?:going|go|there|coming|come"
    r"|pop(?:ping)? (?:in|down|up)"
    r"|attend(?:ing)?|get(?:ting)? (?:a lift|the bus|a taxi|it done))(?: (?:for it|in|there|along|then|too)){0,2}"
    rf") ?{_A_DAY}{{0,3}}(?:,? ?(?:thanks|thank you|ta|cheers|please god|x+|love|dear)){{0,3}}\W*$",
    re.I,
)
# "Not yet, they moved it to the 14th" is of the plan, and no reason alone.
_OF_A_DAY = re.compile(rf"\d|\b(?:{FULL_WEEKDAYS}|{MONTHS}|tomorrow|week|month|moved|booked|changed|put back)\b", re.I)
_MOVED = re.compile(r"^\W*(?:it'?s |it is |it was |been |they |we )?moved(?: it)?(?: (?:for"
                    r"|on) (?P<which>[^,]{3,40}?))?"
                    r"(?:,? ?(?:to|till|until|it to) (?:the )?(?P<day>.{2,40}?)"
                    rf"|:? (?P<day2>(?:\d|{FULL_WEEKDAYS}\b|{MONTHS}\b|tomorrow\b).{{0,30}}?))?\W*$", re.I)  # fmt: skip
_SNOOZE = re.compile(
    r"^\W*(?:please )?(?:snooze(?: (?:for|it)){0,8}(?: (?P<days>\d{1,2}) days?)?(?: (?:for"
    r"|on) (?P<which>.{3,40}?))?|(?:remind|ask) me (?:again )?(?:later|tomorrow)"
    r"|(?:please )?(?:snooze|remind me again|ask me again|nudge me again)(?: (?:it|me))?"
    r" (?:til|till|until|to|on) (?P<until>.{3,30}?)"
    r"|(?:remind|ask) me again(?: in (?P<days2>\d{1,2}) days?)?|not now,? later)(?: please)?\W*$",
    re.I,
)


# "Not yet, ask me in a few hours": put off, in words of their own.
_ASKS_LATER = re.compile(
    r"\b(?:ask|remind|text|nudge|ping|try|poke|shout at|buzz)(?: me)?(?: about it)?"
    r"(?: again| back| then){0,2} (?P<when>(?:a (?:bit |little )?)?later(?: on)?(?! [a-z]*dates?\b)|tonight"
    r"|this (?:evening|afternoon)"
    r"|tomorrow(?: (?:morning|night))?"
    r"|in the (?:morning|evening)|in (?P<number>\d{1,2}|an?|half an|one|two|three|four|a few|a couple(?: of)?|few)"
    r" (?P<unit>hours?|hrs?|minutes?|mins?|bit|while|days?)|after (?:work|tea|dinner|lunch|school|this)"
    r"|when i(?:'m| am|'ve| get|'ll be) (?:home|back|up|out|done|there|finished|free|in|off|awake|indoors))(?=\W|$)",
    re.I,
)
_BY_DAY = re.compile(r"tomorrow|in the morning|in .{1,12} days?$", re.I)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "a couple": 2, "a couple of": 2, "a few": 3,
            "few": 3}  # fmt: skip
# One that was had is not put off, and what tells how long before is a wish.
_NOT_LATER = re.compile(
    r"(?<!not )(?<!not been )(?<!haven't )(?<!have not )(?<!never )\b(?:done|had it|did it|jabbed)\b"
    r"|\b(?:before|every|each)\b|\?",
    re.I,
)


def _put_off(plain: str) -> Asked | None:
    """One that is to come again, by whatever words: of hours it is the next day, since days alone can be counted."""
    found = _ASKS_LATER.search(plain)
    if found is None or _NOT_LATER.search(plain):
        return None
    days = found["unit"] is not None and found["unit"].lower().startswith("day")
    number = (found["number"] or "").lower()
    return Asked(SNOOZE, "", (_NUMBERS.get(number) or int(number)) if days else 1)


def by_hours(text: str) -> bool:
    """Whether what is put off is to come again on the same day, or after some hours."""
    found = _ASKS_LATER.search(spelled_out(text))
    return found is not None and _BY_DAY.match(found["when"]) is None


def answer_to_reminder(text: str) -> Asked | None:
    """The answer to a reminder that a message is as a whole: `words` name the day or the new date, where it does."""
    if len(text) > _LONGEST_ANSWER:
        return None
    plain = text.replace("’", "'").strip()
    if (done := _DONE.search(plain)) is not None:
        return Asked(DONE, done["which"] or "")
    later = _put_off(spelled_out(plain))
    if later is not None and not _SNOOZE.search(plain):
        return later
    late = _LATE.search(plain)
    if late is not None and not _OF_A_DAY.search(late["why"] or late["cause"] or ""):
        return Asked(LATE, late["which"] or "")
    if (snooze := _SNOOZE.search(plain)) is not None:
        until = snooze["until"] or ""
        return Asked(
            SNOOZE, snooze["which"] or until, int(snooze["days"] or snooze["days2"] or 1), UNTIL if until else ""
        )
    if (moved := _MOVED.search(plain)) is not None:
        return Asked(MOVED, moved["day"] or moved["day2"] or "")
    return None


def only_seen(text: str) -> bool:
    """Whether a message says that something was read, and nothing else: "ok thanks", "got it", a thumb."""
    return len(text) <= _LONGEST_ANSWER and _SEEN.match(text.replace("’", "'")) is not None


def goes_there(text: str) -> str:
    """How they get there, or that they go, of a message that says nothing else, or beside a word of thanks; ""
    where it says anything else."""
    plain = text.replace("’", "'")
    if len(plain) > _LONGEST_ANSWER:
        return ""
    heads = [0, *(found.end() for found in re.finditer(r"[\s,.!;]+", plain))]
    tails = [plain[at:] for at in heads if not at or _SEEN.match(plain[:at])]
    return next((tail for tail in tails if _GOES.match(tail)), "")


_WHOSE_ONE = re.compile(
    r"^\W*(?:(?:and|also|now|yes|it was|that was|it'?s|that'?s|the one for|done for|for)\W+){0,3}"
    r"(?P<who>mine|me|his|hers|(?:my )?[a-z]{2,14}?(?:'?s)?)(?: (?:one|too|as well|done|please)){0,2}\W*$",
    re.I,
)


def whose_one(text: str) -> str:
    """Whose reminder a message names and nothing else: "mum's too"; "" where it says anything more."""
    found = _WHOSE_ONE.match(text.replace("’", "'"))
    return found["who"] if found is not None else ""
