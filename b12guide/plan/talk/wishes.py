"""What people want of their own plan beside the next date: each request by its name, and who answers it."""

from __future__ import annotations

from collections.abc import Callable

from .before_day import BeforeDay
from .closed_days import ClosedDays
from .dates_answered import AskedOfDates
from .doubted_day import DoubtedDay
from .either import EitherDay
from .feast_days import FeastDays
from .feast_weekend import FeastWeekend
from .more_wishes import MoreWishes
from .readback import Said
from .what_if import WhatIf
from .what_if_dose import WhatIfDose


class Wishes(
    AskedOfDates,
    MoreWishes,
    BeforeDay,
    DoubtedDay,
    FeastDays,
    FeastWeekend,
    ClosedDays,
    EitherDay,
    WhatIf,
    WhatIfDose,
):
    """Answers requests by their name (`Move.name`)."""

    def wish(self, name: str, value: str = "") -> Said:
        """The answer to a request with what its words named."""
        answer: Callable[[str], list[str]] | None = {
            "after_next": self._following,
            "list": self.list_asked,
            "left": self._left_said,
            "to_come": self._to_come,
            "progress": self._progress,
            "next_many": self._next_many,
            "nth": self._nth,
            "short_list": self.short_list,
            "weekday_stays": self.weekday_stays,
            "which_counts": self.which_counts,
            "last": self._last,
            "phase_end": self._phase_end,
            "phase_start": self._phase_start,
            "is_it": self._is_it,
            "weekday": self._weekday,
            "holiday": self.holiday,
            "closed": self.closed_days,
            "beside_day": self.beside_day,
            "feast_weekend": self.feast_weekend,
            "weekend_of": self.weekend_of,
            "before_day": self.before_day,
            "first_of": self._first_of,
            "last_of": self._last_of,
            "count": self._count,
            "move": self._move,
            "early": self._early,
            "whom": self._whom,
            "say": self._say,
            "log": self._log,
            "asked_days": self._asked_days,
            "gone": self._gone,
            "doubted": self.doubted,
            "only_mine": self._only_mine,
            "gap": self._gap,
            "days_until": self._days_until,
            "feast": self.feast,
            "leaves_out": self._leaves_out,
            "may_go": self._may_go,
            "may_ring": self._may_ring,
            "two_at_once": self._two_at_once,
            "what_if": self.what_if,
            "what_if_dose": self.what_if_dose,
            "late": self._if_late,
            "saved": self._saved,
            "keeps": self._saved,
            "still_there": self._still_there,
            "will_ring": self._will_ring,
            "no_date_kept": self._no_date_kept,
            "after_weekday": self.after_weekday,
            "so_long_before": self.so_long_before,
        }.get(name)
        answer = answer or self.more(name) or self.of_dates(name)
        if answer is None or (name == "list" and not value):
            self.state.listed = 0
            return self.asked("whole" if name == "list" else name)
        late = [self.words("button_say")] if self.overdue else [self.words("button_after")]
        return answer(value), [*late, self.words("button_whole")]
