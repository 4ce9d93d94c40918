"""From places in the store to news: the one step at which payloads are decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    ClaimCorrected,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Known,
)
from timeline.projections import News

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model import Claim, Event, NewsEvent
    from timeline.queries._resolution import Resolution


@attrs.frozen
class Ref:
    """A piece of news by its place in the store.

    Args:
        known: the days in which it became known.
        position: the event.
        content: the event that holds how its claim is read now.
        previous: likewise for the wording that it corrects or retracts.
        stated: when it was stated, whatever the clock.
        stream: the stream of the event.
        version: its place within the stream.
        fact: the fact that it is about.
    """

    known: Known
    position: int
    content: int
    previous: int | None
    stated: When
    stream: str
    version: int
    fact: str | None


def decoded(resolution: Resolution, refs: Sequence[Ref]) -> list[News]:
    """Return the news that stands at some places of the store."""
    positions = {ref.position for ref in refs} | {ref.content for ref in refs}
    positions |= {ref.previous for ref in refs if ref.previous is not None}
    records = resolution.store.fetch(sorted(positions))
    events = {record.position: record.event for record in records}
    return [_news(resolution, ref, events) for ref in refs]


def _news(resolution: Resolution, ref: Ref, events: Mapping[int, Event]) -> News:
    previous = None if ref.previous is None else events[ref.previous]
    canonical = resolution.canonical
    return News(
        event=_as_read(resolution, events[ref.position], events[ref.content]),
        known=ref.known,
        stated=ref.stated,
        article=resolution.article(ref.stream),
        fact=ref.fact,
        previous=None if previous is None else claim_in(previous, canonical),
        stream=ref.stream,
        version=ref.version,
    )


def _as_read(resolution: Resolution, event: Event, content: Event) -> NewsEvent:
    """Return the event with its claim as revised."""
    match event:
        case ClaimStated():
            return ClaimStated(claim_in(content, resolution.canonical))
        case ClaimCorrected():
            return attrs.evolve(event, claim=claim_in(content, resolution.canonical))
        case ClaimRetracted() | ArticleCorrected():
            return event
        case ArticlePublished(article=article):
            return ArticlePublished(resolution.article(article.id))
        case _:
            raise TypeError(event)  # events of other types never become references


def claim_in(event: Event, canonical: Mapping[str, str]) -> Claim:
    """Return the claim that an event words, its sources under *canonical* ids."""
    assert isinstance(event, ClaimStated | ClaimCorrected | ClaimRevised)
    claim = event.claim
    if any(link in canonical for link in claim.attribution.chain):
        return attrs.evolve(claim, attribution=claim.attribution.renamed(canonical))
    return claim
