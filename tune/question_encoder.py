"""Teach the small encoder to tell our questions apart, and write what was learned as a small adapter.

    python -m tune.question_encoder LESSONS_FILE WEIGHTS_FOLDER OUT_FILE

LESSONS_FILE is what `tune.question_lessons` wrote, WEIGHTS_FOLDER holds `model.safetensors` and `tokenizer.json` of
all-MiniLM-L6-v2, OUT_FILE is the adapter that `question_encoder_build` adds to the weights. `make tune-questions` does
all of it, in the environment of `make tune`.

Each question has a place among the vectors, which is learned with them and not kept. A text is to lie nearer to the
place of its question than to those of all others, and nearer to other texts of its question than to those of others
(Khosla et al. 2020, arXiv:2004.11362).
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from tune.texts import changed

# The last four layers learn; the first two tell words apart, which needs no tuning.
FIRST_LAYER, LAYERS, DIMENSIONS, RANK, SCALE = 2, 6, 384, 48, 2.0
TUNED = ["query", "key", "value", "dense"]
EPOCHS, BATCH, RATE, PLACES_RATE, WARM_UP = 6, 64, 1e-3, 5e-3, 0.1
# How sharply near and far are told apart; what nearness to other texts counts beside nearness to the place.
PLACES_TEMPERATURE, TEXTS_TEMPERATURE, TEXTS_COUNT = 0.06, 0.08, 0.3
SMOOTHING = 0.05
MAX_PIECES, PADDING, SEED = 48, 0, 7
# How many texts of each question say where its place is at first.
FIRST_TEXTS = 6
BATCHES_OF_ONE_LENGTH = 20
Lesson = tuple[str, int]


def padded(texts: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Word pieces (texts, pieces) and where they are."""
    longest = max(map(len, texts))
    ids = torch.full((len(texts), longest), PADDING)
    there = torch.zeros((len(texts), longest), dtype=torch.long)
    for row, pieces in enumerate(texts):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        there[row, : len(pieces)] = 1
    return ids, there


def vectors(encoder: nn.Module, texts: Sequence[Sequence[int]]) -> torch.Tensor:
    """The vectors of texts, given as word pieces (texts, dimensions), each of length 1."""
    ids, there = padded(texts)
    heard = encoder(input_ids=ids, attention_mask=there).last_hidden_state
    weights = there.unsqueeze(-1).float()
    return functional.normalize((heard * weights).sum(1) / weights.sum(1), dim=1)


def batches(lessons: Sequence[tuple[list[int], int]]) -> Iterator[list[tuple[list[int], int]]]:
    """All lessons in random order, those of about one length together."""
    order = random.sample(list(lessons), len(lessons))
    span = BATCH * BATCHES_OF_ONE_LENGTH
    near = [one for at in range(0, len(order), span) for one in sorted(order[at : at + span], key=lambda x: len(x[0]))]
    found = [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    random.shuffle(found)
    yield from found


def loss_of(found: torch.Tensor, asked: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """How far texts (texts, dimensions) are from where what each of them asks should lie."""
    to_places = found @ functional.normalize(places, dim=1).T / PLACES_TEMPERATURE
    loss = functional.cross_entropy(to_places, asked, label_smoothing=SMOOTHING)
    itself = torch.eye(len(asked), dtype=torch.bool)
    same = (asked[:, None] == asked[None]) & ~itself
    if same.any():
        to_texts = (found @ found.T / TEXTS_TEMPERATURE).masked_fill(itself, -1e4)
        said = (functional.log_softmax(to_texts, 1) * same).sum(1) / same.sum(1).clamp(min=1)
        loss = loss - TEXTS_COUNT * said[same.any(1)].mean()
    return loss


def first_places(encoder: nn.Module, tokenizer: Tokenizer, lessons: Sequence[Lesson]) -> torch.Tensor:
    """Where each question lies before anything is learned: amid some of its texts (questions, dimensions)."""
    of: dict[int, list[str]] = {}
    for text, label in random.sample(list(lessons), len(lessons)):
        of.setdefault(label, []).append(text)
    encoder.eval()
    with torch.no_grad():
        each = [[one.ids for one in tokenizer.encode_batch(of[label][:FIRST_TEXTS])] for label in sorted(of)]
        return functional.normalize(torch.stack([vectors(encoder, texts).sum(0) for texts in each]), dim=1)


def teach(encoder: nn.Module, tokenizer: Tokenizer, lessons: Sequence[Lesson]) -> None:
    """Let `encoder` learn, and say how far it is."""
    places = nn.Parameter(first_places(encoder, tokenizer, lessons))
    adapters = [each for each in encoder.parameters() if each.requires_grad]
    rates = [RATE, PLACES_RATE]
    optimizer = torch.optim.AdamW(
        [{"params": adapters, "lr": RATE}, {"params": [places], "lr": PLACES_RATE}], weight_decay=0.01
    )
    steps = EPOCHS * -(-len(lessons) // BATCH)
    step, begun, mean = 0, time.monotonic(), 0.0
    encoder.train()
    for _ in range(EPOCHS):
        texts = tokenizer.encode_batch([changed(text) for text, _ in lessons])
        for batch in batches([(text.ids, label) for text, (_, label) in zip(texts, lessons, strict=True)]):
            now = min(step / (WARM_UP * steps), 1 - step / steps) if step < WARM_UP * steps else 1 - step / steps
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * now
            loss = loss_of(vectors(encoder, [one for one, _ in batch]), torch.tensor([at for _, at in batch]), places)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(adapters, 1.0)
            optimizer.step()
            step += 1
            mean += (loss.item() - mean) * (0.02 if step > 50 else 1 / step)
            if step % 20 == 0:
                print(f"{step} of {steps}, loss {mean:.3f}, {time.monotonic() - begun:.0f} s", flush=True)


def adapter(encoder: nn.Module) -> dict[str, np.ndarray]:
    """What is added to each weight, as two factors (out, rank) and (rank, in) under its name."""
    found: dict[str, np.ndarray] = {}
    for name, module in encoder.named_modules():
        if hasattr(module, "lora_A"):
            weight = name.removeprefix("base_model.model.")
            down, up = module.lora_A["default"].weight, module.lora_B["default"].weight
            found[f"{weight}.down"] = down.detach().numpy().astype(np.float16)
            found[f"{weight}.up"] = (up.detach() * module.scaling["default"]).numpy().astype(np.float16)
    return found


def read_lessons(file: Path) -> list[Lesson]:
    """The lessons in a file with one JSON object a line: a text, and the number of what it asks."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    numbers = {label: number for number, label in enumerate(sorted({line["asks"] for line in lines}))}
    return [(line["text"], numbers[line["asks"]]) for line in lines]


def published(weights: Path) -> BertModel:
    """The encoder as it was published."""
    config = BertConfig(
        hidden_size=DIMENSIONS, num_hidden_layers=LAYERS, num_attention_heads=12, intermediate_size=1536
    )
    model = BertModel(config, add_pooling_layer=False)
    missing, _ = model.load_state_dict(load_file(weights / "model.safetensors"), strict=False)
    if set(missing) - {"embeddings.position_ids", "embeddings.token_type_ids"}:
        raise ValueError(f"{weights} holds other weights: {missing[0]} is missing.")
    return model


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    torch.manual_seed(SEED)
    random.seed(SEED)
    lessons_file, weights, out = map(Path, argv)
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_PIECES)
    tokenizer.no_padding()
    lessons = read_lessons(lessons_file)
    config = LoraConfig(
        r=RANK, lora_alpha=RANK * SCALE, target_modules=TUNED, layers_to_transform=list(range(FIRST_LAYER, LAYERS))
    )
    encoder = get_peft_model(published(weights), config)
    print(f"{len(lessons)} lessons")
    teach(encoder, tokenizer, lessons)
    np.savez(out, **adapter(encoder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
