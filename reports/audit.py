"""`docs/clinical-safety/audit.md`: a triage audit of labelled messages, answered as the whole product answers them.

python -m reports.audit [--sets FOLDER --page FILE]

Without `--sets` the sets of the repository are audited. A FOLDER holds *.jsonl files, an object a line: `text`,
`level` (none, routine, urgent or emergency), and where known `sign` and `voice`. Figures, and the file and line of
each miss, go on the page; the words of other people's messages do not.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from b12guide.serve import quiet
from b12guide.understanding.sign_model import EMERGENCY, URGENT
from b12guide.understanding.verdict import NONE, ROUTINE, Verdict
from bench.widget_report import write_section
from reports._first_readings import range_of
from reports._intervals import ExactShare
from reports._labelled import NOT_APART, OWN_SETS, Judged, Message, SetError, read_folder
from reports._tables import table

FOLDER = Path("docs/clinical-safety")
PAGE, CASE = FOLDER / "audit.md", FOLDER / "safety-case.md"
# Where the safety case has its figures.
MARK = "audit"
ASKED = "asked about first"
ANSWERS = (NONE, ROUTINE, ASKED, URGENT, EMERGENCY)
MUST = (EMERGENCY, URGENT, ROUTINE, NONE)
GROUNDS = {
    "none": "no reader saw a sign that is there now",
    "rules": "the rules",
    "likeness": "likeness to learned signs",
    "doubted": "words of an emergency that were taken as not meant",
}


@dataclass(frozen=True)
class Audited(Judged):
    """A message with the level that the product answers it at, and the verdict behind it."""

    verdict: Verdict

    @classmethod
    def of(cls, message: Message, verdict: Verdict) -> Audited:
        """`message`, as `verdict` answers it."""
        return cls(message, verdict.level, verdict)

    @property
    def must(self) -> str:
        """What it must be answered as."""
        return self.message.level or NONE

    @property
    def answer(self) -> str:
        """One of `ANSWERS`: its level, or that it is asked about before there is a card."""
        return ASKED if self.verdict.asks_first else self.level

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.message.place.rpartition(":")[0]


def page(audited: Sequence[Audited], *, own: bool, source: str) -> str:
    """The whole page, in Markdown. `own`: the sets of the repository, whose words are shown; `source`: their name."""
    missed = [one for one in audited if one.missed]
    alarms = [one for one in audited if one.false_alarm]
    parts = [
        "# Triage audit\n\n" + _introduction(own=own, source=source),
        "## In all\n\n" + in_all(audited),
        "## What it was and what it was answered as\n\n" + _confusion(audited),
        "## By set\n\n" + _by(audited, "set", lambda one: one.file),
        "## By sign\n\n" + _by([one for one in audited if one.message.level], "sign", lambda one: one.message.kind),
    ]
    voiced = [one for one in audited if one.message.voice]
    if voiced:
        parts.append("## By voice\n\n" + _by(voiced, "voice", lambda one: str(one.message.voice)))
    parts.append(
        f"## Each miss\n\n{len(missed)} answered below the lowest level that is right.\n\n" + _list(missed, own)
    )
    parts.append(f"## Each false alarm\n\n{len(alarms)} without a sign.\n\n" + _list(alarms, own))
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def _introduction(*, own: bool, source: str) -> str:
    said = (
        f"Written by `make audit` from {source}. Each message is read as the first of a conversation, by the rules\n"
        "and the trained model together, and by the one decision that the chat goes by. Each share has its exact 95 %\n"
        "bounds (Clopper-Pearson).\n\n"
        "- **Under-triage**: answered below the lowest level that is right.\n"
        "- **Over-triage**: answered above the highest level that is right.\n"
        "- **No warning**: an emergency or urgent message that gets no level, or routine: the worst kind of miss.\n"
        f"- **{ASKED.capitalize()}**: it only sounds urgent, so the chat first asks whether something is new or\n"
        "  worse; a card follows unless the answer is no. It counts as urgent everywhere on this page.\n"
        "- **False alarm**: no sign, and answered as an emergency or urgent. A message without a label has no sign."
    )
    if not own:
        return said
    return said + (
        "\n\n**These sets are no proof.** The product has been shaped on them: rules and phrases were made broader\n"
        "by what they taught. Of emergencies in sets that were read for the first time, by what read messages then,\n"
        f"the rules alone found {range_of('rules')}, all readers together {range_of('pipeline')}\n"
        "([each set](../safety.md)).\n"
        "People wrote these messages for the purpose, or they come from public pages; none is from a patient of a\n"
        "clinic that uses this. Run it on messages of your own: `make audit SETS=folder OUT=page.md`."
    )


def in_all(audited: Sequence[Audited]) -> str:
    """The figures of all messages together, in Markdown."""
    signs = [row for level in (EMERGENCY, URGENT, ROUTINE) if (row := _found_row(audited, level))]
    calm = [one for one in audited if one.message.level is None]
    head = ["must be", "at its level or above", "under-triage", "over-triage", "no warning"]
    tables = [table(head, signs)] if signs else []
    if calm:
        tables.append(table(["without a sign", *_ALARMS], [[len(calm), *_alarms(calm)]]))
    return "\n\n".join(tables)


def _found_row(audited: Sequence[Audited], level: str) -> list[object] | None:
    those = [one for one in audited if one.message.level == level]
    if not those:
        return None
    silent = _share(those, lambda one: one.level in (NONE, ROUTINE)) if level != ROUTINE else "-"
    return [level, *_found(those), _share(those, lambda one: one.above), silent]


def _found(those: Sequence[Audited]) -> list[ExactShare]:
    return [_share(those, lambda one: not one.missed), _share(those, lambda one: one.missed)]


_ALARMS = ("called an emergency", "called urgent", "false alarms in all")


def _alarms(calm: Sequence[Audited]) -> list[ExactShare]:
    """How many of messages without a sign were called one, in the order of `_ALARMS`."""
    called = [_share(calm, lambda one, level=level: one.level == level) for level in (EMERGENCY, URGENT)]
    return [*called, _share(calm, lambda one: one.false_alarm)]


def _share(those: Sequence[Audited], holds: Callable[[Audited], bool]) -> ExactShare:
    return ExactShare(sum(map(holds, those)), len(those))


def _confusion(audited: Sequence[Audited]) -> str:
    rows = []
    for must in MUST:
        those = [one for one in audited if one.must == must]
        if those:
            rows.append([must, len(those), *(sum(one.answer == got for one in those) for got in ANSWERS)])
    return table(["must be \\ answered as", "messages", *ANSWERS], rows)


def _by(audited: Iterable[Audited], name: str, group: Callable[[Audited], str]) -> str:
    """Two tables: messages with a sign, and those without, by `group`."""
    found: dict[tuple[str, str], list[Audited]] = defaultdict(list)
    for one in audited:
        found[group(one), one.must].append(one)
    ordered = sorted(found.items(), key=lambda item: (MUST.index(item[0][1]), item[0][0]))
    signs = [
        [what, must, *_found(those), sum(one.level in (NONE, ROUTINE) for one in those) if must != ROUTINE else "-"]
        for (what, must), those in ordered
        if must != NONE
    ]
    calm = [[what, len(those), *_alarms(those)] for (what, must), those in ordered if must == NONE]
    head = [name, "must be", "at its level or above", "under-triage", "no warning"]
    tables = [table(head, signs)] if signs else []
    tables += [table([name, "without a sign", *_ALARMS], calm)] if calm else []
    return "\n\n".join(tables) or "No message is labelled so."


def _list(those: Sequence[Audited], words: bool) -> str:
    if not those:
        return ""
    head = ["where", "must be", "answered as", "seen by", *(["message"] if words else [])]
    return table(head, [[*_told(one), *([one.message.text] if words else [])] for one in those])


def _told(one: Audited) -> list[str]:
    signs = f" ({', '.join(one.verdict.signs)})" if one.verdict.signs else ""
    must = f"{one.must} ({one.message.kind})"
    return [one.message.place, must, one.answer, GROUNDS[one.verdict.why] + signs]


def main(arguments: Sequence[str] | None = None) -> int:
    """Audit and write the page; exit status 2 and one line where a set or the model cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, metavar="FOLDER")
    parser.add_argument("--page", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.sets is not None and chosen.page is None:
        return _refused(f"name the page for {chosen.sets}: make audit SETS={chosen.sets} OUT=page.md")
    own, target = chosen.sets is None, chosen.page or PAGE
    if not own and target.resolve() == PAGE.resolve():
        return _refused(f"{PAGE} is for the sets of the repository: name another page, as OUT=page.md")
    if not target.parent.is_dir():
        return _refused(f"{target.parent} is no folder: name a page in one that is there")
    try:
        if own:
            messages = [one for folder in OWN_SETS for one in read_folder(folder, without=NOT_APART, strict=True)]
        else:
            messages = read_folder(chosen.sets, strict=True)
        audited = _audit(messages)
        source = "the sets of the repository" if own else f"the sets in `{chosen.sets.name}`"
        target.write_text(page(audited, own=own, source=source), encoding="utf-8")
    except (OSError, SetError, RuntimeError) as fault:
        return _refused(str(fault))
    if own and target == PAGE:
        write_section(MARK, in_all(audited), CASE)
    for one in audited:
        if one.missed and not own:
            print(f"{one.must} answered as {one.answer} ({one.message.place}): {one.message.text[:200]}")
    print(f"{target} written: {len(audited)} messages, {sum(one.missed for one in audited)} missed.")
    return 0


def _audit(messages: Sequence[Message]) -> list[Audited]:
    quiet()
    # Rasa and what it pins warn about each other's age.
    warnings.simplefilter("ignore")
    # The model's libraries take seconds to import: a set that cannot be read is told before.
    from reports._product import understander, verdict_on

    reader = understander()
    return [Audited.of(message, verdict_on(message.text, reader)) for message in messages]


def _refused(why: str) -> int:
    print(f"reports.audit: {why}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
