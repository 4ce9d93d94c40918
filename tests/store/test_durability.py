"""What is promised of the disk: how durable, how shared, and how to keep a copy."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from tests.store.store_samples import ARTICLE, OTHER, Clock, claim
from tests.store.tampering import raw, unguarded
from timeline.errors import InvalidValue, StoreBusy, StoreError, WrongExpectedVersion
from timeline.store import CacheKey, Checkpoint, Durability, Head, SqliteStore
from timeline.store._sqlite_access import Access

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path


# ---- Durability ----------------------------------------------------------------------------


@pytest.mark.parametrize(("durability", "synchronous"), [("full", 2), ("normal", 1)])
def test_the_caller_chooses_when_to_wait_for_the_disk(
    path: Path, durability: Durability, synchronous: int
) -> None:
    for _ in range(2):  # made, then opened
        with SqliteStore.open(path, durability=durability) as store:
            with store._access.reading() as db:
                assert db.execute("PRAGMA synchronous").fetchone() == (synchronous,)
            store.append(ARTICLE, [claim(1)])
    with SqliteStore.open(path) as store:
        assert store.verify().position == 2


def test_nothing_else_can_be_chosen(path: Path) -> None:
    with pytest.raises(InvalidValue, match="durability: must be 'full' or 'normal'"):
        SqliteStore.open(path, durability="off")  # type: ignore[arg-type]  # the mistake
    assert not path.exists()


# ---- Group commit --------------------------------------------------------------------------


def held_up(store: SqliteStore, calls: list[Callable[[], object]]) -> list[object]:
    """Make *calls* in threads that all wait for the store, and return what came of each."""
    outcomes: list[object] = [None] * len(calls)

    def call(number: int) -> None:
        try:
            outcomes[number] = calls[number]()
        except StoreError as error:
            outcomes[number] = error

    threads = [threading.Thread(target=call, args=(number,)) for number in range(len(calls))]
    with store._access.reading():  # nobody gets it before all stand in line
        for number, thread in enumerate(threads, 1):
            thread.start()
            while len(store._line._waiting) < number:
                pass
    for thread in threads:
        thread.join()
    return outcomes


def statements(store: SqliteStore, word: str) -> list[str]:
    """Return a list that grows by each statement with *word* that the store executes."""
    seen: list[str] = []
    with store._access.reading() as db:
        db.set_trace_callback(lambda sql: seen.append(sql) if sql.startswith(word) else None)
    return seen


def test_appends_that_wait_together_share_one_transaction(sqlite: SqliteStore) -> None:
    commits = statements(sqlite, "COMMIT")
    outcomes = held_up(
        sqlite,
        [lambda n=n: sqlite.append(f"article-{n}", [claim(1, f"article-{n}")]) for n in range(6)],  # type: ignore[misc]
    )
    assert len(commits) == 1
    assert [outcome.position for outcome in outcomes] == [1, 2, 3, 4, 5, 6]  # type: ignore[attr-defined]
    assert sqlite.verify().position == 6


def test_a_thread_alone_commits_its_own(sqlite: SqliteStore) -> None:
    commits = statements(sqlite, "COMMIT")
    for number in (1, 2, 3):
        sqlite.append(ARTICLE, [claim(number)])
    assert len(commits) == 3


def test_a_conflict_is_that_of_its_append_alone(sqlite: SqliteStore) -> None:
    outcomes = held_up(
        sqlite,
        [
            lambda: sqlite.append(ARTICLE, [claim(1), claim(2)], expected=0),
            lambda: sqlite.append(ARTICLE, [claim(3)], expected=0),
            lambda: sqlite.append_all([(OTHER, [claim(1, OTHER)], 0), (ARTICLE, [], 9)]),
            lambda: sqlite.append(ARTICLE, [claim(3)], expected=2),
        ],
    )
    assert isinstance(outcomes[1], WrongExpectedVersion)
    assert (outcomes[1].expected, outcomes[1].actual) == (0, 2)
    assert isinstance(outcomes[2], WrongExpectedVersion)
    assert sqlite.version(OTHER) == 0  # all or none
    assert [record.event for record in sqlite.read(ARTICLE)] == [claim(1), claim(2), claim(3)]
    assert sqlite.verify().position == 3


def test_those_who_wait_together_are_told_together_that_it_is_busy(path: Path) -> None:
    with SqliteStore.open(path, timeout=0.05) as store, raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        begins = statements(store, "BEGIN")
        outcomes = held_up(store, [lambda: store.append(ARTICLE, [claim(1)])] * 5)
        assert [type(outcome) for outcome in outcomes] == [StoreBusy] * 5
        assert len(begins) <= 1  # one wait for all, not one after the other
        other.execute("ROLLBACK")
        assert store.append(ARTICLE, [claim(1)], expected=0).position == 1


def test_who_is_interrupted_takes_nobody_along(path: Path) -> None:
    """Given an interrupt while three appends are committed, then two of them still are."""

    class Interrupted(BaseException):
        pass

    turns = iter([True])

    class Stopping(Clock):
        def __call__(self) -> dt.datetime:
            if next(turns, False):
                raise Interrupted
            return super().__call__()

    def interrupted(number: int) -> object:
        try:
            return store.append(ARTICLE, [claim(number)])
        except Interrupted:
            return "interrupted"

    with SqliteStore.open(path, clock=Stopping()) as store:
        outcomes = held_up(store, [lambda n=n: interrupted(n) for n in (1, 2, 3)])  # type: ignore[misc]
        assert outcomes.count("interrupted") == 1
        assert store.verify().position == 2
        lost = outcomes.index("interrupted") + 1
        assert {r.event for r in store.read_all()} == {claim(n) for n in {1, 2, 3} - {lost}}


def test_who_is_interrupted_while_waiting_leaves_the_line(
    sqlite: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given another thread that commits, when one that waits is interrupted, its append is gone."""

    class Interrupted(BaseException):
        pass

    def interrupted() -> None:
        raise Interrupted

    line = sqlite._line
    line._leader = -1  # another thread
    with monkeypatch.context() as patched:
        patched.setattr(line._turn, "wait", interrupted)
        with pytest.raises(Interrupted):
            sqlite.append(ARTICLE, [claim(1)])
    line._leader = None
    assert sqlite.append(ARTICLE, [claim(2)], expected=0).position == 1
    assert [record.event for record in sqlite.read_all()] == [claim(2)]


def test_an_append_within_an_append_is_refused_and_not_waited_for(path: Path) -> None:
    class Appending(Clock):
        def __call__(self) -> dt.datetime:
            with pytest.raises(StoreError, match="within an append"):
                store.append(ARTICLE, [claim(2)])
            return super().__call__()

    with SqliteStore.open(path, clock=Appending()) as store:
        assert store.append(ARTICLE, [claim(1)]).position == 1
        assert store.verify().position == 1


def test_an_interrupt_while_committing_is_told_and_nothing_is_kept_twice(
    sqlite: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given an interrupt just behind COMMIT, then no one appends the same once more."""

    class Interrupted(BaseException):
        pass

    writing, turns = Access.writing, iter([True])

    @contextlib.contextmanager
    def interrupted(access: Access) -> Iterator[sqlite3.Connection]:
        with writing(access) as db:
            yield db
        if next(turns, False):
            raise Interrupted

    def append(number: int) -> object:
        try:
            return sqlite.append(ARTICLE, [claim(number)])
        except Interrupted:
            return "interrupted"

    monkeypatch.setattr(Access, "writing", interrupted)
    outcomes = held_up(sqlite, [lambda n=n: append(n) for n in (1, 2, 3)])  # type: ignore[misc]
    assert outcomes.count("interrupted") == 1
    assert sum("may be kept or not" in str(outcome) for outcome in outcomes) == 2
    assert sqlite.verify().position == sqlite.version(ARTICLE) == 3


# ---- Backup --------------------------------------------------------------------------------


def test_a_backup_is_a_store_with_the_same_head(path: Path, kept: Head, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    key = CacheKey("knowledge", 1, kept.hash)
    with SqliteStore.open(path) as store:
        store.cache(key, b"state")
        store.keep_checkpoint("counter", Checkpoint(5, b"x"), expected=0)
        calls: list[tuple[int, int]] = []
        assert store.backup(copy, progress=lambda *call: calls.append(call)) == kept
        assert calls
        assert calls[-1][0] == calls[-1][1] > 1
        records = list(store.read_all())
    assert sorted(found.name for found in tmp_path.iterdir()) == ["copy.db", "log.db"]
    with SqliteStore.open(copy, create=False) as store:
        assert store.verify(head=kept) == kept
        assert list(store.read_all()) == records
        assert (store.cached(key), store.checkpoint("counter")) == (b"state", Checkpoint(5, b"x"))
        assert store.append("new-1", [claim(1, "new-1")]).position == kept.position + 1


def test_a_backup_is_one_moment_of_a_store_that_is_written_to(path: Path, tmp_path: Path) -> None:
    with SqliteStore.open(path, durability="normal") as store:
        store.append_all([(ARTICLE, [claim(n) for n in range(1, 20_000)], 0)])
        stop = threading.Event()

        def write() -> None:
            with SqliteStore.open(path, durability="normal") as other:
                while not stop.is_set():
                    other.append(OTHER, [claim(1, OTHER), claim(2, OTHER)])

        writer = threading.Thread(target=write)
        writer.start()
        heads = [store.backup(tmp_path / f"copy-{turn}.db") for turn in range(4)]
        stop.set()
        writer.join()
        final = store.head()
    assert heads == sorted(heads, key=lambda head: head.position)
    assert final.position > heads[0].position
    for turn, head in enumerate(heads):
        with SqliteStore.open(tmp_path / f"copy-{turn}.db", create=False) as copy:
            assert copy.head() == head
            assert copy.version(OTHER) % 2 == 0  # whole appends alone
    with SqliteStore.open(tmp_path / "copy-3.db") as copy:
        assert copy.verify() == heads[3]


def test_a_backup_takes_no_other_file_s_place(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("precious")
    with SqliteStore.open(path) as store:
        for target in (other, path, tmp_path):
            with pytest.raises(StoreError, match="there is such a file already"):
                store.backup(target)
        with pytest.raises(StoreError, match="gone"):
            store.backup(tmp_path / "gone" / "copy.db")
    assert other.read_text() == "precious"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["log.db", "other"]


def test_a_store_that_is_closed_or_empty_is_copied_accordingly(path: Path, tmp_path: Path) -> None:
    with SqliteStore.open(path) as store:
        assert store.backup(tmp_path / "empty.db") == Head()
    with pytest.raises(StoreError, match="closed"):
        store.backup(tmp_path / "closed.db")
    with SqliteStore.open(tmp_path / "empty.db", create=False) as copy:
        assert copy.verify() == Head()


def test_a_damaged_file_is_copied_and_found_out(path: Path, kept: Head, tmp_path: Path) -> None:
    with unguarded(path) as connection:
        connection.execute("UPDATE runs SET payloads = x'5b7b7d5d' WHERE position = 3")
    with SqliteStore.open(path) as store:
        assert store.backup(tmp_path / "copy.db") == kept  # a copy judges nothing
    with SqliteStore.open(tmp_path / "copy.db") as copy, pytest.raises(StoreError):
        copy.verify()
    with pytest.raises(sqlite3.IntegrityError), raw(tmp_path / "copy.db") as connection:
        connection.execute("DELETE FROM runs")  # the guards were copied too
