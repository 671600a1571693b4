"""The built widget is what its sources give, and the sources are sound."""

from __future__ import annotations

import json
from pathlib import Path

from tools import widget

BUILT = widget.ROOT / "b12guide" / "web" / "static" / "widget.js"


def test_the_committed_widget_is_what_the_sources_build(tmp_path: Path) -> None:
    """Byte for byte: nobody has changed the built file by hand, or forgotten `make widget`."""
    widget.build(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["widget.js"]
    assert (tmp_path / "widget.js").read_bytes() == BUILT.read_bytes()


def test_the_sources_have_sound_types() -> None:
    """The strict type check finds nothing."""
    widget.check()


def test_what_is_built_in_is_pinned() -> None:
    """Each package is named with its exact version, so that the same sources build the same file tomorrow."""
    package = json.loads((widget.WIDGET / "package.json").read_text())
    versions = {**package["dependencies"], **package["devDependencies"]}
    assert [name for name, version in versions.items() if not version[0].isdigit()] == []
    assert list(package["dependencies"]) == ["lit"]
