"""Load a trained model as the server would and ask it one thing: python -m b12guide.rasa.check_model FILE."""

from __future__ import annotations

import asyncio
import sys

from rasa.core.agent import Agent


async def check(path: str) -> str | None:
    """What is wrong with the model at `path`, or None."""
    agent = Agent.load(path)
    if not agent.is_ready():
        return f"{path} was trained but cannot be loaded."
    parsed = await agent.parse_message("my throat is closing up")
    if parsed["intent"]["name"] != "emergency":
        return f"{path} does not see an emergency in 'my throat is closing up'."
    return None


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    problem = asyncio.run(check(argv[0]))
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
