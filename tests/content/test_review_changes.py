"""What changed since texts were signed: whole sentences, words where little changed, and lists by their entries."""

from __future__ import annotations

import pytest

from b12guide.review import Passage, Sheet
from b12guide.review.changes import Change, Piece, changes, pieces


def sheet(*passages: Passage) -> Sheet:
    return Sheet("a", "topic", "A", passages)


def told(before: str, now: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces(before, now)]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (
            "Most people feel better in days. Rest well.",
            "Most people feel better in weeks. Rest well.",
            [("same", "Most people feel better in "), ("gone", "days."), ("new", "weeks."), ("same", " Rest well.")],
        ),
        (
            "Rest well. Nobody knows how long it takes.",
            "Rest well. For some it is days, for others months.",
            [("same", "Rest well. "), ("gone", "Nobody knows how long it takes."), ("same", " "),
             ("new", "For some it is days, for others months.")],
        ),
        ("One thing. Two things. Three.", "Three.", [("gone", "One thing. Two things."), ("same", " Three.")]),
        ("One thing.", "One thing. And more.", [("same", "One thing. "), ("new", "And more.")]),
        ("• a\n• b\n• c", "• a\n• c", [("same", "• a\n"), ("gone", "• b"), ("same", "\n• c")]),
        ("yes", "no", [("gone", "yes"), ("same", " "), ("new", "no")]),
        ("", "So.", [("new", "So.")]),
        ("So. And so.", "So. And so.", [("same", "So. And so.")]),
    ],
    ids=["a word", "a sentence", "two gone", "one more", "a line", "one word", "all new", "nothing"],
)  # fmt: skip
def test_a_sentence_is_read_whole_or_by_its_words(before: str, now: str, expected: list[tuple[str, str]]) -> None:
    """Up to a third of its words: these alone. More: the old sentence and the new one, each in one piece."""
    assert told(before, now) == expected


def test_an_entry_that_is_gone_changes_no_other() -> None:
    """Entries are told by their texts: those behind it have new numbers and are the same."""
    texts = ["How often is not known.", "Ring {number} at once.", "Cramps need advice today.", "Pee can turn pink."]
    before = sheet(*(Passage(f"tell me more {number}", text) for number, text in enumerate(texts, 1)))
    del texts[1]
    now = sheet(*(Passage(f"tell me more {number}", text) for number, text in enumerate(texts, 1)))
    assert changes(now, before.kept) == [Change((("tell me more 2", ()),), (Piece("gone", "Ring {number} at once."),))]
    assert changes(before, now.kept) == [Change((("tell me more 2", ()),), (Piece("new", "Ring {number} at once."),))]


def test_an_entry_that_is_gone_beside_one_that_changed() -> None:
    """Of the entries that are left the one most like it is the one that was changed."""
    before = sheet(Passage("more 1", "Ring at once."), Passage("more 2", "Pee can turn pink or red for a day."))
    now = sheet(Passage("more 1", "Pee can turn pink or red for a week."))
    days = Piece("gone", "day."), Piece("new", "week.")
    assert changes(now, before.kept) == [
        Change((("more 1", ()),), (Piece("gone", "Ring at once."),)),
        Change((("more 1", ()),), (Piece("same", "Pee can turn pink or red for a "), *days)),
    ]


def test_an_entry_of_some_countries_among_others() -> None:
    """A change names the countries of the entry that changed; one that is the same everywhere names none."""
    everywhere, uk = Passage("more 1", "Rest well today."), Passage("more 2", "Ring 999 at once.", ("GB",))
    other = Passage("more 2", "Ring 112 at once.", ("IE",))
    before = sheet(everywhere, uk, other)
    changed = sheet(Passage("more 1", "Rest well."), uk, other)
    assert [change.places for change in changes(changed, before.kept)] == [(("more 1", ()),)]
    changed = sheet(everywhere, uk, Passage("more 2", "Ring 112 right now, please.", ("IE",)))
    assert [change.places for change in changes(changed, before.kept)] == [(("more 2", ("IE",)),)]


def test_the_sources_of_a_list_go_with_their_entry() -> None:
    """What stands behind the number is a list of its own."""
    names = ("NHS-AB", "FDA-C", "ADAM")
    before = sheet(*(Passage(f"added {number}: sources", name) for number, name in enumerate(names, 1)))
    now = sheet(*(Passage(f"added {number}: sources", name) for number, name in enumerate(names[1:], 1)))
    assert changes(now, before.kept) == [Change((("added 1: sources", ()),), (Piece("gone", "NHS-AB"),))]


def test_patterns_are_compared_in_words() -> None:
    """As they are read on the page; where the words are the same, as they are signed."""

    def told_of(before: str, now: str) -> list[tuple[Piece, ...]]:
        return [one.pieces for one in changes(sheet(Passage("patterns", now)), sheet(Passage("patterns", before)).kept)]

    assert told_of("just eat\nis (?:ok|fine)", "just eat") == [
        (Piece("same", "just eat\n"), Piece("gone", "is (ok or fine)"))
    ]
    assert told_of("safe", r"\bsafe\b") == [(Piece("gone", "safe"), Piece("same", " "), Piece("new", r"\bsafe\b"))]
