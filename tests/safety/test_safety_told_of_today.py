"""What went unnoticed, went step by step or went by lunch: emergencies of today without the name of a sign."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

UNFELT = [
    "I stood up from the bus seat and it was soaking and I hadn't felt a thing",
    "gran messed the bed last night, she says she'd no idea",
    "weed all down the sofa watching telly and only knew when it went cold",
    "Dad's trousers were wet through and he never felt it",
    "I'm having to go by the clock because I don't get the feeling of needing a wee any more",
    "there was a puddle under my chair at work, I didn't feel it coming",
    "bowels opened in the car and I didn't notice till I smelt it",
    "can't tell if I've finished peeing unless I look",
    "the bit that touches the saddle has gone numb, I haven't been on a bike in years",
    "my hubby leaked through his pants at church without knowing",
]
WEAKER_BY_DAYS = [
    "On Sunday he danced at the wedding, Monday he used a stick, now it takes two of us to get him up",
    "went from walking the dog to a wheelchair in four days",
    "yesterday a frame, this morning they had to hoist me",
    "Friday I climbed the stairs, Saturday I hung on to the furniture, Sunday I couldn't stand",
    "needed crutches on Wednesday and a wheelchair by Friday",
    "my wife walked to church on Sunday, by Tuesday she could not get out of the chair",
]
MUDDLED_TODAY = [
    "gran asked who I am, she knew me fine this morning",
    "he insists it's 1962 and was sharp as anything last night",
    "mum keeps asking when her mother is coming, this began at teatime, grandmother died in 1990",
    "my dad doesn't recognise his own kitchen, he was normal at lunch",
    "nan is talking to people on the ceiling, was right as rain yesterday",
    "my partner just asked me what our kids are called",
    "he was doing his accounts this morning and now he thinks he's late for school",
    "she put her shoes in the oven and she was fine an hour ago",
    "suddenly granddad wants to go home and he is at home",
]
SLEEP_FOR_GOOD = [
    "is a box of amitriptyline enough so I never wake up",
    "how many of my zopiclone to drift off forever",
    "I've 60 propranolol here, is that plenty to stop my heart",
    "would all my insulin do to make me sleep for good",
    "enough tablets in the drawer to go to sleep and not wake up",
]
SQUEEZED_TODAY = [
    "there was a vice round my ribs before breakfast this morning for ten minutes, it has gone",
    "had a heavy ache under my breastbone last night for half an hour, ok today",
    "woke at 5 a.m. with a clamp behind the breastbone, eased by 6",
    "pressure in the middle of my chest after lunch, passed off now, should I still come tomorrow",
]
NOSEBLEEDS = [
    "nosebleed for half an hour and it's still dripping",
    "my nose has been streaming blood since 4 o'clock",
    "on apixaban and my nose is bleeding",
    "mum's nose is bleeding, been pinching it for 25 minutes",
    "gone through a whole box of tissues with this nosebleed",
]
BREATHLESS_IN_A_CHAIR = [
    "breathless just sitting on the settee and it's worse by the hour",
    "he's puffing in his armchair, hasn't moved all morning",
    "even in bed I'm short of breath now",
]
SPEECH = [
    "grandad sounds like he has marbles in his mouth and his arm keeps dropping",
    "her words have gone funny all of a sudden like a hot potato in the mouth",
    "mama talk no clear since morning and mouth don turn to one side",
]
SKIN_AND_BELLY = [
    "hives all over my belly and stomach cramps, did my jab at lunch",
    "did mine after breakfast, now itchy lumps everywhere and terrible tummy pain",
    "red welts and the runs an hour after the injection",
]
HARMLESS = [
    "I spilt my tea down my trousers and never noticed till the nurse told me",
    "jeans soaked from the rain, didn't notice the surgery had moved",
    "when do I need to pee before the injection",
    "does B12 come in a box of ten?",
    "are two of my amitriptyline enough to stop me waking up in the night?",
    "I want to come off my sleeping tablets for good",
    "enough tablets left to last till Friday",
    "how many tablets should I take with me on holiday",
    "saddle sore where I sit on my bike after 60 miles",
    "Monday I walked to the clinic, Tuesday I drove to work",
    "after my hip op I was in a wheelchair Monday, on a frame Wednesday and now just a stick",
    "the nurse was new, she asked me what my name was",
    "my son asked what my name was for the form",
    "he says it's 2026 already, time flies since my first jab",
    "my grandson thinks it's Christmas",
    "she thinks she is at work on Monday so can we move it",
    "my dog sees cats in the garden and barks",
    "I had a nosebleed for five minutes last week",
    "I'm on warfarin, can I have the injection in the muscle?",
    "does warfarin cause nosebleeds?",
    "her speech was well received",
    "talking to the chemist about marbles",
    "I gripped the chair because needles scare me",
    "my ribs ache from the gym yesterday",
    "gone ten o'clock and still no call back from you",
    "sat in the chair after my jab, read a book, went home",
    "I was blowing up balloons in the chair",
    "got it done at lunch, all good",
    "puffing on my pipe in my armchair",
    "I knew a lady who wet herself laughing and didn't notice",
    "Is it true B12 stops you losing feeling when you wee?",
    "nobody noticed the wet floor in your toilets",
    "I never notice a thing when she injects me in my chair",
]


@pytest.mark.parametrize("text", UNFELT)
def test_water_or_stools_that_went_unfelt(detector: Detector, text: str) -> None:
    """Water or stools that nobody felt go, and no sense of a full bladder, are of the cord."""
    triage = detector.triage(text)
    assert (triage.level, "A6" in {sign.id for sign in triage.signs if sign.status == "present"}) == ("emergency", True)


@pytest.mark.parametrize("text", WEAKER_BY_DAYS)
def test_another_aid_each_day(detector: Detector, text: str) -> None:
    """Whoever needs a stronger aid with each day is getting weak fast."""
    triage = detector.triage(text)
    assert (triage.level, "A7" in {sign.id for sign in triage.signs if sign.status == "present"}) == ("emergency", True)


@pytest.mark.parametrize("text", MUDDLED_TODAY)
def test_who_lost_the_thread_within_hours(detector: Detector, text: str) -> None:
    """The wrong year, a stranger's name or people at the ceiling, of somebody who was well hours ago."""
    triage = detector.triage(text)
    assert (triage.level, "A9" in {sign.id for sign in triage.signs if sign.status == "present"}) == ("emergency", True)


@pytest.mark.parametrize("text", SLEEP_FOR_GOOD)
def test_enough_for_a_sleep_without_an_end(detector: Detector, text: str) -> None:
    """Asking how many tablets make a sleep that never ends is a wish to die."""
    triage = detector.triage(text)
    assert (triage.level, "A11" in {sign.id for sign in triage.signs if sign.status == "present"}) == (
        "emergency",
        True,
    )


@pytest.mark.parametrize("text", SQUEEZED_TODAY)
def test_a_squeezing_behind_the_ribs_today(detector: Detector, text: str) -> None:
    """It counts within hours although it has gone."""
    triage = detector.triage(text)
    assert (triage.level, "A3" in {sign.id for sign in triage.signs if sign.status == "present"}) == ("emergency", True)


@pytest.mark.parametrize("text", NOSEBLEEDS)
def test_a_nose_that_goes_on_bleeding(detector: Detector, text: str) -> None:
    """For more than twenty minutes, through towels, or with a blood thinner."""
    triage = detector.triage(text)
    assert (triage.level, "A14" in {sign.id for sign in triage.signs if sign.status == "present"}) == (
        "emergency",
        True,
    )


@pytest.mark.parametrize("text", BREATHLESS_IN_A_CHAIR)
def test_breathless_while_sitting(detector: Detector, text: str) -> None:
    """Whoever is short of breath in a chair or a bed has severe trouble breathing."""
    triage = detector.triage(text)
    assert (triage.level, "A2" in {sign.id for sign in triage.signs if sign.status == "present"}) == ("emergency", True)


@pytest.mark.parametrize("text", SPEECH)
def test_speech_as_with_a_full_mouth(detector: Detector, text: str) -> None:
    """Speech that has changed, and a mouth or a hand beside it, is a stroke."""
    triage = detector.triage(text)
    assert (triage.level, "A4" in {sign.id for sign in triage.signs if sign.status == "present"}) == ("emergency", True)


@pytest.mark.parametrize("text", SKIN_AND_BELLY)
def test_skin_and_belly_after_an_injection(detector: Detector, text: str) -> None:
    """Hives with cramps or loose stools in the hours after an injection are a severe reaction."""
    triage = detector.triage(text)
    assert (triage.level, "A1" in {sign.id for sign in triage.signs if sign.status == "present"}) == ("emergency", True)


@pytest.mark.parametrize("text", HARMLESS)
def test_their_harmless_neighbours(detector: Detector, text: str) -> None:
    """Tea on trousers, tablets for the night, a nurse who asks a name: the words are the same, and there is no sign."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("at 6 a.m. today I had a tight feeling behind my breastbone, fine since", "emergency"),
        ("my jab was at 9 a.m. My lips are swelling", "emergency"),
        ("the clinic opens at 8 a.m. on weekdays", "none"),
    ],
)
def test_a_time_of_day_with_stops(detector: Detector, text: str, level: str) -> None:
    """The stops of "a.m." end no sentence, and what comes after them is read all the same."""
    assert detector.triage(text).level == level
