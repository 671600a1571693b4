"""The section of `docs/understanding.md` on messages about plans: which acts and which parts of them are heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from b12guide.plan.talk.heard import HEARD, SURE
from b12guide.settings import ROOT
from b12guide.understanding.encoder.encoder import FOLDER
from b12guide.understanding.talk import Talk, shared_talk_reader
from reports._intervals import Share
from reports._tables import table
from tune.talk import Talk as Marked
from tune.talk import read

TITLE = "## Messages about plans"
SET = ROOT / "tests" / "understanding" / "sets" / "talk"


@dataclass
class Counts:
    """How often each thing is there, is heard where it is there, and is heard where it is not."""

    there: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, there: Sequence[tuple[str, object]], heard: Sequence[tuple[str, object]]) -> None:
        """Count what is `there` in a message and what was `heard` in it, each a name and where it stands."""
        self.there.update(name for name, _ in there)
        self.found.update(name for name, _ in set(there) & set(heard))
        self.wrong.update(name for name, _ in set(heard) - set(there))

    def table(self, what: str) -> str:
        """A row for each name, the most frequent first, and one for all."""
        names = list(dict.fromkeys([*(name for name, _ in self.there.most_common()), *sorted(self.wrong)]))
        rows = [self._row("all", names)] + [self._row(name, [name]) for name in names]
        return table([what, "heard where it is there", "heard where it is not"], rows)

    def _row(self, called: str, names: Sequence[str]) -> list[object]:
        there, found, wrong = (sum(of[name] for name in names) for of in (self.there, self.found, self.wrong))
        return [called, Share(found, there), wrong]


def measured(pairs: Sequence[tuple[Marked, Talk]]) -> tuple[Counts, Counts, Share]:
    """The counts of parts and of acts, and how many messages have all their parts and no other."""
    parts, acts, whole = Counts(), Counts(), 0
    for marked, talk in pairs:
        there = [(tag, (start, end)) for start, end, tag in marked.spans]
        heard = [(span.tag, (span.start, span.end)) for span in talk.spans if span.share >= SURE]
        parts.add(there, heard)
        acts.add([(act, None) for act in marked.acts], [(act, None) for act, share in talk.acts if share >= HEARD])
        whole += set(there) == set(heard)
    return parts, acts, Share(whole, len(pairs))


def section() -> str:
    """The section, in Markdown."""
    reader = shared_talk_reader(ROOT / FOLDER)
    pairs = [(one, reader.read(one.text)) for one in read(SET)]
    parts, acts, whole = measured(pairs)
    return "\n\n".join(
        [
            TITLE,
            f"{len(pairs)} messages of `tests/understanding/sets/talk`, which others wrote than those of `tune/talk`, "
            "and of which it was taught none. What the acts and parts mean: `tune/talk/README.md`. A part "
            f"counts as heard from {SURE:.2f} on and in its very words, an act from {HEARD:.2f} on. What a part says "
            "is read by the grammar of plans, never by the encoder ([0018](decisions/0018-talk-about-plans.md)).",
            f"All parts of a message heard, and no other: {whole}.",
            parts.table("part"),
            acts.table("act"),
        ]
    )
