"""The news about one fact, in fold order, as the index has it: nothing is decoded."""

from __future__ import annotations

import operator
from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import Known, Stance, article_of
from timeline.projections import Standing, fold_order
from timeline.store import IndexRow

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.frozen(eq=False)
class Ref:
    """A piece of news by its place in the store.

    Args:
        known: the days in which it became known.
        row: the event.
        content: the event that holds how its claim is read now.
        previous: likewise for the wording that it corrects or retracts.
        heard: the claim as it words it; None where it words none.
        fact: the fact that it is about.
    """

    known: Known
    row: IndexRow
    content: IndexRow
    previous: IndexRow | None
    heard: Heard | None
    fact: str | None

    @property
    def order(self) -> tuple[int, bool, int, str, int]:
        """The sort key of the fold order."""
        return fold_order(self.known, self.row.stream, self.row.version)


@attrs.frozen
class Heard:
    """A claim in one wording as the index has it: enough to judge a fact by.

    It is a `timeline.projections.Spoken`.

    Args:
        id: the id of the claim.
        stance: how its origin stands to it.
        chain: its sources, nearest first, under canonical ids.
        occurred: when it happened, as far as the claim says.
        known: the days in which the wording became known.
        row: the event that brought it.
        content: the event that holds how it is read now.
        published: when its article was printed.
        standing: whether its outlet stands by it.
        end: the event that corrected or retracted it; None while it stands.
        ended: when that became known.
    """

    id: str
    stance: Stance
    chain: tuple[str, ...]
    occurred: When | None
    known: Known
    row: IndexRow
    content: IndexRow
    published: When
    standing: Standing = Standing.STANDS
    end: IndexRow | None = None
    ended: Known | None = None

    @property
    def article(self) -> str:
        """The id of its article."""
        return article_of(self.id)

    @property
    def stands(self) -> bool:
        """Whether its outlet stands by it."""
        return self.end is None


Hearing = tuple[Heard, ...]
"""All that was heard of a fact, in fold order, nothing decoded."""


class Line:
    """The news about one fact, in fold order."""

    __slots__ = ("_latest", "plain", "refs")

    def __init__(self, refs: Iterable[Ref]) -> None:
        self.refs = sorted(refs, key=operator.attrgetter("order"))
        self._latest = [ref.known.latest for ref in self.refs]
        self.plain = all(ref.previous is None for ref in self.refs)
        """Whether nothing was corrected or retracted."""

    @property
    def last(self) -> int:
        """The day from whose end on all of it was certainly known."""
        return self._latest[-1]

    def split(self, day: int) -> tuple[int, list[Ref]]:
        """Return how many pieces were certainly known by the end of *day*, and the possible ones.

        The certain ones come first.
        """
        count = bisect_right(self._latest, day)
        return count, [ref for ref in self.refs[count:] if ref.known.possibly(day)]

    def days(self) -> list[int]:
        """Return the days on which an answer about the fact can change, in order."""
        days: set[int] = set(self._latest)
        for ref in self.refs:
            if ref.known.earliest is not None:
                days.add(ref.known.earliest)
            heard = ref.heard
            if heard is not None and heard.stance is Stance.FORECASTS:
                # The window of several forecasts ends with one of theirs: where they agree, with
                # the first; where they contradict each other, with the last.
                occurred = heard.occurred
                if occurred is not None and occurred.latest is not None:
                    days.add(occurred.latest + 1)
        return sorted(days)

    def hearing(self, refs: Iterable[Ref], before: Hearing = ()) -> Hearing:
        """Fold *refs* onto what was heard *before*: `timeline.projections.told` undecoded."""
        if self.plain:
            return before + tuple(ref.heard for ref in refs if ref.heard is not None)
        heard = list(before)
        at = {one.id: place for place, one in enumerate(heard) if one.stands}
        for ref in refs:
            wording = ref.heard
            if ref.previous is not None:
                how = Standing.RETRACTED if wording is None else Standing.CORRECTED
                place = at.pop(ref.row.claim or "", None)
                if place is not None:
                    heard[place] = attrs.evolve(
                        heard[place], standing=how, end=ref.row, ended=ref.known
                    )
            if wording is not None:
                at[wording.id] = len(heard)
                heard.append(wording)
        return tuple(heard)
