"""What every store promises; each store runs all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.store_samples import ARTICLE, OTHER, SAMPLES, START, claim
from timeline.errors import (
    BrokenStore,
    InvalidValue,
    StoreError,
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


ANY, NO_STREAM, STREAM_EXISTS = ExpectedVersion

NEVER = 10**30  # a number that no column of 64 bits holds


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
