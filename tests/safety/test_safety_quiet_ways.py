"""Signs that are told without their names: a threat, a chore, a pan with nothing in it; and what stands near them."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

EMERGENCY = [
    # A threat that hangs on what somebody else does.
    "my daughter says she'll jump off the balcony if I take her phone",
    "wife said if I walk out she'll take the whole bottle",
    "my ex keeps saying he will drink bleach if I don't answer",
    # How much it takes, and fear of oneself.
    "how much would I have to take for it all to be over",
    "what dose would finish me off",
    "I'm worried about what I might do to myself",
    "terrified of myself when the kids are in bed",
    "some days I think about just not turning the wheel",
    # Legs that fail within hours.
    "managed the stairs at breakfast, by lunch I couldn't manage the corridor",
    "the kerb was too high by four o'clock, this morning I did my whole round",
    "my legs aren't mine since lunch",
    # A headache that came in a moment, told without alarm.
    "A headache like no other. It came from one moment to the next over the washing up",
    "my head hurts as never before, it was there in a second",
    # Breath as work.
    "breathing has become a chore since this morning, I'm only sitting",
    "it takes everything I've got to breathe",
    # A knock on the head and what followed.
    "I hit my forehead on the sink and then had a kind of fit",
    "my head met the kerb and I remember nothing of it",
    # Muddled within hours.
    "my mother can't say what year it is, she drove here this morning",
    "Mum asked where her father is. He died in 1985",
    "dad is stirring an empty pan, he was fine at breakfast",
    # No feeling in sex.
    "had sex last night and felt nothing at all down there",
    "do you get numb privates with b12? mine went numb on monday",
    # Double sight that came at once and stays.
    "everything turned into two while I was driving and stays like that",
    "all of a sudden there were two of everything and there still are",
    # A baby without strength.
    "my little one of 5 months won't take the breast and hangs like a doll",
    "he's 8 weeks, feels like a rag doll and hasn't had a bottle since last night",
]
URGENT = [
    "full body khujli after my injection",
    "nettle stings all over my skin since the shot",
    "two winters ago the injection brought me out in a rash, the new nurse doesn't know",
    "last autumn my throat closed after the needle and they kept me in",
    "can you get extra heartbeats from it? I am having lots today",
    "I get a thud and then a pause, loads since the loading dose",
    "a spot of red on the loo roll again",
    "toast stops halfway down my chest",
    "both nurses gave me b12, one on monday one on tuesday",
    "say somebody did nangs every day and had numb fingers, would b12 fix it",
    "the health visitor says he's a bit floppy, 6 months, not rolling",
]
HARMLESS = [
    "how many loading injections do I need until it's over",
    "I'm scared to do the injection to myself",
    "my son says he will jump for joy if I come home",
    "breathing is fine at work",
    "it takes no effort to breathe",
    "the pharmacy gave me two of everything",
    "everything doubled in price",
    "she asked me where her mother is buried, she died in 1979",
    "the receptionist can't tell me what month it is booked for",
    "my baby won't take a bottle so can I bring her to my appointment",
    "the letter was in red on the paper form",
    "he's dead to the world after his night shift",
    "what does anaphylaxis look like, my instructor asked us",
    "my niece wants to be a stroke nurse",
]


@pytest.mark.parametrize("text", EMERGENCY)
def test_a_quiet_emergency_is_one(detector: Detector, text: str) -> None:
    """A threat, a chore or an odd act tells of an emergency as its name does."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", URGENT)
def test_a_quiet_urgent_sign_is_one(detector: Detector, text: str) -> None:
    """Other words and other languages for a sign, and a sign that is asked about and there, want advice today."""
    assert detector.triage(text).level == "urgent"


@pytest.mark.parametrize("text", HARMLESS)
def test_the_same_words_without_a_sign_raise_no_alarm(detector: Detector, text: str) -> None:
    """The words of these sayings stand in harmless sentences too."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    "text",
    [
        "he's dead to the world after his night shift and I can't wake him",
        "what does anaphylaxis look like, my instructor asked us, and mine is closing",
        "she wants to become a stroke nurse, her face has dropped",
        "buried in ironing send help my chest hurts",
    ],
)
def test_a_sign_beside_harmless_words_stays(detector: Detector, text: str) -> None:
    """What lowers a saying lowers no sign that stands beside it."""
    assert detector.triage(text).level == "emergency"
