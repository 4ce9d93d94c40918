"""Collections to write, and the way out of a format and back in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import attrs
import pytest

from timeline import MemoryStore
from timeline.formats import Contents, LossReport, TakenIn, export, take_in
from timeline.model import AsOf, stream_of
from timeline.queries import Engine
from timeline.store import ExpectedVersion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.formats import Format
    from timeline.model import Article, Event
    from timeline.store import EventStore

AS_OF = AsOf("2025-02-07")


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of tests that need Chromium and the npm registry."""
    config.addinivalue_line("markers", "browser: needs Chromium; skipped where it is missing")


@attrs.frozen
class Written:
    """A collection in a format."""

    data: bytes
    report: LossReport


def store_of(events: Iterable[Event]) -> MemoryStore:
    """Return a store that holds *events*, each in its own stream."""
    store = MemoryStore()
    store.append_all([(stream_of(event), [event], ExpectedVersion.ANY) for event in events])
    return store


def written(store: EventStore, name: str | Format, as_of: AsOf = AS_OF) -> Written:
    """Write what a store holds."""
    file = io.BytesIO()
    report = export(Contents(Engine(store), as_of), file, name)
    return Written(file.getvalue(), report)


def taken_in(
    data: bytes,
    name: str | Format,
    store: EventStore | None = None,
    article: Article | None = None,
) -> tuple[EventStore, TakenIn]:
    """Read what was written into a store, an empty one if none is given."""
    into = MemoryStore() if store is None else store
    return into, take_in(into, io.BytesIO(data), name, article=article, name="file")


@pytest.fixture(scope="session")
def five() -> EventStore:
    """A store of the five articles."""
    from timeline.testing import five_articles  # noqa: PLC0415 - Hypothesis is slow to load

    return five_articles().store
