"""The made-up archive as one flat table of wordings, worked out apart from the engine.

The peers get this table, so that they answer the last-claim question as well as they can: the days
on which each wording became known, and its rank in the fold order, are there for them.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import attrs

from tests.benchmarks.archive import archive
from timeline.model import (
    ArticlePublished,
    ClaimCorrected,
    ClaimLinked,
    ClaimStated,
    Known,
    stated_known,
)
from timeline.projections import fold_order
from timeline.store import ExpectedVersion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates import When
    from timeline.model import Article, Claim
    from timeline.store import Batch, EventStore

TOGETHER = 100  # articles in one transaction


@attrs.define
class Rows:
    """Wordings of claims, column by column, in fold order.

    Args:
        fact: the number of the fact.
        claim: the number of the claim, in order of arrival.
        latest: the day from whose end on it was certainly known.
        position: where its event stands in the log.
        claims: the ids of the claims.
        ends: where the articles end in the log.
    """

    fact: array[int]
    claim: array[int]
    latest: array[int]
    position: array[int]
    claims: list[str]
    ends: array[int]


def rows_of(claims: int) -> Rows:
    """Return the wordings of the archive of so many claims."""
    found: list[tuple[tuple[int, bool, int, str, int], int, int, int]] = []
    names: list[str] = []
    ends = array("i")
    position = 0
    for stream, events in archive(claims):
        printed: Known | None = None
        fact: dict[str, int] = {
            event.claim: int(event.fact.removeprefix("fact-"))
            for event in events
            if isinstance(event, ClaimLinked)
        }
        said: dict[str, tuple[int, Known]] = {}
        for version, event in enumerate(events, 1):
            position += 1
            match event:
                case ArticlePublished(article=article):
                    printed = _printed(article)
                case ClaimStated(claim=claim):
                    assert printed is not None  # an article comes before its claims
                    known = _known(claim, printed)
                    said[claim.id] = (len(names), known)
                    names.append(claim.id)
                case ClaimCorrected(claim=claim, on=on):
                    known = Known.of(on).not_before(said[claim.id][1])
                case _:
                    continue
            if not isinstance(event, ArticlePublished):
                order = fold_order(known, stream, version)
                found.append((order, fact[claim.id], said[claim.id][0], position))
        ends.append(position)
    found.sort()
    return Rows(
        fact=array("i", (one[1] for one in found)),
        claim=array("i", (one[2] for one in found)),
        latest=array("i", (one[0][0] for one in found)),
        position=array("i", (one[3] for one in found)),
        claims=names,
        ends=ends,
    )


def _printed(article: Article) -> Known:
    return Known.of(article.published)


def _known(claim: Claim, printed: Known) -> Known:
    def bounds(when: When | None, *, began: bool) -> tuple[int | None, int | None]:
        if when is None:
            return None, None
        return (when.start_earliest, when.start_latest if began else when.latest)

    return stated_known(
        claim.basis,
        published=printed,
        stated=bounds(claim.stated, began=False),
        began=bounds(claim.occurred, began=True),
    )


def fill(store: EventStore, claims: int) -> None:
    """Append the archive of so many claims to *store*."""
    for batch in _together(claims):
        store.append_all(batch)


def _together(claims: int) -> Iterator[list[Batch]]:
    batch: list[Batch] = []
    for stream, events in archive(claims):
        batch.append((stream, events, ExpectedVersion.NO_STREAM))
        if len(batch) == TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch
