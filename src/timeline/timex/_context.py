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
_GOES_ON: Final = 92
"""How many days later a story of a bygone year goes on within its paragraph."""
_JUST_GONE: Final = 35
"""How many days before publication the statements were made that news tells of."""


class Context:
    """The state while a text is read from its beginning to its end.

    Args:
        today: the day of publication (its last possible day, where it is uncertain).
        narrative: True where years and days are to be taken from the text before.
        mixed: True where such a text also tells of its own days: then a year is taken from the
            text before only where the story plainly goes on.
    """

    __slots__ = (
        *("_gone_day", "_last_day", "_led", "_told_here", "day", "mixed", "narrative"),
        *("point", "soft", "today", "year_point"),
    )

    def __init__(self, today: int, *, narrative: bool, mixed: bool = False) -> None:
        self.today = today
        self.narrative = narrative
        self.mixed = mixed
        self._led = self._told_here = False
        self.point: Stretch | None = None
        self.day: int | None = None
        self._last_day: int | None = None
        self._gone_day: int | None = None  # the last one told that publication does not precede
        # In news, a week or month told later than any day: "five days later" counts from it.
        self.soft: Stretch | None = None
        self.year_point: Stretch | None = None

    def new_paragraph(self) -> None:
        """Note that a paragraph begins: a story need not go on in it."""
        self._led = self._told_here = False

    def mention(self, stretch: Stretch, *, leading: bool = False) -> None:
        """Remember *stretch* as the last one spoken of.

        Args:
            stretch: what was spoken of.
            leading: whether a sentence begins with it, so that it is of the year told.
        """
        self.point = stretch
        self._led = leading or (self._led and stretch.unit != "year")
        self._told_here = self._told_here or FINENESS[stretch.unit] <= FINENESS["month"]
        if stretch.unit == "day":
            self.day = self._last_day = stretch.number
            self.soft = None
            if stretch.number <= self.today:
                self._gone_day = stretch.number
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
            # "On 3 May ... most of the year ... the following month": it is June
            told = self._gone_day if self._gone_day is not None else self.today
            return containing(unit, told)
        return containing(unit, point.first)

    def look_back(self) -> None:
        """Count from what is gone: "a day earlier" in the past tense is not before a day to come.

        To be called where a clause in the past tense counts from the text.
        """
        if self.narrative:
            return
        if self.soft is not None and self.soft.first > self.today:
            self.soft = None
        if self.day is not None and self.day > self.today and self._gone_day is not None:
            self.day = self._last_day = self._gone_day

    @property
    def told_day(self) -> int | None:
        """The day told last, if it is not still to come and nothing wider was told since."""
        if self.day is None or self.day > self.today or self.soft is not None:
            return None
        return self.day

    @property
    def is_ahead(self) -> bool:
        """Whether what was told last is still to come."""
        soft = self.soft is not None and self.soft.first > self.today
        return soft or (self.day is not None and self.day > self.today)

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

    def year_for(
        self, make: Callable[[int], Stretch | None], direction: str, *, said: bool = False
    ) -> Stretch | None:
        """Choose the year of something that comes once a year, such as a month or a feast.

        Args:
            make: builds the stretch of a given year; None where that year has none.
            direction: ``past``, ``future`` or ``near``; a narrative follows its own last date.
            said: whether it is the date of a statement, as news has them of the last weeks.
        """
        if self.narrative and self.year_point is not None and not self.mixed:
            return self._narrative_year(make, self.year_point)
        beside = None
        if direction != FUTURE and not (said and self._just_gone(make)):
            beside = self._going_on(make) if self.mixed else self._beside_old_day(make)
        if beside is not None:
            return beside
        year = self.now.year
        near = [make(year - 1), make(year), make(year + 1)]
        if None in near:  # February 29: leap years are up to eight years apart
            near = [make(year + offset) for offset in range(-8, 9)]
        return nearest([one for one in near if one is not None], self.today, direction)

    @property
    def counts_weekdays(self) -> bool:
        """Whether "on Friday" follows the day told last, and not that of publication."""
        return self.narrative and self.day is not None and (not self.mixed or self._told_here)

    def _going_on(self, make: Callable[[int], Stretch | None]) -> Stretch | None:
        """Choose the day or month with which a story of a bygone year goes on.

        "On 12 March 2022 it rained. On 16 March ...": some weeks later, and within the paragraph
        some months. "Since 2019 he has been mayor. On 20 November he said ..." begins anew.
        """
        told = self.year_point
        if self._led and told is not None and self.today - told.last > _YEAR:
            return self._narrative_year(make, told)
        point = self.point
        if point is None or FINENESS[point.unit] > FINENESS["month"]:
            return None
        if self.today - point.first <= _YEAR:
            return None
        reach = _GOES_ON if self._told_here else _BESIDE
        for year in (point.year, point.year + 1):
            stretch = make(year)
            if stretch is not None and 0 <= stretch.last - point.first <= reach + (
                stretch.last - stretch.first
            ):
                return stretch
        return None

    def _just_gone(self, make: Callable[[int], Stretch | None]) -> bool:
        """Whether something that comes once a year came in the weeks before publication."""
        year = self.now.year
        return any(
            0 <= self.today - one.first <= _JUST_GONE
            for one in (make(year - 1), make(year))
            if one is not None
        )

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
