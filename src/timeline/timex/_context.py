"""What the expressions before, and the day of publication, say about the next expression."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import FINENESS, Stretch, containing

if TYPE_CHECKING:
    from collections.abc import Callable

PAST: Final = "past"
FUTURE: Final = "future"
NEAR: Final = "near"
_DAYS_BACK: Final = 240
_YEAR: Final = 366
_BESIDE: Final = 31
"""How many days a day without a year may follow one of a bygone year and share it."""


class Context:
    """The state while a text is read from its beginning to its end.

    Args:
        today: the day of publication (its last possible day, where it is uncertain).
        narrative: True where years and days are to be taken from the text before.
    """

    __slots__ = ("_last_day", "day", "narrative", "point", "soft", "today", "year_point")

    def __init__(self, today: int, *, narrative: bool) -> None:
        self.today = today
        self.narrative = narrative
        self.point: Stretch | None = None
        self.day: int | None = None
        self._last_day: int | None = None
        # In news, a week or month told later than any day: "five days later" counts from it.
        self.soft: Stretch | None = None
        self.year_point: Stretch | None = None

    def mention(self, stretch: Stretch) -> None:
        """Remember *stretch* as the last one spoken of."""
        self.point = stretch
        if stretch.unit == "day":
            self.day = self._last_day = stretch.number
            self.soft = None
        elif self.narrative:
            if FINENESS[stretch.unit] >= FINENESS["month"]:
                self.day = None
        elif FINENESS[stretch.unit] <= FINENESS["month"] and not self._holds_day(stretch):
            self.soft = stretch
        if FINENESS[stretch.unit] <= FINENESS["year"]:
            self.year_point = stretch

    def _holds_day(self, stretch: Stretch) -> bool:
        """Whether the day told last lies in *stretch*, so that it stays the one spoken of."""
        return self.day is not None and stretch.first <= self.day <= stretch.last

    def is_untold(self, unit: str) -> bool:
        """Whether the text has told nothing from which "five days later" could count its *unit*.

        What is counted from nothing must not be taken to count from the day of publication.
        """
        if self.narrative or self._last_day is not None:
            return False
        if self.point is None:
            return True
        return FINENESS[unit] < FINENESS["month"] < FINENESS[self.point.unit]

    @property
    def now(self) -> Stretch:
        """The day of publication."""
        return Stretch("day", self.today)

    def reference(self, unit: str) -> Stretch:
        """The stretch of *unit* that the text is speaking of: the last mentioned, else today's."""
        point = self.point
        if point is not None and FINENESS[point.unit] > FINENESS[unit]:
            point = self.year_point if unit != "day" else self.point
        if point is None:
            return containing(unit, self.today)
        if FINENESS[point.unit] > FINENESS[unit] and not self.narrative:
            return containing(unit, self.today)
        return containing(unit, point.first)

    def day_reference(self) -> int:
        """The day that "the next day" follows: the last mentioned, else that of publication."""
        if self.day is not None:
            return self.day
        if self._last_day is not None:
            return self._last_day
        if self.narrative and self.point is not None:
            return self.point.first
        return self.today

    def start_of(self, unit: str) -> int:
        """The day from which "two years later" counts *unit*: what was mentioned last and fits."""
        told = (
            self.narrative and FINENESS[unit] >= FINENESS["month"] and self.year_point is not None
        )
        if told and self.year_point is not None:
            return self.year_point.first
        point = self.point
        if point is not None and FINENESS["day"] < FINENESS[point.unit] <= FINENESS[unit]:
            return point.first  # "in the fourth quarter, up from a year earlier"
        return self.day_reference()

    def year_for(self, make: Callable[[int], Stretch | None], direction: str) -> Stretch | None:
        """Choose the year of something that comes once a year, such as a month or a feast.

        Args:
            make: builds the stretch of a given year; None where that year has none.
            direction: ``past``, ``future`` or ``near``; a narrative follows its own last date.
        """
        if self.narrative and self.year_point is not None:
            return self._narrative_year(make, self.year_point)
        beside = None if direction == FUTURE else self._beside_old_day(make)
        if beside is not None:
            return beside
        year = self.now.year
        near = [make(year - 1), make(year), make(year + 1)]
        if None in near:  # February 29: leap years are up to eight years apart
            near = [make(year + offset) for offset in range(-8, 9)]
        return nearest([one for one in near if one is not None], self.today, direction)

    def _beside_old_day(self, make: Callable[[int], Stretch | None]) -> Stretch | None:
        """Choose the day that follows one of a bygone year: "on March 2, 2019 ... on March 13"."""
        point = self.point
        if point is None or point.unit != "day" or self.today - point.first <= _YEAR:
            return None
        stretch = make(point.year)
        if stretch is None or stretch.unit != "day":
            return None
        return stretch if 0 < stretch.first - point.first <= _BESIDE else None

    def _narrative_year(
        self, make: Callable[[int], Stretch | None], point: Stretch
    ) -> Stretch | None:
        stretch = make(point.year)
        if stretch is None or point.unit == "year":
            return stretch
        if point.first - stretch.first > _DAYS_BACK:  # "In December ... In January": it goes on
            return make(point.year + 1)
        return stretch


def nearest(choices: list[Stretch], today: int, direction: str) -> Stretch | None:
    """Choose among *choices*, in order of time, as *direction* says.

    ``past`` takes the last that has begun, ``future`` the first that has not ended, ``near`` the
    one at the smallest distance, of two the earlier.
    """
    if direction == PAST:
        return next((one for one in reversed(choices) if one.first <= today), None)
    if direction == FUTURE:
        return next((one for one in choices if one.last >= today), None)
    return min(choices, key=lambda one: max(one.first - today, today - one.last, 0), default=None)


def recurring(unit: str, per: int, place: int, today: int, direction: str) -> Stretch:
    """Find the stretch whose number within its cycle is *place*: a weekday, a quarter, a season.

    Args:
        unit: the unit of the stretch.
        per: how many there are in a cycle (7 weekdays, 4 seasons, 12 months).
        place: which one, from 0.
        today: the day from which to look.
        direction: ``past``, ``future`` or ``near``, all including the one that *today* lies in.
    """
    here = containing(unit, today)
    back = (here.number - place) % per
    if direction == PAST or not back:
        return here.shifted(-back)
    if direction == FUTURE or back > per - back:
        return here.shifted(per - back)
    return here.shifted(-back)
