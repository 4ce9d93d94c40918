"""Which facts the events of an earlier position tell of otherwise than those of now."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from timeline.queries._rewrites import AT_ONCE, told_of

if TYPE_CHECKING:
    from timeline.queries._resolution import Resolution


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
