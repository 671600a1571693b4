"""The encoder in int8 against its float32 original: time a text, load time, file size, and how near they come.

    .venv/bin/python -m bench.encoder [--messages FILE] [--write]

`make setup` built both. With `--write` the table also goes into the section "Sentence encoder" of `docs/bench.md`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from b12guide.understanding.encoder.encoder import (
    FOLDER,
    MODEL_FILE,
    Encoder,
    EncoderMissingError,
    files_of,
    opened,
    session,
)
from b12guide.understanding.encoder.encoder_build import FLOAT_FILE
from bench import project
from bench.measure import percentile, read_messages
from bench.report import machine, row, today, write_section
from bench.server import BenchError

SECTION = "Sentence encoder"
FORMS = {"int8": MODEL_FILE, "float32": FLOAT_FILE}
LENGTHS = (7, 13, 27)
ROUNDS = 200
# In turn, but not call by call: each form would find the other's weights in the processor's cache.
BLOCK = 20
LOADS = 5


@dataclass(frozen=True)
class Variant:
    """One form of the encoder: milliseconds a text of each of `LENGTHS` word pieces, seconds to load, MB on disk."""

    name: str
    text_ms: tuple[float, ...]
    load_s: float
    size_mb: float


def text_of(pieces: int) -> str:
    """Return a text of so many word pieces, the start and end marks that the tokenizer adds included (2 or more)."""
    return " ".join(["one"] * (pieces - 2))


def cosines(left: NDArray[np.float32], right: NDArray[np.float32]) -> list[float]:
    """Return the cosine of each row of `left` with the same row of `right`."""
    lengths = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
    return [float(value) for value in (left * right).sum(axis=1) / lengths]


def loaders(folder: Path) -> dict[str, Callable[[], Encoder]]:
    """What loads each of `FORMS` from `folder`.

    Raises:
        EncoderMissingError: a file is absent; the message says which and what to do.
    """
    tokenizer, _ = opened(folder)
    paths = {name: folder / file for name, file in FORMS.items()}
    absent = [path for path in paths.values() if not path.is_file()]
    if absent:
        raise EncoderMissingError(f"{absent[0]} is missing: remove {folder} and run `make setup`, which builds it.")

    def load(path: Path) -> Encoder:
        return Encoder(path, tokenizer, session(str(path)))

    return {name: partial(load, path) for name, path in paths.items()}


def measure_variants(loads: dict[str, Callable[[], Encoder]]) -> list[Variant]:
    """Time all forms on one thread, in turn: they meet one machine."""
    encoders = {name: load() for name, load in loads.items()}
    taken: dict[str, list[float]] = {name: [] for name in loads}
    for text in map(text_of, LENGTHS):
        calls: dict[str, list[float]] = {name: [] for name in loads}
        for _ in range(ROUNDS // BLOCK):
            for name, encoder in encoders.items():
                calls[name] += _timed_s(partial(encoder.encode, [text]), BLOCK)
        for name in loads:
            taken[name].append(statistics.median(calls[name]) * 1000)
    return [
        Variant(
            name,
            tuple(taken[name]),
            statistics.median(_timed_s(load, LOADS)),
            sum(file.stat().st_size for file in files_of(encoders[name].path)) / 1e6,
        )
        for name, load in loads.items()
    ]


def table(variants: Sequence[Variant]) -> str:
    """Put the variants into a Markdown table, one column each."""
    lines = [row("", *(variant.name for variant in variants)), "|---|" + "--:|" * len(variants)]
    for index, pieces in enumerate(LENGTHS):
        lines.append(row(f"text of {pieces} pieces", *(f"{variant.text_ms[index]:.2f} ms" for variant in variants)))
    lines.append(row("load", *(f"{variant.load_s:.2f} s" for variant in variants)))
    lines.append(row("file", *(f"{variant.size_mb:.0f} MB" for variant in variants)))
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns the exit status: 0, or 2 where it could not be measured."""
    parser = argparse.ArgumentParser(prog="bench.encoder", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--messages", type=Path, default=project.MESSAGES, metavar="FILE", help="texts to agree on")
    parser.add_argument("--write", action="store_true", help="also write the table to docs/bench.md")
    options = parser.parse_args(arguments)
    conditions = machine()
    try:
        texts, loads = read_messages(options.messages), loaders(project.ROOT / FOLDER)
    except (BenchError, EncoderMissingError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    variants = table(measure_variants(loads))
    agreement = cosines(*(load().encode(texts) for load in loads.values()))
    summary = (
        f"Cosine of int8 with float32 over {len(texts)} messages: mean {statistics.mean(agreement):.4f}, "
        f"5th percentile {percentile(agreement, 0.05):.4f}, lowest {min(agreement):.4f}."
    )
    print(f"{variants}\n\n{summary}")
    if options.write:
        when = f"{today()}, {conditions}"
        note = f"{when}, one thread, median of {ROUNDS}; `python -m bench.encoder --write`."
        write_section(SECTION, f"{variants}\n\n{summary}\n\n{note}")
    return 0


def _timed_s(call: Callable[[], object], times: int) -> list[float]:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return taken


if __name__ == "__main__":
    sys.exit(main())
