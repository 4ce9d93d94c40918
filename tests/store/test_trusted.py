"""What is read on the word of its hash is what the reader that trusts nothing reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.store_samples import ARTICLE, SAMPLES, claim
from tests.store.tampering import rewrite, unguarded
from timeline.errors import BrokenStore
from timeline.model import Article, ArticlePublished, Event
from timeline.store import EVENT_TYPES, EventStore, Head, MemoryStore, SqliteStore, decode, encode
from timeline.store._trusted import trusted
from timeline.testing import events

if TYPE_CHECKING:
    from pathlib import Path

RARE = {
    "article-corrected.v1",
    "claim-dismissed.v1",
    "claim-retracted.v1",
    "fact-split.v1",
    "facts-merged.v1",
    "source-defined.v1",
    "sources-merged.v1",
}
"""Types that `decode` alone reads."""


def same(one: Event, other: Event) -> bool:
    """Whether two events are equal in class, in value, in all that they show and in their bytes."""
    return (type(one), one, repr(one), encode(one)) == (
        type(other),
        other,
        repr(other),
        encode(other),
    )


@given(events())
def test_both_readers_read_the_same_event(event: Event) -> None:
    name, payload = encode(event)
    quick = trusted(name, payload)
    if name in RARE:
        assert quick is None
    else:
        assert quick is not None
        assert same(quick, decode(name, payload))
        assert hash(quick) == hash(event)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_both_readers_read_the_same_golden_event(name: str) -> None:
    type_, payload = encode(SAMPLES[name])
    quick = trusted(type_, payload)
    assert (quick is None) is (type_ in RARE)
    assert quick is None or same(quick, decode(type_, payload))


def test_what_was_read_on_trust_cannot_be_changed_either() -> None:
    event = trusted(*encode(SAMPLES["claim-stated.v1-full"]))
    assert event is not None
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        event.claim = None  # type: ignore[union-attr, misc]  # the mistake


def test_a_text_written_without_its_digest_gets_it() -> None:
    article = Article(ARTICLE, "courier", "2025-02-07", text="Two men.")
    type_, payload = encode(ArticlePublished(article))
    plain = orjson.loads(payload)
    del plain["article"]["sha256"]
    assert trusted(type_, orjson.dumps(plain)) is None  # so that `decode` works it out
    assert decode(type_, orjson.dumps(plain)) == ArticlePublished(article)


@given(
    st.sampled_from(sorted(EVENT_TYPES)), st.binary(max_size=20) | st.just(b'{"claim":{"id":1}}')
)
def test_a_payload_that_was_never_valid_is_left_to_the_other_reader(
    name: str, payload: bytes
) -> None:
    assert trusted(name, payload) is None


def test_a_payload_that_changed_after_writing_is_not_read(path: Path, kept: Head) -> None:
    """Given another valid payload in the place of one, when it is read, then that is found."""
    assert kept.position == len(SAMPLES)
    type_, other = encode(claim(1))
    with unguarded(path) as connection:
        rewrite(connection, 6, other)
    with SqliteStore.open(path) as store:
        [record] = store.fetch([6])
        assert (record.type, record.payload) == (type_, other)
        with pytest.raises(BrokenStore, match=r"log\.db: position 6: its hash does not fit"):
            _ = record.event


def test_a_record_made_from_another_is_checked_anew(store: EventStore) -> None:
    store.append(ARTICLE, [claim(1), claim(2)])
    record, other = store.read(ARTICLE)
    assert record.event == claim(1)
    forged = attrs.evolve(record, payload=other.payload)
    with pytest.raises(BrokenStore, match="position 1: its hash does not fit"):
        _ = forged.event


def test_events_of_a_store_in_memory_read_as_they_were_given() -> None:
    with MemoryStore() as store:
        given_event = claim(1)
        store.append(ARTICLE, [given_event])
        assert next(store.read(ARTICLE)).event is given_event
