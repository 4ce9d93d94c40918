"""Whole states of knowledge that were asked for, to start from when a day nearby is asked for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.queries._facts import Fact

KEPT = 64
"""How many states are kept; each is a list of references, one for each fact."""


class Checkpoints:
    """States by day. Each is aligned with the slots of facts; None has to be worked out anew."""

    def __init__(self) -> None:
        self._states: dict[int, list[Fact | None]] = {}
        self._lists: dict[int, tuple[Fact, ...]] = {}

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
            gone = next(iter(self._states))
            del self._states[gone]
            self._lists.pop(gone, None)
        self._states[day] = state

    def listed(self, day: int) -> tuple[Fact, ...] | None:
        """Return the facts of a day in the order of their listing, if they are kept."""
        return self._lists.get(day)

    def list(self, day: int, facts: tuple[Fact, ...]) -> None:
        """Keep the facts of a day whose state is kept in the order of their listing."""
        self._lists[day] = facts

    def unlist(self) -> None:
        """Learn that facts may be listed otherwise."""
        self._lists.clear()

    def forget(self, slot: int) -> None:
        """Learn that the fact of a *slot* may read otherwise."""
        for state in self._states.values():
            if slot < len(state):
                state[slot] = None

    def clear(self) -> None:
        """Forget everything: the slots are others."""
        self._states.clear()
        self._lists.clear()
