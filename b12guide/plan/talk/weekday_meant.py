"""A day that puts right the one of the last dose and is counted from it: "it was the Tuesday" is the one next to the
day told, "a day later than I said" and "the Tuesday the week before that" lie so far from it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import WEEKDAYS, full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, NTH_END, WEEKDAY_WORDS
from ..reading.feasts import feasts_in
from ..reading.reader import read_date
from .day_mended import of_nothing_else, sentence_of
from .last_told import with_last_told
from .message import NUMBERS, SENTENCE, Said
from .move import Move, place_of
from .move_words import asks
from .only_asked import asks_sentence
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_IT_WAS = re.compile(
    r"\b(?P<lead>(?:it|that|mine|(?:(?:the|my|her|his) )?last(?: one| jab| jag| shot| injection| dose)?)"
    r" was (?:on |actually |really ){0,2}(?:the |a )?)"
    rf"(?P<day>{WEEKDAY_WORDS})\b(?!['\u2019]s|,? (?:the )?\d| (?:week|before|after|last|gone|just|of|in|the)\b)",
    re.I,
)
# Of a day told so lately the last such weekday is meant.
_LATELY = timedelta(days=10)
_NEAR = 3
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_COUNTS = {"a": 1, "an": 1, **NUMBERS}
_THAN = r"(?: than (?:that|then|what i said|i (?:said|told you|wrote|put|thought)|you (?:have|said|say|put|wrote)))"
_FAR = (
    rf"(?:(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)}) (?P<u>day|week|fortnight|month)s?|(?:the )?(?P<u2>day"
    rf"|(?<=the )week|(?<=the )month)"
    rf"|(?:on )?(?:the |a )?(?P<w>{WEEKDAY_WORDS}),? (?:of )?(?P<week>the week )?)"
    r" ?(?P<way>later|after|earlier|before?|b4|sooner)"
)
# "It was the week before that", "a day later than I said", and behind "sorry" or "no" the distance alone.
_COUNTED = re.compile(
    r"(?P<lead>\b(?:(?:it|that|mine|the last(?: one)?|(?:i|he|she) had (?:it|mine)) "
    r"(?:was )?(?:on |actually |really |more like |in fact ){0,2})|\b)"
    rf"(?<![\w'])(?P<far>{_FAR})(?P<tail>{_THAN}| (?:that|the) (?:{WEEKDAY_WORDS})| that(?: one)?| it)?"
    r"(?=\W*$|\s*[,.;!]|\s(?:sorry|actually|in fact|my mistake|i think|instead)\b)",
    re.I,
)
# "It was the second Tuesday": of the month of the day told.
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_NTH_WEEKDAY = re.compile(
    rf"\b(?:it|that|mine|the last(?: one)?|i had (?:it|mine)) (?:was )?(?:on |actually |really ){{0,2}}(?:the )?"
    rf"(?P<n>{'|'.join(_PLACES)}|last) (?P<day>{WEEKDAY_WORDS})\b(?! (?:after|before)\b)",
    re.I,
)
_NAMED_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.I)
# A no may deny the next date as well, and not what was told.
_MARK = re.compile(
    r"^\W*(?:(?:no|nope|ah|oh|er|um|well|but)\W+){0,3}"
    r"(?:sorry|oops|whoops|wait|hang on|hold on|actually|correction|i mean|i meant)\b",
    re.I,
)
# "It wasn't the 18th, it was the day before": what is denied is the day told, and what follows counts from it.
_DENIED = re.compile(
    rf"\b(?:it|that|mine|the last(?: one)?)?(?: ?(?:wasn'?t|isn'?t|was not|is not)|\bnot)"
    r" (?:actually |really |on )?(?:the )?"
    rf"(?P<day>\d{{1,2}}){NTH_END}?(?: (?:of )?(?:{MONTHS})\b)?[,;.]? ?(?:but |and |it was |that was )?"
    r"(?=(?:on )?(?:the |a )?\w)",
    re.I,
)
# "The Wednesday, not the Thursday": one weekday in the place of that of the day told.
_IT = (
    r"(?P<lead>(?:it|that|mine|(?:the|my|her|his) last(?: one| jab| shot| injection)?)"
    r" was (?:on |actually |really ){0,2})?"
)
_NOT_THE = (
    re.compile(
        rf"\b{_IT}(?:on )?(?:the |a )?(?P<day>{WEEKDAY_WORDS})\b,? (?:and |so )?(?:not|rather than|instead of)"
        rf" (?:on )?(?:the |a )?(?P<wrong>{WEEKDAY_WORDS})\b(?! \d)",
        re.I,
    ),
    re.compile(
        rf"\b{_IT}not (?:on )?(?:the |a )?(?P<wrong>{WEEKDAY_WORDS})\b[,;.]? (?:but |it was |it's )?(?:on"
        rf" )?(?:the |a )?"
        rf"(?P<day>{WEEKDAY_WORDS})\b(?! \d)",
        re.I,
    ),
)
# "The Tuesday", "Friday. The day after.": no other word says what was on it.
_ALONE = re.compile(
    r"^(?P<mark>\W*(?:(?:no+|nope|ah|oh|er|um|well|sorry|actually|i mean|i meant|wait|hang on)\W+){0,4})(?:on"
    r" )?(?:the |a )?"
    rf"(?P<day>{WEEKDAY_WORDS})"
    r"(?:(?:['’]?s| is| was)? (?:right|correct|it|the (?:right|correct) (?:one|day)|after all)){0,2}"
    r"\W*(?P<beside>(?:that is|that's|so|ie|i mean)?\W*the day (?:before|after)\W*)?$",
    re.I,
)
# Where the day is told in full beside it, "the Tuesday before that Wednesday" says nothing more.
_BESIDE_NAMED = re.compile(
    rf"\b(?:the |a )?(?:{WEEKDAY_WORDS}) (?:before|after) (?:that|the) (?:{WEEKDAY_WORDS})\b[\s,.;:]{{0,3}}", re.I
)
_NAMED = re.compile(rf"\b{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|\b(?:{MONTHS})\.? (?:the )?{DAY_NUMBER}\b", re.I)
# "I had it that Wednesday": the one that was just spoken of.
_THAT_DAY = re.compile(
    rf"\b(?:on )?that (?P<day>{WEEKDAY_WORDS})\b(?!['\u2019]s|,? (?:the )?\d| (?:week|before|after)\b)", re.I
)
# As `with_day_meant` writes it.
_LAST_WAS = re.compile(
    rf"\b(?:it|that|mine|last(?: one| jab| shot| injection)?) was (?:on |actually |really |the ){{0,3}}"
    rf"(?P<day>(?:{WEEKDAY_WORDS}) \d{{1,2}} (?:{MONTHS}) 20\d\d)\b",
    re.I,
)
_HAD_IT = re.compile(r"\b(?:had|got|was|went|given|gave|did|done|happened|didn'?t|never|missed|skipped)\b", re.I)
_TO_COME = re.compile(
    r"\b(?:next|due|move[ds]?|book(?:ed)?|will|can|could|until|every|is|it's|its|i'm|clinic|they)\b", re.I
)


def with_day_meant(text: str, state: State, today: date) -> str:
    """`text` with the whole date in the place of a weekday alone that puts right a day that is further back; of one
    sentence, whatever is asked in another."""
    whole = _with_day_meant(text, state, today)
    sentences = [found[0] for found in SENTENCE.finditer(text)]
    if whole != text or len(sentences) < 2 or "".join(sentences) != text:
        return whole
    meant = [each if asks_sentence(each) else _with_day_meant(each, state, today) for each in sentences]
    mended = sum(one != other for one, other in zip(meant, sentences, strict=True))
    return "".join(meant) if mended == 1 else text


def _with_day_meant(text: str, state: State, today: date) -> str:
    text = with_last_told(_with_day_spoken_of(text, state, today), state, today)
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or state.about not in (None, CONFIRM, CHANGE):
        return text
    if _NAMED.search(text):
        text = _BESIDE_NAMED.sub("", text)
    elif (instead := _with_day_instead(text, state, anchor.date)) is not None:
        return instead
    if (counted := _with_day_counted(text, state, anchor.date, today)) is not None:
        return counted
    if (nth := _with_nth_weekday(text, anchor.date, today)) is not None:
        return nth
    if today - anchor.date <= _LATELY or "?" in text or len(_IT_WAS.findall(text)) != 1:
        return text
    return _IT_WAS.sub(lambda m: m["lead"] + full_date(_nearest(m["day"], anchor.date)), text)


def _with_nth_weekday(text: str, told: date, today: date) -> str | None:
    """`text` with the whole date in the place of "the second Tuesday", which is one of the month of the day told."""
    found = list(_NTH_WEEKDAY.finditer(text))
    if len(found) != 1 or "?" in text or _TO_COME.search(text) or _NAMED_MONTH.search(text):
        return None
    match = found[0]
    weekday, place = WEEKDAYS.index(match["day"][:3].lower()), match["n"].lower()
    first = told.replace(day=1)
    days = [first + timedelta((weekday - first.weekday()) % 7 + 7 * week) for week in range(5)]
    days = [day for day in days if day.month == told.month]
    at = -1 if place == "last" else _PLACES[place]
    if at >= len(days) or days[at] > today:
        return None
    return f"{text[: match.start()]}the last one was on {full_date(days[at])}{text[match.end() :]}"


def _with_day_spoken_of(text: str, state: State, today: date) -> str:
    """`text` with the whole date in the place of "that Wednesday", where the day asked or told of last was one."""
    found = _THAT_DAY.search(text)
    if found is None or "?" in text or _HAD_IT.search(text) is None:
        return text
    weekday = WEEKDAYS.index(found["day"][:3].lower())
    asked = read_date(state.asked, today=today, role="last").date if state.asked else None
    told = state.anchor.date if state.anchor is not None else None
    spoken_of = [day for day in (asked, told, *state.skipped) if day is not None and day <= today]
    day = next((day for day in spoken_of if day.weekday() == weekday), None)
    return text if day is None else f"{text[: found.start()]}on {full_date(day)}{text[found.end() :]}"


def _with_day_instead(text: str, state: State, told: date) -> str | None:
    """`text` with the whole date in the place of a weekday that stands for that of the day told; None where it has
    none."""
    if "?" in text:
        return None
    for pattern in _NOT_THE:
        found = pattern.search(text)
        # Said once more, it is the day that was put right before.
        if found is not None and WEEKDAYS[told.weekday()] in (found["wrong"][:3].lower(), found["day"][:3].lower()):
            day = full_date(_nearest(found["day"], told))
            return f"{text[: found.start()]}{found['lead'] or 'it was '}{day}{text[found.end() :]}"
    alone = _ALONE.match(text)
    if alone is None or not (alone["mark"].strip() or alone["beside"] or state.about == CHANGE):
        return None
    return f"it was {full_date(_nearest(alone['day'], told))}"


def last_was(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Another day of the last dose, whoever says that it was on it."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or state.about not in (None, CONFIRM, CHANGE):
        return ()
    # "Would you correct it please?" stands beside it.
    telling = " ".join(part[0] for part in SENTENCE.finditer(said.text) if not asks(Said.of(part[0])))
    found = list(_LAST_WAS.finditer(telling))
    if len(found) != 1 or not state.countable(who.today):
        return ()
    day = read_date(found[0]["day"], today=who.today, role="last").date
    if day is None or day > who.today or day == anchor.date:
        return ()
    return (Move("fact", "date", f"last one was on {full_date(day)}", rest=place_of(said, len(said.words))),)


def _nearest(weekday: str, day: date) -> date:
    ahead = (WEEKDAYS.index(weekday[:3].lower()) - day.weekday()) % 7
    return day + timedelta(ahead if ahead <= _NEAR else ahead - 7)


def _with_day_counted(text: str, state: State, told: date, today: date) -> str | None:
    """`text` with the whole date in the place of one that is counted from the day told; None where it has none."""
    denied = _DENIED.search(text)
    if denied is not None and int(denied["day"]) != told.day:
        return None
    text = f"it was {text[denied.end() :]}" if denied is not None else text
    # "No, that was the Sunday, it was the day after": what was shown is said once more.
    text = _AS_SHOWN.sub(lambda m: m["lead"] if m["w"][:3].lower() == WEEKDAYS[told.weekday()] else m[0], text)
    found = list(_COUNTED.finditer(text))
    if len(found) != 1 or "?" in text or re.search(rf"\b{NTH}\b", text, re.I):
        return None
    match = found[0]
    if _TO_COME.search(_clause(text, match)) or _of_other_feast(text, told, today):
        return None
    if not of_nothing_else(sentence_of(text, *match.span())):
        return None
    mends = (_MARK.match(text) is not None or state.about == CHANGE or _NO_THAT.match(text)) and not state.confirmed
    says_was = match["lead"] != "" or (match["tail"] or "").startswith(" than ")
    day = _day_counted(match, told)
    if not (says_was or mends) or day > today:
        return None
    return f"{text[: match.start()]}the last one was on {full_date(day)}{text[match.end() :]}"


_AS_SHOWN = re.compile(
    rf"^(?P<lead>\W*(?:(?:no+|nope|nah|well|oh|but|mate|love)\W+){{0,3}})(?:that|this|it)(?: one)? (?:was|is)"
    rf" (?:only |just )?(?:the |a )?(?P<w>{WEEKDAY_WORDS})\b[,;]? (?:and |but )?(?=it |mine |i had )",
    re.I,
)
# "No, the day before that": the last one comes first in what was read back.
_NO_THAT = re.compile(rf"^\W*(?:no+|nope|nah)\W+{_FAR} (?:that|it)\W*$", re.I)
_CUT = re.compile(r"[,;:.!]\s")


def _clause(text: str, match: re.Match[str]) -> str:
    """The words around a match, up to the commas around it."""
    start = max((cut.end() for cut in _CUT.finditer(text, 0, match.start())), default=0)
    end = _CUT.search(text, match.end())
    return text[start : end.start() if end else len(text)]


def _of_other_feast(text: str, told: date, today: date) -> bool:
    """Whether a day with a name is told beside it that is another than the day told: it counts from that one."""
    named = {day for feast in feasts_in(text, today=today, country=None) for day in (feast.day, feast.named)}
    return bool(named) and told not in named


def _day_counted(match: re.Match[str], told: date) -> date:
    back = match["way"].lower() in ("before", "befor", "b4", "earlier", "sooner")
    if match["w"] is None:
        many = _COUNTS.get((match["n"] or "a").lower()) or int(match["n"])
        unit = (match["u"] or match["u2"]).lower()
        step = relativedelta(months=many) if unit == "month" else many * timedelta(_DAYS[unit])
        return told - step if back else told + step
    weekday = WEEKDAYS.index(match["w"][:3].lower())
    if match["week"]:
        monday = told - timedelta(told.weekday())
        return monday + timedelta(weekday - 7 if back else weekday + 7)
    ahead = (weekday - told.weekday()) % 7 or 7
    return told + timedelta(ahead - 7 if back and ahead < 7 else -7 if back else ahead)
