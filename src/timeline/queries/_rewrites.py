"""What tells how the events of an earlier position read from how they read now."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries._resolution import Resolution

Rewrite = tuple[int, tuple[str, ...] | None]
"""The position of an event by which claims, already known, read otherwise, and the facts that it
changes; None is all of them."""

AT_ONCE = 64
"""A link within so many events of the statement of its claim comes with it, as it were."""


class Watcher(Protocol):
    """Somebody who remembers what facts read like."""

    def touched(self, fact: str) -> None:
        """Learn that *fact* may read otherwise now."""

    def grown(self, fact: str, claim: int, entry: int | None) -> None:
        """Learn that *fact* has news: an *entry* of a claim, or, if None, a claim with all of its.

        What it had before reads as before.
        """

    def overturned(self) -> None:
        """Learn that every fact may read otherwise now."""


NOWHERE = ""
"""What a dismissed claim is about: no fact, and so in no answer."""


def told_of(facts: Iterable[str]) -> tuple[str, ...]:
    """Return those of *facts* that answers tell of."""
    return tuple(fact for fact in facts if fact != NOWHERE)


def rewritten(resolution: Resolution, position: int) -> set[str] | None:
    """Return the facts of which the first *position* events tell otherwise than by new claims.

    None where that may be all of them.
    """
    facts: set[str] = set()
    for place, changed in reversed(resolution.rewrites):
        if place <= position:
            break
        if changed is None:
            return None
        facts.update(changed)
    columns = resolution.columns
    # Of the claims stated last, some may not have been linked yet.
    claim = bisect_right(range(len(columns)), position, key=columns.stated_at) - 1
    while claim >= 0 and columns.stated_at(claim) > position - AT_ONCE:
        if columns.settled[claim] > position:
            facts.update(told_of((columns.name(claim), columns.fact[claim])))
        claim -= 1
    return facts


def unchanged_since(resolution: Resolution, position: int) -> bool:
    """Whether the first *position* events read as they did before the others came."""
    last = resolution.rewrites[-1][0] if resolution.rewrites else 0
    return last <= position and not rewritten(resolution, position)
