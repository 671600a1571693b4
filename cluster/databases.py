"""The tests of the tables' versions and of backups, once more on real Postgres."""

from __future__ import annotations

import os
import subprocess
import sys

from cluster.services import ROOT, Services

TESTS = tuple(f"tests/deploy/test_{name}.py" for name in ("schema", "backup", "housekeeping"))
# Where the tests make their databases (tests/deploy/databases.py).
VARIABLE = "B12GUIDE_TEST_POSTGRES"


def tested(services: Services) -> bool:
    """Whether they pass there; what fails is printed."""
    services.sql("ALTER ROLE b12guide CREATEDB", database="postgres")
    env = {**os.environ, VARIABLE: services.database}
    print("  versions of the tables, backup and restore, the age of conversations ...", flush=True)
    return subprocess.run([sys.executable, "-m", "pytest", *TESTS], cwd=ROOT, env=env, check=False).returncode == 0
