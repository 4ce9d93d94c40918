"""How fast events are appended and replayed: ``python tests/benchmarks/bench_store.py [EVENTS]``.

It makes a store in a temporary folder (give another with ``TMPDIR``), prints events a second, and
checks that what it read is what it wrote.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.model import (
    Article,
    ArticlePublished,
    Claim,
    ClaimLinked,
    ClaimStated,
    Event,
    Evidence,
    Figure,
)
from timeline.store import Batch, EventStore, ExpectedVersion, MemoryStore, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable

CLAIMS = 10  # claims of an article; each is linked, so that an article has 21 events
WORDS = "the ministry says that two men were taken near the border on that day"


def article(number: int) -> Batch:
    """Return the stream of one article, as large as a short real one."""
    name = f"article-{number}"
    day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    events: list[Event] = [ArticlePublished(Article(name, "wire", day, title=WORDS))]
    for index in range(1, CLAIMS + 1):
        claim = Claim(
            f"{name}#{index}",
            "asserts",
            ("wire", "agency", "ministry"),
            text=WORDS,
            occurred=f"2024-{index:02}",
            figures=(Figure("captured", low=index, unit="people"),) if index % 3 == 0 else (),
            evidence=Evidence(WORDS, 100 * index, 100 * index + len(WORDS)),
        )
        events += [ClaimStated(claim), ClaimLinked(claim.id, f"fact-{number * index % 5000}")]
    return name, events, ExpectedVersion.NO_STREAM


def rate(name: str, count: int, work: Callable[[], object]) -> None:
    """Do *work* once and print how many of *count* it did in a second."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{name:<44} {count / seconds:>12,.0f} events/s {seconds:>9.2f} s")  # noqa: T201  # the result


def write(store: EventStore, batches: list[Batch], together: int) -> None:
    """Append *batches*, so many in one transaction."""
    for start in range(0, len(batches), together):
        store.append_all(batches[start : start + together])


def measure(count: int, folder: Path) -> None:
    """Print all figures for about *count* events."""
    batches = [article(number) for number in range(count // (2 * CLAIMS + 1))]
    total = sum(len(events) for _, events, _ in batches)
    few = batches[: len(batches) // 10]
    small = sum(len(events) for _, events, _ in few)
    with MemoryStore() as memory:
        rate("append, memory", total, lambda: write(memory, batches, 1))
    with SqliteStore.open(folder / "small.db") as store:
        rate("append, SQLite, an article a transaction", small, lambda: write(store, few, 1))
    path = folder / "log.db"
    with SqliteStore.open(path) as store:
        rate("append, SQLite, 48 articles a transaction", total, lambda: write(store, batches, 48))
        head = store.head()
    size = path.stat().st_size
    with SqliteStore.open(path) as store:
        rate("rows of the index", total, lambda: sum(1 for _ in store.rows()))
        rate("records, not decoded", total, lambda: sum(1 for _ in store.read_all()))
        rate("replay into events", total, lambda: [r.event for r in store.read_all()])
        gc.disable()  # most of the above is the collector, looking through what is kept
        rate(
            "replay into events, collector off",
            total,
            lambda: [r.event for r in store.read_all()],
        )
        gc.enable()
        if [r.event for r in store.read_all()] != [
            event for _, some, _ in batches for event in some
        ]:
            sys.exit("what was read is not what was written")
        middle = range(total // 2, total // 2 + 500)
        rate("fetch of 500, decoded", 500, lambda: [r.event for r in store.fetch(middle)])
        rate("verify", total, lambda: store.verify(head=head))
    print(f"{total:,} events, {size / total:,.0f} bytes each on disk")  # noqa: T201  # the result


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=100_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(arguments.events, Path(folder))


if __name__ == "__main__":
    main()
