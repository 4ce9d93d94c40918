"""The index rows about a few things, by the indexes of the file: nothing else is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.store._sqlite_rows import INDEX

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from timeline.store._sqlite_rows import Row

_AT_ONCE = 500  # names in one statement

# In these words, so that SQLite uses the partial index `events_that_curate`.
CURATES = " AND ".join(
    f"type NOT GLOB '{name}.*'"
    for name in (
        "article-published",
        "article-corrected",
        "claim-stated",
        "claim-corrected",
        "claim-retracted",
        "claim-linked",
    )
)
"""What tells curation, links left out, from the many other events."""


def rows_about(
    db: sqlite3.Connection,
    claims: Collection[str],
    facts: Collection[str],
    articles: Collection[str],
    upto: int,
) -> list[Row]:
    """Return the columns `INDEX` of events that name one of these, in order of position."""
    found: dict[int, Row] = {}
    for condition, names in (
        ("claim IN ({})", claims),
        ("fact IN ({})", facts),
        ("stream IN ({}) AND version = 1", articles),
    ):
        ordered = sorted(names)
        for start in range(0, len(ordered), _AT_ONCE):
            some = ordered[start : start + _AT_ONCE]
            where = condition.format(", ".join("?" * len(some)))
            query = f"SELECT {INDEX} FROM events WHERE {where} AND position <= ?"  # noqa: S608  # marks alone
            found.update((row[0], row) for row in db.execute(query, (*some, upto)))
    return [found[position] for position in sorted(found)]


def curating_rows(db: sqlite3.Connection, upto: int) -> list[Row]:
    """Return the columns `INDEX` of events that curate, links left out, in order of position."""
    query = f"SELECT {INDEX} FROM events WHERE {CURATES} AND position <= ? ORDER BY position"  # noqa: S608  # names of types
    return db.execute(query, (upto,)).fetchall()
