"""Reading the card and number files, with their schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ._files import DataFile

_TEXT = {"type": "string", "minLength": 1}
_CHECKED = {"type": ["string", "null"]}
_LINE = {
    "type": "object", "required": ["say", "calls", "status", "checked"], "additionalProperties": False,
    "properties": {"say": _TEXT, "status": _TEXT, "checked": _CHECKED, "calls": {"type": "array", "items": {
        "type": "object", "required": ["label", "tel"], "additionalProperties": False,
        "properties": {"label": _TEXT, "tel": {"type": "string", "pattern": "^[0-9]{3,15}$"}}}}},
}  # fmt: skip
_EMERGENCY = {
    "type": "object", "required": ["say", "calls", "status", "checked"], "additionalProperties": False,
    "properties": {"say": _TEXT, "status": _TEXT, "checked": _CHECKED,
                   "calls": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^[0-9]{3,5}$"}}},
}  # fmt: skip
# A country without an entry: whom to call has no number, so there is nothing to tap.
_ELSEWHERE = {
    "type": "object", "required": ["say", "if_not_known", "calls", "status", "checked"], "additionalProperties": False,
    "properties": {"say": _TEXT, "if_not_known": _TEXT, "status": _TEXT, "checked": _CHECKED,
                   "calls": {"type": "array", "maxItems": 0}},
}  # fmt: skip
_TABLE = {"type": "object", "required": ["unknown"], "additionalProperties": _LINE}
NUMBERS_SCHEMA: dict[str, Any] = {
    "type": "object", "additionalProperties": False,
    "required": ["emergency", "european_union", "urgent", "poison", "poison_first", "crisis"],
    "properties": {
        "emergency": {"type": "object", "required": ["unknown", "other"], "properties": {"other": _ELSEWHERE},
                      "additionalProperties": _EMERGENCY},
        "european_union": {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{2}$"}},
        "urgent": _TABLE, "poison": _TABLE, "poison_first": _TABLE, "crisis": _TABLE,
    },
}  # fmt: skip
EMERGENCY_SCHEMA: dict[str, Any] = {
    "type": "object", "required": ["cards", "still", "still_beside", "static"], "additionalProperties": False,
    "properties": {
        "cards": {"type": "object", "required": ["general"], "additionalProperties": {
            "type": "object", "minProperties": 1, "additionalProperties": False,
            "properties": {"you": _TEXT, "they": _TEXT}}},
        "still": {"type": "object", "required": ["emergency", "crisis", "crisis_other"],
                  "additionalProperties": {"type": "array", "minItems": 3, "uniqueItems": True, "items": _TEXT}},
        "still_beside": {"type": "object", "additionalProperties": _TEXT},
        "static": _TEXT,
    },
}  # fmt: skip
URGENT_SCHEMA: dict[str, Any] = {
    "type": "object", "additionalProperties": False,
    "required": ["today", "nobody", "ask_first", "do_not_miss", "after_injection", "worse", "call", "cards", "routine"],
    "properties": {
        "today": _TEXT, "nobody": _TEXT, "ask_first": _TEXT, "do_not_miss": _TEXT,
        "after_injection": _TEXT, "worse": _TEXT, "call": _TEXT, "routine": _TEXT,
        "cards": {"type": "object", "minProperties": 1, "additionalProperties": {
            "type": "object", "required": ["worse"], "additionalProperties": False,
            "properties": {"first": _TEXT, "instead": _TEXT, "worse": _TEXT, "more": _TEXT, "again": _TEXT,
                           "ask_first": {"type": "boolean"}, "do_not_miss": {"type": "boolean"},
                           "allergy_signs": {"type": "boolean"}}}},
    },
}  # fmt: skip
_PLACES = ("call", "call_inside", "number", "crisis", "urgent", "poison", "poison_first", "worse")


def read_card_files(folder: Path) -> tuple[Any, Any, Any]:
    """The data of `cards_emergency.yml`, `cards_urgent.yml` and `numbers.yml`.

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    emergency_file, urgent_file = DataFile(folder / "cards_emergency.yml"), DataFile(folder / "cards_urgent.yml")
    emergency, urgent = emergency_file.check(EMERGENCY_SCHEMA), urgent_file.check(URGENT_SCHEMA)
    numbers = DataFile(folder / "numbers.yml").check(NUMBERS_SCHEMA)
    for file, data in ((emergency_file, emergency), (urgent_file, urgent)):
        for name, entry in data["cards"].items():
            for field, text in entry.items():
                if isinstance(text, str):
                    check_places(file, ("cards", name, field), text)
    check_places(emergency_file, ("static",), emergency["static"])
    for field, wordings in emergency["still"].items():
        for index, text in enumerate(wordings):
            check_places(emergency_file, ("still", field, index), text)
    for field, text in emergency["still_beside"].items():
        check_places(emergency_file, ("still_beside", field), text)
    return emergency, urgent, numbers


def check_places(file: DataFile, place: tuple[str | int, ...], text: str) -> None:
    """Raises: SafetyDataError where a text has a place that no card fills in."""
    try:
        text.format(**dict.fromkeys(_PLACES, ""))
    except (KeyError, IndexError, ValueError):
        raise file.fault(place, f"only {', '.join('{' + name + '}' for name in _PLACES)} may be filled in.") from None
