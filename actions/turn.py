"""One turn as the actions see it: what was decided, who wrote, what is remembered, and how to say something."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.offers import without_offers
from b12guide.channels.reminder_ways import of_this_server
from b12guide.content import Reply
from b12guide.content.nets import LATELY, calls_now, says_today, told_in, without_told
from b12guide.conversation import Decision, State, Step, decide
from b12guide.conversation.days_of_test import days_told
from b12guide.conversation.kinds import COUNTRY
from b12guide.conversation.names import called, said_back
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.person import Person
from b12guide.plan import dialogue
from b12guide.plan.wording import listed
from b12guide.rasa.decided import DECISION, MEMORY, VERDICT, act_of, state_in, who_of
from b12guide.shared import cards, content, plan_wording, reviews
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import EXCERPT, NOT_WHOLE
from b12guide.understanding.clauses import asks
from b12guide.understanding.few_words import yes_or_no_wanted
from b12guide.understanding.sentences import sentences
from b12guide.unread import TOO_LONG, UNREAD

Events = list[dict[str, Any]]
# Who asks for one of these wants dates again.
ASKS_FOR_DATES = frozenset({"next", "after_next", "whole", "due", "left", "phase_start", "last", "calendar"})
# Of a message that is kept as asked, so many characters.
MOST_ASKED = 300
# Whom to call, in several wordings; and what is left of that where the answer says the rest.
SAFETY_LINES = ("safety_line", "safety_line_2", "safety_line_3", "safety_line_4")
SAFETY_NOW = "safety_line_now"
# Channels on which a phone or message company handles the messages too.
OWN_CHANNELS = frozenset({"rest", "web"})


class Turn:
    """The latest message with everything that is needed to answer it."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        message = tracker.latest_message
        self._dispatcher = dispatcher
        self._silent = True
        self.text: str = message.get("text") or ""
        self.ranking: list[str] = [r["name"] for r in message.get("intent_ranking") or []]
        self.verdict = Verdict.from_json(message.get(VERDICT)) or Verdict()
        self.person = Person.from_stored(message.get("metadata"))
        # Why the message was not read whole, or None.
        self.unread: str | None = (message.get("metadata") or {}).get(UNREAD)
        self.state: State = state_in(tracker.slots)
        self.decided = Decision.from_json(message.get(DECISION)) or self._decide(message)
        self.step: Step = self.decided.steps[0]
        if EXCERPT in self.step.values(NOT_WHOLE):
            self.unread = self.unread or TOO_LONG
        # A refusal is leaned on by the very next message or by none.
        self.refused, self.state.refused = self.state.refused, None
        # The last thing said before this turn: the id of a reply, an answer, or the plan.
        self.said_last = self.state.said[-1] if self.state.said else None
        self.first = sum(event.get("event") == "user" for event in tracker.events) <= 1
        self.state.told.update(dict.fromkeys(self.verdict.lasts, self.person.today.isoformat()))
        wrote = self.state.speaker
        self.state.heard_of(self.text)
        # Who writes from this message on, where somebody took over; said once, so that a wrong ear is noticed.
        self._new_speaker = self.state.speaker if self.state.speaker != wrote else None
        # Few words for good, or for this answer alone.
        self.brief = self.state.brief or yes_or_no_wanted(self.text)
        self._counts_for = self.person
        if not self.state.for_other:
            self.state.test_days |= {name: day.isoformat() for name, day in days_told(self.text, self.who).items()}
        if self.state.country is not None:
            # The numbers are those of where they are; dates are read as before.
            self.person = replace(self.person, country=self.state.country)
        # The safety nets under this answer.
        self.nets: list[str] = []
        # What the bot was waiting for; what it waits for after this turn is said by whoever asks.
        self.awaited, self.state.awaiting = self.state.awaiting, None

    def note_asked(self) -> None:
        """Keep what asked something: what puts right how it was taken names a thing, and asks nothing by itself."""
        if self.unread is None and any(map(asks, sentences(self.text))):
            self.state.asked = self.text[:MOST_ASKED]

    def note_nets(self) -> None:
        """Keep which safety nets stood under this answer, so that the next ones say nothing of it again."""
        self.state.nets = [*self.state.nets, self.nets][-LATELY:]

    def safety_line(self, said: str = "") -> str:
        """Whom to call, in a line that was not read in the last messages, as far as the answer above it (`said`) does
        not say so itself; nothing where that says all of it."""
        lately = [net for nets in (*self.state.nets, self.nets) for net in nets]
        if calls_now(said) and says_today(said):
            return ""
        ways = (SAFETY_NOW,) if says_today(said) else SAFETY_LINES
        lines = [content().phrase(way, emergency=self.emergency) for way in ways]
        line = next((one for one in lines if one not in lately), lines[0])
        self.nets.append(line)
        return line

    def net(self, contact: str, said: str, *, first: bool) -> str:
        """The safety net under an answer: `contact` where it is the `first` time or a sign was told, without what was
        read in the last messages; else a line. Nothing is left out of what a sign needs."""
        if self.verdict.level != "none":
            self.nets.append(contact)
            return contact
        if not first:
            return "" if any(map(calls_now, self.nets)) else self.safety_line(said)
        lately = [net for nets in (*self.state.nets, self.nets) for net in nets]
        net, shorter = without_told(contact, told_in(lately))
        self.nets.append(net)
        if not shorter or calls_now(net) or any(map(calls_now, self.nets[:-1])):
            return net
        return f"{net} {self.safety_line(f'{said} {net}')}".strip()

    def _decide(self, message: dict[str, Any]) -> Decision:
        """Where no decision came with the message: what was heard of it, in the conversation's state."""
        who = who_of(message.get("metadata"))
        return decide(Understanding(self.text, self.verdict, act_of(message)), self.state, who)

    @property
    def emergency(self) -> str | None:
        """Whom to call in an emergency, where the person is."""
        return cards().emergency_number(self.person.country)

    @property
    def urgent(self) -> str:
        """Whom to call for advice today, where the person is, as a sentence."""
        return cards().filled("{urgent}", self.person.country)

    def say(self, text: str, *, buttons: Iterable[str] = (), **custom: Any) -> None:
        """Send one bubble; `buttons` are words the person can say; `custom` are fields of the turn's object.

        Words of an emergency that hardly anybody means here are answered first, in one sentence.
        """
        if self._silent and self.verdict.unlikely:
            text = self.if_now(text)
        elif self._silent and self._new_speaker is not None and self.verdict.level == "none":
            now = content().label("you_are_now").replace("{who}", called(self._new_speaker))
            text = f"{now}\n{text}"
        self._silent = False
        if self.state.of_child:
            text, buttons = without_offers(text, buttons)
        shown = [{"title": words, "payload": words} for words in dict.fromkeys(buttons)]
        for earlier in self._dispatcher.messages:
            # What several parts of one answer offer is offered once, with the last of them.
            earlier["buttons"] = [button for button in earlier.get("buttons") or [] if button not in shown]
        if self.state.country is not None:
            custom = {COUNTRY: self.state.country, **custom}
        self._dispatcher.utter_message(text=text, buttons=shown, json_message=custom)

    def if_now(self, text: str) -> str:
        """`text` after the sentence of whom to call if the sign that was named is there."""
        return f"{content().phrase('if_you_have_this_now', emergency=self.emergency)}\n{text}"

    def reply(self, reply_id: str) -> Reply:
        """A reply of `content/` (small talk, a refusal) in a wording that was not given before, which it now was."""
        reply = content().reply(
            reply_id,
            country=self.person.country,
            emergency=self.emergency,
            phone_channel=self.person.channel not in OWN_CHANNELS,
            said=self.state.said,
            review=reviews().summary(self.person.today),
        )
        self.state.note(reply.id)
        return reply

    def say_reply(self, reply_id: str, *, buttons: Iterable[str] = (), **custom: Any) -> None:
        """Send a reply of `content/`, its buttons, then `buttons`, under the last bubble."""
        reply = self.reply(reply_id)
        *first, last = reply.bubbles
        for bubble in first:
            self.say(bubble)
        self.say(last, buttons=[*(button.title for button in reply.buttons), *buttons], **custom)

    def rests_on(self, sources: Iterable[str], topics: Sequence[str] = ()) -> dict[str, Any]:
        """The fields of an answer that say what it rests on: its sources, and what of its `topics` is signed.

        What is said beside the texts of a topic names none, since no clinician signs that.
        """
        lines = content().sources_for(sources)
        return {"sources": lines, **({"review": self.review(topics)} if lines else {})}

    def review(self, topics: Sequence[str]) -> str:
        """What is said of the signatures of an answer."""
        return reviews().of_answer(topics, self.person.today)

    def events(self, *, waits: bool = True) -> Events:
        """What to keep: the state, which waits for what the plan asks where nobody else asked; for nothing at all where
        it does not wait."""
        if not waits:
            self.state.awaiting = None
        elif self.state.awaiting is None:
            self.state.awaiting = self.plan_awaits
        return [SlotSet(MEMORY, self.state.to_json())]

    def plan_takes(
        self, request: str | None = None, *, offer: Iterable[str] = (), text: str | None = None, quiet: bool = False,
        asks: bool = True, heading: bool = False,
    ) -> bool:  # fmt: skip
        """Let the plan dialogue answer, if this message is something it can use; says whether it did.

        `text` is an earlier message that waited, in the place of this one. `offer` are buttons of other parts, put
        after the plan's own where dates are given. `quiet`: it is noted, and nothing is said. `asks`: whether it
        asks if it is right; `heading`: it says whose it is, also of the writer's.
        """
        words, moves = self._moves if text is None else self._words_of(text)
        outcome = dialogue.turn(
            self.state.plan,
            words,
            request=request,
            moves=moves,
            who=self.who,
            wording=self._wording,
            new_key=partial(secrets.token_urlsafe, 18),
        )
        if outcome is None:
            return False
        outcome = dialogue.with_time_said(self.state.plan, self.text, outcome, self._wording)
        self.state.plan, self.state.misses = outcome.state, 0
        if request in ASKS_FOR_DATES:
            self.state.no_dates = False
        if quiet:
            return True
        self.state.note(PLAN)
        first_bubble, *others = outcome.bubbles
        if not asks:
            question = self._wording("is_it_right")
            first_bubble, *others = (one.replace(question, "").strip() for one in outcome.bubbles)
        bubbles = (self._for_whom(first_bubble, heading=heading), *others)
        *first, last = (content().filled(bubble, self.emergency) for bubble in bubbles)
        for bubble in first:
            self.say(bubble)
        # The channel makes addresses of the key: only it knows under which name the conversation is kept.
        opens = {"key": outcome.key, "version": (outcome.state or {}).get("version")}
        links = [{**link, "label": self._label(link["label"], heading=heading)} for link in outcome.links]
        # Those of a second person stand beside those of the first.
        second = any("plan_files" in (message.get("custom") or {}) for message in self._dispatcher.messages)
        name = "other_plan_files" if second else "plan_files"
        files = {name: {**opens, "links": links}} if links else {}
        card = {"card": outcome.card} if outcome.card else {}
        buttons = [*(outcome.buttons if asks else ()), *(offer if outcome.kind == PLAN else ())]
        asked = dialogue.asks(outcome.state) if asks else None
        self.say(last, buttons=buttons, kind=outcome.kind, plan=outcome.plan, asks=asked, **files, **card)
        return True

    @property
    def _wording(self) -> dialogue.Wording:
        words = plan_wording() if self.state.whose == ME else plan_wording().for_other()
        if self.person.channel not in of_this_server():
            return words
        # Where reminders are sent, the plan does not say that there are none.
        here = content().diary("remind_here")
        return words.instead(remind=here, cannot=here)

    def _label(self, label: str, *, heading: bool) -> str:
        """The label of a link, with whose plan it opens where several are answered about."""
        if not heading or self.state.whose == ME:
            return label
        who = said_back(self.state.word_for(self.state.whose))
        return f"{who[:1].upper()}{who[1:]}: {label}"

    def _for_whom(self, text: str, *, heading: bool = False) -> str:
        """`text` under whose plan it is, where that is not plain."""
        others = [one for one, plan in self.state.plans.items() if one != self.state.whose and plan.get("phases")]
        if self.state.whose != ME:
            return f"{plan_wording()('about_other', who=said_back(self.state.word_for(self.state.whose)))}\n{text}"
        if heading:
            return f"{plan_wording()('about_me_now')}\n{text}"
        if not others:
            return text
        kept = listed([plan_wording()("plan_of", who=said_back(self.state.word_for(one))) for one in others])
        return f"{plan_wording()('about_me', others=kept)}\n{text}"

    @property
    def who(self) -> dialogue.Who:
        """For whom dates are counted."""
        person = self._counts_for
        return dialogue.Who(person.today, person.country, person.zone, person.zone_known)

    @property
    def _moves(self) -> tuple[str, tuple[dialogue.Move, ...]]:
        """The words for the plan, and what they do to it, while nothing else of the bot's was open."""
        if self.awaited not in (None, PLAN):
            return self.text, ()
        return self._words_of(self.text)

    def _words_of(self, text: str) -> tuple[str, tuple[dialogue.Move, ...]]:
        return plan_words(self.state.plan, text, self.who, self.state.plans)

    @property
    def says_yes_to_plan(self) -> bool:
        """Whether the message agrees to what the plan asked."""
        return any(move.kind == "yes" for move in self._moves[1])

    @property
    def plan_awaits(self) -> str | None:
        """`PLAN` while the plan dialogue has an open question."""
        return PLAN if dialogue.open_question(self.state.plan, plan_wording()) else None
