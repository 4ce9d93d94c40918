"""A store of either kind, with a clock to set, for the tests that both must pass."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.store.store_samples import SAMPLES, Clock
from timeline.model import stream_of
from timeline.store import EventStore, ExpectedVersion, Head, MemoryStore, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[EventStore]:
    opened: EventStore
    if request.param == "memory":
        opened = MemoryStore(clock=clock)
    else:
        opened = SqliteStore.open(tmp_path / "log.db", clock=clock)
    with opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


@pytest.fixture
def sqlite(path: Path, clock: Clock) -> Iterator[SqliteStore]:
    with SqliteStore.open(path, clock=clock) as opened:
        yield opened


@pytest.fixture
def kept(path: Path) -> Head:
    """A log of every sample, closed; and the head that its keeper wrote down."""
    with SqliteStore.open(path, clock=Clock()) as store:
        for event in SAMPLES.values():
            store.append(stream_of(event), [event])
        return store.head()


@pytest.fixture
def packed(path: Path) -> Head:
    """The same log, with all that was appended to a stream at once in one row of the file."""
    with SqliteStore.open(path, clock=Clock()) as store:
        return store.append_all(
            [
                (stream, list(events), ExpectedVersion.ANY)
                for stream, events in itertools.groupby(SAMPLES.values(), stream_of)
            ]
        )
