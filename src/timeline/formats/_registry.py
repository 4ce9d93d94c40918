"""The formats by name, and the two doors: a collection goes out, events come in."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from importlib import import_module
from typing import TYPE_CHECKING

import attrs

from timeline.errors import BrokenStore, InvalidInput, InvalidValue, UnknownName
from timeline.formats._format import Contents, Format, Reading
from timeline.formats._loss import LossReport
from timeline.ingestion import check
from timeline.queries import Engine
from timeline.store import (
    ExpectedVersion,
    Head,
    RecordedEvent,
    encode,
    extend_log,
    new_file,
    read_file,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.formats._format import Arrival
    from timeline.model import Article
    from timeline.store import EventStore, File

MODULES = {
    "csv": "_csv",
    "jsonl": "_jsonl",
    "parquet": "_parquet",
    "cloudevents": "_cloudevents",
    "timelinejs": "_timelinejs",
    "timelinejs-csv": "_timelinejs_csv",
    "jsonld": "_jsonld",
    "ical": "_ical",
}
"""The formats by name, each with the module that holds its `Format`; loaded when asked for."""


@attrs.frozen
class TakenIn:
    """What became of a file that was taken in.

    Args:
        head: the head of the store behind it.
        report: what was read, and what could not be.
        kept: whether positions, times and hashes are those of the log that the file was written
            from; else the events were recorded anew.
    """

    head: Head
    report: LossReport
    kept: bool


def format_of(name: str | Format) -> Format:
    """Return a format by its name; a `Format` is itself.

    Raises:
        UnknownName: there is none of that name.
    """
    if isinstance(name, Format):
        return name
    if name not in MODULES:
        raise UnknownName("format", name, MODULES)
    found: Format = import_module(f"timeline.formats.{MODULES[name]}").FORMAT
    return found


def formats() -> tuple[Format, ...]:
    """Return all formats that come with the library."""
    return tuple(format_of(name) for name in MODULES)


# ---- Out -----------------------------------------------------------------------------------


def export(contents: Contents, file: File, format: str | Format) -> LossReport:  # noqa: A002  # the word that users have for it
    """Write a collection to a file, and say what the format could not carry.

    A path gets its file when it is whole; there must be none.

    Args:
        contents: the collection, and the date of the answers that are written.
        file: where to.
        format: the format, or its name.

    Raises:
        UnknownName: there is no such format.
        InvalidValue: the format is only read.
        MissingLibrary: the format needs a library that is not installed.
        StoreError: there is such a file already, or it cannot be written.
    """
    found = format_of(format)
    if found.write is None:
        raise InvalidValue("format", expected="one that can be written", got=found.name)
    with new_file(file) as stream:
        return found.write(contents, stream)


# ---- In ------------------------------------------------------------------------------------


def take_in(
    store: EventStore,
    file: File,
    format: str | Format,  # noqa: A002  # as above
    *,
    article: Article | None = None,
    name: str | None = None,
) -> TakenIn:
    """Append the events of a file to a store, all of them or none.

    Where the file gives the events with their places and hashes, they keep them: the store must be
    empty, or hold the first of them already. Otherwise they are recorded as new events, which have
    to fit what the store holds.

    Args:
        store: the store.
        file: the file.
        format: the format, or its name.
        article: the article that the file is taken for, in a format that has no articles.
        name: what to call the file in errors; its path if left out.

    Raises:
        InvalidInput: the file is not in the format, or an event of it does not fit.
        InvalidValue: the format is only written.
        BrokenStore: an event is not as it was written.
        DifferentHistory: the store holds an event that the file has not.
        WrongExpectedVersion: the store has a stream of that name already.
    """
    found = format_of(format)
    if found.read is None:
        raise InvalidValue("format", expected="one that can be read", got=found.name)
    with contextlib.ExitStack() as stack:
        called, stream = stack.enter_context(read_file(file, name, kind=found.name))
        reading = Reading(called, article)
        arrivals = found.read(stream, reading)
        if isinstance(arrivals, Generator):  # lets go of the file before it is closed
            stack.enter_context(contextlib.closing(arrivals))
        first = next(arrivals, None)
        counted = _Counted(first, arrivals)
        if first is not None and first.place is not None:
            head = _extended(store, counted, called)
            kept = True
        else:
            head = _appended(store, list(counted), called)
            kept = False
    return TakenIn(head, reading.losses.report(found.name, "event", counted.count), kept)


class _Counted:
    """Arrivals, the first of which was looked at; counts them as they pass."""

    def __init__(self, first: Arrival | None, rest: Iterator[Arrival]) -> None:
        self._first = first
        self._rest = rest
        self.count = 0

    def __iter__(self) -> Iterator[Arrival]:
        if self._first is not None:
            self.count += 1
            yield self._first
        for arrival in self._rest:
            self.count += 1
            yield arrival


def _extended(store: EventStore, arrivals: Iterable[Arrival], name: str) -> Head:
    try:
        return extend_log(store, _records(arrivals, name), name)
    except BrokenStore as error:
        advice = (
            f"{error.problem}; without the columns 'hash' and 'position', its events are taken in "
            "as new ones"
        )
        raise BrokenStore(error.file, error.position, advice) from error


def _records(arrivals: Iterable[Arrival], name: str) -> Iterator[RecordedEvent]:
    """Chain the events again; the store checks every hash."""
    before = Head()
    for arrival in arrivals:
        place = arrival.place
        if place is None:
            raise InvalidInput(name, arrival.where, "expected a hash in every row, or in none")
        type_, payload = encode(arrival.event)
        yield RecordedEvent(
            arrival.stream,
            place.version,
            place.position,
            place.recorded_at,
            type_,
            payload,
            before.hash,
            place.hash,
            name,
        )
        before = Head(place.position, place.hash)


def _appended(store: EventStore, arrivals: list[Arrival], name: str) -> Head:
    resolution = Engine(store).resolution(store.head().position)
    try:
        check((arrival.event for arrival in arrivals), resolution)
    except (InvalidValue, UnknownName) as error:
        raise InvalidInput(name, "", str(error)) from error
    for arrival in arrivals:
        if arrival.place is not None:
            raise InvalidInput(name, arrival.where, "expected a hash in every row, or in none")
    batches = [(one.stream, [one.event], ExpectedVersion.ANY) for one in arrivals]
    try:
        return store.append_all(batches)
    except InvalidValue as error:
        raise InvalidInput(name, "", str(error)) from error
