"""Histories taken apart: news left out with all that hangs on it, and other orders of arrival."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    FactsMerged,
    FactSplit,
    NewsEvent,
    stream_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from timeline.dates import When
    from timeline.model import Claim

Place = tuple[str, int]
"""A stream and a version."""


def placed(events: Sequence[Event]) -> Iterator[tuple[Place, Event]]:
    """Yield each event with its place."""
    versions: dict[str, int] = {}
    for event in events:
        stream = stream_of(event)
        versions[stream] = versions.get(stream, 0) + 1
        yield (stream, versions[stream]), event


def without(events: Sequence[Event], gone: Collection[Place]) -> tuple[Event, ...]:
    """Return the history without some news, and without what hangs on that news alone.

    An article stays as long as one of its claims does.
    """
    claims = {
        event.claim.id
        for place, event in placed(events)
        if isinstance(event, ClaimStated) and place not in gone
    }
    articles = {name.partition("#")[0] for name in claims} | {
        place[0]
        for place, event in placed(events)
        if isinstance(event, ArticlePublished) and place not in gone
    }
    kept: list[Event] = []
    wordings: dict[str, int] = {}
    for place, event in placed(events):
        match event:
            case ArticlePublished() | ArticleRevised():
                stays = place[0] in articles
            case ArticleCorrected():
                stays = place[0] in articles and place not in gone
            case ClaimStated(claim=claim) | ClaimCorrected(claim=claim):
                stays = claim.id in claims and place not in gone
                wordings[claim.id] = wordings.get(claim.id, 0) + stays
            case ClaimRetracted(claim=name):
                stays = name in claims and place not in gone
            case ClaimLinked(claim=name):
                stays = name in claims
            case ClaimRevised(claim=claim, correction=number):
                stays = claim.id in claims and number < wordings[claim.id]
            case _:
                stays = True
        if stays:
            kept.append(event)
    return tuple(kept)


def smaller(events: Sequence[Event]) -> Iterator[tuple[Event, ...]]:
    """Yield the history without one event, for every event: without what hangs on it, too.

    A repair is also taken away as if there had been nothing to repair.
    """
    for number, (place, event) in enumerate(placed(events)):
        others = (*events[:number], *events[number + 1 :])
        if isinstance(event, NewsEvent):
            gone = {place}
            if isinstance(event, ArticlePublished):
                gone |= {other for other, _ in placed(events) if other[0] == place[0]}
            yield without(events, gone)
            continue
        yield others
        repaired = tuple(_repaired(one, event) for one in others)
        if repaired != others:
            yield repaired


def _repaired(event: Event, repair: Event) -> Event:
    """Return *event* as *repair* says that it should have been."""
    match event, repair:
        case ClaimLinked(claim=claim, fact=fact), FactsMerged(fact=gone, into=into):
            return ClaimLinked(claim, into) if fact == gone else event
        case ClaimLinked(claim=claim, fact=fact), FactSplit(fact=gone, into=into, claims=claims):
            return ClaimLinked(claim, into) if fact == gone and claim in claims else event
        case ClaimStated(claim=said), ClaimRevised(claim=claim, correction=0):
            return ClaimStated(claim) if said.id == claim.id else event
        case ArticlePublished(article=printed), ArticleRevised(article=article):
            return ArticlePublished(article) if printed.id == article.id else event
        case _:
            return event


def changed_after(events: Sequence[Event], day: int) -> set[Place]:
    """Return the places of corrections and retractions dated wholly after *day*."""
    return {
        place
        for place, event in placed(events)
        if isinstance(event, ClaimCorrected | ClaimRetracted | ArticleCorrected)
        and event.on.earliest is not None
        and event.on.earliest > day
    }


def other_arrivals(events: Sequence[Event]) -> Iterator[tuple[Event, ...]]:
    """Yield the history in other orders of arrival, the order within each stream kept.

    What we decided stays where it is: the events behind the first decision are not moved, save for
    the links by which articles come in.
    """
    head = list(
        itertools.takewhile(lambda event: isinstance(event, NewsEvent | ClaimLinked), events)
    )
    tail = tuple(events[len(head) :])
    streams: dict[str, list[Event]] = {}
    for event in head:
        streams.setdefault(stream_of(event), []).append(event)
    backwards = [event for stream in reversed(streams.values()) for event in stream]
    turns = itertools.zip_longest(*streams.values())
    in_turns = [event for turn in turns for event in turn if event is not None]
    for order in (backwards, in_turns):
        if order != head:
            yield (*order, *tail)


def days_of(events: Sequence[Event]) -> list[int]:
    """Return the days on which something begins, ends or may be known, and their neighbours."""
    found: set[int] = set()
    for event in events:
        for when in _whens(event):
            for day in (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest):
                if day is not None:
                    found |= {day - 1, day, day + 1}
    return sorted(found)


def _whens(event: Event) -> Iterator[When]:
    match event:
        case ArticlePublished(article=article) | ArticleRevised(article=article):
            yield article.published
        case ClaimStated(claim=claim) | ClaimRevised(claim=claim) | ClaimCorrected(claim=claim):
            if isinstance(event, ClaimCorrected):
                yield event.on
            yield from (when for when in (claim.occurred, claim.stated) if when is not None)
        case ClaimRetracted(on=on) | ArticleCorrected(on=on):
            yield on
        case _:
            return


def reread(events: Sequence[Event], claim: Claim) -> tuple[Event, ...]:
    """Return the history in which a claim was read as *claim* from the start."""
    return tuple(
        ClaimStated(claim)
        if isinstance(event, ClaimStated) and event.claim.id == claim.id
        else event
        for event in events
    )
