"""The diary of whom is spoken of: how it is read and written, and what stands with whatever is said of it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from actions.turn import Turn
from b12guide.conversation.kinds import HEADED, PUT_RIGHT
from b12guide.conversation.names import said_back
from b12guide.conversation.whose import ME
from b12guide.diary.notes import Diary
from b12guide.shared import plan_wording


def kept_of(turn: Turn, person: str | None = None) -> Diary:
    """What is kept of a person, of the one who is spoken of where none is named."""
    return Diary.from_json(turn.state.diaries.get(turn.state.whose if person is None else person))


def keep(turn: Turn, kept: Diary, person: str | None = None) -> None:
    """Keep it so from now on."""
    turn.state.diaries[turn.state.whose if person is None else person] = kept.to_json()


def files_of(turn: Turn, links: Sequence[dict[str, str]]) -> dict[str, Any]:
    """The addresses of pages: the channel makes them of the key, since only it knows under which name all is kept."""
    if not links:
        return {}
    kept = kept_of(turn)
    kept.key = kept.key or secrets.token_urlsafe(18)
    keep(turn, kept)
    return {"diary_files": {"key": kept.key, "version": kept.version, "links": list(links)}}


def say_of(turn: Turn, text: str, **shown: Any) -> None:
    """Say something of the diary, under whose it is where it is somebody else's.

    What names a sign and tells of none was decided to be no warning: the turn is not one either.
    """
    heading = plan_wording()("about_me_now") + "\n" if turn.step.values(HEADED) else ""
    if turn.state.whose != ME:
        heading = plan_wording()("about_other", who=said_back(turn.state.whose)) + "\n"
    mark = {PUT_RIGHT: True} if turn.verdict.warns else {}
    turn.say(f"{heading}{text}", **{"kind": "menu", **mark, **shown})
