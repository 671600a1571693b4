"""A message in which people put themselves right, as they would have written it at once: what they took back is out."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand

from ..reading.day_words import MONTHS, NTH, WEEKDAY_WORDS

_MONTH = rf"(?:{MONTHS})"
_WEEKDAY = rf"(?:{WEEKDAY_WORDS})"
# In letters as in figures: whoever dictates says "march eighteenth".
_IN_LETTERS = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_NTH = rf"(?:{NTH}|{_IN_LETTERS})(?![\w/-])"
_NUMBER = rf"(?:{_NTH}|\d{{1,2}}(?![\w/-]))"
_UNIT = r"(?:day|week|wk|month|mth|year|jab|shot|dose|injection|one)s?"


def _day(name: str) -> str:
    """A date in words, with its month as the groups `name` and `name` + "2". A number alone is none: "every 8 weeks,
    not 6"."""
    before = rf"(?:the )?{_NUMBER} (?:of )?(?P<{name}>{_MONTH})\b\.?|(?:the )?{_NTH}|the {_NUMBER}"
    after = rf"(?P<{name}2>{_MONTH})\b\.? (?:the )?{_NUMBER}"
    return rf"(?:on )?(?:{_WEEKDAY},? )?(?:(?:{before})(?! {_UNIT}\b)|{after})(?:,? 20\d\d)?"


_MARK = (
    r"(?:no|nope|sorry|wait|hang on|hold on|oops|whoops|actually|i mean|i meant|i tell a lie|make that|correction"
    r"|or rather|rather|scrap that|my mistake)"
)
# Each row of these words is read in one way: "it was" is one of them, and not "it" and "was".
_JOINT = rf"(?:{_MARK}|it was|that was|(?<!\bit )was|let me see|it(?! was)|its|it's)"
# "on the 4th. No, the 6th", "the 4th, sorry, I mean the 6th".
_LATER = re.compile(
    rf"\b(?P<wrong>{_day('a')})(?P<mark>[\s,.;:–—-]*\b{_MARK}\b(?:[\s,.;:–—-]+{_JOINT}\b){{0,8}}[\s,.;:–—-]+)"
    rf"(?P<right>{_day('b')})",
    re.I,
)
# "the 6th, now that I look, not the 4th".
_NOT = re.compile(
    rf"\b(?P<right>{_day('a')})(?P<between>[^.!?;\n]{{0,30}}?)(?P<wrong>[\s,–—-]+(?:and )?"
    rf"(?:not|rather than|instead of) (?:on )?{_day('b')})",
    re.I,
)
# "not the 4th but the 6th".
_NOT_BUT = re.compile(
    rf"(?P<wrong>\bnot (?:on )?{_day('a')}[\s,]*(?:but|it was|it's|its)? )(?P<right>{_day('b')})", re.I
)
# What stands before a day on which a dose was had.
_HAD = re.compile(r"\b(?:had|got|was|given|gave|went|done)(?: \w+){0,3} \W*$", re.I)
# "Not the 19th, I said the 5th".
_NOT_SAID = re.compile(
    rf"(?P<wrong>\b(?:not|never) (?:on )?{_day('a')}[^.!?;\n\d]{{0,20}}?[\s,.;–—-]+"
    rf"(?:i|we) (?:said|meant|mean|told you|wrote|put)"
    rf"(?: (?:it was|on))? )(?P<right>{_day('b')})",
    re.I,
)
# "Weekly. Not every 4 weeks".
_NOT_EVERY = re.compile(
    r"(?P<right>\b(?:weekly|monthly|daily|days?|weeks?|months?)\b[^?\n]{0,60}?)(?P<wrong>[\s,.;–—-]+(?:and )?not every "
    r"(?:\w+ )?(?:days?|weeks?|wks?|months?|mths?)(?=\W*$|[\s]*[.,;!?]))",
    re.I,
)
# "Every 5 weeks, idk why I said monthly".
_NO_IDEA_WHY = re.compile(
    r"[\s,.;–—-]{0,6}(?:(?:but|and|sorry|i) ){0,3}\b(?:idk|dunno|don'?t know|do not know|no idea|not sure|god knows"
    r"|who knows) why (?:i|we|she|he) (?:said|put|wrote|typed|told you|thought)(?: (?:it was|every|they were)){0,3}"
    r" (?:monthly|weekly|daily|fortnightly|quarterly|yearly|biweekly|\w+ (?:days?|weeks?|months?))",
    re.I,
)
# "Every 8 weeks, not 6".
_NOT_OFTEN = re.compile(
    r"\b(?P<right>(?:every|each) \w+ (?:day|week|wk|month|mth)s?)(?P<wrong>[\s,–—-]+not (?:every )?"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: (?:day|week|wk|month|mth)s?)?)(?![\w/-])",
    re.I,
)
# "4 nos", "balance dates", "4 over till yesterday", "weekly is 4 only, not so on": the English of offices in India.
_NOS = re.compile(
    r"(?<=\d )nos?\b\.?(?=\s*(?:$|[,.;!?)]|\b(?:then|and|only|from|started|inj|weekly|alternate|every|of)\b))", re.I
)
_BALANCE = re.compile(r"\bbalance(?= (?:\d+ )?(?:dates?|doses?|inj\w*|ones|shots?|jabs?)\b)", re.I)
_OVER = re.compile(
    r"\b(?:already )?(?P<n>\d{1,2})(?: (?:inj|injections?|nos))?(?: are| is)? (?:over|completed?|done|finished|taken)"
    r" (?:till|until|upto|up to|as of|as on|by)(?: (?:yesterday|today|date|now))",
    re.I,
)
# "Only got 2 in before I fell ill", "only had 2 of them".
_MANAGED = re.compile(
    r"\bonly (?:got|had|managed|did) (?P<n>\d{1,2}|two|three|four|five)(?: of (?:them|those|these)| in| done)?"
    r"(?= (?:before|when|until|till|and|but|then|as|so)\b|\W*(?:$|[.,;!]))",
    re.I,
)
_SO_MANY_ONLY = re.compile(
    r"\b(?P<how>weekly|monthly|daily|fortnightly)(?: is| are)?(?: for)? (?P<n>\d{1,2})(?: (?:inj|nos|times"
    r"|injections))? only\b"
    r"(?:,? (?:and )?not so on)?",
    re.I,
)
_SO_ON = re.compile(r",? (?:and )?not so on\b", re.I)


# "3 March, not Feb".
_NOT_MONTH = re.compile(
    rf"\b(?P<right>{_day('a')})(?P<wrong>[\s,–—-]+(?:and )?(?:not|rather than|instead of) (?:in )?{_MONTH}\b\.?)"
    r"(?! ?\d)",
    re.I,
)


# "Never mind the Sundays", "forget the every 2 weeks": words that are dismissed say nothing. Not of the plan itself.
_OFTEN = (
    r"(?:(?:every|each) (?:\w+ )?(?:days?|weeks?|wks?|months?|mths?)|weekly|monthly|fortnightly|daily"
    r"|(?:\d{1,2}|two|three|four|six|eight|ten|twelve)[ -](?:days?|weeks?|wks?|months?|mths?))"
)
_DISMISSED = re.compile(
    r"\b(?:never ?mind|nvm|don'?t (?:mind|worry about)|do not (?:mind|worry about)|forget|ignore|disregard|leave out"
    r"|leave aside|no matter)(?: about)? (?:(?:the|my|those|these|that|any|all|of) ){0,2}"
    rf"(?P<what>{_OFTEN}|{_WEEKDAY}s?(?: (?:and|or) {_WEEKDAY}s?)?|weekends?|{_day('a')})\b"
    r"(?! (?:plan|dates?|reminders?|alarms?|schedule|injections?|jabs?|jags?|shots?|doses?|ones?|appointment))",
    re.I,
)
# "Mine first, had it today": whose plan comes first is no first dose.
_WHOSE_FIRST = re.compile(
    r"^\W*(?:(?:ok|okay|right|so|do|lets|let's|let us|start with|well|my|our) ){0,4}"
    r"(?!(?:the|my|very|a|one|was|is|had|its|it's|not|and|first|loading|dose|jab|jag|shot|injection|needle|day|week|month|on|at)\b|\w+ly\b)"
    r"(?!\w+day\b)[a-z][\w']* first(?=\s{0,2}[,;:.–—-])",
    re.I,
)
# "Supposing nothing changes": what stays as it is supposes nothing.
_UNCHANGED = re.compile(
    r",?\s{0,3}\b(?:if|supposing|assuming|presuming|provid(?:ed|ing)|as long as|so long as)(?: that)?"
    r" (?:(?:nothing|everything|all|things?|(?:all )?(?:the )?dates?|they)(?: else)?"
    r" (?:changes?|alters?|moves?|stays?(?: (?:the )?same)?|goes? to plan|remains?(?: the same)?)"
    r"|(?:there(?:'s| is| are) )?no (?:changes?|alterations?))\b,?",
    re.I,
)
# "Skip the calendar, just the date": a file that is not wanted.
_NO_FILE = re.compile(
    r"\b(?:(?:i'?ve |i have |have |got )?no (?:use|need) (?:for|of)"
    r"|(?:i )?(?:don'?t|do not) (?:want|need)|skip|without|never ?mind)"
    r" (?:an?|the|any|your|that)? ?(?:calendar|diary|file|picture|pdf)"
    r"(?: (?:things?|files?|entry|entries|links?|stuff))?\b[,;]?",
    re.I,
)
# "They can't fit me in until 11 December", "nothing free till the 11th": the day that the clinic has for it.
_NOT_UNTIL = re.compile(
    # Who says "I can't get there until the 11th" is away, and no clinic set that day.
    r"\b(?:they|clinic|surgery|nurse|practice|doctor|gp|receptionist) (?:can'?t|cannot|couldn'?t|could not)"
    r" (?:fit|get|squeeze|see|do|book|have|give|take|offer)(?: (?:me|us|her|him|it|one|in|seen|done|anything)){0,3}"
    r" (?:until|till|til)(?= (?:the )?(?:\d|[a-z]{3,9} \d))"
    r"|\b(?:(?:there(?:'s| is| are)|they(?:'ve| have)(?: got)?) )?(?:no|nothing)"
    r"(?: (?:appointments?|slots?|space|room|free|available|appts?|going|left|earlier)){1,3}"
    r" (?:until|till|til)(?= (?:the )?(?:\d|[a-z]{3,9} \d))",
    re.I,
)


def _in_plain_words(text: str) -> str:
    """`text` with what offices in India write, and what a clinic has no day before, in other words of the same
    length."""
    text = _NOT_UNTIL.sub(lambda m: _as_long(m, "clinic has booked me for", "booked in for", "booked for"), text)
    text = _OVER.sub(lambda m: _as_long(m, f"had {m['n']} so far"), text)
    text = _SO_MANY_ONLY.sub(lambda m: _as_long(m, f"{m['how']} for {m['n']} inj", f"{m['how']} {m['n']} inj"), text)
    text = _MANAGED.sub(lambda m: _as_long(m, f"had {m['n']} so far"), text)
    text = _NOS.sub(lambda m: _as_long(m, "inj"), text)
    text = _BALANCE.sub(lambda m: _as_long(m, "coming"), text)
    return _SO_ON.sub(lambda m: " " * len(m[0]), text)


def _as_long(match: re.Match[str], *ways: str) -> str:
    """The first of the ways that is no longer than what was written; else what was written."""
    return next((way.ljust(len(match[0])) for way in ways if len(way) <= len(match[0])), match[0])


# The day a week before one that is ruled out.
WEEK_BEFORE = re.compile(
    rf"\b(?:not|wasn['’]?t|isn['’]?t) (?:(?:this|that|the|last|just gone)(?: last| past)? (?:(?P<w>{WEEKDAY_WORDS})\b"
    r"|one|week['’]?s?)|(?:on )?(?P<near>yesterday|today))[^.?!\n]{0,20}?"
    rf"\b(?:the )?(?:one|1|(?P<w2>{WEEKDAY_WORDS})|week)(?: just)? before\b(?! (?:last|christmas|easter|xmas)\b)",
    re.I,
)


@at_hand(64)
def put_right(text: str) -> str:
    """`text` without the dates and intervals that it takes back itself, of the same length, so that every other word
    stays where it is. A day without a month is of the month of the day whose place it takes.

    >>> put_right("it was on the 4th of May. No, the 6th")
    'it was on the 6th of May             '
    """
    if WEEK_BEFORE.search(text):
        # "Thursday, not yesterday, the one before" is one day, which the grammar reads.
        return text
    text = _NO_IDEA_WHY.sub(lambda m: " " * len(m[0]), _NO_FILE.sub(lambda m: " " * len(m[0]), text))
    text = _WHOSE_FIRST.sub(lambda m: " " * len(m[0]), text)
    text = _UNCHANGED.sub(lambda m: " " * len(m[0]), text)
    text = _LATER.sub(_replaced, _in_plain_words(_DISMISSED.sub(lambda m: " " * len(m[0]), text)))
    text = _NOT_SAID.sub(_replaced, text)
    text = _NOT_BUT.sub(_replaced, text)
    text = _NOT.sub(lambda m: m[0] if _had_instead(m) else _replaced(m), text)
    text = _NOT_MONTH.sub(lambda m: m["right"] + " " * len(m["wrong"]), text)
    text = _NOT_EVERY.sub(lambda m: m["right"] + " " * len(m["wrong"]), text)
    return _NOT_OFTEN.sub(lambda m: m["right"] + " " * len(m["wrong"]), text)


def takes_back(text: str) -> bool:
    """Whether a day in `text` is taken back for another one: "the 4th, no, the 6th"."""
    return any(pattern.search(text) for pattern in (_LATER, _NOT_BUT, _NOT_SAID))


def _had_instead(match: re.Match[str]) -> bool:
    """Whether a dose was had on a day instead of the one that it was meant for: nothing is taken back."""
    instead = match["wrong"].strip(" ,–—-").lower().startswith("instead of")
    return instead and bool(_HAD.search(match.string[: match.start()])) and bool(match["b"] or match["b2"])


def _replaced(match: re.Match[str]) -> str:
    """The right date with the month of the wrong one, in the place of both."""
    found = match.groupdict()
    month = {name: found[name] or found[f"{name}2"] for name in ("a", "b")}
    own, other = ("a", "b") if match.re is _NOT else ("b", "a")
    right = match["right"]
    if month[own] is None and month[other] is not None:
        right = f"{right} of {month[other]}" if len(f"{right} of ") + len(month[other]) <= len(match[0]) else right
    right += found.get("between") or ""
    return right.ljust(len(match[0]))
