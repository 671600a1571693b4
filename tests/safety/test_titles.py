"""The dot behind "Dr" ends no sentence: what the doctor said belongs to the doctor."""

from __future__ import annotations

import pytest

from b12guide.shared import help_is_here, triage
from b12guide.understanding.sentences import sentences


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("Dr. Okafor just rang me back, she knows of my legs and told me what to do", True),
        ("the doctor called me back and gave me advice", True),
        ("The on-call doctor has phoned. She has sorted it all and told me what to do.", True),
        ("my husband told me what to do", False),
        ("an ambulance is a bit over the top", False),
        ("Dr. Okafor has not called me back", False),
    ],
)
def test_who_has_heard_of_it(text: str, here: bool) -> None:
    """Somebody who knows called back and said what to do."""
    assert help_is_here(text) is here


def test_a_title_ends_no_sentence() -> None:
    """Neither for the rules nor for what is heard sentence by sentence."""
    assert sentences("Dr. Okafor gave it. It hurt a lot") == ["Dr. Okafor gave it.", "It hurt a lot"]
    assert triage("no chest pain, says Dr. Okafor").level == "none"
