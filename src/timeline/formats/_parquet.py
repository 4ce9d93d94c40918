"""Parquet: the event table with typed columns, for large archives and data frames."""

from __future__ import annotations

import datetime as dt
import io
from typing import IO, TYPE_CHECKING, Any

from timeline.errors import InvalidInput
from timeline.formats._columns import COLUMNS, NAMES
from timeline.formats._csv import check_names
from timeline.formats._event_rows import EventRows
from timeline.formats._format import Format
from timeline.formats._libraries import library
from timeline.formats._loss import Losses
from timeline.formats._rows import arrival_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.formats._columns import Column
    from timeline.formats._format import Arrival, Contents, Reading
    from timeline.formats._loss import LossReport
    from timeline.formats._rows import Cell, Cells

BATCH = 10_000
"""How many events are held at a time."""

_EPOCH = dt.date(1970, 1, 1).toordinal()
_INSTANT = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)
_FARTHEST = 2**31 - 1


def write_parquet(contents: Contents, file: IO[bytes]) -> LossReport:
    """Write one row for each event.

    Raises:
        MissingLibrary: pyarrow is not installed.
    """
    arrow, parquet = _libraries()
    losses = Losses()
    schema = arrow.schema([(one.name, _type(arrow, one)) for one in COLUMNS])
    schema = schema.with_metadata({b"timeline-events": b"1"})
    count = 0
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _batches(EventRows(contents, losses)):
            arrays = [_array(arrow, one, rows, losses) for one in COLUMNS]
            writer.write_batch(arrow.record_batch(arrays, schema=schema))
            count += len(rows)
    return losses.report("parquet", "event", count)


def _libraries() -> tuple[Any, Any]:
    arrow = library("pyarrow", extra="tables", purpose="Parquet")
    return arrow, library("pyarrow.parquet", extra="tables", purpose="Parquet")


def _batches(rows: EventRows) -> Iterator[list[Cells]]:
    batch: list[Cells] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _type(arrow: Any, one: Column) -> Any:  # noqa: ANN401 - pyarrow ships no types
    return {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "day": arrow.date32(),
        "instant": arrow.timestamp("us", tz="UTC"),
    }[one.kind]


def _array(arrow: Any, one: Column, rows: Sequence[Cells], losses: Losses) -> Any:  # noqa: ANN401 - as above
    values = [row[one.name] for row in rows]
    if one.kind != "day":
        return arrow.array(values, _type(arrow, one))
    days = [None if value is None else value - _EPOCH for value in values]  # type: ignore[operator]  # days are numbers
    for number, day in enumerate(days):
        if day is not None and abs(day) > _FARTHEST:
            what = "a day too far away for a column of days; its EDTF text is there"
            losses.add(what, "event", str(rows[number]["event_id"]))
            days[number] = None
    return arrow.array(days, arrow.int32()).cast(arrow.date32())


def read_parquet(file: IO[bytes], reading: Reading) -> Iterator[Arrival]:
    """Yield the events of a file that `write_parquet` wrote, or that is laid out like it.

    Raises:
        MissingLibrary: pyarrow is not installed.
        InvalidInput: it is no such file.
    """
    arrow, parquet = _libraries()
    if not file.seekable():
        file = io.BytesIO(file.read())
    number = 0
    try:
        found = parquet.ParquetFile(file)
        check_names(found.schema_arrow.names, reading)
        for batch in found.iter_batches(batch_size=BATCH):
            for cells in _rows(arrow, batch):
                number += 1
                yield arrival_of(cells, f"row {number}", reading)
    except (arrow.ArrowException, OSError) as error:
        problem = f"cannot be read as Parquet ({error})"
        raise InvalidInput(reading.name, "" if not number else f"row {number}", problem) from error


def _rows(arrow: Any, batch: Any) -> Iterator[Cells]:  # noqa: ANN401 - as above
    columns: dict[str, list[Cell]] = {}
    for one in COLUMNS:
        if one.name in batch.schema.names:
            array = batch.column(one.name).cast(_type(arrow, one))
            columns[one.name] = _values(arrow, one, array)
    for row in zip(*columns.values(), strict=True):
        cells: Cells = dict.fromkeys(NAMES)
        cells |= zip(columns, row, strict=True)
        yield cells


def _values(arrow: Any, one: Column, array: Any) -> list[Cell]:  # noqa: ANN401 - as above
    # Python's own dates end with the years 1 and 9999.
    if one.kind == "day":
        return [
            None if day is None else day + _EPOCH for day in array.cast(arrow.int32()).to_pylist()
        ]
    if one.kind == "instant":
        times = array.cast(arrow.int64()).to_pylist()
        return [None if time is None else _INSTANT + time * _MICROSECOND for time in times]
    if one.kind == "text":
        return [text or None for text in array.to_pylist()]
    values: list[Cell] = array.to_pylist()
    return values


FORMAT = Format(
    name="parquet",
    summary="the events as a table with typed columns",
    suffix=".parquet",
    write=write_parquet,
    read=read_parquet,
)
