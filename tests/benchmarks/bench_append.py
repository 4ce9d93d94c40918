"""Appends and replays the same events with this store, plain sqlite3 and ``eventsourcing``.

``python -m tests.benchmarks.bench_append [EVENTS] [--rounds N]`` runs each in a process of its own,
in turns, and prints the median of events a second and the ratios. It checks first that all of them
give back equal payloads. Needs the extra ``bench``; files go into a temporary folder (give another
with ``TMPDIR``).

What is measured:

- *sqlite3*: rows that were made beforehand, put by ``executemany`` into our tables with our
  indexes, without our triggers. Nothing is encoded, checked or chained; a replay parses the JSON
  and builds nothing. It is the least that can be.
- *eventsourcing*: its mapper and recorder with an SQLite file, as its applications use them. Its
  events hold the payload, as a plain dictionary, or (*whole*) the same event as ours, by a
  transcoding, as its documentation tells to do for values of one's own.
- *ours*: events in hand to events on disk; a replay gives whole events again.

All of them wait for the disk at each commit (``synchronous = FULL``).
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import importlib
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import orjson
from tests.benchmarks.bench_store import CLAIMS, article

from timeline.store import EVENT_TYPES, SqliteStore, encode
from timeline.store._append import Tail, encoded, placed
from timeline.store._codec import _READERS
from timeline.store._schema import DEFINITIONS
from timeline.store._sqlite_rows import INSERT, columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.model import Event
    from timeline.store import Batch

SIZE = 2 * CLAIMS + 1  # events of an article
TOGETHER = (1, 48)  # articles in one transaction
THREADS = 8

Result = dict[str, Any]


class Timer:
    """Counts the seconds within its block."""

    def __enter__(self) -> Self:
        gc.collect()
        gc.freeze()  # what was made before is no burden of what is measured
        self.begun = time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.perf_counter() - self.begun


def digest(payloads: Iterable[bytes]) -> str:
    """Return one number for all payloads in order."""
    total = hashlib.sha256()
    for payload in payloads:
        total.update(hashlib.sha256(payload).digest())
    return total.hexdigest()


def groups(items: list[Any], size: int) -> Iterator[list[Any]]:
    return (items[start : start + size] for start in range(0, len(items), size))


# ---- Each of them --------------------------------------------------------------------------


def ours(path: Path, batches: list[Batch], together: int) -> Result:
    with SqliteStore.open(path) as store:
        with Timer() as append:
            for group in groups(batches, together):
                store.append_all(group)
        with Timer() as replay:
            events = [record.event for record in store.read_all()]
        again = digest(encode(event)[1] for event in events)
    return {"append": append.seconds, "replay": replay.seconds, "digest": again}


def plain(path: Path, batches: list[Batch], together: int) -> Result:
    rows = [
        placed(encoded(group), Tail(), lambda _: 0, 0, columns).kept
        for group in groups(batches, together)
    ]
    start = 0
    for number, group in enumerate(rows):
        rows[number] = [(start + row[0], *row[1:]) for row in group]
        start += len(group)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    for sql in DEFINITIONS.values():
        if not sql.startswith("CREATE TRIGGER"):
            db.execute(sql)
    with Timer() as append:
        for group in rows:
            db.execute("BEGIN IMMEDIATE")
            db.executemany(INSERT, group)
            db.execute("COMMIT")
    with Timer() as replay:
        payloads = [payload for (payload,) in db.execute("SELECT payload FROM events")]
        found = [orjson.loads(payload) for payload in payloads]
    db.close()
    again = digest(orjson.dumps(one, option=orjson.OPT_SORT_KEYS) for one in found)
    return {"append": append.seconds, "replay": replay.seconds, "digest": again}


def eventsourcing(
    path: Path, batches: list[Batch], together: int, *, whole: bool = False
) -> Result:
    domain = importlib.import_module("eventsourcing.domain")
    persistence = importlib.import_module("eventsourcing.persistence")
    sqlite = importlib.import_module("eventsourcing.sqlite")

    told = type("Told", (domain.DomainEvent,), {"__annotations__": {"data": dict}})
    told.__module__, globals()["Told"] = __name__, told  # where its mapper looks for it
    now = domain.datetime_now_with_tzinfo()
    made: list[list[Any]] = []
    for group in groups(batches, together):
        made.append([])
        for stream, events, _ in group:
            name = uuid.uuid5(uuid.NAMESPACE_URL, stream)
            for version, event in enumerate(events, 1):
                data = event if whole else orjson.loads(encode(event)[1])
                made[-1].append(
                    told(originator_id=name, originator_version=version, timestamp=now, data=data)
                )
    transcoder = persistence.JSONTranscoder()
    for one in (persistence.UUIDAsHex(), persistence.DatetimeAsISO()):
        transcoder.register(one)
    for kind in EVENT_TYPES.values() if whole else ():
        transcoder.register(event_transcoding(persistence, kind))
    recorder = sqlite.SQLiteApplicationRecorder(sqlite.SQLiteDatastore(str(path)))
    recorder.create_table()
    mapper = persistence.Mapper(transcoder)
    store = persistence.EventStore(mapper, recorder)
    with Timer() as append:
        for group in made:
            store.put(group)
    with Timer() as replay:
        found: list[Any] = []
        while True:
            page = recorder.select_notifications(len(found) + 1, 512)
            if not page:
                break
            found += [mapper.to_domain_event(one) for one in page]
    again = digest(
        encode(one.data)[1] if whole else orjson.dumps(one.data, option=orjson.OPT_SORT_KEYS)
        for one in found
    )
    return {"append": append.seconds, "replay": replay.seconds, "digest": again}


def whole_events(path: Path, batches: list[Batch], together: int) -> Result:
    return eventsourcing(path, batches, together, whole=True)


def event_transcoding(persistence: Any, kind: type[Event]) -> Any:  # noqa: ANN401  # without types
    """Tell its transcoder how an event of one class is written and read."""

    def to_plain(_: object, event: Event) -> list[Any]:
        name, payload = encode(event)
        return [name, orjson.loads(payload)]

    def from_plain(_: object, data: list[Any]) -> Event:
        return _READERS[data[0]](data[1])

    members = {"type": kind, "name": kind.__name__, "encode": to_plain, "decode": from_plain}
    return type(kind.__name__, (persistence.Transcoding,), members)()


def threads(path: Path, batches: list[Batch], together: int) -> Result:
    """Append with several threads, an article each time."""
    shares = [batches[number::THREADS] for number in range(THREADS)]

    def write(share: list[Batch]) -> None:
        for group in groups(share, together):
            store.append_all(group)

    with SqliteStore.open(path) as store:
        workers = [threading.Thread(target=write, args=(share,)) for share in shares]
        with Timer() as append:
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
        order = {stream: number for number, (stream, _, _) in enumerate(batches)}
        records = sorted(store.read_all(), key=lambda one: (order[one.stream], one.version))
    return {"append": append.seconds, "digest": digest(record.payload for record in records)}


ALL: dict[str, Callable[[Path, list[Batch], int], Result]] = {
    "ours": ours,
    "sqlite3": plain,
    "eventsourcing": eventsourcing,
    "eventsourcing, whole": whole_events,
    f"ours, {THREADS} threads": threads,
}


# ---- In turns ------------------------------------------------------------------------------


def alone(name: str, count: int, together: int) -> Result:
    """Run one of them in a process of its own."""
    arguments = [
        "-m",
        "tests.benchmarks.bench_append",
        str(count),
        "--only",
        name,
        "--together",
        str(together),
    ]
    done = subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    result: Result = json.loads(done.stdout)
    return result


def compare(count: int, rounds: int, together: int) -> bool:
    """Print the rates of all at one size of transactions; say whether their payloads agree."""
    batches = [article(number) for number in range(count // SIZE)]
    total = SIZE * len(batches)
    wanted = digest(encode(event)[1] for _, events, _ in batches for event in events)
    results: dict[str, list[Result]] = {name: [] for name in ALL}
    for _ in range(rounds):
        for name, found in results.items():
            found.append(alone(name, count, together))
    print(f"\n{total:,} events, {SIZE * together:,} a transaction, median of {rounds}")  # noqa: T201  # the result
    for task in ("append", "replay"):
        rates = {
            name: total / statistics.median(result[task] for result in found)
            for name, found in results.items()
            if task in found[0]
        }
        for name, rate in rates.items():
            ratio = rates["ours"] / rate
            print(f"{task:8}{name:22}{rate:>12,.0f} events/s   ours / it = {ratio:5.2f}")  # noqa: T201  # the result
    return all(result["digest"] == wanted for found in results.values() for result in found)


def main() -> int:
    """Read the arguments and measure; the exit code is 1 where payloads differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=list(ALL), help=argparse.SUPPRESS)
    parser.add_argument("--together", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only is not None:
        batches = [article(number) for number in range(arguments.events // SIZE)]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "log.db")
            print(json.dumps(ALL[arguments.only](path, batches, arguments.together)))  # noqa: T201  # for `alone`
        return 0
    agree = [compare(arguments.events, arguments.rounds, together) for together in TOGETHER]
    print("\npayloads agree" if all(agree) else "\npayloads differ")  # noqa: T201  # the result
    return 0 if all(agree) else 1


if __name__ == "__main__":
    sys.exit(main())
