"""The news about one fact, in fold order, as the index has it: nothing is decoded."""

from __future__ import annotations

import operator
from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import Attribution, Known, Stance, article_of
from timeline.projections import Standing, Told, ended, fold_order
from timeline.store import IndexRow

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.frozen
class Card:
    """A claim as the index has it: enough to judge a fact by (`timeline.projections.Spoken`).

    Args:
        id: the id of the claim.
        stance: how its origin stands to it.
        attribution: its chain of sources, under canonical ids.
        occurred: when it happened, as far as the claim says.
        position: where the claim itself can be read.
    """

    id: str
    stance: Stance
    attribution: Attribution
    occurred: When | None
    position: int = attrs.field(eq=False)

    @property
    def article(self) -> str:
        """The id of its article."""
        return article_of(self.id)


LightAccount = tuple[Told[Card], ...]
"""All that was told of a fact, in fold order, nothing decoded."""


@attrs.frozen(eq=False)
class Ref:
    """A piece of news by its place in the store.

    Args:
        known: the days in which it became known.
        stated: the same, in the words of the date that it rests on.
        row: the event.
        content: the event that holds how its claim is read now.
        previous: likewise for the wording that it corrects or retracts.
        told: the claim as it words it; None where it words none.
        fact: the fact that it is about.
    """

    known: Known
    stated: When
    row: IndexRow
    content: IndexRow
    previous: IndexRow | None
    told: Told[Card] | None
    fact: str | None

    @property
    def order(self) -> tuple[int, bool, int, str, int]:
        """The sort key of the fold order."""
        return fold_order(self.known, self.row.stream, self.row.version)


class Line:
    """The news about one fact, in fold order."""

    __slots__ = ("_latest", "plain", "refs")

    def __init__(self, refs: Iterable[Ref]) -> None:
        self.refs = sorted(refs, key=operator.attrgetter("order"))
        self._latest = [ref.known.latest for ref in self.refs]
        self.plain = all(ref.previous is None for ref in self.refs)
        """Whether nothing was corrected or retracted."""

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
            told = ref.told
            if told is not None and told.claim.stance is Stance.FORECASTS:
                # The window of several forecasts ends with one of theirs: where they agree, with
                # the first; where they contradict each other, with the last.
                occurred = told.claim.occurred
                if occurred is not None and occurred.latest is not None:
                    days.add(occurred.latest + 1)
        return sorted(days)


def account(
    refs: Iterable[Ref], read_note: dict[int, str], before: LightAccount = ()
) -> LightAccount:
    """Fold *refs* onto the account *before*; `timeline.projections.told`, with nothing decoded.

    Args:
        refs: what became known, in fold order.
        read_note: what outlets said when they corrected or retracted, by position.
        before: what was known before.
    """
    told = before
    for ref in refs:
        note = read_note.get(ref.row.position, "")
        if ref.told is None:
            assert ref.row.claim is not None
            told = ended(told, ref.row.claim, Standing.RETRACTED, ref.stated, note)
        else:
            if ref.previous is not None:
                told = ended(told, ref.told.claim.id, Standing.CORRECTED, ref.stated, note)
            told = (*told, ref.told)
    return told
