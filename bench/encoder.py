"""The sentence encoder in int8 against its float32 original, and the tuned reader: time a text, load time, file size.

    .venv/bin/python -m bench.encoder [--messages FILE] [--write]

Both are built once into `.cache/bench/encoder`. With `--write` the table also goes into the section "Sentence encoder"
of `docs/bench.md`.
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

from b12guide.understanding.encoder.encoder import FOLDER as FOLDER_BUILT
from b12guide.understanding.encoder.encoder import MODEL_FILE, Encoder, files_of
from b12guide.understanding.encoder.encoder_build import FLOAT_FILE, WeightsError, build, default_weights
from b12guide.understanding.encoder.tuned_reader import READER_FILE, TunedReader
from bench import project
from bench.measure import percentile, read_messages
from bench.report import machine, row, today, write_section
from bench.server import BenchError

SECTION = "Sentence encoder"
FOLDER = project.CACHE / "encoder"
LENGTHS = (7, 13, 27)
ROUNDS = 200
Reads = Callable[[Sequence[str]], NDArray[np.float32]]
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


def measure_variants(folder: Path) -> list[Variant]:
    """Time int8 and float32 in `folder`, and the tuned reader, on one thread, in turn: all meet one machine."""
    built = project.ROOT / FOLDER_BUILT
    loads: dict[str, tuple[Callable[[], Reads], Path]] = {
        "int8": (lambda: Encoder.load(folder).encode, folder / MODEL_FILE),
        "float32": (lambda: Encoder.load(folder, model_file=FLOAT_FILE).encode, folder / FLOAT_FILE),
        "tuned reader, int8": (lambda: TunedReader.load(built).measure, built / READER_FILE),
    }
    reads = {name: load() for name, (load, _) in loads.items()}
    taken: dict[str, list[float]] = {name: [] for name in loads}
    for text in map(text_of, LENGTHS):
        calls: dict[str, list[float]] = {name: [] for name in loads}
        for _ in range(ROUNDS // BLOCK):
            for name, read in reads.items():
                calls[name] += _timed_s(partial(read, [text]), BLOCK)
        for name in loads:
            taken[name].append(statistics.median(calls[name]) * 1000)
    return [
        Variant(
            name,
            tuple(taken[name]),
            statistics.median(_timed_s(load, LOADS)),
            sum(file.stat().st_size for file in files_of(path)) / 1e6,
        )
        for name, (load, path) in loads.items()
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
        texts = read_messages(options.messages)
        if not all((FOLDER / file).is_file() for file in (MODEL_FILE, FLOAT_FILE)):
            print(f"building both forms of the encoder in {FOLDER} ...", flush=True)
            build(FOLDER, default_weights())
    except (BenchError, WeightsError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    variants = table(measure_variants(FOLDER))
    int8, float32 = (Encoder.load(FOLDER, model_file=file).encode(texts) for file in (MODEL_FILE, FLOAT_FILE))
    agreement = cosines(int8, float32)
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
