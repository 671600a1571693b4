"""Write what the tuned weights say of a few texts in PyTorch, in float32: what the int8 graph is compared with.

    python -m tune.second_reader_reference WEIGHTS_FOLDER ADAPTER_FILE OUT_FILE

WEIGHTS_FOLDER holds `model.safetensors` and `tokenizer.json` of all-mpnet-base-v2, ADAPTER_FILE is what
`tune.second_reader` wrote, OUT_FILE is JSON: texts, each with the log odds of an emergency, of any sign, and of words
of alarm that are meant.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from tune.second_reader import MAX_PIECES, Reader, padded, published

TEXTS = [
    "My throat is closing up and I can't breathe",
    "I had a stroke in 2015 and recovered fully",
    "What is the usual dose of hydroxocobalamin?",
    "the injection site is hot and red and it is spreading",
]


def tuned(weights: Path, adapter: Path) -> Reader:
    """The encoder of the folder `weights` with what the file `adapter` adds to it, and its head, in float32."""
    reader = Reader(published(weights))
    parameters = dict(reader.encoder.named_parameters())
    with np.load(adapter) as learned, torch.no_grad():
        for name in learned.files:
            if name.endswith(".up"):
                stem = name.removesuffix(".up")
                up, down = (torch.tensor(learned[f"{stem}.{part}"]).float() for part in ("up", "down"))
                parameters[f"{stem}.weight"] += up @ down
        reader.head.weight.copy_(torch.tensor(learned["head.weight"]))
        reader.head.bias.copy_(torch.tensor(learned["head.bias"]))
    return reader.eval()


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    weights, adapter, out = map(Path, argv)
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_PIECES)
    tokenizer.no_padding()
    reader = tuned(weights, adapter)
    with torch.no_grad():
        said = {text: reader(*padded([tokenizer.encode(text).ids]))[0].tolist() for text in TEXTS}
    rounded = {text: [round(one, 3) for one in odds] for text, odds in said.items()}
    out.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
