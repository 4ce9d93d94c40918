"""A log leaves as JSON lines and comes back the same, or not at all."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.store_samples import ARTICLE, OTHER, SAMPLES, claim
from tests.store.tampering import unguarded
from timeline.errors import BrokenStore, DifferentHistory, InvalidInput, StoreError
from timeline.model import stream_of
from timeline.store import (
    EventStore,
    ExpectedVersion,
    Head,
    MemoryStore,
    SqliteStore,
    export_log,
    import_log,
)
from timeline.store._hash import event_hash
from timeline.testing import events

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline.model import Event


def filled(some: list[Event], store: EventStore | None = None) -> EventStore:
    store = MemoryStore() if store is None else store
    for event in some:
        store.append_all([(stream_of(event), [event], ExpectedVersion.ANY)])
    return store


def exported(store: EventStore) -> bytes:
    stream = io.BytesIO()
    assert export_log(store, stream) == store.head()
    return stream.getvalue()


END = len(SAMPLES)
LOG = exported(filled(list(SAMPLES.values())))


# ---- There and back ------------------------------------------------------------------------


@settings(max_examples=50)
@given(st.lists(events(), max_size=6))
def test_a_log_comes_back_as_it_was(some: list[Event]) -> None:
    with filled(some) as store, MemoryStore() as other:
        written = exported(store)
        assert import_log(other, io.BytesIO(written)) == store.head()
        assert list(other.read_all()) == list(store.read_all())
        assert list(other.rows()) == list(store.rows())
        assert other.streams() == store.streams()
        assert other.verify(head=store.head()) == store.head()
        assert exported(other) == written


def test_each_store_takes_it_in(store: EventStore) -> None:
    head = import_log(store, io.BytesIO(LOG))
    assert head == store.head() == store.verify()
    assert [record.event for record in store.read_all()] == list(SAMPLES.values())
    assert exported(store) == LOG
    assert store.append(OTHER, [claim(9, OTHER)]).position == head.position + 1
    assert store.verify(head=head).position == head.position + 1


@pytest.mark.parametrize("held", [0, 1, 13, len(SAMPLES)])
def test_it_goes_on_where_an_identical_beginning_ends(store: EventStore, held: int) -> None:
    beginning = MemoryStore()
    import_log(beginning, io.BytesIO(LOG))
    store.extend(beginning.read_all(upto=held))
    assert import_log(store, io.BytesIO(LOG)).position == len(SAMPLES)
    assert exported(store) == LOG


def test_a_store_that_holds_it_all_and_more_stays_as_it_is(store: EventStore) -> None:
    import_log(store, io.BytesIO(LOG))
    store.append(OTHER, [claim(9, OTHER)])
    head = store.head()
    assert import_log(store, io.BytesIO(LOG)) == head == store.head()


def test_a_store_with_another_history_is_left_alone(store: EventStore) -> None:
    store.append(ARTICLE, [claim(7)])
    head = store.head()
    with pytest.raises(DifferentHistory, match=f"'{ARTICLE}', version 1: position 1 holds another"):
        import_log(store, io.BytesIO(LOG))
    assert store.head() == head


def test_a_path_is_written_whole_and_never_over_another(tmp_path: Path, store: EventStore) -> None:
    path = tmp_path / "log.jsonl"
    import_log(store, io.BytesIO(LOG))
    assert export_log(store, path) == store.head()
    assert path.read_bytes() == LOG
    with pytest.raises(StoreError, match=r"log\.jsonl: there is such a file already"):
        export_log(store, path)
    with pytest.raises(StoreError, match="cannot be written"):
        export_log(store, tmp_path / "gone" / "log.jsonl")
    with MemoryStore() as other:
        assert import_log(other, path) == store.head()
    assert {found.name for found in tmp_path.iterdir()} <= {
        "log.jsonl",
        "log.db",
        "log.db-wal",
        "log.db-shm",
    }


def test_any_program_can_read_it_and_compute_the_chain() -> None:
    first, *lines = map(orjson.loads, LOG.splitlines())
    assert first == {"timeline-log": 1, "events": len(SAMPLES), "head": lines[-1]["hash"]}
    assert lines[3]["position"] == 4
    assert lines[0]["recorded_at"].endswith("Z")
    assert {line["payload"]["claim"]["id"] for line in lines if line["type"] == "claim-stated.v1"}


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            "UPDATE runs SET recorded_at = recorded_at + 1 WHERE position = 9",
            "its hash does not fit",
        ),
        ("UPDATE runs SET payloads = x'5b7b5d' WHERE position = 9", "the lengths of its columns"),
        ("UPDATE runs SET previous = zeroblob(32) WHERE position = 9", "does not follow"),
        ("DELETE FROM runs WHERE position = 9", "missing; next is 10"),
    ],
)
def test_a_store_that_was_changed_is_not_exported(
    path: Path, kept: Head, statement: str, problem: str
) -> None:
    with unguarded(path) as connection:
        connection.execute(statement)
    with SqliteStore.open(path) as store:
        with pytest.raises(BrokenStore, match=f"position 9: {problem}"):
            export_log(store, path.with_name("out"))
        assert not path.with_name("out").exists()
    assert kept.position > 9


# ---- Faults in the file --------------------------------------------------------------------


def changed(number: int, **fields: Any) -> bytes:  # noqa: ANN401  # values of JSON
    """Return the log with fields of one line changed."""
    lines = LOG.splitlines(keepends=True)
    plain = {**orjson.loads(lines[number - 1]), **fields}
    lines[number - 1] = orjson.dumps(plain) + b"\n"
    return b"".join(lines)


def lines_of(*numbers: int) -> bytes:
    lines = LOG.splitlines(keepends=True)
    return b"".join(lines[number - 1] for number in numbers)


@pytest.mark.parametrize(
    ("log", "problem"),
    [
        (b"", "line 1: expected JSON"),
        (b"[]\n", "line 1: expected an object"),
        (b'{"a":1}\n', r"line 1: expected \{\"timeline-log\": 1"),
        (changed(1, **{"timeline-log": 2}), r"line 1: expected \{\"timeline-log\": 1"),
        (changed(1, events=f"{END}"), "line 1: expected 'events' and 'head'"),
        (changed(1, events=21), "line 23: expected no more than 21 events"),
        (changed(1, head="0" * 64), f"expected {END} events up to 0000.*found {END}"),
        (LOG + b"\n", f"line {END + 2}: expected JSON"),
        (LOG[:-1500], r"line \d+: expected JSON"),
        (lines_of(*range(1, 20)), f"expected {END} events .* found 18: cut short"),
        (lines_of(1), f"expected {END} events .* found 0: cut short"),
        (changed(5, more=1), "line 5: expected the fields"),
        (changed(5, version="1"), "line 5: version: expected a whole number, got '1'"),
        (changed(5, payload=[]), "line 5: payload: expected an object"),
        (changed(5, recorded_at="noon"), "line 5: recorded_at"),
        (changed(5, recorded_at="2026-01-01T00:00:00"), "line 5: recorded_at: expected UTC"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(store: EventStore, log: bytes, problem: str) -> None:
    with pytest.raises(InvalidInput, match=f"log: {problem}"):
        import_log(store, io.BytesIO(log))
    assert store.verify() == Head()


@pytest.mark.parametrize(
    ("log", "position", "problem"),
    [
        (changed(6, payload={}), 5, "payload of "),
        (changed(6, hash="0" * 64), 5, "its hash does not fit"),
        (changed(6, previous="0" * 64), 5, "does not follow its predecessor"),
        (changed(6, recorded_at="2026-01-01T00:00:00.000001Z"), 5, "its hash does not fit"),
        (changed(6, stream="other"), 5, "its hash does not fit"),
        (changed(6, version=99), 5, "its hash does not fit"),
        (changed(6, type="claim-linked.v9"), 5, "unknown type of event"),
        (lines_of(1, 2, 3, 5), 4, "is not the next of this log, which is 3"),
        (lines_of(1, 2, 3, 3), 2, "is not the next of this log, which is 3"),
        (lines_of(1, 3, 2), 2, "is not the next of this log, which is 1"),
    ],
)
def test_an_event_that_was_changed_is_named_and_nothing_is_kept(
    store: EventStore, log: bytes, position: int, problem: str
) -> None:
    with pytest.raises(BrokenStore, match=f"log: position {position}: .*{problem}"):
        import_log(store, io.BytesIO(log))
    assert store.verify() == Head()


@settings(max_examples=150)
@given(place=st.integers(0, len(LOG) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_is_found_or_says_the_same(place: int, bit: int) -> None:
    damaged = bytearray(LOG)
    damaged[place] ^= 1 << bit
    with MemoryStore() as store:
        try:
            import_log(store, io.BytesIO(bytes(damaged)))
        except (InvalidInput, BrokenStore):
            assert store.head() == Head()
        else:  # a space became another space, for instance
            assert exported(store) == LOG


def test_a_file_that_is_not_there_is_no_log(tmp_path: Path, store: EventStore) -> None:
    with pytest.raises(InvalidInput, match="gone: cannot be read"):
        import_log(store, tmp_path / "gone")


# ---- What a forger with the chain can do ---------------------------------------------------


def rechained(change: Callable[[dict[str, Any]], None], at: int) -> bytes:
    """Return the log with one event changed, and all hashes from there on computed anew."""
    source = MemoryStore()
    import_log(source, io.BytesIO(LOG))
    lines = [orjson.loads(line) for line in LOG.splitlines()]
    change(lines[at])
    previous = lines[at]["previous"]
    micro = {r.position: r.recorded_at for r in source.read_all()}
    for line in lines[at:]:
        line["previous"] = previous
        seconds = micro[1].timestamp() if line["recorded_at"].startswith("1970") else None
        moment = micro[line["position"]].timestamp() if seconds is None else 0.0
        previous = line["hash"] = event_hash(
            previous,
            line["position"],
            line["stream"],
            line["version"],
            round(moment * 1_000_000),
            line["type"],
            orjson.dumps(line["payload"], option=orjson.OPT_SORT_KEYS),
        )
    lines[0]["head"] = previous
    return b"".join(orjson.dumps(line) + b"\n" for line in lines)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda line: line.update(version=7), "is version 7 of"),
        (lambda line: line.update(stream="other", version=1), "must be events of 'other'"),
        (lambda line: line.update(stream="../x", version=1), "stream: must be an id"),
        (
            lambda line: line.update(recorded_at="1970-01-01T00:00:00.000000Z"),
            "was recorded before its predecessor",
        ),
        (lambda line: line["payload"]["claim"].update(stance="guesses"), "stance: must be one of"),
    ],
)
def test_a_log_that_was_chained_anew_must_still_be_a_log(
    store: EventStore, change: Callable[[dict[str, Any]], None], problem: str
) -> None:
    with pytest.raises(BrokenStore, match=f"log: position 6: .*{problem}"):
        import_log(store, io.BytesIO(rechained(change, 6)))
    assert store.verify() == Head()
