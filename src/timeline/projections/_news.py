"""A news event as projections see it: curation resolved, its known interval worked out."""

from __future__ import annotations

import attrs

from timeline.dates import When
from timeline.model import Article, Claim, ClaimCorrected, ClaimStated, Known, NewsEvent

Order = tuple[int, bool, int, str, int]
"""The key of the fold order; see `fold_order`."""


def fold_order(known: Known, stream: str, version: int) -> Order:
    """Return the sort key in which news is folded, whatever the order of its arrival.

    Known latest, known earliest, stream, version: so all that is certainly known on a date comes
    before all that is only possibly known on it, and a state of certain news can be carried on to
    a state of possible news.
    """
    earliest = known.earliest
    return (known.latest, earliest is not None, earliest or 0, stream, version)


@attrs.frozen
class News:
    """One news event, with everything that curation and the clocks have to say of it.

    Args:
        event: the event; its claims are read as last revised, their sources canonical.
        known: the days in which it became known, by the clock of the question.
        stated: when the source, or the outlet that corrects itself, said so, by whatever clock.
        article: the article that it belongs to, as last revised.
        fact: the fact that its claim is about; None for events about articles. A claim that
            nobody has linked is a fact of its own, under the claim's id.
        previous: what the claim said before, where the event corrects or retracts one.
        stream: the stream of the event.
        version: its place within the stream.
    """

    event: NewsEvent
    known: Known
    stated: When
    article: Article
    fact: str | None
    previous: Claim | None
    stream: str
    version: int

    @property
    def order(self) -> Order:
        """The sort key of the fold order."""
        return fold_order(self.known, self.stream, self.version)

    @property
    def claim(self) -> Claim | None:
        """The claim as this event words it; None where it words none."""
        match self.event:
            case ClaimStated(claim=claim) | ClaimCorrected(claim=claim):
                return claim
            case _:
                return None
