"""The owner of a plan: who writes in the first person, and not who stands in the scenery of the message."""

from __future__ import annotations

import pytest

from b12guide.conversation.whose import ME, whose

SCENERY = [
    "I get it every 10 weeks and had the last one on 4 May, the day I was minding my granddaughter. when is it due",
    "every 8 weeks, got ma last yin on the 2nd of June, when's the next",
    "gaun tae Largs wi ma mum on the 9th, I get the jab monthly, last 1 July",
    "I'll be in Cork for my niece's christening on the 20th, can I have it there",
    "I am travelling for sister marriage on 12th, I take injection weekly",
    "My husband drove me there on 3 March, I have it every 12 weeks",
    "I had mine on 3 March, it was my brother's birthday",
    "last one was 3 March because I had the grandkids that week, every 3 months, when am I due",
    "my daughter is a nurse and gave me my last one on 3 March, I'm on every 8 weeks",
    "I was at my mum's when I had it, 3 March, every 8 weeks",
    "I take it fortnightly, last was 3 March, we are at my cousin's place now",
    "yo bro, every 8 weeks, last 3 march, when's the next",
    "I had my last one on 3 March, day after dad's funeral. I get them every 12 weeks",
    "My auntie is visiting till Friday. I have my b12 every 12 weeks, last 3 March",
    "I told my wife I had it on 3 March, I have one every 2 months",
    "we had my son's wedding on 3 March and I had the needle the day before, it's every 3 months for me",
    "wis at ma granny's on 3 March when I got it, I get it every 8 weeks",
    "no plan for my nephew, it is me that has it every 8 weeks",
    "my kids have nothing to do with it, every 8 weeks",
    "it is not for my neighbour at all, every 8 weeks",
]
THEIRS = [
    ("I look after my gran. she gets it every 8 weeks, last was 3 March", "nan"),
    ("I need to know when my uncle is due, he has it monthly", "uncle"),
    ("my auntie had her last one on 3 March, every 12 weeks", "auntie"),
    ("I take dad for his jab every 8 weeks, last was 3 March", "dad"),
    ("I give my mum her injections at home, every week", "mum"),
    ("it's for my wife, monthly", "wife"),
    ("when is granny's next", "nan"),
    ("ma mum gets hers monthly", "mum"),
    ("hubby's last was 3 march, every 10 weeks", "husband"),
    ("is my dad late? every 8 weeks, 3 march", "dad"),
    ("my ma has it monthly", "mum"),
    ("neighbor: every 4 weeks, last 3 March", "neighbour"),
    ("I think my sister's was on 3 March", "sister"),
    ("I booked my mother's next one for 3 March", "mum"),
]


@pytest.mark.parametrize("text", SCENERY)
def test_who_is_only_in_the_scenery_owns_no_plan(text: str) -> None:
    """A first-person statement is about the writer, whoever else was there that day."""
    found = whose(text, current=ME, known=(), last=None)
    assert (found.person, found.several) == (ME, ())


@pytest.mark.parametrize(("text", "person"), THEIRS)
def test_whose_schedule_doses_or_question_it_is(text: str, person: str) -> None:
    """Somebody else is the owner where the schedule, a dose or the question is said of them."""
    assert whose(text, current=ME, known=(), last=None).person == person


@pytest.mark.parametrize("text", SCENERY[:5])
def test_scenery_makes_nobody_a_child(text: str) -> None:
    """Nobody is asked whether a grandchild who was only there is an adult."""
    assert whose(text, current=ME, known=(), last=None).child is False
