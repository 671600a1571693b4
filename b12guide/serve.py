"""`make run`: the chat page, the REST path and the actions on one port of this machine.

python -m b12guide.serve [--port 5005] [--interface 127.0.0.1] [--models models]
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import logging
import os
import socket
import sys
import time
from pathlib import Path
from typing import Any

from b12guide import logs, metrics, settings
from b12guide.behind_others import behind_others
from b12guide.channels import provider_settings
from b12guide.memory import few_stores
from b12guide.rasa.unused import CHANNELS, LEARNING, OTHERS, leave_out
from b12guide.settings import ROOT, SettingError
from b12guide.start_check import check

STARTED = time.monotonic()


def main(argv: list[str] | None = None) -> int:
    """Serve until Ctrl-C or SIGTERM; returns the exit status, 1 where it could not start."""
    few_stores()
    options = _options(argv)
    quiet()
    problem = (
        _port_problem(options.interface, options.port)
        or _model_problem(options.models)
        or _setting_problem()
        or _database_problem()
    )
    if problem:
        print(problem, file=sys.stderr)
        return 1
    print("Loading the model (10 to 20 seconds) ... stop with Ctrl-C.", flush=True)
    # Ctrl-C while the model is loading; once it serves, the server itself ends on it.
    with contextlib.suppress(KeyboardInterrupt):
        _serve(options)
    print("Stopped.", flush=True)
    return 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="b12guide.serve", description="Serve the chat page and the REST path.")
    parser.add_argument("--port", type=int, default=os.environ.get("PORT", "5005"))
    parser.add_argument(
        "--interface", default="127.0.0.1", help="address to listen on; a proxy stands in front of others"
    )
    parser.add_argument(
        "--models", type=Path, default=ROOT / "models", help="model file, or folder whose newest is taken"
    )
    options = parser.parse_args(argv)
    if not 0 < options.port < 65536:
        parser.error(f"port {options.port} is not a port: take one from 1 to 65535, for example 5005")
    return options


def _port_problem(interface: str, port: int) -> str | None:
    family = socket.AF_INET6 if ":" in interface else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((interface, port))
        except OSError as error:
            way_out = "stop what uses it or run `make run PORT=5006`."
            return f"Port {port} on {interface} cannot be used ({error.strerror}): {way_out}"
    return None


def _model_problem(models: Path) -> str | None:
    if models.is_file() or (models.is_dir() and any(models.glob("*.tar.gz"))):
        return None
    return f"There is no model in {models}: run `make train`."


def _setting_problem() -> str | None:
    """The first setting that cannot be used. Where all can, logs are on, and figures are served if asked for."""
    try:
        check()
        logs.configure()
        if (less := provider_settings.warning()) is not None:
            logging.getLogger(__name__).warning(less)
        metrics.serve()
    except SettingError as error:
        return str(error)
    return None


def _database_problem() -> str | None:
    """A database of a later version is left alone; one that is away stops no server from giving emergency cards."""
    from sqlalchemy.exc import SQLAlchemyError

    from b12guide.database import schema
    from b12guide.database.engine import engine_of

    engine = engine_of(settings.database())
    try:
        schema.version(engine)
    except schema.NewerDatabaseError as problem:
        return str(problem)
    except SQLAlchemyError:
        return None
    finally:
        engine.dispose()
    return None


def quiet() -> None:
    """Rasa's logs name what people write at their lower levels, and its libraries warn about each other at import."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    # One message is small: threads of the linear algebra cost more than they bring, and two cores serve many people.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("SANIC_IGNORE_PRODUCTION_WARNING", "true")
    # Several processes are several servers behind a proxy: workers of one would share neither locks nor memory.
    os.environ["SANIC_WORKERS"] = "1"
    # As many people may knock at the same moment.
    os.environ.setdefault("SANIC_BACKLOG", "1024")
    # The runtime of the encoder works beside Python, and waits for its turn to start and to hand over what it found.
    sys.setswitchinterval(0.0001)
    # Warnings of libraries about each other's age; nobody who runs the server can act on them.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)


def silence_rasa() -> None:
    """Rasa's structured log lines carry message texts; a warning of it is never worth that."""
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def _serve(options: argparse.Namespace) -> None:
    logs.watch_uncaught()
    # Before anything of Rasa is imported.
    leave_out([*CHANNELS, *OTHERS, *LEARNING])
    behind_others(_prepare)
    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints

    silence_rasa()

    async def announce(app: Any, _: Any) -> None:
        if not app.ctx.agent.is_ready():
            print(
                "The model cannot be loaded: every message gets the emergency line until it can. Run `make train`.",
                file=sys.stderr,
                flush=True,
            )
        address = f"http://{'localhost' if options.interface == '127.0.0.1' else options.interface}:{options.port}"
        print(
            f"Ready after {time.monotonic() - STARTED:.1f} s: {address} "
            f"(chat page; REST: {address}/webhooks/rest/webhook)",
            flush=True,
        )

    serve_application(
        model_path=str(options.models),
        interface=options.interface,
        port=options.port,
        credentials=str(ROOT / "credentials.yml"),
        endpoints=AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml")),
        enable_api=False,
        server_listeners=[(announce, "after_server_start")],
    )


def _prepare() -> None:
    """What takes longest until a server is ready: to import Rasa and what is ours, and to read `content/`."""
    for module in ("rasa.core.run", "b12guide.rasa.private_conversations", "b12guide.rasa.parser"):
        importlib.import_module(module)
    from b12guide.channels.server import read_content

    read_content()


if __name__ == "__main__":
    sys.exit(main())
