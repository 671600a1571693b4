"""What rules and likeness say of labelled messages, with each likeness at hand, so that any bar can be tried."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from b12guide.plain_text import few_blanks
from b12guide.safety import Triage
from b12guide.shared import triage
from b12guide.understanding.encoder.encoder import Encoder
from b12guide.understanding.intent_model import WORDS_FILE, IntentModel
from b12guide.understanding.sentences import Said
from b12guide.understanding.verdict import Likeness, belief_in, likenesses
from reports._labelled import Message


@dataclass(frozen=True)
class Heard:
    """A message with what rules and classifier say of it: of its whole first, then of its sentences."""

    message: Message
    rules: Triage
    likenesses: Sequence[Likeness]

    @property
    def emergency(self) -> float:
        """The highest likeness to an emergency, doubted or not."""
        return max(one.alarm.emergency for one in self.likenesses)

    @property
    def sign(self) -> float:
        """The highest likeness to any sign, doubted or not."""
        return max(one.alarm.sign for one in self.likenesses)

    @property
    def belief(self) -> float:
        """How likely it is that its words of an emergency are meant."""
        return belief_in(self.rules, self.likenesses)


def trained(model: Path) -> IntentModel:
    """The intent model in the archive that `make train` made."""
    with tempfile.TemporaryDirectory() as folder, tarfile.open(model) as archive:
        archive.extractall(folder)
        return IntentModel.load(next(Path(folder).rglob(WORDS_FILE)).parent)


def hear(messages: Sequence[Message], encoder: Encoder, model: IntentModel) -> list[Heard]:
    """What is said of `messages`: of each as a whole and of its sentences, as the server asks first.

    It also hears what stands without the harmless words around it (`surroundings.py`), which can only raise a level.
    """
    return [_hear(message, encoder, model) for message in messages]


def _hear(message: Message, encoder: Encoder, model: IntentModel) -> Heard:
    plain = few_blanks(message.text)
    said = Said.of(plain)
    read = encoder.read(said.heard)
    alone = encoder.encode(said.texts[1 + len(said.sentences) :])
    heard = model.predict_message(said, np.vstack([read.vector, encoder.parts(read, said.sentences), alone]))
    parts = [plain, *said.sentences]
    judged = [triage(part) for part in parts]
    found = [heard.whole, *(heard.sentences if said.sentences else [])]
    return Heard(message, judged[0], likenesses(found, parts, judged, judged[0]))
