"""How a run through an attack is judged, and the table that tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.report import machine, row, today

SECTION = "Under attack"
# Seconds that others wait at most for the card of a warning sign and for any other answer; memory of the server in MB
# (2**20 bytes).
LONGEST_CARD, LONGEST_ANSWER, MOST_MEMORY = 1.0, 3.0, 600.0
DIRECT, PROXY = "directly", "proxy"


@dataclass(frozen=True)
class Wait:
    """What somebody got: after how many seconds, and what was wrong with it (None: nothing)."""

    seconds: float
    problem: str | None = None


@dataclass(frozen=True)
class Loot:
    """What the stranger got.

    Attributes:
        got: how often each status, or kind of failure, came back.
        shown: of whom something came back that is not the stranger's.
        cards: where the attack itself is a call for help: what came back.
    """

    got: Mapping[str, int]
    shown: Sequence[str] = ()
    cards: Sequence[Wait] = ()


@dataclass(frozen=True)
class Run:
    """One attack, and how the others fared meanwhile.

    Attributes:
        door: `DIRECT` or `PROXY`.
        loot: what the stranger got; None where nobody attacks.
        cards, answers: of the people with a warning sign, and of everybody else.
        memory: the most that the server held, in MB.
        lost: whose conversation, plan or standing emergency was not there any more.
        alive: whether the same process answers as before some seconds later.
        waited: seconds that the server was ready to work and had no processor, since others had them.
        load: the machine's load average at the end.
    """

    attack: str
    door: str
    loot: Loot | None
    cards: Sequence[Wait]
    answers: Sequence[Wait]
    memory: float
    lost: Sequence[str] = field(default=())
    alive: bool = True
    waited: float = 0.0
    load: float = 0.0

    @property
    def missed(self) -> list[str]:
        """What was promised and not kept; empty where all was."""
        found = []
        if not _held(self.cards, LONGEST_CARD):
            found.append("cards")
        if not _held(self.answers, LONGEST_ANSWER):
            found.append("answers")
        if self.memory >= MOST_MEMORY:
            found.append("memory")
        if self.lost:
            found.append("lost")
        if self.loot and self.loot.shown:
            found.append("shown")
        if not self.alive:
            found.append("recovery")
        if self.loot and not self.loot.got:
            found.append("not carried out")
        return found

    @property
    def line(self) -> str:
        """The run as a line of the table."""
        verdict = f"**missed**: {', '.join(self.missed)}" if self.missed else "held"
        memory, load, waited = f"{self.memory:.0f} MB", f"{self.load:.1f}", f"{self.waited:.1f} s"
        lost, shown = str(len(self.lost)), str(len(self.loot.shown) if self.loot else 0)
        came_back = _counts(self.loot.got) if self.loot else "-"
        cards, answers = _slowest(self.cards), _slowest(self.answers)
        return row(self.attack, self.door, cards, answers, memory, lost, shown, came_back, waited, load, verdict)

    @property
    def problems(self) -> list[str]:
        """What went wrong, one line each."""
        late = [
            *(("card", wait) for wait in _bad(self.cards, LONGEST_CARD)),
            *(("answer", wait) for wait in _bad(self.answers, LONGEST_ANSWER)),
        ]
        waits = [f"{what}: {wait.problem or 'late'} after {wait.seconds:.2f} s" for what, wait in late]
        shown = self.loot.shown if self.loot else ()
        return [*waits, *(f"lost: {one}" for one in self.lost), *(f"shown: {one}" for one in shown)]


def card_problem(messages: Sequence[Mapping[str, Any]], static_card: str | None) -> str | None:
    """What is wrong with the answer to a warning sign: it is an emergency's card, or the one that needs no Rasa.

    `static_card` is the text of that; None where it does not do, since the server has time to read the message.
    """
    levels = [message["custom"].get("level") for message in messages if message.get("custom")]
    if "emergency" in levels or any(message.get("text") == static_card for message in messages):
        return None
    return f"no card ({_gist(messages)})"


def answer_problem(messages: Sequence[Mapping[str, Any]], calm: Sequence[Mapping[str, Any]]) -> str | None:
    """What is wrong with the answer to a question: it is of the same kind, about the same, as when nothing is wrong."""
    return None if subject(messages) == subject(calm) else f"another answer ({_gist(messages)})"


def subject(messages: Sequence[Mapping[str, Any]]) -> tuple[str | None, tuple[str, ...]]:
    """The kind of an answer and its topics."""
    custom = next((message["custom"] for message in messages if message.get("custom")), {})
    return custom.get("kind"), tuple(custom.get("topics") or ())


def texts(messages: Sequence[Mapping[str, Any]]) -> list[str]:
    """The texts of an answer."""
    return [message["text"] for message in messages if message.get("text")]


def section(runs: Sequence[Run], left_out: Sequence[str], seconds: float) -> str:
    """The part of the page on faults that tells the runs; `left_out` are the attacks for which no time was left."""
    head = ["attack", "by", "cards", "answers", "memory", "lost", "shown", "the stranger got", "waited", "load", ""]
    missing = "".join(f"\n\n**Not run, for want of time: {name}.**" for name in left_out)
    return f"""Written by `make attacks` on {today()}, {machine()}, {seconds:.0f} s.
One server on SQLite, on the same machine as everybody else; a stranger at one address of the loopback does what is
named, to the server itself (`{DIRECT}`) and through `deploy/haproxy.cfg` with TLS (`{PROXY}`), while others with
addresses of their own use it in the same way: six with a warning sign and six with a question, each new, spread over
the attack; one who asks again for a stored plan, and one who deletes a conversation. Waited is how long the server
was ready to work while other programs had the processors; load is the machine's.

{row(*head)}
{"|---" * len(head)}|
{chr(10).join(run.line for run in runs)}{missing}

Held is: every card of the others within {LONGEST_CARD:.0f} s, every other answer within {LONGEST_ANSWER:.0f} s and the
same as when nothing is wrong, both counted from the opening of the chat; less than {MOST_MEMORY:.0f} MB (all processes
of the server, shared pages once); afterwards the same process is as quick as before within some seconds (`recovery`),
tells every stored plan as before, keeps every emergency standing, also that of a private chat, and has every question
in its history (`lost`); nothing of another person's came back to the stranger (`shown`). Where the stranger calls for
help too, those cards count with the others'. In the line of the ward nobody attacks: its 50 people have one address."""


def _held(waits: Sequence[Wait], seconds: float) -> bool:
    return bool(waits) and not _bad(waits, seconds)


def _bad(waits: Sequence[Wait], seconds: float) -> list[Wait]:
    return [wait for wait in waits if wait.problem is not None or wait.seconds > seconds]


def _slowest(waits: Sequence[Wait]) -> str:
    right = sum(wait.problem is None for wait in waits)
    return f"{right} of {len(waits)}, {max((wait.seconds for wait in waits), default=0.0):.2f} s"


def _counts(got: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} x {name}" for name, count in sorted(got.items())) or "nothing"


def _gist(messages: Sequence[Mapping[str, Any]]) -> str:
    return f"{subject(messages)[0]}: {' '.join(texts(messages))[:60]}"
