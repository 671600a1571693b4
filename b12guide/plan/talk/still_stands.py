"""Whether what was just told changes any date to come: "does that alter anything?", "do the later dates stand?". A yes
or a no comes first, with the dates; those that there were before the last change are kept for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from .asked_days import days_asked
from .days_apart import ahead
from .message import Said
from .move import Move
from .move_words import WORDS, asks
from .outcome import Who
from .state import State
from .templates import dates
from .view import View

ALTERS, LATER_STAND = "alters", "later_stand"
_WHAT = (
    r"(?:anything(?: else)?|any(?:thing)? of (?:it|them|that|this|the \w+)|things|much|any|it|them"
    r"|(?:any of )?(?:the|my|her|his|our|any|all|all the|all my)(?: (?:rest|others?|later|next|following|dates?"
    r"|plan|list"
    r"|schedule|ones?|remaining|injections?|jabs?|days?|of|them|for|year|this|coming|future|on|after|that|it)){1,5})"
)
_ALTERS = re.compile(
    r"\b(?:does|do|did|will|would|has|have|is|so|dose|dus)\b[^.;!?]{0,12}?\b(?:that|this|it|which)\b[^.;!?]{0,12}?"
    rf"\b(?:alter|change|affect|shift|move|throw off|mess up|upset|knock (?:on|out)|changed|altered|affected) {_WHAT}"
    r"(?: then| now| at all| please| or not| for me| much)?\s*(?:\?|$|[.!])"
    r"|\b(?:does|do|will|would|has)\b[^.;!?]{0,12}?\b(?:that|this|it)\b[^.;!?]{0,12}?\bmake (?:any|a|much) difference"
    r"(?: to (?:the|my|her|his|any)(?: \w+){1,3})?\s*(?:\?|$|[.!])"
    r"|\b(?:(?:has|have|is|are|did|will|does) )?any(?:thing)? (?:else )?(?:change|changes|changed"
    r"|different)(?: now| then| because of (?:that|it))?\s*\?",
    re.I,
)
_NOUN = r"(?:ones?|dates?|injections?|jabs?|jags?|shots?|days?|appointments?|doses?)"
_LATER = re.compile(
    rf"\b(?:do|does|will|are|is|so|and)\b[^.;!?]{{0,12}}?\b(?:(?:later|other|following|remaining|further|next) {_NOUN}"
    rf"|(?:the|all|any) (?:others|rest|dates)|all (?:the |my |her |his )?(?:others|rest|{_NOUN})|{_NOUN} after)\b"
    r"[^.;!?]{0,40}?\b(?:stand|stands|hold|hold good|stay|stays|remain|unchanged|unaffected|as (?:it|they) (?:was"
    r"|were|are)|the same|still valid|still good|still right|still on)\b",
    re.I,
)
# Of the weekday, the gap or the dose others speak.
_OTHER = re.compile(
    r"\b(?:weekday|day of the week|same (?:day|dose|date of)|if|every|mon|tues?|wednes|thurs?|fri|satur|sun)day\b"
    r"|\b(?:if|every|dose|strength|results?|tests?|levels?|always|each)\b",
    re.I,
)
# So many dates to come are held against those before.
SHOWN = 3


def asks_if_altered(text: str) -> bool:
    """Whether a message asks if what it tells changes a date."""
    plain = text.replace("’", "'")
    return any(_ALTERS.search(part) and not _is_of_other(part) for part in _sentences(plain))


def _is_of_other(plain: str) -> bool:
    """Whether a text is about something else than dates to come."""
    return _OTHER.search(plain) is not None or bool({word.text for word in Said.of(plain).words} & WORDS["soft_other"])


def still_stands(text: str, state: State, who: Who) -> Move | None:
    """That it is asked whether dates were changed, or whether the later ones stand."""
    plain = _DAY_NAME.sub("", text.replace("’", "'"))
    if not state.ready(who.today):
        return None
    if _is_of_other(plain) or not (asks(Said.of(plain)) or _ALTERS.search(plain)):
        return None
    found = _ALTERS.search(plain)
    if found is not None:
        # Behind something else that is told it is asked of that; and of what, where no date was changed?
        alone = _LIGHT.fullmatch(plain[: found.start()]) is not None and bool(state.days_were)
        return Move("request", ALTERS, rest=(0, len(text))) if alone else None
    if _STILL.search(plain) and not _LATER.search(plain):
        days = [day for day in days_asked(plain, state, who.today).days if day >= who.today]
        return Move("request", "one_of", days[0].isoformat(), rest=(0, len(text))) if len(days) == 1 else None
    if _LATER.search(plain):
        return Move("request", LATER_STAND, rest=(0, len(text)))
    return None


_LIGHT = re.compile(
    r"\W*(?:(?:and|so|but|ok|okay|right|well|oh|then|also|now|hm+|thanks|thank you|ah|yes|great|please)\W+){0,4}", re.I
)
# The weekday of a date says no more than the date.
_DAY_NAME = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?=(?:the )?\d)", re.I)
_STILL = re.compile(
    r"\bstill (?:as (?:it|they) (?:was|were|is)|on\b|stand\w{0,4}|valid|good|booked|the same|there|in place|right"
    r"|unchanged)"
    r"|\b(?:stand|stands|unchanged|as it was)\b",
    re.I,
)


def _sentences(text: str) -> list[str]:
    return re.findall(r"[^.;!?\n]+[.;!?\n]*", text)


class StillStands(View):
    """Holds the dates to come against those before the last change."""

    def alters(self, value: str) -> list[str]:
        """Whether any date to come is another one than before."""
        return self._days_held(self.state.days_were, ahead(self.state, self.today, SHOWN), "alters_no", "alters_yes")

    def later_stand(self, value: str) -> list[str]:
        """The same of the dates behind the next one, put the other way round."""
        now = ahead(self.state, self.today, SHOWN + 1)[1:]
        return self._days_held(self.state.days_were[1:], now, "later_stand", "later_moved")

    def _days_held(self, were: Sequence[date], now: list[date], same: str, other: str) -> list[str]:
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        if not now:
            return [self.words("kept_none")]
        were = [day for day in were if day >= self.today][: len(now)]
        if not were or were == now:
            return [self.words(same, dates=dates(now))]
        return [self.words(other, dates=dates(now), old=dates(were))]
