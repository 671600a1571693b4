"""Who answers what is asked of the dates of a plan (`asked_of_dates.py`), by its name."""

from __future__ import annotations

from collections.abc import Callable

from .dates_wished import DATES_WISHED, TOTAL
from .days_apart import APART_OF, DaysApart
from .dose_counted_from import COUNTED_ON
from .doses_to import DOSES_TO
from .down_as_had import DOWN_AS_HAD, HAD_LEFT, DownAsHad
from .event_day import EVENT_ASKED, EVENT_TOLD, EventDay
from .gap_asked import GAP_IS, PART_GAP_IF, STAYS_AS_IS, GapAsked
from .gap_beside import GAP_BESIDE, GapBeside
from .gaps_had import GAPS_HAD, GapsHad
from .handed_on import DATES_ALONE, LINE_FOR, HandedOn
from .how_counted import FIGURE, LENGTHS, SINCE_AND_TO_GO, WORKED_OUT
from .late_all_right import LATE_ALL_RIGHT, LateAllRight
from .past_end import PAST_END, PastEnd
from .print_help import PRINT_HOW, TWO_NAMES
from .still_stands import ALTERS, LATER_STAND, StillStands
from .weekdays_about import WEEKDAYS_ABOUT, WeekdaysAbout
from .which_first import WHICH_FIRST
from .why_these_dates import NONE_IN, TWO_IN, WANDERS, WhyTheseDates
from .would_be_one import WOULD_BE, WouldBeOne

OF_DATES = frozenset(
    {
        DATES_WISHED,
        TOTAL,
        APART_OF,
        EVENT_TOLD,
        EVENT_ASKED,
        LATE_ALL_RIGHT,
        PAST_END,
        PRINT_HOW,
        TWO_NAMES,
        ALTERS,
        LATER_STAND,
        WEEKDAYS_ABOUT,
        NONE_IN,
        TWO_IN,
        WANDERS,
        WOULD_BE,
        WHICH_FIRST,
        GAPS_HAD,
        GAP_BESIDE,
        PART_GAP_IF,
        GAP_IS,
        STAYS_AS_IS,
        DATES_ALONE,
        LINE_FOR,
        DOWN_AS_HAD,
        HAD_LEFT,
        DOSES_TO,
        WORKED_OUT,
        FIGURE,
        LENGTHS,
        COUNTED_ON,
        SINCE_AND_TO_GO,
    }
)


class AskedOfDates(
    WhyTheseDates,
    EventDay,
    DaysApart,
    WeekdaysAbout,
    WouldBeOne,
    StillStands,
    HandedOn,
    DownAsHad,
    GapAsked,
    LateAllRight,
    PastEnd,
    GapsHad,
    GapBeside,
):
    """Answers these by their names."""

    def of_dates(self, name: str) -> Callable[[str], list[str]] | None:
        """Who answers the request; None where it is none of these."""
        return {
            DATES_WISHED: self.dates_wished,
            TOTAL: self.dates_total,
            APART_OF: self.days_apart,
            WEEKDAYS_ABOUT: self.weekdays_about,
            WOULD_BE: self.would_be_one,
            ALTERS: self.alters,
            LATER_STAND: self.later_stand,
            LATE_ALL_RIGHT: self.late_all_right,
            EVENT_TOLD: self.event_told,
            EVENT_ASKED: self.event_asked,
            PAST_END: self.past_end,
            WANDERS: self.why_wanders,
            NONE_IN: self.why_none_in,
            TWO_IN: self.why_two_in,
            WHICH_FIRST: self.which_first,
            GAPS_HAD: self.gaps_had,
            GAP_BESIDE: self.gap_beside,
            PART_GAP_IF: self.part_gap_if,
            GAP_IS: self.gap_is,
            STAYS_AS_IS: self.stays_as_is,
            DATES_ALONE: self.dates_alone,
            LINE_FOR: self.line_for,
            DOWN_AS_HAD: self.down_as_had,
            HAD_LEFT: self.had_left,
            DOSES_TO: self.doses_to,
            WORKED_OUT: self.worked_out,
            FIGURE: self.figure_doubted,
            LENGTHS: self.lengths_held,
            COUNTED_ON: self.counted_on,
            SINCE_AND_TO_GO: self.since_and_to_go,
            TWO_NAMES: lambda _: [self.words(TWO_NAMES)],
        }.get(name)
