"""An event as it stands in a log, and what is known of it without reading it."""

from __future__ import annotations

import datetime as dt
import functools
from typing import assert_never

import attrs

from timeline.dates import When
from timeline.errors import BrokenStore, InvalidValue
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
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
from timeline.store._hash import event_hash
from timeline.store._made import maker
from timeline.store._trusted import trusted

CHANGED = "its hash does not fit: it was changed"
"""What is wrong with an event whose hash is another than its own."""

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


@functools.lru_cache(maxsize=256)  # events of one append were all recorded at one instant
def microseconds(instant: dt.datetime, place: str) -> int:
    """Return *instant* in whole microseconds since 1970 in UTC."""
    if instant.tzinfo is None:
        raise InvalidValue(place, expected="an instant with a time zone", got=str(instant))
    return (instant - _EPOCH) // _MICROSECOND


@functools.lru_cache(maxsize=256)
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
    # Not taken by the constructor, so that `attrs.evolve` does not carry them to another record.
    _is_sound: bool = attrs.field(default=False, init=False, eq=False, repr=False)
    _event: Event | None = attrs.field(default=None, init=False, eq=False, repr=False)

    @property
    def event(self) -> Event:
        """The event itself, decoded when first asked for; old payloads are brought up to date.

        Raises:
            BrokenStore: the payload is none that this version of the library can read, or it is
                not the one that was written.
        """
        event = self._event
        if event is None:
            # A store that has checked a digest of all of this need not compute the hash as well.
            fits = self._is_sound or self.computed_hash() == self.hash
            # What has the hash that it was written with was valid when it was written.
            event = (trusted(self.type, self.payload) if fits else None) or self.decoded()
            if not fits:
                raise BrokenStore(self.file, self.position, CHANGED)
            _remember(self, event)  # the same at every reading
        return event

    def decoded(self) -> Event:
        """Decode the event anew, checking all that a new event is checked for."""
        return decode(self.type, self.payload, file=self.file, position=self.position)

    def computed_hash(self) -> str:
        """Return the hash that the event has to have."""
        return event_hash(
            self.previous,
            self.position,
            self.stream,
            self.version,
            microseconds(self.recorded_at, "recorded_at"),
            self.type,
            self.payload,
        )


_remember = vars(RecordedEvent)["_event"].__set__
record_of = maker(RecordedEvent)
"""Makes a `RecordedEvent` of all its fields quickly; the last two say whether a digest of them was
checked, and what its event is, if that is known."""


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

    @classmethod
    def of(cls, record: RecordedEvent, event: Event) -> IndexRow:
        """Return the row of a record whose event is *event*."""
        return cls(
            record.position, record.stream, record.version, record.type, *index_fields(event)
        )

    @property
    def curates(self) -> bool:
        """Whether the event curates; what links a claim, or dismisses it, is found by the claim."""
        return curates(self.type)


row_of = maker(IndexRow)
"""Makes an `IndexRow` of all its fields, quickly."""

_CURATING = {
    "article-revised",
    "claim-revised",
    "fact-described",
    "facts-merged",
    "fact-split",
    "source-defined",
    "sources-merged",
}


def curates(type_: str) -> bool:
    """Whether events of a type curate, links and dismissals left out."""
    return type_.partition(".")[0] in _CURATING


Fields = tuple[
    str | None, str | None, Basis | None, Stance | None, str | None, When | None, When | None
]
"""What an `IndexRow` says beyond the place of its event: *claim* to *date*."""


def index_fields(event: Event) -> Fields:
    """Return what the index says of *event*; the one place that decides it."""
    match event:
        case ClaimStated(claim=claim):  # first the two that most of a log consists of
            return _said(claim, claim.stated)
        case ClaimLinked(claim=name, fact=fact):
            return name, fact, None, None, None, None, None
        case ClaimRevised(claim=claim):
            return _said(claim, claim.stated)
        case ClaimCorrected(claim=claim, on=date):
            return _said(claim, date)
        case ArticlePublished(article=article) | ArticleRevised(article=article):
            return None, None, None, None, None, None, article.published
        case ClaimRetracted(claim=name, on=date):
            return name, None, None, None, None, None, date
        case ClaimDismissed(claim=name):
            return name, None, None, None, None, None, None
        case ArticleCorrected(on=date):
            return None, None, None, None, None, None, date
        case FactDescribed(fact=fact) | FactsMerged(fact=fact) | FactSplit(fact=fact):
            return None, fact, None, None, None, None, None
        case SourceDefined() | SourcesMerged():
            return None, None, None, None, None, None, None
        case _:
            assert_never(event)


def _said(claim: Claim, date: When | None) -> Fields:
    chain = " ".join(claim.attribution.chain)
    return claim.id, None, claim.basis, claim.stance, chain, claim.occurred, date
