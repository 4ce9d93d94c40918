"""Opening one file as a store, or saying plainly why it is none, without touching it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from timeline.errors import BrokenStore, InvalidValue, NotAStore, StoreBusy, StoreError
from timeline.store._schema import APPLICATION_ID, DEFINITIONS, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

Durability = Literal["full", "normal"]
"""What can be undone by a crash of the whole computer, or a power cut.

``full``
    Nothing: an append is on disk when it returns.
``normal``
    The appends since SQLite last moved its write-ahead log into the file (some 1,000 pages, 4 MB;
    or the last close). What is left is the log as it stood at an earlier moment, whole appends in
    order; a head that was kept elsewhere shows what is missing.

A process that is killed loses nothing in either way, and in neither can the file be damaged.
"""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes of the header of an SQLite file
_STRICT = (3, 37, 0)  # the first SQLite with STRICT tables
# What SQLite says where it may not make the files beside a store by which readers know of writers.
_NO_PLACE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
_PAUSE = 0.01  # seconds between two tries where SQLite itself does not wait


UNTRANSLATED = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second for a message that quotes damaged text."""


@contextlib.contextmanager
def translated(file: str) -> Iterator[None]:
    """Turn what SQLite raises about *file* into errors of ours."""
    try:
        yield
    except UNTRANSLATED as error:
        raise ours(file, error) from error


def ours(file: str, error: sqlite3.Error | UnicodeDecodeError) -> StoreError:
    """Return what SQLite raised about *file* as an error of ours."""
    if isinstance(error, UnicodeDecodeError):
        return BrokenStore(file, None, f"the file is damaged ({error})")
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_IOERR_SHORT_READ:
        return BrokenStore(file, None, f"the file is cut short ({error})")
    match code & 0xFF:  # the low byte is the kind, the rest says more of it
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy(f"{file}: another process keeps it locked ({error})")
        case sqlite3.SQLITE_CANTOPEN:
            if not Path(file).parent.exists():
                return StoreError(f"{file}: its folder does not exist")
            return StoreError(f"{file}: cannot be opened: the file or its folder does not allow it")
        case sqlite3.SQLITE_NOTADB:
            return NotAStore(file, "it is no SQLite database")
        case sqlite3.SQLITE_CORRUPT:
            return BrokenStore(file, None, f"the file is damaged or cut short ({error})")
        case sqlite3.SQLITE_CONSTRAINT | sqlite3.SQLITE_ERROR | sqlite3.SQLITE_MISMATCH:
            # Our statements are right for our tables, so the tables are not as we wrote them.
            return BrokenStore(file, None, f"the file is not as it was written ({error})")
        case _:
            return StoreError(f"{file}: {error}")


def open_file(
    path: Path, *, create: bool, timeout: float, durability: Durability = "full"
) -> tuple[sqlite3.Connection, bool]:
    """Open or create the store at *path*; return the connection, and whether it may write.

    Raises:
        NotAStore: the file is something else, or is not there; it is left as it is.
        BrokenStore: the file is ours, and damaged.
        StoreBusy: another process kept it locked for longer than *timeout* seconds.
        InvalidValue: there is no such durability.
    """
    if durability not in get_args(Durability):
        raise InvalidValue("durability", expected="'full' or 'normal'", got=durability)
    file = str(path)
    if sqlite3.sqlite_version_info < _STRICT:
        raise StoreError(f"{file}: needs SQLite 3.37 or later (got {sqlite3.sqlite_version})")
    exists = _look(path, create=create)
    writes = not exists or (_may_write(path) and _may_write(path.parent))
    connection = _connect(path, create=create and not exists, writes=writes, timeout=timeout)
    try:
        with translated(file):
            _prepare(connection, file, create=create, writes=writes, timeout=timeout)
            if writes:
                _keep_on_disk(connection, durability)
    except BaseException:
        connection.close()
        raise
    return connection, writes


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _look(path: Path, *, create: bool) -> bool:
    """Say whether there is a file, from its first bytes: SQLite would write beside a stranger's."""
    file = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise NotAStore(file, "it is a folder")
        if not stat.S_ISREG(mode):
            raise NotAStore(file, "it is no regular file")
        with path.open("rb") as stream:
            header = stream.read(_HEADER)
    except FileNotFoundError:
        if not create:
            raise NotAStore(file, "no such file") from None
        if not path.parent.is_dir():
            raise NotAStore(file, "its folder does not exist") from None
        return False
    except OSError as error:
        raise NotAStore(file, f"cannot be read: {error.strerror or error}") from error
    except ValueError as error:  # a name that no file can have
        raise NotAStore(file, f"cannot be read: {error}") from error
    if not header:
        if not create:
            raise NotAStore(file, "it is empty")
        return True
    if not header.startswith(_MAGIC):
        raise NotAStore(file, "it is no SQLite database")
    if len(header) < _HEADER:
        raise BrokenStore(file, None, "the file is cut short")
    application = int.from_bytes(header[68:72], "big")
    if application != APPLICATION_ID:
        raise NotAStore(file, "it is a database of another program")
    _check_schema(file, int.from_bytes(header[60:64], "big"))
    return True


def _check_schema(file: str, schema: int) -> None:
    if schema != SCHEMA:
        writer = "a later" if schema > SCHEMA else "an earlier, unreleased"
        raise NotAStore(
            file,
            f"its schema is {schema}, this version of the library reads {SCHEMA}; "
            f"{writer} version wrote it",
        )


def _connect(path: Path, *, create: bool, writes: bool, timeout: float) -> sqlite3.Connection:
    with translated(str(path)):
        if writes:
            return _connection(path, "rwc" if create else "rw", timeout)
        connection = _connection(path, "ro", timeout)
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF not in _NO_PLACE:
                raise
            wal = path.with_name(f"{path.name}-wal")
            if wal.exists() and wal.stat().st_size:
                raise StoreError(
                    f"{path}: its last events stand in {wal.name}, which cannot be read without "
                    "write access to the folder"
                ) from error
            # No one can write here, so that SQLite need not look for those who do.
            return _connection(path, "ro&immutable=1", timeout)
        return connection


def _connection(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=timeout,
        isolation_level=None,  # transactions are ours to begin
        check_same_thread=False,  # the store holds a lock around every use
    )


def _prepare(
    connection: sqlite3.Connection, file: str, *, create: bool, writes: bool, timeout: float
) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA recursive_triggers = ON")
    if _is_blank(connection):
        if not (create and writes):
            raise NotAStore(file, "it is empty")
        _create(connection)
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise NotAStore(file, "it is a database of another program")
    _check_schema(file, _pragma(connection, "user_version"))
    if writes:
        _use_wal(connection, file, timeout)
    connection.execute("SELECT hashes FROM runs ORDER BY position DESC LIMIT 1").fetchone()


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _is_blank(connection: sqlite3.Connection) -> bool:
    """Whether nothing was written yet, or a creation that was cut off was undone by SQLite."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return tables == 0 and _pragma(connection, "application_id") == 0


def _create(connection: sqlite3.Connection) -> None:
    # In one transaction before WAL is turned on, so that whoever sees the file sees all of it.
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _is_blank(connection):  # another process may have been first
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
            for statement in DEFINITIONS.values():
                connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _keep_on_disk(connection: sqlite3.Connection, durability: Durability) -> None:
    connection.execute(f"PRAGMA synchronous = {durability}")
    # On macOS a plain fsync leaves data in the drive's own memory; elsewhere this says nothing.
    full = durability == "full"
    connection.execute(f"PRAGMA fullfsync = {int(full)}")
    connection.execute(f"PRAGMA checkpoint_fullfsync = {int(full)}")


def _use_wal(connection: sqlite3.Connection, file: str, timeout: float) -> None:
    deadline = time.monotonic() + timeout
    while True:
        try:
            mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        except sqlite3.OperationalError:
            # Changing the mode asks for the file alone and does not wait for it by itself.
            if time.monotonic() >= deadline:
                raise
            time.sleep(_PAUSE)
            continue
        if mode != "wal":
            raise StoreError(f"{file}: needs a file system that can share memory (got {mode!r})")
        return
