"""What is asked of the answer just given, and words to say that are made of the talk."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.asked_after import ASK_EITHER, BEFORE, KEEP, NOT_ME, TELL_BOTH
from b12guide.conversation.decision import Asked
from b12guide.conversation.injecting_at_home import OWN_BIN, WITHHELD
from b12guide.conversation.kinds import UNKNOWN, WORDS_TO_SAY, YES_OR_NO
from b12guide.conversation.restated import straight_wanted
from b12guide.conversation.sources_asked import asks_where_from
from b12guide.conversation.straight_answer import NO, YES, straight_of
from b12guide.conversation.tellings import kept_with, tellings
from b12guide.conversation.words_wanted import wants_words
from b12guide.shared import content
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, Act
from tests.conversation.test_decide import WHO


def after(question: str, *more: str) -> State:
    """The state behind the answer to `question`."""
    one = content().questions[question]
    said = [f"question {each}" for each in (*more, question)]
    return State(last=[one.topic], topics=[one.topic], focus=one.about, question=question, said=said)


GAS, SIZE, METALS = "surgery_or_dentist", "needle_size", "cobalt_allergy"
DRIVES = "driving_with_numb_feet"


def step_of(text: str, state: State, act: Act | None = None) -> tuple[str, list[str], list[str]]:
    step = decide(Understanding(text, Verdict(), act or Act("unsure")), state, WHO).steps[0]
    return step.kind, step.values(UNKNOWN), step.values(QUESTION)


@pytest.mark.parametrize(
    ("text", "question", "what"),
    [
        ("who hears about it from me, the ward or my nurse? who do I tell", GAS, TELL_BOTH),
        ("do I ring the hospital or the clinic about it", GAS, TELL_BOTH),
        ("which one do I need to inform, my gp or the surgeon?", GAS, TELL_BOTH),
        ("who would I ask, the chemist or my nurse", METALS, ASK_EITHER),
        ("who should I tell, the ward or you?", GAS, NOT_ME),
        ("should I phone them before the appointment?", METALS, BEFORE),
        ("do I let the nurse know beforehand", METALS, BEFORE),
        ("do I call first or just turn up on the day", METALS, BEFORE),
        ("why won't you tell me the size?", SIZE, WITHHELD),
        ("you still can't say which needle", SIZE, WITHHELD),
        ("would a 25 gauge do me", SIZE, WITHHELD),
        ("odd that you can't name a size", SIZE, WITHHELD),
        ("can the used needles go in the box with the dog's", SIZE, OWN_BIN),
    ],
)
def test_what_is_asked_of_the_answer_is_answered_of_it(text: str, question: str, what: str) -> None:
    """Whom to tell, whether to call before, why no size is named: never another topic, never a form for dates."""
    assert step_of(text, after(question)) == (ASK_TOPIC, [what], [])


@pytest.mark.parametrize(
    ("text", "state", "question"),
    [
        ("do I still go for my injection that week?", after(GAS), "operation_on_the_date"),
        ("do I keep the jab on the Monday or move it", after(GAS), "operation_on_the_date"),
        ("it's only the one time", after(GAS), "gas_one_time"),
        ("how would I get trained to do it?", after(SIZE), "who_trains_me_to_inject"),
        ("I vaccinate my own sheep, so it is nothing new", after(SIZE), "who_trains_me_to_inject"),
        ("where do I throw the used needles?", after(SIZE), "getting_rid_of_needles"),
    ],
)
def test_a_question_that_is_known_of_it_has_its_answer(text: str, state: State, question: str) -> None:
    """What content has of the thing just spoken of is said, whatever the words are like by themselves."""
    assert step_of(text, state, Act("plan")) == (ASK_TOPIC, [], [question])


def test_the_injection_is_kept_where_that_was_answered_before() -> None:
    """The same asked again gets it in a short line."""
    state = after(GAS, "operation_on_the_date")
    assert step_of("so do I still have my jab the day before?", state) == (ASK_TOPIC, [KEEP], [])


def test_how_many_people_is_no_number_of_injections() -> None:
    """Nothing is known of how many: that is said, and no dose."""
    act = Act(ASK_TOPIC, details=(("topic", "typical_dose"),))
    assert step_of("how many people get that then", after(METALS), act) == (ASK_TOPIC, ["number"], [])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("do I tell them before I start metformin?", after(METALS)),
        ("do I still have it on Friday?", after(METALS)),
        ("who gives the injection, the nurse or the doctor", after(GAS)),
        ("how many injections do I get", after(METALS)),
        ("why can't the nurse tell me my result", after("driving_with_numb_feet")),
        ("the needle I used was short", after(SIZE)),
    ],
)
def test_what_only_sounds_like_it_is_left_to_others(text: str, state: State) -> None:
    """Another thing is named, or the answer before is none that this could be asked of."""
    kind, unknown, _ = step_of(text, state)
    assert not {TELL_BOTH, NOT_ME, BEFORE, KEEP, WITHHELD, OWN_BIN} & set(unknown), kind


@pytest.mark.parametrize(
    "text",
    [
        "where does it say that?",
        "where is that written down",
        "who says that",
        "are you sure?",
        "is that for certain?",
        "how sure are you about that",
        "what's that based on?",
    ],
)
def test_where_it_says_so_and_whether_it_is_sure_ask_for_the_sources(text: str) -> None:
    """The sources are those of the answer just given."""
    assert asks_where_from(text)
    assert decide(Understanding(text, Verdict(), Act("unsure")), after(GAS), WHO).kind == "says_who"


@pytest.mark.parametrize(
    "text",
    ["are you sure my injection is Friday?", "I am not sure", "where does it say when mine is", "who says hello first"],
)
def test_what_is_sure_of_something_else_asks_for_none(text: str) -> None:
    """A date that is doubted is a question of dates."""
    assert not asks_where_from(text)


@pytest.mark.parametrize(
    "text",
    [
        "so is it yes or no?",
        "is that a no for Saturday then?",
        "can I drive to mum's, yes or no",
        "you never said. a yes or a no?",
    ],
)
def test_a_yes_or_a_no_is_asked_of_the_answer_before(text: str) -> None:
    """It is no new question, and no wish to change a plan."""
    assert step_of(text, after(DRIVES), Act("dose_change_request")) == (YES_OR_NO, [], [])


def test_a_yes_or_a_no_of_another_thing_is_its_own_question() -> None:
    """Who names another thing asks of that."""
    message = Understanding("is metformin a problem, yes or no?", Verdict(), Act("unsure"))
    assert straight_wanted(Asked(message, after(DRIVES), WHO)) is None


def test_what_an_answer_comes_to() -> None:
    """A no or a yes with its condition, or who decides and by when; "is it harmful?" is never turned into a no."""
    every = content().questions
    no = straight_of(every[DRIVES])
    assert no is not None
    assert (no.verdict, no.until, no.decides) == (NO, "until your doctor agrees", "your doctor")
    swims = straight_of(every["swimming_after_injection"])
    assert swims is not None
    assert (swims.verdict, swims.until) == (YES, "once the spot has stopped bleeding")
    drives = straight_of(every["driving_home_after_injection"])
    assert drives is not None
    assert (drives.verdict, drives.until) == (YES, "if you feel well")
    kept = straight_of(every["operation_on_the_date"])
    assert kept is not None
    assert (kept.verdict, kept.until) == (YES, "unless your team moves it")
    neither = straight_of(every[METALS])
    assert neither is not None
    assert (neither.verdict, neither.decides, neither.when) == (None, "your doctor", "before the first one")
    assert "{emergency}" in neither.help
    once = straight_of(every["gas_one_time"])
    assert once is not None
    assert once.verdict is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My toes have been numb since May. Can I ride my bike?", ["My toes have been numb since May."]),
        ("the wards giving me gas in June, is that ok?", ["The wards giving me gas in June."]),
        ("I'm allergic to nickel, can I have it", ["I'm allergic to nickel."]),
        (
            "what do I say? it's the headaches a week before every shot",
            ["It's the headaches a week before every shot."],
        ),
        ("so is it a yes?", []),
        ("thanks, you are great", []),
        ("I asked you about the car", []),
        ("write it down for me please", []),
        ("how many people get that", []),
    ],
)
def test_what_somebody_told_is_kept_as_they_may_say_it(text: str, told: list[str]) -> None:
    """Their own sentences, without what they ask and what they say to this program."""
    assert tellings(text) == told


def test_the_same_told_twice_is_kept_once() -> None:
    """Of two the fuller one."""
    kept = kept_with(["Tired and achy ten days before each jab."], "it's the tired and achy ten days before")
    assert kept == ["Tired and achy ten days before each jab."]


@pytest.mark.parametrize(
    "text",
    [
        "what shall I say to the surgery?",
        "what do I tell them on the phone",
        "write me what to say please",
        "how do I put it to the nurse, how should I word that",
        "I want the words for the clinic",
        "give me a line for the receptionist, what do I tell her",
        "help me word it",
        "how would I explain this to the dermatologist?",
        "no dates please, I just need the words",
    ],
)
def test_words_are_wished_in_many_ways(text: str) -> None:
    """Each is a wish for words, and none for dates."""
    state = after(DRIVES)
    state.tells = ["My soles are numb."]
    assert wants_words(text, [])
    assert decide(Understanding(text, Verdict(), Act("plan")), state, WHO).kind == WORDS_TO_SAY


@pytest.mark.parametrize(
    "text",
    [
        "what did the doctor say to you",
        "what do they say about tea",
        "the nurse said to come in every week",
        "write it down in my diary",
        "what do you say to that",
        "who writes me a script for it",
    ],
)
def test_what_somebody_said_is_no_wish_for_words(text: str) -> None:
    """What was said by others, and notes, are not words to say."""
    assert not wants_words(text, [])


def test_two_weeks_before_each_is_no_plan_in_such_a_wish() -> None:
    """No form for dates is opened, and nothing is said of the word "every"."""
    text = "what should I say to the clinic? it's the tiredness three weeks before every jab"
    steps = decide(Understanding(text, Verdict(), Act("plan")), after(DRIVES), WHO).steps
    assert [step.kind for step in steps] == [WORDS_TO_SAY]
