"""The others who use the server while it is attacked: what each of them waits for, and what has to be there after."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cluster.assaults import ASK_PLAN, REST, REST_PERSON
from cluster.attack_page import Wait, answer_problem, card_problem, texts
from cluster.doors import METADATA, Door, Person, static_card, timed
from cluster.people import EMERGENCIES, STILL
from cluster.programs import ClusterError

QUESTIONS = (
    "how soon will the injections make me less tired",
    "does it sting when it goes in",
    "what is the needle for",
    "how many micrograms are in one ampoule",
    "what do they check after you start",
    "do I have this for life now",
)
EACH, PLANS, WEEKS = 6, 4, 12
WARD, WARD_ADDRESS, WARD_CALLS, WARD_SECONDS = 50, "127.0.2.1", 5, 10.0
Messages = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Kept:
    """A stored plan: whose it is, the conversation, the answer when it is asked for, and words of that alone."""

    who: str
    conversation: str
    answer: Sequence[str]
    mark: str


@dataclass(frozen=True)
class Calm:
    """How everything is answered when nothing is wrong: each question, each plan, and the plan of a sender of REST."""

    questions: Mapping[str, Messages]
    plans: Sequence[Kept]
    rest: Kept
    static: str

    @property
    def marks(self) -> dict[str, str]:
        """By person, words that nobody else may be shown."""
        return {kept.who: kept.mark for kept in (*self.plans, self.rest)}


async def calm(door: Door, rest_address: str) -> Calm:
    """Store the plans and ask everything once.

    Raises:
        ClusterError: a plan is not told as it has to be, so that nothing could be judged.
    """
    questions: dict[str, Messages] = {}
    plans: list[Kept] = []
    for text in QUESTIONS:
        async with Person(door, "127.0.3.1") as person:
            await person.begin()
            questions[text] = await person.say(text)
    for number in range(PLANS):
        said, mark = _plan(7 + number)
        async with Person(door, f"127.0.3.{number + 2}") as person:
            conversation = await person.begin()
            for text in (said, "yes"):
                await person.say(text)
            plans.append(Kept(f"plan {number + 1}", conversation, texts(await person.say(ASK_PLAN)), mark))
    said, mark = _plan(40)
    for text in (said, "yes"):
        ask_rest(rest_address, text)
    rest = Kept("the plan of a sender of REST", REST_PERSON, ask_rest(rest_address, ASK_PLAN), mark)
    for kept in (*plans, rest):
        if kept.mark not in " ".join(kept.answer):
            raise ClusterError(f"{kept.who} was to be told {kept.mark}, and was told {' '.join(kept.answer)[:200]!r}.")
    return Calm(questions, plans, rest, static_card())


def ask_rest(address: str, text: str, sender: str = REST_PERSON) -> list[str]:
    """The texts of an answer over REST, as another program on the machine asks for it.

    Raises:
        OSError: none came.
    """
    body = json.dumps({"sender": sender, "message": text, "metadata": METADATA}).encode()
    request = urllib.request.Request(address + REST, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return texts(json.load(answer))


class Others:
    """Everybody who comes during one attack."""

    def __init__(self, door: Door, known: Calm, rest_address: str, first: int) -> None:
        """`first`: a number from which on their addresses are new."""
        self._door, self._calm, self._rest_address = door, known, rest_address
        self._addresses = (f"127.0.{10 + number // 200}.{1 + number % 200}" for number in itertools.count(first))
        self._open = contextlib.AsyncExitStack()
        # Of those who were answered: whom an emergency stands for, and what was asked.
        self._in_need: list[Person] = []
        self._asked: list[tuple[Person, str]] = []

    async def __aenter__(self) -> Others:
        await self._open.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    async def come(self) -> None:
        """Who was there before: a private chat with an emergency, and a conversation that will be deleted."""
        private, self._leaving = await self._person(), await self._person()
        self._keeper = await self._person()
        self._keeper.take_up(self._calm.plans[0].conversation)
        before = await timed(self._in_private(private)), await timed(self._beginning(self._leaving))
        for wait in before:
            if wait.problem:
                raise ClusterError(f"Before anybody attacked, something was wrong: {wait.problem}.")

    async def meanwhile(self, seconds: float) -> tuple[list[Wait], list[Wait]]:
        """Everybody else, spread over so many seconds: the waits of those with a warning sign, and of all others."""

        async def at(share: float, work: Any) -> Wait:
            await asyncio.sleep(share * seconds)
            return await timed(work)

        calls = [at((n + 0.5) / EACH, self._call(EMERGENCIES[n % len(EMERGENCIES)])) for n in range(EACH)]
        questions = [at((n + 0.2) / EACH, self._question(QUESTIONS[n % len(QUESTIONS)])) for n in range(EACH)]
        others = [at(0.4, self._plan_again()), at(0.6, self._deletion())]
        waits = await asyncio.gather(*calls, *questions, *others)
        return waits[:EACH], waits[EACH:]

    async def afterwards(self) -> list[str]:
        """What is lost: asked for again, once the attack is over."""
        lost: list[str] = []

        async def look(name: str, work: Any) -> None:
            wait = await timed(work)
            if wait.problem:
                lost.append(f"{name}: {wait.problem}")

        for kept in self._calm.plans:
            keeper = await self._person()
            keeper.take_up(kept.conversation)
            await look(kept.who, self._same(keeper, kept))
        await look(self._calm.rest.who, self._rest_plan())
        for number, person in enumerate(self._in_need):
            await look("a private chat's emergency" if number == 0 else "an emergency", self._stands(person))
        for person, text in self._asked:
            await look(f"the question {text!r}", _in_history(person, text))
        return lost

    async def _person(self) -> Person:
        person: Person = await self._open.enter_async_context(Person(self._door, next(self._addresses)))
        return person

    async def _in_private(self, person: Person) -> str | None:
        await person.begin(private=True)
        self._in_need.append(person)
        return card_problem(await person.say(EMERGENCIES[0]), self._calm.static)

    async def _beginning(self, person: Person) -> str | None:
        await person.begin()
        await person.say("hello")
        return None

    async def _call(self, text: str) -> str | None:
        person = await self._person()
        await person.begin()
        problem = card_problem(await person.say(text), self._calm.static)
        if problem is None:
            self._in_need.append(person)
        return problem

    async def _question(self, text: str) -> str | None:
        person = await self._person()
        await person.begin()
        problem = answer_problem(await person.say(text), self._calm.questions[text])
        if problem is None:
            self._asked.append((person, text))
        return problem

    async def _plan_again(self) -> str | None:
        return await self._same(self._keeper, self._calm.plans[0])

    async def _deletion(self) -> str | None:
        answer = await self._leaving.call("/chat/forget", {"conversation": self._leaving.conversation})
        return None if answer == {"deleted": True} else "not deleted"

    async def _same(self, person: Person, kept: Kept) -> str | None:
        told = texts(await person.say(ASK_PLAN))
        return None if told == kept.answer else f"told {' '.join(told)[:80]!r}"

    async def _rest_plan(self) -> str | None:
        told = await asyncio.get_running_loop().run_in_executor(None, ask_rest, self._rest_address, ASK_PLAN)
        return None if told == self._calm.rest.answer else f"told {' '.join(told)[:80]!r}"

    async def _stands(self, person: Person) -> str | None:
        return card_problem(await person.say(STILL), self._calm.static)


async def ward(door: Door, known: Calm) -> tuple[list[Wait], list[Wait]]:
    """50 people behind one address, each with two messages within some seconds: the waits for cards and answers."""

    async def one(number: int) -> tuple[list[Wait], list[Wait]]:
        cards: list[Wait] = []
        answers: list[Wait] = []
        async with Person(door, WARD_ADDRESS) as person:

            async def ask(text: str) -> str | None:
                return answer_problem(await person.say(text), known.questions[text])

            async def call(text: str) -> str | None:
                return card_problem(await person.say(text), known.static)

            async def first(text: str) -> str | None:
                await person.begin()
                return await ask(text)

            await asyncio.sleep(number / WARD * WARD_SECONDS)
            answers.append(await timed(first(QUESTIONS[number % len(QUESTIONS)])))
            await asyncio.sleep(2)
            if number % (WARD // WARD_CALLS) == 0:
                cards.append(await timed(call(EMERGENCIES[number % len(EMERGENCIES)])))
            else:
                answers.append(await timed(ask(QUESTIONS[(number + 1) % len(QUESTIONS)])))
        return cards, answers

    found = await asyncio.gather(*(one(number) for number in range(WARD)))
    return [wait for cards, _ in found for wait in cards], [wait for _, answers in found for wait in answers]


async def _in_history(person: Person, text: str) -> str | None:
    lines = (await person.call("/chat/history", {"conversation": person.conversation}))["messages"]
    return None if any(line["from"] == "user" and line["text"] == text for line in lines) else "not there"


def _plan(days: int) -> tuple[str, str]:
    """A plan whose last injection was so many days ago, as somebody says it; and its next date as it is told."""
    last = datetime.now(ZoneInfo(METADATA["timezone"])).date() - timedelta(days=days)
    following = last + timedelta(weeks=WEEKS)
    words = f"{following:%A} {following.day} {following:%B %Y}"
    return f"every {WEEKS} weeks, the last one was on {last.day} {last:%B %Y}", words
