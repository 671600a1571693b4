"""The text that costs most to understand: a seeded search over the words that the readers know, at three lengths.

    .venv/bin/python -m bench.worst_text [--seconds 120] [--seed 12] [--write]

What a stranger writes is read by hand-made readers (warning signs, plans, subjects) and by an encoder; none may be held
up by it. The search grows texts from schedule words, dates, safety words, misspelt words, single letters, signs and
other scripts, keeps those that cost most processor time, and changes them. Then the worst of each are sent to a server
without a network, to see how long they keep its loop from everybody else (`loop_hold.py`). Writes the section "The
worst text" of `docs/bench.md` with `--write`; the exit status is 1 when a text is found that costs more than the bar.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from rasa.core.agent import Agent

from b12guide import plan
from b12guide.channels.base import accepted, rasa_part
from b12guide.conversation import State, decide
from b12guide.conversation.whose import ME
from b12guide.lengths import ACCEPTED, SHORT
from b12guide.plain_text import MAX_CHARACTERS as READ
from b12guide.plain_text import few_blanks, readable
from b12guide.plan import dialogue
from b12guide.rasa.inprocess import install
from b12guide.rasa.understood import understander_of
from b12guide.settings import CONTENT
from b12guide.shared import forget_texts, plan_wording, triage
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import PLAN, REQUEST
from b12guide.understanding.sentences import Said
from bench.loop_hold import MOST_HELD, Server
from bench.report import machine, row, today, write_section

MODEL = Path("models/b12guide.tar.gz")
SECTION = "The worst text"
DAY = date(2026, 11, 20)
# About as many characters as are heard whole (`sentences.MOST_HEARD`).
WHOLE = 1_000
_KEPT, _CHECKED, _LONGEST_MOTIF = 12, 4, 24
_JOINS = (" ", " ", " ", "", ", ", ". ", "\n")
_SIGNS = (*".,?!;:()[]-/'\"+&*", "...", "?!", "''", "- ", "  ", "\n")
_OTHER_SCRIPTS = (
    "\u4e2d",
    "\u0645",
    "\ufdfa",
    "\u33af",
    "\U0001fa78",
    "e\u0301",
    "\u200b",
    "\u202e",
    "\u00bd",
    "\u0130",
    "\u2160",
)
_PEOPLE = "my mine me not hers his for both who is first keep only i had last next when am due and no it's"
_DATES = (
    "1/1", "3/12", "12/52", "2026-01-01", "1 jan", "jan 2nd", "the 3rd", "yesterday", "last monday", "3-Apr-26", "1990",
    "q12w",
)  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """What is measured: its name, the length of the texts, and the milliseconds that the worst may cost (None: no more
    than is said)."""

    name: str
    length: int
    bar: float | None
    read: Callable[[str], object]


@dataclass(frozen=True)
class Worst:
    """The worst text that was found for a reader, how long it takes, how many texts were tried, and how many
    milliseconds a server's loop was held by it at once."""

    reader: Reader
    text: str
    milliseconds: float
    tried: int
    held: float = 0.0

    @property
    def within(self) -> bool:
        """Whether both bars hold."""
        return (self.reader.bar is None or self.milliseconds <= self.reader.bar) and self.held <= MOST_HELD


class Reading:
    """All that a message goes through before something is answered, without a network or a conversation."""

    def __init__(self, model: Path) -> None:
        agent = Agent.load(str(model))
        install(agent)
        understander = understander_of(agent)
        if understander is None:
            raise SystemExit(f"{model} cannot be used: run `make train`.")
        self._understander, self._talk = understander, Talk()

    def of(self, text: str) -> None:
        """The rules over all of it, then understanding what Rasa is given, and who takes it."""
        given = accepted(few_blanks(text))
        part = readable(rasa_part(given, triage(given)))
        self._talk.decide(self._understander.understand(part, whole=len(given) == len(part)))


class Talk:
    """Who takes a text where it stands: the writer's plan is kept, and that of somebody else waits for a yes."""

    def __init__(self) -> None:
        who = dialogue.Who(DAY, "GB", "Europe/London")
        told: dict[str, Any] = {}
        for person, every in ((ME, 12), ("mum", 8)):
            told[person] = dialogue.turn(
                None, f"every {every} weeks, last one 5 October 2026", request="regimen", who=who,
                wording=plan_wording(), new_key=lambda: "key",
            )  # fmt: skip
        plans = {person: outcome.state for person, outcome in told.items()}
        self._who, self._state = who, State(plans=plans, whose="mum", other="mum", awaiting=PLAN)

    def of(self, text: str) -> None:
        """What is decided about the text, or the excerpt of it that is heard, as one about the plan."""
        said = Said.of(few_blanks(text))
        asked = Act(PLAN, details=((REQUEST, "state"),))
        self.decide(Understanding(said.text, Verdict(), asked, excerpt=said.excerpt))

    def decide(self, said: Understanding) -> None:
        """What is decided about what was understood."""
        decide(said, self._state, self._who)


def vocabularies() -> list[list[str]]:
    """Words by what they are to the readers."""
    words = yaml.safe_load(files("b12guide.plan.reading").joinpath("words.yml").read_text("utf-8"))
    cues = files("b12guide.plan.reading").joinpath("cues.yml").read_text("utf-8") + files(
        "b12guide.plan.reading"
    ).joinpath("rules.yml").read_text("utf-8")
    subjects = files("b12guide.understanding").joinpath("subject_words.yml").read_text("utf-8")
    safety = [path.read_text("utf-8") for path in sorted((CONTENT / "safety").glob("**/*.yml"))]
    lexicon = [path.read_text("utf-8") for path in sorted((CONTENT / "safety" / "lexicon").glob("*.yml"))]
    persons = files("b12guide.conversation").joinpath("persons.yml").read_text("utf-8")
    schedule = [form for forms in words["words"].values() for form in forms] + list(words["numbers"])
    talk = files("b12guide.plan.talk").joinpath("moves.yml").read_text("utf-8")
    signs = _letters(" ".join(lexicon))
    faults = [word[:2] + word[3:] for word in signs if len(word) > 6]
    return [
        schedule, _letters(persons + _PEOPLE), _letters(cues), _letters(talk),
        _letters(subjects), signs, _letters(" ".join(safety)), faults, list("abcdiqx123"),
        list(_SIGNS), list(_OTHER_SCRIPTS), list(_DATES),
    ]  # fmt: skip


def _letters(text: str) -> list[str]:
    return sorted(set("".join(c if c.isalpha() or c == "'" else " " for c in text).lower().split()))


class Search:
    """Grows texts: motifs of words that are repeated to a length, and changed where they cost much."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = vocabularies()

    def worst(self, reader: Reader, seconds: float) -> Worst:
        """Search for so many seconds; the same seed begins with the same texts."""
        until, tried = time.monotonic() + seconds, 0
        kept: list[tuple[float, list[str], str]] = []
        words = sorted({word for words in self._words for word in words} - {*_SIGNS})
        self._random.shuffle(words)
        alone = [([sign], "") for sign in _SIGNS] + [([word], " ") for word in words]
        while time.monotonic() < until:
            # First each sign alone, and for half of the time each word: from one word repeated the most is read anew.
            first = tried < len(_SIGNS) or (tried < len(alone) and time.monotonic() < until - seconds / 2)
            motif, join = alone[tried] if first else self._next(kept)
            text = self._text(motif, join, reader.length)
            cost = milliseconds(reader.read, text)
            tried += 1
            kept = sorted([*kept, (cost, motif, join)], key=lambda one: -one[0])[:_KEPT]
            if tried % 50 == 0:
                # What was measured while something else ran must not stay on top.
                kept = [(milliseconds(reader.read, self._text(m, j, reader.length)), m, j) for _, m, j in kept]
        texts = [self._text(motif, join, reader.length) for _, motif, join in kept[:_CHECKED]]
        found = [(milliseconds(reader.read, text, times=3), text) for text in texts]
        cost, text = max(found)
        return Worst(reader, text, cost, tried)

    def _next(self, kept: list[tuple[float, list[str], str]]) -> tuple[list[str], str]:
        rnd = self._random
        if len(kept) < _KEPT or rnd.random() < 0.25:
            return [self._word() for _ in range(rnd.choice((1, 1, 2, 3, 6, _LONGEST_MOTIF, 600)))], rnd.choice(_JOINS)
        _, motif, join = rnd.choice(kept)
        motif = list(motif)
        for _ in range(rnd.choice((1, 1, 2, 4))):
            place = rnd.randrange(len(motif))
            change = rnd.randrange(5)
            if change == 0:
                motif.insert(place, self._word())
            elif change == 1 and len(motif) > 1:
                del motif[place]
            elif change == 2:
                motif[place:place] = rnd.choice(kept)[1][: rnd.randint(1, 4)]
            elif change == 3:
                motif[place:place] = [motif[place]] * rnd.randint(1, 30)
            else:
                motif[place] = self._word()
        return motif, join if rnd.random() < 0.9 else rnd.choice(_JOINS)

    def _word(self) -> str:
        return self._random.choice(self._random.choice(self._words))

    @staticmethod
    def _text(motif: list[str], join: str, length: int) -> str:
        # Blanks are taken out before anything is read: a text that is padded with them is a shorter one.
        once = few_blanks(join.join(motif)) + join
        return (once * (length // max(len(once), 1) + 1))[:length] if once else " " * length


def milliseconds(read: Callable[[str], object], text: str, times: int = 1) -> float:
    """Processor time of reading a text for the first time: the least of several, since others share the machine."""
    least = float("inf")
    for _ in range(times):
        forget_texts()
        begun = time.process_time()
        read(text)
        least = min(least, time.process_time() - begun)
    return least * 1000


def table(found: list[Worst]) -> str:
    """A Markdown table of the worst texts."""
    lines = [
        row("read by", "characters", "worst found", "bar", "holds the loop", "bar", "texts tried", "begins with"),
        "|---|--:|--:|--:|--:|--:|--:|---|",
    ]
    for one in found:
        begin = " ".join(one.text[:40].split()).replace("|", "/").replace("`", "'")
        lines.append(
            row(
                one.reader.name,
                f"{one.reader.length:,}",
                f"{one.milliseconds:.0f} ms",
                "-" if one.reader.bar is None else f"{one.reader.bar:.0f} ms",
                f"{one.held:.0f} ms",
                f"{MOST_HELD:.0f} ms",
                f"{one.tried:,}",
                f"`{begin}`",
            )
        )
    return "\n".join(lines)


def main() -> int:
    """Search, print and write; the exit status says whether the bar holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=120, help="for all searches together")
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--only", help="the reader of this name")
    parser.add_argument("--write", action="store_true", help="write the section of docs/bench.md")
    options = parser.parse_args()
    where, understanding = machine(), Reading(MODEL)
    readers = [
        # So long a text is read where it is, in the loop.
        Reader("rules", SHORT, MOST_HELD, triage),
        Reader("rules", READ, 50, triage),
        Reader("rules", ACCEPTED, 150, triage),
        Reader("plan reader", READ, 50, lambda text: plan.read(text, today=DAY)),
        Reader("talk", WHOLE, None, Talk().of),
        Reader("talk", READ, 50, Talk().of),
        # The encoder reads all of what is heard whole, and of a longer text an excerpt.
        Reader("everything", SHORT, None, understanding.of),
        Reader("everything", WHOLE, None, understanding.of),
        Reader("everything", READ, 50, understanding.of),
        Reader("everything", ACCEPTED, 150, understanding.of),
    ]
    readers = [one for one in readers if options.only in (None, one.name)]
    for reader in readers:
        reader.read("every 12 weeks, and my chest hurts")
    search = Search(options.seed)
    found = [search.worst(reader, options.seconds / len(readers)) for reader in readers]
    with tempfile.TemporaryDirectory(prefix="b12guide-bench-") as folder:
        server = Server(MODEL, Path(folder) / "conversations.db")
        found = [replace(one, held=server.held_by(one.text, times=5)) for one in found]
    body = (
        f"`python -m bench.worst_text`, {today()}, seed {options.seed}; {where}. Processor time of the worst text that "
        f"a search of {options.seconds:.0f} seconds found. Everything: the rules, the pipeline with its encoder, and "
        "who takes it. Talk: who takes it, with the plans of two people. Where no bar stands, all of the text is "
        "heard; of a longer one an excerpt is. Runs of blanks are not counted: they are taken out first. "
        "Holds the loop: the most processor time at once for which a server's loop did nothing else while the same "
        "text was answered.\n\n" + table(found)
    )
    print(body)
    if options.write:
        write_section(SECTION, body)
    return 0 if all(one.within for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
