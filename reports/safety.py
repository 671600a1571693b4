"""`docs/safety.md`: how many warning signs are found, how many false alarms there are, and what was missed and why.

python -m reports.safety [--sets FOLDER]... [--page FILE]

The sets of the repository are always measured. A FOLDER holds *.jsonl files of others: their figures go on the page,
their words do not; the lines that were missed are printed in the terminal.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from b12guide.understanding.verdict import EMERGENCY, URGENT, Thresholds, decide
from reports._classifier import Classifier, Heard
from reports._first_readings import KINDS, first_readings
from reports._intervals import Share
from reports._labelled import LEVELS, NOT_APART, OWN_SETS, RANK, Judged, SetError, read_folder
from reports._tables import table
from reports._thresholds import CURVE, belief_bars, curve, likeness_bars

PAGE = Path("docs/safety.md")
CONFIG, DOMAIN, DATA = Path("config.yml"), Path("domain.yml"), Path("data")


@dataclass(frozen=True)
class Answered(Judged):
    """A message with the level that it is answered at, and what was heard of it."""

    heard: Heard


def answer(heard: Heard, thresholds: Thresholds) -> Answered:
    """A message with its level, by the decision that the server takes (`verdict.decide`)."""
    level, _ = decide(heard.rules, heard.likenesses, thresholds)
    # Words of an emergency that hardly anybody means there have no level.
    calm = "none" if heard.rules.level == EMERGENCY else heard.rules.level
    return Answered(heard.message, level or calm, heard)


def report(
    sets: dict[str, list[Answered]], trained: Sequence[Heard], thresholds: Thresholds, own: Sequence[str]
) -> str:
    """The whole page, in Markdown.

    Args:
        sets: answered messages by the name of their set; the words of those in `own` are shown.
        trained: the training phrases, cross-validated.
    """
    parts = [
        "# Warning signs in figures\n\nWritten by `make report`. Each share has its 95 % interval (Wilson). "
        "How the check works: [decision 0004](decisions/0004-warning-signs.md).",
        "## What to expect on unseen text\n\n" + _first_readings(),
    ]
    for name, answered in sets.items():
        parts += [f"## {name}\n\n" + _figures(answered), _by_kind(answered)]
    everything = [one.heard for answered in sets.values() for one in answered]
    parts.append("## The classifier's threshold\n\n" + likeness_bars(trained, everything, thresholds))
    parts.append("## Words of an emergency that are not meant\n\n" + belief_bars(everything, thresholds))
    parts += [
        f"## {name}: each line missed\n\n" + _faults(a, thresholds, words=name in own) for name, a in sets.items()
    ]
    return "\n\n".join(parts) + "\n"


def _first_readings() -> str:
    rows = [
        [one["set"], *(Share(one[kind], one["of"]) if kind in one else "not read" for kind in KINDS)]
        for one in first_readings()
    ]
    return (
        "What each set showed when it was read for the first time, before anything was changed for it. The further\n"
        "tables show the present state, after rules and phrases were made broader by what these readings taught. The\n"
        "first sets were written before the rules had been read, the second by somebody who had read and changed\n"
        "them, the third, fourth and sixth by somebody who has never seen them, to be as hard as people make it, the\n"
        "seventh and all that follow it each by somebody who had read the triage table and nothing else; what is\n"
        "named after two more, by two who have never seen the rules, to be of the kinds and in the proportions of\n"
        "real ones.\n\n" + table(["set", "rules alone", "classifier alone", "both"], rows)
    )


def _figures(answered: Sequence[Answered]) -> str:
    found = [_found_row(answered, level) for level in (EMERGENCY, URGENT)]
    calm = [one for one in answered if one.message.level is None]
    confusion = [
        [must, *(sum(one.level == got for one in answered if (one.message.level or "none") == must) for got in LEVELS)]
        for must in (EMERGENCY, URGENT, "none")
    ]
    return "\n\n".join(
        [
            table(["must be", "answered at its level or above", "answered as urgent at least"], found),
            f"Called an emergency without a sign: {Share(sum(a.level == EMERGENCY for a in calm), len(calm))}. "
            f"Called urgent: {Share(sum(a.level == URGENT for a in calm), len(calm))}.",
            table(["must be \\ answered as", *LEVELS], confusion),
        ]
    )


def _found_row(answered: Sequence[Answered], level: str) -> list[object]:
    those = [one for one in answered if one.message.level == level]
    right = Share(sum(not one.missed for one in those), len(those))
    return [level, right, Share(sum(RANK[one.level] >= RANK[URGENT] for one in those), len(those))]


def _by_kind(answered: Sequence[Answered]) -> str:
    signs = sorted({(a.message.level or "", a.message.kind) for a in answered if a.message.level})
    rows = []
    for level, kind in signs:
        those = [one for one in answered if (one.message.level, one.message.kind) == (level, kind)]
        rows.append([kind, level, Share(sum(not one.missed for one in those), len(those))])
    calm = []
    for kind in sorted({a.message.kind for a in answered if a.message.level is None}):
        those = [one for one in answered if one.message.level is None and one.message.kind == kind]
        called = [Share(sum(one.level == level for one in those), len(those)) for level in (EMERGENCY, URGENT)]
        calm.append([kind, *called])
    tables = [
        table(["sign", "level", "found"], rows) if rows else "",
        table(["look-alike", "called an emergency", "called urgent"], calm) if calm else "",
    ]
    return "\n\n".join(part for part in tables if part)


def reason(one: Answered, thresholds: Thresholds, *, words: bool) -> str:
    """Why a message was answered as it was. `words`: whether the writer's own may be quoted."""
    signs = [sign for sign in one.heard.rules.signs if sign.id[0] in "AB"]
    seen = [f"{sign.id} {sign.status}" + (f' ("{sign.text}")' if words else "") for sign in signs]
    rules = "rules: " + ("; ".join(seen) if seen else "no sign seen")
    heard = ""
    if any(likeness.doubted for likeness in one.heard.likenesses):
        heard = f" (doubted by the rules: from {thresholds.doubted:.2f} and {thresholds.doubted_urgent:.2f})"
    if one.heard.rules.level == EMERGENCY:
        heard += f", believed {one.heard.belief:.2f} of {thresholds.believed:.2f}"
    return (
        f"{rules}. Classifier: emergency {one.heard.emergency:.2f} of {thresholds.emergency:.2f}, "
        f"any sign {one.heard.sign:.2f} of {thresholds.urgent:.2f}{heard}"
    )


def _faults(answered: Sequence[Answered], thresholds: Thresholds, *, words: bool) -> str:
    faults = [("missed", [one for one in answered if one.missed])]
    faults.append(("called a sign without one", [one for one in answered if one.false_alarm]))
    parts = []
    for name, those in faults:
        rows = [
            [
                one.message.text if words else one.message.place,
                f"{one.message.level or 'none'} ({one.message.kind})",
                one.level,
                reason(one, thresholds, words=words),
            ]
            for one in those
        ]
        head = ["message" if words else "line", "must be", "answered as", "why"]
        parts.append(f"{name.capitalize()}: {len(those)}.\n\n" + (table(head, rows) if rows else ""))
    return "\n\n".join(part.strip() for part in parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write the page; exit status 2 and one line where a set cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--page", type=Path, default=PAGE)
    chosen = parser.parse_args(arguments)
    # Rasa and what it pins warn about each other's age.
    warnings.simplefilter("ignore")
    try:
        own = {f"Own sets in {folder}": read_folder(folder, without=NOT_APART) for folder in OWN_SETS}
        others = {f"Other messages ({folder.name})": read_folder(folder, without=NOT_APART) for folder in chosen.sets}
    except (OSError, SetError) as fault:
        print(f"reports.safety: {fault}", file=sys.stderr)
        return 2
    classifier = Classifier(CONFIG, DOMAIN, DATA)
    sets = {
        name: [answer(heard, classifier.thresholds) for heard in classifier.hear(messages)]
        for name, messages in {**own, **others}.items()
    }
    trained = classifier.cross_validated()
    chosen.page.write_text(report(sets, trained, classifier.thresholds, list(own)), encoding="utf-8")
    everything = [one.heard for answered in sets.values() for one in answered]
    (chosen.page.parent / CURVE).write_text(curve(trained, everything, classifier.thresholds), encoding="utf-8")
    for name in others:
        for one in sets[name]:
            if one.missed or one.false_alarm:
                print(f"{one.message.level or 'none'} answered as {one.level}: {one.message.text[:200]}")
                print(f"    {reason(one, classifier.thresholds, words=True)}")
    print(f"{chosen.page} written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
