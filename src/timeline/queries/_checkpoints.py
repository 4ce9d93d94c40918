"""Whole states of knowledge that were asked for, to start from when a day nearby is asked for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.queries._facts import Fact

KEPT = 64
"""How many states are kept; each is a list of references, one for each fact."""


class Checkpoints:
    """States by day. Each is aligned with the list of facts; None has to be worked out anew."""

    def __init__(self) -> None:
        self._states: dict[int, list[Fact | None]] = {}

    def near(self, day: int) -> tuple[int, list[Fact | None]] | None:
        """Return the kept state whose day is nearest, and its day."""
        if not self._states:
            return None
        days = sorted(self._states)
        place = bisect_left(days, day)
        nearest = min(days[max(0, place - 1) : place + 1], key=lambda kept: abs(kept - day))
        return nearest, self._states[nearest]

    def keep(self, day: int, state: list[Fact | None]) -> None:
        """Keep the state of a day, in place of the one that was kept first."""
        self._states.pop(day, None)
        if len(self._states) >= KEPT:
            self._states.pop(next(iter(self._states)))
        self._states[day] = state

    def forget(self, place: int) -> None:
        """Learn that the fact at *place* of the list may read otherwise."""
        for state in self._states.values():
            if place < len(state):
                state[place] = None

    def clear(self) -> None:
        """Forget everything: the list is another one."""
        self._states.clear()
