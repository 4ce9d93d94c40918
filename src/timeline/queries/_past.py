"""Answers of an earlier position, out of what is known of all events: both axes at once.

Most facts read, at an earlier position, as now without the news that came since. Those that
curation has changed since are read from the store as they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.queries._earlier import rewritten
from timeline.queries._fact_steps import Steps
from timeline.queries._index import Index
from timeline.queries._line import overdue_days
from timeline.queries._sparse import sparse_resolution
from timeline.queries._steps import StepTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries._resolution import Resolution

FEW = 200
"""With more facts than this that curation has changed since, all events are read again."""


class PastTable(StepTable):
    """The steps of all facts as the first so many events tell of them.

    Args:
        live: the steps of now, by the same lens.
        position: how many events it looks at.
        changed: the facts that curation has changed since.
    """

    def __init__(self, live: StepTable, position: int, changed: set[str]) -> None:
        super().__init__(live.index)
        self.position = position
        self.rewrites = len(live.index.resolution.rewrites)
        """How much curation of now it knows of."""
        self._live = live
        self._rewritten = changed
        self._read: dict[str, Resolution | None] = {}

    @property
    def current(self) -> bool:
        """Whether no curation has come that it does not know of."""
        return self.rewrites == len(self.index.resolution.rewrites)

    def surviving(self, fact: str) -> str:
        """Return the fact that *fact* had been merged into, or itself."""
        now = self.index.resolution.surviving(fact)
        if now not in self._rewritten and fact not in self._rewritten:
            return now
        then = self._then(fact)
        return fact if then is None else then.surviving(fact)

    def _facts(self) -> Iterable[str]:
        return {**dict.fromkeys(self.index.facts()), **dict.fromkeys(self._rewritten)}

    def _then(self, fact: str) -> Resolution | None:
        if fact not in self._read:
            store = self.index.resolution.store
            self._read[fact] = sparse_resolution(store, fact, self.position)
        return self._read[fact]

    def _opened(self, fact: str) -> Steps | None:
        if fact in self._rewritten:
            return self._reread(fact)
        live = self._live.of(fact)
        if live is None:
            return None
        columns = self.index.resolution.entries
        position, upto = columns.position, self.position
        entries = live.line.entries
        kept = [place for place, entry in enumerate(entries) if position[entry] <= upto]
        if not kept:
            return None
        described = self.index.resolution.described(fact, upto)
        if len(kept) == len(entries) and described == live.described:
            return live
        line = live.line.only(kept)
        steps = Steps(live.index, fact, line, live.index.days(line), described)
        if described == live.described:
            steps.remember(live, self._same_until(live, set(kept)))
        return steps

    def _same_until(self, live: Steps, kept: set[int]) -> int | None:
        """Return the first day on which news that came since can matter; None is any."""
        line = live.line
        left = [place for place in range(len(line)) if place not in kept]
        days: list[int] = []
        for place in left:
            earliest = line.earliest[place]
            if earliest is None:
                return None
            days.append(earliest)
        entries = [line.entries[place] for place in left]
        days.extend(overdue_days(self.index.resolution, entries))
        return min(days, default=None)

    def _reread(self, fact: str) -> Steps | None:
        then = self._then(fact)
        if then is None:
            return None
        live = self.index
        index = Index(then, live.lens, live.lock)
        line = index.line(fact)
        if not len(line):
            return None
        return Steps(index, fact, line, index.days(line), index.described(fact))


def past_table(live: StepTable, position: int) -> PastTable | None:
    """Return the steps of an earlier *position*; None where all events are better read again."""
    changed = rewritten(live.index.resolution, position)
    if changed is None or len(changed) > FEW:
        return None
    store = live.index.resolution.store
    if changed and sparse_resolution(store, next(iter(changed)), position) is None:
        return None  # there is too much curation to read it for each fact
    return PastTable(live, position, changed)
