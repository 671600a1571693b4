"""Signs in the words of every day: passing water, gas and falls, a rash that went, an animal's product, low sugar."""

from __future__ import annotations

from itertools import product

import pytest

from b12guide.safety import Detector

STINGS = [
    "stings to pee",
    "it burns whenever I wee",
    "hurts when he goes to the loo",
    "peeing is really painful",
    "it smarts a bit when I go, is that the b12",
    "burning on weeing since Tuesday",
    "painful urination",
    "every time I go for a wee it burns",
    "when I pee it feels like razor blades",
    "it hurts to go to the toilet for a pee",
    "my wee is pink after the injection and it nips when I go",
    "does B12 make it sting when you wee? mine does",
    "not my arm, it hurts when I'm weeing",
]
STINGS_ELSEWHERE = [
    "my wee is pink, had my hydroxocobalamin yesterday",
    "the needle stings when it goes in",
    "it hurts when I go up the stairs",
    "the wipe stings",
    "my arm hurts when I go to the gym",
    "no stinging when I wee",
    "wee is pink but no pain at all",
    "it used to burn when I peed, not since the antibiotics",
    "sore bum when I sit on the loo",
    "it burns when I go for my jab",
    "I had cystitis and it hurt to pee in 2018",
]
GAS = ["on the nangs", "doing whippets", "nos every weekend", "huffing laughing gas"]
FALLS = [
    "feet numb and I decked it twice",
    "toes dead and I keep toppling",
    "I went flying on the stairs, feet tingly",
    "legs are wonky",
    "keep tripping over my own feet",
    "took a tumble twice today",
    "my legs feel funny",
]
PLAN = ["every 5 weeks, last one 2 March. {x}", "{x}. monthly, when is my next one?", "my last one was Friday. {x}"]
RASH = [
    "came up in itchy lumps an hour after, gone by tea",
    "had hives that night but they went",
    "a blotchy rash the next morning, cleared up",
    "I itched all over afterwards, fine now",
    "my arms came out in welts a bit later, all gone",
]
NO_RASH = [
    "no rash afterwards",
    "will I get a rash afterwards?",
    "what if I come out in lumps an hour after",
    "came out in hives after eating prawns, gone now",
    "I had no itching that night",
    "the bruise was gone the next day",
]
ANIMALS = [
    "I gave meself one of the calves' jabs",
    "I injected the goat b12 into myself",
    "used the pony's B12 on myself",
    "my brother jabbed me with the cow b12",
    "he injected himself with horse B12",
    "took some of the dog's b12",
]
NO_ANIMALS = [
    "the vet gave our dog a b12 shot",
    "can I use the cat's b12?",
    "I never used the dog's b12",
    "I give the sheep their b12",
    "if I injected the cow one into me, what then",
    "is lamb a source of b12",
    "my dog gets b12 from the vet and I get mine here",
]


@pytest.mark.parametrize("text", STINGS)
def test_pain_when_passing_water_wants_advice_today(detector: Detector, text: str) -> None:
    """It is never a sore arm, with a red colour or without."""
    triage = detector.triage(text)
    assert (triage.level, "urine" in triage.cards, triage.expected) == ("urgent", True, False)


@pytest.mark.parametrize("text", STINGS_ELSEWHERE)
def test_other_stings_and_pink_urine_alone_do_not(detector: Detector, text: str) -> None:
    """Pink urine on the day after the injection, a needle that stings, pain long over: no card."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(("gas", "fall"), product(GAS, FALLS))
def test_falls_and_odd_legs_after_gas_are_an_emergency(detector: Detector, gas: str, fall: str) -> None:
    """In slang too: unsteady legs after laughing gas need a hospital now."""
    triage = detector.triage(f"{gas}. {fall}")
    assert (triage.level, triage.cards[:1]) == ("emergency", ["cord_gas"])


@pytest.mark.parametrize(
    "text", ["I stacked the shelves", "I went over the list with the nurse", "the plan fell through"]
)
def test_words_like_falls_are_none(detector: Detector, text: str) -> None:
    """Shelves, lists and plans do not fall over."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize(("plan", "rash"), product(PLAN, RASH))
def test_a_rash_told_beside_a_plan_is_a_reaction(detector: Detector, plan: str, rash: str) -> None:
    """It is over, and the next injection waits for the clinic all the same."""
    triage = detector.triage(plan.format(x=rash))
    assert (triage.level, "B1" in {sign.id for sign in triage.signs if sign.status == "present"}) == ("urgent", True)


@pytest.mark.parametrize(("plan", "text"), product(PLAN, NO_RASH))
def test_no_rash_or_another_cause_is_no_reaction(detector: Detector, plan: str, text: str) -> None:
    """A rash that is denied, feared, or came from food is no reaction to the injection."""
    assert detector.triage(plan.format(x=text)).level in ("none", "routine")


@pytest.mark.parametrize("text", ANIMALS)
def test_an_animals_b12_in_a_person_is_a_wrong_dose(detector: Detector, text: str) -> None:
    """Advice today, the poisons line of the country, and to ask before the next one."""
    triage = detector.triage(text)
    assert (triage.level, triage.cards[:1]) == ("urgent", ["dose"])


@pytest.mark.parametrize("text", NO_ANIMALS)
def test_an_animals_b12_in_the_animal_is_none(detector: Detector, text: str) -> None:
    """What the animal had, and what is only asked, has no card."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("he finished his novel then slumped over, his mouth is drooping", "stroke"),
        ("was reading a story to the kids then keeled over, speech is slurred", "stroke"),
        ("can injections give you a droopy mouth? asking because mine is", "stroke"),
        ("my bm is 2.4 and I'm sweaty", "general"),
        ("took my insulin twice and I'm trembling", "general"),
        ("low sugar after my insulin, shaky", "general"),
        ("splitting headache came on all at once", "headache"),
        ("headache in a flash, out of nowhere", "headache"),
        ("feels like my head just exploded", "headache"),
        ("overdosed in 2016, have swallowed a lot again", "poisoning"),
    ],
)
def test_emergencies_in_few_words(detector: Detector, text: str, card: str) -> None:
    """A story before it, a question around it, or few words hide nothing."""
    triage = detector.triage(text)
    assert (triage.level, triage.cards[:1]) == ("emergency", [card])


@pytest.mark.parametrize(
    "text",
    [
        "I am writing a story where the hero slumps and his face droops",
        "low sugar yoghurt, is there b12 in it",
        "my head exploded when I saw the bill",
        "overdosed in 2016, is b12 safe for me",
    ],
)
def test_their_neighbours_are_none(detector: Detector, text: str) -> None:
    """Stories, yoghurt, flashcards, figures of speech and what was years ago bring no card."""
    assert detector.triage(text).level in ("none", "routine")
