"""The plan that a person has confirmed, as files to take away: calendar, picture and page."""

from .files import Plan, kept

__all__ = ["Plan", "kept"]
