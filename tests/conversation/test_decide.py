"""Who takes a message: values in, a value out. No model, no Rasa."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from b12guide.conversation import Decision, State, Step, decide
from b12guide.conversation.decide import TABLE
from b12guide.conversation.focus import focus_of
from b12guide.conversation.state import ADULT, ADVICE, FORGET, NEW_OR_WORSE, PLAN, QUIZ, Warned
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.shared import content, plan_wording
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
EMERGENCY = Verdict("emergency", ("throat",), why="rules", signs=("A1",))
URGENT = Verdict("urgent", ("nerves",), why="rules", signs=("B2",))


def said(kind: str, text: str = "", verdict: Verdict | None = None, **details: str) -> Understanding:
    return Understanding(text or kind, verdict or Verdict(), Act(kind, details=tuple(details.items())))


def taken(message: Understanding, state: State | None = None) -> list[str]:
    """The kinds of the steps that are taken."""
    return [step.kind for step in decide(message, state or State(), WHO).steps]


def in_plan() -> State:
    """A conversation in which the plan asks how often the injections are."""
    outcome = dialogue.turn(
        None, "when is my next one", request="next", who=WHO, wording=plan_wording(), new_key=lambda: "key"
    )
    assert outcome is not None
    return State(plans={ME: outcome.state}, awaiting=PLAN)


STANDING = State(standing="throat")
WARNED = State(warned=Warned(["nerves"], ["my feet are numb"], ["B2"], "2026-03-05"))


@pytest.mark.parametrize("state", [State(), STANDING, WARNED, in_plan(), State(awaiting=FORGET), State(awaiting=QUIZ)])
def test_an_emergency_is_first_in_every_state(state: State) -> None:
    """Whatever the bot waits for, a sign of an emergency is answered with its card alone."""
    decided = decide(said("emergency", "my throat is closing", EMERGENCY), state, WHO)
    assert decided.steps == (Step("emergency", (("card", "throat"),)),)


@pytest.mark.parametrize("state", [State(), WARNED, in_plan(), State(awaiting=FORGET)])
def test_an_urgent_sign_comes_before_everything_but_an_emergency(state: State) -> None:
    """It is answered before any question of the bot's own; an emergency that stands comes before it."""
    assert taken(said("urgent", "my feet got number", URGENT), state) == ["urgent"]
    assert taken(said("urgent", "my feet got number", URGENT), STANDING) == ["emergency_stands"]


@pytest.mark.parametrize(
    ("message", "steps"),
    [
        (said("ask_topic", topic="side_effects"), ["emergency_stands"]),
        (said("thanks"), ["emergency_stands"]),
        (said("plan", "every 12 weeks", request="regimen"), ["emergency_stands"]),
        (said("unsure", help_is_here="yes"), ["help_is_here"]),
        (said("unsure", was_long_ago="yes"), ["corrected"]),
        (said("forget_me"), ["emergency_stands", "forget_me"]),
        (said("unsure", content().label("only_asking")), ["only_asking"]),
    ],
)
def test_in_an_emergency_that_stands(message: Understanding, steps: list[str]) -> None:
    """Nothing but its four endings takes a message from it; deleting works beneath it."""
    assert taken(message, State(standing="throat")) == steps


def test_a_yes_to_deleting_in_an_emergency_is_about_deleting() -> None:
    """After "Delete it?" a yes is never "help is with me"."""
    state = State(standing="throat", awaiting=FORGET)
    assert taken(said("affirm", "yes", help_is_here="likely"), state) == ["emergency_stands", "affirm"]


@pytest.mark.parametrize("card", ["crisis_thoughts", "stroke", "poisoning", "language_es"])
def test_some_emergencies_are_never_only_asked_about(card: str) -> None:
    """Who may be too ill to know it, or may wish it unsaid, is not let go by a button."""
    assert taken(said("unsure", content().label("only_asking")), State(standing=card)) == ["emergency_stands"]


@pytest.mark.parametrize(
    "text",
    ["could I leave it for a week or so and then ring", "the surgery's phone is engaged all day",
     "is it nerves mending", "shall I go for my injection tomorrow", "it's probably just stress"],
)  # fmt: skip
def test_what_is_said_of_a_warning_has_the_action_repeated(text: str) -> None:
    """Putting off, no answer, hoping and asking for leave to inject are answered with what to do, whatever they are
    heard as."""
    for kind in ("ask_topic", "unsure", "out_of_scope", "deny", "thanks"):
        assert taken(said(kind, text, topic="nerve_recovery"), WARNED) == ["warning_stands"]


def test_soon_after_a_card_what_says_nothing_else_is_about_it() -> None:
    """What is not understood, or would explain the sign, repeats the action; another question is answered, and after a
    few messages each is what it is."""
    later = State(warned=Warned(["nerves"], ["numb"], ["B2"], "2026-03-05", turns=5))
    for message in (said("not_understood", "hm"), said("ask_topic", "does it heal", topic="nerve_recovery")):
        assert taken(message, WARNED) == ["warning_stands"]
        assert taken(message, later) == [message.act.kind]
    assert taken(said("ask_topic", "what do tablets cost", topic="cost_or_access"), WARNED) == ["ask_topic"]


SOUNDS = Verdict("urgent", ("general",), why="likeness", asks_first=True)


@pytest.mark.parametrize(
    ("message", "waits", "steps"),
    [
        (said("not_understood", "it is all going wrong", SOUNDS), False, ["new_or_worse"]),
        (said("not_understood", "it is all going wrong", SOUNDS), True, ["urgent"]),
        (said("affirm", "yes"), True, ["urgent"]),
        (said("not_understood", "Not sure"), True, ["urgent"]),
        (said("deny", "no"), True, ["nothing_new"]),
        (said("urgent", "I was only asking: it is not happening"), True, ["nothing_new"]),
        (said("deny", "no, not really sure"), True, ["urgent"]),
        (said("ask_topic", "can I drink wine"), True, ["ask_topic"]),
        (said("affirm", "yes"), False, ["affirm"]),
    ],
)
def test_what_only_sounds_urgent_is_asked_about_once(message: Understanding, waits: bool, steps: list[str]) -> None:
    """Yes and "not sure" give the card, no goes on, another subject is another subject."""
    assert taken(message, State(awaiting=NEW_OR_WORSE if waits else None)) == steps


@pytest.mark.parametrize(
    ("message", "state"),
    [
        (said("unsure", help_is_here="yes"), WARNED),
        (said("unsure", clinic_agreed="yes"), WARNED),
        (said("affirm", "yes"), State(warned=WARNED.warned, awaiting=ADVICE)),
    ],
)
def test_advice_that_was_had_ends_a_warning(message: Understanding, state: State) -> None:
    """A clinician who has spoken ends it, also as a yes to the question of the next day."""
    assert taken(message, state) == ["advised"]
    assert taken(message, State()) != ["advised"]


@pytest.mark.parametrize("signs", [["B1"], ["B2", "B4"], ["B6"]])
def test_old_and_unchanged_lowers_only_tingling_and_numbness(signs: list[str]) -> None:
    """Being old and unchanged ends a warning of B2 alone."""
    message = said("unsure", "it has been like that for years and never changes")
    assert taken(message, WARNED) == ["lowered"]
    other = State(warned=Warned(["nerves"], ["my feet are numb"], signs, "2026-03-05"))
    assert taken(message, other) != ["lowered"]


def test_the_plan_takes_an_answer_to_its_question_whatever_it_was_heard_as() -> None:
    """ "Every 12 weeks" answers how often, though by itself it was heard as a question on maintenance; without the open
    question it is that."""
    message = said("ask_topic", "every 12 weeks", topic="maintenance_phase")
    assert taken(message, in_plan()) == ["plan"]
    assert taken(message) == ["ask_topic"]


def test_a_part_of_a_message_answers_nothing() -> None:
    """What was not read whole is taken neither for a plan nor for an answer."""
    message = said("not_understood", "every 12 weeks", not_whole="yes")
    assert taken(message, in_plan()) == ["not_understood"]


def test_a_decision_and_a_state_are_read_back_as_they_were_kept() -> None:
    """Through JSON and back nothing changes; what an older version kept apart is taken up, what is unknown left out."""
    decided = decide(said("forget_me"), STANDING, WHO)
    assert Decision.from_json(json.loads(json.dumps(decided.to_json()))) == decided
    state = State(plans={ME: {"a": 1}}, last=["side_effects"], awaiting=PLAN, warned=WARNED.warned)
    assert State.from_json(json.loads(json.dumps(state.to_json()))) == state
    assert State.from_json({"plan": {"a": 1}, "gone": 2}, "plan") == State(plans={ME: {"a": 1}}, awaiting="plan")


def test_each_row_has_a_name_of_its_own() -> None:
    """A decision says which row took it."""
    names = [name for name, _ in TABLE]
    assert len(set(names)) == len(names)
    assert decide(said("thanks"), State(), WHO).by == "as it was heard"


def leaning(text: str, found: dict[str, str], kind: str = "ask_topic", **details: str) -> Understanding:
    """A message that asks the question `found` of each thing, if it leans on it."""
    return replace(said(kind, text, **details), of_thing=lambda thing: [found[thing]] if thing in found else [])


TABLETS = State(last=["injections_vs_oral"], focus="tablets")


@pytest.mark.parametrize("text", ["what dose?", "how strong would they be", "and the tablets?"])
def test_what_names_nothing_is_asked_of_the_thing_in_focus(text: str) -> None:
    """It wins over the answer of the whole topic that the words are like."""
    message = leaning(text, {"tablets": "tablets_dose"}, topic="typical_dose")
    (step,) = decide(message, TABLETS, WHO).steps
    assert step == Step("ask_topic", (("topic", "injections_vs_oral"), ("question", "tablets_dose")))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("does metformin change it?", TABLETS),
        ("so meat's the only way?", TABLETS),
        ("how many micrograms of hydroxocobalamin do people usually have in a year", TABLETS),
        ("what dose?", State(last=["injections_vs_oral"])),
        ("what dose?", replace(TABLETS, refused="out_of_scope")),
    ],
)
def test_what_names_another_thing_or_leans_on_nothing_is_taken_as_heard(text: str, state: State) -> None:
    """Another thing, a long question without a pronoun, no focus, or a refusal in between: nothing leans."""
    message = leaning(text, {"tablets": "tablets_dose"}, topic="typical_dose")
    assert decide(message, state, WHO).by == "as it was heard"


def test_a_question_that_is_not_known_of_the_thing_offers_those_that_are() -> None:
    """A question about tablets never gets the answer about injections."""
    (step,) = decide(leaning("are they heavy?", {}, topic="typical_dose"), TABLETS, WHO).steps
    assert step.kind == "unsure"
    assert {content().questions[one].about for one in step.values("near")} == {"tablets"}


ACNE_SAID = [f"question acne_{one}" for one in ("other_kind", "skip_next", "how_long", "from_b12")]
ACNE_SAID += ["again acne_how_long", "again acne_from_b12"]
ACNE = State(last=["side_effects"], focus="acne", question="acne_from_b12", said=ACNE_SAID)


SIDE_EFFECTS = ["side_effects short", "side_effects simpler"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("are they catching?", "unsure"),
        ("can they be cured", "unsure"),
        ("and if it turns into scars?", "not_understood"),
        ("would it stop in the summer", "unsure"),
    ],
)
def test_a_question_of_its_own_that_is_not_known_of_the_thing_hears_what_is_left(text: str, kind: str) -> None:
    """What points back at a thing never gets the answer of another subject, and is never told that all was said: it
    gets what its topic has not said, then the questions that are left."""
    message = leaning(
        text, {"acne": "acne_from_b12"}, kind, **({"topic": "maintenance_phase"} if kind != "unsure" else {})
    )
    (step,) = decide(message, ACNE, WHO).steps
    assert (step.kind, step.values("topic"), step.values("no_more")) == ("ask_topic", ["side_effects"], [])
    near = replace(message, act=replace(message.act, details=(*message.act.details, ("near", "bruise_at_the_spot"))))
    (step,) = decide(near, replace(ACNE, said=[*ACNE.said, *SIDE_EFFECTS]), WHO).steps
    assert (step.kind, step.values("near")) == ("unsure", ["bruise_at_the_spot"])


@pytest.mark.parametrize("text", ["anything else about it?", "and what else is there to it", "is that all"])
def test_who_only_asks_for_more_of_the_thing_is_told_that_it_was_all(text: str) -> None:
    """What has no question of its own hears, with the name of the thing, that no more is known."""
    (step,) = decide(leaning(text, {"acne": "acne_from_b12"}, "unsure"), ACNE, WHO).steps
    assert (step.kind, step.values("no_more")) == ("ask_topic", ["acne_from_b12"])


def test_where_all_was_said_and_asked_no_more_is_known() -> None:
    """With nothing of the topic and no question left, that is said with the name of the thing."""
    message = leaning("can they be cured", {"acne": "acne_from_b12"}, "unsure")
    (step,) = decide(message, replace(ACNE, said=[*ACNE.said, *SIDE_EFFECTS]), WHO).steps
    assert (step.kind, step.values("no_more")) == ("ask_topic", ["acne_from_b12"])


def test_a_sure_question_of_its_own_is_answered_whatever_was_spoken_of() -> None:
    """It counts more than the thing in focus; of what is taken, nothing falls back to the injections."""
    back, monthly = ("nerve_recovery", "memory_recovery"), ("maintenance_phase", "ask_for_monthly")
    assert decide(_heard_at_60("can that be got back then", *back), ACNE, WHO).by == "as it was heard"
    unsure = _heard_at_60("can that be got back then", *back, beside="nerve_recovery")
    assert decide(unsure, ACNE, WHO).steps[0].values("topic") == ["side_effects"]
    tablets = replace(TABLETS, question="tablets_dose", said=["question tablets_dose"])
    of_plan = decide(_heard_at_60("is that every month", *monthly), tablets, WHO)
    assert of_plan.steps[0].values("topic") == ["injections_vs_oral"]


def _heard_at_60(text: str, topic: str, question: str, **details: str) -> Understanding:
    message = leaning(text, {}, topic=topic, question=question, **details)
    return replace(message, act=replace(message.act, confidence=0.6))


def test_of_injections_something_is_always_known() -> None:
    """Where injections are in focus, their topics answer."""
    message = leaning("how long does it go on for?", {}, topic="how_long_treatment_lasts")
    state = State(last=["purpose_of_injections"], focus="injections", question="what_is_b12")
    assert decide(message, state, WHO).by == "as it was heard"


@pytest.mark.parametrize("text", ["what is this", "is it", "\u00e9", "...?"])
def test_what_has_no_word_that_asks_leans_on_nothing(text: str) -> None:
    """Pronouns and signs alone ask nothing of the thing that was spoken of."""
    assert decide(leaning(text, {"tablets": "tablets_dose"}, "unsure"), TABLETS, WHO).by == "as it was heard"


def test_what_only_names_something_is_asked_the_last_question() -> None:
    """ "And my children?" is about them and what was just spoken of."""
    state = State(last=["cause_pernicious_anemia"], focus="pernicious_anaemia", question="pa_in_families")
    message = leaning("and my children?", {"pernicious_anaemia": "pa_children_tested"}, "unsure")
    assert decide(message, state, WHO).steps[0].values("question") == ["pa_children_tested"]


def test_stopping_a_medicine_in_focus_changes_no_plan() -> None:
    """ "Should I stop it?" is about the medicine that was just spoken of; of the injections it stays a refusal."""
    asked_of_it = said("dose_change_request", "should i stop it?", leaning="metformin_carry_on")
    assert taken(asked_of_it, State(last=["interactions_medicines"], focus="metformin")) == ["ask_topic"]
    assert taken(asked_of_it, State(last=["purpose_of_injections"], focus="injections")) == ["dose_change_request"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [("do they give pills rather than needles", "tablets"), ("is it my metformin", "metformin"), ("is it safe", None)],
)
def test_the_thing_that_the_words_name_is_in_focus(text: str, thing: str | None) -> None:
    """Where a whole topic answered, the thing that was named stays in focus."""
    assert focus_of("injections_vs_oral" if thing == "tablets" else "interactions_medicines", text) == thing


@pytest.mark.parametrize("kind", ["ask_topic", "plan", "dose_change_request", "unsure", "out_of_scope"])
def test_a_child_who_writes_gets_no_plan_and_no_dose(kind: str) -> None:
    """Under 18 the answers are not theirs, whatever is asked; a warning sign comes first all the same."""
    text = "im 15, every 12 weeks, whats the dose"
    assert taken(said(kind, text, topic="typical_dose", request="regimen")) == ["children"]
    assert taken(said(kind, text, Verdict("urgent", ("allergy",)))) == ["urgent"]


def test_an_answer_to_the_plan_is_no_question_beside_it() -> None:
    """What answers the plan's question is taken by it alone, whatever topic its words are like."""
    assert taken(said("ask_topic", "every 12 weeks", topic="maintenance_phase"), in_plan()) == ["plan"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [("affirm", "yes"), ("plan", "every 12 weeks, last one 3 march"), ("unsure", "cant u just say it"),
     ("not_understood", "is the 2nd mine"), ("ask_topic", "whats the dose"), ("unsure", "my clinic agreed")],
)  # fmt: skip
def test_a_child_who_wrote_stays_one(kind: str, text: str) -> None:
    """From then on there is no plan and no date, also not by a bare yes to what was asked before."""
    state = replace(in_plan(), children=[ME])
    assert taken(said(kind, text, request="regimen"), state) == ["children"]


@pytest.mark.parametrize(
    "text", ["im 36, every 12 weeks", "I am an adult. Every 8 weeks", "I'm the mum, every 8 weeks"]
)
def test_an_adult_ends_the_refusal(text: str) -> None:
    """An adult's age said after it goes on with the plan at once."""
    assert taken(said("plan", text, request="regimen"), replace(in_plan(), children=[ME])) == ["plan"]


def test_what_is_heard_of_children_is_kept() -> None:
    """The writer's own age, and that of who has the injections; the writer's ends with an adult's."""
    state = State()
    state.heard_of("im in 9th grade")
    assert state.children == [ME]
    state.heard_of("it is for my daughter, she is 9")
    assert state.children == [ME, "daughter"]
    state.heard_of("I'm 40")
    assert state.children == ["daughter"]


@pytest.mark.parametrize(
    ("kind", "text", "step"),
    [("affirm", "yes", "adult_told"), ("unsure", "she's 31", "adult_told"), ("unsure", "she is 9", "child_plan"),
     ("deny", "no", "child_plan"), ("affirm", "yes, she's 12", "child_plan"),
     ("smalltalk", "yes that's correct, thanks very much", "adult_told"), ("thanks", "no, thank you", "child_plan")],
)  # fmt: skip
def test_an_age_answers_whether_somebody_is_an_adult(kind: str, text: str, step: str) -> None:
    """Yes and no do, and an age more surely."""
    assert taken(said(kind, text), State(other="niece", awaiting=ADULT)) == [step]


@pytest.mark.parametrize("person", ["grandchild", "niece", "grandson"])
def test_who_may_be_a_child_is_asked_about_before_any_date(person: str) -> None:
    """And who is known to be one has no plan later, whatever is said."""
    message = said("plan", f"my {person} has it every 8 weeks, last one 3 march", request="regimen")
    assert taken(message) == ["adult"]
    assert taken(message, State(children=[person], other=person)) == ["child_plan"]


@pytest.mark.parametrize(
    "text",
    ["so when is my jab", "when's my next shot?", "ok, when are my injections due please", "wen is my b12 needle"],
)
@pytest.mark.parametrize("kind", ["unsure", "not_understood"])
def test_the_plainest_question_about_a_next_date_is_the_plans(text: str, kind: str) -> None:
    """Also where no plan is known, and after everything was deleted: how often is asked."""
    decided = decide(said(kind, text), State(), WHO)
    assert [(step.kind, step.values("request")) for step in decided.steps] == [("plan", ["next"])]


@pytest.mark.parametrize(
    ("kind", "text", "taken_as"),
    [
        ("ask_topic", "nope, already got mine, had it done yesterday. meant to be tuesday but they shut", "plan"),
        ("ask_topic", "I already had it yesterday, is that bad?", "ask_topic"),
        ("ask_topic", "I missed it yesterday", "ask_topic"),
    ],
)
def test_one_that_was_had_is_no_missed_one(kind: str, text: str, taken_as: str) -> None:
    """A day on which it was had begins the plan; a question and a missed one keep their answer."""
    assert taken(said(kind, text, topic="missed_or_late_injection"))[0] == taken_as


@pytest.mark.parametrize(
    ("text", "taken_as"),
    [
        ("I mind my aunt's appointments, lovely woman. can you say when my aunt's next jab is?", "plan"),
        ("when my aunt's birthday is near I am sad", "not_understood"),
    ],
)
def test_when_hers_is_asked_at_the_end_of_a_story(text: str, taken_as: str) -> None:
    """The plainest question about somebody's next one counts wherever it stands."""
    assert taken(said("not_understood", text))[0] == taken_as


@pytest.mark.parametrize(
    "text", ["it's my aunt's, not mine. the surgery moved hers to 12 may", "that is my aunt's plan, not for me"]
)
def test_a_plan_that_is_not_mine_stays_hers(text: str) -> None:
    """Nothing is moved to the writer, and nothing is given up."""
    kept = dialogue.turn(
        None,
        "every 8 weeks, last one 2 march",
        request="regimen",
        who=WHO,
        wording=plan_wording(),
        new_key=lambda: "key",
    )
    assert kept is not None
    state = State(plans={"auntie": kept.state}, whose="auntie", other="auntie", awaiting=PLAN)
    steps = decide(said("not_understood", text), state, WHO).steps
    assert not any(name in ("moved", "dropped") for step in steps for name, _ in step.details)
    assert not any(value == ME for step in steps for _, value in step.details)
