"""From files to the store: read everything, work out what is new, append it all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.ingestion._curated import read_curated
from timeline.ingestion._reconcile import additions
from timeline.model import CURATION, CurationEvent, Event, FactDescribed, SourceDefined

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from timeline.queries import Engine, Resolution
    from timeline.store import ExpectedVersion


@attrs.frozen
class Ingested:
    """What ingesting some files did to one stream.

    Args:
        stream: the stream.
        added: how many events were appended.
        version: the version that the stream has now.
    """

    stream: str
    added: int
    version: int


def ingest_curated(engine: Engine, paths: Iterable[str | os.PathLike[str]]) -> tuple[Ingested, ...]:
    """Take curated streams and curation files into the store, all of them or none.

    What the store already holds is left alone: ingesting a file again adds nothing.

    Raises:
        InvalidInput: a file is at fault.
        DifferentHistory: a file contradicts what the store holds.
        WrongExpectedVersion: somebody else appended to a stream meanwhile.
    """
    store = engine.store
    state = engine.resolution(engine.position())
    curated = read_curated(
        paths,
        sources=state.sources,
        facts=state.described_facts(),
        claims=state.claims,
    )
    batches: list[tuple[str, list[Event], ExpectedVersion | int]] = []
    for stream in curated.streams:
        name = stream.article.id
        held = [recorded.event for recorded in store.read(name)]
        batches.append((name, additions(name, held, stream.events), len(held)))
    held = [recorded.event for recorded in store.read(CURATION)]
    batches.insert(0, (CURATION, _new_curation(held, curated.curation, state), len(held)))
    store.append_all([batch for batch in batches if batch[1]])
    return tuple(
        Ingested(name, len(events), store.version(name))
        for name, events, _ in batches
        if events or name != CURATION
    )


def _new_curation(
    held: list[Event], offered: Iterable[CurationEvent], state: Resolution
) -> list[Event]:
    """Return what *offered* would change; what joins or divides counts once and for all."""
    new: list[Event] = []
    for event in offered:
        match event:
            case SourceDefined(source=source):
                known = state.sources.get(source.id) == source
            case FactDescribed(fact=fact):
                known = state.described(fact) == event
            case _:
                known = event in held
        if not known:
            new.append(event)
    return new
