"""Articles and claims in the making: what the builder of newsrooms keeps of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.model import Article, ArticlePublished, Claim, ClaimLinked, ClaimStated, Event
from timeline.testing._newsroom import Telling

if TYPE_CHECKING:
    from collections.abc import Mapping


@attrs.define
class Draft:
    """A claim in the making.

    Args:
        claim: as it is to be read in the end.
        fact: the fact that it is about.
        linked: whether anybody says so.
        told: what is true of it.
    """

    claim: Claim
    fact: str
    linked: bool
    told: Telling
    changed: int = 0


@attrs.define
class Page:
    """An article in the making, with the events about it."""

    article: Article
    printed: int
    arrives: int
    drafts: list[Draft]


def events_of(
    page: Page, article: Article, claims: Mapping[str, Claim], links: Mapping[str, str]
) -> list[Event]:
    """Return the events that bring *page* in, read as given: links stand behind their claims."""
    found: list[Event] = [ArticlePublished(article)]
    for draft in page.drafts:
        found.append(ClaimStated(claims.get(draft.claim.id, draft.claim)))
        if draft.linked or draft.claim.id in links:
            fact = links.get(draft.claim.id, draft.fact)
            found.append(ClaimLinked(draft.claim.id, fact))
    return found
