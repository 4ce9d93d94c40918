"""Answers as data frames of polars, pandas or Arrow, with typed columns and true nulls."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from timeline.errors import InvalidValue
from timeline.formats._answers import table_of
from timeline.formats._libraries import library

if TYPE_CHECKING:
    from timeline.formats._table import Table
    from timeline.queries import Shown

_EPOCH = dt.date(1970, 1, 1).toordinal()
_FARTHEST = 2**31 - 1
_DAY_SECONDS = 86_400


def frame(answer: Shown, kind: str = "polars") -> Any:  # noqa: ANN401 - the libraries are optional
    """Return an answer as a data frame: one row for each fact, figure, forecast, step or claim.

    A date takes three columns: its EDTF text under its name, and its first and last possible day
    under ``name_earliest`` and ``name_latest``: days, null where the date is open or absent. Null
    is never zero, and no day is made up. A day that the library's days cannot reach is null, too;
    its text is there.

    Args:
        answer: what `Timeline.known`, `diff`, `history`, `explain`, `chronology`, `figures` or
            `forecasts` gave.
        kind: ``polars``, ``pandas`` or ``arrow``.

    Raises:
        InvalidValue: there is no such kind of frame, or the answer has no rows.
        MissingLibrary: the library is not installed.

    >>> from timeline import Timeline
    >>> known = Timeline.read("fixtures/streams").known("2025-01-20")
    >>> frame(known).filter(fact="kursk-incursion").item(0, "occurred_earliest")
    datetime.date(2024, 8, 1)
    """
    makers = {"polars": _polars, "pandas": _pandas, "arrow": _arrow}
    if kind not in makers:
        raise InvalidValue("frame", expected=f"one of {', '.join(makers)}", got=kind)
    return makers[kind](table_of(answer))


def _values(table: Table, name: str) -> list[Any]:
    values = [row[name] for row in table.rows]
    if table.columns[name] == "day":
        return [None if day is None else _day(day) for day in values]
    if table.columns[name] == "number":
        return [None if number is None else float(number) for number in values]
    return values


def _day(number: int) -> int | None:
    """Return the days since 1970, as all three libraries count them."""
    days = number - _EPOCH
    return days if abs(days) <= _FARTHEST else None


def _polars(table: Table) -> Any:  # noqa: ANN401 - as above
    polars = library("polars", extra="tables", purpose="a polars frame")
    types = {
        "text": polars.String,
        "texts": polars.List(polars.String),
        "whole": polars.Int64,
        "number": polars.Float64,
        "flag": polars.Boolean,
        "day": polars.Int32,
    }
    columns = []
    for name, kind in table.columns.items():
        series = polars.Series(name, _values(table, name), dtype=types[kind])
        columns.append(series.cast(polars.Date) if kind == "day" else series)
    return polars.DataFrame(columns)


def _arrow(table: Table) -> Any:  # noqa: ANN401 - as above
    arrow = library("pyarrow", extra="tables", purpose="an Arrow table")
    types = {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
        "day": arrow.int32(),
    }
    columns = {}
    for name, kind in table.columns.items():
        array = arrow.array(_values(table, name), types[kind])
        columns[name] = array.cast(arrow.date32()) if kind == "day" else array
    return arrow.table(columns)


def _pandas(table: Table) -> Any:  # noqa: ANN401 - as above
    pandas = library("pandas", extra="tables", purpose="a pandas frame")
    numpy = library("numpy", extra="tables", purpose="a pandas frame")
    types = {
        "text": "string",
        "texts": "object",
        "whole": "Int64",
        "number": "Float64",
        "flag": "boolean",
    }
    columns = {}
    for name, kind in table.columns.items():
        values = _values(table, name)
        if kind == "day":
            # By the second, since finer counts end with the year 2262.
            missing = numpy.iinfo("int64").min
            seconds = [missing if day is None else day * _DAY_SECONDS for day in values]
            instants = numpy.array(seconds, dtype="int64").astype("datetime64[s]")
            columns[name] = pandas.Series(instants)
        else:
            columns[name] = pandas.Series(values, dtype=types[kind])
    return pandas.DataFrame(columns)
