"""`docs/clinical-safety/hazards.md`, the hazard log, and its summary in the safety case, from `hazards.yml`.

python -m reports.hazards [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from b12guide.yaml_lines import Document, YamlError, read_yaml
from bench.widget_report import write_section
from reports._tables import table
from reports._test_ids import fault_of

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "clinical-safety"
LOG, SCHEMA, PAGE, CASE = "hazards.yml", "hazards.schema.json", "hazards.md", "safety-case.md"
MARK = "hazards"
OPEN = "open: no control"
SEVERITY = ("minor", "significant", "considerable", "major", "catastrophic")
LIKELIHOOD = ("very low", "low", "medium", "high", "very high")
# The risk of a severity (row) at a likelihood (column), 1 to 5, by the words that are usual with DCB0129.
MATRIX = (
    (1, 1, 2, 2, 3),
    (1, 2, 2, 3, 4),
    (2, 2, 3, 3, 4),
    (2, 3, 3, 4, 5),
    (3, 4, 4, 5, 5),
)


class HazardError(ValueError):
    """The log cannot be used; the message has a line for each fault, with file, line and way out."""


@dataclass(frozen=True)
class Control:
    """What stands in the way of a hazard, and the tests ("path::name") that hold it."""

    what: str
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Hazard:
    """A row of the log. `clinic`: what the clinic itself has to do about it; `left`: what its controls leave."""

    id: str
    hazard: str
    cause: str
    effect: str
    severity: str
    before: str
    after: str
    controls: tuple[Control, ...]
    clinic: str
    left: str

    @property
    def risk_before(self) -> int:
        """1 (acceptable) to 5 (unacceptable), without its controls."""
        return MATRIX[SEVERITY.index(self.severity)][LIKELIHOOD.index(self.before)]

    @property
    def risk_after(self) -> int:
        """The same with its controls."""
        return MATRIX[SEVERITY.index(self.severity)][LIKELIHOOD.index(self.after)]


def read_hazards(folder: Path = FOLDER, root: Path = ROOT) -> list[Hazard]:
    """The hazard log of `folder`; its tests are those below `root`.

    Raises: HazardError for whatever is wrong with it, all at once.
    """
    path = folder / LOG
    schema = Draft202012Validator(json.loads((folder / SCHEMA).read_text(encoding="utf-8")))
    try:
        document = read_yaml(path)
    except YamlError as fault:
        raise HazardError(f"{path.name}:{fault.line}: {fault.message}") from None
    faults = [(document.line_of(*one.absolute_path), _in_words(one)) for one in schema.iter_errors(document.data)]
    if not faults:
        faults = list(_more_faults(document, root))
    if faults:
        raise HazardError("\n".join(f"{path.name}:{line}: {message}" for line, message in sorted(faults)))
    return [_hazard(name, row) for name, row in document.data.items()]


def _in_words(error: Any) -> str:
    where = ".".join(map(str, error.absolute_path)) or "the file"
    way_out = error.schema.get("description", "see the other hazards of the file")
    return f"{where}: {error.message[:200]}; {way_out}"


def _more_faults(document: Document, root: Path) -> list[tuple[int, str]]:
    """What a schema cannot say: tests that do not run, a risk that grows with its controls or falls without any."""
    found = []
    for name, row in document.data.items():
        if LIKELIHOOD.index(row["after"]) > LIKELIHOOD.index(row["before"]):
            message = f"{name}: no control makes a hazard likelier; lower `after`"
            found.append((document.line_of(name, "after"), message))
        if row["controls"] == OPEN and row["after"] != row["before"]:
            message = f"{name}: without a control it stays as likely; write the same as in `before`"
            found.append((document.line_of(name, "after"), message))
        for number, control in enumerate(_controls(row)):
            for place, test in enumerate(control["tests"]):
                if fault := fault_of(test, root):
                    found.append((document.line_of(name, "controls", number, "tests", place), f"{name}: {fault}"))
    return found


def _controls(row: dict[str, Any]) -> list[dict[str, Any]]:
    controls: list[dict[str, Any]] = [] if row["controls"] == OPEN else row["controls"]
    return controls


def _hazard(name: str, row: dict[str, Any]) -> Hazard:
    controls = tuple(Control(one["what"], tuple(one["tests"])) for one in _controls(row))
    texts = (row[key] for key in ("hazard", "cause", "effect", "severity", "before", "after"))
    return Hazard(name, *texts, controls, row["clinic"], row["left"])


def page(hazards: Sequence[Hazard]) -> str:
    """The log in Markdown."""
    parts = [
        "# Hazard log\n\nWritten by `make hazards` from [hazards.yml](hazards.yml). Each test that is named here\n"
        "exists and always runs: a test of its own holds that. Severity and likelihood are the developers' estimates.\n"
        "**No clinician has assessed them.** A test shows that a control works as it was meant, not that it is enough.",
        "## Summary\n\n" + summary(hazards),
        "## The matrix\n\nFive by five, as is usual with DCB0129; the clinic's own goes before it. As a rule 1 and 2\n"
        "are acceptable, 3 is to be made as low as is practicable, 4 and 5 are not acceptable without more control.\n\n"
        + table(["severity \\ likelihood", *LIKELIHOOD], [[name, *MATRIX[row]] for row, name in enumerate(SEVERITY)]),
    ]
    parts += [_section(one) for one in hazards]
    return "\n\n".join(parts) + "\n"


def summary(hazards: Sequence[Hazard]) -> str:
    """The hazards, a line each, and how many are left at each risk, in Markdown."""
    left = Counter(one.risk_after for one in hazards)
    tests = {test for one in hazards for control in one.controls for test in control.tests}
    uncontrolled = [one.id for one in hazards if not one.controls]
    levels = ", ".join(f"{left[risk]} at {risk}" for risk in range(5, 0, -1) if left[risk])
    rows = [
        [
            one.id,
            one.hazard,
            one.severity,
            f"{one.before}: {one.risk_before}",
            f"{one.after}: {one.risk_after}",
            len(one.controls) or OPEN,
        ]
        for one in hazards
    ]
    return (
        f"{len(hazards)} hazards; {len(tests)} tests hold their controls. Risk that is left: {levels}. "
        f"Without any control in the product: {', '.join(uncontrolled) or 'none'}.\n\n"
        + table(["", "hazard", "severity", "before: risk", "after: risk", "controls"], rows)
    )


def _section(one: Hazard) -> str:
    rows = [
        ["cause", one.cause],
        ["effect", one.effect],
        ["severity", one.severity],
        ["likelihood before", f"{one.before}: risk {one.risk_before}"],
        ["likelihood after", f"{one.after}: risk {one.risk_after}"],
        ["for the clinic", one.clinic],
        ["what is left", one.left],
    ]
    controls = "\n".join(
        f"- {control.what}\n" + "\n".join(f"  - `{test}`" for test in control.tests) for control in one.controls
    )
    return f"## {one.id}: {one.hazard}\n\n" + table(["", ""], rows) + "\n\n" + (controls or f"**{OPEN.capitalize()}.**")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages; exit status 2 and a line for each fault where the log cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    folder: Path = parser.parse_args(arguments).folder
    try:
        hazards = read_hazards(folder)
        (folder / PAGE).write_text(page(hazards), encoding="utf-8")
        write_section(MARK, summary(hazards), folder / CASE)
    except (OSError, ValueError) as fault:
        print(f"reports.hazards: {fault}", file=sys.stderr)
        return 2
    print(f"{folder / PAGE} written: {len(hazards)} hazards.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
