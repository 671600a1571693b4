"""No amount is given where a child is who is asked about; a mother of a boy is not pregnant for it; a vegan child's
food has no milk in it."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.childs_dose import without_amounts
from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.kinds import ABOUT, CHILDREN, DIET, FIGURE, PART
from b12guide.shared import content
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, CHILD, NOT_UNDERSTOOD, QUESTION, TOPIC, UNSURE
from b12guide.understanding.children import about_child
from tests.conversation.test_decide import WHO

TABLETS = ((TOPIC, "injections_vs_oral"), (QUESTION, "tablets_what_dose"))
VEGAN_AMOUNT = ((TOPIC, "dietary_deficiency"), (QUESTION, "vegan_how_much"))
PREGNANT = ((TOPIC, "pregnancy"), (QUESTION, "vegan_and_pregnant"))
FOODS = ((TOPIC, "dietary_deficiency"), (QUESTION, "child_food_with_b12"))
# A boy was spoken of, and answered about.
OF_BOY = State(other="son", children=["son"], for_other=True, said=["children"])


def steps(text: str, details: tuple[tuple[str, str], ...] = TABLETS, state: State | None = None, kind: str = ASK_TOPIC):  # type: ignore[no-untyped-def]
    """What is done about a message that was heard as a question on an adult's amount."""
    act = Act(kind, 0.9, details if kind == ASK_TOPIC else ())
    return decide(Understanding(text, Verdict(), act), state or State(), WHO).steps


OF_A_CHILD = [
    "my lad is 7, how many of my b12 tablets is he to have",
    "i've a girl of 5 at home. how much b12 should she get",
    "our youngest is eight, what amount would he need",
    "the twins are four, how many drops each for them",
    "my wee one is 6 - how many mcg for her",
    "he's 11, how many of mine can he take",
    "my boy Finn is 9! how much of it does he need",
    "grandson, 3, what dose is right for him",
    "how many micrograms for a toddler",
    "my daughter who is 10 eats no meat, how much b12 a day",
    "and my toddler, can she have the same?",
]


@pytest.mark.parametrize("text", OF_A_CHILD)
@pytest.mark.parametrize("details", [TABLETS, VEGAN_AMOUNT, PREGNANT])
def test_an_amount_for_a_child_is_refused_in_the_same_message(text: str, details: tuple[tuple[str, str], ...]) -> None:
    """Whatever it was heard as, and by whatever word the child is named."""
    assert [step.kind for step in steps(text, details)] == [CHILDREN]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("half of one then?", PART),
        ("a quarter of mine maybe", PART),
        ("the 10 a day for himself then, is it grand", FIGURE),
        ("could he have the 2.8", FIGURE),
        ("is 50 micrograms ok for him", FIGURE),
        ("so 3 a day would be right", FIGURE),
    ],
)
@pytest.mark.parametrize("kind", [ASK_TOPIC, NOT_UNDERSTOOD, UNSURE])
def test_what_is_asked_on_of_the_child_is_refused_as_what_it_is(text: str, about: str, kind: str) -> None:
    """ "He", "himself" and a bare part or figure are the child's who was spoken of just before."""
    assert steps(text, state=OF_BOY, kind=kind) == (Step(CHILDREN, ((ABOUT, about),)),)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("my son is 12 and i have pernicious anaemia, what dose do i need", None),
        ("my girl is 8. how many should i take myself, for me", None),
        ("my boy is 9 and my husband has low b12, how much does my husband take", None),
        ("and for myself, how much should i take", OF_BOY),
        ("how much do i need", State()),
        ("my son is 34, how many does he take", None),
        ("my daughter is all grown up, how much does she need", None),
    ],
)
def test_an_adult_has_the_adults_answer(text: str, state: State | None) -> None:
    """Who asks for themselves, or for somebody grown up, is not told of a child, also where one is marked."""
    assert all(step.kind != CHILDREN for step in steps(text, state=state))
    marked = (*TABLETS, *(((CHILD, "yes"),) if about_child(text) else ()))
    assert all(step.kind != CHILDREN for step in steps(text, marked, state=state))


@pytest.mark.parametrize(
    "text",
    [
        "how long does b12 last, my kids are 4 and 6 and keep me busy",
        "my son is 9 weeks into his first job. how much do i take",
        "i have had 9 injections, how many more",
    ],
)
def test_who_only_has_children_asks_for_themselves(text: str) -> None:
    """A child who is told of beside the question is no patient."""
    assert all(step.kind != CHILDREN for step in steps(text))


def test_who_asks_for_both_has_both_answers() -> None:
    """An adult's answer stays beside what is said of the child, and only there."""
    said = Understanding("how much do i take, and how much for my girl of 4?", Verdict(), Act(ASK_TOPIC, 0.9, TABLETS))
    asked = Asked(said, State(), WHO)
    both = (Step(ASK_TOPIC, TABLETS), Step(CHILDREN))
    assert without_amounts(both, asked) == both
    assert [step.kind for step in without_amounts((Step(ASK_TOPIC, VEGAN_AMOUNT),), asked)] == [CHILDREN]


def test_an_answer_with_an_amount_is_none_for_a_child_either() -> None:
    """Asked without the word for an amount, an adult's answer that has one is not given."""
    assert steps("is a tablet of it good for my boy, he's 9", VEGAN_AMOUNT)[0].kind == CHILDREN


def test_a_mother_of_a_boy_is_not_pregnant_for_it() -> None:
    """An answer on pregnancy needs somebody who told of one."""
    assert steps("he's 9 and vegan, what about him", PREGNANT)[0].values(TOPIC) != ["pregnancy"]
    expecting = steps("i am pregnant, how much do i need", PREGNANT)
    assert expecting[0].values(QUESTION) == ["vegan_and_pregnant"]


@pytest.mark.parametrize(
    "told",
    [
        "we turned vegan last year",
        "my son is vegan like me",
        "my husband is plant-based, so are we",
        "vegan household here",
    ],
)
def test_the_food_of_a_vegan_child_is_fortified(told: str) -> None:
    """Whoever said "vegan" in the talk: no milk, eggs, fish or meat."""
    state = State(other="son", children=["son"], for_other=True, said=["children"])
    state.heard_of(told)
    state.other, state.for_other = "son", True
    step = next(one for one in steps("which foods have it for him", FOODS, state) if one.kind == ASK_TOPIC)
    said = content().questions[step.values(QUESTION)[0]]
    assert all(word not in said.answer.lower() for word in ("milk,", "egg", "fish", "meat"))
    assert "cereals" in said.answer


def test_another_childs_food_is_what_it_was() -> None:
    """Where nobody is vegan, milk and eggs are named; who says that they are none is none."""
    state = State(other="son", children=["son"], for_other=True, said=["children"])
    state.heard_of("we are not vegan")
    state.other, state.for_other = "son", True
    step = next(one for one in steps("which foods have it for him", FOODS, state) if one.kind == ASK_TOPIC)
    assert step.values(QUESTION) == ["child_food_with_b12"]


@pytest.mark.parametrize("name", ["children", "children_diet", "children_part", "children_figure"])
def test_what_is_said_of_a_childs_amount_has_no_figure(name: str) -> None:
    """It names whom to ask: the GP or a pharmacist."""
    for said_before in ((), (name,)):
        said = " ".join(content().reply(name, emergency="the ambulance", said=said_before).bubbles)
        assert not any(character.isdigit() for character in said.replace("B12", ""))
    first = " ".join(content().reply(name, emergency="the ambulance").bubbles)
    assert "the GP" in first
    assert "pharmacist" in first


def test_diet_is_told_where_the_child_eats_no_animal_food() -> None:
    """Without animal food a child may get none: who asks for an amount hears that it is soon."""
    found = steps("i am vegan and my girl of 6 too. how many of my tablets should she have")
    assert found == (Step(CHILDREN, ((ABOUT, DIET),)),)


REAL = [
    ((TOPIC, "injections_vs_oral"), (QUESTION, "tablets_dose")),
    ((TOPIC, "loading_phase"), (QUESTION, "how_many_loading")),
    ((TOPIC, "loading_phase"),),
    VEGAN_AMOUNT,
]
# A girl was spoken of, and nothing of children was answered yet.
OF_GIRL = State(other="daughter", children=["daughter"], for_other=True)


@pytest.mark.parametrize(
    "text",
    [
        "whats the normal dose",
        "what strength",
        "and pills, which strength?",
        "how strong are they",
        "what is loading",
        "are injections better or tablets",
        "how often then",
        "tell me about tablets",
        "can i ask what the usual amount is",
    ],
)
@pytest.mark.parametrize("details", REAL)
def test_while_a_child_is_spoken_of_no_answer_has_an_amount(text: str, details: tuple[tuple[str, str], ...]) -> None:
    """Also where no word stands for the child, and none for an amount."""
    assert [step.kind for step in steps(text, details, OF_GIRL)] == [CHILDREN]


@pytest.mark.parametrize(
    "text",
    [
        "and for me, what strength",
        "what dose do adults get",
        "how much do i need",
        "what does my husband take, how much",
    ],
)
def test_who_names_an_adult_meanwhile_has_the_adults_answer(text: str) -> None:
    """The writer, or somebody grown up, named in the message."""
    assert all(step.kind != CHILDREN for step in steps(text, TABLETS, OF_GIRL))


@pytest.mark.parametrize(
    ("told", "home"),
    [
        ("my manager is vegan", False),
        ("the neighbour is plant-based", False),
        ("i was vegan ages ago", False),
        ("we used to be vegan", False),
        ("should we go vegan", False),
        ("is vegan food ok for her", False),
        ("a friend of mine is vegan", False),
        ("we are all vegan here", True),
        ("my wife is vegan", True),
        ("she has been vegan from birth", True),
    ],
)
def test_only_who_eats_at_home_makes_it_a_vegan_home(told: str, home: bool) -> None:
    """The writer, the child, and who lives with them, as they eat now."""
    state = State(other="son", children=["son"], for_other=True)
    state.heard_of(told)
    assert state.vegan_home is home
