"""Answers to questions, offers where unsure, refusals, and what to say when nothing was understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from actions.answering import MOST_BUTTONS, Saying, known
from actions.next_steps import add_own_list, quiz_again
from actions.turn import Turn
from b12guide.content import Depth, Question
from b12guide.conversation.follow_ups import WHO
from b12guide.conversation.kinds import (
    ABOUT,
    DAYS_AFTER,
    DIET,
    DOSE_CHANGE,
    FIGURE,
    NO_DATES,
    NO_MORE,
    OF_COUNTRY,
    PART,
    RULES_OF,
    UNANSWERED,
    UNKNOWN,
)
from b12guide.conversation.named import ILLNESS, named_in_text
from b12guide.conversation.names import said_back
from b12guide.conversation.sources_asked import asks_if_sure, body_named, is_from, mostly_from
from b12guide.conversation.speaks import ASKED_ABOUT
from b12guide.conversation.state import ADULT
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import cards, content, plan_wording
from b12guide.understanding.acts import (
    LANGUAGE,
    NEAR,
    NEIGHBOUR,
    NO_ANSWER,
    OFFERED,
    OUT_OF_SCOPE,
    QUESTION,
    TOPIC,
)
from b12guide.unread import UNREAD

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
# Noted where the form for dates was come back to while nothing of a schedule was told.
CAME_BACK = "came back to dates"
# Whom to ask was said where the question was not understood twice.
WAY_ROUND = "way round to dates"
DIETARY, VEGETARIAN = "dietary_deficiency", "vegetarian"
DEPTHS: dict[str, Depth] = {"simpler_words": "simpler", "why": "why"}


def answer(turn: Turn) -> None:
    """Answers the topics that were asked about, from `content/topics/`."""
    if of := known(turn.step.values(NO_MORE)):
        no_more(turn, of[0])
        return
    if aspects := turn.step.values(UNKNOWN):
        unknown(turn, aspects[0])
        return
    if places := turn.step.values(RULES_OF):
        Saying(turn).of_place(places[0], next(iter(turn.step.values(OF_COUNTRY)), None), turn.step.values(TOPIC))
        come_back(turn)
        return
    # Nothing leans on an answer across a refusal.
    last = turn.state.last if turn.refused is None else []
    topics = [_leaning(turn.text, topic, last) for topic in turn.step.values(TOPIC)]
    if named := turn.step.values(UNANSWERED):
        kind = dict(named_in_text(turn.text)).get(named[0], ILLNESS)
        Saying(turn).unanswered(named[0], kind, topics)
        come_back(turn)
        return
    silent = turn.step.values(NO_ANSWER)
    Saying(turn, first=_days_after(turn)).short(topics, known(turn.step.values(QUESTION)), silent)
    add_own_list(turn, topics)
    come_back(turn)


def _days_after(turn: Turn) -> str:
    """How many days after the injection the test was, where that is known; once."""
    days = next(iter(turn.step.values(DAYS_AFTER)), "")
    if not days or not turn.state.says(f"{DAYS_AFTER} {days}"):
        return ""
    label = content().label("test_day_after" if days == "1" else "test_days_after")
    return label.replace("{days}", days)


def no_more(turn: Turn, question: Question) -> None:
    """Of the thing that `question` is about no more is known: that is said with its name, and who knows."""
    state = turn.state
    state.misses = 0
    buttons = [one.question for one in known(turn.step.values(NEAR))]
    about: dict[str, Any] = {"kind": "answer", "topics": state.last, "sources": content().sources_for(state.sources)}
    if state.says(f"no more {question.about}"):
        text = content().phrase("no_more_of_it", emergency=turn.emergency).replace("{question}", question.question)
        turn.say(text, buttons=buttons, **about)
    else:
        # Who asks on may mean something else.
        state.focus = None
        turn.say_reply("repair_no_more", buttons=buttons, **about)
    come_back(turn)


def unknown(turn: Turn, aspect: str) -> None:
    """What nothing is known of about the thing just spoken of: that is said, and who knows."""
    state = turn.state
    state.misses = 0
    buttons = [one.question for one in known(turn.step.values(NEAR))][:MOST_BUTTONS]
    about: dict[str, Any] = {"kind": "answer", "topics": state.last, "sources": content().sources_for(state.sources)}
    if aspect == WHO and state.last:
        answer = content().answer(
            state.last[-1], country=turn.person.country, emergency=turn.emergency, urgent=turn.urgent
        )
        turn.say(answer.contact, buttons=buttons, **about)
    else:
        turn.say_reply(f"unknown_{aspect}", buttons=buttons, **about)
    come_back(turn)


def follow_up(turn: Turn) -> None:
    """ "Tell me more", "in simpler words", "why?" and "says who?" about the latest answer."""
    says_who = turn.step.kind == "says_who"
    if turn.refused is not None and not (says_who and turn.state.last and turn.refused != DOSE_CHANGE):
        _why_refused(turn)
    elif says_who and not turn.state.last:
        turn.say_reply("says_who_nothing", kind="smalltalk")
    elif not turn.state.last:
        turn.say_reply("menu", kind="menu")
    elif says_who:
        _sources(turn)
    else:
        saying = Saying(turn)
        if turn.step.kind in DEPTHS:
            saying.depth(turn.state.last, DEPTHS[turn.step.kind])
        else:
            saying.more(turn.state.last)


def offer(turn: Turn) -> None:
    """The nearest topics as buttons, never a wrong answer."""
    offered = turn.step.values(OFFERED)
    turn.state.misses += 1
    nearly = known(turn.step.values(NEAR))
    if not offered and not nearly:
        _not_understood(turn)
        return
    # Of a topic with a specific question that is near, the question; without topics, questions about one thing.
    near = {question.topic: question.question for question in reversed(nearly)}
    questions = [near.get(topic, content().topic(topic).question) for topic in offered]
    questions = questions or [question.question for question in nearly]
    offered = offered or list(dict.fromkeys(question.topic for question in nearly))
    buttons = [*questions, content().label("something_else")]
    turn.say_reply("did_you_mean", buttons=buttons, kind="did_you_mean", offered=offered)
    come_back(turn)


def not_understood(turn: Turn) -> None:
    """Not understood: an example the first time, the menu and a person after that."""
    if turn.unread:  # a part of a message answers nothing
        turn.say_reply(f"unread_{turn.unread}", kind="fallback", asks=UNREAD)
        turn.state.awaiting = turn.awaited
    elif language := turn.step.values(LANGUAGE):
        # Nothing is planned, counted or answered from what was not understood.
        _english_only(turn, language[0])
        turn.state.awaiting = turn.awaited
    else:
        turn.state.misses += 1
        if quiz_again(turn):
            turn.state.awaiting = turn.awaited
        else:
            _not_understood(turn)


def children(turn: Turn) -> None:
    """A question about a child: the answers are for adults."""
    turn.state.misses = 0
    diet = DIET in turn.step.values(ABOUT) and not turn.state.child_writes
    about = next((one for one in (PART, FIGURE) if one in turn.step.values(ABOUT)), None)
    beside = "children_diet" if diet else f"children_{about}" if about else "children"
    reply = "child_writes" if turn.state.child_writes else beside
    turn.say_reply(reply, kind="refusal")
    if diet:
        # "And for me then?" asks it of the parent, who eats the same.
        turn.state.talked_about([DIETARY])
        turn.state.focus = VEGETARIAN
    come_back(turn)


def refuse(turn: Turn) -> None:
    """What it does not do: change a dose, other illnesses and medicines, anything else."""
    turn.state.misses, turn.state.refused = 0, turn.step.kind
    beside = turn.step.values(NEIGHBOUR)
    reply = f"{OUT_OF_SCOPE}_{beside[0]}" if beside else turn.step.kind
    turn.say_reply(reply, kind=_kind_refused(turn.step.kind))
    come_back(turn)
    if beside:
        # What is asked next may lean on the neighbour that was named.
        turn.state.note(f"beside {beside[0]}")


def _leaning(text: str, topic: str, last: list[str]) -> str:
    """The topic meant by a question that leans on what was just said."""
    if topic == HOW_LONG and last and last[-1] in LAST_THEMSELVES and _BARE_HOW_LONG.match(text):
        return last[-1]
    return topic


def _why_refused(turn: Turn) -> None:
    """After a refusal: why a plan is not changed here, else the refusal once more."""
    refused = turn.state.refused = turn.refused or ""
    why = refused == DOSE_CHANGE and turn.step.kind in ("says_who", "why")
    turn.say_reply("why_refused" if why else refused, kind=_kind_refused(refused))


def _kind_refused(intent: str) -> str:
    return "refusal" if intent == DOSE_CHANGE else "out_of_scope"


def _sources(turn: Turn) -> None:
    topics = turn.state.last
    ids = [source for topic in topics for source in content().answer(topic, country=turn.person.country).sources]
    rests = turn.rests_on(turn.state.sources or ids, topics)
    again = f"sources {' '.join(topics)}"
    named = _of_body(turn.text, [source["title"] for source in rests["sources"]])
    if turn.state.was_said(again) and not named:
        turn.say_reply("same_sources", kind="answer", topics=topics, **rests)
        return
    turn.state.note(again)
    sure = [content().label("how_sure")] if asks_if_sure(turn.text) else []
    titles = [_with_date(one) for one in dict.fromkeys(turn.state.sources or ids)]
    lines = [*sure, *named, content().label("comes_from"), *(f"• {title}" for title in titles)]
    turn.say("\n".join([*lines, turn.review(topics)]), kind="answer", topics=topics, **rests)


def _with_date(source_id: str) -> str:
    """A source with the day on which it was checked, else with its own date."""
    source = content().sources[source_id]
    if source.checked:
        return content().label("source_checked").format(title=source.label, date=full_date(source.checked))
    if source.dated:
        return content().label("source_dated").format(title=source.label, date=source.dated)
    return source.label


def _of_body(text: str, titles: list[str]) -> list[str]:
    """Whether the sources with these `titles` are those of a body that a text names; [] where it names none."""
    if (body := body_named(text)) is None:
        return []
    if is_from(body, titles):
        return [content().label("from_body").replace("{body}", body)]
    where = mostly_from(titles)
    label = content().label("not_from_body" if where else "not_from_body_but_others")
    return [label.replace("{body}", body).replace("{where}", where)]


def come_back(turn: Turn, *, buttons: Iterable[str] = (), answered: bool = True) -> None:
    """After a question in between: what the plan still waits for; `answered`: whether something was.

    What is missing comes back once. Whether a plan that was read back is right comes back each time, so that nobody
    keeps it by a "yes" to something else.
    """
    if turn.awaited == ADULT and turn.state.held is not None:
        asks_adult(turn)
        return
    if any(step.kind == NO_DATES for step in turn.decided.steps):
        return
    question = dialogue.comes_back(turn.state.plan, turn.text, plan_wording())
    if question is None or turn.state.child_writes:
        return
    untold = dialogue.untold(turn.state.plan)
    once = (answered or untold) and not dialogue.awaits_yes(turn.state.plan)
    again = once and not turn.state.says(CAME_BACK)
    if again and not answered and turn.state.says(WAY_ROUND):
        # Not understood a second time: whoever does not know it is told who does.
        ways = dialogue.ways_back(turn.state.plan, turn.text, plan_wording())[-1:]
        if ways:
            turn.say(ways[0], buttons=buttons, asks=dialogue.asks(turn.state.plan))
            return
    if turn.state.no_dates or again:
        # Who asked something else twice wants no date now. What was told of a plan waits for them without a word.
        if turn.state.no_dates or untold:
            turn.state.plan = dialogue.let_go(turn.state.plan)
        return
    ways = dialogue.ways_back(turn.state.plan, turn.text, plan_wording())
    turn.say(turn.state.says_anew(ways) or question, buttons=buttons, asks=dialogue.asks(turn.state.plan))


def asks_adult(turn: Turn) -> None:
    """Whether the person named last is an adult: what was told of their plan waits for it."""
    words = plan_wording()
    turn.say(
        words("ask_adult", who=said_back(turn.state.word_for(turn.state.other or ""))),
        buttons=[words("button_yes"), words("button_no")],
        kind="ask",
    )
    turn.state.awaiting = ADULT


def _english_only(turn: Turn, language: str) -> None:
    if language == ASKED_ABOUT:
        turn.say_reply("speaks_english", kind="fallback")
        return
    line = cards().english_only(language, turn.text, turn.person.country)
    if line is None:
        turn.say_reply("english_only", kind="fallback")
    else:
        turn.say(line, kind="fallback")


def _not_understood(turn: Turn) -> None:
    """Where the plan waits for an answer, that question alone is put again the first time, with its answers."""
    first, awaited = turn.state.misses <= 1, turn.plan_awaits
    turn.say_reply(("fallback_plan" if awaited else "fallback_first") if first else "fallback_second", kind="fallback")
    buttons = dialogue.open_buttons(turn.state.plan, turn.person.today, plan_wording())
    come_back(turn, buttons=buttons, answered=False)
