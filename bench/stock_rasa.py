"""Stock Rasa as the yardstick: an environment, a bot on our phrases, a training, a server.

The bot is what `rasa init` leads to: no pipeline and no policies are named, so Rasa fills in its own recommended
default (DIET, ResponseSelector, TED, UnexpecTED). Everything is kept under one folder and made again when missing.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from bench.report import today
from bench.server import LOOPBACK, BenchError, Launch, run_timed

NAME = "stock Rasa 3.6.21"
LOCK = Path(__file__).parent / "stock_rasa.lock"
# The two ways in which Rasa's training data marks an entity: [word](kind) and [word]{"entity": "kind"}.
ENTITY = re.compile(r'\[[^\]]+\](?:\((?P<plain>[^):]+)[^)]*\)|\{[^}]*"entity"\s*:\s*"(?P<dict>[^"]+)")')
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "2"}


@dataclass(frozen=True)
class Training:
    """A finished training: `inputs` is the digest of what it was made from, `seconds` what it took, `on` which day."""

    inputs: str
    seconds: float
    on: str


def read_phrases(folder: Path, limit: int | None = None) -> dict[str, list[str]]:
    """Read the training phrases of every intent in a folder of Rasa NLU files.

    `limit` keeps only so many phrases an intent, spread evenly over its list. Raises BenchError when there are none.
    """
    phrases: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.yml")):
        for block in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("nlu", []):
            if "intent" in block:
                # A sub-intent (faq/ask_name) belongs to a response selector; here each intent has an answer of its own.
                intent = str(block["intent"]).replace("/", "_")
                phrases.setdefault(intent, []).extend(_examples(block["examples"]))
    if not phrases:
        raise BenchError(f"{folder}: no training phrases (*.yml with `nlu:` and `intent:`) in it")
    return {intent: _spread(texts, limit) for intent, texts in sorted(phrases.items())}


def project_files(phrases: Mapping[str, Sequence[str]], answers: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a stock bot, by name: one text answer, one rule and one story for each intent.

    `answers` holds the text of an intent; an intent without one gets a sentence that names it. Each story has two
    turns, the intent and the next one in the alphabet, so that the learned policies have a history to learn from.
    """
    intents = sorted(phrases)
    following = dict(zip(intents, [*intents[1:], *intents[:1]], strict=True))
    entities = sorted({kind for texts in phrases.values() for text in texts for kind in _entity_kinds(text)})
    rules = [*intents, "nlu_fallback"]
    domain = {
        "version": "3.1",
        "intents": intents,
        "entities": entities,
        "responses": {
            f"utter_{intent}": [{"text": answers.get(intent) or f"This is about {intent.replace('_', ' ')}."}]
            for intent in rules
        },
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }
    files = {
        "config.yml": {"recipe": "default.v1", "assistant_id": "stock", "language": "en"},
        "credentials.yml": {"rest": None},
        "endpoints.yml": {"tracker_store": {"type": "SQL", "dialect": "sqlite", "db": "tracker.db"}},
        "domain.yml": domain,
        "data/nlu.yml": {
            "version": "3.1",
            "nlu": [
                {"intent": intent, "examples": "".join(f"- {text}\n" for text in phrases[intent])} for intent in intents
            ],
        },
        "data/rules.yml": {
            "version": "3.1",
            "rules": [{"rule": f"answer {intent}", "steps": _turn(intent)} for intent in rules],
        },
        "data/stories.yml": {
            "version": "3.1",
            "stories": [
                {"story": f"{intent}, then {following[intent]}", "steps": _turn(intent) + _turn(following[intent])}
                for intent in intents
            ],
        },
    }
    return {name: yaml.safe_dump(content, sort_keys=False, allow_unicode=True) for name, content in files.items()}


def digest(files: Mapping[str, str]) -> str:
    """Return one checksum over names and texts of files, the same whatever their order."""
    lines = (f"{name}\0{files[name]}\0" for name in sorted(files))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


@dataclass(frozen=True)
class StockRasa:
    """Stock Rasa in a folder: `.venv`, `project` and the record of the last training."""

    folder: Path
    uv: str

    @property
    def project(self) -> Path:
        """The generated bot."""
        return self.folder / "project"

    @property
    def rasa(self) -> Path:
        """Rasa's own command in the environment."""
        return self.folder / ".venv" / "bin" / "rasa"

    def ensure_environment(self) -> None:
        """Install Rasa and TensorFlow from the lock (about 2.6 GB) unless they are there."""
        stamp = self.folder / "lock.sha256"
        wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
        if self.rasa.exists() and stamp.exists() and stamp.read_text() == wanted:
            return
        print(f"installing {NAME} with TensorFlow into {self.folder} (2.6 GB, some minutes) ...", flush=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        environment = str(self.folder / ".venv")
        steps: list[list[str]] = [
            [self.uv, "venv", "--quiet", "--clear", "--python", "3.10", environment],
            [self.uv, "pip", "install", "--quiet", "--python", environment, "--require-hashes", "-r", str(LOCK)],
        ]
        for step in steps:
            if subprocess.run(step, check=False).returncode:
                raise BenchError(f"{NAME} could not be installed; the lines above say why, and running again is safe")
        stamp.write_text(wanted)

    def train(self, files: Mapping[str, str], reuse: bool) -> Training:
        """Train the bot that `files` make up, or with `reuse` keep a model that was trained on exactly these files.

        Raises BenchError when the training fails or leaves no model.
        """
        record = self.folder / "training.json"
        inputs = digest({**files, "lock": LOCK.read_text(encoding="utf-8")})
        if reuse and record.exists():
            last = Training(**json.loads(record.read_text()))
            if last.inputs == inputs and self._models():
                return last
            print("the trained stock model is of other phrases: training again", flush=True)
        shutil.rmtree(self.project, ignore_errors=True)
        record.unlink(missing_ok=True)
        for name, text in files.items():
            path = self.project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        seconds = run_timed(
            f"training {NAME} (100 epochs each of DIET and TED: the long part)",
            [str(self.rasa), "train"],
            self.project,
            self.folder / "training.log",
            QUIET,
        )
        if not self._models():
            raise BenchError(f"{NAME} left no model; see {self.folder / 'training.log'}")
        training = Training(inputs, seconds, today())
        record.write_text(json.dumps(asdict(training)))
        return training

    def launch(self) -> Launch:
        """How to start its server on the trained model, with a tracker store that begins empty."""
        (self.project / "tracker.db").unlink(missing_ok=True)
        return Launch(
            NAME,
            lambda port: [str(self.rasa), "run", "-i", LOOPBACK, "-p", str(port)],
            self.project,
            self.folder / "server.log",
            QUIET,
        )

    def _models(self) -> list[Path]:
        return sorted((self.project / "models").glob("*.tar.gz"))


def _examples(block: str) -> list[str]:
    return [line[2:].strip() for line in block.splitlines() if line.startswith("- ") and line[2:].strip()]


def _spread(texts: Sequence[str], limit: int | None) -> list[str]:
    if limit is None or len(texts) <= limit:
        return list(texts)
    return [texts[index * len(texts) // limit] for index in range(limit)]


def _entity_kinds(text: str) -> Iterable[str]:
    return (found["plain"] or found["dict"] for found in ENTITY.finditer(text))


def _turn(intent: str) -> list[dict[str, str]]:
    return [{"intent": intent}, {"action": f"utter_{intent}"}]
