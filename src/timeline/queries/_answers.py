"""What projections answer: folds of the news as of a date, by key."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from timeline.errors import UnknownName

if TYPE_CHECKING:
    from timeline.model import AsOf
    from timeline.projections import News, Projection
    from timeline.queries._run import Ran

S = TypeVar("S")
R = TypeVar("R")


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


def _finished(projection: Projection[S, R], folded: Folded[S], as_of: AsOf, *, possible: bool) -> R:
    state = folded.possible if possible and folded.possible is not None else folded.certain
    return projection.finish(projection.initial() if state is None else state[0], as_of)


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
        folded = fold(self._projection, line, self._as_of.day)
        return _finished(self._projection, folded, self._as_of, possible=self._possible)

    def __repr__(self) -> str:
        return f"<Answers of {self._projection.name!r} as of {self._as_of.known}>"

    def __iter__(self) -> Iterator[str]:
        return (key for key in sorted(self._lines) if self._known(self._lines[key]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class RanAnswers(Mapping[str, R]):
    """The results of a projection that has keys of its own, all folded at once."""

    def __init__(
        self, projection: Projection[Any, R], as_of: AsOf, ran: Ran, *, possible: bool
    ) -> None:
        self._projection = projection
        self._as_of = as_of
        self._states = {**ran.certain, **ran.possible} if possible else ran.certain

    def __getitem__(self, key: str) -> R:
        if key not in self._states:
            raise UnknownName("key known on that date", key, self)
        return self._projection.finish(self._states[key], self._as_of)

    def __repr__(self) -> str:
        return f"<Answers of {self._projection.name!r} as of {self._as_of.known}>"

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._states))

    def __len__(self) -> int:
        return len(self._states)
