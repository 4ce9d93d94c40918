"""Answers as data frames: typed, with nulls where nothing is known, in three libraries alike."""

# ruff: noqa: ANN401 - the libraries of frames have no types

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given, settings

from tests.formats.conftest import AS_OF, store_of
from timeline import Article, Claim, Figure, Timeline
from timeline.errors import InvalidValue, MissingLibrary
from timeline.formats import frame
from timeline.formats._answers import table_of
from timeline.model import ArticlePublished, ClaimStated
from timeline.queries import Shown
from timeline.testing import newsrooms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.testing import Newsroom

pytest.importorskip("polars")
pytest.importorskip("pyarrow")
pytest.importorskip("pandas")


def answers(timeline: Timeline) -> Iterator[Shown]:
    """Yield an answer of every kind."""
    known = timeline.known(AS_OF)
    yield known
    yield known.figures
    yield timeline.chronology(on=AS_OF)
    yield timeline.forecasts(AS_OF)
    yield timeline.diff("2025-01-10", "2025-02-07")
    for fact in list(known)[:1]:
        yield timeline.history(fact, on="2025-02-07")
        yield timeline.explain(fact, on="2025-02-07")
        yield known[fact]


def plain_rows(of: Any, kind: str) -> list[dict[str, Any]]:
    """Return the rows of a frame with Python's own values."""
    if kind == "arrow":
        return of.to_pylist()  # type: ignore[no-any-return]  # the library has no types
    if kind == "polars":
        return of.to_dicts()  # type: ignore[no-any-return]  # as above
    pandas = sys.modules["pandas"]
    return [
        {
            name: value
            if isinstance(value, list)
            else None
            if pandas.isna(value)
            else value.date()
            if isinstance(value, pandas.Timestamp)
            else value
            for name, value in row.items()
        }
        for row in of.to_dict("records")
    ]


@settings(max_examples=15, deadline=None)
@given(newsrooms())
def test_the_three_libraries_say_the_same(room: Newsroom) -> None:
    for answer in answers(Timeline(store_of(room.events))):
        table = table_of(answer)
        expected = [
            {
                name: dt.date.fromordinal(value)
                if table.columns[name] == "day" and value is not None
                else value
                for name, value in row.items()
            }
            for row in table.rows
        ]
        for kind in ("polars", "pandas", "arrow"):
            assert plain_rows(frame(answer, kind), kind) == expected


def test_a_frame_of_what_was_known_agrees_with_the_facts(five: Any) -> None:
    known = Timeline(five).known("2025-01-20")

    rows = frame(known, "polars").to_dicts()

    facts = known.facts()
    assert any(fact.possibly is not None for fact in facts)
    for fact, row in zip(facts, rows, strict=True):
        possibly = fact.possibly
        would = None if possibly is None else possibly.occurred
        assert row["fact"] == fact.id
        assert row["possible_status"] == (None if possibly is None else str(possibly.status))
        assert row["possible_occurred"] == (None if would is None else str(would))
        assert row["first_known"] == str(fact.first_known)
        assert row["claims"] == len(fact.claims)


def test_every_answer_of_five_articles_is_a_frame(five: Any) -> None:
    for answer in answers(Timeline(five)):
        rows = answer.to_rows()  # type: ignore[attr-defined]  # every one of these has rows
        for kind in ("polars", "pandas", "arrow"):
            assert len(frame(answer, kind)) == len(rows) > 0


def test_an_empty_answer_has_the_same_columns(five: Any) -> None:
    nothing = Timeline.in_memory()
    for kind, columns in (("polars", "schema"), ("arrow", "schema"), ("pandas", "dtypes")):
        empty = getattr(frame(nothing.known(AS_OF), kind), columns)
        full = getattr(frame(Timeline(five).known(AS_OF), kind), columns)
        assert str(empty) == str(full)


def test_what_is_open_is_null_and_no_null_is_zero() -> None:
    claims = [
        Claim("one#1", "asserts", "daily", occurred="[..2025-01-20]"),
        Claim("one#2", "asserts", "daily"),
        Claim("one#3", "estimates", "daily", figures=(Figure("dead", low=3000),)),
        Claim("one#4", "asserts", "daily", occurred="-0043-03-15"),
        Claim("one#5", "asserts", "daily", occurred="Y-17E7"),
    ]
    article = ArticlePublished(Article("one", "daily", "2025-02-01"))
    timeline = Timeline(store_of([article, *map(ClaimStated, claims)]))

    known = frame(timeline.known(AS_OF), "polars")
    figures = frame(timeline.figures(AS_OF), "polars")

    assert known["occurred"].to_list() == ["[..2025-01-20]", None, None, "-0043-03-15", "Y-17E7"]
    assert known["occurred_earliest"].is_null().to_list() == [True, True, True, False, True]
    assert known.item(0, "occurred_latest") == dt.date(2025, 1, 20)
    assert known["occurred_latest"].dt.year().to_list() == [2025, None, None, -43, None]
    assert figures.select("low", "high").rows() == [(3000.0, None)]
    pandas_days = frame(timeline.known(AS_OF), "pandas")["occurred_latest"]
    assert str(pandas_days.dtype) == "datetime64[s]"
    assert list(pandas_days.isna()) == [False, True, True, False, True]


@attrs.frozen
class Other(Shown):
    """An answer of a kind that nobody has told the tables of."""

    rows: list[dict[str, object]]

    def to_rows(self) -> list[dict[str, object]]:
        return self.rows


def test_answers_of_other_kinds_give_their_rows() -> None:
    when = {"edtf": "2024-11", "earliest": "2024-11-01", "latest": None}
    other = Other(
        [
            {"name": "a", "count": 1, "sure": True, "when": when, "range": {"low": 1.5}},
            {"name": "b", "count": None, "sure": False, "when": None, "tags": ["x", "y"]},
        ]
    )

    of = frame(other, "polars")

    assert of.to_dicts() == [
        {
            "name": "a",
            "count": 1,
            "sure": True,
            "when": "2024-11",
            "when_earliest": dt.date(2024, 11, 1),
            "when_latest": None,
            "range_low": 1.5,
            "tags": None,
        },
        {
            "name": "b",
            "count": None,
            "sure": False,
            "when": None,
            "when_earliest": None,
            "when_latest": None,
            "range_low": None,
            "tags": ["x", "y"],
        },
    ]


def test_what_has_no_rows_and_what_is_no_library_is_refused(five: Any) -> None:
    with pytest.raises(InvalidValue, match="frame: must be an answer that has rows"):
        frame(Shown())
    with pytest.raises(InvalidValue, match="frame: must be one of polars, pandas, arrow"):
        frame(Timeline(five).known(AS_OF), "excel")


def test_a_missing_library_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, five: Any
) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)

    with pytest.raises(MissingLibrary, match=r"needs polars; .* 'timeline-engine\[tables\]'"):
        frame(Timeline(five).known(AS_OF), "polars")
