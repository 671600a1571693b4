"""A long coach ride, crossed legs, a poster, a question about signs, half an hour: what borrows a sign's words, and the
sign that stands beside it."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

SEATS = [
    "my behind is numb from the coach ride",
    "nine hours on a coach and my backside has gone numb",
    "long coach ride to Scotland, numb behind",
    "my bum went numb on the coach, those seats",
    "just got off the coach, my bum is numb",
    "numb backside after the coach trip, bring a cushion",
    "after a whole day on the bus my bottom is numb",
    "ten hours on a plane and my bum's numb",
    "the pews in our church make my bum numb",
]
CROSSED = [
    "I sat with my legs crossed and my foot has gone to sleep",
    "I sat cross-legged too long and both legs have gone to sleep",
    "legs crossed for the whole film and now my leg's gone to sleep",
    "my legs have gone to sleep from sitting cross legged",
    "been sitting on my foot, it's gone to sleep",
    "sat with crossed legs in the meeting, leg went dead, fine when I stood up",
    "crossed legs gone to sleep",
    "had my legs crossed all through church and they've gone to sleep",
]
# The seat or the crossed legs do not explain these.
SEAT_EMERGENCY = [
    "my behind is numb from the coach ride and I can't pee",
    "numb bum since the coach ride yesterday, still no feeling",
    "coach ride, numb behind, and I wet myself without noticing",
    "got off the coach with a numb bum and my legs gave way",
    "the coach was last week and my bottom is still numb",
    "numb between my legs after the coach ride",
    "numb behind from the coach, it has not come back",
    "my bum went numb on the coach two days ago and it stays numb",
    "bum numb on the plane, can't feel when I wipe",
    "coach trip, backside numb, chest pain now",
    "pews make my bum numb but today my private parts are numb too",
    "sat cross-legged, both legs have gone to sleep and I cannot stand",
    "legs crossed, leg went dead, now half my body is numb",
    "crossed my legs, they have gone to sleep, and my face is drooping",
    "sat with legs crossed, they've gone to sleep and I've wet myself",
    "legs gone to sleep from sitting cross legged, numbness is moving up to my waist",
    "my legs have gone, I was sitting cross legged",
]
SEAT_URGENT = [
    "sat with my legs crossed, foot went to sleep an hour ago and has not come back",
    "my feet go to sleep when I cross my legs and it is getting worse every week",
    "crossed legs gone to sleep two hours ago and still numb",
    "sat cross-legged, foot gone to sleep, and now it drags",
    "legs crossed at lunch, my foot is still asleep tonight",
    "numb bum from the coach, and my hands have been numb for a week",
    "numb behind from the coach, and my feet are numb too lately",
    "sitting on my foot, it's gone to sleep and stays dead all day",
    "foot gone to sleep from crossing my legs, it keeps tripping me up",
    "leg went dead with legs crossed, never came back right",
]
SHOWN = [
    "there's a poster about sepsis next to the reception desk",
    "a poster on sepsis hangs in my surgery",
    "I read the sepsis poster while I waited",
    "saw a poster on sepsis at the surgery",
    "we had a talk on sepsis at the WI",
    "my surgery has a leaflet on sepsis on every chair",
    "the sign in A&E about sepsis caught my eye",
    "the screen in the waiting room keeps going on about sepsis",
    "the practice has put up posters about sepsis",
    "there was a stall about sepsis in the foyer",
]
SHOWN_AND_THERE = [
    "saw a poster about sepsis and think dad has it",
    "the poster about sepsis describes me exactly",
    "read the sepsis poster, I have all of them",
    "went to a talk on sepsis, I am mottled and shivering violently",
    "poster about sepsis in the waiting room, mottled skin and shaking uncontrollably",
    "the leaflet on sepsis fits my husband, he is confused and burning up",
    "there's a poster about sepsis here. I think I have sepsis",
    "after the talk on sepsis I looked at my arm: red streaks, fever and chills",
    "the screen about sepsis says call, my mum is breathing fast with an infection",
    "sepsis poster says slurred speech and that is how he talks now",
    "a stall about sepsis, and I have no pee all day and feel awful with this infection",
    "sign about sepsis on the wall, is this sepsis, my jab site is infected and I have chills",
]
ASKED = [
    "what does anaphylaxis look like",
    "what does anaphylaxis actually look like, asking so I can spot it",
    "anaphylaxis, what does it look like?",
    "how do you know what anaphylaxis looks like",
    "I'd like to know what anaphylaxis looks like",
    "I want to know what anaphylaxis looks like before my first jab",
    "before my first injection on Monday, what does anaphylaxis look like?",
    "my nurse friend asked what anaphylaxis looks like",
    "what would anaphylaxis look like in a grown man",
]
ASKED_AND_THERE = [
    "what does anaphylaxis look like, my throat is closing",
    "what does anaphylaxis look like, I think I have it",
    "I'd like to know what anaphylaxis looks like because my lips are huge",
    "anaphylaxis, what does it look like? my tongue is swelling",
    "what does anaphylaxis look like, she is covered in hives and can't breathe",
    "my friend asked what anaphylaxis looks like, her face is swelling up",
    "want to know what anaphylaxis looks like as I am wheezing after the jab",
    "does anaphylaxis look like this, I'm covered in hives and dizzy",
    "what does anaphylaxis look like. I am having it",
    "I want to know what anaphylaxis looks like, my husband has gone grey and floppy after his jab",
    "asked what anaphylaxis looks like and now I am having an anaphylactic reaction",
]
HALVES = [
    "my mum took a paracetamol and the headache went, half an hour after, gone",
    "my mum took an antacid, it went, half an hour after, gone",
    "dad took his tablet and the itch went, half an hour after it was gone",
    "half an hour after the tea the queasiness was gone",
    "half a tablet and it was gone",
]
HALVES_AND_THERE = [
    "half an hour after my jab my sight was gone",
    "half of what I look at is gone",
    "half the page is gone when I read",
    "half of everything has gone black",
    "mum took her tablet, half an hour after, her sight went",
    "half an hour ago the vision in one eye, gone",
    "half his face is gone when I look at him",
    "mum took paracetamol, the headache went, half an hour after, gone, but now she can't see out of one eye",
    "my mum took her pill, half an hour after, gone grey and floppy and won't wake",
    "dad took his tablet and half an hour after his speech was gone",
    "half the room is missing",
    "took an aspirin, half an hour after everything went black and stayed black",
]
NECKS = [
    "my brother's a pain in the neck about my injections",
    "my boss is being a pain in the neck, won't give me the morning off",
    "that receptionist is a pain in the neck",
    "my boss gives me a pain in the neck",
    "my brother is a pain in the neck and it's his birthday today",
    "a pain in the neck of a boss",
]
NECKS_AND_THERE = [
    "pain in the neck of a boss, and now my throat is closing",
    "my brother is a pain in the neck and he says my face is drooping",
    "my boss is a pain in the neck, I have crushing chest pain at work",
    "she's a pain in the neck but she can't breathe now",
    "brother's a pain in the neck. He collapsed and won't wake up",
    "a pain in the neck, that boss, my left arm won't lift and I slur",
    "my pain in the neck of a brother has taken all his tablets",
    "he's a pain in the neck, now he has a stiff neck, fever and a headache",
    "my boss is a pain in the neck and I can't go on, I want to end my life",
    "boss is a pain in the neck, pains in my chest going down my arm",
    "my sister, a pain in the neck, has lips swollen like balloons after her jab",
]
LEVELS = ["none", "routine", "urgent", "emergency"]


@pytest.mark.parametrize("text", SEATS + CROSSED + SHOWN + ASKED + HALVES + NECKS)
def test_an_everyday_thing_in_the_words_of_a_sign_is_no_alarm(detector: Detector, text: str) -> None:
    """A seat, a posture, a poster, a question, half an hour or a tiresome person: nobody is told to call."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    "text", SEAT_EMERGENCY + SHOWN_AND_THERE + ASKED_AND_THERE + HALVES_AND_THERE + NECKS_AND_THERE
)
def test_an_emergency_beside_such_words_stays_one(detector: Detector, text: str) -> None:
    """What stands beside the harmless words is answered as if they were not there."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", SEAT_URGENT)
def test_numbness_that_outlasts_the_seat_is_for_today(detector: Detector, text: str) -> None:
    """What does not come back, gets worse or is elsewhere too wants advice today."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index("urgent")
