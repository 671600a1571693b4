"""The decision on a message and the state it rests on, as Rasa keeps them: in the message, the slots and the events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.conversation import Decision, State, decide
from b12guide.conversation.emergency_over import wants_note_gone
from b12guide.conversation.kinds import CORRECTED, EMERGENCY, HELP_ASKED, ONLY_ASKING, URGENT
from b12guide.conversation.state import Warned
from b12guide.person import Person
from b12guide.plan import dialogue
from b12guide.shared import triage
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import HELP_IS_HERE
from b12guide.understanding.verdict import GENERAL_CARD, OTHER_SUFFIX

# Keys of what is kept with a message, and the slot with the state. What the bot waits for had a slot of its own.
VERDICT, DECISION, MAY_FOLLOW = "verdict", "decision", "may_follow"
MEMORY, AWAITING = "memory", "awaiting"
EMERGENCY_PREFIX, URGENT_PREFIX = "utter_emergency_", "utter_urgent_"
STILL, STILL_CRISIS = "utter_emergency_still", "utter_emergency_still_crisis"
STILL_CRISIS_OTHER = f"{STILL_CRISIS}{OTHER_SUFFIX}"
CRISIS_PREFIX = "utter_emergency_crisis"
# An emergency that turns out to have been before, and not to be looked at yet, is urgent from then on; one of an
# earlier day is asked about, and what was heard in it is kept as a warning.
ENDS = frozenset({HELP_IS_HERE, HELP_ASKED, CORRECTED, ONLY_ASKING, URGENT})


def verdict_of(message: UserUttered | None) -> Verdict:
    """The verdict on a message, as it was handed in with it or stored; that of the rules where there is none."""
    stored = Verdict.from_json(message.parse_data.get(VERDICT)) if message else None
    return stored or Verdict.of_rules(triage((message.text if message else None) or ""))


def decision_of(tracker: DialogueStateTracker) -> Decision | None:
    """The decision on the latest message; where none was handed in with it, it is made here. None without a message."""
    message = tracker.latest_message
    if message is None or not message.intent:
        return None
    stored = Decision.from_json(message.parse_data.get(DECISION))
    return stored or decide(_heard(message), state_of(tracker, before_latest=True), who_of(message.metadata))


def state_of(tracker: DialogueStateTracker | None, *, before_latest: bool = False) -> State:
    """What is kept of a conversation; an empty state where there is none.

    Args:
        before_latest: whether an emergency stood until the latest message came, instead of now.
    """
    if tracker is None:
        return State()
    state = state_in({MEMORY: tracker.get_slot(MEMORY), AWAITING: tracker.get_slot(AWAITING)})
    stood = _standing(tracker.applied_events(), tracker.latest_message if before_latest else None)
    cards = [one.response.removeprefix(EMERGENCY_PREFIX) for one in stood]
    state.standing = cards[-1] if cards else None
    state.stood_before = cards[0] if len(cards) > 1 else None
    state.stood = stood[-1].heard if stood else None
    return state


def keeps_diary(tracker: DialogueStateTracker) -> bool:
    """Whether anything is kept of a person beside their plan."""
    memory = tracker.get_slot(MEMORY)
    return isinstance(memory, Mapping) and bool(memory.get("diaries"))


def state_in(slots: Mapping[str, Any]) -> State:
    """The state as the slots of a conversation hold it."""
    return State.from_json(slots.get(MEMORY), slots.get(AWAITING))


def who_of(metadata: Any) -> dialogue.Who:
    """For whom dates are counted, from what is kept with a message."""
    person = Person.from_stored(metadata)
    return dialogue.Who(person.today, person.country, person.zone, person.zone_known)


def plan_on_hold(tracker: DialogueStateTracker) -> bool:
    """Whether a plan waits until the clinic agrees to go on, as after a reaction."""
    return any(dialogue.on_hold(plan) for plan in state_of(tracker).plans.values())


def standing_emergency(tracker: DialogueStateTracker, *, before_latest: bool = False) -> str | None:
    """The response of an emergency of an earlier turn that still stands at the latest message, or None.

    With `before_latest`, whether it stood until that message came.

    It ends when the person says that help is there or has spoken, corrects the fact, or presses the button that says
    that it is not happening (clinical rule 11); on a later day it is asked whether help was had. Feeling better,
    company, a joke or another question end nothing.
    """
    latest = tracker.latest_message if before_latest else None
    return next((one.response for one in reversed(_standing(tracker.applied_events(), latest))), None)


def still_response(standing: str) -> str:
    """The response that repeats the emergency of a response: of a crisis, for whoever may harm themselves or for the
    person beside them."""
    if not standing.startswith(CRISIS_PREFIX):
        return STILL
    return STILL_CRISIS_OTHER if standing.endswith(OTHER_SUFFIX) else STILL_CRISIS


class _Begun(NamedTuple):
    """The response of an emergency, and what was heard when it was given; None where no message stood before it."""

    response: str
    heard: Warned | None


def _standing(events: Iterable[Event], end: Event | None) -> list[_Begun]:
    """What stands at the `end` of events; where that is a crisis, behind the other emergency that stood when it
    began."""
    standing: list[_Begun] = []
    awaited: SlotSet | None = None
    latest: UserUttered | None = None
    asked_of: Warned | None = None
    for event in events:
        if end is not None and event is end:
            break
        if isinstance(event, UserUttered):
            latest = event
            if standing and (kind := _ends(event, standing[-1].response, awaited)):
                asked_of = standing[-1].heard if kind == HELP_ASKED else None
                standing = []
        elif isinstance(event, ActionExecuted) and (response := event.action_name or "") and _begins(response):
            # Who had no help yet has what they told of the day before again.
            begun = _Begun(response, _heard_in(latest, response, standing[-1].heard if standing else asked_of))
            others = [one for one in standing if not one.response.startswith(CRISIS_PREFIX)]
            standing = [*others[-1:], begun] if response.startswith(CRISIS_PREFIX) else [begun]
        elif isinstance(event, SlotSet) and event.key in (AWAITING, MEMORY):
            awaited = event
    return standing


def _heard_in(message: UserUttered | None, response: str, before: Warned | None) -> Warned | None:
    """What was heard in the message that an emergency was the answer to, with what stood `before` it."""
    if message is None:
        return None
    verdict, day = verdict_of(message), Person.from_stored(message.metadata).today.isoformat()
    told = verdict.level == EMERGENCY and not wants_note_gone(message.text or "")
    heard, signs = (list(verdict.heard), list(verdict.signs)) if told else ([], [])
    card = response.removeprefix(EMERGENCY_PREFIX)
    return Warned([GENERAL_CARD], heard, signs, day, emergency=card).and_before(before)


def _begins(action: str) -> bool:
    return action.startswith(EMERGENCY_PREFIX) and not action.startswith(STILL)


def _ends(message: UserUttered, standing: str, awaited: SlotSet | None) -> str | None:
    """What was decided on a message where that ends the emergency, else None; messages of an older version carry no
    decision."""
    decided = Decision.from_json(message.parse_data.get(DECISION))
    if decided is None:
        awaiting = state_in({awaited.key: awaited.value}).awaiting if awaited is not None else None
        state = State(awaiting=awaiting, standing=standing.removeprefix(EMERGENCY_PREFIX))
        decided = decide(_heard(message), state, who_of(message.metadata))
    return decided.kind if decided.kind in ENDS else None


def _heard(message: UserUttered) -> Understanding:
    """The message by itself, as far as it is kept with it."""
    parsed = {**message.parse_data, "intent": message.intent, "entities": message.entities}
    return Understanding(message.text or "", verdict_of(message), act_of(parsed))


def act_of(parsed: Mapping[str, Any]) -> Act:
    """What a message came out as by itself, from the parse that Rasa keeps of it."""
    said = [(str(one.get("entity")), str(one.get("value"))) for one in parsed.get("entities") or []]
    follow = [(str(name), str(value)) for name, value in parsed.get(MAY_FOLLOW) or []]
    intent = parsed.get("intent") or {}
    return Act(str(intent.get("name")), float(intent.get("confidence") or 0.0), (*said, *follow))
