"""Next steps: a person's own list of questions for a visit, and a check of understanding that nobody has to take."""

from __future__ import annotations

import re
from typing import Any
from zlib import crc32

from actions.turn import Turn
from b12guide.content import Option, QuizQuestion
from b12guide.conversation.answered import answered, asks_yes_or_no
from b12guide.conversation.focus import INJECTIONS
from b12guide.conversation.kinds import DOSE_CHANGE
from b12guide.conversation.names import said_by
from b12guide.conversation.state import QUIZ
from b12guide.conversation.words_wanted import WORDS_SAID
from b12guide.plan import dialogue
from b12guide.shared import content, plan_wording
from b12guide.topics import TOPICS

PLAN_QUIZ, SIGNS_QUIZ = "plan", "warning_signs"
QUESTIONS, SIGNS, SCHEDULE = "questions_for_clinician", "warning_signs_information", "staying_on_schedule"
# The page of what fits nowhere else: it may have no answer, and offers what is near to what was asked.
OTHER = "other_b12"
MOST_OFFERED, BULLET = 3, "• "
# Words for questions to take along; who asks what to say, or how to ask for a thing, asks for no list.
_WHAT_TO_ASK = re.compile(
    r"\bwhat(?: (?:else|all|exactly|things|kind of things))?"
    r" (?:do|should|can|could|shall|must|would|to|am|are|is)\b(?:(?!\bto ask\b|\bsay\b|\btell\b).){0,40}"
    r"(?:\b(?:raise|mention|bring up)\b|\b(?:ask|asking)\b(?! for\b))|\bwhat to ask\b"
    r"|\b(?:questions|which question)\b(?! (?:of|that) (?:mine|you))|\b(?:a|my|the|own|make|write|give) list\b",
    re.IGNORECASE,
)
# How the answer to a question is noted, how far back it is looked for, and how many go into words for the clinic.
ANSWERED, JUST_SAID, MOST_ASKED = "question ", 8, 2
# So many of their sentences.
MOST_TOLD = 3
_SENTENCE = re.compile(r"[^.?!:]+[.?!:]*")
# What comes back before each one asks for another gap.
_BEFORE_EACH = re.compile(r"\b(?:before|till|until) (?:each|every|(?:my|the) next|(?:it'?s|i'?m|they'?re) due)\b", re.I)


def my_questions(turn: Turn) -> None:
    """The person's own list; it answers `questions_for_clinician`, whose general answer "tell me more" then gives."""
    own = content().lists.own(_talked_about(turn))
    buttons = [content().topic(topic).question for topic in content().topic(QUESTIONS).follow_up[:2]]
    turn.say(own.intro)
    buttons = [content().diary("button_all"), *buttons]
    turn.say(own.text, buttons=buttons, kind="answer", topics=[QUESTIONS], **turn.rests_on(own.sources))
    turn.state.talked_about([QUESTIONS])


def own_list_of(turn: Turn) -> list[str]:
    """The questions of the person's own list, in its order."""
    lines = content().lists.own(_talked_about(turn)).text.splitlines()
    return [line.removeprefix(BULLET) for line in lines if line.startswith(BULLET)]


def words_to_say(turn: Turn) -> None:
    """Words for the clinic: about the dose that is late, else about what was just asked, else about the plan."""
    late = dialogue.words_to_say(turn.state.plan, turn.person.today, plan_wording())
    said: dict[str, Any] = {"kind": "answer", "topics": [QUESTIONS]}
    said |= turn.rests_on(content().answer(QUESTIONS).sources)
    about = _just_asked(turn) if turn.refused is None else []
    if late:
        turn.say(late, **said)
    elif turn.state.tells:
        turn.state.misses = 0
        turn.state.note(f"{WORDS_SAID}told")
        asked = [one for one in answered(turn.state) if one.topic != QUESTIONS]
        last = next(filter(asks_yes_or_no, asked), asked[0] if asked else None)
        turn.say(_as_told(turn, last.question if last is not None else ""), **said)
        # What is asked next is still of what was spoken of.
        return
    elif about and turn.state.says(f"{WORDS_SAID}{' '.join(about)}"):
        turn.state.misses = 0
        turn.say(_in_own_words(turn, about), **said)
        # "How long?" after them is asked of the same thing.
        return
    else:
        turn.say_reply("words_to_say", **said)
    turn.state.talked_about([QUESTIONS])


def _as_told(turn: Turn, about: str) -> str:
    """Words of what was told, in the person's own sentences, and of the question that they want answered."""
    who, by = _other(turn)
    told = " ".join(turn.state.tells[-MOST_TOLD:])
    # Of a question that tells before it asks, what asks.
    asked = [" ".join(one.strip() for one in _SENTENCE.findall(about) if "?" in one)]
    of_injections = not about or turn.state.focus in (None, *INJECTIONS)
    if turn.refused == DOSE_CHANGE or (of_injections and _BEFORE_EACH.search(told)):
        asked = [content().label("words_gap_other" if who else "words_gap")]
    words = content().label("words_told_other" if who else "words_told").replace("{who}", by)
    words = words.replace("{told}", told).replace("{questions}", " ".join(asked))
    return f"{' '.join(words.split())} {content().label('words_told_add')}"


def _just_asked(turn: Turn) -> list[str]:
    """The specific questions that were answered last, where the latest answer was to one; else that of its topic, but
    where it was about the plan."""
    every, state = content().questions, turn.state
    asked = [one.removeprefix(ANSWERED) for one in state.said[-JUST_SAID:] if one.startswith(ANSWERED)]
    if state.question in every:
        known = [every[one] for one in dict.fromkeys(asked) if one in every and every[one].topic != QUESTIONS]
        return [one.question for one in known][-MOST_ASKED:]
    own = state.focus is not None and state.focus not in INJECTIONS
    return [content().topic(topic).question for topic in state.last[-1:] if own and topic not in (QUESTIONS, OTHER)]


def _in_own_words(turn: Turn, about: list[str]) -> str:
    other, by = _other(turn)
    words = content().label("words_about_other" if other else "words_about")
    return words.replace("{who}", by).replace("{questions}", " ".join(about))


def _other(turn: Turn) -> tuple[str | None, str]:
    """Somebody else whom it is about, and how the writer calls them."""
    other = turn.state.other if turn.state.other in turn.state.known else None
    by = said_by(turn.state.word_for(other)) if other else ""
    return other, by[:1].lower() + by[1:]


def begin_check(turn: Turn) -> None:
    """Begins the check of understanding, or asks which one."""
    turn.state.misses = 0
    back = content().teach_back
    named = back.named(turn.text)
    about = named.id if named else _quiz_at_hand(turn)
    if about is None:
        turn.say(back.words["which"], buttons=[quiz.button for quiz in back.quizzes.values()], kind="menu")
        return
    turn.state.quiz = {"about": about, "at": 0}
    turn.say(back.words["offer"])
    # Nothing is taught by a question, so it is a menu: a choice of buttons. What explains it is an answer.
    _ask(turn, kind="menu")
    turn.state.awaiting = QUIZ


def answer_check(turn: Turn) -> None:
    """An answer of the check, in any words or in those of its button, also where something else was asked between."""
    question = _question(turn)
    option = question.choice(turn.text) if question else None
    if question is not None and option is not None:
        _explain(turn, question, option)
        turn.state.awaiting = QUIZ if turn.state.quiz else None
        return
    if question is not None:  # an older button
        turn.say(content().teach_back.words["again"])
        _ask(turn, kind="menu")
        turn.state.awaiting = QUIZ
        return
    # No check is open: the words stand for themselves.
    turn.state.misses += 1
    near = [name for name in turn.ranking if name in TOPICS][:MOST_OFFERED]
    if near:
        buttons = [*(content().topic(topic).question for topic in near), content().label("something_else")]
        turn.say_reply("did_you_mean", buttons=buttons, kind="did_you_mean", offered=near)
    else:
        turn.say_reply("fallback_first", kind="fallback")


def quiz_again(turn: Turn) -> bool:
    """Ask the open question of a check once more, where nothing was understood; says whether one was open."""
    if turn.awaited != QUIZ or _question(turn) is None or turn.state.misses > 1:
        return False
    turn.say(content().teach_back.words["again"])
    _ask(turn, kind="fallback")
    return True


# A list for a visit answers what to ask there; who asks one thing alone gets that alone.
VISIT = "appointment"


def add_own_list(turn: Turn, topics: list[str]) -> None:
    """After the answer on what to ask: the person's own list, if anything else was talked about, and once."""
    if not _wants_list(turn, topics):
        return
    own = content().lists.own(_talked_about(turn))
    # The same list again would be the same long text, whatever was talked about since.
    if turn.state.says(f"list {crc32(own.text.encode())}"):
        turn.say(own.intro)
        turn.say(own.text)


def next_step_buttons(turn: Turn, topics: list[str]) -> list[str]:
    """Buttons that an answer on `topics` adds: the check of the signs, or a list where none follows by itself."""
    if SIGNS in topics:
        return [content().teach_back.quizzes[SIGNS_QUIZ].button]
    if QUESTIONS in topics and not _wants_list(turn, topics):
        return [content().lists.words["button"]]
    return []


def _wants_list(turn: Turn, topics: list[str]) -> bool:
    """Whether questions to take along are asked for: a text that merely speaks of asking gets a button for them."""
    asked = content().questions.get(turn.state.question or "")
    fits = asked is None or (asked.about == VISIT and not turn.state.untreated)
    return QUESTIONS in topics and fits and bool(_talked_about(turn)) and bool(_WHAT_TO_ASK.search(turn.text))


def plan_check_button() -> str:
    """The button that offers the check of a plan, once it is confirmed."""
    return content().teach_back.quizzes[PLAN_QUIZ].button


def _talked_about(turn: Turn) -> list[str]:
    """The topics talked about; a plan is talk about the schedule."""
    planned = [SCHEDULE] if turn.state.plan else []
    return [topic for topic in [*planned, *turn.state.topics] if topic != QUESTIONS]


def _quiz_at_hand(turn: Turn) -> str | None:
    """The check that fits what was just talked about."""
    if SIGNS in turn.state.last:
        return SIGNS_QUIZ
    return PLAN_QUIZ if turn.state.plan and not turn.state.last else None


def _question(turn: Turn) -> QuizQuestion | None:
    """The question that the check stands at, or None."""
    quiz = turn.state.quiz or {}
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
    turn.state.quiz = {**(turn.state.quiz or {}), "at": (turn.state.quiz or {}).get("at", 0) + 1}
    # "Why?" and "says who?" are then about what was explained; no topic was asked about, so none is named.
    turn.state.last, turn.state.misses = [question.topic], 0
    turn.say(f"{said}\n{explained}", kind="answer", topics=[], **turn.rests_on(question.sources))
    if _question(turn) is None:
        turn.state.quiz = None
        turn.say(words["end"])
    else:
        _ask(turn)
