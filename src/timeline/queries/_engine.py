"""The as-of engine: it joins a store and projections, and knows nothing of what they mean.

For a date D it folds the news that was certainly known by the end of D; then, from that state on,
the news that was only possibly known. The fold order makes the second a continuation of the first.
"""

from __future__ import annotations

import collections
import datetime as dt
import secrets
import threading
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

import attrs

from timeline.errors import InvalidValue, StoreError
from timeline.projections import FactProjection, News, Projection
from timeline.queries._answers import Answers, RanAnswers
from timeline.queries._index import Index, Lens
from timeline.queries._kept_claims import claims_as_bytes, kept_claims
from timeline.queries._kept_steps import kept_steps, steps_as_bytes
from timeline.queries._past import PastTable, past_table
from timeline.queries._resolution import Resolution
from timeline.queries._run import Run
from timeline.queries._sparse import sparse_resolution
from timeline.queries._steps import StepTable
from timeline.store import Head, MemoryStore

if TYPE_CHECKING:
    from collections.abc import Hashable

    from timeline.model import AsOf
    from timeline.store import EventStore

S = TypeVar("S")
R = TypeVar("R")

_KEPT = 4
"""How many resolutions of earlier positions are kept at hand."""

_SHARE = 20
"""What was worked out is kept again when one part in so many of the log is new."""

_FEW = 200
"""Half as many facts judged anew are not worth to be kept: that took hundredths of a second."""

_JUDGED = 2
"""Or when there are new verdicts for one fact in so many."""

_SPARSE_ASKED = 100
"""After so many questions about single facts it pays to read everything."""


@attrs.frozen(eq=False)
class View:
    """What a question looks at: the index of its events by its clock, and its steps.

    Args:
        position: how many events it looks at.
        index: when what became known.
        steps: what was known of each fact, day by day.
        whole: whether it knows of all facts, or only of the one that was asked for.
    """

    position: int
    index: Index
    steps: StepTable
    whole: bool = True

    @property
    def resolution(self) -> Resolution:
        """How the events are to be read."""
        return self.index.resolution

    @property
    def current(self) -> bool:
        """Whether the index still ends with the events that the question looks at."""
        return self.index.resolution.position == self.position

    def news(self, fact: str) -> list[News]:
        """Decode the news of *fact*, in fold order."""
        steps = self.steps.of(fact)
        return [] if steps is None else steps.index.news(fact, steps.line)


class Engine:
    """Answers questions as of a date from a store."""

    def __init__(self, store: EventStore) -> None:
        self.store = store
        self.large = 20_000
        """With so many unread events, a question about one fact does not read them all."""
        self.keeps = not isinstance(store, MemoryStore)
        """Whether what was worked out of a large store is kept beside its log."""
        self.lock = threading.RLock()
        """Held while more is read or answers are worked out: threads may share a collection."""
        self._sparse_asked = 0
        self._live = Resolution(store)
        self._stamp: str | None = None
        """Which kept claims the live ones were, or were kept as."""
        self._kept_position = 0
        self._past: collections.OrderedDict[int, Resolution] = collections.OrderedDict()
        self._pasts: collections.OrderedDict[tuple[int, Lens], PastTable] = (
            collections.OrderedDict()
        )
        self._runs: collections.OrderedDict[Hashable, Run] = collections.OrderedDict()
        self._views: dict[tuple[int, Lens], tuple[Index, StepTable]] = {}

    def position(self, as_of: AsOf | None = None) -> int:
        """Return how many events the question may look at, of those that are there now.

        Raises:
            InvalidValue: it looks at more events than there are; once there were more, the answer
                would be another.
        """
        recorded = None if as_of is None else as_of.recorded
        if isinstance(recorded, dt.datetime):
            return self.store.position_at(recorded)
        head = self.store.head().position
        if recorded is None:
            return head
        if recorded > head:
            expected = f"at most {head}, as the store has no more events"
            raise InvalidValue("as_of.recorded", expected=expected, got=recorded)
        return recorded

    def resolution(self, position: int) -> Resolution:
        """Return how the first *position* events are to be read."""
        with self.lock:
            if position >= self._live.position:
                self._live.advance(position)
                return self._live
            if position not in self._past:
                past = Resolution(self.store)
                past.advance(position)
                self._past[position] = past
                if len(self._past) > _KEPT:
                    gone, _ = self._past.popitem(last=False)
                    self._views = {key: view for key, view in self._views.items() if key[0] != gone}
            self._past.move_to_end(position)
            return self._past[position]

    def view(self, as_of: AsOf, position: int | None = None) -> View:
        """Return what a question looks at; *position* pins it to so many events."""
        with self.lock:
            if position is None:
                position = self.position(as_of)
            lens = Lens(as_of.clock, as_of.refused, as_of.zone)
            self._restore(lens, position)
            resolution = self.resolution(position)
            # The live resolution reads on as events come, and its index with it.
            place = -1 if resolution is self._live else position
            key = (place, lens)
            if key not in self._views:
                index = Index(resolution, key[1], self.lock)
                steps = StepTable(index)
                resolution.watchers.append(steps)
                self._views[key] = (index, steps)
            return View(position, *self._views[key])

    def _restore(self, lens: Lens, position: int) -> None:
        """Start from what was kept beside the log, if anything was and nothing else is known."""
        if not self.keeps or position < self.large:
            return
        if not self._live.position:
            found = kept_claims(self.store)
            if found is None:
                return
            self._live, self._stamp = found
            self._kept_position = self._live.position
        unchanged = self._live.position == self._kept_position
        if self._stamp is None or not unchanged or (-1, lens) in self._views:
            return
        index = Index(self._live, lens, self.lock)
        kept = kept_steps(index, self._stamp)
        if kept is not None:
            steps = StepTable(index, kept)
            self._live.watchers.append(steps)
            self._views[-1, lens] = (index, steps)

    def keep(self) -> None:
        """Keep what was worked out beside the log, if it is much and the store is large.

        It is a cache: answers are the same without it, and take longer once.
        """
        with self.lock:
            if self.keeps and self._live.position >= self.large and self._is_much():
                try:
                    self._keep()
                except (StoreError, OverflowError):
                    # It cannot be kept, as the disk is full or a day is too far away for a column.
                    # The store has said so to nobody who needs to know: no answer depends on it.
                    self.keeps = False

    def _is_much(self) -> bool:
        live = self._live.position
        tables = [view for (place, _), view in self._views.items() if place < 0]
        if all(steps.size is None for _, steps in tables):
            return False
        if self._stamp is None or live - self._kept_position >= max(self.large, live // _SHARE):
            return True
        unchanged = live == self._kept_position
        if unchanged and self._live.kept is None:
            return True
        for index, steps in tables:
            if steps.size is not None:
                if steps.changed and unchanged:
                    return True
                if index.judged * _JUDGED > max(_FEW, steps.size):
                    return True
        return False

    def _keep(self) -> None:
        live = self._live
        head = Head(live.position, self.store.fetch([live.position])[0].hash)
        stamp = secrets.token_hex(8)
        kept = claims_as_bytes(live, head, stamp)
        for (place, lens), (index, steps) in self._views.items():
            if place < 0 and steps.size is not None:
                kept |= steps_as_bytes(lens, steps.listed(), stamp)
                steps.changed, index.judged = False, 0
        self.store.cache_all(kept)  # at once: who finds one finds the others
        live.kept = live.kept or stamp
        self._stamp, self._kept_position = stamp, live.position

    def past(self, as_of: AsOf, position: int, *, of_all: bool = False) -> PastTable | None:
        """Return the steps of an earlier position out of those of now.

        None where there is nothing later to take away, or where all events are better read again.

        Args:
            as_of: the question.
            position: how many events it looks at.
            of_all: whether it asks of all facts, so that it is worth to begin with what was kept.
        """
        lens = Lens(as_of.clock, as_of.refused, as_of.zone)
        if of_all:
            self._restore(lens, position)
        if position >= self._live.position:
            return None
        table = self._pasts.get((position, lens))
        if table is None or not table.current:
            live = self.view(as_of, self._live.position).steps
            table = past_table(live, position)
            if table is None:
                return None
            self._pasts[position, lens] = table
            if len(self._pasts) > _KEPT:
                self._pasts.popitem(last=False)
        self._pasts.move_to_end((position, lens))
        return table

    def view_of(self, fact: str, as_of: AsOf, position: int) -> View:
        """Return what a question about one fact looks at, reading little of a large store.

        The view may know of no other fact. After a few such questions everything is read.
        """
        unread = position - self._live.position
        if unread < self.large or self._sparse_asked >= _SPARSE_ASKED:
            return self.view(as_of, position)
        self._sparse_asked += 1
        resolution = sparse_resolution(self.store, fact, position)
        if resolution is None:
            return self.view(as_of, position)
        index = Index(resolution, Lens(as_of.clock, as_of.refused, as_of.zone), self.lock)
        return View(position, index, StepTable(index), whole=False)

    def project(
        self, projection: Projection[S, R], as_of: AsOf, *, possible: bool = False
    ) -> object:
        """Run a projection: one result, or a lazy mapping of results where it has keys.

        Raises:
            InvalidValue: it is no projection; a class of them is not one either.
        """
        if not isinstance(projection, Projection):
            raise InvalidValue("projection", expected="an instance of Projection", got=projection)
        position = self.position(as_of)
        if type(projection).keys is FactProjection.keys:
            lines = _FactLines(self, as_of, position)
            return Answers(projection, as_of, lines, possible=possible)
        with self.lock:
            ran = self._run(projection, self.view(as_of, position)).asked(as_of.day)
        if projection.keyed:
            return RanAnswers(projection, as_of, ran, possible=possible)
        states = ran.possible if possible and ran.possible else ran.certain
        state = states[""] if states else projection.initial()
        return projection.finish(state, as_of)

    def _run(self, projection: Projection[S, R], view: View) -> Run:
        """Return what was folded of a projection before; one without a name is its own alone."""
        name = projection.name or id(projection)
        key = (type(projection), name, projection.version, view.index)
        run = self._runs.get(key)
        if run is None or (not projection.name and run.projection is not projection):
            keeps = self.keeps and view.position >= self.large
            run = self._runs[key] = Run(projection, view.index, keeps=keeps)
            if len(self._runs) > _KEPT:
                self._runs.popitem(last=False)
        run.projection = projection
        return run


class _FactLines(Mapping[str, list[News]]):
    """The news of every fact, read when asked for."""

    def __init__(self, engine: Engine, as_of: AsOf, position: int) -> None:
        self._engine = engine
        self._as_of = as_of
        self._position = position

    @property
    def _view(self) -> View:
        return self._engine.view(self._as_of, self._position)

    def __getitem__(self, fact: str) -> list[News]:
        with self._engine.lock:
            return self._view.news(fact)

    def __iter__(self) -> Iterator[str]:
        with self._engine.lock:
            return iter(list(self._view.resolution.facts()))

    def __len__(self) -> int:
        with self._engine.lock:
            return len(list(self._view.resolution.facts()))
