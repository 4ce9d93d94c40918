"""Columns and small tables as one run of bytes, for the caches beside the log."""

from __future__ import annotations

import sys
from array import array
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping

Column: TypeAlias = "array[int] | bytearray"
"""Numbers, one for each thing; bytes where they are small."""

_PLACES = {code: array(code).itemsize for code in "iq"}
_HERE = {"order": sys.byteorder, "sizes": _PLACES}
"""How this machine writes numbers: what another one wrote is not read."""


def pack(table: Mapping[str, object], columns: Mapping[str, Column]) -> bytes:
    """Return a small *table* that JSON can hold, and large *columns*, as bytes."""
    parts = {
        name: ("b" if isinstance(column, bytearray) else column.typecode, len(column))
        for name, column in columns.items()
    }
    head = orjson.dumps({"here": _HERE, "table": table, "parts": parts})
    return b"".join(
        (
            len(head).to_bytes(8, "big"),
            head,
            *(memoryview(one).cast("B") for one in columns.values()),
        )
    )


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Return what `pack` packed, or None where another kind of machine did it."""
    at = 8 + int.from_bytes(data[:8], "big")
    head = orjson.loads(data[8:at])
    if head["here"] != _HERE:
        return None
    view = memoryview(data)
    columns: dict[str, Any] = {}
    for name, (code, count) in head["parts"].items():
        if code == "b":
            columns[name] = bytearray(view[at : at + count])
            at += count
        else:
            column = columns[name] = array(code)
            size = count * column.itemsize
            column.frombytes(view[at : at + size])
            at += size
    return head["table"], columns
