"""What an extractor is, and what it brings out of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

import attrs

from timeline.model import Claim, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model import Article


@attrs.frozen
class Unread:
    """A stretch of an article that gave no claim, and why.

    Args:
        start: where it begins in the text, in code points.
        end: where it ends, exclusive.
        reason: why, in a few words.
    """

    start: int
    end: int
    reason: str


@attrs.frozen
class Extraction:
    """What was read out of one article.

    Args:
        claims: the claims, in the order of the text, numbered from 1 on; each has evidence that
            stands in the text, and a reading that says how it came about.
        sources: the sources that the claims name and that were not known before.
        unread: what gave no claim, in the order of the text.
        refused: what of it a model proposed and the text does not bear, or was never shown.
    """

    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    unread: tuple[Unread, ...] = ()
    refused: tuple[Unread, ...] = ()


@runtime_checkable
class Extractor(Protocol):
    """What reads the claims out of an article: the rules, a model, or code of your own.

    `timeline.testing.check_extractor` holds one to the laws that every extractor must keep.
    """

    @property
    def name(self) -> str:
        """A short name, which each claim's reading carries."""
        ...

    def extract(self, article: Article, sources: Mapping[str, Source] | None = None) -> Extraction:
        """Return what *article* says; of an article without a text, nothing.

        Args:
            article: the article.
            sources: the sources that are known, by id.
        """
        ...
