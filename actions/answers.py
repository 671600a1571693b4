"""Answers to questions, offers where unsure, refusals, and what to say when nothing was understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import Saying, known, leaning
from actions.next_steps import add_own_list, quiz_again, quiz_first
from actions.turn import PLAN, Turn, wording
from b12guide.content import Depth
from b12guide.plan import dialogue
from b12guide.shared import cards, content
from b12guide.unread import UNREAD

Events = list[dict[str, Any]]
# "For how long?" names nothing: after these answers it asks how long that lasts, not how long treatment does.
HOW_LONG = "how_long_treatment_lasts"
LAST_THEMSELVES = frozenset(
    {
        "side_effects",
        "injection_technique_pain",
        "loading_phase",
        "time_to_feel_better",
        "nerve_recovery",
        "not_improving",
    }
)
_BARE_HOW_LONG = re.compile(r"^\W*(?:and\s+|so\s+)?(?:for\s+)?how\s+long(?:\s+for)?\W*$", re.I)
DOSE_CHANGE = "dose_change_request"
DEPTHS: dict[str, Depth] = {"simpler_words": "simpler", "why": "why"}


class ActionAnswer(Action):
    """Answers the topics that were asked about, from `content/topics/`."""

    def name(self) -> str:
        return "action_answer"

    @quiz_first(least=2)
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.awaiting == PLAN and turn.plan_takes():
            return turn.events(turn.plan_awaits)
        if _answered(turn):
            return turn.events(turn.plan_awaits)
        # Nothing leans on an answer across a refusal.
        last = turn.memory.last if turn.refused is None else []
        topics = [_leaning(turn.text, topic, last) for topic in turn.values("topic")]
        Saying(turn).short(topics, known(turn.values("question")), turn.values("beside"))
        add_own_list(turn, topics)
        _come_back(turn)
        return turn.events(turn.plan_awaits)


class ActionFollowUp(Action):
    """ "Tell me more", "in simpler words", "why?" and "says who?" about the latest answer."""

    def name(self) -> str:
        return "action_follow_up"

    @quiz_first()
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.refused is not None:
            _why_refused(turn)
        elif not turn.memory.last:
            turn.say_reply("menu", kind="menu")
        elif turn.intent == "says_who":
            _sources(turn)
        elif not _answered(turn):
            if turn.intent in DEPTHS:
                Saying(turn).depth(turn.memory.last, DEPTHS[turn.intent])
            else:
                Saying(turn).more(turn.memory.last)
        return turn.events(turn.plan_awaits)


class ActionOffer(Action):
    """The nearest topics as buttons, never a wrong answer."""

    def name(self) -> str:
        return "action_offer"

    @quiz_first()
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.awaiting == PLAN and turn.plan_takes():
            return turn.events(turn.plan_awaits)
        if _answered(turn):
            return turn.events(turn.plan_awaits)
        offered = turn.values("offered")
        turn.memory.misses += 1
        if not offered:
            return _not_understood(turn)
        # Of a topic with a specific question that is near, the question.
        near = {question.topic: question.question for question in reversed(known(turn.values("near")))}
        questions = [near.get(topic, content().topic(topic).question) for topic in offered]
        text = content().reply("did_you_mean", emergency=turn.emergency).bubbles[0]
        turn.say(text, buttons=[*questions, content().label("something_else")], kind="did_you_mean", offered=offered)
        _come_back(turn)
        return turn.events(turn.plan_awaits)


class ActionFallback(Action):
    """Not understood: an example the first time, the menu and a person after that."""

    def name(self) -> str:
        return "action_fallback"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.unread:  # a part of a message answers nothing
            turn.say_reply(f"unread_{turn.unread}", kind="fallback", asks=UNREAD)
            return turn.events(turn.awaiting)
        if language := turn.values("language"):
            # Nothing is planned, counted or answered from what was not understood.
            return _english_only(turn, language[0])
        return self._not_understood(dispatcher, tracker, domain)

    @quiz_first()
    def _not_understood(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.awaiting == PLAN and turn.plan_takes():
            return turn.events(turn.plan_awaits)
        if _answered(turn):
            return turn.events(turn.plan_awaits)
        turn.memory.misses += 1
        if quiz_again(turn):
            return turn.events(turn.awaiting)
        return _not_understood(turn)


class ActionRefuse(Action):
    """What it does not do: change a dose, other illnesses and medicines, anything else."""

    def name(self) -> str:
        return "action_refuse"

    @quiz_first(least=2)
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.awaiting == PLAN and turn.plan_takes():
            return turn.events(turn.plan_awaits)
        if turn.intent != DOSE_CHANGE and _answered(turn):
            return turn.events(turn.plan_awaits)
        turn.memory.misses, turn.memory.refused = 0, turn.intent
        turn.say_reply(turn.intent, kind=_kind_refused(turn.intent))
        _come_back(turn)
        return turn.events(turn.plan_awaits)


def _leaning(text: str, topic: str, last: list[str]) -> str:
    """The topic meant by a question that leans on what was just said."""
    if topic == HOW_LONG and last and last[-1] in LAST_THEMSELVES and _BARE_HOW_LONG.match(text):
        return last[-1]
    return topic


def _answered(turn: Turn) -> bool:
    """Answer what is asked about a child, or of the thing that was just spoken of; says whether it was either."""
    if turn.values("child"):
        turn.memory.misses = 0
        turn.say_reply("children", kind="refusal")
        _come_back(turn)
        return True
    questions = leaning(turn)
    if questions:
        topics = list(dict.fromkeys(question.topic for question in questions))
        Saying(turn).short(topics, questions, [])
        _come_back(turn)
    return bool(questions)


def _why_refused(turn: Turn) -> None:
    """After a refusal: why a plan is not changed here, else the refusal once more."""
    refused = turn.memory.refused = turn.refused or ""
    why = refused == DOSE_CHANGE and turn.intent in ("says_who", "why")
    turn.say_reply("why_refused" if why else refused, kind=_kind_refused(refused))


def _kind_refused(intent: str) -> str:
    return "refusal" if intent == DOSE_CHANGE else "out_of_scope"


def _sources(turn: Turn) -> None:
    topics = turn.memory.last
    ids = [source for topic in topics for source in content().answer(topic, country=turn.person.country).sources]
    sources = content().sources_for(turn.memory.sources or ids)
    lines = [content().label("comes_from"), *(f"• {source['title']}" for source in sources)]
    turn.say("\n".join(lines), kind="answer", topics=topics, sources=sources)


def _come_back(turn: Turn, *, buttons: Iterable[str] = ()) -> None:
    """After a question in between: what the plan still waits for."""
    question = dialogue.open_question(turn.memory.plan, wording())
    if question:
        turn.say(question, buttons=buttons)


def _english_only(turn: Turn, language: str) -> Events:
    line = cards().english_only(language, turn.text, turn.person.country)
    if line is None:
        turn.say_reply("english_only", kind="fallback")
    else:
        turn.say(line, kind="fallback")
    return turn.events(turn.awaiting)


def _not_understood(turn: Turn) -> Events:
    """Where the plan waits for an answer, that question alone is put again the first time, with its answers."""
    first, awaited = turn.memory.misses <= 1, turn.plan_awaits
    turn.say_reply(("fallback_plan" if awaited else "fallback_first") if first else "fallback_second", kind="fallback")
    _come_back(turn, buttons=dialogue.open_buttons(turn.memory.plan, turn.person.today, wording()))
    return turn.events(awaited)
