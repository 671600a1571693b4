"""`docs/understanding.md`: how well messages are understood, beside other models, and every line that goes wrong.

python -m reports.understanding [FOLDER] [--page FILE] [--model FILE]

The labelled messages of the repository are always measured. FOLDER holds messages of others, `faq.jsonl` and
`offtopic.jsonl`. Lines are named by file and number.
"""

from __future__ import annotations

import argparse
import asyncio
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from b12guide.topics import TOPICS
from reports import _plan_talk, questions
from reports._intervals import Share
from reports._tables import table
from reports._understanding_data import NEAR, Asked, Labelled, messages_of, own_messages, training_phrases
from reports._understanding_models import Variant, comparison, coverage, variants

PAGE, MODEL = Path("docs/understanding.md"), Path("models/b12guide.tar.gz")
FIRST_READINGS = Path("reports/understanding_first_readings.yml")


@dataclass(frozen=True)
class Outcome:
    """What the whole pipeline makes of one message: its intent, topics answered, topics offered, the nearest three."""

    intent: str
    topics: list[str]
    offered: list[str]
    nearest: list[str]

    def right(self, asked: Asked) -> bool:
        return bool(set(self.topics) & asked.right)

    def near(self, asked: Asked) -> bool:
        return self.right(asked) or bool(set(self.offered) & asked.right)

    def refused(self) -> bool:
        answered = bool(self.topics) and self.topics != ["diagnosis_request"]
        return not answered and self.intent not in {"plan", "urgent", "emergency"}


def parse(model: Path, texts: list[str]) -> list[Outcome]:
    """Send `texts` through the trained pipeline, each as a message of its own."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))

    async def one(text: str) -> Outcome:
        found: dict[str, Any] = await agent.parse_message(text)
        values = {kind: [e["value"] for e in found["entities"] if e["entity"] == kind] for kind in ("topic", "offered")}
        nearest = [entry["name"] for entry in found["intent_ranking"] if entry["name"] in TOPICS][:3]
        return Outcome(found["intent"]["name"], values["topic"], values["offered"], nearest)

    async def every() -> list[Outcome]:
        return [await one(text) for text in texts]

    return asyncio.run(every())


def questions_section(asked: Sequence[Asked], outcomes: Sequence[Outcome]) -> str:
    """Right at once, right or offered, by kind; and every line that was not answered rightly."""
    kinds = ["all", *sorted({one.kind for one in asked})]
    pairs = list(zip(asked, outcomes, strict=True))
    rows = []
    for kind in kinds:
        of = [(one, out) for one, out in pairs if kind in ("all", one.kind)]
        right, near = sum(out.right(one) for one, out in of), sum(out.near(one) for one, out in of)
        rows.append([kind, str(Share(right, len(of))), str(Share(near, len(of)))])
    wrong = [
        [one.place, one.kind, ", ".join(sorted(one.right)), ", ".join(out.topics) or out.intent, _why(one, out)]
        for one, out in pairs
        if not out.right(one)
    ]
    shares = table(["kind", "right topic at once", "right at once or offered"], rows)
    return f"{shares}\n\n{table(['line', 'kind', 'right', 'what it got', 'why'], wrong)}"


def _why(one: Asked, out: Outcome) -> str:
    if out.near(one):
        return "unsure: the right topic was offered"
    if out.intent == "plan":
        return "read as a plan, which goes before a topic"
    if out.intent in ("urgent", "emergency"):
        return "taken for a warning sign, which goes before a topic"
    if set(out.nearest) & one.right:
        return f"the right topic was number {1 + min(out.nearest.index(t) for t in out.nearest if t in one.right)}"
    return "nothing like it among the phrases"


def foreign_section(foreign: Sequence[Asked], outcomes: Sequence[Outcome]) -> str:
    """How many messages that are no business of ours were refused or met with an offer, far and near."""
    pairs = list(zip(foreign, outcomes, strict=True))
    rows = []
    for kind in sorted({one.kind for one in foreign}):
        of = [out for one, out in pairs if one.kind == kind]
        rows.append([kind, str(Share(sum(out.refused() for out in of), len(of)))])
    wrong = [[o.place, o.kind, ", ".join(r.topics) or r.intent] for o, r in pairs if not r.refused() and o.kind != NEAR]
    return f"{table(['kind', 'refused or only offered'], rows)}\n\n{table(['line', 'kind', 'what it got'], wrong)}"


def first_readings() -> str:
    """What each set showed when it was read for the first time, before anything was changed for it."""
    readings = yaml.safe_load(FIRST_READINGS.read_text(encoding="utf-8"))["readings"]
    columns = {
        "set": "set", "right": "right topic at once", "offered": "right at once or offered", "refused": "refused"
    }  # fmt: skip
    shown = table(list(columns.values()), [[one[name] for name in columns] for one in readings])
    return (
        "Sets written by somebody who had seen neither the training phrases nor the answers, read once before\n"
        "anything was changed for them; they cannot be read for the first time again. Afterwards their misses were\n"
        f"looked at, and phrases of the same kinds in other words were added. Shares in percent.\n\n{shown}"
    )


def of_messages(messages: Labelled, outcomes: Sequence[Outcome], models: Sequence[Variant]) -> list[str]:
    """What is measured on labelled messages: models side by side, the whole pipeline, and confidence."""
    count = len(messages.questions)
    return [
        f"## {messages.name}\n\n{count} questions and {len(messages.foreign)} messages that are no business of ours.",
        f"### Models\n\n{comparison(models, messages)}",
        f"### Questions, whole pipeline\n\n{questions_section(messages.questions, outcomes[:count])}",
        f"### Out of scope, whole pipeline\n\n{foreign_section(messages.foreign, outcomes[count:])}",
        "### Coverage against wrong answers\n\nThe model in use by itself, on the questions. Below the threshold "
        f"topics are offered.\n\n{coverage(models[0], messages)}",
    ]


def report(folder: Path | None, model: Path) -> str:
    """The whole page, in Markdown."""
    known, sets = training_phrases(), [own_messages(), *([messages_of(folder)] if folder else [])]
    count = Counter(known.labels)
    least = min(count[topic] for topic in TOPICS)
    models = list(variants(known))
    parts = [
        "# How well messages are understood\n\nWritten by `python -m reports.understanding [FOLDER]`. Shares with 95 % "
        "intervals. The encoder was taught on our own phrases ([0017](decisions/0017-one-taught-encoder.md)), so "
        "nothing is measured on those, by folds or otherwise: only on labelled messages, without the few that stand "
        "word for word among what encoder and heads learn. Thresholds and the kinds of phrases were chosen with the "
        "misses of these sets in view: unseen ones may do worse.",
        f"{len(known.texts)} phrases and ways to ask, {len(count)} labels, at least {least} a topic. All models below "
        "learn from all of them. What is compared is shown at two strengths, the better of which flatters it.",
        "## What to expect on unseen text\n\n" + first_readings(),
    ]
    for one in sets:
        outcomes = parse(model, [asked.text for asked in (*one.questions, *one.foreign)])
        parts += of_messages(one, outcomes, models)
    return "\n\n".join([*parts, _plan_talk.section(), questions.section()]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Write docs/understanding.md.")
    parser.add_argument("folder", nargs="?", type=Path, help="labelled messages: faq.jsonl and offtopic.jsonl")
    parser.add_argument("--page", type=Path, default=PAGE)
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    if options.folder and not (options.folder / "faq.jsonl").is_file():
        parser.error(f"{options.folder} holds no faq.jsonl")
    options.page.write_text(report(options.folder, options.model), encoding="utf-8")


if __name__ == "__main__":
    main()
