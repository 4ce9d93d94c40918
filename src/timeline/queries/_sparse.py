"""One fact from a large store, without reading the others.

What a fact reads like depends on the claims that were ever linked to it, on their articles, and on
curation; the store's indexes find these at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model import ClaimRevised, FactsMerged, FactSplit, article_of
from timeline.queries._resolution import Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Event
    from timeline.store import EventStore

MANY = 5_000
"""With more curation than this, it is as quick to read everything."""


def sparse_resolution(store: EventStore, fact: str, position: int) -> Resolution | None:
    """Return how the first *position* events are to be read as far as *fact* goes.

    Of other facts the result knows nothing, or a part. None where it would not be quick.
    """
    curating = store.curating_rows(upto=position)
    if len(curating) > MANY:
        return None
    events = [record.event for record in store.fetch([row.position for row in curating])]
    facts = _joined(fact, events)
    claims = {name for name in facts if "#" in name}
    for event in events:
        if isinstance(event, FactSplit) and not facts.isdisjoint({event.fact, event.into}):
            claims.update(event.claims)
    linked = store.rows_about(facts=facts, upto=position)
    claims.update(row.claim for row in linked if row.claim is not None)
    articles = {article_of(claim) for claim in claims}
    rows = {row.position: row for row in linked}
    for row in store.rows_about(claims=claims, articles=articles, upto=position):
        rows[row.position] = row
    for row, event in zip(curating, events, strict=True):
        if not isinstance(event, ClaimRevised) or event.claim.id in claims:
            rows[row.position] = row
    return Resolution.of(store, (rows[place] for place in sorted(rows)), position)


def _joined(fact: str, events: Iterable[Event]) -> set[str]:
    """Return the facts that were ever merged with *fact*, or split from it, over any steps."""
    joins = [
        {event.fact, event.into} for event in events if isinstance(event, FactsMerged | FactSplit)
    ]
    facts = {fact}
    while True:
        more = facts.union(*(join for join in joins if not join.isdisjoint(facts)))
        if more == facts:
            return facts
        facts = more
