"""How words bound a date: the table's examples, and what must hold of any date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.when_strategies import cases, moments, small, whens
from timeline import dates
from timeline.dates import (
    WIDENING,
    WORDS,
    When,
    ago,
    earlier_this,
    early,
    in_about,
    last_season,
    last_year,
    late,
    mid,
    season,
    since,
    within_next_month,
)
from timeline.errors import InvalidValue

PUBLISHED = When("2025-01-20")
distances = st.integers(0, 4000)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (early(When("2025-01")), "[2025-01-01..2025-01-10]"),
        (mid(When("2025-01")), "[2025-01-11..2025-01-20]"),
        (late(When("2025-01")), "[2025-01-21..2025-01-31]"),
        (early(When("2024-24")), "2024-12"),
        (mid(When("2024-24")), "2025-01"),
        (late(When("2024")), "[2024-09-01..2024-12-31]"),
        (mid(When("1990~")), "[1990-05-01..1990-08-31]"),
        (late(When("199X")), "[1997-01-01..1999-12-31]"),
        (early(When("19XX")), "[1900-01-01..1933-12-31]"),
        (early(When("[2025-01-01..2025-01-07]")), "[2025-01-01..2025-01-03]"),
        (early(When("2025-01/..")), "2025-01/.."),
        (late(PUBLISHED), "2025-01-20"),
        (earlier_this(When("2025-01"), PUBLISHED), "[2025-01-01..2025-01-19]"),
        (earlier_this(When("2025-01"), When("2025-02-07")), "2025-01"),
        (earlier_this(When("2025-02"), When("2025-02-01")), "2025-02-01"),
        (
            earlier_this(When("2025-01"), When("[2025-01-20..2025-01-31]")),
            "[2025-01-01..2025-01-30]",
        ),
        (season("Fall", 2024), "2024-23"),
        (last_season("summer", PUBLISHED), "2024-22"),
        (last_season("winter", PUBLISHED), "2023-24"),
        (last_season("autumn", When("2024-11-30")), "2023-23"),
        (last_season("autumn", When("2024-12-01")), "2024-23"),
        (last_year(PUBLISHED), "2024"),
        (ago(14, PUBLISHED), "2025-01-06"),
        (ago(14, PUBLISHED, approximate=True), "[2025-01-03..2025-01-09]"),
        (ago(2, PUBLISHED, approximate=True), "[2025-01-15..2025-01-20]"),
        (ago(60, PUBLISHED, approximate=True), "[2024-11-09..2024-12-03]"),
        (in_about(45, When("2025-01-10")), "[2025-02-13..2025-03-07]"),
        (within_next_month(When("2025-01-31")), "[2025-01-31..2025-02-28]"),
        (within_next_month(When("2024-12-15")), "[2024-12-15..2025-01-15]"),
        (within_next_month(When("[2025-01-20..]")), "[2025-01-20..]"),
        (since(When("2025-01-15~"), When("2025-01-30")), "2025-01-15~/[2025-01-30..]"),
        (since(When("2025-01"), When("[..2025-01-30]")), "2025-01/.."),
        (since(When("2024-08/.."), PUBLISHED), "2024-08/[2025-01-20..]"),
    ],
)
def test_words_bound_a_date_as_the_table_says(found: When, expected: str) -> None:
    assert found == When(expected)


@given(
    st.sampled_from(["2024-02", "2025-01", "2025-31", "2025-38", "2025-41", "2025", "202X", "20XX"])
    | st.sampled_from(["2XXX", "[2025-01-01..2025-01-12]", "2024S2", "-0044", "-004X"])
)
def test_early_mid_and_late_share_a_stretch_without_gap(text: str) -> None:
    whole = When(text)
    first, second, third = early(whole), mid(whole), late(whole)
    assert None not in (first.latest, second.earliest, second.latest, third.earliest)
    assert first.earliest == whole.earliest
    assert (first.latest or 0) + 1 == second.earliest
    assert (second.latest or 0) + 1 == third.earliest
    assert third.latest == whole.latest


@given(whens)
def test_parts_of_any_date_lie_within_it(when: When) -> None:
    for part in (early(when), mid(when), late(when)):
        assert part.intersect(when) is not None
        assert (part.hull(when).earliest, part.hull(when).latest) == (when.earliest, when.latest)


@given(distances, moments())
def test_about_some_days_ago_is_around_that_day_and_never_after_publication(
    distance: int, published: When
) -> None:
    exact, about = ago(distance, published), ago(distance, published, approximate=True)
    assert about.hull(exact) == about
    assert exact == published.shift(-distance)
    if about.latest is not None:
        assert published.latest is not None
        assert about.latest <= published.latest


@given(distances, st.integers(-(10**6), 10**6))
def test_in_about_some_days_is_within_a_quarter_of_them(distance: int, day: int) -> None:
    found = in_about(distance, When.day(day))
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest + found.latest == 2 * (day + distance)
    slack = found.latest - day - distance
    assert abs(4 * slack - distance) <= 2


@given(small, moments())
def test_since_starts_when_it_was_said_and_lasts_until_it_was_seen(
    started: When, observed: When
) -> None:
    found = since(started, observed)
    assert found.is_interval
    assert found.start == started.start
    assert found.end_latest is None
    if observed.earliest is not None:
        assert all(end >= observed.earliest for _, end in cases(found))


def test_an_unknown_season_and_an_unbounded_publication_are_refused() -> None:
    with pytest.raises(InvalidValue, match="a season"):
        season("monsoon", 2024)
    with pytest.raises(InvalidValue, match="latest day"):
        last_year(When("[2025-01-20..]"))


def test_the_table_names_functions_that_exist() -> None:
    assert [rule.function for rule in WORDS if rule.function not in {*dates.__all__, ""}] == []


def test_the_reference_page_shows_the_widenings_that_the_code_has() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "dates.md").read_text("utf-8")
    rows = re.findall(r"^\| ([a-z][a-z ,]*) \| ([0-9 ]+) \|$", page, flags=re.MULTILINE)
    shown = {names.split()[0].rstrip(","): int(days.replace(" ", "")) for names, days in rows}
    assert shown == {precision.value: days for precision, days in WIDENING.items()}
