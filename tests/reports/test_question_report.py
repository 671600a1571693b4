"""The section on specific questions: it takes the place of the one before, and holds back what it looks for."""

from __future__ import annotations

import pytest

from b12guide.content import Question
from b12guide.content.ways import held_back
from reports.questions import TITLE, _taught, put


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("# Page\n\ntext\n", f"# Page\n\ntext\n\n{TITLE}\n\nnew\n"),
        (f"# Page\n\n{TITLE}\n\nold\n\n| a |\n", f"# Page\n\n{TITLE}\n\nnew\n"),
        (f"# Page\n\n{TITLE}\n\nold\n\n## Last\n\nend\n", f"# Page\n\n## Last\n\nend\n\n{TITLE}\n\nnew\n"),
    ],
)
def test_the_section_is_there_once(page: str, written: str) -> None:
    """The section before is replaced; the rest of the page stays."""
    assert put(page, f"{TITLE}\n\nnew") == written


def test_what_is_held_back_is_not_learned() -> None:
    """The ways that the encoder was never taught are in no question; the question itself always is."""
    ways = tuple(f"way {number}" for number in range(40))
    rest = _taught(Question("a", "t", "a?", "x", ways, ways, "a", ("S",), (), None))
    assert rest.question == "a?"
    assert 0 < len(set(ways) - set(rest.ask)) < 20
    assert not any(held_back(way) for way in (*rest.ask, *rest.leaning))
