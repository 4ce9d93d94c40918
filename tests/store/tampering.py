"""The means of those who would change history: other connections, and guards taken away."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import orjson
import pytest

from timeline.errors import BrokenStore
from timeline.store import Head, SqliteStore
from timeline.store._schema import DEFINITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GUARDS = ("runs_append", "runs_update", "runs_delete", "mentions_update", "mentions_delete")


@contextlib.contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file as a stranger would: no pragma of ours."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


@contextlib.contextmanager
def unguarded(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file as a stranger who takes the guards away and puts them back."""
    with raw(path) as connection:
        texts = [
            connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            for name in GUARDS
        ]
        for name in GUARDS:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for (text,) in texts:
            connection.execute(text)


@contextlib.contextmanager
def loosened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file as decay does, which heeds no types: tables are STRICT again afterwards."""
    strict = "UPDATE sqlite_master SET sql = {} WHERE name = 'runs'"
    with unguarded(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(strict.format("replace(replace(sql, ') STRICT', ')'), 'NOT NULL', '')"))
    with unguarded(path) as connection:
        yield connection
    with raw(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        whole = DEFINITIONS["runs"].replace("'", "''")
        connection.execute(strict.format(f"'{whole}'"))


def rewrite(connection: sqlite3.Connection, position: int, payload: bytes) -> None:
    """Put *payload* in the place of the one at *position*, with a length that fits it."""
    start, types, payloads = connection.execute(
        "SELECT position, types, payloads FROM runs WHERE position <= ? ORDER BY position DESC",
        (position,),
    ).fetchone()
    listed, events, end = orjson.loads(types), [], 0
    for length in listed[1::2]:
        events.append(payloads[end + 1 : end + 1 + length])
        end += 1 + length
    events[position - start] = payload
    listed[1::2] = [len(event) for event in events]
    connection.execute(
        "UPDATE runs SET types = ?, payloads = ? WHERE position = ?",
        (orjson.dumps(listed).decode(), b"[" + b",".join(events) + b"]", start),
    )


def payload_at(path: Path, position: int) -> bytes:
    """Return the payload at *position*."""
    with SqliteStore.open(path) as store:
        return store.fetch([position])[0].payload


def broken_at(path: Path, **kwargs: Head | str) -> int | None:
    with SqliteStore.open(path, create=False) as store:
        with pytest.raises(BrokenStore) as caught:
            store.verify(**kwargs)  # type: ignore[arg-type]  # head alone is ever passed
        assert str(path) in str(caught.value)
        return caught.value.position
