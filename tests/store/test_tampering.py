"""Whoever changes history from outside is stopped, and whoever cannot be stopped is found."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.store_samples import SAMPLES, START
from tests.store.tampering import GUARDS, broken_at, raw, unguarded
from timeline.errors import BrokenStore
from timeline.store import Head, SqliteStore
from timeline.store._hash import event_hash
from timeline.store._recorded import microseconds

if TYPE_CHECKING:
    from pathlib import Path


CHANGES = {
    "stream": "'other'",
    "version": "99",
    "type": "'fact-described.v1'",
    "recorded_at": "recorded_at + 1",
    "payload": "x'7b7d'",
    "previous": "zeroblob(32)",
    "hash": "randomblob(32)",
    "claim": "'a#1'",
    "fact": "'other'",
    "basis": "'presumed'",
    "stance": "'denies'",
    "chain": "'nobody'",
    "occurred": "'1999'",
    "date": "'1999'",
    "occurred_start_earliest": "1",
    "occurred_start_latest": "1",
    "occurred_end_earliest": "1",
    "occurred_end_latest": "1",
    "date_earliest": "1",
    "date_latest": "1",
    "date_instant": "1",
}
"""Every column but the position, and a change to make to it."""

NEW = "'new'"
EARLY = {"previous": "hash", "recorded_at": "recorded_at - 1"}


def again(at: int, /, **changes: str) -> str:
    """Select an event for inserting it once more, with some columns changed."""
    columns = ", ".join(changes.get(name, name) for name in ("position", *CHANGES))
    return f"SELECT {columns} FROM events WHERE position = {at}"


# ---- Stopped -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET payload = x'7b7d' WHERE position = 3",
        "UPDATE events SET fact = 'other' WHERE position = 3",
        "UPDATE events SET position = 99 WHERE position = 3",
        "UPDATE OR REPLACE events SET position = 2 WHERE position = 3",
        "DELETE FROM events WHERE position = 3",
        "DELETE FROM events",
        f"INSERT OR REPLACE INTO events {again(3)}",
        f"REPLACE INTO events {again(22)}",
        f"INSERT OR REPLACE INTO events {again(3, position='23')}",
        f"INSERT OR REPLACE INTO events {again(3, position='NULL')}",
        f"INSERT INTO events {again(3)} ON CONFLICT (position) DO UPDATE SET payload = x'7b7d'",
        f"INSERT OR IGNORE INTO events {again(3, position='-1', version='99')}",
        # At the end and in order, but not chained to the last event; then recorded before it.
        f"INSERT INTO events {again(22, position='23', stream=NEW, version='1')}",
        f"INSERT INTO events {again(22, position='23', stream=NEW, version='1', **EARLY)}",
    ],
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_no_other_connection_can_change_history_by_ordinary_means(
    path: Path, kept: Head, statement: str, recursive: str
) -> None:
    with raw(path) as connection:
        connection.execute(f"PRAGMA recursive_triggers = {recursive}")
        with pytest.raises(sqlite3.IntegrityError, match="events are"):
            connection.execute(statement)
    with SqliteStore.open(path) as store:
        assert store.verify(head=kept) == kept


# ---- Found ---------------------------------------------------------------------------------


def test_the_changes_cover_every_column(path: Path, kept: Head) -> None:
    assert kept.position == len(SAMPLES)
    with raw(path) as connection:
        names = {name for _, name, *_ in connection.execute("PRAGMA table_info(events)")}
    assert names == {"position", *CHANGES}


@pytest.mark.parametrize("position", [1, 7, 22])
@pytest.mark.parametrize("column", CHANGES)
def test_a_changed_column_is_found_at_its_position(
    path: Path, kept: Head, column: str, position: int
) -> None:
    with unguarded(path) as connection:
        changed = connection.execute(
            f"UPDATE events SET {column} = {CHANGES[column]} WHERE position = ? "
            f"AND {column} IS NOT {CHANGES[column]}",
            (position,),
        ).rowcount
    if changed:
        assert broken_at(path) == position
        assert broken_at(path, head=kept) == position
    else:  # the first event has no predecessor but zeros
        assert (column, position) == ("previous", 1)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(position=st.integers(1, 22), byte=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_flipped_bit_of_a_payload_is_found(
    path: Path, kept: Head, position: int, byte: int, bit: int
) -> None:
    with unguarded(path) as connection:
        (payload,) = connection.execute(
            "SELECT payload FROM events WHERE position = ?", (position,)
        ).fetchone()
        flipped = bytearray(payload)
        flipped[byte % len(payload)] ^= 1 << bit
        change = "UPDATE events SET payload = ? WHERE position = ?"
        connection.execute(change, (bytes(flipped), position))
    assert broken_at(path) == position
    with unguarded(path) as connection:
        connection.execute(change, (payload, position))
    with SqliteStore.open(path) as store:
        assert store.verify() == kept


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("DELETE FROM events WHERE position = 1", 1),
        ("DELETE FROM events WHERE position = 5", 5),
        ("UPDATE events SET position = 0 WHERE position = 1", 1),
        ("UPDATE events SET position = -7 WHERE position = 3", 1),
        ("UPDATE events SET position = position + 1 WHERE position = 22", 22),
    ],
)
def test_a_gap_is_found(path: Path, kept: Head, statement: str, position: int) -> None:
    assert kept.position == 22
    with unguarded(path) as connection:
        connection.execute(statement)
    assert broken_at(path) == position


def test_two_events_that_changed_places_are_found(path: Path, kept: Head) -> None:
    assert kept.position == 22
    with unguarded(path) as connection:
        for old, new in ((4, 99), (5, 4), (99, 5)):
            connection.execute("UPDATE events SET position = ? WHERE position = ?", (new, old))
    assert broken_at(path) == 4


@pytest.mark.parametrize("left", [0, 1, 21])
def test_a_log_cut_short_is_found_by_the_head_that_was_kept(
    path: Path, kept: Head, left: int
) -> None:
    with unguarded(path) as connection:
        connection.execute("DELETE FROM events WHERE position > ?", (left,))
    with SqliteStore.open(path) as store:
        assert store.verify().position == left  # by itself it looks whole
        for head in (kept, kept.hash):
            with pytest.raises(BrokenStore, match=f"ends at position {left} .* cut short"):
                store.verify(head=head)


def forge(path: Path, *, version: int = 1, seconds: int = 0) -> Head:
    """Put another event at position 22, with a hash that fits."""
    payload, at = b'{"into":"x","source":"y"}', microseconds(START, "at") + 1_000_000 * seconds
    with unguarded(path) as connection:
        connection.execute("DELETE FROM events WHERE position = 22")
        (previous,) = connection.execute("SELECT hash FROM events WHERE position = 21").fetchone()
        digest = event_hash(previous.hex(), 22, "forged", version, at, "sources-merged.v1", payload)
        connection.execute(
            "INSERT INTO events (position, stream, version, type, recorded_at, payload, previous, "
            "hash) VALUES (22, 'forged', ?, 'sources-merged.v1', ?, ?, ?, ?)",
            (version, at, payload, previous, bytes.fromhex(digest)),
        )
    return Head(22, digest)


def test_a_history_rewritten_with_its_chain_is_found_by_the_head(path: Path, kept: Head) -> None:
    forged = forge(path)
    with SqliteStore.open(path) as store:
        assert store.verify() == forged  # by itself it looks whole
    assert broken_at(path, head=kept) == 22
    assert broken_at(path, head=kept.hash) is None


@pytest.mark.parametrize("forging", [{"version": 2}, {"version": 0}, {"seconds": -1}])
def test_a_forged_event_out_of_order_is_found(
    path: Path, kept: Head, forging: dict[str, int]
) -> None:
    assert forge(path, **forging).position == kept.position
    assert broken_at(path) == 22


def test_an_event_that_no_version_of_ours_wrote_is_found(path: Path, kept: Head) -> None:
    with unguarded(path) as connection:
        connection.execute("UPDATE events SET type = 'claim-linked.v7' WHERE position = 4")
    with SqliteStore.open(path) as store:
        with pytest.raises(BrokenStore, match=r"log\.db: position 4: unknown type .*linked\.v7"):
            _ = store.fetch([4])[0].event
        assert len(list(store.rows())) == kept.position  # the index alone is not in its way


@pytest.mark.parametrize("name", [*GUARDS, "events_in_stream", "events_of_fact"])
def test_a_guard_that_was_taken_away_is_found(path: Path, kept: Head, name: str) -> None:
    assert kept.position == 22
    kind = "TRIGGER" if name in GUARDS else "INDEX"
    with raw(path) as connection:
        connection.execute(f"DROP {kind} {name}")
    with SqliteStore.open(path) as store, pytest.raises(BrokenStore, match=f"'{name}' is missing"):
        store.verify()


def test_a_trigger_that_was_added_is_found(path: Path, kept: Head) -> None:
    assert kept.position == 22
    with raw(path) as connection:
        connection.execute(
            "CREATE TRIGGER more AFTER INSERT ON events BEGIN DELETE FROM caches; END"
        )
    with SqliteStore.open(path) as store, pytest.raises(BrokenStore, match="'more' is not ours"):
        store.verify()
