"""A small child who got at tablets, in words of families and with slips of the fingers; cramps in the first weeks."""

from __future__ import annotations

import pytest

from b12guide.shared import triage

CHILD, POTASSIUM = "child_swallowed", "potassium"


@pytest.mark.parametrize(
    "text",
    [
        "the wean ate my b12",
        "our little un has been at the b12 tablets",
        "my wee lassie got into my b12 pills, she's 2",
        "bairns been eating my vitamins",
        "wee man got hold of the b12 bottle",
        "my sons had two of my tablets",
        "sons took some of my tabelts",
        "grandsons had a handful of my b12 tabs",
        "my daughters eaten some of my tablets",
        "lads been at my b12 tablts",
        "hes been at my b12 tablets, he is only 4",
        "she has swallowed five b12 pills. she is two years old",
        "he took four of the vitamins, aged 3",
        "shes two and shes swallowed some of my b12 pills",
    ],
)
def test_a_small_child_who_got_at_tablets_has_the_childs_card(text: str) -> None:
    """Family words, a missing apostrophe and an age told beside it are enough."""
    found = triage(text)
    assert (found.level, found.cards[:1]) == ("urgent", [CHILD])


@pytest.mark.parametrize(
    "text",
    [
        "my girls take their own b12 tablets",
        "my sons have their b12 jabs in june",
        "he is 3 weeks into his tablets and took two today",
        "she had her tablets, she is 5 days in",
        "the boys had a few of the sweets",
        "our lassie is 30 and takes b12 tablets",
        "the puppy is 3 and he had one of my tablets",
        "how do i wean myself off the tablets",
        "he got his tablets at six",
        "my sons taking b12 tablets since june",
        "she is 4 and has b12 drops from the hospital",
    ],
)
def test_what_only_looks_like_it_has_not(text: str) -> None:
    """Grown children with tablets of their own, an animal, and a number that is no age."""
    assert CHILD not in triage(text).cards


@pytest.mark.parametrize(
    "text",
    [
        "is it normal to get cramp with these? began my loading jabs on friday",
        "I started the injections on Tuesday and get cramp every night",
        "second week of jabs, cramps in both calves at night",
        "do these jabs give you cramp? had my first one on monday",
        "on loading doses, cramping like mad",
    ],
)
def test_cramps_in_the_first_weeks_need_advice_that_day(text: str) -> None:
    """They may be low potassium, whatever else is asked about them."""
    found = triage(text)
    assert found.level == "urgent"
    assert POTASSIUM in found.cards


@pytest.mark.parametrize(
    "text",
    [
        "my period cramps are bad this month, started loading on monday",
        "started loading last week and my period came with cramps",
        "started loading on monday, is writers cramp a thing",
        "can cramp be a side effect of these",
        "the jabs may cramp my style",
    ],
)
def test_cramps_of_a_period_that_is_told_are_none(text: str) -> None:
    """Nor are those of a hand that writes, nor what is asked in general."""
    assert POTASSIUM not in triage(text).cards


@pytest.mark.parametrize(
    "text",
    [
        "legs cramping since last night, heart doing little flips",
        "my calves have been cramping and my heart keeps flipping since the second jab",
        "thighs cramping all day, heart is skipping",
    ],
)
def test_cramp_of_a_leg_beside_a_heart_that_flips_is_no_pain_of_the_chest(text: str) -> None:
    """Advice that day, and nobody is told to say chest pain."""
    found = triage(text)
    assert (found.level, found.cards[:1]) == ("urgent", [POTASSIUM])


@pytest.mark.parametrize(
    "text",
    [
        "my heart is cramping",
        "cramping around my heart",
        "cramp in my legs and my heart hurts",
        "legs cramping, heart racing and i feel faint",
        "cramping legs and chest pain",
        "legs cramping, heart fluttering and I blacked out",
        "calves cramping, heart racing and I am out of breath",
    ],
)
def test_a_heart_that_hurts_or_a_faint_beside_cramps_is_an_emergency(text: str) -> None:
    """What makes a racing heart one stays."""
    assert triage(text).level == "emergency"
