"""The page without its script: everything as known in the end, as a list to read or to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.rendering._phrases import MEANING
from timeline.rendering._text import inert
from timeline.rendering._when import at_words, bounds_in_words, in_words
from timeline.rendering.page._answers import against
from timeline.rendering.page._claims import ShownClaim
from timeline.rendering.page._links import Piece, marked, web_link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model import Article
    from timeline.queries import Fact
    from timeline.rendering.page._answers import Answers
    from timeline.rendering.page._claims import Shared


@attrs.frozen
class ListedClaim:
    """A claim of the list, whether it was certainly known, and where its quote stands."""

    shown: ShownClaim
    chain: str
    said: str
    certain: bool
    article: str
    link: str
    read: str


@attrs.frozen
class ListedFact:
    """A fact of the list, in words."""

    fact: str
    title: str
    status: str
    occurred: str
    bounds: str
    conflict: bool
    origins: str
    against: str
    possibly: str
    first_known: str
    claims: tuple[ListedClaim, ...]


@attrs.frozen
class Section:
    """Facts that stand alike, under a heading that says how."""

    title: str
    meaning: str
    facts: tuple[ListedFact, ...]


@attrs.frozen
class ArticleText:
    """An article of the page with its text in paragraphs, its quotes marked."""

    id: str
    title: str
    outlet: str
    published: str
    web: str
    sha256: str
    paragraphs: list[list[Piece]]


def sections_of(facts: Sequence[Fact], answers: Answers) -> list[Section]:
    """Return the facts as they stand, the certain ones by their status, then the possible ones."""
    sections = [
        Section(*words, _listed([f for f in facts if f.certain and f.status is status], answers))
        for status, words in MEANING.items()
    ]
    possible = _listed([fact for fact in facts if not fact.certain], answers)
    sections.append(
        Section("Only possibly known", "may have been said by then, or later", possible)
    )
    return [section for section in sections if section.facts]


def _listed(facts: list[Fact], answers: Answers) -> tuple[ListedFact, ...]:
    return tuple(_fact(fact, answers) for fact in sorted(facts, key=answers.rank))


def _fact(fact: Fact, answers: Answers) -> ListedFact:
    shared = answers.shared
    would = fact.possibly
    return ListedFact(
        fact=fact.id,
        title=inert(fact.title or fact.id),
        status=str(fact.status) if fact.certain else f"possibly {fact.status}",
        occurred=in_words(fact.occurred),
        bounds=bounds_in_words(fact.occurred) or "",
        conflict=fact.conflict,
        origins=_named(fact.origins, shared),
        against=_named(against(fact), shared),
        possibly="" if would is None else f"{would.status}, {in_words(would.occurred)}",
        first_known=at_words(fact.first_known),
        claims=tuple(
            _claim(shared, shared.claim(known), certain=known.certain) for known in fact.claims
        ),
    )


def _named(origins: tuple[str, ...], shared: Shared) -> str:
    return ", ".join(shared.sources.rows[shared.sources[one]] for one in origins)


def _claim(shared: Shared, number: int, *, certain: bool) -> ListedClaim:
    shown = shared.claims[number]
    _, _, outlet, published, *_ = shared.articles.rows[shown.article]
    link = f"#{shown.place}" if shown.place else shown.web
    chain, said = shared.phrases.rows[shown.chain], shared.phrases.rows[shown.said]
    read = shared.readings.words(shown.read)
    return ListedClaim(shown, chain, said, certain, f"{outlet}, {published}", link, read)


def article_texts(articles: Mapping[str, Article], shared: Shared) -> list[ArticleText]:
    """Return the articles that claims quote and that have a text."""
    return [
        ArticleText(
            id=article.id,
            title=inert(article.title) or article.id,
            outlet=shared.sources.rows[shared.sources[article.outlet]],
            published=in_words(article.published),
            web=web_link(article.url) or "",
            sha256=article.sha256,
            paragraphs=marked(article, shared.quotes.get(article.id, ())),
        )
        for article in articles.values()
        if article.text
    ]
