"""That a reminder was read, in more words than thanks."""

from __future__ import annotations

import pytest

from b12guide.diary.reminder_replies import goes_there


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Thanks for that, my neighbour is taking me on Thursday", "my neighbour is taking me on Thursday"),
        ("ok, Aoife will drive me", "Aoife will drive me"),
        ("great, i'll be there", "i'll be there"),
        ("Friday I am going", "Friday I am going"),
        ("ok tmrw we will come", "tmrw we will come"),
        ("thank you dear, what time does the chemist open", ""),
        ("ok but i'll go on holiday on friday", ""),
        ("they are taking me off them on monday", ""),
        ("my son is driving me mad", ""),
        ("i am going to be sick", ""),
        ("i will go when i can breathe again", ""),
        ("ambulance is taking me in", ""),
    ],
)
def test_how_they_get_there(text: str, goes: str) -> None:
    """It is how they get there or that they go, and nothing else."""
    assert goes_there(text) == goes
