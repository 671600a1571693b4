"""Who has nothing to do with a plan, whose is kept, and whose date is asked to be first."""

from __future__ import annotations

import pytest

from b12guide.conversation.claims import comparison, denial, keeping
from b12guide.conversation.whose import ME


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("naw it's no for ma da, it's fur me", ()),
        ("no, not my aunt. me.", ("auntie",)),
        ("not my nephew, myself", ("nephew",)),
        ("forget my uncle, this is my own plan", ("uncle",)),
        ("my gran has nothing to do with it", ("nan",)),
        ("leave my brother out of it, it is mine", ("brother",)),
        ("no thats mine not his", ("brother",)),
        ("I said me", ()),
        ("I'm the one who has it", ()),
        ("my brother doesn't have injections", ("brother",)),
        ("there is no plan for my brother", ("brother",)),
        ("nae ma granny, its masel", ("nan",)),
    ],
)
def test_somebody_is_denied_or_the_plan_claimed(text: str, persons: tuple[str, ...]) -> None:
    """Both say that what was told is the writer's."""
    found = denial(text, ["brother"], "brother")
    assert found is not None
    assert found.persons == persons


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no not my aunt, me. every 9 weeks, last was 3 May", "every 9 weeks, last was 3 May"),
        ("it's for me. when is the one after?", "when is the one after?"),
        ("och no, its fur me", ""),
    ],
)
def test_what_else_a_denial_says(text: str, rest: str) -> None:
    """What is told beside it is read as the writer's."""
    found = denial(text, [], "auntie")
    assert found is not None
    assert found.rest == rest


@pytest.mark.parametrize("text", ["when is mine due", "my aunt has it monthly", "can you tell me the date", "no",
                                  "it's every 8 weeks", "what about me?"])  # fmt: skip
def test_no_denial(text: str) -> None:
    """Questions and statements deny nobody."""
    assert denial(text, ["auntie"], "auntie") is None


@pytest.mark.parametrize(
    ("text", "dropped", "saved"),
    [
        ("please only remember mine", ["brother"], [ME]),
        ("keep mine only", ["brother"], [ME]),
        ("don't keep my brother's", ["brother"], []),
        ("I didn't ask you to save his", ["brother"], []),
        ("delete my brother's plan", ["brother"], []),
        ("you can forget his", ["brother"], []),
        ("save my brother's too", [], ["brother"]),
        ("keep them both", [], [ME, "brother"]),
        ("save both of us", [], [ME, "brother"]),
        ("save mine as well", [], [ME]),
        ("store his and drop mine", [ME], ["brother"]),
        ("keep mine, not his", ["brother"], [ME]),
        ("yes to both", [], [ME, "brother"]),
        ("both are right", [], [ME, "brother"]),
        ("put his on my phone too", [], ["brother"]),
    ],
)
def test_whose_plan_is_kept(text: str, dropped: list[str], saved: list[str]) -> None:
    """Kept and dropped as said, for each person."""
    found = keeping(text, [ME, "brother"], "brother")
    assert found is not None
    assert (list(found.dropped), list(found.saved)) == (dropped, saved)


@pytest.mark.parametrize(
    "text",
    [
        "when is mine due",
        "I keep forgetting mine",
        "how do I keep my levels up",
        "forget it",
        "my brother forgot his",
        "save it",
        "how do I remember it",
    ],
)
def test_nothing_is_said_of_keeping(text: str) -> None:
    """Who forgets an injection drops no plan."""
    assert keeping(text, [ME, "brother"], "brother") is None


@pytest.mark.parametrize(
    ("text", "one", "other", "claim"),
    [
        ("who's first, me or my brother?", ME, "brother", "first"),
        ("which one of us goes first", ME, "brother", "first"),
        ("so who is up next", ME, "brother", "first"),
        ("does my brother go before me", "brother", ME, "before"),
        ("is mine after his?", ME, "brother", "after"),
        ("are we on the same day", ME, "brother", "same"),
        ("do they fall in the same week?", ME, "brother", "same"),
        ("how many days between his and mine", "brother", ME, "apart"),
        ("am I before him", ME, "brother", "before"),
        ("whose is sooner?", ME, "brother", "first"),
    ],
)
def test_dates_of_two_people_are_compared(text: str, one: str, other: str, claim: str) -> None:
    """Who is asked about first, and how."""
    found = comparison(text, [ME, "brother"], "brother")
    assert found is not None
    assert (found.one, found.other, found.claim) == (one, other, claim)


@pytest.mark.parametrize(
    "text",
    ["can I have it before my holiday", "is it before Easter", "my brother has his every 8 weeks", "when is he due",
     "who do I ask first", "can I go on the same day as my flu jab", "does it hurt after"],
)  # fmt: skip
def test_nothing_is_compared(text: str) -> None:
    """A day, a holiday and another jab are no people."""
    assert comparison(text, [ME, "brother"], "brother") is None
