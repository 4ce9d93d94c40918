"""What ingesting did: to each stream, and what it left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

import attrs

from timeline.ingestion._article_left_out import LeftOut

if TYPE_CHECKING:
    from timeline.linking import Proposal  # noqa: TC004 - not light, and no type here is resolved


@attrs.frozen
class Ingested:
    """What ingesting did to one stream.

    Args:
        stream: the stream.
        added: how many events were appended.
        version: the version that the stream has now.
        proposals: pairs of facts that may be one, for a person to decide.
        unplaced: what a changed text says that could not be stored, one line each.
        named: how many events that name its facts and sources were appended beside it, to the
            stream of curation.
        refused: what a model proposed and the article does not bear, or what it was not shown of
            that, one line each; nothing of it is stored.
    """

    stream: str
    added: int
    version: int
    proposals: tuple[Proposal, ...] = ()
    unplaced: tuple[str, ...] = ()
    named: int = 0
    refused: tuple[str, ...] = ()


@attrs.frozen
class Ingestion(Sequence[Ingested]):
    """What one call did: a sequence of what it did to each stream.

    Args:
        streams: what it did to each stream, in order.
        left_out: what was not taken in, and why.
    """

    streams: tuple[Ingested, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Ingested: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Ingested]: ...

    def __getitem__(self, index: int | slice) -> Ingested | Sequence[Ingested]:
        """Return what was done to a stream, by number."""
        return self.streams[index]

    def __iter__(self) -> Iterator[Ingested]:
        return iter(self.streams)

    def __len__(self) -> int:
        return len(self.streams)

    @property
    def added(self) -> int:
        """How many events were appended, those that name facts and sources among them."""
        return sum(one.added + one.named for one in self.streams)

    @property
    def named(self) -> int:
        """How many of them name facts and sources of articles, in the stream of curation."""
        return sum(one.named for one in self.streams)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Pairs of facts that may be one, for a person to decide."""
        return tuple(proposal for one in self.streams for proposal in one.proposals)

    @property
    def faults(self) -> dict[str, int]:
        """How many were left out for each kind of fault."""
        return dict(Counter(str(one.category) for one in self.left_out).most_common())
