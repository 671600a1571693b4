"""The last answer to a question in plainer words, and why it is so: of that question, never all that its topic says."""

from __future__ import annotations

import re

from actions.answering import CALL_NOW, SHORT, known
from actions.turn import Turn
from b12guide.content import Question
from b12guide.conversation.focus import focus_of
from b12guide.conversation.kinds import WHY
from b12guide.shared import content

# So many words that say something, in common with an answer, make a text one on the same thing.
LEAST_SHARED = 2
MOST_BUTTONS = 2
# Letters by which "heals" and "healing" are one word; shorter words say little.
_STEM = 5
_WORD = re.compile(r"[a-z]{4,}")
_LITTLE = """about also answer before call clinic doctor from have into other some team than that their them then they
this when which with your"""
_SAYS_LITTLE = frozenset(_LITTLE.split())
# A clause that can stand alone: it has a verb soon behind its first word.
_CLAUSE = re.compile(
    r", (?P<and>and|but|so|because) (?P<rest>(?:[\w'-]+ ){1,4}"
    r"(?:is|are|was|were|can|may|might|will|has|have|does|do|must|needs?|goes|stays|lasts|takes|helps|counts?|works?|depends|comes)\b)",
)


def last_question(turn: Turn) -> Question | None:
    """The question that was answered last, where that was the whole of the last answer."""
    one = known([turn.state.question]) if turn.state.question and len(turn.state.last) == 1 else []
    return one[0] if one and one[0].topic == turn.state.last[0] else None


def in_simple_words(turn: Turn, question: Question) -> None:
    """The answer to `question` in other words, then clause by clause, then as its topic puts it; none of it twice."""
    state, topic = turn.state, content().topic(question.topic)
    if question.again is not None and state.says(f"again {question.id}"):
        _say(turn, question, question.again)
    elif _parts(question.answer) and state.says(f"simply {question.id}"):
        _say(turn, question, f"{content().label('put_simply')} {clause_by_clause(question.answer)}")
    elif state.says(f"{topic.id} simpler"):
        _say(turn, question, topic.simpler)
    else:
        turn.state.misses = 0
        turn.say_reply("repair_no_more", buttons=_buttons(turn, question), kind="answer", topics=[topic.id])


def why_of(turn: Turn, question: Question) -> None:
    """Why the answer to `question` is so: as its topic says, where that is about the same; else all that is known."""
    state, topic = turn.state, content().topic(question.topic)
    if _is_about(topic.why, question) and state.says(f"{topic.id} {WHY}"):
        _say(turn, question, topic.why)
    elif state.says(f"why {question.id}"):
        # In other words it may say why; word for word it would be the answer that was not enough.
        other = question.again if question.again is not None and state.says(f"again {question.id}") else None
        text = other or clause_by_clause(question.answer)
        _say(turn, question, f"{content().label('all_i_know')} {text}")
    else:
        turn.state.misses = 0
        turn.say_reply("repair_no_more", buttons=_buttons(turn, question), kind="answer", topics=[topic.id])


def clause_by_clause(text: str) -> str:
    """`text` with a sentence for each clause that can stand alone."""

    def apart(found: re.Match[str]) -> str:
        rest = found["rest"][0].upper() + found["rest"][1:]
        opening = {"and": rest, "but": f"But {found['rest']}", "so": f"So {found['rest']}"}
        return f". {opening.get(found['and'], 'That is because ' + found['rest'])}"

    return _CLAUSE.sub(apart, " ".join(text.split()))


def _parts(text: str) -> bool:
    """Whether `text` has a clause that can stand alone: else it would be said again as it is."""
    return _CLAUSE.search(" ".join(text.split())) is not None


def _is_about(text: str, question: Question) -> bool:
    """Whether a text of a topic is about what `question` asks: the topic is about that alone, or both say the same."""
    if focus_of(question.topic, "") == question.about:
        return True
    return len(_stems(text) & _stems(f"{question.question} {question.answer}")) >= LEAST_SHARED


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _SAYS_LITTLE}


def _say(turn: Turn, question: Question, text: str) -> None:
    """Says of `question`, which stays the one that was answered last, with whom to call under it."""
    turn.state.misses = 0
    filled = content().filled(text, turn.emergency, turn.urgent)
    where = {"country": turn.person.country, "emergency": turn.emergency, "urgent": turn.urgent}
    contact = content().answer(question.topic, depth=SHORT, **where).contact
    full = turn.verdict.level != "none"
    net = contact if full else turn.safety_line()
    asked = {"topics": [question.topic], "questions": [question.path], "help": [net]}
    rests = turn.rests_on(turn.state.sources or question.sources, [question.topic])
    # What says itself whom to call needs no line for that.
    whole = filled if CALL_NOW.search(filled) and not full else f"{filled}\n{net}"
    turn.say(whole, buttons=_buttons(turn, question), kind="answer", **asked, **rests)


def _buttons(turn: Turn, question: Question) -> list[str]:
    own = [one for one in content().topic(question.topic).questions if not turn.state.was_said(f"question {one.id}")]
    about = sorted(own, key=lambda one: one.about != question.about)
    return [one.question for one in about[:MOST_BUTTONS]]
