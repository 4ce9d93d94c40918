"""The value itself: how it is made, what it tells, and where clocks and zones come in."""

from __future__ import annotations

import copy
import pickle
import sys
import zoneinfo
from datetime import UTC, date, datetime, timedelta, timezone
from subprocess import run
from typing import TYPE_CHECKING, Any

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.when_strategies import edtf, intervals, moments
from timeline.dates import Precision, When, format_day, parse_day
from timeline.errors import InvalidDate, InvalidValue

if TYPE_CHECKING:
    from collections.abc import Callable

numbers = st.integers(-(10**12), 10**12)
# The outermost days are left out: an offset would carry them out of the years of datetime.
EDGES = datetime(1, 1, 3, tzinfo=UTC), datetime(9999, 12, 29, tzinfo=UTC)
FIRST, LAST = (edge.replace(tzinfo=None) for edge in EDGES)
aware = st.datetimes(FIRST, LAST, timezones=st.timezones())


@given(numbers)
def test_a_day_number_makes_that_day(number: int) -> None:
    when = When.day(number)
    assert (when.earliest, when.latest, when.precision) == (number, number, Precision.DAY)
    assert when.earliest_date == when.latest_date == format_day(number)


@given(st.none() | numbers, st.none() | st.integers(0, 10**6))
def test_bounds_make_a_moment_with_those_bounds(earliest: int | None, width: int | None) -> None:
    latest = width if earliest is None or width is None else earliest + width
    when = When.between(earliest, latest)
    assert (when.earliest, when.latest, when.is_interval) == (earliest, latest, False)


@pytest.mark.parametrize("text", ["2025-01-09", "2024-02", "2025-12", "2024", "-0044", "Y12345"])
def test_whole_days_months_and_years_are_spelled_as_such(text: str) -> None:
    when = When(text)
    assert str(When.between(when.earliest, when.latest)) == text


def test_bounds_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(InvalidDate, match="the first is not later"):
        When.between(2, 1)


@given(moments(), moments())
def test_two_moments_make_an_interval_unless_its_end_is_before_its_start(
    start: When, end: When
) -> None:
    if start.earliest is not None and end.latest is not None and end.latest < start.earliest:
        with pytest.raises(InvalidDate):
            When.interval(start, end)
        return
    when = When.interval(start, end)
    assert (when.start, when.end) == (start, end)
    assert (when.earliest, when.latest) == (start.earliest, end.latest)


@given(intervals())
def test_the_ends_of_an_interval_make_it_again(when: When) -> None:
    open_start, open_end = (text == ".." for text in str(when).split("/"))
    start, end = None if open_start else when.start, None if open_end else when.end
    assert When.interval(start, end) == when


def test_what_cannot_be_an_endpoint_stands_there_by_its_bounds() -> None:
    sent = When("2025-01-20T10:00:00Z")
    assert When.interval(sent, None) == When("2025-01-20/..")
    assert When.interval(When("{2025-01-01,2025-01-02}"), None) == When(
        "[2025-01-01..2025-01-02]/.."
    )
    assert When.interval(When("Y12345"), None) == When("[Y12345]/..")
    with pytest.raises(InvalidDate, match="a moment as the end"):
        When.interval(When("2024/2025"), None)


def test_an_open_end_and_an_unknown_end_are_told_apart_by_text_alone() -> None:
    still_on, unknown = When.interval(When("2024"), None), When.interval(When("2024"), When("[..]"))
    assert (str(still_on), str(unknown)) == ("2024/..", "2024/")
    assert still_on != unknown
    assert still_on.end_latest is unknown.end_latest is None


@given(st.dates())
def test_a_date_is_taken_as_its_day(day: date) -> None:
    assert When.of(day).earliest == day.toordinal() == When.of(day.isoformat()).earliest


@given(aware)
def test_an_aware_datetime_keeps_its_instant_to_the_second(moment: datetime) -> None:
    when = When.of(moment)
    assert when.instant == int(moment.replace(microsecond=0).timestamp())
    assert when.earliest == when.latest == moment.astimezone(UTC).toordinal()
    assert when.precision is Precision.INSTANT


@given(st.datetimes())
def test_a_local_datetime_stands_for_its_day(moment: datetime) -> None:
    when = When.of(moment)
    assert (when.instant, when.earliest, when.precision) == (
        None,
        moment.toordinal(),
        Precision.DAY,
    )


def test_pendulums_values_are_taken_too() -> None:
    start, end = pendulum.datetime(2025, 1, 9, 12), pendulum.datetime(2025, 1, 20)
    assert When.of(start) == When("2025-01-09T12:00:00Z")
    assert When.of(start.date()) == When("2025-01-09")
    assert When.of(pendulum.interval(start, end)) == When("2025-01-09/2025-01-20")
    assert When.of(When("2024")) is When("2024") or When.of(When("2024")) == When("2024")


NO_DATES: list[object] = [None, 2025, 5, True, 2.5, b"2025", ["2025"], {}, timedelta(1), date]


@pytest.mark.parametrize("value", NO_DATES)
@pytest.mark.parametrize("make", [When, When.parse, When.of])
def test_what_is_no_date_is_refused(make: Callable[[Any], When], value: object) -> None:
    with pytest.raises(InvalidDate, match="text") as caught:
        make(value)
    assert caught.value.got is value


@given(aware, st.sampled_from(["Europe/Kyiv", "Asia/Pyongyang", "America/New_York", "UTC"]))
def test_the_day_in_a_zone_is_the_day_on_its_clocks(moment: datetime, zone: str) -> None:
    there = moment.replace(microsecond=0).astimezone(zoneinfo.ZoneInfo(zone)).date()
    assert When.of(moment).in_zone(zone) == When.of(there)
    assert When.of(moment).day_in(zone) == there.toordinal()


@pytest.mark.parametrize("year", ["-9999", "-0001", "0000", "9999"])
def test_far_instants_have_a_day_in_a_zone(year: str) -> None:
    when = When(f"{year}-12-31T23:59:00Z")
    for zone, later in (("Asia/Tokyo", 1), ("America/New_York", 0)):
        assert when.earliest is not None
        assert when.day_in(zone) == when.earliest + later


def test_days_stay_as_they_are_in_every_zone() -> None:
    assert When("2025-01-20").day_in("Asia/Tokyo") == parse_day("2025-01-20")
    assert When("2025-01~").in_zone("Asia/Tokyo") == When("2025-01~")
    with pytest.raises(InvalidValue, match="a single day"):
        When("2025-01").day_in("Asia/Tokyo")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc", "europe kyiv", "\x00"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(InvalidValue, match="IANA"):
        When("2025-01-20T10:00:00Z").day_in(zone)


def test_what_only_its_qualifiers_hold_in_order_keeps_them() -> None:
    when = When("2025-01-15~/2025-01-14")
    assert when.unqualified == when


@given(edtf)
def test_copies_and_pickles_are_equal(text: str) -> None:
    when = When(text)
    assert copy.copy(when) == copy.deepcopy(when) == pickle.loads(pickle.dumps(when)) == when


def test_a_date_never_changes_and_equals_no_text() -> None:
    when: Any = When("2025")
    with pytest.raises(AttributeError):
        when.edtf = "2026"
    assert when != "2025"
    assert len({When("2025"), When("2025"), When("2026")}) == 2


def test_dates_load_without_pendulum() -> None:
    code = "import sys, timeline.dates; sys.exit('pendulum' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_offset_with_seconds_is_put_into_utc() -> None:
    moment = datetime(1890, 1, 1, tzinfo=timezone(timedelta(seconds=90)))
    assert str(When.of(moment)) == "1889-12-31T23:58:30Z"
