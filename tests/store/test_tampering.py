"""Whoever changes history from outside is stopped, and whoever cannot be stopped is found."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.store_samples import SAMPLES, START
from tests.store.tampering import GUARDS, broken_at, payload_at, raw, rewrite, unguarded
from timeline.errors import BrokenStore
from timeline.model import CURATION, SourcesMerged, stream_of
from timeline.store import Head, SqliteStore
from timeline.store._hash import event_hash
from timeline.store._recorded import microseconds
from timeline.store._run import Piece, Run
from timeline.store._sqlite_runs import keep

if TYPE_CHECKING:
    from pathlib import Path


END = len(SAMPLES)
CURATED = 1 + [stream_of(event) for event in SAMPLES.values()].index(CURATION)

CHANGES = {
    "count": "count + 1",
    "recorded_at": "recorded_at + 1",
    "stream": "'other'",
    "version": "99",
    "previous": "zeroblob(32)",
    "hashes": "randomblob(32)",
    "digest": "randomblob(32)",
    "types": "replace(types, '.v1', '.v7')",
    "about": "replace(about, 'null', '\"1999\"')",
    "payloads": "CAST(replace(CAST(payloads AS TEXT), ':\"', ':\"x') AS BLOB)",
}
"""Every column but the position, and a change to make to it."""

NEW = "'new'"
EARLY = {"previous": "substr(hashes, -32)", "recorded_at": "recorded_at - 1"}
NEXT = f"{END + 1}"


def again(at: int, /, **changes: str) -> str:
    """Select an event for inserting it once more, with some columns changed."""
    columns = ", ".join(changes.get(name, name) for name in ("position", *CHANGES))
    return f"SELECT {columns} FROM runs WHERE position = {at}"


# ---- Stopped -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE runs SET payloads = x'5b7b7d5d' WHERE position = 3",
        "UPDATE runs SET about = '[]' WHERE position = 3",
        "UPDATE runs SET position = 99 WHERE position = 3",
        "UPDATE OR REPLACE runs SET position = 2 WHERE position = 3",
        "UPDATE mentions SET name = 'other'",
        "DELETE FROM runs WHERE position = 3",
        "DELETE FROM runs",
        "DELETE FROM mentions",
        f"INSERT OR REPLACE INTO runs {again(3)}",
        f"REPLACE INTO runs {again(END)}",
        f"INSERT OR REPLACE INTO runs {again(3, position=NEXT)}",
        f"INSERT OR REPLACE INTO runs {again(3, position='NULL')}",
        f"INSERT INTO runs {again(3)} ON CONFLICT (position) DO UPDATE SET count = 2",
        f"INSERT OR IGNORE INTO runs {again(3, position='-1', version='99')}",
        # At the end and in order, but not chained to the last event; then recorded before it.
        f"INSERT INTO runs {again(END, position=NEXT, stream=NEW, version='1')}",
        f"INSERT INTO runs {again(END, position=NEXT, stream=NEW, version='1', **EARLY)}",
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
    assert kept.position == END
    with raw(path) as connection:
        names = {name for _, name, *_ in connection.execute("PRAGMA table_info(runs)")}
    assert names == {"position", *CHANGES}


@pytest.mark.parametrize("position", [1, 7, END - 1])
@pytest.mark.parametrize("column", CHANGES)
def test_a_changed_column_is_found_at_its_position(
    path: Path, kept: Head, column: str, position: int
) -> None:
    with unguarded(path) as connection:
        changed = connection.execute(
            f"UPDATE runs SET {column} = {CHANGES[column]} WHERE position = ? "
            f"AND {column} IS NOT {CHANGES[column]}",
            (position,),
        ).rowcount
    if changed:
        assert broken_at(path) == position
        assert broken_at(path, head=kept) == position
    else:  # the first event has no predecessor but zeros
        assert (column, position) == ("previous", 1)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(position=st.integers(1, END), byte=st.integers(0, 10_000), bit=st.integers(0, 7))
@pytest.mark.parametrize("form", ["kept", "packed"])
def test_a_flipped_bit_of_a_payload_is_found_at_its_position(  # noqa: PLR0913, PLR0917 - each is drawn
    path: Path, request: pytest.FixtureRequest, form: str, position: int, byte: int, bit: int
) -> None:
    head = request.getfixturevalue(form)
    payload = payload_at(path, position)
    flipped = bytearray(payload)
    flipped[byte % len(payload)] ^= 1 << bit
    with unguarded(path) as connection:
        rewrite(connection, position, bytes(flipped))
    assert broken_at(path) == position
    with unguarded(path) as connection:
        rewrite(connection, position, payload)
    with SqliteStore.open(path) as store:
        assert store.verify() == head


@pytest.mark.parametrize("position", [1, 7, 16, END])
def test_a_payload_of_another_length_is_found_at_its_position(
    path: Path, packed: Head, position: int
) -> None:
    with unguarded(path) as connection:
        rewrite(connection, position, b"{}")
    assert broken_at(path) == broken_at(path, head=packed) == position
    with SqliteStore.open(path) as store:
        for record in store.read_all():
            if record.position == position:
                with pytest.raises(BrokenStore, match=f"position {position}: "):
                    _ = record.event
            else:
                assert record.event in SAMPLES.values()  # the others are none the worse for it


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    column=st.sampled_from(["previous", "hashes", "digest", "types", "about", "payloads"]),
    byte=st.integers(0, 10_000),
    bit=st.integers(0, 6),
)
def test_a_flipped_bit_of_a_long_row_is_found(
    path: Path, packed: Head, column: str, byte: int, bit: int
) -> None:
    """Given a bit that flips in the row of many events, then no reading of it passes for sound."""
    query = f"SELECT CAST({column} AS BLOB) FROM runs WHERE position = 1"
    kind = "TEXT" if column in {"types", "about"} else "BLOB"
    change = f"UPDATE runs SET {column} = CAST(? AS {kind}) WHERE position = 1"
    with unguarded(path) as connection:
        (whole,) = connection.execute(query).fetchone()
        flipped = bytearray(whole)
        flipped[byte % len(whole)] ^= 1 << bit
        connection.execute(change, (bytes(flipped),))
    assert broken_at(path) in range(1, packed.position)
    with unguarded(path) as connection:
        connection.execute(change, (whole,))
    with SqliteStore.open(path) as store:
        assert store.verify() == packed


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("DELETE FROM runs WHERE position = 1", 1),
        ("DELETE FROM runs WHERE position = 5", 5),
        ("UPDATE runs SET position = 0 WHERE position = 1", 1),
        ("UPDATE runs SET position = -7 WHERE position = 3", 1),
        (f"UPDATE runs SET position = position + 1 WHERE position = {END}", END),
    ],
)
def test_a_gap_is_found(path: Path, kept: Head, statement: str, position: int) -> None:
    assert kept.position == END
    with unguarded(path) as connection:
        connection.execute(statement)
    assert broken_at(path) == position


def test_two_events_that_changed_places_are_found(path: Path, kept: Head) -> None:
    assert kept.position == END
    with unguarded(path) as connection:
        for old, new in ((4, 99), (5, 4), (99, 5)):
            connection.execute("UPDATE runs SET position = ? WHERE position = ?", (new, old))
    assert broken_at(path) == 4


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        (f"DELETE FROM mentions WHERE name = 'capture' AND position = {CURATED}", CURATED),
        (f"UPDATE mentions SET name = 'other' WHERE name = '*' AND position = {CURATED}", CURATED),
        ("INSERT INTO mentions VALUES ('other', 3)", None),
        ("INSERT INTO mentions VALUES ('capture', -1)", None),
    ],
)
def test_an_index_that_finds_other_events_is_found(
    path: Path, packed: Head, statement: str, position: int | None
) -> None:
    with unguarded(path) as connection:
        assert connection.execute(statement).rowcount == 1
    assert broken_at(path) == broken_at(path, head=packed) == position


@pytest.mark.parametrize("left", [0, 1, END - 1])
def test_a_log_cut_short_is_found_by_the_head_that_was_kept(
    path: Path, kept: Head, left: int
) -> None:
    with unguarded(path) as connection:
        connection.execute("DELETE FROM runs WHERE position > ?", (left,))
    with SqliteStore.open(path) as store:
        assert store.verify().position == left  # by itself it looks whole
        for head in (kept, kept.hash):
            with pytest.raises(BrokenStore, match=f"ends at position {left} .* cut short"):
                store.verify(head=head)


def forge(path: Path, *, version: int = 1, seconds: int = 0) -> Head:
    """Put another event at the last position, with a hash that fits."""
    payload, at = b'{"into":"x","source":"y"}', microseconds(START, "at") + 1_000_000 * seconds
    type_ = "sources-merged.v1"
    with unguarded(path) as connection:
        connection.execute("DELETE FROM runs WHERE position = ?", (END,))
        connection.execute("DELETE FROM mentions WHERE position = ?", (END,))
        (last,) = connection.execute(
            "SELECT hashes FROM runs WHERE position = ?", (END - 1,)
        ).fetchone()
        previous = last.hex()
        digest = event_hash(previous, END, "forged", version, at, type_, payload)
        piece = Piece([type_], [payload], [SourcesMerged("y", "x")])
        keep(connection, [Run(END, "forged", version, at, previous, [digest], piece)])
    return Head(END, digest)


def test_a_history_rewritten_with_its_chain_is_found_by_the_head(path: Path, kept: Head) -> None:
    forged = forge(path)
    with SqliteStore.open(path) as store:
        assert store.verify() == forged  # by itself it looks whole
    assert broken_at(path, head=kept) == END
    assert broken_at(path, head=kept.hash) is None


@pytest.mark.parametrize("forging", [{"version": 2}, {"version": 0}, {"seconds": -1}])
def test_a_forged_event_out_of_order_is_found(
    path: Path, kept: Head, forging: dict[str, int]
) -> None:
    assert forge(path, **forging).position == kept.position
    assert broken_at(path) == END


def test_an_event_that_no_version_of_ours_wrote_is_found(path: Path, kept: Head) -> None:
    with unguarded(path) as connection:
        connection.execute(
            "UPDATE runs SET types = replace(types, 'stated.v1', 'linked.v7') WHERE position = 6"
        )
    with SqliteStore.open(path) as store:
        with pytest.raises(BrokenStore, match=r"log\.db: position 6: unknown type .*linked\.v7"):
            _ = store.fetch([6])[0].event
        assert len(list(store.rows())) == kept.position  # the index alone is not in its way


@pytest.mark.parametrize("name", [*GUARDS, "runs_of_stream"])
def test_a_guard_that_was_taken_away_is_found(path: Path, kept: Head, name: str) -> None:
    assert kept.position == END
    kind = "TRIGGER" if name in GUARDS else "INDEX"
    with raw(path) as connection:
        connection.execute(f"DROP {kind} {name}")
    with SqliteStore.open(path) as store, pytest.raises(BrokenStore, match=f"'{name}' is missing"):
        store.verify()


def test_a_trigger_that_was_added_is_found(path: Path, kept: Head) -> None:
    assert kept.position == END
    with raw(path) as connection:
        connection.execute("CREATE TRIGGER more AFTER INSERT ON runs BEGIN DELETE FROM caches; END")
    with SqliteStore.open(path) as store, pytest.raises(BrokenStore, match="'more' is not ours"):
        store.verify()
