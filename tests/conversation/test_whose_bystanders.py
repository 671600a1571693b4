"""Who brings the news, drives, or is only compared with, is not whose injection a message is about."""

from __future__ import annotations

import pytest

from b12guide.conversation.ages import told_adult
from b12guide.conversation.state import State
from b12guide.conversation.turning import asks_again, only_turns
from b12guide.conversation.whose import ME, named_in, whose

PARENTS = ("dad", "mum")


@pytest.mark.parametrize(
    ("text", "current", "person"),
    [
        ("my sister phoned, mum had hers this morning", "dad", "mum"),
        ("mum's just been on the phone, dad got his on Tuesday", "mum", "dad"),
        ("dad texted to say mum was done yesterday", "dad", "mum"),
        ("my brother drove dad to the clinic, he had it today", "mum", "dad"),
        ("my husband took mum for her jab on monday", "dad", "mum"),
        ("spoke to my sister, dad's was given on 3 May", "mum", "dad"),
        ("mum reminds me that dad had his on the 4th", "mum", "dad"),
        ("my brother sent me the card: dad's last one was 3 may", "mum", "dad"),
        ("wife is sat with me, dad had his yesterday", "mum", "dad"),
        ("according to mum dad's next is friday", "mum", "dad"),
        ("mum says dad went in for his yesterday", "mum", "dad"),
        ("mum was in bits cos dad had his needle yesterday", "mum", "dad"),
        ("mum found the card and dad's last was actually the 18th of May", "mum", "dad"),
    ],
)
def test_who_brings_the_news_is_not_whose_it_is(text: str, current: str, person: str) -> None:
    """It is the injection of who had it."""
    assert whose(text, current=current, known=PARENTS, last=current).person == person


@pytest.mark.parametrize(
    ("text", "current", "last", "person"),
    [
        ("mum rang, she had hers today", "dad", "dad", "mum"),
        ("mum says she had it on 4 May", "dad", "dad", "mum"),
        ("dad rang, he got his this morning", "mum", "mum", "dad"),
        ("mum rang, he got his this morning", "mum", "dad", "dad"),
        ("mum is with me now, hers was 4 may", "dad", "dad", "mum"),
        ("that doesn't change mum's though", "dad", "dad", "mum"),
        ("remind me of hers", "dad", "dad", "mum"),
        ("his has been moved to 30 June", "mum", "mum", "dad"),
        ("she says to come on friday", "dad", "dad", "dad"),
    ],
)
def test_the_news_may_be_of_who_brings_it(text: str, current: str, last: str, person: str) -> None:
    """A pronoun says whose it is; "she" alone may be the nurse."""
    assert whose(text, current=current, known=PARENTS, last=last).person == person


@pytest.mark.parametrize(
    "text",
    [
        "my sister told me mine was moved to friday",
        "the nurse rang mum about my jab, it is friday now",
        "my husband says my last one was 4 may",
        "my wife drove me, I had it today",
        "every 8 weeks, my friend says that is a lot",
        "can you put me on monthly instead, my sister in law gets hers monthly",
        "can i go every 8 weeks like my brother",
        "could I have mine every 2 months same as my dad's",
        "my mate gets his weekly so why can't I have it weekly",
        "I want it monthly because my cousin has hers monthly",
        "my aunt is on 8 weeks, can I go on 8 weeks?",
        "why am I on 12 weeks when my brother is every 8",
        "mine is the same as my dad's, last one 3 may",
        "I get b12 every 3 months, last 3 september, my sister has it too",
        "I'm every 8 weeks, so is my husband. last one 3 may",
    ],
)
def test_a_reason_or_a_comparison_is_not_whose_it_is(text: str) -> None:
    """Who is only told by, compared with, or has it beside the writer, has no part in the plan told."""
    assert whose(text, current=ME, known=(ME,), last=None).person == ME


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("my mum gets hers monthly, last 3 may", "mum"),
        ("I'd like my mum's dates please, every 8 weeks", "mum"),
        ("I need the dates for dad because he has it every 8 weeks", "dad"),
        ("can I have a plan for my mum, every 8 weeks last 3 may", "mum"),
        ("can I get mum's dates, she has it every 8 weeks", "mum"),
        ("my wife has it too, every 8 weeks, last 3 may", "wife"),
        ("my wife forgot hers, it was due 31 May, every 4 weeks", "wife"),
        ("I told mum I'd do hers. every 8 weeks, last 3 May", "mum"),
    ],
)
def test_whose_injections_stay_theirs(text: str, person: str) -> None:
    """A wish for somebody's dates is no wish for one's own."""
    assert whose(text, current=ME, known=(ME,), last=None).person == person


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("mum and dad have theirs every 8 weeks", ("mum", "dad")),
        ("my mum, my dad and my aunt get it monthly", ("mum", "dad", "auntie")),
        ("mum had hers 3 may, dad 4 may", ("mum", "dad")),
        ("mum 3 may and dad had his 4 may", ("mum", "dad")),
    ],
)
def test_who_is_told_of_beside_another_stays(text: str, people: tuple[str, ...]) -> None:
    """Two that are named as one, or with a day each, are both meant."""
    assert whose(text, current=ME, known=(), last=None).several == people


@pytest.mark.parametrize("text", ["me: every 12 weeks, last 3 May", "me as well - 4 May", "me too, mine was 4 may"])
def test_me_opens_what_is_mine(text: str) -> None:
    """Behind talk of somebody else, too."""
    assert whose(text, current="mum", known=("mum",), last="mum").person == ME


def test_whoever_has_it_too_is_meant_by_hers() -> None:
    """ "My sister has it too": what follows of "hers" is the sister's, and what was told is the writer's."""
    for text in ("I have it monthly, my twin sister too", "I'm on it monthly, so is my sister",
                 "my sister's on it as well, I have it monthly"):  # fmt: skip
        state = State()
        state.heard_of(text)
        assert state.other == "sister", text
        assert not state.for_other


@pytest.mark.parametrize(
    "text",
    [
        "when did you say hers was",
        "what was his again",
        "what was mine again",
        "remind me of hers",
        "give me hers once more",
    ],
)
def test_the_bots_own_word_is_asked_for_again(text: str) -> None:
    """It is the next date, which it said."""
    assert asks_again(text)


@pytest.mark.parametrize("text", ["when was her last one", "when did she have it", "remind me to book hers"])
def test_the_last_one_is_another_question(text: str) -> None:
    """The words say which one."""
    assert not only_turns(text)
    assert not asks_again(text)


def test_a_relative_in_law_without_hyphens() -> None:
    """ "Sister in law" is not the sister."""
    assert named_in("my sister in law gets hers monthly") == ["sister-in-law"]


@pytest.mark.parametrize(
    ("text", "person", "adult"),
    [
        ("my grown up son gets B12 monthly", "son", True),
        ("my nephew is in his thirties", "nephew", True),
        ("my daughter gets it, she is a grown woman", "daughter", True),
        ("my son gets it, hes 34", "son", True),
        ("I'm retired and my grandson gets it", "grandson", False),
        ("my daughter, 14, gets it monthly", "daughter", False),
    ],
)
def test_what_says_that_somebody_is_an_adult(text: str, person: str, adult: bool) -> None:
    """It is kept, so that it is not asked again."""
    assert told_adult(text, person) is adult
    assert (whose(text, current=ME, known=(), last=None).child is False) is adult
    state = State()
    state.heard_of(text)
    assert (person in state.adults) is adult


@pytest.mark.parametrize(
    "text",
    [
        "and the one after? I like to tell my neighbour, she drives me",
        "it was the 19th, not the 18th, my husband told me off",
        "the missus has the card here, it is 5 weeks",
        "my granddaughter has put this on my phone",
        "my cousin's daughter is getting married on 12 february",
        "my aunt had her stitches out on the 23rd",
        "dad had his colonoscopy on the 3rd",
    ],
)
def test_who_does_something_else_has_no_plan(text: str) -> None:
    """The writer's own plan stays the one that is spoken of."""
    assert whose(text, current=ME, known=(ME,), last=None).person == ME


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("I mind my mam, she's 88. She gets the B12 every 8 weeks", "mum"),
        ("sorting out mums b12 as well as my own. hers is every 12 weeks", "mum"),
        ("my mum is due again on friday", "mum"),
    ],
)
def test_whose_it_is_said_to_be_has_one(text: str, person: str) -> None:
    """A pronoun with the injections says whose they are."""
    assert whose(text, current=ME, known=(), last=None).person == person
