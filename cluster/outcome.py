"""What came of a run through faults, and the page that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.measure import percentile
from bench.report import machine, today
from cluster.deletion import Deleted
from cluster.history import Check
from cluster.people import EMERGENCIES, STILL, People, Said
from cluster.phones import Delivered

# Seconds between two people who call for help, and the longest that one of them may wait for the card.
CALL_EVERY, LONGEST_WAIT = 0.5, 1.0


@dataclass
class Outcome:
    """What came of a run."""

    people: People
    found: Check
    windows: list[Window]
    delivered: Delivered
    deleted: list[Deleted]

    @property
    def said(self) -> list[Said]:
        """All messages."""
        return [one for conversation in self.people.conversations for one in conversation.said]

    @property
    def signs(self) -> list[Said]:
        """Those with a warning sign."""
        return [one for one in self.said if one.text in EMERGENCIES]

    @property
    def late(self) -> list[Said]:
        """Those whose card did not come within a second."""
        return [one for one in self.signs if one.wait > LONGEST_WAIT]

    @property
    def passed(self) -> bool:
        """Whether nothing at all is wrong."""
        return self.found.passed and not self.late and self.delivered.passed and all(one.passed for one in self.deleted)


@dataclass
class Window:
    """From when to when something was wrong, in seconds of the monotonic clock."""

    name: str
    began: float
    ended: float


def report(outcome: Outcome, seconds: float) -> str:
    """The page with the figures of a run that took so many seconds."""
    people, found, windows, signs = outcome.people, outcome.found, outcome.windows, outcome.signs
    said = outcome.said
    after = sum(one.text == STILL for one in said)
    rows = [_row(window, said) for window in windows]
    calm = [one for one in said if not any(w.began <= one.sent <= w.ended for w in windows)]
    tries = sum(one.tries > 1 for one in said)
    longest = max((one.wait for one in signs), default=0.0)
    slowest = max((one.seconds for one in calm), default=0.0)
    return f"""# Faults

Written by `make test-cluster` on {today()}, {machine()}. Two servers behind the proxy
(`deploy/haproxy.cfg`), with Postgres, Redis and RabbitMQ, all on this machine together with the people who write:
{_at_once(people)} conversations at once, and every {CALL_EVERY} seconds somebody new with a warning sign. Each message
is sent until it is answered, always under the same id; again too where the answer asks for that, since the
message could not be read in time.

| | |
|---|---|
| messages sent | {found.sent:,} in {seconds:.0f} s |
| answered | {found.answered:,} |
| kept in the database | {found.kept:,} |
| **lost** | **{len(found.lost)}** |
| **doubled** | **{len(found.doubled)}** |
| conversations out of order | {len(found.disordered)} |
| answers kept otherwise than they were seen | {len(found.other)} |
| messages with a warning sign | {len(signs):,} |
| messages right after one, which are an emergency still | {after:,} |
| of both, without their card | {len(found.wrong_level)} |
| longest wait for the card of a warning sign | {longest:.2f} s |
| messages that the client sent more than once | {tries} ({_failures(people)}) |
| messages of which RabbitMQ was told | {found.events:,} of {found.sent:,}, {found.events_doubled} twice |

The history check reads every conversation back through the export that people have, and the rows of the database: each
message is there once, in the order in which it was sent, with the answer that its person saw.

| what went wrong | for | messages meanwhile | slowest answer | p95 | slowest card of a warning sign |
|---|---|---|---|---|---|
{chr(10).join(rows)}
| nothing | | {len(calm):,} | {slowest:.2f} s | {_p95(calm)} | {_slowest_sign(calm)} |

"For" is from the fault until everything is as before: all servers ready, and a new one has heard each of its people
again. A server that is killed takes with it what it had not told RabbitMQ, and what it held for a database that was
away at the same time; one that is new knows nobody while the database is away: two faults at once can cost something,
one does not.

## A message that two servers get at the same moment

{_delivered(outcome.delivered)}

## Deletion

Postgres, after all of this: every table, before and after.

| asked for by | conversations | of which anything is left | others that went |
|---|---|---|---|
{chr(10).join(f"| {way.way} | {way.asked} | {way.left} | {way.others} |" for way in outcome.deleted)}
"""


def _delivered(delivered: Delivered) -> str:
    return (
        f"WhatsApp's stand-in delivered {delivered.messages} message ids to both servers at the same moment, and every "
        f"tenth of them\nonce more after its answer: {delivered.deliveries} deliveries, {delivered.accepted} accepted, "
        f"{delivered.messages - delivered.unanswered} messages\nanswered, {delivered.unanswered} without an answer, "
        f"{delivered.doubled} answers too many."
    )


def _at_once(people: People) -> int:
    return sum(len(conversation.said) > 1 for conversation in people.conversations)


def _row(window: Window, said: Sequence[Said]) -> str:
    inside = [one for one in said if window.began <= one.sent <= window.ended]
    slowest = max((one.seconds for one in inside), default=0.0)
    seconds = f"{window.ended - window.began:.0f} s"
    return (
        f"| {window.name} | {seconds} | {len(inside):,} | {slowest:.2f} s | {_p95(inside)} | {_slowest_sign(inside)} |"
    )


def _p95(said: Sequence[Said]) -> str:
    return f"{percentile([one.seconds for one in said], 0.95) * 1000:.0f} ms" if said else "-"


def _slowest_sign(said: Sequence[Said]) -> str:
    return f"{max((one.wait for one in said if one.text in EMERGENCIES), default=0):.2f} s"


def _failures(people: People) -> str:
    return ", ".join(f"{count} x {name}" for name, count in sorted(people.failures.items())) or "none failed"
