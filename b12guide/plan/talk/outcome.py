"""What the plan dialogue is told of a person, and what a turn of it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from .card import Card


@dataclass(frozen=True)
class Who:
    """For whom dates are counted: the date today where they are, and whether their zone is known."""

    today: date
    country: str | None = None
    zone: str = "UTC"
    zone_known: bool = True


@dataclass(frozen=True)
class Outcome:
    """One turn: the new state, the bubbles with the buttons under the last, and the turn's kind.

    `kind` is "plan" where dates are given, "ask" where something is asked first, and "menu" where a plan was deleted.
    `plan` is the object of `b12guide plan`, where there is one. Where the turn offers what to take away, `links` has a
    label and an address each: a name among the files of the plan, which `key` opens, or one that begins with https.
    `card` has the lines that a card of the plan's dates says too.
    """

    state: dict[str, Any] | None
    bubbles: tuple[str, ...]
    buttons: tuple[str, ...] = ()
    kind: str = "plan"
    plan: dict[str, Any] | None = None
    key: str | None = None
    links: tuple[dict[str, str], ...] = ()
    card: Card | None = None
