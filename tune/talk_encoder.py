"""Teach the small encoder to hear what a message does to a plan, and write what was learned.

    python -m tune.talk_encoder LESSONS_FILE WEIGHTS_FOLDER OUT_FILE [BEFORE_FILE]

LESSONS_FILE is what `tune.talk_lessons` wrote, WEIGHTS_FOLDER holds `model.safetensors` and `tokenizer.json` of
all-MiniLM-L6-v2 and OUT_FILE is what `layers` makes small, and `talk_encoder_build` puts in the place of the published
layers. From BEFORE_FILE, what was learned before, it learns on: fewer rounds, and the heads before the layers. `make
tune-talk` and `make tune-talk-on` do all of it, in the environment of `make tune`.

What a message does to a plan, and which of its words say so, is learned beside everything else that is said here: its
intent, the question that it asks, how like a warning sign it is and whether words of alarm are meant. Each question has
a place among the vectors; a text is to lie nearer to the place of its question than to those of all others, and nearer
to other texts of its question than to those of others (Khosla et al. 2020, arXiv:2004.11362). People tell before they
ask: some of the texts have before them what somebody told. The heads of plans are kept with the layers, the others are
not.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from tune.texts import changed, swapped

LAYERS, DIMENSIONS, HEADS, INNER, MEASURES = 6, 384, 12, 1536, 3
EPOCHS, BATCH, WARM_UP, MAX_PIECES, PADDING, SEED = 5, 48, 0.08, 64, 0, 7
# Rounds where it learns on from what was learned before.
EPOCHS_ON = 2
RATE, HEADS_RATE, PLACES_RATE = 1.5e-4, 2e-3, 5e-3
# What a lesson of signs, of a question, of words of a plan and of acts counts beside one of intents.
SIGNS_COUNT, QUESTION_COUNT, SPANS_COUNT, ACTS_COUNT = 2.0, 1.0, 2.0, 20.0
# How sharply near and far are told apart; what nearness to other texts counts beside nearness to the place.
PLACES_TEMPERATURE, TEXTS_TEMPERATURE, TEXTS_COUNT = 0.06, 0.08, 0.3
# Nobody is as sure of a phrase as its label says.
SMOOTHING = 0.05
# How often a message about a plan is met in each round: there are few of them, and each word of theirs is a lesson.
PLANS_EACH, PLANS_EACH_ON = 2, 1
# What share of the questions has a tale before it.
TOLD_BEFORE, LONGEST_TALE = 0.25, 20
BATCHES_OF_ONE_LENGTH, FIRST_TEXTS = 30, 6
# What share of the messages about plans is in small letters, and has two letters changed.
SMALL_LETTERS, MISTYPED = 0.3, 0.2
NOT_ASKED = -100
# What the acts of a message that only tells begin with.
TELLS = ("tells_", "remark", "courtesy")


@dataclass(frozen=True)
class Lesson:
    """A text, and what is to be said of it; what is not asked is `NOT_ASKED`, -1 of a measure, or None.

    spans: from where to where which part of a plan stands (start, end, tag). acts: what the text does to a plan.
    """

    text: str
    intent: int = NOT_ASKED
    question: int = NOT_ASKED
    measures: tuple[float, ...] = (-1.0,) * MEASURES
    spans: tuple[tuple[int, int, str], ...] | None = None
    acts: tuple[str, ...] = ()


@dataclass
class Lessons:
    """All lessons, and the names behind their numbers."""

    all: list[Lesson] = field(default_factory=list)
    intents: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, file: Path) -> Lessons:
        """The lessons in a file with one JSON object a line, as `tune.talk_lessons` writes them."""
        lines: list[dict[str, Any]] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]

        def names(key: str) -> list[str]:
            return sorted({one[key] for one in lines if one.get(key) is not None})

        found = cls(intents=names("intent"), questions=names("question"))
        found.tags = sorted({tag for one in lines for *_, tag in one.get("spans") or ()})
        found.acts = sorted({act for one in lines for act in one.get("acts") or ()})
        intents, questions = ({name: at for at, name in enumerate(many)} for many in (found.intents, found.questions))
        for one in lines:
            spans = one.get("spans")
            found.all.append(
                Lesson(
                    one["text"],
                    intents.get(one.get("intent"), NOT_ASKED),
                    questions.get(one.get("question"), NOT_ASKED),
                    tuple(one.get("measures") or (-1.0,) * MEASURES),
                    None if spans is None else tuple((start, end, tag) for start, end, tag in spans),
                    tuple(one.get("acts") or ()),
                )
            )
        return found


class Reader(nn.Module):
    """The encoder, and a head for each thing that is asked of a text."""

    def __init__(self, encoder: BertModel, lessons: Lessons) -> None:
        super().__init__()
        self.encoder, self.drop = encoder, nn.Dropout(0.1)
        self.intent = nn.Linear(DIMENSIONS, len(lessons.intents))
        self.signs = nn.Linear(DIMENSIONS, MEASURES)
        # Each tag begins, or goes on; 0 is none.
        self.tags = nn.Linear(DIMENSIONS, 1 + 2 * len(lessons.tags))
        self.acts = nn.Linear(DIMENSIONS, len(lessons.acts))
        self.places = nn.Parameter(torch.zeros(len(lessons.questions), DIMENSIONS))

    def forward(self, ids: torch.Tensor, there: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """What each piece (texts, pieces, d), and each text (texts, d), comes out as."""
        # Where the processor has no bfloat16 it is emulated, and slower than float32.
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):
            pieces = self.encoder(input_ids=ids, attention_mask=there).last_hidden_state
        pieces, weights = pieces.float(), there.unsqueeze(-1).float()
        return pieces, (pieces * weights).sum(1) / weights.sum(1)


class Tales:
    """What people tell before they ask: messages of the lessons that say nothing but facts."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        tell = [one.text for one in lessons if one.acts and all(act.startswith(TELLS) for act in one.acts)]
        # A question at the end of a long one would be cut off.
        self._all = [text for text in tell if len(text.split()) <= LONGEST_TALE]

    def before(self, lesson: Lesson) -> Lesson:
        """A lesson of a question, now and then with a tale before it; any other as it is."""
        if lesson.question == NOT_ASKED or not self._all or random.random() >= TOLD_BEFORE:
            return lesson
        tale = random.choice(self._all).rstrip(" ,;:")
        return replace(lesson, text=f"{tale}{'' if tale[-1] in '.!?' else '.'} {lesson.text}", intent=NOT_ASKED)


@dataclass(frozen=True)
class Cut:
    """A lesson as word pieces, with the number of each piece's tag where words of a plan are asked."""

    lesson: Lesson
    pieces: list[int]
    tags: list[int] | None


def cut(lesson: Lesson, tokenizer: Tokenizer, tags: Sequence[str]) -> Cut:
    """`lesson` as somebody else might type it."""
    if lesson.spans is None:
        return Cut(lesson, tokenizer.encode(changed(lesson.text)).ids, None)
    text = lesson.text.lower() if random.random() < SMALL_LETTERS else lesson.text
    # No word of it moves, so the spans stay where they are.
    text = swapped(text) if random.random() < MISTYPED else text
    found = tokenizer.encode(text)
    numbers = [0] * len(found.ids)
    for start, end, tag in lesson.spans:
        inside = [at for at, (a, b) in enumerate(found.offsets) if start <= a < b <= end]
        for at in inside:
            numbers[at] = 1 + 2 * tags.index(tag) + (at != inside[0])
    numbers[0] = numbers[-1] = NOT_ASKED
    return Cut(lesson, found.ids, numbers)


def padded(rows: Sequence[Sequence[int]], filler: int = PADDING) -> tuple[torch.Tensor, torch.Tensor]:
    """Numbers (rows, longest) and where they are."""
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), filler)
    there = torch.zeros((len(rows), longest), dtype=torch.long)
    for at, row in enumerate(rows):
        ids[at, : len(row)] = torch.tensor(row)
        there[at, : len(row)] = 1
    return ids, there


def batches(cuts: Sequence[Cut]) -> Iterator[list[Cut]]:
    """All of them in random order, those of about one length together."""
    order = random.sample(list(cuts), len(cuts))
    span = BATCH * BATCHES_OF_ONE_LENGTH
    near = [
        one for at in range(0, len(order), span) for one in sorted(order[at : at + span], key=lambda c: len(c.pieces))
    ]
    found = [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    random.shuffle(found)
    yield from found


def loss_of(reader: Reader, batch: Sequence[Cut], weights: torch.Tensor, acts: dict[str, int]) -> torch.Tensor:
    """How far the reader is from what the lessons of a batch say. `weights`: what each intent counts."""
    pieces, texts = reader(*padded([one.pieces for one in batch]))
    heard, lessons = reader.drop(texts), [one.lesson for one in batch]
    loss = torch.zeros(())
    intents = torch.tensor([one.intent for one in lessons])
    if (intents >= 0).any():
        loss = loss + functional.cross_entropy(
            reader.intent(heard), intents, weight=weights, ignore_index=NOT_ASKED, label_smoothing=SMOOTHING
        )
    wanted = torch.tensor([one.measures for one in lessons])
    asked = (wanted >= 0).float()
    if asked.any():
        sure = wanted.clamp(0, 1) * (1 - 2 * SMOOTHING) + SMOOTHING
        off = functional.binary_cross_entropy_with_logits(reader.signs(heard), sure, reduction="none")
        loss = loss + SIGNS_COUNT * (off * asked).sum() / asked.sum()
    questions = torch.tensor([one.question for one in lessons])
    if (share := (questions >= 0).float().mean()) > 0:
        off = question_loss(texts[questions >= 0], questions[questions >= 0], reader.places)
        loss = loss + QUESTION_COUNT * share * off
    of_plans = [at for at, one in enumerate(batch) if one.tags is not None]
    if of_plans:
        share = len(of_plans) / len(batch)
        numbers, _ = padded([batch[at].tags or [] for at in of_plans], NOT_ASKED)
        said = reader.tags(reader.drop(pieces[of_plans]))[:, : numbers.shape[1]]
        spans = functional.cross_entropy(said.flatten(0, 1), numbers.flatten(), ignore_index=NOT_ASKED)
        done = torch.zeros(len(of_plans), len(acts))
        for row, at in enumerate(of_plans):
            done[row, [acts[act] for act in lessons[at].acts]] = 1
        does = functional.binary_cross_entropy_with_logits(reader.acts(heard[of_plans]), done)
        loss = loss + share * (SPANS_COUNT * spans + ACTS_COUNT * does)
    return loss


def question_loss(texts: torch.Tensor, asked: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """How far texts (texts, d) are from where what each of them asks should lie."""
    texts = functional.normalize(texts, dim=1)
    to_places = texts @ functional.normalize(places, dim=1).T / PLACES_TEMPERATURE
    loss = functional.cross_entropy(to_places, asked, label_smoothing=SMOOTHING)
    itself = torch.eye(len(asked), dtype=torch.bool)
    same = (asked[:, None] == asked[None]) & ~itself
    if same.any():
        to_texts = (texts @ texts.T / TEXTS_TEMPERATURE).masked_fill(itself, -1e4)
        said = (functional.log_softmax(to_texts, 1) * same).sum(1) / same.sum(1).clamp(min=1)
        loss = loss - TEXTS_COUNT * said[same.any(1)].mean()
    return loss


def first_places(reader: Reader, tokenizer: Tokenizer, lessons: Lessons) -> torch.Tensor:
    """Where each question lies before anything is learned: amid some of its texts (questions, d)."""
    of: dict[int, list[str]] = {}
    for one in random.sample(lessons.all, len(lessons.all)):
        if one.question >= 0:
            of.setdefault(one.question, []).append(one.text)
    reader.eval()
    with torch.no_grad():
        each = [[one.ids for one in tokenizer.encode_batch(of[at][:FIRST_TEXTS])] for at in sorted(of)]
        return functional.normalize(torch.stack([reader(*padded(texts))[1].sum(0) for texts in each]), dim=1)


def teach(reader: Reader, tokenizer: Tokenizer, lessons: Lessons, *, on: bool) -> None:
    """Let `reader` learn, and say how far it is. `on`: its layers have learned before, and wait for the new heads."""
    reader.places.data = first_places(reader, tokenizer, lessons)
    counts = torch.bincount(torch.tensor([one.intent for one in lessons.all if one.intent >= 0])).clamp(min=1)
    weights = (counts.float().mean() / counts).sqrt().clamp(0.3, 3)
    acts = {name: at for at, name in enumerate(lessons.acts)}
    heads = [p for head in (reader.intent, reader.signs, reader.tags, reader.acts) for p in head.parameters()]
    layers = [p for p in reader.encoder.parameters() if p.requires_grad]
    rates = [RATE, HEADS_RATE, PLACES_RATE]
    learning = zip((layers, heads, [reader.places]), rates, strict=True)
    groups = [{"params": params, "lr": rate} for params, rate in learning]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    epochs, plans_each = (EPOCHS_ON, PLANS_EACH_ON) if on else (EPOCHS, PLANS_EACH)
    taught, tales = (
        [one for one in lessons.all for _ in range(1 if one.spans is None else plans_each)],
        Tales(lessons.all),
    )
    steps = epochs * -(-len(taught) // BATCH)
    step, begun, mean = 0, time.monotonic(), 0.0
    reader.train()
    for _ in range(epochs):
        for batch in batches([cut(tales.before(one), tokenizer, lessons.tags) for one in taught]):
            now = min(step / (WARM_UP * steps), 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * now
            if on and step < WARM_UP * steps:
                optimizer.param_groups[0]["lr"] = 0.0
            loss = loss_of(reader, batch, weights, acts)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            step += 1
            mean += (loss.item() - mean) * (0.02 if step > 50 else 1 / step)
            if step % 100 == 0:
                print(f"{step} of {steps}, loss {mean:.3f}, {time.monotonic() - begun:.0f} s", flush=True)


def learned(reader: Reader, lessons: Lessons) -> dict[str, np.ndarray]:
    """What is kept: the layers under their names, and the heads of plans with the names of their numbers."""
    found: dict[str, np.ndarray] = {
        name: value.detach().numpy() for name, value in reader.encoder.named_parameters() if value.requires_grad
    }
    for name in ("tags", "acts"):
        head: nn.Linear = getattr(reader, name)
        found[f"{name}.weight"] = head.weight.detach().numpy()
        found[f"{name}.bias"] = head.bias.detach().numpy()
        found[f"{name}.names"] = np.array(getattr(lessons, name))
    return found


def between(before: Mapping[str, np.ndarray], after: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Half way between what was learned before and after, which keeps both (Wortsman et al. 2022, arXiv:2109.01903)."""
    return {name: value if value.dtype.kind == "U" else (before[name] + value) / 2 for name, value in after.items()}


def put_in(reader: Reader, lessons: Lessons, before: Mapping[str, np.ndarray]) -> None:
    """Give `reader` what was learned before (`learned`).

    Raises: ValueError: a part of it is missing, of another shape, or has another name.
    """
    parameters = dict(reader.encoder.named_parameters())
    try:
        with torch.no_grad():
            for name, value in parameters.items():
                if value.requires_grad:
                    value.copy_(torch.from_numpy(before[name]))
            for name in ("tags", "acts"):
                if before[f"{name}.names"].tolist() != getattr(lessons, name):
                    raise ValueError(f"its {name} have other names. Tune without it.")
                head: nn.Linear = getattr(reader, name)
                head.weight.copy_(torch.from_numpy(before[f"{name}.weight"]))
                head.bias.copy_(torch.from_numpy(before[f"{name}.bias"]))
    except (KeyError, RuntimeError) as fault:
        raise ValueError(f"What was learned before does not fit: {fault}. Tune without it.") from fault


def published(weights: Path) -> BertModel:
    """The encoder as it was published; where each word piece lies is not learned anew."""
    config = BertConfig(
        hidden_size=DIMENSIONS, num_hidden_layers=LAYERS, num_attention_heads=HEADS, intermediate_size=INNER
    )
    model = BertModel(config, add_pooling_layer=False)
    missing, _ = model.load_state_dict(load_file(weights / "model.safetensors"), strict=False)
    if set(missing) - {"embeddings.position_ids", "embeddings.token_type_ids"}:
        raise ValueError(f"{weights} holds other weights: {missing[0]} is missing.")
    model.embeddings.word_embeddings.weight.requires_grad = False
    return model


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) not in (3, 4):
        print(__doc__, file=sys.stderr)
        return 2
    torch.manual_seed(SEED)
    random.seed(SEED)
    lessons_file, weights, out, *before = map(Path, argv)
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_PIECES)
    tokenizer.no_padding()
    lessons = Lessons.read(lessons_file)
    reader = Reader(published(weights), lessons)
    kept: dict[str, np.ndarray] = {}
    if before:
        with np.load(before[0]) as found:
            kept = dict(found)
        put_in(reader, lessons, kept)
    print(f"{len(lessons.all)} lessons")
    teach(reader, tokenizer, lessons, on=bool(kept))
    np.savez(out, **(between(kept, learned(reader, lessons)) if kept else learned(reader, lessons)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
