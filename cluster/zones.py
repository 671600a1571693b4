"""At which minute reminders go out in every time zone there is, each day of two years: a section of docs/faults.md.

python -m cluster.zones
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from b12guide.diary.clock import Quiet, moment
from bench.report import machine, today, with_section
from cluster.services import ROOT

SECTION, REPORT = "Reminders in every time zone", ROOT / "docs" / "faults.md"
FIRST, DAYS = date(2026, 1, 1), 731
# An ordinary minute, one that many zones skip once a year, and one in the night, which no wish gets.
WANTED = (time(9), time(2, 30), time(23, 15))
_MINUTE = timedelta(minutes=1)


@dataclass
class Counted:
    """How many moments were at the wanted minute, at the next one since theirs was skipped, and at neither; how many of
    the wishes lay in the quiet hours after all."""

    zones: int = 0
    moments: int = 0
    skipped: int = 0
    wrong: int = 0
    quiet: int = 0


def count(zones: Sequence[str] = (), *, days: int = DAYS) -> Counted:
    """Look at each day of each zone; at all zones where none is named."""
    counted, quiet = Counted(), Quiet()
    for zone in zones or sorted(available_timezones() - {"localtime", "Factory"}):
        counted.zones += 1
        where = ZoneInfo(zone)
        for number in range(days):
            day = FIRST + timedelta(days=number)
            for at in WANTED:
                counted.moments += 1
                wanted = datetime.combine(day, at)
                found = moment(day, at, zone).astimezone(where).replace(tzinfo=None)
                if found == wanted:
                    continue
                # Neither the wanted minute nor any up to the one that was found is one that clocks there show.
                before = found - _MINUTE
                next_one = found > wanted and not _shown(wanted, where) and not _shown(before, where)
                counted.skipped += next_one
                counted.wrong += not next_one
            for at in WANTED:
                sent = moment(day, quiet.nearest(at), zone).astimezone(where)
                counted.quiet += quiet.has(sent.time())
    return counted


def _shown(wanted: datetime, where: ZoneInfo) -> bool:
    """Whether clocks show a minute: it comes back from where it is in the world."""
    utc = ZoneInfo("UTC")
    return wanted.replace(tzinfo=where).astimezone(utc).astimezone(where).replace(tzinfo=None) == wanted


def section(counted: Counted) -> str:
    """The section of the page."""
    times = ", ".join(f"{at.hour}:{at.minute:02}" for at in WANTED)
    last = FIRST + timedelta(days=DAYS - 1)
    return f"""Written by `python -m cluster.zones` on {today()}, {machine()}.
Each day from {FIRST} to {last} in every zone of the database, wanted at {times}.

| | |
|---|---|
| zones | {counted.zones} |
| moments | {counted.moments:,} |
| at the wanted civil minute | {counted.moments - counted.skipped - counted.wrong:,} |
| at the next minute that there is, since clocks skip the wanted one | {counted.skipped:,} |
| **at any other minute** | **{counted.wrong}** |
| **a reminder in the quiet hours, whatever was wished** | **{counted.quiet}** |"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, write the section. Returns the exit status: 0, or 1 where one is at a wrong minute."""
    parser = argparse.ArgumentParser(prog="cluster.zones", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--report", type=Path, default=REPORT, help="the page to write a section of")
    options = parser.parse_args(arguments)
    counted = count()
    page = options.report.read_text(encoding="utf-8") if options.report.exists() else "# Faults\n"
    options.report.write_text(with_section(page, SECTION, section(counted)), encoding="utf-8")
    print(section(counted))
    return 1 if counted.wrong or counted.quiet else 0


if __name__ == "__main__":
    sys.exit(main())
