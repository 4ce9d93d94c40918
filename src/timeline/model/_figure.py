"""A measured quantity as a source gives it: bounds, not a number it never named."""

from __future__ import annotations

import math

import attrs

from timeline.dates import When
from timeline.errors import InvalidValue

Number = int | float
"""What a figure counts or measures; never NaN or infinite (an open bound is None)."""

LARGEST = 2**63 - 1
"""The largest whole number that stored events can hold."""


def _number(value: object, place: str) -> Number | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidValue(place, expected="a number", got=value)
    if not (-LARGEST - 1 <= value <= LARGEST if isinstance(value, int) else math.isfinite(value)):
        raise InvalidValue(place, expected="a finite number of at most 64 bits", got=value)
    return value


@attrs.frozen
class Figure:
    """A quantity with bounds, and the date for which it holds.

    An absent bound is open, and never zero: "more than 3,000" has a *low* and no *high*.

    Args:
        measure: what is counted, such as ``casualties``.
        low: the least it can be, in *unit*; None where the source sets no lower bound.
        high: the most it can be, in *unit*; None where the source sets no upper bound.
        unit: what one of it is, such as ``people`` or ``percent``.
        approximate: whether the source said "about", so that the bounds are soft.
        of: the whole that this is a part of ("4,000 of 11,000"), in *unit*.
        as_of: the date for which the figure holds, where the source gives one.

    >>> print(Figure("casualties", low=3000, unit="people"))
    casualties: at least 3,000 people
    """

    measure: str
    low: Number | None = attrs.field(default=None, kw_only=True)
    high: Number | None = attrs.field(default=None, kw_only=True)
    unit: str = attrs.field(default="", kw_only=True)
    approximate: bool = attrs.field(default=False, kw_only=True)
    of: Number | None = attrs.field(default=None, kw_only=True)
    as_of: When | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.measure.strip():
            raise InvalidValue("figure.measure", expected="a name", got=self.measure)
        place = f"figure {self.measure!r}"
        low = _number(self.low, f"{place}.low")
        high = _number(self.high, f"{place}.high")
        _number(self.of, f"{place}.of")
        if low is None and high is None:
            raise InvalidValue(place, expected="a low or a high bound, or both", got=None)
        if low is not None and high is not None and low > high:
            raise InvalidValue(place, expected="low <= high", got=f"{low} > {high}")

    @classmethod
    def exactly(cls, measure: str, value: Number, unit: str = "") -> Figure:
        """Return a figure that names one *value*, such as "two prisoners"."""
        return cls(measure, low=value, high=value, unit=unit)

    @property
    def quantity(self) -> str:
        """The quantity in words, without its measure: ``about 1,000 people``."""
        if self.low == self.high:
            amount = _shown(self.low)
        elif self.high is None:
            words = "{} or more" if self.approximate else "at least {}"
            amount = words.format(_shown(self.low))
        elif self.low is None:
            words = "{} or fewer" if self.approximate else "at most {}"
            amount = words.format(_shown(self.high))
        else:
            amount = f"{_shown(self.low)} to {_shown(self.high)}"
        if self.of is not None:
            amount += f" of {_shown(self.of)}"
        if self.approximate:
            amount = f"about {amount}"
        return f"{amount} {self.unit}".rstrip()

    def __str__(self) -> str:
        return f"{self.measure}: {self.quantity}"


def _shown(value: Number | None) -> str:
    return f"{value:,}"
