"""Group commit: what several threads append at once shares one transaction, and one wait for disk.

A thread puts its append in line. If nobody is committing, it commits all that stands in line; else
it waits, and its append is among the next. A thread alone commits its own at once.
"""

from __future__ import annotations

import collections
import contextlib
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.errors import StoreError
from timeline.store._append import Encoded, Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@attrs.define(eq=False, repr=False)
class Ticket:
    """An append in line, and then what became of it.

    Args:
        ready: what is to be appended.
        found: where it would be placed, or why it cannot be; true once the transaction is.
        settled: whether *found* is final.
    """

    ready: Sequence[Encoded]
    found: Placed | Exception | None = None
    settled: bool = False

    def result(self) -> Placed:
        """Return where it was placed, or raise what kept it out."""
        if isinstance(self.found, Exception):
            raise self.found  # one error can be that of many, as with futures
        if self.found is None:
            raise RuntimeError("an append was settled without a result")
        return self.found


class Line:
    """Appends in the order in which they came; several threads may join at once."""

    def __init__(self) -> None:
        self._waiting: collections.deque[Ticket] = collections.deque()
        self._turn = threading.Condition()
        self._leader: int | None = None

    def commit(self, ready: Sequence[Encoded], commit_all: Callable[[], None]) -> Placed:
        """Have *ready* committed, by another thread that is at it next, or by *commit_all*.

        Those who wait are woken when theirs is settled, without a need for the store itself: it
        may be in use again by then.

        Args:
            ready: what is to be appended.
            commit_all: commits all that are `called`.
        """
        ticket: Ticket = Ticket(ready)
        with self._turn:
            if self._leader == threading.get_ident():  # a signal handler, for instance
                raise StoreError("an append was begun within an append of the same thread")
            self._waiting.append(ticket)
            try:
                while self._leader is not None and not ticket.settled:
                    self._turn.wait()
            except BaseException:
                self._leave(ticket)
                raise
            if ticket.settled:
                return ticket.result()
            self._leader = threading.get_ident()
        try:
            commit_all()
        finally:
            with self._turn:
                self._leader = None
                self._leave(ticket)
                self._turn.notify_all()
        return ticket.result()

    def _leave(self, ticket: Ticket) -> None:
        with contextlib.suppress(ValueError):
            if not ticket.settled:
                self._waiting.remove(ticket)

    @contextlib.contextmanager
    def called(self) -> Iterator[list[Ticket]]:
        """Call all that stand in line; what is found of them holds if the block ends well.

        If it fails, nothing was kept, and its error is that of each. If it is interrupted before
        all were placed, they stand in line again, for the next thread to call. Later it may have
        been committed, and to do so once more would keep them twice: they are told just that.
        """
        tickets = [self._waiting.popleft() for _ in range(len(self._waiting))]
        try:
            yield tickets
        except Exception as error:  # noqa: BLE001  # raised again by each ticket's `result`
            for ticket in tickets:
                ticket.found, ticket.settled = error, True
        except BaseException:
            if all(ticket.found is not None for ticket in tickets):
                unsure = StoreError("interrupted while it was committed: it may be kept or not")
                for ticket in tickets:
                    ticket.found, ticket.settled = unsure, True
            else:
                for ticket in tickets:
                    ticket.found = None
                self._waiting.extendleft(reversed(tickets))
            raise
        for ticket in tickets:
            ticket.settled = True
