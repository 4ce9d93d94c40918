"""A file that decays is refused with one clear error, wherever the damage is."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.store_samples import ARTICLE, SAMPLES, START, claim
from tests.store.tampering import broken_at, loosened, raw, unguarded
from timeline.errors import StoreError
from timeline.store import CacheKey, Head, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# ---- Values that no column of ours can hold ------------------------------------------------


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("recorded_at", "9223372036854775807"),
        ("recorded_at", "-9223372036854775808"),
        ("about", "replace(about, 'dated ', 'rumoured ')"),
        ("about", "replace(about, 'dated estimates courier wire', 'dated')"),
        ("about", "replace(about, 'null', '7')"),
        ("about", "replace(about, '2025-01-20', 'soon')"),
        ("about", "'{}'"),
        ("types", "'[]'"),
        ("types", "'[7,7]'"),
        ("types", "'['"),
        ("types", "json_array(json_extract(types, '$[0]'), -1)"),
        ("types", "json_array(json_extract(types, '$[0]'), json('true'))"),
        ("types", "json_array(json_extract(types, '$[0]'), 5, 'more')"),
        ("stream", "CAST(x'ff' AS TEXT)"),
        ("count", "0"),
        ("count", "2"),
        ("payloads", "x''"),
        ("hashes", "x''"),
        ("previous", "x''"),
    ],
)
def test_a_value_that_cannot_be_is_one_clear_error(
    path: Path, kept: Head, column: str, value: str
) -> None:
    with unguarded(path) as connection:
        connection.execute(f"UPDATE runs SET {column} = {value} WHERE position = 6")
    assert broken_at(path) == 6
    readings: list[Callable[[SqliteStore], object]] = [
        lambda store: [record.event for record in store.read_all()],
        lambda store: list(store.rows()),
        lambda store: store.append(ARTICLE, [claim(9)]),
        lambda store: store.streams(),
        lambda store: store.position_at(START),
        lambda store: store.fetch([6]),
    ]
    with SqliteStore.open(path) as store:
        for reading in readings:
            with contextlib.suppress(StoreError):  # that, or an answer; nothing else
                reading(store)
        assert store.head().position in {kept.position, kept.position + 1}


@pytest.mark.parametrize(
    "change",
    [
        "stream = CAST(stream AS BLOB)",
        "types = CAST(types AS BLOB)",
        "types = 7",
        "version = CAST(version AS BLOB)",
        "version = 'x'",
        "count = 'x'",
        "count = 1.5",
        "recorded_at = 'noon'",
        "recorded_at = 0.5",
        "payloads = CAST(payloads AS TEXT)",
        "payloads = NULL",
        "previous = 7",
        "hashes = 'x'",
        "about = 7",
        "about = x'00'",
        "about = NULL",
    ],
)
@pytest.mark.parametrize("position", [6, len(SAMPLES)])
def test_a_value_that_changed_its_type_is_one_clear_error(
    path: Path, kept: Head, change: str, position: int
) -> None:
    """Given a flipped bit that makes bytes of a text, then no other error than ours is raised."""
    with loosened(path) as connection:
        connection.execute(f"UPDATE runs SET {change} WHERE position = {position}")
    assert broken_at(path) == position
    readings: list[Callable[[SqliteStore], object]] = [
        lambda store: [record.event for record in store.read_all()],
        lambda store: [list(store.read(stream)) for stream in store.streams()],
        lambda store: list(store.rows()),
        lambda store: store.append(ARTICLE, [claim(9)]),
        lambda store: store.position_at(START),
        lambda store: store.fetch([position]),
        lambda store: store.head(),
        lambda store: list(store.follow(poll=None)),
    ]
    for reading in readings:
        with contextlib.suppress(StoreError), SqliteStore.open(path) as store:
            reading(store)
    assert kept.position == len(SAMPLES)


def test_a_damaged_cache_is_as_good_as_none(path: Path, kept: Head) -> None:
    key = CacheKey("knowledge", 1, kept.hash)
    with SqliteStore.open(path) as store:
        store.cache(key, b"state")
        with raw(path) as connection:
            connection.execute("UPDATE caches SET data = x'00'")
        assert store.cached(key) is None
        assert store.verify() == kept


# ---- Damage to the file itself -------------------------------------------------------------


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_a_flipped_bit_of_the_file_is_found_or_changes_nothing(
    path: Path, kept: Head, place: int, bit: int
) -> None:
    whole = path.read_bytes()
    damaged = bytearray(whole)
    damaged[place % len(whole)] ^= 1 << bit
    events = list(SAMPLES.values())
    try:
        path.write_bytes(damaged)
        with SqliteStore.open(path, create=False) as store:
            assert store.verify() == kept
            assert [record.event for record in store.read_all()] == events
    except StoreError as error:
        assert str(path) in str(error)  # noqa: PT017  # finding it is as good as being unharmed
    finally:
        for beside in ("-wal", "-shm"):
            path.with_name(f"{path.name}{beside}").unlink(missing_ok=True)
        path.write_bytes(whole)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_is_refused_clearly(path: Path, kept: Head, share: float) -> None:
    whole = path.read_bytes()
    try:
        path.write_bytes(whole[: int(share * len(whole))])
        with (
            pytest.raises(StoreError, match=r"log\.db"),
            SqliteStore.open(path, create=False) as store,
        ):
            store.verify(head=kept)
    finally:
        path.write_bytes(whole)
