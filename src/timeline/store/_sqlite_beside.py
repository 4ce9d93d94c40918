"""What a file keeps beside the log, each with a digest: caches, and where consumers stand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from timeline.errors import BrokenStore, shown
from timeline.store._protocol import Checkpoint

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from timeline.store._protocol import CacheKey
    from timeline.store._sqlite_runs import Row

# ---- Caches --------------------------------------------------------------------------------


def read_cache(db: sqlite3.Connection, key: CacheKey) -> bytes | None:
    """Return what is cached under *key*; a damaged cache is as good as none."""
    row = db.execute(
        "SELECT digest, data FROM caches WHERE projection = ? AND version = ? AND head = ?",
        (key.projection, key.version, key.head),
    ).fetchone()
    if row is None or not isinstance(row[1], bytes) or _cache_digest(key, row[1]) != row[0]:
        return None
    return row[1]


def write_caches(db: sqlite3.Connection, entries: Mapping[CacheKey, bytes]) -> None:
    """Keep data under their keys, in place of what was there."""
    db.executemany(
        "INSERT OR REPLACE INTO caches VALUES (?, ?, ?, ?, ?)",
        (
            (key.projection, key.version, key.head, _cache_digest(key, data), data)
            for key, data in entries.items()
        ),
    )


def _cache_digest(key: CacheKey, data: bytes) -> bytes:
    # In two parts: to lay a large cache behind its name would copy all of it.
    digest = hashlib.sha256(f"{key.projection}\n{key.version}\n{key.head}\n".encode())
    digest.update(data)
    return digest.digest()


# ---- Checkpoints ---------------------------------------------------------------------------


def read_checkpoint(db: sqlite3.Connection, name: str, file: str) -> Checkpoint:
    """Return the checkpoint of the consumer *name*."""
    query = "SELECT position, digest, data FROM checkpoints WHERE name = ?"
    row = db.execute(query, (name,)).fetchone()
    return Checkpoint() if row is None else checkpoint_of((name, *row), file)


def checkpoint_of(row: Row, file: str) -> Checkpoint:
    """Return what a row says: name, position, digest, data.

    Raises:
        BrokenStore: it was changed from outside, or damaged.
    """
    name, position, digest, data = row
    if not isinstance(data, bytes) or _digest(name, position, data) != digest:
        raise BrokenStore(file, None, f"the checkpoint of {shown(name)} was changed or damaged")
    return Checkpoint(position, data)


def write_checkpoint(db: sqlite3.Connection, name: str, checkpoint: Checkpoint) -> None:
    """Put *checkpoint* in the place of the one that the consumer *name* has."""
    position, data = checkpoint.position, checkpoint.data
    db.execute(
        "INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?, ?)",
        (name, position, _digest(name, position, data), data),
    )


def _digest(name: object, position: object, data: bytes) -> bytes:
    return hashlib.sha256(f"{name}\n{position}\n".encode() + data).digest()
