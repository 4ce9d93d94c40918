"""Who else can answer the last-claim question: SQLite, DuckDB, polars and ``eventsourcing``.

Each is given the flat table sorted in fold order, and whatever index it can use. Each answers
three questions with the numbers of claims by the numbers of facts: one fact, all facts, and all
facts as the first so many events tell.
"""

from __future__ import annotations

import importlib
import os
import sqlite3
import uuid
from typing import TYPE_CHECKING, Any, Protocol

import duckdb
import polars as pl

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.engine_rows import Rows

MOST_EVENT_SOURCED = 100_000
"""Rows beyond which ``eventsourcing`` is left out: it decodes all of them for each full state."""


class Peer(Protocol):
    """Somebody who answers the last-claim question."""

    name: str

    def one(self, fact: int, day: int) -> int | None:
        """Return the last claim about a fact that was certainly known by the end of a day."""

    def full(self, day: int) -> object:
        """Return the last claim of every fact, in whatever form is quickest."""

    def both(self, day: int, position: int) -> object:
        """Return the same, of the first events alone."""

    def plain(self, answer: Any) -> dict[int, int]:  # noqa: ANN401  # each has its own form
        """Turn what `full` and `both` return into claims by fact."""


class Sqlite:
    """Plain SQL in SQLite, in memory, with an index that covers the question."""

    name = "SQLite"

    def __init__(self, rows: Rows) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE TABLE t (rank INTEGER PRIMARY KEY, fact, claim, latest, position)")
        values = zip(rows.fact, rows.claim, rows.latest, rows.position, strict=True)
        self._db.executemany(
            "INSERT INTO t (fact, claim, latest, position) VALUES (?,?,?,?)", values
        )
        self._db.execute("CREATE INDEX by_fact ON t (fact, latest, rank, claim, position)")
        self._db.execute("ANALYZE")

    def one(self, fact: int, day: int) -> int | None:
        row = self._db.execute(
            "SELECT claim FROM t WHERE fact = ? AND latest <= ? "
            "ORDER BY latest DESC, rank DESC LIMIT 1",
            (fact, day),
        ).fetchone()
        return None if row is None else row[0]

    def full(self, day: int) -> object:
        query = "SELECT fact, claim, max(rank) FROM t WHERE latest <= ? GROUP BY fact"
        return self._db.execute(query, (day,)).fetchall()

    def both(self, day: int, position: int) -> object:
        query = (
            "SELECT fact, claim, max(rank) FROM t WHERE latest <= ? AND position <= ? GROUP BY fact"
        )
        return self._db.execute(query, (day, position)).fetchall()

    def plain(self, answer: Any) -> dict[int, int]:  # noqa: ANN401  # as above
        return {fact: claim for fact, claim, _ in answer}


class DuckDb:
    """SQL in DuckDB, in memory, with an index on the fact; answers stay in its own columns."""

    name = "DuckDB"

    def __init__(self, rows: Rows) -> None:
        self._db = duckdb.connect(":memory:")
        frame = _frame(rows).to_arrow()  # read by the SQL below
        self._db.register("frame", frame)
        self._db.execute("CREATE TABLE t AS SELECT * FROM frame ORDER BY rank")
        self._db.execute("CREATE INDEX by_fact ON t (fact)")

    def one(self, fact: int, day: int) -> int | None:
        row = self._db.execute(
            "SELECT arg_max(claim, rank) FROM t WHERE fact = ? AND latest <= ?", (fact, day)
        ).fetchone()
        return None if row is None else row[0]

    def full(self, day: int) -> object:
        query = "SELECT fact, arg_max(claim, rank) AS claim FROM t WHERE latest <= ? GROUP BY fact"
        return self._db.execute(query, (day,)).fetchnumpy()

    def both(self, day: int, position: int) -> object:
        query = (
            "SELECT fact, arg_max(claim, rank) AS claim FROM t "
            "WHERE latest <= ? AND position <= ? GROUP BY fact"
        )
        return self._db.execute(query, (day, position)).fetchnumpy()

    def plain(self, answer: Any) -> dict[int, int]:  # noqa: ANN401  # as above
        return dict(zip(answer["fact"].tolist(), answer["claim"].tolist(), strict=True))


class Polars:
    """A polars frame in fold order, so that the last row of each fact is the answer."""

    name = "polars"

    def __init__(self, rows: Rows) -> None:
        self._frame = _frame(rows).set_sorted("rank")

    def one(self, fact: int, day: int) -> int | None:
        found = self._frame.filter((pl.col("fact") == fact) & (pl.col("latest") <= day))
        return found["claim"][-1] if len(found) else None

    def full(self, day: int) -> object:
        return self._last(pl.col("latest") <= day)

    def both(self, day: int, position: int) -> object:
        return self._last((pl.col("latest") <= day) & (pl.col("position") <= position))

    def plain(self, answer: Any) -> dict[int, int]:  # noqa: ANN401  # as above
        return dict(zip(answer["fact"].to_list(), answer["claim"].to_list(), strict=True))

    def _last(self, known: pl.Expr) -> pl.DataFrame:
        return self._frame.lazy().filter(known).group_by("fact").agg(pl.last("claim")).collect()


class EventSourcing:
    """The package ``eventsourcing``: a stream of events for each fact, replayed up to the date."""

    name = "eventsourcing"

    def __init__(self, rows: Rows, folder: Path) -> None:
        # Loaded by name: the extra "bench" has it, and the gate does without.
        domain = importlib.import_module("eventsourcing.domain")
        persistence = importlib.import_module("eventsourcing.persistence")
        sqlite = importlib.import_module("eventsourcing.sqlite")

        os.environ.setdefault("COMPRESSOR_TOPIC", "")

        fields = {"claim": int, "latest": int, "position": int}
        # Its metaclass makes the arguments out of the annotations.
        heard: Any = type(domain.DomainEvent)(
            "Heard",
            (domain.DomainEvent,),
            {"__annotations__": fields, "__module__": __name__, "__qualname__": "Heard"},
        )

        recorder = sqlite.SQLiteAggregateRecorder(
            sqlite.SQLiteDatastore(str(folder / "events.sqlite"))
        )
        recorder.create_table()
        transcoder = persistence.JSONTranscoder()
        for one in (persistence.UUIDAsHex, persistence.DatetimeAsISO):
            transcoder.register(one())
        self._store: Any = persistence.EventStore(persistence.Mapper(transcoder), recorder)
        self._ids: dict[int, uuid.UUID] = {}
        versions: dict[int, int] = {}
        pending: list[Any] = []
        now = domain.datetime_now_with_tzinfo()
        for fact, claim, latest, position in zip(
            rows.fact, rows.claim, rows.latest, rows.position, strict=True
        ):
            name = self._ids.setdefault(fact, uuid.uuid5(uuid.NAMESPACE_OID, str(fact)))
            versions[fact] = versions.get(fact, 0) + 1
            pending.append(
                heard(
                    originator_id=name,
                    originator_version=versions[fact],
                    timestamp=now,
                    claim=claim,
                    latest=latest,
                    position=position,
                )
            )
        self._store.put(pending)

    def one(self, fact: int, day: int) -> int | None:
        return self._replayed(self._ids[fact], day, None)

    def full(self, day: int) -> object:
        return {fact: self._replayed(name, day, None) for fact, name in self._ids.items()}

    def both(self, day: int, position: int) -> object:
        return {fact: self._replayed(name, day, position) for fact, name in self._ids.items()}

    def plain(self, answer: Any) -> dict[int, int]:  # noqa: ANN401  # as above
        return {fact: claim for fact, claim in answer.items() if claim is not None}

    def _replayed(self, name: uuid.UUID, day: int, position: int | None) -> int | None:
        last = None
        for event in self._store.get(name):
            if event.latest > day:
                break
            if position is None or event.position <= position:
                last = event.claim
        return last


def _frame(rows: Rows) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "rank": pl.int_range(0, len(rows.fact), eager=True),
            "fact": pl.Series(rows.fact, dtype=pl.Int32),
            "claim": pl.Series(rows.claim, dtype=pl.Int32),
            "latest": pl.Series(rows.latest, dtype=pl.Int32),
            "position": pl.Series(rows.position, dtype=pl.Int32),
        }
    )


def peers(rows: Rows, folder: Path) -> list[Peer]:
    """Return all who can take so many rows."""
    some: list[Peer] = [Sqlite(rows), DuckDb(rows), Polars(rows)]
    if len(rows.fact) <= MOST_EVENT_SOURCED * 1.1:
        some.append(EventSourcing(rows, folder))
    return some
