"""The event store: an append-only log in streams, chained by hash, in memory or in one file."""

from timeline.store._codec import EVENT_TYPES, UPCASTERS, decode, encode
from timeline.store._files import File, new_file, read_file
from timeline.store._follow import Subscription
from timeline.store._memory import MemoryStore
from timeline.store._protocol import (
    GENESIS,
    Appended,
    Batch,
    CacheKey,
    Checkpoint,
    EventStore,
    Expected,
    ExpectedVersion,
    Head,
)
from timeline.store._recorded import IndexRow, RecordedEvent
from timeline.store._sqlite import SqliteStore
from timeline.store._sqlite_file import Durability
from timeline.store._transfer import export_log, extend_log, import_log

__all__ = [
    "EVENT_TYPES",
    "GENESIS",
    "UPCASTERS",
    "Appended",
    "Batch",
    "CacheKey",
    "Checkpoint",
    "Durability",
    "EventStore",
    "Expected",
    "ExpectedVersion",
    "File",
    "Head",
    "IndexRow",
    "MemoryStore",
    "RecordedEvent",
    "SqliteStore",
    "Subscription",
    "decode",
    "encode",
    "export_log",
    "extend_log",
    "import_log",
    "new_file",
    "read_file",
]
