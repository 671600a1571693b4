"""`docs/understanding.md`: how well questions are understood, by which features, and every line that goes wrong.

python -m reports.understanding [FOLDER] [--page FILE] [--model FILE]

FOLDER holds labelled messages, `faq.jsonl` and `offtopic.jsonl`; without it only the training phrases are measured.
Lines of the folder are named by number.
"""

from __future__ import annotations

import argparse
import asyncio
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from b12guide.topics import TOPICS
from b12guide.understanding.intent_model import EVEN, STEEPNESS, Vectors
from reports import _plan_talk, questions
from reports._intervals import Share
from reports._tables import table
from reports._understanding_data import (
    FOLDS,
    KEPT,
    NEAR,
    Asked,
    Phrases,
    fold_of,
    read_asked,
    training_phrases,
    vectors_of,
)
from reports._understanding_models import IN_USE, VARIANTS, Scores

PAGE, MODEL = Path("docs/understanding.md"), Path("models/b12guide.tar.gz")
THRESHOLDS = (0.1, 0.2, 0.3, 0.36, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
MOST_CONFUSIONS = 25
# What is said by hand; figures are never written here.
TRIED = """\
Tried and left out, because neither the phrases held back nor the labelled questions got better, or one paid for the
other: other widths and n-gram weights; labels weighted fully by rarity (more foreign questions answered), or not at
all; a second vector of each text with our subject in front (twice the time of a message); a neural network of one
layer; the sentences of the answers as training phrases; the best sentence of a story instead of all of them."""
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


def held_out(known: Phrases, fold: int) -> tuple[Phrases, Phrases]:
    """The phrases without a fold, and that fold."""
    inside = [fold_of(text) == fold for text in known.texts]
    return known.where([not one for one in inside]), known.where(inside)


def best_of(labels: list[str], scores: Vectors) -> list[str]:
    return [labels[place] for place in scores.argmax(axis=1)]


def ablation(known: Phrases, asked: list[Asked]) -> str:
    """Each variant on a fifth of the phrases that it was not trained on, and on the labelled questions."""
    rest, test = held_out(known, 0)
    texts = [one.text for one in asked]
    vectors = vectors_of(texts, kept=KEPT / "asked") if asked else None
    rows = []
    for name, build in VARIANTS.items():
        labels, scores = build(rest)
        hits = sum(a == b for a, b in zip(best_of(labels, scores(test.texts, test.vectors)), test.labels, strict=True))
        row = [name, str(Share(hits, len(test.texts)))]
        if vectors is not None:
            labels, scores = build(known)
            row += _on_questions(labels, scores, texts, vectors, asked)
        rows.append(row)
    head = ["features and model", "phrases held back, right label"]
    return table(head + ["labelled questions, right topic", "among the three nearest"] * bool(asked), rows)


def _on_questions(
    labels: list[str], scores: Scores, texts: list[str], vectors: Vectors, asked: list[Asked]
) -> list[str]:
    found = scores(texts, vectors)
    first = sum(label in one.right for label, one in zip(best_of(labels, found), asked, strict=True))
    topics = [place for place, label in enumerate(labels) if label in TOPICS]
    order = np.argsort(-found[:, topics], axis=1)[:, :3]
    near = sum(
        bool({labels[topics[place]] for place in row} & one.right) for row, one in zip(order, asked, strict=True)
    )
    return [str(Share(first, len(asked))), f"{near / len(asked):.1%}".replace("%", " %")]


def by_topic(known: Phrases) -> tuple[str, str, str]:
    """Cross-validation of the features in use: accuracy by topic, confusions, coverage against wrong answers."""
    right: Counter[str] = Counter()
    confused: Counter[tuple[str, str]] = Counter()
    sure: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        rest, test = held_out(known, fold)
        labels, scores = VARIANTS[IN_USE](rest)
        found = scores(test.texts, test.vectors)
        for label, want, score in zip(best_of(labels, found), test.labels, found.max(axis=1), strict=True):
            if want in TOPICS:
                right[want] += label == want
                sure.append((1 / (1 + np.exp(-STEEPNESS * (score - EVEN))), label == want))
                if label != want:
                    confused[want, label] += 1
    counts = Counter(label for label in known.labels if label in TOPICS)
    topics = table(
        ["topic", "phrases", "right label"], [[t, counts[t], str(Share(right[t], counts[t]))] for t in sorted(TOPICS)]
    )
    pairs = table(["asked", "taken for", "times"], [[a, b, n] for (a, b), n in confused.most_common(MOST_CONFUSIONS)])
    return topics, pairs, coverage(sure)


def coverage(sure: list[tuple[float, bool]]) -> str:
    """At each threshold of confidence: how many are answered, and how many of those wrongly."""
    rows = []
    for threshold in THRESHOLDS:
        answered = [right for confidence, right in sure if confidence >= threshold]
        wrong = len(answered) - sum(answered)
        rows.append(
            [
                threshold,
                f"{len(answered) / len(sure):.1%}",
                f"{wrong / len(sure):.1%}",
                f"{wrong / max(1, len(answered)):.1%}",
            ]
        )
    return table(["confidence at least", "answered", "answered wrongly, of all", "wrong, of those answered"], rows)


def questions_section(asked: list[Asked], outcomes: list[Outcome]) -> str:
    """Right at once, right or offered, by kind; and every line that was not answered rightly."""
    kinds = ["all", *sorted({one.kind for one in asked})]
    pairs = list(zip(asked, outcomes, strict=True))
    rows = []
    for kind in kinds:
        of = [(one, out) for one, out in pairs if kind in ("all", one.kind)]
        right, near = sum(out.right(one) for one, out in of), sum(out.near(one) for one, out in of)
        rows.append([kind, str(Share(right, len(of))), str(Share(near, len(of)))])
    wrong = [
        [one.number, one.kind, ", ".join(sorted(one.right)), ", ".join(out.topics) or out.intent, _why(one, out)]
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


def foreign_section(foreign: list[Asked], outcomes: list[Outcome]) -> str:
    """How many messages that are no business of ours were refused or met with an offer, far and near."""
    pairs = list(zip(foreign, outcomes, strict=True))
    rows = []
    for kind in sorted({one.kind for one in foreign}):
        of = [out for one, out in pairs if one.kind == kind]
        rows.append([kind, str(Share(sum(out.refused() for out in of), len(of)))])
    wrong = [
        [o.number, o.kind, ", ".join(r.topics) or r.intent] for o, r in pairs if not r.refused() and o.kind != NEAR
    ]
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


def report(folder: Path | None, model: Path) -> str:
    """The whole page, in Markdown."""
    known = training_phrases()
    asked, foreign = read_asked(folder) if folder else ([], [])
    topics, pairs, cover = by_topic(known)
    count = Counter(known.labels)
    least = min(count[topic] for topic in TOPICS)
    parts = [
        "# How well questions are understood\n\nWritten by `python -m reports.understanding FOLDER`. Shares with 95 % "
        "intervals. Training phrases are our own; the labelled questions are other people's and were never trained on, "
        "but thresholds and the kinds of phrases were chosen with them in view: unseen ones may do worse.",
        f"{len(known.texts)} phrases, {len(count)} labels, at least {least} phrases a topic.",
        "## Features and models\n\nHeld back: one fifth of the phrases, by their letters.",
        ablation(known, asked),
        TRIED,
        "## What to expect on unseen text\n\n" + first_readings(),
    ]
    if folder:
        outcomes = parse(model, [one.text for one in (*asked, *foreign)])
        parts.append(f"## Labelled questions, whole pipeline\n\n{questions_section(asked, outcomes[: len(asked)])}")
        parts.append(f"## Out of scope, whole pipeline\n\n{foreign_section(foreign, outcomes[len(asked) :])}")
    parts += [
        f"## By topic\n\nFive-fold cross-validation; one label counts as right.\n\n{topics}",
        f"## Confusions\n\nThe {MOST_CONFUSIONS} most frequent, same folds.\n\n{pairs}",
        f"## Coverage against wrong answers\n\nSame folds. Below the threshold topics are offered.\n\n{cover}",
        _plan_talk.section(),
        questions.section(model),
    ]
    return "\n\n".join(parts) + "\n"


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
