"""How a log is cut into rows of the file means nothing: every reading of it is the same."""

from __future__ import annotations

import contextlib
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.store_samples import ARTICLE, OTHER, SAMPLES, Clock, claim
from tests.store.tampering import raw, rewrite, unguarded
from timeline.errors import BrokenStore
from timeline.model import CURATION, Article, ArticlePublished, ClaimLinked
from timeline.store import ExpectedVersion, Head, MemoryStore, SqliteStore, encode
from timeline.store._hash import chained, event_hash
from timeline.store._run import LARGE, MOST, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Event

ANY = ExpectedVersion.ANY
STREAMS = (ARTICLE, OTHER, CURATION)

sizes = st.lists(
    st.tuples(st.sampled_from(STREAMS), st.integers(0, 3 * MOST)), min_size=1, max_size=5
)


def events_for(stream: str, count: int, number: int) -> list[Event]:
    """Return so many events that tell *stream* and their number."""
    if stream == CURATION:
        return [ClaimLinked(f"{ARTICLE}#{number + n + 1}", f"fact-{n % 5}") for n in range(count)]
    linked: list[Event] = [
        ClaimLinked(f"{stream}#{number + n + 1}", f"fact-{n % 7}") for n in range(count)
    ]
    said: list[Event] = [claim(number + n + 1, stream) for n in range(count)]
    return [one for pair in zip(said, linked, strict=True) for one in pair][:count]


@contextlib.contextmanager
def two_stores(batches: list[tuple[str, int]]) -> Iterator[tuple[MemoryStore, SqliteStore]]:
    """Give a store that keeps event by event, and one that keeps runs, with the same log."""
    with (
        tempfile.TemporaryDirectory() as folder,
        MemoryStore(clock=Clock()) as memory,
        SqliteStore.open(Path(folder, "log.db"), clock=Clock()) as kept,
    ):
        for number, (stream, count) in enumerate(batches):
            for store in (memory, kept):
                store.append(stream, events_for(stream, count, 100 * number))
        yield memory, kept


# ---- Laws ----------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)  # each example makes a file
@given(sizes, st.integers(0, 2**32))
def test_every_window_of_a_log_reads_as_if_it_were_kept_event_by_event(
    batches: list[tuple[str, int]], seed: int
) -> None:
    chance = random.Random(seed)
    with two_stores(batches) as (memory, kept):
        end = memory.head().position
        assert kept.head() == memory.head() == kept.verify(head=memory.head())
        for _ in range(8):
            after, upto = chance.randint(-1, end + 1), chance.randint(-1, end + 1)
            window = list(memory.read_all(after=after, upto=upto))
            assert list(kept.read_all(after=after, upto=upto)) == window
            assert [r.event for r in kept.read_all(after=after, upto=upto)] == [
                record.event for record in window
            ]
            rows = list(memory.rows(after=after, upto=upto))
            assert list(kept.rows(after=after, upto=upto)) == rows
            stream = chance.choice(STREAMS)
            assert list(kept.read(stream, after=after)) == list(memory.read(stream, after=after))
            some = [chance.randint(1, end) for _ in range(chance.randint(0, 9))] if end else []
            assert kept.fetch(some) == memory.fetch(some)
            assert [r.event for r in kept.fetch(some)] == [r.event for r in memory.fetch(some)]
            facts = {f"fact-{chance.randint(0, 7)}" for _ in range(2)}
            claims = {f"{stream}#{chance.randint(1, 300)}" for _ in range(9)}
            articles = {chance.choice(STREAMS)}
            asked = {"claims": claims, "facts": facts, "articles": articles}
            assert kept.rows_about(**asked, upto=upto) == memory.rows_about(**asked, upto=upto)
            assert kept.curating_rows(upto=upto) == memory.curating_rows(upto=upto)


@settings(max_examples=25, deadline=None)
@given(sizes, st.data())
def test_a_log_taken_over_in_any_portions_is_the_same_log(
    batches: list[tuple[str, int]], data: st.DataObject
) -> None:
    with two_stores(batches) as (memory, kept), tempfile.TemporaryDirectory() as folder:
        end = memory.head().position
        cuts = sorted(data.draw(st.sets(st.integers(0, end), max_size=3)) | {end})
        with SqliteStore.open(Path(folder, "other.db")) as other:
            for start, stop in zip([0, *cuts], cuts, strict=False):
                other.extend(memory.read_all(after=start, upto=stop))
            assert other.verify() == kept.verify() == memory.head()
            assert list(other.read_all()) == list(kept.read_all())
            assert list(other.rows()) == list(kept.rows())


@given(st.lists(st.one_of(st.integers(1, 99), st.integers(1, 2 * LARGE)), max_size=3 * MOST))
def test_pieces_are_all_of_it_in_order_and_none_is_too_large(lengths: list[int]) -> None:
    types = [f"type-{number}" for number in range(len(lengths))]
    payloads = [bytes(length) for length in lengths]
    events = events_for(ARTICLE, len(lengths), 0)
    made = list(pieces(types, payloads, events))
    assert [type_ for piece in made for type_ in piece.types] == types
    assert [payload for piece in made for payload in piece.payloads] == payloads
    assert [event for piece in made for event in piece.events] == events
    for piece in made:
        assert 1 <= len(piece.types) <= MOST
        assert sum(map(len, piece.payloads[:-1])) <= LARGE


@given(st.lists(st.tuples(st.sampled_from("tuÜ"), st.binary(max_size=9)), max_size=5))
def test_hashes_made_together_are_those_made_one_by_one(given_: list[tuple[str, bytes]]) -> None:
    types, payloads = [type_ for type_, _ in given_], [payload for _, payload in given_]
    made = chained("a" * 64, 7, "Stréam", 3, -5, types, payloads)
    previous = "a" * 64
    for number, (type_, payload) in enumerate(given_):
        previous = event_hash(previous, 7 + number, "Stréam", 3 + number, -5, type_, payload)
        assert made[number] == previous
    assert len(made) == len(given_)


# ---- Rows ----------------------------------------------------------------------------------


def rows_in(path: Path) -> list[tuple[int, int]]:
    with raw(path) as connection:
        return connection.execute("SELECT position, count FROM runs ORDER BY position").fetchall()


def test_events_appended_together_share_rows(path: Path) -> None:
    with SqliteStore.open(path) as store:
        store.append(ARTICLE, [claim(n) for n in range(1, 2 * MOST + 2)])
        store.append_all(
            [
                (ARTICLE, [claim(98)], 2 * MOST + 1),
                (ARTICLE, [], 2 * MOST + 2),
                (ARTICLE, [claim(99)], 2 * MOST + 2),
                (OTHER, [claim(1, OTHER)], ANY),
            ]
        )
    end = 2 * MOST + 1
    assert rows_in(path) == [(1, MOST), (MOST + 1, MOST), (end, 1), (end + 1, 2), (end + 3, 1)]


def test_a_log_of_many_short_rows_is_read_to_its_end(path: Path) -> None:
    """Given two streams that take turns, so that each event has a row, then none is left out."""
    turns = [
        (stream, [claim(n, stream)], ANY) for n in range(1, 151) for stream in (ARTICLE, OTHER)
    ]
    with MemoryStore(clock=Clock()) as memory, SqliteStore.open(path, clock=Clock()) as store:
        memory.append_all(turns)
        store.append_all(turns)
        assert len(rows_in(path)) == len(turns)
        for after in (0, 1, 63, 64, 65, 128, 299, 300):
            assert list(store.read_all(after=after)) == list(memory.read_all(after=after))
            assert list(store.rows(after=after)) == list(memory.rows(after=after))
            assert list(store.read(OTHER, after=after)) == list(memory.read(OTHER, after=after))
        assert store.verify() == memory.head()
        everything = range(1, len(turns) + 1)
        assert store.fetch(everything) == memory.fetch(everything)


def test_a_long_text_does_not_stand_in_the_way_of_claims(path: Path) -> None:
    long = ArticlePublished(Article(ARTICLE, "courier", "2025-02-07", text="word " * LARGE))
    with SqliteStore.open(path) as store:
        store.append(ARTICLE, [long, claim(1), claim(2)])
        assert [record.event for record in store.read(ARTICLE)] == [long, claim(1), claim(2)]
    assert rows_in(path) == [(1, 1), (2, 2)]


def test_a_few_events_of_a_row_are_read_on_their_own_hashes(path: Path, packed: Head) -> None:
    """Given a row of which one event was changed, then those beside it are read, and it is not."""
    _, other = encode(claim(1))
    with unguarded(path) as connection:
        rewrite(connection, 7, other)
    with SqliteStore.open(path) as store:
        assert [record.event for record in store.fetch([6, 8])] == [*SAMPLES.values()][5:8:2]
        with pytest.raises(BrokenStore, match="position 7: its hash does not fit"):
            _ = store.fetch([7])[0].event
    assert packed.position == len(SAMPLES)


def test_whoever_looks_into_the_file_finds_a_row_for_each_event(path: Path, packed: Head) -> None:
    with SqliteStore.open(path) as store:
        wanted = [
            (record.position, record.stream, record.version, record.type, record.payload.decode())
            for record in store.read_all()
        ]
    with raw(path) as connection:
        found = connection.execute(
            "SELECT position, stream, version, type, payload FROM events ORDER BY position"
        ).fetchall()
    assert found == wanted
    assert len(found) == packed.position
