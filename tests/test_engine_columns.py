"""Claims kept as numbers have the ids that they came with, and caches that fail do no harm."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from timeline import Article, Claim, Timeline
from timeline.errors import StoreError
from timeline.model import ArticlePublished, ClaimStated
from timeline.queries import Resolution
from timeline.queries._packed import pack, unpack
from timeline.store import MemoryStore

if TYPE_CHECKING:
    import pytest

numbers = st.integers(1, 5) | st.integers(1, 10**25)
ids = st.lists(st.tuples(st.sampled_from(["one", "two", "three.b"]), numbers), unique=True)


@given(ids, ids)
def test_every_claim_is_found_by_its_id_and_no_other(
    some: list[tuple[str, int]], others: list[tuple[str, int]]
) -> None:
    store = MemoryStore()
    for article in sorted({article for article, _ in some}):
        store.append(article, [ArticlePublished(Article(article, "daily", "2025-01-01"))])
    names = [f"{article}#{number}" for article, number in some]
    for (article, _), name in zip(some, names, strict=True):
        store.append(article, [ClaimStated(Claim(name, "asserts", "daily"))])
    resolution = Resolution(store)
    resolution.advance(store.head().position)
    assert list(resolution.claims) == names
    assert [resolution.columns.number(name) for name in names] == list(range(len(names)))
    absent = {f"{article}#{number}" for article, number in others}.difference(names)
    for name in {*absent, "one", "", "one#0", "none#1"}:
        assert resolution.columns.number(name) is None
        assert name not in resolution.claims
    for fork in (resolution.fork(absent), resolution.fork(absent).fork()):
        assert set(fork.joined()[0]) == {*names, *absent}


def test_a_cache_that_cannot_be_kept_does_no_harm() -> None:
    tl = Timeline.in_memory()
    tl.ingest("fixtures/streams")
    wanted = tl.known("2025-02-07").to_dict()
    tl._engine.large, tl._engine.keeps = 1, True
    with mock.patch.object(MemoryStore, "cache_all", side_effect=StoreError("the disk is full")):
        assert tl.known("2025-02-06").to_dict() != wanted
        assert tl.known("2025-02-07").to_dict() == wanted
    assert not tl._engine.keeps


def test_what_another_kind_of_machine_packed_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack({"told": 1}, {"bytes": bytearray(b"ab")})
    assert unpack(data) == ({"told": 1}, {"bytes": bytearray(b"ab")})
    other = "little" if sys.byteorder == "big" else "big"
    monkeypatch.setattr("timeline.queries._packed._HERE", {"order": other})
    assert unpack(data) is None
