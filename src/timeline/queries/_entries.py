"""What happened to claims, column by column: a million of them fit where objects would not.

An entry is a statement, a correction or a retraction in one reading of ours. Entries never change:
who reads a claim otherwise adds an entry, so that an answer that was given stays as it was.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Hashable
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from timeline.dates import When
from timeline.model import Basis, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.store import IndexRow

T = TypeVar("T", bound=Hashable)

STATED: Final = 0
CORRECTED: Final = 1
RETRACTED: Final = 2

NONE: Final = -1
"""The number of what is not there."""

STANCES = tuple(Stance)
BASES = tuple(Basis)

# By value, since the hash of a member is slow.
_STANCE = {stance.value: number for number, stance in enumerate(STANCES)}
_BASIS = {basis.value: number for number, basis in enumerate(BASES)}


Bounds = tuple[int, int]
"""The first and the last day of a moment."""

_FAR = 2**31
"""Days from there on do not fit into a column."""

_FIRST, _LAST = dt.date.min.toordinal(), dt.date.max.toordinal()


def plain_bounds(when: When) -> Bounds | None:
    """Return the bounds of a date that is the moment between them and nothing more.

    >>> plain_bounds(When("2025-01")) == (When("2025-01").earliest, When("2025-01").latest)
    True
    >>> plain_bounds(When("2025-01~")), plain_bounds(When("2025-01-02/2025-01-04"))
    (None, None)
    """
    first, last = when.start_earliest, when.start_latest
    if first is None or last is None or not -_FAR < first <= last < _FAR:
        return None
    if _FIRST <= first <= last <= _LAST:
        # Most dates are days, or sets that begin within a month: their texts are soon compared.
        began, ended = dt.date.fromordinal(first), dt.date.fromordinal(last)
        if when.edtf == (str(began) if first == last else f"[{began}..{ended}]") and (
            first == last or began.day > 1
        ):
            return first, last
    return (first, last) if when.edtf == When.between(first, last).edtf else None


class Whens:
    """Dates by number, each kept once; their texts are read when they are asked for."""

    __slots__ = ("_numbers", "_values", "bounds")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._values: list[When | str] = list(texts)
        self.bounds: dict[int, Bounds | None] = {NONE: None}
        """What `plain` found."""
        self._numbers: dict[str, int] | None = None
        """The number of each text, made when a date is to be numbered."""

    def __len__(self) -> int:
        return len(self._values)

    def number(self, when: When | None) -> int:
        """Return the number of a date; `NONE` where there is none."""
        if when is None:
            return NONE
        if self._numbers is None:
            self._numbers = {text: number for number, text in enumerate(self.texts())}
        number = self._numbers.setdefault(when.edtf, len(self._values))
        if number == len(self._values):
            self._values.append(when)
        return number

    def at(self, number: int) -> When:
        """Return the date of a number."""
        value = self._values[number]
        if isinstance(value, str):
            value = self._values[number] = When.parse(value)
        return value

    def get(self, number: int) -> When | None:
        """Return the date of a number; None where there is none."""
        return None if number < 0 else self.at(number)

    def plain(self, number: int) -> Bounds | None:
        """Return the first and the last day of a date that these two tell all about.

        None for all others: intervals, open dates, dates with a qualifier, dates too far away.
        """
        bounds = self.bounds
        if number not in bounds:
            bounds[number] = plain_bounds(self.at(number))
        return bounds[number]

    def texts(self) -> list[str]:
        """Return all dates as text, in order."""
        return [value if isinstance(value, str) else value.edtf for value in self._values]


class Numbered(Generic[T]):
    """Values by number, each kept once."""

    __slots__ = ("numbers", "values")

    def __init__(self, values: Iterable[T] = ()) -> None:
        self.values = list(values)
        self.numbers = {value: number for number, value in enumerate(self.values)}

    def number(self, value: T) -> int:
        """Return the number of a value, a new one where it is new."""
        number = self.numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


class Entries:
    """The columns, and the dates and chains that they count.

    Attributes:
        kind: `STATED`, `CORRECTED` or `RETRACTED`.
        claim: the number of the claim.
        position: the event that became known.
        version: its place within its stream.
        content: the event that holds how we read it.
        stance: the number of its stance.
        basis: the number of its basis.
        chain: the number of its chain.
        occurred: the number of the date on which it happened.
        date: the number of the date of the statement, or of the correction or retraction itself.
    """

    __slots__ = (
        "basis",
        "chain",
        "chains",
        "claim",
        "content",
        "date",
        "kind",
        "occurred",
        "position",
        "stance",
        "version",
        "whens",
    )

    def __init__(self, whens: Whens) -> None:
        self.whens = whens
        self.chains = Numbered[str]()
        self.kind = bytearray()
        self.claim = array("i")
        self.position = array("q")
        self.version = array("i")
        self.content = array("q")
        self.stance = bytearray()
        self.basis = bytearray()
        self.chain = array("i")
        self.occurred = array("i")
        self.date = array("i")

    def __len__(self) -> int:
        return len(self.kind)

    def add(self, kind: int, claim: int, row: IndexRow) -> int:
        """Take in what *row* says, and return the number of its entry."""
        self.kind.append(kind)
        self.claim.append(claim)
        self.position.append(row.position)
        self.version.append(row.version)
        self._read(row)
        self.date.append(self.whens.number(row.date))
        return len(self.kind) - 1

    def reread(self, entry: int, row: IndexRow) -> int:
        """Take in how *row* reads what *entry* read otherwise, and return its number."""
        kind = self.kind[entry]
        self.kind.append(kind)
        self.claim.append(self.claim[entry])
        self.position.append(self.position[entry])
        self.version.append(self.version[entry])
        self._read(row)
        # A correction is dated by itself, however it is read.
        self.date.append(self.whens.number(row.date) if kind == STATED else self.date[entry])
        return len(self.kind) - 1

    def _read(self, row: IndexRow) -> None:
        self.content.append(row.position)
        self.stance.append(0 if row.stance is None else _STANCE[row.stance._value_])
        self.basis.append(0 if row.basis is None else _BASIS[row.basis._value_])
        self.chain.append(NONE if row.chain is None else self.chains.number(row.chain))
        self.occurred.append(self.whens.number(row.occurred))
