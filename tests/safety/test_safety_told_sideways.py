"""Signs as people tell them who are ashamed or make little of it, and the harmless things told in the same words."""

from __future__ import annotations

import pytest

from b12guide.safety import LEVELS, Detector

SIGNS = [
    ("how many pills would do the job", "emergency"),
    ("how many codeine to do me in", "emergency"),
    ("twice now the lights have gone out on me and I woke up on the lino", "emergency"),
    ("lights went off on him again, he was only sitting in the chair", "emergency"),
    ("I can't feel my wife when we are in bed any more, nor the paper when I wipe, since Tuesday", "emergency"),
    ("it seeps from my back passage and I don't know till I see it", "emergency"),
    ("the right one went off like a telly, all black, I shut each eye in turn to make sure", "emergency"),
    ("there are two of everyone since lunchtime", "emergency"),
    ("grandad asks who switched the lights off and it is midday", "emergency"),
    ("there's new cuts on my thigh, I did them on Sunday, it's how I cope", "emergency"),
    ("how many of my codeine with the gin, so they have the trouble of me no more", "emergency"),
    ("my headache landed like a brick at five, I looked round to see who threw it", "emergency"),
    ("I am on insulin, soaked in sweat and the meter says 1.9", "emergency"),
    ("banged the back of my noggin and been sick three times since", "emergency"),
    ("the prickling had gone and now it has come back fiercer", "urgent"),
    ("he holds the paper up to the window now and squints more every week", "urgent"),
    ("I can't do my crossword any more, I forget what I read by the end of the page", "urgent"),
    ("the loo was claret twice this week", "urgent"),
    ("nurse called another lady's name and I went in and she injected me", "urgent"),
    ("very low mood for three weeks, no suicidal thoughts", "urgent"),
]
HARMLESS = [
    "how many tablets do I take a day",
    "how many capsules do people have in the morning",
    "the lights went out on us at the concert",
    "cutting down on coffee helps me sleep",
    "burning incense calms me",
    "new marks on her arm from the jab",
    "the new cuts to the arm of the NHS are how they cope",
    "how many tablets with the wine at dinner",
    "how many tablets do I take a day, just wondering",
    "i have two of it in the fridge since today",
    "we painted the loo a burgundy colour",
    "squinting at the sun more this month",
    "it hit me like a train when the doctor said it was for life",
    "the power tripped and the lights went out on us",
    "my lamp went off",
    "I cut my arm on the roses",
    "how many ibuprofen with wine is safe",
    "a poster about anaphylaxis, what does it mean",
    "can you get sepsis from a b12 needle",
    "my heart skipped a beat when I saw the price",
    "i hold the paper to the window because i broke my glasses",
    "never could do a cryptic crossword",
    "had an injection in the other arm",
    "do people get palpitations from it, only asking ahead",
    "we lost an uncle to sepsis years ago and there is a leaflet about sepsis in the waiting room",
]


@pytest.mark.parametrize(("text", "level"), SIGNS)
def test_what_is_told_sideways_is_heard(detector: Detector, text: str, level: str) -> None:
    """Without its name, in the words of the house."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(level)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_it_is_not(detector: Detector, text: str) -> None:
    """A power cut, a rose, a price, a poster."""
    assert detector.triage(text).level in ("none", "routine")
