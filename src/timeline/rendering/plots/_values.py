"""An axis of values: where each one is on the drawing, and which round ones it names."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = 5
"""About so many round values are named."""

_FINEST, _COARSEST = -290, 290
"""The powers of ten within which numbers can be rounded; beyond, only the ends are named."""

_LONG = 1e7
"""From so much on, values are named by their power of ten."""


@attrs.frozen
class Values:
    """An axis of values: where each one is on the drawing.

    Args:
        least: the lowest value that is shown.
        most: the highest.
        bottom: the place of the lowest, in pixels.
        top: the place of the highest.
    """

    least: float
    most: float
    bottom: float
    top: float

    @classmethod
    def of(cls, values: Sequence[float], bottom: float, top: float) -> Values:
        """Make the axis that shows *values*, and nothing as zero."""
        return cls(min(*values, 0), max(*values, 0) or 1, bottom, top)

    def at(self, value: float) -> float:
        """Return the place of a value."""
        # Shares of the largest: figures may be so large that their differences are not finite.
        unit = max(abs(self.least), abs(self.most))
        low, high = self.least / unit, self.most / unit
        return self.bottom + (value / unit - low) / (high - low) * (self.top - self.bottom)

    def ticks(self) -> list[float]:
        """Return some round values that lie on the axis, few enough to be named.

        >>> Values(0, 5000, 100, 0).ticks()
        [0, 1000, 2000, 3000, 4000, 5000]
        """
        unit = max(abs(self.least), abs(self.most))
        raw = (self.most / unit - self.least / unit) / _STEPS * unit
        power = math.floor(math.log10(raw)) if raw > 0 else _FINEST
        if not _FINEST < power < _COARSEST:
            return [self.least, self.most]
        step = next(
            round_one
            for factor in (1, 2, 5, 10)
            if (round_one := factor * 10**power) >= raw * (1 - 1e-9)
        )
        first, last = math.ceil(self.least / step), math.floor(self.most / step)
        return [count * step for count in range(first, last + 1)]


def value_words(value: float) -> str:
    """Name a value of an axis.

    >>> value_words(2500.0), value_words(0.25), value_words(12_000_000)
    ('2,500', '0.25', '1.2e+07')
    """
    return f"{value:.3g}" if abs(value) >= _LONG else f"{value:,.10g}"
