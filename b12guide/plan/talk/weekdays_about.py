"""Which days of a weekday lie just before and just after a day: "which Tuesdays are there near the 6th?". They are
counted and said with how far off they are; nothing is moved."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import WEEKDAY_NAMES, full_date
from .asked_days import days_asked
from .days import tells_given
from .days_apart import ahead
from .move import Move
from .outcome import Who
from .state import State
from .view import View

WEEKDAYS_ABOUT = "weekdays_about"
_NAME = rf"(?P<day>{'|'.join(WEEKDAY_NAMES)})s?"
_NEAR = (
    r"(?:near(?:est|by|er)?|around|about|clos(?:e|er|est)|either side|both sides|next to|beside|just (?:before|after)"
    r"|right (?:before|after)|immediately (?:before|after)|straight (?:before|after))"
)
_ASKED = (
    # "What Tuesdays are there near the 6th", "which Friday is closest to it".
    rf"\b(?:what|which|wot|wat|any|the|are there|is there|list|tell me|give me|show me)\b[^.;!?]{{0,25}}?\b{_NAME}\b"
    rf"[^.;!?]{{0,40}}?\b{_NEAR}\b",
    # "The nearest Tuesdays to the 6th", "when's the closest Friday".
    rf"\b(?:near(?:est)?|clos(?:est|e)|nearby)(?: 2| two| few)? {_NAME}\b",
    # "Which Tuesday is before the 6th and which after?", "the Tuesday before and the one after".
    rf"\b{_NAME}\b[^.;!?]{{0,30}}?\bbefore\b[^.;!?]{{0,50}}?\b(?:and|or)\b[^.;!?]{{0,25}}?\bafter\b",
    rf"\b{_NAME}\b[^.;!?]{{0,30}}?\bafter\b[^.;!?]{{0,50}}?\b(?:and|or)\b[^.;!?]{{0,25}}?\bbefore\b",
)
_PATTERNS = tuple(re.compile(pattern, re.I) for pattern in _ASKED)
_ASKS = re.compile(
    r"\?|\b(?:what|whats|what's|which|when|whens|wot|wat|tell me|give me|show me|list|any|are there|is there"
    r"|work out|find)\b",
    re.I,
)
# Which one is meant, where it is neither the next nor named by its day.
_OF_ANOTHER = re.compile(
    r"\b(?:first|second|third|fourth|last|final|monthly|weekly|loading|one after|following|christmas|easter|birthday"
    r"|wedding)\b|\b\d{1,2}\b",
    re.I,
)
# What tells of one, or sets a day, asks for none.
_TELLS = re.compile(
    r"\b(?:had|booked|moved|changed|put me|offered|gave|given|every|last|yesterday|clinic (?:said|says|set|gave))\b",
    re.I,
)


def weekdays_about(text: str, state: State, who: Who) -> Move | None:
    """The weekday and the day that it is to be near: "1/2027-01-06"; without a day that is named, the next dose."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or _ASKS.search(plain) is None or _TELLS.search(plain) or tells_given(plain):
        return None
    found = next((match for pattern in _PATTERNS if (match := pattern.search(plain))), None)
    if found is None:
        return None
    weekday = next(n for n, name in enumerate(WEEKDAY_NAMES) if name.lower() == found["day"].lower())
    if len({name.lower() for name in re.findall(rf"\b({'|'.join(WEEKDAY_NAMES)})s?\b", plain, re.I)}) > 1:
        # "Wednesday the 6th, which Tuesdays are near": the day is named by its number.
        plain = re.sub(rf"\b(?!{found['day']})(?:{'|'.join(WEEKDAY_NAMES)}),?(?= (?:the )?\d)", " ", plain, flags=re.I)
    days = [day for day in days_asked(plain, state, who.today).days if day >= who.today]
    if not days and _OF_ANOTHER.search(plain):
        return None
    day = days[0] if days else next(iter(ahead(state, who.today, max(state.told, 1))[-1:]), None)
    if day is None or len(set(days)) > 1:
        return None
    return Move("request", WEEKDAYS_ABOUT, f"{weekday}/{day.isoformat()}", rest=(0, len(text)))


class WeekdaysAbout(View):
    """Says them."""

    def weekdays_about(self, value: str) -> list[str]:
        """`value`: the number of the weekday, and the day, with a slash."""
        number, named = value.split("/")
        day, weekday = date.fromisoformat(named), int(number)
        back = (day.weekday() - weekday) % 7
        before = day - timedelta(back or 7)
        after = day + timedelta(7 - back)
        name, shown = WEEKDAY_NAMES[weekday], full_date(day)
        lines = [] if back else [self.words("weekday_itself", date=shown, weekday=name)]
        if before > self.today:
            lines.append(self._weekday_line("weekday_before", name, before, day))
        lines.append(self._weekday_line("weekday_after", name, after, day))
        return [*lines, self.words("weekday_not_moved", date=shown)]

    def _weekday_line(self, name: str, weekday: str, day: date, planned: date) -> str:
        return self.words(
            name,
            weekday=weekday,
            day=full_date(day),
            date=full_date(planned),
            span=self._span(abs((day - planned).days)),
        )
