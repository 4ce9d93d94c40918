"""A projection run over all news: what was folded once is carried on from, not folded again.

States are kept at places of the fold order. News that comes late leaves those before it as they
are; curation, after which older news reads otherwise, clears them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import attrs
import orjson

from timeline.errors import StoreError
from timeline.queries._collector import collector_paused
from timeline.queries._earlier import unchanged_since
from timeline.queries._kept_claims import NEWEST
from timeline.store import CacheKey

if TYPE_CHECKING:
    from timeline.projections import News, Projection
    from timeline.queries._index import Index
    from timeline.queries._line import Placed

LEAST = 4096
"""At least so many pieces of news lie between two kept states."""

MOST = 32
"""At most about so many states are kept."""

_NOTHING = object()
"""There is no state yet; None may be one."""

States = dict[str, Any]
"""The state of every key; one key, the empty one, where the projection names none."""


@runtime_checkable
class Dumping(Protocol):
    """A projection whose states can be kept."""

    def dump(self, state: Any) -> bytes:  # noqa: ANN401  # what the projection makes of news
        """Return *state* as bytes."""

    def load(self, data: bytes) -> Any:  # noqa: ANN401  # as above
        """Return the state that `dump` turned into *data*."""


@attrs.frozen
class Ran:
    """The states of a projection as of a day.

    Args:
        certain: those after the news that was certainly known.
        possible: those that the possibly known news changes, after it.
    """

    certain: States
    possible: States


class Run:
    """The states of one projection along the news of an index.

    Args:
        projection: the projection; its states are never changed, only carried on from.
        index: the news.
        keeps: whether the last state is kept beside the log, if the projection can dump it.
    """

    def __init__(self, projection: Projection[Any, Any], index: Index, *, keeps: bool) -> None:
        self.projection = projection
        self.index = index
        can = isinstance(projection, Dumping) and bool(projection.name) and not projection.keyed
        self._keeps = keeps and can
        self._order: list[Placed] = []
        self._read = (0, 0, 0, 0)
        """How many entries, news of articles, rewrites and moves the order knows of."""
        self._beside = 0
        """How many pieces of news went into the state that is kept beside the log."""
        self._kept: list[tuple[int, States]] = []
        """The states after some pieces of news: how many, in order."""

    def asked(self, day: int) -> Ran:
        """Return the states as of the end of *day*."""
        with collector_paused():
            self._read_on()
            count = bisect_left(self._order, (day + 1,))
            certain = self._folded(count)
            tail = [one for one in self._order[count:] if not one[1] or one[2] <= day]
            possible: States = {}
            for news in self.index.read(tail):
                for key in self._keys(news):
                    before = possible.get(key, certain.get(key, _NOTHING))
                    possible[key] = self._evolved(before, news)
            return Ran(certain, possible)

    def _read_on(self) -> None:
        resolution = self.index.resolution
        seen = (
            len(resolution.entries),
            len(resolution.articles.news[0]),
            len(resolution.rewrites),
            len(resolution.moved),
        )
        if seen == self._read:
            return
        columns = resolution.columns
        # A claim that had been read moved to another fact.
        moved = any(
            columns.current[claim] < self._read[0] for claim in resolution.moved[self._read[3] :]
        )
        if not self._order or moved or seen[2] != self._read[2]:
            self._kept.clear()
            self._order = self.index.everything()
        else:
            fresh = self.index.everything(*self._read[:2])
            if fresh:
                first = bisect_left(self._order, fresh[0])
                self._kept = [kept for kept in self._kept if kept[0] <= first]
                self._order += fresh
                self._order.sort()  # two runs, each in order: Python's sort joins them
        self._read = seen

    def _folded(self, count: int) -> States:
        step = max(LEAST, len(self._order) // MOST)
        if count >= step and not self._kept:
            self._recall()
        place = bisect_right(self._kept, count, key=_count) - 1
        done, states = self._kept[place] if place >= 0 else (0, {})
        while done < count:
            end = min(count, done - done % step + step)
            states = states.copy()
            for news in self.index.read(self._order[done:end]):
                for key in self._keys(news):
                    states[key] = self._evolved(states.get(key, _NOTHING), news)
            done = end
            if done % step == 0:
                place += 1
                self._kept.insert(place, (done, states))
        self._keep()
        return states

    # ---- Beside the log ------------------------------------------------------------------------

    @property
    def _key(self) -> CacheKey:
        lens = self.index.lens
        name = f"projection/{self.projection.name}/{lens.name}"
        return CacheKey(name, self.projection.version, NEWEST)

    def _keep(self) -> None:
        """Keep the last state beside the log, where the projection can dump it."""
        if not self._keeps or not self._kept or self._kept[-1][0] <= self._beside:
            return
        count, states = self._kept[-1]
        assert isinstance(self.projection, Dumping)  # or it would not be kept
        data = self.projection.dump(states[""])
        resolution = self.index.resolution
        head = {
            "count": count,
            "last": self._order[count - 1],
            "position": resolution.position,
            "hash": resolution.store.fetch([resolution.position])[0].hash,
            "read": self._read[:2],
        }
        line = orjson.dumps(head)
        try:
            resolution.store.cache(self._key, len(line).to_bytes(8, "big") + line + data)
        except StoreError:
            self._keeps = False  # the disk is full, say; no answer depends on a cache
        self._beside = count

    def _recall(self) -> None:
        """Start from the state beside the log, if all news that it does not hold comes later."""
        resolution = self.index.resolution
        data = resolution.store.cached(self._key) if self._keeps else None
        if data is None or not isinstance(self.projection, Dumping):
            return
        start = 8 + int.from_bytes(data[:8], "big")
        head = orjson.loads(data[8:start])
        position, last = head["position"], tuple(head["last"])
        if position > resolution.position or not unchanged_since(resolution, position):
            return
        if resolution.store.fetch([position])[0].hash != head["hash"]:
            return
        fresh = self.index.everything(*head["read"])
        if (fresh and fresh[0] < last) or self._order[head["count"] - 1] != last:
            return
        self._kept.append((head["count"], {"": self.projection.load(data[start:])}))
        self._beside = head["count"]

    def _keys(self, news: News) -> tuple[str, ...]:
        return self.projection.keys(news) if self.projection.keyed else ("",)

    def _evolved(self, state: Any, news: News) -> Any:  # noqa: ANN401  # what the projection makes
        before = self.projection.initial() if state is _NOTHING else state
        return self.projection.evolve(before, news)


def _count(kept: tuple[int, States]) -> int:
    return kept[0]
