"""What a chair, a run, a bite, a diet, a dentist or a treated nerve explains; and the same words where they do not."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

CHAIRS = [
    "an hour and a half on your plastic chairs and my bum has gone numb, fine now I'm up",
    "numb backside off the benches in reception, could we have cushions?",
    "my bottom went dead waiting in your corridor, okay again once I walked",
    "my foot went to sleep during the carols and woke up again when we stood",
]
NOT_CHAIRS = [
    ("emergency", "my bottom went numb on the waiting room chair and it still has not come back"),
    ("emergency", "numb bum from the chairs and I can't pee"),
]
RUNS_AND_BITES = [
    "both calves stiff after the ten mile hike, can I have the jab in my arm instead",
    "got eaten by midges in the Highlands, itchy ankles. Not had a single jab yet",
    "on ozempic and losing weight like planned, is my dose still right",
    "I'm losing weight on slimming world, down a stone, any effect on b12?",
]
NOT_RUNS_AND_BITES = [
    ("urgent", "both calves ache after the run and the left one is swollen and hot"),
    ("urgent", "my calf has been sore since the run"),
    ("urgent", "midges bit me, and now there is an itchy rash all over since the injection"),
    ("urgent", "losing weight on ozempic much faster than planned"),
]
TEETH = [
    "the dentist uses laughing gas for extractions, I have b12 jabs, do I say so?",
    "they gave me nitrous for a filling, is that all right with b12?",
]
NOT_TEETH = [
    ("urgent", "had laughing gas for a tooth and my feet have been numb since"),
    ("urgent", "dentist gave me gas, and I do balloons every weekend, tingly toes"),
]
SAYINGS = [
    "my heart skipped a beat when the doorbell rang, thought it was the ampoules",
    "head over heels about the new nurse, is she in on Friday?",
    "the gas bill gave me heart palpitations, never mind. When is my jab?",
    "her farewell brought a lump to my throat. Who does the jabs now?",
    "I've told them till I'm blue in the face, it's every 2 months",
    "like banging my head against a brick wall trying to get this prescription",
    "bleeding useless website, where do I book",
    "up and down those stairs three times looking for the clinic",
    "went down at the sight of a needle at school, looked over by the nurse and fine. Do I mention it?",
]
NOT_SAYINGS = [
    ("urgent", "my heart skips a beat whenever I climb the stairs"),
    ("urgent", "fell over twice this week"),
    ("urgent", "the jab gave me palpitations"),
    ("emergency", "a lump in my throat since the jab and it is growing"),
    ("emergency", "he went blue in the face trying to breathe"),
    ("emergency", "I hit my head against a brick wall and I've been sick since"),
    ("emergency", "bleeding terribly and it won't stop"),
    ("urgent", "my mood is up and down and I feel so low"),
]
TOLD_AND_READ = [
    "saw a girl in the paper who lost the use of her legs on balloons, dreadful. Does b12 help?",
    "a lady at bowls says her sister came out in hives from it. Is mine still at ten?",
    "my mate says most people get numb toes with it. Mine are fine, is it true?",
    "the leaflet has low potassium on it, what is that",
    "Form: chest pain no, breathlessness no, rash no. What else do you need?",
    "she has no balance problems, it came up in a blood test",
    "nobody has a swollen tongue, I asked about opening times",
    "nobody here is having a stroke, I want the price",
    "what does a bad allergic reaction look like, I'm about to give my dad his first one",
    "if someone had a bad reaction at home, what then? I start my own soon",
]
NOT_TOLD_AND_READ = [
    ("emergency", "a woman here has collapsed"),
    ("emergency", "a man in your waiting room can't breathe"),
    ("emergency", "a lady on our bus has had a fit"),
    ("emergency", "chest pain yes, rash no, dizziness no"),
    ("emergency", "nobody has rung back and my tongue is swelling"),
    ("emergency", "nobody is helping and he can't breathe"),
    ("urgent", "no balance at all since Monday"),
    ("urgent", "no balance problems until this week, now I keep falling"),
    ("urgent", "the hospital told me I have low potassium"),
    ("urgent", "about to do my own and last time I came out in hives"),
    ("urgent", "my dad had a bad reaction to his first one"),
]
NOTES = [
    "please delete the note about my chest pain, it was only wind",
    "take out the entry about the numb feet, that was my sister's",
    "the note about my head is wrong, remove the note about my head, it was a fever",
    "I was not so breathless this week",
    "she's not nearly as muddled now",
]
NOT_NOTES = [
    ("emergency", "delete the note, I have chest pain now"),
    ("urgent", "delete the note about my tingling, it is worse now and up to my knees"),
    ("urgent", "not so dizzy as yesterday, but dizzy"),
    ("urgent", "I have never been so dizzy"),
    ("emergency", "I have never been so breathless"),
]
TREATED = [
    "tingling in my toes since nine months, I have injections since four months. How long more?",
    "pins and needles for about a year, on the injections for six months now, will it heal",
    "my fingers have tingled for ten months and the neurologist knows",
]
NOT_TREATED = [
    ("urgent", "tingling in my toes for nine months, injections for four months, and it is spreading"),
    ("urgent", "tingling in my hands for a week, injections for three months"),
    ("urgent", "weak legs for nine months, injections for four months"),
    ("urgent", "tingling in her feet. Should she have the same injections?"),
    ("urgent", "she has tingling too"),
]


@pytest.mark.parametrize("text", [*CHAIRS, *RUNS_AND_BITES, *TEETH, *SAYINGS, *TOLD_AND_READ, *NOTES, *TREATED])
def test_what_is_explained_is_no_alarm(detector: Detector, text: str) -> None:
    """By what it comes from, by who said it, or as a figure of speech."""
    found = detector.triage(text)
    assert found.level in ("none", "routine"), found


@pytest.mark.parametrize(
    ("level", "text"),
    [
        *NOT_CHAIRS,
        *NOT_RUNS_AND_BITES,
        *NOT_TEETH,
        *NOT_SAYINGS,
        *NOT_TOLD_AND_READ,
        *NOT_NOTES,
        *NOT_TREATED,
    ],
)
def test_the_same_words_of_a_sign_are_one(detector: Detector, level: str, text: str) -> None:
    """What lasts, grows, is somebody's here and now, or has no such cause."""
    assert detector.triage(text).level == level


@pytest.mark.parametrize(
    ("level", "sign", "text"),
    [
        ("urgent", "B11", "did my jab Friday and then did it again Sunday, I forgot I'd done it"),
        ("urgent", "B11", "used three ampoules instead of one, no ill effects"),
        ("urgent", "B11", "the carer gave Mrs Ray's injection to Mrs Rao"),
        ("urgent", "B11", "I've injected mum's ampoule, gave mums b12 to dad"),
        ("emergency", "A12", "his watch shows an abnormal rhythm and he is sweating"),
        ("emergency", "A13", "headache from nothing to unbearable within a second"),
        ("urgent", "B6", "I've cleaned my specs over and over but the haze stays"),
        ("urgent", "B6", "have to hold my book further and further away these last two weeks"),
        ("urgent", "B4", "the stairs want two rests now, they used to want none"),
        ("urgent", "B4", "my sister says I look like wax"),
        ("urgent", "B1", "after the injection the whole skin scratch scratch, small red points on belly"),
        ("urgent", "B10", "his weights this year: 70, 67, 65, and he eats as always"),
    ],
)
def test_told_by_what_it_does(detector: Detector, level: str, sign: str, text: str) -> None:
    """A slip of dose, a watch, a page, a path, a mirror, the scales."""
    found = detector.triage(text)
    assert (found.level, sign in [one.id for one in found.signs if one.status == "present"]) == (level, True), found


@pytest.mark.parametrize(
    "text",
    [
        "gave Mrs Ray her injection on Monday, the next one is when?",
        "they posted me two ampoules by mistake, shall I return one",
        "cleaned my glasses and read your leaflet twice",
        "the abnormal rhythm of my appointments confuses the surgery",
    ],
)
def test_no_dose_and_no_sign(detector: Detector, text: str) -> None:
    """One's own, what was only sent, and what was not done."""
    assert detector.triage(text).level in ("none", "routine")
