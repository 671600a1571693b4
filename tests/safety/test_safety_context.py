"""Direction: the same sign negated, over, feared, asked about, joked about; and what must never lower it."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.safety import Detector

NOUNS = ["chest pain", "trouble breathing", "a seizure", "heavy bleeding", "double vision", "numb hands"]
LOWERED = {
    "negated": ["I have no {x}", "I don't have any {x}", "there is no fever or {x}", "I never get {x}"],
    "question": ["is {x} a side effect?", "can b12 cause {x}", "What are the signs of {x}?", "how common is {x}"],
    "hypothetical": ["what if I get {x}", "if I have {x} who do I call", "it lowers the risk of {x}"],
    "past": ["I had {x} in 2015", "years ago I had {x}", "I used to get {x}", "my {n} stopped months ago"],
}
PRESENT = {
    "I can't breathe": "A2",
    "no, chest pain since this morning": "A3",
    "no fever no rash just chest pain": "A3",
    "not sure if this is chest pain": "A3",
    "my husband says I had a seizure": "A9",
    "no chest pain but my throat is tight": "A1",
    "do i need my epipen, lips tingling and swelling": "A1",
    "achy arm and tight chest, is it the b12": "A3",
    "is my chest pain a side effect?": "A3",
    "why does my chest hurt": "A3",
    "I don't know why I have chest pain": "A3",
    "I had covid 3 years ago and now I have chest pain": "A3",
    "my chest hurts and I had surgery in 2015": "A3",
    "chest pain was gone but it is back": "A3",
    "face numb and arm weak came and went, its fine now": "A4",
    "I had a stroke": "A4",
    "she fainted and it is better now but she is not responding": "A5",
}
# Words stand in each that lower other signs: a list of answers, a leaflet, a film, "last time", "never came back".
PRESENT_ALL_THE_SAME = [
    "we were laughing at the telly and suddenly she cannot breathe",
    "someone at work is having a stroke",
    "I am a retired nurse and I have crushing chest pain",
    "my handwriting went strange and I think I am having a stroke",
    "dad was at the computer and had a seizure",
    "a man in the station collapsed and is not breathing",
    "my son is choking at the match",
    "you cannot imagine the chest pain I have",
    "tell me if a crushing chest pain like mine is serious",
    "one day my legs gave way and they still do",
    "I read about heart attacks and I have chest pain",
    "no fever, no cough, no rash, yesterday I had chest pain",
    "the stroke left me weak and now my heart hurts",
    "dad collapsed on the sofa after his shift",
    "in the first aid kit is an epipen, my throat is closing",
    "Mum says she has chest pain and feels clammy",
    "the paramedics say he had a heart attack this morning and he is grey",
    "why is my mum so confused and slurring all of a sudden",
    "what is happening to my wife, her face is drooping",
    "should I still go to A&E, my throat is swelling",
    "should I go to hospital, I have chest pain",
    "should I tell my doctor that I have crushing chest pain",
    "my heart is fine but I can't breathe",
    "my vision is fine but my speech is slurred",
    "none of this helps, I can't breathe",
    "I've never had any of these before and now chest pain",
    "they wanted an ambulance and I said no, the chest pain is worse",
    "like last time, my throat is closing",
    "my daughter collapsed at school and won't wake up",
    "our baby, born at 36 weeks, is floppy and won't feed",
    "my sight went and never came back",
    "since last night I can't see out of one eye",
    "my toddler swallowed a watch battery",
    "my mum had a fit an hour ago, her first",
    "she was watching a video and had a seizure",
    "he got off the bus and collapsed",
    "fell off the roof and passed out",
    "he's on the floor and is not answering",
    "I can't feel a thing when I wipe",
    "thinking of jumping in front of a train",
    "he wrote a suicide note",
    "I'd rather die than go on like this",
    "I was revising for my exam and suddenly I can't see",
    "he collapsed in the game and isn't breathing",
    "I told the nurse about my chest pain and it's getting worse",
    "passed out on the couch and won't wake up",
    "she collapsed onto a chair and is grey",
    "the pain is back in my chest",
    "he won't answer me, he's on the floor",
    "I have an exam on friday and crushing chest pain now",
    "my husband, a nurse, says my face is drooping",
    "chest infection and now my chest is tight",
    "can I die from this chest pain",
    "is my tongue meant to swell up like this after the jab",
    "my dog bit me and I can't stop the bleeding",
]
PRESENT_LINES = (Path(__file__).parent / "present_all_the_same.txt").read_text(encoding="utf-8").splitlines()[1:]
ABSENT = [
    "my mum had a stroke last year",
    "chest pain is gone since tuesday",
    "I had anaphylaxis to penicillin in 2010",
    "My mum died of a stroke",
    "the pain was killing me",
    "dying to know",
    "I'm dead tired",
    "i could kill for a nap",
    "shot took my breath away",
    "I'm suffocating in paperwork",
    "stroke of luck",
    "heart of the matter",
    "What if I faint?",
    "I do not have trouble breathing",
    "What are the symptoms of anaphylaxis?",
    "how common is allergic reaction?",
    "does b12 help with numbness?",
]


@pytest.mark.parametrize("status", LOWERED)
@pytest.mark.parametrize("noun", NOUNS)
def test_context_lowers_a_sign(detector: Detector, noun: str, status: str) -> None:
    """A sign that is negated, asked about, feared or long over is no emergency, and says why."""
    for frame in LOWERED[status]:
        text = frame.format(x=noun, n=noun.removeprefix("a "))
        triage = detector.triage(text)
        assert triage.level in ("none", "routine"), text
        assert status in {sign.status for sign in triage.signs}, text


@pytest.mark.parametrize(("text", "sign"), PRESENT.items())
def test_doubtful_context_leaves_an_emergency(detector: Detector, text: str, sign: str) -> None:
    """Words that only look like a negation, a question or a past lower nothing."""
    triage = detector.triage(text)
    assert (triage.level, sign in {found.id for found in triage.signs if found.status == "present"}) == (
        "emergency",
        True,
    )


@pytest.mark.parametrize("text", ABSENT)
def test_lookalikes_of_the_triage_table(detector: Detector, text: str) -> None:
    """The look-alikes of the triage table are neither an emergency nor urgent."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    ("text", "sign", "level"),
    [
        ("numb bum from sitting", "A6", "routine"),
        ("numb bum and can't pee", "A6", "emergency"),
        ("my calf is swollen", "B9", "urgent"),
        ("my calf is swollen and I am breathless", "A2", "emergency"),
        ("palpitations", "B3", "urgent"),
        ("palpitations and feel faint", "A12", "emergency"),
        ("hives", "B1", "urgent"),
        ("hives and a tight chest", "A1", "emergency"),
        ("headache", "C3", "routine"),
        ("headache, rash and stiff neck", "A13", "emergency"),
        ("I hit my head and keep vomiting", "A15", "emergency"),
        ("tingling for years, same as ever", "C6", "routine"),
        ("pins and needles getting worse", "B2", "urgent"),
        ("I fainted", "B4", "urgent"),
        ("I fainted right after the injection", "A5", "emergency"),
        ("I reacted to b12 before", "B1", "urgent"),
        ("food gets stuck", "B10", "urgent"),
    ],
)
def test_pairs_and_qualifiers_move_the_level(detector: Detector, text: str, sign: str, level: str) -> None:
    """Two signs together raise the level; a known, steady or positional one does not."""
    triage = detector.triage(text)
    assert triage.level == level
    assert (sign in {found.id for found in triage.signs if found.status == "present"}) is (
        level != "routine" or sign.startswith("C")
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("this meme is so bad, I think I had a stroke", "figurative"),
        ("the printer is having a seizure", "figurative"),
        ("my girlfriend left me and my heart hurts", "figurative"),
        ("opening that shop now is commercial suicide", "figurative"),
        ("I nearly had a heart attack when I opened the bill", "figurative"),
        ("either your title is wrong or I am having a stroke", "figurative"),
        ("in the season finale he has a stroke", "figurative"),
        ("that mini heart attack when the lift stops between two floors", "figurative"),
        ("my sister about had a heart attack when the smoke alarm went", "figurative"),
        ("I think our satnav is having a stroke, it sends us into the river", "figurative"),
        ("we went from heavy bleeding every month to almost none", "figurative"),
        ("my cousin lost her brother to suicide", "past"),
        ("the tablets gave me chest pain... that is all gone now", "past"),
        ("before starting these tablets I had double vision", "past"),
        ("I stopped experiencing the headaches, the tinnitus and the double vision", "past"),
        ("Stroke. Is stroke hereditary?", "question"),
        ("how do you assess an elderly patient who is incontinent", "question"),
        ("writing a story where the hero cannot breathe", "figurative"),
        ("we did the first aid course with choking and burns", "figurative"),
        ("I never had swelling, hives, a rash, trouble breathing or a seizure", "negated"),
        ("I read a post about a lady whose throat closed, so I am scared of mine", "question"),
        ("over the winter my father had a stroke", "past"),
        ("if a wound is red how soon would sepsis show", "hypothetical"),
        ("when a patient has low potassium is chest pain a sign of it", "hypothetical"),
    ],
)
def test_nobody_has_it_now(detector: Detector, text: str, status: str) -> None:
    """Jokes about things and titles, training, a listed denial, what was read, last winter, anybody in general."""
    triage = detector.triage(text)
    assert triage.level in ("none", "routine", "urgent" if status == "past" else "none")
    assert status in {found.status for found in triage.signs if found.id[0] == "A"}


def test_old_stroke_sign_never_checked_is_urgent(detector: Detector) -> None:
    """A stroke sign of last month that nobody looked at needs advice today."""
    assert detector.triage("my face drooped for an hour 3 weeks ago").level == "urgent"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("my throat is closing", "self"),
        ("my husband says I had a seizure", "self"),
        ("my mum has chest pain", "other"),
        ("they never rang and my chest is tight", "self"),
        ("she has not called, my left arm is weak and my face droops", "self"),
        ("my mum says her chest is tight", "other"),
        ("my husband's chest is tight", "other"),
        ("he passed out and wont wake up", "other"),
        ("my baby is floppy and wont wake", "child"),
        ("my 4 year old can't breathe", "child"),
        # Where the rules see no sign, what it is like may be one.
        ("grandad will not swallow and stares", "other"),
    ],
)
def test_person(detector: Detector, text: str, person: str) -> None:
    """The card speaks to the right person."""
    assert detector.triage(text).person == person


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("my throat is closing", "anaphylaxis"),
        ("face drooping", "stroke"),
        ("i want to die", "crisis_thoughts"),
        ("i've taken all my tablets", "crisis_done"),
        ("my friend wants to kill herself", "crisis_other"),
        ("she drank bleach", "poisoning"),
        ("my baby is floppy and wont wake", "child"),
        ("vomiting blood", "bleeding"),
        ("tingling in my feet is worse", "nerves"),
    ],
)
def test_first_card(detector: Detector, text: str, card: str) -> None:
    """The most urgent wording comes first."""
    assert detector.triage(text).cards[0] == card


@pytest.mark.parametrize("text", PRESENT_ALL_THE_SAME + PRESENT_LINES)
def test_a_context_that_only_looks_like_one(detector: Detector, text: str) -> None:
    """A sign is there although words stand near it that make another one past, reported, denied or a story."""
    assert detector.triage(text).level == "emergency"
