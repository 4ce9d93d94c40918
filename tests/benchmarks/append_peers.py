"""Ours and the peers that `bench_append` runs: each appends the same events and replays them.

Each takes a path, batches and how many of them share a transaction; it returns what its appends and
its replay took, and a digest of the payloads that it gave back.
"""

from __future__ import annotations

import gc
import hashlib
import importlib
import sqlite3
import threading
import time
import uuid
from typing import TYPE_CHECKING, Any, Self

import orjson

from timeline.store import SqliteStore, encode
from timeline.store._append import Tail, encoded, placed
from timeline.store._codec import _READERS
from timeline.store._recorded import index_fields
from timeline.store._schema import DEFINITIONS
from timeline.store._sqlite_runs import keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from timeline.model import Event
    from timeline.store import Batch
    from timeline.store._run import Run

THREADS = 8

Result = dict[str, Any]


class Timer:
    """Counts the seconds within its block, and those that the processor worked for it."""

    def __enter__(self) -> Self:
        gc.collect()
        gc.freeze()  # what was made before is no burden of what is measured
        self._begun = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        begun, worked = self._begun
        self.seconds = time.perf_counter() - begun, time.process_time() - worked


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


TABLE_BY_HAND = """\
CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    payload BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    claim TEXT,
    fact TEXT
)"""
BY_HAND = (
    TABLE_BY_HAND,
    "CREATE UNIQUE INDEX by_stream ON events (stream, version)",
    "CREATE INDEX by_claim ON events (claim) WHERE claim IS NOT NULL",
    "CREATE INDEX by_fact ON events (fact) WHERE fact IS NOT NULL",
)


def runs_of(batches: list[Batch], together: int) -> list[list[Run]]:
    """Return what we would keep of each transaction."""
    tail, made = Tail(), []
    for group in groups(batches, together):
        fresh = placed(encoded(group), tail, lambda _: 0, 0)
        tail = fresh.tail
        made.append(fresh.runs)
    return made


def opened(path: Path, definitions: Iterable[str]) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    for sql in definitions:
        db.execute(sql)
    return db


def plain(path: Path, batches: list[Batch], together: int) -> Result:
    rows = [[row for run in runs for row in by_hand(run)] for runs in runs_of(batches, together)]
    db = opened(path, BY_HAND)
    insert = f"INSERT INTO events VALUES ({', '.join('?' * 10)})"
    with Timer() as append:
        for group in rows:
            db.execute("BEGIN IMMEDIATE")
            db.executemany(insert, group)
            db.execute("COMMIT")
    with Timer() as replay:
        payloads = [payload for (payload,) in db.execute("SELECT payload FROM events")]
        found = [orjson.loads(payload) for payload in payloads]
    db.close()
    again = digest(orjson.dumps(one, option=orjson.OPT_SORT_KEYS) for one in found)
    return {"append": append.seconds, "replay": replay.seconds, "digest": again}


def by_hand(run: Run) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each event of a run."""
    piece, previous = run.piece, run.previous
    for number, hashed in enumerate(run.hashes):
        claim, fact, *_ = index_fields(piece.events[number])
        yield (
            run.position + number,
            run.stream,
            run.version + number,
            piece.types[number],
            run.recorded_at,
            piece.payloads[number],
            bytes.fromhex(previous),
            bytes.fromhex(hashed),
            claim,
            fact,
        )
        previous = hashed


class Rows:
    """Takes the statements of a connection, to be executed later."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, list[Any]]] = []

    def executemany(self, statement: str, rows: list[Any]) -> None:
        self.kept.append((statement, rows))


def our_runs(path: Path, batches: list[Batch], together: int) -> Result:
    made = []
    for runs in runs_of(batches, together):
        rows = Rows()
        keep(rows, runs)  # type: ignore[arg-type]  # all that it asks of a connection
        made.append(rows.kept)
    db = opened(path, (sql for sql in DEFINITIONS.values() if "TRIGGER" not in sql))
    with Timer() as append:
        for group in made:
            db.execute("BEGIN IMMEDIATE")
            for statement, some in group:
                db.executemany(statement, some)
            db.execute("COMMIT")
    with Timer() as replay:
        found = [
            one
            for (payloads,) in db.execute("SELECT payloads FROM runs ORDER BY position")
            for one in orjson.loads(payloads)
        ]
    db.close()
    again = digest(orjson.dumps(one, option=orjson.OPT_SORT_KEYS) for one in found)
    return {"append": append.seconds, "replay": replay.seconds, "digest": again}


def eventsourcing(
    path: Path, batches: list[Batch], together: int, *, quick: bool = False, whole: bool = False
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
    transcoder: Any = Transcoder(whole=whole)
    if not quick:
        transcoder = persistence.JSONTranscoder()
        for one in (persistence.UUIDAsHex(), persistence.DatetimeAsISO()):
            transcoder.register(one)
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


class Transcoder:
    """A transcoder as `eventsourcing` wants it, by orjson, which writes its timestamps too."""

    def __init__(self, *, whole: bool) -> None:
        self.whole = whole

    def encode(self, state: dict[str, Any]) -> bytes:
        return orjson.dumps(state, default=self._event)

    def _event(self, event: Event) -> list[Any]:
        name, payload = encode(event)
        return [name, orjson.Fragment(payload)]

    def decode(self, data: bytes) -> dict[str, Any]:
        state: dict[str, Any] = orjson.loads(data)
        if self.whole:
            name, plain = state["data"]
            state["data"] = _READERS[name](plain)
        return state


def quick_events(path: Path, batches: list[Batch], together: int) -> Result:
    return eventsourcing(path, batches, together, quick=True)


def whole_events(path: Path, batches: list[Batch], together: int) -> Result:
    return eventsourcing(path, batches, together, quick=True, whole=True)


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
    "sqlite3, our runs": our_runs,
    "eventsourcing": eventsourcing,
    "eventsourcing, orjson": quick_events,
    "eventsourcing, whole": whole_events,
    f"ours, {THREADS} threads": threads,
}
