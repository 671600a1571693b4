"""How long the rule detector takes: messages of about 300 characters, and growth up to 100 kB.

    python bench/triage_speed.py [FOLDER]

FOLDER holds *.jsonl files with "text" lines (default: the test sets). Exit status 1 when the 95th percentile of fresh
messages is over 1 ms.
"""

from __future__ import annotations

import gc
import json
import random
import statistics
import sys
import time
from pathlib import Path

from b12guide.safety import Detector, load_detector

ROOT = Path(__file__).resolve().parent.parent
LIMIT_MS = 1.0


def milliseconds(detector: Detector, text: str) -> float:
    """The time of one call: the best of three, because other programs share the machine."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        detector.triage(text)
        best = min(best, time.perf_counter() - start)
    return best * 1000


def main() -> int:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "safety" / "sets"
    texts = [
        json.loads(line)["text"]
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    detector = load_detector(ROOT / "content" / "safety")
    # As the server does before it takes messages (b12guide.channels.server).
    detector.compile_all()
    gc.collect()
    gc.freeze()
    source = random.Random(12)
    messages = []
    for _ in range(2000):
        message = ""
        while len(message) < 300:
            message += source.choice(texts) + source.choice([". ", " ", ", ", "\n"])
        messages.append(message[:300])
    for name in ("300 characters",):
        times = sorted(milliseconds(detector, message) for message in messages)
        p95 = times[int(len(times) * 0.95)]
        print(
            f"300 characters, {name}: median {statistics.median(times):.2f} ms, p95 {p95:.2f} ms, max {times[-1]:.1f}"
        )
    for size in (1_000, 10_000, 100_000):
        mixed = (" ".join(messages))[:size]
        signs = ("no chest pain but my legs are weak, " * (size // 30))[:size]
        letters = "a" * size
        figures = ", ".join(
            f"{milliseconds(detector, text):.0f}" for text in (mixed, signs, letters, "chest " * (size // 6))
        )
        print(f"{size} characters: {figures} ms (mixed, repeated sign, one word, one body part)")
    return 0 if p95 <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
