"""What a format could not carry, in plain words: nothing is dropped in silence."""

from __future__ import annotations

import attrs

SHOWN = 3
"""How many examples of a loss are kept."""


@attrs.frozen
class Loss:
    """One thing that a format could not carry.

    Args:
        what: what became of it, and why, such as ``left out, as nobody dates it``.
        unit: what was counted, in the singular.
        count: how many there were.
        examples: the names of the first few.
    """

    what: str
    unit: str
    count: int
    examples: tuple[str, ...] = ()

    def __str__(self) -> str:
        names = ", ".join(self.examples)
        more = ", ..." if self.count > len(self.examples) else ""
        return f"{self.what}: {_counted(self.count, self.unit)} ({names}{more})"


@attrs.frozen
class LossReport:
    """What was written or read in a format, and what the format could not carry.

    Args:
        format: the name of the format.
        unit: what was written or read, in the singular: ``event``, ``fact``, ``forecast``.
        count: how many there were.
        losses: what could not be carried; empty where all of it was.

    >>> print(LossReport("ical", "forecast", 1, (Loss("left out, as nobody dates it", "forecast",
    ...     2, ("pullback", "summit")),)))
    ical: 1 forecast
      left out, as nobody dates it: 2 forecasts (pullback, summit)
    """

    format: str
    unit: str
    count: int
    losses: tuple[Loss, ...] = ()

    @property
    def lossless(self) -> bool:
        """Whether everything was carried."""
        return not self.losses

    def to_dict(self) -> dict[str, object]:
        """Return plain data, for programs."""
        return {
            "format": self.format,
            "unit": self.unit,
            "count": self.count,
            "losses": [attrs.asdict(loss) for loss in self.losses],
        }

    def __str__(self) -> str:
        head = f"{self.format}: {_counted(self.count, self.unit)}"
        if self.lossless:
            return f"{head}, nothing lost"
        return "\n".join([head, *(f"  {loss}" for loss in self.losses)])


class Losses:
    """Counts losses while a format is written or read."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}
        self._examples: dict[tuple[str, str], list[str]] = {}

    def add(self, what: str, unit: str, example: str) -> None:
        """Count one more loss of its kind.

        Args:
            what: what became of it, and why.
            unit: what is counted, in the singular.
            example: the name of this one.
        """
        key = (what, unit)
        self._counts[key] = self._counts.get(key, 0) + 1
        examples = self._examples.setdefault(key, [])
        if len(examples) < SHOWN and example not in examples:
            examples.append(example)

    def report(self, format: str, unit: str, count: int) -> LossReport:  # noqa: A002  # as in LossReport
        """Return what was counted, with how many things were written or read."""
        losses = tuple(
            Loss(what, counted, number, tuple(self._examples[what, counted]))
            for (what, counted), number in self._counts.items()
        )
        return LossReport(format, unit, count, losses)


def _counted(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"
