"""The servers of `tests/channels`, here too."""

from __future__ import annotations

from tests.channels.conftest import bare_site, make_site, site

__all__ = ["bare_site", "make_site", "site"]
