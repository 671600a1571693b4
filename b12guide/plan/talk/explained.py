"""Explains a plan and its files: whether the weekday stays, how two gaps differ, when the alarms of the file ring."""

from __future__ import annotations

import re

from ..model import WEEKDAY_NAMES, Phase
from ..wording import plural
from .answers import Answers

# So many dates are named where no number is said.
_SHORT = 3
_ASKS_WHY = re.compile(r"\bwhy\b|\bhow come\b|\bwhat for\b", re.I)
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAY_NAMES)})s?\b", re.I)
_CHANGES = re.compile(r"\b(?:chang|shift|mov|differ|var|drift)[a-z]*\b", re.I)
_SAME = re.compile(r"\b(?:always|forever|same|stays?|keeps?)\b", re.I)
_SAME_DATE = re.compile(r"\bsame (?:day|date) (?:of|in|each|every) ?(?:the|each|every|a)? ?months?\b", re.I)


class Explained(Answers):
    """Says why the dates are as they are, and what the file does."""

    def weekday_stays(self, text: str) -> list[str]:
        """Whether each one falls on the same weekday; a yes or a no comes first where that was asked."""
        phase = self.state.phases[self.current]
        name = _moves(phase)
        if name == "weekday_named":
            line = self.words(name, days=" and ".join(WEEKDAY_NAMES[_place(day)] for day in phase.days_of_week))
            return [line] if _ASKS_WHY.search(text) else [f"{self.words('plain_yes')} {line}"]
        stays = name == "weekday_stays"
        coming = self.coming(1)
        day = WEEKDAY_NAMES[coming[0].earliest.weekday()] if coming else ""
        named = _WEEKDAY.search(text)
        line = self.words(
            name, gap=plural(phase.period, _UNITS[phase.unit]), day=day,
            days=plural(phase.period % 7, "day") if phase.unit == "d" else "",
        )  # fmt: skip
        if _ASKS_WHY.search(text):
            return [line]
        if _SAME_DATE.search(text):
            return [f"{self._yes_no(stays=name == 'weekday_months')} {line}"]
        right = stays and (named is None or named["day"].lower() == day.lower())
        changes, same = _CHANGES.search(text), _SAME.search(text)
        if changes and same:
            return [line]
        return [f"{self._yes_no(stays=not stays if changes else right)} {line}"]

    def _yes_no(self, *, stays: bool) -> str:
        return self.words("plain_yes" if stays else "plain_no")

    def short_list(self, value: str) -> list[str]:
        """The next dates, one a line, and no word beside them."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        coming = list(self.coming(int(value) if value else _SHORT))
        self.state.told = self.state.shown = len(coming)
        return [self.words("short_date", date=self.days([dose])) for dose in coming] or [self.words("kept_none")]

    def which_counts(self, value: str) -> list[str]:
        """The clinic's date goes before the one that was counted here."""
        return [self.words("which_counts"), *(self.late()[:1] if self.overdue else self.upcoming("next"))]


_UNITS = {"d": "day", "wk": "week", "mo": "month", "a": "year"}


def _place(weekday: str) -> int:
    return next(n for n, name in enumerate(WEEKDAY_NAMES) if name.lower().startswith(weekday.lower()[:3]))


def _moves(phase: Phase) -> str:
    """By what the weekday of a part stays or moves: the name of the sentence that says it."""
    if phase.days_of_week:
        return "weekday_named"
    if phase.period_max is not None:
        return "weekday_window"
    if phase.frequency > 1:
        return "weekday_several"
    if phase.unit in ("mo", "a"):
        return "weekday_months"
    return "weekday_stays" if phase.unit == "wk" or phase.period % 7 == 0 else "weekday_days"
