"""One turn as the actions see it: who wrote what, what is remembered, and how to say something."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from functools import cached_property, lru_cache, partial
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.memory import SLOT, Memory
from b12guide.person import Person
from b12guide.plan import dialogue
from b12guide.settings import CONTENT
from b12guide.shared import cards, content
from b12guide.understanding import Verdict
from b12guide.unread import UNREAD

AWAITING = "awaiting"
PLAN, FORGET = "plan", "forget"
# So many words behind a yes may be politeness alone.
MOST_POLITE = 2
# Channels on which a phone or message company handles the messages too.
OWN_CHANNELS = frozenset({"rest", "web"})


class Turn:
    """The latest message with everything an action needs to answer it."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        message = tracker.latest_message
        self._dispatcher = dispatcher
        self._entities: list[dict[str, Any]] = message.get("entities") or []
        self._silent = True
        self.text: str = message.get("text") or ""
        self.intent: str = (message.get("intent") or {}).get("name") or ""
        self.ranking: list[str] = [r["name"] for r in message.get("intent_ranking") or []]
        self.verdict = Verdict.from_json(message.get("verdict")) or Verdict()
        self.person = Person.from_stored(message.get("metadata"))
        # Why the message was not read whole, or None.
        self.unread: str | None = (message.get("metadata") or {}).get(UNREAD)
        self.memory = Memory.from_slot(tracker.get_slot(SLOT))
        # A refusal is leaned on by the very next message or by none.
        self.refused, self.memory.refused = self.memory.refused, None
        self.first = sum(event.get("event") == "user" for event in tracker.events) <= 1
        self.awaiting: str | None = tracker.get_slot(AWAITING)

    @property
    def emergency(self) -> str | None:
        """Whom to call in an emergency, where the person is."""
        return cards().emergency_number(self.person.country)

    def values(self, entity: str) -> list[str]:
        """Values of an entity, each once, in order."""
        return list(dict.fromkeys(e["value"] for e in self._entities if e.get("entity") == entity))

    def say(self, text: str, *, buttons: Iterable[str] = (), **custom: Any) -> None:
        """Send one bubble; `buttons` are words the person can say; `custom` are fields of the turn's object.

        Words of an emergency that hardly anybody means here are answered first, in one sentence.
        """
        if self._silent and self.verdict.unlikely:
            text = self.if_now(text)
        self._silent = False
        shown = [{"title": words, "payload": words} for words in buttons]
        self._dispatcher.utter_message(text=text, buttons=shown, json_message=custom)

    def if_now(self, text: str) -> str:
        """`text` after the sentence of whom to call if the sign that was named is there."""
        return f"{content().phrase('if_you_have_this_now', emergency=self.emergency)}\n{text}"

    def say_reply(self, reply_id: str, **custom: Any) -> None:
        """Send a reply of `content/` (small talk, a refusal), its buttons under the last bubble."""
        reply = content().reply(
            reply_id,
            country=self.person.country,
            emergency=self.emergency,
            phone_channel=self.person.channel not in OWN_CHANNELS,
        )
        *first, last = reply.bubbles
        for bubble in first:
            self.say(bubble)
        self.say(last, buttons=[button.title for button in reply.buttons], **custom)

    def events(self, awaiting: str | None) -> list[dict[str, Any]]:
        """What to keep: the memory, and what the bot waits for now."""
        return [SlotSet(SLOT, self.memory.to_slot()), SlotSet(AWAITING, awaiting)]

    @cached_property
    def plan_moves(self) -> tuple[dialogue.Move, ...]:
        """What the message does to the plan by its words; nothing while something else of the bot's is open."""
        if self.unread or self.awaiting not in (None, PLAN):
            return ()
        return dialogue.moves(self.memory.plan, self.text, who=self._who)

    @property
    def plan_leaves_words(self) -> bool:
        """Whether the message says more than what it does to the plan, as "yes, and does it hurt?" does."""
        behind = max((move.rest[1] for move in self.plan_moves), default=0)
        return len(self.text[behind:].split()) > MOST_POLITE

    @property
    def _who(self) -> dialogue.Who:
        return dialogue.Who(self.person.today, self.person.country, self.person.zone, self.person.zone_known)

    def plan_takes(self, request: str | None = None, *, offer: Iterable[str] = ()) -> bool:
        """Let the plan dialogue answer, if this message is something it can use; says whether it did.

        `offer` are buttons of other parts, put after the plan's own where dates are given.
        """
        outcome = dialogue.turn(
            self.memory.plan,
            self.text,
            request=request,
            moves=self.plan_moves,
            who=self._who,
            wording=wording(),
            new_key=partial(secrets.token_urlsafe, 18),
        )
        if outcome is None:
            return False
        self.memory.plan, self.memory.misses = outcome.state, 0
        *first, last = (content().filled(bubble, self.emergency) for bubble in outcome.bubbles)
        for bubble in first:
            self.say(bubble)
        # The channel makes addresses of the key: only it knows under which name the conversation is kept.
        opens = {"key": outcome.key, "version": (outcome.state or {}).get("version")}
        files = {"plan_files": {**opens, "links": outcome.links}} if outcome.links else {}
        card = {"card": outcome.card} if outcome.card else {}
        buttons = [*outcome.buttons, *(offer if outcome.kind == PLAN else ())]
        self.say(last, buttons=buttons, kind=outcome.kind, plan=outcome.plan, **files, **card)
        return True

    @property
    def plan_awaits(self) -> str | None:
        """`PLAN` while the plan dialogue has an open question."""
        return PLAN if dialogue.open_question(self.memory.plan, wording()) else None


@lru_cache(maxsize=1)
def wording() -> dialogue.Wording:
    """What the plan dialogue says."""
    return dialogue.load_wording(CONTENT / "plan.yml")
