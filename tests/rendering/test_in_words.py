"""Dates in words claim no more and no less than the dates do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.when_strategies import small, whens
from timeline.dates import When
from timeline.rendering import at_words, bounds_in_words, in_words

DAYS = st.integers(When("1999-12-25").earliest, When("2026-02-05").earliest)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-01-09", "9 January 2025"),
        ("2024-11", "November 2024"),
        ("2024", "2024"),
        ("[2025-01-11..2025-01-20]", "between 11 and 20 January 2025"),
        ("[2024-12-29..2025-01-04]", "between 29 December 2024 and 4 January 2025"),
        ("[2025-01-30..2025-02-04]", "between 30 January and 4 February 2025"),
        ("[2025-01-20..2025-01-21]", "20 or 21 January 2025"),
        ("[2025-01..2025-02]", "between January and February 2025"),
        ("[..2025-01-20]", "by 20 January 2025"),
        ("[..2025-01]", "by the end of January 2025"),
        ("[2025-01-30..]", "on or after 30 January 2025"),
        ("[2025-01..]", "in or after January 2025"),
        ("[..]", "at an unknown time"),
        ("[1667,1668,1670..1672]", "1667, 1668 or some time between 1670 and 1672"),
        ("{1960,1961-12}", "1960 and December 1961"),
        ("{2025-01-01..2025-01-05}", "all of 1 to 5 January 2025"),
        ("{..1984}", "everything up to the end of 1984"),
        ("{1984..}", "everything from 1984 on"),
        ("[..1984,1990..]", "the end of 1984 or before or 1990 or later"),
        ("2025-01-16~/..", "since about 16 January 2025"),
        ("[2025-01-11..2025-01-20]/..", "since some time between 11 and 20 January 2025"),
        ("[2025-01-18..2025-01-19]/[2025-01-18..]", "since 18 or 19 January 2025"),
        ("../2025-01-31", "up to 31 January 2025"),
        ("../[2025-01-16..]", "at least up to 16 January 2025"),
        ("../[2025-01-16..2025-01-31]", "up to some time between 16 and 31 January 2025"),
        ("2025-01-11/2025-01-20", "from 11 to 20 January 2025"),
        ("2024-12/2025-01", "from December 2024 to January 2025"),
        ("2025-01/", "from January 2025 on, until when is not known"),
        ("/2025-01", "up to January 2025, since when is not known"),
        ("../..", "at all times"),
        ("2024-22", "summer 2024"),
        ("2024-24", "winter 2024-25"),
        ("2024-30", "summer 2024-25 (southern)"),
        ("2024-33", "the 1st quarter of 2024"),
        ("2024-38", "May to August 2024"),
        ("2024-41", "the second half of 2024"),
        ("2025-01-15?", "perhaps 15 January 2025"),
        ("2025-01-15%", "perhaps about 15 January 2025"),
        ("2025-01-XX", "some day in January 2025"),
        ("2025-XX", "some time in 2025"),
        ("202X", "the 2020s"),
        ("19XX", "the years 1900 to 1999"),
        ("2025-XX-15", "a day between 15 January 2025 and 15 December 2025 (2025-XX-15)"),
        ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"),
        ("Y170000002", "170000002"),
        ("2025-01-20T14:30:00Z", "20 January 2025, 14:30 UTC"),
        ("2025-01-20T14:30:05+02:00", "20 January 2025, 14:30:05 UTC+02:00"),
        ("2025-01-20T14:30:00", "20 January 2025, 14:30 local time"),
    ],
)
def test_a_date_has_its_words(edtf: str, words: str) -> None:
    assert in_words(When(edtf)) == words


def test_no_date_says_so() -> None:
    assert in_words(None) == "no date given"
    assert bounds_in_words(None) is None


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-01-01~", "29 December 2024 to 4 January 2025"),
        ("2024-22", "1 June to 31 August 2024"),
        ("2025-01-16~/..", "beginning between 13 and 19 January 2025"),
        (
            "2025-01-15~/2025-02-15~",
            "beginning between 12 and 18 January 2025, ending between 12 and 18 February 2025",
        ),
        ("2025-01-09", None),
        ("[2025-01-11..2025-01-20]", None),
        ("2025-01-15?", None),
    ],
)
def test_soft_words_come_with_their_bounds(edtf: str, words: str | None) -> None:
    assert bounds_in_words(When(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-01-09", "on 9 January 2025"),
        ("[2025-01-20..2025-01-21]", "on 20 or 21 January 2025"),
        ("2025-01-20T14:30:00Z", "on 20 January 2025, 14:30 UTC"),
        ("2025-01", "in January 2025"),
        ("2025", "in 2025"),
        ("2024-22", "in summer 2024"),
        ("202X", "in the 2020s"),
        ("2025-01-01~", "about 1 January 2025"),
        ("[..2025-01-20]", "by 20 January 2025"),
        ("2025-01-16~/..", "since about 16 January 2025"),
    ],
)
def test_a_date_takes_its_preposition(edtf: str, words: str) -> None:
    assert at_words(When(edtf)) == words


@given(whens)
def test_every_date_has_words(when: When) -> None:
    for words in (in_words(when), at_words(when), bounds_in_words(when) or "none"):
        assert words == " ".join(words.split()) != ""
        assert words.isprintable()


@given(small, small)
def test_dates_with_other_bounds_have_other_words(one: When, other: When) -> None:
    def bounds(when: When) -> tuple[object, ...]:
        ends = (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
        return (when.is_interval, *ends)

    if bounds(one) != bounds(other):
        assert in_words(one) != in_words(other)


@given(DAYS, DAYS)
def test_a_stretch_names_its_first_and_its_last_day(one: int, other: int) -> None:
    first, last = sorted((one, other))

    words = in_words(When.between(first, last))

    named = _days_named(words)
    assert named == (When.day(first), When.day(last))


def _days_named(words: str) -> tuple[When, When]:
    """Read days back from words, filling in what the first one leaves to the second."""
    months = "January February March April May June July August September October November December"
    number = {name: index for index, name in enumerate(months.split(), start=1)}
    found = re.findall(rf"(\d+)? ?({'|'.join(number)})? ?(\d{{4}})?(?= and | or |$)", words)
    parts = [part for part in found if any(part)]
    _, last_month, last_year = parts[-1]

    def day(part: tuple[str, str, str], *, at_end: bool) -> When:
        year, month = part[2] or last_year, part[1] or last_month
        stretch = When(f"{year}-{number[month]:02}" if month else year)
        if part[0]:
            return When(f"{year}-{number[month]:02}-{int(part[0]):02}")
        return When.day((stretch.latest if at_end else stretch.earliest) or 0)

    return day(parts[0], at_end=False), day(parts[-1], at_end=True)
