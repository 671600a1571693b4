"""Small words that make harmless talk a sign, or hide one: a level, a packet, a seat, glasses, jam."""

from __future__ import annotations

import pytest

from b12guide.shared import triage

CALM = ("none", "routine")


@pytest.mark.parametrize(
    "text",
    [
        "my B12 came back at 260, am I low or not",
        "the letter says 190. so am I low?",
        "please tell me am I low",
        "am I very low in b12",
    ],
)
def test_whether_a_level_is_low_is_no_mood(text: str) -> None:
    """Whoever asks "am I low" wants to know about the blood."""
    assert triage(text).level in CALM


@pytest.mark.parametrize(
    "text",
    [
        "I feel low",
        "feeling so low these days",
        "why am I low all the time",
        "am I so low because of this",
        "my B12 is 260 and I feel low",
        "I feel low. Am I low or not?",
    ],
)
def test_a_low_mood_stays_one(text: str) -> None:
    """Said as a mood, beside a level or not."""
    assert triage(text).level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "half the box of syringes is gone",
        "half the packet has gone",
        "half the carton's gone already",
        "blood everywhere, oh wait, it was jam",
        "blood everywhere, turned out it was only beetroot",
        "I cannot see the markings without my specs",
        "my wife can't see the numbers on it without her reading glasses",
        "the train numbed my bum",
        "sat in the car for hours and my bum went dead, it woke up again",
        "bottom numb on the flight yesterday, all fine now",
    ],
)
def test_harmless_in_few_words(text: str) -> None:
    """A packet that runs out, food, print without glasses, a long seat that is over."""
    assert triage(text).level in CALM


@pytest.mark.parametrize(
    "text",
    [
        "half of what I look at is gone",
        "half the screen is gone in one eye",
        "half the box is gone and she is drowsy",
        "there's blood everywhere",
        "blood everywhere and it's not beetroot",
        "blood everywhere, I thought it was jam but it isn't",
        "since this morning I cannot see the markings without my specs",
        "I can't see out of my right eye",
        "my bottom has been numb since the flight",
        "bottom numb from the train yesterday",
        "bum numb after the bus, still numb",
        "sat in the car for hours, bum went numb, it woke up again but I can't feel when I wipe",
        "bottom numb on the flight yesterday, all fine but now I can't pee",
    ],
)
def test_their_neighbours_stay_emergencies(text: str) -> None:
    """Half of the sight, blood that is blood, numbness that stays or comes with the bladder."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "can b12 make your mouth droop? asking cos mine is",
        "does low b12 make speech slur, because mine does",
        "can it make your legs stop working, cos mine have",
    ],
)
def test_asked_because_it_is_there(text: str) -> None:
    """Why somebody asks says that they have it."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "can b12 make your mouth droop?",
        "can b12 make your mouth droop? asking for a friend",
        "does low b12 slur speech",
    ],
)
def test_asked_in_general(text: str) -> None:
    """Without that it is a question."""
    assert triage(text).level in CALM


@pytest.mark.parametrize(
    "text",
    [
        "I'm 31 weeks pregnant with a pounding headache and zigzags",
        "29 weeks pregnant, the worst headache of my life",
        "I'm pregnant and I have flashes in one eye",
        "gave birth on Friday, my sight is blurry",
    ],
)
def test_head_and_sight_in_a_pregnancy_name_the_maternity_unit(text: str) -> None:
    """A bad headache or a change of sight there is an emergency with a card of its own."""
    found = triage(text)
    assert (found.level, found.cards[0]) == ("emergency", "pregnancy")


@pytest.mark.parametrize(
    "text", ["I'm 20 weeks pregnant and have a bit of a headache", "I'm pregnant, is blurred vision a side effect?"]
)
def test_a_mild_headache_in_a_pregnancy_is_none(text: str) -> None:
    """Nor is what is only asked about."""
    assert triage(text).level in CALM


@pytest.mark.parametrize(
    "text",
    [
        "my daughter has b12 injections, are tablets as good",
        "my son had b12 shots as a child",
        "the kids have their jabs",
    ],
)
def test_a_child_who_is_treated_took_nothing_by_mistake(text: str) -> None:
    """Injections of a child's own are no wrong dose."""
    assert triage(text).level in CALM


@pytest.mark.parametrize(
    "text",
    [
        "my toddler got my ampoules",
        "my son has found my b12 injections",
        "the baby had a vial in her mouth",
        "kid got hold of my shots",
    ],
)
def test_a_child_at_the_ampoules_is_urgent(text: str) -> None:
    """What a child got hold of may have been taken."""
    assert triage(text).level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "our little one has got my tablets",
        "a toddler got into the b12",
        "two year old has been at my vitamins",
        "the kids have been in the medicine cupboard and the b12 is open",
        "my grandson swallowed a few b12 gummies",
        "caught our wee lad with my tablets",
        "granddaughter has been into the pill drawer",
        "the wee one helped himself to my vitamins",
    ],
)
def test_a_child_at_the_tablets_is_urgent(text: str) -> None:
    """Tablets, vitamins or drops that a child got at: the poison line, at once."""
    found = triage(text)
    assert (found.level, found.cards[0]) == ("urgent", "child_swallowed")


@pytest.mark.parametrize(
    "text",
    [
        "my little one has tablets for her b12 from the hospital",
        "my grandson has a jab on Friday",
        "my daughter got me into taking b12",
        "our little one got into the paddling pool",
        "my son got my b12 from the pharmacy",
        "my daughter brought the box down for me",
        "the kids got into the pool after lunch",
        "children have been in the waiting room",
        "the baby had her vitamin drops today",
        "my lad has had injections for years",
    ],
)
def test_a_child_who_fetched_or_has_something_took_nothing(text: str) -> None:
    """A grown child who goes to the pharmacy, and what is no medicine."""
    assert triage(text).level in CALM
