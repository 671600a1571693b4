"""Words of a sign that mean no sign, and signs that stand beside another one, as people put them in a conversation."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    "text",
    [
        "no pain in the chest, nor have I fainted, it flutters a minute and stops",
        "I am not dizzy nor did I faint, my heart just flutters",
        "she has no chest pain, nor is she breathless, only a flutter now and then",
        "my heart flutters on and off and my calves are cramping at night",
        "keep getting palpitations and cramps in both legs since the third loading one",
    ],
)
def test_a_flutter_alone_is_urgent(text: str) -> None:
    """What is denied with "nor" is not there, and a cramp in the leg is no pain in the chest."""
    found = triage(text)
    assert found.level == "urgent"
    assert "B3" in [sign.id for sign in found.signs if sign.status == "present"]


@pytest.mark.parametrize(
    "text",
    [
        "no chest pain, but I have fainted twice and my heart flutters",
        "my heart flutters and my calves cramp and my chest hurts",
        "heart fluttering with pain in my arm",
        "my heart flutters, calf cramps and pain down my arm",
        "nor has it stopped, my heart is racing and I feel faint",
    ],
)
def test_a_flutter_with_a_danger_sign_is_an_emergency(text: str) -> None:
    """One that is there counts, whatever is denied beside it."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "when could I be back doing long spins with the club",
        "can I go for a spin on the bike after it",
        "I do two spins a week on my road bike, is that ok",
        "we go for spins in the car on Sundays",
    ],
)
def test_a_ride_is_no_dizziness(text: str) -> None:
    """A spin on wheels is a ride."""
    assert triage(text).level == "none"


def test_the_head_still_spins() -> None:
    """Somebody whose head does is dizzy, on a bike too, and so is one for whom the room does."""
    assert triage("since the jab the room spins in the car and I feel faint").level == "urgent"
    assert triage("I get long spins when I stand up").level == "urgent"
    assert triage("my head spins on the bike").level == "urgent"
    assert triage("the spins came back when I stood up this morning").level == "urgent"
    assert triage("my head spins on the bike and I nearly fell off").level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "since last night I'm numb between the legs and can't get a pee started",
        "all of a sudden numb down below and I can't feel when I wee",
    ],
)
def test_a_numb_saddle_has_its_own_card(text: str) -> None:
    """What began suddenly between the legs is told as that, and not as a stroke."""
    found = triage(text)
    assert (found.level, found.cards[0]) == ("emergency", "cord_bladder")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("the ramp was no bother on Monday, today neither foot will lift", "A7"),
        ("since last evening there is no feeling at all where I sit on the saddle of the toilet", "A6"),
        ("I no longer feel when I have passed water", "A6"),
        ("over dinner he stiffened, then shook all over and bit his tongue", "A9"),
        ("weighed 81 kilos at Easter, now 70, and my meals are the same", "B10"),
        ("Father has reduced eight kilos without any dieting", "B10"),
        ("roti keeps sticking when she swallows", "B10"),
        ("my stools are as black as coal since Friday", "B10"),
        ("on the hill I have to stop halfway to get my wind", "B4"),
        ("the place where I had it has opened and leaves green marks", "B5"),
        ("I drew up the big strength, ten times what I was prescribed", "B11"),
        ("the nurse gave me my shot and then the doctor gave another, as it was not noted", "B11"),
    ],
)
def test_signs_in_other_clothes(text: str, sign: str) -> None:
    """Told by a foot, a seat, a tongue, a scale or a chart that nobody filled in."""
    assert sign in [one.id for one in triage(text).signs if one.status == "present"]


@pytest.mark.parametrize(
    "text",
    [
        "I have run out of puff for all this paperwork, what is the loading phase",
        "he faints at the sight of mice, so who disposes of the needle",
        "nearly fainted at the price of the taxi",
        "he swallowed his pride and asked for a date",
        "the town is choking with visitors, can I swim on the day of the jab",
        "I am drowning in leaflets, what do I eat",
        "did my first one myself, hands shaking with nerves, it went in fine",
        "my heart skipped a beat when he walked in, fifty years ago",
        "I am finally sitting down to book my b12",
        "we could not breathe for laughing at the nurse's joke",
        "I had sepsis as a student and made a full recovery",
        "on omeprazole for years, is that why im low",
        "how many people get an allergic reaction to B12",
    ],
)
def test_words_of_signs_in_other_senses(text: str) -> None:
    """A figure of speech, a cause asked about, and a number asked for are no sign."""
    assert triage(text).level in ("none", "routine")
