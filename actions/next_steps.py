"""Next steps: a person's own list of questions for a visit, and a check of understanding that nobody has to take."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn, wording
from b12guide.content import Option, QuizQuestion
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.topics import TOPICS

Events = list[dict[str, Any]]
Run = Callable[[Any, CollectingDispatcher, Tracker, dict[str, Any]], Events]
QUIZ = "quiz"
PLAN_QUIZ, SIGNS_QUIZ = "plan", "warning_signs"
QUESTIONS, SIGNS, SCHEDULE = "questions_for_clinician", "warning_signs_information", "staying_on_schedule"
MOST_OFFERED = 3


def open_first(*, least: int = 1) -> Callable[[Run], Run]:
    """Let what is open take the message before the action that its words were sorted to: a check, then the plan.

    Args:
        least: how many words of an answer the message has to hold; more where it was surely understood as something
            else, since asking something else leaves the check.
    """

    def around(run: Run) -> Run:
        @wraps(run)
        def first(self: Action, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
            turn = Turn(dispatcher, tracker)
            question = _question(turn) if turn.awaiting == QUIZ else None
            option = question.choice(turn.text, least=least) if question else None
            if question is None or option is None:
                # What the words surely do to the plan goes before what they are like.
                beside = turn.plan_leaves_words and turn.values("topic")
                if turn.plan_moves and not beside and turn.plan_takes(offer=_offered(turn)):
                    return turn.events(turn.plan_awaits)
                return run(self, dispatcher, tracker, domain)
            _explain(turn, question, option)
            return turn.events(_awaits(turn))

        return first

    return around


class ActionMyQuestions(Action):
    """The person's own list; it answers `questions_for_clinician`, whose general answer "tell me more" then gives."""

    def name(self) -> str:
        return "action_my_questions"

    @open_first()
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        own = content().lists.own(_talked_about(turn))
        sources = content().sources_for(own.sources)
        buttons = [content().topic(topic).question for topic in content().topic(QUESTIONS).follow_up[:2]]
        turn.say(own.intro)
        turn.say(own.text, buttons=buttons, kind="answer", topics=[QUESTIONS], sources=sources)
        turn.memory.talked_about([QUESTIONS])
        return turn.events(turn.plan_awaits)


class ActionWordsToSay(Action):
    """Words for the clinic: about the dose that is late, else about the plan."""

    def name(self) -> str:
        return "action_words_to_say"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        late = dialogue.words_to_say(turn.memory.plan, turn.person.today, wording())
        said: dict[str, Any] = {"kind": "answer", "topics": [QUESTIONS]}
        said["sources"] = content().sources_for(content().answer(QUESTIONS).sources)
        if late:
            turn.say(late, **said)
        else:
            turn.say_reply("words_to_say", **said)
        turn.memory.talked_about([QUESTIONS])
        return turn.events(turn.plan_awaits)


class ActionQuiz(Action):
    """Begins the check of understanding, or asks which one."""

    def name(self) -> str:
        return "action_quiz"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        turn.memory.misses = 0
        back = content().teach_back
        named = back.named(turn.text)
        about = named.id if named else _quiz_at_hand(turn)
        if about is None:
            turn.say(back.words["which"], buttons=[quiz.button for quiz in back.quizzes.values()], kind="menu")
            return turn.events(turn.plan_awaits)
        turn.memory.quiz = {"about": about, "at": 0}
        turn.say(back.words["offer"])
        # Nothing is taught by a question, so it is a menu: a choice of buttons. What explains it is an answer.
        _ask(turn, kind="menu")
        return turn.events(QUIZ)


class ActionQuizAnswer(Action):
    """An answer of the check in the words of its button, also where something else was asked in between."""

    def name(self) -> str:
        return "action_quiz_answer"

    @open_first()
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        question = _question(turn)
        option = question.choice(turn.text) if question else None
        if question is not None and option is not None:
            _explain(turn, question, option)
            return turn.events(_awaits(turn))
        if question is not None:  # an older button
            turn.say(content().teach_back.words["again"])
            _ask(turn, kind="menu")
            return turn.events(QUIZ)
        # No check is open: the words stand for themselves.
        turn.memory.misses += 1
        near = [name for name in turn.ranking if name in TOPICS][:MOST_OFFERED]
        if near:
            text = content().reply("did_you_mean", emergency=turn.emergency).bubbles[0]
            buttons = [*(content().topic(topic).question for topic in near), content().label("something_else")]
            turn.say(text, buttons=buttons, kind="did_you_mean", offered=near)
        else:
            turn.say_reply("fallback_first", kind="fallback")
        return turn.events(turn.plan_awaits)


def _offered(turn: Turn) -> list[str]:
    """The check of a plan, beside the answer that confirms it."""
    return [plan_check_button()] if any(move.kind == "yes" for move in turn.plan_moves) else []


def quiz_again(turn: Turn) -> bool:
    """Ask the open question of a check once more, where nothing was understood; says whether one was open."""
    if turn.awaiting != QUIZ or _question(turn) is None or turn.memory.misses > 1:
        return False
    turn.say(content().teach_back.words["again"])
    _ask(turn, kind="fallback")
    return True


def add_own_list(turn: Turn, topics: list[str]) -> None:
    """After the answer on what to ask: the person's own list, if anything else was talked about."""
    talked = _talked_about(turn)
    if QUESTIONS in topics and talked:
        own = content().lists.own(talked)
        turn.say(own.intro)
        turn.say(own.text)


def next_step_buttons(turn: Turn, topics: list[str]) -> list[str]:
    """Buttons that an answer on `topics` adds: the check of the signs, or a list where none follows by itself."""
    if SIGNS in topics:
        return [content().teach_back.quizzes[SIGNS_QUIZ].button]
    if QUESTIONS in topics and not _talked_about(turn):
        return [content().lists.words["button"]]
    return []


def plan_check_button() -> str:
    """The button that offers the check of a plan, once it is confirmed."""
    return content().teach_back.quizzes[PLAN_QUIZ].button


def _talked_about(turn: Turn) -> list[str]:
    """The topics talked about; a plan is talk about the schedule."""
    planned = [SCHEDULE] if turn.memory.plan else []
    return [topic for topic in [*planned, *turn.memory.topics] if topic != QUESTIONS]


def _quiz_at_hand(turn: Turn) -> str | None:
    """The check that fits what was just talked about."""
    if SIGNS in turn.memory.last:
        return SIGNS_QUIZ
    return PLAN_QUIZ if turn.memory.plan and not turn.memory.last else None


def _question(turn: Turn) -> QuizQuestion | None:
    """The question that the check stands at, or None."""
    quiz = turn.memory.quiz or {}
    return content().teach_back.question(quiz.get("about", ""), quiz.get("at", 0))


def _ask(turn: Turn, **custom: Any) -> None:
    question = _question(turn)
    if question is not None:
        turn.say(question.ask, buttons=[option.text for option in question.options], **custom)


def _explain(turn: Turn, question: QuizQuestion, option: Option) -> None:
    """Say whether it is right and why, then the next question or the end."""
    words = content().teach_back.words
    said = words["right" if option.right else "wrong"]
    explained = content().filled(question.explain, turn.emergency)
    turn.memory.quiz = {**(turn.memory.quiz or {}), "at": (turn.memory.quiz or {}).get("at", 0) + 1}
    # "Why?" and "says who?" are then about what was explained; no topic was asked about, so none is named.
    turn.memory.last, turn.memory.misses = [question.topic], 0
    turn.say(f"{said}\n{explained}", kind="answer", topics=[], sources=content().sources_for(question.sources))
    if _question(turn) is None:
        turn.memory.quiz = None
        turn.say(words["end"])
    else:
        _ask(turn)


def _awaits(turn: Turn) -> str | None:
    return QUIZ if turn.memory.quiz else turn.plan_awaits
