"""The as-of engine: it joins a store and projections, and knows nothing of what they mean.

For a date D it folds the news that was certainly known by the end of D; then, from that state on,
the news that was only possibly known. The fold order makes the second a continuation of the first.
"""

from __future__ import annotations

import collections
import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from timeline.errors import UnknownName
from timeline.projections import FactProjection, News, Projection
from timeline.queries._index import Index, Lens
from timeline.queries._resolution import Resolution

if TYPE_CHECKING:
    from timeline.model import AsOf
    from timeline.store import EventStore

S = TypeVar("S")
R = TypeVar("R")

_KEPT = 4
"""How many resolutions of earlier positions are kept at hand."""


@attrs.frozen
class Folded(Generic[S]):
    """The states of a fold as of a date.

    Args:
        certain: the state after all news that was certainly known; None where there was none.
        possible: the state after the news that was only possibly known, too; None where there was
            none.
    """

    certain: tuple[S] | None
    possible: tuple[S] | None

    @property
    def known(self) -> bool:
        """Whether anything was known at all, certainly or possibly."""
        return self.certain is not None or self.possible is not None


def fold(projection: Projection[S, R], line: list[News], day: int) -> Folded[S]:
    """Fold a *line* of news in fold order as of the end of *day*."""
    count = bisect_right(line, day, key=lambda news: news.known.latest)
    state = projection.initial()
    for news in line[:count]:
        state = projection.evolve(state, news)
    certain = (state,) if count else None
    tail = [news for news in line[count:] if news.known.possibly(day)]
    for news in tail:
        state = projection.evolve(state, news)
    return Folded(certain, (state,) if tail else None)


class Engine:
    """Answers questions as of a date from a store."""

    def __init__(self, store: EventStore) -> None:
        self.store = store
        self._live = Resolution(store)
        self._past: collections.OrderedDict[int, Resolution] = collections.OrderedDict()
        self._indexes: dict[tuple[int, Lens], Index] = {}

    def position(self, as_of: AsOf | None = None) -> int:
        """Return how many events the question may look at, of those that are there now."""
        head = self.store.head().position
        match None if as_of is None else as_of.recorded:
            case None:
                return head
            case dt.datetime() as instant:
                return self.store.position_at(instant)
            case count:
                return min(count, head)

    def resolution(self, position: int) -> Resolution:
        """Return how the first *position* events are to be read."""
        if position >= self._live.position:
            self._live.advance(position)
            return self._live
        if position not in self._past:
            past = Resolution(self.store)
            past.advance(position)
            self._past[position] = past
            if len(self._past) > _KEPT:
                gone, _ = self._past.popitem(last=False)
                self._indexes = {k: v for k, v in self._indexes.items() if k[0] != gone}
        self._past.move_to_end(position)
        return self._past[position]

    def index(self, as_of: AsOf, position: int) -> Index:
        """Return when what became known, from the first *position* events."""
        lens = Lens(as_of.clock, as_of.refused, as_of.zone)
        resolution = self.resolution(position)
        key = (-1 if resolution is self._live else position, lens)
        if key not in self._indexes or self._indexes[key].resolution is not resolution:
            self._indexes[key] = Index(resolution, lens)
        return self._indexes[key]

    def project(
        self, projection: Projection[S, R], as_of: AsOf, *, possible: bool = False
    ) -> object:
        """Run a projection: one result, or a lazy mapping of results where it has keys."""
        position = self.position(as_of)
        if isinstance(projection, FactProjection):
            return Answers(projection, as_of, _FactLines(self, as_of, position), possible=possible)
        news = self.index(as_of, position).everything()
        if not projection.keyed:
            return _finished(
                projection, fold(projection, news, as_of.day), as_of, possible=possible
            )
        split: dict[str, list[News]] = {}
        for one in news:
            for key in projection.keys(one):
                split.setdefault(key, []).append(one)
        return Answers(projection, as_of, split, possible=possible)


def _finished(projection: Projection[S, R], folded: Folded[S], as_of: AsOf, *, possible: bool) -> R:
    state = folded.possible if possible and folded.possible is not None else folded.certain
    return projection.finish(projection.initial() if state is None else state[0], as_of)


class _FactLines(Mapping[str, list[News]]):
    """The news of every fact, read when asked for."""

    def __init__(self, engine: Engine, as_of: AsOf, position: int) -> None:
        self._engine = engine
        self._as_of = as_of
        self._position = position

    @property
    def index(self) -> Index:
        return self._engine.index(self._as_of, self._position)

    def __getitem__(self, fact: str) -> list[News]:
        return self.index.line(fact)

    def __iter__(self) -> Iterator[str]:
        return iter(self.index.resolution.facts())

    def __len__(self) -> int:
        return len(self.index.resolution.facts())


class Answers(Mapping[str, R]):
    """The results of a projection by key, for the keys of which something was known.

    Opening it costs nothing: a key is folded when it is asked for.
    """

    def __init__(
        self,
        projection: Projection[S, R],
        as_of: AsOf,
        lines: Mapping[str, list[News]],
        *,
        possible: bool,
    ) -> None:
        self._projection = projection
        self._as_of = as_of
        self._possible = possible
        self._lines = lines

    def _known(self, line: list[News]) -> bool:
        day = self._as_of.day
        if self._possible:
            return any(news.known.possibly(day) for news in line)
        return bool(line) and line[0].known.certainly(day)

    def __getitem__(self, key: str) -> R:
        line = self._lines.get(key, [])
        if not self._known(line):
            raise UnknownName("key known on that date", key, self)
        return _finished(
            self._projection,
            fold(self._projection, line, self._as_of.day),
            self._as_of,
            possible=self._possible,
        )

    def __iter__(self) -> Iterator[str]:
        return (key for key in sorted(self._lines) if self._known(self._lines[key]))

    def __len__(self) -> int:
        return sum(1 for _ in self)
