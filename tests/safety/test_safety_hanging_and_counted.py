"""A mouth that hangs, tablets counted out, paper that is not noticed, everything twice for hours, yellow eyes."""

from __future__ import annotations

import pytest

from b12guide.shared import triage
from b12guide.understanding.verdict import LEVELS


@pytest.mark.parametrize(
    "text",
    [
        "the left side of his mouth is hanging",
        "my brother made a video call about the holidays, and one side of his mouth was hanging",
        "we were on a video call and half of grandad's face was sagging",
        "one corner of my lips hangs down since breakfast",
        "mum's mouth sags on the right",
        "I have counted out the tramadol, all of them, and thought I would tell somebody",
        "counted my tablets out on the bed, the whole lot. I want someone to know",
        "if they stop my injections I shall put an end to it all, I have worked out how",
        "I've figured out how to put an end to it",
        "I have worked out how to put an end to my life, done with the waiting and the noise",
        "I don't notice the paper when I wipe, since Monday",
        "wiping myself I do not feel the tissue any more",
        "she has not managed to stand without two of us since Friday",
        "can't keep upright without somebody on each side of me since this morning",
        "every thing becomes two, two buses, two dogs, for an hour now",
        "people become two when I look, since noon",
        "I have been panting as if chased since I woke, even sitting",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "my heart skips a beat now and then since the loading started on Monday, I am not faint",
        "did my ampoule twice today, I forgot I'd had the first",
        "I took the injection twice this morning by being forgetful",
        "bumpy redness on my arms after the jab and I keep scratching",
        "the whites of my eyes have gone yellow, my workmates say",
        "people at work say I have turned yellow, even the whites of the eyes",
        "the nurse gave me two ampoules together in place of one",
        "will the numbness in my toes go if I quit the cream chargers? I walk fine",
        "my toes feel numb and I still do whippets, my legs are strong",
        "the numb patch that was only on my toes is up to the shins, two months on",
        "a deep melancholy has settled on me since August and nothing gives me pleasure",
    ],
)
def test_is_urgent(text: str) -> None:
    """Each is urgent at least."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        "the picture is hanging on one side of the mirror",
        "she counted the tablets out for me, all of them, and wanted to tell me how it works",
        "people turn into zombies in the waiting room since noon",
        "I put an end to it all, the dieting, I know how I like my food",
        "I lost track of my dates",
        "a video about strokes said that one side of the mouth is hanging then",
        "the dog's mouth is hanging open on one side, he wants his dinner",
        "the left side of the mask was hanging off in the play",
        "I counted out his tablets into the weekly box, all of them, so that he does not forget",
        "I counted the ampoules on the table, all six, for the trip",
        "they want to put an end to it, the phone queue, and I have worked out how to book online",
        "I have worked out how to put an end to the bruises: press for longer",
        "I don't notice the paper on the couch when the nurse wipes it",
        "two jabs becomes two visits, two buses, every month",
        "the puppy was panting as if chased, even sitting",
        "does the heart skip a beat when you are in love",
        "I read the leaflet twice today because I forgot the first half",
        "she gave me two plasters in place of one",
        "cream chargers are what we use in the cafe for the whipped cream",
        "my eyes are brown, the whites are white, and the vial is yellow",
        "a deep calm has settled on me since the injections",
    ],
)
def test_is_none(text: str) -> None:
    """Words that look alike and tell of no sign."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize("beside", ["When is my next injection due?", "I have my injections every 12 weeks."])
def test_how_others_are_treated_is_asked_in_general(beside: str) -> None:
    """What is asked of patients in general is nobody's sign, whatever else is said; what somebody has now is."""
    assert triage(f"How do you assess and treat incontinence of the bowel in an adult. {beside}").level in (
        "none",
        "routine",
    )
    assert triage(f"How do you treat chest pain in an adult? I have it now. {beside}").level == "emergency"
