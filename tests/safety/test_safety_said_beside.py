"""Signs that are there beside words that could lower them, and signs told by what somebody sees of them."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector


def present(detector: Detector, text: str) -> tuple[str, set[str]]:
    """The level of a message and the rows of the signs that are there."""
    triage = detector.triage(text)
    return triage.level, {sign.id for sign in triage.signs if sign.status == "present"}


BESIDE_A_DATE = [
    ("when I was little I had a seizure, had another just now", "A9"),
    ("I once took an overdose and I'm about to do it again", "A16"),
    ("treated for a heart attack last year and the pain is back", "A3"),
    ("my late husband had chest pain like this, mine's been going for an hour", "A3"),
]
BESIDE_WHAT_IS_OVER = [
    ("chest pain has eased a bit since I sat down", "A3"),
    ("used to the numbness but not to this, legs gave way twice today", "A7"),
    ("can b12 stop you peeing, nothing since last night", "A6"),
    ("I'm dead on my feet, literally can't stand, legs gone since morning", "A7"),
]
BESIDE_AN_IF = [
    ("unless I sit bolt upright I can't breathe", "A2"),
    ("if I hold my arms out the left one drops, since lunch", "A4"),
    ("risk of stroke runs in my family and my speech has gone funny", "A4"),
    ("trying to avoid hospital but I'm coughing up blood by the cup", "A14"),
    ("fear of needles aside I've gone numb between the legs", "A6"),
]
BESIDE_A_QUESTION = [
    ("how long does the throat swelling last, can hardly swallow", "A1"),
    ("are seizures a side effect? just had one", "A9"),
    ("Any chest pain? Yes, crushing.", "A3"),
    ("Have you got chest pain? Yes", "A3"),
    ("Did I collapse? Yes.", "A5"),
    ("when will the feeling come back between my legs", "A6"),
]
TAKEN_BACK = [
    ("the gp asked if I had numbness down there and I said no, truth is I do", "A6"),
    ("form asks about numbness down below. I ticked no. It's a lie", "A6"),
    ("They asked about numbness between my legs. I ticked no. That's not true", "A6"),
    ("They asked about chest pain and I said no because I was scared, but it's been crushing all day", "A3"),
]
BESIDE_A_FIGURE = [
    ("he threw a fit, a real one, shaking and foaming", "A9"),
    ("pain in the neck and jaw and chest, sweating", "A3"),
    ("the dog found him on the floor, he isn't moving", "A5"),
    ("the horse threw her and she's not moving", "A5"),
    ("my heart skipped when I saw the bill, now it's hammering and I'm going faint", "A12"),
    ("muddled up the dates and my own address and the kids' names today, never like this", "A9"),
    ("can't remember when my next jab is, or my wife's name, or where I live, all since this morning", "A9"),
    ("at 70 I didn't expect a seizure, had one an hour ago", "A9"),
]
NO_WISH_TO_GO_ON = [
    "can't see the point in going on",
    "cannot see the point of waking up again",
    "if it wasn't for the dog I'd have taken the pills already",
    "if my husband wasn't here I'd have ended it tonight",
    "lost my brother to suicide, I'm planning mine",
    "I'd like to go to sleep and that be that",
    "the world can carry on without me from Sunday",
    "been counting out my amitriptyline into piles",
    "I keep looking at the beam in the garage",
    "I'd be doing them all a favour",
    "my arms are covered in fresh cuts and it's the only thing that helps",
]
SEEN = [
    ("face like a football half an hour after b12", "A1"),
    ("my lips look like I've had them pumped up, had my b12 at nine", "A1"),
    ("no joke my tongue is the size of a potato", "A1"),
    ("half my face went like wax", "A4"),
    ("my wife put her slipper on the wrong foot and is talking double dutch", "A4"),
    ("woke up and this arm belongs to somebody else", "A4"),
    ("my phone keeps falling out of my left hand and my lip feels like after the dentist", "A4"),
    ("zero feeling when I wipe", "A6"),
    ("it's as though I'm sitting on a cushion that isn't there", "A6"),
    ("need to push on my stomach to get any wee out since the weekend", "A6"),
    ("numbness was in my socks on Friday, now it's in my belt", "A7"),
    ("each day this week I've lost a bit more of my legs", "A7"),
    ("husband had to lift me off the toilet, could do it by myself on Sunday", "A7"),
    ("mum got up at 3 to go to school, she's 74", "A9"),
    ("feel like I'm slipping away, infection in my arm", "A10"),
    ("toilet looks like a murder scene", "A14"),
    ("poo like tar and I nearly went over getting off the loo", "A14"),
    ("heater's on and we've all got banging heads and feel sick and the dog's collapsed", "A16"),
]
SEEN_URGENT = [
    ("can't tell a 10p from a pound in my pocket any more", "B2"),
    ("I fumble buttons now and drop my pegs", "B2"),
    ("used to be ok years ago, these days my feet get number by the week", "B2"),
    ("if I close my eyes I fall over, new this week", "B2"),
    ("sleeping in the armchair since lying flat makes me gasp a bit", "B4"),
    ("lips and gums have lost their pink", "B4"),
    ("there's a radio playing in my head with nobody in", "B7"),
    ("I cry in the car every morning before work", "B7"),
    ("afraid of losing my memory, it's been going downhill this week", "B7"),
    ("what's in the pan looks like liquorice", "B10"),
]
CALM = [
    "I don't expect a reaction",
    "I used to get chest pain but not any more",
    "my chest pain has eased since years ago",
    "had a stroke in 2012, my speech is back now",
    "mine is on Monday, my late husband had chest pain",
    "if I hold the needle at 90 degrees is that right",
    "unless I keep having them will I go numb",
    "what if I faint when I stand after the injection",
    "I'm worried I might faint and my mum would panic",
    "afraid of a stroke like my dad had",
    "are seizures a side effect?",
    "is chest pain a side effect? Yes or no",
    "when will the feeling come back in my toes",
    "they asked about chest pain, I said no",
    "They asked had I any numbness. I ticked no.",
    "the nurse asked about fits and I said no because I've never had one",
    "I asked if fainting is common. She said no. That's not true is it",
    "the gp asked if I smoke and I said no, truth is I do",
    "Any chest pain? No.",
    "the dog fainted at the vet",
    "she threw a fit about the parking",
    "muddled about the dates of my jabs",
    "my lips look like a duck in this selfie filter",
    "the doctor was talking double dutch",
    "the arm of the chair isn't mine",
    "press on the skin then push the plunger down",
    "pull your socks up and buy a belt",
    "can't push the clutch, the garage says it's the cable",
    "mum is up for school at 7, she's a teacher",
    "I count out my tablets into piles for the week",
    "I'd be doing them a favour if I returned the spare ampoules",
    "the office can carry on without me while I'm at the clinic",
    "can't see the point in carrying on with tablets",
    "don't see the point in going every 8 weeks",
    "if it wasn't for my wife I'd have forgotten my tablets",
    "if it weren't for the nurse I'd have ended up in hospital",
    "what happens if I take all my vitamins at once",
    "looking at the beam in the garage that needs painting",
    "bathroom looks like a crime scene after dyeing my hair",
    "we all have colds and the boiler is broken",
    "I threw the ball and he's not moving for it",
    "the song keeps playing in my head",
    "I cry every time at that advert",
    "I eat the same as ever and weigh the same",
    "I hold both arms out and they stay up fine",
]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        *BESIDE_A_DATE,
        *BESIDE_WHAT_IS_OVER,
        *BESIDE_AN_IF,
        *BESIDE_A_QUESTION,
        *TAKEN_BACK,
        *BESIDE_A_FIGURE,
        *((text, "A11") for text in NO_WISH_TO_GO_ON),
        *SEEN,
    ],
)
def test_what_is_there_is_an_emergency_whatever_stands_beside_it(detector: Detector, text: str, row: str) -> None:
    """A sign of row A beside a date, an if, a question, an old answer or a figure of speech, or told as it looks."""
    level, rows = present(detector, text)
    assert level == "emergency"
    assert row in rows


@pytest.mark.parametrize(("text", "row"), SEEN_URGENT)
def test_what_somebody_sees_of_it_wants_advice_today(detector: Detector, text: str, row: str) -> None:
    """A sign of row B without its name."""
    level, rows = present(detector, text)
    assert level == "urgent"
    assert row in rows


@pytest.mark.parametrize("text", CALM)
def test_the_same_words_of_something_else_raise_nothing(detector: Detector, text: str) -> None:
    """The words beside which a sign counts, with no sign there."""
    assert present(detector, text)[0] in ("none", "routine")
