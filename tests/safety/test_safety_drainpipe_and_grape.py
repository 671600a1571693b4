"""A view that narrows, oil on the skin, a grape that is stuck, others' pills by the handful."""

from __future__ import annotations

import pytest

from b12guide.shared import triage
from b12guide.understanding.verdict import LEVELS


@pytest.mark.parametrize(
    "text",
    [
        "it keeps pumping out where the needle went in, pressed half an hour and it soaks through",
        "like looking down a tube all at once, the edges went at noon",
        "the edges of what I see vanished all of a sudden at lunch",
        "spilt the frying oil over my arm and the skin is coming off in strips",
        "boiling water went on her chest and the skin comes off in sheets",
        "my grandson has a sweet stuck, he is going purple and makes no sound",
        "the baby has a coin stuck in his throat and is blue",
        "took a handful of dad's warfarin by mistake, I feel odd",
        "swallowed a handful of my sister's bisoprolol, thinking they were vitamins, slow pulse",
        "the sight in my left eye departed altogether at about three and has not returned",
        "as if the lights were put out from the top down in my right eye, this morning",
        "since lunch my wife looks at me and asks which man I am",
        "all at once mum asked who I was, since this noon",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "down a stone since spring and I have not changed what I eat",
        "lost 12 pounds since June and I haven't changed a thing",
        "the point broke off and I think a bit of the needle is in my leg",
        "a piece of the needle is still in my arm",
        "two days into the injections his hands cramp and his muscles are feeble",
        "since the first week I have felt a bleakness that nothing lifts, no thought of ending my life",
    ],
)
def test_is_urgent(text: str) -> None:
    """Each is urgent at least."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        "the well keeps pumping out water, pressed the button for half an hour",
        "looking down a tube at school, we saw the cells",
        "the receptionist asked who I am when I rang today",
        "spilt the frying oil over the cooker and the paint is coming off in strips",
        "took a handful of mum's biscuits by mistake, I feel odd about it",
        "the train departed altogether without me and has not returned",
        "they put out the lights from the top floor down in our block this morning",
        "at the party my wife asked which man I am in the old photo",
        "down a pound on the shopping since spring and I have not changed what I buy",
        "the point of my pencil broke off and is in my bag",
        "the needle is still in my bag, unused",
        "a bleak midwinter, but nothing lifts me like the carols",
    ],
)
def test_is_none(text: str) -> None:
    """Words that look alike and tell of no sign."""
    assert triage(text).level in ("none", "routine")
