"""Rows of plain data as a table, for answers whose columns nobody has written down."""

from __future__ import annotations

from typing import Any

from timeline.dates import parse_day
from timeline.errors import InvalidDate
from timeline.formats._table import Row, Table


def guessed(rows: list[Row]) -> Table:
    """Return rows of plain data as a table; the kind of a column is that of its values."""
    flat = [_flat(row) for row in rows]
    names = dict.fromkeys(name for row in flat for name in row)
    kinds = {name: _kind(name, [row.get(name) for row in flat]) for name in names}
    return Table(
        kinds,
        tuple({name: _typed(kinds[name], row.get(name)) for name in names} for row in flat),
    )


def _flat(row: Row) -> Row:
    flat: Row = {}
    for name, value in row.items():
        if isinstance(value, dict) and value.keys() == {"edtf", "earliest", "latest"}:
            flat[name] = value["edtf"]
            flat[f"{name}_earliest"], flat[f"{name}_latest"] = value["earliest"], value["latest"]
        elif isinstance(value, dict):
            flat |= {f"{name}_{inner}": one for inner, one in _flat(value).items()}
        else:
            flat[name] = value
    return flat


def _kind(name: str, values: list[Any]) -> str:
    given = [value for value in values if value is not None]
    if name.endswith(("_earliest", "_latest")) and all(_is_day(value) for value in given):
        return "day"
    for kind, types in (("flag", bool), ("whole", int), ("number", int | float), ("texts", list)):
        if given and all(isinstance(value, types) for value in given):
            return kind
    return "text"


def _is_day(value: object) -> bool:
    try:
        parse_day(str(value))
    except InvalidDate:
        return False
    return True


def _typed(kind: str, value: Any) -> Any:  # noqa: ANN401 - a value of plain data
    if value is None:
        return None
    match kind:
        case "day":
            return parse_day(value)
        case "text":
            return str(value)
        case "texts":
            return [str(one) for one in value]
        case _:
            return value
