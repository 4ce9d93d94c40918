"""Answers as tables: the columns of each kind of answer, and what stands in them.

A date takes three columns: its EDTF text, and its first and last possible day, empty where open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import InvalidValue
from timeline.formats._plain_rows import guessed
from timeline.formats._table import Row, Table
from timeline.queries import (
    ChronologyTable,
    Diff,
    Explanation,
    Fact,
    FigureTable,
    ForecastTable,
    History,
    Knowledge,
    Shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.dates import When

Columns = tuple[tuple[str, str], ...]

_KNOWLEDGE: Columns = (
    ("fact", "text"),
    ("title", "text"),
    ("kind", "text"),
    ("certainty", "text"),
    ("status", "text"),
    ("occurred", "when"),
    ("conflict", "flag"),
    ("first_known", "when"),
    ("origins", "texts"),
    ("claims", "whole"),
    ("possible_status", "text"),
    ("possible_occurred", "when"),
)
_CHRONOLOGY: Columns = (
    ("fact", "text"),
    ("title", "text"),
    ("kind", "text"),
    ("certainty", "text"),
    ("status", "text"),
    ("occurred", "when"),
    ("conflict", "flag"),
    ("origins", "texts"),
)
_FIGURES: Columns = (
    ("measure", "text"),
    ("low", "number"),
    ("high", "number"),
    ("unit", "text"),
    ("approximate", "flag"),
    ("of", "number"),
    ("as_of", "when"),
    ("origin", "text"),
    ("stance", "text"),
    ("stated", "when"),
    ("basis", "text"),
    ("certainty", "text"),
    ("fact", "text"),
    ("claim", "text"),
)
_FORECASTS: Columns = (
    ("fact", "text"),
    ("title", "text"),
    ("certainty", "text"),
    ("outcome", "text"),
    ("window", "when"),
    ("occurred", "when"),
    ("origins", "texts"),
)
_DIFF: Columns = (
    ("fact", "text"),
    ("title", "text"),
    ("change", "text"),
    ("status_before", "text"),
    ("status_after", "text"),
    ("occurred_before", "when"),
    ("occurred_after", "when"),
    ("new_claims", "whole"),
)
_HISTORY: Columns = (
    ("day", "day"),
    ("certainty", "text"),
    ("status", "text"),
    ("occurred", "when"),
    ("new_claims", "texts"),
)
_EXPLANATION: Columns = (
    ("claim", "text"),
    ("article", "text"),
    ("stance", "text"),
    ("chain", "texts"),
    ("origin", "text"),
    ("text", "text"),
    ("occurred", "when"),
    ("stated", "when"),
    ("published", "when"),
    ("basis", "text"),
    ("certainty", "text"),
    ("standing", "text"),
    ("quote", "text"),
)


def table_of(answer: Shown) -> Table:
    """Return an answer as a table: one row for each fact, figure, forecast, step or claim.

    An answer of another kind gives what its ``to_rows()`` has.

    Raises:
        InvalidValue: it is no answer that has rows.
    """
    for kind, columns, rows in _KINDS:
        if isinstance(answer, kind):
            return _table(columns, rows(answer))
    to_rows = getattr(answer, "to_rows", None)
    if to_rows is None:
        raise InvalidValue("frame", expected="an answer that has rows", got=answer)
    return guessed(to_rows())


def _table(columns: Columns, rows: Iterable[Row]) -> Table:
    kinds: dict[str, str] = {}
    for name, kind in columns:
        if kind == "when":
            kinds |= {name: "text", f"{name}_earliest": "day", f"{name}_latest": "day"}
        else:
            kinds[name] = kind
    return Table(kinds, tuple(_row(columns, row) for row in rows))


def _row(columns: Columns, row: Row) -> Row:
    flat: Row = {}
    for name, kind in columns:
        value = row[name]
        if kind != "when":
            flat[name] = value
            continue
        when: When | None = value
        flat[name] = None if when is None else str(when)
        flat[f"{name}_earliest"] = None if when is None else when.earliest
        flat[f"{name}_latest"] = None if when is None else when.latest
    return flat


# ---- The rows of each kind of answer -------------------------------------------------------


def _knowledge(answer: Knowledge) -> Iterable[Row]:
    for fact in answer.facts():
        possibly = fact.possibly
        yield {
            "fact": fact.id,
            "title": fact.title,
            "kind": fact.kind,
            "certainty": fact.certainty.name.lower(),
            "status": str(fact.status),
            "occurred": fact.occurred,
            "conflict": fact.conflict,
            "first_known": fact.first_known,
            "origins": list(fact.origins),
            "claims": len(fact.claims),
            "possible_status": None if possibly is None else str(possibly.status),
            "possible_occurred": None if possibly is None else possibly.occurred,
        }


def _chronology(answer: ChronologyTable) -> Iterable[Row]:
    for one in answer.lines:
        yield {
            "fact": one.fact,
            "title": one.title,
            "kind": one.kind,
            "certainty": one.certainty.name.lower(),
            "status": str(one.line.status),
            "occurred": one.line.occurred,
            "conflict": one.line.conflict,
            "origins": list(one.line.origins),
        }


def _figures(answer: FigureTable) -> Iterable[Row]:
    for series in answer.values():
        for one in series.readings:
            figure, claim = one.reading.figure, one.reading.claim
            yield {
                "measure": figure.measure,
                "low": figure.low,
                "high": figure.high,
                "unit": figure.unit,
                "approximate": figure.approximate,
                "of": figure.of,
                "as_of": figure.as_of,
                "origin": one.reading.origin,
                "stance": str(claim.stance),
                "stated": one.reading.told.stated,
                "basis": str(claim.basis),
                "certainty": one.certainty.name.lower(),
                "fact": one.reading.fact,
                "claim": claim.id,
            }


def _forecasts(answer: ForecastTable) -> Iterable[Row]:
    for one in answer.forecasts:
        yield {
            "fact": one.fact,
            "title": one.title,
            "certainty": one.certainty.name.lower(),
            "outcome": str(one.forecast.outcome),
            "window": one.forecast.window,
            "occurred": one.forecast.occurred,
            "origins": list(one.forecast.origins),
        }


def _diff(answer: Diff) -> Iterable[Row]:
    for change in answer.changes:
        before, after = change.before, change.after
        kind = "learned" if change.learned else "changed"
        yield {
            "fact": change.fact.id,
            "title": change.fact.title,
            "change": "withdrawn" if change.withdrawn else kind,
            "status_before": None if before is None else str(before.status),
            "status_after": None if after is None else str(after.status),
            "occurred_before": None if before is None else before.occurred,
            "occurred_after": None if after is None else after.occurred,
            "new_claims": len(change.new_claims),
        }


def _history(answer: History) -> Iterable[Row]:
    for step in answer.steps:
        yield {
            "day": step.day.earliest,
            "certainty": step.fact.certainty.name.lower(),
            "status": str(step.fact.status),
            "occurred": step.fact.occurred,
            "new_claims": [claim.id for claim in step.claims],
        }


def _explanation(answer: Explanation) -> Iterable[Row]:
    return _claims(answer.fact)


def _claims(fact: Fact) -> Iterable[Row]:
    for known in fact.claims:
        claim = known.claim
        yield {
            "claim": claim.id,
            "article": claim.article,
            "stance": str(claim.stance),
            "chain": list(claim.chain),
            "origin": known.origin,
            "text": claim.text,
            "occurred": claim.occurred,
            "stated": known.stated,
            "published": known.published,
            "basis": str(claim.basis),
            "certainty": known.certainty.name.lower(),
            "standing": str(known.standing),
            "quote": None if claim.evidence is None else claim.evidence.exact,
        }


_KINDS: tuple[tuple[type, Columns, Callable[[Any], Iterable[Row]]], ...] = (
    (Knowledge, _KNOWLEDGE, _knowledge),
    (ChronologyTable, _CHRONOLOGY, _chronology),
    (FigureTable, _FIGURES, _figures),
    (ForecastTable, _FORECASTS, _forecasts),
    (Diff, _DIFF, _diff),
    (History, _HISTORY, _history),
    (Explanation, _EXPLANATION, _explanation),
    (Fact, _EXPLANATION, _claims),
)
