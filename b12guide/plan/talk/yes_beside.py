"""A yes to the plan that was read back, beside what changes nothing of it: "yes, every 2 months, my wife gives it". It
is
taken as a yes, and the plan is not read back once more."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .lead import lead_of
from .message import Said
from .move import Move
from .outcome import Outcome, Who
from .state import CONFIRM, State
from .step import ASKING
from .step_past import AFFIRM
from .stood import moves as _moves
from .stood import turn as _turn
from .templates import Wording

_YES = re.compile(
    r"\W*(?:(?:ok|okay|oh|ah|well|and|so|great|lovely)\W+){0,3}(?:yes|yep|yeah|yea|yup|yh|aye|correct|exactly|perfect"
    r"|spot on|(?:that'?s|thats|that is|it'?s|it is) (?:it|right|correct|spot on))\b",
    re.I,
)
# Words with which a yes takes something back, or leaves a doubt.
_BUT = re.compile(
    r"\?|\b(?:but|not|no|nope|never|wrong|except|only|though|although|unless|if|think|maybe|perhaps|sure|guess|instead"
    r"|change|actually|should|\w+n't|dont|isnt|wasnt)\b",
    re.I,
)


def turn(
    kept: Mapping[str, Any] | None, text: str, *, request: str | None, moves: Sequence[Move] = (), who: Who,
    wording: Wording, new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """As `stood.turn`, where a yes keeps the plan whatever is said beside it that leaves it as it was read back."""
    outcome = _turn(kept, text, request=request, moves=moves, who=who, wording=wording, new_key=new_key)
    before = State.from_json(kept)
    if outcome is None or before.about != CONFIRM or before.paused or not _says_yes(text):
        return outcome
    after = State.from_json(outcome.state)
    if after.about != CONFIRM or before.as_kept() != after.as_kept() or before.given != after.given:
        return outcome
    if request in ASKING or any(move.kind == "request" or move.value == "soft" for move in moves):
        return outcome
    state = after.to_json()
    agreed = _turn(
        state, "yes", request=AFFIRM, moves=_moves(state, "yes", who=who), who=who, wording=wording, new_key=new_key
    )
    return agreed if agreed is not None and State.from_json(agreed.state).confirmed else outcome


def _says_yes(text: str) -> bool:
    plain = text.replace("’", "'")
    lead = lead_of(Said.of(plain))
    # "I have it every 12 weeks" begins like an answer, and is none.
    said = _YES.match(plain) is not None and lead is not None and lead.kind == "yes" and not lead.weak
    return said and _BUT.search(plain) is None
