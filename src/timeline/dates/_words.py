"""How words bound a date: the one place that says what "early", "about" and "since" mean.

News says "in mid-January" and means no day; these are the days that we let it mean.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.dates._calendar import day_number, day_parts, first_of_month, month_length
from timeline.dates._when import When
from timeline.errors import InvalidValue

_MONTH_PARTS = ((1, 10), (11, 20), (21, 31))
_SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_LEAST_SLACK = 3


def early(unit: When) -> When:
    """Return the first part of a month (days 1 to 10), or the first third of something longer.

    What spans whole years, three or more, is cut at whole years; what spans whole months at whole
    months; anything else at whole days. What does not divide by three goes to the earlier thirds.
    What has no bounds, and a single day, stays as it is.

    >>> early(When("2025-01")), early(When("2024")), early(When("199X"))
    (When('[2025-01-01..2025-01-10]'), When('[2024-01-01..2024-04-30]'), \
When('[1990-01-01..1993-12-31]'))
    """
    return _third(unit, 0)


def mid(unit: When) -> When:
    """Return the middle part of a month (days 11 to 20), or the middle third, as in `early`.

    >>> mid(When("2025-01"))
    When('[2025-01-11..2025-01-20]')
    """
    return _third(unit, 1)


def late(unit: When) -> When:
    """Return the end of a month (from day 21), or the last third of the rest, as in `early`.

    >>> late(When("2025-02")), late(When("2024-22"))
    (When('[2025-02-21..2025-02-28]'), When('2024-08'))
    """
    return _third(unit, 2)


def earlier_this(unit: When, published: When) -> When:
    """Return the days of *unit* that lie before the day of publication.

    Where publication is uncertain, its latest day counts; said on the first day of the unit, it is
    that day.

    >>> earlier_this(When("2025-01"), When("2025-01-20"))
    When('[2025-01-01..2025-01-19]')
    >>> earlier_this(When("2025-01"), When("2025-02-07"))
    When('2025-01')
    """
    first, last = unit.earliest, unit.latest
    if published.latest is not None:
        before = published.latest - 1
        last = before if last is None else min(last, before)
    if first is not None and last is not None:
        last = max(first, last)
    return When.between(first, last)


def season(name: str, year: int) -> When:
    """Return a northern season of *year*; winter begins in December of that year.

    Raises:
        InvalidValue: there is no season of that name (spring, summer, autumn or fall, winter).

    >>> season("winter", 2024).earliest_date, season("winter", 2024).latest_date
    ('2024-12-01', '2025-02-28')
    """
    code = _SEASON_CODES.get(name.lower())
    if code is None:
        expected = "a season: spring, summer, autumn (or fall), winter"
        raise InvalidValue("season", expected=expected, got=name)
    return When.parse(f"{'-' if year < 0 else ''}{abs(year):04}-{code}")


def last_season(name: str, published: When) -> When:
    """Return the newest season of that name that was over before publication.

    Where publication is uncertain, its latest day counts.

    Raises:
        InvalidValue: there is no such season, or publication has no latest day.

    >>> last_season("autumn", When("2025-01-20"))
    When('2024-23')
    >>> last_season("winter", When("2025-01-20"))  # the winter of 2024 is not over
    When('2023-24')
    """
    day = _last_day(published)
    year = day_parts(day)[0]
    found = season(name, year)
    while found.latest is None or found.latest >= day:
        year -= 1
        found = season(name, year)
    return found


def last_year(published: When) -> When:
    """Return the year before that of publication; of an uncertain one, its latest day counts.

    Raises:
        InvalidValue: publication has no latest day.

    >>> last_year(When("2025-01-20"))
    When('2024')
    """
    year = day_parts(_last_day(published))[0] - 1
    return When.between(day_number(year, 1, 1), day_number(year, 12, 31))


def ago(distance_days: int, published: When, *, approximate: bool = False) -> When:
    """Return the day so many days before publication.

    If *approximate* ("about two weeks ago"), give or take a fifth of the distance, to the nearest
    day and at least three days, but never after publication.

    >>> ago(14, When("2025-01-20"))
    When('2025-01-06')
    >>> ago(14, When("2025-01-20"), approximate=True)
    When('[2025-01-03..2025-01-09]')
    """
    slack = max(_LEAST_SLACK, _nearest(distance_days, 5)) if approximate else 0
    return _around(published, -distance_days, min(slack, distance_days), behind=slack)


def in_about(distance_days: int, published: When) -> When:
    """Return the days about so many days after publication, give or take a quarter of them.

    The quarter is rounded to the nearest day.

    >>> in_about(45, When("2025-01-10"))  # "in about a month and a half"
    When('[2025-02-13..2025-03-07]')
    """
    slack = _nearest(distance_days, 4)
    return _around(published, distance_days, slack, behind=slack)


def within_next_month(published: When) -> When:
    """Return the days from publication to the same day of the next month, or that month's last.

    >>> within_next_month(When("2025-01-31"))
    When('[2025-01-31..2025-02-28]')
    """
    latest = published.latest
    if latest is not None:
        year, month, day = day_parts(latest)
        first = first_of_month(year, month)
        latest = first + min(day, month_length(*day_parts(first)[:2])) - 1
    return When.between(published.earliest, latest)


def since(moment: When, observed: When) -> When:
    """Return the interval that starts within *moment* and lasts at least until it was observed.

    Of an interval, its start counts; of an uncertain observation, its earliest day.

    >>> since(When("2025-01-15~"), When("2025-01-30"))
    When('2025-01-15~/[2025-01-30..]')
    """
    lasting = None if observed.earliest is None else When.between(observed.earliest, None)
    return When.interval(moment.start, lasting)


def _nearest(number: int, divisor: int) -> int:
    """Divide and round to the nearest whole number, halves up."""
    return (2 * number + divisor) // (2 * divisor)


def _around(published: When, distance: int, ahead: int, *, behind: int) -> When:
    """Return the days that far from publication, from *behind* days less to *ahead* more."""
    earliest, latest = published.earliest, published.latest
    return When.between(
        None if earliest is None else earliest + distance - behind,
        None if latest is None else latest + distance + ahead,
    )


def _last_day(published: When) -> int:
    if published.latest is None:
        expected = "a publication that has a latest day"
        raise InvalidValue("published", expected=expected, got=published.edtf)
    return published.latest


def _third(unit: When, index: int) -> When:
    plain = unit.unqualified
    first, last = plain.earliest, plain.latest
    if first is None or last is None or first == last:
        return unit
    start, beyond = day_parts(first), day_parts(last + 1)
    if (start[2], beyond[2]) != (1, 1):
        low, high = (_cut(last - first + 1, index + step) for step in (0, 1))
        return When.between(first + low, first + high - 1)
    months = 12 * (beyond[0] - start[0]) + beyond[1] - start[1]
    if months == 1:
        low, high = _MONTH_PARTS[index]
        return When.between(first + low - 1, min(first + high - 1, last))
    unit_months = 12 if months % 12 == 0 and months // 12 >= len(_MONTH_PARTS) else 1
    low, high = (
        start[1] - 1 + unit_months * _cut(months // unit_months, index + step) for step in (0, 1)
    )
    return When.between(first_of_month(start[0], low), first_of_month(start[0], high) - 1)


def _cut(count: int, thirds: int) -> int:
    """Return how many of *count* parts lie in the first so many thirds, rounded up."""
    return -(-count * thirds // 3)


class WordRule(NamedTuple):
    """One line of the table of words: what is said, what it bounds, and the function for it."""

    words: str
    bounds: str
    function: str


WORDS: Final = (
    WordRule("early in a month", "days 1 to 10; of anything longer its first third", "early"),
    WordRule("mid-month", "days 11 to 20; of anything longer its middle third", "mid"),
    WordRule("late in, end of a month", "day 21 to the end; else the last third", "late"),
    WordRule(
        "earlier this month, earlier in January",
        "its first day to the day before publication, or to its end",
        "earlier_this",
    ),
    WordRule(
        "spring, summer, autumn, winter",
        "March to May, June to August, September to November, December to February",
        "season",
    ),
    WordRule("last summer", "the newest that was over before publication", "last_season"),
    WordRule("last year", "the year before that of publication", "last_year"),
    WordRule("two weeks ago", "that day, counted from publication", "ago"),
    WordRule(
        "about two weeks ago, for about two weeks",
        "the distance give or take a fifth, at least 3 days, never after publication",
        "ago",
    ),
    WordRule(
        "in about a month and a half", "45 days on, give or take a quarter (11 days)", "in_about"
    ),
    WordRule("in the next month", "publication to a month later", "within_next_month"),
    WordRule("since X, observed on S", "starts within X, ends no earlier than S", "since"),
    WordRule("recently, lately", "does not date anything", ""),
)
"""How words bound a date, for documentation and for whoever tags words in a text."""
