"""A projection on trial: one history, one question, and everything laws ask of the two."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from timeline._timeline import Timeline
from timeline.model import AsOf, Event, stream_of
from timeline.projections import Projection
from timeline.queries import Folded, fold
from timeline.testing._law import Raised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.projections import News

T = TypeVar("T")

AnyProjection = Projection[Any, Any]


@attrs.define(eq=False, slots=False)
class Trial:
    """One case in which the laws of projections must hold.

    Args:
        original: the projection under test, which is copied and never asked anything itself.
        events: the history, in its order of arrival.
        as_of: the question.
        possible: whether what was only possibly known is folded, too.
        conclusion: what an answer comes to; None where nobody says.
        like: a projection that is known to be right; None where there is none.
    """

    original: AnyProjection
    events: tuple[Event, ...]
    as_of: AsOf
    possible: bool = False
    conclusion: Callable[[Any], object] | None = None
    like: AnyProjection | None = None
    _timelines: dict[tuple[Event, ...], Timeline] = attrs.field(factory=dict, repr=False)

    def __attrs_post_init__(self) -> None:
        self.projection = self.fresh()

    def fresh(self) -> AnyProjection:
        """Return a copy of the projection that nobody has asked anything yet."""
        return copied(self.original)

    def begin(self) -> Trial:
        """Return the same trial of a projection that nobody has asked anything yet."""
        return attrs.evolve(self)

    # ---- Through the facade -------------------------------------------------------------------

    def timeline(self, events: Sequence[Event] | None = None) -> Timeline:
        """Return a collection in memory that holds *events*, or the history."""
        some = self.events if events is None else tuple(events)
        if some not in self._timelines:
            self._timelines[some] = collection(some)
        return self._timelines[some]

    def ask(
        self,
        events: Sequence[Event] | None = None,
        *,
        of: AnyProjection | None = None,
        as_of: AsOf | None = None,
        possible: bool | None = None,
    ) -> object:
        """Return the answer of the projection: a plain mapping of them where it has keys."""
        projection = self.projection if of is None else of
        return guarded(
            "Timeline.project",
            lambda: _plain(
                self.timeline(events).project(
                    projection,
                    self.as_of if as_of is None else as_of,
                    possible=self.possible if possible is None else possible,
                ),
                projection,
            ),
        )

    # ---- Through the public fold ----------------------------------------------------------------

    @functools.cached_property
    def news(self) -> list[News]:
        """All news of the history, in fold order, by the clock of the question."""
        return news_of(self.timeline(), self.as_of)

    @functools.cached_property
    def lines(self) -> dict[str, list[News]]:
        """The news of each key, in fold order; under the empty name where there are no keys."""
        return self.split(self.news)

    def split(self, news: Sequence[News]) -> dict[str, list[News]]:
        """Return the news of each key."""
        if not self.projection.keyed:
            return {"": list(news)}
        found: dict[str, list[News]] = {}
        for one in news:
            for key in self.keys(one):
                found.setdefault(key, []).append(one)
        return found

    def keys(self, news: News) -> tuple[str, ...]:
        """Return the keys of *news*; the empty name where the projection has none."""
        if not self.projection.keyed:
            return ("",)
        keys = guarded(f"keys({_kind(news)})", lambda: self.projection.keys(news))
        _check_each(keys, str, "keys", "names")
        return keys

    def initial(self) -> Any:  # noqa: ANN401 - a state is whatever the projection says
        """Return the state before any news."""
        return guarded("initial()", self.projection.initial)

    def evolve(self, state: Any, news: News) -> Any:  # noqa: ANN401 - as for `initial`
        """Return the state after *news*."""
        return guarded(f"evolve(…, {_kind(news)})", lambda: self.projection.evolve(state, news))

    def finish(self, state: Any, as_of: AsOf | None = None) -> Any:  # noqa: ANN401 - as above
        """Return the answer of a state."""
        asked = self.as_of if as_of is None else as_of
        return guarded(
            f"finish(…, as of {asked.known})", lambda: self.projection.finish(state, asked)
        )

    def turns(self, state: Any) -> tuple[int, ...]:  # noqa: ANN401 - as above
        """Return the days on which the answer of a state changes by itself."""
        turns = guarded("turns(…)", lambda: self.projection.turns(state))
        _check_each(turns, int, "turns", "day numbers")
        return turns

    def fold(self, line: Sequence[News]) -> Folded[Any]:
        """Fold a line as of the date asked."""
        return guarded("the fold", lambda: fold(self.projection, list(line), self.as_of.day))

    def concluded(self, line: Sequence[News]) -> object:
        """Return what the answer for a line comes to; None where nothing is known of it."""
        assert self.conclusion is not None
        folded = self.fold(line)
        state = folded.possible if self.possible and folded.possible else folded.certain
        if state is None:
            return None
        answer, conclude = self.finish(state[0]), self.conclusion
        return guarded("conclusion", lambda: conclude(answer))


def collection(events: Sequence[Event]) -> Timeline:
    """Return a collection in memory that holds *events*, each in its stream, in this order."""
    timeline = Timeline.in_memory()
    for event in events:
        timeline.store.append(stream_of(event), [event])
    return timeline


class _Witness(Projection[tuple["News", ...], tuple["News", ...]]):
    """Keeps all news as it comes; through it, the laws see what a projection sees."""

    name = "witness"

    def initial(self) -> tuple[News, ...]:
        return ()

    def evolve(self, state: tuple[News, ...], news: News) -> tuple[News, ...]:
        return (*state, news)

    def finish(self, state: tuple[News, ...], as_of: AsOf) -> tuple[News, ...]:
        del as_of
        return state


_END = 3_000_000
"""A day by whose end all is known, in the year 8214."""


def news_of(timeline: Timeline, as_of: AsOf) -> list[News]:
    """Return all news of a collection, in fold order, by the clock of a question."""
    seen: tuple[News, ...] = timeline.project(_Witness(), as_of.on(_END), possible=True)
    return list(seen)


def copied(projection: AnyProjection) -> AnyProjection:
    """Return a copy that shares nothing, or the projection itself where it cannot be copied."""
    try:
        return copy.deepcopy(projection)
    except Exception:  # noqa: BLE001 - whatever a projection of the user's raises when copied
        return projection


def guarded(doing: str, call: Callable[[], T]) -> T:
    """Call what is under test; tell what it raises apart from what we raise."""
    try:
        return call()
    except Raised:
        raise
    except Exception as error:
        raise Raised(doing, error) from error


def _check_each(found: object, kind: type, doing: str, what: str) -> None:
    if not isinstance(found, tuple) or not all(isinstance(one, kind) for one in found):
        raise Raised(doing, TypeError(f"expected a tuple of {what}, got {found!r}"))


def _plain(answer: object, projection: AnyProjection) -> object:
    if projection.keyed and isinstance(answer, Mapping):
        return dict(answer)
    return answer


def _kind(news: News) -> str:
    return type(news.event).__name__
