"""Reminders under kills: two servers on real Postgres send 10,000, while one of them is killed again and again.

    .venv/bin/python -m cluster.reminders [--reminders 10000] [--kills 200] [--seed 1]

Writes a section of docs/faults.md. Ends with status 1 where one came twice, or was lost with nothing to follow.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from datetime import time as civil
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from aiohttp import web

from b12guide.channels.inbox_tables import InboxTables, Kept
from b12guide.channels.reminder_desk import Desk, Reach
from b12guide.conversation import State
from b12guide.conversation.whose import ME
from b12guide.diary.notes import Diary
from b12guide.diary.reminders import HERE, Reminders, Wish
from b12guide.plan import dialogue
from b12guide.rasa.conversation_tables import SLOTS
from b12guide.reminder_rules import ReminderRules
from b12guide.shared import plan_wording
from bench.measure import percentile
from bench.report import machine, today, with_section
from cluster.programs import ClusterError, ensure
from cluster.reminder_server import CHANNEL, LEASE, FastClock, ready, serve
from cluster.services import LOOPBACK, ROOT, Services, free_port

SECTION = "Reminders"
REPORT = ROOT / "docs" / "faults.md"
ZONE, TOLD, DOSE = "Europe/London", date(2026, 3, 5), date(2026, 5, 4)
FIRST_HOUR, HOURS = 9, 8
# Of so many one is put on hold, and one says STOP, while it runs.
EVERY = 40
# Seconds of the machine after a hold or STOP in which one may still arrive that had been handed over.
HANDED_OVER = 2.0
_WAITING = sa.text(
    "SELECT conversation FROM reminders WHERE day = :day AND NOT second AND state IN ('planned', 'sending')"
)
# Which of the provider's answers are "try again later", of a hundred.
BUSY = 3


@dataclass
class Outcome:
    """What came of a run; each of the lists names conversations."""

    reminders: int
    kills: int = 0
    seconds: float = 0.0
    speed: float = 1.0
    arrived: dict[str, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))
    ended: dict[str, float] = field(default_factory=dict)
    unsure: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    after_end: list[str] = field(default_factory=list)
    followed: int = 0
    late: list[float] = field(default_factory=list)
    quiet: int = 0
    busy: int = 0

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.doubled or self.lost or self.after_end or self.quiet) and self.followed == len(self.unsure)


class Provider:
    """Twilio as far as texts need it: takes what it gets, a little later, and is busy at times."""

    def __init__(self, outcome: Outcome, chance: random.Random) -> None:
        self._outcome, self._chance, self.port = outcome, chance, free_port()

    async def __aenter__(self) -> Provider:
        app = web.Application()
        app.router.add_post("/{path:.*}", self._take)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, LOOPBACK, self.port).start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        form = await request.post()
        if self._chance.random() * 100 < BUSY:
            self._outcome.busy += 1
            return web.json_response({"code": 20429}, status=429, headers={"Retry-After": "1"})
        self._outcome.arrived[str(form["To"])].append((time.monotonic(), str(form["Body"])))
        # It has it, and the answer is on its way: here a server can die that does not know.
        await asyncio.sleep(self._chance.random() * 0.05)
        return web.json_response({"sid": "SM1", "status": "queued"}, status=201)


def warm_up() -> None:
    """Wait until the process from which servers start has loaded all."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["cluster.reminder_server"])
    process = made.Process(target=ready)
    process.start()
    process.join()


class Servers:
    """Two of them; which dies is chance."""

    def __init__(self, database: str, provider: str, clock: FastClock) -> None:
        self._made = multiprocessing.get_context("forkserver")
        self._arguments = (database, provider, clock)
        self.running: list[Any] = [self._start(), self._start()]

    def _start(self) -> Any:
        process = self._made.Process(target=serve, args=self._arguments, daemon=True)
        process.start()
        return process

    def kill(self, number: int) -> None:
        """One is gone at once."""
        self.running[number].kill()
        self.running[number].join()

    def start(self, number: int) -> None:
        """Another one in its place."""
        self.running[number] = self._start()

    def stop(self) -> None:
        """All are gone."""
        for number in range(len(self.running)):
            self.kill(number)


def conversation(number: int) -> str:
    return f"sms-{number:05}"


def phone(number: int) -> str:
    return f"+4477009{number:05}"


def state(number: int, count: int, plan: dict[str, Any]) -> State:
    """A person who wants to be reminded on the day, each at a minute of their own."""
    minute = number * HOURS * 60 // count
    at = civil(FIRST_HOUR + minute // 60, minute % 60)
    since = datetime(2026, 3, 5, tzinfo=ZoneInfo("UTC"))
    kept = Reminders((Wish(0, at, HERE, since),), zone=ZONE)
    return State(plans={ME: plan}, diaries={ME: Diary(reminders=kept.to_json()).to_json()})


def slots(kept: State) -> str:
    """The slots of a conversation, as they are stored."""
    return json.dumps({"memory": kept.to_json()})


def a_plan() -> dict[str, Any]:
    """Every 12 weeks, told and confirmed."""
    who, found = dialogue.Who(TOLD, "GB", ZONE, True), None
    for text, request in (("every 12 weeks, last one 9 february 2026", "regimen"), ("yes", "affirm")):
        kept = found.state if found else None
        moves = dialogue.moves(kept, text, who=who)
        found = dialogue.turn(
            kept, text, request=request, moves=moves, who=who, wording=plan_wording(), new_key=lambda: "key"
        )
    assert found is not None
    assert found.state is not None
    return found.state


async def prepare(database: str, count: int, plan: dict[str, Any]) -> None:
    """Conversations with a wish, and the rows that a turn plans for each."""
    desk = Desk(database, rules=ReminderRules(), patience=60, clock=lambda: moment(0))
    with desk.tables.engine.begin() as connection:
        rows = [
            {
                "sender_id": conversation(n),
                "updated": 1.0,
                "data": json.dumps({"memory": state(n, count, plan).to_json()}),
            }
            for n in range(count)
        ]
        connection.execute(sa.insert(SLOTS), rows)
    for number in range(count):
        reach = Reach(CHANNEL, phone(number))
        await desk.plan(conversation(number), state(number, count, plan), reach, ZONE)
    desk.close()


def moment(hour: float) -> float:
    """So many hours after midnight of the day of the dose, as seconds since 1970."""
    return datetime(2026, 5, 4, tzinfo=ZoneInfo(ZONE)).timestamp() + hour * 3600


async def run(count: int, kills: int, seed: int, database: str) -> Outcome:
    """Let two servers send while one of them dies again and again; then see who got what, and what follows."""
    outcome, chance = Outcome(count), random.Random(seed)
    plan = a_plan()
    await prepare(database, count, plan)
    outcome.seconds = max(20.0, kills * 2.5)
    outcome.speed = HOURS * 3600 / outcome.seconds
    async with Provider(outcome, chance) as provider:
        address = f"http://{LOOPBACK}:{provider.port}"
        await asyncio.to_thread(warm_up)
        clock = FastClock(moment(FIRST_HOUR), time.monotonic(), outcome.speed)
        servers = Servers(database, address, clock)
        try:
            ending = asyncio.create_task(_end_some(outcome, count, plan, database, chance))
            for _ in range(kills):
                await asyncio.sleep(outcome.seconds / kills * (0.5 + chance.random()) / 2)
                number = chance.randrange(2)
                await asyncio.to_thread(servers.kill, number)
                outcome.kills += 1
                await asyncio.sleep(outcome.seconds / kills * chance.random() / 2)
                await asyncio.to_thread(servers.start, number)
            await ending
            await _settled(database, clock, outcome)
        finally:
            servers.stop()
        _look(outcome, count, plan, database, clock)
        await _follow_up(outcome, database, address)
    return outcome


async def _end_some(outcome: Outcome, count: int, plan: dict[str, Any], database: str, chance: random.Random) -> None:
    """Put some on hold, and let some say STOP, each at a moment of its own before its reminder is due."""
    desk, inbox = Desk(database, rules=ReminderRules(), patience=60), InboxTables(database, "phones", 15)
    ends = sorted((n for n in range(count) if n % EVERY in (7, 23)), key=lambda n: n * (0.2 + 0.79 * chance.random()))
    began = time.monotonic()
    for number in ends:
        # Most of them before they are due, some at about that minute.
        due = outcome.seconds * number / count
        await asyncio.sleep(max(0.0, began + due * (0.6 + 0.4 * chance.random()) - time.monotonic()))
        await asyncio.to_thread(_end, number, count, plan, desk, inbox)
        outcome.ended[phone(number)] = time.monotonic()
    desk.close()
    inbox.engine.dispose()


def _end(number: int, count: int, plan: dict[str, Any], desk: Desk, inbox: InboxTables) -> None:
    name = conversation(number)
    if number % EVERY == 7:
        inbox.keep(name, Kept(stopped=True), 1.0)
        return
    held = state(number, count, dialogue.paused(plan))
    with desk.tables.engine.begin() as connection:
        connection.execute(sa.update(SLOTS).where(SLOTS.c.sender_id == name).values(data=slots(held)))


async def _settled(database: str, clock: FastClock, outcome: Outcome) -> None:
    """Wait until no first reminder of that day waits, or is held, any more."""
    engine = sa.create_engine(database)
    deadline = time.monotonic() + 120 + 5 * LEASE
    stops = {conversation(n) for n in range(outcome.reminders) if n % EVERY == 7}
    while time.monotonic() < deadline:
        await asyncio.sleep(1)
        with engine.connect() as connection:
            left = connection.execute(_WAITING, {"day": DOSE.isoformat()}).all()
        if not {row[0] for row in left} - stops:
            break
    engine.dispose()


def _look(outcome: Outcome, count: int, plan: dict[str, Any], database: str, clock: FastClock) -> None:
    """Who got what, and of whom got nothing, what follows."""
    engine = sa.create_engine(database)
    with engine.connect() as connection:
        found = connection.execute(
            sa.text("SELECT conversation, second, state FROM reminders WHERE day = :day"), {"day": DOSE.isoformat()}
        ).all()
    engine.dispose()
    rows = defaultdict(dict)
    for name, second, kept in found:
        rows[name][bool(second)] = kept
    for number in range(count):
        name, to = conversation(number), phone(number)
        got, ended = outcome.arrived.get(to, []), outcome.ended.get(to)
        if len(got) > 1:
            outcome.doubled.append(name)
        if ended is not None:
            if any(at > ended + HANDED_OVER for at, _ in got):
                outcome.after_end.append(name)
            continue
        if not got:
            follows = rows[name].get(False) == "sent" and rows[name].get(True) == "planned"
            (outcome.unsure if follows else outcome.lost).append(name)
            continue
        wanted = moment(FIRST_HOUR) + (number * HOURS * 60 // count) * 60
        at = clock.base + (got[0][0] - clock.began) * clock.speed
        outcome.late.append((at - wanted) / clock.speed)
        local = datetime.fromtimestamp(at, ZoneInfo(ZONE)).time()
        outcome.quiet += ReminderRules().quiet.has(local)


async def _follow_up(outcome: Outcome, database: str, address: str) -> None:
    """Two days later: those that got theirs have answered; each of the others gets the one more, once."""
    engine = sa.create_engine(database)
    with engine.begin() as connection:
        others = set(outcome.unsure)
        connection.execute(
            sa.text("UPDATE reminders SET state = 'over' WHERE second AND NOT conversation = ANY(:others)"),
            {"others": sorted(others)},
        )
    engine.dispose()
    before = {to: len(got) for to, got in outcome.arrived.items()}
    servers = Servers(database, address, FastClock(moment(48 + FIRST_HOUR), time.monotonic(), 600.0))
    try:
        deadline = time.monotonic() + HOURS * 6 + 30
        while time.monotonic() < deadline:
            await asyncio.sleep(1)
            new = {to: len(got) - before.get(to, 0) for to, got in outcome.arrived.items()}
            outcome.followed = sum(new.get(phone(int(name.removeprefix("sms-"))), 0) == 1 for name in others)
            if outcome.followed == len(others):
                break
        await asyncio.sleep(2)
    finally:
        servers.stop()
    more = [to for to, got in outcome.arrived.items() if len(got) - before.get(to, 0) > 1]
    outcome.doubled += more


def section(outcome: Outcome) -> str:
    """The section of the page."""
    ends = len(outcome.ended)
    silent = sum(not outcome.arrived.get(to) for to in outcome.ended)
    late = sorted(outcome.late) or [0.0]
    return f"""Written by `python -m cluster.reminders` on {today()}, {machine()}.
Two servers send reminders of SMS from one Postgres, each at a minute of its own between {FIRST_HOUR}:00 and
{FIRST_HOUR + HOURS}:00 of a clock that runs {outcome.speed:.0f} times as fast; a stand-in for the phone company takes
them, answers up to 50 ms later, and {BUSY} of a hundred times is busy. One of the two servers, by chance, is killed
(SIGKILL), and another one begins in its place, all the while. Meanwhile people say STOP, and plans are put on hold.

| | |
|---|---|
| reminders wanted | {outcome.reminders:,} |
| servers killed | {outcome.kills} in {outcome.seconds:.0f} s |
| arrived | {sum(bool(got) for got in outcome.arrived.values()):,} |
| **doubled** | **{len(outcome.doubled)}** |
| **lost with nothing to follow** | **{len(outcome.lost)}** |
| may have gone out when its server died, and did not arrive | {len(outcome.unsure)} |
| of these, reached by the one more of two days later, once | {outcome.followed} |
| ended by STOP or a hold before or while they were due | {ends:,}, of which {silent:,} got none |
| **arrived more than {HANDED_OVER:.0f} s after the STOP or the hold** | **{len(outcome.after_end)}** |
| arrived in the quiet hours | {outcome.quiet} |
| refused as busy, and sent later | {outcome.busy} |
| after the wanted minute began, half of them | {percentile(late, 0.5):.1f} s |
| 99 of 100 | {percentile(late, 0.99):.1f} s |
| the last | {late[-1]:.1f} s |

Seconds are those of the machine. A server that died held its reminders for {LEASE:.0f} s (a real one has 30 s). What it
had committed to send and not noted as sent may have gone out: SMS takes no key under which a message counts once, so
it is not sent again, and the one more that follows where nobody answers is sent instead."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, write the section, say what is wrong. Returns the exit status: 0, 1 for a failed check, 2 for no cluster."""
    parser = argparse.ArgumentParser(prog="cluster.reminders", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reminders", type=int, default=10_000, help="how many people want one")
    parser.add_argument("--kills", type=int, default=200, help="how often a server is killed")
    parser.add_argument("--report", type=Path, default=REPORT, help="the page to write a section of")
    parser.add_argument("--seed", type=int, default=1, help="chooses who dies, and when")
    options = parser.parse_args(arguments)
    try:
        ensure(("postgres",))
        with tempfile.TemporaryDirectory(prefix="b12guide-reminders-") as name:
            folder = Path(name)
            folder.chmod(0o755)
            services = Services(folder)
            try:
                services.start_postgres()
                outcome = asyncio.run(run(options.reminders, options.kills, options.seed, services.database))
            finally:
                services.postgres.stop()
    except ClusterError as error:
        print(f"cluster: {error}", file=sys.stderr)
        return 2
    text = section(outcome)
    page = options.report.read_text(encoding="utf-8") if options.report.exists() else "# Faults\n"
    options.report.write_text(with_section(page, SECTION, text), encoding="utf-8")
    print(text)
    for what in ("doubled", "lost", "after_end"):
        for name in getattr(outcome, what)[:10]:
            print(f"{what}: {name}", file=sys.stderr)
    return 0 if outcome.passed else 1


if __name__ == "__main__":
    sys.exit(main())
