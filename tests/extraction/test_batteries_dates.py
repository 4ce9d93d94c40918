"""Dates of happenings: every day of the week in everyday frames, where the right day is known."""

from __future__ import annotations

import itertools

import pytest

from timeline import Article, When
from timeline.extraction import RuleExtractor
from timeline.timex import tag

_PUBLISHED = "2026-09-11"
"""A Friday."""
_READER = RuleExtractor()
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday")
_PAIRS = tuple(itertools.permutations(_DAYS, 2))


def _read(text: str) -> list[str]:
    """Return when each thing occurred that a text of that Friday tells of, statements left out."""
    claims = _READER.extract(Article("a", "gazette", _PUBLISHED, text=text)).claims
    return [
        str(claim.occurred)
        for claim in claims
        if claim.reading and claim.reading.kind != "statement"
    ]


def _last(day: str, before: int) -> int:
    """Return the last day of that name up to a day."""
    return next(one for one in range(before, before - 7, -1) if f"{_name(one)}" == day)


def _name(day: int) -> str:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    monday = When.parse("2026-09-07").earliest
    assert monday is not None
    return names[(day - monday) % 7]


def _friday() -> int:
    day = When.parse(_PUBLISHED).latest
    assert day is not None
    return day


@pytest.mark.parametrize(
    "frame",
    [
        "The minister resigned on {late} after rebels attacked the town on {early}.",
        "After rebels attacked the town on {early}, the minister resigned on {late}.",
        "The minister resigned on {late} following an attack on the town on {early}.",
        "The minister resigned on {late}, having been arrested on {early}.",
        "The minister resigned on {late} because rebels had attacked the town on {early}.",
    ],
)
def test_what_came_first_is_no_later(frame: str) -> None:
    for early, late in _PAIRS:
        last = _last(late, _friday())
        wanted = {str(When.day(last)), str(When.day(_last(early, last)))}
        assert set(_read(frame.format(early=early, late=late))) == wanted, (early, late)


def test_days_side_by_side_are_not_put_in_order() -> None:
    found = _read("Rebels attacked the port on Thursday and the army withdrew on Tuesday.")
    assert found == ["2026-09-10", "2026-09-08"]


@pytest.mark.parametrize("said", ["said on {}", "told reporters on {}", "reported on {}"])
def test_a_clock_time_is_never_of_the_day_of_a_statement(said: str) -> None:
    for day, other in (("Monday", "Tuesday"), ("Tuesday", "Thursday"), ("Sunday", "Monday")):
        text = (
            f"An earthquake struck northern Peru on {day}, killing ten people. "
            f"The agency {said.format(other)} that 40 homes were destroyed. It hit at 4:12 a.m."
        )
        struck, hit = str(When.day(_last(day, _friday()))), _read(text)[-1]
        assert hit == struck, text


def test_a_clock_time_behind_a_statement_alone_has_no_day() -> None:
    for day in _DAYS:
        text = f"The union said on {day} that talks had failed. Workers left the plant at 6 p.m."
        assert str(When.day(_last(day, _friday()))) not in _read(text)


@pytest.mark.parametrize(
    "event",
    ["its launch", "the election", "the outbreak began", "the start of the war", "a flood"],
)
def test_figures_since_a_happening_go_on_since_its_day(event: str) -> None:
    for month, wanted in (("March", "2026-03/.."), ("November", "2025-11/..")):
        text = f"The ministry has recorded 46 cases of cholera since {event} in {month}."
        assert wanted in _read(text), text


@pytest.mark.parametrize("noun", ["vote", "attack", "flood", "strike", "meeting"])
def test_a_day_bounds_one_thing_and_dates_the_other(noun: str) -> None:
    found = _read(f"The minister resigned after Tuesday's {noun}.")
    assert "2026-09-08" in found
    assert "[2026-09-08..]" not in found


@pytest.mark.parametrize(
    "verb", "ordered told asked urged instructed directed required obliged allowed".split()
)
def test_what_is_asked_for_by_a_day_does_not_date_the_asking(verb: str) -> None:
    for day in ("November", "Tuesday", "the end of the year"):
        for when in _read(f"The company was {verb} to withdraw by {day}."):
            latest = When.parse(when).latest
            assert latest is not None
            assert latest <= _friday()


def test_what_is_promised_by_a_day_is_to_come_by_then() -> None:
    assert _read("The army promised to withdraw by Tuesday.") == ["[2026-09-11..2026-09-15]"]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("the 24 hours to Tuesday", "[2026-09-07..2026-09-08]"),
        ("the quarter ended June 30", "[2026-04-01..2026-06-30]"),
        ("the quarter ending June 30", "[2026-04-01..2026-06-30]"),
        ("the ten days to 3 March", "[2026-02-22..2026-03-03]"),
        ("the year to March", "[2025-04-01..2026-03-31]"),
    ],
)
def test_a_stretch_ends_with_its_day(words: str, when: str) -> None:
    found = tag(f"Sales fell in {words}.", When.parse(_PUBLISHED))
    assert [str(one.when) for one in found] == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The bridge will be closed from Monday to Wednesday.", "2026-09-14/2026-09-16"),
        ("The bridge was closed from Friday to Sunday.", "2026-09-04/2026-09-06"),
        ("The bridge remained closed until March.", "../2026-03"),
        ("The bridge is closed until March.", "../2027-03"),
        ("The bridge will close a week on Tuesday.", "2026-09-22"),
        ("Exports fell 3% in the first half from a year earlier.", "[..2026-09-11]"),
        ("The minister, in office since 2019, resigned on Tuesday.", "2026-09-08"),
        ("The inquiry into last month's crash will begin on Tuesday.", "2026-09-15"),
    ],
)
def test_one_date(text: str, when: str) -> None:
    assert _read(text) == [when]
