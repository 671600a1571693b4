"""The count of the minutes at which reminders go out: a skipped one is told apart from a wrong one."""

from __future__ import annotations

from cluster.zones import count, section


def test_a_zone_that_skips_a_minute_once_a_year_is_counted_so() -> None:
    """New York skips 2.30 in spring; London skips 1.30, which nobody wanted."""
    counted = count(["America/New_York", "Europe/London"], days=365)
    assert (counted.zones, counted.moments) == (2, 2 * 365 * 3)
    assert (counted.skipped, counted.wrong, counted.quiet) == (1, 0, 0)
    assert "| **at any other minute** | **0** |" in section(counted)
