"""What a resolution notes and tells of: claims, already known, that read otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

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
