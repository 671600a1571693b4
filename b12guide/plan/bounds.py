"""What surrounds the intervals: how many, how long, until when, which phase, how much, and by which route."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .elements import Ask, Count, Duration, Element, Mark, MarkKind, Until
from .model import Question, Unit
from .scan import Build, Context, Rules, rule

_UNITS: dict[str, tuple[int, Unit]] = {
    "day": (1, "d"), "week": (1, "wk"), "fortnight": (2, "wk"), "month": (1, "mo"), "quarter": (3, "mo"),
    "year": (1, "a"), "7": (1, "d"), "52": (1, "wk"), "12": (1, "mo"),
}  # fmt: skip
_MICROGRAMS = {"mg": 1000.0, "mcg": 1.0}
# More injections than this in one phase is a slip (a number of micrograms, a year).
_MOST = 100


def _drop(m: re.Match[str], c: Context) -> Iterable[Element]:
    return ()


def _mark(kind: MarkKind, value: str | None = None) -> Build:
    def build(m: re.Match[str], c: Context) -> Element:
        return Mark(m.start(), m.end(), kind, value if value is not None else m[0])

    return build


def _strength(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """A dose in micrograms; "per ml" is a concentration (regimens.md, 3f) unless it stands alone."""
    if m["u"] not in _MICROGRAMS or m["to"]:
        return ()
    return Mark(m.start(), m.end(), "concentration" if m["per"] else "strength", str(float(m["n"]) * _MICROGRAMS[m["u"]]))


def _count(m: re.Match[str], c: Context) -> Element | None:
    number = int(m["n"])
    if not 0 < number <= _MOST:
        return None
    more = int(m["n2"]) if m["n2"] else None
    return Count(m.start(), m.end(), number, more)


def _loose_count(m: re.Match[str], c: Context) -> Element | Iterable[Element] | None:
    """ "6 injections": how many there are, unless it is the one that recurs."""
    number = int(m["n"])
    if number < 2:
        return ()
    if number > _MOST:
        return None
    count = Count(m.start(), m.end(), number, int(m["n2"]) if m["n2"] else None, loose=True)
    return (Mark(m.start(), m.end(), "loading"), count) if "loading" in m[0] else count


def _duration(m: re.Match[str], c: Context) -> Element | None:
    number = int(m["n"]) if m["n"] and m["n"].isdigit() else 1
    factor, unit = _UNITS[m["u"]]
    if not number:
        return None
    more = int(m["n2"]) * factor if m["n2"] else None
    return Duration(m.start(), m.end(), number * factor, unit, more)


def _vague_end(m: re.Match[str], c: Context) -> Element:
    words = c.lexed.words(m.start(), m.end())
    return Ask(m.start(), m.end(), Question("count", f'"{words}" is not exact. How many injections is that?'))


_DATED = re.compile(
    r" (?:[2-9]|\d{2,}|\d+th|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|christmas|summer|winter|spring|autumn|easter|next|day|week|month|year) "
)


def _until(m: re.Match[str], c: Context) -> Element:
    words = c.lexed.words(m.start("what"), m.end("what"))
    if _DATED.search(f" {m['what']} "):
        return Ask(m.start(), m.end(), Question("count", f'"until {words}": how many injections is that?'))
    return Until(m.start(), m.end(), words)


def _until_date(m: re.Match[str], c: Context) -> Element:
    return Ask(m.start(), m.end(), Question("count", "How many injections are there until that date?"))


def _for_life(m: re.Match[str], c: Context) -> Element:
    return Until(m.start(), m.end(), None)


_N = r"(?P<n>\d{1,3})"
_N2 = r"(?: (?:-|to|or) (?P<n2>\d{1,3}))?"
_U = r"(?P<u>day|week|month|year|fortnight|quarter)"
_ADJ = r"(?:(?:loading|maintenance|more|extra|further|{PROD}|separate|consecutive|x|of|the|these|such|intramuscular|subcutaneous|first|starter|booster) |{GAP})*"
_THING = r"(?:dose|amp|{PROD} dose|{PROD} amp|time)"
_GO = r"(?:move|moving|moved|went|dropped|reduced|stepped|extended|tapered|lowered|go|going|switch|switching|switched|change|changing|changed|drop|dropping|step|stepping|reduce|reducing|taper|tapering|extend|extending|stretch|stretching|cut|cutting|shift|shifting|spread|spreading|progress|progressing|transition|transitioning|down|decrease|decreasing|space|spacing)"

# Before anything else: numbers that are no part of a schedule.
NUMBER_RULES: Rules = (
    (rule(r"(?P<n>\d+(?:\.\d+)?)(?P<to> (?:-|to) \d+(?:\.\d+)?)? (?P<u>mg|mcg|ml|iu)(?P<per> (?:/|per|in) (?:\d+(?:\.\d+)? )?(?:ml|amp|dose)(?! (?:every|daily|weekly|monthly)))?(?: (?:amp|strength))?"), _strength),
    (rule(r"\d+(?:\.\d+)? (?:pg|ng|pmol|nmol|mmol|pm|g|fl|umol|%|kg|lb|lbs|stone|st|cm|mm|inch|inches|gauge|ga|am|pm|minutes?|mins?|seconds?|am)(?: / (?:\d+ )?(?:ml|l|dl|mol))?"), _drop),
    (rule(r"\d+(?:\.\d+)? (?:-|to) \d+ (?:years? old|year old)|\d+ (?:- )?year (?:- )?old|aged? \d+|\d+ ?yo|in my \d+ ?s?|\d+ (?:week|month) (?:pregnant|post partum|postpartum)|\d+(?:th)? birthday"), _drop),
    (rule(r"(?:level|levels|b12|ferritin|folate|mcv|hb|result|serum|tsh|score|reading|number|count)(?: (?:level|count|result|serum))?(?: (?:was|is|at|of|came back|came back at|only|just|=|:|were|down to|dropped to|fell to|under|below|over|around|about|now))+ (?:only |just |about |around |at )?\d+(?:\.\d+)?(?! (?:dose|amp|week|month|day|year|time|daily|weekly|monthly|x|-))"), _drop),
    (rule(r"(?:stage|type|grade|room|ward|page|figure|table|version|covid|covid -|day|week|month|year|no|number|step|phase) \d+(?! (?:,|and|&|/|-|x|of) \d)(?! (?:- )?(?:dose|amp|week|month|day|year|time|daily|weekly|monthly))"), _drop),
    (rule(r"(?<!for )(?<!x )(?<!- )(?P<n>\d{1,2})(?P<n2>)(?= (?:, )?then )"), _count),
    (rule(r"\d{3,}(?:\.\d+)?(?! (?:day|week|month|hour|year|-|to))"), _drop),
    (rule(r"(?:1|an|a|half an?|2|two) amp(?! (?:every|each|a|per|daily|weekly|monthly|/|of))"), _drop),
)  # fmt: skip

# "x 2/52", "daily 7/7": a length, before the intervals claim "2/52" for every 2 weeks.
SHORTHAND_RULES: Rules = (
    (rule(rf"(?:for|(?<!1 )x|over|(?<=daily )|(?<=eekly )|(?<=onthly )|(?<= day )|(?<= week )) ?{_N}(?P<n2>)/(?P<u>7|52|12)"), _duration),
)  # fmt: skip

HISTORY_RULES: Rules = (
    (rule(r"(?:every day|daily) (?:life|living|routine|activities|tasks)|in every day"), _drop),
    (rule(r"(?:for |over |about |only |around )*(?:a|\d+|few|several|couple of|the first|first)(?: (?:-|to|or) \d+)? (?:day|week|month) (?:after|into|later|early|late)(?! (?:that|which|this|then|loading|the loading))"), _drop),
    (rule(r"(?:feel|feels|felt|feeling|good|great|well|better|ok|okay|fine|lasts?|lasted|works?|worked|waiting|waited|wait|ill|sick|unwell|off|energy|normal|human|improved|improvement|ached|sore) (?:for|after|within|in|by)(?: (?:about|around|only|maybe|the|first|at|least))* (?:\d+|a|few|couple of|several)(?: (?:-|to|or) \d+)? (?:day|week|month|year|hour)"), _drop),
    # What was done so far, and for how long: told, not planned.
    (rule(r"(?:had|have had|having had|'ve had) \d+(?: (?:dose|amp))?(?: (?:of (?:them|these|those)))?(?: in (?:the (?:last|past) )?\d+ (?:day|week|month|year))? (?:so far|already|to date|since)"), _drop),
    (rule(r"\d+ (?:dose|amp)? ?(?:in (?:the (?:last|past) )?\d+ (?:day|week|month|year) )?(?:so far|already|to date)"), _drop),
    (rule(r"(?:for|over|in|during) (?:the )?(?:last|past|previous) (?:(?:\d+|couple(?: of)?|few|several) )?(?:day|week|month|year)"), _drop),
    (rule(r"(?:for )?(?:over|about|more than|nearly|almost|at least|the best part of) (?:a|\d+) year(?: now)?"), _drop),
    (rule(r"for (?:\d+|many|several|some|a few|a couple of|ten|donkey 's|donkeys) year(?: now| already)?(?! then)"), _drop),
    (rule(r"\d+ year(?: of (?:age|this|it))"), _drop),
    (rule(r"for (?:a |the )?(?:\d+|few|several|couple of|many|some|so many|a few) (?:day|week|month) (?:now|already|so far)"), _drop),
    (rule(r"(?:after|within|took|takes|take|lasts?|lasted|about) (?:about |around )?(?:\d+|a|the first|a few|a couple of|few|several) (?:to \d+ |- \d+ )?(?:day|week|month|dose|hour|year)(?! (?:dose|of loading)) (?=\.|!|,|i |my |it |to |and i|for |before |until |the |she |he |symptoms|but |$)"), _drop),
)  # fmt: skip

BOUND_RULES: Rules = (
    (rule(r"(?:for (?:a |the |about )?(?:couple|few|several|some|number)(?: of)? (?:day|week|month|dose|time))|(?:a |the )?(?:couple|few|several)(?: of)? (?:loading |more |initial )?dose|(?:for )?(?:a )?(?:couple|few|several)(?: of)? (?:day|week|month)"), _vague_end),
    (rule(rf"(?:for|x|over|during|in) (?:(?:the|a|an|about|another|further|period|of|total|up|at least|first|initial|next|1th|loading|course) )*{_N}(?: (?:-|to|or) (?P<n2>\d{{1,3}}))? (?:- )?(?:consecutive |more |full |whole )?{_U}(?: period| course)?"), _duration),
    (rule(rf"(?:for|over|during|in) (?:(?:the|another|first|about|initial|next) )*(?P<n>a|an|whole|first|next)?(?P<n2>) ?(?:whole |full )?{_U}(?: or so)?"), _duration),
    (rule(rf"(?:the )?(?:first|1th) {_N}(?P<n2>) {_U}"), _duration),
    (rule(rf"(?:the )?first(?P<n>)(?P<n2>) (?P<u>week|month|fortnight|year)"), _duration),
    (rule(rf"(?:x|time) (?:a total of )?{_N}{_N2}(?: (?:more |loading )?{_THING})?(?! (?:a |per |- )?(?:day|week|month|year|daily|weekly|monthly|/))"), _count),
    (rule(rf"for (?:(?:a|the|first|total|of|another|course|up|to|further) )*{_N}{_N2} {_ADJ}(?:{_THING}|of them|in total|total|altogether|visits|weekly)"), _count),
    (rule(rf"for {_N}(?P<n2>)(?= (?:[.,;!)\x00]|and |then |$))"), _count),
    (rule(rf"(?:a |the )?(?:course|total|set|series|batch|run)(?: (?:of|is|=|:|which is|being))+ {_N}{_N2}(?: {_ADJ}{_THING})?"), _count),
    (rule(rf"{_N}{_N2} (?:in )?total|{_N.replace('<n>', '<n9>')} of them"), lambda m, c: _count(m, c) if m["n"] else None),
    (rule(rf"{_N}{_N2} {_ADJ}{_THING}"), _loose_count),
    (rule(rf"{_N}{_N2} loading"), _loose_count),
    (rule(r"(?:for )?(?:the )?(?:rest|remainder|duration) of (?:[a-z']+ )?(?:life|time|days)|(?:for )?(?:all )?(?:my |their |his |her |your |1 's |ones |one's |patient 's )?(?:whole |entire )?(?:life|lifelong)(?: ?- ?long)?|for ever(?: more)?|for good|long (?:- )?term|ongoing|on - going|life (?:- )?long|continuously"), _for_life),
    (rule(r"until (?P<what>(?:(?!then |but |followed |and then )[^\x00 .,;!?()]+ ?){1,14})(?<! )"), _until),
    (rule(r"until(?= \x00)"), _until_date),
)  # fmt: skip

MARK_RULES: Rules = (
    (rule(rf"(?:and )?(?:then|,) (?:you (?:will|can) )?(?:{_GO} )?(?:it )?(?:down |up |out )?(?:by|to|onto|on to|with|into)(?: (?:the|a))?"), _mark("then", "then")),
    (rule(rf"(?:before|and|then|,|\() ?(?:then )?(?:i |we |it |they |she |he )?(?:will |was |were |is |are |be |got |being )?{_GO}(?: (?:it|them|me|him|her))?(?: down| up| over| out| back)?(?: (?:to|onto|on to|into))?"), _mark("then", "then")),
    (rule(r"(?:and )?(?:after|following|completed|finished|done)(?: (?:the|my|his|her|our|an|initial|first|all|course|of|loading|x|\d{1,2}|six|usual))* (?:loading dose|loading|dose)(?: (?:phase|period|course))?(?= (?!over|for|on|every|in|at))"), _mark("then", "after")),
    (rule(r"(?:and )?(?:after|following) (?:that|this|which|these|those|the (?:loading|first|initial)[a-z ]*?|loading)(?: dose| phase| period| course)?(?= )"), _mark("then", "then")),
    (rule(r"(?:and )?(?:from then on|from there|at which point|later|before|thence|next|from then)(?! (?:dose|1|appointment|is|due))"), _mark("then", "then")),
    (rule(r"and then|then|& then"), _mark("then", "then")),
    (rule(r"(?:and )?(?:now|currently|these days|at present|nowadays|presently)"), _mark("now", "now")),
    (rule(r"(?:during (?:the )?)?loading(?: (?:dose|phase|period|course|schedule|regimen|stage))?|to start with|at first|to begin with|start(?:ing)? with|beginning with|begin with"), _mark("loading", "loading")),
    (rule(r"maintenance(?: (?:dose|phase|therapy|treatment|schedule|regimen|stage))?"), _mark("maintenance", "maintenance")),
    (rule(r"(?:hydroxocobalamin|cyanocobalamin|methylcobalamin)"), _mark("product")),
    (rule(r"(?:deep )?intramuscular|(?:in|into) (?:my|the|his|her) (?:arm|bum|bottom|butt|muscle|thigh|leg|glute|buttock|upper arm)|muscle"), _mark("route", "im")),
    (rule(r"subcutaneous|sub (?:- )?(?:cut|q)|under the skin"), _mark("route", "sc")),
    (rule(r"under (?:the|my) tongue|sublingual(?:ly)?|oral(?:ly)?|by mouth|tablets?|pills?|capsules?|lozenges?|nasal(?:ly)?|spray|patch|patches|gummies|drops|po"), _mark("route", "oral")),
)  # fmt: skip
