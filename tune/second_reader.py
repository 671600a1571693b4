"""Tune the large encoder to tell who has a warning sign now, and write what was learned as a small adapter.

    python -m tune.second_reader LESSONS_FILE WEIGHTS_FOLDER OUT_FILE [ADAPTER_FILE]

LESSONS_FILE is what `tune.lessons` wrote, WEIGHTS_FOLDER holds `model.safetensors` and `tokenizer.json` of
all-mpnet-base-v2, OUT_FILE is the adapter that `tuned_reader_build` adds to the weights. With ADAPTER_FILE, what was
learned before, it learns on from there: once through all lessons, in smaller steps. `make tune` does all of it, in
an environment of its own (`tune.lock`): nothing else needs PyTorch. Low-rank adapters: Hu et al. 2021,
arXiv:2106.09685.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from transformers import MPNetConfig, MPNetModel

# The last ten layers learn; the first two tell words apart, which needs no tuning.
FIRST_LAYER, LAYERS, DIMENSIONS, RANK, SCALE = 2, 12, 768, 16, 2.0
TUNED = ["q", "k", "v", "o", "intermediate.dense", "output.dense"]
BATCH, WARM_UP = 32, 0.1
# Nobody is as sure of a phrase as its label says.
SMOOTHING = 0.05
MAX_PIECES, PADDING, SEED = 128, 1, 7
BATCHES_OF_ONE_LENGTH = 50
# Where the processor has no bfloat16 it is emulated, and slower than float32.
FAST = torch.cpu._is_avx512_bf16_supported()


@dataclass(frozen=True)
class Course:
    """How often the lessons are gone through, and how large the steps are, of the encoder and of the head."""

    epochs: int
    rate: float
    head_rate: float


FROM_PUBLISHED, FROM_LEARNED = Course(3, 3e-4, 1e-3), Course(1, 1e-4, 1e-4)


@dataclass(frozen=True)
class Lesson:
    """A text, as word pieces, and what is to be said of it; a measure of less than 0 is not asked."""

    pieces: list[int]
    measures: tuple[float, float, float]


class Reader(nn.Module):
    """The encoder, the mean of its pieces, and three log odds."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(DIMENSIONS, 3)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The log odds (texts, 3) of texts of so many pieces (texts, pieces)."""
        heard = self.encoder(input_ids=ids, attention_mask=there).last_hidden_state.float()
        weights = there.unsqueeze(-1).float()
        found: torch.Tensor = self.head(self.drop((heard * weights).sum(1) / weights.sum(1)))
        return found


def batches(lessons: Sequence[Lesson]) -> Iterator[list[Lesson]]:
    """All lessons in random order, those of about one length together."""
    order = random.sample(list(lessons), len(lessons))
    span = BATCH * BATCHES_OF_ONE_LENGTH
    near = [
        one for at in range(0, len(order), span) for one in sorted(order[at : at + span], key=lambda x: len(x.pieces))
    ]
    found = [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    random.shuffle(found)
    yield from found


def padded(texts: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Word pieces (texts, pieces) and where they are."""
    longest = max(map(len, texts))
    ids = torch.full((len(texts), longest), PADDING)
    there = torch.zeros((len(texts), longest), dtype=torch.long)
    for row, pieces in enumerate(texts):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        there[row, : len(pieces)] = 1
    return ids, there


def tune(reader: Reader, lessons: Sequence[Lesson], course: Course) -> None:
    """Let `reader` learn, and say how far it is."""
    adapters = [each for each in reader.encoder.parameters() if each.requires_grad]
    rates = [course.rate, course.head_rate]
    optimizer = torch.optim.AdamW(
        [{"params": adapters, "lr": course.rate}, {"params": reader.head.parameters(), "lr": course.head_rate}],
        weight_decay=0.01,
    )
    steps = course.epochs * -(-len(lessons) // BATCH)
    step, begun, mean = 0, time.monotonic(), 0.7
    reader.train()
    for _ in range(course.epochs):
        for batch in batches(lessons):
            now = min(step / (WARM_UP * steps), 1 - step / steps) if step < WARM_UP * steps else 1 - step / steps
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * now
            wanted = torch.tensor([lesson.measures for lesson in batch])
            asked = (wanted >= 0).float()
            wanted = wanted.clamp(0, 1) * (1 - 2 * SMOOTHING) + SMOOTHING
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=FAST):
                said = reader(*padded([lesson.pieces for lesson in batch])).float()
            losses = nn.functional.binary_cross_entropy_with_logits(said, wanted, reduction="none")
            loss = (losses * asked).sum() / asked.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            step += 1
            mean += (loss.item() - mean) * 0.02
            if step % 50 == 0:
                print(f"{step} of {steps}, loss {mean:.3f}, {time.monotonic() - begun:.0f} s", flush=True)


def adapter(reader: Reader) -> dict[str, np.ndarray]:
    """What is added to each weight, as two factors (out, rank) and (rank, in) under its name; and the head."""
    found: dict[str, np.ndarray] = {}
    for name, module in reader.encoder.named_modules():
        if hasattr(module, "lora_A"):
            weight = name.removeprefix("base_model.model.")
            down, up = module.lora_A["default"].weight, module.lora_B["default"].weight
            found[f"{weight}.down"] = down.detach().numpy().astype(np.float16)
            found[f"{weight}.up"] = (up.detach() * module.scaling["default"]).numpy().astype(np.float16)
    found["head.weight"] = reader.head.weight.detach().numpy()
    found["head.bias"] = reader.head.bias.detach().numpy()
    return found


def put_in(reader: Reader, learned: Mapping[str, np.ndarray]) -> None:
    """Give `reader` what was learned before (`adapter`).

    Raises: ValueError: it is of another shape, or a part of it is missing.
    """
    try:
        with torch.no_grad():
            for name, module in reader.encoder.named_modules():
                if hasattr(module, "lora_A"):
                    weight = name.removeprefix("base_model.model.")
                    down, up = module.lora_A["default"].weight, module.lora_B["default"].weight
                    down.copy_(torch.from_numpy(learned[f"{weight}.down"]))
                    up.copy_(torch.from_numpy(learned[f"{weight}.up"]) / module.scaling["default"])
            reader.head.weight.copy_(torch.from_numpy(learned["head.weight"]))
            reader.head.bias.copy_(torch.from_numpy(learned["head.bias"]))
    except (KeyError, RuntimeError) as fault:
        raise ValueError(f"What was learned before does not fit: {fault}. Tune without it.") from fault


def read_lessons(file: Path, tokenizer: Tokenizer) -> list[Lesson]:
    """The lessons in a file with one JSON object a line."""
    tokenizer.enable_truncation(MAX_PIECES)
    tokenizer.no_padding()
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        found.append(Lesson(tokenizer.encode(one["text"]).ids, (one["emergency"], one["sign"], one["presence"])))
    return found


def published(weights: Path) -> MPNetModel:
    """The encoder as it was published, in float32."""
    config = MPNetConfig(vocab_size=30527, max_position_embeddings=514, layer_norm_eps=1e-5)
    model = MPNetModel(config, add_pooling_layer=False)
    missing, _ = model.load_state_dict(load_file(weights / "model.safetensors"), strict=False)
    if set(missing) - {"embeddings.position_ids"}:
        raise ValueError(f"{weights} holds other weights: {missing[0]} is missing.")
    return model


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) not in (3, 4):
        print(__doc__, file=sys.stderr)
        return 2
    torch.manual_seed(SEED)
    random.seed(SEED)
    lessons_file, weights, out, *before = map(Path, argv)
    lessons = read_lessons(lessons_file, Tokenizer.from_file(str(weights / "tokenizer.json")))
    layers = list(range(FIRST_LAYER, LAYERS))
    config = LoraConfig(r=RANK, lora_alpha=RANK * SCALE, target_modules=TUNED, layers_to_transform=layers)
    encoder = published(weights)
    reader = Reader(get_peft_model(encoder.to(torch.bfloat16) if FAST else encoder, config))
    print(f"{len(lessons)} lessons")
    for file in before:
        with np.load(file) as learned:
            put_in(reader, learned)
    tune(reader, lessons, FROM_LEARNED if before else FROM_PUBLISHED)
    np.savez(out, **adapter(reader))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
