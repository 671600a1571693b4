"""The plan that a person has confirmed, as files to take away: calendar, picture and page."""

from .files import Plan, kept
from .overview import one_line, overview, two_dates

__all__ = ["Plan", "kept", "one_line", "overview", "two_dates"]
