"""Whether the next date is before a day that is named: "does it come before our fair on the 3rd of May?"."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS
from ..reading.reader import read_date
from .closed_days import days_named
from .message import Said, is_date_word
from .move_words import ASKED_DAYS, FILLERS, PREAMBLE, WORDS, leaves_open
from .view import View

_DATE = rf"(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b\.?|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w))(?:,? 20\d\d)?"
_ORDINALS = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_BEFORE = re.compile(
    rf"\b(?:is|does|do|will|would|whether|if)\b(?P<what>[^.?!;\n]{{0,80}}?)\b(?P<way>before|after|ahead of|prior to)\b"
    rf"(?P<of>[^.?!;\n]{{0,60}}?)(?P<day>{_DATE}|{_ORDINALS} (?:of )?(?:{MONTHS})\b)"
    r"(?P<tail>[^.?!;\n]{0,160})",
    re.I,
)
_TAIL = re.compile(r"\W*(?:$|(?:when|because|as|since|which|where|cos|for|bless|thank|thanks|please|pls)\b)", re.I)
# "That's after Easter yeah?": of a day with a name.
_BESIDE_FEAST = re.compile(
    r"^(?P<what>[^.!?;\n]{0,60}?)\b(?P<way>before|after|ahead of|prior to)"
    r" (?P<feast>[a-z' ]{4,30}?)"
    r"(?:,? (?:then|yeah|yes|right|is it|isn'?t it|or not|or what|please|do you know|this year|day)){0,4}"
    r"\W*$",
    re.I,
)
_LEADS = frozenset({"thats", "that", "its", "it", "so", "is", "and", "mine", "this"})
# Behind these "after" is part of the name of a day, or of two that are held against each other.
_NAMES_DAY = frozenset({"day", "before", "after"})
# "What is the one after 3 May" asks for a date.
_ASKS_WHICH = re.compile(r"\b(?:what|whats|which|when)(?: (?:date|day|one))?\W{0,3}$", re.I)
# Of several doses a list is asked for, and of the one after a day which it is.
_MANY = frozenset({"any", "many", "all", "which", "dates", "every", "or", "last", "had", "was", "not"})
_COMES = frozenset({"come", "comes", "fall", "falls", "land", "lands", "still", "next", "due", "be", "happen", "ahead"})


def before_day(text: str, today: date, country: str | None) -> date | None:
    """The day that the next date is asked to be before or after; None where nothing of the kind is asked."""
    found = next((m for m in _BEFORE.finditer(text) if _is_of_next(m)), None)
    if found is None:
        return _feast(text, today, country)
    return read_date(found["day"], today=today, country=country, role="next").date


def _feast(text: str, today: date, country: str | None) -> date | None:
    """The day with a name that the next date is held against, where the message says nothing else."""
    found = _of_feast(text)
    if found is None:
        return None
    named = [feast for feast in days_named(found["feast"], today, country) if feast.day >= today]
    return min((feast.day for feast in named), default=None)


def _of_feast(text: str) -> re.Match[str] | None:
    found = _BESIDE_FEAST.match(text.replace("’", "'"))
    if found is None or {"before", "after"} <= {word.text for word in Said.of(text).words}:
        # Which of the two it is, is another question.
        return None
    what = Said.of(found["what"])
    words = [word.text for word in what.words]
    asked = "?" in text or leaves_open(Said.of(text)) or (words and words[0] in _LEADS | WORDS["question"])
    if (
        not asked
        or set(words) & (_MANY | _NAMES_DAY | {"what", "whats", "which", "when"})
        or any(map(is_date_word, words))
    ):
        return None
    return None if what.left([], FILLERS | PREAMBLE | ASKED_DAYS | _COMES) else found


def _is_of_next(found: re.Match[str]) -> bool:
    if _ASKS_WHICH.search(found.string[: found.start()]):
        return False
    what = Said.of(found["what"])
    words = {word.text for word in what.words}
    if words & _MANY or any(is_date_word(word) for word in words) or _TAIL.match(found["tail"]) is None:
        return False
    return bool(words) and not what.left([], FILLERS | PREAMBLE | ASKED_DAYS | _COMES)


class BeforeDay(View):
    """Says whether the next dose is before a day."""

    def before_day(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601 behind "before" or "after"."""
        way, day = value.split()[0], date.fromisoformat(value.split()[1])
        coming = self.coming(1)
        if self.overdue or not coming:
            return [*self.late(), self.words("after_late" if coming else "kept_none")]
        dose = coming[0]
        on, ahead = dose.earliest <= day <= dose.latest, dose.latest < day
        name = "lies_on" if on else "lies_before" if ahead else "lies_after"
        right = not on and ahead == (way != "after")
        answer = self.words("plain_yes" if right else "plain_no")
        return [f"{answer} {self.dose_line(name, dose, day=full_date(day))}", *self.at_weekend(dose)]


# "I'll be home by then? We land on the 24th": the dose is to be after that.
_BACK_BY_THEN = re.compile(
    r"\b(?:(?:i|we|she|he|they)(?:'?ll| will| am| are| is|'m|'re|'s)?(?: i| we| she| he| they)?|will (?:i|we"
    r"|she|he|they)"
    r"|am i|are we|shall we) (?:(?:be|have|get|got|all|safely|well|definitely|already) ){0,4}"
    r"(?:home|back|returned|landed|there)(?: (?:home|again|already))? (?:by|before) (?:then|that|it|the "
    r"(?:jab|shot|injection))\b",
    re.I,
)


def way_asked(text: str) -> str:
    """ "after" or "before", as it is asked."""
    if _BACK_BY_THEN.search(text.replace("’", "'")):
        return "after"
    found = next((m for m in _BEFORE.finditer(text) if _is_of_next(m)), None) or _of_feast(text)
    return "after" if found is not None and found["way"].lower() == "after" else "before"
