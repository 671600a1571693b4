"""Whose injections a message is about."""

from __future__ import annotations

import pytest

from b12guide.conversation.whose import (
    ME,
    child_named,
    named_in,
    only_turns,
    whose,
    whose_reaction,
    without_people,
)


@pytest.mark.parametrize(
    ("text", "current", "known", "last", "person"),
    [
        ("my gran has hers every 8 weeks", ME, (), None, "nan"),
        ("and mine is every 10 weeks", "nan", ("nan",), "nan", ME),
        ("when is grandad due", ME, (ME, "grandad"), "grandad", "grandad"),
        ("what about me", "grandad", (ME, "grandad"), "grandad", ME),
        ("his was on friday", ME, (ME,), "uncle", "uncle"),
        ("hers was on friday", ME, (ME,), "uncle", ME),
        ("when am i due then", "auntie", (ME, "auntie"), "auntie", ME),
        ("when is the next one", "auntie", (ME, "auntie"), "auntie", "auntie"),
        ("every 8 weeks, my friend says that is a lot", ME, (), None, ME),
        ("every 8 weeks", ME, (), None, ME),
    ],
)
def test_whose_plan_is_meant(text: str, current: str, known: tuple[str, ...], last: str | None, person: str) -> None:
    """A name, "mine" and a pronoun that fits choose; without one it is whose plan was spoken of last."""
    assert whose(text, current=current, known=known, last=last).person == person


@pytest.mark.parametrize("name", ["mum", "dad", "husband", "wife", "neighbour", "sister", "partner"])
@pytest.mark.parametrize("form", ["{}'s is every 8 weeks", "every 8 weeks for my {}", "my {} has it monthly"])
def test_every_way_to_name_somebody(name: str, form: str) -> None:
    """The name is found in each form, and the words that say whose it is can be left out in their place."""
    text = form.format(name)
    assert named_in(text) == [name]
    left = without_people(text)
    assert len(left) == len(text)
    assert name not in left


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("my 9 year old has it monthly", True),
        ("my baby is 10 months old", True),
        ("my daughter, she is 14, has it monthly", True),
        ("my daughter is 34 and has it monthly", False),
        ("my son has it monthly", None),
        ("my mum has it monthly", False),
    ],
)
def test_a_child_is_known_by_word_or_age_and_else_asked(text: str, child: bool | None) -> None:
    """A son or daughter of unknown age may be grown up."""
    found = whose(text, current=ME, known=(), last=None)
    assert (found.child, child_named(text)) == (child, child is True)


def test_two_plans_in_one_message_are_told_apart() -> None:
    """Who states their own and another's is asked for one at a time."""
    found = whose("my wife has hers every 4 weeks and mine is every 10", current=ME, known=(), last=None)
    assert found.several == (ME, "wife")


@pytest.mark.parametrize(
    "text", ["and mum?", "what was my own date", "so when is dad due", "whats grandads date again"]
)
def test_a_message_that_only_turns_to_somebody(text: str) -> None:
    """It asks for their next date; more words say more."""
    assert only_turns(text)
    assert not only_turns(f"{text} I mean can she drive")


@pytest.mark.parametrize(
    ("text", "person", "known", "held"),
    [
        ("I came out in hives after it", "self", (ME, "mum"), [ME]),
        ("my mum came out in hives after it", "other", (ME, "mum"), ["mum"]),
        ("hives all over after the jab", "other", (ME, "mum"), [ME, "mum"]),
        ("hives all over", "self", (), [ME]),
    ],
)
def test_a_reaction_holds_the_plan_of_who_had_it(
    text: str, person: str, known: tuple[str, ...], held: list[str]
) -> None:
    """Mum's hold does not stop mine; where it is not plain whose it was, all are held."""
    assert whose_reaction(text, person, known) == held
