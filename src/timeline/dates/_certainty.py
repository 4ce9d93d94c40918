"""Three-valued answers, because two uncertain dates are often in no certain order.

Kleene's strong logic of three values (S. C. Kleene, *Introduction to Metamathematics*, 1952, §64).
"""

from __future__ import annotations

import enum
from typing import NoReturn


class Certainty(enum.Enum):
    """How sure a statement about uncertain dates is.

    ``&``, ``|`` and ``~`` are Kleene's and, or and not. A certainty refuses to be used as a
    condition, since a third value would silently become one of the other two.

    >>> Certainty.CERTAIN & Certainty.POSSIBLE
    <Certainty.POSSIBLE>
    >>> ~Certainty.IMPOSSIBLE
    <Certainty.CERTAIN>
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"

    @classmethod
    def decide(cls, *, certain: bool, possible: bool) -> Certainty:
        """Name the answer that is true of all cases (*certain*), of some (*possible*) or of none.

        >>> Certainty.decide(certain=False, possible=True)
        <Certainty.POSSIBLE>
        """
        if certain:
            return cls.CERTAIN
        return cls.POSSIBLE if possible else cls.IMPOSSIBLE

    @property
    def is_certain(self) -> bool:
        """Whether it holds in every case."""
        return self is Certainty.CERTAIN

    @property
    def is_possible(self) -> bool:
        """Whether it holds in at least one case; what is certain is possible too."""
        return self is not Certainty.IMPOSSIBLE

    def __and__(self, other: object) -> Certainty:
        if not isinstance(other, Certainty):
            return NotImplemented
        return min(self, other, key=_RANK.__getitem__)

    def __or__(self, other: object) -> Certainty:
        if not isinstance(other, Certainty):
            return NotImplemented
        return max(self, other, key=_RANK.__getitem__)

    def __invert__(self) -> Certainty:
        return _OPPOSITE[self]

    def __bool__(self) -> NoReturn:
        message = (
            "a Certainty has three values and is no condition: compare it with "
            "'is Certainty.CERTAIN', or ask .is_certain or .is_possible"
        )
        raise TypeError(message)

    def __repr__(self) -> str:
        return f"<Certainty.{self.name}>"


_RANK = {Certainty.IMPOSSIBLE: 0, Certainty.POSSIBLE: 1, Certainty.CERTAIN: 2}
_OPPOSITE = {
    Certainty.CERTAIN: Certainty.IMPOSSIBLE,
    Certainty.POSSIBLE: Certainty.POSSIBLE,
    Certainty.IMPOSSIBLE: Certainty.CERTAIN,
}
