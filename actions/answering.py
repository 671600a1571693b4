"""How an answer is said: the specific question alone, its topic where more is asked for, and nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from actions.next_steps import OTHER, next_step_buttons
from actions.turn import Turn
from b12guide.content import Depth, Part, Question
from b12guide.content.told import new_in
from b12guide.conversation.ages import may_be_child
from b12guide.conversation.childs_dose import CHILDREN_THING
from b12guide.conversation.few_words import in_few_words
from b12guide.conversation.focus import TAKEN, focus_of
from b12guide.conversation.named import LISTS, others_in
from b12guide.conversation.places import without_spoken_to
from b12guide.conversation.plan_words import of_one_day
from b12guide.conversation.told_feelings import tells_loss
from b12guide.plan import states_plan
from b12guide.shared import content

DIAGNOSIS = "diagnosis_request"
# How much "tell me more" brings at a time, in words: no piece is cut.
MORE_WORDS = 60
MOST_BUTTONS = 2
SHORT: Depth = "short"
# After an answer of these "it" may still be the medicine that was spoken of before it.
BESIDE_MEDICINES = frozenset(
    {"questions_for_clinician", "lab_tests_explained", "interactions_medicines", "diagnosis_request", "cost_or_access"}
)
# With these words an answer says that no source has it (content/question_check.py); its topic has no more then.
NOT_KNOWN = "I have no source"
CALL_NOW = re.compile(r"\bcall\b.{0,60}\bnow\b", re.I)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:mum|mom|mam|mother|dad|father|wife|husband|partner|nan|nana|gran|grandma|granny|grandad|"
    r"grandfather|grandmother|sister|brother|aunt|auntie|uncle|friend|neighbou?r|son|daughter|in-laws?)\b"
    r"|\b(?:she|he|her|his|him|mum|mom|dad|nan|gran)\b",
    re.I,
)

# "Can mum come in with me" is asked for who writes.
_WITH_ME = re.compile(r"\b(?:come|comes|go|goes|be|sit|stay|wait) (?:\w+ ){0,3}?with me\b|\bhold my hand\b", re.I)

# "A relief to my wife. Is the treatment for my whole life?", "and may I stop?": asked of one's own.
_ASKS_OF_OWN = re.compile(
    r"\b(?:may|can|could|should|must|shall|do|will|would) i (?:\w+ )?(?:stop|need|skip|miss|feel"
    r"|end|start|swap|switch)\b"
    r"|\bmy (?:whole |own |entire )?(?:life|treatment|injections?|jabs?|jags?|shots?|needles?"
    r"|dose|diet|b-?12|level|body|stomach"
    r"|arm|nerves|symptoms)\b"
    # "I might give Friday's a miss."
    r"|\bi(?:'ll| might| may| could| would| will|'m thinking of| am thinking of|'m going to) (?:\w+ ){0,2}?"
    r"(?:skip|miss|give|leave|drop|cancel|not go|do without)\w*\b",
    re.I,
)
_SOMEBODYS = re.compile(rf"{_SOMEBODY_ELSE.pattern}|\b(?:they|them|their|hers|theirs)\b", re.I)
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")


def asks_of_own(text: str) -> bool:
    """Whether the last sentence is of the writer's own treatment, and names nobody else."""
    last = next((one for one in reversed(_SENTENCE.findall(text)) if re.search(r"\w", one)), "")
    return _ASKS_OF_OWN.search(last) is not None and _SOMEBODYS.search(last) is None


class Saying:
    """Collects the bubbles of one answer, their sources and buttons, and says them.

    Args: first: a sentence on what the person told, before the answer."""

    def __init__(self, turn: Turn, first: str = "") -> None:
        self.turn, self._first = turn, first
        self._where: dict[str, Any] = {"country": turn.person.country, "emergency": turn.emergency}
        # Who has died is nobody whose treatment is asked about.
        text = without_spoken_to(turn.text)
        named = not tells_loss(turn.text) and _SOMEBODY_ELSE.search(text) is not None
        self._other = (turn.state.for_other or named) and _WITH_ME.search(text) is None and not asks_of_own(text)
        self._bubbles: list[str] = []
        self._headings: list[str | None] = []
        self._sources: list[str] = []
        self._contacts: list[str] = []

    def short(self, topics: Sequence[str], questions: Sequence[Question], silent: Sequence[str] = ()) -> None:
        """Answer `questions` in their order, each alone: its topic comes with "tell me more"; the `topics` that
        none of them is of stand where they were asked; of what there is no answer to (`silent`), that there is none."""
        several = len(topics) + len(questions) + len(silent) > 2
        # Where a topic was put in the place of another, the questions of that one are not asked.
        questions = [one for one in questions if one.topic in topics]
        of_topics = {topic: [one for one in questions if one.topic == topic] for topic in topics}
        alone = [topic for topic in topics if not of_topics[topic]]
        for question in questions:
            # A topic that was asked about before it is answered before it.
            while alone and topics.index(alone[0]) < topics.index(question.topic):
                self._whole(alone.pop(0), heading=len(topics) > 1)
            self._add(self._answer_to(question), question.question if several else None)
            if question is of_topics[question.topic][-1]:
                self._net(question.topic, question.about)
        for topic in alone:
            self._whole(topic, heading=len(topics) > 1)
        for words in silent:
            self._add(content().label("not_known_of_several").replace("{question}", words), None)
        self._say(topics, questions, more=True)

    def _whole(self, topic: str, *, heading: bool) -> None:
        self._add(self._topic(topic), content().topic(topic).question if heading else None)
        self._net(topic)

    def unanswered(self, thing: str, kind: str, topics: Sequence[str]) -> None:
        """That there is no answer on a `thing` that was named, and who knows; then what is known of the `topics`, where
        that is about no other medicine."""
        text = content().label(f"no_answer_on_{kind}").replace("{thing}", thing)
        if not topics:
            self.turn.state.misses = 0
            self.turn.say(f"{text}\n{self.turn.safety_line()}", kind="answer")
            return
        self._add(text, None)
        for topic in topics:
            text = content().answer(topic, depth=SHORT, **self._where).text
            if not others_in(text, thing) and topic not in LISTS:
                self._add(self._once(topic, SHORT), content().topic(topic).question)
            self._net(topic)
        self._say(topics, [], more=False)

    def of_place(self, place: str, country: str | None, topics: Sequence[str]) -> None:
        """What is known of how it is done in a `place`: the first row of its country that one of `topics` has, and that
        this is all; of a part of a country that its own rules are not known."""
        rows = [(topic, row) for topic in topics for row in content().topic(topic).differs if row.country == country]
        for topic, row in rows[:1]:
            self._sources += row.sources
            topics = [topic]
        said = [row.text for _, row in rows[:1]]
        label = content().label("no_more_of_place" if said else "no_rules_of_place").replace("{place}", place)
        self._add(content().filled(" ".join([*said, label]), self.turn.emergency, self.turn.urgent), None)
        self._net(topics[-1])
        self._say(topics[-1:], [], more=False)

    def depth(self, topics: Sequence[str], depth: Depth) -> None:
        """`topics` "in simpler words" or "why"."""
        for topic in topics:
            heading = content().topic(topic).question if len(topics) > 1 else None
            self._add(self._once(topic, depth) or self._said_before(), heading)
        self._say(topics, [], more=False)

    def more(self, topics: Sequence[str]) -> None:
        """What was not said yet of `topics`, as far as one reads at a time; or that there is no more."""
        left = [(topic, part) for topic in topics for part in self._left(topic)]
        words, fits = 0, 0
        for _, part in left:
            words += len(part.text.split())
            if fits and words > MORE_WORDS:
                break
            fits += 1
        for topic, part in left[:fits]:
            self._add(self._part(topic, part), None)
        if not left:
            self._add(content().label("no_more"), None)
        self._say(topics, [], more=len(left) > fits)

    def _add(self, text: str | None, heading: str | None) -> None:
        if text:
            self._bubbles.append(f"{self._first} {text}".strip())
            self._headings.append(heading)
            self._first = ""

    def _answer_to(self, question: Question) -> str:
        """The answer to a question; where it was given already the same in other words, in turn, or what of its topic
        was not said yet, or where no source answers it, once more that this is all."""
        self._sources += question.sources
        state, first, again = self.turn.state, f"question {question.id}", f"again {question.id}"
        said = self._wording(question)
        if question.again is not None:
            again_said = in_few_words(question.again) if self.turn.brief else question.again
            other = content().filled(again_said, self.turn.emergency, self.turn.urgent)
            # What says where help is needed is said as often as it is asked; of all else the long text comes once.
            ways = [first, again] if "{emergency}" in question.again else [first, again, f"no more {question.id}"]
            chosen = state.says_next(ways)
            no_more = content().phrase("no_more_of_it", emergency=self.turn.emergency)
            return {first: said, again: other}.get(chosen, no_more.replace("{question}", question.question))
        if state.says(first):
            return said
        if NOT_KNOWN not in said and question.topic != OTHER:
            return self._anew(question.topic, question)
        if state.says(f"{first} again"):
            return f"{content().label('all_i_know')} {said}"
        no_more = content().phrase("no_more_of_it", emergency=self.turn.emergency)
        return no_more.replace("{question}", question.question)

    def _wording(self, question: Question) -> str:
        text = question.carer if self._other and question.carer else question.answer
        text = dict(question.by_country).get(self.turn.person.country or "", text)
        text = in_few_words(text) if self.turn.brief else text
        return content().filled(text, self.turn.emergency, self.turn.urgent)

    def _beyond(self, topic: str, text: str | None) -> str:
        """What a text says beyond the answers that were given to questions of its topic."""
        said = [one for one in content().topic(topic).questions if self.turn.state.was_said(f"question {one.id}")]
        return new_in(text or "", "\n".join(map(self._wording, said)))

    def _unless_other(self, asked: str, text: str | None) -> str | None:
        return None if text and others_in(text, asked) else text

    def _anew(self, topic: str, question: Question) -> str:
        """What was not said yet of a topic: its short answer, simpler words, the next piece; else that it was all."""
        # What is said of another medicine than the one that was named answers nothing.
        asked = f"{self.turn.text} {question.question} {question.answer}"
        found = self._unless_other(asked, self._beyond(topic, self._once(topic, SHORT)))
        found = found or self._unless_other(asked, self._once(topic, "simpler"))
        left = [part for part in self._left(topic) if not others_in(part.text, asked)]
        return found or (self._part(topic, left[0]) if left else self._said_before())

    def _topic(self, topic: str) -> str:
        """The short answer, where it was said in other words, where those were too that it was."""
        if self.turn.brief and (few := self._once(topic, "simpler")):
            return in_few_words(few)
        return self._once(topic, SHORT) or self._once(topic, "simpler") or self._said_before()

    def _once(self, topic: str, depth: Depth) -> str | None:
        answer = content().answer(topic, depth=depth, **self._where)
        self._sources += answer.sources
        return answer.text if self.turn.state.says(f"{topic} {depth}") else None

    def _said_before(self) -> str:
        return content().label("said_before")

    def _left(self, topic: str) -> list[Part]:
        parts = content().parts(topic, **self._where)
        left = [part for part in parts if f"{topic} {part.key}" not in self.turn.state.said]
        new = [(part, self._beyond(topic, part.text)) for part in left]
        # The short answer says several things, every other piece one.
        return [replace(part, text=text) if part.key == SHORT else part for part, text in new if text]

    def _part(self, topic: str, part: Part) -> str:
        self.turn.state.says(f"{topic} {part.key}")
        self._sources += part.sources
        return part.text

    def _net(self, topic: str, about: str | None = None) -> None:
        """Whom to contact, under the last bubble: in full the first time and beside any symptom, else in a line."""
        if about == CHILDREN_THING or self._of_child():
            # What an adult would feel is no sign of a child's.
            net = content().phrase("safety_line_child", emergency=self.turn.emergency)
            self._contacts.append(net)
            last = self._bubbles[-1]
            self._bubbles[-1] = last if CALL_NOW.search(last) else f"{last}\n{net}"
            return
        contact = content().answer(topic, **self._where, urgent=self.turn.urgent).contact
        self._contacts.append(contact)
        last = self._bubbles[-1]
        net = self.turn.net(contact, last, first=self.turn.state.says(f"{topic} contact"))
        if net and net not in "\n".join(self._bubbles):
            self._bubbles[-1] = f"{new_in(last, net, whole=True) or last}\n{net}"

    def _say(self, topics: Sequence[str], questions: Sequence[Question], *, more: bool) -> None:
        turn, state = self.turn, self.turn.state
        headed = zip(self._headings, self._bubbles, strict=True)
        bubbles = [f"{heading}\n{text}" if heading else text for heading, text in headed]
        if turn.verdict.asked and not turn.verdict.unlikely:
            bubbles[0] = turn.if_now(bubbles[0])
        state.talked_about(list(topics))
        state.focus = questions[-1].about if questions else focus_of(topics[-1], turn.text)
        state.question = questions[-1].id if questions else None
        if state.focus in TAKEN:
            state.medicine = state.focus
        elif not state.untreated and not set(topics) <= BESIDE_MEDICINES:
            state.medicine = None
        state.sources = list(dict.fromkeys(self._sources))
        said: dict[str, Any] = {"kind": "refusal" if list(topics) == [DIAGNOSIS] else "answer", "topics": list(topics)}
        said["questions"] = [one.path for one in questions]
        said |= turn.rests_on(state.sources, topics)
        if self._contacts:
            said["help"] = self._contacts
        if self._maybe_child() and state.says("if a child"):
            bubbles[-1] = f"{bubbles[-1]}\n{content().label('if_a_child')}"
        for bubble in bubbles[:-1]:
            turn.say(bubble)
        turn.say(bubbles[-1], buttons=self._buttons(topics, questions, more=more), **said)

    def _of_child(self) -> bool:
        """Whether a child is asked about, who is known to be one."""
        state = self.turn.state
        return state.for_other and state.other in state.children

    def _maybe_child(self) -> bool:
        """Whether somebody is asked about who may be a child."""
        state = self.turn.state
        return (
            state.for_other
            and state.other is not None
            and may_be_child(state.other)
            and state.other not in state.children
            and state.other not in state.adults
        )

    def _buttons(self, topics: Sequence[str], questions: Sequence[Question], *, more: bool) -> list[str]:
        """Specific questions that were not answered yet, those that were nearly asked and those about the same thing
        first, or what follows the topic; then more."""
        turn, last = self.turn, topics[-1]
        unknown = last == OTHER and not questions
        near = [one for one in known(turn.step.values("near")) if one.topic in topics or unknown]
        if near and unknown:
            # What nothing is known of is near these, whatever the page is about.
            return [one.question for one in near]
        own = content().topic(last).questions
        about = {question.about for question in questions}
        ordered = [*near, *(q for q in own if q.about in about), *(own if questions else ())]
        left = [one.question for one in dict.fromkeys(ordered) if f"question {one.id}" not in turn.state.said]
        follow = [content().topic(topic).question for topic in content().topic(last).follow_up]
        buttons = list(dict.fromkeys([*left, *follow]))[:MOST_BUTTONS]
        if more and any(self._left(topic) for topic in topics):
            buttons.append(content().label("tell_me_more"))
        buttons += next_step_buttons(turn, list(topics)) if self._contacts else []
        return [*buttons, content().label("work_out_my_date")] if states_plan(of_one_day(turn.text)) else buttons


def known(ids: Iterable[str]) -> list[Question]:
    """The questions of these ids; one that the content no longer has is left out."""
    return [content().questions[one] for one in ids if one in content().questions]
