"""CSV (RFC 4180): the event table for spreadsheets, data frames and Timesketch.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and runs it.
Such a cell of text gets an apostrophe in front, which reading takes away; so that this can be
undone, a cell that begins with an apostrophe gets one, too. Numbers are left alone.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import IO, TYPE_CHECKING

from timeline.errors import InvalidInput, InvalidValue
from timeline.formats._columns import NAMES, column
from timeline.formats._event_rows import EventRows
from timeline.formats._format import Format
from timeline.formats._loss import Losses
from timeline.formats._rows import arrival_of
from timeline.formats._texts import cell_of_text, text_of_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.formats._format import Arrival, Contents, Reading
    from timeline.formats._loss import LossReport
    from timeline.formats._rows import Cell

_KNOWN = frozenset(NAMES)

# Also behind white space, in the full-width forms that East Asian spreadsheets take, and behind
# what a spreadsheet drops when it reads.
_FORMULA = re.compile(r"[\s\u200b\ufeff]*+['=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")

LARGEST_CELL = 2**31 - 1
"""The largest cell that is read, in characters; an article is one."""


def guarded(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula.

    >>> guarded("=1+1"), guarded("'quoted'"), guarded("9 January")
    ("'=1+1", "''quoted'", '9 January')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Undo `guarded`."""
    return text.removeprefix("'")


def write_csv(contents: Contents, file: IO[bytes]) -> LossReport:
    """Write one row for each event, behind a row of names."""
    losses = Losses()
    writer = csv.writer(codecs.getwriter("utf-8")(file))
    writer.writerow(NAMES)
    count = 0
    for cells in EventRows(contents, losses):
        writer.writerow(
            [None if (cell := cells[name]) is None else _written(name, cell) for name in NAMES]
        )
        count += 1
    return losses.report("csv", "event", count)


def _written(name: str, cell: Cell) -> Cell:
    value = text_of_cell(name, cell)
    return guarded(value) if isinstance(value, str) else value


def read_csv(file: IO[bytes], reading: Reading) -> Iterator[Arrival]:
    """Yield the events of a file that `write_csv` wrote, or that is laid out like it."""
    # The limit is one for the whole process, and protects from nothing that memory does not.
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST_CELL))
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        rows = csv.reader(text, strict=True)
        names = next(rows, [])
        check_names(names, reading)
        for number, row in enumerate(rows, start=2):
            yield _arrival(names, row, f"row {number}", reading)
    except csv.Error as error:
        raise InvalidInput(reading.name, f"line {rows.line_num}", str(error)) from error
    except UnicodeDecodeError as error:
        raise InvalidInput(reading.name, "", "expected text in UTF-8") from error
    finally:
        text.detach()  # the file belongs to the caller


def check_names(names: Sequence[str], reading: Reading) -> None:
    """Refuse a table without the columns that every event needs; count those nobody knows.

    Raises:
        InvalidInput: a column is missing, or is there twice.
    """
    for needed in ("stream_id", "type"):
        if needed not in names:
            problem = f"expected a column {needed!r}, got {', '.join(names) or 'no columns'}"
            raise InvalidInput(reading.name, "", problem)
    if len(set(names)) != len(names):
        raise InvalidInput(reading.name, "", "expected each column once")
    for name in names:
        if name not in NAMES:
            reading.losses.add("left out, as no event has such a thing", "column", name)


def _arrival(names: Sequence[str], row: Sequence[str], where: str, reading: Reading) -> Arrival:
    if len(row) != len(names):
        problem = f"expected {len(names)} cells, got {len(row)}"
        raise InvalidInput(reading.name, where, problem)
    given = [(name, text) for name, text in zip(names, row, strict=True) if text]
    try:
        cells = {
            name: cell_of_text(name, _read(name, text)) for name, text in given if name in _KNOWN
        }
    except InvalidValue as error:
        raise InvalidInput(reading.name, where, str(error)) from error
    return arrival_of(cells, where, reading)


def _read(name: str, text: str) -> str:
    return unguarded(text) if column(name).kind in {"text", "day"} else text


FORMAT = Format(
    name="csv",
    summary="the events as a table, for spreadsheets and Timesketch",
    suffix=".csv",
    write=write_csv,
    read=read_csv,
)
