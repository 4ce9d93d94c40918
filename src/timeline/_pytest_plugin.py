"""Fixtures for pytest: timelines and stores to test against, and ``--timeline-store``.

Every run of pytest loads this module, so it imports nothing of the library until it is used, and
does without Hypothesis. That is also why it does not lie in `timeline.testing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline import Timeline
    from timeline.store import EventStore, MemoryStore, SqliteStore

STORES = ("memory", "sqlite")
"""The kinds of store, as ``--timeline-store`` names them."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--timeline-store``."""
    parser.getgroup("timeline").addoption(
        "--timeline-store",
        choices=(*STORES, "all"),
        default="memory",
        help="which store the fixtures timeline_store and empty_timeline use (default: memory)",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run tests that take the fixture ``timeline_store`` on each of the stores asked for."""
    if "timeline_store_kind" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--timeline-store")
        kinds = STORES if chosen == "all" else (chosen,)
        metafunc.parametrize("timeline_store_kind", kinds, scope="function")


@pytest.fixture
def memory_store() -> Iterator[MemoryStore]:
    """Give an empty store in memory."""
    from timeline.store import MemoryStore  # noqa: PLC0415 - see the reason of this file

    with MemoryStore() as store:
        yield store


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Give an empty store in a file that is gone after the test."""
    from timeline.store import SqliteStore  # noqa: PLC0415 - as above

    with SqliteStore.open(tmp_path / "timeline.db") as store:
        yield store


@pytest.fixture
def timeline_store(request: pytest.FixtureRequest, timeline_store_kind: str) -> EventStore:
    """Give an empty store of the kind that ``--timeline-store`` names, or of each in turn."""
    store: EventStore = request.getfixturevalue(f"{timeline_store_kind}_store")
    return store


@pytest.fixture
def empty_timeline(timeline_store: EventStore) -> Timeline:
    """Give an empty collection in the store that ``--timeline-store`` names."""
    from timeline import Timeline  # noqa: PLC0415 - as above

    return Timeline(timeline_store)


@pytest.fixture
def five_article_timeline() -> Iterator[Timeline]:
    """Give a collection in memory of the five articles of the documentation."""
    from timeline.testing._five_articles import five_articles  # noqa: PLC0415 - as above

    with five_articles() as timeline:
        yield timeline
