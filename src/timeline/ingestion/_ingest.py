"""From files to the store: read everything, work out what is new, append it all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import WrongExpectedVersion
from timeline.ingestion._curated import read_curated
from timeline.ingestion._reconcile import additions
from timeline.ingestion._report import Ingested
from timeline.model import (
    CURATION,
    ArticleRevised,
    ClaimDismissed,
    ClaimLinked,
    ClaimRevised,
    ClaimStated,
    FactDescribed,
    FactsMerged,
    FactSplit,
    SourceDefined,
    SourcesMerged,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from timeline.model import CurationEvent, Event
    from timeline.queries import Engine, Join, Resolution
    from timeline.store import ExpectedVersion

_TRIES = 5
"""How often to look again at what is new, where somebody else takes something in meanwhile."""


def ingest_curated(engine: Engine, paths: Iterable[str | os.PathLike[str]]) -> tuple[Ingested, ...]:
    """Take curated streams and curation files into the store, all of them or none.

    What the store already holds is left alone: ingesting a file again adds nothing.

    Raises:
        InvalidInput: a file is at fault.
        DifferentHistory: a file contradicts what the store holds.
        WrongExpectedVersion: somebody else appended to a stream meanwhile.
    """
    files = tuple(paths)
    for _ in range(_TRIES - 1):
        try:
            return _ingested(engine, files)
        except WrongExpectedVersion:
            continue  # somebody else took something in meanwhile: look again at what is new
    return _ingested(engine, files)


def _ingested(engine: Engine, files: tuple[str | os.PathLike[str], ...]) -> tuple[Ingested, ...]:
    store = engine.store
    state = engine.resolution(engine.position())
    curated = read_curated(
        files,
        sources=state.sources,
        facts=(*state.described_facts(), *state.merged_facts()),
        claims=state.claims,
    )
    batches: list[tuple[str, list[Event], ExpectedVersion | int]] = []
    for stream in curated.streams:
        name = stream.article.id
        held = [recorded.event for recorded in store.read(name)]
        batches.append((name, additions(name, held, stream.events), len(held)))
    news = [event for _, events, _ in batches for event in events]
    names, joins = _new_curation(curated.curation, state, news)
    version = store.version(CURATION)
    # What joins and divides speaks of claims, and so comes behind the articles that make them.
    batches = [(CURATION, names, version), *batches, (CURATION, joins, version + len(names))]
    store.append_all([batch for batch in batches if batch[1]])
    added: dict[str, int] = {}
    for name, events, _ in batches:
        added[name] = added.get(name, 0) + len(events)
    return tuple(
        Ingested(name, count, store.version(name))
        for name, count in added.items()
        if count or name != CURATION
    )


def _new_curation(
    offered: Iterable[CurationEvent], state: Resolution, news: Sequence[Event]
) -> tuple[list[Event], list[Event]]:
    """Return what *offered* would change, if *news* were there already: names, then joins.

    What joins and divides is tried out on a copy of how things are: if all of it together changes
    nothing, nothing of it is new.
    """
    names: list[Event] = []
    joins: list[Join] = []
    for event in offered:
        match event:
            case SourceDefined(source=source):
                if state.sources.get(source.id) != source:
                    names.append(event)
            case FactDescribed(fact=fact):
                if state.described(fact) != event:
                    names.append(event)
            case ClaimLinked() | FactsMerged() | FactSplit() | SourcesMerged():
                joins.append(event)
            case ArticleRevised() | ClaimRevised() | ClaimDismissed():
                raise TypeError(event)  # no curation file can say so
    if not joins:
        return names, []
    trial = state.fork(one.claim.id for one in news if isinstance(one, ClaimStated))
    for one in news:
        if isinstance(one, ClaimLinked):
            trial.join(one)
    before = trial.joined()
    for join in joins:
        trial.join(join)
    return names, [*joins] if trial.joined() != before else []
