"""What every store promises; each store runs all of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.store.store_samples import ARTICLE, OTHER, SAMPLES, START, claim
from timeline.dates import When
from timeline.errors import (
    BrokenStore,
    InvalidValue,
    StoreError,
    UnknownName,
    WrongExpectedVersion,
)
from timeline.model import (
    CURATION,
    ClaimLinked,
    Event,
    FactDescribed,
    stream_of,
)
from timeline.store import (
    GENESIS,
    Appended,
    CacheKey,
    Checkpoint,
    EventStore,
    ExpectedVersion,
    Head,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.store.store_samples import Clock

ANY, NO_STREAM, STREAM_EXISTS = ExpectedVersion

NEVER = 10**30  # a number that no column of 64 bits holds


def samples(store: EventStore) -> list[Event]:
    """Append every sample to its stream, and return them in order."""
    store.append_all([(stream_of(event), [event], ANY) for event in SAMPLES.values()])
    return list(SAMPLES.values())


class TestEventStore:
    # ---- Appending -------------------------------------------------------------------------

    def test_a_new_log_is_empty(self, store: EventStore) -> None:
        assert store.head() == Head(0, GENESIS)
        assert store.streams() == ()
        assert store.version(ARTICLE) == 0
        assert [*store.read(ARTICLE), *store.read_all(), *store.rows()] == []
        assert store.verify() == Head(0, GENESIS)

    def test_an_append_says_where_things_stand(self, store: EventStore) -> None:
        assert store.append(ARTICLE, [claim(1), claim(2)]) == Appended(ARTICLE, 2, 2)
        assert store.append(OTHER, [claim(1, OTHER)]) == Appended(OTHER, 1, 3)
        assert store.append(ARTICLE, [claim(3)]) == Appended(ARTICLE, 3, 4)
        assert store.head().position == 4

    @pytest.mark.parametrize(
        ("expected", "at_0", "at_2"),
        [
            (ANY, True, True),
            (NO_STREAM, True, False),
            (STREAM_EXISTS, False, True),
            (0, True, False),
            (1, False, False),
            (2, False, True),
            (3, False, False),
        ],
    )
    @pytest.mark.parametrize("events", [[], [claim(8), claim(9)]], ids=["nothing", "two events"])
    def test_the_expected_version_decides(
        self,
        store: EventStore,
        expected: ExpectedVersion | int,
        events: list[Event],
        *,
        at_0: bool,
        at_2: bool,
    ) -> None:
        store.append(OTHER, [claim(1, OTHER), claim(2, OTHER)])
        store.append(CURATION, [ClaimLinked("a#1", "f"), ClaimLinked("a#2", "f")])
        curation: list[Event] = [ClaimLinked("a#3", "f") for _ in events]
        for stream, version, fits, offered in (
            (ARTICLE, 0, at_0, events),
            (CURATION, 2, at_2, curation),
        ):
            before = store.head()
            if fits:
                appended = store.append(stream, offered, expected=expected)
                assert appended.version == version + len(offered)
                assert store.head().position == before.position + len(offered)
            else:
                with pytest.raises(WrongExpectedVersion) as caught:
                    store.append(stream, offered, expected=expected)
                assert (caught.value.stream, caught.value.actual) == (stream, version)
                assert caught.value.expected == expected
                assert str(expected) in str(caught.value)
                assert store.head() == before

    def test_a_conflict_says_what_was_expected_and_found(self, store: EventStore) -> None:
        store.append(ARTICLE, [claim(1)])
        with pytest.raises(WrongExpectedVersion, match=r"expected version 3, but it is at .* 1"):
            store.append(ARTICLE, [claim(2)], expected=3)
        with pytest.raises(WrongExpectedVersion, match=r"expected version 1 or more, but .* not"):
            store.append(OTHER, [claim(2, OTHER)], expected=STREAM_EXISTS)
        with pytest.raises(WrongExpectedVersion, match=r"expected version 0 \(no stream\), but"):
            store.append(ARTICLE, [claim(2)], expected=NO_STREAM)

    def test_nothing_appended_is_no_change(self, store: EventStore) -> None:
        assert store.append(ARTICLE, []) == Appended(ARTICLE, 0, 0)
        store.append(ARTICLE, [claim(1)])
        assert store.append(ARTICLE, []) == Appended(ARTICLE, 1, 1)
        assert store.append_all([]) == store.head()
        assert store.streams() == (ARTICLE,)

    def test_several_streams_are_appended_in_order(self, store: EventStore) -> None:
        head = store.append_all(
            [
                (ARTICLE, [claim(1)], NO_STREAM),
                (OTHER, [claim(1, OTHER)], 0),
                (ARTICLE, [claim(2)], 1),
            ]
        )
        assert head == store.head()
        assert [(r.stream, r.version) for r in store.read_all()] == [
            (ARTICLE, 1),
            (OTHER, 1),
            (ARTICLE, 2),
        ]

    @pytest.mark.parametrize(
        ("last", "error"),
        [
            ((OTHER, [claim(1, OTHER)], STREAM_EXISTS), WrongExpectedVersion),
            ((ARTICLE, [claim(2)], NO_STREAM), WrongExpectedVersion),
            ((OTHER, [claim(1, ARTICLE)], ANY), InvalidValue),
            ((CURATION, [FactDescribed("f", "\udc80")], ANY), InvalidValue),
        ],
    )
    def test_several_streams_are_appended_all_or_not_at_all(
        self,
        store: EventStore,
        last: tuple[str, list[Event], ExpectedVersion],
        error: type[Exception],
    ) -> None:
        store.append(CURATION, [FactDescribed("f", "F")])
        before = store.head()
        with pytest.raises(error):
            store.append_all([(ARTICLE, [claim(1)], NO_STREAM), last])
        assert store.head() == before == store.verify()
        assert store.streams() == (CURATION,)
        assert store.append(ARTICLE, [claim(1)], expected=0).position == 2

    @pytest.mark.parametrize(
        ("stream", "event"),
        [
            (OTHER, claim(1, ARTICLE)),
            (CURATION, claim(1, ARTICLE)),
            (OTHER, ClaimLinked(f"{ARTICLE}#1", "f")),
            (ARTICLE, FactDescribed("f", "F")),
        ],
    )
    def test_an_event_of_another_stream_is_refused(
        self, store: EventStore, stream: str, event: Event
    ) -> None:
        with pytest.raises(InvalidValue, match=f"stream '{stream}': must be"):
            store.append(stream, [event])
        assert store.head().position == 0

    def test_curation_stands_in_its_article_or_on_its_own(self, store: EventStore) -> None:
        link = ClaimLinked(f"{ARTICLE}#1", "f")
        store.append(ARTICLE, [link])
        store.append(CURATION, [link, FactDescribed("f", "F")])
        assert [r.event for r in store.read(CURATION)] == [link, FactDescribed("f", "F")]

    @pytest.mark.parametrize("stream", ["", "Ä", "A", "a b", "a\n", "a\0", "\udc80", "../a"])
    def test_a_stream_is_named_by_an_id(self, store: EventStore, stream: str) -> None:
        with pytest.raises(InvalidValue, match="stream: must be an id"):
            store.append(stream, [])
        assert store.version(stream) == 0
        assert list(store.read(stream)) == []

    @pytest.mark.parametrize("expected", [-1, True, "1", None, 1.0])
    def test_an_expectation_is_a_version_or_a_rule(
        self, store: EventStore, expected: ExpectedVersion
    ) -> None:
        with pytest.raises(InvalidValue, match="expected: must be a version"):
            store.append(ARTICLE, [], expected=expected)

    def test_what_is_no_event_is_refused(self, store: EventStore) -> None:
        nothing: list[Event] = ["claim"]  # type: ignore[list-item]  # the mistake
        with pytest.raises(InvalidValue, match="must be an event"):
            store.append(ARTICLE, nothing)

    # ---- Reading ---------------------------------------------------------------------------

    def test_events_are_read_in_the_order_of_appending(self, store: EventStore) -> None:
        events = samples(store)
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
        events = samples(store)
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
        samples(store)
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

    # ---- Caches ----------------------------------------------------------------------------

    def test_caches_are_kept_by_their_whole_key(self, store: EventStore) -> None:
        keys = [CacheKey(name, number, head) for name in "ab" for number in (1, 2) for head in "xy"]
        for key in keys:
            assert store.cached(key) is None
            store.cache(key, repr(key).encode())
        assert [store.cached(key) for key in keys] == [repr(key).encode() for key in keys]

    def test_a_cache_is_replaced_and_dropped(self, store: EventStore) -> None:
        key = CacheKey("a", 1, GENESIS)
        store.append(ARTICLE, [claim(1)])
        head = store.head()
        store.cache(key, b"one")
        store.cache(key, b"")
        assert store.cached(key) == b""
        store.drop_caches()
        assert store.cached(key) is None
        assert store.verify() == head

    # ---- Checking --------------------------------------------------------------------------

    def test_a_sound_log_verifies_to_its_head(self, store: EventStore) -> None:
        heads = [store.head()]
        for event in SAMPLES.values():
            store.append(stream_of(event), [event])
            heads.append(store.head())
        assert store.verify() == heads[-1]
        for head in heads:
            assert store.verify(head=head) == store.verify(head=head.hash) == heads[-1]
        assert len({head.hash for head in heads}) == len(heads)

    def test_a_head_of_another_log_is_missed(self, store: EventStore) -> None:
        store.append(ARTICLE, [claim(1), claim(2)])
        head = store.head()
        with pytest.raises(BrokenStore, match=r"position 1: .*rewritten"):
            store.verify(head=Head(1, head.hash))
        with pytest.raises(BrokenStore, match=r"ends at position 2 .* position 3: .* cut short"):
            store.verify(head=Head(3, head.hash))
        with pytest.raises(BrokenStore, match=r"ends at position 2 .*'ffff.*cut short"):
            store.verify(head="f" * 64)

    @pytest.mark.parametrize("head", ["", "0" * 63, "G" * 64, Head(1, "x")])
    def test_a_head_is_64_digits(self, store: EventStore, head: Head | str) -> None:
        with pytest.raises(InvalidValue, match="head: must be 64 hexadecimal digits"):
            store.verify(head=head)

    def test_checking_reports_progress(self, store: EventStore) -> None:
        store.append(ARTICLE, [claim(number) for number in range(1, 2102)])
        calls: list[tuple[int, int]] = []
        store.verify(progress=lambda done, total: calls.append((done, total)))
        assert calls == [(1000, 2101), (2000, 2101), (2101, 2101)]

    # ---- Closing ---------------------------------------------------------------------------

    @pytest.mark.parametrize(
        "use",
        [
            lambda store: store.append(ARTICLE, [claim(1)]),
            lambda store: store.append_all([]),
            lambda store: store.read(ARTICLE),
            lambda store: list(store.read_all()),
            lambda store: list(store.rows()),
            lambda store: store.fetch([]),
            lambda store: store.version(ARTICLE),
            lambda store: store.streams(),
            lambda store: store.head(),
            lambda store: store.position_at(START),
            lambda store: store.cached(CacheKey("a", 1, "x")),
            lambda store: store.cache(CacheKey("a", 1, "x"), b""),
            lambda store: store.drop_caches(),
            lambda store: store.verify(),
            lambda store: store.extend([]),
            lambda store: store.follow(),
            lambda store: store.checkpoint("a"),
            lambda store: store.keep_checkpoint("a", Checkpoint(), expected=0),
        ],
    )
    def test_a_closed_store_answers_no_more(
        self, store: EventStore, use: Callable[[EventStore], object]
    ) -> None:
        with store as entered:
            assert entered is store
        store.close()
        with pytest.raises(StoreError, match="closed"):
            use(store)
