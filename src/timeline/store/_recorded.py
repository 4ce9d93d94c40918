"""An event as it stands in a log, and what is known of it without reading it."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

import attrs

from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    SourceDefined,
    SourcesMerged,
    Stance,
)
from timeline.store._codec import decode

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


def microseconds(instant: dt.datetime, place: str) -> int:
    """Return *instant* in whole microseconds since 1970 in UTC."""
    if instant.tzinfo is None:
        raise InvalidValue(place, expected="an instant with a time zone", got=str(instant))
    return (instant - _EPOCH) // _MICROSECOND


def instant_of(microseconds: int) -> dt.datetime:
    """Return the instant in UTC so many *microseconds* after 1970.

    >>> instant_of(1_500_000)
    datetime.datetime(1970, 1, 1, 0, 0, 1, 500000, tzinfo=datetime.timezone.utc)
    """
    return _EPOCH + dt.timedelta(microseconds=microseconds)


@attrs.frozen
class RecordedEvent:
    """An event with its place in a log; distinct from an event in hand, which has none.

    Args:
        stream: the stream that it belongs to.
        version: its number within the stream, from 1.
        position: its number within the log, from 1.
        recorded_at: when it was appended, in UTC; never before its predecessor.
        type: the name that it is stored under, such as ``claim-stated.v1``.
        payload: the event as stored.
        previous: the hash of its predecessor in the log.
        hash: its own hash, which covers all of the above.
        file: the store that it was read from, for errors alone.
    """

    stream: str
    version: int
    position: int
    recorded_at: dt.datetime
    type: str
    payload: bytes = attrs.field(repr=False)
    previous: str = attrs.field(repr=False)
    hash: str = attrs.field(repr=False)
    file: str = attrs.field(default="log", eq=False, repr=False)
    _event: Event | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def event(self) -> Event:
        """The event itself, decoded when first asked for; old payloads are brought up to date.

        Raises:
            BrokenStore: the payload is none that this version of the library can read.
        """
        event = self._event
        if event is None:
            event = decode(self.type, self.payload, file=self.file, position=self.position)
            object.__setattr__(self, "_event", event)  # the same at every reading
        return event


@attrs.frozen
class IndexRow:
    """What places an event in time and ties it to claims and facts, without decoding it.

    Args:
        position: its number within the log.
        stream: the stream that it belongs to.
        version: its number within the stream.
        type: the name that it is stored under.
        claim: the claim that it is about.
        fact: the fact that it is about.
        basis: what the date of the claim rests on.
        stance: how the origin of the claim stands to it.
        chain: the sources of the claim, nearest first, separated by spaces.
        occurred: when the claim says that it happened.
        date: the event's own date: of publication, of a dated statement, of a correction or a
            retraction.
    """

    position: int
    stream: str
    version: int
    type: str
    claim: str | None = None
    fact: str | None = None
    basis: Basis | None = None
    stance: Stance | None = None
    chain: str | None = None
    occurred: When | None = None
    date: When | None = None


def index_row(position: int, stream: str, version: int, type_: str, event: Event) -> IndexRow:
    """Return what the index says of *event*; the one place that decides it."""
    claim: str | None = None
    fact: str | None = None
    said: Claim | None = None
    date: When | None = None
    match event:
        case ArticlePublished(article=article) | ArticleRevised(article=article):
            date = article.published
        case ClaimStated(claim=said) | ClaimRevised(claim=said):
            date = said.stated
        case ClaimCorrected(claim=said, on=date):
            pass
        case ClaimRetracted(claim=claim, on=date):
            pass
        case ArticleCorrected(on=date):
            pass
        case ClaimLinked(claim=claim, fact=fact):
            pass
        case FactDescribed(fact=fact) | FactsMerged(fact=fact) | FactSplit(fact=fact):
            pass
        case SourceDefined() | SourcesMerged():
            pass
        case _:
            assert_never(event)
    if said is None:
        return IndexRow(position, stream, version, type_, claim, fact, date=date)
    return IndexRow(
        position,
        stream,
        version,
        type_,
        said.id,
        fact,
        said.basis,
        said.stance,
        " ".join(said.attribution.chain),
        said.occurred,
        date,
    )
