"""What only sounds like a sign: other meanings, news, forms answered with no, things; and the signs beside them."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

OTHER_MEANINGS = [
    "I passed out of the police academy in 2019",
    "my lad passes out of naval college in June, can we move my jab that week",
    "her hearing aid has gone again so she'll text",
    "the hearing loop went dead at reception",
    "jabbed in the left thigh because I sleep on the right side",
    "which arm is best if I lie on the left",
]
POSTURE = [
    "sat on the church floor all evening and my bum went numb, ok when I got up",
    "the cat lay on my foot all night and it went to sleep",
    "my arm went to sleep under the baby",
    "squatted weeding all morning and my feet went tingly, right again in a minute",
]
CRIES = [
    "EMERGENCY!! Where are the biscuits",
    "our van is wheezing and coughing so I may be late",
    "EMERGENCY! we have run out of biscuits at the clinic",
    "emergency!! I forgot my password",
    "lost the will to live on hold with your switchboard",
    "this website makes me lose the will to live",
    "the queue was so long I lost the will to live",
]
GAS_THEN = [
    "had laughing gas once as a child at the dentist, does that matter for my b12",
    "one go of gas and air at the hospital in the eighties, worth telling you?",
]
STORIES = [
    "reading a crime novel where the doctor collapses after a jab",
    "a nurse in the news gave the wrong dose and someone died, it was on telly",
    "in our village a woman got somebody else's injection, it was in the paper",
    "there was an inquest on the radio into a stroke, are they common?",
    "a piece in the paper about blood clots worried me, does B12 cause them",
    "my induction had a slide on anaphylaxis and swollen tongues, will I be tested",
    "the webinar covered choking, fits and strokes, very good",
]
FORMS = [
    "questionnaire asked if I hurt myself, answered no because I don't, odd to ask",
    "questionnaire asked if I hear voices, I ticked no because I don't",
    "they asked was I thinking of ending my life, I said no, why do they ask",
    "the nurse asked do I get chest pain, I answered no because I never have",
]
LONG_AGO = [
    "passed out giving blood in the eighties, never again since",
    "passed out once at school when they gave us the polio jab, fifty years ago and never again",
    "my uncle came over all wheezy after a bee sting years ago, we still laugh about his face",
    "a lad I used to play football with collapsed in 1992, they found it was his heart, he's fine now",
    "the woman we trained with back in 2001 had a fit, she's a dentist now",
    "when I was diagnosed in 2014 I couldn't feel my feet and used a stick, now I dance",
    "my choir sings for two hours now, last winter I couldn't climb the stairs to the hall",
]
SITE = [
    "arm sore as if I'd been kicked, jab was yesterday, can I use an ice pack",
    "my bum's achy like someone thumped it, had the needle Tuesday",
    "the bruise where she jabbed me has gone yellow and green, doesn't hurt",
    "purple bruise from Monday's injection, no pain",
]
THINGS = [
    "Blood everywhere! Only joking, I dropped the beetroot juice",
    "my mum is a lifelong fainter at needles, can she lie down for hers",
]
EMERGENCY_ALL_THE_SAME = [
    "the form asked was I suicidal, I ticked no. I lied.",
    "nurse asked about ending my life and I said no but it's not true",
    "I said no to the suicidal question, I should have ticked yes",
    "passed out at college this morning and hit my head",
    "EMERGENCY! I've run out of air, can't breathe",
    "EMERGENCY!!! my husband collapsed",
    "losing the will to live",
    "I've lost the will to carry on",
    "my husband had a fit, it was on the telly news that fits kill",
    "we watched the news on tv and then my wife's face drooped",
    "in my country doctors are far away and my chest hurts",
    "I used to work with a chap who had a stroke, and now my face is drooping",
    "blood everywhere, no joke, it won't stop",
    "training course today and I can't breathe",
    "I'm wheezy now after prawns, my lips are swelling",
]
URGENT_ALL_THE_SAME = [
    "the cat slept on my arm and it is still numb now",
    "bruise on my arm, all colours, and more bruises everywhere for no reason",
    "gas at the dentist years ago, but my feet are numb now",
    "fainted at work last month, never since",
    "my hearing has gone in one ear, hearing aid makes no difference",
    "I fainted this morning, never before",
]


@pytest.mark.parametrize("text", OTHER_MEANINGS)
def test_a_degree_a_device_a_side_to_sleep_on(detector: Detector, text: str) -> None:
    """Passing out of a college, a hearing aid that has gone, the side somebody sleeps on."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", POSTURE)
def test_a_limb_that_was_lain_on(detector: Detector, text: str) -> None:
    """A limb that went to sleep under a cat, a baby or in a squat."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", CRIES)
def test_alarm_over_things(detector: Detector, text: str) -> None:
    """An emergency of biscuits, a will to live lost in a queue."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", GAS_THEN)
def test_gas_at_the_dentist_long_ago(detector: Detector, text: str) -> None:
    """Gas once, years ago, and no numbness told."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", STORIES)
def test_novels_news_and_training(detector: Detector, text: str) -> None:
    """What was read, broadcast or taught is nobody's here."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", FORMS)
def test_asked_and_answered_no(detector: Detector, text: str) -> None:
    """A form that asked, and an answer of no with its reason."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", LONG_AGO)
def test_over_for_years(detector: Detector, text: str) -> None:
    """A year, a comparison with last winter, or a tale that is still laughed about."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", SITE)
def test_sore_or_bruised_after_the_needle(detector: Detector, text: str) -> None:
    """As after a knock, or a bruise that runs through its colours."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", THINGS)
def test_things_and_known_fainters(detector: Detector, text: str) -> None:
    """Spilt juice is no blood, and a lifelong fainter asks for a couch."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", EMERGENCY_ALL_THE_SAME)
def test_what_lowers_such_words_lowers_no_emergency(detector: Detector, text: str) -> None:
    """An answer of no that was a lie, a sign beside the news, a real cry: present all the same."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", URGENT_ALL_THE_SAME)
def test_what_lowers_such_words_lowers_no_urgent_sign(detector: Detector, text: str) -> None:
    """A limb that stays numb, bruises without a reason, a faint of last month that nobody looked into."""
    assert detector.triage(text).level == "urgent"


@pytest.mark.parametrize("text", SITE)
def test_sore_and_bruised_are_expected(detector: Detector, text: str) -> None:
    """A reader that finds them like a sign has to be surer."""
    assert detector.triage(text).expected


@pytest.mark.parametrize(
    "text",
    [
        "arm sore like it was punched and now it is hot and swelling",
        "bruise from the jab gone purple, and a hard lump that gets bigger",
        "purple bruise, and I'm on warfarin",
        "my leg aches like it was kicked since the needle and it is weak",
    ],
)
def test_sore_and_bruised_with_more_are_not(detector: Detector, text: str) -> None:
    """Heat, a growing lump, weakness or a blood thinner takes the harmlessness from it."""
    assert not detector.triage(text).expected


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("peed in the chair and never felt it", True),
        ("Sunday I walked, Monday I used a frame, today two people had to lift me", True),
        ("my face is drooping", False),
        ("he's been seeing people in the garden", False),
    ],
)
def test_words_that_are_no_figure_of_speech(detector: Detector, text: str, literal: bool) -> None:
    """An emergency made of them is meant; an urgent sign made of them needs no such proof."""
    assert detector.triage(text).literal is literal


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("looking back I used to forget my own phone number, and had a face like chalk", "none"),
        ("thinking back I was short of breath on the stairs, and got numb toes at night", "none"),
        ("looking back I should have come sooner, my face has dropped since this morning", "emergency"),
        ("looking back it began in spring, my feet are numb now", "urgent"),
    ],
)
def test_a_look_back_is_of_what_was(detector: Detector, text: str, level: str) -> None:
    """A sentence that begins with a look back tells of what was, unless it goes on to now."""
    assert detector.triage(text).level == level
