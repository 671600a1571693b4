"""What is kept about a person: what there is now, how long it stays, and how it is seen and deleted."""

from __future__ import annotations

from collections.abc import Iterator

from actions.turn import OWN_CHANNELS, Turn
from b12guide.conversation.kinds import ASKED
from b12guide.conversation.names import said_back
from b12guide.conversation.whose import ME
from b12guide.diary.notes import Diary
from b12guide.diary.reading import KEPT, KEPT_HOW, WHO_READS
from b12guide.plan import dialogue
from b12guide.plan.wording import listed
from b12guide.shared import content


def your_data(turn: Turn) -> None:
    """What there is now, then what is said of all of it."""
    turn.state.misses = 0
    asked = turn.step.values(ASKED)
    if WHO_READS in asked:
        turn.say("\n".join(_who_reads(turn)), kind="menu")
        if KEPT not in asked:
            return
    turn.say("\n".join(_lines(turn)) or content().diary("kept_nothing"))
    if KEPT_HOW in asked:
        turn.say(content().diary("kept_how"), buttons=[content().diary("button_forget")], kind="menu")
        return
    turn.say_reply(turn.step.kind, kind="menu")


def _who_reads(turn: Turn) -> Iterator[str]:
    """Who can read what is kept, where the person writes."""
    yield content().diary("who_reads")
    if turn.person.channel not in OWN_CHANNELS:
        yield content().diary("who_reads_phone")


def _lines(turn: Turn) -> Iterator[str]:
    """What is kept beside the conversation, a line for each person."""
    say, state = content().diary, turn.state
    for person in dict.fromkeys([ME, *state.plans, *state.diaries]):
        plan, diary = state.plans.get(person), Diary.from_json(state.diaries.get(person))
        found = [say("kept_plan")] if dialogue.is_told(plan) else []
        found += [say("kept_hold")] if dialogue.on_hold(plan) else []
        for name, count in (
            ("notes", len(diary.notes)),
            ("chosen", len(diary.chosen)),
            ("to_tell", len(diary.to_tell)),
            ("unanswered", len(diary.unanswered)),
            ("reactions", len(diary.reactions)),
            ("reminders", len(diary.reminders.get("wishes") or ())),
        ):
            found += [say(f"kept_{name}" if count > 1 else f"kept_{name}_one", count=count)] if count else []
        if found and person == ME:
            yield say("kept_now", what=listed([*found, say("kept_talk")]))
        elif found:
            yield say("kept_now_whose", what=listed(found), who=said_back(person))
