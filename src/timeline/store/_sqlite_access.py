"""One connection for all threads of a process: who may use it when, and what errors it raises."""

from __future__ import annotations

import contextlib
import os
import threading
from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.store._sqlite_file import UNTRANSLATED, ours

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


class Access:
    """A connection to a store file, used by one thread at a time.

    Args:
        file: the file, for errors.
        connection: the connection; it is closed with this.
        writes: whether it may write.
    """

    def __init__(self, file: str, connection: sqlite3.Connection, *, writes: bool) -> None:
        self.writes = writes
        self._file = file
        self._connection = connection
        self._lock = threading.RLock()
        self._process = os.getpid()
        self._closed = False

    def check(self) -> None:
        """Refuse a connection that is closed, or was opened before a fork.

        Raises:
            StoreError: it is one of these.
        """
        if self._process != os.getpid():
            raise StoreError(f"{self._file}: opened before a fork; open it again in the child")
        if self._closed:
            raise StoreError(f"{self._file}: the store is closed")

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Have the connection to oneself.

        Raises:
            StoreError: it is closed, or was opened before a fork; or what SQLite raises, as ours.
        """
        self.check()  # before the lock, which a thread that was not forked along may hold
        with self._lock:
            self.check()
            try:
                yield self._connection
            except UNTRANSLATED as error:
                raise ours(self._file, error) from error

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the file's write lock too; all that is done is kept, or nothing."""
        with self.reading() as db:
            if not self.writes:
                raise StoreError(f"{self._file}: it may only be read")
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        with self._lock:
            self._closed = True
            try:
                self._connection.close()
            except UNTRANSLATED as error:
                raise ours(self._file, error) from error
