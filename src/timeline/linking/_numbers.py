"""Lists of numbers of tellings: there are very many, and an array takes a tenth of a list."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    Numbers = array[int]
else:
    Numbers = array


def numbers(found: Iterable[int] = ()) -> Numbers:
    """Return numbers of tellings in their order.

    They need 4 bytes each up to four thousand million of them.

    >>> numbers([3, 1]).tolist()
    [3, 1]
    """
    return array("I", found)
