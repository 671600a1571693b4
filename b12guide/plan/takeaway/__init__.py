"""The plan that a person has confirmed, as files to take away: calendar, picture and page."""

from .files import Plan, coming, kept
from .overview import one_line, overview, two_dates
from .paper import SCRIPT, bullets, button_to_print, html_page, safe

__all__ = [
    "SCRIPT",
    "Plan",
    "bullets",
    "button_to_print",
    "coming",
    "html_page",
    "kept",
    "one_line",
    "overview",
    "safe",
    "two_dates",
]
