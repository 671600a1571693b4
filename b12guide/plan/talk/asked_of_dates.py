"""What a message asks of the dates of a plan in several wishes, or in words of its own: each sentence and each point is
read by itself, behind a yes to what was read back. A message that tells something of a plan is left to the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ..reading.reader import about
from .dates_answered import OF_DATES
from .dates_wished import DATES_WISHED, dates_wished, total_of_list
from .days import corrects, tells_given
from .days_apart import days_apart
from .down_as_had import down_as_had
from .event_day import EVENT_ASKED, EVENT_TOLD, JUST_TOLD, event_asked, event_told
from .late_all_right import late_all_right
from .lead import lead_of
from .log_asked import asks_log
from .message import Said, is_date_word
from .move import Move
from .move_words import COURTESY, FILLERS, asks
from .moves import moves as moves_in
from .outcome import Who
from .past_end import past_end
from .print_help import PRINT_HOW, asks_where_to_press, print_help
from .state import CONFIRM, State
from .still_stands import ALTERS, still_stands
from .weekdays_about import weekdays_about
from .why_these_dates import why_these_dates
from .would_be_one import goes_on, would_be_one
from .written_marks import without_courtesy

_READERS: tuple[Callable[[str, State, Who], Move | None], ...] = (
    print_help,
    past_end,
    goes_on,
    weekdays_about,
    why_these_dates,
    late_all_right,
    still_stands,
    event_asked,
    event_told,
    down_as_had,
)
_POINTS = re.compile(r"(?:(?<=^)|(?<=[\s.;:!?,]))\(?\d{1,2}(?:\)|\.(?=\s))\s*(?=[A-Za-z])")
_ENDS = re.compile(r"[.;!?\n]+(?=\s|$)")
# "They only do B12 on Tuesdays now".
_OPEN_ON = re.compile(
    r"\b(?:they|clinic|surgery|nurses?|practice|it'?s|she|he)\b[^.;!?]{0,40}\b(?:only|just)\b[^.;!?]{0,30}"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b(?![^.;!?]{0,30}\d)",
    re.I,
)
# "... and how many is that", "..., and list them": one more wish in the same sentence.
_JOINTS = re.compile(
    r",? (?:and|then|also|plus|but)(?: also| then| please)?,? (?=(?:how|what|whats|what's|when|whens|which|why|tell"
    r"|list|give|show|is|are|have|has|did|do|does|would|will|could|can|the total|total|read|print|put|add)\b)",
    re.I,
)


def asked_of_dates(text: str, state: State, who: Who) -> tuple[Move, ...]:
    """What is asked, in its order; () where none of it is one of these, or where a plan is told as well."""
    if not state.ready(who.today):
        return ()
    start = _behind_yes(text, state)
    found: list[Move] = []
    told = other = unread = False
    for begin, end in _parts(text, start):
        part = text[begin:end]
        if _OPEN_ON.search(part) and "?" not in part:
            # On which days they do them is no plan.
            continue
        here = _of_sentence(part, state, who, found)
        if here is None:
            return ()
        # What is remarked on a date is no wish; of what else is asked an event may be the half.
        told = told or (bool(here) and not _wishes(part))
        unread = unread or (not here and len(Said.of(part).left([], FILLERS | COURTESY)) > 0)
        other = other or (not here and asks(Said.of(part)))
        state = _with_event(state, here)
        found += [replace(move, rest=(begin, end)) for move in here]
    if unread and any(move.name == ALTERS for move in found):
        # What it is that may change them is told beside it.
        return ()
    found = _each_once(found)
    if any(move.name == EVENT_ASKED for move in found):
        # The day that was told is in the answer.
        name = next((move.value.split("/")[1] for move in found if move.name == EVENT_TOLD), JUST_TOLD)
        found = [
            replace(move, value=f"{move.value.removesuffix(f'/{JUST_TOLD}')}/{name}")
            if move.name == EVENT_ASKED and move.value.endswith(f"/{JUST_TOLD}")
            else move
            for move in found
            if move.name != EVENT_TOLD
        ]
    elif any(move.name == EVENT_TOLD for move in found) and (other or len(found) > 1):
        return ()
    several = len(found) > 1 and (start > 0 or len(_POINTS.findall(text)) > 1) and not told
    return tuple(found) if several or any(move.name in OF_DATES for move in found) else ()


def _with_event(state: State, moves: tuple[Move, ...]) -> State:
    """The plan with the event that a sentence told of, for the ones behind it."""
    told = next((move.value.split("/") for move in moves if move.name == EVENT_TOLD), None)
    if told is None:
        return state
    return replace(state, before_day=date.fromisoformat(told[0]), event=frozenset({told[1], JUST_TOLD}))


def _each_once(found: list[Move]) -> list[Move]:
    """The moves without those that ask the same once more: their words stand with the first."""
    once: dict[tuple[str, str], Move] = {}
    for move in found:
        first = once.get((move.name, move.value), move)
        once[move.name, move.value] = replace(first, rest=(first.rest[0], max(first.rest[1], move.rest[1])))
    return list(once.values())


def _behind_yes(text: str, state: State) -> int:
    """Where the rest of a message begins behind a yes to the plan that was read back."""
    lead = lead_of(Said.of(text)) if state.about == CONFIRM else None
    if lead is None or lead.kind not in ("yes", "soft") or lead.weak:
        return 0
    words = Said.of(text).words
    return words[lead.end - 1].end if 0 < lead.end <= len(words) else 0


def _parts(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The sentences and numbered points behind a place, with where they stand."""
    marks = list(_POINTS.finditer(text, start))
    cuts = [(match.start(), match.end()) for match in marks] if len(marks) > 1 else []
    ends = [(match.end(), match.end()) for match in _ENDS.finditer(text, start)]
    place = start
    for end, following in sorted([*cuts, *ends, (len(text), len(text))]):
        if end > place and re.search(r"\w", text[place:end]):
            yield place, end
        place = max(place, following)


def _of_sentence(sentence: str, state: State, who: Who, before: list[Move]) -> tuple[Move, ...] | None:
    """What one sentence asks; () where it asks nothing, None where it tells something of a plan."""
    pieces = [piece for piece in _JOINTS.split(sentence) if re.search(r"\w", piece)]
    whole = _of_piece(sentence, state, who, before)
    if len(pieces) < 2 or whole is None:
        return whole
    several: list[Move] = []
    for piece in pieces:
        several += _of_piece(piece, state, who, [*before, *several]) or ()
    return tuple(several) if len({move.name for move in several}) > len(whole) else whole


def _of_piece(piece: str, state: State, who: Who, before: list[Move]) -> tuple[Move, ...] | None:
    plain = {**state.to_json(), "about": None, "asked": None, "options": []}
    found = moves_in(plain, without_courtesy(piece), who=who)
    wished = dates_wished(piece, state, who)
    if wished and [move.name for move in found] == ["list"] and len(wished) == 1 and found[0].value:
        # It is read as it stands.
        return found
    if wished:
        return wished
    if any(move.name in (DATES_WISHED, "list", "many_before") for move in before) and (total := total_of_list(piece)):
        return (total,)
    if any(move.name == PRINT_HOW for move in before) and asks_where_to_press(piece):
        return (Move("request", PRINT_HOW),)
    own = next((move for reader in _READERS if (move := reader(piece, state, who)) is not None), None)
    if own is not None:
        return (own,)
    if asks_log(piece) and state.given:
        return (Move("request", "log"),)
    if not any(move.kind == "fact" for move in found) and not _is_known(found, piece):
        own = days_apart(piece, state, who) or would_be_one(piece, state, who)
        if own is not None:
            return (own,)
    if any(move.kind == "fact" for move in found) or _tells_of_dose(piece):
        return None
    asked = tuple(move for move in found if move.kind == "request")
    return None if not asked and _tells(piece) else asked


# What two days are asked for has these answers already, and a day of the plan those.
_KNOWN = frozenset({"apart_days", "between_days", "days_until", "since_last", "so_long_from", "nearest", "same_gap"})
_OF_ONE_DAY = frozenset({"is_it", "one_of", "asked_days", "feast", "beside_day", "closed"})


def _is_known(found: tuple[Move, ...], piece: str) -> bool:
    """Whether a question of days has its answer; how many weeks and days it is, is said in both."""
    both = re.search(r"\bw(?:ee)?ks?\b", piece, re.I) is not None and re.search(r"\bdays?\b", piece, re.I) is not None
    in_days = [move.name for move in found] == ["apart_days"] and re.search(r"\bw(?:ee)?ks?\b", piece, re.I) is not None
    if in_days or (both and {move.name for move in found} <= {"apart_days", "between_days"}):
        return False
    return any(move.name in _KNOWN | _OF_ONE_DAY for move in found)


def _wishes(part: str) -> bool:
    return asks(Said.of(part)) or _WISH.match(part) is not None


_WISH = re.compile(r"\W*(?:please |and |then ){0,2}(?:list|tell|give|show|print|put|write)\b", re.I)


def _tells_of_dose(piece: str) -> bool:
    """Whether a sentence that asks nothing tells of a dose that was had, or puts something right."""
    return "?" not in piece and not asks(Said.of(piece)) and (tells_given(piece) or corrects(piece))


def _tells(piece: str) -> bool:
    """Whether a sentence asks nothing, and tells of a dose, of how often they are, or of a day."""
    said = Said.of(piece)
    if "?" in piece or asks(said):
        return False
    dated = any(is_date_word(word.text) and not word.text.isdigit() for word in said.words)
    return dated or about(piece) is not None or tells_given(piece)
