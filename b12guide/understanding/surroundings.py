"""What a message says without the harmless words around it: the runs of its sentences that are heard by themselves.

"... Thanks in advance.", "I have my injections every 12 weeks. ...": such words make a sign sound less like one. A run
leaves out what tells of nothing at its beginning, its end, or both; the worst of all readings counts. What may be meant
of the sign ("it has gone now") is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from b12guide.shared import tells_of_no_sign, triage, without_courtesies
from b12guide.understanding.run_together import with_stops
from b12guide.understanding.sentences import Said, size

# How many runs are heard, and how much of them all, as `sentences.size` counts.
MOST_RUNS, MOST_OF_RUNS = 4, 240
# The likeness to a sign below which nothing of a message is heard again: not one harmless word in ten hides so much.
SILENT = 0.03
# A message of at least so many pieces with so few words each is punctuated oddly: "can't. get. enough. air".
LEAST_BROKEN, BROKEN_WORDS = 3, 2
_BREAKS = re.compile(r"[.,;:!?\u2026\n-]+(?=\s|$)|\.(?=[^\W\d_])")


def runs(said: Said, alarms: Sequence[float], harmless: float) -> list[str]:
    """The runs of a message that are not the whole of it: its sentences without courtesies in them, then the shortest
    first; one sentence may be a run, since what is first heard of it is coloured by the others.

    Args:
        said: the message. alarms: how like a sign it is, then each of its sentences, from 0 to 1.
        harmless: the likeness below which a sentence may be left out.
    """
    if said.excerpt:
        return []
    # Without stops, the rules take the question that a message begins with for all of it, however still it sounds.
    apart = with_stops(said.text)
    told = [". ".join(apart)] if apart else []
    if max(alarms) < SILENT:
        return told
    pieces: list[tuple[str, bool]] = []
    stripped: list[str] = []
    for place, sentence in enumerate(said.sentences or [said.text]):
        left = without_courtesies(sentence)
        alarm = alarms[place + 1] if said.sentences else alarms[0]
        calm = left == [sentence] and alarm < harmless and tells_of_no_sign(sentence)
        pieces += [(piece, calm) for piece in left]
        # "My sight went this morning, is it the b12?" behind a story: the story is no part of it.
        stripped += left if left != [sentence] and alarm >= harmless else []
    loud = [place for place, (_, calm) in enumerate(pieces) if not calm]
    texts = [text for text, _ in pieces]
    found = [*told, *([_joined(_whole(texts))] if _broken(_whole(texts)) else []), *stripped]
    if loud:
        spans = [(low, high) for low in range(loud[0] + 1) for high in range(loud[-1] + 1, len(texts) + 1)]
        spans.sort(key=lambda span: span[1] - span[0])
        found += [_whole(texts[low:high]) for low, high in spans]
    known = {_letters(said.text)}
    kept, left_over = dict[str, str](), MOST_OF_RUNS
    for text in found:
        key = _letters(text)
        if key and key not in known and key not in kept and len(kept) < MOST_RUNS:
            left_over -= size(text, MOST_OF_RUNS)
            if left_over < 0:
                break
            kept[key] = text
    return list(kept.values())


def as_asked(run: str) -> tuple[str, ...]:
    """A run as it stands, and as a question where it has none: what is asked beside it ("is it the B12?") is asked of
    what it tells; not of what the rules see as over or as a figure of speech."""
    seen = {sign.status for sign in triage(run).signs}
    told = bool(seen) and seen <= {"past", "figurative"}
    return (run,) if "?" in run or told else (run, f"{run.rstrip('!. ')}?")


def _whole(pieces: Sequence[str]) -> str:
    ended = [piece if piece[-1:] in ".!?\u2026" else f"{piece}." for piece in pieces[:-1]]
    return " ".join([*ended, *pieces[-1:]])


def _letters(text: str) -> str:
    """A text by which it is told whether it is another: without signs and capitals, but with what parts sentences."""
    return re.sub(r"[^\w.!?]+", " ", text.casefold()).strip(" .!?")


def _broken(text: str) -> bool:
    """Whether nearly each word is a sentence of its own. A row of questions is a list: "Dizzy? No. Numb? No." """
    if text.count("?") > 1:
        return False
    pieces = [piece for piece in _BREAKS.split(text) if any(c.isalpha() for c in piece)]
    return len(pieces) >= LEAST_BROKEN and sum(len(piece.split()) for piece in pieces) <= BROKEN_WORDS * len(pieces)


def _joined(text: str) -> str:
    return " ".join(_BREAKS.sub(" ", text).split())
