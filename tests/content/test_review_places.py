"""Where texts differ by country: each place on its own, with the words that differ and no others."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from b12guide.review import Passage, Sheet, load_sheets
from b12guide.review.places import Part, parts
from b12guide.review.review_html import page
from b12guide.review.reviews import State
from b12guide.review.said_after import SENTENCES, WRITTEN
from b12guide.safety import load_standing

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 22)


def places(*texts: str) -> list[tuple[str, ...]]:
    return [tuple(text.strip() for text in part.texts) for part in parts(texts) if part.is_place]


def test_two_places_are_two() -> None:
    """What stands between them is said in each, and is in neither place."""
    uk = "Ask your surgery. Nobody reads along in this chat. Ring 999 at once."
    ireland = "Ask your practice. Nobody reads along in this chat. Ring 112 at once."
    assert parts([uk, ireland]) == [
        Part(("Ask your ",)),
        Part(("surgery. ", "practice. ")),
        Part(("Nobody reads along in this chat. Ring ",)),
        Part(("999 ", "112 ")),
        Part(("at once.",)),
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Ring 999 or your own line now.", "Ring your own help line now."), [("999 or your own", "your own help")]),
        (("Go to A or to B today.", "Go to C or to D today."), [("A or to B", "C or to D")]),
        (("Ring 111. Then rest.", "Ring 111. Ask twice. Then rest."), [("", "Ask twice.")]),
        (("Ring 1.", "Walk in today."), [("Ring 1.", "Walk in today.")]),
        (("One.\nTwo: 2\nFour", "One.\nThree: 3\nFour"), [("Two: 2", "Three: 3")]),
        (("请立刻拨打 999 或当地急救电话。不要等。", "请立刻拨打 112 或当地急救电话。不要等。"), [("999", "112")]),
        (("The same.", "The same."), []),
    ],
)  # fmt: skip
def test_a_place_is_as_small_as_it_reads_well(texts: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    """Joining words belong to the place that they stand in; lists are cut at lines."""
    assert places(*texts) == expected


@pytest.mark.parametrize("name", ["urgent_nerves", "urgent_allergy", "urgent_dose", "side_effects", "urgent_again"])
def test_all_texts_can_be_put_together_again(name: str) -> None:
    """Nothing is lost or said twice, and no place has the sentences that are the same in every country."""
    by_name: dict[str, list[str]] = {}
    for passage in load_sheets(CONTENT)[name].passages:
        by_name.setdefault(passage.name, []).append(passage.text)
    for texts in by_name.values():
        found = parts(texts)
        for number, text in enumerate(texts):
            again = "".join(part.texts[number if part.is_place else 0] for part in found)
            assert again.split() == text.split()


def test_a_card_with_two_places_has_two_tables() -> None:
    """Countries with the same words share a row, and no row has the words that are the same everywhere."""
    sheet = load_sheets(CONTENT)["urgent_nerves"]
    html = page(sheet, State("unsigned"), TODAY)
    tables = re.findall(r"<table>.*?</table>", html)
    assert "In marked place&nbsp;1" in tables[0]
    assert "In marked place&nbsp;2" in tables[1]
    assert "Nobody watches this chat" not in "".join(tables)
    assert '<tr><th scope="row">USA, Canada</th>' in tables[1]
    assert "<mark>999 or your local emergency number.</mark><sup>2</sup>" in html


def test_other_wordings_are_no_countries() -> None:
    """What is said another time in other words stands in full, with countries of its own."""
    said = (
        Passage("again", "Ring 999 now.", ("GB",)),
        Passage("again", "Ring 112 now.", ("IE",)),
        Passage("again", "Do ring 999.", ("GB",)),
        Passage("again", "Do ring 112.", ("IE",)),
        Passage("then", "So."),
        Passage("then", "And so."),
    )
    html = page(Sheet("a", "card", "A", said), State("unsigned"), TODAY)
    assert html.count("Or, in other words, another time:") == 2
    assert "Do ring <mark>999.</mark>" in html
    assert "<mark>So." not in html


def test_tables_scroll_in_a_box_of_their_own() -> None:
    """On a phone no word of a head is broken: the box can be reached by key, and has a name."""
    html = page(load_sheets(CONTENT)["urgent_nerves"], State("unsigned"), TODAY)
    assert html.count("<table>") == html.count('<div class="table" role="region" aria-label="') > 0
    assert re.search(r"^\.table \{[^}]*overflow-x: auto", html, re.M)
    assert re.search(r"^th \{[^}]*overflow-wrap: normal[^}]*word-break: keep-all[^}]*hyphens: manual", html, re.M)
    assert "overflow-wrap: anywhere" not in html


def test_what_is_written_after_a_card_has_words() -> None:
    """Each kind and each sentence has a heading that a clinician understands."""
    standing = load_standing(CONTENT / "safety")
    assert set(WRITTEN) == set(standing.kinds())
    assert set(SENTENCES) == set(standing.sentences)
