"""A crew has come, and something else is asked in the same message; and what is said to driving and to tablets."""

from __future__ import annotations

import pytest

from b12guide.shared import help_is_here, standing

CAME = [
    "the ambos are here, they said I'm all right. so can the gym be tomorrow?",
    "Paramedics have arrived. what about my next jab?",
    "ambulance crew came and checked me over, when is my next one?",
    "the crew are here. is my next one still on then?",
]
WITH_THEM = [
    "the paramedics have me in the back of the van",
    "EMTs have got her now",
    "ambos have him on oxygen",
    "the doctors have us now",
    "a nurse is examining her right now",
    "the medic is doing my obs",
    "they have rushed dad to hospital",
    "they've just took him in",
    "she is in resus",
    "he's in safe hands now",
]
TREATED_AND_HOME = [
    "The hospital let me go home this morning, it was a kidney stone.",
    "the ER ran a drip and sent me home",
    "The hospital has dealt with it. Does that change my jab?",
    "Casualty sorted it and discharged me. What do I say to the nurse?",
    "they kept her in two nights, she's grand now",
    "The hospital treated him, he came out yesterday. When can he have the next one?",
    "Home from the hospital on apixaban. Can I still have it in the arm?",
]
NOT_TREATED_AND_HOME = [
    "they sent me home from work",
    "they sent her home from school",
    "they sent me home without looking",
    "did they send you home when you had it",
    "the hospital sent me home last week",
    "the hospital sorted it two years ago",
    "they discharged me in March and it's back",
    "they sent me home and now it's worse",
    "I let him out of the house",
    "I'm home now",
]
NOT_WITH_THEM = [
    "the doctors have me on tablets for it",
    "the hospital has her down for thursday",
    "they took her to hospital when she was two",
    "should they have taken him to hospital",
    "the doctor is examining me on friday",
    "the nurse is doing my bloods next week",
    "he has taken them in now",
    "I am in good hands with my surgery usually",
    "the crew have me as a spare",
    "if the paramedics have her by tonight",
]
NOT_CAME = [
    "are the paramedics here?",
    "ambulance here is always slow. can they hurry?",
    "when will the ambos arrive?",
    "my husband called the paramedics. how long?",
    "no paramedics here yet. what now?",
    "the crew on the ship said so?",
    "paramedics are not here. should I drive?",
    "the ambos came last year. is it the same again?",
    "if the paramedics came, would they tell my boss?",
    "the paramedics are on their way. can I stand?",
    "would the paramedics say it's fine?",
    "should I tell the ambos? they came to my neighbour",
    "paramedics? really?",
    "is it worth calling ambos. it has eased?",
    "a paramedic friend is coming. ok?",
    "my brother is a paramedic. is it bad?",
    "I don't want the ambos here. can I wait?",
    "they said the crew would be an hour. ok?",
    "never had paramedics here. why now?",
    "what if the medics came and said it is nothing?",
    "the crew said to me it is 40 minutes, is that ok?",
    "a paramedic told me on the phone to lie down. is that right?",
    "the medics checked me last year. is it the same?",
    "crew is almost here now. do I unlock the door?",
    "paramedics have told me they are coming. how long?",
]
DRIVES = [
    "I'll drive myself back",
    "it is wearing off, I'll just drive home",
    "heading home now",
    "I'm going to hop in the car",
    "I'll cycle home",
]
TABLETS = ["I've got hay fever tablets here", "could I have a cetirizine", "I'll take my allergy pills"]


@pytest.mark.parametrize("text", CAME)
def test_a_crew_that_came_is_help_beside_a_question(text: str) -> None:
    """The emergency is theirs from then on."""
    assert help_is_here(text)


@pytest.mark.parametrize("text", WITH_THEM)
def test_who_is_in_their_care_has_help(text: str) -> None:
    """That they have somebody, look at them now or took them in says that they came."""
    assert help_is_here(text)


@pytest.mark.parametrize("text", TREATED_AND_HOME)
def test_who_was_treated_and_is_home_had_help(text: str) -> None:
    """A hospital that dealt with it ends the emergency, also beside a question about what comes next."""
    assert help_is_here(text)


@pytest.mark.parametrize("text", NOT_TREATED_AND_HOME)
def test_home_for_another_reason_is_no_help(text: str) -> None:
    """Sent home from work, or from a hospital of another time, or home and worse: nobody has dealt with this one."""
    assert not help_is_here(text)


@pytest.mark.parametrize("text", NOT_WITH_THEM)
def test_care_of_another_time_is_no_help_now(text: str) -> None:
    """What doctors do usually, later or long ago ends nothing."""
    assert not help_is_here(text)


@pytest.mark.parametrize("text", NOT_CAME)
def test_a_crew_that_is_asked_about_is_not(text: str) -> None:
    """A question, a doubt, or one that is still to come ends nothing."""
    assert not help_is_here(text)


@pytest.mark.parametrize("text", DRIVES)
def test_who_wants_to_drive_after_a_reaction_is_told_not_to(text: str) -> None:
    """Beside the number: nobody who is ill drives."""
    assert "transport" in standing().kinds_of(text, ["anaphylaxis"], emergency=True)


@pytest.mark.parametrize("text", TABLETS)
def test_tablets_do_not_take_the_place_of_help(text: str) -> None:
    """Tablets for hay fever are no adrenaline."""
    assert "home_help" in standing().kinds_of(text, ["anaphylaxis"], emergency=True)


@pytest.mark.parametrize("text", ["should I worry about those bumps", "is that anything to worry about"])
def test_who_asks_if_to_worry_has_the_action_again(text: str) -> None:
    """After an urgent card the question is about its sign."""
    assert standing().kind(text, ["allergy"]) == "serious"
