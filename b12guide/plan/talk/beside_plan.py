"""What is asked beside the dates: what a calendar entry says, whether the clinic was told of a dose, and whether one is
added for one that was not given."""

from __future__ import annotations

import re

from ..model import full_date
from ..takeaway.calendar import DISCREET_TITLE
from .lists import Lists
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_ENTRY = r"(?:entry|entries|event|events|item|title|titles|heading|subject)"
_IN_CALENDAR = rf"(?:calendar|calender|diary|alarm|reminder|notification|phone|file|{_ENTRY})"
_ENTRY_NAME = re.compile(
    rf"\b(?:what|how)\b[^.?!\n]{{0,40}}\b{_ENTRY}\b[^.?!\n]{{0,40}}\b(?:called|named|say|says|read|reads|look|title|titled)\b"
    rf"|\bwhat(?:'s| is| are)?\b[^.?!\n]{{0,20}}\b(?:call|name|title)\b[^.?!\n]{{0,30}}\b{_IN_CALENDAR}\b"
    rf"|\b(?:does|do|will|would|is|are)\b[^.?!\n]{{0,30}}\b{_IN_CALENDAR}\b[^.?!\n]{{0,30}}\b(?:say|show|mention|name|read|contain|have)s?\b"
    r"[^.?!\n]{0,30}\b(?:b-?12|injections?|jabs?|medical|health|anything|what it)\b"
    rf"|\b(?:change|rename|edit|choose|pick)\b[^.?!\n]{{0,20}}\b(?:title|name|heading|entry)\b"
    rf"|\b(?:title|name|heading)\b[^.?!\n]{{0,30}}\b{_IN_CALENDAR}\b[^.?!\n]{{0,30}}\b(?:change|rename|edit)\b"
    r"|\b(?:what (?:will|would|can|do|does)|(?:can|will|could|would))\b[^.?!\n]{0,10}\b(?:my |the )?(?:boss|manager"
    r"|work|colleagues?"
    r"|husband|wife|partner|family|kids|others|people|anyone|everyone|team|office)\b[^.?!\n]{0,10}\b(?:see|read|know)\b"
    rf"(?=\W*$|[^.?!\n]{{0,20}}\b(?:{_IN_CALENDAR}|what (?:it|they)))",
    re.I,
)
_SLOT = r"(?:appointments?|appts?|slots?|visits?|bookings?|one|it|them|that|this|mine|jabs?|shots?|injections?)"
# Who books it: the bot or the clinic.
_WHO_BOOKS = re.compile(
    rf"\b(?:do|can|could|will|would|shall|are) (?:you|u)\b(?: \w+){{0,2}} (?:book|booking|make|making|arrange|arranging"
    rf"|schedule|scheduling|sort|sorting)(?: me)?(?: in)?(?: (?:for|my|the|an?|next|all|of)){{0,3}} {_SLOT}\b"
    rf"|\b(?:do|can|should|must|could|shall) (?:i|we) (?:book|make|arrange"
    rf"|schedule)\b(?: \w+){{0,4}} (?:with|through|via|from) (?:you|u|here)\b"
    r"|\b(?:book|booking|booked|appointment)\b[^.?!\n]{0,25}\b(?:with|through|by) (?:you or"
    r"|them or (?:with |through )?you)\b",
    re.I,
)
_WHO = (
    r"(?:surgery|clinic|gp|gps|doctor|doctors|doc|dr|practice|nurse|nurses|hospital|ward|chemist|pharmacy|they|them"
    r"|other (?:clinic|surgery|branch))"
)
_KNOWS = (
    r"(?:know|knows|ken|kens|aware|heard|hear|hears|find out|informed|been told|be told|told|telt|tell|let|notified"
    r"|passed (?:it )?on)"
)
_CLINIC_KNOWS = re.compile(
    rf"\b(?:will|does|do|would|did|has|have|is|are|can|wid|dae)\b[^.?!\n]{{0,30}}\b{_WHO}\b[^.?!\n]{{0,20}}\b{_KNOWS}\b(?P<tail>[^?!\n]{{0,60}})",
    re.I,
)
_OF_IT = re.compile(
    r"^\W*$|^(?: (?:already|now|then|too|automatically|by now|about|aboot|of|that|my|ma|the|me)){0,6}"
    r" ?(?:it\b|this\b|that\b|i (?:had|got|was)|ah had|ah got|i've|he had|she had|he got|she got|the (?:hospital"
    r"|ward|other)"
    r"|my (?:gp|doctor|surgery|clinic|nurse)|ma (?:gp|doctor|surgery)|(?:the |my |ma )?(?:jab|jag|shot|injection"
    r"|dose|one|yin|wan)"
    r"|surgery|gp|doctor)",
    re.I,
)
_OF_THE_PERSON = re.compile(
    r"\b(?:do|did|can|could|will|would) you (?:know|tell)|\b(?:told|tell) (?:me|you|us)\b|\bi know\b", re.I
)
_ADDED = re.compile(
    r"\b(?:do|does|will|is|are|would|should|can|shall)\b[^.?!\n]{0,60}\b(?:tack(?:s|ed)?|add(?:s|ed)?|put|stuck|stick|goes?|gets?"
    r"|ma(?:k|d)e)\b[^.?!\n]{0,20}\b(?:(?:on|at|to|onto) (?:the )?end|up for (?:it|that|the)|(?:it|that) up)\b"
    r"|\b(?:do|will|should) (?:i|they|she|he) (?:get|have|need|add|give me)\b[^.?!\n]{0,20}\b(?:extra|another"
    r"|one more)\b"
    r"[^.?!\n]{0,30}\b(?:for|instead of) (?:the|that)[^.?!\n]{0,20}\b(?:missed|skipped|one)\b",
    re.I,
)


def entry_name(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What an entry in the calendar is called, what others see of it, or whether its name can be changed."""
    if not state.phases or state.about not in (None, CONFIRM, CHANGE) or not _ENTRY_NAME.search(said.text):
        return ()
    return (Move("request", "entry_name", rest=place_of(said, len(said.words))),)


_GOOGLE = re.compile(
    r"\bgoogle\b|\bgcal\b|\bimport\b[^.?!\n]{0,40}\b(?:file|calend[ae]r|ics|dates?|it|them)\b|\b(?:how|where)\b[^.?!\n]{0,30}"
    r"\b(?:all|every|lot|rest|whole)\b[^.?!\n]{0,40}\b(?:calend[ae]r|phone)\b"
    r"|\b(?:link|button|it) (?:only |just )?(?:adds|added|puts?|holds|has|gives|gave)"
    r"(?: only| just)? (?:the )?(?:one|1|first)\b",
    re.I,
)


def google_help(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How all the dates come into Google's calendar, whose link holds the next one alone."""
    if not state.phases or state.about not in (None, CONFIRM, CHANGE) or not _GOOGLE.search(said.text):
        return ()
    return (Move("request", "google_help", rest=place_of(said, len(said.words))),)


def who_books(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether the bot books the appointment, or they do."""
    if not state.phases or state.about not in (None, CONFIRM, CHANGE) or not _WHO_BOOKS.search(said.text):
        return ()
    return (Move("request", "who_books", rest=place_of(said, len(said.words))),)


def clinic_knows(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether the one place was told of a dose that the other gave."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE) or not asks(said):
        return ()
    found = _CLINIC_KNOWS.search(said.text)
    if found is None or not _OF_IT.match(found["tail"]) or _OF_THE_PERSON.search(said.text):
        return ()
    return (Move("request", "clinic_knows", rest=place_of(said, len(said.words))),)


def added(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether one is added to a course for one that was not given."""
    if not any(part.bounded for part in state.phases) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if not _ADDED.search(said.text):
        return ()
    return (Move("request", "added", rest=place_of(said, len(said.words))),)


class BesidePlan(Lists):
    """Answers what is asked beside the dates."""

    def who_books(self, value: str) -> list[str]:
        """That only the clinic books."""
        return [self.words("who_books")]

    def entry_name(self, value: str) -> list[str]:
        """What the file says of itself, and who may change it."""
        return [self.words("entry_name", what=DISCREET_TITLE), self.words("entry_rename")]

    def clinic_knows(self, value: str) -> list[str]:
        """That nobody here knows what was passed on, and what to say."""
        anchor = self.anchor
        day = anchor.date if anchor.kind == "last" else self.state.given_on
        line = [self.words("clinic_told_day", date=full_date(day))] if day is not None else []
        return [self.words("clinic_told"), *line]

    def added(self, value: str) -> list[str]:
        """When the course ends by the plan; one more is the clinic's to add."""
        remaining = self.remaining()
        ends = [self.dose_line("part_ends", remaining[-1])] if remaining and not self.overdue else []
        return [*ends, self.words("added")]
