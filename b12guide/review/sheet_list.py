"""Every sheet there is to sign: topics, care cards, other languages, the plan on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from b12guide.content import Content, load_content
from b12guide.safety import (
    Cards,
    Languages,
    ListedSign,
    Standing,
    load_cards,
    load_languages,
    load_sign_list,
    load_standing,
)

from .cards import AGAIN, STATIC, STILL, after_card, emergency_card, language_card, static_card, still_card, urgent_card
from .plan_page import PLAN_PAGE, plan_page
from .sheets import Sheet
from .topics import topic_sheet


class Sheets:
    """The sheets by name, each put together when it is first asked for.

    `content` is what the topics are of; `signs` are shown beside their cards, and not signed.
    """

    def __init__(
        self, content: Content, cards: Cards, languages: Languages, standing: Standing, signs: Sequence[ListedSign] = ()
    ) -> None:
        made: dict[str, Callable[[], Sheet]] = {
            topic: partial(topic_sheet, content, cards, topic) for topic in content.topics
        }
        made |= {f"emergency_{name}": partial(emergency_card, cards, name, signs) for name in cards.emergency_names()}
        made |= {STILL: partial(still_card, cards), STATIC: partial(static_card, cards)}
        made |= {f"urgent_{name}": partial(urgent_card, cards, name, signs) for name in cards.urgent_names()}
        made |= {AGAIN: partial(after_card, cards, standing)}
        made |= {f"language_{code}": partial(language_card, cards, languages, code) for code in languages.known}
        made |= {PLAN_PAGE: partial(plan_page, cards)}
        self.content = content
        self._made = made
        self._sheets: dict[str, Sheet] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._made

    def __iter__(self) -> Iterator[Sheet]:
        return (self[name] for name in self._made)

    def names(self) -> tuple[str, ...]:
        """The names of all sheets: topics first, then cards, languages and the page."""
        return tuple(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, name: str) -> Sheet:
        if name not in self._sheets:
            self._sheets[name] = self._made[name]()
        return self._sheets[name]


def load_sheets(folder: Path) -> Sheets:
    """The sheets of a content folder.

    Raises:
        ContentError, SafetyDataError: when anything in it cannot be used; the text names every file, line and way out.
    """
    content, safety = load_content(folder), folder / "safety"
    languages = load_languages(folder / "languages")
    return Sheets(content, load_cards(safety), languages, load_standing(safety), load_sign_list(safety))
