"""What follows a care card, which went out before any of this ran."""

from __future__ import annotations

import re
from typing import Any

from actions import appointment, diary
from actions.turn import Turn
from b12guide.conversation.advice_told import names_none
from b12guide.conversation.confusing_things import THING
from b12guide.conversation.help_under_way import UNDER_WAY
from b12guide.conversation.kinds import (
    ABOUT,
    AGAIN,
    ANOTHER,
    CARD,
    DAY,
    EMERGENCY,
    HEARD,
    HELD,
    HELP_ASKED,
    KNOWN,
    PUT_RIGHT,
    SAYS,
    SEEN,
    SIGNS,
    STANDS,
    URGENT,
    WARNING_STANDS,
)
from b12guide.conversation.own_beside_other import FOR_OTHER, FOR_OTHER_COMING
from b12guide.conversation.plans import CHILD_CARD, DOSE_CARD
from b12guide.conversation.state import ADVICE, NEW_OR_WORSE, Warned
from b12guide.conversation.told_since import tells_change, tells_of_sign
from b12guide.conversation.urgent_stands import LINE_IS_ON
from b12guide.conversation.warnings import ALLERGY_CARD, CRISIS_CARDS, may_be_only_asked, only_like_crisis
from b12guide.conversation.way_of_speaking import SPOKEN
from b12guide.conversation.whose import ME, named_in, whose_reaction
from b12guide.plan import dialogue
from b12guide.rasa.decided import EMERGENCY_PREFIX, STILL
from b12guide.shared import cards, content, plan_wording, replies, standing
from b12guide.topics import TOPICS
from b12guide.understanding.acts import QUESTION
from b12guide.understanding.clauses import asks, questions_of
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import GENERAL_CARD

# The turn of an emergency from which on buttons say how it ends.
BUTTONS_FROM = 3
# The sentence of `standing.yml` on alarms that a phone has already.
ALARMS = "alarms"
# On so many days it is asked whether advice was had; then it is let go.
_ASKED_AT_MOST = 2
# What tells that it has come to nothing; and beside which their own words are said, to be read out.
_COMES_NOT = frozenset({"not_rung_yet", "not_going", "unreachable", "wait", "whom_to_see", "sleep_it_off"})
_READ_OUT = frozenset({*UNDER_WAY, "not_rung_yet", "what_to_say"})
WORSE = "{worse}"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
ABOUT_THE_WARNING = frozenset({URGENT, WARNING_STANDS, HELP_ASKED})


def after_warning(turn: Turn, events: list[dict[str, Any]]) -> None:
    """Pauses the plan after a reaction, keeps the unanswered question of an urgent turn, and shows how an emergency
    that was repeated ends. `events` are those of the conversation."""
    concerned = whose_reaction(turn.text, turn.verdict.person, turn.state.plans)
    told_of_reaction = turn.decided.kind == URGENT and ALLERGY_CARD in turn.decided.steps[0].values(CARD)
    if turn.verdict.pauses_plan or told_of_reaction:
        _hold(turn, concerned, may_be_corrected=turn.decided.kind == EMERGENCY)
        appointment.keep_reaction(turn, concerned)
    if turn.decided.kind == URGENT:
        verdict = turn.verdict
        chosen = turn.decided.steps[0].values(CARD)
        cards_given = chosen if names_none(verdict) else list(verdict.cards) or chosen
        turn.state.warned = Warned(
            cards_given,
            list(verdict.heard),
            list(verdict.signs),
            turn.person.today.isoformat(),
            after_injection=verdict.after_injection,
            whose=concerned,
            known=replies().clinician_knows(turn.text),
        ).and_before(turn.state.warned)
        if DOSE_CARD in cards_given:
            _keep_beside_wrong_dose(turn, concerned)
        # Only where it rests on likeness may it turn out to be none, and what was asked be answered.
        turn.state.asked_under = _questions(turn.text) if names_none(verdict) else ""
        # Beside a child who swallowed something nothing of one's own treatment is offered.
        of_child = CHILD_CARD in cards_given
        offered = [] if of_child else [name for name in turn.ranking if name in TOPICS][:1]
        buttons = [content().label("what_will_they_ask"), *(content().topic(t).question for t in offered)]
        kept = diary.keep_beside_card(turn)
        turn.say(content().diary(kept) if kept else "", buttons=buttons, kind="urgent", offered=offered)
        return
    before = turn.state.asked_under if turn.decided.kind == STANDS else ""
    turn.state.asked_under = " ".join(filter(asks, sentences(turn.text))) or before
    # An emergency stands alone: the note is kept, and nothing is said of it.
    diary.keep_beside_card(turn)
    if turn.state.country is not None and turn.decided.kind == EMERGENCY:
        # The card is that of the country where they are.
        turn.say("", kind="emergency")
    if turn.decided.kind == STANDS:
        turns, standing = _stood(events)
        asked = [content().label("only_asking")] if standing and may_be_only_asked(standing) else []
        buttons = [content().label("help_is_with_me"), *asked] if standing and turns >= BUTTONS_FROM else []
        # The card was the first of the turns.
        again: dict[str, Any] = {AGAIN: max(0, turns - 2), SAYS: _fits(turn)}
        turn.say(_beside(turn), buttons=buttons, kind="emergency", **again)


def _keep_beside_wrong_dose(turn: Turn, people: list[str]) -> None:
    """What was told of the plan beside an injection too many is kept, and nothing is counted from that one."""
    for person in people:
        if (
            turn.state.child_writes
            or person in turn.state.children
            or (person != ME and person not in turn.state.plans)
        ):
            continue
        before, who = turn.state.plans.get(person), turn.who
        if people == [turn.state.whose] and not named_in(turn.text):
            before = dialogue.noted(before, turn.text, who=who, wording=plan_wording())
        plan = dialogue.extra_told(before, turn.text, who)
        if plan is not None:
            turn.state.plans[person] = plan


def _fits(turn: Turn) -> str:
    """What is said to what was asked while an emergency stands, with the action; nothing where nothing fits."""
    words, kinds = standing(), turn.step.values(ABOUT)
    if not kinds:
        return ""
    found = [words.another if kind == ANOTHER else words.says(kind, emergency=True) for kind in kinds]
    # Whatever is asked, the call is said first.
    first = [] if words.whole(kinds[0]) else [words.then]
    said = [turn.state.says_next(wordings) for wordings in [*first, *found]]
    if heard := words.about(turn.step.values(HEARD)):
        # What follows fills in numbers where braces stand.
        said.append(heard.replace("{", "(").replace("}", ")"))
    return " ".join(filter(None, said))


def _beside(turn: Turn) -> str:
    """What stands beneath the action that is said again: whom to talk to, where a message only sounds like a wish to
    die."""
    if not only_like_crisis(turn.verdict):
        return ""
    return cards().filled(standing().sentences["crisis_beside"], turn.person.country)


def _stood(events: list[dict[str, Any]]) -> tuple[int, str | None]:
    """The turns of the emergency that stands, with that of its card, and the card; None where there is none."""
    turns, standing = 0, None
    for event in events:
        name = str(event.get("name") or "")
        if event.get("event") == "user":
            turns += 1
        elif event.get("event") == "action" and name.startswith(EMERGENCY_PREFIX) and not name.startswith(STILL):
            turns, standing = 1, name.removeprefix(EMERGENCY_PREFIX)
    return turns if standing else 0, standing


def warning_stands(turn: Turn) -> None:
    """The action of an urgent warning once more, after a sentence that fits what was said."""
    if chosen := turn.step.values(CARD):
        _answered_before_card(turn, chosen)
        return
    warned = turn.state.warned
    if warned is not None:
        words = standing()
        warned.spoken = turn.person.today.isoformat()
        kinds = turn.step.values(ABOUT)
        if kinds and kinds[0] in (FOR_OTHER, FOR_OTHER_COMING):
            warned.reminded, warned.coming = True, kinds[0] == FOR_OTHER_COMING
            name = "reminder_child" if CHILD_CARD in warned.cards and not warned.coming else kinds[0]
            turn.say(cards().filled(words.sentences[name], turn.person.country), level="urgent")
            return
        told_now, more = not UNDER_WAY.isdisjoint(kinds), tells_of_sign(turn.text)
        warned.coming = told_now or (warned.coming and _COMES_NOT.isdisjoint(kinds) and not more)
        # They know of what was told before they were called, and not of what is new or worse.
        action = words.known if warned.coming and not more else words.again
        whole = any(words.whole(kind) for kind in kinds) and not (told_now and tells_change(turn.text))
        says = [turn.state.says_next(words.says(kind)) for kind in kinds]
        if len(says) > 1 and WORSE in says[-1]:
            # What would make it an emergency is said once, at the end.
            says = [one.replace(WORSE, "").strip() for one in says[:-1]] + says[-1:]
        card = cards().urgent_again(
            " ".join(says),
            "" if whole else turn.state.says_next(action),
            warned.cards,
            country=turn.person.country,
            after_injection=warned.after_injection,
        )
        calls = [{"label": call.label, "tel": call.tel} for call in card.calls]
        heard = words.about(warned.heard) if not _READ_OUT.isdisjoint(kinds) else ""
        text = f"{card.text} {heard}".strip()
        # What was heard once more has no card of its own.
        mark: dict[str, Any] = {PUT_RIGHT: True} if turn.verdict.warns else {}
        turn.say(text, kind="urgent", level="urgent", signs=warned.signs, heard=warned.heard, calls=calls, **mark)
        if diary.keep_heard(turn):
            turn.say(content().diary("note_beside_card"))


def _answered_before_card(turn: Turn, chosen: list[str]) -> None:
    """What is asked with no sign told, and then the whole card: nothing of the warning is left out, and it stands."""
    verdict, person = turn.verdict, turn.person
    card = cards().urgent_card(chosen, country=person.country)
    (question,) = (content().questions[one] for one in turn.step.values(QUESTION))
    said = question.carer if verdict.person != "self" and question.carer else question.answer
    turn.state.note(f"question {question.id}")
    turn.state.warned = Warned(chosen, list(verdict.heard), list(verdict.signs), person.today.isoformat())
    # Whom to call stands in the card itself.
    answer = " ".join(one for one in _SENTENCE_END.split(said) if "{emergency}" not in one)
    calls = [{"label": call.label, "tel": call.tel} for call in card.calls]
    mark: dict[str, Any] = {PUT_RIGHT: True, "heard": list(verdict.heard), "calls": calls}
    heard = standing().about(verdict.heard)
    turn.say("\n".join(filter(None, [answer, card.text, heard])), kind="urgent", level="urgent", **mark)


def advised(turn: Turn) -> None:
    """A clinician has spoken: the warning is over for the bot. While the poison line is on the phone it is not: what
    is said of the child until they have said what to do has them called again."""
    on_line, warned = turn.step.values(ABOUT) == [LINE_IS_ON], turn.state.warned
    if on_line and warned is not None:
        warned.coming = True
    else:
        turn.state.warned = None
    # Its sign may be named once more.
    mark: dict[str, Any] = {PUT_RIGHT: True}
    name = "with_poison_line" if on_line else "advised"
    turn.say(cards().filled(standing().sentences[name], turn.person.country), kind="smalltalk", **mark)


def lowered(turn: Turn) -> None:
    """Old and unchanged: the warning is over, and the clinic may still want to know."""
    turn.state.warned = None
    known = "lowered_known" if turn.step.values(KNOWN) else "lowered"
    turn.say(standing().sentences[known], kind="answer", level="routine")


def not_meant(turn: Turn) -> None:
    """What was warned of was meant otherwise: the warning is over, and what else was said follows. A thing that
    confuses ends none."""
    if turn.step.values(ABOUT) == [THING]:
        thing: dict[str, Any] = {PUT_RIGHT: True}
        turn.say(standing().sentences["not_meant_thing"], **thing)
        return
    turn.state.warned = None
    mark: dict[str, Any] = {PUT_RIGHT: True}
    alone = len(turn.decided.steps) == 1
    kind: dict[str, Any] = {"kind": "smalltalk"} if alone else {}
    if turn.step.values(ABOUT) == [SPOKEN]:
        turn.state.asked_under = turn.state.sounded = ""
        turn.say_reply("way_of_speaking" if alone else "way_of_speaking_and_asked", **kind, **mark)
        return
    turn.say(standing().sentences["not_meant"], **kind, **mark)


def _questions(text: str) -> str:
    """What a message asks, without what its sentences tell before that."""
    return " ".join(f"{one.rstrip(' ?.!')}?" for one in questions_of(sentences(text)))


def tell_of_alarms(turn: Turn) -> None:
    """Once, while a plan with dates is on hold: nothing of ours can take back the alarms of a phone."""
    plan = turn.state.plan
    if plan is not None and plan.get("phases") and dialogue.on_hold(plan) and turn.state.says(ALARMS):
        turn.say(standing().sentences[ALARMS])


def remind(turn: Turn) -> None:
    """Beside an answer to something else: one line on the warning that stands; later, whether advice was had."""
    warned = turn.state.warned
    if warned is None:
        return
    words = standing()
    warned.turns += 1
    warned.known = warned.known or replies().clinician_knows(turn.text)
    if turn.decided.kind in ABOUT_THE_WARNING:
        return
    turn.state.asked_under = ""
    today = turn.person.today.isoformat()
    later = today > (warned.spoken or warned.day)
    if later and warned.asked < (_ASKED_AT_MOST if warned.emergency is None else 1):
        warned.asked, warned.spoken = warned.asked + 1, today
        buttons = [content().label("advice_had"), content().label("advice_not_yet")]
        turn.say(f"{words.about(warned.heard[:1])} {words.sentences['next_day']}".strip(), buttons=buttons)
        turn.state.awaiting = ADVICE if turn.plan_awaits is None else None
    elif later and warned.emergency is None:
        # Nobody answered: what is asked about again is a sign that is told again. Dates still say to ask first.
        turn.state.warned = warned if cards().asks_first(warned.cards) else None
    elif not (warned.reminded or warned.coming) and (warned.emergency is not None or today == warned.day):
        warned.reminded = True
        if (warned.emergency or "").startswith(CRISIS_CARDS):
            turn.say(cards().still_card(warned.emergency, country=turn.person.country).text)
            return
        name = "reminder_child" if CHILD_CARD in warned.cards else "reminder"
        name = name if warned.emergency is None else "reminder_emergency"
        said = cards().filled(words.sentences[name], turn.person.country)
        turn.say(f"{words.about(warned.heard[:1])} {said}".strip())


def new_or_worse(turn: Turn) -> None:
    """Asks whether something is new or worse, where a message only sounds urgent."""
    turn.say_reply("new_or_worse", kind="ask")
    turn.state.awaiting = NEW_OR_WORSE
    turn.state.sounded, turn.state.asked_under = turn.text, _questions(turn.text)


def nothing_new(turn: Turn) -> None:
    """Nothing is new or worse: the conversation goes on."""
    turn.say_reply("nothing_new", kind="smalltalk")
    turn.state.asked_under = turn.state.sounded = ""


def corrected(turn: Turn) -> None:
    """The emergency was none: years ago, on a screen, only asked. What else was asked follows in a step of its own."""
    _hold_no_more(turn)
    turn.state.asked_under = ""
    mark: dict[str, Any] = {PUT_RIGHT: True}
    if len(turn.decided.steps) > 1:
        turn.say_reply("corrected_and_asked", kind="answer", **mark)
    else:
        turn.say_reply("corrected", kind="smalltalk", **mark)


def help_is_here(turn: Turn) -> None:
    """Help is with the person: the emergency is over for the bot, and what was urgent with it. After a reaction the
    plan waits until the clinic agrees."""
    turn.state.warned, turn.state.before_hold, turn.state.asked_under = None, {}, ""
    # An urgent sign beside it is what the help is there for.
    mark: dict[str, Any] = {PUT_RIGHT: True}
    held, seen = bool(turn.step.values(HELD)), bool(turn.step.values(SEEN))
    if held:
        _hold(turn, whose_reaction(turn.text, turn.verdict.person, turn.state.plans))
    if seen or len(turn.decided.steps) > 1:
        name = ("advised" if seen else "with_them") + ("_reaction" if held else "")
        turn.say(cards().filled(standing().sentences[name], turn.person.country), kind="smalltalk", **mark)
    else:
        turn.say_reply("help_after_reaction" if held else "help_is_here", kind="smalltalk", **mark)
    if held and turn.state.says(ALARMS):
        turn.say(standing().sentences[ALARMS])


def help_asked(turn: Turn) -> None:
    """Whether help was had in the emergency of an earlier day: whom to call comes first, and what was heard is kept as
    a warning until somebody has looked at it."""
    step, words = turn.step, standing()
    card, heard = step.values(CARD)[0], step.values(HEARD)
    turn.state.warned = Warned([GENERAL_CARD], heard, step.values(SIGNS), step.values(DAY)[0], emergency=card)
    turn.state.warned.asked, turn.state.warned.spoken = 1, turn.person.today.isoformat()
    turn.state.before_hold, turn.state.asked_under = {}, ""
    shown = cards().still_card(card, country=turn.person.country, says=words.sentences["help_asked"])
    crisis = card.startswith(CRISIS_CARDS)
    about = words.sentences["help_asked_crisis"] if crisis else words.about(heard[:1])
    buttons = [content().label("help_was_had"), content().label("advice_not_yet")]
    calls = [{"label": call.label, "tel": call.tel} for call in shown.calls]
    turn.say(f"{shown.text} {about}".strip(), buttons=buttons, kind="ask", level="urgent", calls=calls)
    turn.state.awaiting = ADVICE


def _hold(turn: Turn, people: list[str], *, may_be_corrected: bool = False) -> None:
    """Puts the plans of `people` on hold; those of an emergency as long as its fact is not corrected."""
    for person in people:
        before = turn.state.plans.get(person)
        if people == [ME] == [turn.state.whose] and not turn.state.child_writes and not named_in(turn.text):
            # What was told of the plan in the same message goes on once the clinic agrees.
            before = dialogue.noted(before, turn.text, who=turn.who, wording=plan_wording())
        if may_be_corrected and not dialogue.on_hold(before):
            turn.state.before_hold[person] = before
        turn.state.plans[person] = dialogue.paused(before)


def _hold_no_more(turn: Turn) -> None:
    """There was no reaction: the plans that it put on hold are what they were."""
    for person, plan in turn.state.before_hold.items():
        turn.state.plans.pop(person, None)
        appointment.drop_reaction(turn, person)
        if plan is not None:
            turn.state.plans[person] = plan
    turn.state.before_hold = {}
