"""A row of the table: what a message says to a plan, heard by the encoder and taken in plain words.

Whatever way it is said, the plan is told of it as its grammar reads it without doubt (`plan/talk/plainly.py`). What was
not surely heard is left to the rows behind this one, which read the person's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from b12guide.conversation import plans
from b12guide.conversation.data_beside import data_beside
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, DENY, HEADED, REFUSALS, THANKS, WHOSE, WORDS
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.same_plan import after_yes
from b12guide.conversation.soft_questions import MAY_MOVE_PLAN, NOT_TAKEN
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, Whose, speaks_of_them, whose
from b12guide.plan import dialogue
from b12guide.plan.dialogue import Plainly
from b12guide.plan.reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from b12guide.shared import content, plan_wording
from b12guide.understanding.acts import (
    ASK_TOPIC,
    NEAR,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    QUESTION,
    REQUEST,
    TOPIC,
    UNSURE,
    Act,
)
from b12guide.understanding.intent_model import same_request
from b12guide.understanding.talk import Span, Talk

# What brings a plan where none is known; everything else is said of one that is.
TELLS = ("tells_plan", "tells_dose", "tells_first", "tells_booked")
# What begins the talk of a plan, where none is known.
BEGINS = ("ask_next",)
SURE = 0.5
# How surely all of a message is heard that is taken so, and not as its words are read.
FIRST, ENOUGH = 0.6, 0.45
# How surely all of a message is heard that is taken so beside a reading of its own words.
SURELY_HEARD = 0.90
# How surely a day is heard that is told with its month.
SURE_DAY = 0.75
# How surely a day that the clinic set is heard that begins a plan, and of what it is.
SURE_BOOKED = 0.8
# A story says more than the day: "booked for the 9th, but I may give it a miss".
LONGEST_BOOKED = 16
_INJECTION = re.compile(r"\b(?:b-?12|injections?|jabs?|jags?|shots?|needles?|hydroxo\w*)\b", re.I)
_CHANGED = re.compile(
    r"\b(?:changed|moved|put|switched|upped|reduced|shortened|extended|cut|gone|going|went)"
    r" (?:\w+ ){0,4}?(?:to|onto|on|down to|up to)"
    r" (?:every|each|once|\d)",
    re.I,
)
# How surely all of a message is heard that begins a plan.
BEGUN = 0.55
# A topic that is so surely asked about is no wish for dates, unless that is surer still.
SURELY_ASKED, SURELY_WISHED = 0.80, 0.90
# Questions about treatment in general, which sound like those about one's own dates.
OF_TREATMENT = ("ask_gap", "ask_wish", "ask_two", "ask_late", "ask_early", "ask_shut", "ask_if")
# What was heard as another subject may be said of a plan that is known: "they're squeezing me in".
_OPEN_TO_PLAN = MAY_MOVE_PLAN | {OUT_OF_SCOPE}
# What a message about a plan may be understood as.
_PLANS = frozenset({PLAN, AFFIRM, DENY})
# What is asked of a clinic about a plan; of none that is known it is asked in general.
_OF_CLINIC = frozenset({"ask_words", "ask_call"})
# Parts that say nothing to a plan.
_ASIDE = frozenset({"who", "other", "not"})
# Facts of the injections that say no date.
_UNDATED = ("tells_home", "tells_stage", "tells_product")
# Where what is said of somebody else begins.
_BREAK = re.compile(r"[.,;:!?\n]\s*|\s(?:and|but|while|whereas)\s", re.I)
# What names a date or an injection of one's own.
_DATE = re.compile(
    r"\b(?:next|due|dates?|calendar|ones?|mine|b-?12|injections?|jabs?|jags?|shots?|needles?|doses?)\b", re.I
)
_DAY_NAMED = re.compile(
    rf"\b(?:\d{{1,2}}(?:{NTH_END})?(?: of)? (?:{MONTHS})|(?:{MONTHS}) \d|{WEEKDAY_WORDS}|\d{{1,2}}{NTH_END})\b", re.I
)
# What tells of more than a day to come.
_OFTEN = re.compile(r"\b(?:every|each|weekly|monthly|fortnightly|last|had|got|given)\b", re.I)
# Answers to what was asked last, which is one person's.
_ANSWERS = frozenset(
    {"yes", "no", "soft_yes", "unsure", "either", "wrong", "corrects", "all_given", "not_all", "no_date"}
)
_YES = frozenset({"yes", "soft_yes"})
_ASKS_IF = re.compile(r"\b(?:what|how)\b[^.;!?]*\b(?:if|when|should)\b|\bwhat if\b", re.I)
_DENIES = re.compile(r"\W*(?:no+|nope|nah)\b(?! (?:that'?s|thats|its|it'?s) (?:right|fine|ok|correct))", re.I)


@dataclass(frozen=True)
class _Share:
    """What is said of one person, and in which words of the message."""

    about: Whose
    text: str
    talk: Talk


# What is asked of a plan that it says where it is read back.
_OF_DATES = ("list", "next", "whole")
# What a message tells of doses of the plan by its own words.
_NEVER_ELSE = frozenset({"denied", "interval_from", "moved_dose", "moved_had", "called_off", "google_help", "feast"})


def each_in_plain_words(asked: Asked) -> Taken:
    """What the message says to the plans of several people, where all of them are known."""
    shares = list(_shares(asked, asked.said.talk))
    told = all(dialogue.is_told(asked.state.plans.get(share.about.person)) for share in shares)
    return in_plain_words(asked) if len(shares) > 1 and told else None


def in_plain_words(asked: Asked) -> Taken:
    """What the message says to the plan of each person, where all of it was surely heard."""
    talk, state = asked.said.talk, asked.state
    if not talk.text or state.awaiting not in (None, PLAN) or asked.kind not in _OPEN_TO_PLAN:
        return None
    if talk.share("child", "sign") >= SURE or same_request(asked.said.text, content().lists.words["button"]):
        return None
    if asked.kind in REFUSALS - {OUT_OF_SCOPE} or (asked.said.act.confidence == 1 and asked.kind not in _PLANS):
        # What is refused, and what stands word for word among the phrases of something else.
        return None
    if _rather_asked(asked, talk) or _asks_on_last(asked) or plans.turns_to_somebody(asked):
        return None
    steps: list[Step] = []
    shares = list(_shares(asked, talk))
    # "Dad's test is on the 1st", between what is told of oneself; but "dad has it too. His nurse comes monthly".
    aside = [share for share in shares if len(shares) > 1 and _says_nothing(share.talk)]
    if aside and not any(speaks_of_them(share.text) for share in shares if share not in aside):
        shares = [share for share in shares if share not in aside]
    for share in shares:
        taken = _taken(asked, share, alone=len(shares) == 1)
        if not taken:
            return None
        # Of several it is said whose each is.
        heading = () if len(shares) == 1 else ((HEADED, "yes"),)
        steps += [replace(step, details=(*step.details, *heading)) if step.kind == PLAN else step for step in taken]
    asks = talk.share("question") >= SURE
    beside = plans.question_beside(asked, ()) if asks else None
    if asks and beside is None and (asked.said.asks or asked.kind == ASK_TOPIC):
        # What is asked beside it would have no answer.
        return None
    return (*steps, beside) if beside is not None else tuple(steps)


def aside(asked: Asked) -> Taken:
    """Thanks in any words, and a remark on the dates that were shown, where nothing else was heard."""
    talk, person = asked.said.talk, asked.about.person
    if asked.kind not in NOT_TAKEN or any(share >= SURE for act, share in talk.acts if _is_plans(act)):
        return None
    if talk.share("remark") >= SURE and dialogue.is_told(asked.state.plans.get(person)):
        return (Step(PLAN, ((REQUEST, dialogue.REMARK), (WHOSE, person), (WORDS, ""))),)
    # "Thank you, but it was the sherry I was asking about?" asks.
    return (Step(THANKS),) if talk.share("thanks") >= SURE and "?" not in asked.said.text else None


def _taken(asked: Asked, share: _Share, *, alone: bool) -> Taken:
    kept, talk = asked.state.plans.get(share.about.person), share.talk
    if not dialogue.is_told(kept) and asked.state.awaiting != PLAN and not _begins(asked, talk):
        return None
    if not dialogue.is_told(kept) and _only_of_clinic(talk):
        return None
    plain = dialogue.plainly(kept, talk.text, talk.spans, dict(talk.acts), asked.who)
    if plain is not None and plain.misses and _ASKS_IF.search(talk.text) and not talk.of("missed"):
        # "What do I do if I can't make it?" tells of none that was missed.
        return None
    if plain is not None and _DENIES.match(share.text):
        # What was denied is no yes, whatever was heard of the rest.
        agrees = any(move.kind == "yes" for move in dialogue.moves(kept, plain.words, who=asked.who))
        plain = None if agrees else plain
    if (
        plain is not None
        and dialogue.stands_alone(kept)
        and _DAY_NAMED.search(share.text)
        and not _OFTEN.search(share.text)
    ):
        # Beside it another day is taken by its own words alone: "they have a gap on the 21st" sets none.
        plain = plain if dialogue.moves(kept, share.text, who=asked.who) else None
    whole = asked.kind in (UNSURE, NOT_UNDERSTOOD) and talk.share("tells_plan") >= SURELY_HEARD <= talk.share(
        "tells_dose"
    )
    sure = asked.kind == PLAN or asked.state.awaiting == PLAN or whole
    sure = sure or _tells_booked(asked, talk) or _tells_changed(talk)
    begun = BEGUN if sure else SURELY_HEARD
    least = 0.0 if dialogue.is_told(kept) else begun
    least = SURELY_HEARD if asked.kind == OUT_OF_SCOPE else least
    if plain is None or plain.share < least or (alone and _read_in_own_words(asked, kept, plain)):
        return None
    act = Act(PLAN, 1.0, ((REQUEST, plain.request),) if plain.request else ())
    said = replace(asked.said, text=plain.words, act=act, parts=(), asks="")
    steps = plans.about_plan(replace(asked, said=said, written=share.text))
    if not steps or steps[0].kind != PLAN:
        return steps if steps and not alone else None
    return tuple(_with_words(step, plain.words) for step in steps)


def _begins(asked: Asked, talk: Talk) -> bool:
    """Whether a message that nothing was asked before brings a plan: a story that may be about a topic brings none by
    a day alone."""
    tells = TELLS[:1] if asked.kind in (ASK_TOPIC, UNSURE) else TELLS
    told = any(span.tag not in _ASIDE for span in talk.spans)
    begins = talk.share(*BEGINS) >= SURE or _tells_booked(asked, talk)
    return (told and talk.share(*tells) >= SURE) or begins


def _tells_changed(talk: Talk) -> bool:
    """Whether a message tells how often it is from now on: "changed my B12 to every 6 weeks instead of every 8"."""
    gap = any(span.tag == "every" and span.share >= SURELY_HEARD for span in talk.spans)
    return gap and talk.share("question") < SURE and _CHANGED.search(talk.text) is not None


def _tells_booked(asked: Asked, talk: Talk) -> bool:
    """Whether a message that was heard as nothing else surely tells the day of an injection that the clinic set."""
    surely = talk.share("tells_booked") >= SURE_BOOKED and talk.share("question") < SURE
    days = any(span.tag == "booked" and span.share >= SURE_BOOKED for span in talk.spans)
    short = len(talk.text.split()) <= LONGEST_BOOKED
    return short and asked.kind in NOT_TAKEN and surely and days and _INJECTION.search(talk.text) is not None


def _only_of_clinic(talk: Talk) -> bool:
    """Whether all that is surely heard is a question for those who treat: "whom do I tell", "what do we ask him"."""
    said = {act for act, share in talk.acts if share >= SURE and _is_plans(act)}
    return bool(said) and said <= _OF_CLINIC


def _shares(asked: Asked, talk: Talk) -> Iterator[_Share]:
    """What is said of each person whose dates the message is about, in its order."""
    state = asked.state
    behind = after_yes(asked, talk.text)
    cuts = _of_others(asked, talk.text, sorted({0, *_cuts(talk), *([behind] if behind is not None else [])}))
    current, last = state.whose, state.other
    for place, (start, end) in enumerate(pairwise(cuts)):
        if len(cuts) == 2:
            yield _Share(asked.about, asked.said.text, talk)
            return
        part = talk.within(start, end)
        about = whose(part.text, current=current, known=state.known, last=last, child=state.of_child)
        # Behind a yes, what is wrong or put right is of the next.
        first = _YES if behind is not None else _ANSWERS
        acts = tuple((act, share) for act, share in talk.acts if _is_of(act, part.spans, place, len(cuts) - 2, first))
        yield _Share(about, part.text, replace(part, acts=acts))
        current = about.person
        last = _other(about, last)


def _says_nothing(talk: Talk) -> bool:
    """Whether nothing that is of a plan was heard in a piece of a message."""
    return all(span.tag in _ASIDE for span in talk.spans) and not any(
        share >= SURE and _is_plans(act) for act, share in talk.acts
    )


def _other(about: Whose, last: str | None) -> str | None:
    """Who was named last beside the writer, behind words about somebody."""
    return about.person if about.named and about.person != ME else last


def _of_others(asked: Asked, text: str, cuts: list[int]) -> list[int]:
    """Of the places where a text may be cut those where somebody else's words begin, and its end: "his is monthly, he
    had it" is of one."""
    state = asked.state
    current, last = state.whose, state.other
    left = []
    for start, end in pairwise([*cuts, len(text)]):
        about = whose(text[start:end], current=current, known=state.known, last=last, child=state.of_child)
        if not start or about.person != current:
            left.append(start)
        current, last = about.person, _other(about, last)
    return [*left, len(text)]


def _cuts(talk: Talk) -> Iterator[int]:
    """Where in a message the words begin that are of another person than those before."""
    before: Span | None = None
    said = [span for span in talk.spans if span.tag != "other"]
    for place, span in enumerate(said):
        if span.tag != "who":
            continue
        told = any(one.tag != "who" for one in said[:place])
        other = before is not None and talk.words(before).lower() != talk.words(span).lower()
        if told and (other or before is None):
            floor = max(one.end for one in said[:place])
            breaks = [cut.end() for cut in _BREAK.finditer(talk.text, max(floor - 1, 0), span.start)]
            if breaks:
                yield breaks[0]
        before = span


def _is_of(act: str, spans: tuple[Span, ...], place: int, last: int, first: frozenset[str]) -> bool:
    """Whether an act of the message is of one share of it: an answer is of the first, a wish of the last."""
    tags = {span.tag for span in spans}
    of_parts = {
        "tells_plan": {"every", "course"}, "tells_dose": {"last", "nth"}, "tells_first": {"first"},
        "tells_booked": {"booked"}, "tells_missed": {"missed"}, "tells_count": {"done", "left", "course"},
    }  # fmt: skip
    if act in of_parts:
        return bool(tags & of_parts[act])
    return place == (0 if act in first else last)


def _read_in_own_words(asked: Asked, kept: dict[str, Any] | None, plain: Plainly) -> bool:
    """Whether the person's own words are read, and not what was surely heard of them."""
    text, who = asked.said.text, asked.who
    words, moves = plan_words(kept, text, who, asked.state.plans)
    kinds = {move.kind for move in moves}
    if any(move.name in _NEVER_ELSE for move in moves) or data_beside(asked, kept, moves) is not None:
        # That a dose which is noted was not given, or that one to come is moved, is never heard as something else.
        return True
    if asked.said.talk.share("ask_if") >= SURELY_HEARD and any(move.name == "given" for move in moves):
        # "Suppose mum had it today": nothing was had.
        return False
    if kinds == {"yes"} and dialogue.awaits_yes(kept) and "yes" not in plain.words:
        # "Ok save it" to what was read back is a yes.
        return not plain.tells or plain.share < SURE_DAY
    if not plain.tells and _asks_more(asked, plain, moves):
        return False
    if not plain.tells and "request" in kinds and kinds <= {"yes", "request"}:
        # What is asked of a plan says more in words that the talk reads as they stand.
        return True
    own = _outcome(kept, plans.about_plan(asked), words, moves, who)
    if own is None:
        return False
    if (own.state or {}).get("about") == "product" and not _only_beside(asked, kept):
        # What is no injection is asked about, however surely a plan was heard.
        return True
    step = Step(PLAN, ((REQUEST, plain.request),) if plain.request else ())
    heard = _outcome(kept, (step,), plain.words, dialogue.moves(kept, plain.words, who=who), who)
    if heard is None or _loses(heard, own, plain):
        return True
    if own.kind == PLAN and dialogue.asks_something(kept) and "answer" in kinds:
        # What was asked is answered by the words as they stand.
        return True
    if len(_given(heard)) > len(_given(own)) and plain.share >= BEGUN:
        # One that was heard to be given was, whatever the words were read as.
        return False
    if own.kind == PLAN != heard.kind and not _denied_day(asked, own):
        # The words leave nothing to ask.
        return True
    # Where the words ask on, less is enough.
    return plain.share < (ENOUGH if heard.kind == PLAN != own.kind else FIRST)


def _loses(heard: dialogue.Outcome, own: dialogue.Outcome, plain: Plainly) -> bool:
    """Whether something of the plan is known by the person's own words, and not by what was heard."""
    less = len(_given(heard)) < len(_given(own)) and not plain.misses
    return less or len(_phases(heard)) < len(_phases(own))


def _asks_more(asked: Asked, plain: Plainly, moves: tuple[dialogue.Move, ...]) -> bool:
    """Whether what was surely heard is asked beside a yes of one's own words, or is what the message sounds like, where
    those ask for the next date alone: "spot on. chuck it on my phone", "then when"."""
    names = {move.name or move.kind for move in moves}
    beside = names == {"yes"} and plain.words.startswith("yes. ") and plain.share >= BEGUN
    sounds = plain.request in asked.said.act.values(REQUEST) and plain.request not in ("", *_OF_DATES)
    return beside or (names == {"next"} and sounds and plain.share >= SURELY_HEARD)


def _only_beside(asked: Asked, kept: dict[str, Any] | None) -> bool:
    """Whether what is no injection only stands beside what is told of a plan of injections: "ten days is for my calcium
    tablet"."""
    return dialogue.is_told(kept) and asked.said.talk.share("tells_product") < SURE


def _denied_day(asked: Asked, own: dialogue.Outcome) -> bool:
    """Whether a reading counts from a day that was heard to be denied: "not friday the 22nd, it was today"."""
    talk = asked.said.talk
    counted = ((own.state or {}).get("anchor") or {}).get("date")
    for span in talk.of("not"):
        behind = next((one for one in talk.of("last") if one.start == span.end + 1), None)
        day = dialogue.day_told(talk.text[span.start : behind.end if behind else span.end], asked.who)
        if day is not None and day.isoformat() == counted:
            return True
    return False


def _phases(outcome: dialogue.Outcome) -> list[Any]:
    """The parts of the plan that an outcome leaves."""
    return list((outcome.state or {}).get("phases") or ())


def _given(outcome: dialogue.Outcome) -> list[Any]:
    """The injections that are known to be given after an outcome."""
    return list((outcome.state or {}).get("given") or ())


def _outcome(
    kept: dict[str, Any] | None, steps: Taken, words: str, moves: tuple[dialogue.Move, ...], who: dialogue.Who
) -> dialogue.Outcome | None:
    """What the first of `steps` comes to, where it is one of the plan."""
    if not steps or steps[0].kind != PLAN:
        return None
    request = next(iter(steps[0].values(REQUEST)), None)
    words = next(iter(steps[0].values(WORDS)), words)
    return dialogue.turn(kept, words, request=request, moves=moves, who=who, wording=plan_wording(), new_key=str)


def _rather_asked(asked: Asked, talk: Talk) -> bool:
    """Whether a topic is asked about, and no date of one's own."""
    act = asked.said.act
    surely = act.kind == ASK_TOPIC and act.confidence >= SURELY_ASKED
    aside = {*OF_TREATMENT, *_UNDATED}
    of_dates = any(share >= SURELY_WISHED for name, share in talk.acts if name not in aside and _is_plans(name))
    return surely and not of_dates


def _asks_on_last(asked: Asked) -> bool:
    """Whether a message asks one of the questions of what was just answered, where no plan is known and no date named:
    "and when I'm feeding her myself?"."""
    act, state = asked.said.act, asked.state
    known = state.awaiting == PLAN or any(map(dialogue.is_told, state.plans.values()))
    if known or act.kind != ASK_TOPIC or state.question is None or _DATE.search(asked.said.text):
        return False
    of_last = [*act.values(QUESTION), *act.values(NEAR)[:1]]
    return bool(of_last) and set(act.values(TOPIC)) <= set(state.last)


def _is_plans(act: str) -> bool:
    return act.startswith(("ask_", "tells_")) or act in _ANSWERS


def _with_words(step: Step, words: str) -> Step:
    if step.kind != PLAN or step.values(WORDS):
        return step
    return replace(step, details=(*step.details, (WORDS, words)))
