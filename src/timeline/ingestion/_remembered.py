"""What the events of a log come to, for whoever takes in more: facts, sources, articles.

All of it depends on the events and their order alone, so that it can be kept and read on from.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from timeline.extraction import KnownSources
from timeline.ingestion._spellings import Spellings
from timeline.linking import LinkIndex, Pages, no_page, spread
from timeline.model import (
    Article,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Source,
    SourceDefined,
    SourcesMerged,
    article_of,
    slug,
)
from timeline.store import decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.linking import PageName, Read
    from timeline.store import EventStore

_ARTICLES = 1 << 16
"""How many pages articles are spread over."""

_NAMES = 1 << 17
"""How many pages each table of sources is spread over: most names that are not known have none."""


@attrs.define
class _Held:
    """What is known of an article beside the facts of its claims.

    Args:
        article: the article; its text stays in the store, the digest tells whether it is the same.
        waiting: the claims that have no fact yet.
        dismissed: the claims that somebody said are none.
    """

    article: Article | None = None
    waiting: dict[str, Claim] = attrs.field(factory=dict)
    dismissed: set[str] = attrs.field(factory=set)

    def dump(self) -> list[Any]:
        waiting = [_written(ClaimStated(claim)) for claim in self.waiting.values()]
        article = None if self.article is None else _written(ArticlePublished(self.article))
        return [article, waiting, sorted(self.dismissed)]

    @classmethod
    def load(cls, plain: list[Any]) -> _Held:
        held = cls(dismissed=set(plain[2]))
        for name, payload in chain([plain[0]] if plain[0] else [], plain[1]):
            match decode(name, payload.encode()):
                case ArticlePublished(article=article):
                    held.article = article
                case ClaimStated(claim=claim):
                    held.waiting[claim.id] = claim
                case _:
                    pass
        return held


def _written(event: Event) -> tuple[str, str]:
    name, payload = encode(event)
    return name, payload.decode()


class _Names(Pages[str, Any]):
    """A table of sources, on pages.

    Args:
        name: what is looked up in it.
        read: gives the pages that were kept.
    """

    def __init__(self, name: str, read: Read) -> None:
        super().__init__(f"sources-{name}", _name_place, read)

    def keys(self) -> Iterator[str]:
        """Return all keys; most pages have to be read for that."""
        return self.keys_on(range(_NAMES))


class Remembered:
    """What a log comes to, up to a position.

    Args:
        store: the log, to read a claim again.
        read: gives the pages that were kept.
        position: the last event that they know.
    """

    def __init__(self, store: EventStore, read: Read = no_page, position: int = 0) -> None:
        self.position = position
        self.index = LinkIndex(read=read)
        self._store = store
        self._read = read
        self._tables: list[_Names] = []
        self.sources = KnownSources(tables=self._table)
        self.spellings = Spellings(self._table("spelled"))
        self._outlets = self._table("outlets")
        """Sources by the other names that articles may give their outlets."""
        self._articles: Pages[str, _Held] = Pages(
            "articles", _article_place, read, load=_Held.load, dump=_Held.dump
        )

    def _table(self, name: str) -> _Names:
        """Return a table of sources, which is kept with the others."""
        table = _Names(name, self._read)
        self._tables.append(table)
        return table

    def outlet(self, name: str) -> str | None:
        """Return the source that goes by another name, as articles may name their outlet."""
        found: str | None = self._outlets.get(name)
        return found

    def article(self, name: str) -> Article | None:
        """Return an article as it reads now, without its text; None where it is not stored."""
        held = self._articles.get(name)
        return None if held is None else held.article

    def apply(self, event: Event, position: int) -> None:
        """Take in the event at a position, the next one."""
        self.position = position
        match event:
            case ClaimStated(claim=claim):  # first the three that most of a log consists of
                self._holding(claim.article).waiting[claim.id] = claim
            case ClaimLinked():
                self._link(event.claim, event.fact)
            case FactDescribed():
                self.index.describe(event.fact, event.title, event.kind)
            case ArticlePublished(article=article) | ArticleRevised(article=article):
                self._holding(article.id).article = attrs.evolve(article, text=None)
            case ArticleCorrected(article=name, text=text):
                held = self._holding(name)
                if held.article is not None and text is not None:
                    corrected = attrs.evolve(held.article, text=text, sha256="")
                    held.article = attrs.evolve(corrected, text=None)
            case ClaimRevised(claim=claim) | ClaimCorrected(claim=claim):
                self._reread(claim)
            case FactsMerged():
                if event.fact in self.index:
                    self.index.merge(event.fact, event.into)
            case FactSplit():
                for claim_id in event.claims:
                    self._link(claim_id, event.into)
            case SourceDefined(source=source):
                self._define(source)
            case SourcesMerged():
                self._merge_sources(event.source, event.into)
            case ClaimDismissed():
                self.index.discard(event.claim)
                self._holding(article_of(event.claim)).dismissed.add(event.claim)
            case ClaimRetracted():
                pass  # it was about its fact, and a later claim may still be

    # ---- What is kept --------------------------------------------------------------------------

    def changed(self) -> Iterator[tuple[PageName, bytes]]:
        """Yield the pages that changed."""
        yield from self.index.changed()
        yield from self._articles.changed()
        for table in self._tables:
            yield from table.changed()

    def settle(self) -> None:
        """Learn that what changed was kept, and need not be held."""
        self.index.settle()
        self._articles.settle()
        for table in self._tables:
            table.settle()

    # ---- Claims --------------------------------------------------------------------------------

    def _holding(self, article: str) -> _Held:
        """Return what is known of an article, to be changed."""
        held = self._articles.change(article)
        if held is None:
            held = _Held()
            self._articles.put(article, held)
        return held

    def _reread(self, claim: Claim) -> None:
        held = self._holding(claim.article)
        if claim.id in held.dismissed:
            return
        fact = self.index.fact_of(claim.id)
        if fact is None:
            held.waiting[claim.id] = claim
        else:
            self.index.add(fact, claim, fixed=self.index.is_fixed(claim.id))

    def _link(self, claim_id: str, fact: str) -> None:
        held = self._holding(article_of(claim_id))
        held.dismissed.discard(claim_id)
        # Whoever links a claim anew has looked at it.
        again = self.index.fact_of(claim_id) is not None
        claim = held.waiting.pop(claim_id, None) or self._claim(claim_id)
        if claim is not None:
            self.index.add(fact, claim, fixed=again)

    def _claim(self, claim_id: str) -> Claim | None:
        """Read a claim from the store again, as it read by now; None where it was not stated."""
        found = None
        for recorded in self._store.read(article_of(claim_id)):
            if recorded.position > self.position:
                break  # what comes later is taken in later, whoever has read it before
            match recorded.event:
                case (
                    ClaimStated(claim=claim)
                    | ClaimRevised(claim=claim)
                    | ClaimCorrected(claim=claim)
                ) if claim.id == claim_id:
                    found = claim
                case _:
                    pass
        return found

    # ---- Sources -------------------------------------------------------------------------------

    def _define(self, source: Source) -> None:
        self.sources[source.id] = source
        self.spellings.add(source)
        for name in map(slug, (source.title, *source.aliases)):
            if name != source.id and self._outlets.get(name) is None:
                self._outlets.put(name, source.id)
        if self._outlets.get(source.id) is not None:
            self._outlets.drop(source.id)

    def _merge_sources(self, name: str, into: str) -> None:
        gone = self.sources.pop(name, None)
        kept = self.sources.get(into)
        if gone is not None and kept is not None:
            aliases = (*kept.aliases, gone.title, *gone.aliases)
            self._define(attrs.evolve(kept, aliases=aliases))
            self._outlets.put(name, into)


def _name_place(name: str) -> int:
    return spread(name, _NAMES)


def _article_place(article: str) -> int:
    return spread(article, _ARTICLES)
