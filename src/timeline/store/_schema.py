"""The tables of a store file, and the guards that keep its log append-only.

A change here needs a new `SCHEMA` and a step from the older one: files of every schema stay
readable.
"""

from __future__ import annotations

APPLICATION_ID = 0x546D4C6E
"""Marks the file as ours in its header (SQLite file format, 1.3.14): "TmLn" in ASCII."""

SCHEMA = 2
"""The number of the layout below, kept as ``user_version``."""

# One row for each run: its place, then lists with one entry for each event. `digest` is that of
# the row without its index, so that a reader need not compute each hash. `types` holds the type
# of each and the length of its payload; `about` holds five texts of each (claim, fact, basis with
# stance and chain, occurred, date), that say nothing that the payload does not: they are the index,
# and `verify` compares the two. Payloads come last, so that what stands before them is read
# without them. STRICT refuses a value of another type.
_RUNS = """\
CREATE TABLE runs (
    position INTEGER PRIMARY KEY,
    count INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    previous BLOB NOT NULL,
    hashes BLOB NOT NULL,
    digest BLOB NOT NULL,
    types TEXT NOT NULL,
    about TEXT NOT NULL,
    payloads BLOB NOT NULL
) STRICT"""

# By which names a run is found, beside its stream: facts, claims of other streams, curation.
_MENTIONS = """\
CREATE TABLE mentions (
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (name, position)
) STRICT, WITHOUT ROWID"""

# For people who look into the file with SQL; we read the runs themselves.
_EVENTS = """\
CREATE VIEW events AS
SELECT
    runs.position + payload.key AS position,
    runs.stream AS stream,
    runs.version + payload.key AS version,
    runs.recorded_at AS recorded_at,
    json_extract(runs.types, '$[' || (2 * payload.key) || ']') AS type,
    payload.value AS payload
FROM runs, json_each(CAST(runs.payloads AS TEXT)) AS payload"""

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
CREATE TRIGGER runs_append BEFORE INSERT ON runs
WHEN (NEW.position, NEW.previous, 1) IS NOT (
        SELECT coalesce(max(position) + count, 1),
            coalesce(substr(hashes, -32), zeroblob(32)),
            coalesce(recorded_at <= NEW.recorded_at, 1)
        FROM runs)
    OR NEW.version IS NOT (
        SELECT coalesce(max(version) + count, 1) FROM runs WHERE stream = NEW.stream)
    OR NEW.count < 1
    OR length(NEW.hashes) <> 32 * NEW.count
BEGIN
    SELECT RAISE(ABORT, 'events are appended at the end, and nowhere else');
END"""


def _refusal(table: str, change: str, words: str) -> str:
    return f"""\
CREATE TRIGGER {table}_{change.lower()} BEFORE {change} ON {table}
BEGIN
    SELECT RAISE(ABORT, 'events are never {words}');
END"""


DEFINITIONS = {
    "runs": _RUNS,
    "mentions": _MENTIONS,
    "events": _EVENTS,
    "caches": _CACHES,
    "checkpoints": _CHECKPOINTS,
    "runs_of_stream": "CREATE UNIQUE INDEX runs_of_stream ON runs (stream, version)",
    "runs_append": _APPEND,
    "runs_update": _refusal("runs", "UPDATE", "changed"),
    "runs_delete": _refusal("runs", "DELETE", "deleted"),
    "mentions_update": _refusal("mentions", "UPDATE", "changed"),
    "mentions_delete": _refusal("mentions", "DELETE", "deleted"),
}
"""Every table, view, index and trigger of a store, by name, as SQLite keeps its text."""
