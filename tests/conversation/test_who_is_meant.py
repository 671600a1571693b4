"""Who is meant by "my boy", "mate", "they" and "myself"."""

from __future__ import annotations

import pytest

from b12guide.conversation.ages import may_be_child
from b12guide.conversation.whose import ME, named_in, whose


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("my boy has his b12 every 4 weeks", "son"),
        ("our wee lad gets it monthly", "son"),
        ("my boy Declan gets his jab every 6 weeks", "son Declan"),
        ("the plan is for my girl", "daughter"),
        ("our lass has hers every 8 weeks", "daughter"),
        ("my youngest has b12 every 10 weeks", "youngest"),
        ("my eldest is on it monthly", "eldest"),
    ],
)
def test_my_boy_may_be_a_child(text: str, person: str) -> None:
    """Whoever may be a child is asked about, by whatever word."""
    found = whose(text, current=ME, known=(), last=None)
    assert (found.person, found.child) == (person, None)
    assert may_be_child(person)


@pytest.mark.parametrize(
    "text",
    [
        "oh boy, every 8 weeks, last 3 may",
        "the lad at the desk said every 8 weeks",
        "boy oh boy mine is monthly",
        "the girl who rang moved it to friday",
        "my boyfriend has his monthly",
        "my girlfriend gets it every 4 weeks",
        "the eldest of my dates",
    ],
)
def test_a_lad_at_the_desk_is_nobodys_child(text: str) -> None:
    """Only "my" and "our" make somebody of such a word."""
    assert not {"son", "daughter", "eldest"} & set(named_in(text))


@pytest.mark.parametrize(
    "text", ["mate got my jab late", "mate, had it on friday", "mate i had mine monday", "mate when's my next"]
)
def test_a_mate_who_is_spoken_to_has_no_plan(text: str) -> None:
    """At the start of a message in the first person it is how one speaks."""
    assert named_in(text) == []


@pytest.mark.parametrize("text", ["my mate has it monthly", "mate of mine has it monthly", "for a mate: every 8 weeks"])
def test_a_mate_with_a_plan_stays(text: str) -> None:
    """Somebody's mate is somebody."""
    assert named_in(text) == ["friend"] or text.startswith("mate of")


@pytest.mark.parametrize(
    "text", ["unless they say otherwise it is 5 may", "they moved it to the 5th", "they've just rung, 5 may"]
)
def test_they_who_tell_are_the_clinic(text: str) -> None:
    """ "They said the 5th" is no word of a friend who was spoken of before."""
    assert whose(text, current=ME, known=(ME, "friend"), last="friend").person == ME


@pytest.mark.parametrize("text", ["when are they due", "they had theirs on friday", "what is their next date"])
def test_they_who_have_it_are_the_person(text: str) -> None:
    """A partner of whom it was spoken is meant by "they"."""
    assert whose(text, current=ME, known=(ME, "partner"), last="partner").person in ("partner", ME)
    assert whose("they had theirs on friday", current=ME, known=(ME, "partner"), last="partner").person == "partner"


@pytest.mark.parametrize(
    "text",
    [
        "it was the 3rd of May, I drove her there myself",
        "she had it on 3 may, I took her myself",
        "3 may, I rang the nurse myself to check",
        "I checked the card myself, it says 3 may",
    ],
)
def test_what_i_did_myself_keeps_whose_it_is(text: str) -> None:
    """The answer to what was asked about her is hers, whoever brought her."""
    assert whose(text, current="mum", known=("mum",), last="mum").person == "mum"


@pytest.mark.parametrize(
    "text", ["I had it myself on 3 may", "it's for myself", "I inject myself, every 2 weeks", "I get it myself too"]
)
def test_what_i_have_myself_is_mine(text: str) -> None:
    """ "Myself" beside having or injecting says whose it is."""
    assert whose(text, current="mum", known=("mum",), last="mum").person == ME


@pytest.mark.parametrize(
    "text",
    [
        "it is my wife's, not mine. they moved hers to friday 21 may",
        "not mine, hers: they gave her 21 may",
        "that's not for me, she has it on 21 may",
    ],
)
def test_not_mine_is_hers(text: str) -> None:
    """What is said not to be the writer's goes to nobody's plan but hers."""
    assert whose(text, current="wife", known=("wife",), last="wife").person == "wife"
    assert whose("no, mine is every 8 weeks", current="wife", known=("wife",), last="wife").person == ME
