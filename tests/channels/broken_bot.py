"""What the tests of a bot with a broken part say to it and expect of it."""

from __future__ import annotations

from collections.abc import Callable

from b12guide.person import Person
from tests.conftest import Reply

EMERGENCY = "my throat is closing up after the injection"
CARD = "Adrenaline (epinephrine) pen? Use it at once, then call 999 or your local emergency number now."
STATIC = "Call 999 or your local emergency number now if you are very unwell."
QUESTION = "how long until i feel better?"
PERSON = Person.from_metadata({"country": "GB", "timezone": "Europe/London"}, environment={})
# Longest wait of these tests for what must not wait at all.
GENEROUS = 60.0

Say = Callable[[str], Reply]


def assert_emergency(turn: Reply) -> None:
    """The card of a severe allergic reaction, with its number first."""
    assert (turn.custom["kind"], turn.custom["level"], turn.custom["signs"]) == ("emergency", "emergency", ["A1"])
    assert turn.text.startswith(CARD)


def assert_static(turn: Reply) -> None:
    """The text of a turn that no answer could be made for."""
    assert (turn.custom["kind"], turn.custom["level"]) == ("fallback", "none")
    assert turn.text.startswith(STATIC)
