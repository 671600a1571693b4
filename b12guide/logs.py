"""What the server writes about itself: never a text, a name, a number or an address of anybody.

Our own lines are written so. Lines of the libraries are not: they quote messages, statements and addresses. So of a
library's line its place in the source is told, not its words, and of an error its type.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from b12guide.settings import SettingError, setting

VARIABLE = "B12GUIDE_LOG"
OWN = ("b12guide", "actions")
TURNS = "b12guide.turns"


def told(record: logging.LogRecord) -> dict[str, Any]:
    """The fields of a line."""
    moment = datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds")
    line: dict[str, Any] = {"time": moment, "level": record.levelname, "logger": record.name}
    if record.name.split(".")[0] in OWN:
        line["message"] = record.getMessage()
        line.update(getattr(record, "fields", {}))
    else:
        line["where"] = f"{'/'.join(Path(record.pathname).parts[-3:])}:{record.lineno}"
    if record.exc_info and record.exc_info[0]:
        line["error"] = record.exc_info[0].__name__
    return line


class JsonLines(logging.Formatter):
    """One JSON object a line, for programs that collect logs."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        return json.dumps(told(record))


class PlainLines(logging.Formatter):
    """One line to read."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = told(record)
        words = line.get("message") or f"(line of a library: {line['where']})"
        return f"{line['time']} {line['level']} {line['logger']}: {words}" + (
            f" ({line['error']})" if "error" in line else ""
        )


def configure(environment: Mapping[str, str] | None = None) -> None:
    """Log to standard error: plain lines, or with `B12GUIDE_LOG=json` JSON with a line for each turn.

    Raises:
        SettingError: `B12GUIDE_LOG` is something else.
    """
    wanted = setting(VARIABLE, environment) or "plain"
    if wanted not in ("plain", "json"):
        raise SettingError(f"{VARIABLE} is {wanted}: it can be plain or json.")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if wanted == "json" else PlainLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    # Rasa cuts the framework's loggers off from the others: a line that finds no handler is written as it stands, with
    # the address of a plan or a whole request in it.
    logging.lastResort = handler
    logging.getLogger(TURNS).setLevel(logging.INFO if wanted == "json" else logging.WARNING)


def watch_uncaught() -> None:
    """Log errors that nothing catches, in any thread, as all others: Python itself would print what they quote."""

    def uncaught(error: BaseException | None) -> None:
        if error is not None and not isinstance(error, (KeyboardInterrupt, SystemExit)):
            logging.getLogger(OWN[0]).critical("Nothing caught an error.", exc_info=error)

    sys.excepthook = lambda kind, error, trace: uncaught(error)
    sys.unraisablehook = lambda found: uncaught(found.exc_value)
    threading.excepthook = lambda found: uncaught(found.exc_value)
