"""A small world of news and what was true in it: the events, and who could know what when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import Clock, Event, stream_of
from timeline.testing._code import code_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@attrs.frozen
class Happening:
    """What truly happened, or did not.

    Args:
        fact: the fact that claims about it are linked to.
        day: the day on which it happened, or was said to; see `When.day`.
        happened: whether it ever did.
    """

    fact: str
    day: int
    happened: bool = True


@attrs.frozen
class Telling:
    """A claim as it truly came about.

    Args:
        claim: the id of the claim.
        fact: the fact that it is about.
        origin: on whose word.
        stated: the day from whose end on it could be known, by the clock of statements.
        published: the day on which its article was truly printed.
        ended: the day on which its outlet corrected it or took it back; None if it never did.
        copied: whether it came by an outlet that had it from another one.
    """

    claim: str
    fact: str
    origin: str
    stated: int
    published: int
    ended: int | None = None
    copied: bool = False

    def day(self, clock: Clock = Clock.STATED) -> int:
        """Return the day from whose end on it could be known."""
        return self.published if clock is Clock.PUBLISHED else self.stated


@attrs.frozen(repr=False)
class Newsroom:
    """A coherent history, in its order of arrival, together with the truth behind it.

    The dates that its claims give are as soft as news is; the truth is exact, and lies within
    them. So whatever is certainly known on a day could truly be known, and whatever could truly
    be known is at least possibly known.

    Args:
        events: the history, in its order of arrival.
        happenings: what truly happened.
        tellings: who truly said what, and when.
        days: the first and the last day of which anything is told.
    """

    events: tuple[Event, ...]
    happenings: tuple[Happening, ...] = ()
    tellings: tuple[Telling, ...] = ()
    days: tuple[int, int] = (0, 0)

    def told(self, on: When | str | int, clock: Clock = Clock.STATED) -> frozenset[str]:
        """Return the ids of the claims that could truly be known by the end of a day.

        Args:
            on: the day; of a month or a year, its last day.
            clock: whether by statements or by printing.
        """
        day = _last_day(on)
        return frozenset(one.claim for one in self.tellings if one.day(clock) <= day)

    def standing(self, on: When | str | int, clock: Clock = Clock.STATED) -> frozenset[str]:
        """Return those of them that had not been corrected or taken back by then."""
        day = _last_day(on)
        return self.told(on, clock) - {
            one.claim
            for one in self.tellings
            if one.ended is not None and max(one.ended, one.day(clock)) <= day
        }

    @property
    def streams(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each stream, in order."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(stream_of(event), []).append(event)
        return {stream: tuple(events) for stream, events in found.items()}

    def __repr__(self) -> str:
        return code_of(self.events)


def _last_day(on: When | str | int) -> int:
    if isinstance(on, int):
        return on
    latest = When.of(on).latest
    return 10**9 if latest is None else latest
