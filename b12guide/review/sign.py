"""`make sign`: writes the signature of who has read a page of `make review`.

make sign TOPIC=... HASH=... NAME="..." ROLE="..."
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from b12guide.content import ContentError, in_words
from b12guide.plan import full_date
from b12guide.safety import SafetyDataError

from .check import refusals
from .sheet_list import Sheets, load_sheets
from .sheets import HASH_PREFIX, Sheet
from .signatures import (
    FOLDER,
    KEPT,
    NAME_HERE,
    ROLE_HERE,
    SCHEMA,
    SIGNATURE,
    due_after,
    is_left,
    read_signatures,
)


class SignError(Exception):
    """Nothing was signed; the text says why and what to do."""


def sign(content: Path, sheets: Sheets, *, of: str, name: str, role: str, read: str, today: date) -> Path:
    """Write a signature, and beside it the texts that were signed.

    Args:
        content: the content folder.
        sheets: what there is to sign.
        of: the topic, card or language.
        name, role: who signs, and what they are.
        read: the hash on the page that they read.
        today: the day of the signature.

    Returns:
        the signature's file.

    Raises:
        SignError: what is to be signed is not known, is not what was read, has a fault that `make check-content` names,
            or the name or the role is missing.
    """
    sheet = _sheet(sheets, of)
    read = read if not read or read.startswith(HASH_PREFIX) else f"{HASH_PREFIX}{read}"
    if not read:
        raise SignError(f"HASH is missing; run `make review`, read build/review/{of}.html, and copy the command on it.")
    if read != sheet.hash:
        message = f"the texts of {of} are not those with the hash {read}; run `make review`, and read its page again."
        raise SignError(message)
    for given, option, here in ((name, "NAME", NAME_HERE), (role, "ROLE", ROLE_HERE)):
        if is_left(given, here):
            raise SignError(
                f'{option}="{here}" is what stands for who signs. Give {option}="...", as patients read it.'
            )
        if not given.strip():
            raise SignError(f'{option} is missing; patients read who signed and what they are. Give {option}="...".')
    if faults := refusals(content, today).get(of):
        mended = "mend them, run `make review`, and read the page again"
        raise SignError(f"`make check-content` refuses texts of {of}; {mended}:\n" + "\n".join(faults))
    signature = {"name": name.strip(), "role": role.strip(), "date": today.isoformat(), "hash": sheet.hash}
    schema = Draft202012Validator(json.loads((content / SCHEMA).read_text(encoding="utf-8")))
    for error in schema.iter_errors(signature):
        raise SignError(f'{in_words(error)}. Give NAME="..." and ROLE="...".')
    folder = content / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{of}{SIGNATURE}"
    path.with_suffix(KEPT).write_text(sheet.kept, encoding="utf-8", newline="\n")
    path.write_text(yaml.safe_dump(signature, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
    return path


def _sheet(sheets: Sheets, of: str) -> Sheet:
    if of in sheets:
        return sheets[of]
    like = difflib.get_close_matches(of, sheets.names(), 3)
    hint = f"Nearest: {', '.join(like)}." if like else "Every name is on build/review/index.html (`make review`)."
    raise SignError(f"there is no {of or 'TOPIC'} to sign. {hint}")


def main(argv: Sequence[str] | None = None) -> int:
    """Sign; returns the exit status, 2 where nothing was signed."""
    parser = argparse.ArgumentParser(prog="sign", description="Sign the texts of a topic, a card or a language.")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder")
    for option, meaning in (("of", "what"), ("name", "who signs"), ("role", "what they are"), ("hash", "as read")):
        parser.add_argument(f"--{option}", default="", help=meaning)
    options = parser.parse_args(argv)
    today = datetime.now().astimezone().date()
    try:
        sheets = load_sheets(options.content)
        before = read_signatures(options.content, sheets.names())[0].get(options.of)
        path = sign(
            options.content, sheets, of=options.of, name=options.name, role=options.role, read=options.hash, today=today
        )
    except (SignError, ContentError, SafetyDataError, OSError) as error:
        print(f"Not signed: {error}", file=sys.stderr)
        return 2
    print(f"Signed: {path}, with the texts beside it in {path.with_suffix(KEPT).name}.")
    if before is not None and before.who != f"{options.name.strip()} ({options.role.strip()})":
        print(f"It takes the place of that of {before.who} of {full_date(before.signed_on)}: one counts at a time.")
    print(f"It holds until {full_date(due_after(today))} while the texts stay. The chat says so from its next start.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
