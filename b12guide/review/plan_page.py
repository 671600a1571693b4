"""The plan on paper as it is signed: the page of an example, and whom it says to call in every country."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Final

from b12guide.plan import Anchor, Phase, say
from b12guide.plan.takeaway.printout import NOT_REVIEWED, print_page
from b12guide.safety import Cards

from .sheets import Passage, Sheet, by_country

PLAN_PAGE: Final = "plan_page"
# Any plan that has all parts of the page.
_PHASES: Final = (Phase("loading", 1, 2, "d", duration=2, duration_unit="wk"), Phase("maintenance", 1, 3, "mo"))
_ANCHOR: Final = Anchor("first", date(2026, 3, 2))
_TODAY: Final = date(2026, 3, 1)
_BLOCK: Final = re.compile(r"</(?:p|h[123]|li|dd|title|button)>|<footer>")
_TAG: Final = re.compile(r"<[^>]+>")
_ITEM_HEAD: Final = "</dt>"


def plan_page(cards: Cards) -> Sheet:
    """The sheet of the page to print."""

    def emergency(country: str | None) -> str:
        number = cards.emergency_number(country)
        return next(line for line in _lines(number) if line.startswith(f"Call {number} now"))

    unknown = cards.emergency_number(None)
    example = _lines(unknown)
    paused = [line for line in _lines(unknown, paused=True) if line not in example]
    passages = [
        Passage("page, where the country is not known", "\n".join(example)),
        *by_country("in an emergency", emergency, cards.countries()),
        Passage("in place of the dates, while the plan is on pause", "\n".join(paused)),
    ]
    notes = (("The example", ("The dates are those of an example. Signed are the words around them.",)),)
    return Sheet(PLAN_PAGE, "page", "The plan on paper", tuple(passages), notes)


def _lines(emergency: str | None, *, paused: bool = False) -> list[str]:
    """The page of the example as lines of text, without what it says of a signature."""
    page = print_page(
        _PHASES, _ANCHOR, today=_TODAY, assumptions=(), said=say(_PHASES, anchor=_ANCHOR), emergency=emergency,
        paused=paused,
    )  # fmt: skip
    body = page[page.index("<main>") :].replace(_ITEM_HEAD, ": ")
    text = unescape(_TAG.sub("", _BLOCK.sub("\n", body)))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line and line != NOT_REVIEWED]
