"""A log is followed without a gap and without a double; a consumer resumes where it committed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.store_samples import ARTICLE, OTHER, SAMPLES, claim
from tests.store.tampering import raw, unguarded
from timeline.errors import BrokenStore, InvalidValue, StoreError, WrongExpectedVersion
from timeline.store import Checkpoint, EventStore, Head, MemoryStore, SqliteStore, Subscription

if TYPE_CHECKING:
    from pathlib import Path


def fill(store: EventStore, first: int, last: int, stream: str = ARTICLE) -> None:
    for number in range(first, last + 1):
        store.append(stream, [claim(number, stream)])


# ---- Following -----------------------------------------------------------------------------


class TestFollow:
    @pytest.mark.parametrize("position", [0, 1, 4, 5])
    def test_what_is_there_comes_first(self, store: EventStore, position: int) -> None:
        fill(store, 1, 5)
        followed = [record.position for record in store.follow(position, poll=None)]
        assert followed == list(range(position + 1, 6))

    def test_what_is_appended_meanwhile_comes_next(self, store: EventStore) -> None:
        fill(store, 1, 2)
        following = store.follow(1, poll=0.001)
        assert next(following).position == 2
        fill(store, 3, 4)
        assert [next(following).position, next(following).position] == [3, 4]
        writer = threading.Timer(0.05, fill, (store, 5, 5))
        writer.start()
        assert next(following).event == claim(5)  # it waited for this one
        writer.join()

    def test_it_ends_when_it_is_told_to(self, store: EventStore) -> None:
        fill(store, 1, 3)
        stop = threading.Event()
        following = store.follow(poll=60, stop=stop)
        assert next(following).position == 1
        stop.set()
        assert list(following) == []

    def test_it_ends_while_it_waits(self, store: EventStore) -> None:
        stop = threading.Event()
        found: list[object] = []
        follower = threading.Thread(target=lambda: found.extend(store.follow(poll=60, stop=stop)))
        follower.start()
        stop.set()
        follower.join(timeout=10)
        assert not follower.is_alive()
        assert found == []

    def test_several_threads_that_append_are_followed_in_order(self, store: EventStore) -> None:
        names = [f"article-{name}" for name in "abcd"]
        stop = threading.Event()
        seen: list[int] = []

        def watch() -> None:
            for record in store.follow(poll=0.001, stop=stop):
                seen.append(record.position)
                if record.position == 100:
                    return

        threads = [threading.Thread(target=fill, args=(store, 1, 25, name)) for name in names]
        follower = threading.Thread(target=watch)
        for thread in [follower, *threads]:
            thread.start()
        for thread in threads:
            thread.join()
        follower.join(timeout=20)
        stop.set()
        assert seen == list(range(1, 101))

    @pytest.mark.parametrize("position", [-1, True, 1.0, "1"])
    def test_a_position_is_a_number(self, store: EventStore, position: int) -> None:
        with pytest.raises(InvalidValue, match="position: must be 0 or more"):
            store.follow(position)

    @pytest.mark.parametrize("poll", [0, -1, float("nan")])
    def test_a_poll_takes_time(self, store: EventStore, poll: float) -> None:
        with pytest.raises(InvalidValue, match="poll: must be seconds above 0"):
            store.follow(poll=poll)

    def test_a_position_that_the_log_does_not_reach_is_not_waited_for(
        self, store: EventStore
    ) -> None:
        fill(store, 1, 2)
        with pytest.raises(BrokenStore, match=r"position 3: the log ends at position 2: .*cut sh"):
            store.follow(3)

    def test_a_store_that_is_closed_is_followed_no_further(self, store: EventStore) -> None:
        fill(store, 1, 1)
        following = store.follow(poll=0.001)
        assert next(following).position == 1
        store.close()
        with pytest.raises(StoreError, match="closed"):
            next(following)


def test_a_log_that_gets_shorter_is_noticed(path: Path, kept: Head) -> None:
    with SqliteStore.open(path) as store:
        following = store.follow(kept.position - 1, poll=0.001)
        assert next(following).position == kept.position
        with unguarded(path) as connection:
            connection.execute("DELETE FROM runs WHERE position > 20")
        with pytest.raises(BrokenStore, match="the log ends at position 20"):
            next(following)


def test_a_gap_is_not_passed_over(path: Path, kept: Head) -> None:
    with unguarded(path) as connection:
        connection.execute("DELETE FROM runs WHERE position = 7")
    with SqliteStore.open(path) as store:
        following = store.follow(poll=None)
        with pytest.raises(BrokenStore, match="position 7: missing; next is 8"):
            list(following)
    assert kept.position == len(SAMPLES)


# ---- Consumers -----------------------------------------------------------------------------


class TestSubscription:
    def test_a_new_consumer_stands_before_the_first_event(self, store: EventStore) -> None:
        consumer = Subscription(store, "counter")
        assert (consumer.name, consumer.position, consumer.data) == ("counter", 0, b"")
        assert list(consumer.batches(poll=None)) == []

    def test_it_goes_on_behind_its_last_commit(self, store: EventStore) -> None:
        fill(store, 1, 10)
        consumer = Subscription(store, "counter")
        batches = consumer.batches(limit=4, poll=None)
        assert [record.position for record in next(batches)] == [1, 2, 3, 4]
        consumer.commit(b"four")
        assert [record.position for record in next(batches)] == [5, 6, 7, 8]
        again = Subscription(store, "counter")  # the second batch was given, and not committed
        assert (again.position, again.data) == (4, b"four")
        assert [r.position for batch in again.batches(poll=None) for r in batch] == [
            5,
            6,
            7,
            8,
            9,
            10,
        ]
        again.commit(b"ten")
        assert Subscription(store, "counter").position == 10
        assert Subscription(store, "other").position == 0

    def test_batches_begun_anew_begin_at_the_commit(self, store: EventStore) -> None:
        fill(store, 1, 3)
        consumer = Subscription(store, "counter")
        assert len(next(consumer.batches(limit=2, poll=None))) == 2
        [batch] = consumer.batches(poll=None)
        assert len(batch) == 3

    def test_of_two_consumers_of_one_name_the_second_is_refused(self, store: EventStore) -> None:
        fill(store, 1, 3)
        one, other = Subscription(store, "counter"), Subscription(store, "counter")
        for consumer in (one, other):
            assert len(list(consumer.batches(poll=None))) == 1
        one.commit(b"one")
        with pytest.raises(WrongExpectedVersion, match="'checkpoint counter': expected version 0"):
            other.commit(b"other")
        assert store.checkpoint("counter") == Checkpoint(3, b"one")

    @pytest.mark.parametrize("name", ["", "\n", "Ä", 7, "\udc80"])
    def test_a_consumer_has_a_name(self, store: EventStore, name: str) -> None:
        with pytest.raises(InvalidValue, match="consumer: must be a name"):
            Subscription(store, name)
        with pytest.raises(InvalidValue, match="consumer: must be a name"):
            store.keep_checkpoint(name, Checkpoint(), expected=0)

    @pytest.mark.parametrize("position", [1, 4, -1])
    def test_a_checkpoint_lies_within_the_log_and_not_behind_the_last(
        self, store: EventStore, position: int
    ) -> None:
        fill(store, 1, 3)
        store.keep_checkpoint("counter", Checkpoint(2), expected=0)
        with pytest.raises(InvalidValue, match="must be a position from 2 to 3"):
            store.keep_checkpoint("counter", Checkpoint(position), expected=2)

    def test_a_batch_has_an_event(self, store: EventStore) -> None:
        with pytest.raises(InvalidValue, match="limit: must be 1 or more"):
            Subscription(store, "counter").batches(limit=0)

    def test_checkpoints_are_no_part_of_the_log(self, store: EventStore) -> None:
        fill(store, 1, 3)
        head = store.head()
        store.keep_checkpoint("counter", Checkpoint(3, b"x"), expected=0)
        store.drop_caches()
        assert store.verify(head=head) == head
        assert store.checkpoint("counter") == Checkpoint(3, b"x")


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 4), st.booleans()), max_size=8))
def test_each_event_is_taken_in_once_whatever_is_forgotten(
    course: list[tuple[int, int, bool]],
) -> None:
    """Given appends, batches and restarts in any order, then the data is a fold of all events."""
    with MemoryStore() as store:
        total = 0
        for appended, limit, forgets in [*course, (0, 99, False)]:
            fill(store, total + 1, total + appended)
            total += appended
            consumer = Subscription(store, "list")
            data = consumer.data
            for batch in consumer.batches(limit=limit, poll=None):
                data += b"".join(b"%d " % record.position for record in batch)
                if forgets:
                    break
                consumer.commit(data)
        wanted = b"".join(b"%d " % position for position in range(1, total + 1))
        assert Subscription(store, "list").data == wanted


def test_a_checkpoint_is_there_when_opened_again(path: Path) -> None:
    with SqliteStore.open(path) as store:
        fill(store, 1, 2)
        store.keep_checkpoint("counter", Checkpoint(2, b"\0state"), expected=0)
    with SqliteStore.open(path) as store:
        assert store.checkpoint("counter") == Checkpoint(2, b"\0state")


@pytest.mark.parametrize("change", ["data = x'00'", "position = 1", "name = 'other'"])
def test_a_checkpoint_that_was_changed_is_found(path: Path, change: str) -> None:
    with SqliteStore.open(path) as store:
        fill(store, 1, 2)
        store.keep_checkpoint("counter", Checkpoint(2, b"state"), expected=0)
        with raw(path) as connection:
            connection.execute(f"UPDATE checkpoints SET {change}")
        with pytest.raises(BrokenStore, match=r"the checkpoint of '\w+' was changed"):
            store.verify()
        name = "other" if "name" in change else "counter"
        with pytest.raises(BrokenStore, match=r"the checkpoint of '\w+' was changed"):
            store.checkpoint(name)


def test_a_store_that_grows_in_another_connection_is_followed(path: Path) -> None:
    with SqliteStore.open(path) as one, SqliteStore.open(path) as other:
        following = one.follow(poll=0.001)
        for number in range(1, 6):
            other.append(OTHER, [claim(number, OTHER)])
            assert next(following).event == claim(number, OTHER)
