"""CloudEvents that the official SDK accepts, and that come back as the events they were."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given, settings

from tests.formats.conftest import store_of, taken_in, written
from timeline import Article, Claim
from timeline.errors import BrokenStore, InvalidInput
from timeline.model import ArticlePublished, ClaimRetracted, ClaimStated, Source, SourceDefined
from timeline.testing import newsrooms

if TYPE_CHECKING:
    from timeline.store import EventStore
    from timeline.testing import Newsroom


@settings(max_examples=25, deadline=None)
@given(newsrooms())
def test_a_history_comes_back_with_its_chain(room: Newsroom) -> None:
    store = store_of(room.events)

    copy, taken = taken_in(written(store, "cloudevents").data, "cloudevents")

    assert taken.kept
    assert list(copy.read_all()) == list(store.read_all())


def test_the_official_sdk_accepts_every_event(five: EventStore) -> None:
    sdk = pytest.importorskip("cloudevents.core.formats.json")
    lines = written(five, "cloudevents").data.splitlines()

    for line, record in zip(lines, five.read_all(), strict=True):
        event = sdk.JSONFormat().read(None, line)
        assert event.get_id() == f"{record.stream}@{record.version}"
        assert event.get_type() == f"timeline.{record.type}"
        assert event.get_data() == orjson.loads(record.payload)
        assert dt.datetime.fromisoformat(event.get_extension("recordedtime")) == record.recorded_at
        assert event.get_extension("sequence") == f"{record.version:010}"


def test_a_time_is_there_only_where_one_day_is_given() -> None:
    article = Article("one", "daily", "[2025-02-01..2025-02-03]")
    claims = {
        "one#1": {},
        "one#2": {"basis": "dated", "stated": "2025-01-20"},
        "one#3": {"basis": "dated", "stated": "2025-01-20T10:00:00Z"},
        "one#4": {"basis": "dated", "stated": "2025-01"},
        "one#5": {"basis": "dated", "stated": "2025-01-20~"},
        "one#6": {"basis": "presumed", "occurred": "2025-01-20"},
        "one#7": {"basis": "dated", "stated": "0000-01-01"},
    }
    given_claims = [
        ClaimStated(Claim(name, "asserts", "daily", **given_dates))  # type: ignore[arg-type]  # dates as text
        for name, given_dates in claims.items()
    ]
    store = store_of(
        [ArticlePublished(article), *given_claims, ClaimRetracted("one#1", "2025-02-05")]
    )

    out = written(store, "cloudevents")

    times = [orjson.loads(line).get("time") for line in out.data.splitlines()]
    day, instant = "2025-01-20T00:00:00.000000Z", "2025-01-20T10:00:00.000000Z"
    retracted = "2025-02-05T00:00:00.000000Z"
    assert times == [None, None, day, instant, None, None, None, None, retracted]
    assert [str(loss) for loss in out.report.losses] == [
        "without a time, as no one day is given for it: 6 events (one@1, one@2, one@5, ...)"
    ]


SMALL = store_of([SourceDefined(Source("nis", "The \u202eagency"))])
LINE: dict[str, Any] = orjson.loads(written(SMALL, "cloudevents").data)


def test_text_that_turns_around_is_escaped() -> None:
    data = written(SMALL, "cloudevents").data

    assert data.isascii()
    assert list(taken_in(data, "cloudevents")[0].read_all()) == list(SMALL.read_all())


def test_without_places_events_are_recorded_anew() -> None:
    names = ("specversion", "id", "source", "type", "data")
    data = orjson.dumps({name: LINE[name] for name in names})

    copy, taken = taken_in(data, "cloudevents")

    assert not taken.kept
    assert [one.event for one in copy.read_all()] == [one.event for one in SMALL.read_all()]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"specversion": "0.3"}, "specversion: expected '1.0', got '0.3'"),
        ({"id": ""}, "id: expected text"),
        ({"id": None}, "id: expected text"),
        ({"type": "com.example.sold"}, "type: expected one that begins with 'timeline.'"),
        ({"type": "timeline.claim-denied.v9"}, "unknown type of event"),
        ({"source": "/shop"}, "source: expected one that begins with '/timeline/streams/'"),
        ({"data": "text"}, "data: expected an object"),
        ({"data": {"source": {}}}, "payload of source-defined.v1"),
        ({"datacontenttype": "text/xml"}, "datacontenttype: expected JSON"),
        ({"Extra": "x"}, "expected attributes of lower-case letters"),
        ({"position": 0}, "position: expected a whole number from 1 on"),
        ({"sequence": "one"}, "sequence: expected digits"),
        ({"eventhash": "abc"}, "eventhash: expected 64"),
        ({"recordedtime": "now"}, "recordedtime: expected an instant"),
    ],
)
def test_what_is_no_event_of_ours_is_named_with_its_line(
    changed: dict[str, object], problem: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        taken_in(orjson.dumps(LINE | changed), "cloudevents")

    assert str(caught.value).startswith("file: line 1: ")
    assert problem in str(caught.value)


def test_a_changed_event_is_found_by_the_chain() -> None:
    changed = LINE | {"data": {"source": {"id": "nis", "name": "Another"}}}

    with pytest.raises(BrokenStore, match="position 1: its hash does not fit"):
        taken_in(orjson.dumps(changed), "cloudevents")
