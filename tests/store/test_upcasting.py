"""A worked example: a log that an older version wrote is read, checked and moved as it stands.

Given a fictitious ``claim-linked.v0``, which named the fact ``topic`` and had no id for it but a
title, when this version reads the log, then it sees `ClaimLinked` events, and rewrites nothing.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.store_samples import ARTICLE, START, claim
from timeline.errors import BrokenStore
from timeline.model import CURATION, ClaimLinked
from timeline.store import (
    GENESIS,
    UPCASTERS,
    EventStore,
    MemoryStore,
    RecordedEvent,
    decode,
    export_log,
    import_log,
)
from timeline.store._hash import event_hash
from timeline.store._recorded import microseconds

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = "claim-linked.v0"
PAYLOADS = [
    f'{{"claim":"{ARTICLE}#1","topic":"Two Are Captured"}}'.encode(),
    f'{{"claim":"{ARTICLE}#2","topic":"withdrawal"}}'.encode(),
]
EVENTS = [
    ClaimLinked(f"{ARTICLE}#1", "two-are-captured"),
    ClaimLinked(f"{ARTICLE}#2", "withdrawal"),
]


def with_fact(plain: dict[str, Any]) -> dict[str, Any]:
    """The step from v0 to v1: what the title says, as an id."""
    return {"claim": plain["claim"], "fact": plain["topic"].lower().replace(" ", "-")}


@pytest.fixture
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(UPCASTERS, OLD, ("claim-linked.v1", with_fact))


def old_log() -> Iterator[RecordedEvent]:
    """What the older version left behind."""
    previous = GENESIS
    at = microseconds(START, "start")
    for position, payload in enumerate(PAYLOADS, 1):
        digest = event_hash(previous, position, CURATION, position, at, OLD, payload)
        yield RecordedEvent(
            CURATION, position, position, START, OLD, payload, previous, digest, "old.db"
        )
        previous = digest


@pytest.mark.usefixtures("_known")
def test_an_old_log_is_read_as_events_of_today(store: EventStore) -> None:
    head = store.extend(old_log())
    assert [record.event for record in store.read(CURATION)] == EVENTS
    assert [record.type for record in store.read_all()] == [OLD, OLD]
    assert [row.fact for row in store.rows()] == ["two-are-captured", "withdrawal"]
    assert store.verify(head=head) == head


@pytest.mark.usefixtures("_known")
def test_what_is_stored_is_never_rewritten(store: EventStore) -> None:
    head = store.extend(old_log())
    store.append(ARTICLE, [claim(1)])
    store.append(CURATION, [EVENTS[0]], expected=2)
    written = io.BytesIO()
    export_log(store, written)
    with MemoryStore() as other:
        import_log(other, io.BytesIO(written.getvalue()))
        assert other.verify(head=head) == store.head()
        assert [r.payload for r in other.read_all(upto=2)] == PAYLOADS
        assert [r.type for r in other.read(CURATION)] == [OLD, OLD, "claim-linked.v1"]


def test_without_the_step_the_type_is_named(store: EventStore) -> None:
    with pytest.raises(BrokenStore, match=rf"old\.db: position 1: unknown type .*'{OLD}'"):
        store.extend(old_log())
    assert store.head().position == 0


@pytest.mark.usefixtures("_known")
def test_an_old_payload_that_the_step_cannot_read_is_named() -> None:
    with pytest.raises(BrokenStore, match=rf"payload of {OLD}: {OLD}: must be what this version"):
        decode(OLD, b'{"claim":"a#1"}')
