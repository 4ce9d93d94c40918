"""Group commit: what several threads append at once shares one transaction, and one wait for disk.

A thread puts its append in line and asks for the store. Whoever gets it commits all that stands in
line; those who come after find theirs done. A thread alone commits its own at once.
"""

from __future__ import annotations

import collections
import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from timeline.store._append import Encoded, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator


T = TypeVar("T")


@attrs.define(eq=False, repr=False)
class Ticket(Generic[T]):
    """An append in line, and then what became of it.

    Args:
        ready: what is to be appended.
        found: where it would be placed, or why it cannot be; true once the transaction is.
        settled: whether *found* is final.
    """

    ready: Sequence[Encoded]
    found: Placed[T] | Exception | None = None
    settled: bool = False

    def result(self) -> Placed[T]:
        """Return where it was placed, or raise what kept it out."""
        if isinstance(self.found, Exception):
            raise self.found  # one error can be that of many, as with futures
        if self.found is None:
            raise RuntimeError("an append was settled without a result")
        return self.found


class Line(Generic[T]):
    """Appends in the order in which they came; several threads may join at once."""

    def __init__(self) -> None:
        self._waiting: collections.deque[Ticket[T]] = collections.deque()

    @contextlib.contextmanager
    def joined(self, ready: Sequence[Encoded]) -> Iterator[Ticket[T]]:
        """Stand in line with *ready*; who is interrupted while waiting leaves the line."""
        ticket: Ticket[T] = Ticket(ready)
        self._waiting.append(ticket)
        try:
            yield ticket
        finally:
            if not ticket.settled:
                with contextlib.suppress(ValueError):
                    self._waiting.remove(ticket)

    @contextlib.contextmanager
    def called(self) -> Iterator[list[Ticket[T]]]:
        """Call all that stand in line; what is found of them holds if the block ends well.

        If it fails, nothing was kept, and its error is that of each. If it is interrupted, they
        stand in line again, for the next thread to call.
        """
        tickets = [self._waiting.popleft() for _ in range(len(self._waiting))]
        try:
            yield tickets
        except Exception as error:  # noqa: BLE001  # raised again by each ticket's `result`
            for ticket in tickets:
                ticket.found, ticket.settled = error, True
        except BaseException:
            self._waiting.extendleft(reversed(tickets))
            raise
        for ticket in tickets:
            ticket.settled = True
