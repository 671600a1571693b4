"""Compare this project with stock Rasa's default pipeline: the same phrases, the same messages, the same run.

    .venv/bin/python -m bench.compare_rasa

Writes the section "Against stock Rasa" of `docs/bench.md`; the exit status is 1 when a promise made there is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import project
from bench.measure import CLIENTS, STARTS, STRETCH, WARM_UP, compare, read_messages
from bench.report import PAGE, Side, bar_table, bars, comparison_table, machine, today, write_section
from bench.server import BenchError, end_servers_when_told
from bench.stock_rasa import NAME, StockRasa, Training, project_files, read_phrases

SECTION = "Against stock Rasa"
QUICK_PHRASES = 12
QUICK_MESSAGES = 60


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="bench.compare_rasa", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--messages", type=Path, default=project.MESSAGES, metavar="FILE",
        help="what is sent to both: one message a line, or .jsonl with a text field (default: bench/messages.txt)",
    )  # fmt: skip
    parser.add_argument(
        "--examples-per-intent", type=int, metavar="N", help="train stock Rasa on at most N phrases an intent"
    )
    parser.add_argument(
        "--skip-stock-train", action="store_true", help="reuse stock Rasa's trained model if its inputs are unchanged"
    )
    parser.add_argument(
        "--quick", action="store_true",
        help=f"{QUICK_MESSAGES} messages, one start, {QUICK_PHRASES} phrases an intent; prints and writes nothing",
    )  # fmt: skip
    options = parser.parse_args(arguments)
    if options.examples_per_intent is not None and options.examples_per_intent < 2:
        parser.error("--examples-per-intent: at least 2 phrases are needed to train an intent")
    return options


def run(options: argparse.Namespace) -> bool:
    """Train, measure, print and write. Returns whether every promise is met."""
    conditions = machine()
    limit = options.examples_per_intent or (QUICK_PHRASES if options.quick else None)
    texts = read_messages(options.messages)[: QUICK_MESSAGES if options.quick else None]
    all_phrases = read_phrases(project.ROOT / "data" / "nlu")
    stock_phrases = read_phrases(project.ROOT / "data" / "nlu", limit)

    stock = StockRasa(project.CACHE / "stock-rasa", project.find_uv())
    stock.ensure_environment()
    training = stock.train(project_files(stock_phrases, project.short_answers()), reuse=options.skip_stock_train)
    train_s = project.train()

    print(f"sending {len(texts)} messages to both ...", flush=True)
    ours, theirs = compare([project.launch(), stock.launch()], texts, starts=1 if options.quick else STARTS)
    results = bars(ours, theirs)
    tables = "\n\n".join(
        [
            comparison_table(
                Side(project.NAME, ours, train_s, count(all_phrases)),
                Side(NAME, theirs, training.seconds, count(stock_phrases)),
            ),
            bar_table(results),
        ]
    )
    print(tables)
    if not options.quick:
        write_section(SECTION, f"{tables}\n\n{notes(options, texts, conditions, training)}")
        print(f"written to {PAGE}")
    return all(result.met for result in results)


def count(phrases: dict[str, list[str]]) -> int:
    """How many phrases there are in all."""
    return sum(map(len, phrases.values()))


def command(options: argparse.Namespace) -> str:
    """The command that makes this run again."""
    words = ["python", "-m", "bench.compare_rasa"]
    if options.messages != project.MESSAGES:
        words += ["--messages", options.messages.name]
    if options.examples_per_intent:
        words += ["--examples-per-intent", str(options.examples_per_intent)]
    if options.skip_stock_train:
        words.append("--skip-stock-train")
    return "make bench" if len(words) == 3 else " ".join(words)


def notes(options: argparse.Namespace, texts: Sequence[str], conditions: str, training: Training) -> str:
    """When, where and how the figures came about, as a Markdown list."""
    data = "Both learn from all of `data/nlu`."
    if options.examples_per_intent:
        data = (
            f"Stock Rasa learns from at most {options.examples_per_intent} phrases an intent of `data/nlu`, "
            f"{project.NAME} from all of them: compare neither the training times nor what the two know."
        )
    if options.skip_stock_train:
        data += f" Stock Rasa was trained on {training.on}, on the same inputs."
    return f"""\
- {today()}, {conditions}; `{command(options)}`.
- {data} Stock Rasa has one text answer, one rule and one story for each intent. Nobody named its pipeline or its
  policies, so they are Rasa's recommended default (DIET, ResponseSelector, TED, UnexpecTED), with TensorFlow, in an
  environment of its own (`bench/stock_rasa.lock`).
- The {len(texts)} messages of `{options.messages.name}` went to both servers, one at a time, {STRETCH} to one and
  then {STRETCH} to the other, each in a new conversation and on a new connection, after {WARM_UP} untimed ones.
  "After a message to the other": once more, one to each in turn, where every message meets caches that the other
  server has just filled; nobody runs them so, and it costs the smaller of the two more. Then twice from {CLIENTS}
  clients to one server at a time. Both keep their conversations in SQLite.
- Training is `make train`. What the encoder was taught (`make tune`) comes with the repository and is not in it.
- Memory is the resident memory of the process group after those messages. The start is from the command (`make run`,
  `rasa run`) to the first answer with the model trained, the median of {STARTS}."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the comparison. Returns the exit status: 0 all promises met, 1 one missed, 2 it could not be measured."""
    end_servers_when_told()
    try:
        return 0 if run(parse(arguments)) else 1
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
