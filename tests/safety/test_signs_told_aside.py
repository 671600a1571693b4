"""Signs told by the way, beside what looks like another story, and the same words where they are none."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("my cousin sent a picture of a rope and wrote tell dad I love him", "A11"),
        ("what number of ampoules, how many of them do I have to push in before it is fatal", "A11"),
        ("on the platform I keep having this urge to step off under the tube", "A11"),
        ("it is only the left half of me that is numb, since lunch", "A4"),
        ("nought to unbearable in my head while I tied a lace", "A13"),
        ("I cannot get my own spit down since the injection", "A1"),
        ("with my husband last night I felt nothing, completely dead around there", "A6"),
    ],
)
def test_it_is_an_emergency(text: str, sign: str) -> None:
    """Means shown with a farewell, a count that kills, one half of the body, a headache from nothing, spit that stays
    up, no feeling in bed."""
    found = triage(text)
    assert (found.level, sign in {one.id for one in found.signs}) == ("emergency", True)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("had a rash last time on b12 and the next is booked for Monday", "B1"),
        ("my fingertips went numb about six weeks ago and it is still so", "B2"),
        ("she popped it in my bum and a jolt went down to my toes, they are fuzzy still", "B2"),
        ("the dressing had green discharge on it this morning", "B5"),
        ("I used to do the books and now I cannot do simple sums", "B7"),
        ("the carer gave dad his at nine and then the nurse gave it again", "B11"),
    ],
)
def test_it_is_urgent(text: str, sign: str) -> None:
    """A reaction the last time, numbness that began weeks ago, a jolt down the leg, pus, sums lost, a dose given
    twice."""
    found = triage(text)
    assert (found.level, sign in {one.id for one in found.signs}) == ("urgent", True)


@pytest.mark.parametrize(
    "text",
    [
        "how common is a bad allergic reaction to this",
        "is an allergic reaction to them rare",
        "which signs of a reaction must I watch for before my first jab",
        "years ago, before I was treated, I could not walk straight. Fine for ages",
        "before I was diagnosed years ago I couldn't walk. Fine now",
        "pins and needles almost going now",
        "the burning in my toes is far less than last winter",
        "mood up, energy up, tingling down. Ta",
        "can't recall if the last jab was on the 2nd or the 12th",
        "my sister is deaf in one ear so I write for her. What is B12",
        "the stuff in the ampoule, why is it red",
        "what is in the jab, why is it red",
        "blind panic, I thought it was today",
        "our ewe was weak and wobbly, the vet gave cobalt",
        "hot flushes, is it menopause",
        "cramps in my legs since I was a child, my GP knows",
        "I am lots less foggy than in spring",
        "a colleague passed out at hers some years ago, she was fine",
    ],
)
def test_it_is_none(text: str) -> None:
    """Asked in general, long over, going, of an animal, of a date, of the liquid: no sign is there."""
    assert triage(text).level in ("none", "routine")


def test_a_jab_that_is_red_is_one() -> None:
    """The place is red, not the liquid."""
    assert triage("it is red and hot where I had the jab, why is it red").level == "urgent"
