"""The commands of whoever looks after the database: `backup`, `restore`, `deletions`, `database`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from b12guide.settings import SettingError, database

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Add the commands to those of `b12guide`."""
    backup = subparsers.add_parser("backup", help="write all of the database to a file, while servers run")
    backup.add_argument("file", type=Path, metavar="FILE", help="a new file; only its owner will be able to read it")
    restore = subparsers.add_parser("restore", help="put a backup in the place of the database, with servers stopped")
    restore.add_argument("file", type=Path, metavar="FILE", help="what `b12guide backup` wrote")
    restore.add_argument("--replace", action="store_true", help="lose what the database has")
    listed = subparsers.add_parser("deletions", help="which conversations people had deleted, as digests with dates")
    listed.add_argument("--apply", action="store_true", help="read such a list, and delete what it names")
    version = subparsers.add_parser("database", help="the version of the database's tables")
    version.add_argument("--to", metavar="VERSION", help="bring it to this version, forward or back; - is before 0001")


def run(args: argparse.Namespace) -> int:
    """Do it and say so; returns the exit status: 0, or 2 with one line for what cannot be done."""
    from sqlalchemy.exc import SQLAlchemyError

    from b12guide.database.backup import BackupError
    from b12guide.database.schema import NewerDatabaseError

    try:
        print(_DO[args.command](args, database()))
    except (BackupError, NewerDatabaseError, SettingError) as fault:
        return _refuse(args, str(fault))
    except SQLAlchemyError as fault:
        return _refuse(args, f"the database cannot be used ({type(fault).__name__}): look at B12GUIDE_DATABASE")
    return 0


def _backup(args: argparse.Namespace, url: str) -> str:
    from b12guide.database.backup import backup

    backup(url, args.file)
    return f"The database is in {args.file}. It is not encrypted."


def _restore(args: argparse.Namespace, url: str) -> str:
    from b12guide.database.backup import restore

    count = restore(url, args.file, replace=args.replace)
    return f"The database is as it was in {args.file}. Deleted again, because people had it deleted since: {count}."


def _deletions(args: argparse.Namespace, url: str) -> str:
    from b12guide.database.backup import BackupError, delete_again, deletions_of
    from b12guide.database.engine import engine_of

    if not args.apply:
        return json.dumps(deletions_of(engine_of(url)))
    try:
        listed = json.load(sys.stdin)
        listed = {str(name): float(seconds) for name, seconds in listed.items()}
    except (AttributeError, TypeError, ValueError):
        raise BackupError("give the list that `b12guide deletions` wrote: b12guide deletions --apply < FILE") from None
    return f"Deleted again: {delete_again(url, listed)}."


def _database(args: argparse.Namespace, url: str) -> str:
    from b12guide.database import schema
    from b12guide.database.backup import BackupError
    from b12guide.database.engine import engine_of

    engine = engine_of(url)
    if args.to is not None:
        to = "" if args.to == "-" else args.to
        if to not in schema.VERSIONS:
            raise BackupError(f"there is no version {args.to}: give one of -, {', '.join(schema.VERSIONS[1:])}")
        schema.migrate(engine, to)
    return f"The database has version {schema.version(engine) or '-'}; this program works with {schema.CURRENT}."


_DO = {"backup": _backup, "restore": _restore, "deletions": _deletions, "database": _database}


def _refuse(args: argparse.Namespace, problem: str) -> int:
    print(f"b12guide {args.command}: {problem}", file=sys.stderr)
    return 2
