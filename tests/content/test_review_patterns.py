"""What no text may say, in words: every pattern of the content, and what has none."""

from __future__ import annotations

import re

import pytest

from b12guide.content import Content
from b12guide.review.patterns import in_words


@pytest.mark.parametrize(
    ("pattern", "read"),
    [
        ("just eat", "just eat"),
        (r"\bsafe\b", "safe"),
        ("late is (?:fine|ok|safe)", "late is (fine, ok or safe)"),
        ("inject (?:it )?into", "inject (it) into"),
        ("you (?:do not |may )?have it", "you (do not, may or nothing) have it"),
        ("burns? fat", "burn(s) fat"),
        ("border ?line", "border line"),
        (r"\b\d+ (?:days|weeks)\b", "[a number] (days or weeks)"),
        ("you need [0-9]", "you need [a digit]"),
        (r"\d ?%|1 in \d", "[a digit] % or 1 in [a digit]"),
        ("goes[^.]{0,20} in a day", "goes … in a day"),
        ("(?<!not )have two", "[without “not” before it] have two"),
        ("don.t need", "don’t need"),
        ("[£$]", "(£ or $)"),
        ("^(?:They|Yes)", "[at the start] (They or Yes)"),
        ("is (?:wrong|too (?:long|short))", "is (wrong or too (long or short))"),
        # No words are known for these: the pattern itself, as it is signed.
        (r"a\s+b", r"a\s+b"),
        ("(a)b", "(a)b"),
        ("(?:a", "(?:a"),
        ("a)", "a)"),
        ("?a", "?a"),
        ("a.*b", "a.*b"),
        ("[a-z]", "[a-z]"),
    ],
)
def test_a_pattern_is_read_in_words(pattern: str, read: str) -> None:
    """Choices, parts that may be missing, numbers, what stands before or between; whole where a part has no words."""
    assert in_words(pattern) == read


def test_every_pattern_of_the_content_is_read(content: Content) -> None:
    """None has the signs of a program left in it."""
    patterns = [one for topic in content.topics.values() for one in topic.must_not_say]
    patterns += [one for topic in content.topics.values() for row in topic.questions for one in row.must_not_say]
    assert len(patterns) > 100
    assert [one for one in map(in_words, patterns) if re.search(r"[\\|*+?^{}]|\[\d|\[\^", one)] == []
