"""Readers of what is asked of a plan beside its next date and its lists, in their order, and who answers them."""

from __future__ import annotations

from collections.abc import Callable

from . import shown_days
from .after_that import AfterThat, after_that
from .beside_plan import BesidePlan, added, clinic_knows, entry_name, who_books
from .chosen_day import chosen_day
from .clinic_closed import CLINIC_CLOSED, closed_asked
from .clinic_day import ASK_WHICH, CLINIC_DAY, ClinicDay
from .clinic_hours import CLINIC_HOURS, ClinicHours
from .counted_from import counted_from
from .course_again import course_again
from .day_weighed import day_weighed
from .dose_before import DoseBefore, dose_before, how_early, since_last
from .dose_out import IS_OUT, IsOut
from .ends_after import ends_after
from .last_if import LastIf, last_if
from .late_asks import LateAsks, late_asks
from .lateness import off_plan
from .message import Said
from .move import Reader
from .move_words import asks
from .moved_dose import moved_told
from .near_day import after_month, first_of_part, is_final, is_near
from .near_event import NearEvent, near_event
from .not_agreed import NOT_AGREED, NotAgreed
from .off_month_day import off_day
from .ones_after import OnesAfter
from .other_gap_if import OtherGapIf, other_gap_if, same_gap, so_long_from
from .outcome import Who
from .over_by import OVER_BY, over_by
from .part_asked import part_asked
from .part_starts import part_starts
from .requests import request_of
from .rosters import Rosters, roster_asked
from .shown_days import ShownDays
from .shown_weekday import weekday_remark
from .so_many_before import SoManyBefore, many_before
from .state import State
from .told_spans import ToldSpans, in_span
from .unfinished import Unfinished
from .was_noted import WasNoted, was_noted
from .week_gaps import WeekGaps, between_days, uneven_weeks
from .which_count import WhichCount, which_count
from .written_marks import without_exclaimed

# What names the days that it asks about.
_BY_DAYS = frozenset({"first_of", "last_of", "list"})
READERS: tuple[Reader, ...] = (
    over_by,
    closed_asked,
    *shown_days.READERS,
    was_noted,
    late_asks,
    day_weighed,
    off_plan,
    in_span,
    near_event,
    which_count,
    chosen_day,
    is_near,
    after_month,
    is_final,
    part_asked,
    first_of_part,
    off_day,
    dose_before,
    how_early,
    since_last,
    ends_after,
    part_starts,
    last_if,
    entry_name,
    who_books,
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


def asks_without_telling(text: str, state: State, who: Who) -> bool:
    """Whether a message asks of one part of a plan, supposes another gap or day, or speaks of days that were shown: it
    is read as it stands, whatever it is heard as."""
    said = Said.of(without_exclaimed(text))
    asked = request_of(said, today=who.today, country=who.country) if state.ready(who.today) else None
    if asked is not None and asked.name in _BY_DAYS and (asked.name != "list" or asks(said)):
        return True
    return any(
        reader(said, state, who)
        for reader in (
            part_asked,
            last_if,
            same_gap,
            other_gap_if,
            chosen_day,
            in_span,
            near_event,
            which_count,
            late_asks,
            day_weighed,
            off_plan,
            was_noted,
            weekday_remark,
            moved_told,
            course_again,
            roster_asked,
            *shown_days.READERS,
        )
    )


class MoreWishes(
    AfterThat,
    SoManyBefore,
    WeekGaps,
    OtherGapIf,
    LastIf,
    ClinicDay,
    ClinicHours,
    IsOut,
    DoseBefore,
    BesidePlan,
    WasNoted,
    LateAsks,
    Unfinished,
    ToldSpans,
    NearEvent,
    WhichCount,
    ShownDays,
    Rosters,
    OnesAfter,
    NotAgreed,
):
    """Answers these requests by their names."""

    def more(self, name: str) -> Callable[[str], list[str]] | None:
        """Who answers the request; None where it is none of these."""
        return {
            "entry_name": self.entry_name,
            "who_books": self.who_books,
            "clinic_knows": self.clinic_knows,
            "added": self.added,
            "same_gap": self.same_gap,
            "other_gap_if": self.other_gap_if,
            "last_if": self.last_if,
            "so_long_from": self.so_long_from,
            "booked_fits": self.booked_fits,
            "booked_how_far_off": self.booked_how_far_off,
            "counted_from": self.counted_from,
            "how_early": self.how_early,
            "since_last": self.since_last,
            "after_that": self.after_that,
            "between_days": self.between_days,
            "uneven_weeks": self.uneven_weeks,
            "long_gaps": self.long_gaps,
            "many_before": self.many_before,
            "elsewhere": self.elsewhere,
            "usual": self.usual,
            "in_span": self.in_span,
            "nearest": self.nearest,
            "apart_days": self.apart_days,
            "which_count": self.which_count,
            "was_noted": self.was_noted,
            "needed": self.needed,
            "begins": self.begins,
            "one_of": self.one_of,
            "roster": self.roster,
            "stretch_asked": self.stretch_asked,
            "year_of": self.year_of,
            "ring_ahead": self.so_long_before,
            "supply": self.supply,
            "ones_after": self.ones_after,
            OVER_BY: self.over_by,
            CLINIC_CLOSED: self.clinic_closed,
            CLINIC_DAY: self.clinic_day,
            CLINIC_HOURS: self.clinic_hours,
            IS_OUT: self.is_out,
            ASK_WHICH: self.ask_which,
            "all_right": self.all_right,
            NOT_AGREED: self.not_agreed,
        }.get(name)
