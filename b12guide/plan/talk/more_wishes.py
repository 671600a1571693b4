"""Readers of what is asked of a plan beside its next date and its lists, in their order, and who answers them."""

from __future__ import annotations

from collections.abc import Callable

from .after_that import AfterThat, after_that
from .beside_plan import BesidePlan, added, clinic_knows, entry_name
from .counted_from import CountedFrom, counted_from
from .dose_before import DoseBefore, dose_before, how_early, since_last
from .ends_after import ends_after
from .move import Reader
from .near_day import after_month, first_of_part, is_final, is_near
from .off_month_day import off_day
from .other_gap_if import OtherGapIf, other_gap_if, same_gap, so_long_from
from .part_starts import part_starts
from .so_many_before import SoManyBefore, many_before
from .week_gaps import WeekGaps, between_days, uneven_weeks

READERS: tuple[Reader, ...] = (
    is_near,
    after_month,
    is_final,
    first_of_part,
    off_day,
    dose_before,
    how_early,
    since_last,
    ends_after,
    part_starts,
    entry_name,
    clinic_knows,
    added,
    same_gap,
    other_gap_if,
    so_long_from,
    counted_from,
    after_that,
    between_days,
    uneven_weeks,
    many_before,
)


class MoreWishes(AfterThat, SoManyBefore, WeekGaps, OtherGapIf, CountedFrom, DoseBefore, BesidePlan):
    """Answers these requests by their names."""

    def more(self, name: str) -> Callable[[str], list[str]] | None:
        """Who answers the request; None where it is none of these."""
        return {
            "entry_name": self.entry_name,
            "clinic_knows": self.clinic_knows,
            "added": self.added,
            "same_gap": self.same_gap,
            "other_gap_if": self.other_gap_if,
            "so_long_from": self.so_long_from,
            "counted_from": self.counted_from,
            "how_early": self.how_early,
            "since_last": self.since_last,
            "after_that": self.after_that,
            "between_days": self.between_days,
            "uneven_weeks": self.uneven_weeks,
            "many_before": self.many_before,
        }.get(name)
