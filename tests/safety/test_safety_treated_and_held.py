"""A reaction told as treated, and as the reason of a hold, is over; one that may go on is not."""

from __future__ import annotations

from itertools import cycle

import pytest

from b12guide.safety import Detector

SWELLINGS = ["my lips swelled up", "my tongue blew up", "i came out in welts and my face swelled", "my throat swelled"]
TREATED = ["casualty treated it", "the hospital sorted me out", "i was treated in hospital", "paramedics treated me"]
HELD = ["my injections are on hold", "the gp has paused them", "so the nurse stopped my jabs", "it is all on hold"]
FRAMES = [
    "{held}: after the one in may {swelling}, {treated}, i see the allergy people soon",
    "{swelling} after the last jab, {treated} and {held}",
    "{treated} 3 weeks ago when {swelling}. {held}. i am fine now",
]
THERE_NOW = [
    "my lips are swelling again", "throat feels tight", "and tonight my tongue is thick",
    "i am coming out in hives now", "but my face is puffy",
    "it came back this morning", "my throat is closing", "i can't swallow", "still swollen",
    "it started again 10 minutes ago", "my chest is tight", "the swelling is worse", "my voice has gone croaky today",
    "lips tingling", "my eyes are swollen", "i have hives", "lips swollen", "it is spreading",
    "not better now", "not fine now", "it has not gone now", "i am not ok today", "hardly better today",
    "it never went", "no longer ok now", "i cough and my voice went", "a wheeze when i breathe out",
]  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
def test_what_was_treated_and_put_on_hold_is_no_emergency(detector: Detector, frame: str) -> None:
    """It is an earlier reaction: no injection before the clinic agrees, and no call for an ambulance."""
    for swelling, treated, held in zip(SWELLINGS, TREATED, HELD, strict=True):
        found = detector.triage(frame.format(swelling=swelling, treated=treated, held=held))
        assert (found.level, found.cards[0]) == ("urgent", "allergy"), (swelling, treated, held)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("now", THERE_NOW)
def test_what_is_there_beside_such_words_keeps_its_level(detector: Detector, frame: str, now: str) -> None:
    """Swelling that was told keeps its card beside every sign that may be there."""
    told = [frame.format(swelling=s, treated=t, held=h) for s, t, h in zip(SWELLINGS, TREATED, HELD, strict=True)]
    for before, form in zip(cycle(told), ("{0}. {1}", "{1}. {0}", "{0}, {1}", "{0} and {1}"), strict=False):
        text = form.format(before, now)
        assert detector.triage(text).level == "emergency", text


@pytest.mark.parametrize(
    "text",
    [
        "my lips swelled up after the jab and my injections are on hold",
        "my lips swelled up, the hospital treated it",
        "my lips are swollen, paramedics treated me, injections on hold",
        "my tongue swelled up, casualty treated it, is my jab on hold?",
        "hospital is treating me, my tongue swelled up, jabs on hold",
        "my injections are on hold, my lips swelled up 10 minutes ago, casualty treated it",
    ],
)
def test_less_than_all_of_it_ends_nothing(detector: Detector, text: str) -> None:
    """It has to be told as what was, as treated, and as the reason of a hold."""
    assert detector.triage(text).level == "emergency"
