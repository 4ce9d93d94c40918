"""The event store: an append-only log in streams, chained by hash, in memory or in one file."""

from timeline.store._codec import EVENT_TYPES, UPCASTERS, decode, encode
from timeline.store._memory import MemoryStore
from timeline.store._protocol import (
    GENESIS,
    Appended,
    Batch,
    CacheKey,
    EventStore,
    Expected,
    ExpectedVersion,
    Head,
)
from timeline.store._recorded import IndexRow, RecordedEvent
from timeline.store._sqlite import SqliteStore

__all__ = [
    "EVENT_TYPES",
    "GENESIS",
    "UPCASTERS",
    "Appended",
    "Batch",
    "CacheKey",
    "EventStore",
    "Expected",
    "ExpectedVersion",
    "Head",
    "IndexRow",
    "MemoryStore",
    "RecordedEvent",
    "SqliteStore",
    "decode",
    "encode",
]
