"""Signs that are told in the middle of other business, and words of alarm that are about something else."""

from __future__ import annotations

import pytest

from b12guide.safety import LEVELS, Detector


@pytest.mark.parametrize(
    ("text", "least"),
    [
        (
            "cheers for that, my son just had a seizure in the bath he's never had one before he's stopped now",
            "emergency",
        ),
        ("our lodger had a fit at tea and it's over now but he's dazed", "emergency"),
        ("I tipped all the pills on the table and thought how peaceful it would be to swallow the lot", "emergency"),
        ("I did my wrists with a razor at the weekend, it's stopped bleeding", "emergency"),
        ("Dad phoned and his words were mush, is it low b12", "emergency"),
        ("wet myself on the sofa and only noticed when the cushion went cold", "emergency"),
        ("every hour my legs get weaker, is it the b12", "emergency"),
        ("blotches all over after the jab and I've been sick", "emergency"),
        ("woke up on the lino and keep going under", "emergency"),
        ("been shot in the leg with an air rifle just now", "emergency"),
        ("last night a nurse collapsed at work, not waking", "emergency"),
        ("my throat has a lump and I can't swallow at the wedding", "emergency"),
        ("I have none of that thank god but my chest is crushing now", "emergency"),
        ("she smiled and the left side stayed flat", "emergency"),
        ("how many of these would it take", "emergency"),
        ("went over like a skittle in the queue just now", "emergency"),
        ("the waterworks have shut down since breakfast and I am full", "emergency"),
        ("he has no idea what year it is since this morning", "emergency"),
        ("she is planning to be dead by her birthday", "emergency"),
        ("been cutting my legs on purpose again", "emergency"),
        ("half her body went numb all at once", "emergency"),
        ("potassium came back at two point one", "emergency"),
        ("my bottom and between my legs has no feeling since friday", "emergency"),
        (
            "one nurse gave me mine at noon and another nurse at the clinic gave me one again, not on the system",
            "urgent",
        ),
        ("potassium has come back on the low side", "urgent"),
        ("gran put her purse in the freezer and forgot the gas, it's not like her", "urgent"),
        ("the dressing from my injection is green and it smells", "urgent"),
        ("yesterday they gave me the injection meant for another patient", "urgent"),
        ("my trousers are falling off me and I'm not dieting", "urgent"),
        ("I took two by accident", "urgent"),
        ("I feel so down for weeks now", "urgent"),
        ("she can't remember who I am since this morning", "urgent"),
        ("doctor sorted it out but I am seeing double again today", "urgent"),
        ("my feet are tingling more since monday", "urgent"),
    ],
)
def test_a_sign_in_passing_is_heard(detector: Detector, text: str, least: str) -> None:
    """Whatever else the message is about, and though it has stopped now."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(least)


@pytest.mark.parametrize(
    "text",
    [
        "we just had a fit of giggles at the nurse's",
        "I line up my tablets for the week in the organiser on a sunday, easy",
        "I did my wrist exercises at physio",
        "the soup I made was mush, anyway phone number for the clinic?",
        "soaked in the rain and only noticed when I got home",
        "I am down for the appointment on friday",
        "I can't remember when mine is due",
        "there was a lump in my throat at the wedding, lovely day",
        "in last night's drama a nurse collapsed, is that real",
        "drowning in emails, when is my next one",
        "how many of my injections would it take to feel better",
        "I'll be dead before they ring me back",
        "sober now, not a drop since last year",
        "the baby smiled on one side of the pram",
        "no idea what year my diagnosis was",
        "I cut my arm on the fence",
        "if I ever took two by accident what happens",
        "my feet are tingling a bit less since monday",
    ],
)
def test_what_only_sounds_so_raises_nothing(detector: Detector, text: str) -> None:
    """Figures of speech, a film, a list of pills, a date that is forgotten, and what is less."""
    assert LEVELS.index(detector.triage(text).level) <= LEVELS.index("routine")
