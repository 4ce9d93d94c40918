"""Reading and writing EDTF: our own tables of texts, and laws over texts of every kind."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.dates.when_strategies import edtf, matching, patterns, whens
from timeline.dates import Precision, When, parse_day
from timeline.errors import InvalidDate

FIXTURES = Path(__file__).parents[2] / "fixtures" / "edtf"


def lines(name: str) -> list[str]:
    # Not splitlines(): a space at the end of a line is part of the text under test.
    text = (FIXTURES / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def table() -> list[dict[str, str]]:
    with (FIXTURES / "bounds.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("text", lines("valid.txt"))
def test_a_valid_text_is_read_and_written_back(text: str) -> None:
    when = When.parse(text)
    assert str(when) == text.replace(", ", ",")
    assert When.parse(str(when)) == when


NOT_ON_A_LINE = ["", "2025-01-20\n", "2025\r", "\x00", "2025-01-2\ud800", "\uff19", "#2025"]


@pytest.mark.parametrize("text", lines("invalid.txt") + NOT_ON_A_LINE)
def test_an_invalid_text_is_refused_and_shown(text: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        When.parse(text)
    assert caught.value.place == "date"
    assert caught.value.expected


@pytest.mark.parametrize("row", table(), ids=lambda row: row["edtf"])
def test_bounds_are_those_of_the_table(row: dict[str, str]) -> None:
    when = When.parse(row["edtf"])
    names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    expected = [parse_day(row[name]) if row[name] else None for name in names]
    assert [getattr(when, name) for name in names] == expected
    assert when.earliest_date == (row["start_earliest"] or None)
    assert when.latest_date == (row["end_latest"] or None)
    assert when.precision is Precision[row["precision"]]


@given(edtf)
def test_the_text_of_a_date_reads_as_that_date(text: str) -> None:
    when = When.parse(text)
    assert When.parse(str(when)) == when
    assert hash(When(text)) == hash(when)
    assert repr(when) == f"When('{text}')"
    assert When(text) == when


@given(edtf)
def test_bounds_are_in_order(text: str) -> None:
    when = When.parse(text)
    low, high = float("-inf"), float("inf")
    start_earliest = low if when.start_earliest is None else when.start_earliest
    start_latest = high if when.start_latest is None else when.start_latest
    end_earliest = low if when.end_earliest is None else when.end_earliest
    end_latest = high if when.end_latest is None else when.end_latest
    assert start_earliest <= start_latest <= end_latest
    assert start_earliest <= end_earliest <= end_latest
    assert when.is_interval or (start_earliest, start_latest) == (end_earliest, end_latest)


@given(whens)
def test_qualifiers_only_widen_and_doubt_alone_does_not(when: When) -> None:
    plain = when.unqualified
    assert not plain.is_approximate
    assert not plain.is_uncertain
    assert plain.intersect(when) is not None
    assert (plain.hull(when).earliest, plain.hull(when).latest) == (when.earliest, when.latest)
    doubted = When(str(when).replace("~", "?").replace("%", "?"))
    assert (doubted.earliest, doubted.latest) == (plain.earliest, plain.latest)


ALPHABET = "0123456789X-/.[]{},?~%YESTZ:+ "


@given(st.text(max_size=30) | st.text(ALPHABET, max_size=30))
@example("Y1E" + "9" * 900)
@example("Y" + "9" * 900)
@example("[" * 1000)
@example("2025-01-01/" * 90)
def test_no_text_raises_anything_but_invalid_date(text: str) -> None:
    try:
        when = When.parse(text)
    except InvalidDate:
        return
    assert When.parse(str(when)) == when


@given(edtf, st.data())
def test_a_text_with_one_change_is_read_or_refused(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    changed = text[:place] + data.draw(st.sampled_from(ALPHABET)) + text[place + 1 :]
    try:
        when = When.parse(changed)
    except InvalidDate:
        return
    assert When.parse(str(when)) == when


@pytest.mark.parametrize("text", ["1" * 10**6, "[2025," * 10**5, "2025/" * 10**5, "T" * 10**6])
def test_a_text_of_megabytes_is_refused_at_once(text: str) -> None:
    with pytest.raises(InvalidDate, match="at most 1000 characters"):
        When.parse(text)


@given(patterns)
@example("202X-02-29")
@example("2023-X2-29")
def test_a_pattern_spans_the_days_that_match_it(pattern: str) -> None:
    found = matching(pattern)
    if not found:
        with pytest.raises(InvalidDate):
            When.parse(pattern)
        return
    when = When.parse(pattern)
    assert (when.earliest_date, when.latest_date) == (found[0], found[-1])


def test_the_seasons_of_each_code_tile_the_year() -> None:
    for codes in ((21, 22, 23, 24), (31, 32, 29, 30), (33, 34, 35, 36), (37, 38, 39), (40, 41)):
        seasons = [When(f"2024-{code}") for code in codes]
        for former, latter in itertools.pairwise(seasons):
            assert former.latest is not None
            assert former.latest + 1 == latter.earliest


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-29", "February 2025 ends on day 28"),
        ("2025-13-01", "month is 01 to 12"),
        ("Y1E16", "a year from -1E15 to 1E15"),
        ("2025-02/2025-01", "does not end before it starts"),
        ("2025-01-20T10:00:00Z/..", "without times of day"),
        ("-0000", "year 0 is written 0000"),
        ("2024-21-05", "a season without a day"),
        ("2025-02-3X", "can be completed"),
        ("2025 -01", "a date in EDTF"),
    ],
)
def test_an_error_says_what_was_expected(text: str, message: str) -> None:
    with pytest.raises(InvalidDate, match=message):
        When.parse(text)
