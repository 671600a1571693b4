"""Questions about the treatment of a child are known as such, and those of adults who have children are not."""

from __future__ import annotations

import pytest

from b12guide.understanding.children import about_child, by_adult, by_child


@pytest.mark.parametrize(
    "text",
    [
        "and for kids?",
        "what about children",
        "is there a dose for babies",
        "My 7 year old was told he is low in B12, how much does he have",
        "can toddlers have it",
        "she's 5 and starts hydroxocobalamin next week",
        "children's dose?",
        "our little girl needs them, how often",
        "do teenagers get the same",
        "my daughter is 12, can she have tablets",
        "he's 3 weeks old and low in b12",
        "our 6 month old is low, is there a dose for him",
        "she is 11, how much does she have",
        "a lad aged 9, which dose",
        "my boy is of 6 years age, how much for him",
        "is low B12 dangerous for my baby's nerves, she has just been tested",
        "what amount for my daughter, 7 years, we eat no eggs",
        "my grandson of 6 has the shots, does he get as much as I do",
        "grandson (4 yrs) drinks no milk, how much b12",
        "asking for my small son, which quantity daily",
        "should my kids have the b12 injections tested on them first",
        "my toddler's test came back low, how much do I give",
        "how much b12 does my breastfed baby need",
    ],
)
def test_a_child(text: str) -> None:
    """The treatment is that of a child."""
    assert about_child(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have two kids and forgot my injection",
        "is it safe for the baby if I'm pregnant",
        "can I breastfeed my baby after the injection",
        "im breastfeeding and have the jabs, is any of it bad to baby",
        "vegan and bf here, what b12 do I take for the baby's sake",
        "will my children inherit pernicious anaemia",
        "my son is 34 and has B12 injections",
        "I've had them since I was 12 weeks pregnant",
        "every 12 weeks",
        "busy with the kids, I am a week late, is that bad for me",
        "my daughter has B12 injections, how often",
        "he is 12 stone, does the dose change",
        "she's 4 weeks in and still worn out, is that usual",
        "he is 6 months on and the tingling has not shifted",
        "hes 2 weeks into it, no change",
        "he's 5-weeks in, when does it start to work",
        "my daughter is 9 weeks post surgery, does she need it",
        "she is 3 injections in, is she meant to be tired",
        "how is he meant to feel at 3 weeks",
        "she's 8 days late with it",
        "he's 2 years on them and fine, can he stop",
        "my face is spotty like I'm 14 again",
        "I nurse a 2 month old, is my milk fine for her",
        "does my deficiency do any harm to my baby",
        "is too little b12 bad for the baby",
        "could having low B12 affect my twins",
        "do my children need a test",
        "ought the kids to be checked, as I have it",
        "do children of somebody with pernicious anaemia get screened",
        "son, 3 years on b12 and I am still tired",
    ],
)
def test_no_child(text: str) -> None:
    """It is about an adult, or it is not known that it is not."""
    assert not about_child(text)


AGES = ["9", "12", "15", "17", "eleven", "fifteen", "seventeen"]
SAID = [
    "im {age}, whats the dose",
    "hi im {age}, how often do they give it",
    "I'm {age} and my doctor wants me on b12",
    "I\u2019m only {age}. How many do I need?",
    "i am {age} years old, can i have tablets",
    "i'm a {age} year old girl, how much b12",
    "i just turned {age} what is the plan for me",
    "how many injections if im {age}",
    "my age is {age}, does that change it",
    "hey, {age} here, do they hurt",
    "{age}f low b12 how much",
    "what about me, i'm {age}",
    "as a {age} year old do i get less",
    "im like {age} lol whats a normal dose",
    "every 12 weeks but im {age}",
]
NOT_SAID = [
    "i had my first one {age} years ago",
    "i am on {age} mg of that",
    "im {age} stone, is the dose the same",
    "I've had them since I was {age}",
    "i was {age} when they found it",
    "I'm {age} weeks pregnant, is it safe",
    "i am {age} days late with it",
    "im {age} injections in and no better",
    "I am {age} weeks into the loading phase",
    "my flat number is {age}",
    "i'm {age} minutes early for my shot",
]


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("said", SAID)
def test_a_child_who_writes(said: str, age: str) -> None:
    """Who says that they are under 18 is a child, in whatever words."""
    assert by_child(said.format(age=age))
    assert about_child(said.format(age=age))


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("said", NOT_SAID)
def test_a_number_that_is_no_age(said: str, age: str) -> None:
    """Times, amounts and ages long past say nothing of who writes."""
    assert not by_child(said.format(age=age))


@pytest.mark.parametrize("age", ["18", "19", "25", "51", "70", "115", "eighteen", "thirty", "fifty"])
@pytest.mark.parametrize("said", SAID)
def test_an_adult_who_writes(said: str, age: str) -> None:
    """From 18 on nobody is a child."""
    assert not by_child(said.format(age=age))


@pytest.mark.parametrize(
    "text", ["im a teenager", "I'm only a kid, how much", "i'm in year 10, do i get the same", "im under 18"]
)
def test_a_child_who_names_no_age(text: str) -> None:
    """School years and plain words say it too."""
    assert by_child(text)


@pytest.mark.parametrize(
    "text",
    [
        "im in 8th grade",
        "I'm a 10th grader",
        "i'm in ninth grade lol",
        "im in grade 7",
        "I'm still at school, what's my date",
        "im a freshman in high school",
        "I'm in high school",
    ],
)
def test_a_school_class_says_it(text: str) -> None:
    """A class at school is an age."""
    assert by_child(text)
    assert not by_adult(text)


@pytest.mark.parametrize(
    "text",
    [
        "im 36",
        "I'm forty one, these are mine",
        "i am an adult",
        "I'm not a child!!",
        "im no kid",
        "I'm the mammy",
        "I am a mother of three",
        "i'm his grandmother",
        "I'm over 18",
        "I am a grown woman",
        "i'm twenty",
    ],
)
def test_an_adult_says_so(text: str) -> None:
    """An age from 18 on, "an adult" and "the mother" are those of an adult."""
    assert by_adult(text)
    assert not by_child(text)


@pytest.mark.parametrize(
    "text",
    ["I'm 36 weeks pregnant", "im 20 minutes late", "I'm 15", "im 18 days late", "I'm not an adult", "my mum is 40"],
)
def test_what_says_nothing_of_an_adult(text: str) -> None:
    """Times are no ages, and another's age is not the writer's."""
    assert not by_adult(text)


@pytest.mark.parametrize(
    "text",
    ["is there a fridge in the hut, a small one", "there is a small one in the caravan", "is a small ones box enough"],
)
def test_a_small_thing_is_no_child(text: str) -> None:
    """ "A small one" may be a fridge, a bottle or a bruise."""
    assert not about_child(text)


@pytest.mark.parametrize(
    "text", ["how much for my small one", "what about our little one", "is it given to young ones"]
)
def test_a_small_one_of_ones_own_is_a_child(text: str) -> None:
    """ "My small one" and "the little one" are children."""
    assert about_child(text)


@pytest.mark.parametrize(
    "text", ["had it today, im 12 weekly", "I'm 8 weekly", "im 10 wkly since may", "i am 3 monthly"]
)
def test_how_often_is_no_age(text: str) -> None:
    """ "I'm 12 weekly" says how often somebody has them."""
    assert not by_child(text)
    assert not about_child(text)


@pytest.mark.parametrize("text", ["put it like I'm 9", "tell me as if I'm 8 years old", "pretend im 12"])
def test_how_to_put_it_is_no_age(text: str) -> None:
    """A wish for words that a child would follow is no child's."""
    assert not by_child(text)
