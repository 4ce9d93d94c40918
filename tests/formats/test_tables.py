"""The event table in CSV, JSON lines and Parquet: what goes out comes back equal."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.conftest import AS_OF, store_of, taken_in, written
from tests.store.store_samples import FULL_CLAIM, SAMPLES
from timeline import Article, Claim, Figure, MemoryStore
from timeline.errors import BrokenStore, DifferentHistory, InvalidInput
from timeline.formats import COLUMNS
from timeline.formats._csv import guarded, unguarded
from timeline.formats._format import Reading
from timeline.formats._rows import arrival_of, cells_of
from timeline.formats._texts import cell_of_text, text_of_cell
from timeline.model import (
    ArticlePublished,
    AsOf,
    ClaimCorrected,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Source,
    SourceDefined,
)
from timeline.store import EVENT_TYPES, encode
from timeline.testing import events, newsrooms, streams

if TYPE_CHECKING:
    from timeline.model import Event
    from timeline.store import EventStore
    from timeline.testing import Newsroom

TABLES = ("csv", "jsonl", "parquet")


def rows_of(store: EventStore, as_of: AsOf = AS_OF) -> list[dict[str, Any]]:
    """Return the rows of the table as JSON lines have them."""
    return [orjson.loads(line) for line in written(store, "jsonl", as_of).data.splitlines()]


# ---- There and back ------------------------------------------------------------------------


@settings(max_examples=200)
@given(events())
def test_every_event_comes_back_from_its_cells(event: Event) -> None:
    type_, payload = encode(event)
    cells = cells_of(type_, orjson.loads(payload)) | {"stream_id": "any"}

    as_text = {name: text_of_cell(name, cell) for name, cell in cells.items()}
    back = {name: cell_of_text(name, text) for name, text in as_text.items()}

    assert arrival_of(back, "row 1", Reading("file")).event == event


@pytest.mark.parametrize("table", TABLES)
@settings(max_examples=25, deadline=None)
@given(newsrooms())
def test_a_history_comes_back_with_its_chain(table: str, room: Newsroom) -> None:
    store = store_of(room.events)

    copy, taken = taken_in(written(store, table).data, table)

    assert taken.kept
    assert taken.report.lossless
    assert list(copy.read_all()) == list(store.read_all())
    assert copy.verify() == store.head()


@pytest.mark.parametrize("table", TABLES)
@settings(max_examples=25, deadline=None)
@given(streams(), st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=3))
def test_words_of_any_kind_come_back(table: str, some: list[Event], names: list[str]) -> None:
    defined = [SourceDefined(Source(f"s{n}", name, (name,))) for n, name in enumerate(names)]
    store = store_of([*some, *defined])

    copy, _ = taken_in(written(store, table).data, table)

    assert list(copy.read_all()) == list(store.read_all())


@pytest.mark.parametrize("table", TABLES)
def test_every_type_of_event_comes_back(table: str) -> None:
    by_type: dict[type, list[Event]] = {}
    for event in SAMPLES.values():
        by_type.setdefault(type(event), []).append(event)
    assert by_type.keys() == set(EVENT_TYPES.values())
    published, _ = by_type.pop(ArticlePublished)  # an article is published once
    stated = by_type.pop(ClaimStated)
    by_type[ClaimRevised] = [ClaimRevised(FULL_CLAIM, 1)]  # of one correction
    store = store_of([published, *stated, *(one for some in by_type.values() for one in some)])

    copy, _ = taken_in(written(store, table).data, table)

    assert [record.event for record in copy.read_all()] == [
        record.event for record in store.read_all()
    ]


@pytest.mark.parametrize("table", TABLES)
def test_only_the_first_events_are_written_if_asked(table: str, five: EventStore) -> None:
    copy, _ = taken_in(written(five, table, AsOf("2025-02-07", recorded=100)).data, table)

    assert list(copy.read_all()) == list(five.read_all(upto=100))


@pytest.mark.parametrize("table", TABLES)
def test_a_store_that_holds_the_beginning_gets_the_rest(table: str, five: EventStore) -> None:
    first, _ = taken_in(written(five, table, AsOf("2025-02-07", recorded=100)).data, table)

    whole = written(five, table).data
    copy, _ = taken_in(whole, table, first)
    again, taken = taken_in(whole, table, copy)

    assert again.head() == taken.head == five.head()


def test_numbers_that_no_double_holds_come_back() -> None:
    figures = (
        Figure("large", low=2**53 + 1),
        Figure("whole", low=2.0),
        Figure("zero", low=-0.0, high=0),
    )
    claims = [
        ClaimStated(Claim(f"one#{n}", "estimates", "daily", figures=(figure,)))
        for n, figure in enumerate(figures, start=1)
    ]
    store = store_of([ArticlePublished(Article("one", "daily", "2025-01-01")), *claims])

    for table in TABLES:
        copy, _ = taken_in(written(store, table).data, table)
        assert list(copy.read_all()) == list(store.read_all())


# ---- What the table says -------------------------------------------------------------------


def test_the_columns_are_those_of_the_contract() -> None:
    promised = (
        "event_id stream_id seq type claim_id fact_id stance occurred_edtf occurred_earliest "
        "occurred_latest stated_edtf stated_earliest stated_latest basis published_edtf "
        "published_earliest published_latest recorded_at value_low value_high unit source_id "
        "attributed_to origin_id quote quote_prefix quote_suffix quote_start quote_end "
        "article_url article_sha256 supersedes message datetime timestamp_desc"
    )
    assert set(promised.split()) <= {column.name for column in COLUMNS}


@settings(max_examples=50, deadline=None)
@given(newsrooms())
def test_nothing_undated_gets_a_date_and_no_null_becomes_zero(room: Newsroom) -> None:
    for event, row in zip(room.events, rows_of(store_of(room.events)), strict=True):
        if not isinstance(event, ClaimStated):
            continue
        claim = event.claim
        if claim.occurred is None:
            assert (
                row["occurred_edtf"] is row["occurred_earliest"] is row["occurred_latest"] is None
            )
            assert row["datetime"] is None
        else:
            assert row["occurred_earliest"] == claim.occurred.earliest_date
            assert row["occurred_latest"] == claim.occurred.latest_date
        figure = claim.figures[0] if claim.figures else None
        assert row["value_low"] == (None if figure is None else figure.low)
        assert row["value_high"] == (None if figure is None else figure.high)


def test_the_one_instant_of_a_soft_date_says_what_it_is() -> None:
    dates = {
        "2025-01-09": ("2025-01-09T00:00:00.000000+00:00", "Happened"),
        "2025-01-09T10:30:00Z": ("2025-01-09T10:30:00.000000+00:00", "Happened"),
        "2024-11": ("2024-11-01T00:00:00.000000+00:00", "Happened, at the earliest (2024-11)"),
        "[..2025-01-20]": (
            "2025-01-20T00:00:00.000000+00:00",
            "Happened, at the latest ([..2025-01-20])",
        ),
        "-0043-03-15": (None, "Happened"),
        "[..]": (None, "Happened, at an unknown time ([..])"),
    }
    claims = [
        ClaimStated(Claim(f"one#{n}", "asserts", "daily", occurred=date))
        for n, date in enumerate(dates, start=1)
    ]
    store = store_of([ArticlePublished(Article("one", "daily", "2025-02-01")), *claims])

    told = [(row["datetime"], row["timestamp_desc"]) for row in rows_of(store)[1:]]

    assert told == list(dates.values())


def test_rows_name_what_they_replace_and_what_they_are_about(five: EventStore) -> None:
    rows = rows_of(five)
    by_id = {row["event_id"]: row for row in rows}

    for row in rows:
        before = by_id.get(row["supersedes"])
        assert (before is None) == (row["supersedes"] is None)
        if before is not None:
            assert before["position"] < row["position"]
            assert before["claim_id"] == row["claim_id"]
    claim = next(row for row in rows if row["claim_id"] == "kontur-2025-02-07#3")
    assert claim["fact_id"] == "embassy-flag"
    assert claim["origin_id"] == "kontur"
    assert claim["stated_edtf"] == "[2024-10-31..2025-02-07]"


def test_corrections_name_the_wording_that_they_replace() -> None:
    claim = Claim("one#1", "asserts", "daily")
    store = store_of(
        [
            ArticlePublished(Article("one", "daily", "2025-01-01")),
            ClaimStated(claim),
            ClaimCorrected(claim, "2025-01-02"),
            ClaimRevised(claim, 0),
            ClaimRevised(claim, 1),
            ClaimRetracted("one#1", "2025-01-03"),
        ]
    )

    assert [row["supersedes"] for row in rows_of(store)] == [
        None,
        None,
        "one@2",
        "one@2",
        "one@3",
        "one@5",
    ]


def test_parquet_has_typed_columns(five: EventStore) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    table = parquet.read_table(io.BytesIO(written(five, "parquet").data))

    types = {field.name: str(field.type) for field in table.schema}
    assert types["occurred_earliest"] == "date32[day]"
    assert types["recorded_at"] == "timestamp[us, tz=UTC]"
    assert types["value_low"] == "double"
    assert types["seq"] == "int64"
    assert table["occurred_earliest"].null_count == sum(
        row["occurred_earliest"] is None for row in rows_of(five)
    )


# ---- Edited by hand ------------------------------------------------------------------------


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


# ---- Formulas ------------------------------------------------------------------------------


@given(st.text())
def test_the_guard_can_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(
    st.sampled_from(("", " ", "\u00a0", "\ufeff", "\u200b ")),
    st.sampled_from("=+-@＝＋－＠'"),  # noqa: RUF001 - the full-width forms are the case
    st.text(),
)
def test_no_guarded_cell_is_a_formula(space: str, sign: str, rest: str) -> None:
    assert guarded(space + sign + rest).startswith("'")


def test_a_far_day_is_no_formula() -> None:
    claim = ClaimStated(Claim("one#1", "asserts", "daily", occurred="-0043-03-15"))
    store = store_of([ArticlePublished(Article("one", "daily", "2025-01-01")), claim])

    data = written(store, "csv").data

    row = list(csv.DictReader(io.StringIO(data.decode(), newline="")))[-1]
    assert row["occurred_edtf"] == row["occurred_earliest"] == "'-0043-03-15"
    assert list(taken_in(data, "csv")[0].read_all()) == list(store.read_all())


def test_days_beyond_a_typed_column_keep_their_text() -> None:
    claim = ClaimStated(Claim("one#1", "asserts", "daily", occurred="Y-17E7"))
    store = store_of([ArticlePublished(Article("one", "daily", "2025-01-01")), claim])

    out = written(store, "parquet")

    assert "too far away for a column of days" in str(out.report)
    assert list(taken_in(out.data, "parquet")[0].read_all()) == list(store.read_all())
