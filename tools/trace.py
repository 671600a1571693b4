"""The way of a message through our files, from receipt to reply: ``make trace TEXT="every 12 weeks"``.

A file is entered when one of its functions begins, in whichever thread; a step is a call from one file of ours to
another, whatever lies between them. What a library calls by itself, as the event loop does, begins at "outside".
"""

from __future__ import annotations

import logging
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import structlog

from b12guide.serve import quiet
from bench.report import with_section
from tests.conftest import MODEL, ROOT, Bot

OURS = tuple(f"{ROOT / folder}/" for folder in ("b12guide", "actions"))
OUTSIDE = "outside"
SECTION = "The files on the way"
PAGE = ROOT / "docs" / "architecture.md"
WHO = {"country": "GB", "timezone": "Europe/London", "today": "2026-02-01"}
SHOWN = "how long until I feel better?"
COMPARED = (SHOWN, "every 12 weeks, last one 5 January 2026", "my throat is closing up")


class Trace:
    """Files in the order in which they were entered, and how often which file called into which."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.steps: Counter[tuple[str, str]] = Counter()
        self._on, self._lock = False, threading.Lock()

    def of(self, bot: Bot, text: str) -> Trace:
        """Trace one message, the first of a conversation; what is loaded at the first message was loaded before."""
        threading.setprofile(self._called)
        sys.setprofile(self._called)
        try:
            bot.say(f"before {text}", text, **WHO)
            _forget()
            self._on = True
            bot.say(text, text, **WHO)
        finally:
            self._on = False
            sys.setprofile(None)
            threading.setprofile(None)  # type: ignore[arg-type]
        return self

    def _called(self, frame: FrameType, event: str, argument: Any) -> None:
        # A coroutine that goes on after waiting is "called" again, and then stands at an instruction of its own.
        if not self._on or event != "call" or frame.f_lasti >= 0:
            return
        entered = _file(frame)
        if entered is None:
            return
        above = frame.f_back
        while above is not None and _file(above) is None:
            above = above.f_back
        caller = OUTSIDE if above is None else _file(above) or OUTSIDE
        with self._lock:
            self.files.setdefault(entered, caller)
            if caller not in (entered, OUTSIDE):
                self.steps[caller, entered] += 1

    def __str__(self) -> str:
        """A line a file: how often others called into it, and which did so first; then the totals."""
        into = Counter[str]()
        for (_, entered), count in self.steps.items():
            into[entered] += count
        lines = [f"{into[file]:5}  {file}  (from {first})" for file, first in self.files.items()]
        return "\n".join([*lines, self.total()])

    def total(self) -> str:
        """Both figures in words."""
        return f"{len(self.files)} files, {sum(self.steps.values())} calls from file to file"


def _file(frame: FrameType) -> str | None:
    name = frame.f_code.co_filename
    return name[len(f"{ROOT}/") :] if name.startswith(OURS) else None


def _forget() -> None:
    """A text is met as new, as that of another person is."""
    from b12guide.shared import forget_texts

    forget_texts()


def section(bot: Bot) -> str:
    """What docs/architecture.md shows."""
    traces = {text: Trace().of(bot, text) for text in COMPARED}
    rows = "".join(f"| {text} | {trace.total()} |\n" for text, trace in traces.items())
    return (
        f'`make trace TEXT="{SHOWN}"` prints each file that the message enters, how often other files\n'
        "call into it, and the first to do so (`python -m tools.trace --write` puts it here anew):\n\n"
        f"```text\n{traces[SHOWN]}\n```\n\n| message | in all |\n|---|---|\n{rows}"
    )


def main(argv: list[str]) -> int:
    """Command line; returns the exit status. `--write` puts what three messages print into docs/architecture.md."""
    if len(argv) != 1 or not argv[0].strip():
        print('Say which message: make trace TEXT="how long until I feel better?"', file=sys.stderr)
        return 2
    if not MODEL.is_file():
        print(f"{MODEL} is missing: run `make train`.", file=sys.stderr)
        return 1
    quiet()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with tempfile.TemporaryDirectory() as folder:
        bot = Bot(Path(folder) / "conversations.db")
        if argv == ["--write"]:
            page = with_section(PAGE.read_text(encoding="utf-8"), SECTION, section(bot))
            PAGE.write_text(page, encoding="utf-8")
        else:
            print(Trace().of(bot, argv[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
