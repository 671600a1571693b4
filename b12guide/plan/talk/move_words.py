"""The words of `moves.yml`, ready to be looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from .message import Phrases, Said

_DATA: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("moves.yml").read_text("utf-8"))
_SETS: dict[str, str] = _DATA["sets"]


@dataclass(frozen=True)
class Request:
    """A request by its name: its phrases, and the words that weigh nothing beside them.

    `needs`: one of these has to be there too; `without`: none of these may; `dated`: a date in it weighs nothing;
    `days`: a weekday does not.
    """

    name: str
    phrases: Phrases
    also: frozenset[str]
    needs: frozenset[str]
    without: frozenset[str]
    dated: bool
    days: bool


def _words(text: str) -> frozenset[str]:
    return frozenset(text.replace("'", "").split())


def _phrases(name: str) -> Phrases:
    return Phrases(_DATA[name], _SETS)


def _request(name: str, entry: Mapping[str, Any]) -> Request:
    return Request(
        name, Phrases(entry["phrases"], _SETS), FILLERS | _words(entry.get("also", "")),
        frozenset(entry.get("needs", "").split("/")) - {""}, frozenset(entry.get("without", "").split("/")) - {""},
        bool(entry.get("dated")), bool(entry.get("days")),
    )  # fmt: skip


# The single words of `moves.yml` by name.
WORDS = {name: _words(text) for name, text in _DATA["words"].items()}
FILLERS = _words(_DATA["fillers"])
COURTESY = _words(_DATA["courtesy"])
MENDING = _words(_DATA["mending"])
PREAMBLE = _words(_DATA["preamble"]) | FILLERS
YES, SOFT_YES, NO, UNSURE = _phrases("yes"), _phrases("soft_yes"), _phrases("no"), _phrases("unsure")
BOOKED, AWAY, UNDO, NOT_STARTED = (_phrases(name) for name in ("booked", "away", "undo", "not_started"))
NOT_SET, NOT_SET_BESIDE = _phrases("not_set"), _words(_DATA["not_set_beside"])
GAVE, COUNTED, SAME, PART_ENDS = (_phrases(name) for name in ("gave", "counted", "same", "part_ends"))
EITHER, EITHER_BESIDE = _phrases("either"), _words(_DATA["either_beside"])
TWO_AT_ONCE, TWO_BESIDE = _phrases("two_at_once"), _words(_DATA["two_at_once_beside"])
IN_BETWEEN, BESIDE_DAY = _phrases("in_between"), _phrases("beside_day")
AFTER_SHOWN, GONE = _phrases("after_shown"), _phrases("gone")
FOLLOWS = _phrases("follows")
NEWS, NO_DATE = _phrases("news"), _phrases("no_date")
SCRAP, SCRAP_REASON = _phrases("scrap"), _phrases("scrap_reason")
WILL_RING, WILL_RING_BESIDE = _phrases("will_ring"), _words(_DATA["will_ring_beside"])
STOP, DECIDED = _phrases("stop"), _phrases("decided")
SET_DAY, SET_DAY_BESIDE = _phrases("set_day"), _words(_DATA["set_day_beside"])
NOT_BOOKED = frozenset(_DATA["not_booked"])
WHICH = {name: Phrases(ways, _SETS) for name, ways in _DATA["which"].items()}
WHICH_YEAR = {name: Phrases(ways, _SETS) for name, ways in _DATA["which_year"].items()}
STAGE = {name: Phrases(ways, _SETS) for name, ways in _DATA["stage"].items()}
WHICH_WAY = {name: Phrases(ways, _SETS) for name, ways in _DATA["which_way"].items()}
GIVEN_ALL, GIVEN_NOT = _phrases("given_all"), _phrases("given_not")
PART = {name: Phrases(ways, _SETS) for name, ways in _DATA["part"].items()}
MEANING: dict[str, str] = {word: name for name, words in _DATA["meaning"].items() for word in words}
# Regular expressions of a wish for a list: `lead`, `what` and `between`; and the words of no weight `beside` it.
LIST_WISH: dict[str, Any] = _DATA["list_wish"]
ASKED_DAYS = _words(_DATA["asked_days"])
# What is to be asked of the clinic alone, by the name of the request: its phrases, and the words of no weight beside.
OF_CLINIC = {name: (_phrases(name), _words(_DATA[f"{name}_beside"])) for name in ("may_go", "leaves_out", "may_ring")}
DOUBTED_BESIDE = _words(_DATA["doubted_beside"])
LAST_RESORT, LAST_RESORT_CUES = _words(_DATA["last_resort"]), _words(_DATA["last_resort_cues"])
BEFORE_DAY_BESIDE = _words(_DATA["before_day_beside"])
FEAST_BESIDE = _words(_DATA["feast_beside"])
REQUESTS = tuple(_request(name, entry) for name, entry in _DATA["requests"].items())
REMIND = next(request.phrases for request in REQUESTS if request.name == "remind")
NAMED_DAYS: dict[str, tuple[int, int]] = {name: (month, day) for name, (month, day) in _DATA["named_days"].items()}
NAMED = Phrases(NAMED_DAYS, _SETS)


# "Go on the 14th or not" is one, with or without a mark.
_OR_NOT = (" or not ", " or no ", " or what ", " yes or no ")


def leaves_open(said: Said) -> bool:
    """Whether a message ends as a question, whatever it began as: "friday it is, yes or no"."""
    return said.canon.endswith(_OR_NOT)


def asks(said: Said) -> bool:
    """Whether a message is put as a question: by its mark, or by how it begins."""
    if leaves_open(said):
        return True
    begins = next((word.text for word in said.words if word.text not in WORDS["before_question"]), "")
    return begins in WORDS["question"] or any(word.text == "?" for word in said.words)
