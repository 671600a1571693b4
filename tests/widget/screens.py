"""Screens that the widget is looked at on, pages that carry it, and whether something is seen there."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

LAUNCHED = (
    '<!doctype html><html lang=en><title>c</title><meta name=viewport content="width=device-width">'
    "<h1>Our clinic</h1><p>Welcome.</p>{}</html>"
)
# Where a box lies within the part of the screen that a person sees of the transcript.
IN_LOG = """node => {
  const box = node.getBoundingClientRect(), log = node.closest(".log").getBoundingClientRect();
  return [box.top >= Math.max(log.top, 0) - 1, box.bottom <= Math.min(log.bottom, innerHeight) + 1,
          box.left >= log.left - 1, box.right <= log.right + 1];
}"""


def phone(width: int = 390, height: int = 844) -> dict[str, Any]:
    """A phone of this size."""
    return {"viewport": {"width": width, "height": height}, "has_touch": True, "is_mobile": True}


def tag(server: str, **data: str) -> str:
    """The script tag with its data- attributes."""
    attributes = "".join(f' data-{name.replace("_", "-")}="{value}"' for name, value in data.items())
    return f'<script src="{server}/widget.js"{attributes} defer></script>'


def seen(part: Locator) -> bool:
    """Whether all of it is on screen and nothing of the chat covers it."""
    return all(part.evaluate(IN_LOG))
