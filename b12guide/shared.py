"""The process's rule detector, care cards, replies, answers and wording, which channels, pipeline and actions share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from b12guide.at_hand import at_hand, forget_all
from b12guide.content import Content, load_content
from b12guide.plain_text import without_leading
from b12guide.plan import dialogue
from b12guide.reminder_rules import ReminderRules
from b12guide.review import Reviews, Sheets, load_reviews
from b12guide.safety import (
    Cards,
    Detector,
    Languages,
    Replies,
    Standing,
    Triage,
    load_cards,
    load_detector,
    load_languages,
    load_replies,
    load_standing,
)
from b12guide.settings import CONTENT


@lru_cache(maxsize=1)
def detector() -> Detector:
    """The detector, its rules read from `content/safety/` once."""
    return load_detector(CONTENT / "safety")


@lru_cache(maxsize=1)
def cards() -> Cards:
    """The care cards of the process."""
    return load_cards(CONTENT / "safety")


@lru_cache(maxsize=1)
def replies() -> Replies:
    """What ends an emergency or a pause, in people's words."""
    return load_replies(CONTENT / "safety")


@lru_cache(maxsize=1)
def standing() -> Standing:
    """What people write after an urgent card, and what is said to it."""
    return load_standing(CONTENT / "safety")


@lru_cache(maxsize=1)
def languages() -> Languages:
    """The languages other than English that words of an emergency are known in."""
    return load_languages(CONTENT / "languages")


@lru_cache(maxsize=1)
def content() -> Content:
    """The answers of the process."""
    return load_content(CONTENT)


@lru_cache(maxsize=1)
def reviews() -> Reviews:
    """What clinicians have signed of the answers, the cards and the plan on paper."""
    return load_reviews(CONTENT, Sheets(content(), cards(), languages(), standing()))


@lru_cache(maxsize=1)
def plan_wording() -> dialogue.Wording:
    """What the talk about a plan says."""
    return dialogue.load_wording(CONTENT / "plan.yml")


@lru_cache(maxsize=1)
def reminder_rules() -> ReminderRules:
    """When nothing is sent, and when the clinic is closed."""
    return ReminderRules.read()


# As it was written and as Rasa is handed it, it is one text, and read once.
@at_hand(256, as_one=without_leading)
def triage(text: str) -> Triage:
    """Warning signs in `text`."""
    return detector().triage(text)


def told_before(names: Iterable[str], text: str) -> Triage:
    """Warning signs in `text` after what was told in earlier messages, by the `names` of `lasts` in signs.yml."""
    return triage(" ".join([*(detector().lasting[name].said for name in names), text]))


@at_hand(256)
def spelt(text: str) -> str:
    """`text` with its misspelt words put right, as far as the rules know what was meant."""
    return detector().spelt(text)


def without_courtesies(text: str) -> list[str]:
    """What stands between the words of `text` that tell of nothing, in its order."""
    return detector().without_courtesies(text)


def tells_of_no_sign(text: str) -> bool:
    """Whether a sentence names no warning sign and says nothing of one in another sentence."""
    return detector().tells_of_no_sign(text)


@at_hand(256)
def replied(text: str) -> frozenset[str]:
    """What the person says of the questions below, by their names: that help is there in any language, the rest in
    English."""
    found = replies().said(text)
    return found if "help_is_here" in found or not languages().says_help_is_here(text) else found | {"help_is_here"}


def help_is_here(text: str) -> bool:
    """Whether the person says, in any language, that help is there or that a professional told them otherwise."""
    return "help_is_here" in replied(text)


def clinic_agreed(text: str) -> bool:
    """Whether the person says that the clinic agreed to go on with the injections."""
    return "clinic_agreed" in replied(text)


def was_long_ago(text: str) -> bool:
    """Whether the person corrects what they said: it was years ago, and is not there now."""
    return "was_long_ago" in replied(text)


def forget_texts() -> None:
    """Let go of every text and word of messages that is kept to read it once."""
    forget_all()
    for reader in (detector, replies, standing):
        if reader.cache_info().currsize:
            reader().forget()
