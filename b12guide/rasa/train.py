"""`make train`: the model, trained from nothing and asked one thing: python -m b12guide.rasa.train FILE.

`rasa train` builds the same model from the same files, but weighs and copies all phrases between any two components, to
leave out next time what has not changed, which takes longer than the training itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import subprocess
import sys
import tempfile
from pathlib import Path

from b12guide.rasa.unused import CHANNELS, OTHERS, leave_out
from b12guide.settings import ROOT

CONFIG, DOMAIN, DATA = "config.yml", "domain.yml", "data"
# Instead of a file: only have the vectors of the phrases made.
ENCODE = "--encode"


def train(path: Path, root: Path = ROOT) -> None:
    """Train on the project in `root` and write the model to `path`.

    Raises:
        RasaException: the configuration, the domain or the data cannot be used, or a rule contradicts a story.
        SystemExit: a story sets a slot that the domain does not have.
    """
    from rasa.engine import validation
    from rasa.engine.constants import PLACEHOLDER_IMPORTER
    from rasa.engine.graph import ExecutionContext
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.model_training import _check_unresolved_slots

    from b12guide.rasa.importer import ContentImporter
    from b12guide.shared import detector

    importer = ContentImporter(str(root / CONFIG), str(root / DOMAIN), [str(root / DATA)])
    _check_unresolved_slots(importer.get_domain(), importer.get_stories())
    configuration = DefaultV1Recipe().graph_config_for_recipe(importer.get_config(), {})
    validation.validate(configuration)
    with tempfile.TemporaryDirectory() as folder:
        storage = LocalModelStorage(Path(folder))
        context = ExecutionContext(configuration.train_schema)
        runner = DaskGraphRunner.create(configuration.train_schema, storage, context)
        # The check at the end needs it: here a core is at hand while the phrases are encoded, there one would be idle.
        detector()
        runner.run(inputs={PLACEHOLDER_IMPORTER: importer})
        storage.create_model_package(path, configuration, importer.get_domain())


def phrases(folder: Path = ROOT / DATA / "nlu", files_named: str = "*.yml") -> list[tuple[str, str]]:
    """The training phrases in `folder` with their intents, as Rasa reads them."""
    import yaml

    files = [path.read_text(encoding="utf-8") for path in sorted(folder.glob(files_named))]
    entries = [entry for text in files for entry in yaml.load(text, yaml.CSafeLoader)["nlu"]]
    return [
        (line.strip()[1:].strip(), entry["intent"])
        for entry in entries
        for line in entry["examples"].splitlines()
        if line.strip()
    ]


def _encode_phrases() -> None:
    """Have their vectors at hand when training asks for them (`kept_vectors.py`).

    What cannot be read here is reported by Rasa, which reads it too.
    """
    from b12guide.shared import content
    from b12guide.understanding.encoder.encoder import FOLDER, shared_encoder
    from b12guide.understanding.encoder.kept_vectors import KEPT, KeptVectors
    from b12guide.understanding.questions import asked_of, asks_none, leaning_of, texts_of
    from b12guide.understanding.talk import shared_talk_reader

    with contextlib.suppress(Exception):
        questions, known = asked_of(content()), phrases()
        others = [known[place][0] for place in asks_none([intent for _, intent in known])]
        for encoder, texts in (
            (shared_encoder(ROOT / FOLDER), [*(text for text, _ in known), *leaning_of(questions)]),
            (shared_talk_reader(ROOT / FOLDER).encoder, [*texts_of(questions), *others]),
        ):
            KeptVectors(encoder, ROOT / KEPT).of(texts)


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if argv == [ENCODE]:
        _encode_phrases()
        return 0
    # A process of its own: beside the import of Rasa, threads of one interpreter wait for each other half of the time.
    encoding = subprocess.Popen([sys.executable, "-m", "b12guide.rasa.train", ENCODE], cwd=ROOT)
    try:
        return _train_and_check(Path(argv[0]))
    finally:
        encoding.terminate()
        encoding.wait()


def _train_and_check(path: Path) -> int:
    leave_out([*CHANNELS, *OTHERS])
    import structlog

    # Rasa prints what it does with every rule and every message.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    train(path)

    from b12guide.rasa.check_model import check

    problem = asyncio.run(check(str(path)))
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
