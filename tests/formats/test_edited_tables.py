"""Tables that somebody edited: what changed is found, and what cannot be is named."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.formats.conftest import store_of, taken_in, written
from tests.store.store_samples import SAMPLES
from timeline import Article, Claim, Figure, MemoryStore
from timeline.errors import BrokenStore, DifferentHistory, InvalidInput
from timeline.model import ArticlePublished, ClaimStated

if TYPE_CHECKING:
    from timeline.store import EventStore


def edited(data: bytes, **cells: str) -> bytes:
    """Return a CSV file whose last row has other cells; None takes a column away."""
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    rows[-1] |= cells
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[-1]), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def without(data: bytes, *columns: str) -> bytes:
    """Return a CSV file without some columns."""
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    out = io.StringIO(newline="")
    kept = [name for name in rows[0] if name not in columns]
    writer = csv.DictWriter(out, kept, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


SMALL = store_of(
    [
        ArticlePublished(Article("one", "daily", "2025-01-01", title="=1+1")),
        ClaimStated(
            Claim(
                "one#1",
                "estimates",
                ("daily", "army"),
                text="About 40 came.",
                occurred="2024-12",
                figures=(Figure("came", low=30, high=40, unit="people", approximate=True),),
            )
        ),
    ]
)


def test_without_hashes_events_are_recorded_anew() -> None:
    data = without(written(SMALL, "csv").data, "hash", "position", "recorded_at", "event_id")

    copy, taken = taken_in(data, "csv")

    assert not taken.kept
    assert [one.event for one in copy.read_all()] == [one.event for one in SMALL.read_all()]


def test_a_cell_that_was_changed_is_found_by_the_chain() -> None:
    data = edited(written(SMALL, "csv").data, text="About 50 came.")

    with pytest.raises(BrokenStore, match=r"file: position 2: its hash.*as new ones"):
        taken_in(data, "csv")
    copy, _ = taken_in(without(data, "hash"), "csv")
    assert [one.event for one in copy.read_all()][1].claim.text == "About 50 came."  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"occurred_earliest": "2024-12-02"}, "row 3: occurred_earliest: expected 739221, as the"),
        ({"value_low": "35"}, "row 3: value_low: expected 30.0, as the rest"),
        ({"occurred_edtf": "in May"}, "row 3: payload of claim-stated.v1: date: must be"),
        ({"stance": "said"}, "one of asserts, confirms"),
        ({"quote_start": "many"}, "row 3: quote_start: must be a whole number"),
        ({"value_high": "inf"}, "row 3: value_high: must be a number"),
        ({"recorded_at": "2025-01-01"}, "row 3: recorded_at: must be an instant"),
        ({"more": "[]"}, "row 3: more: must be an object"),
        ({"more": "{"}, "row 3: more: must be JSON"),
        ({"type": "claim-denied.v9"}, "unknown type of event"),
        ({"type": ""}, "row 3: expected a stream_id and a type"),
        ({"position": ""}, "row 3: expected seq, position and recorded_at"),
        ({"hash": ""}, "row 3: expected a hash in every row, or in none"),
    ],
)
def test_what_cannot_be_is_named_with_its_row(cells: dict[str, str], problem: str) -> None:
    data = edited(written(SMALL, "csv").data, **cells)
    store = MemoryStore()

    with pytest.raises(InvalidInput) as caught:
        taken_in(data, "csv", store)

    assert str(caught.value).startswith("file: ")
    assert problem in str(caught.value)
    assert store.head().position == 0


@pytest.mark.parametrize(
    ("table", "data", "problem"),
    [
        ("csv", b"", "expected a column 'stream_id', got no columns"),
        ("csv", b"type,type,stream_id\r\n", "expected each column once"),
        ("csv", b"type,stream_id\r\nx\r\n", "row 2: expected 2 cells, got 1"),
        ("csv", b'type,stream_id\r\n"x', "line 2: unexpected end of data"),
        ("csv", b"type,stream_id\r\n\xff", "expected text in UTF-8"),
        ("jsonl", b"[]\n", "line 1: expected an object, got []"),
        ("jsonl", b"{\n", "line 1: expected JSON"),
        ("jsonl", b'{"type": 5, "stream_id": "x"}', "line 1: type: must be text"),
        ("jsonl", b"{}", "line 1: expected a stream_id and a type"),
        ("parquet", b"PAR1", "cannot be read as Parquet"),
    ],
)
def test_a_file_of_another_kind_is_refused(table: str, data: bytes, problem: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        taken_in(data, table)

    assert problem in str(caught.value)


def test_columns_that_nobody_knows_are_counted() -> None:
    data = edited(written(SMALL, "csv").data, **{"my notes": "x"})

    _, taken = taken_in(data, "csv")

    assert [str(loss) for loss in taken.report.losses] == [
        "left out, as no event has such a thing: 1 column (my notes)"
    ]


def test_another_history_is_left_alone(five: EventStore) -> None:
    with pytest.raises(DifferentHistory, match="position 1 holds another event than file"):
        taken_in(written(five, "csv").data, "csv", store_of([SAMPLES["source-defined.v1-full"]]))


def test_new_events_have_to_fit() -> None:
    data = without(written(SMALL, "csv").data, "hash")
    store, _ = taken_in(data, "csv")

    with pytest.raises(InvalidInput, match=r"article\.id: must be a new id"):
        taken_in(data, "csv", store)
