"""The verdict of the whole product on a text, as it reads a first message: rules and trained model."""

from __future__ import annotations

from pathlib import Path

from rasa.core.agent import Agent

from b12guide.channels.base import accepted, rasa_part
from b12guide.plain_text import readable
from b12guide.rasa import inprocess
from b12guide.rasa.understood import understander_of
from b12guide.shared import triage
from b12guide.understanding import Understander
from b12guide.understanding.verdict import Verdict

MODEL = Path("models/b12guide.tar.gz")


class NoModelError(RuntimeError):
    """There is no model that can be asked; the message says how to get one."""


def understander(model: Path = MODEL) -> Understander:
    """What the trained model understands with, loaded as the server loads it.

    Raises: NoModelError where there is none, or it cannot be loaded.
    """
    if not model.is_file():
        raise NoModelError(f"{model} is missing. Run `make train`.")
    agent = Agent.load(str(model))
    inprocess.install(agent)
    found = understander_of(agent)
    if found is None:
        raise NoModelError(f"{model} cannot be loaded. Run `make train`.")
    return found


def verdict_on(text: str, reader: Understander) -> Verdict:
    """What `text` says of warning signs as the first message of a conversation, also where it is cut for its length."""
    given = accepted(text)
    found = triage(given)
    part = readable(rasa_part(given, found))
    cut = len(text) > len(part)
    understood = reader.understand(part, whole=not cut).verdict
    return max(Verdict.of_rules(found), understood, key=Verdict.rank) if cut else understood
