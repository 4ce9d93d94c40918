"""A table with typed columns, of which every library's data frame can be made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

Row = dict[str, Any]


@attrs.frozen
class Table:
    """A table with typed columns.

    Args:
        columns: the kind of each column by its name: ``text``, ``texts`` (a list), ``whole``,
            ``number``, ``flag`` (a truth value) or ``day``.
        rows: the rows; a day is its number (see `When.day`), and None is nothing.
    """

    columns: Mapping[str, str]
    rows: tuple[Row, ...]
