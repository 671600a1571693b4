"""What a message asks of the person's own plan: the next date, a list, paper, whether it is the 17th, ..."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..model import WEEKDAY_NAMES
from ..reading.day_words import MONTHS
from ..reading.reader import read, read_date
from .days import days_away, row_of_days
from .lateness import asks_if_late
from .message import NUMBERS, Said, is_date_word, number, ordinal
from .move_words import AWAY, BOOKED, FILLERS, GONE, IN_BETWEEN, NAMED, NAMED_DAYS, REQUESTS, UNDO, WORDS, Request, asks
from .named_spans import from_date, span_named

REMIND_WHEN = re.compile(
    r"\bremind (?:me|us|him|her)(?: again| please| pls| once more)?,? (?:of |on )?"
    r"(?P<when>(?:when|wen)(?:'?s| do| does| am| is| are| should| must| shall| will)\b|(?:what|which) (?:day|date)\b)",
    re.I,
)
_NOT_NEXT = re.compile(r"\b(?:last|first|previous|had|was|were|did|before|ahead|in advance|results?|tests?)\b", re.I)
# "I'm in Lisbon 3rd to the 10th": somewhere, from one day to another.
_ELSEWHERE = re.compile(
    r"\b(?:in|at|over in|up in|down in|out in) (?:the |my |our |a )?"
    rf"(?!(?:on|for|next|this|clinic|surgery|practice|total|all|between|{MONTHS})\b|(?:mon|tue|wed|thu|fri|sat|sun))[a-z']{{3,}}",
    re.I,
)
_OF_DOSE = re.compile(
    r"\b(?:jabs?|jags?|shots?|injections?|doses?|needles?|appointments?|appts?|slots?|clinic|nurse|surgery|booked|had|was"
    r"|were|got|every|weekly|daily|monthly)\b",
    re.I,
)
_GAP = re.compile(rf" (\d{{1,3}}|{'|'.join(NUMBERS)}) (day|week|month)s ")
_SO_MANY = re.compile(
    rf" (?:(?:next|coming|upcoming|first) (?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})"
    rf"|(?P<n2>\d{{1,2}}|{'|'.join(NUMBERS)}) (?:next|upcoming))"
    # The next ten days are no ten doses.
    r"(?! (?:days?|weeks?|wks?|fortnights?|months?|nights?|years?) )"
    r"(?: (?:dates?|ones?|doses?|jabs?|shots?|inj\w*|please|pls)){0,8} "
)
_AFTER_THAT = re.compile(
    r" (?:after|following|behind|follows?|beyond|aftr|afta|those|them|subsequent|left|remaining|how|and) "
)
# So many dates are named at once.
_MOST_NAMED = 12


@dataclass(frozen=True)
class Asked:
    """A request by its name (`Move.name`) with what its words named (`Move.value`)."""

    name: str
    value: str = ""


def request_of(said: Said, *, today: date, country: str | None) -> Asked | None:
    """What the message asks of a plan; None where it asks nothing of one, or something else beside it."""
    if not said.words:
        return None
    if UNDO.within(said) and not said.left(UNDO.spans(said), FILLERS | {"oh", "hmm", "wait", "hang", "on"}):
        return Asked("undo")
    if (reminded := _reminded(said, today, country)) is not None:
        return reminded
    away = _away(said, today, country)
    if away is not None:
        return away
    if _gone(said):
        return Asked("gone", said.text)
    is_it = _is_it(said, today, country)
    if is_it is not None:
        return is_it
    for request in REQUESTS:
        if _fits(request, said):
            if (many := _so_many(request.name, said)) is not None:
                return many
            value = _value(request.name, said, today, country)
            if request.name in ("first_of", "last_of", "nth") and not value:
                continue
            if request.name != "list" or value or WORDS["all_dates"] & {word.text for word in said.words}:
                return Asked(request.name, value)
    return None


def _reminded(said: Said, today: date, country: str | None) -> Asked | None:
    """ "So remind me when do I pop down": what is asked is said again; "remind me when it is due" wants an alarm."""
    found = REMIND_WHEN.search(said.text)
    if found is None or _NOT_NEXT.search(said.text, found.end()):
        return None
    asked = request_of(Said.of(said.text[found.start("when") :]), today=today, country=country)
    return asked if asked is not None and asked.name != "remind" else Asked("next")


def _gone(said: Said) -> bool:
    """ "So the 14th is gone?": one day, and nothing else of weight."""
    if not GONE.within(said) or not asks(said) or not any(is_date_word(word.text) for word in said.words):
        return False
    left = said.left(GONE.spans(said), FILLERS | WORDS["is_it"] | {"now"})
    return not any(word for word in left if not is_date_word(word))


def _so_many(name: str, said: Said) -> Asked | None:
    """ "The next four dates", "four more": so many from the next one on, where nothing says that it is those after
    it."""
    found = _SO_MANY.search(said.canon)
    if name not in ("after_next", "left") or found is None or _AFTER_THAT.search(said.canon):
        return None
    count = number(found["n"] or found["n2"])
    if not count or not 1 < count <= _MOST_NAMED:
        return None
    return Asked("next_many", str(count))


def _fits(request: Request, said: Said) -> bool:
    spans = request.phrases.spans(said)
    words = {word.text for word in said.words}
    if not spans or words & request.without or (request.needs and not words & request.needs):
        return False
    left = said.left([*spans, *(NAMED.spans(said) if request.dated else [])], request.also)
    if request.dated or request.days:
        left = [word for word in left if not (is_date_word(word) or is_date_word(word.removesuffix("s")))]
    # "Can I have it every month instead" is a wish for another plan, which no request about dates is.
    return not left and (request.name != "move" or not read(said.text, today=date(2026, 1, 1)).phases)


def _value(name: str, said: Said, today: date, country: str | None) -> str:
    if name in ("list", "first_of", "last_of"):
        span = span_named(said, today=today, country=country)
        return f"{span[0].isoformat()}/{span[1].isoformat()}" if span else ""
    if name == "late":
        return asks_if_late(said.text) or "late"
    if name in ("saved", "weekday_stays", "phase_start", "phase_end"):
        return said.text
    if name == "nth":
        places = (ordinal(word.text) for word in said.words)
        return str(next((n for n in (*places, *said.numbers()) if n and n > 1), ""))
    if name == "short_list":
        return next((str(n) for n in sorted(said.numbers(), reverse=True) if 1 < n <= _MOST_NAMED), "")
    if name == "closed":
        kinds = [kind for kind in ("weekend", "holiday") if kind in said.canon]
        named = {day for n, day in ((5, "saturday"), (6, "sunday")) if _names(said, WEEKDAY_NAMES[n])}
        if len(named) == 1 and not kinds:
            return str(5 if named == {"saturday"} else 6)
        weekend = kinds == ["weekend"] or (not kinds and re.search(r" (?:satur|sun)days? ", said.canon))
        return "weekend" if weekend else "holiday" if kinds == ["holiday"] else ""
    if name == "weekday":
        return next((str(n) for n, day in enumerate(WEEKDAY_NAMES) if _names(said, day)), "")
    if name == "after_next":
        many = [n for n in said.numbers() if 1 < n <= 12]
        those = {"those", "them", "these"} & {word.text for word in said.words}
        again = said.canon.strip() in ("and then", "and then ?", "then what", "then what ?", "then ?", "what then ?")
        return str(many[0]) if many else "those" if those or again else ""
    if name == "progress":
        return "half" if re.search(r" (?:half|halfway|midway) ", said.canon) and "when" not in said.canon else ""
    if name == "gap":
        return next((f"{number(match[1])} {match[2]}" for match in [_GAP.search(said.canon)] if match), "")
    if name == "left":
        found = said.numbers()
        return str(found[0]) if len(found) == 1 and "how" not in {word.text for word in said.words} else ""
    return ""


def _names(said: Said, day: str) -> bool:
    short = day[:3].lower()
    return any(word.text.startswith(short) and is_date_word(word.text) for word in said.words)


# "From the 12th to the 2nd I go to Poland", "we fly to see my son"; to a clinic nobody goes for days.
_GOES = re.compile(
    r"\b(?:i|we|she|he|they)(?:'m|'re|'s|'ll| am| are| is| will)?(?: be)? (?:go|goes|going|fly|flies|flying"
    r"|travel|travels"
    r"|drive|drives|driving|head|heads|heading) (?:(?:back|over|out|home|up|down|off) ){0,2}"
    r"(?:to|for(?! (?:my|the|it|a|an|her|his|our|their|b-?12)\b))"
    r" (?!(?:(?:the|my|our|his|her|their|a) )?(?:clinic|surgery|gp|doctor|dr|nurse|hospital|practice|pharmacy|have|get"
    r"|be|need|do|ask|book|call|ring|change|try|miss|start|stop|work|school|college|uni|university|nursery|b-?12"
    r"|jabs?|shots?|injections?|doses?|needles?|appointments?|appts?|next|bed|sleep"
    r"|see (?:(?:the|my|our|a) )?(?:dr|doctor|nurse|gp|consultant|specialist|if|how|what|whether))\b)",
    re.I,
)


def _away(said: Said, today: date, country: str | None) -> Asked | None:
    """Days away, in whatever words they are: their cue and a span or a day that can be placed."""
    # Whoever is away, a day that was booked is one.
    elsewhere = (
        row_of_days(said.text) and not asks(said) and _ELSEWHERE.search(said.text) and not _OF_DOSE.search(said.text)
    )
    away, goes = AWAY.within(said), _GOES.search(said.text.replace("’", "'")) is not None
    if not elsewhere and (not (away or goes) or BOOKED.within(said)):
        return None
    span = days_away(said.text, today=today, country=country)
    # Who goes somewhere on one day may be there for a dose.
    if span is not None and span[0] == span[1] and not (elsewhere or away):
        return None
    return Asked("away", f"{span[0].isoformat()}/{span[1].isoformat()}") if span else None


def asks_of_journey(said: Said) -> bool:
    """Whether a message asks which doses fall on some days: "what shots fall inside the trip?"."""
    return asks(said) and IN_BETWEEN.within(said)


def _is_it(said: Said, today: date, country: str | None) -> Asked | None:
    """ "Is it the 17th?", "so the 22nd?", "is that christmas eve": the one date that is asked about."""
    first = said.words[0].text
    if not (asks(said) or first in WORDS["is_it_begins"]):
        return None
    named = NAMED.spans(said)
    if named:
        if said.left(named, FILLERS | WORDS["is_it"]) or first in ("what", "which", "when"):
            return None
        start, end = max(named, key=lambda span: span[1] - span[0])
        month, day = NAMED_DAYS[" ".join(word.text for word in said.words[start:end])]
        return Asked("is_it", date(today.year + ((month, day) < (today.month, today.day)), month, day).isoformat())
    words = [word.text for word in said.words]
    days_alone = all(not re.match(r"\d", word) for word in words)
    if days_alone or any(is_date_word(w) and number(w) is None for w in words) is False:
        return None
    left = [word for word in said.left([], FILLERS | WORDS["date_beside"] | WORDS["is_it"]) if not is_date_word(word)]
    if left or {"last", "next", "had", "was"} & set(words) or read(said.text, today=today).phases:
        return None
    days = [n for word in words if (n := ordinal(word) or number(word)) is not None]
    if len(days) == 1 and not any(is_date_word(w) and not re.match(r"\d", w) and ordinal(w) is None for w in words):
        return Asked("is_it", f"---{days[0]:02}") if 0 < days[0] <= 31 else None
    # "8 March, one of mine?" names no dose given: the date alone is read.
    last = max(word.end for word in said.words if is_date_word(word.text))
    found = read_date(from_date(Said.of(said.text[:last])), today=today, country=country, role="next")
    return Asked("is_it", found.date.isoformat()) if found.date else None
