"""What ends a false emergency, and what does not; what holds after a reaction. No model, no Rasa."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import Decision, State, decide
from b12guide.conversation.state import Warned
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.shared import content, help_is_here
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
LIKE_ONE = Verdict("emergency", ("general",), why="likeness", heard=("breathing is fine",))
NAMED = Verdict("emergency", ("anaphylaxis",), why="rules", signs=("A1",), heard=("throat closing",))
ON_SCREEN = ["that was on the telly", "it was a film", "I saw it in a soap, nobody I know"]
ONLY_ASKED = ["it is not happening", "I only asked what could happen", "I was just asking", "nobody is ill"]
NOT_YET = ["I have not had any injection", "the first jab is not until Friday"]
LONG_AGO = ["no, the numb leg was 2015 and they operated", "that was nine years back"]


def said(text: str, kind: str = "unsure", verdict: Verdict | None = None, **details: str) -> Understanding:
    here = {"help_is_here": "yes"} if help_is_here(text) else {}
    return Understanding(text, verdict or Verdict(), Act(kind, details=tuple({**here, **details}.items())))


def taken(message: Understanding, state: State) -> Decision:
    return decide(message, state, WHO)


@pytest.mark.parametrize("text", [*ON_SCREEN, *ONLY_ASKED, *NOT_YET, *LONG_AGO])
def test_a_corrected_fact_ends_the_emergency(text: str) -> None:
    """Of a reaction each of them does, whatever the message was heard as."""
    for kind in ("unsure", "thanks", "not_understood", "deny"):
        assert taken(said(text, kind), State(standing="anaphylaxis")).kind == "corrected"


def test_the_question_beside_it_is_answered() -> None:
    """What the same message asks comes after."""
    message = said("that was on telly, does it happen?", "ask_topic", topic="side_effects")
    decided = taken(message, State(standing="anaphylaxis"))
    assert [step.kind for step in decided.steps] == ["corrected", "ask_topic"]


@pytest.mark.parametrize(
    ("card", "ends", "stands"),
    [
        ("stroke", [*ON_SCREEN, *LONG_AGO], [*ONLY_ASKED, *NOT_YET]),
        ("stroke_other", [*ON_SCREEN, *LONG_AGO], [*ONLY_ASKED, *NOT_YET]),
        ("poisoning", [*ON_SCREEN, *LONG_AGO], [*ONLY_ASKED, *NOT_YET]),
        ("crisis_thoughts", LONG_AGO, [*ON_SCREEN, *ONLY_ASKED, *NOT_YET]),
        ("chest_pain", [*ON_SCREEN, *LONG_AGO, *ONLY_ASKED], NOT_YET),
        ("breathing", [*ON_SCREEN, *LONG_AGO, *ONLY_ASKED], []),
    ],
)
def test_which_correction_ends_which_emergency(card: str, ends: list[str], stands: list[str]) -> None:
    """Who may be too ill to know it, or may wish it unsaid, is not let go by saying that it is not so; before any
    injection there is no reaction to one, and everything else all the same."""
    assert {taken(said(text), State(standing=card)).kind for text in ends} == {"corrected"}
    assert {taken(said(text), State(standing=card)).kind for text in stands} <= {"emergency_stands"}


@pytest.mark.parametrize("text", ["it was in a soap that her throat closed", "no, I saw her throat closing in a film"])
def test_the_sign_may_be_named_in_the_correction(text: str) -> None:
    """The sentence that corrects is no new sign; what another sentence tells of is."""
    assert taken(said(text, "emergency", NAMED), State(standing="anaphylaxis")).kind == "corrected"
    more = f"{text}. My own throat is closing up and I cannot breathe"
    assert taken(said(more, "emergency", NAMED), State(standing="anaphylaxis")).kind == "emergency"
    assert taken(said(text, "emergency", NAMED), State(standing="stroke")).kind == "emergency"
    assert taken(said(text, "emergency", NAMED), State()).kind == "emergency"


def test_the_button_does_what_it_says() -> None:
    """ "I was only asking: it is not happening" ends it, and gives no card; a little other wording does too."""
    for text in (
        content().label("only_asking"),
        "i was only asking its not happening",
        "Only asking - it isn't happening",
    ):
        assert taken(said(text), State(standing="anaphylaxis")).kind in ("only_asking", "corrected")


@pytest.mark.parametrize("text", ["breathing's fine tho", "my speech is ok", "swallowing is normal", "lol so dramatic"])
def test_what_only_sounds_like_one_is_no_new_card(text: str) -> None:
    """While an emergency stands a likeness that names no sign repeats its action; a named sign has its card."""
    message = said(text, "emergency", LIKE_ONE)
    assert taken(message, State(standing="anaphylaxis")).kind == "emergency_stands"
    assert taken(message, State()).kind == "emergency"
    assert taken(message, State(standing="crisis_thoughts")).kind == "emergency"
    assert taken(said(text, "emergency", NAMED), State(standing="stroke")).kind == "emergency"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("what, an ambulance?", "serious"),
        ("911? really", "serious"),
        ("a hospital??", "serious"),
        ("breathing is fine though", "part_is_fine"),
        ("I can still swallow ok", "part_is_fine"),
        ("speech is normal", "part_is_fine"),
        ("I can walk perfectly well", "part_is_fine"),
    ],
)
def test_the_action_comes_in_a_sentence_that_fits(text: str, about: str) -> None:
    """A doubt is answered as one; a part of the body that works does not end the emergency."""
    decided = taken(said(text), State(standing="anaphylaxis"))
    assert decided.kind == "emergency_stands"
    assert decided.steps[0].values("about") == [about]


URGENT = State(warned=Warned(["nerves"], ["numb hands"], ["B2"], "2026-03-05", turns=9))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("who would I even ring on a sunday night", "whom_to_see"),
        ("what number is that then", "whom_to_see"),
        ("whom can i phone at this hour", "whom_to_see"),
        ("who's open now", "whom_to_see"),
        ("right so I'll ring the out of hours. thanks", "will_call"),
        ("ok calling them now", "will_call"),
        ("alright I'll phone them, the nurse will deal with it", "will_call"),
        ("my doctor will look at that", "somebody_will"),
        ("fine, I am going to phone my gp", "will_call"),
        ("I'll ask the pharmacist this afternoon, cheers", "will_call"),
        ("is it safe to wait the weekend", "wait"),
        ("I'll ring on Monday", "wait"),
        ("I still have the gloves feeling", "told_again"),
        ("did you forget about my hands", "told_again"),
        ("it has not gone away", "told_again"),
        ("like I said, they are numb", "told_again"),
    ],
)
def test_what_follows_an_urgent_card_is_about_it(text: str, about: str) -> None:
    """Whom to ring, that they will, waiting, the sign told again: never another subject, however it was heard."""
    for kind in ("out_of_scope", "ask_topic", "unsure", "thanks"):
        decided = taken(said(text, kind, topic="warning_signs_information"), URGENT)
        assert decided.kind == "warning_stands"
        assert decided.steps[0].values("about")[0] == about


def held(*people: str) -> State:
    return State(plans={person: dialogue.paused(None) for person in people})


@pytest.mark.parametrize(
    "text",
    ["can I have the next one on Friday", "I'm due again next week", "back from the ER. is my next one ok saturday",
     "shall I inject tonight", "do I carry on with the injections", "is another one safe"],
)  # fmt: skip
def test_no_injection_is_agreed_to_while_a_reaction_holds(text: str) -> None:
    """Whatever the message was heard as, the hold is said."""
    for kind in ("dose_change_request", "ask_topic", "unsure", "out_of_scope"):
        decided = taken(said(text, kind, topic="maintenance_phase"), held(ME))
        assert decided.kind == "plan"
        assert decided.steps[0].values("request") == ["next"]


def test_another_question_is_answered_in_a_hold_and_mums_hold_is_hers() -> None:
    """What asks for no injection is no matter of the hold; nor is a plan that is not held."""
    assert taken(said("which foods have b12", "ask_topic", topic="dietary_deficiency"), held(ME)).kind == "ask_topic"
    state = held("mum")
    state.whose = ME
    assert taken(said("can I have my next jab early", "dose_change_request"), state).kind == "dose_change_request"


@pytest.mark.parametrize(
    ("text", "card", "holds"),
    [
        ("the paramedics are here", "anaphylaxis", True),
        ("paramedics are with her", "anaphylaxis_other", True),
        ("ambulance is here, they gave me adrenaline", "general", True),
        ("I'm in the ER, they say allergic reaction", "collapse", True),
        ("the paramedics are here", "stroke", False),
    ],
)
def test_help_after_a_reaction_leaves_a_hold(text: str, card: str, holds: bool) -> None:
    """After the card of a reaction, or where one is named as help comes, no more before the clinic agrees."""
    decided = taken(said(text), State(standing=card))
    assert decided.kind == "help_is_here"
    assert bool(decided.steps[0].values("held")) is holds


@pytest.mark.parametrize(
    "text",
    ["the nurse gave me adrenaline after my b12 last month. do I go for the next appointment",
     "my last jab put me in casualty, when's the next", "they used an epipen on me after the shot. am I due Monday?",
     "I went to the ER after my injection in May, can I have it again", "reacted to the first one, next is tuesday"],
)  # fmt: skip
def test_a_reaction_that_is_told_of_afterwards_holds_too(text: str) -> None:
    """It is an urgent sign with the card of an allergy, unless the clinic agreed; never a date."""
    for kind in ("plan", "ask_topic", "unsure", "dose_change_request"):
        decided = taken(said(text, kind, request="next"), State())
        assert decided.kind == "urgent"
        assert decided.steps[0].values("card") == ["allergy"]


@pytest.mark.parametrize(
    "text",
    ["I carry an epipen for nuts, can I have the injection", "what if I need adrenaline after the jab",
     "no reaction to my last injection", "do they give adrenaline after a b12 reaction?",
     "I have my injection at the hospital", "my first one is on Monday at the hospital clinic"],
)  # fmt: skip
def test_no_reaction_is_told_of(text: str) -> None:
    """Another allergy, a fear, a question and a place are no reaction to an injection."""
    assert taken(said(text), State()).kind == "unsure"


def test_help_that_came_is_heard_beside_the_same_sign() -> None:
    """Who tells what was done names the sign once more; another one is a new emergency."""
    message = said("the crew are here, they used an epipen", "emergency", NAMED)
    assert taken(message, State(standing="anaphylaxis")).kind == "help_is_here"
    assert taken(message, State(standing="stroke")).kind == "emergency"


@pytest.mark.parametrize("text", ["it happened five weeks ago", "no need, it was on 2 february", "it was weeks back"])
def test_a_reaction_of_weeks_ago_is_urgent_and_holds_the_plan(text: str) -> None:
    """Rule 7: over for more than two days and not looked at yet, it is no emergency, and no injection follows before
    the clinic agrees."""
    decided = taken(said(text), State(standing="anaphylaxis"))
    assert [(step.kind, step.details) for step in decided.steps] == [("urgent", (("card", "allergy"),))]


@pytest.mark.parametrize(
    "text",
    [
        "it was on 4 march",
        "it started weeks ago and it is worse again",
        "was it weeks ago?",
        "I was diagnosed five weeks ago",
        "it was this morning",
    ],
)
def test_a_reaction_that_may_be_new_stays_an_emergency(text: str) -> None:
    """Of the last two days, going on, asked about, or told of something else."""
    assert taken(said(text), State(standing="anaphylaxis")).kind == "emergency_stands"


@pytest.mark.parametrize("card", ["stroke", "chest_pain", "crisis_thoughts", "breathing"])
def test_weeks_ago_ends_no_other_emergency(card: str) -> None:
    """Only a reaction has a day from which it is urgent."""
    assert taken(said("it happened five weeks ago"), State(standing=card)).kind == "emergency_stands"


@pytest.mark.parametrize(
    "text",
    [
        "I meant cold, not numb",
        "didn't mean that",
        "I mean it's not that bad",
        "no",
        "sorry, autocorrect",
        "you misread me",
    ],
)
def test_no_word_put_right_ends_an_urgent_warning(text: str) -> None:
    """It ends when a clinician has heard of the sign: a correction may be making light of it."""
    state = State(warned=Warned(["nerves"], ["numb hands"], ["B2"], "2026-03-05"))
    assert taken(said(text, "deny"), state).kind == "warning_stands"


def test_no_emergency_is_taken_back_as_another_word() -> None:
    """It is neither a bare no nor a word put right that ends one; the button pressed by mistake ends its own alone."""
    for text in ("I meant cold, not numb", "no", "didn't mean that"):
        assert taken(said(text, "deny"), State(standing="chest_pain")).kind == "emergency_stands"
    assert taken(said("I pressed the red button by mistake"), State(standing="general")).kind == "corrected"
    for card in ("crisis_thoughts", "chest_pain", "breathing", "anaphylaxis"):
        pressed = said("I pressed the red button by mistake")
        assert taken(pressed, State(standing=card)).kind == "emergency_stands"
