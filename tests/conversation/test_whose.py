"""Whose injections a message is about."""

from __future__ import annotations

import pytest

from b12guide.conversation.ages import grown_up
from b12guide.conversation.names import MOST_NAMED, said_back
from b12guide.conversation.places import places_in
from b12guide.conversation.turning import only_puts_right, only_turns
from b12guide.conversation.whose import (
    ME,
    child_named,
    named_in,
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


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mrs P, 12 weekly, last 3 march", "Mrs P"),
        ("now mr okafor: every 8 weeks", "Mr Okafor"),
        ("Mr B every 8 weeks, last 3 march", "Mr B"),
        ("Miss Lee has it monthly", "Miss Lee"),
        ("resident 7: monthly, last one 3 march", "resident 7"),
        ("my sister Nora has it every 8 weeks", "sister Nora"),
        ("my twin brother Sam, every 8 weeks", "brother Sam"),
        ("my twin Sam is on 8 weekly", "Sam"),
        ("Nora had hers on 3 march", "Nora"),
        ("can I have a plan for Nora, every 8 weeks", "Nora"),
    ],
)
def test_a_person_by_name(text: str, person: str) -> None:
    """A title, a number, a relative with a name, "NAME had hers" and "for NAME" are people of their own."""
    assert named_in(text) == [person]


@pytest.mark.parametrize(
    "text",
    [
        "Hydroxocobalamin every 8 weeks, last one on Monday",
        "a plan for Christmas",
        "injections for March please",
        "I had it at Riverside",
        "Is Thursday fine",
        "I miss my dates",
        "my mum Says it is monthly",
        "Every 8 weeks. Last was 3 March. Thanks Nora",
        "me mates have all got a date",
    ],
)
def test_a_capital_makes_no_person(text: str) -> None:
    """Days, products, places, verbs and whoever signs are nobody whose plan it is."""
    assert [person for person in named_in(text) if person != "mum"] == []


def test_a_name_that_is_kept_counts_anywhere() -> None:
    """Once a plan is kept under a name, the name alone says whose it is, in any letters, and so does the relative."""
    known = (ME, "sister Nora", "Mrs P")
    assert [whose(text, current=ME, known=known, last=None).person for text in (
        "and nora's date?", "when is nora due", "and my sister?", "mrs p's next one", "what about mine",
    )] == ["sister Nora", "sister Nora", "sister Nora", "Mrs P", ME]  # fmt: skip


def test_words_without_names() -> None:
    """What is left for the reader of plans has its place, and a name that is asked about only turns to its plan."""
    assert without_people("12 weeks for Mrs P", ("Mrs P",)).split() == ["12", "weeks"]
    assert only_turns("and Mrs P's date?", ("Mrs P",))
    assert only_turns("is Mrs P's still kept?", ("Mrs P",))


def test_two_people_with_a_date_each_are_two_plans() -> None:
    """One had hers, the other had mine: neither date is taken for the other's."""
    text = "My sister Nora and I have it every 3 months. Nora had hers on 3 march and I had mine on 20 march."
    assert whose(text, current=ME, known=(), last=None).several == (ME, "sister Nora")


def test_how_people_are_said_back() -> None:
    """Relatives are "your mum", others go by their name."""
    people = ("mum", "sister Nora", "Mrs P", "resident 7", "Nora")
    assert [said_back(person) for person in people] == [
        "your mum", "your sister Nora", "Mrs P", "resident 7", "Nora",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "oops, kids, I make that 4 of them",
        "the kids are fighting behind me, I had 4 of 6",
        "my toddler is screaming. every 8 weeks, last one 3 march",
        "my baby is asleep on me so quickly: every 8 weeks",
        "my son is driving. last one 3 march",
        "I'm 41 and these are my jabs, my daughter was only reading over my shoulder",
        "I am a grown up with three kids, every 8 weeks",
        "I'm no child, I'm 52, every 8 weeks",
        "I'm the mother here, every 8 weeks",
        "the gap is 8, last one 3 march",
        "mom never remembers my b12 shot, every month",
        "my husband forgot to book my next injection",
        "be patient with me, every 8 weeks",
        "every 8 weeks mate, last one 3 march",
        "thanks love, every 8 weeks",
        "not a friend, every 8 weeks",
        "I am a patient at the surgery, every 8 weeks",
    ],
)
def test_who_is_only_spoken_of_has_no_injections(text: str) -> None:
    """Children in the room, who drives and who forgets are nobody whose plan it is; a grown-up writer is no child."""
    found = whose(text, current=ME, known=(), last=None)
    assert (found.person, found.child) == (ME, False)


@pytest.mark.parametrize(
    ("text", "person", "child"),
    [
        ("for my son (8), every 8 weeks", "son", True),
        ("my daughter's injections are monthly", "daughter", None),
        ("my kid has them every 8 weeks", "child", True),
        ("jabs for my children, every month", "child", True),
        ("my 7 year old has it monthly", "child", True),
        ("I'm the mum, it is for my son who is 9", "son", True),
        ("I'm 44, my niece gets hers monthly", "niece", None),
        ("when must my grandchild Rosie go", "grandchild Rosie", None),
        ("my grandkid is on it monthly", "grandchild", None),
        ("my teenager has it monthly", "child", True),
        ("now Mrs: every four weeks, she took on 3 march", "wife", False),
        ("the missus is on it monthly", "wife", False),
        ("my Mrs both weeks and takes hers monthly", "wife", False),
        ("no, that is mine. I ask for my wife: every four weeks", "wife", False),
        ("my patient has it monthly", "patient", False),
        ("my mate gets his every 8 weeks", "friend", False),
    ],
)
def test_whose_injections_they_are(text: str, person: str, child: bool | None) -> None:
    """Somebody is meant where the injections are theirs, and may be a child only then."""
    found = whose(text, current=ME, known=(), last=None)
    assert (found.person, found.child) == (person, child)


@pytest.mark.parametrize(
    "text",
    ["sorry should of said thats my husbands not mine", "that's my husband's, not mine", "my husband's, not for me"],
)
def test_what_is_not_mine_is_denied_of_nobody_else(text: str) -> None:
    """ "My husband's, not mine" is the husband's."""
    found = whose(text, current=ME, known=(ME,), last=None)
    assert (found.person, found.named) == ("husband", True)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("im every 12 weeks, i had it 7 december", ME),
        ("I have it monthly", ME),
        ("i get it every 8 weeks for him", "husband"),
        ("he is every 12 weeks, he had it 7 december", "husband"),
    ],
)
def test_how_often_i_have_it_is_mine(text: str, person: str) -> None:
    """After somebody else's plan, who tells how often they have it themselves tells their own."""
    assert whose(text, current="husband", known=("husband",), last="husband").person == person


def test_a_pronoun_is_the_one_other_whose_plan_is_kept() -> None:
    """ "And his was when?" is the husband's, though nobody was named lately; "ma'am" is nobody's mother."""
    assert whose("and his was when?", current=ME, known=(ME, "husband"), last=None).person == "husband"
    assert whose("and hers was when?", current=ME, known=(ME, "husband"), last=None).person == ME
    assert whose("Yes ma'am", current=ME, known=(ME,), last=None).person == ME


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("I mean my wife", True),
        ("sorry, it's for my dad", True),
        ("no that's mine", True),
        ("not me, my mum", True),
        ("I'm asking on behalf of my husband", True),
        ("this is my gran's plan by the way", True),
        ("I mean my wife drives me there", False),
        ("is that my wife's?", False),
        ("my wife", False),
        ("it's for my dad, every 8 weeks", False),
    ],
)
def test_only_puts_right_whose_it_is(text: str, right: bool) -> None:
    """Who says whose it was, and nothing else, puts right the plan that was just told."""
    assert only_puts_right(text) is right


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("she is all grown up", False),
        ("he's in his thirties", False),
        ("yes, an adult", False),
        ("she isn't an adult yet", True),
        ("still at school", True),
        ("she works hard", None),
    ],
)
def test_grown_up_in_words(text: str, child: bool | None) -> None:
    """Words for an age tell as much as a number."""
    assert grown_up(text) is child


def test_who_goes_on_naming_people_is_read_to_a_point() -> None:
    """The cost of a text does not grow with how often it names people: who is told of stands in the first names."""
    assert len(places_in("my mum " * 500, ())) == MOST_NAMED
    assert len(places_in("Mrs Kay and my dad " * 500, ())) == MOST_NAMED


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("I'm 20 weeks pregnant and on b12 injections, is that good for the baby?", False),
        ("expecting in May, could the jabs do harm for my baby", False),
        ("are b12 injections safe for my baby", True),
    ],
)
def test_a_mother_to_be_has_them_herself(text: str, child: bool) -> None:
    """The baby that she expects has no injections, whatever they do for it."""
    assert child_named(text) is child
