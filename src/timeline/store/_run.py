"""A run: events of one stream that were appended together, and are kept together.

A row for each event would cost several times what its bytes cost, so that a store in a file keeps
a run in one row. Where one run ends and the next begins means nothing: the log is its events.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.model import Event
from timeline.store._hash import chained

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 32
"""The most events of a run: whoever asks for one event reads its run."""

LARGE = 16_384
"""A run takes no further event when its payloads have more bytes than this together."""


@attrs.frozen
class Piece:
    """Events of one stream, encoded, before they have a place.

    Args:
        types: the names that they are stored under.
        payloads: the events as stored.
        events: the events themselves.
    """

    types: Sequence[str]
    payloads: Sequence[bytes]
    events: Sequence[Event]


@attrs.frozen
class Run:
    """Events that follow each other in the log and in one stream, recorded at one instant.

    Args:
        position: the position of the first.
        stream: the stream of all.
        version: the version of the first.
        recorded_at: when they were recorded, in microseconds since 1970.
        previous: the hash of the event before the first.
        hashes: the hash of each.
        piece: the events.
    """

    position: int
    stream: str
    version: int
    recorded_at: int
    previous: str
    hashes: Sequence[str]
    piece: Piece

    @classmethod
    def behind(  # noqa: PLR0913, PLR0917  # all that the hashes cover
        cls,
        previous: str,
        position: int,
        stream: str,
        version: int,
        recorded_at: int,
        piece: Piece,
    ) -> Run:
        """Return the run of *piece* behind the event whose hash is *previous*."""
        hashes = chained(
            previous, position, stream, version, recorded_at, piece.types, piece.payloads
        )
        return cls(position, stream, version, recorded_at, previous, hashes, piece)


def joined(
    offered: Sequence[Piece],
) -> tuple[Sequence[str], Sequence[bytes], Sequence[Event]]:
    """Return what several pieces hold, one behind the other."""
    if len(offered) == 1:
        return offered[0].types, offered[0].payloads, offered[0].events
    return (
        [type_ for one in offered for type_ in one.types],
        [payload for one in offered for payload in one.payloads],
        [event for one in offered for event in one.events],
    )


def pieces(
    types: Sequence[str], payloads: Sequence[bytes], events: Sequence[Event]
) -> Iterator[Piece]:
    """Cut events of one stream into pieces of which each can be a run."""
    if len(payloads) <= MOST and sum(map(len, payloads)) <= LARGE:
        if payloads:
            yield Piece(types, payloads, events)
        return
    start = size = 0
    for number, payload in enumerate(payloads):
        if number - start == MOST or size > LARGE:
            yield Piece(types[start:number], payloads[start:number], events[start:number])
            start, size = number, 0
        size += len(payload)
    yield Piece(types[start:], payloads[start:], events[start:])
