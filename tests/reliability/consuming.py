"""Consumers that are killed in mid-batch: each event takes effect once."""

from __future__ import annotations

import contextlib
import hashlib
import random
import sqlite3
import time
from typing import TYPE_CHECKING

from tests.reliability.children import claim, expect, start
from timeline.store import SqliteStore, Subscription

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline.store import RecordedEvent


def folded(state: bytes, record: RecordedEvent) -> bytes:
    """Return a state that shows each event left out, taken twice or taken out of order."""
    return hashlib.sha256(state + record.hash.encode()).digest()


def consume_here(path: Path) -> None:
    """Keep the state in the store itself, by a subscription."""
    with SqliteStore.open(path, timeout=30) as store:
        consumer = Subscription(store, "state")
        state = consumer.data
        for batch in consumer.batches(limit=7, poll=None):
            for record in batch:
                state = folded(state, record)
                time.sleep(0.0002)
            consumer.commit(state)


def consume_elsewhere(path: Path, other: Path) -> None:
    """Keep effects and position in a database of one's own, in one transaction."""
    with (
        SqliteStore.open(path, timeout=30) as store,
        contextlib.closing(sqlite3.connect(other, timeout=30, isolation_level=None)) as db,
    ):
        db.execute("CREATE TABLE IF NOT EXISTS effects (position INTEGER, hash TEXT)")
        (position,) = db.execute("SELECT coalesce(max(position), 0) FROM effects").fetchone()
        db.execute("BEGIN")
        for record in store.follow(position, poll=None):
            db.execute("INSERT INTO effects VALUES (?, ?)", (record.position, record.hash))
            time.sleep(0.0002)
            if record.position % 7 == 0:
                db.execute("COMMIT")
                db.execute("BEGIN")
        db.execute("COMMIT")


def kill_consumers(folder: Path, kills: int) -> dict[str, int]:
    """Kill each kind of consumer so many times while the log grows; then let it finish."""
    chance = random.Random(kills)
    path, other = folder / "consumed.db", folder / "effects.db"
    in_mid_batch = 0
    version = 0
    with SqliteStore.open(path):
        pass
    for _ in range(kills):
        with SqliteStore.open(path) as store:
            fresh = [claim("a", version + number) for number in range(1, 21)]
            version = store.append("a", fresh, expected=version).version
            before = Subscription(store, "state").position
        children = [start(work) for work in _consumers(path, other)]
        time.sleep(0.02 * chance.random())
        for child in children:
            child.kill()
        with SqliteStore.open(path) as store:
            in_mid_batch += before <= Subscription(store, "state").position < version
    for child in [start(work) for work in _consumers(path, other)]:
        child.wait()
    with SqliteStore.open(path) as store, contextlib.closing(sqlite3.connect(other)) as db:
        state = b""
        for record in store.read_all():
            state = folded(state, record)
        consumer = Subscription(store, "state")
        expect(consumer.position == version, "not all events were taken in")
        expect(consumer.data == state, "the state is not the fold of all events")
        effects = db.execute("SELECT position, hash FROM effects ORDER BY rowid").fetchall()
        wanted = [(record.position, record.hash) for record in store.read_all()]
        expect(effects == wanted, "an effect is missing or there twice")
        store.verify()
    return {"kills of each": kills, "before its end": in_mid_batch, "events": version}


def _consumers(path: Path, other: Path) -> list[Callable[[Callable[[object], None]], None]]:
    return [lambda _: consume_here(path), lambda _: consume_elsewhere(path, other)]
