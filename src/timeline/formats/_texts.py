"""Cells as text, for CSV and JSON lines."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from timeline.dates import format_day, parse_day
from timeline.errors import InvalidValue
from timeline.formats._columns import column

if TYPE_CHECKING:
    from timeline.formats._rows import Cell


def text_of_cell(name: str, cell: Cell) -> Cell:
    """Return a cell as text where it is a day or an instant; else as it is.

    Whole numbers in a column of numbers are written without a fraction.

    >>> text_of_cell("occurred_earliest", 739260), text_of_cell("value_low", 3000.0)
    ('2025-01-09', 3000)
    """
    if isinstance(cell, str):
        return cell
    match column(name).kind, cell:
        case "day", int():
            return format_day(cell)
        case _, dt.datetime():
            return cell.astimezone(dt.UTC).isoformat(timespec="microseconds")
        case "number", float() if cell.is_integer() and abs(cell) <= 2**53:
            return int(cell)
        case _:
            return cell


def cell_of_text(name: str, value: object) -> Cell:
    """Return the cell that *value*, text or a number, stands for; nothing is None.

    Raises:
        InvalidValue: it can stand for no cell of this column.

    >>> cell_of_text("occurred_earliest", "2025-01-09"), cell_of_text("value_low", "3000")
    (739260, 3000.0)
    """
    if value is None or value == "":
        return None
    kind = column(name).kind
    try:
        match kind, value:
            case "text", str():
                return value
            case "day", str():
                return parse_day(value)
            case "instant", str():
                return _instant(value)
            case "whole", str() | int() if not isinstance(value, bool):
                return int(value)
            case "number", str() | int() | float() if not isinstance(value, bool):
                return _finite(value)
            case _:
                problem = InvalidValue(name, expected=_EXPECTED[kind], got=value)
    except (ValueError, OverflowError):
        problem = InvalidValue(name, expected=_EXPECTED[kind], got=value)
    raise problem


_EXPECTED = {
    "text": "text",
    "day": "a day such as 2025-01-09",
    "instant": "an instant such as 2025-02-01T12:00:00+00:00",
    "whole": "a whole number",
    "number": "a number",
}


def _instant(text: str) -> dt.datetime:
    instant = dt.datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(text)
    return instant.astimezone(dt.UTC)


def _finite(value: str | float) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number
