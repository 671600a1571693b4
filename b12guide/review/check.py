"""`make check-content`: what keeps the content from being published, and which signatures hold no more, a line each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from b12guide.content import ContentError, Fault
from b12guide.content.check import check as check_texts
from b12guide.safety import SafetyDataError

from .reviews import Reviews, State, load_reviews
from .sheet_list import load_sheets
from .sheets import hash_of
from .signatures import KEPT, files_of


def check(folder: Path, today: date) -> list[str]:
    """Find everything that is wrong with a content folder and its signatures.

    Args:
        folder: the content folder.
        today: the day against which dates are held.

    Returns:
        the findings, each with file and line; an empty list when all is well.
    """
    faults = check_texts(folder, today)
    if not files_of(folder):
        return [str(fault) for fault in faults]
    try:
        reviews = load_reviews(folder, load_sheets(folder))
    except ContentError:  # each of its faults is listed
        return [str(fault) for fault in faults]
    except SafetyDataError as error:
        return [*map(str, faults), str(error)]
    faults += signature_faults(reviews, today)
    return [str(fault) for fault in sorted(set(faults))]


def refusals(folder: Path, today: date) -> dict[str, list[str]]:
    """What the check refuses in texts, by the name of their file, which is that of a topic: these are not signed."""
    found: dict[str, list[str]] = {}
    for fault in check_texts(folder, today):
        found.setdefault(fault.path.stem, []).append(str(fault))
    return found


def signed(folder: Path, today: date, begin: str = "") -> Iterator[str]:
    """How many signatures hold, and of each who signed what until when, behind `begin`.

    Without it nothing where none holds; nothing of content that cannot be read: what is wrong with it is a fault.
    """
    try:
        reviews = load_reviews(folder, load_sheets(folder)) if files_of(folder) else None
    except (ContentError, SafetyDataError):
        return
    holding = {
        name: one
        for name, one in sorted(reviews.signatures.items() if reviews else ())
        if reviews and reviews.state(name, today).standing == "signed"
    }
    if not (begin or holding):
        return
    yield f"{begin}Signed: {len(holding) or 'nothing yet'}."
    for name, one in holding.items():
        yield f"{name}: signed by {one.who} on {one.signed_on}, to be looked at again by {one.due}"


def signature_faults(reviews: Reviews, today: date) -> Iterator[Fault]:
    """What is wrong with the signatures: files that cannot be used, and those that hold no more."""
    yield from reviews.faults
    for name in reviews.signatures:
        state = reviews.state(name, today)
        yield from _faults_of(name, state, reviews.sheets[name].hash, today)


def _faults_of(name: str, state: State, now: str, today: date) -> Iterator[Fault]:
    signature = state.signature
    if signature is None:
        return
    document, kept = signature.document, signature.document.path.with_suffix(KEPT)
    signed = f"{name} was signed by {signature.who} on {signature.signed_on}"
    way_out = f"run `make review` and read build/review/{name}.html; it says how to sign again"
    taken_back = f"or take it back: delete {' and '.join(str(document.path.with_name(one)) for one in signature.files)}"
    # Where the day has begun already it is a day later than here.
    if signature.signed_on > today + timedelta(days=1):
        message = f"date: {signature.signed_on} is still to come; write the day of the signature"
        yield Fault(document.path, document.line_of("date"), message)
    if state.standing == "changed":
        message = f"hash: {signed}, and its texts have changed since (now {now}), so it is void; "
        message += f"{way_out}; or put the texts back as they were signed; {taken_back}"
        yield Fault(document.path, document.line_of("hash"), message)
    elif signature.kept is None:
        message = f"hash: {signed}, but {kept.name} beside it, with what was signed, is missing or cannot be read; "
        yield Fault(document.path, document.line_of("hash"), f"{message}copy build/review/{kept.name} to it")
    elif hash_of(signature.kept) != signature.hash:
        message = f"is not what was signed; copy build/review/{kept.name} (`make review`) over it"
        yield Fault(kept, 1, message)
    if state.standing == "overdue":
        message = f"date: {signed}, and a new review was due by {signature.due}; {way_out}; {taken_back}"
        yield Fault(document.path, document.line_of("date"), message)


def main(argv: Sequence[str] | None = None) -> int:
    """Print one line a finding, or that there is none; then who signed what.

    Args:
        argv: `[folder] [--today YEAR-MONTH-DAY]`; the folder is `content` unless given.

    Returns:
        0 when all is well, 1 when something is not.
    """
    parser = argparse.ArgumentParser(prog="check-content", description="Find what keeps the content from publication.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="the content folder")
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="hold review dates against this day")
    options = parser.parse_args(argv)
    today = options.today or datetime.now(timezone.utc).date()
    findings = check(options.folder, today)
    for line in [*findings, *signed(options.folder, today, "" if findings else "No fault. ")]:
        print(line)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
