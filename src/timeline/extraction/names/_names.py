"""Who and what an article names: persons, bodies, places, peoples and groups without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.names._known import KnownSources
from timeline.extraction.names._mention import Mention, Registry, Sort
from timeline.extraction.names._rules import RULES
from timeline.extraction.names._scan import Scan
from timeline.extraction.page import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.extraction.page import Page
    from timeline.model import Source

__all__ = ["RULES", "Mention", "Sort", "names_of"]


def names_of(page: Page, sources: Mapping[str, Source]) -> tuple[Mention, ...]:
    """Return what *page* names, in the order of the text; mentions never overlap.

    Args:
        page: the article, cut up.
        sources: the sources that are known, by id; `KnownSources` are looked up as they are.

    >>> from timeline.extraction.page import page_of
    >>> from timeline.model import Article
    >>> text = "Two Dutch officials met Lt. Gen. Pavel Horak in Kyiv. Horak left at once."
    >>> page = page_of(Article("a", "daily", "2025-02-07", text=text))
    >>> for name in names_of(page, {}):
    ...     print(name.id, name.sort, name.country)
    dutch-officials group netherlands
    pavel-horak person
    kyiv place ukraine
    pavel-horak person
    """
    index = KnownSources.of(sources)
    registry = Registry(index, page.sentences)
    found: list[Mention] = []
    # A headline gives last names only: the body says whose they are.
    body = [sentence for sentence in page.sentences if sentence.block.part is not Part.HEADLINE]
    heads = [sentence for sentence in page.sentences if sentence.block.part is Part.HEADLINE]
    for sentence in (*body, *heads):
        found.extend(Scan(sentence, registry).mentions(RULES))
    found.sort(key=lambda mention: mention.start)
    return tuple(registry.settled(mention) for mention in found)
