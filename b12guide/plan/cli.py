"""``b12guide plan``: a plan in words to one JSON object, or a batch of plans, one a line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date, datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from .dates.planner import DEFAULT_COUNT
from .from_words import plan

MOST_DOSES = 1000
_FIELDS = ("text", "today", "last", "first", "phase", "timezone", "country", "count")


class InputError(ValueError):
    """Input that cannot be used; the message says which and what would be right."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the ``plan`` command to the main parser; ``run`` carries it out."""
    parser = subparsers.add_parser("plan", help="read an injection plan from words and compute its dates")
    parser.add_argument("text", nargs="?", metavar="TEXT", help="the plan in any words")
    parser.add_argument("--jsonl", action="store_true", help="read one JSON object a line from standard input")
    parser.add_argument("--today", metavar="D", help="today's date as YYYY-MM-DD (default: now in the time zone)")
    parser.add_argument("--last", metavar="D", help="date of the last injection given, as YYYY-MM-DD")
    parser.add_argument("--first", metavar="D", help="date of the first injection of the plan, as YYYY-MM-DD")
    parser.add_argument("--timezone", metavar="Z", help="IANA time zone for today's date (default: UTC)")
    parser.add_argument("--country", metavar="C", help="two-letter country code, orders the options of date questions")
    parser.add_argument("--count", metavar="N", help=f"how many doses to list (default: {DEFAULT_COUNT})")
    parser.add_argument("--phase", metavar="N", help="phase of the last injection, 0 is the first phase")
    parser.set_defaults(run=run)
    return parser


def run(
    args: argparse.Namespace, *, stdin: TextIO | None = None, stdout: TextIO | None = None,
    stderr: TextIO | None = None, now: datetime | None = None,
) -> int:  # fmt: skip
    """Carry out ``b12guide plan``.

    ``now`` (an aware time, default: the clock) is used only where no ``today`` is given. Returns the exit status: 0,
    or 2 for input that cannot be used, with one line on ``stderr``.
    """
    source, out, err = stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr
    options = {name: getattr(args, name) for name in _FIELDS}
    try:
        if args.jsonl:
            if args.text is not None:
                raise InputError("give TEXT or --jsonl, not both")
            _batch(source, out, options, now)
        elif args.text is None:
            raise InputError("give the plan as TEXT, or --jsonl to read plans from standard input")
        else:
            print(json.dumps(_answer(options, now), ensure_ascii=False), file=out)
    except InputError as error:
        print(f"b12guide plan: {error}", file=err)
        return 2
    return 0


def today_in(zone: ZoneInfo, now: datetime) -> date:
    """The date in ``zone`` at the moment ``now`` (an aware time)."""
    return now.astimezone(zone).date()


def _batch(source: TextIO, out: TextIO, options: dict[str, Any], now: datetime | None) -> None:
    """One answer for every line that is not blank; a bad line is answered with its error."""
    for line in source:
        if not line.strip():
            continue
        try:
            answer = _answer({**options, **_object(line)}, now)
        except InputError as error:
            answer = {"error": str(error)}
        print(json.dumps(answer, ensure_ascii=False), file=out, flush=True)


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError("the line is not JSON; give an object with a text") from None
    if not isinstance(found, dict):
        raise InputError("the line is not a JSON object; give an object with a text")
    unknown = sorted(set(found) - set(_FIELDS))
    if unknown:
        raise InputError(f"unknown field {unknown[0]!r}; known are {', '.join(_FIELDS)}")
    return {name: value for name, value in found.items() if value is not None}


def _answer(options: dict[str, Any], now: datetime | None) -> dict[str, Any]:
    text, country = options["text"], options["country"]
    if not isinstance(text, str):
        raise InputError("text is missing; give the plan in words")
    if country is not None and not (isinstance(country, str) and len(country) == 2 and country.isalpha()):
        raise InputError(f"country {country!r} is not a two-letter code such as GB")
    today, last, first = (_date(name, options[name]) for name in ("today", "last", "first"))
    if last and first:
        raise InputError("give first or last, not both")
    zone = _zone(options["timezone"])
    phase, count = _number("phase", options["phase"]), _number("count", options["count"])
    result = plan(
        text,
        today=today or today_in(zone, now or datetime.now(zone)),
        last=last, first=first, phase=phase,
        country=country.upper() if country else None,
        count=DEFAULT_COUNT if count is None else count,
    )  # fmt: skip
    return result.to_json()


def _date(name: str, value: Any) -> date | None:
    if value is None:
        return None
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(f"{name} {value!r} is not a date; write it as 2026-03-30") from None
    if not 1900 <= found.year <= 2100:
        raise InputError(f"{name} {value!r} is not between the years 1900 and 2100")
    return found


def _zone(value: Any) -> ZoneInfo:
    if value is None:
        return ZoneInfo("UTC")
    try:
        return ZoneInfo(value)
    except (OSError, TypeError, ValueError, KeyError, AttributeError):
        raise InputError(f"timezone {value!r} is not known; write it as Europe/London") from None


def _number(name: str, value: Any) -> int | None:
    if value is None:
        return None
    try:
        number = int(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else -1
    except ValueError:
        number = -1
    if not 0 <= number <= MOST_DOSES:
        raise InputError(f"{name} {value!r} is not a whole number from 0 to {MOST_DOSES}")
    return number
