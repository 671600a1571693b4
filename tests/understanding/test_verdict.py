"""The verdict on a text: what the rules saw and what was heard, and which of them decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from b12guide.safety import Triage
from b12guide.shared import triage
from b12guide.understanding import Verdict
from b12guide.understanding.sign_model import Alarm
from b12guide.understanding.verdict import (
    Likeness,
    Thresholds,
    can_be_doubted,
    decide,
    judge,
    only_asked,
    signs_at,
    worst,
)

WISH, MISSPELT, LITERAL, MEANT_IN_ITSELF, BESIDE = (
    triage(text)
    for text in (
        "I want to die",
        "septisemia?",
        "my legs are numb and I can't pee",
        "grandma insists it's 1958, she was fine at lunch",
        "my calf is swollen. I can't breathe",
    )
)
NOTHING, URGENT, EMERGENCY = (triage(text) for text in ("when is my next jab", "my calf is swollen", "I can't breathe"))
THRESHOLDS = Thresholds(
    emergency=0.6,
    urgent=0.5,
    doubted=0.9,
    doubted_urgent=0.8,
    named=0.85,
    beside=0.8,
    believed=0.3,
    possible=0.1,
)


def like(
    emergency: float,
    sign: float = 0.5,
    presence: float = 0.0,
    *,
    crisis: bool = False,
    doubted: bool = False,
    alarming: bool = True,
    named: bool = False,
    beside: bool = False,
    only_asked: bool = False,
) -> Likeness:
    alarm = Alarm(emergency, sign, presence)
    return Likeness(alarm, crisis, doubted, alarming, named=named, beside=beside, only_asked=only_asked)


@pytest.mark.parametrize(
    ("found", "heard", "level"),
    [
        (NOTHING, [], None),
        (EMERGENCY, [], "emergency"),
        (EMERGENCY, [like(0.0, 0.0, presence=-9.0, alarming=False)], "emergency"),
        (EMERGENCY, [like(0.1, presence=-0.8)], "emergency"),
        (EMERGENCY, [like(0.1, presence=-0.9)], "urgent"),
        (EMERGENCY, [like(0.1, presence=-2.1)], "urgent"),
        (EMERGENCY, [like(0.1, 0.49, presence=-2.2)], None),
        (BESIDE, [like(0.1, 0.4, presence=-9.0)], "urgent"),
        (WISH, [like(0.1, 0.4, presence=-9.0)], "urgent"),
        (EMERGENCY, [like(0.1, presence=-2.0), like(0.1, 0.9)], "emergency"),
        (EMERGENCY, [like(0.1, presence=-2.0), like(0.1, presence=-0.8)], "emergency"),
        (EMERGENCY, [like(0.1, presence=-2.0), like(0.1, 0.6, presence=9.0, alarming=False)], "urgent"),
        (MISSPELT, [like(0.0, 0.0, presence=-9.0)], "emergency"),
        (LITERAL, [like(0.0, 0.0, presence=-9.0)], "emergency"),
        (MEANT_IN_ITSELF, [like(0.0, 0.0, presence=-9.0)], "emergency"),
        (WISH, [like(0.1, presence=-2.1)], "emergency"),
        (URGENT, [like(0.0, 0.0, presence=-9.0)], "urgent"),
        (NOTHING, [like(0.59, 0.49)], None),
        (NOTHING, [like(0.6)], "emergency"),
        (NOTHING, [like(0.0, 0.5)], "urgent"),
        (URGENT, [like(0.59)], "urgent"),
        (URGENT, [like(0.6)], "emergency"),
        (URGENT, [like(0.84, named=True)], "urgent"),
        (URGENT, [like(0.85, named=True)], "emergency"),
        (URGENT, [like(0.84, named=True), like(0.6)], "emergency"),
        (URGENT, [like(0.79, beside=True)], "urgent"),
        (URGENT, [like(0.8, beside=True)], "emergency"),
        (URGENT, [like(0.79, beside=True), like(0.6)], "emergency"),
        (NOTHING, [like(0.1), like(0.7)], "emergency"),
        (NOTHING, [like(0.89, 0.79, doubted=True)], None),
        (NOTHING, [like(0.89, 0.8, doubted=True)], "urgent"),
        (NOTHING, [like(0.9, 0.9, doubted=True)], "emergency"),
        (NOTHING, [like(0.2, 0.95, doubted=True)], "urgent"),
        (NOTHING, [like(0.89, 0.89, doubted=True), like(0.7)], "emergency"),
        (NOTHING, [like(0.89, 0.49, doubted=True, only_asked=True)], None),
        (NOTHING, [like(0.89, 0.5, doubted=True, only_asked=True)], "urgent"),
    ],
)
def test_the_higher_of_both_decides(found: Triage, heard: list[Likeness], level: str | None) -> None:
    """Rules or likeness, whichever says more; a doubt of the rules lowers only what it is about."""
    assert decide(found, heard, THRESHOLDS)[0] == level


@pytest.mark.parametrize(
    ("text", "part", "can"),
    [
        ("my grandmother had a stroke when the moon landing was on", None, True),
        ("laughed at a joke and now i have crushing chest pain", None, False),
        ("It was 1952. A stroke, help", "It was 1952.", False),
        ("tonight my wife had a heart attack at the theatre", None, False),
        ("a story about the war and how we laughed and " * 5 + "i have crushing chest pain", None, False),
        ("A story of the war and how we laughed. " * 6 + "My uncle had a stroke.", "My uncle had a stroke.", True),
    ],
)
def test_what_is_plainly_meant_or_long_cannot_be_doubted(text: str, part: str | None, can: bool) -> None:
    """A time that is now and a call for help stand for the whole message; a long text hides what is said at its end."""
    assert can_be_doubted(text, part or text) is can


def test_words_of_an_emergency_that_are_hardly_meant_get_the_card_for_doubt() -> None:
    """It is never silence: what to do if it is happening stands first."""
    assert decide(EMERGENCY, [like(0.01, presence=-2.0)], THRESHOLDS) == ("urgent", "doubtful")
    assert decide(EMERGENCY, [like(0.01, 0.9, presence=-9.0)], THRESHOLDS) == ("urgent", "doubtful")
    assert decide(WISH, [like(0.01, presence=-2.3)], THRESHOLDS) == ("urgent", "doubtful_crisis")
    assert signs_at("urgent", EMERGENCY) == []
    assert signs_at("emergency", EMERGENCY) == ["A2"]


@pytest.mark.parametrize(("crisis", "card"), [(True, "crisis_thoughts"), (False, "general")])
def test_a_crisis_gets_its_own_card(crisis: bool, card: str) -> None:
    """A wish to die that only likeness heard is answered with the crisis lines."""
    assert decide(NOTHING, [like(0.95, 0.95, crisis=crisis)], THRESHOLDS) == ("emergency", card)


@pytest.mark.parametrize(
    ("text", "pauses"),
    [
        ("hives after my injection", True),
        ("my throat is closing", True),
        ("chest pain", False),
        ("what is anaphylaxis?", False),
    ],
)
def test_only_a_reaction_pauses_the_plan(text: str, pauses: bool) -> None:
    """A reaction pauses the plan, another sign or a question does not."""
    assert Verdict.of_rules(triage(text)).pauses_plan is pauses


def test_a_verdict_of_the_rules_names_signs_cards_and_words() -> None:
    """Where nothing was heard, the rules decide, in the writer's own words; a routine sign is no warning."""
    verdict = Verdict.of_rules(triage("my throat is closing"))
    assert (verdict.level, verdict.signs, verdict.why) == ("emergency", ("A1",), "rules")
    assert verdict.heard == ("throat is closing",)
    assert verdict.card == triage("my throat is closing").cards[0]
    calm = Verdict.of_rules(triage("when is my next injection? nobody called me"))
    assert (calm.level, calm.cards, calm.warns) == ("routine", (), False)


def test_a_card_about_somebody_else_is_worded_for_them() -> None:
    """The name of the card says that it is about another person."""
    assert Verdict.of_rules(triage("my wife's throat is closing")).card.endswith("_other")


def test_likeness_quotes_the_sentence_that_it_rests_on() -> None:
    """A warning that only likeness heard names no sign, and quotes the loudest sentence."""
    parts = ["It was a fine day. Then all went odd.", "It was a fine day.", "Then all went odd."]
    heard = [like(0.5), like(0.1), like(0.7)]
    verdict = judge(triage(""), heard, parts, THRESHOLDS)
    assert (verdict.level, verdict.cards, verdict.signs, verdict.why) == ("emergency", ("general",), (), "likeness")
    assert verdict.heard == ("Then all went odd.",)


@pytest.mark.parametrize(
    ("text", "asked", "unlikely"),
    [("is chest pain a side effect?", True, False), ("my calf is fine", False, False)],
)
def test_a_sign_that_is_asked_about(text: str, asked: bool, unlikely: bool) -> None:
    """A question about a sign of an emergency is no warning; the answer begins with what to do if it is there."""
    verdict = Verdict.of_rules(triage(text))
    assert (verdict.warns, verdict.asked, verdict.unlikely) == (False, asked, unlikely)


def test_words_that_are_hardly_meant_leave_no_sign() -> None:
    """Below the lowest bar there is no card and no sign of an emergency, and whatever is answered begins with one."""
    verdict = judge(EMERGENCY, [like(0.1, 0.49, presence=-2.2)], ["I can't breathe"], THRESHOLDS)
    assert (verdict.level, verdict.signs, verdict.unlikely) == ("none", (), True)


@pytest.mark.parametrize(
    "text", ["my throat is closing", "hello", "my calf is swollen", "is chest pain a side effect?"]
)
def test_a_verdict_can_be_stored(text: str) -> None:
    """What was written as JSON is read as the same verdict; anything else is none."""
    verdict = Verdict.of_rules(triage(text))
    assert Verdict.from_json(verdict.to_json()) == verdict
    assert Verdict.from_json({"level": "emergency"}) is None
    assert Verdict.from_json(None) is None


def test_verdicts_are_compared_by_urgency() -> None:
    """The more urgent of two is the one that counts."""
    calm, routine, urgent, emergency = (Verdict(level) for level in ("none", "routine", "urgent", "emergency"))
    assert max([urgent, emergency, calm, routine], key=Verdict.rank) == emergency


@pytest.mark.parametrize(
    ("text", "emergency", "asks"),
    [
        ("it is all going wrong here", 0.1, True),
        ("my foot is going wrong", 0.1, False),
        ("which vial is going wrong", 0.1, False),
        ("I lost the will to go on", 0.1, False),
        ("it is all going wrong here", 0.7, False),
    ],
)
def test_what_only_sounds_urgent_is_asked_about_first(text: str, emergency: float, asks: bool) -> None:
    """Likeness alone, without a word of body, mind or dosing, is no card; an emergency always is."""
    verdict = judge(triage(text), [like(emergency, 0.7)], [text], THRESHOLDS)
    assert (verdict.asks_first, verdict.warns, verdict.why) == (asks, not asks, "likeness")


def test_what_the_rules_see_is_never_asked_about() -> None:
    """A sign that the rules name has its card."""
    verdict = judge(URGENT, [like(0.1, 0.9)], ["my calf is swollen"], THRESHOLDS)
    assert (verdict.level, verdict.asks_first) == ("urgent", False)


def test_old_and_unchanged_numbness_is_not_urgent_by_likeness() -> None:
    """What the rules see as steady is urgent by no likeness; an emergency is heard all the same."""
    found = triage("numb toes for years, unchanged")
    steady = Likeness(Alarm(0.1, 0.99, 0.0), crisis=False, doubted=True, alarming=False, steady=True)
    grave = Likeness(Alarm(0.95, 0.99, 0.0), crisis=False, doubted=True, alarming=False, steady=True)
    assert decide(found, [steady], THRESHOLDS)[0] is None
    assert decide(found, [steady, like(0.1, 0.6)], THRESHOLDS)[0] == "urgent"
    assert decide(found, [grave], THRESHOLDS)[0] == "emergency"


def test_the_sadness_of_a_day_is_urgent_only_where_an_emergency_begins() -> None:
    """Like a wish to die more than anything, and known to the rules as a day's: as an emergency it counts as ever."""
    found = triage("cried at the surgery, I am just scared of the needle")
    for emergency, sign, level in ((0.4, 0.55, None), (0.4, 0.7, "urgent"), (0.7, 0.7, "emergency")):
        of_a_day = Likeness(Alarm(emergency, sign, 0.0), crisis=True, doubted=False, alarming=False, of_a_day=True)
        assert decide(found, [of_a_day], THRESHOLDS)[0] == level
    assert decide(found, [like(0.4, 0.55, crisis=True)], THRESHOLDS)[0] == "urgent"


def test_the_worst_run_counts() -> None:
    """What the rules see in a run of a message counts where it is worse than in the whole."""
    assert worst([NOTHING, URGENT]).level == "urgent"
    assert worst([EMERGENCY, URGENT]).level == "emergency"
    assert worst([NOTHING]) == NOTHING


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Does low B12 cause seizures?", True),
        ("Does low B12 cause seizures? They had to carry me.", True),
        ("No chest pain. Can it cause fits?", False),
        ("when is my next jab", False),
        ("I can't breathe", False),
    ],
)
def test_what_is_only_asked_about_is_told_from_what_is_denied(text: str, asked: bool) -> None:
    """Only where each sign that the rules see stands in a question does likeness count as ever."""
    assert only_asked(triage(text)) is asked


FIGURE, LITERAL_ROW = (
    triage(text)
    for text in ("when I saw the bill of the garage my heart stopped", "the nurse gave me the wrong injection, the lot")
)


@pytest.mark.parametrize(
    ("found", "heard", "level"),
    [
        (FIGURE, [(0.04, True)], None),
        (FIGURE, [(0.04, True), (0.05, True)], None),
        (FIGURE, [(0.07, True)], "urgent"),
        (FIGURE, [(0.04, True), (0.2, True)], "urgent"),
        (FIGURE, [(0.04, False)], "urgent"),
        (FIGURE, [], "urgent"),
        (LITERAL_ROW, [(0.01, True)], "urgent"),
    ],
)
def test_urgent_words_in_what_sounds_like_no_sign_are_none(
    found: Triage, heard: list[tuple[float, bool]], level: str | None
) -> None:
    """Only where nothing in it sounds like a sign, enough is told around the words, and they are said of other things
    too: a wrong injection is one however it sounds."""
    likenesses = [replace(like(0.0, sign, alarming=False), around=around) for sign, around in heard]
    assert decide(found, likenesses, THRESHOLDS)[0] == level


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("when I saw the bill of the garage my heart stopped", True),
        ("when I saw the bill of the garage just now my heart stopped", False),
        ("my heart stopped", False),
        ("when I saw the bill of the garage my heart stopped " * 6, False),
    ],
)
def test_what_is_short_or_of_now_is_meant(text: str, around: bool) -> None:
    """Few words, a time that is now, and a long message leave the rules alone with it."""
    seen = triage(text)
    assert Likeness.of(Alarm(0.0, 0.01, 0.0), seen, seen, text, text).around is around
