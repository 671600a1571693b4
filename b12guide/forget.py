"""The `forget` command: delete what is kept of a person, or what is old, while the server runs or does not."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from b12guide.settings import DATA, LONGEST_DAYS, SettingError, database

if TYPE_CHECKING:
    from b12guide.rasa.conversation_tables import ConversationTables

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

CHANNELS = ("messenger", "slack", "sms", "telegram", "twilio_whatsapp", "whatsapp")


def add_parser(subparsers: Subparsers) -> None:
    """Add `forget` to the commands of `b12guide`."""
    parser = subparsers.add_parser("forget", help="delete what is kept of a person, or what is old")
    parser.add_argument("conversation", nargs="?", metavar="NAME", help="sender (REST) or conversation id (page)")
    parser.add_argument("--channel", choices=CHANNELS, help="where the person writes from; with --address")
    parser.add_argument("--address", help="their number or id there, as the provider gives it: +447700900000")
    parser.add_argument("--older-than", type=int, metavar="DAYS", help="whose last turn is longer ago than this")
    parser.add_argument(
        "--clock-is-right", action="store_true", help="delete by age again, after the clock of this machine leapt ahead"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Delete and say how many; returns the exit status: 0, 1 where nothing was kept, 2 for what cannot be done."""
    ways = [args.conversation is not None, bool(args.channel and args.address), args.older_than is not None]
    if sum(ways) != (not args.clock_is_right) or bool(args.channel) != bool(args.address):
        return _refuse("give one of NAME, --channel with --address, --older-than DAYS, or --clock-is-right")
    if args.older_than is not None and not 0 < args.older_than <= LONGEST_DAYS:
        return _refuse(f"--older-than takes a number of days from 1 to {LONGEST_DAYS}")
    from sqlalchemy.exc import SQLAlchemyError

    from b12guide.database.clock_mark import ClockLeapError
    from b12guide.database.schema import NewerDatabaseError

    try:
        if args.clock_is_right:
            _tables().looked_after(time.time(), trusted=True)
            print("The clock is believed: a server deletes what is old within the hour.")
            return 0
        count = _forget_old(args.older_than) if args.older_than else _forget(_name(args))
    except (ClockLeapError, NewerDatabaseError, SettingError) as fault:
        return _refuse(str(fault))
    except SQLAlchemyError as fault:
        return _refuse(f"the database cannot be used ({type(fault).__name__}): look at B12GUIDE_DATABASE")
    print(f"Deleted: {count}. A server that runs forgets the texts it holds in memory within 15 minutes.")
    return 0 if count else 1


def _name(args: argparse.Namespace) -> str:
    if not args.channel:
        return str(args.conversation).split(".")[0] if args.conversation.count(".") == 1 else str(args.conversation)
    from b12guide.channels.incoming import Names
    from b12guide.channels.signing import load_secret

    return Names(load_secret(DATA)).conversation(args.channel, args.address)


def _tables() -> ConversationTables:
    from b12guide.rasa.conversation_tables import ConversationTables

    tables = ConversationTables(database())
    tables.create()
    return tables


def _forget(name: str) -> int:
    """Delete a conversation and all that the channels keep of it but the wish to get no more messages."""
    from b12guide.channels.inbox_tables import InboxTables

    tables, inbox = _tables(), InboxTables(database(), owner="", lease_seconds=0)
    found = tables.delete(name)
    return int(inbox.forget(name) or found)


def _forget_old(days: int) -> int:
    tables, now = _tables(), time.time()
    tables.looked_after(now)
    before = now - days * 86_400
    count = sum(tables.delete(name, before) for name in tables.names(before))
    tables.empty_journal()
    return count


def _refuse(problem: str) -> int:
    print(f"b12guide forget: {problem}", file=sys.stderr)
    return 2
