"""What a projection is: a pure fold over news, and a last step that knows the date asked."""

from __future__ import annotations

import abc
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from timeline.model import AsOf
    from timeline.projections._news import News

State = TypeVar("State")
Result_co = TypeVar("Result_co", covariant=True)


class Projection(abc.ABC, Generic[State, Result_co]):
    """A way to read the news: fold it into a state, then answer for a date.

    A projection never sees a store, a clock or an event that was not known. Its methods are pure:
    they change neither the state that they are given nor anything else.

    One that has a name and no keys may also have ``dump(state) -> bytes`` and
    ``load(data) -> state``. A question about a large archive then starts from a state that was kept
    beside the log, also in another process. What another `version` dumped is not loaded.

    Attributes:
        name: what caches call it; two projections have two names.
        version: raise it when `evolve` or the shape of the state changes.
    """

    name: str = ""
    version: int = 1

    @abc.abstractmethod
    def initial(self) -> State:
        """Return the state before any news."""

    @abc.abstractmethod
    def evolve(self, state: State, news: News) -> State:
        """Return the state after *news*; total: every kind of news event has an answer."""

    @abc.abstractmethod
    def finish(self, state: State, as_of: AsOf) -> Result_co:
        """Return the answer of *state* for the date asked: all that depends on the date itself."""

    def keys(self, news: News) -> tuple[str, ...]:
        """Name the parts of the state that *news* touches; override it where the state splits.

        A projection that overrides this has a state for every key, and answers with a mapping from
        keys to results; one that does not has one state and one result.
        """
        del news
        return ()

    @property
    def keyed(self) -> bool:
        """Whether the state splits by key."""
        return type(self).keys is not Projection.keys

    def turns(self, state: State) -> tuple[int, ...]:
        """Name the days on which `finish` changes its answer though nothing new is known."""
        del state
        return ()


class FactProjection(Projection[State, Result_co]):
    """A projection whose state splits by fact; the engine has an index for these."""

    def keys(self, news: News) -> tuple[str, ...]:
        """Name the fact that *news* is about."""
        return () if news.fact is None else (news.fact,)
