"""A calendar of forecasts: what falls due, on the day on which it does, and nothing else."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from tests.formats.conftest import AS_OF, store_of, written
from tests.formats.hostile import hostile
from timeline import Article, Claim
from timeline.formats import Contents
from timeline.model import ArticlePublished, AsOf, ClaimLinked, ClaimStated
from timeline.queries import Engine
from timeline.testing import newsrooms

if TYPE_CHECKING:
    from timeline.model import Event
    from timeline.store import EventStore
    from timeline.testing import Newsroom

icalendar = pytest.importorskip("icalendar")


def entries(store: EventStore, as_of: AsOf = AS_OF) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(written(store, "ical", as_of).data)
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


@settings(max_examples=40, deadline=None)
@given(newsrooms(stances={"forecasts": 3, "asserts": 1, "denies": 1}))
def test_what_falls_due_is_in_the_calendar_and_nothing_else(room: Newsroom) -> None:
    store = store_of(room.events)
    expected = {
        (one.fact, dt.date.fromordinal(one.forecast.window.latest))
        for one in Contents(Engine(store), AS_OF).forecasts().forecasts
        if str(one.forecast.outcome) in {"due", "overdue"}
        and one.forecast.window is not None
        and one.forecast.window.latest is not None
    }

    found = {
        (str(entry["uid"]).partition(".forecast@")[0], entry.decoded("dtstart"))
        for entry in entries(store)
    }

    assert {day for _, day in found} == {day for _, day in expected}
    assert {name for name, _ in found} == {name.replace("#", ".") for name, _ in expected}


def test_each_thing_left_out_is_told_with_its_reason() -> None:
    windows = ("2025-03", "2025-03/..", None, "Y12000")
    events: list[Event] = [
        event
        for number, window in enumerate(windows, start=1)
        for event in (
            ClaimStated(Claim(f"one#{number}", "forecasts", "daily", occurred=window)),
            ClaimLinked(f"one#{number}", f"fact-{number}"),
        )
    ]
    happened: list[Event] = [
        ClaimStated(Claim("one#5", "forecasts", "daily", occurred="2025-01")),
        ClaimStated(Claim("one#6", "asserts", "daily", occurred="2025-01")),
        ClaimLinked("one#5", "fact-5"),
        ClaimLinked("one#6", "fact-5"),
    ]
    store = store_of([ArticlePublished(Article("one", "daily", "2025-01-01")), *events, *happened])

    out = written(store, "ical")

    [entry] = entries(store)
    assert entry.decoded("dtstart") == dt.date(2025, 3, 31)
    assert entry.decoded("dtend") == dt.date(2025, 4, 1)
    assert entry.decoded("dtstamp") == dt.datetime(2025, 2, 7, tzinfo=dt.UTC)
    assert "between 2025-03-01 and 2025-03-31 (2025-03)" in str(entry["description"])
    assert {str(loss) for loss in out.report.losses} == {
        "left out, as its window has no end: 1 forecast (fact-2)",
        "left out, as nobody says for when: 1 forecast (fact-3)",
        "left out, as a calendar ends before its window does: 1 forecast (fact-4)",
        "left out, as it is known what became of it: 1 forecast (fact-5)",
    }


def test_hostile_words_are_inert() -> None:
    store = store_of(hostile())
    data = written(store, "ical").data

    assert len(entries(store)) == 5  # every other fact is a forecast
    assert data.count(b"BEGIN:VEVENT") == 5
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "\u202e" not in data.decode()
    assert b"\x00" not in data
