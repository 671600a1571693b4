"""A conversation in memory is what Rasa's own tracker is, whatever happened in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    BotUttered,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.tracker import Tracker

DOMAIN = Domain.from_dict(
    {
        "intents": ["ask"],
        "actions": ["action_plan", "some_form"],
        "slots": {"memory": {"type": "any", "mappings": [{"type": "custom"}]}},
    }
)
EVENTS = st.sampled_from(
    [
        lambda: ActionExecuted("action_listen"),
        lambda: UserUttered("hello", {"name": "ask", "confidence": 1.0}),
        lambda: ActionExecuted("action_plan"),
        lambda: BotUttered("an answer"),
        lambda: SlotSet("memory", {"plan": "kept"}),
        lambda: ActionExecuted("some_form"),
        lambda: ActiveLoop("some_form"),
        lambda: ActiveLoop(None),
        lambda: ActionReverted(),
        lambda: UserUtteranceReverted(),
        lambda: Restarted(),
        lambda: SessionStarted(),
    ]
)


def state(tracker: DialogueStateTracker) -> tuple[object, ...]:
    """Everything that Rasa asks a tracker for."""
    slots = {name: slot.value for name, slot in tracker.slots.items()}
    message = tracker.latest_message.text if tracker.latest_message else None
    return list(tracker.events), slots, message, tracker.latest_action, tracker.active_loop_name


@given(st.lists(EVENTS, max_size=30), st.data())
def test_the_events_that_count_are_rasas(makers: list[type[Event]], data: st.DataObject) -> None:
    """Asked at any moments on the way, it names the events that Rasa's tracker names."""
    ours, theirs = Tracker("ann", DOMAIN.slots), DialogueStateTracker("ann", DOMAIN.slots)
    for make in makers:
        event = make()
        ours.update(event, DOMAIN)
        theirs.update(event, DOMAIN)
        if data.draw(st.booleans()):
            assert ours.applied_events() == theirs.applied_events()
    assert ours.applied_events() == theirs.applied_events()


def test_a_copy_goes_on_by_itself() -> None:
    """What happens in a copy is not in the conversation, and the copy begins with all that is in it."""
    tracker = Tracker("ann", DOMAIN.slots)
    for event in (ActionExecuted("action_listen"), UserUttered("hello"), SlotSet("memory", {"plan": "kept"})):
        tracker.update(event, DOMAIN)
    before = state(tracker)
    twin = tracker.copy()
    assert state(twin) == before
    twin.update(SlotSet("memory", None), DOMAIN)
    twin.update(UserUttered("bye"), DOMAIN)
    assert state(tracker) == before
    assert [event for event in twin.applied_events() if isinstance(event, UserUttered)][-1].text == "bye"


def test_a_list_of_events_is_the_callers() -> None:
    """Whoever changes the list that was handed out changes no conversation."""
    tracker = Tracker("ann", DOMAIN.slots)
    tracker.update(UserUttered("hello"), DOMAIN)
    tracker.applied_events().clear()
    assert len(tracker.applied_events()) == 1
