"""The event table in CSV, JSON lines and Parquet: what goes out comes back equal."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import attrs
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.conftest import AS_OF, store_of, taken_in, written
from tests.store.store_samples import FULL_CLAIM, SAMPLES
from timeline import Article, Claim, Figure
from timeline.formats import COLUMNS
from timeline.formats._csv import guarded, unguarded
from timeline.formats._format import Reading
from timeline.formats._rows import arrival_of, cells_of
from timeline.formats._texts import cell_of_text, text_of_cell
from timeline.model import (
    ArticlePublished,
    ArticleRevised,
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

    assert [row["value_low"] for row in rows_of(store)[1:]] == [None, 2, 0]  # none is rounded
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


def test_rows_of_claims_follow_the_date_that_was_revised() -> None:
    article = Article("one", "daily", "2025-01-01")
    claim = ClaimStated(Claim("one#1", "asserts", "daily"))
    for stream in ("one", "curation"):
        store = store_of([ArticlePublished(article), claim])
        revised = [
            ArticleRevised(attrs.evolve(article, published="2025-01-03")),
            ArticleRevised(attrs.evolve(article, published="2025-01-02")),
        ]
        store.append(stream, revised)

        row = rows_of(store)[1]

        assert row["published_edtf"] == row["stated_edtf"] == "2025-01-02"
