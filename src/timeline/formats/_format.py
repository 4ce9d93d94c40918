"""What a format is: a name and two functions, one that writes and one that reads; either may lack.

The next format is one module with a `Format` in it, and its name in `_registry.py`.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import IO, TYPE_CHECKING, Protocol

import attrs

from timeline.formats._loss import Losses, LossReport
from timeline.formats._words import bounds_words
from timeline.model import Article, Event
from timeline.queries import ForecastTable, Knowledge, forecasts_as_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from timeline.dates import When
    from timeline.model import AsOf
    from timeline.queries import Engine, Resolution
    from timeline.store import IndexRow, RecordedEvent


class Contents:
    """What a writer can write: the events of a collection, and what was known of them on a date.

    It looks at the events that are there when it is made; what is appended later is not in it.

    Args:
        engine: the collection.
        as_of: the question whose answers are written.
        words: says a date in words, for formats that people read.
    """

    def __init__(
        self, engine: Engine, as_of: AsOf, *, words: Callable[[When], str] = bounds_words
    ) -> None:
        self._engine = engine
        self.position = engine.position(as_of)
        self.as_of = attrs.evolve(as_of, recorded=self.position)
        self.words = words

    def records(self) -> Iterator[RecordedEvent]:
        """Yield the events, in the order in which they were recorded."""
        return self._engine.store.read_all(upto=self.position)

    def rows_about(self, claim: str) -> list[IndexRow]:
        """Return what the index knows of the events about a claim, in their order."""
        return self._engine.store.rows_about(claims=[claim], upto=self.position)

    def curating_rows(self) -> list[IndexRow]:
        """Return what the index knows of curation but links, in order."""
        return self._engine.store.curating_rows(upto=self.position)

    def opening(self, article: str) -> int | None:
        """Return the position at which an article was published; None where it was not."""
        rows = self._engine.store.rows_about(articles=[article], upto=self.position)
        return rows[0].position if rows else None

    def event(self, position: int) -> Event:
        """Return the event at a position."""
        return self._engine.store.fetch([position])[0].event

    @cached_property
    def resolution(self) -> Resolution:
        """How the events are to be read: articles as last revised, claims with their facts."""
        return self._engine.resolution(self.position)

    @cached_property
    def knowledge(self) -> Knowledge:
        """What was known on the date."""
        return Knowledge(self._engine, self.as_of)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What to call each source, by id."""
        return {source.id: source.title for source in self.resolution.sources.values()}

    def forecasts(self) -> ForecastTable:
        """Return what had been forecast by the date, and what became of it."""
        with self._engine.lock:
            view = self._engine.view(self.as_of, self.position)
            return forecasts_as_of(view, self.as_of, self.names)


@attrs.frozen
class Place:
    """Where an event stood in the log that it was written from.

    Args:
        version: its number within its stream, from 1.
        position: its number within the log, from 1.
        recorded_at: when it was recorded, in UTC.
        hash: its hash, which covers all of this, the event, and all events before it.
    """

    version: int
    position: int
    recorded_at: dt.datetime
    hash: str


@attrs.frozen
class Arrival:
    """An event that a reader found.

    Args:
        stream: the stream that it goes to.
        event: the event.
        where: where it stands in the file, for errors, such as ``row 7``.
        place: where it stood in the log that it was written from; None where the file does not
            say, and the event is taken in as a new one.
    """

    stream: str
    event: Event
    where: str
    place: Place | None = None


@attrs.frozen
class Reading:
    """What a reader is told besides the file.

    Args:
        name: what to call the file in errors.
        article: the article that the file is taken for, in formats that have none of their own.
        losses: counts what of the file could not be taken in.
    """

    name: str
    article: Article | None = None
    losses: Losses = attrs.field(factory=Losses)


class Writer(Protocol):
    """Writes a collection in a format."""

    def __call__(self, contents: Contents, file: IO[bytes], /) -> LossReport:
        """Write *contents* to *file*, and say what the format could not carry."""


class Reader(Protocol):
    """Reads events from a format."""

    def __call__(self, file: IO[bytes], reading: Reading, /) -> Iterator[Arrival]:
        """Yield the events of *file* in their order.

        Raises:
            InvalidInput: the file is not in the format; it names the file and the place.
        """


@attrs.frozen
class Format:
    """A format by its name.

    Args:
        name: the name by which it is asked for.
        summary: what it is, in a few words.
        suffix: the ending of such files, with its dot.
        write: writes it; None where it is only read.
        read: reads it; None where it is only written.
        dated: whether it writes what was known on a date, rather than the events themselves.
        articles: whether its files tell of articles; else a reader is told for which article a
            file is taken (`Reading.article`).
    """

    name: str
    summary: str
    suffix: str
    write: Writer | None = None
    read: Reader | None = None
    dated: bool = False
    articles: bool = True
