"""The section on specific questions: it takes the place of the one before, and holds back what it looks for."""

from __future__ import annotations

import numpy as np
import pytest

from b12guide.content import Question
from reports.questions import TITLE, _without, put


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
    """The ways that are held back are in no question, and the rows are those of the ways that are."""
    questions = [
        Question(name, "t", f"{name}0", "x", (f"{name}1", f"{name}2"), (), "a", ("S",), (), None) for name in "ab"
    ]
    rest, rows = _without(questions, np.array([False, True, True, True, True, False]))
    assert [(one.question, *one.ask) for one in rest] == [("a1", "a2"), ("b0", "b1")]
    assert rows == [1, 2, 3, 4]
