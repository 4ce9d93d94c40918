"""A date written in any style that people use is found, and comes back as the same day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.timex import Genre, tag

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = 12_000
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SHORT = (
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "Jun.",
    "Jul.",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def ordinal(number: int) -> str:
    if number in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


STYLES: dict[str, Callable[[date], str]] = {
    "January 9, 2025": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "January 9 2025": lambda d: f"{MONTHS[d.month - 1]} {d.day} {d.year}",
    "January 9th, 2025": lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    "Jan. 9, 2025": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    "9 January 2025": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "9 Jan. 2025": lambda d: f"{d.day} {SHORT[d.month - 1]} {d.year}",
    "the 9th of January 2025": lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "the 9th of January, 2025": lambda d: (
        f"the {ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}"
    ),
    "9-Jan-2025": lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    "2025-01-09": lambda d: d.isoformat(),
    "2025/01/09": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "1/9/2025": lambda d: f"{d.month}/{d.day}/{d.year}",
    "09.01.2025": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "Thursday, January 9, 2025": lambda d: (
        f"{DAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}"
    ),
    "Thursday 9 January 2025": lambda d: (
        f"{DAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}"
    ),
    "JANUARY 9, 2025": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}".upper().replace(
        "MAY", "May"
    ),
}
FRAMES = ("They met on {}.", "On {}, they met.", "({})", "It was {} when it began", "{}")
GENRES: st.SearchStrategy[Genre] = st.sampled_from(["news", "narrative"])
YEARS = (date(1000, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("style", STYLES)
@given(
    day=st.dates(*YEARS),
    frame=st.sampled_from(FRAMES),
    genre=GENRES,
)
@settings(max_examples=40)
def test_a_full_date_comes_back_in_every_style(
    style: str, day: date, frame: str, genre: Genre
) -> None:
    written = STYLES[style](day)
    [found] = tag(frame.format(written), "2025-02-07", genre)
    assert (found.text, found.type, found.value) == (written, "DATE", day.isoformat())
    assert str(found.when) == day.isoformat()


def test_ten_thousand_dates_come_back() -> None:
    draw = random.Random(20250207)
    span = (YEARS[1] - YEARS[0]).days
    for number in range(EXAMPLES):
        day = YEARS[0] + timedelta(days=draw.randrange(span))
        write = draw.choice(list(STYLES.values()))
        text = draw.choice(FRAMES).format(write(day))
        values = [found.value for found in tag(text, "2025-02-07", "news")]
        assert values == [day.isoformat()], (number, text)


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(1, 300))
def test_a_date_without_its_year_is_the_last_one_in_the_past_tense(anchor: date, back: int) -> None:
    day = anchor - timedelta(days=back)
    [found] = tag(f"They met on {MONTHS[day.month - 1]} {day.day}.", anchor, "news")
    assert found.value == day.isoformat()


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(1, 300))
def test_a_date_without_its_year_is_the_next_one_in_the_future_tense(anchor: date, on: int) -> None:
    day = anchor + timedelta(days=on)
    [found] = tag(f"They will meet on {day.day} {MONTHS[day.month - 1]}.", anchor, "news")
    assert found.value == day.isoformat()


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 6))
def test_weekdays_look_where_the_verb_looks(anchor: date, off: int) -> None:
    before, after = anchor - timedelta(days=off), anchor + timedelta(days=off)
    [past] = tag(f"They met on {DAYS[before.weekday()]}.", anchor, "news")
    [ahead] = tag(f"They will meet on {DAYS[after.weekday()]}.", anchor, "news")
    assert (past.value, ahead.value) == (before.isoformat(), after.isoformat())


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(2, 19))
def test_distances_in_days_and_years_are_counted(anchor: date, count: int) -> None:
    text = f"It began {count} days ago, {count} years ago and, in 2001, ended {count} years later."
    days, years, _, later = tag(text, anchor, "news")
    assert days.value == (anchor - timedelta(days=count)).isoformat()
    assert years.value == str(anchor.year - count)
    assert later.type == "DATE"
