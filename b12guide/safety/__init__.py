"""Warning signs: which signs a message names, how urgent they are, and what is answered."""

from ._cards import Call, Card, Cards, load_cards
from ._detector import Detector, Sign, Triage, load_detector
from ._files import SafetyDataError
from ._person import Person
from ._replies import Replies, load_replies
from ._rules import LEVELS, Level

__all__ = [
    "LEVELS",
    "Call",
    "Card",
    "Cards",
    "Detector",
    "Level",
    "Person",
    "Replies",
    "SafetyDataError",
    "Sign",
    "Triage",
    "load_cards",
    "load_detector",
    "load_replies",
]
