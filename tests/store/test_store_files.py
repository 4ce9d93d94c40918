"""A file is opened as a store, or left as it is with one plain reason."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.store_samples import ARTICLE, OTHER, claim
from tests.store.tampering import raw
from timeline.errors import BrokenStore, NotAStore, StoreBusy, StoreError
from timeline.store import CacheKey, Head, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


# ---- Not a store ---------------------------------------------------------------------------


def text(path: Path) -> None:
    path.write_text("A plain file.\n" * 99)


def magic_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"x" * 200)


def database(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE events (position INTEGER PRIMARY KEY)")


def empty_database(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")


def newer(path: Path) -> None:
    SqliteStore.open(path).close()
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 3")


def older(path: Path) -> None:
    SqliteStore.open(path).close()
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (text, "no SQLite database"),
        (magic_alone, "a database of another program"),
        (database, "a database of another program"),
        (empty_database, "a database of another program"),
        (newer, "its schema is 3, .* reads 2; a later version wrote it"),
        (older, "its schema is 1, .* reads 2; an earlier, unreleased version wrote it"),
        (Path.mkdir, "it is a folder"),
        (os.mkfifo, "no regular file"),
    ],
)
def test_what_is_no_store_is_left_as_it_is(
    path: Path, make: Callable[[Path], None], reason: str, *, create: bool
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None
    status = path.stat()
    with pytest.raises(NotAStore, match=rf"log\.db: not a timeline store \(.*{reason}"):
        SqliteStore.open(path, create=create)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert path.stat().st_mtime_ns == status.st_mtime_ns
    assert [found.name for found in path.parent.iterdir()] == ["log.db"]


def test_what_is_missing_is_made_only_on_request(path: Path) -> None:
    with pytest.raises(NotAStore, match="no such file"):
        SqliteStore.open(path, create=False)
    assert not path.exists()
    SqliteStore.open(str(path)).close()
    SqliteStore.open(path, create=False).close()


def test_an_empty_file_is_filled_only_on_request(path: Path) -> None:
    path.touch()
    with pytest.raises(NotAStore, match="it is empty"):
        SqliteStore.open(path, create=False)
    assert path.read_bytes() == b""
    with SqliteStore.open(path) as store:
        assert store.verify() == Head()


@pytest.mark.parametrize("name", ["gone/log.db", "file/log.db", "a\0b", "x" * 300])
def test_a_path_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotAStore):
        SqliteStore.open(tmp_path / name)
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("name", ["a b%20?mode=ro#.db", "Übersicht.db", ":memory:", "\udcff.db"])
def test_any_other_name_will_do(tmp_path: Path, name: str) -> None:
    with SqliteStore.open(tmp_path / name) as store:
        store.append(ARTICLE, [claim(1)])
    with SqliteStore.open(tmp_path / name, create=False) as store:
        assert store.head().position == 1
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_store_without_its_tables_is_broken(path: Path) -> None:
    SqliteStore.open(path).close()
    with raw(path) as connection:
        connection.execute("DROP TABLE runs")
    with pytest.raises(BrokenStore, match="no such table: runs"):
        SqliteStore.open(path)


def test_a_store_cut_off_within_its_header_is_broken(path: Path) -> None:
    SqliteStore.open(path).close()
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(BrokenStore, match="the file is cut short"):
        SqliteStore.open(path)


def test_many_that_make_one_store_at_once_make_one(tmp_path: Path) -> None:
    def write(path: Path, number: int) -> None:
        barrier.wait()
        with SqliteStore.open(path) as store:
            store.append(f"article-{number}", [claim(1, f"article-{number}")], expected=0)

    barrier = threading.Barrier(6)
    for place in (tmp_path / f"{turn}.db" for turn in range(5)):
        threads = [threading.Thread(target=write, args=(place, number)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with SqliteStore.open(place, create=False) as store:
            assert store.verify().position == 6


# ---- Opened again --------------------------------------------------------------------------


def test_all_that_was_appended_is_there_when_opened_again(path: Path) -> None:
    key = CacheKey("knowledge", 1, "x")
    with SqliteStore.open(path) as store:
        store.append(ARTICLE, [claim(1), claim(2)])
        store.cache(key, b"state")
        records, rows, head = list(store.read_all()), list(store.rows()), store.head()
    assert [found.name for found in path.parent.iterdir()] == ["log.db"]
    with SqliteStore.open(path) as store:
        assert (list(store.read_all()), list(store.rows()), store.head()) == (records, rows, head)
        assert store.cached(key) == b"state"
        assert store.append(ARTICLE, [claim(3)], expected=2).position == 3
        assert store.verify(head=head).position == 3


def test_two_that_have_it_open_see_each_other(path: Path) -> None:
    with SqliteStore.open(path) as one, SqliteStore.open(path) as other:
        one.append(ARTICLE, [claim(1)])
        assert other.version(ARTICLE) == 1
        other.append(ARTICLE, [claim(2)], expected=1)
        assert [record.event for record in one.read(ARTICLE)] == [claim(1), claim(2)]
        assert one.head() == other.head() == one.verify()


def test_threads_may_share_a_store(sqlite: SqliteStore) -> None:
    def write(stream: str) -> None:
        for number in range(1, 31):
            sqlite.append(stream, [claim(number, stream)], expected=number - 1)
            assert len(list(sqlite.read(stream))) == number

    threads = [threading.Thread(target=write, args=(f"article-{name}",)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sqlite.verify().position == 120
    assert {sqlite.version(stream) for stream in sqlite.streams()} == {30}


# ---- Busy ----------------------------------------------------------------------------------


def test_a_writer_waits_no_longer_than_it_was_told(path: Path) -> None:
    with SqliteStore.open(path, timeout=0.05) as store, raw(path) as other:
        store.append(ARTICLE, [claim(1)])
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match=r"log\.db: another process keeps it locked"):
            store.append(ARTICLE, [claim(2)])
        assert [record.event for record in store.read_all()] == [claim(1)]  # readers need not wait
        other.execute("ROLLBACK")
        assert store.append(ARTICLE, [claim(2)]).version == 2
        assert store.verify().position == 2


def test_opening_waits_no_longer_than_it_was_told(path: Path) -> None:
    SqliteStore.open(path).close()
    with raw(path) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy, match=r"log\.db"):
            SqliteStore.open(path, timeout=0.05)


# ---- Reading alone -------------------------------------------------------------------------


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that another user can reach."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        yield place


@contextlib.contextmanager
def unprivileged() -> Iterator[None]:
    """Do what follows as a user without rights of its own, where one may choose."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextlib.contextmanager
def locked(*paths: Path) -> Iterator[None]:
    """Take the right to write to *paths* from everyone."""
    modes = [path.stat().st_mode for path in paths]
    for path, mode in zip(paths, modes, strict=True):
        path.chmod(mode & 0o555)
    try:
        with unprivileged():
            yield
    finally:
        for path, mode in zip(paths, modes, strict=True):
            path.chmod(mode)


def test_a_store_that_may_only_be_read_is_read(folder: Path) -> None:
    path, key = folder / "log.db", CacheKey("knowledge", 1, "x")
    with SqliteStore.open(path) as store:
        head = store.append_all([(OTHER, [claim(1, OTHER)], 0), (ARTICLE, [claim(1)], 0)])
    whole = path.read_bytes()
    with locked(folder, path), SqliteStore.open(path) as store:
        assert store.verify(head=head) == head
        assert [record.event for record in store.read(ARTICLE)] == [claim(1)]
        with pytest.raises(StoreError, match=r"log\.db: it may only be read"):
            store.append(ARTICLE, [claim(2)])
        store.cache(key, b"state")
        assert store.cached(key) == b"state"
        store.drop_caches()
        assert store.cached(key) is None
    assert path.read_bytes() == whole
    assert list(folder.iterdir()) == [path]


def test_a_store_may_be_read_while_another_user_writes_it(folder: Path) -> None:
    path = folder / "log.db"
    with SqliteStore.open(path) as writer:
        writer.append(ARTICLE, [claim(1)])
        with locked(folder, path, *folder.iterdir()), SqliteStore.open(path) as store:
            assert store.head() == writer.head()
            with pytest.raises(StoreError, match="only be read"):
                store.append(ARTICLE, [claim(2)])


def test_events_that_cannot_be_reached_are_not_passed_over(folder: Path) -> None:
    """Given a copy with its log of writes, but without the right to read it, then that is said."""
    path, copy = folder / "log.db", folder / "copy"
    with SqliteStore.open(path) as writer:
        writer.append(ARTICLE, [claim(1)])
        copy.mkdir()
        for name in ("log.db", "log.db-wal"):
            shutil.copy(folder / name, copy / name)
    with (
        locked(copy, *copy.iterdir()),
        pytest.raises(StoreError, match=r"last events stand in log\.db-wal"),
    ):
        SqliteStore.open(copy / "log.db")


def test_a_file_that_may_not_be_read_is_refused(folder: Path) -> None:
    path = folder / "log.db"
    SqliteStore.open(path).close()
    path.chmod(0)
    with unprivileged(), pytest.raises(NotAStore, match=r"cannot be read: .*denied"):
        SqliteStore.open(path)


def test_a_folder_that_may_not_be_written_gets_no_store(folder: Path) -> None:
    with locked(folder), pytest.raises(StoreError, match=r"log\.db"):
        SqliteStore.open(folder / "log.db")
    assert list(folder.iterdir()) == []
