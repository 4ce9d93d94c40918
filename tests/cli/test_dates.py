"""Dates in words on the command line: what EDTF cannot read, a newspaper of today could mean."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

import orjson
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.cli._options import date_of, today
from timeline.dates import When
from timeline.errors import InvalidDate, InvalidValue
from timeline.testing import whens
from timeline.timex import tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

STREAMS = "fixtures/streams"
TODAY = "2025-02-07"  # a Friday
MONTHS = "January February March April May June July August September October November December"

days = st.dates(dt.date(1500, 1, 1), dt.date(2100, 12, 31))


@given(whens(), days)
def test_edtf_means_what_it_means_whatever_day_it_is(when: When, day: dt.date) -> None:
    assert date_of(str(when), day.isoformat()) == When.parse(str(when))


@given(days, days, st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{s} {d}, {y}", "{d} {s} {y}"]))
def test_a_day_written_out_is_that_day_whatever_day_it_is(
    named: dt.date, day: dt.date, form: str
) -> None:
    month = MONTHS.split()[named.month - 1]
    words = form.format(d=named.day, m=month, s=month[:3], y=named.year)

    assert date_of(words, day.isoformat()) == When.of(named)


@given(days)
def test_words_count_from_today(day: dt.date) -> None:
    text = day.isoformat()

    assert date_of("today", text) == When.of(day)
    assert date_of("yesterday", text) == When.of(day - dt.timedelta(days=1))
    assert date_of(" tomorrow ", text) == When.of(day + dt.timedelta(days=1))


@given(st.text() | st.sampled_from(["Jan 20 and 21", "20 Jan", "Jan 20 it was", "each day"]))
def test_any_text_is_edtf_or_one_expression_or_refused_with_both_forms_named(text: str) -> None:
    expected: When | None = None
    with contextlib.suppress(InvalidDate):
        expected = When.parse(text)
    found = tag(text.strip(), TODAY, "news")
    if expected is None and len(found) == 1 and found[0].text == text.strip():
        expected = found[0].when

    if expected is None:
        with pytest.raises(InvalidValue, match="in words, such as 'Jan 20' or 'last") as refused:
            date_of(text, TODAY)
        assert refused.value.got == text
    else:
        assert date_of(text, TODAY, ahead=True) == expected


@given(days, days)
def test_a_date_without_its_year_is_the_last_one_that_there_was(
    named: dt.date, day: dt.date
) -> None:
    words = f"{MONTHS.split()[named.month - 1]} {named.day}"
    # A leap day is not of every year.
    assume((named.month, named.day) != (2, 29))

    found = date_of(words, day.isoformat())

    last = named.replace(year=day.year - (named.replace(year=day.year) > day))
    assert found == When.of(last)


@given(days, st.sampled_from(["tomorrow", "next week", "next month", "next year"]))
def test_words_that_look_ahead_stay_ahead(day: dt.date, words: str) -> None:
    found = date_of(words, day.isoformat())

    assert found == date_of(words, day.isoformat(), ahead=True)
    assert found.latest is not None
    assert found.latest > day.toordinal()


def test_a_year_that_is_named_stays_even_if_it_lies_ahead() -> None:
    assert date_of("January 20, 2026", TODAY) == When("2026-01-20")
    assert date_of("Christmas", TODAY) == When("2024-12-25")
    assert date_of("December", "2025-11-07") == When("2024-12")
    assert date_of("December", "2025-11-07", ahead=True) == When("2025-12")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Jan 20", "2025-01-20"),
        ("20 January", "2025-01-20"),
        ("last Friday", "2025-01-31"),
        ("mid-January", "[2025-01-11..2025-01-20]"),
        ("January", "2025-01"),
        ("last week", "[2025-01-27..2025-02-02]"),
    ],
)
def test_words_that_leave_the_year_open_are_read_as_of_today(words: str, edtf: str) -> None:
    assert date_of(words, TODAY) == When.parse(edtf)


@pytest.mark.parametrize(
    "words",
    [
        "recently",  # dates nothing
        "every Friday",  # no one date
        "for two weeks",
        "Jan 20 and Jan 21",  # two
        "since January",  # says more than the date
        "known by Jan 20",
        "2025-02-30",  # no such day
        "2025-1-20",
        "",
        "Jan 20 " * 50_000,
    ],
)
def test_words_that_are_not_one_date_are_refused(words: str) -> None:
    with pytest.raises(InvalidValue, match="or one date in words"):
        date_of(words, TODAY)


QUESTIONS = [
    (("known", "{date}"), ("as_of", "known")),
    (("diff", "2025-01-10", "{date}"), ("after", "known")),
    (("diff", "{date}", "2025-02-07"), ("before", "known")),
    (("history", "pow-capture", "--on", "{date}"), ("as_of", "known")),
    (("explain", "pow-capture", "--on", "{date}"), ("as_of", "known")),
    (("chronology", "--on", "{date}"), ("as_of", "known")),
    (("chronology", "--on", "2025-02-07", "--occurred", "{date}"), ("occurred", "edtf")),
    (("figures", "--on", "{date}"), ("as_of", "known")),
    (("forecasts", "--on", "{date}"), ("as_of", "known")),
]


@pytest.mark.parametrize(("words", "place"), QUESTIONS, ids=" ".join)
def test_every_question_takes_words_and_says_which_date_it_understood(
    run: Callable[..., Ran], words: tuple[str, ...], place: tuple[str, str]
) -> None:
    outs = [
        run(*(word.format(date=date) for word in words), STREAMS, "--json")
        for date in ("January 20, 2025", "2025-01-20")
    ]

    assert outs[0] == outs[1]
    assert (outs[0].code, outs[0].err) == (0, "")
    answer = orjson.loads(outs[0].out)
    assert answer[place[0]][place[1]] == "2025-01-20"


def test_other_dates_of_the_command_line_take_words_too(run: Callable[..., Ran]) -> None:
    run("ingest", STREAMS)
    for words in (
        ("tag", "They met on Thursday.", "--json", "--on"),
        ("export", "-", "--format", "ical", "--on"),
    ):
        outs = [run(*words, date) for date in ("Feb. 7, 2025", "2025-02-07")]

        assert outs[0] == outs[1]
        assert outs[0].code == 0


def test_the_heading_says_the_date_that_was_understood(run: Callable[..., Ran]) -> None:
    ran = run("known", "the end of January 2025", STREAMS)

    assert ran.out.startswith("What was known by the end of 31 January 2025")


def test_an_error_names_both_forms(run: Callable[..., Ran]) -> None:
    ran = run("known", "soonish", STREAMS)

    assert (ran.code, ran.out) == (2, "")
    assert "DATE: must be a date in EDTF, such as 2025-01-09" in ran.err
    assert "or one date in words, such as 'Jan 20' or 'last Friday' (got 'soonish')" in ran.err


def test_today_is_the_day_where_days_end() -> None:
    for _ in range(2):  # midnight may pass between the two clocks
        ahead, behind = today("Pacific/Kiritimati"), today("Etc/GMT+12")
        now = dt.datetime.now(dt.UTC)
        if now.date().isoformat() == today():
            break

    assert ahead == (now + dt.timedelta(hours=14)).date().isoformat()
    assert behind == (now - dt.timedelta(hours=12)).date().isoformat()
