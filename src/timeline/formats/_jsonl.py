"""JSON lines: the event table, one object for each event; Timesketch reads it, too."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import orjson

from timeline.errors import InvalidInput, InvalidValue, shown
from timeline.formats._columns import NAMES
from timeline.formats._event_rows import EventRows
from timeline.formats._format import Format
from timeline.formats._loss import Losses
from timeline.formats._rows import arrival_of
from timeline.formats._texts import cell_of_text, text_of_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.formats._format import Arrival, Contents, Reading
    from timeline.formats._loss import LossReport


def write_jsonl(contents: Contents, file: IO[bytes]) -> LossReport:
    """Write one object for each event, with every column of the table; what is absent is null."""
    losses = Losses()
    count = 0
    for cells in EventRows(contents, losses):
        row = {
            name: None if (cell := cells[name]) is None else text_of_cell(name, cell)
            for name in NAMES
        }
        file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        count += 1
    return losses.report("jsonl", "event", count)


def read_jsonl(file: IO[bytes], reading: Reading) -> Iterator[Arrival]:
    """Yield the events of a file that `write_jsonl` wrote, or that is laid out like it."""
    unknown: set[str] = set()
    for number, plain in objects(file, reading):
        where = f"line {number}"
        unknown |= plain.keys() - set(NAMES)
        try:
            cells = {
                name: cell_of_text(name, value)
                for name in NAMES
                if (value := plain.get(name)) is not None
            }
        except InvalidValue as error:
            raise InvalidInput(reading.name, where, str(error)) from error
        yield arrival_of(cells, where, reading)
    for name in sorted(unknown):
        reading.losses.add("left out, as no event has such a thing", "column", name)


def objects(file: IO[bytes], reading: Reading) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file of JSON lines with their line numbers; empty lines are none.

    Raises:
        InvalidInput: a line is no object of JSON.
    """
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            plain = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            problem = f"expected JSON: {error}"
            raise InvalidInput(reading.name, f"line {number}", problem) from error
        if not isinstance(plain, dict):
            problem = f"expected an object, got {shown(plain)}"
            raise InvalidInput(reading.name, f"line {number}", problem)
        yield number, plain


FORMAT = Format(
    name="jsonl",
    summary="the events as a table, one JSON object a line",
    suffix=".jsonl",
    write=write_jsonl,
    read=read_jsonl,
)
