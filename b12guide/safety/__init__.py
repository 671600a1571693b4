"""Warning signs: which signs a message names, how urgent they are, and what is answered."""

from ._cards import Call, Card, Cards, load_cards
from ._detector import Detector, Sign, Triage, load_detector
from ._files import SafetyDataError
from ._languages import CRISIS_SUFFIX, LATIN_SUFFIX, OTHER, Languages, load_languages
from ._person import Person
from ._phrases import DENSE, LATIN, words_in
from ._replies import (
    LONG_AGO,
    NOT_HAD_YET,
    ON_A_DAY,
    ON_SCREEN,
    ONLY_ASKED,
    PRESSED,
    WEEKS_AGO,
    Correction,
    Replies,
    load_replies,
)
from ._rules import LEVELS, Level
from ._sign_list import ListedSign, load_sign_list
from ._standing import Standing, load_standing

__all__ = [
    "CRISIS_SUFFIX",
    "DENSE",
    "LATIN",
    "LATIN_SUFFIX",
    "LEVELS",
    "LONG_AGO",
    "NOT_HAD_YET",
    "ONLY_ASKED",
    "ON_A_DAY",
    "ON_SCREEN",
    "OTHER",
    "PRESSED",
    "WEEKS_AGO",
    "Call",
    "Card",
    "Cards",
    "Correction",
    "Detector",
    "Languages",
    "Level",
    "ListedSign",
    "Person",
    "Replies",
    "SafetyDataError",
    "Sign",
    "Standing",
    "Triage",
    "load_cards",
    "load_detector",
    "load_languages",
    "load_replies",
    "load_sign_list",
    "load_standing",
    "words_in",
]
