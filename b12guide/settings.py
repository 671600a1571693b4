"""Where things are and how the server is set up: all of it from the environment, with defaults for one machine."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(os.environ.get("B12GUIDE_ROOT", Path(__file__).resolve().parent.parent))
CONTENT = ROOT / "content"
# Conversations and the secret that signs conversation ids.
DATA = Path(os.environ.get("B12GUIDE_DATA", ROOT / "var"))
# SQLAlchemy's form of the database's address; SQLite beside the secret where none is given.
DATABASE = os.environ.get("B12GUIDE_DATABASE") or f"sqlite:///{DATA / 'conversations.db'}"
