"""The tables of a store file, and the guards that keep its log append-only.

A change here needs a new `SCHEMA` and a step from the older one: files of every schema stay
readable.
"""

from __future__ import annotations

from timeline.store._sqlite_about import CURATES

APPLICATION_ID = 0x546D4C6E
"""Marks the file as ours in its header (SQLite file format, 1.3.14): "TmLn" in ASCII."""

SCHEMA = 1
"""The number of the layout below, kept as ``user_version``."""

# The columns from `claim` on say nothing that the payload does not: they are the index, and
# `verify` compares the two. STRICT refuses a value of another type.
_EVENTS = """\
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
    fact TEXT,
    basis TEXT,
    stance TEXT,
    chain TEXT,
    occurred TEXT,
    date TEXT,
    occurred_start_earliest INTEGER,
    occurred_start_latest INTEGER,
    occurred_end_earliest INTEGER,
    occurred_end_latest INTEGER,
    date_earliest INTEGER,
    date_latest INTEGER,
    date_instant INTEGER
) STRICT"""

_CACHES = """\
CREATE TABLE caches (
    projection TEXT NOT NULL,
    version INTEGER NOT NULL,
    head TEXT NOT NULL,
    digest BLOB NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (projection, version, head)
) STRICT"""

# What a consumer made of the log up to a position, kept in one row so that both are kept at once.
_CHECKPOINTS = """\
CREATE TABLE checkpoints (
    name TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    digest BLOB NOT NULL,
    data BLOB NOT NULL
) STRICT"""

# INSERT OR REPLACE deletes the row in its way, and fires no DELETE trigger unless the connection
# has asked for recursive triggers. A BEFORE INSERT trigger fires in every connection, before
# anything is deleted; it also keeps positions and versions without gaps. With max() SQLite takes
# the bare columns from the row that has it, so that one look at the end of the log is enough.
_APPEND = """\
CREATE TRIGGER events_append BEFORE INSERT ON events
WHEN (NEW.position, NEW.previous, 1) IS NOT (
        SELECT coalesce(max(position), 0) + 1,
            coalesce(hash, zeroblob(32)),
            coalesce(recorded_at <= NEW.recorded_at, 1)
        FROM events)
    OR NEW.version IS NOT (
        SELECT coalesce(max(version), 0) + 1 FROM events WHERE stream = NEW.stream)
BEGIN
    SELECT RAISE(ABORT, 'events are appended at the end, and nowhere else');
END"""

_UPDATE = """\
CREATE TRIGGER events_update BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END"""

_DELETE = """\
CREATE TRIGGER events_delete BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END"""

DEFINITIONS = {
    "events": _EVENTS,
    "caches": _CACHES,
    "checkpoints": _CHECKPOINTS,
    "events_in_stream": "CREATE UNIQUE INDEX events_in_stream ON events (stream, version)",
    "events_of_claim": "CREATE INDEX events_of_claim ON events (claim) WHERE claim IS NOT NULL",
    "events_of_fact": "CREATE INDEX events_of_fact ON events (fact) WHERE fact IS NOT NULL",
    "events_that_curate": f"CREATE INDEX events_that_curate ON events (position) WHERE {CURATES}",
    "events_append": _APPEND,
    "events_update": _UPDATE,
    "events_delete": _DELETE,
}
"""Every table, index and trigger of a store, by name, as SQLite keeps its text."""
