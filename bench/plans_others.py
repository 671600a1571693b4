"""What `recurrent` and Microsoft's Recognizers-Text make of the phrases on standard input; run by `bench.plans`.

Reads one JSON list ``[text, date]`` a line and prints, for each library, its readings as ``frequency/period unit``
(null where it gives none) and its times. Needs the two libraries and imports nothing of the project.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import datetime

from recognizers_date_time import DateTimeRecognizer
from recurrent import RecurringEvent

_UNITS = {"DAILY": "d", "WEEKLY": "wk", "MONTHLY": "mo", "YEARLY": "a"}
_TIMEX = re.compile(r"^P(?P<n>\d+(?:\.\d+)?)(?P<u>[DWMY])$")
_TIMEX_UNITS = {"D": "d", "W": "wk", "M": "mo", "Y": "a"}
Reader = Callable[[str, datetime], str | None]


def recurrent(text: str, now: datetime) -> str | None:
    """The rule that `recurrent` finds, if it is one that recurs."""
    rule = str(RecurringEvent(now_date=now).parse(text))
    frequency = re.search(r"FREQ=(\w+)", rule)
    if frequency is None:
        return None
    every = re.search(r"INTERVAL=(\d+)", rule)
    return f"1/{every[1] if every else 1}{_UNITS.get(frequency[1], frequency[1])}"


def recognizers(text: str, now: datetime) -> str | None:
    """The first set (recurring time) that Recognizers-Text finds."""
    model = _MODEL.get_datetime_model()
    for found in model.parse(text, now):
        if found.type_name != "datetimeV2.set":
            continue
        timex = str(found.resolution["values"][0]["timex"])
        match = _TIMEX.match(timex)
        return f"1/{match['n']}{_TIMEX_UNITS[match['u']]}" if match else "other"
    return None


_MODEL = DateTimeRecognizer("en-us")


def measure(reader: Reader, phrases: list[tuple[str, datetime]]) -> dict[str, object]:
    """Readings and milliseconds of processor time; a crash counts as no reading."""
    readings: list[str | None] = []
    taken: list[float] = []
    for text, now in phrases:
        start = time.process_time_ns()
        try:
            readings.append(reader(text, now))
        except Exception as error:
            print(f"{reader.__name__} failed on {text!r}: {error}", file=sys.stderr)
            readings.append(None)
        taken.append((time.process_time_ns() - start) / 1e6)
    taken.sort()
    p50, p95 = (taken[int(len(taken) * share)] for share in (0.5, 0.95))
    speed = {"p50": p50, "p95": p95, "a_second": 1000 * len(taken) / sum(taken)}
    return {"readings": readings, "speed": speed}


def main() -> None:
    """Read the phrases, run both libraries, print their results as one JSON object."""
    phrases = [(text, datetime.fromisoformat(day)) for text, day in map(json.loads, sys.stdin)]
    result = {"recurrent": measure(recurrent, phrases), "Recognizers-Text": measure(recognizers, phrases)}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
