"""The claims of the page: what was said, on whose word, and the exact quote with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.rendering._phrases import STANCES, said_words
from timeline.rendering._text import inert
from timeline.rendering._voices import chain_words, named
from timeline.rendering._when import at_words, bounds_in_words, in_words
from timeline.rendering.page._bars import bar
from timeline.rendering.page._links import mark_name, quote_link, web_link
from timeline.rendering.page._read import Readings
from timeline.rendering.page._tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.dates import When
    from timeline.model import Article, AsOf, Evidence
    from timeline.queries import KnownClaim


@attrs.frozen
class ShownClaim:
    """A claim as the page shows it; all words are inert.

    Args:
        claim: its id.
        stance: how its source stands to the fact.
        text: what it says, in a sentence.
        chain: the number of the phrase that says on whose word, through whom, in which outlet.
        said: that of what the source did, when, and what that date rests on.
        occurred: the number of the date at which it has it happen; -1 where it gives none.
        figures: its figures in words.
        quote: the exact words of the article.
        article: the number of its article.
        sources: the numbers of all sources in its chain, and of its origin.
        ended: what became of it, where it was taken back.
        place: the name of the place on the page where the quote stands in its text.
        web: the address of the quote on the web.
        read: the number of how a machine read it; -1 where a person did.
    """

    claim: str
    stance: str
    text: str
    chain: int
    said: int
    occurred: int
    figures: tuple[str, ...]
    quote: str
    article: int
    sources: tuple[int, ...]
    ended: str
    place: str
    web: str
    read: int


class Shared:
    """What facts and claims have in common: sources, articles, dates, by number.

    Args:
        as_of: the question.
        names: what to call each source, by id.
        articles: the articles, by id.
        texts: whether the page holds the texts of the articles.
        merged: the id of a source that stands for another one.
    """

    def __init__(
        self,
        as_of: AsOf,
        names: Mapping[str, str],
        articles: Mapping[str, Article],
        *,
        texts: bool,
        merged: Mapping[str, str],
    ) -> None:
        self._as_of = as_of
        self._names = names
        self._found = articles
        self._texts = texts
        self.quotes: dict[str, set[Evidence]] = {}
        """The quotes of each article that the page shows."""
        self.phrases: Table[str, str] = Table(str)
        self.sources: Table[str, str] = Table(lambda source: inert(named(source, names)))
        self.articles: Table[str, list[object]] = Table(self._article)
        self.whens: Table[When, list[object]] = Table(_when)
        self.readings = Readings(names, merged)
        self.claims: list[ShownClaim] = []
        """All claims, each as often as its wording or its origin changed."""
        self._numbers: dict[tuple[object, ...], list[tuple[KnownClaim, int]]] = {}

    def claim(self, known: KnownClaim) -> int:
        """Return the number of a claim, as it is worded, whether certainly known or possibly."""
        # A claim is asked for at every step of its fact: to compare it costs less than to hash it.
        key = (known.id, known.known, known.origin, known.standing, known.ended)
        alike = self._numbers.setdefault(key, [])
        for other, number in alike:
            if _same(known, other):
                return number
        number = len(self.claims)
        self.claims.append(self._claim(known))
        alike.append((known, number))
        return number

    def when(self, when: When | None) -> int:
        """Return the number of a date; -1 for none."""
        return -1 if when is None else self.whens[when]

    def _article(self, name: str) -> list[object]:
        article = self._found[name]
        return [
            name,
            inert(article.title),
            inert(named(article.outlet, self._names)),
            in_words(article.published),
            web_link(article.url) or "",
            int(self._texts and bool(article.text)),
        ]

    def _claim(self, known: KnownClaim) -> ShownClaim:
        claim = known.claim
        article = self._found[claim.article]
        quote = claim.evidence
        place = web = ""
        if quote is not None:
            self.quotes.setdefault(article.id, set()).add(quote)
            web = quote_link(article.url, quote.exact) or ""
            if self._texts and article.text and quote.stands_in(article.text):
                place = mark_name(article.id, quote.start)
        ended = ""
        if known.ended is not None:
            ended = f"{known.standing} {at_words(known.ended)}"
            ended += f": {inert(known.note)}" if known.note else ""
        return ShownClaim(
            claim=claim.id,
            stance=STANCES[claim.stance],
            text=inert(claim.text),
            chain=self.phrases[inert(chain_words(known, self._names))],
            said=self.phrases[said_words(known, self._as_of)],
            occurred=self.when(claim.occurred),
            figures=tuple(inert(str(figure)) for figure in claim.figures),
            quote="" if quote is None else inert(quote.exact),
            article=self.articles[article.id],
            sources=tuple(dict.fromkeys(self.sources[one] for one in (*claim.chain, known.origin))),
            ended=ended,
            place=place,
            web=web,
            read=self.readings.number(claim.reading),
        )


def _same(one: KnownClaim, other: KnownClaim) -> bool:
    return (one.claim, one.stated, one.published, one.note) == (
        other.claim,
        other.stated,
        other.published,
        other.note,
    )


def _when(when: When) -> list[object]:
    """Return a date in words, its bounds in words, as a bar, and by when it had certainly begun."""
    return [
        in_words(when),
        bounds_in_words(when) or "",
        [[one.first, one.last, one.begins, one.ends] for one in bar(when)],
        when.start_latest,
    ]
