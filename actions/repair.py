""" "You didn't answer", "too long", "you said that already", "just yes or no": the answer anew, never the same text."""

from __future__ import annotations

import re

from actions import answers, simpler
from actions.next_steps import OTHER
from actions.turn import Turn
from b12guide.content import Depth, Question
from b12guide.conversation.answered import answered, asks_yes_or_no
from b12guide.conversation.few_words import ACTION, in_few_words, straight
from b12guide.conversation.kinds import DOSE_CHANGE, SIMPLER, WHY, YES_OR_NO
from b12guide.conversation.state import PLAN
from b12guide.conversation.straight_answer import straight_of
from b12guide.shared import content

# In which other depths a topic is answered anew, the most fitting first.
DEPTHS: dict[str, tuple[Depth, ...]] = {
    "not_answered": ("short", "simpler", "why"),
    "just_yes_or_no": ("simpler", "why"),
    "too_long": ("simpler", "why"),
    "said_already": ("why", "simpler"),
    "simpler_words": ("simpler", "why"),
    "why": ("why", "simpler"),
}
# Where a few words are wanted.
TOO_LONG = "too_long"
BRIEF = frozenset({TOO_LONG, "just_yes_or_no"})
# An answer in other words that begins so says whether it is nearer to yes or to no.
_NEARER = re.compile(r"(?:it|not|no|yes|still|neither|do not)\b", re.I)
# An answer that begins so says at once what holds, whichever way round it was asked: nothing has to stand before it.
_SAYS_AT_ONCE = re.compile(
    r"(?:do not|not always|not everybody|it depends|nobody|never|yes|no|not|mostly|usually|you can(?! ask)"
    r"|it (?:is|can|may|does|helps|mostly|usually)|(?:\w+ ){1,4}is not known to)\b",
    re.I,
)
# What is said before it, as a reply of content/small_talk.yml.
OPENINGS = {"just_yes_or_no": "repair_yes_or_no", "said_already": "repair_said"}
MOST_OFFERED = 3
MOST_WORDS = 44


def follow_up(turn: Turn) -> None:
    """More of the latest answer, in simpler words, why, or says who; what was said in that depth is said in another."""
    last, depths = turn.state.last, DEPTHS.get(turn.step.kind)
    question = simpler.last_question(turn) if turn.refused is None else None
    if question is not None and turn.step.kind in (SIMPLER, WHY):
        (simpler.in_simple_words if turn.step.kind == SIMPLER else simpler.why_of)(turn, question)
        answers.come_back(turn)
    elif depths and turn.refused is None and len(last) == 1 and turn.state.was_said(f"{last[0]} {depths[0]}"):
        repair(turn)
    else:
        answers.follow_up(turn)


def repair(turn: Turn) -> None:
    """Says the last answer in another depth; where all was said, that it knows no more and who does."""
    turn.state.misses = 0
    turn.state.brief = turn.state.brief or turn.step.kind == TOO_LONG
    if turn.refused == DOSE_CHANGE:
        turn.state.refused = turn.refused
        turn.say_reply("repair_refused", kind="refusal")
    elif turn.said_last == PLAN:
        turn.say_reply("repair_plan", kind="smalltalk")
        answers.come_back(turn)
    elif turn.refused is not None or not turn.state.last:
        turn.say_reply("repair_nothing", kind="menu")
    elif len(turn.state.last) > 1:
        questions = [content().topic(topic).question for topic in turn.state.last]
        turn.say_reply("repair_which", buttons=questions, kind="menu")
    else:
        _anew(turn, turn.state.last[-1])
        answers.come_back(turn)


def _anew(turn: Turn, topic: str) -> None:
    question = content().questions.get(turn.state.question or "")
    if turn.step.kind == YES_OR_NO:
        # "So is that a yes?" behind "what does it do?" is asked of what could be answered so before.
        question = next((one for one in answered(turn.state) if asks_yes_or_no(one)), None) or question
    if question is not None and turn.step.kind == YES_OR_NO and question.again is not None:
        again = f"again {question.id}"
        if not turn.state.was_said(again) and _NEARER.match(question.again):
            # The answer in other words says which of the two it is nearer to.
            turn.state.note(again)
            text = content().filled(question.again, turn.emergency, turn.urgent)
            rests = turn.rests_on(question.sources, [question.topic])
            asked = {"topics": [question.topic], "questions": [question.path]}
            turn.say(text, buttons=_not_asked(turn, topic), kind="answer", **asked, **rests)
            return
    at_once = question is not None and _SAYS_AT_ONCE.match(question.answer.strip()) is not None
    at_once = at_once and question is not None and not turn.state.was_said(f"brief {question.id}")
    if question is not None and turn.step.kind == YES_OR_NO and not at_once and _straight(turn, question):
        return
    if question is not None and turn.step.kind in BRIEF and turn.state.says(f"brief {question.id}"):
        _in_short(turn, question)
        return
    depths = [depth for depth in DEPTHS[turn.step.kind] if not turn.state.was_said(f"{topic} {depth}")]
    if not depths:
        turn.say_reply("repair_no_more", buttons=_not_asked(turn, topic), kind="answer", topics=[topic])
        return
    where = {"country": turn.person.country, "emergency": turn.emergency}
    answer = content().answer(topic, depth=depths[0], **where)
    text = in_brief(answer.text) if turn.step.kind in BRIEF else answer.text
    turn.state.note(f"{topic} {depths[0]}")
    if turn.step.kind in OPENINGS:
        turn.say_reply(OPENINGS[turn.step.kind])
    elif turn.step.kind == "not_answered" and not turn.state.was_said(f"understood.{topic}"):
        turn.state.note(f"understood.{topic}")
        turn.say(f"{content().label('understood_as')} {(question or answer).question}")
    rests = turn.rests_on(answer.sources, [topic])
    turn.say(text, buttons=_not_asked(turn, topic), kind="answer", topics=[topic], **rests)
    turn.state.sources = list(answer.sources)


def _straight(turn: Turn, question: Question) -> bool:
    """What the answer comes to, in other words each time; whether there was still a way to say it."""
    if (found := straight_of(question)) is None:
        return False
    ways = [f"straight_{found.verdict or 'neither'}{number}" for number in ("", "_2", "_3")]
    way = next((one for one in ways if not turn.state.was_said(f"{one} {question.id}")), None)
    if way is None:
        return False
    turn.state.note(f"{way} {question.id}")
    until = f", {found.until}" if found.until else ""
    text = content().label(way).replace("{until}", until).replace("{who}", found.decides).replace("{when}", found.when)
    help_ = content().filled(found.help, turn.emergency, turn.urgent)
    asked = {"topics": [question.topic], "questions": [question.path]}
    rests = turn.rests_on(question.sources, [question.topic])
    turn.say(f"{text} {help_}".strip(), kind="answer", **asked, **rests)
    return True


def _in_short(turn: Turn, question: Question) -> None:
    """The answer to a question, its first sentence and those that say what to do."""
    if turn.step.kind in OPENINGS and not _SAYS_AT_ONCE.match(question.answer.strip()):
        turn.say_reply(OPENINGS[turn.step.kind])
    # A yes or a no was said with its reason.
    few = straight(question.answer) if turn.step.kind == YES_OR_NO else in_few_words(question.answer)
    text = content().filled(few, turn.emergency, turn.urgent)
    rests = turn.rests_on(turn.state.sources, [question.topic])
    asked = {"topics": [question.topic], "questions": [question.path]}
    turn.say(text, buttons=_not_asked(turn, question.topic), kind="answer", **asked, **rests)


def _not_asked(turn: Turn, topic: str) -> list[str]:
    """The specific questions of a topic, and the topics that follow from it, which were not offered here before."""
    about = content().topic(topic)
    each = {question.question: f"offered.{question.id}" for question in about.questions}
    each |= {content().topic(other).question: f"offered.{other}" for other in about.follow_up}
    if topic == OTHER:
        # Of the page of what fits nowhere else only what is about the same thing lies near.
        near = [one for one in about.questions if one.about == turn.state.focus and one.id != turn.state.question]
        each = {one.question: f"offered.{one.id}" for one in near}
    offered = [words for words, key in each.items() if not turn.state.was_said(key)][:MOST_OFFERED]
    for words in offered:
        turn.state.note(each[words])
    return offered or list(each)[:MOST_OFFERED]


def in_brief(text: str) -> str:
    """The first sentences of `text`, at most `MOST_WORDS` words but for those that say what to do, which all stay."""
    sentences = re.split(r"(?<=[.!?])\s+", text.strip())
    while len(sentences) > 1 and sum(len(one.split()) for one in sentences) > MOST_WORDS:
        loose = [place for place, one in enumerate(sentences) if place and not ACTION.search(one)]
        if not loose:
            break
        del sentences[loose[-1]]
    return " ".join(sentences)
