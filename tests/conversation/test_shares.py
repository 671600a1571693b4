"""What a message tells of each of several people, and of whom it asks."""

from __future__ import annotations

import pytest

from b12guide.conversation.shares import asked_of, shares
from b12guide.conversation.whose import ME


def told(text: str, known: tuple[str, ...] = (), last: str | None = None) -> dict[str, str]:
    return {share.person: " ".join(share.text.split()) for share in shares(text, known=known, current=ME, last=last)}


@pytest.mark.parametrize(
    ("text", "mine", "person", "theirs"),
    [
        ("me: every 3 weeks, last 8 June. my dad Tom: monthly, last 1 June.", "every 3 weeks, last 8 June", "dad Tom",
         "monthly, last 1 June"),
        ("my gran gets hers every 4 weeks, last was 8 June, I get mine every 10, had it 1 June",
         "every 10 weeks, had it 1 June", "nan", "every 4 weeks, last was 8 June"),
        ("8 weekly is mine and 12 weekly is my husband's", "8 weekly", "husband", "12 weekly"),
        ("mum is every 8 weeks (last 8 june), I'm on every 12 (last 1 june)", "every 12 weeks (last 1 june)", "mum",
         "every 8 weeks (last 8 june)"),
        ("10 weekly for me and monthly for the wife. mine was 8 june, hers was 1 june", "last was 8 june", "wife",
         "last was 1 june"),
        ("I had mine on 8 June but hubby had his on 1 June", "on 8 June", "husband", "on 1 June"),
        ("Two of us. Myself - every 2 months, 8 June. My partner - every 3 months, 1 June", "every 2 months, 8 June",
         "partner", "every 3 months, 1 June"),
        ("8 June is mine, 1 June is my aunt's", "8 June", "auntie", "1 June"),
        ("i see to the shots of my uncle and me. uncle is every 8 weeks, his last was 1 June. mine are monthly, 8 June",
         "monthly, 8 June", "uncle", "every 8 weeks, his last was 1 June"),
        ("it's for two: mine and my nan's. nan is monthly, her last was 1 June. i'm every 8 weeks, last 8 June",
         "every 8 weeks, last 8 June", "nan", "monthly, her last was 1 June"),
        ("both me and my sister have b12. sisters every 8 weeks, last 1 June. mine every 12 weeks, 8 June",
         "every 12 weeks, 8 June", "sister", "every 8 weeks, last 1 June"),
        ("ma wife's is monthly, last 1 june. mines is every 8 weeks, last 8 june", "every 8 weeks, last 8 june", "wife",
         "monthly, last 1 june"),
    ],
)  # fmt: skip
def test_each_part_goes_to_its_person(text: str, mine: str, person: str, theirs: str) -> None:
    """A label, a possessive or the subject says whose a part is; what follows is the same person's."""
    found = told(text)
    assert set(found) == {ME, person}
    assert mine in found[ME]
    assert theirs in found[person]
    assert theirs not in found[ME]
    assert mine not in found[person]
    assert person not in found[person]


def test_what_is_said_of_both_counts_for_each() -> None:
    """ "Mum and I have it every 8 weeks" is told of both; then each has a date."""
    found = told("Mum and I both have it every 8 weeks. Hers was on 8 June, mine on 1 June.")
    assert "every 8 weeks" in found[ME]
    assert "every 8 weeks" in found["mum"]
    assert "8 June" in found["mum"]
    assert "1 June" in found[ME]


@pytest.mark.parametrize(
    ("text", "known", "persons"),
    [
        ("me: weekly, 8 June. my dad: monthly, 1 June. When is the next for each?", (), {ME, "dad"}),
        ("me: weekly, 8 June. my dad: monthly, 1 June. when are we due", (), {ME, "dad"}),
        ("my dad has his monthly, last 1 June. Mine is weekly, 8 June. When am I due?", (), {ME}),
        ("Mine is weekly, 8 June. my dad has his monthly, last 1 June. when's his next", (), {"dad"}),
        ("Mine is weekly, 8 June. my dad has his monthly, last 1 June. when is dad's?", (), {"dad"}),
        ("me: weekly, 8 June. my dad: monthly, 1 June.", (), {ME, "dad"}),
        ("me: weekly, 8 June. my dad: monthly, 1 June. what are the dates?", (), {ME, "dad"}),
    ],
)  # fmt: skip
def test_of_whom_it_is_asked(text: str, known: tuple[str, ...], persons: set[str]) -> None:
    """Of the one who is asked about; of all where that is said, or nobody is named."""
    parts = shares(text, known=known, current=ME, last=None)
    assert set(asked_of(text, parts, known=known, last=None)) == persons


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("my husband and I both do it at home, his is every other week and mine is every week",
         {"husband": "every other week and", ME: "every week"}),
        ("mum and dad both have it: mum every 12 weeks, dad every 8 weeks",
         {"mum": "every 12 weeks", "dad": "every 8 weeks"}),
        ("my brother is taking it monthly and I am taking it weekly",
         {"brother": "monthly and", ME: "I am taking it weekly"}),
        ("me dad takes his monthly and I'm on weekly", {"dad": "monthly and", ME: "I'm on weekly"}),
    ],
)  # fmt: skip
def test_what_is_said_of_both_goes_to_neither(text: str, parts: dict[str, str]) -> None:
    """Each has their own gap, and no word of the other's."""
    assert told(text) == parts


@pytest.mark.parametrize(
    "text",
    ["I look after mum and auntie, mum's is every 12 weeks, last 26 april",
     "I see to mam and auntie Ann. Mam has hers every 12 weeks, last 26 april",
     "we're caring for mum and dad; mum's is every 12 weeks, last 26 april"],
)  # fmt: skip
def test_one_of_the_two_who_are_cared_for(text: str) -> None:
    """Who is only named has no plan yet."""
    found = shares(text, known=(), current=ME, last=None, least=1)
    assert [share.person for share in found] == ["mum"]
    assert found[0].text.endswith("every 12 weeks, last 26 april")
    assert "look" not in found[0].text
