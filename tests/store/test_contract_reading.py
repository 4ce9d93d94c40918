"""What every store promises of what is read from it; each store runs all of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.store.store_samples import ARTICLE, OTHER, SAMPLES, START, append_samples, claim
from timeline.dates import When
from timeline.errors import InvalidValue, UnknownName
from timeline.model import CURATION, FactDescribed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.store.store_samples import Clock
    from timeline.store import EventStore

NEVER = 10**30  # a number that no column of 64 bits holds


class TestReading:
    # ---- Reading ---------------------------------------------------------------------------

    def test_events_are_read_in_the_order_of_appending(self, store: EventStore) -> None:
        events = append_samples(store)
        records = list(store.read_all())
        assert [r.event for r in records] == events
        assert [r.position for r in records] == list(range(1, len(events) + 1))
        for stream in store.streams():
            of_stream = [r for r in records if r.stream == stream]
            assert list(store.read(stream)) == of_stream
            assert [r.version for r in of_stream] == list(range(1, len(of_stream) + 1))
            assert store.version(stream) == len(of_stream)

    def test_streams_come_in_the_order_of_their_first_events(self, store: EventStore) -> None:
        for stream in (OTHER, ARTICLE, OTHER):
            store.append(stream, [claim(1, stream)])
        store.append(CURATION, [FactDescribed("f", "F")])
        assert store.streams() == (OTHER, ARTICLE, CURATION)

    @pytest.mark.parametrize("after", [-NEVER, -1, 0, 1, 3, 5, 6, NEVER])
    @pytest.mark.parametrize("upto", [None, -NEVER, 0, 1, 4, 5, 6, NEVER])
    def test_a_window_is_read(self, store: EventStore, after: int, upto: int | None) -> None:
        store.append(ARTICLE, [claim(number) for number in range(1, 6)])
        wanted = [p for p in range(1, 6) if after < p and (upto is None or p <= upto)]
        assert [r.position for r in store.read_all(after=after, upto=upto)] == wanted
        assert [r.position for r in store.rows(after=after, upto=upto)] == wanted
        behind = [v for v in range(1, 6) if after < v]
        assert [r.version for r in store.read(ARTICLE, after=after)] == behind

    @pytest.mark.parametrize(
        "reading",
        [
            lambda store: store.read(ARTICLE),
            lambda store: store.read_all(),
            lambda store: store.rows(),
        ],
        ids=["stream", "log", "rows"],
    )
    def test_a_reading_is_fixed_when_it_begins(
        self, store: EventStore, reading: Callable[[EventStore], list[object]]
    ) -> None:
        store.append(ARTICLE, [claim(1), claim(2)])
        reader = iter(reading(store))
        store.append(ARTICLE, [claim(3)])
        first = next(reader)
        store.append(ARTICLE, [claim(4)])
        assert len([first, *reader]) == 2

    def test_long_logs_are_read_whole(self, store: EventStore) -> None:
        store.append(ARTICLE, [claim(number) for number in range(1, 1300)])
        store.append(OTHER, [claim(1, OTHER)])
        assert [r.position for r in store.read_all()] == list(range(1, 1301))
        assert [r.version for r in store.read(ARTICLE, after=3)] == list(range(4, 1300))
        assert len(list(store.rows())) == 1300
        assert [r.position for r in store.fetch(range(1300, 0, -1))] == list(range(1300, 0, -1))

    def test_positions_are_fetched_in_the_order_asked(self, store: EventStore) -> None:
        events = append_samples(store)
        assert [r.event for r in store.fetch([3, 1, 3])] == [events[2], events[0], events[2]]
        assert store.fetch([]) == []

    @pytest.mark.parametrize("position", [0, -1, 3, NEVER])
    def test_a_position_that_is_not_there_is_unknown(
        self, store: EventStore, position: int
    ) -> None:
        store.append(ARTICLE, [claim(1), claim(2)])
        with pytest.raises(UnknownName, match=f"position is called '{position}'"):
            store.fetch([1, position])

    def test_the_index_agrees_with_the_events(self, store: EventStore) -> None:
        append_samples(store)
        by_name = dict(zip(SAMPLES, store.rows(), strict=True))
        for record, row in zip(store.read_all(), store.rows(), strict=True):
            assert (row.position, row.stream) == (record.position, record.stream)
            assert (row.version, row.type) == (record.version, record.type)
        stated = by_name["claim-stated.v1-full"]
        day = dt.date.toordinal
        assert (stated.claim, stated.fact, str(stated.basis)) == (f"{ARTICLE}#1", None, "dated")
        assert stated.date == When("2025-01-20")
        assert stated.occurred is not None
        assert stated.occurred.earliest is not None
        assert stated.occurred.latest is None
        corrected = by_name["claim-corrected.v1-sparse"]
        assert corrected.date is not None
        assert corrected.date.latest == day(dt.date(2025, 2, 10))
        assert corrected.date.instant == dt.datetime(2025, 2, 10, 0, 30, tzinfo=dt.UTC).timestamp()
        linked = by_name["claim-linked.v1-full"]
        assert (linked.claim, linked.fact) == (f"{ARTICLE}#1", "capture")
        assert by_name["article-published.v1-full"].date == When("[2025-02-06..2025-02-07]")

    # ---- Time ------------------------------------------------------------------------------

    def test_events_carry_the_time_of_recording(self, store: EventStore, clock: Clock) -> None:
        clock.forward(1.000001)
        store.append(ARTICLE, [claim(1), claim(2)])
        assert {r.recorded_at for r in store.read_all()} == {clock.now}

    def test_time_never_runs_backwards(self, store: EventStore, clock: Clock) -> None:
        store.append(ARTICLE, [claim(1)])
        clock.forward(-3600)
        store.append(ARTICLE, [claim(2)])
        clock.forward(3601)
        store.append(ARTICLE, [claim(3)])
        second = dt.timedelta(seconds=1)
        assert [r.recorded_at - START for r in store.read_all()] == [0 * second, 0 * second, second]

    def test_an_instant_has_a_position(self, store: EventStore, clock: Clock) -> None:
        for number in range(1, 6):
            store.append(ARTICLE, [claim(number), claim(number + 10)])
            clock.forward(10)
        tick = dt.timedelta(microseconds=1)
        assert store.position_at(START - tick) == 0
        for number in range(5):
            at = START + dt.timedelta(seconds=10 * number)
            assert store.position_at(at - tick) == 2 * number
            assert store.position_at(at) == 2 * number + 2
        zone = dt.timezone(dt.timedelta(hours=9))
        assert store.position_at(START.astimezone(zone)) == 2

    def test_an_instant_needs_a_zone(self, store: EventStore, clock: Clock) -> None:
        with pytest.raises(InvalidValue, match="instant: must be an instant with a time zone"):
            store.position_at(dt.datetime(2026, 1, 1))  # noqa: DTZ001  # the mistake
        clock.now = dt.datetime(2026, 1, 1)  # noqa: DTZ001  # the mistake
        with pytest.raises(InvalidValue, match="clock: must be an instant with a time zone"):
            store.append(ARTICLE, [claim(1)])
